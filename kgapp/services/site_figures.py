"""Writing a setting or range of a factor at a site, as one enters it in the table: ``3``, ``2–6``, ``≥ 2``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.names import local_name, unmarked
from kgapp.domain.quantity import Quantity, Span, quantity, span, symbol
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal, ntriples, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import site_table
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.site_table import Column
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

EDITED: Final = (Column.SETTING, Column.NORMAL, Column.PROVEN, Column.FILED)
"""The columns that take figures; the basis is chosen in the form of the setting."""

CREATED: Final = (Column.SETTING, Column.NORMAL)
"""Those that may be entered where nothing is recorded yet; a proven or filed range also needs what it rests on."""

_LOOKED_AT: Final = 400
_FROM: Final = re.compile(r"\s*(?:≥|>=|at least|from)\s*(\S.*)", re.IGNORECASE)
_UP_TO: Final = re.compile(r"\s*(?:≤|<=|at most|up to)\s*(\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody enters for a factor at a site. ``thing`` is what records the column now; ``None`` when nothing does."""

    factor: Iri
    site: Iri
    column: Column
    thing: Iri | None
    text: str


def name(reader: RecordReader, entry: Entry) -> str:
    """The step in words: ``Set the normal range of MOI at Boston to 2–6``."""
    known = Statements(reader)
    site = unmarked(known.name(entry.site))
    what = entry.column.value.lower()
    return shorten(f"Set the {what} of {known.name(entry.factor)} at {site} to {entry.text.strip()}", 200)


def change(reader: RecordReader, entry: Entry) -> ChangeSet:
    """The change that an entry means; empty when nothing differs. Raises ``BadInput`` with what to write instead."""
    known = Statements(reader)
    own = entry.thing or entry.factor
    unit = known.thing(own, KG.unit) or known.thing(entry.factor, KG.unit)
    figures = _setting(entry, unit) if entry.column is Column.SETTING else _range(entry, unit)
    if entry.thing is None:
        return ChangeSet(name(reader, entry), added=_new(known, entry, unit, figures))
    return ChangeSet(name(reader, entry), *_replaced(reader, entry.thing, figures))


def write(workspace: Workspace, entry: Entry, why: str) -> Revision | None:
    """Commit an entry as one revision; ``None`` when nothing differs. Raises ``BadInput``."""
    return workspace.commit(change(workspace.reader, entry), Note(workspace.author, why))


def _setting(entry: Entry, unit: Iri | None) -> dict[Iri, str]:
    return {KG.setpoint: _checked(quantity(entry.text, unit), unit), KG.textValue: ""}


def _range(entry: Entry, unit: Iri | None) -> dict[Iri, str]:
    least, most = _FROM.fullmatch(entry.text), _UP_TO.fullmatch(entry.text)
    if least or most:
        found = quantity((least or most or [""])[1], unit)
        limits = Span(found, None) if least else Span(None, found)
    else:
        limits = span(entry.text, unit)
    return {
        KG.lowerLimit: _checked(limits.low, unit) if limits.low else "",
        KG.upperLimit: _checked(limits.high, unit) if limits.high else "",
    }


def _checked(figure: Quantity, unit: Iri | None) -> str:
    """The figure as it was written; another unit than that of the factor would need converting, which is for the form."""
    if figure.unit != unit:
        raise BadInput(
            f"The unit here is {symbol(unit) or 'not recorded'}.",
            hint="Write figures without a unit; change units in the form.",
        )
    return figure.written if "e" not in figure.written.lower() else f"{figure.value:f}"


def _replaced(reader: RecordReader, thing: Iri, figures: dict[Iri, str]) -> tuple[frozenset[Quad], frozenset[Quad]]:
    present = {predicate: frozenset(reader.quads(Pattern(subject=thing, predicate=predicate))) for predicate in figures}
    if all(present.get(predicate) for predicate in (KG.setpoint, KG.textValue)):
        words = ", ".join(sorted(ntriples(quad.object) for quad in present[KG.textValue]))
        raise BadInput(
            f"The setting is also recorded in words: {shorten(words)}.",
            hint="Open its form and change both there, so that they still agree.",
        )
    usual = min((quad.graph for quads in present.values() for quad in quads), default=None) or _graph(reader, thing)
    gone: set[Quad] = set()
    come: set[Quad] = set()
    for predicate, text in figures.items():
        wanted = Literal(text, XSD.decimal) if text else None
        replaced = {quad for quad in present[predicate] if quad.object != wanted}
        gone |= replaced
        if wanted is not None and replaced == present[predicate]:
            graphs = {quad.graph for quad in replaced} or {usual}
            come |= {Quad(thing, predicate, wanted, graph) for graph in graphs}
    return frozenset(gone), frozenset(come)


def _new(known: Statements, entry: Entry, unit: Iri | None, figures: dict[Iri, str]) -> frozenset[Quad]:
    if entry.column not in CREATED:
        raise BadInput(
            f"No {entry.column.value.lower()} is recorded here.", hint="A new one says what it rests on: use its form."
        )
    known_site = unmarked(known.name(entry.site))
    factor = known.name(entry.factor)
    setting = entry.column is Column.SETTING
    label = f"{factor} at {known_site}" if setting else f"Normal operating range of {factor} at {known_site}"
    kind, start = (KG.SiteSetting, "SET") if setting else (KG.AcceptableRange, "NOR")
    thing = _free(known.reader, f"{start}-{local_name(entry.site)}-{local_name(entry.factor)}")
    said: list[tuple[Iri, Term]] = [
        (RDF.type, kind),
        (RDFS.label, language_literal(label, "en")),
        (KG.forFactor, entry.factor),
        (KG.atSite, entry.site),
        *((predicate, Literal(text, XSD.decimal)) for predicate, text in figures.items() if text),
        *(((KG.unit, unit),) if unit else ()),
        *(() if setting else ((KG.rangeType, KG.NOR),)),
        *((KG.basis, basis) for basis in _bases(known, entry)),
    ]
    graph = main_graph(known.reader.meta().base)
    return frozenset(Quad(thing, predicate, value, graph) for predicate, value in said)


def _bases(known: Statements, entry: Entry) -> tuple[Iri, ...]:
    """A normal range is measured as the setting beside it."""
    about = known.reader.users(entry.factor, KG.forFactor, limit=_LOOKED_AT)
    settings = site_table.parts(known, about, entry.site)[Column.SETTING]
    return known.things(settings[0], KG.basis)[:1] if settings else ()


def _free(reader: RecordReader, wanted: str) -> Iri:
    """An address that was never used, also not by what was deleted."""
    base = reader.meta().base
    found, number = Iri(base + wanted), 1
    while any(reader.quads(Pattern(subject=found), limit=1)) or reader.revisions(entity=found, limit=1):
        number += 1
        found = Iri(f"{base}{wanted}-{number}")
    return found


def _graph(reader: RecordReader, thing: Iri) -> Iri:
    own = next(iter(reader.quads(Pattern(subject=thing), limit=1)), None)
    return own.graph if own else main_graph(reader.meta().base)
