"""A window that may only read keeps up with the one that writes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.services import editing
from kgapp.ui import following
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often: the tests wait for it."""
    monkeypatch.setattr(following, "EVERY_MS", 20)


def said(window: MainWindow) -> str:
    return " ".join(window.banners.words())


def test_it_shows_what_was_written_elsewhere_and_can_write_when_the_other_has_gone(
    quick: None, window: MainWindow, demo: Path, until: Until, qtbot: QtBot
) -> None:
    with bootstrap.writing(demo) as workspace:
        window.open(demo)
        until(lambda: "You can read this project" in said(window))
        assert window.tabs is not None
        window.open_entity(Iri(DEMO + "P17"))
        until(lambda: window.tabs is not None and window.tabs.tabText(window.tabs.currentIndex()) == "MOI")
        label = Iri("http://www.w3.org/2000/01/rdf-schema#label")
        editing.set_values(workspace, Iri(DEMO + "P17"), label, ["Multiplicity"], "a clearer name")
        until(lambda: window.tabs is not None and window.tabs.tabText(window.tabs.currentIndex()) == "Multiplicity")
        until(lambda: "revision 2" in " ".join(label.text() for label in window.statusBar().findChildren(QLabel)))
    until(lambda: "Nobody else writes" in said(window))
    button = next(each for each in window.banners.findChildren(QAbstractButton) if each.text() == "Write here")
    button.click()
    until(lambda: window.tabs is not None and window.tabs.map.view.spots and window.project.writable)
    until(lambda: said(window) == "")


def test_a_window_that_writes_looks_after_nobody(window: MainWindow, demo: Path, theme: Theme, until: Until) -> None:
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.banners.words() == ()


def test_what_was_on_its_way_when_the_project_was_closed_tells_nothing(
    quick: None, window: MainWindow, demo: Path, until: Until
) -> None:
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    begun, gate, told = threading.Event(), threading.Event(), list[bool]()

    def held_by() -> str:
        begun.set()
        gate.wait(10)
        return ""

    made = following.Following(window.project, held_by, 1)
    made.freed.connect(lambda: told.append(True))
    until(begun.is_set)
    window.project.closing.emit()
    gate.set()
    until(lambda: window.tasks.idle)
    assert not told
