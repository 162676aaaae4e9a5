"""The control strategy view, and inspection mode: what is shown, as of when, and what is not there at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from kgapp.domain.terms import Iri
from kgapp.services import editing
from kgapp.ui import places
from kgapp.ui.panels.control import ControlPanel
from kgapp.ui.panels.finding_counts import in_words
from kgapp.ui.panels.inspect_form import InspectForm
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.saving import Step
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]


def words(panel: ControlPanel) -> str:
    rows = panel.detail.rows
    groups = [rows.index(at, 0) for at in range(rows.rowCount())]
    cells = [
        rows.index(row, column, group).data()
        for group in groups
        for row in range(rows.rowCount(group))
        for column in range(rows.columnCount(group))
    ]
    return "\n".join(str(each) for each in (*(group.data() for group in groups), *cells) if each)


def choose(box: QComboBox, words_in: str) -> None:
    at = next(at for at in range(box.count()) if words_in in box.itemText(at))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_the_control_strategy_follows_the_site_the_attribute_and_the_revision(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    window.open_place(f"control {DEMO}Q04")
    panel = opened.currentWidget()
    assert isinstance(panel, ControlPanel)
    until(lambda: panel.states.showing == "content" and panel.entity == f"{DEMO}Q04")
    assert "Its method is not transferred at this site." in words(panel)
    choose(panel.site, "Boston")
    until(lambda: "Its method is not transferred" not in words(panel))
    window.keeping.saver.use_spell("Validated")
    window.save(
        Step(
            "Set status",
            lambda workspace, why: editing.set_values(
                workspace,
                Iri(f"{DEMO}AM3-LEI"),
                Iri("https://w3id.org/kgapp/ontology#methodStatus"),
                ["kg:validated"],
                why,
            ),
            lambda _: None,
        )
    )
    until(lambda: panel.revision.count() > 1)
    choose(panel.site, "Leiden")
    until(lambda: "Vector copy number sampled at Formulation at Leiden" in words(panel))
    assert "Its method is not transferred at this site." not in words(panel)
    choose(panel.revision, "revision 1")
    until(lambda: "Its method is not transferred at this site." in words(panel))
    assert panel.entity == f"{DEMO}Q04"


def test_inspection_mode_shows_a_copy_and_leads_back(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    window.action("inspect").trigger()
    until(lambda: window.findChild(InspectForm))
    form = window.findChild(InspectForm)
    assert isinstance(form, InspectForm)
    QTest.keyClick(form, Qt.Key.Key_Return)
    until(lambda: any("Inspection copy of CAR-T.kgproject" in each for each in window.banners.words()))
    assert not window.project.writable
    assert window.project.read_only_because.startswith("Inspection copy")
    assert places.last() == demo
    until(lambda: in_words(window.findings) == "not checked yet")
    leave = next(each for each in window.banners.findChildren(QPushButton) if "Leave" in each.text())
    QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
    until(lambda: window.has_project and window.project.writable)
