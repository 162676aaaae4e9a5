"""What the graph records of where a change starts from, and what it does not: said beside the report, never assumed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.impact import ChangeKind
from kgapp.domain.quantity import Order, Quantity, Span, compare, decimal
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.context import limits
from kgapp.services.impact.reached import Entity

_FROM_A_SETPOINT: Final = frozenset({ChangeKind.VALUE, ChangeKind.TIMING, ChangeKind.EXCURSION})


def notes(case: Case) -> Iterable[str]:
    """Sentences on setpoints that differ from what was said, filings without figures, and figures of unknown basis."""
    factor = case.around.factor
    if factor is None or KG.MaterialChoice in factor.types:
        return
    if case.change.kind in _FROM_A_SETPOINT:
        yield from _setpoints(case, factor)
    if case.change.kind is ChangeKind.RANGE:
        yield from _limits(case, factor)
    if isinstance(case.change.new, Quantity | Span):
        yield from _unreadable_filings(case, factor)
        if basis_unknown(case) and case.around.ranges:
            yield f"How {factor.label} is measured is not recorded: figures are compared as figures only."


def basis_unknown(case: Case) -> bool:
    """Whether neither the factor nor its settings say how it is measured."""
    return case.around.bases_at(case.site) == {None}


def _setpoints(case: Case, factor: Entity) -> Iterable[str]:
    settings = case.around.settings_at(case.site)
    place = f" at {case.change.site.label}" if case.change.site else ""
    if not settings and isinstance(case.change.old, Quantity):
        yield f"No setting of {factor.label} is recorded{place}: that it goes from {case.change.old} could not be checked."
    for each in settings:
        where = " and ".join(case.around.named(site).label for site in each.sites) or "no recorded site"
        yield from _setpoint(each, where, case.change.old, factor)


def _setpoint(setting: Entity, where: str, old: object, factor: Entity) -> Iterable[str]:
    said = setting.texts(KG.setpoint)
    figure = decimal(next(iter(said))) if len(said) == 1 else None
    if figure is None:
        words = " / ".join(sorted(said | setting.texts(KG.textValue))) or "not recorded as a figure"
        if isinstance(old, Quantity):
            yield f"The change goes from {old}; the setpoint of {factor.label} at {where} is {words}: not checked."
        return
    unit = setting.thing(KG.unit) or factor.thing(KG.unit)
    recorded = Quantity(figure, unit, next(iter(said)))
    if not isinstance(old, Quantity):
        yield f"The setpoint of {factor.label} recorded at {where} is {recorded}."
    elif compare(old, recorded) is not Order.EQUAL:
        yield f"The change goes from {old}, but the setpoint of {factor.label} recorded at {where} is {recorded}."


def _limits(case: Case, factor: Entity) -> Iterable[str]:
    start, old = case.around.start, case.change.old
    if not isinstance(old, Span) or not matches(start.types, KG.AcceptableRange) or start.iri == factor.iri:
        return
    recorded = limits(start, factor.thing(KG.unit))
    if recorded is None or not _same(old, recorded):
        yield f"The change goes from {old}, but {start.label} is recorded as {recorded or 'something that is no range'}."


def _same(one: Span, other: Span) -> bool:
    ends = ((one.low, other.low), (one.high, other.high))
    return all(a is not None and b is not None and compare(a, b) is Order.EQUAL for a, b in ends)


def _unreadable_filings(case: Case, factor: Entity) -> Iterable[str]:
    known: set[Iri] = {each.iri for each in case.around.ranges}
    for detail in case.around.registrations:
        named = detail.things(KG.filedRange)
        if not named or not known.issuperset(named):
            yield (
                f"{detail.label} concerns {factor.label} and names no filed range that can be read: whether the move "
                "stays inside what it files is unknown."
            )
