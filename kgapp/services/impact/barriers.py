"""What could hold a change, and why it does not.

A barrier never removes an item; it lowers the grade shown beside the unheld one, and a person confirms it. Every
candidate is listed. Where a condition cannot be checked because something is not recorded, it is not met. Whether a range
was proven for the site, equipment, scale and basis of the change is for ``domain.holding``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain import holding
from kgapp.domain.grades import Evidence, evidence_of
from kgapp.domain.holding import Answer, Known, Place, Proven, Reason
from kgapp.domain.impact import Barrier, Change, ChangeKind, Named
from kgapp.domain.quantity import Position, Quantity, Span, position
from kgapp.domain.rules import BarrierKind, Condition, Holds, Kind, RuleBook, matches, worded
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import fitting, paths
from kgapp.services.impact.context import Surroundings, limits, range_words
from kgapp.services.impact.reached import ANYWHERE, Entity, Link, Reached


@dataclass(frozen=True, slots=True)
class Case:
    """A change with what surrounds it and what it reaches: what the conditions look at.

    Changes that are assessed together share what they reach: ``moved`` and ``undermined`` are of all of them.
    """

    change: Change
    around: Surroundings
    reached: Reached
    own: frozenset[Iri]
    """The factors that this change moves, the changed one included."""
    moved: frozenset[Iri]
    """The factors that any of the changes moves."""
    undermined: frozenset[Iri]
    """What any of the changes reaches otherwise than by merely touching it, the changed things included."""
    moved_by: tuple[str, ...] = ()
    """The other changes that move the changed factor too, by name."""

    @property
    def site(self) -> Iri:
        """The site of the change, or ``ANYWHERE``."""
        return self.change.site.iri if self.change.site else ANYWHERE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A barrier with the links it would hold: all into ``factor``, or those from ``factor`` to ``attribute``."""

    barrier: Barrier
    holds: Holds
    factor: Iri

    def stops(self, link: Link) -> bool:
        """Whether the barrier, when it is valid, holds a link."""
        if self.holds is Holds.INTO_FACTOR:
            return link.target == self.factor
        return link.source == self.factor and link.target == self.barrier.attribute

    def concerns(self, link: Link) -> bool:
        """Whether the candidate is about a link, valid or not."""
        if self.holds is Holds.INTO_FACTOR:
            return self.factor in (link.target, link.source)
        return link.source == self.factor and link.target == self.barrier.attribute


_Check = Callable[[Entity, Case, Iri | None], Reason | None]


def cases(made: Sequence[tuple[Change, Surroundings, frozenset[int]]], reached: Reached) -> tuple[Case, ...]:
    """What the conditions look at, gathered once; each change with what surrounds it and the states it starts as."""
    undermined = frozenset(state.entity for state in reached.states if state.kind is not Kind.TOUCHED)
    owned = [_factors_moved(around, reached, starts, alone=len(made) == 1) for _, around, starts in made]
    moved = frozenset().union(*owned)
    return tuple(
        Case(change, around, reached, own, moved, undermined, tuple(_moving_too(place, made, owned)))
        for place, ((change, around, _), own) in enumerate(zip(made, owned, strict=True))
    )


def _factors_moved(around: Surroundings, reached: Reached, starts: frozenset[int], *, alone: bool) -> frozenset[Iri]:
    states = range(len(reached.states)) if alone else paths.search(reached, _anything, begins=starts)
    listed = (reached.states[number] for number in states)
    factors = {
        state.entity
        for state in listed
        if state.kind is Kind.PRODUCT and matches(reached.entities[state.entity].types, KG.Factor)
    }
    return frozenset(factors | ({around.factor.iri} if around.factor else set()))


def _moving_too(
    place: int, made: Sequence[tuple[Change, Surroundings, frozenset[int]]], owned: Sequence[frozenset[Iri]]
) -> Iterable[str]:
    """The changes of something else that move the factor of one."""
    factor = made[place][1].factor
    for other, (change, around, _) in enumerate(made):
        if factor is not None and around.factor != factor and factor.iri in owned[other]:
            yield change.entity.label


def _anything(_: Link) -> bool:
    return True


def candidates(book: RuleBook, cases: Sequence[Case]) -> tuple[Candidate, ...]:
    """Every barrier that could hold the changes, void ones with their reasons: one holds against all, or not at all."""
    found: dict[tuple[Iri, Iri, Iri | None, Iri], Candidate] = {}
    for kind in book.barriers:
        for case in cases if kind.holds in _FOUND else ():
            for each in _FOUND[kind.holds](kind, case):
                key = (kind.iri, each.barrier.iri, each.barrier.attribute, each.factor)
                found[key] = _both(found[key], each) if key in found else each
    return tuple(found.values())


def _both(one: Candidate, other: Candidate) -> Candidate:
    """A barrier against two changes: void for the reasons of either."""
    both = zip((*one.barrier.void, *other.barrier.void), (*one.barrier.codes, *other.barrier.codes), strict=True)
    said = dict(both)
    void = tuple(said)
    told = one if one.barrier.void else other
    unsure = bool(void) and all(each.barrier.unsure or not each.barrier.void for each in (one, other))
    sentence = _void_sentence(one.barrier.label, void, unsure=unsure) if void else told.barrier.sentence
    return replace(
        one, barrier=replace(one.barrier, void=void, sentence=sentence, unsure=unsure, codes=tuple(said.values()))
    )


def _ranges(kind: BarrierKind, case: Case) -> Iterable[Candidate]:
    if case.around.factor is None:
        return
    proven = [each for each in case.around.ranges if KG.PAR in each.things(KG.rangeType)]
    reasons = {each.iri: _reasons(kind, each, case) for each in proven}
    for each in proven:
        for attribute in each.things(KG.forAttribute) or (None,):
            named = case.around.named(attribute) if attribute else None
            without = () if attribute else (_NO_ATTRIBUTE,)
            void = (*reasons[each.iri], *without, *_contradicted(each, attribute, proven, reasons))
            yield Candidate(_barrier(kind, each, case, named, void), kind.holds, case.around.factor.iri)


def _contradicted(
    each: Entity, attribute: Iri | None, proven: list[Entity], reasons: Mapping[Iri, tuple[Reason, ...]]
) -> tuple[Reason, ...]:
    """Another range for the attribute, void for nothing but that the new value lies outside it, speaks against this one."""
    return tuple(
        Reason(f"{other.label} was proven here too, and the new value is not inside it.", code="contradicted")
        for other in proven
        if other.iri != each.iri
        and attribute in other.things(KG.forAttribute)
        and len(reasons[other.iri]) == 1
        and _outside(reasons[other.iri][0])
    )


def _controls(kind: BarrierKind, case: Case) -> Iterable[Candidate]:
    entered = {state.entity for state in case.reached.states}
    for iri in sorted(case.reached.entities):
        each = case.reached.entities[iri]
        if (
            iri not in entered
            or not matches(each.types, kind.node_class)
            or KG.testControl in each.things(KG.controlKind)
        ):
            continue
        for factor in each.things(KG.controls):
            if factor in case.own:
                void = _reasons(kind, each, case, factor)
                named = Named(factor, case.reached.entities[factor].label) if factor in case.reached.entities else None
                yield Candidate(_barrier(kind, each, case, named, void), kind.holds, factor)


def _barrier(kind: BarrierKind, each: Entity, case: Case, about: Named | None, void: tuple[Reason, ...]) -> Barrier:
    place = each.sites[0] if each.sites else ANYWHERE
    words = {
        "barrier": each.label,
        "attribute": about.label if about else "an attribute",
        "factor": about.label if about else "a factor",
    }
    sentence = worded(kind.sentence, words)
    said = tuple(reason.sentence for reason in void)
    unsure = holding.answer(void) is Answer.UNKNOWN
    if void:
        sentence = _void_sentence(each.label, said, unsure=unsure)
    if others := each.text(KG.othersHeldAt):
        sentence = f"{sentence} It was established with {others}."
    is_range = kind.holds is Holds.FROM_CHANGED_FACTOR
    return Barrier(
        iri=each.iri,
        label=each.label,
        kind=kind.iri,
        kind_label=kind.label,
        attribute=about.iri if about and is_range else None,
        site=case.around.site(place),
        evidence=evidence_of(each.thing(KG.evidenceLevel)) if is_range else Evidence.RECORDED,
        sentence=sentence,
        void=said,
        unsure=unsure,
        codes=tuple(reason.kind for reason in void),
    )


def _void_sentence(label: str, void: tuple[str, ...], *, unsure: bool) -> str:
    said = f"Not known whether {label} holds here" if unsure else f"{label} does not hold here"
    return f"{said}: {' '.join(void)}"


_NO_ATTRIBUTE: Final = Reason(
    "It does not say for which attribute it was established.", unknown=True, code="no attribute"
)


def _outside(reason: Reason) -> bool:
    """Whether a reason is that the new value lies outside the range."""
    return reason.condition is Condition.INSIDE and not reason.unknown


def _reasons(kind: BarrierKind, each: Entity, case: Case, factor: Iri | None = None) -> tuple[Reason, ...]:
    reasons: list[Reason | None] = []
    if kind.holds is Holds.FROM_CHANGED_FACTOR and case.moved_by:
        moving = ", ".join(case.moved_by)
        reasons.append(Reason(f"Another change of this assessment moves the factor too: {moving}.", code="moved twice"))
    reasons.append(
        holding.in_use(
            fitting.proven(each, case.around), fitting.place(case.around, case.site), fitting.known(case.around)
        )
    )
    if case.change.kind.iri not in kind.change_kinds:
        reasons.append(Reason(f"A {kind.label} says nothing about a change of the kind “{case.change.kind.value}”."))
    checked = (
        (condition, _CHECKS[condition](each, case, factor)) for condition in kind.conditions if condition in _CHECKS
    )
    reasons.extend(replace(reason, condition=condition) for condition, reason in checked if reason is not None)
    return tuple(reason for reason in reasons if reason is not None)


def _fits(check: Callable[[Proven, Place, Known], Reason | None]) -> _Check:
    """A condition that ``domain.holding`` decides."""
    return lambda each, case, _: check(
        fitting.proven(each, case.around), fitting.place(case.around, case.site), fitting.known(case.around)
    )


def basis_reason(wanted: Iterable[Iri | None], case: Case) -> str:
    """Why figures on these bases do not compare with those of the change; empty when all do."""
    reason = holding.bases_agree(wanted, case.around.bases_at(case.site), fitting.known(case.around))
    return reason.sentence if reason else ""


def _inside(each: Entity, case: Case, _: Iri | None) -> Reason | None:
    new = case.change.new
    if case.change.duration is not None and not (case.around.factor and KG.HoldTime in case.around.factor.types):
        return _unknown(f"It does not say for how long; the excursion lasted {case.change.duration}.")
    if not isinstance(new, Quantity | Span):
        return _unknown("No new value was given, so none can lie inside it.")
    allowed = limits(each, _unit(case))
    if allowed is None:
        return _unknown("Its limits are no figures, or contradict each other.")
    where = position(new, allowed)
    if where is Position.OUTSIDE:
        return Reason(f"{new} is not inside {allowed}.", condition=Condition.INSIDE)
    if where is Position.INSIDE:
        silent = any(end is not None and end.unit is None for end in (allowed.low, allowed.high))
        return _unknown(f"In which unit {range_words(each, allowed)} is meant is not recorded.") if silent else None
    return _unknown(f"{new} does not compare with a range {range_words(each, allowed)}.")


def _unknown(sentence: str) -> Reason:
    return Reason(sentence, unknown=True, condition=Condition.INSIDE)


def _no_interaction_moves(_each: Entity, case: Case, _: Iri | None) -> Reason | None:
    changed = case.around.factor.iri if case.around.factor else ANYWHERE
    others = {other for each in case.around.interactions for other in each.things(KG.ofFactor)} - {changed}
    moving = sorted(case.around.named(other).label for other in others & case.moved)
    return Reason(f"An interacting factor moves too: {', '.join(moving)}.") if moving else None


def _inside_filed(_each: Entity, case: Case, _: Iri | None) -> Reason | None:
    """Every filed range is recorded, on the same basis, and holds both values; what is not known is not inside."""
    missing = [detail.label for detail in case.around.registrations if not detail.things(KG.filedRange)]
    if missing:
        return Reason(f"The filed range of {' and '.join(missing)} is not recorded.", unknown=True)
    filed = filed_ranges(case)
    if not filed:
        sentence = "No filed range is recorded, so nothing says that the move stays inside what is filed."
        return Reason(sentence, unknown=True)
    left = tuple(dict.fromkeys(reason for each in filed for reason in _left(each, case)))
    if not left:
        return None
    return Reason(" ".join(reason.sentence for reason in left), unknown=all(reason.unknown for reason in left))


def filed_ranges(case: Case) -> tuple[Entity, ...]:
    """The ranges in use that say they are filed, and those that a registration detail names."""
    ranges = (each for each in case.around.ranges if not each.retired)
    return tuple(each for each in ranges if each.iri in case.around.filed or KG.filed in each.things(KG.rangeType))


def _left(each: Entity, case: Case) -> Iterable[Reason]:
    allowed = limits(each, _unit(case))
    told = range_words(each, allowed)
    if allowed is None:
        yield Reason(f"The limits of {each.label} are no figures, or contradict each other.", unknown=True)
        return
    odd = holding.bases_agree(
        fitting.bases_of(each, case.around), case.around.bases_at(case.site), fitting.known(case.around)
    )
    if odd is not None:
        why = "its figures are measured in another way, or how is not recorded"
        yield Reason(f"{each.label} ({told}) does not compare: {why}.", unknown=odd.unknown)
    for figure in (case.change.old, case.change.new):
        if not isinstance(figure, Quantity | Span):
            sentence = f"What it goes from or to is not given as a figure: {each.label} ({told}) may be left."
            yield Reason(sentence, unknown=True)
        elif position(figure, allowed) is not Position.INSIDE:
            unknown = position(figure, allowed) is Position.NOT_COMPARABLE
            stands = "does not compare with" if unknown else "is not inside"
            yield Reason(f"{figure} {stands} {each.label} ({told}).", unknown=unknown)


def _not_reached(each: Entity, case: Case, factor: Iri | None) -> Reason | None:
    if each.iri in case.undermined:
        return Reason("The change reaches it itself.")
    if (
        factor is not None
        and each.thing(KG.controlKind) != KG.proceduralControl
        and factor in _run_by_what_changes(case)
    ):
        return Reason("It may work by the very equipment that changes.", unknown=True)
    return None


def _run_by_what_changes(case: Case) -> frozenset[Iri]:
    """The factors that equipment reached by the change controls."""
    return frozenset(
        link.target
        for listed in case.reached.links.values()
        for link in listed
        if any(quad.predicate == KG.controlsFactor for quad in link.quads)
    )


def _validated(each: Entity, _case: Case, _: Iri | None) -> Reason | None:
    return None if each.things(KG.statusAtSite) == (KG.validated,) else Reason("It is not validated here.")


def _not_the_setpoint(_each: Entity, case: Case, factor: Iri | None) -> Reason | None:
    changed = case.around.factor.iri if case.around.factor else None
    if factor != changed:
        equipment = any(matches(case.around.start.types, each) for each in (KG.Equipment, KG.EquipmentModel))
        if equipment or case.change.kind is ChangeKind.EXCURSION:
            return None
        return Reason("A control holds against a disturbance or other equipment, not against a change of another kind.")
    if case.change.kind is ChangeKind.EXCURSION:
        return Reason("The factor it keeps has already left its value.")
    return Reason("What changes is the value that it keeps.")


_FOUND: Final[Mapping[Holds, Callable[[BarrierKind, Case], Iterable[Candidate]]]] = {
    Holds.FROM_CHANGED_FACTOR: _ranges,
    Holds.INTO_FACTOR: _controls,
}

_CHECKS: Final[dict[Condition, _Check]] = {  # those of tests: where detection is told
    Condition.INSIDE: _inside,
    Condition.SAME_SITE: _fits(holding.same_site),
    Condition.SAME_EQUIPMENT: _fits(holding.same_equipment),
    Condition.SAME_SCALE: _fits(holding.same_scale),
    Condition.SAME_BASIS: _fits(holding.same_basis),
    Condition.NO_INTERACTION_MOVES: _no_interaction_moves,
    Condition.INSIDE_FILED: _inside_filed,
    Condition.NOT_REACHED: _not_reached,
    Condition.VALIDATED: _validated,
    Condition.NOT_THE_SETPOINT: _not_the_setpoint,
}


def _unit(case: Case) -> Iri | None:
    return case.around.factor.thing(KG.unit) if case.around.factor else None
