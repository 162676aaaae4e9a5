"""A project that somebody else writes is kept up with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.services import following
from kgapp.services.events import ChangeCommitted
from kgapp.services.ports import Delta, Engine
from kgapp.services.workspace import Workspace


class Told:
    """An engine that remembers what it has to follow."""

    def __init__(self) -> None:
        self.deltas: list[Delta] = []

    def follow(self, delta: Delta) -> None:
        self.deltas.append(delta)

    def close(self) -> None:
        """Nothing to close."""


@pytest.fixture
def engine() -> Told:
    return Told()


@pytest.fixture
def onlooker(workspace: Workspace, engine: Told) -> Iterator[Workspace]:
    """The same project, opened for reading."""
    path: Path = workspace.reader.meta().path
    opened = Workspace(files.open_reader(path), None, cast("Engine", engine), Author("B", "KGAPP_USER"))
    yield opened
    opened.close()


def test_nothing_is_told_while_nothing_is_new(onlooker: Workspace, engine: Told, tell: Callable[[str], None]) -> None:
    assert following.catch_up(onlooker, 0) == 0
    tell("P1 a ProcessParameter")
    assert following.catch_up(onlooker, 1) == 1
    assert engine.deltas == []


def test_what_was_committed_elsewhere_is_told_with_its_subjects(
    onlooker: Workspace, engine: Told, tell: Callable[[str], None]
) -> None:
    heard: list[ChangeCommitted] = []
    onlooker.events.listen(heard.append)
    tell("P1 a ProcessParameter")
    tell("P2 a ProcessParameter")
    assert following.catch_up(onlooker, 1) == 2
    assert [event.revision.seq for event in heard] == [2]
    assert heard[0].subjects == {Iri("https://w3id.org/kgapp/demo/P2")}
    assert [(delta.seq, delta.entries) for delta in engine.deltas] == [(2, ())]


def test_much_at_once_means_everything(onlooker: Workspace, workspace: Workspace) -> None:
    heard: list[ChangeCommitted] = []
    onlooker.events.listen(heard.append)
    thing, graph = Iri("https://x.org/a"), Iri("https://x.org/g")
    many = frozenset(Quad(thing, Iri("https://x.org/p"), Literal(str(number)), graph) for number in range(2_500))
    workspace.commit(ChangeSet("much", added=many), Note(workspace.author, "because"))
    assert following.catch_up(onlooker, 0) == 1
    assert heard[0].subjects == frozenset()
