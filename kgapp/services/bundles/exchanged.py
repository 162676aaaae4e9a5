"""What a project keeps of the bundles that it sent and received: records, and the bytes to compare a later one with."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kgapp.domain import bundle, terms
from kgapp.domain.bundle import Manifest
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.keys import same_organization
from kgapp.domain.terms import Iri, shorten
from kgapp.services import attachments, strict_json
from kgapp.services.bundles import items, manifest, records
from kgapp.services.bundles.containers import Container
from kgapp.services.bundles.doors import Exchange
from kgapp.services.bundles.items import Items
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.strict_json import Fields
from kgapp.services.workspace import Workspace

RECEIVED: Final = "bundle-received"
_WHAT: Final = "The record of a received bundle"


@dataclass(frozen=True, slots=True)
class Refused:
    """A thing of a bundle that was not taken over, and why."""

    entity: Iri
    reason: str


@dataclass(frozen=True, slots=True)
class Received:
    """The record of a bundle that was accepted, at least in part.

    ``undecided`` are things that nobody decided about, ``graphs`` those that hold what was new in it,
    ``pending`` the statements (N-Quads) that its sender took away and nobody decided about.
    ``sha256`` is that of the bundle's bytes, which are an attachment of the project unless they are too large.
    """

    sender: str
    key: str
    project: str
    base: Iri
    sequence: int
    digest: str
    received: datetime
    sha256: str
    refused: tuple[Refused, ...] = ()
    undecided: tuple[Iri, ...] = ()
    graphs: tuple[Iri, ...] = ()
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A bundle whose bytes the project keeps: what it said about itself, and its graph in whole lines."""

    manifest: Manifest
    lines: tuple[bytes, ...]


def received(reader: RecordReader) -> tuple[Received, ...]:
    """What a project accepted, in the order of senders and sequence; without what was undone, whose document is gone.

    Raises ``BadInput`` for a record that cannot be read.
    """
    base = reader.meta().base
    every = (_received(name, content) for name, content in records.every(reader, RECEIVED))
    found = (each for each in every if any(reader.quads(Pattern(document(base, each.digest)), limit=1)))
    return tuple(sorted(found, key=lambda each: (each.sender.casefold(), each.project, each.sequence)))


def document(base: Iri, digest: str) -> Iri:
    """The thing that stands for a bundle in the graph of a project."""
    return Iri(f"{base}bundle/{digest}")


def graphs_of(records: Iterable[Received], partner: str) -> frozenset[Iri]:
    """The graphs that hold what was new in the bundles of an organisation, and nothing that anybody else sent."""
    mine = (each for each in records if same_organization(each.sender, partner))
    return frozenset(graph for each in mine for graph in each.graphs)


def keep(workspace: Workspace, record: Received) -> None:
    """Keep the record of a bundle in place of that of the same. Raises ``ReadOnly`` and ``BadInput``."""
    row = {
        "sender": record.sender,
        "key": record.key,
        "project": record.project,
        "base": record.base,
        "sequence": record.sequence,
        "digest": record.digest,
        "received": strict_json.written(record.received),
        "sha256": record.sha256,
        "refused": [{"entity": each.entity, "reason": each.reason} for each in record.refused],
        "undecided": list(record.undecided),
        "graphs": list(record.graphs),
        "pending": list(record.pending),
    }
    records.keep(workspace, record.digest, RECEIVED, json.dumps(row, ensure_ascii=False))


def kept(exchange: Exchange, reader: RecordReader, sha256: str) -> Kept:
    """A bundle that the project keeps. Raises ``NotFound`` when its bytes are not there, and what a damaged one raises."""
    content = attachments.content(reader, sha256)
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        file = Path(folder) / f"kept{bundle.SUFFIX}"
        file.write_bytes(content)
        with exchange.containers.open(file) as container:
            said = manifest.read(exchange.keys.seals, container.whole(bundle.MANIFEST, manifest.MOST_BYTES))
            return Kept(said, tuple(lines(container.pieces(bundle.GRAPH))))


def items_of(container: Container) -> Items:
    """What an open bundle says about single things; nothing where it says nothing. Raises ``BadInput``."""
    if bundle.ITEMS not in container.sizes:
        return Items()
    return items.read(container.whole(bundle.ITEMS, items.MOST_BYTES))


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of whole lines."""
    rest = b""
    for piece in pieces:
        whole, end, rest = (rest + piece).rpartition(b"\n")
        yield whole + end
    yield rest


def _received(name: str, content: str) -> Received:
    try:
        fields = Fields(json.loads(content), _WHAT)
        found = Received(
            fields.text("sender"),
            fields.text("key"),
            fields.text("project"),
            terms.iri(fields.text("base")),
            fields.number("sequence"),
            fields.text("digest"),
            fields.time("received"),
            fields.text("sha256"),
            tuple(_refused(each) for each in fields.objects("refused")),
            tuple(terms.iri(each) for each in fields.texts("undecided")),
            tuple(terms.iri(each) for each in fields.texts("graphs")),
            fields.texts("pending"),
        )
        fields.done()
    except (ValueError, RecursionError, BadInput, BadTerm) as error:
        raise BadInput(f"{_WHAT} cannot be read: {shorten(name)}.", page="exchange") from error
    return found


def _refused(told: object) -> Refused:
    fields = Fields(told, _WHAT)
    found = Refused(terms.iri(fields.text("entity")), fields.text("reason"))
    fields.done()
    return found
