"""What could hold a change, and why it does not.

A barrier never removes an item; it lowers the grade shown beside the unheld one, and a person confirms it. Every
candidate is listed. Where a condition cannot be checked because something is not recorded, it is not met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.grades import Evidence, evidence_of
from kgapp.domain.impact import Barrier, Change, ChangeKind, Named
from kgapp.domain.quantity import Position, Quantity, Span, position
from kgapp.domain.rules import BarrierKind, Condition, Holds, Kind, RuleBook, matches, worded
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import paths
from kgapp.services.impact.context import Surroundings, limits
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
    void = tuple(dict.fromkeys((*one.barrier.void, *other.barrier.void)))
    told = one if one.barrier.void else other
    sentence = _void_sentence(one.barrier.label, void) if void else told.barrier.sentence
    return replace(one, barrier=replace(one.barrier, void=void, sentence=sentence))


def _ranges(kind: BarrierKind, case: Case) -> Iterable[Candidate]:
    if case.around.factor is None:
        return
    proven = [each for each in case.around.ranges if KG.PAR in each.things(KG.rangeType)]
    reasons = {each.iri: _reasons(kind, each, case) for each in proven}
    for each in proven:
        for attribute in each.things(KG.forAttribute) or (None,):
            named = case.around.named(attribute) if attribute else None
            without = () if attribute else ("It does not say for which attribute it was established.",)
            void = (*reasons[each.iri], *without, *_contradicted(each, attribute, proven, reasons))
            yield Candidate(_barrier(kind, each, case, named, void), kind.holds, case.around.factor.iri)


def _contradicted(
    each: Entity, attribute: Iri | None, proven: list[Entity], reasons: Mapping[Iri, tuple[_Reason, ...]]
) -> tuple[_Reason, ...]:
    """Another range for the attribute, void for nothing but that the new value lies outside it, speaks against this one."""
    return tuple(
        f"{other.label} was proven here too, and the new value is not inside it."
        for other in proven
        if other.iri != each.iri
        and attribute in other.things(KG.forAttribute)
        and len(reasons[other.iri]) == 1
        and isinstance(reasons[other.iri][0], _Outside)
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


def _barrier(kind: BarrierKind, each: Entity, case: Case, about: Named | None, void: tuple[str, ...]) -> Barrier:
    place = each.sites[0] if each.sites else ANYWHERE
    words = {
        "barrier": each.label,
        "attribute": about.label if about else "an attribute",
        "factor": about.label if about else "a factor",
    }
    sentence = worded(kind.sentence, words)
    if void:
        sentence = _void_sentence(each.label, void)
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
        void=void,
    )


def _void_sentence(label: str, void: tuple[str, ...]) -> str:
    return f"{label} does not hold here: {' '.join(void)}"


class _Outside(str):
    """The reason that the new value lies outside a range."""

    __slots__ = ()


_Reason = str


def _reasons(kind: BarrierKind, each: Entity, case: Case, factor: Iri | None = None) -> tuple[_Reason, ...]:
    reasons: list[_Reason] = []
    if kind.holds is Holds.FROM_CHANGED_FACTOR and case.moved_by:
        reasons.append(f"Another change of this assessment moves the factor too: {', '.join(case.moved_by)}.")
    if not each.in_force:
        reasons.append(f"It is not in force: {'it is retired' if each.retired else 'its status says otherwise'}.")
    if case.change.kind.iri not in kind.change_kinds:
        reasons.append(f"A {kind.label} says nothing about a change of the kind “{case.change.kind.value}”.")
    checked = (_CHECKS[condition](each, case, factor) for condition in kind.conditions if condition in _CHECKS)
    return (*reasons, *(reason for reason in checked if reason))


def _inside(each: Entity, case: Case, _: Iri | None) -> str:
    new = case.change.new
    if case.change.duration is not None and not (case.around.factor and KG.HoldTime in case.around.factor.types):
        return f"It does not say for how long; the excursion lasted {case.change.duration}."
    if not isinstance(new, Quantity | Span):
        return "No new value was given, so none can lie inside it."
    allowed = limits(each, _unit(case))
    if allowed is None:
        return "Its limits are no figures, or contradict each other."
    where = position(new, allowed)
    if where is Position.OUTSIDE:
        return _Outside(f"{new} is not inside {allowed}.")
    return "" if where is Position.INSIDE else f"{new} and {allowed} do not compare: units or figures are missing."


def _same_site(each: Entity, case: Case, _: Iri | None) -> str:
    if not each.sites:
        return "It does not say at which site it holds."
    here = " and ".join(case.around.named(site).label for site in each.sites)
    if case.site == ANYWHERE:
        return f"It holds at {here} only, and the change names no site."
    return "" if case.site in each.sites else f"It holds at {here}, not at {case.around.named(case.site).label}."


def _same_equipment(each: Entity, case: Case, _: Iri | None) -> str:
    wanted = frozenset(each.things(KG.onEquipmentModel))
    used, unknown = case.around.equipment_at(case.site)
    if not wanted:
        return "It does not say on which equipment it was established."
    on = " or ".join(sorted(case.around.named(model).label for model in wanted))
    if unknown:
        return f"It was established on {on}; here equipment without a recorded model is used."
    if case.around.controlling and not used & case.around.controlling:
        return f"It was established on {on}; which equipment controls the factor here is not recorded."
    if not used:
        return f"It was established on {on}; which equipment is used here is not recorded."
    if used <= wanted or (not case.around.controlling and used & wanted):
        return ""
    here = " and ".join(sorted(case.around.named(model).label for model in used))
    return f"It was established on {on}; here {here} is used."


def _same_scale(each: Entity, case: Case, _: Iri | None) -> str:
    wanted, here = each.things(KG.atScale), case.around.scales_at(case.site)
    if not wanted:
        return "It does not say at which scale it was established."
    words = " or ".join(case.around.named(scale).label for scale in wanted)
    if None in here:
        return f"It was established at {words}; the scale here is not recorded."
    if here == frozenset(wanted):
        return ""
    return f"It was established at {words}, not at {' and '.join(sorted(case.around.named(scale).label for scale in here if scale))}."


def _same_basis(each: Entity, case: Case, _: Iri | None) -> str:
    return basis_reason(_bases_of(each, case), case)


def basis_reason(wanted: Iterable[Iri | None], case: Case) -> str:
    """Why figures on these bases do not compare with those of the change; empty when all do."""
    here = case.around.bases_at(case.site)
    for one in wanted:
        for other in here:
            if not case.around.same_basis(one, other):
                return (
                    f"Its figures are measured by {_basis(one, case)}, those here by {_basis(other, case)}, "
                    "and no study bridges the two."
                )
    return ""


def _bases_of(each: Entity, case: Case) -> tuple[Iri | None, ...]:
    """How the figures of a range are measured: as it says, else as the factor says."""
    own: tuple[Iri, ...] = case.around.factor.things(KG.basis) if case.around.factor else ()
    return each.things(KG.basis) or own or (None,)


def _no_interaction_moves(_each: Entity, case: Case, _: Iri | None) -> str:
    changed = case.around.factor.iri if case.around.factor else ANYWHERE
    others = {other for each in case.around.interactions for other in each.things(KG.ofFactor)} - {changed}
    moving = sorted(case.around.named(other).label for other in others & case.moved)
    return f"An interacting factor moves too: {', '.join(moving)}." if moving else ""


def _inside_filed(_each: Entity, case: Case, _: Iri | None) -> str:
    """Every filed range is recorded, on the same basis, and holds both values; what is not known is not inside."""
    missing = [detail.label for detail in case.around.registrations if not detail.things(KG.filedRange)]
    if missing:
        return f"The filed range of {' and '.join(missing)} is not recorded."
    filed = filed_ranges(case)
    if not filed:
        return "No filed range is recorded, so nothing says that the move stays inside what is filed."
    return " ".join(dict.fromkeys(reason for each in filed for reason in _left(each, case)))


def filed_ranges(case: Case) -> tuple[Entity, ...]:
    """The ranges that say they are filed, and those that a registration detail names."""
    return tuple(
        each for each in case.around.ranges if each.iri in case.around.filed or KG.filed in each.things(KG.rangeType)
    )


def _left(each: Entity, case: Case) -> Iterable[str]:
    allowed = limits(each, _unit(case))
    if allowed is None:
        yield f"The limits of {each.label} are no figures, or contradict each other."
        return
    if basis_reason(_bases_of(each, case), case):
        yield f"{each.label} ({allowed}) does not compare: its figures are measured in another way, or how is not recorded."
    for figure in (case.change.old, case.change.new):
        if not isinstance(figure, Quantity | Span):
            yield f"What it goes from or to is not given as a figure: {each.label} ({allowed}) may be left."
        elif position(figure, allowed) is not Position.INSIDE:
            yield f"{figure} is not inside {each.label} ({allowed})."


def _not_reached(each: Entity, case: Case, factor: Iri | None) -> str:
    if each.iri in case.undermined:
        return "The change reaches it itself."
    if (
        factor is not None
        and each.thing(KG.controlKind) != KG.proceduralControl
        and factor in _run_by_what_changes(case)
    ):
        return "It may work by the very equipment that changes."
    return ""


def _run_by_what_changes(case: Case) -> frozenset[Iri]:
    """The factors that equipment reached by the change controls."""
    return frozenset(
        link.target
        for listed in case.reached.links.values()
        for link in listed
        if any(quad.predicate == KG.controlsFactor for quad in link.quads)
    )


def _validated(each: Entity, _case: Case, _: Iri | None) -> str:
    return "" if each.things(KG.statusAtSite) == (KG.validated,) else "It is not validated here."


def _not_the_setpoint(_each: Entity, case: Case, factor: Iri | None) -> str:
    changed = case.around.factor.iri if case.around.factor else None
    if factor != changed:
        equipment = any(matches(case.around.start.types, each) for each in (KG.Equipment, KG.EquipmentModel))
        if equipment or case.change.kind is ChangeKind.EXCURSION:
            return ""
        return "A control holds against a disturbance or other equipment, not against a change of another kind."
    if case.change.kind is ChangeKind.EXCURSION:
        return "The factor it keeps has already left its value."
    return "What changes is the value that it keeps."


_FOUND: Final[Mapping[Holds, Callable[[BarrierKind, Case], Iterable[Candidate]]]] = {
    Holds.FROM_CHANGED_FACTOR: _ranges,
    Holds.INTO_FACTOR: _controls,
}

_CHECKS: Final[
    dict[Condition, Callable[[Entity, Case, Iri | None], str]]
] = {  # those of tests: where detection is told
    Condition.INSIDE: _inside,
    Condition.SAME_SITE: _same_site,
    Condition.SAME_EQUIPMENT: _same_equipment,
    Condition.SAME_SCALE: _same_scale,
    Condition.SAME_BASIS: _same_basis,
    Condition.NO_INTERACTION_MOVES: _no_interaction_moves,
    Condition.INSIDE_FILED: _inside_filed,
    Condition.NOT_REACHED: _not_reached,
    Condition.VALIDATED: _validated,
    Condition.NOT_THE_SETPOINT: _not_the_setpoint,
}


def _unit(case: Case) -> Iri | None:
    return case.around.factor.thing(KG.unit) if case.around.factor else None


def _basis(basis: Iri | None, case: Case) -> str:
    return case.around.named(basis).label if basis else "a way that is not recorded"
