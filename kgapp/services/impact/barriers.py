"""What could hold a change, and why it does not.

A barrier never removes an item; it lowers the grade shown beside the unheld one, and a person confirms it. Every
candidate is listed. Where a condition cannot be checked because something is not recorded, it is not met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.grades import Evidence, evidence_of
from kgapp.domain.impact import Barrier, Change, ChangeKind, Named
from kgapp.domain.quantity import Position, Quantity, Span, position
from kgapp.domain.rules import BarrierKind, Condition, Holds, Kind, RuleBook
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.context import Surroundings, limits
from kgapp.services.impact.reached import ANYWHERE, Entity, Link, Reached
from kgapp.services.impact.ways import subclasses


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
        """Whether a valid barrier of this kind holds a link."""
        if self.barrier.void:
            return False
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
    factors = subclasses(KG.Factor)
    moved = {
        state.entity
        for state in reached.states
        if state.kind is Kind.PRODUCT and not reached.entities[state.entity].types.isdisjoint(factors)
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
    for each in case.around.ranges:
        if each.thing(KG.rangeType) != KG.PAR:
            continue
        void = _reasons(kind, each, case)
        for attribute in each.things(KG.forAttribute) or (None,):
            named = case.around.named(attribute) if attribute else None
            without = () if attribute else ("It does not say for which attribute it was established.",)
            yield Candidate(_barrier(kind, each, case, named, (*void, *without)), kind.holds, case.around.factor.iri)


def _controls(kind: BarrierKind, case: Case) -> Iterable[Candidate]:
    wanted = subclasses(kind.node_class)
    entered = {state.entity for state in case.reached.states}
    for iri in sorted(case.reached.entities):
        each = case.reached.entities[iri]
        if iri not in entered or each.types.isdisjoint(wanted) or each.thing(KG.controlKind) == KG.testControl:
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
    sentence = kind.sentence
    for name, value in words.items():
        sentence = sentence.replace(f"{{{name}}}", value)
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


def _reasons(kind: BarrierKind, each: Entity, case: Case, factor: Iri | None = None) -> tuple[str, ...]:
    reasons = []
    if case.change.kind.iri not in kind.change_kinds:
        reasons.append(f"A {kind.label} says nothing about a change of the kind “{case.change.kind.value}”.")
    checked = (_CHECKS[condition](each, case, factor) for condition in kind.conditions if condition in _CHECKS)
    return (*reasons, *(reason for reason in checked if reason))


def _inside(each: Entity, case: Case, _: Iri | None) -> str:
    new = case.change.new
    if not isinstance(new, Quantity | Span):
        return "No new value was given, so none can lie inside it."
    allowed = limits(each, _unit(case))
    where = position(new, allowed)
    if where is Position.OUTSIDE:
        return f"{new} is not inside {allowed}."
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
    if not wanted:
        if case.around.controlling:
            return "It does not say on which equipment it was established."
        return ""
    used = case.around.models_at(case.site)
    if wanted & used:
        return ""
    on = " or ".join(sorted(case.around.named(model).label for model in wanted))
    if not used:
        return f"It was established on {on}; which equipment is used here is not recorded."
    here = " and ".join(sorted(case.around.named(model).label for model in used))
    return f"It was established on {on}; here {here} is used."


def _same_scale(each: Entity, case: Case, _: Iri | None) -> str:
    wanted, here = each.thing(KG.atScale), case.around.scale_at(case.site)
    if wanted is None:
        return "It does not say at which scale it was established."
    if here is None:
        return f"It was established at {case.around.named(wanted).label}; the scale here is not recorded."
    if wanted == here:
        return ""
    return f"It was established at {case.around.named(wanted).label}, not at {case.around.named(here).label}."


def _same_basis(each: Entity, case: Case, _: Iri | None) -> str:
    factor = case.around.factor
    wanted = each.thing(KG.basis) or (factor.thing(KG.basis) if factor else None)
    here = case.around.basis_at(case.site)
    if case.around.same_basis(wanted, here):
        return ""
    return f"Its figures are measured by {_basis(wanted, case)}, those here by {_basis(here, case)}, and no study bridges the two."


def _no_interaction_moves(_each: Entity, case: Case, _: Iri | None) -> str:
    changed = case.around.factor.iri if case.around.factor else ANYWHERE
    others = {other for each in case.around.interactions for other in each.things(KG.ofFactor)} - {changed}
    moving = sorted(case.around.named(other).label for other in others & case.moved)
    return f"An interacting factor moves too: {', '.join(moving)}." if moving else ""


def _inside_filed(_each: Entity, case: Case, _: Iri | None) -> str:
    filed = [each for each in case.around.ranges if each.thing(KG.rangeType) == KG.filed]
    if not filed:
        return "No filed range is recorded, so nothing says that the move stays inside what is filed."
    outside = []
    for each in filed:
        allowed = limits(each, _unit(case))
        for figure in (case.change.old, case.change.new):
            if not isinstance(figure, Quantity | Span):
                outside.append(
                    f"What it goes from or to is not given as a figure: {each.label} ({allowed}) may be left."
                )
            elif position(figure, allowed) is not Position.INSIDE:
                outside.append(f"{figure} is not inside {each.label} ({allowed}).")
    return " ".join(dict.fromkeys(outside))


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
    status = each.thing(KG.statusAtSite)
    return "" if status == KG.validated else "It is not validated here."


def _not_the_setpoint(_each: Entity, case: Case, factor: Iri | None) -> str:
    changed = case.around.factor.iri if case.around.factor else None
    if factor != changed:
        return ""
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
