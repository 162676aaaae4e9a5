"""A record that lives in a set, for engines to follow."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from kgapp.adapters.children.engine import EngineClient
from kgapp.domain.terms import Quad, nquad, ntriples
from kgapp.services.ports import Delta, ObjectsNow, Snapshot

Processes: TypeAlias = Callable[..., list[int]]


class SetRecord:
    """Quads with revisions; ``loads`` counts how often an engine asked for all of them."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self.quads = set(quads)
        self.seq = 1
        self.loads = 0
        self.during_load: Callable[[], None] = lambda: None

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The quads of this moment, whatever is committed while they stream."""
        self.loads += 1
        lines = [f"{nquad(quad)}\n".encode() for quad in self.quads]
        seq = self.seq
        self.during_load()
        yield Snapshot(seq, len(lines), iter([b"".join(lines[i : i + 100]) for i in range(0, len(lines), 100)]))

    def commit(self, removed: Iterable[Quad] = (), added: Iterable[Quad] = ()) -> Delta:
        """Change the set and say what an engine must follow."""
        removed, added = set(removed), set(added)
        self.quads = (self.quads - removed) | added
        self.seq += 1
        touched = {(quad.subject, quad.predicate, quad.graph) for quad in removed | added}
        return Delta(self.seq, self.seq - 1, tuple(self._now(*key) for key in sorted(touched)))

    def _now(self, subject: str, predicate: str, graph: str) -> ObjectsNow:
        objects = sorted(
            ntriples(q.object) for q in self.quads if (q.subject, q.predicate, q.graph) == (subject, predicate, graph)
        )
        return ObjectsNow(f"<{subject}>", f"<{predicate}>", f"<{graph}>", tuple(objects))


@pytest.fixture
def record() -> SetRecord:
    """An empty record."""
    return SetRecord()


@pytest.fixture
def engine(record: SetRecord) -> Iterator[EngineClient]:
    """An engine that follows ``record`` and is closed at the end."""
    client = EngineClient(record.snapshot)
    yield client
    client.close()


@pytest.fixture
def processes() -> Processes:
    """What this test started, or what a process started: also what ended and was not waited for.

    Whatever ran before the test is not counted: other tests keep engines and servers for as long as the run lasts.
    """
    before = frozenset(_children(os.getpid()))

    def started(by: int | None = None) -> list[int]:
        return [each for each in _children(by or os.getpid()) if each not in before]

    return started


def fields(pid: int) -> list[str]:
    """State, parent and so on of a process; nothing when it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return stat.rpartition(")")[2].split()


def _children(parent: int) -> list[int]:
    found = (int(each.name) for each in Path("/proc").glob("[0-9]*"))
    return [each for each in found if fields(each)[1:2] == [str(parent)]]
