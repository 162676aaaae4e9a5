"""Several changes at once against brute force: kinds of change with silent rules, rules switched off, ranges that hold.

The oracle tries every path from every change and shares no code with the program. ``KGAPP_ORACLE_EXAMPLES`` sets how many
worlds are tried.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, ImpactReport, Item
from kgapp.domain.rules import BarrierKind, ChangeKindRow, Condition, Group, Holds, Hop, Kind, Rule, RuleBook
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, OWL
from kgapp.services.impact import assess
from tests.services.impact import test_oracle as single
from tests.services.impact.test_oracle import BASE, GROUP_OF, PREFERENCE, SITES, Arc, Path, Row, World

pytestmark = pytest.mark.no_cover

EXAMPLES = int(os.environ.get("KGAPP_ORACLE_EXAMPLES", "60"))
FAST = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

STARTS = {"removal": ("product", "support"), "value": ("product",), "method": ("result",), "excursion": ("product",)}
SILENT = {"excursion": {"names"}, "method": {"affects"}}
FIRST_ONLY = {"comes"}
MORE = (
    ("comes", "causal", KG.brings, True, frozenset({"product"}), "product", 3, True),
    ("established", "obligation", KG.onEquipmentModel, True, frozenset({"product"}), "basis", 3, False),
)


@dataclass(frozen=True)
class Begin:
    """One change: the entity, the kind of change, the scope, and from and to as figures where it moves a value."""

    entity: str
    kind: str
    scope: str
    old: int | None = None
    new: int | None = None

    @property
    def sign(self) -> int:
        """The direction of the move; 0 when it is not known."""
        if self.old is None or self.new is None:
            return 0
        return (self.new > self.old) - (self.new < self.old)


@dataclass(frozen=True)
class Range:
    """A proven range of a factor for one attribute, itself an entity of the world."""

    name: str
    factor: str
    attribute: str
    low: int
    high: int


@dataclass
class Review:
    """A world with what changes in it."""

    world: World
    begins: list[Begin]
    off: frozenset[str] = frozenset()
    ranges: list[Range] = field(default_factory=list)
    interactions: list[frozenset[str]] = field(default_factory=list)

    def follows(self, arc: Arc, begin: Begin, *, first: bool) -> bool:
        """Whether the rule of an arc speaks for a change, there."""
        silent = arc.rule in self.off or arc.rule in SILENT.get(begin.kind, ())
        return not silent and (first or arc.rule not in FIRST_ONLY) and arc.strength != 0

    def paths(self, begin: Begin) -> list[Path]:
        """All paths of one change that visit no entity twice."""
        found: list[Path] = []

        def go(at: str, kind: str, site: str, visited: frozenset[str], arcs: tuple[Arc, ...]) -> None:
            for arc in self.world.arcs:
                if arc.source != at or kind not in arc.accepts or arc.target in visited:
                    continue
                here = self.enter(site, arc) if self.follows(arc, begin, first=not arcs) else None
                if here is not None:
                    path = Path((*arcs, arc), arc.passes, here)
                    found.append(path)
                    go(arc.target, arc.passes, here, visited | {arc.target}, path.arcs)

        for kind in STARTS[begin.kind]:
            go(begin.entity, kind, begin.scope, frozenset({begin.entity}), ())
        return found

    def walked(self, begin: Begin) -> set[tuple[str, str]]:
        """Entity and kind of all that a change reaches by a walk, itself included."""
        seen = {(begin.entity, kind, begin.scope, True) for kind in STARTS[begin.kind]}
        waiting = list(seen)
        alone = len({each.entity for each in self.begins}) == 1
        while waiting:
            at, kind, site, first = waiting.pop()
            for arc in self.world.arcs:
                here = self.enter(site, arc)
                fits = arc.source == at and kind in arc.accepts and here is not None
                back = alone and arc.target == begin.entity
                state = (arc.target, arc.passes, here or "", False)
                if fits and not back and self.follows(arc, begin, first=first) and state not in seen:
                    seen.add(state)
                    waiting.append(state)
        return {(entity, kind) for entity, kind, _, _ in seen}

    def enter(self, scope: str, arc: Arc) -> str | None:
        """The scope in which the end of an arc is entered."""
        for site in (arc.site, self.world.sites[arc.target]):
            if site and site != scope:
                if scope and not arc.crosses:
                    return None
                scope = site
        return scope

    # ---- What is expected

    def rows(self) -> dict[tuple[str, str], tuple[Row, list[tuple[Begin, Path]]]]:
        """The items by entity and site, each with the paths of its group."""
        by_place: dict[tuple[str, str], dict[str, list[tuple[Begin, Path]]]] = defaultdict(lambda: defaultdict(list))
        for begin in dict.fromkeys(self.begins):
            for path in self.paths(begin):
                by_place[path.arcs[-1].target, path.site][GROUP_OF[path.kind]].append((begin, path))
        made = {}
        for place, groups in by_place.items():
            row = single._row({group: [path for _, path in listed] for group, listed in groups.items()})
            listed = groups[next(each for each in PREFERENCE if each in groups)]
            made[place] = (replace(row, opposing=self.opposing(listed)), listed)
        plain = {place: row for place, (row, _) in made.items()}
        return {place: each for place, each in made.items() if not single._adds_nothing(place, each[0], plain)}

    def opposing(self, listed: list[tuple[Begin, Path]]) -> bool:
        """Whether paths act in opposite directions; changes compare with each other where both directions are known."""
        alone = len(set(self.begins)) == 1
        signs: dict[object, set[int]] = defaultdict(set)
        for begin, path in listed:
            known = begin.sign and not alone
            signs["known" if known else begin].add(path.sign * (begin.sign if known else 1))
        return any({1, -1} <= each for each in signs.values())

    def holding(self) -> set[tuple[str, str]]:
        """The links, by source and target, that a proven range holds."""
        every = {begin: self.walked(begin) for begin in self.begins}
        moved = {entity for reach in every.values() for entity, kind in reach if kind == "product"}
        moved = {each for each in moved if not each.startswith("R")} | {begin.entity for begin in self.begins}
        undermined = {entity for reach in every.values() for entity, kind in reach if kind != "touched"}
        found = set()
        for proven in self.ranges:
            about = [begin for begin in self.begins if begin.entity == proven.factor]
            if about and all(not self.void(proven, begin, every, moved, undermined) for begin in about):
                found.add((proven.factor, proven.attribute))
        return found

    def void(
        self,
        proven: Range,
        begin: Begin,
        every: dict[Begin, set[tuple[str, str]]],
        moved: set[str],
        undermined: set[str],
    ) -> bool:
        """Whether a range does not hold one change of its factor."""
        reasons = self.reasons(proven, begin, every, moved, undermined)
        others = [
            other
            for other in self.ranges
            if other.name != proven.name and (other.factor, other.attribute) == (proven.factor, proven.attribute)
        ]
        against = any(self.reasons(other, begin, every, moved, undermined) == ["outside"] for other in others)
        return bool(reasons) or against

    def reasons(
        self,
        proven: Range,
        begin: Begin,
        every: dict[Begin, set[tuple[str, str]]],
        moved: set[str],
        undermined: set[str],
    ) -> list[str]:
        """Why, each condition once."""
        site = self.world.sites[proven.name]
        partners = set().union(*(each - {begin.entity} for each in self.interactions if begin.entity in each), set())
        checks = {
            "kind": begin.kind != "value",
            "outside": begin.new is not None and not proven.low <= begin.new <= proven.high,
            "no value": begin.new is None,
            "site": not site or site != begin.scope,
            "interaction": bool(partners & moved),
            "reached": proven.name in undermined,
            "moved twice": any(
                (begin.entity, "product") in every[other] for other in self.begins if other.entity != begin.entity
            ),
        }
        return [name for name, holds in checks.items() if holds]

    def held(self, listed: list[tuple[Begin, Path]]) -> int:
        """The best grade of the paths that no range holds."""
        stopped = self.holding()
        return max(
            (path.high for _, path in listed if not any((arc.source, arc.target) in stopped for arc in path.arcs)),
            default=0,
        )


# ---- The same in the program's terms


def book() -> RuleBook:
    """The rules of the single oracle and two more, each silent where the oracle is."""
    silent: dict[str, set[Iri]] = defaultdict(set)
    for kind, names in SILENT.items():
        for name in names:
            silent[name].add(ChangeKind(kind).iri)
    more = [
        Rule(
            Iri(f"urn:rule#{name}"),
            Group(group),
            name,
            OWL.Thing,
            OWL.Thing,
            (Hop(predicate, inverse),),
            frozenset(Kind(each) for each in accepts),
            Kind(passes),
            Grade(strength),
            crosses,
            "{from} {to}",
            first_only=name in FIRST_ONLY,
        )
        for name, group, predicate, inverse, accepts, passes, strength, crosses in MORE
    ]
    rules = [replace(rule, not_for=frozenset(silent[rule.label])) for rule in (*single.book().rules, *more)]
    rows = tuple(
        ChangeKindRow(ChangeKind(kind).iri, frozenset({OWL.Thing}), tuple(Kind(each) for each in kinds))
        for kind, kinds in STARTS.items()
    )
    conditions = (Condition.INSIDE, Condition.SAME_SITE, Condition.NO_INTERACTION_MOVES, Condition.NOT_REACHED)
    proven = BarrierKind(
        Iri("urn:barrier#proven"),
        "proven range",
        Holds.FROM_CHANGED_FACTOR,
        KG.AcceptableRange,
        frozenset({KG.valueChange}),
        conditions,
        "{barrier} {attribute}",
    )
    return RuleBook(tuple(rules), (proven,), rows)


def turtle(review: Review) -> str:
    """The review's world as a graph."""
    names = {each.name for each in review.ranges}
    predicates = {name: (predicate, inverse) for name, _, predicate, inverse, *_ in MORE}
    plain = World(
        {name: site for name, site in review.world.sites.items() if name not in names},
        [arc for arc in review.world.arcs if arc.rule not in predicates],
    )
    lines = [single.turtle(plain)]
    lines += [f"demo:{factor} kg:unit kg:TU-PER-CELL ." for factor in sorted({each.factor for each in review.ranges})]
    for each in review.ranges:
        site = review.world.sites[each.name]
        place = f"; kg:atSite demo:{site}" if site else ""
        lines.append(
            f"demo:{each.name} a kg:AcceptableRange ; kg:rangeType kg:PAR ; kg:forFactor demo:{each.factor} ; "
            f"kg:forAttribute demo:{each.attribute} ; kg:lowerLimit {each.low}.0 ; kg:upperLimit {each.high}.0 ; "
            f"kg:unit kg:TU-PER-CELL {place} ."
        )
    for number, factors in enumerate(review.interactions):
        lines.append(
            f"demo:X{number} a kg:Interaction ; kg:ofFactor {' , '.join(f'demo:{each}' for each in factors)} ."
        )
    for arc in review.world.arcs:
        if arc.rule in predicates:
            predicate, inverse = predicates[arc.rule]
            one, other = (arc.target, arc.source) if inverse else (arc.source, arc.target)
            lines.append(f"demo:{one} <{predicate}> demo:{other} .")
    return "\n".join(lines)


def question(review: Review, *, details: bool = False) -> assess.Question:
    """The changes as one question."""
    asked = [
        assess.Question(
            Iri(f"{BASE}{begin.entity}"),
            ChangeKind(begin.kind),
            "" if begin.old is None else str(begin.old),
            "" if begin.new is None else str(begin.new),
            Iri(f"{BASE}{begin.scope}") if begin.scope else None,
        )
        for begin in review.begins
    ]
    off = frozenset(Iri(f"urn:rule#{name}") for name in review.off)
    return replace(asked[0], also=tuple(asked[1:]), switched_off=off, details=details)


def assessed(graph: Any, review: Review, *, details: bool = False) -> ImpactReport:
    """The program's report."""
    return assess.report(graph(turtle(review)), question(review, details=details), revision_hash="", book=book())


@st.composite
def worlds(draw: st.DrawFn, *, most: int) -> World:
    """Denser than those of the single oracle: more than half of the arcs are judgements, few are bound to a site."""
    names = single.NAMES[: draw(st.integers(4, 6))]
    world = World({name: draw(st.sampled_from(["", "", *SITES])) for name in names})
    for number in range(draw(st.integers(4, most))):
        source, target = draw(st.permutations(names))[:2]
        if draw(st.integers(0, 4)) < 3:
            strength = draw(st.sampled_from([3, 2, 1, 3, None, 0]))
            evidence = draw(st.integers(1 if strength == 0 else 0, 6))
            site = draw(st.sampled_from(["", "", *SITES]))
            sign = draw(st.sampled_from([1, -1, 0]))
            arc = Arc(source, target, *single.JUDGED, False, f"J{number}", strength, evidence, sign, site)
        else:
            name, _, _, _, accepts, passes, grade, crosses = draw(st.sampled_from((*single.PATHS, MORE[0])))
            arc = Arc(source, target, name, accepts, passes, crosses, "", grade, 7, 0 if name == "computed" else 1)
        key = (arc.source, arc.target, arc.rule, arc.judgement)
        if key not in {(each.source, each.target, each.rule, each.judgement) for each in world.arcs}:
            world.arcs.append(arc)
    return world


@st.composite
def reviews(draw: st.DrawFn, *, most: int = 10, least: int = 1) -> Review:
    """A random world with one to three changes, ranges and interactions."""
    world = draw(worlds(most=most))
    names = tuple(world.sites)
    leading = [arc.source for arc in world.arcs] * 3
    begins = []
    for _ in range(draw(st.integers(least, 3))):
        entity = draw(st.sampled_from([*leading, *names]))
        scope = world.sites[entity] or draw(st.sampled_from(["S1", "S1", *SITES]))
        kind = draw(st.sampled_from(["value", "value", *sorted(STARTS)]))
        old, new = (draw(st.sampled_from([1, 2, 3, None])) for _ in range(2)) if kind == "value" else (None, None)
        begins.append(Begin(entity, kind, scope, old, new))
    ranges = []
    for number in range(draw(st.integers(0, 3))):
        factor = draw(st.sampled_from([begins[0].entity, begins[0].entity, draw(st.sampled_from(names))]))
        led_to = [arc.target for arc in world.arcs if arc.source == factor and arc.target in names]
        attribute = draw(st.sampled_from([*led_to * 5, *(each for each in names if each != factor)]))
        low, high = draw(st.sampled_from([(0, 3), (0, 3), (0, 2), (1, 1), (2, 3)]))
        name = f"R{number}"
        world.sites[name] = draw(st.sampled_from([begins[0].scope] * 4 + list(SITES)))
        ranges.append(Range(name, factor, attribute, low, high))
        if draw(st.integers(0, 4)) == 4:
            model = draw(st.sampled_from(names))
            world.arcs.append(Arc(model, name, "established", frozenset({"product"}), "basis", False, "", 3, 7, 1))
    pairs = [frozenset(draw(st.permutations(names))[:2]) for _ in range(draw(st.integers(0, 1)))]
    rules = sorted({arc.rule for arc in world.arcs})
    off = frozenset(draw(st.lists(st.sampled_from(rules), max_size=1))) if rules else frozenset()
    return Review(world, begins, off, ranges, pairs)


def by_place(report: ImpactReport) -> dict[tuple[str, str], Item]:
    return single.by_place(report)


@FAST
@given(review=reviews())
def test_items_of_several_changes_are_those_of_every_simple_path_of_each(graph: Any, review: Review) -> None:
    expected = review.rows()
    found = by_place(assessed(graph, review))
    assert set(found) == set(expected)
    for place, (row, listed) in expected.items():
        item = found[place]
        assert item.group.value == row.group
        assert item.evidence == row.evidence
        if row.group == "causal":
            assert (item.low, item.high) == (row.low, row.high)
            assert {(best.grade, best.evidence) for best in item.best} == row.best
            assert item.opposing == row.opposing
            assert (item.kind is Kind.PRODUCT) == row.product
            assert item.held == review.held(listed)
        assert {step.via[len(BASE) :] for step in item.load_bearing if step.via} == row.load_bearing


@settings(FAST, max_examples=max(EXAMPLES // 2, 20))
@given(review=reviews(most=7))
def test_smallest_sets_and_disjoint_paths_of_several_changes_are_those_of_trying_all(
    graph: Any, review: Review
) -> None:
    expected = review.rows()
    for place, item in by_place(assessed(graph, review, details=True)).items():
        row, listed = expected[place]
        assert item.smallest_set is not None
        assert str(item.smallest_set.size.value) == str(row.smallest)
        if item.smallest_set.links:
            taken = frozenset(step.via[len(BASE) :] for step in item.smallest_set.links if step.via)
            assert single.grade([path for _, path in listed], taken) < row.high
        assert item.disjoint_paths is not None
        assert 1 <= item.disjoint_paths <= row.disjoint


@settings(FAST, max_examples=max(EXAMPLES // 2, 20))
@given(review=reviews(least=2), data=st.data())
def test_a_further_change_removes_nothing_lowers_nothing_and_makes_no_range_hold(
    graph: Any, review: Review, data: st.DataObject
) -> None:
    fewer = replace(review, begins=review.begins[:-1])
    before, after = assessed(graph, fewer), assessed(graph, review)
    changed = {Iri(f"{BASE}{begin.entity}") for begin in review.begins}
    assert {item.iri for item in before.items} - changed <= {item.iri for item in after.items}
    for item in before.items:
        same = [each for each in after.items if each.iri == item.iri and each.site in (item.site, None)]
        if item.iri in changed or item.high is None or item.low is None:
            continue
        assert max(each.high for each in same if each.high is not None) >= item.high
        assert max(each.low for each in same if each.low is not None) >= item.low
    valid = {(each.iri, each.attribute) for each in before.barriers if not each.void}
    still = {(each.iri, each.attribute) for each in after.barriers if not each.void}
    last = {f"{BASE}{each.name}" for each in review.ranges if each.factor == review.begins[-1].entity}
    assert {each for each in still if each[0] not in last} <= valid


@settings(FAST, max_examples=max(EXAMPLES // 2, 20))
@given(review=reviews(least=2))
def test_the_order_of_the_changes_changes_nothing(graph: Any, review: Review) -> None:
    one = by_place(assessed(graph, review))
    other = by_place(assessed(graph, replace(review, begins=review.begins[::-1])))

    def told(items: dict[tuple[str, str], Item]) -> object:
        return {
            place: (item.group, item.low, item.high, item.held, item.evidence, item.best, item.opposing, item.hops)
            for place, item in items.items()
        }

    assert told(one) == told(other)


@settings(FAST, max_examples=max(EXAMPLES // 2, 20))
@given(review=reviews())
def test_a_rule_that_is_switched_off_is_as_if_nothing_followed_it(graph: Any, review: Review) -> None:
    off = assessed(graph, review)
    kept = [arc for arc in review.world.arcs if arc.rule not in review.off]
    without = Review(World(review.world.sites, kept), review.begins, frozenset(), review.ranges, review.interactions)
    named = turtle(without)
    begins = {begin.entity for begin in review.begins}
    if all(f"demo:{name} " in named for name in begins):
        other = assessed(graph, without)
        assert {(item.iri, item.site, item.low, item.high, item.held) for item in off.items} == {
            (item.iri, item.site, item.low, item.high, item.held) for item in other.items
        }
    assert [each.iri.rpartition("#")[2] for each in off.switched_off] == sorted(review.off)
