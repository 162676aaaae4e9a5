"""The history: its model, and the panel through the real window, with undo and redo across restarts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester

from kgapp import bootstrap
from kgapp.domain.history import Author, Note, Revision, RevisionKind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing, revision_log
from kgapp.services.ports import Pattern
from kgapp.services.revision_log import LogPage
from kgapp.ui import places_table
from kgapp.ui.models.history import HistoryModel, moment
from kgapp.ui.panels.history import HistoryPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
SETTING = Iri(f"{DEMO}SET-BOS-P17")


def revision(seq: int) -> Revision:
    note = Note(Author("A. Scientist", "KGAPP_USER"), f"reason {seq}", RevisionKind.EDIT)
    return Revision(seq, datetime(2026, 1, 1, tzinfo=UTC), "+00:00", note, f"step {seq}", seq % 2, 1, "", "", "")


def page(first: int, last: int, before: int | None) -> LogPage:
    return LogPage(tuple(revision(seq) for seq in range(first, last - 1, -1)), before, first - last + 1)


def test_pages_come_in_when_they_are_wanted(qtmodeltester: ModelTester) -> None:
    model = HistoryModel()
    wanted: list[int] = []
    model.wanted.connect(wanted.append)
    model.show(page(9, 6, 6))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.fetchMore()
    model.fetchMore()
    assert wanted == [6]
    assert not model.canFetchMore()
    model.add(page(5, 1, None))
    model.add(LogPage((), None, 0))
    assert (model.rowCount(), model.complete, model.canFetchMore()) == (9, True, False)
    assert [model.index(8, column).data() for column in (0, 2, 3, 4, 5)] == [
        "1",
        "A. Scientist",
        "reason 1",
        "step 1",
        "+1 −1",
    ]
    assert model.row_of(3) == 6
    assert model.row_of(99) == -1
    assert model.headerData(0, Qt.Orientation.Horizontal) == "No."
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert "reason 1" in model.index(8, 3).data(Qt.ItemDataRole.ToolTipRole)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_time_is_told_in_this_zone_with_the_zone() -> None:
    at = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    assert datetime.strptime(moment(at), "%Y-%m-%d %H:%M %z") == at


def set_to(demo: Path, *values: str) -> None:
    """Change a setpoint some times, before the window opens."""
    with bootstrap.writing(demo) as workspace:
        for value in values:
            editing.set_values(workspace, SETTING, KG.setpoint, [value], f"because {value}")


def setpoint(demo: Path) -> str:
    """What it is now."""
    with bootstrap.reading(demo) as workspace:
        quad = next(workspace.reader.quads(Pattern(subject=SETTING, predicate=KG.setpoint)))
    assert not isinstance(quad.object, str)
    return quad.object.lexical


@pytest.fixture
def edited(demo: Path, window: MainWindow, until: Until) -> Tabs:
    """The window on a demo that was edited three times."""
    set_to(demo, "3.5", "4.0", "4.5")
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.tabs is not None
    return window.tabs


@pytest.fixture
def panel(edited: Tabs, window: MainWindow, until: Until) -> HistoryPanel:
    window.open_place(places_table.HISTORY)
    found = edited.here
    assert isinstance(found, HistoryPanel)
    until(lambda: found.model.rowCount() == 4)
    return found


def told(panel: HistoryPanel) -> list[str]:
    """The rows of what is told below."""
    rows = panel.told.rows
    head = rows.index(0, 0)
    return [
        " | ".join(rows.index(row, column, head).data() or "" for column in range(4))
        for row in range(rows.rowCount(head))
    ]


def test_a_revision_is_told_with_what_was_and_what_is(panel: HistoryPanel, until: Until) -> None:
    panel.choose(4)
    until(lambda: told(panel))
    assert told(panel) == ["MOI at Boston | setpoint | “4.0” | “4.5”"]
    assert "because 4.5" in panel.meta.text()
    assert panel.chosen == (4,)


def test_two_revisions_are_compared(panel: HistoryPanel, until: Until) -> None:
    choose = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    panel.choose(4)
    panel.table.selectionModel().select(panel.model.index(2, 0), choose)
    until(lambda: told(panel) == ["MOI at Boston | setpoint | “3.5” | “4.5”"])
    assert panel.chosen == (2, 4)
    assert not panel.take_back.isVisible()


def test_a_filter_finds_reasons_and_people(panel: HistoryPanel, until: Until) -> None:
    QTest.keyClicks(panel.words, "because 4.0")
    until(lambda: panel.model.rowCount() == 1)
    assert "looked through" in panel.count.text()
    panel.words.clear()
    QTest.keyClicks(panel.who, "nobody at all")
    until(lambda: panel.model.rowCount() == 0)


def test_a_revision_is_taken_back_by_number_with_a_reason(
    panel: HistoryPanel, window: MainWindow, until: Until
) -> None:
    window.keeping.saver.use_spell("it was wrong")
    panel.choose(4)
    until(lambda: told(panel))
    panel.take_back.click()
    until(lambda: panel.model.rowCount() == 5)
    newest = panel.model.revision(0)
    assert newest is not None
    assert (newest.note.reverts, newest.note.why) == (4, "it was wrong")


def test_a_revision_that_no_longer_fits_names_what_is_in_the_way(
    panel: HistoryPanel, window: MainWindow, until: Until
) -> None:
    window.keeping.saver.use_spell("it was wrong")
    panel.choose(2)
    until(lambda: told(panel))
    panel.take_back.click()
    until(lambda: any("no longer there" in row for row in told(panel)))
    assert "cannot be taken back" in panel.heading.text()
    assert panel.model.rowCount() == 4


def test_an_import_is_taken_back_with_what_it_brought(panel: HistoryPanel, window: MainWindow, until: Until) -> None:
    window.keeping.saver.use_spell("start anew")
    for _ in range(3):
        window.steps.undo()
    until(lambda: panel.model.rowCount() == 7)
    panel.choose(1)
    until(lambda: told(panel))
    panel.take_back.click()
    until(lambda: panel.model.rowCount() == 8)
    newest = panel.model.revision(0)
    assert newest is not None
    assert newest.removed_count > 10_000


def test_the_history_of_one_thing_leaves_out_the_others(edited: Tabs, window: MainWindow, until: Until) -> None:
    window.open_place(places_table.history_of(Iri(f"{DEMO}P17")))
    found = edited.here
    assert isinstance(found, HistoryPanel)
    until(lambda: found.model.rowCount() == 1)
    assert found.entity == f"{DEMO}P17"


def test_undo_and_redo_go_on_after_a_restart(edited: Tabs, window: MainWindow, demo: Path, until: Until) -> None:
    until(lambda: "4.5" in window.top.undo_button.toolTip())
    window.steps.undo()
    window.steps.undo()
    until(lambda: setpoint(demo) == "3.5")
    window.open(demo)
    until(lambda: window.has_project and "3.5" in window.top.undo_button.toolTip())
    window.steps.redo()
    until(lambda: setpoint(demo) == "4.0")
    window.steps.redo()
    until(lambda: setpoint(demo) == "4.5")


def test_several_steps_are_undone_and_redone_at_once(
    edited: Tabs, window: MainWindow, demo: Path, until: Until
) -> None:
    menu = window.top.undo_button.menu()
    until(lambda: any("to 3.5" in action.text() for action in menu.actions()))
    next(action for action in menu.actions() if "to 3.5" in action.text()).trigger()
    until(lambda: not window.top.undo_button.isEnabled())
    assert "the step before is taken back in the history" in window.top.undo_button.toolTip()
    assert any("Take it back in the history" in action.text() for action in menu.actions())
    window.steps.redo_to(7)
    until(lambda: "4.0" in window.top.undo_button.toolTip() or "3.5" in window.top.undo_button.toolTip())


def test_an_empty_field_leaves_undo_to_the_window(edited: Tabs, window: MainWindow, until: Until) -> None:
    until(window.top.undo_button.isEnabled)
    field = window.top.search
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: "4.0" in window.top.undo_button.toolTip())


def test_a_field_with_text_keeps_its_own_undo(window: MainWindow) -> None:
    field = QLineEdit(window)
    LeavesUndo(field)
    field.show()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "ab"


def test_older_revisions_come_in_when_one_goes_down(
    edited: Tabs, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision_log, "PAGE", 1)
    window.open_place(places_table.HISTORY)
    found = edited.here
    assert isinstance(found, HistoryPanel)
    until(lambda: found.model.rowCount() >= 1)
    until(lambda: found.model.canFetchMore() or found.model.complete)
    while not found.model.complete:
        found.model.fetchMore()
        until(lambda: found.model.canFetchMore() or found.model.complete)
    assert found.model.rowCount() == 4
    assert "Showing all 4" in found.count.text()


def test_a_project_without_changes_says_so(window: MainWindow, tmp_path: Path, until: Until) -> None:
    path = tmp_path / "empty.kgproject"
    bootstrap.create(path)
    window.open(path)
    until(lambda: window.has_project and window.tabs is not None)
    window.open_place(places_table.HISTORY)
    assert window.tabs is not None
    found = window.tabs.here
    assert isinstance(found, HistoryPanel)
    until(lambda: found.states.showing == "empty")
