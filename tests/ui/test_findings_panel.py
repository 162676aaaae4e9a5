"""The findings panel on a real project: what it shows, where it leads, what its quick fixes do."""

from __future__ import annotations

import csv
import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.services.workspace import Workspace
from kgapp.ui.findings import LiveFindings, Stand
from kgapp.ui.models.findings import Column
from kgapp.ui.panels.finding_counts import FindingCounts
from kgapp.ui.panels.findings import FindingsPanel
from kgapp.ui.project import OpenProject
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure, Tasks
from kgapp.ui.theme import Theme

Until = Callable[[Callable[[], object]], None]
BASE = "https://w3id.org/kgapp/demo/"
NOR = Iri(BASE + "NOR-BOS-P17")


@dataclass
class Desk:
    """What the panel needs of the window; remembers where it was led."""

    project: OpenProject
    theme: Theme
    findings: LiveFindings
    went: list[tuple[str, object]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def edit(self, iri: Iri, predicate: Iri | None = None) -> None:
        self.went.append((iri, predicate))

    def open_entity(self, iri: Iri) -> None:
        self.went.append((iri, "page"))

    def save(self, step: Step) -> None:
        self.project.write(lambda workspace: step.work(workspace, "a test"), step.done, self.tell)

    def say(self, words: str) -> None:
        self.went.append(("said", words))

    def tell(self, failure: Failure) -> None:
        self.failures.append(failure)


@pytest.fixture
def desk(demo: Path, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A project with its findings checked, and no window."""
    tasks = Tasks()
    workspace = bootstrap.open_for_window(demo)
    project, findings = OpenProject(workspace, tasks), LiveFindings()
    findings.watch(project, bootstrap.shape_checker)
    yield Desk(project, theme, findings)
    findings.leave()
    project.close()
    tasks.close(workspace.close)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, until: Until) -> FindingsPanel:
    made = FindingsPanel(desk)  # type: ignore[arg-type]  # as much of a desk as it uses
    qtbot.addWidget(made)
    made.resize(1100, 320)
    made.show()
    assert made.states.showing == "empty"
    desk.findings.check_all()
    assert made.states.showing == "busy"
    until(lambda: desk.findings.stand is Stand.CURRENT)
    return made


def edit(desk: Desk, thing: Iri, predicate: Iri, *texts: str) -> None:
    """Set the values of a property."""

    def work(workspace: Workspace) -> object:
        if not texts:
            return editing.unset_values(workspace, thing, predicate, (), "a test")
        return editing.set_values(workspace, thing, predicate, texts, "a test")

    desk.project.write(work, lambda _: None, desk.tell)


def row(panel: FindingsPanel, thing: Iri, words: str = "") -> QModelIndex:
    """The first row about a thing whose sentence has some words."""
    found = (each for each in panel.model.findings() if each.focus == thing and words in each.message)
    return panel.model.place(next(found))


def click(qtbot: QtBot, panel: FindingsPanel, index: QModelIndex, column: Column) -> None:
    """Click a cell."""
    cell = index.siblingAtColumn(column.value)
    panel.tree.scrollTo(cell)
    place = panel.tree.visualRect(cell).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def button(inside: QWidget, text: str) -> QPushButton:
    """The button in sight whose text begins so."""
    return next(each for each in inside.findChildren(QPushButton) if each.text().startswith(text))


def test_an_edit_brings_a_row_that_leads_to_its_field_and_a_quick_fix_takes_it_away(
    panel: FindingsPanel, desk: Desk, qtbot: QtBot, until: Until
) -> None:
    warnings = panel.model.shown
    edit(desk, NOR, KG.lowerLimit, "4.5")
    until(lambda: panel.model.shown > warnings)
    index = row(panel, NOR, "above the upper limit")
    assert index.siblingAtColumn(Column.SENTENCE.value).data() == "The lower limit 4.5 is above the upper limit 4."
    click(qtbot, panel, index, Column.SENTENCE)
    click(qtbot, panel, index, Column.THING)
    assert desk.went == [(NOR, KG.lowerLimit), (NOR, "page")]
    panel.tree.setCurrentIndex(index)
    until(lambda: [each for each in panel.detail.findChildren(QPushButton) if each.text().startswith("Exchange")])
    button(panel.detail, "Exchange").click()
    until(lambda: not [each for each in panel.model.findings() if "above the upper" in each.message])
    assert desk.failures == []
