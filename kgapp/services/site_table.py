"""Settings and ranges of a factor at each site, side by side; for a step, those of all its factors.

Where no proven range holds at a site, the cell lists the ones of which nobody knows whether they do, else the ones
proven elsewhere or otherwise, each with its reasons. ``domain.holding`` decides; "not recorded" is never "the same".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain import holding
from kgapp.domain.holding import Answer, Place
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import holding_places
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

MOST_SITES: Final = 12
MOST_FACTORS: Final = 40
_LOOKED_AT: Final = 400


class Column(Enum):
    """What a cell says of a factor at a site."""

    SETTING = "Setting"
    NORMAL = "Normal range"
    PROVEN = "Proven range"
    FILED = "Filed range"
    BASIS = "Basis"


@dataclass(frozen=True, slots=True)
class Figure:
    """One setting or range in words; ``about`` says for which attribute or region it is.

    ``void`` says why it does not hold here, ``unsure`` why nobody knows whether it does: an impact counts on neither.
    """

    text: str
    thing: Iri
    about: str = ""
    void: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A factor at a site; ``cells`` in the order of ``Column``, each with what is recorded, nothing when nothing is."""

    factor: Named
    site: Named
    unit: str
    cells: tuple[tuple[Figure, ...], ...]

    @property
    def recorded(self) -> bool:
        """Whether something is recorded of the factor at this very site."""
        own = any(not figure.void for figure in self.cell(Column.PROVEN))
        return own or bool(self.cell(Column.SETTING) or self.cell(Column.NORMAL))

    def cell(self, column: Column) -> tuple[Figure, ...]:
        """What is recorded in a column."""
        return self.cells[_COLUMNS.index(column)]


@dataclass(frozen=True, slots=True)
class SiteTable:
    """Rows by factor, then site. ``factors`` and ``sites`` count all, also those that have no row."""

    rows: tuple[SiteRow, ...] = ()
    factors: int = 0
    sites: int = 0


def table(reader: RecordReader, thing: Iri) -> SiteTable:
    """The table of a factor, or of a step and its factors; without rows for anything else, or where nothing has a site."""
    known = Statements(reader)
    kinds = with_superclasses(known.types(thing))
    factors = (thing,) if KG.Factor in kinds else known.things(thing, KG.hasFactor)
    if not factors:
        return SiteTable()
    about = {factor: reader.users(factor, KG.forFactor, limit=_LOOKED_AT) for factor in factors[:MOST_FACTORS]}
    sites = _sites(known, {one for each in about.values() for one in each})
    order = sorted(about, key=lambda one: (known.thing(one, KG.criticality) != KG.CPP, known.notation(one)))
    rows = (_row(known, factor, about[factor], site) for factor in order for site in sites[:MOST_SITES])
    one = len(factors) == 1  # of one factor also the sites where nothing is set: that is worth seeing
    return SiteTable(tuple(row for row in rows if one or row.recorded), len(factors), len(sites))


def parts(known: Statements, about: Iterable[Iri], site: Iri) -> dict[Column, tuple[Iri, ...]]:
    """What records each column for a factor at a site; a filed range holds in the region of the site.

    What is retired records nothing any more; a proven range that is retired is listed, to say so where none holds.
    """
    used = [one for one in about if not known.retired(one)]
    here = [one for one in used if site in known.things(one, KG.atSite)]
    regions = known.things(site, KG.inRegion)
    return {
        Column.SETTING: tuple(one for one in here if KG.SiteSetting in known.types(one)),
        Column.NORMAL: _ranges(known, here, KG.NOR),
        Column.PROVEN: _ranges(known, about, KG.PAR),
        Column.FILED: tuple(
            one
            for one in _ranges(known, used, KG.filed)
            if any(region in known.things(one, KG.inRegion) for region in regions)
        ),
    }


def _row(known: Statements, factor: Iri, about: tuple[Iri, ...], site: Iri) -> SiteRow:
    found = parts(known, about, site)
    settings = found[Column.SETTING]
    place = holding_places.place(known, factor, site, settings)
    proven = tuple(_proven(known, one, place, factor) for one in found[Column.PROVEN])
    holds = tuple(one for one in proven if not one.void and not one.unsure)
    unsure = tuple(one for one in proven if one.unsure)
    own = tuple(one for one in proven if site in known.things(one.thing, KG.atSite))
    cells = (
        tuple(_setting(known, one) for one in settings),
        tuple(_range(known, one) for one in found[Column.NORMAL]),
        holds or unsure or own or proven,
        tuple(_range(known, one, _names(known, one, KG.inRegion)) for one in found[Column.FILED]),
        tuple(Figure(known.name(basis), basis) for basis in dict.fromkeys(_bases(known, settings))),
    )
    return SiteRow(known.named(factor), known.named(site), known.unit(factor), cells)


def _sites(known: Statements, about: set[Iri]) -> list[Iri]:
    """Sites of the processes, the sending one first, then others where something is recorded."""
    projects = known.reader.instances((KG.TransferProject,))
    sending = [one for project in projects for one in known.things(project, KG.sendingProcess)]
    receiving = [one for project in projects for one in known.things(project, KG.receivingProcess)]
    others = sorted(known.reader.instances((KG.SiteProcess,)), key=known.name)
    processes = dict.fromkeys((*sending, *receiving, *others))
    of_processes = [site for process in processes for site in known.things(process, KG.atSite)]
    of_things = sorted({site for one in about for site in known.things(one, KG.atSite)}, key=known.name)
    used = set(of_things)
    every = list(dict.fromkeys((*of_processes, *of_things)))
    return [one for one in every if one in used] + [one for one in every if one not in used] if used else []


def _proven(known: Statements, one: Iri, place: Place, factor: Iri) -> Figure:
    found = holding_places.reasons(known, one, place, factor)
    sentences = tuple(reason.sentence for reason in found)
    answer = holding.answer(found)
    return Figure(
        _limits(known, one),
        one,
        _names(known, one, KG.forAttribute),
        void=sentences if answer is Answer.VOID else (),
        unsure=sentences if answer is Answer.UNKNOWN else (),
    )


def _bases(known: Statements, settings: Iterable[Iri]) -> tuple[Iri, ...]:
    return tuple(basis for one in settings for basis in known.things(one, KG.basis))


def _ranges(known: Statements, about: Iterable[Iri], kind: Iri) -> tuple[Iri, ...]:
    return tuple(one for one in about if kind in known.things(one, KG.rangeType))


def _setting(known: Statements, one: Iri) -> Figure:
    figure = known.text(one, KG.setpoint)
    return Figure(
        f"{figure} {known.unit(one)}".strip() if figure else known.text(one, KG.textValue) or known.name(one), one
    )


def _range(known: Statements, one: Iri, about: str = "") -> Figure:
    return Figure(_limits(known, one), one, about)


def _limits(known: Statements, one: Iri) -> str:
    limits = known.limits(one)
    return f"{limits} {known.unit(one)}".strip() if limits else known.text(one, KG.finding) or known.name(one)


def _names(known: Statements, one: Iri, predicate: Iri) -> str:
    return ", ".join(known.name(each) for each in known.things(one, predicate))


_COLUMNS: Final = tuple(Column)
