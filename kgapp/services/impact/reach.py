"""Reach by hops: from the changed entity, batch by batch, to everything that rules lead to.

The same code for the engine and for an endpoint. For each batch of at most 200 entities there are at most two requests
a hop: what links lead on, and what was found there. A hop asks each way of each entity once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain.answers import Row
from kgapp.domain.coverage import VOID, judged
from kgapp.domain.grades import Evidence, Grade, evidence_of, grade_of
from kgapp.domain.impact import Named
from kgapp.domain.rules import Kind, matches
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, OWL
from kgapp.services.impact import bearing, ways
from kgapp.services.impact.asking import Asking, Branch, batches
from kgapp.services.impact.reached import (
    ANYWHERE,
    Edge,
    Entity,
    Link,
    Reached,
    State,
    best_label,
    entity_of,
    local_name,
)
from kgapp.services.impact.ways import Way, Ways

_SIGNS: Final = {KG.increases: 1, KG.decreases: -1}
_FACTORS: Final = ways.subclasses(KG.Factor) | {OWL.Thing}
_NO_GRAPH: Final = Iri("")


@dataclass(frozen=True, slots=True)
class Begin:
    """What changes itself: as what it starts to travel, within which scope, and by what kind of change."""

    entity: Entity
    kinds: tuple[Kind, ...]
    site: Iri
    change_kind: Iri

    @property
    def about(self) -> frozenset[Iri]:
        """The classes and topics that it is about."""
        return bearing.kinds(self.entity, self.change_kind)

    def states(self, known: Ways) -> tuple[State, ...]:
        """The states from which it is followed."""
        under = known.regime(self.change_kind)
        return tuple(State(self.entity.iri, kind, self.site, under, begun=True) for kind in self.kinds)


def reach(
    asking: Asking,
    known: Ways,
    begins: Sequence[Begin],
    exchanged: Iterable[frozenset[Iri]] = (),
    regions: frozenset[Iri] | None = None,
    given: Sequence[Link] = (),
) -> Reached:
    """Follow the rules from all that changes until nothing new is found; provisions only of ``regions``, unless ``None``.

    ``given`` are links from what changes that no rule finds.

    Of two things that are ``exchanged`` for each other, rules that lead on from what changes only lead to what comes or
    goes: what both of them lead to stays. Raises ``IncompleteAnswer`` when an answer was cut.
    """
    partners = {one: other for each in exchanged for one in each for other in each - {one}}
    entities = {each.entity.iri: each.entity for each in begins}
    reached = Reached(frozenset(entities), entities)
    unread = set(entities) if len(entities) > 1 else set[Iri]()  # one change can reach what another one is about
    begun = dict.fromkeys(state for each in begins for state in each.states(known))
    numbers = {state: number for number, state in enumerate(begun)}
    reached.states.extend(numbers)
    reached.leaving.extend([] for _ in numbers)
    reached.starts = tuple(range(len(numbers)))
    asked: set[tuple[Iri, str]] = set()
    frontier = list(reached.starts)
    of_kinds = _of_kinds(known, begins)
    while frontier:
        links = [*given, *_links(asking, known, reached, frontier, asked, of_kinds)]
        given = ()
        _describe(asking, reached, links, unread)
        _keep(reached, _coming_or_going(links, partners) if partners else links, regions)
        of_kinds = {}
        frontier = _expand(known, reached, numbers, frontier)
    return reached


def describe(asking: Asking, iris: Iterable[Iri], factors: frozenset[Iri], labels: dict[Iri, str]) -> dict[Iri, Entity]:
    """Read what the analysis needs of each entity; adds the labels of what they name to ``labels``.

    ``factors`` are those whose unit operation is wanted.
    """
    found: dict[Iri, Entity] = {}
    for batch in batches(iris):
        branches = [Branch(ways.description(), batch)]
        if placed := tuple(each for each in batch if each in factors):
            branches.append(Branch(ways.step_of_factor(), placed))
        cells: dict[Iri, dict[str, list[str]]] = {each: defaultdict(list) for each in batch}
        names: dict[Iri, list[str]] = defaultdict(list)
        for about, predicate, value, name, process in asking.rows(ways.DESCRIBED_COLUMNS, branches):
            assert about is not None
            assert predicate is not None
            assert value is not None
            cells[Iri(about[1:-1])][predicate[1:-1]].append(value)
            if process is not None:
                cells[Iri(about[1:-1])][KG.partOf].append(process)
            if name is not None:
                names[Iri(value[1:-1])].append(name)
        labels.update((named, best_label(given)) for named, given in names.items())
        found.update(
            (each, entity_of(each, cells[each], _sites(cells[each]), _step(cells[each], labels))) for each in batch
        )
    return found


def _sites(cells: Mapping[str, list[str]]) -> tuple[Iri, ...]:
    named = {Iri(cell[1:-1]) for each in ways.SITES for cell in cells.get(each, ()) if cell[0] == "<"}
    return tuple(sorted(named))


def _step(cells: Mapping[str, list[str]], labels: Mapping[Iri, str]) -> Named | None:
    """The step of the process that something belongs to: the unit operation where it is known."""
    for predicate in (KG.hasFactor, KG.ofUnitOperation, KG.forUnitOperation, KG.atStep):
        for cell in sorted(cells.get(predicate, ())):
            iri = Iri(cell[1:-1])
            return Named(iri, labels.get(iri) or local_name(iri))
    return None


def _links(
    asking: Asking,
    known: Ways,
    reached: Reached,
    frontier: list[int],
    asked: set[tuple[Iri, str]],
    of_kinds: Mapping[Iri, tuple[Iri, ...]],
) -> list[Link]:
    """The links that lead on; ``of_kinds`` are classes and topics with the changed things that they stand for."""
    wanted: dict[Iri, list[Way]] = defaultdict(list)
    for number in frontier:
        state = reached.states[number]
        for way in known.leading_from(reached.entities[state.entity].types, state):
            if (state.entity, way.name) not in asked:
                asked.add((state.entity, way.name))
                wanted[state.entity].append(way)
    links: list[Link] = []
    first = [Branch(way.pattern, tuple(sorted(of_kinds))) for way in known.of_kinds] if of_kinds else []
    for batch in batches(sorted(wanted)) if wanted else ((),):
        by_way: dict[str, list[Iri]] = defaultdict(list)
        patterns: dict[str, str] = {}
        for entity in batch:
            for way in wanted[entity]:
                by_way[way.name].append(entity)
                patterns[way.name] = way.pattern
        branches = [*first, *(Branch(patterns[name], tuple(about)) for name, about in by_way.items())]
        links.extend(_read(asking.rows(ways.COLUMNS, branches), known, reached, of_kinds))
        first = []
    links.sort(key=_place)  # an engine may answer in any order; the same graph has the same witnesses
    return links


def _place(link: Link) -> tuple[str, str, str, str, str]:
    return link.source, link.rule.iri, link.via or "", link.target, link.via_site


def _of_kinds(known: Ways, begins: Sequence[Begin]) -> dict[Iri, tuple[Iri, ...]]:
    found: dict[Iri, tuple[Iri, ...]] = {}
    for begin in begins if known.of_kinds else ():
        for about in begin.about:
            found[about] = (*found.get(about, ()), begin.entity.iri)
    return found


def _read(rows: Iterable[Row], known: Ways, reached: Reached, stands_for: Mapping[Iri, tuple[Iri, ...]]) -> list[Link]:
    """One link for each rule that a row can be an application of; rows of the same link are joined."""
    joined: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for row in rows:
        way = known.by_cell[row[0] or ""]
        between = row[3] if not isinstance(way.way, tuple) else None
        joined[row[0], row[1], between, row[2]].append(row)
    links: list[Link] = []
    for key, same in joined.items():
        way, about = known.by_cell[key[0] or ""], _iri(key[1])
        for source in stands_for.get(about, ()) if way.of_kinds else (about,):
            links.extend(_joined(way, source, same, reached, known.only_graph))
    return links


def _joined(way: Way, source: Iri, rows: list[Row], reached: Reached, only_graph: Iri | None) -> list[Link]:
    row = rows[0] if len(rows) == 1 else min(rows, key=lambda each: tuple(cell or "" for cell in each))
    target = _iri(row[2])
    types = reached.entities[source].types
    rules = [rule for rule in way.rules if matches(types, rule.from_class)]
    if isinstance(way.way, tuple):
        quads = _path_quads(way, row, only_graph)
        sign = 0 if any(hop.predicate == KG.computedFrom for hop in way.way) else 1  # a quotient goes the other way
        return [
            Link(source, rule, None, target, rule.strength, Evidence.RECORDED, sign, ANYWHERE, quads) for rule in rules
        ]
    if all(_iri(each[11]) in VOID for each in rows):
        return []
    via = _iri(row[3])
    strengths = [grade_of(_iri(each[8])) for each in rows]
    evidence = min(evidence_of(_iri(each[9])) for each in rows)
    guessed = any(_iri(each[11]) == KG.hypothesis for each in rows)
    strength = judged(strengths, evidence, hypothesis=guessed)
    signs = {_SIGNS.get(_iri(each[10]), 0) for each in rows}
    sites = {_iri(each[12]) for each in rows}
    quads = (
        Quad(via, way.way.entry, source, only_graph or _iri(row[5])),
        Quad(via, way.way.exit, target, only_graph or _iri(row[6])),
    )
    sign = signs.pop() if len(signs) == 1 else 0
    return [
        Link(source, rule, via, target, strength, evidence, sign, site, quads, guessed)
        for rule in rules
        for site in sorted(sites)
    ]


def _path_quads(way: Way, row: Row, only_graph: Iri | None) -> tuple[Quad, ...]:
    assert isinstance(way.way, tuple)
    between = (row[3], row[4])[: len(way.way) - 1]
    ends = [_iri(cell) for cell in (row[1], *between, row[2])]
    graphs = [only_graph or _iri(cell) for cell in row[5:8]]
    return tuple(
        Quad(end, hop.predicate, start, graph) if hop.inverse else Quad(start, hop.predicate, end, graph)
        for hop, start, end, graph in zip(way.way, ends, ends[1:], graphs, strict=False)
    )


def _describe(asking: Asking, reached: Reached, links: list[Link], unread: set[Iri]) -> None:
    """Read what is new, and those that begin where they are reached: they are told then like all that is reached."""
    new = sorted({link.target for link in links if link.target not in reached.entities or link.target in unread})
    unread.difference_update(new)
    factors = frozenset(link.target for link in links if link.rule.to_class in _FACTORS)
    reached.entities.update(describe(asking, new, factors, reached.labels))


def _coming_or_going(links: list[Link], partners: Mapping[Iri, Iri]) -> list[Link]:
    first = {(link.source, link.target) for link in links if link.rule.first_only}
    return [link for link in links if not link.rule.first_only or (partners.get(link.source), link.target) not in first]


def _keep(reached: Reached, links: list[Link], regions: frozenset[Iri] | None) -> None:
    alone = reached.changed if len(reached.changed) == 1 else frozenset()
    for link in links:
        target = reached.entities[link.target]
        if link.target in alone or not matches(target.types, link.rule.to_class):
            continue
        if bearing.elsewhere(target, regions, reached.labels):
            reached.elsewhere.add(link.target)
            continue
        if link.strength is Grade.NONE:
            reached.without_effect.append(link)
        else:
            reached.links.setdefault(link.source, []).append(link)


def _expand(known: Ways, reached: Reached, numbers: dict[State, int], frontier: list[int]) -> list[int]:
    """Enter every state that the frontier's links lead to; return the new ones."""
    new: list[int] = []
    for number in frontier:
        state = reached.states[number]
        for link in reached.links.get(state.entity, ()):
            if not known.takes(link.rule, state):
                continue
            for site in _entered(state.site, link, reached.entities[link.target]):
                entered = State(link.target, link.rule.passes, site, state.under)
                target = numbers.get(entered)
                if target is None:
                    target = numbers[entered] = len(reached.states)
                    reached.states.append(entered)
                    reached.leaving.append([])
                    new.append(target)
                reached.leaving[number].append(Edge(number, target, link))
    return new


def _entered(scope: Iri, link: Link, target: Entity) -> tuple[Iri, ...]:
    """The scopes in which the target is entered; empty when it belongs to another site and the rule stays at its own."""
    crosses = link.rule.crosses_sites
    if link.via_site and link.via_site != scope:
        if scope != ANYWHERE and not crosses:
            return ()
        scope = link.via_site
    if not target.sites or scope in target.sites:
        return (scope,)
    return target.sites if scope == ANYWHERE or crosses else ()


def _iri(cell: str | None) -> Iri:
    return Iri(cell[1:-1]) if cell and cell[0] == "<" else _NO_GRAPH
