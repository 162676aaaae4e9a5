"""515 texts that programs trip over are shown as text in every view, and no view stands still over them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadTerm
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad, Term, ntriples
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.ui import places_table
from kgapp.ui.window import MainWindow
from tests.ui.naughty import texts

BASE = Iri("https://e.org/")
STEP, SITE = Iri(BASE + "U"), Iri(BASE + "B")
Until = Callable[[Callable[[], object]], None]
HIDDEN = set("\x00\x07\x1b\u202e\u2066\u200f\u200b")
STALL_S = 0.2
BUSY = 5
"""The computer that runs the tests does other things as well."""
MOST = 20_000
ROWS = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A step with 515 parameters, each called by one of the texts, and a site with a setting of each."""
    path = tmp_path_factory.mktemp("naughty") / "naughty.kgproject"
    bootstrap.create(path, BASE)
    with bootstrap.writing(path) as workspace:
        workspace.commit(ChangeSet("naughty", added=frozenset(quads())), Note(workspace.author, texts()[0]))
    return path


def quads() -> Iterator[Quad]:
    def quad(subject: Iri, predicate: Iri, value: Term) -> Quad:
        return Quad(subject, predicate, value, Iri(BASE + "graph/main"))

    process = Iri(BASE + "GR")
    for thing, kind in ((process, KG.GeneralProcess), (STEP, KG.UnitOperation), (SITE, KG.Site)):
        yield quad(thing, RDF.type, kind)
        yield quad(thing, RDFS.label, Literal("<b>bold</b>"))
    yield quad(STEP, KG.partOf, process)
    for number, text in enumerate(texts()):
        thing = Iri(f"{BASE}P{number}")
        yield quad(thing, RDF.type, KG.ProcessParameter)
        yield quad(STEP, KG.hasFactor, thing)
        yield quad(thing, RDFS.label, Literal(text))
        yield quad(thing, RDFS.comment, Literal(text * 3))


class Stalls:
    """How long the event loop was away."""

    def __init__(self) -> None:
        self.longest_s, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest_s


def test_every_view_shows_them_as_text_and_does_not_stand_still(
    window: MainWindow, project: Path, until: Until
) -> None:
    stalls = Stalls()
    window.open(project)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots and window.tasks.idle)
    check(window)
    for place in (
        places_table.page_of(STEP),
        *(places_table.page_of(Iri(f"{BASE}P{number}")) for number in (0, 3, 90, 150, 230, 400)),
        places_table.graph_of((STEP,)),
        places_table.grid_of_class(KG.ProcessParameter),
        places_table.HISTORY,
        f"{places_table.NEW} {KG.ProcessParameter}",
    ):
        window.open_place(place)
        until(lambda: window.tasks.idle)
        check(window)
    for words in ("deep", "left", "a", "<b>", "\u202e"):
        window.search()
        window.top.search.setText(words)
        window.top.search.textEdited.emit(words)
        until(lambda: window.tasks.idle)
        check(window)
    window.edit(Iri(f"{BASE}P150"))
    until(lambda: window.tasks.idle)
    check(window)
    window.grab()
    assert stalls.stop() < STALL_S * BUSY


def check(window: MainWindow) -> None:
    """What labels, buttons, fields and lists show is bounded, and hides nothing."""
    for text in shown(window):
        assert len(text) < MOST
        assert not set(text) & HIDDEN, text
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or "<" not in label.text(), label.text()
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        assert "<" not in tip or tip.startswith("<qt>"), tip


def shown(window: MainWindow) -> Iterator[str]:
    """Every text that the window shows, or would in the first rows of its lists."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.model() is not None:
            yield from cells(widget.model(), QModelIndex())
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """The texts and tool tips of a model."""
    for row in range(min(ROWS, model.rowCount(parent))):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                text = index.data(role)
                if isinstance(text, str):
                    yield text
        yield from cells(model, model.index(row, 0, parent))


def test_each_of_them_can_be_recorded() -> None:
    for text in texts():
        try:
            ntriples(Literal(text))
        except BadTerm as error:
            pytest.fail(f"{text!r}: {error}")
