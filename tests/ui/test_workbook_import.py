"""A workbook of anybody in the window: looked at, corrected, taken over, and its meaning kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from kgapp.ui import bundle_places
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.workbook_import import WorkbookPanel
from kgapp.ui.window import MainWindow
from tests.cli.test_workbook import drawn

Until = Callable[[Callable[[], object]], None]
ROWS: Sequence[Sequence[object]] = [
    ["Nr.", "Potential failure mode", "Process parameter", "Potential effect", "Sev.", "Occ.", "Det."],
    ["F-1", "Vector volume typed into the wrong field", "MOI", "wrong copy number", 9, 3, 7],
    ["F-2", "No such parameter", "Colour of the bag", "", 9, 2, 7],
]


def test_an_fmea_table_is_looked_at_and_taken_over(
    opened: Tabs, window: MainWindow, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = drawn(tmp_path / "fmea.xlsx", "Process FMEA", "FMEA, transduction", ROWS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.reports.workbooks.choose_and_read()
    panel = opened.here
    assert isinstance(panel, WorkbookPanel)
    until(lambda: panel.read is not None and panel.states.showing == "content")
    assert panel.read is not None
    assert panel.read.plan.differences
    assert any("Colour of the bag" in each.text for each in panel.read.plan.rejected)
    assert panel.rejected.sheet.rowCount() == len(panel.read.plan.rejected) + len(panel.read.plan.unread)
    before = len(panel.read.plan.differences)
    first = panel.read
    panel.meaning.sheet.entered.emit("0 Occ.", "means", "not read")
    until(lambda: panel.read is not first and panel.states.showing == "content")
    assert len(panel.read.plan.differences) < before
    second = panel.read
    panel.meaning.sheet.entered.emit("0 Occ.", "means", "occurrence")
    until(lambda: panel.read is not second and panel.states.showing == "content")
    assert len(panel.read.plan.differences) == before
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Our FMEA", True))
    panel.keep.click()
    until(lambda: panel.name.findData("Our FMEA") >= 0)
    window.keeping.saver.use_spell("Risk assessment of April (invented)")
    panel.accept.click()
    until(lambda: panel.read is not None and panel.read.plan.counts.same and not panel.read.plan.differences)
    assert not panel.accept.isEnabled()
    panel.meaning.sheet.entered.emit("0 Sev.", "means", "no such property")
    until(lambda: panel.states.showing == "failed")
    window.open_place(bundle_places.workbook_of(str(tmp_path / "none.xlsx")))
    missing = opened.here
    assert isinstance(missing, WorkbookPanel)
    until(lambda: missing.states.showing == "failed")
