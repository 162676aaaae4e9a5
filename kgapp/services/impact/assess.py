"""The impact of a change: what it touches, why, and how sure that is.

``report`` is the whole analysis: read what surrounds the change, reach by hops, grade, explain, and tell what holds,
detects and was never assessed. The result is complete, or an error is raised and there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from kgapp.domain.grades import Evidence, Grade, grade_of
from kgapp.domain.impact import Best, Change, ChangeKind, Effect, ImpactReport, Item, SmallestSet, SmallestSize, Step
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import Group, Kind, RuleBook, matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import rulebook
from kgapp.services.impact import barriers, consequences, context, coverage, reach, stated, summary
from kgapp.services.impact.asking import Asking, Branch
from kgapp.services.impact.barriers import Candidate, Case
from kgapp.services.impact.context import Surroundings
from kgapp.services.impact.explain import GROUPS, Explanation, note
from kgapp.services.impact.grade import GRADES, Graded, Grading, Strongest, together
from kgapp.services.impact.reached import ANYWHERE, Entity, Link, Reached
from kgapp.services.impact.rests import LoadBearing, link_disjoint, smallest
from kgapp.services.impact.signs import Signs
from kgapp.services.impact.ways import Ways, subclasses
from kgapp.services.ports import SparqlSource
from kgapp.services.workspace import Workspace

_EFFECTS = {Group.CAUSAL: Effect.AFFECTED, Group.OBLIGATION: Effect.TOUCHED, Group.SUPPORT: Effect.LOSES_SUPPORT}
_BOUND_TO_NO_SITE = subclasses(KG.Person) | subclasses(KG.Supplier) | subclasses(KG.SupplyOffering)
_PREFERENCE = (Group.CAUSAL, Group.SUPPORT, Group.OBLIGATION)


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks: the texts are as typed, empty where nothing was said.

    ``details`` asks for disjoint paths and smallest sets of every item; ``switched_on`` names optional sets of rules,
    such as "material flow", ``switched_off`` rules and kinds of barrier that are not applied. ``also`` are further changes
    that are assessed together with this one; of each of them only what it changes counts. ``new_thing`` is what takes the
    place of a replaced entity.
    """

    entity: Iri
    kind: ChangeKind
    old: str = ""
    new: str = ""
    site: Iri | None = None
    effective: str = ""
    batch: Iri | None = None
    duration: str = ""
    details: bool = False
    switched_on: frozenset[str] = frozenset()
    also: tuple[Question, ...] = ()
    new_thing: Iri | None = None
    switched_off: frozenset[Iri] = frozenset()


def of_workspace(workspace: Workspace, question: Question) -> ImpactReport:
    """The impact of a change on an open project, at its newest revision, by the rules in force there.

    Raises ``BadInput`` as ``report`` does, and for a rule of the project that cannot be read.
    """
    head = workspace.reader.head()
    in_force = rulebook.book(workspace.reader)
    made = report(workspace.engine, question, revision_hash=head.hash if head else "", book=in_force)
    if question.details:
        made = replace(made, graph_hash=workspace.reader.graph_hash())
    return made


def report(
    source: SparqlSource,
    question: Question,
    *,
    revision_hash: str,
    may_cut: bool = False,
    book: RuleBook = RULE_BOOK,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ImpactReport:
    """The impact of a change on what a source answers; ``may_cut`` for sources that do not promise whole answers.

    Raises ``BadInput`` for a change that cannot be, ``NotFound`` for an unknown entity, ``IncompleteAnswer`` for an
    answer that could not be completed.
    """
    asking = Asking(source, may_cut=may_cut)
    around = context.read(asking, question.entity, tuple(each for each in (question.site, question.batch) if each))
    change = _change(question, around, book)
    site = change.site.iri if change.site else ANYWHERE
    row = next(row for row in book.change_kinds if row.iri == change.kind.iri)
    ways = Ways(book, change.kind.iri, question.switched_on, None if may_cut else _only_graph(asking))
    reached = reach.reach(asking, ways, around.start, row.starts_as, site)
    case = barriers.case(change, around, reached)
    later = consequences.flow(asking, case)
    analysis = _Analysis(case, barriers.candidates(book, case), later, details=question.details)
    items = analysis.items()
    positions = consequences.positions(case)
    covered, missing = coverage.coverage(asking, case)
    found = tuple(candidate.barrier for candidate in analysis.candidates)
    return ImpactReport(
        change=change,
        revision_hash=revision_hash,
        rules_hash=book.digest(),
        graph_hash=None,
        made_at=now(),
        items=items,
        positions=positions,
        barriers=found,
        coverage=covered,
        not_covered=missing,
        summary=summary.sentences(case, items, positions, covered),
        notes=(*summary.notes(case, items, found), *book.notes),
        requests=asking.requests,
    )


def _only_graph(asking: Asking) -> Iri | None:
    """The graph that holds everything, if there is only one; a question that not every endpoint understands."""
    graphs = [row[0] for row in asking.rows(("g",), [Branch("GRAPH ?g {}")])]
    return Iri(graphs[0][1:-1]) if len(graphs) == 1 and graphs[0] else None


def _change(question: Question, around: Surroundings, book: RuleBook) -> Change:
    start = around.start
    stated.check_kind(question.kind, start, book)
    if question.site is not None:
        site = around.sites.get(question.site)
        stated.check_site(site, question.site, start, tuple(around.sites.values()))
    own = question.site or _scope(start)
    settings = (start, *around.settings_at(own or ANYWHERE))
    return Change(
        entity=start.named,
        kind=question.kind,
        old=stated.stated(question.old, question.kind, around.factor, settings),
        new=stated.stated(question.new, question.kind, around.factor, settings),
        site=around.named(own) if own else None,
        effective=stated.effective(question.effective),
        batch=around.named(question.batch) if question.batch else None,
        duration=stated.duration(question.duration),
        against=around.sending if question.kind is ChangeKind.RELOCATION else None,
    )


def _scope(start: Entity) -> Iri | None:
    """The one site of the changed entity. Where a person or a supplier sits is no bound for what rests on them."""
    bound = len(start.sites) == 1 and start.types.isdisjoint(_BOUND_TO_NO_SITE)
    return start.sites[0] if bound else None


class _Analysis:
    """Grades and explains what was reached, item by item."""

    def __init__(
        self, case: Case, candidates: tuple[Candidate, ...], later: Mapping[Iri, frozenset[Iri]], *, details: bool
    ) -> None:
        self.candidates = candidates
        self._case = case
        self._reached: Reached = case.reached
        self._details = details
        self._grading = Grading(case.reached)
        self._explanation = Explanation(case.reached)
        self._tests = consequences.Tests(case, later)
        self._signs = Signs(case.reached)
        self._load_bearing: dict[Grade, LoadBearing] = {}
        self._holding = tuple(candidate for candidate in candidates if not candidate.barrier.void)
        self._unheld = Strongest(case.reached, self._not_held) if self._holding else None

    def items(self) -> tuple[Item, ...]:
        """All items in the default order: severity, then reach."""
        states: dict[tuple[Iri, Iri], dict[Group, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, state in enumerate(self._reached.states):
            if state.entity != self._reached.start:
                states[state.entity, state.site][GROUPS[state.kind]].append(number)
        merged = {key: found for key, groups in states.items() if (found := self._preferred(groups)) is not None}
        kept = {key: found for key, found in merged.items() if not self._covered_by_anywhere(key, found, merged)}
        for grade in GRADES:
            wanted = [each.state for _, listed in kept.values() if together(listed).high is grade for each in listed]
            self._load_bearing[grade] = LoadBearing(self._reached, grade, wanted)
        made = [self._item(*key, *found) for key, found in kept.items()]
        return tuple(sorted(made, key=_order))

    def _preferred(self, groups: dict[Group, list[int]]) -> tuple[Group, list[Graded]] | None:
        """The first group, in the order of preference, in which a path leads to one of the states."""
        for group in _PREFERENCE:
            graded = [found for state in groups.get(group, ()) if (found := self._grading.graded(state)) is not None]
            if graded:
                return group, graded
        return None

    def _covered_by_anywhere(
        self,
        key: tuple[Iri, Iri],
        found: tuple[Group, list[Graded]],
        merged: dict[tuple[Iri, Iri], tuple[Group, list[Graded]]],
    ) -> bool:
        """Whether the same entity is reached at every site at least as far: the one site adds nothing."""
        entity, site = key
        everywhere = merged.get((entity, ANYWHERE)) if site != ANYWHERE else None
        if everywhere is None:
            return False
        if everywhere[0] is not found[0]:
            return (everywhere[0], found[0]) == (Group.CAUSAL, Group.OBLIGATION)
        one, other = together(found[1]), together(everywhere[1])
        if self._alters_product(found[1]) and not self._alters_product(everywhere[1]):
            return False
        return other.low >= one.low and other.high >= one.high and other.evidence >= one.evidence

    def _alters_product(self, graded: list[Graded]) -> bool:
        return any(self._reached.states[each.state].kind is Kind.PRODUCT for each in graded)

    def _item(self, iri: Iri, site: Iri, group: Group, graded: list[Graded]) -> Item:
        entity = self._reached.entities[iri]
        named, best = entity.named, graded[0] if len(graded) == 1 else together(graded)
        states = tuple(each.state for each in graded)
        causal = group is Group.CAUSAL
        attribute = matches(entity.types, KG.QualityAttribute)
        detected, undetected = self._tests.of(iri, site) if attribute and causal else ((), ())
        path = self._explanation.path(best.witness)
        kinds = {self._reached.states[state].kind for state in states}
        bearing = self._load_bearing[best.high].of(states)
        return Item(
            iri=iri,
            label=entity.label,
            class_iri=named.class_iri,
            class_label=named.class_label,
            group=group,
            effect=_EFFECTS[group],
            kind=consequences.affected_kinds(kinds) if causal else self._reached.states[best.state].kind,
            site=self._case.around.site(site),
            step=entity.step,
            low=best.low if causal else None,
            high=best.high if causal else None,
            held=self._held(states, best.high) if causal else None,
            held_by=tuple(each.barrier for each in self.candidates if self._concerns(each, best)) if causal else (),
            severity=max(
                (each for each in map(grade_of, entity.things(KG.severity)) if each is not None), default=None
            ),
            detected_by=detected,
            undetected_because=undetected,
            best=best.best if causal else (),
            evidence=best.evidence,
            path=path,
            disjoint_paths=link_disjoint(self._reached, states, best.high) if self._details else None,
            load_bearing=tuple(step for step in path if step.via in bearing),
            smallest_set=self._smallest(states, best, path, bearing),
            decided_by=tuple(step for step in path if step.strength is None)
            if causal and best.low != best.high
            else (),
            opposing=causal and self._signs.oppose(states),
            note=note(entity, self._reached.labels),
        )

    def _held(self, states: tuple[int, ...], high: Grade) -> Grade:
        return self._unheld.of(states) if self._unheld else high

    def _not_held(self, link: Link) -> bool:
        return not any(candidate.stops(link) for candidate in self._holding)

    def _concerns(self, candidate: Candidate, best: Graded) -> bool:
        entity = self._reached.states[best.state].entity
        if candidate.barrier.attribute == entity:
            return True
        return any(candidate.concerns(edge.link) for edge in best.witness)

    def _smallest(
        self, states: tuple[int, ...], best: Graded, path: tuple[Step, ...], bearing: frozenset[Iri]
    ) -> SmallestSet | None:
        if Best(best.high, Evidence.RECORDED) in best.best:  # no judgement is a recorded fact
            return SmallestSet(SmallestSize.FACTS)
        if bearing:
            return SmallestSet(SmallestSize.ONE, tuple(step for step in path if step.via in bearing)[:1])
        if not self._details:
            return None
        size, judgements = smallest(self._reached, states, best.high)
        return SmallestSet(size, self._judged(judgements))

    def _judged(self, judgements: frozenset[Iri]) -> tuple[Step, ...]:
        found = {
            edge.link.via: edge for edges in self._reached.leaving for edge in edges if edge.link.via in judgements
        }
        return tuple(self._explanation.step(found[via]) for via in sorted(judgements))


def _order(item: Item) -> tuple[object, ...]:
    severity = -1 if item.severity is None else int(item.severity)
    high, low = (-1 if each is None else int(each) for each in (item.high, item.low))
    place = (
        _PREFERENCE.index(item.group),
        item.class_iri == KG.Provision,
    )  # what is filed comes before what bears on it
    return (place, -severity, -high, -low, item.hops, item.label, item.iri, item.site.iri if item.site else "")
