"""What could hold a change, and why it does not.

A barrier never removes an item; it lowers the grade shown beside the unheld one, and a person confirms it. Every
candidate is listed. Where a condition cannot be checked because something is not recorded, it is not met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.grades import Evidence, evidence_of
from kgapp.domain.impact import Barrier, Change, ChangeKind, Named
from kgapp.domain.quantity import Position, Quantity, Span, position
from kgapp.domain.rules import BarrierKind, Condition, Holds, Kind, RuleBook, matches, worded
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.context import Surroundings, limits
from kgapp.services.impact.reached import ANYWHERE, Entity, Link, Reached


@dataclass(frozen=True, slots=True)
class Case:
    """A change with what surrounds it and what it reaches: what the conditions look at."""

    change: Change
    around: Surroundings
    reached: Reached
    moved: frozenset[Iri]
    """The factors that the change moves, the changed one included."""
    undermined: frozenset[Iri]
    """What the change reaches otherwise than by merely touching it, itself included."""

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


def case(change: Change, around: Surroundings, reached: Reached) -> Case:
    """What the conditions look at, gathered once."""
    moved = {
        state.entity
        for state in reached.states
        if state.kind is Kind.PRODUCT and matches(reached.entities[state.entity].types, KG.Factor)
    }
    undermined = {state.entity for state in reached.states if state.kind is not Kind.TOUCHED}
    if around.factor is not None:
        moved.add(around.factor.iri)
    return Case(change, around, reached, frozenset(moved), frozenset(undermined))


def candidates(book: RuleBook, case: Case) -> tuple[Candidate, ...]:
    """Every barrier that could hold the change, void ones with their reasons."""
    found: list[Candidate] = []
    for kind in book.barriers:
        if kind.holds is Holds.FROM_CHANGED_FACTOR:
            found.extend(_ranges(kind, case))
        elif kind.holds is Holds.INTO_FACTOR:
            found.extend(_controls(kind, case))
    return tuple(found)


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
            if factor in case.moved:
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
        sentence = f"{each.label} does not hold here: {' '.join(void)}"
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


class _Outside(str):
    """The reason that the new value lies outside a range."""

    __slots__ = ()


_Reason = str


def _reasons(kind: BarrierKind, each: Entity, case: Case, factor: Iri | None = None) -> tuple[_Reason, ...]:
    reasons: list[_Reason] = []
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
