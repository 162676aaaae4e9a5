"""Making a bundle: built, signed, checked as its recipient will check it, recorded here, and only then put in its place.

Which revision a bundle came from, and all that stayed, is known here alone. The record of what was sent is a document in the
graph of exchanges, with the bytes of the bundle, so the history of the project covers it.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from kgapp.domain import bundle
from kgapp.domain.bundle import Checked, Manifest, Profile, State
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, ReadOnly
from kgapp.domain.history import Note, Revision
from kgapp.domain.keys import same_organization
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import attachments, strict_json, whole_files
from kgapp.services.bundles import answering, building, manifest, preview, profile, verifying
from kgapp.services.bundles.building import Content, Shipped
from kgapp.services.bundles.bundled import Maker
from kgapp.services.bundles.containers import Entry
from kgapp.services.bundles.preview import Preview
from kgapp.services.bundles.verifying import Checker
from kgapp.services.bundles.visible import Withheld
from kgapp.services.keys import Opened
from kgapp.services.ports import RecordReader, ShapeChecker
from kgapp.services.strict_json import Fields
from kgapp.services.workspace import Workspace

SENT: Final = "bundle-sent"
MEDIA_TYPE: Final = "application/vnd.kgapp.bundle+zip"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to send: an addressed profile, and what for, which the recipient reads. ``encrypted`` to the audience's key.

    ``answers`` is the digest of an accepted bundle of the recipient that this is the answer to.
    """

    profile: Profile
    purpose: str = ""
    encrypted: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle that was made: what is in it, told from the file, and what the sender alone knows."""

    manifest: Manifest
    digest: str
    preview: Preview
    withheld: Withheld
    revision: int


@dataclass(frozen=True, slots=True)
class Sent:
    """The record of a bundle that was sent: kept by the sender."""

    receiver: str
    sequence: int
    digest: str
    sent: datetime
    revision: int
    revision_hash: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Tools:
    """What making a bundle needs. Without ``shapes`` no validation goes along; ``makers`` add files, in this order."""

    checker: Checker
    shipped: Shipped
    shapes: ShapeChecker | None
    makers: tuple[Maker, ...] = ()


def sent(reader: RecordReader) -> tuple[Sent, ...]:
    """What was sent of a project, by receiver and sequence. Raises ``BadInput`` for a record that cannot be read."""
    found = (_sent(name, content) for name, content in reader.views(SENT))
    return tuple(sorted(found, key=lambda each: (each.receiver.casefold(), each.sequence)))


def create(workspace: Workspace, tools: Tools, wanted: Wanted, opened: Opened, file: Path, why: str) -> Made:
    """Make the next bundle for a recipient, and record that it was. Raises ``BadInput`` and what building raises."""
    if not workspace.writable:
        raise ReadOnly(workspace.read_only_because or "This project was opened for reading.", page="exchange")
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        plain = Path(folder) / f"plain{bundle.SUFFIX}"
        made, content = _made(workspace.reader, tools, wanted, opened, plain)
        try:
            with whole_files.aside(file) as part:
                _put(tools, wanted, plain, part)
                _recorded(workspace, made, content, plain, why)
        except OSError as error:
            raise BadInput(f"{file.name} cannot be written: {error.strerror or error}.") from error
    return made


def rehearse(reader: RecordReader, tools: Tools, wanted: Wanted, opened: Opened) -> Made:
    """Make a bundle, tell what is in it, and throw it away. Raises as ``create``."""
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        return _made(reader, tools, wanted, opened, Path(folder) / f"plain{bundle.SUFFIX}")[0]


def write(tools: Tools, opened: Opened, said: Manifest, entries: Iterable[Entry], file: Path) -> str:
    """Write a signed bundle; returns the digest of its manifest."""
    seals = tools.checker.exchange.keys.seals
    told = manifest.written(seals, said)
    signature = manifest.signature(seals, opened.signed.card.key, opened.sign(manifest.to_sign(told)))
    first = (Entry(bundle.MANIFEST, (told,)), Entry(bundle.SIGNATURE, (signature,)))
    tools.checker.exchange.containers.write(file, (*first, *entries))
    return hashlib.sha256(told).hexdigest()


def _made(reader: RecordReader, tools: Tools, wanted: Wanted, opened: Opened, file: Path) -> tuple[Made, Content]:
    audience = profile.addressed(wanted.profile, None).audience
    assert audience is not None, "it is addressed"
    last = _last_sent(reader, audience.organization)
    exchange = tools.checker.exchange
    told = answering.before(exchange, reader, audience.organization, wanted.answers, last.sha256 if last else "")
    wanted = replace(wanted, profile=answering.widened(wanted.profile, told))
    profile.checked(reader, wanted.profile)
    content = building.content(reader, wanted.profile, tools.shipped, tools.shapes, before=told.kept)
    said = _manifest(reader, tools, wanted, opened, content)
    items = answering.makers(reader, audience.organization, told, content.withdrawn)
    content, said = building.told(content, said, (*items, *tools.makers))
    digest = write(tools, opened, said, content.entries, file)
    _as_the_recipient(tools, file)
    with tools.checker.exchange.containers.open(file) as container:
        seen = preview.of(container)
    return Made(said, digest, seen, content.withheld, content.revision), content


def _manifest(reader: RecordReader, tools: Tools, wanted: Wanted, opened: Opened, content: Content) -> Manifest:
    audience, meta = wanted.profile.audience, reader.meta()
    assert audience is not None, "the profile was checked"
    last = _last_sent(reader, audience.organization)
    return Manifest(
        meta.project_id,
        meta.base,
        last.sequence + 1 if last else 1,
        last.digest if last else "",
        tools.checker.now.replace(microsecond=0),
        opened.signed,
        audience,
        wanted.purpose,
        wanted.profile,
        content.statements,
        content.graph_sha256,
        content.files,
        wanted.answers,
    )


def _last_sent(reader: RecordReader, receiver: str) -> Sent | None:
    before = [each for each in sent(reader) if same_organization(each.receiver, receiver)]
    return max(before, key=lambda each: each.sequence, default=None)


def _as_the_recipient(tools: Tools, file: Path) -> None:
    """Refuse to send what would not arrive. Raises ``BadInput``."""
    found: Checked = verifying.check(tools.checker, file)
    if found.state is not State.VERIFIED:
        raise BadInput(
            f"The bundle was not made: it would arrive as “{found.state.value}”. {found.sentence}", hint=found.hint
        )


def _put(tools: Tools, wanted: Wanted, plain: Path, part: Path) -> None:
    if not wanted.encrypted:
        part.write_bytes(plain.read_bytes())
        return
    keys, audience = tools.checker.exchange.keys, wanted.profile.audience
    card = keys.find(audience.key).card if audience and audience.key else None
    if card is None or not card.encryption:
        raise BadInput(
            "The bundle cannot be encrypted: no key of the recipient for it is known.",
            hint="Ask for a key card made where encryption is installed, and address the profile to that key.",
            page="exchange",
        )
    tools.checker.exchange.containers.encrypt(plain, part, (card.encryption,))


def _recorded(workspace: Workspace, made: Made, content: Content, plain: Path, why: str) -> Revision:
    said = made.manifest
    raw = plain.read_bytes()
    kept = len(raw) <= attachments.MOST_BYTES
    sha256 = hashlib.sha256(raw).hexdigest()
    label = f"Bundle {said.sequence} to {said.audience.organization}"
    change = ChangeSet(
        shorten(f"{label} was made", 200), added=_document(said, made, label, sha256, len(raw), kept=kept)
    )
    note = Note(workspace.author, why)
    revision = workspace.attach(raw, change, note) if kept else workspace.commit(change, note)
    assert revision is not None, "it was signed at another time than any other"
    row = {
        "receiver": said.audience.organization,
        "sequence": said.sequence,
        "digest": made.digest,
        "sent": strict_json.written(said.sent),
        "revision": content.revision,
        "revision_hash": content.revision_hash,
        "sha256": sha256,
    }
    workspace.keep_view(made.digest, SENT, json.dumps(row, ensure_ascii=False))
    return revision


def _document(said: Manifest, made: Made, label: str, sha256: str, size: int, *, kept: bool) -> frozenset[Quad]:
    graph, thing = Iri(f"{said.base}graph/exchange"), Iri(f"{said.base}bundle/{made.digest}")
    told: set[tuple[Iri, Term]] = {
        (RDF.type, KG.Document),
        (RDFS.label, language_literal(label, "en")),
        (KG.version, Literal(str(said.sequence))),
        (KG.confidentiality, KG.internal),
        (KG.mediaType, Literal(MEDIA_TYPE)),
    }
    if kept:
        told |= {
            (KG.sha256, Literal(sha256)),
            (KG.byteSize, Literal(str(size), XSD.integer)),
            (KG.fileName, Literal(f"bundle-{said.sequence}{bundle.SUFFIX}")),
        }
    return frozenset(Quad(thing, predicate, value, graph) for predicate, value in told)


def _sent(name: str, content: str) -> Sent:
    try:
        fields = Fields(json.loads(content), "The record of a sent bundle")
        return Sent(
            fields.text("receiver"),
            fields.number("sequence"),
            fields.text("digest"),
            fields.time("sent"),
            fields.number("revision"),
            fields.text("revision_hash"),
            fields.text("sha256"),
        )
    except (ValueError, RecursionError, BadInput) as error:
        raise BadInput(f"The record of the sent bundle {shorten(name)} cannot be read.", page="exchange") from error
