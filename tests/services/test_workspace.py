"""A workspace tells the engine and the listeners of what the record took, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import cast

import pytest

from kgapp.domain.answers import Answer, Table
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import ReadOnly
from kgapp.domain.history import Author, Note, Revision
from kgapp.domain.terms import Iri, Literal, Quad, iri
from kgapp.services.events import ChangeCommitted
from kgapp.services.ports import Committed, Delta, RecordReader, Snapshot
from kgapp.services.workspace import Workspace

AUTHOR = Author("EX1", "KGAPP_USER")
NOTE = Note(AUTHOR, "because")
QUAD = Quad(iri("https://x.org/a"), iri("https://x.org/p"), Literal("7.40"), iri("https://x.org/g"))


class RememberingEngine:
    """Keeps the order of what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self) -> None:
        self.told.append("start")

    def follow(self, delta: Delta) -> None:
        self.told.append(delta)

    def stop(self) -> None:
        self.told.append("stop")

    def end(self) -> None:
        self.told.append("end")

    def close(self) -> None:
        self.told.append("close")

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        self.told.append(query)
        return Table((), ())

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        raise AssertionError("a workspace itself asks nothing")


class OneStepWriter:
    """Commits whatever it gets as revision 1; an empty change changes nothing."""

    def __init__(self) -> None:
        self.closed = 0

    def commit(self, change: ChangeSet, note: Note) -> Committed | None:
        if not change:
            return None
        revision = Revision(1, datetime.now(UTC), "+00:00", note, change.summary, 0, 1, "", "", "hash")
        return Committed(revision, change, Delta(1, 0, ()))

    def import_nquads(self, chunks: Iterable[bytes], summary: str, note: Note) -> Committed | None:
        return self.commit(ChangeSet(summary, added=frozenset({QUAD})) if any(chunks) else ChangeSet(summary), note)

    def attach(self, content: bytes, change: ChangeSet, note: Note) -> Committed | None:
        return self.commit(change, note)

    def keep_view(self, name: str, kind: str, content: str) -> None:
        """Views are of no revision."""

    def drop_view(self, name: str, kind: str) -> None:
        """Views are of no revision."""

    def rename_view(self, name: str, kind: str, to: str) -> None:
        """Views are of no revision."""

    def close(self) -> None:
        self.closed += 1


class ClosableReader:
    """A record that nothing is read from but whether something in it is sealed."""

    def __init__(self) -> None:
        self.closed = 0

    def close(self) -> None:
        self.closed += 1

    def types(self, _: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        return {}

    def instances(self, _: Iterable[Iri]) -> tuple[Iri, ...]:
        return ()

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        raise AssertionError("a workspace itself never loads an engine")


def workspace(writer: OneStepWriter | None) -> tuple[Workspace, RememberingEngine, ClosableReader]:
    engine, reader = RememberingEngine(), ClosableReader()
    return Workspace(cast(RecordReader, reader), writer, engine, AUTHOR, "EX2 writes it on host h."), engine, reader


def test_a_commit_reaches_the_engine_before_the_listeners() -> None:
    space, engine, _ = workspace(OneStepWriter())
    heard: list[ChangeCommitted] = []

    def hear(event: ChangeCommitted) -> None:
        heard.append(event)
        engine.told.append("heard")

    space.events.listen(hear)
    revision = space.commit(ChangeSet("add", added=frozenset({QUAD})), NOTE)
    assert revision is not None
    assert engine.told == [Delta(1, 0, ()), "heard"]
    assert heard == [ChangeCommitted(revision, frozenset({QUAD.subject}))]


def test_a_change_without_effect_tells_nobody() -> None:
    space, engine, _ = workspace(OneStepWriter())
    space.events.listen(lambda _: pytest.fail("nothing happened"))
    assert space.commit(ChangeSet("nothing"), NOTE) is None
    assert space.import_nquads([], "nothing", NOTE) is None
    assert engine.told == []


def test_an_import_is_told_like_an_edit() -> None:
    space, engine, _ = workspace(OneStepWriter())
    assert space.import_nquads([b"x"], "import", NOTE) is not None
    assert engine.told == [Delta(1, 0, ())]


def test_a_read_only_workspace_says_who_writes() -> None:
    space, _, _ = workspace(None)
    assert not space.writable
    with pytest.raises(ReadOnly, match="EX2 writes it on host h"):
        space.commit(ChangeSet("add", added=frozenset({QUAD})), NOTE)
    space.read_only_because = ""
    with pytest.raises(ReadOnly, match="opened for reading"):
        space.import_nquads([b"x"], "import", NOTE)


def test_a_listener_that_left_hears_nothing() -> None:
    space, _, _ = workspace(OneStepWriter())
    assert space.writable
    leave = space.events.listen(lambda _: pytest.fail("it had left"))
    leave()
    space.commit(ChangeSet("add", added=frozenset({QUAD})), NOTE)


def test_closing_ends_the_engine_and_gives_the_file_back() -> None:
    writer = OneStepWriter()
    space, engine, reader = workspace(writer)
    space.close()
    assert (engine.told, writer.closed, reader.closed) == (["close"], 1, 1)
    alone, _, lonely = workspace(None)
    alone.close()
    assert lonely.closed == 1
