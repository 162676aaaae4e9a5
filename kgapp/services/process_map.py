"""The process as a map: unit operations in order, and what each site has set for their factors.

Sites are compared with a reference lane, at first that of the sending site. Not recorded is never "the same"; what a site
leaves out by choosing another option is told apart from what nobody has written down. What stands on a card beside its
factors is looked up in ``process_cards``; ``process_differences`` compares the lanes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from kgapp.domain.quantity import Quantity, decimal
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROV
from kgapp.services.browsing import Named, labels
from kgapp.services.ports import RecordReader
from kgapp.services.process_board import Card, FactorRow, Lane, ProcessMap, Standing, Step
from kgapp.services.process_cards import CardReader
from kgapp.services.process_differences import compared
from kgapp.services.statements import Statements

MOST_PROCESSES: Final = 500
"""How many general processes are named to choose from."""


@dataclass(frozen=True, slots=True)
class _Set:
    figure: str
    normal: str
    unit: str
    basis: Iri | None
    own: tuple[Iri, ...]
    exact: tuple[Quantity | None, ...] = ()

    @property
    def value(self) -> str:
        parts = (self.figure, f"({self.normal})" if self.normal else "", self.unit)
        return " ".join(part for part in parts if part)


def process_map(reader: RecordReader, wanted: Iri | None = None, reference: Iri | None = None) -> ProcessMap:
    """The map of a general process, by default the first of the project, compared with a site, by default the first."""
    known = Statements(reader)
    there = reader.instances((KG.GeneralProcess,))
    process = wanted if wanted in there else next(iter(there), None)
    if process is None:
        return ProcessMap(None, (), (), ())
    steps = steps_of(known, process)
    factors = {step: factors_of(known, step) for step in steps}
    lanes = _lanes(known, process)
    settings = _settings(known, factors, lanes)
    used = {site for _, site in settings}
    lanes = tuple(replace(lane, planned=lane.site.iri not in used) for lane in lanes)
    lanes = tuple(sorted(lanes, key=lambda lane: lane.planned))
    named = {factor for factor, _ in settings}
    shown = {step: tuple(factor for factor in each if factor in named) for step, each in factors.items()}
    desk = CardReader(known)
    cards = tuple(
        tuple(desk.fill(_card(known, step, shown[step], lane, settings), factors[step], lane) for step in steps)
        for lane in lanes
    )
    board = ProcessMap(
        known.named(process),
        tuple(Step(known.named(step), frozenset(factors[step]), desk.know_how(step, factors[step])) for step in steps),
        lanes,
        cards,
        None,
        _named(reader, there[:MOST_PROCESSES]),
    )
    return compared(board, reference)


def steps_of(known: Statements, process: Iri) -> tuple[Iri, ...]:
    """The unit operations of a general process, in order; release testing is none."""
    parts = [part for part in known.that(KG.partOf, process) if KG.UnitOperation in known.types(part)]
    return tuple(sorted(parts, key=lambda step: (order(known, step), known.name(step))))


def factors_of(known: Statements, step: Iri) -> tuple[Iri, ...]:
    """The factors of a step: critical ones first, then by id."""
    return tuple(
        sorted(
            known.things(step, KG.hasFactor),
            key=lambda factor: (known.thing(factor, KG.criticality) != KG.CPP, known.notation(factor)),
        )
    )


def order(known: Statements, step: Iri) -> Decimal:
    """The place of a step; steps without one come last."""
    place = decimal(known.text(step, KG.order))
    return _LAST if place is None else place


def _lanes(known: Statements, process: Iri) -> tuple[Lane, ...]:
    derived = known.that(PROV.wasDerivedFrom, process)
    processes = [each for each in derived if KG.SiteProcess in known.types(each) and known.things(each, KG.atSite)]
    processes.sort(
        key=lambda each: (
            not known.that(KG.sendingProcess, each),
            not known.that(KG.receivingProcess, each),
            known.name(each),
        )
    )
    return tuple(_lane(known, each, site) for each in processes for site in known.things(each, KG.atSite)[:1])


def brief(figure: str) -> str:
    """A figure for a small place: 2000000000 as 2e9. Anything else stays as it is written."""
    zeros = len(figure) - len(figure.rstrip("0"))
    return f"{figure[:-zeros]}e{zeros}" if figure.isdigit() and zeros > _MANY_ZEROS else figure


def _lane(known: Statements, process: Iri, site: Iri) -> Lane:
    region = known.thing(site, KG.inRegion)
    invented = known.text(site, KG.invented) == "true"
    return Lane(known.named(process), known.named(site), known.notation(region) if region else "", False, invented)


def _settings(
    known: Statements, factors: Mapping[Iri, tuple[Iri, ...]], lanes: tuple[Lane, ...]
) -> dict[tuple[Iri, Iri], _Set]:
    """What is set, by factor and site."""
    found: dict[tuple[Iri, Iri], _Set] = {}
    for factor in {factor for each in factors.values() for factor in each}:
        about = [
            one for one in known.that(KG.forFactor, factor) if known.things(one, KG.atSite) and not known.retired(one)
        ]
        for lane in lanes:
            here = [one for one in about if lane.site.iri in known.things(one, KG.atSite)]
            setting = _setting(known, factor, here)
            if setting is not None:
                found[factor, lane.site.iri] = setting
    return found


def _setting(known: Statements, factor: Iri, here: list[Iri]) -> _Set | None:
    settings = [one for one in here if KG.SiteSetting in known.types(one)]
    if not settings:
        return None
    setting = settings[0]
    own = (*settings, *(one for one in here if one not in settings))
    basis = known.thing(setting, KG.basis) or known.thing(factor, KG.basis)
    said = dict.fromkeys(_said(known, one) for one in settings)
    if len(said) > 1:
        return _Set("; ".join(f"{figure} {unit}".strip() for figure, unit in said), "", "", basis, own)
    ((figure, unit),) = said
    if not known.text(setting, KG.setpoint):
        return _Set(figure, "", "", basis, own)
    ranges = [one for one in here if KG.NOR in known.things(one, KG.rangeType)]
    limits = dict.fromkeys((known.limits(one, brief), known.unit(one)) for one in ranges if known.limits(one))
    exact = _exact(known, setting, ranges)
    if all(own_unit == unit for _, own_unit in limits):
        return _Set(figure, "; ".join(each for each, _ in limits), unit, basis, own, exact)
    normal = "; ".join(" ".join(each).strip() for each in limits)
    return _Set(f"{figure} {unit}".strip(), normal, "", basis, own, exact)


def _said(known: Statements, setting: Iri) -> tuple[str, str]:
    """The figure of a setting with its unit, else its words."""
    figure = known.text(setting, KG.setpoint)
    return (brief(figure), known.unit(setting)) if figure else (known.text(setting, KG.textValue), "")


def _exact(known: Statements, setting: Iri, ranges: list[Iri]) -> tuple[Quantity | None, ...]:
    """Setpoint and both limits to compare by value; empty where there are several ranges or no figures."""
    one = ranges[0] if ranges else setting
    parts = ((setting, KG.setpoint), (one, KG.lowerLimit), (one, KG.upperLimit))
    found = []
    for thing, predicate in parts:
        written = known.text(thing, predicate)
        figure, factor = decimal(written), known.thing(thing, KG.forFactor)
        if written and figure is None:
            return ()
        unit = known.thing(thing, KG.unit) or (known.thing(factor, KG.unit) if factor else None)
        found.append(None if figure is None else Quantity(figure, unit, written))
    return tuple(found) if len(ranges) < 2 else ()


def _card(
    known: Statements, step: Iri, factors: Iterable[Iri], lane: Lane, settings: Mapping[tuple[Iri, Iri], _Set]
) -> Card:
    rows = tuple(_row(known, factor, lane, settings.get((factor, lane.site.iri))) for factor in factors)
    return Card(known.named(step), lane.site, rows, ())


def _row(known: Statements, factor: Iri, lane: Lane, setting: _Set | None) -> FactorRow:
    named, criticality = known.named(factor), known.typed(factor, KG.criticality)
    if setting is None:
        return FactorRow(named, criticality, "", _unset(known, factor, lane), "")
    basis = setting.basis
    return FactorRow(
        named,
        criticality,
        setting.value,
        Standing.SET,
        known.name(basis) if basis else "",
        "",
        setting.figure,
        setting.normal,
        setting.unit,
        basis,
        frozenset(known.things(basis, KG.bridgedTo)) if basis else frozenset(),
        (),
        setting.own,
        setting.exact,
    )


def _named(reader: RecordReader, things: Iterable[Iri]) -> tuple[Named, ...]:
    names = labels(reader, things := tuple(things))
    return tuple(sorted((Named(thing, names[thing]) for thing in things), key=lambda each: (each.label, each.iri)))


def _unset(known: Statements, factor: Iri, lane: Lane) -> Standing:
    """Left out by design when only options that were not chosen there bring it."""
    options = known.that(KG.brings, factor)
    chosen = known.things(lane.process.iri, KG.choosesOption)
    by_design = bool(options) and not set(options) & set(chosen)
    return Standing.NOT_APPLICABLE if by_design else Standing.MISSING


_MANY_ZEROS: Final = 5
_LAST: Final = Decimal(10_000)
