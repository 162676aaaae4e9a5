"""Projects in memory, keys that are quick to lock, and everything that makes and opens bundles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from kgapp.adapters.bundle_archive import BundleArchive
from kgapp.adapters.key_files import KeyFiles
from kgapp.adapters.rdf_files.files import FileSystem
from kgapp.adapters.receipt_file import ReceiptFile
from kgapp.adapters.signatures import Signatures
from kgapp.domain import syntaxes
from kgapp.domain.bundle import Audience, Manifest, Profile
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note, Revision
from kgapp.domain.terms import Iri, Quad, nquad
from kgapp.services.bundles import building, sending
from kgapp.services.bundles.building import Content, Shipped
from kgapp.services.bundles.bundled import Maker
from kgapp.services.bundles.doors import Exchange
from kgapp.services.bundles.sending import Tools
from kgapp.services.bundles.verifying import Checker
from kgapp.services.keys import Keys, Opened
from kgapp.services.ports import ProjectMeta, RdfFiles, RdfSource, RecordReader, Snapshot

BASE = Iri("https://e.org/p/")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LEIDEN = Audience("Leiden CDMO", "Bob")
PARTNER = Profile("partner", audience=LEIDEN)
PASSWORD = "correct horse"


@dataclass(slots=True)
class Record:
    """A project in memory: what was added when, in order, and the bytes that it keeps."""

    steps: list[tuple[datetime, frozenset[Quad]]] = field(default_factory=list)
    attachments: dict[str, bytes] = field(default_factory=dict)
    kept: dict[tuple[str, str], str] = field(default_factory=dict)

    def meta(self) -> ProjectMeta:
        return ProjectMeta(Path("p.kgproject"), "11111111-2222-3333-4444-555555555555", BASE, ())

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        lines = list(dict.fromkeys(f"{nquad(quad)}\n" for _, added in self.steps for quad in added))
        yield Snapshot(len(self.steps), len(lines), iter(["".join(lines).encode()]))

    def graphs(self) -> tuple[tuple[Iri, int], ...]:
        return tuple((graph, 1) for graph in {quad.graph for _, added in self.steps for quad in added})

    def views(self, kind: str) -> tuple[tuple[str, str], ...]:
        return tuple((name, content) for (of, name), content in self.kept.items() if of == kind)

    def revision(self, seq: int) -> Revision:
        at, added = self.steps[seq - 1]
        note = Note(Author("A", "KGAPP_USER"), "because")
        return Revision(seq, at, "+00:00", note, "s", 0, len(added), "c" * 64, "p" * 64, f"{seq:064d}")

    def revisions(self, *, limit: int = 200, before: int | None = None) -> tuple[Revision, ...]:
        last = len(self.steps) if before is None else before - 1
        return tuple(self.revision(seq) for seq in range(last, max(0, last - limit), -1))

    def change(self, seq: int) -> ChangeSet:
        return ChangeSet("s", added=self.steps[seq - 1][1])

    def attachment(self, sha256: str) -> bytes | None:
        return self.attachments.get(sha256)

    @property
    def reader(self) -> RecordReader:
        return cast("RecordReader", self)


class Believing:
    """Takes a file for what it says it is: a parser in a child costs a third of a second."""

    def look(self, path: Path) -> RdfSource:
        return RdfSource(path, syntaxes.by_key("nq"), "")

    def quads(self, source: RdfSource, base: Iri, graph: Iri) -> Iterator[bytes]:
        yield source.path.read_bytes()


@dataclass(frozen=True, slots=True)
class User:
    """One who exchanges bundles."""

    exchange: Exchange
    opened: Opened
    at: list[datetime]

    @property
    def keys(self) -> Keys:
        return self.exchange.keys

    @property
    def checker(self) -> Checker:
        return Checker(self.exchange, cast("RdfFiles", Believing()), self.at[0])

    @property
    def strict_checker(self) -> Checker:
        """With the parser in a child."""
        return Checker(self.exchange, FileSystem(), self.at[0])

    @property
    def tools(self) -> Tools:
        return Tools(self.checker, Shipped(()), None)


def user(folder: Path, name: str, organization: str) -> User:
    """Somebody with a key of their own."""
    at = [NOW]
    seals = Signatures(cost=10)
    keys = Keys(seals, KeyFiles(folder / "keys", seals), None, name, lambda: at[0])
    keys.new(name, organization, PASSWORD, NOW + timedelta(days=900))
    exchange = Exchange(keys, BundleArchive(), ReceiptFile(folder / "received.json"))
    return User(exchange, keys.open(PASSWORD), at)


@pytest.fixture(scope="session")
def ann(tmp_path_factory: pytest.TempPathFactory) -> User:
    """The innovator; nothing is altered here."""
    return user(tmp_path_factory.mktemp("ann"), "Ann", "Innovator")


@pytest.fixture
def bob(tmp_path: Path) -> User:
    """The partner, who knows nobody yet."""
    return user(tmp_path / "bob", "Bob", "Leiden CDMO")


@pytest.fixture
def make(ann: User, tmp_path: Path) -> Callable[..., Path]:
    """Make a bundle of statements, as Ann sends it, with whatever is altered about its manifest."""

    def made(
        record: Record,
        profile: Profile = PARTNER,
        name: str = "b.kgbundle",
        makers: tuple[Maker, ...] = (),
        **altered: object,
    ) -> Path:
        file = tmp_path / name
        content = building.content(record.reader, profile, Shipped(()), None)
        content, told = building.told(content, manifest(ann, content, profile), makers)
        said = replace(told, **altered)  # type: ignore[arg-type]  # fields of the manifest
        sending.write(ann.tools, ann.opened, said, content.entries, file)
        return file

    return made


def manifest(sender: User, content: Content, profile: Profile) -> Manifest:
    assert profile.audience is not None
    return Manifest(
        "11111111-2222-3333-4444-555555555555",
        BASE,
        1,
        "",
        NOW,
        sender.opened.signed,
        profile.audience,
        "A transfer",
        profile,
        content.statements,
        content.graph_sha256,
        content.files,
    )
