"""A comparison with the transfer it belongs to, and what stands behind one of its rows: for whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.impact import Named
from kgapp.domain.sites import Comparison, Row
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, PROPERTIES
from kgapp.services import browsing
from kgapp.services.ports import RecordReader
from kgapp.services.sites import compare, processes
from kgapp.services.statements import Statements

MOST: Final = 40
"""So many statements of a side are told."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """The transfer from one process to the other; ``available`` of ``items`` of its package are there."""

    project: Named
    available: int
    items: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A comparison and its transfer, if one is recorded."""

    comparison: Comparison
    transfer: Transfer | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words, and the thing it is about."""

    about: Iri
    text: str


@dataclass(frozen=True, slots=True)
class GapFacts:
    """A recorded gap: its name and what is decided about it, in words; empty where nothing is recorded."""

    gap: Named
    status: str
    severity: str
    disposition: str
    owner: str
    due: str
    justification: str


@dataclass(frozen=True, slots=True)
class Behind:
    """What a row was read from. ``more`` counts the statements of both sides that are not told."""

    sending: tuple[Said, ...]
    receiving: tuple[Said, ...]
    more: int
    gaps: tuple[GapFacts, ...]


def overview(reader: RecordReader, sending: Iri, receiving: Iri) -> Overview:
    """Compare two processes; a site stands for its one process. Raises ``BadInput`` as ``compare`` does."""
    one, other = processes.of(reader, sending), processes.of(reader, receiving)
    return Overview(compare.compare(reader, one, other), _transfer(reader, one, other))


def of_transfer(reader: RecordReader) -> Overview:
    """The two processes of the first transfer in use, compared. Raises ``BadInput`` where there is none."""
    pair = next(iter(processes.pairs(reader)), None)
    if pair is None:
        raise BadInput(
            "No transfer between two sites is recorded.",
            hint="Choose two sites with “Compare two sites…”, or record a transfer project.",
        )
    return overview(reader, *pair)


def behind(reader: RecordReader, row: Row) -> Behind:
    """The statements of both sides in words, and the gaps recorded about a row."""
    known = Statements(reader)
    sides = (row.sending.quads, row.receiving.quads)
    told = [_told(known, reader, quads[:MOST]) for quads in sides]
    more = sum(max(0, len(quads) - MOST) for quads in sides)
    return Behind(told[0], told[1], more, tuple(_facts(known, gap) for gap in row.gaps))


def _transfer(reader: RecordReader, sending: Iri, receiving: Iri) -> Transfer | None:
    known = Statements(reader)
    for project in known.that(KG.sendingProcess, sending):
        if receiving in known.things(project, KG.receivingProcess) and not known.retired(project):
            parts = known.that(KG.inTransferProject, project)
            items = [one for one in parts if KG.PackageItem in known.types(one) and not known.retired(one)]
            there = sum(known.thing(one, KG.status) == KG.available for one in items)
            return Transfer(Named(project, known.name(project)), there, len(items))
    return None


def _told(known: Statements, reader: RecordReader, quads: Iterable[Quad]) -> tuple[Said, ...]:
    each = tuple(dict.fromkeys(quads))
    things = {quad.object for quad in each if isinstance(quad.object, str)}
    names = browsing.labels(reader, things)
    told = []
    for quad in each:
        value = names[quad.object] if isinstance(quad.object, str) else quad.object.lexical
        row = PROPERTIES.get(quad.predicate)
        word = row.label if row else names.get(quad.predicate, quad.predicate)
        told.append(Said(quad.subject, f"{known.name(quad.subject)}: {word} {value}"))
    return tuple(told)


def _facts(known: Statements, gap: Named) -> GapFacts:
    owner = known.thing(gap.iri, KG.owner)
    return GapFacts(
        gap,
        known.word(gap.iri, KG.status),
        known.word(gap.iri, KG.gapSeverity),
        known.word(gap.iri, KG.disposition),
        known.name(owner) if owner else "",
        known.text(gap.iri, KG.due),
        known.text(gap.iri, KG.justification),
    )
