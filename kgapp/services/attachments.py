"""Files that belong to things: their bytes are kept in the project once, what is said of them is in the graph.

An attachment is a ``kg:Document`` with the SHA-256 of its bytes, so the history covers it. Taking an attachment away, or
undoing that it was attached, removes statements and never bytes.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kgapp.domain import media
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, Damaged, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Quad, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import browsing, whole_files
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace

MOST_BYTES: Final = 100_000_000
"""The largest file that a project keeps."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to attach: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document with bytes. ``size`` is what is said of it; ``None`` where nothing is."""

    document: Iri
    name: str
    kind: str
    size: int | None
    sha256: str


def attached_to(reader: RecordReader, entity: Iri) -> tuple[Attachment, ...]:
    """The attachments of a thing by name; a document with bytes is its own."""
    known = Statements(reader)
    documents = (entity, *known.things(entity, KG.attachment))
    found = (_attachment(known, document) for document in dict.fromkeys(documents))
    return tuple(sorted((one for one in found if one), key=lambda one: (one.name.casefold(), one.document)))


def content(reader: RecordReader, sha256: str) -> bytes:
    """The bytes with this digest. Raises ``NotFound`` when the project does not keep them, ``Damaged`` when they were altered."""
    found = reader.attachment(sha256)
    if found is None:
        raise NotFound(
            "The bytes of this file are not in this project.",
            hint="Attach the file again; the same bytes are recognised.",
        )
    if hashlib.sha256(found).hexdigest() != sha256:
        raise Damaged("The bytes of this file were altered.", hint="Go back to a copy of the project.")
    return found


def read(path: Path) -> File:
    """A file of this computer, to attach. Raises ``BadInput`` with a sentence when it cannot be."""
    try:
        if not path.is_file():
            raise BadInput(f"{shorten(path.name)} is no file.", hint="Attach files, one by one; pack a folder first.")
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name, path.stat().st_size)
        with path.open("rb") as opened:
            found = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{shorten(path.name)} cannot be read: {error.strerror}.") from error
    return File(path.name, found)


def attach(workspace: Workspace, entity: Iri, file: File, why: str) -> Revision | None:
    """Keep a file and say that it belongs to a thing; ``None`` when the thing has it already. Raises ``BadInput``."""
    if not file.content:
        raise BadInput(f"{shorten(file.name)} is empty.", hint="Attach a file that holds something.")
    if len(file.content) > MOST_BYTES:
        raise _too_large(file.name, len(file.content))
    reader, name = workspace.reader, media.clean_name(file.name)
    label = browsing.labels(reader, (entity,))[entity]
    change = ChangeSet(shorten(f"Attach {name} to “{label}”", 200), added=_statements(reader, entity, name, file))
    return workspace.attach(file.content, change, Note(workspace.author, why))


def detach(workspace: Workspace, entity: Iri, document: Iri, why: str) -> Revision:
    """Say no longer that a file belongs to a thing; what nothing else refers to goes too, the bytes stay.

    Raises ``NotFound`` when it is not attached.
    """
    reader = workspace.reader
    links = frozenset(reader.quads(Pattern(subject=entity, predicate=KG.attachment, object=document)))
    if not links:
        raise NotFound("This file is not attached here.")
    others = any(quad not in links for quad in reader.quads(Pattern(object=document)))
    own = frozenset() if others else frozenset(reader.quads(Pattern(subject=document)))
    names = browsing.labels(reader, (entity, document))
    summary = shorten(f"Take {names[document]} away from “{names[entity]}”", 200)
    revision = workspace.commit(ChangeSet(summary, removed=links | own), Note(workspace.author, why))
    assert revision is not None  # the links were there
    return revision


def save(reader: RecordReader, attachment: Attachment, target: Path) -> None:
    """Write the bytes of an attachment to a file, whole or not at all. Raises ``BadInput``, ``NotFound`` or ``Damaged``."""
    found = content(reader, attachment.sha256)
    if _same(target, reader.meta().path):
        raise BadInput("This is the project itself.", hint="Choose another name.")
    try:
        whole_files.write(target, found)
    except OSError as error:
        raise BadInput(f"{shorten(target.name)} cannot be written: {error.strerror}.") from error


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file; also where it is called differently."""
    with suppress(OSError):
        return one.samefile(other)
    return False


def _too_large(name: str, size: int) -> BadInput:
    return BadInput(
        f"{shorten(name)} is too large: {size / 1e6:,.0f} MB.",
        hint=f"A project keeps files of up to {MOST_BYTES / 1e6:.0f} MB.",
    )


def _attachment(known: Statements, document: Iri) -> Attachment | None:
    sha256 = known.text(document, KG.sha256)
    if not sha256:
        return None
    size = known.text(document, KG.byteSize)
    return Attachment(
        document,
        known.text(document, KG.fileName) or known.name(document),
        known.text(document, KG.mediaType) or media.UNKNOWN,
        int(size) if size.isascii() and size.isdigit() else None,
        sha256,
    )


def _statements(reader: RecordReader, entity: Iri, name: str, file: File) -> frozenset[Quad]:
    """What is said of a file. The same bytes are one document, which keeps the name it came with first."""
    base = reader.meta().base
    graph = main_graph(base)
    sha256 = hashlib.sha256(file.content).hexdigest()
    document = next(
        (quad.subject for quad in reader.quads(Pattern(predicate=KG.sha256, object=Literal(sha256, XSD_STRING)))),
        Iri(f"{base}attachment/{sha256}"),
    )
    link = Quad(entity, KG.attachment, document, graph)
    if document == entity or any(
        reader.quads(Pattern(subject=entity, predicate=KG.attachment, object=document), limit=1)
    ):
        return frozenset()
    if any(reader.quads(Pattern(subject=document), limit=1)):
        return frozenset({link})
    said = (
        (RDF.type, KG.Document),
        (RDFS.label, language_literal(name, "en")),
        (KG.fileName, Literal(name, XSD_STRING)),
        (KG.mediaType, Literal(media.media_type(file.content, name), XSD_STRING)),
        (KG.byteSize, Literal(str(len(file.content)), XSD.integer)),
        (KG.sha256, Literal(sha256, XSD_STRING)),
    )
    return frozenset({link, *(Quad(document, predicate, value, graph) for predicate, value in said)})
