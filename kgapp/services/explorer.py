"""The project as trees that a scientist thinks in: process, sites, knowledge; and by class where it has none of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.names import local_name
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import browsing
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.process_map import factors_of, steps_of
from kgapp.services.statements import Statements

SHOWN: Final = 500
"""How many things a group names; its count is always complete."""

_SCANNED: Final = 20_000


@dataclass(frozen=True, slots=True)
class Branch:
    """A thing, or a group of things (``iri`` is ``None``). ``classes`` are of the thing, or of those in the group."""

    label: str
    iri: Iri | None
    classes: tuple[Iri, ...]
    note: str = ""
    children: tuple[Branch, ...] = ()


def tree(reader: RecordReader) -> tuple[Branch, ...]:
    """The sections that are not empty."""
    known = Statements(reader)
    sections = (
        Branch("Process", None, (), children=_process(known)),
        Branch("Sites", None, (), children=_sites(known)),
        Branch("Knowledge", None, (), children=_groups(known, _KNOWLEDGE)),
        Branch("Quality system", None, (), children=_groups(known, _QUALITY)),
    )
    found = tuple(section for section in sections if section.children)
    return found or _by_class(known)


def _process(known: Statements) -> tuple[Branch, ...]:
    processes = known.reader.instances((KG.GeneralProcess,))
    if len(processes) == 1:
        return _steps(known, processes[0])
    return tuple(
        Branch(known.name(one), one, known.types(one), "", _steps(known, one)) for one in _by_name(known, processes)
    )


def _steps(known: Statements, process: Iri) -> tuple[Branch, ...]:
    testing = tuple(part for part in known.that(KG.partOf, process) if KG.ReleaseTesting in known.types(part))
    return tuple(_step(known, step) for step in (*steps_of(known, process), *testing))


def _step(known: Statements, step: Iri) -> Branch:
    factors = factors_of(known, step)
    indicators = _by_name(known, known.things(step, KG.hasIndicator))
    children = tuple(_leaf(known, one, known.typed(one, KG.criticality)) for one in (*factors, *indicators))
    return Branch(known.name(step), step, known.types(step), str(len(children)), children)


def _sites(known: Statements) -> tuple[Branch, ...]:
    return tuple(
        Branch(known.name(site), site, known.types(site), _region(known, site), _at(known, site))
        for site in _by_name(known, known.reader.instances((KG.Site,)))
    )


def _at(known: Statements, site: Iri) -> tuple[Branch, ...]:
    processes = [one for one in known.that(KG.atSite, site) if KG.SiteProcess in known.types(one)]
    rest = (*known.that(KG.locatedAt, site), *known.that(KG.worksAt, site))
    return tuple(_leaf(known, one) for one in (*_by_name(known, processes), *_by_name(known, rest)))


def _region(known: Statements, site: Iri) -> str:
    region = known.thing(site, KG.inRegion)
    return known.notation(region) if region else ""


def _groups(known: Statements, table: tuple[tuple[str, Iri], ...]) -> tuple[Branch, ...]:
    found = ((label, kind, known.reader.instances(with_subclasses((kind,)))) for label, kind in table)
    return tuple(_group(known, label, kind, things) for label, kind, things in found if things)


def _group(known: Statements, label: str, kind: Iri, things: tuple[Iri, ...]) -> Branch:
    names, types = browsing.labels(known.reader, things), known.reader.types(things)
    shown = sorted(things, key=lambda one: (names[one].casefold(), one))[:SHOWN]
    children = tuple(Branch(names[one], one, types.get(one, ()), local_name(one)) for one in shown)
    if len(things) > len(shown):
        children += (Branch(f"and {len(things) - len(shown):,} more: search finds them", None, ()),)
    return Branch(label, None, (kind,), f"{len(things):,}", children)


def _by_class(known: Statements) -> tuple[Branch, ...]:
    """What a project holds that is not written with this ontology, by class."""
    members: dict[Iri, set[Iri]] = {}
    for quad in known.reader.quads(Pattern(predicate=RDF.type), limit=_SCANNED):
        if isinstance(quad.object, str):
            members.setdefault(quad.object, set()).add(quad.subject)
    names = browsing.labels(known.reader, members)
    groups = [
        _group(known, names[kind], kind, tuple(sorted(things)))
        for kind, things in sorted(members.items(), key=lambda each: names[each[0]])
    ]
    return (Branch("By class", None, (), children=tuple(groups)),) if groups else ()


def _leaf(known: Statements, thing: Iri, note: str = "") -> Branch:
    return Branch(known.name(thing), thing, known.types(thing), note)


def _by_name(known: Statements, things: Iterable[Iri]) -> tuple[Iri, ...]:
    return tuple(sorted(things, key=lambda thing: (known.name(thing).casefold(), thing)))


_KNOWLEDGE: Final = (
    ("Know-how", KG.KnowHow),
    ("People", KG.Person),
    ("Quality attributes", KG.QualityAttribute),
    ("Regulations", KG.Provision),
    ("Registration details", KG.RegistrationDetail),
    ("Methods", KG.AnalyticalMethod),
    ("Materials", KG.Material),
    ("Suppliers", KG.Supplier),
    ("Equipment", KG.EquipmentModel),
    ("Process options", KG.ProcessOption),
    ("Documents", KG.Document),
)

_QUALITY: Final = (
    ("Changes", KG.Change),
    ("Deviations", KG.Deviation),
    ("Risks", KG.RiskItem),
    ("Controls", KG.ControlStrategyElement),
    ("Gaps", KG.Gap),
    ("Comparability", KG.ComparabilityStudy),
    ("Batches", KG.Batch),
)
