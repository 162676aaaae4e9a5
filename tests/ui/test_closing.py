"""A window closes at any moment, soon, and leaves no thread, no process and an unlocked project."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services.workspace import Workspace
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
SOON_S = 20
"""A process that starts is waited for: on a computer that is busy with others that takes seconds."""


def own_threads() -> set[str]:
    return {each.name for each in threading.enumerate() if each.name.startswith("kgapp")}


def edit(workspace: Workspace) -> object:
    label = Quad(Iri(f"{bootstrap.DEMO_BASE}P17"), RDFS.label, Literal("Dose"), Iri(f"{bootstrap.DEMO_BASE}graph/main"))
    return workspace.commit(ChangeSet("Name it", added=frozenset({label})), Note(workspace.author, "test"))


def close(window: MainWindow, project: Path) -> None:
    began = time.monotonic()
    assert window.close()
    assert time.monotonic() - began < SOON_S
    assert not own_threads()
    with bootstrap.writing(project) as workspace:
        assert workspace.writable


@pytest.mark.parametrize("wait_ms", [0, 20, 300])
def test_after_an_edit_while_its_check_begins(
    window: MainWindow, demo: Path, until: Until, qtbot: QtBot, wait_ms: int
) -> None:
    window.open(demo)
    until(lambda: window.has_project and window.findings.known)
    done: list[object] = []
    window.project.write(edit, done.append, window.tell)
    until(lambda: done)
    qtbot.wait(wait_ms)
    close(window, demo)


def test_while_an_edit_is_written(window: MainWindow, demo: Path, until: Until) -> None:
    window.open(demo)
    until(lambda: window.has_project)
    window.project.write(edit, lambda _: None, window.tell)
    close(window, demo)
    with bootstrap.reading(demo) as workspace:
        head = workspace.reader.head()
        assert head is not None
        assert head.summary == "Name it"


def test_while_the_engine_loads_and_everything_is_checked(window: MainWindow, demo: Path, until: Until) -> None:
    window.open(demo)
    until(lambda: window.findings.watching)
    window.findings.check_all()
    close(window, demo)


@pytest.mark.parametrize("wait_ms", [0, 50])
def test_while_it_is_opened_once_more(window: MainWindow, demo: Path, until: Until, qtbot: QtBot, wait_ms: int) -> None:
    window.open(demo)
    until(lambda: window.has_project)
    window.open(demo)
    qtbot.wait(wait_ms)
    close(window, demo)
