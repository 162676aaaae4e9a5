"""Whatever stands in the graph is shown as text, and shown quickly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, PROV, RDF, RDFS
from kgapp.services.impact.assess import Question
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.window import MainWindow

BASE = Iri("https://e.org/")
Until = Callable[[Callable[[], object]], None]

LABELS = {
    "markup": "<img src=file:///etc/passwd><b>bold</b><a href='x'>link</a>",
    "tables": "<table>" * 200 + "deep",
    "long": "X" * 1_000_000,
    "many lines": "line\n" * 20_000,
    "nul": "a\x00b\x07c",
    "right to left": "abc \u202e gnp.exe \u2066 \u200f done",
    "mnemonic": "A&B && C",
    "percent": "%s %1 {0} %n",
}


@pytest.fixture(params=list(LABELS))
def label(request: pytest.FixtureRequest) -> str:
    """One hostile label."""
    return LABELS[request.param]


@pytest.fixture
def project(tmp_path: Path, label: str) -> Path:
    """A process in which everything is called by that label."""
    path = tmp_path / "hostile.kgproject"
    bootstrap.create(path, BASE)
    with bootstrap.writing(path) as workspace:
        workspace.commit(ChangeSet("hostile", added=frozenset(quads(label))), Note(workspace.author, label[:200]))
    return path


def quads(label: str) -> Iterator[Quad]:
    def quad(subject: str, predicate: Iri, value: Term) -> Quad:
        return Quad(Iri(BASE + subject), predicate, value, Iri(BASE + "graph/main"))

    def thing(name: str) -> Iri:
        return Iri(BASE + name)

    classes = {
        "GR": KG.GeneralProcess,
        "U": KG.UnitOperation,
        "P": KG.ProcessParameter,
        "Q": KG.QualityAttribute,
        "I": KG.Influence,
        "B": KG.Site,
        "SP": KG.SiteProcess,
        "S": KG.SiteSetting,
        "T": KG.TacitAssertion,
    }
    links = (
        ("U", KG.partOf, "GR"), ("U", KG.hasFactor, "P"), ("I", KG.hasCause, "P"), ("I", KG.hasEffect, "Q"),
        ("SP", PROV.wasDerivedFrom, "GR"), ("SP", KG.atSite, "B"), ("S", KG.forFactor, "P"), ("S", KG.atSite, "B"),
        ("T", KG.concerns, "P"),
    )  # fmt: skip
    for name, kind in classes.items():
        yield quad(name, RDF.type, kind)
        yield quad(name, RDFS.label, Literal(label))
    for subject, predicate, value in links:
        yield quad(subject, predicate, thing(value))
    yield quad("S", KG.textValue, Literal(label))
    yield quad("T", KG.cue, Literal(label))


def test_hostile_labels_are_text_in_every_view(window: MainWindow, project: Path, label: str, until: Until) -> None:
    began = time.perf_counter()
    window.open(project)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.tabs is not None
    until(lambda: window.explorer.tree.model().rowCount())
    window.tabs.open_entity(Iri(BASE + "P"))
    page = window.tabs.currentWidget()
    assert isinstance(page, EntityPanel)
    until(lambda: page.portrait)
    window.open_impact(Question(Iri(BASE + "P"), ChangeKind.VALUE, "1", "2"), label)
    impact = window.tabs.currentWidget()
    assert isinstance(impact, ImpactPanel)
    until(lambda: impact.report)
    assert impact.report is not None
    window.lay_on_map(impact.report)
    window.top.search.setText(label[:10])
    window.top.search.textEdited.emit(label[:10])
    window.grab()
    spent = time.perf_counter() - began
    for text in shown(window):
        assert len(text) < 20_000
        assert not set(text) & set("\x00\x07\u202e\u2066\u200f")
    assert all(
        each.textFormat() == Qt.TextFormat.PlainText for each in window.findChildren(QLabel) if "<" in each.text()
    )
    assert spent < 20


def shown(window: MainWindow) -> Iterator[str]:
    """Every text that the window shows."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
    for panel in (window.explorer, *window.findChildren(EntityPanel), *window.findChildren(ImpactPanel)):
        for model in panel.findChildren(QAbstractItemModel):
            yield from cells(model, QModelIndex())


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            yield str(model.index(row, column, parent).data() or "")
        yield from cells(model, model.index(row, 0, parent))
