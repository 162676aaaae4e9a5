"""The process as a map: unit operations in order, and what each site has set for their factors.

Sites are compared with the first lane, the sending site. Not recorded is never "the same"; what a site leaves out by
choosing another option is told apart from what nobody has written down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Final

from kgapp.domain.quantity import decimal
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROV
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements


class Standing(Enum):
    """How a factor stands at a site."""

    SET = "set"
    MISSING = "missing"
    NOT_APPLICABLE = "not applicable by design"


@dataclass(frozen=True, slots=True)
class Step:
    """A unit operation, with how many factors it has and how much know-how concerns it or them."""

    step: Named
    factors: int
    know_how: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A site process. ``planned`` says that nothing is set there yet."""

    process: Named
    site: Named
    region: str
    planned: bool


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor at a site: setpoint, normal operating range and unit as one text; ``differs`` says how, or is empty."""

    factor: Named
    criticality: str
    value: str
    standing: Standing
    basis: str
    differs: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One step at one site."""

    step: Named
    site: Named
    rows: tuple[FactorRow, ...]
    equipment: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """All of it; ``cards`` by lane, in the order of the steps. ``process`` is ``None`` in a project without one."""

    process: Named | None
    steps: tuple[Step, ...]
    lanes: tuple[Lane, ...]
    cards: tuple[tuple[Card, ...], ...]

    @property
    def factors(self) -> int:
        """How many factors the process has."""
        return sum(step.factors for step in self.steps)

    @property
    def shown(self) -> int:
        """How many factors have a setting at some site, and so a row."""
        return len({row.factor.iri for lane in self.cards for card in lane for row in card.rows})


@dataclass(frozen=True, slots=True)
class _Set:
    value: str
    basis: Iri | None


def process_map(reader: RecordReader) -> ProcessMap:
    """The map of the first general process of a project."""
    known = Statements(reader)
    process = next(iter(reader.instances((KG.GeneralProcess,))), None)
    if process is None:
        return ProcessMap(None, (), (), ())
    steps = steps_of(known, process)
    factors = {step: factors_of(known, step) for step in steps}
    lanes = _lanes(known, process)
    settings = {
        (factor, lane.site.iri): setting
        for each in factors.values()
        for factor in each
        for lane in lanes
        if (setting := _setting(known, factor, lane)) is not None
    }
    used = {site for _, site in settings}
    lanes = tuple(replace(lane, planned=lane.site.iri not in used) for lane in lanes)
    lanes = tuple(sorted(lanes, key=lambda lane: lane.planned))
    shown = {
        step: tuple(factor for factor in each if any(factor == one for one, _ in settings))
        for step, each in factors.items()
    }
    return ProcessMap(
        known.named(process),
        tuple(Step(known.named(step), len(factors[step]), _know_how(known, step, factors[step])) for step in steps),
        lanes,
        tuple(tuple(_card(known, step, shown[step], lane, lanes, settings) for step in steps) for lane in lanes),
    )


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
    sending = {one for project in known.reader.instances((KG.TransferProject,)) for one in _sending(known, project)}
    receiving = {one for project in known.reader.instances((KG.TransferProject,)) for one in _receiving(known, project)}
    derived = known.that(PROV.wasDerivedFrom, process)
    processes = [each for each in derived if KG.SiteProcess in known.types(each) and known.things(each, KG.atSite)]
    processes.sort(key=lambda each: (each not in sending, each not in receiving, known.name(each)))
    return tuple(_lane(known, each, site) for each in processes for site in known.things(each, KG.atSite)[:1])


def _sending(known: Statements, project: Iri) -> tuple[Iri, ...]:
    return known.things(project, KG.sendingProcess)


def _receiving(known: Statements, project: Iri) -> tuple[Iri, ...]:
    return known.things(project, KG.receivingProcess)


def _lane(known: Statements, process: Iri, site: Iri) -> Lane:
    region = known.thing(site, KG.inRegion)
    return Lane(known.named(process), known.named(site), known.notation(region) if region else "", planned=False)


def _setting(known: Statements, factor: Iri, lane: Lane) -> _Set | None:
    here = [one for one in known.that(KG.forFactor, factor) if lane.site.iri in known.things(one, KG.atSite)]
    for setting in here:
        if KG.SiteSetting in known.types(setting):
            normal = next((known.limits(one, brief) for one in here if KG.NOR in known.things(one, KG.rangeType)), "")
            basis = known.thing(setting, KG.basis) or known.thing(factor, KG.basis)
            return _Set(_spoken(known, setting, normal), basis)
    return None


def _spoken(known: Statements, setting: Iri, normal: str) -> str:
    figure = known.text(setting, KG.setpoint)
    if not figure:
        return known.text(setting, KG.textValue)
    parts = (brief(figure), f"({normal})" if normal else "", known.unit(setting))
    return " ".join(part for part in parts if part)


def brief(figure: str) -> str:
    """A figure for a small place: 2000000000 as 2e9. Anything else stays as it is written."""
    zeros = len(figure) - len(figure.rstrip("0"))
    return f"{figure[:-zeros]}e{zeros}" if figure.isdigit() and zeros > _MANY_ZEROS else figure


def _card(
    known: Statements,
    step: Iri,
    factors: Iterable[Iri],
    lane: Lane,
    lanes: tuple[Lane, ...],
    settings: dict[tuple[Iri, Iri], _Set],
) -> Card:
    rows = tuple(_row(known, factor, lane, lanes[0], settings) for factor in factors)
    return Card(known.named(step), lane.site, rows, _equipment(known, step, lane))


def _row(known: Statements, factor: Iri, lane: Lane, first: Lane, settings: dict[tuple[Iri, Iri], _Set]) -> FactorRow:
    setting = settings.get((factor, lane.site.iri))
    standing = Standing.SET if setting else _unset(known, factor, lane)
    there = settings.get((factor, first.site.iri))
    by_design = Standing.NOT_APPLICABLE in (standing, Standing.SET if there else _unset(known, factor, first))
    compared = lane is not first and not lane.planned and not by_design
    differs = _difference(known, setting, there, first.site.label) if compared else ""
    return FactorRow(
        known.named(factor),
        known.typed(factor, KG.criticality),
        setting.value if setting else "",
        standing,
        known.name(setting.basis) if setting and setting.basis else "",
        differs,
    )


def _unset(known: Statements, factor: Iri, lane: Lane) -> Standing:
    """Left out by design when only options that were not chosen there bring it."""
    options = known.that(KG.brings, factor)
    chosen = known.things(lane.process.iri, KG.choosesOption)
    by_design = bool(options) and not set(options) & set(chosen)
    return Standing.NOT_APPLICABLE if by_design else Standing.MISSING


def _difference(known: Statements, here: _Set | None, there: _Set | None, where: str) -> str:
    if here is None:
        return f"Not recorded here. {where}: {there.value}." if there else ""
    if there is None:
        return f"Not recorded at {where}."
    if here.value != there.value:
        return f"{where}: {there.value}."
    if here.basis == there.basis or (here.basis and there.basis in known.things(here.basis, KG.bridgedTo)):
        return ""
    bases = [known.name(each) if each else "not recorded" for each in (here.basis, there.basis)]
    return f"Same figure, other basis: here {bases[0]}; {where}: {bases[1]}."


def _equipment(known: Statements, step: Iri, lane: Lane) -> tuple[Named, ...]:
    """The models used in a step at a site."""
    steps = [one for one in known.that(KG.ofUnitOperation, step) if lane.site.iri in known.things(one, KG.atSite)]
    used = [equipment for one in steps for equipment in known.things(one, KG.usesEquipment)]
    return tuple(known.named(known.thing(each, KG.ofModel) or each) for each in dict.fromkeys(used))


def _know_how(known: Statements, step: Iri, factors: tuple[Iri, ...]) -> int:
    found = {one for thing in (step, *factors) for one in known.that(KG.concerns, thing)}
    return sum(not _KNOW_HOW.isdisjoint(known.types(one)) for one in found)


_MANY_ZEROS: Final = 5
_LAST: Final = Decimal(10_000)
_KNOW_HOW: Final = frozenset((KG.KnowHow, KG.TacitAssertion, KG.PublishedKnowHow))
