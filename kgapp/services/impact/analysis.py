"""Grades and explains what was reached, item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property
from typing import Final

from kgapp.domain.grades import Evidence, Grade, grade_of
from kgapp.domain.impact import Best, Detection, Effect, Item, SmallestSet, SmallestSize, Step
from kgapp.domain.quantity import Order, Quantity, compare
from kgapp.domain.rules import Group, Kind, matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import consequences
from kgapp.services.impact.barriers import Candidate, Case
from kgapp.services.impact.explain import GROUPS, Explanation, note
from kgapp.services.impact.grade import GRADES, Graded, Grading, Strongest, together
from kgapp.services.impact.reached import ANYWHERE, Link, Reached
from kgapp.services.impact.rests import LoadBearing, link_disjoint, others, smallest
from kgapp.services.impact.signs import Signs

_EFFECTS: Final = {
    Group.CAUSAL: Effect.AFFECTED,
    Group.OBLIGATION: Effect.TOUCHED,
    Group.SUPPORT: Effect.LOSES_SUPPORT,
}
_PREFERENCE: Final = (Group.CAUSAL, Group.SUPPORT, Group.OBLIGATION)
_MOVES: Final = {Order.ABOVE: 1, Order.BELOW: -1}


def _directions(cases: Sequence[Case], started: Sequence[frozenset[int]]) -> tuple[frozenset[tuple[int, int]], ...]:
    """The starts to follow together, each with its direction: where one is not known, its change stands alone."""
    if len(cases) == 1:
        return (frozenset((start, 1) for start in started[0]),)
    together: set[tuple[int, int]] = set()
    alone: list[frozenset[tuple[int, int]]] = []
    for case, starts in zip(cases, started, strict=True):
        old, new = case.change.old, case.change.new
        order = compare(new, old) if isinstance(old, Quantity) and isinstance(new, Quantity) else None
        sign = _MOVES.get(order) if order else None
        if sign:
            together.update((start, sign) for start in starts)
        else:
            alone.append(frozenset((start, 1) for start in starts))
    return (*((frozenset(together),) if together else ()), *alone)


class Analysis:
    """Grades and explains what was reached, item by item."""

    def __init__(
        self,
        cases: Sequence[Case],
        started: Sequence[frozenset[int]],
        candidates: tuple[Candidate, ...],
        later: Mapping[Iri, frozenset[Iri]],
        *,
        details: bool,
    ) -> None:
        self.candidates = candidates
        self._around = cases[0].around
        self._reached: Reached = cases[0].reached
        self._details = details
        self._grading = Grading(self._reached)
        self._explanation = Explanation(self._reached)
        self._tests = consequences.Tests(cases, later)
        self._signs = tuple(Signs(self._reached, begins) for begins in _directions(cases, started))
        self._load_bearing: dict[Grade, LoadBearing] = {}
        self._holding = tuple(candidate for candidate in candidates if not candidate.barrier.void)
        self._unheld = Strongest(self._reached, self._not_held) if self._holding else None

    def items(self) -> tuple[Item, ...]:
        """All items in the default order: severity, then reach."""
        made = [self._item(key, *found, details=self._details) for key, found in self._kept.items()]
        return tuple(sorted(made, key=_order))

    def item(self, iri: Iri, site: Iri | None) -> Item | None:
        """One item with all details, and further paths to it; ``None`` when it is not reached there."""
        key = (iri, site or ANYWHERE)
        found = self._kept.get(key)
        if found is None:
            return None
        made, best = self._item(key, *found, details=True), together(found[1])
        states = tuple(each.state for each in found[1])
        more = others(self._reached, states, best.high, best.witness)
        return replace(made, others=tuple(self._explanation.path(path) for path in more))

    @cached_property
    def _kept(self) -> dict[tuple[Iri, Iri], tuple[Group, list[Graded]]]:
        """What becomes an item, by entity and site."""
        states: dict[tuple[Iri, Iri], dict[Group, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, state in enumerate(self._reached.states):
            if not state.begun:
                states[state.entity, state.site][GROUPS[state.kind]].append(number)
        merged = {key: found for key, groups in states.items() if (found := self._preferred(groups)) is not None}
        kept = {key: found for key, found in merged.items() if not self._covered_by_anywhere(key, found, merged)}
        graded = [(together(listed).high, listed) for _, listed in kept.values()]
        for grade in GRADES:
            wanted = [each.state for high, listed in graded if high is grade for each in listed]
            self._load_bearing[grade] = LoadBearing(self._reached, grade, wanted, self._grading.on_any_evidence(grade))
        return kept

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

    def _item(self, key: tuple[Iri, Iri], group: Group, graded: list[Graded], *, details: bool) -> Item:
        iri, site = key
        entity = self._reached.entities[iri]
        named, best = entity.named, graded[0] if len(graded) == 1 else together(graded)
        states = tuple(each.state for each in graded)
        causal = group is Group.CAUSAL
        attribute = matches(entity.types, KG.QualityAttribute)
        kinds = {self._reached.states[state].kind for state in states}
        detected, undetected = self._detected(iri, site, kinds) if attribute and causal else ((), ())
        path = self._explanation.path(best.witness)
        bearing = self._load_bearing[best.high].of(states)
        return Item(
            iri=iri,
            label=entity.label,
            class_iri=named.class_iri,
            class_label=named.class_label,
            group=group,
            effect=_EFFECTS[group],
            kind=consequences.affected_kinds(kinds) if causal else self._reached.states[best.state].kind,
            site=self._around.site(site),
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
            disjoint_paths=link_disjoint(self._reached, states, best.high) if details else None,
            load_bearing=tuple(step for step in path if step.via in bearing),
            smallest_set=self._smallest(states, best, path, bearing, details=details),
            decided_by=tuple(step for step in path if step.strength is None)
            if causal and best.low != best.high
            else (),
            opposing=causal and any(signs.oppose(states) for signs in self._signs),
            note=note(entity, self._reached.labels),
        )

    def _detected(self, iri: Iri, site: Iri, kinds: Set[Kind]) -> tuple[tuple[Detection, ...], tuple[str, ...]]:
        """What tells an effect: of what is reported otherwise, and not altered itself, no test of it tells."""
        found, reasons = self._tests.of(iri, site)
        if Kind.PRODUCT in kinds:
            return found, reasons
        return (), ("What moves is the reported result itself: no test of it tells.", *reasons)

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
        self, states: tuple[int, ...], best: Graded, path: tuple[Step, ...], bearing: frozenset[Iri], *, details: bool
    ) -> SmallestSet | None:
        if Best(best.high, Evidence.RECORDED) in best.best:  # no judgement is a recorded fact
            return SmallestSet(SmallestSize.FACTS)
        if bearing:
            return SmallestSet(SmallestSize.ONE, tuple(step for step in path if step.via in bearing)[:1])
        if not details:
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
