"""The views of a transfer in the window: the meeting, an answer that came back, actions, package, time line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QInputDialog, QLineEdit, QWidget

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.transfer import deciding
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.deciding import Decision
from kgapp.services.transfer.package import edit as edit_item
from kgapp.ui import places_table, transfers
from kgapp.ui.panels.action_form import ActionForm
from kgapp.ui.panels.action_list import ActionsPanel
from kgapp.ui.panels.gap_meeting import GapMeetingPanel
from kgapp.ui.panels.gap_returned import NO, YES, ReturnedPanel
from kgapp.ui.panels.package import PackagePanel
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.sheet_table import EDITOR, SheetTable
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.timeline import TimelinePanel
from kgapp.ui.window import MainWindow

TP = Iri("https://w3id.org/kgapp/demo/TP1")
Until = Callable[[Callable[[], object]], None]


def view(window: MainWindow, place: str, until: Until) -> Any:
    window.open_place(place)
    assert window.tabs is not None
    here: Any = window.tabs.here
    until(lambda: here.states.showing == "content")
    return here


def typed(table: SheetTable, text: str) -> None:
    """Edit the current cell with the keyboard."""
    QTest.keyClick(table, Qt.Key.Key_F2)
    finished(table, text)


def finished(table: SheetTable, text: str) -> None:
    """Type into the cell that is being edited, and be done with it."""
    editor = table.findChild(QLineEdit, EDITOR)
    assert editor is not None
    editor.setText(text)  # as pasted: no list of names opens
    QTest.keyClick(editor, Qt.Key.Key_Return)


def chosen(table: SheetTable, word: str) -> None:
    """Choose a word in the current cell with the keyboard."""
    QTest.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QComboBox, EDITOR)
    assert editor is not None
    editor.setCurrentText(word)
    QTest.keyClick(editor, Qt.Key.Key_Return)


@pytest.fixture
def meeting(opened: Tabs, window: MainWindow, until: Until) -> GapMeetingPanel:
    found = view(window, places_table.gaps_of(TP), until)
    assert isinstance(found, GapMeetingPanel)
    return found


def test_a_meeting_decides_cell_by_cell_without_a_dialog(
    meeting: GapMeetingPanel, window: MainWindow, until: Until
) -> None:
    table = meeting.table
    assert meeting.meeting is not None
    shown, every = table.sheet.rowCount(), len(meeting.meeting.lines)
    assert f"Showing {shown} of {every} lines" in meeting.note.text()
    meeting.bar.people.setText("EX1, EX3")
    QTest.keyClick(meeting.bar.people, Qt.Key.Key_Return)
    assert meeting.reason.endswith("participants EX1, EX3")
    first = table.current
    assert first is not None
    assert meeting.chosen is not None
    assert table.sheet.columns[table.currentIndex().column()].key == meeting.chosen.lacking[0]

    key = first.key
    table.go_to(key, "owner")
    typed(table, "EX3")
    until(lambda: meeting.chosen is not None and meeting.chosen.value("owner").startswith("Process scientist"))
    assert table.current is not None
    assert table.current.key == key, "the place is kept when the gap is recorded"
    assert window.findChild(ReasonDialog) is None
    before = window.project

    table.go_to(key, "disposition")
    chosen(table, "accept")
    until(lambda: table.findChild(QLineEdit, EDITOR))  # the reason is asked for in its cell
    finished(table, "as agreed")
    until(lambda: meeting.chosen is not None and meeting.chosen.value("disposition") == "accept")
    assert meeting.chosen is not None
    assert meeting.chosen.value("justification") == "as agreed"

    told: list[str] = []
    window.tell = lambda failure: told.append(failure.sentence)  # type: ignore[method-assign]
    table.go_to(key, "due")
    typed(table, "soon")
    until(lambda: told)
    assert "is no date" in told[0]
    assert table.sheet.data(table.currentIndex()) == ""

    window.steps.undo()
    until(lambda: meeting.chosen is not None and not meeting.chosen.value("disposition"))
    table.go_to(key, "status")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    until(lambda: meeting.chosen is not None and not meeting.chosen.value("status"))
    meeting.next_undecided()
    assert table.current.key != key
    meeting.end()
    assert meeting.reason == ""
    assert window.project is before


def test_what_changed_while_a_cell_was_edited_is_not_overwritten(
    meeting: GapMeetingPanel, window: MainWindow, until: Until
) -> None:
    table = meeting.table
    meeting.start("")
    assert meeting.meeting is not None
    line = next(each for each in meeting.meeting.lines if each.gap)
    key = next(each for each in map(table.sheet.row_at, range(200)) if each and each.subject is line).key
    table.go_to(key, "due")
    QTest.keyClick(table, Qt.Key.Key_F2)
    other = Decision(line, (Entered("due", line.value("due"), "2026-09-09"),))
    done: list[object] = []
    window.project.write(lambda workspace: deciding.save(workspace, TP, (other,), "other"), done.append, window.tell)
    until(lambda: done and meeting.meeting and any(each.value("due") == "2026-09-09" for each in meeting.meeting.lines))
    told: list[str] = []
    window.tell = lambda failure: told.append(failure.sentence)  # type: ignore[method-assign]
    finished(table, "2026-03-02")
    until(lambda: told)
    assert "it is now “2026-09-09”" in told[0]

    table.go_to(key, "disposition")
    chosen(table, "accept" if line.value("disposition") == "justify" else "justify")
    until(lambda: table.findChild(QLineEdit, EDITOR))
    QTest.keyClick(table.findChildren(QLineEdit, EDITOR)[-1], Qt.Key.Key_Escape)
    until(lambda: not table.findChildren(QLineEdit, EDITOR))
    table.go_to(key, "due")
    typed(table, "2026-10-10")  # saved alone: the disposition still waits for its reason, and shows that
    until(lambda: meeting.chosen is not None and meeting.chosen.value("due") == "2026-10-10")
    assert meeting.chosen is not None
    assert meeting.chosen.value("disposition") == line.value("disposition")
    table.go_to(key, "disposition")
    assert table.sheet.waiting(table.currentIndex()) in {"accept", "justify"}
    chosen(table, line.value("disposition") or "(nothing)")
    until(lambda: table.sheet.waiting(table.currentIndex()) is None)
    assert len(told) == 1


def test_filters_actions_presenting_and_the_workbook(
    meeting: GapMeetingPanel, window: MainWindow, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, filters = meeting.table, meeting.filters
    filters.words.setText("vector copy")
    assert 0 < table.sheet.rowCount() < 20
    filters.words.setText("no such word")
    assert table.sheet.rowCount() == 0
    assert "No line fits" in meeting.detail.text()
    meeting.next_undecided()
    filters.clear_all()
    assert meeting.meeting is not None
    assert table.sheet.rowCount() == len(meeting.meeting.lines)
    scale = window.theme.scale
    meeting.presenter.click()
    assert window.theme.scale > scale
    assert window.areas.is_folded("inspector")
    meeting.presenter.click()
    assert (window.theme.scale, window.areas.is_folded("inspector")) == (scale, False)

    meeting.start("")
    meeting.new_action()
    form = meeting.findChild(ActionForm)
    assert form is not None
    assert not form.make.isEnabled()
    form.label.setText("Ask Leiden")
    form.due.setText("soon")
    form.make.click()
    until(lambda: "is no date" in form.said.text())
    form.due.setText("2026-05-01")
    form.make.click()
    until(lambda: meeting.chosen is not None and any(each.label == "Ask Leiden" for each in meeting.chosen.actions))

    out = tmp_path / "gaps.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    filters.words.setText("glucose")
    meeting.send()
    until(out.exists)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    meeting.send()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    meeting.take_in()
    assert window.tabs is not None
    answer = window.tabs.here
    assert isinstance(answer, ReturnedPanel)
    until(lambda: answer.states.showing == "empty")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    meeting.take_in()


def test_in_little_room_the_list_comes_first_and_presenting_ends_with_the_view(
    meeting: GapMeetingPanel, window: MainWindow, until: Until
) -> None:
    scale, filters = window.theme.scale, meeting.filters
    meeting.presenter.click()
    assert meeting.may_close()
    assert window.theme.scale == scale
    window.resize(1280, 560)
    until(meeting.tools.isVisible)
    assert not filters.isVisible()
    meeting.tools.click()
    assert filters.isVisible()
    window.resize(1440, 900)
    until(lambda: not meeting.tools.isVisible())


def test_an_answer_is_chosen_and_taken_over(
    meeting: GapMeetingPanel, window: MainWindow, until: Until, tmp_path: Path
) -> None:
    from tests.cli.test_transfer_commands import answered

    out, back = tmp_path / "out.xlsx", tmp_path / "back.xlsx"
    assert meeting.meeting is not None
    line = next(each for each in meeting.meeting.lines if each.gap and each.gap.label.startswith("Glucose"))
    window.reports.workbooks.write(out, meeting.meeting, meeting.meeting.lines)
    until(out.exists)
    from kgapp.services.transfer import sending

    answered(out, back, sending.name_of(line), {"Owner": "Operator EX4 (invented)", "Due": "never"})
    answer = view(window, places_table.returned_of(TP, str(back)), until)
    assert isinstance(answer, ReturnedPanel)
    assert len(answer.taken) == 1
    assert answer.rejected.sheet.rowCount() == 1
    answer.table.go_to(f"{sending.name_of(line)} owner", "take")
    chosen(answer.table, NO)
    until(lambda: not answer.taken)
    assert not answer.accept.isEnabled()
    answer.every.click()
    ours = Decision(line, (Entered("owner", line.value("owner"), "EX1"),))
    recorded: list[object] = []
    window.project.write(lambda workspace: deciding.save(workspace, TP, (ours,), "ours"), recorded.append, window.tell)
    until(lambda: recorded and answer.found is not None and answer.found.conflicts)
    assert not answer.taken, "what became a conflict is chosen by name or not at all"
    answer.table.go_to(f"{sending.name_of(line)} owner", "take")
    chosen(answer.table, YES)
    until(lambda: answer.taken)
    window.keeping.saver.use_spell("Their answer")
    answer.accept.click()
    until(lambda: answer.found is not None and answer.found.agreed == 1)
    assert answer.taken == frozenset()
    missing = tmp_path / "none.xlsx"
    window.open_place(places_table.returned_of(TP, str(missing)))
    assert window.tabs is not None
    failed: Any = window.tabs.here
    until(lambda: failed.states.showing == "failed")


def test_actions_are_edited_in_place(opened: Tabs, window: MainWindow, until: Until) -> None:
    actions = view(window, places_table.ACTION_LIST, until)
    assert isinstance(actions, ActionsPanel)
    window.keeping.saver.use_spell("Round of the day")
    assert "Showing 9 of 9" in actions.note.text()
    iri = "https://w3id.org/kgapp/demo/ACT8"
    actions.table.go_to(iri, "kind")
    chosen(actions.table, "question")
    until(lambda: actions.table.current is not None and actions.table.current.cells[2].text == "question")
    actions.table.go_to(iri, "status")
    chosen(actions.table, "closed")
    until(lambda: actions.table.findChild(QLineEdit, EDITOR))
    QTest.keyClick(actions.table.findChildren(QLineEdit, EDITOR)[-1], Qt.Key.Key_Escape)
    until(lambda: not actions.table.findChildren(QLineEdit, EDITOR))
    actions.table.go_to(iri, "due")
    typed(actions.table, "2026-10-10")  # saved alone: “closed” waits for its answer, and shows that
    until(lambda: actions.table.current is not None and actions.table.current.cells[4].text == "2026-10-10")
    actions.table.go_to(iri, "status")
    assert actions.table.sheet.waiting(actions.table.currentIndex()) == "closed"
    chosen(actions.table, "open")  # thought better of it: nothing to save, and nothing waits
    until(lambda: actions.table.sheet.waiting(actions.table.currentIndex()) is None)
    chosen(actions.table, "closed")
    until(lambda: actions.table.findChild(QLineEdit, EDITOR))
    QTest.keyClick(actions.table.findChildren(QLineEdit, EDITOR)[-1], Qt.Key.Key_Escape)
    until(lambda: not actions.table.findChildren(QLineEdit, EDITOR))
    actions.table.go_to(iri, "answer")
    typed(actions.table, "On Monday")
    until(lambda: "Showing 8 of 9" in actions.note.text())
    actions.of.setCurrentIndex(actions.of.findData(TP))
    actions.of.activated.emit(actions.of.currentIndex())
    until(lambda: "of 7" in actions.note.text())
    for at in range(4):
        actions.which.setCurrentIndex(at)
        actions.which.activated.emit(at)
    actions.words.setText("gating")
    assert actions.table.sheet.rowCount() == 1


def test_a_package_is_edited_in_place(opened: Tabs, window: MainWindow, until: Until) -> None:
    window.keeping.saver.use_spell("Round of the day")
    package = view(window, places_table.of_transfer(places_table.PACKAGE, TP), until)
    assert isinstance(package, PackagePanel)
    assert "17 of 22" in package.note.text()
    assert package.table.current is not None
    package.table.go_to(package.table.current.key, "due")
    typed(package.table, "2026-01-01")
    until(lambda: "1 overdue" in package.note.text())
    told: list[str] = []
    window.tell = lambda failure: told.append(failure.sentence)  # type: ignore[method-assign]
    item = package.table.current.key
    package.table.go_to(item, "due")
    QTest.keyClick(package.table, Qt.Key.Key_F2)
    other = (Entered("due", "2026-01-01", "2026-09-09"),)
    done: list[object] = []
    window.project.write(lambda workspace: edit_item(workspace, Iri(item), other, "other"), done.append, window.tell)
    until(lambda: done and package.found is not None and not package.found.overdue)
    finished(package.table, "2026-03-02")
    until(lambda: told)
    assert "it is now “2026-09-09”" in told.pop()
    package.table.go_to(item, "status")
    chosen(package.table, "available")
    until(lambda: told)
    assert "No document provides" in told[0]
    package.pages.setCurrentIndex(1)
    package.add.click()
    package.add.click()  # a double click lists it once
    assert len(told) == 1
    until(lambda: "of 23" in package.note.text())


def test_the_time_line_shows_gates_and_each_day(
    opened: Tabs, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = view(window, places_table.of_transfer(places_table.TIMELINE, TP), until)
    assert isinstance(line, TimelinePanel)
    assert line.gates.rows.rowCount() >= 4
    window.grab()
    assert line.found is not None
    count = len(line.found.moments)
    line.people.setChecked(True)
    until(lambda: line.found is not None and len(line.found.moments) == count + 1)
    window.grab()
    middle = next(
        QPoint(x, y)
        for y in range(24, line.picture.height(), 4)
        for x in range(140, line.picture.width(), 4)
        if _pressed(line, QPoint(x, y))
    )
    QApplication.sendEvent(line.picture, QHelpEvent(QEvent.Type.ToolTip, middle, line.picture.mapToGlobal(middle)))
    assert line.pages.currentWidget() is line.days

    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("", False))
    transfers.open_view(window, places_table.PACKAGE)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *args: (args[3][0], True))
    transfers.open_view(window, places_table.TIMELINE)
    window.theme.changed.emit()


def test_beside_a_view_of_a_transfer_nothing_of_another_view_stays_in_the_inspector(
    opened: Tabs, window: MainWindow, until: Until
) -> None:
    gone: list[bool] = []
    places = (places_table.gaps_of(TP), places_table.of_transfer(places_table.TIMELINE, TP))
    for at, place in enumerate(places, 1):
        told = QWidget()
        window.inspector.show_page(told)
        told.destroyed.connect(lambda: gone.append(True))
        view(window, place, until)
        until(partial(_are, gone, at))


def _are(gone: list[bool], so_many: int) -> bool:
    return len(gone) == so_many


def _pressed(line: TimelinePanel, place: QPoint) -> bool:
    picked: list[object] = []
    line.picture.picked.connect(picked.append)
    QTest.mouseClick(line.picture, Qt.MouseButton.LeftButton, pos=place)
    line.picture.picked.disconnect(picked.append)
    return bool(picked)


def _shows(view: Any, state: str) -> bool:
    return bool(view.states.showing == state)


def test_views_of_a_transfer_that_has_nothing_say_what_would_be_here(
    opened: Tabs, window: MainWindow, until: Until
) -> None:
    """A transfer without processes, parts or days; and a thing that is no transfer at all."""
    bare = Iri("https://w3id.org/kgapp/demo/TP9")
    graph = Iri("https://w3id.org/kgapp/demo/graph/main")
    made = frozenset({Quad(bare, RDF.type, KG.TransferProject, graph), Quad(bare, RDFS.label, Literal("Bare"), graph)})
    done: list[object] = []
    window.project.write(
        lambda workspace: workspace.commit(ChangeSet("bare", added=made), Note(workspace.author, "test")),
        done.append,
        window.tell,
    )
    until(lambda: done)
    views = (places_table.GAPS, places_table.PACKAGE)
    for each in views:
        window.open_place(places_table.of_transfer(each, bare))
        here: Any = opened.here
        until(partial(_shows, here, "empty"))
        assert here.entity == bare or each == places_table.GAPS
        here.take_focus()
    for each in (*views, places_table.TIMELINE):
        window.open_place(places_table.of_transfer(each, graph))
        other: Any = opened.here
        until(partial(_shows, other, "failed"))
        assert opened.close_at(opened.indexOf(other))


def test_a_read_only_window_edits_nothing(meeting: GapMeetingPanel, window: MainWindow, until: Until) -> None:
    row = meeting.table.current
    assert row is not None
    assert meeting.entity is not None
    opened: list[Iri] = []
    window.open_entity = opened.append  # type: ignore[method-assign, assignment]
    meeting.table.go_to(row.key, "thing")
    QTest.keyClick(meeting.table, Qt.Key.Key_Return)
    assert len(opened) == 1
    meeting.table.sheet.writable = False
    meeting.table.go_to(row.key, "owner")
    QTest.keyClick(meeting.table, Qt.Key.Key_Delete)
    assert meeting.table.sheet.waiting(meeting.table.currentIndex()) is None
    assert not meeting.table.go_to("no such row")
    assert window.tabs is not None
    window.tabs.setCurrentIndex(0)
    meeting.project_changed(frozenset())
    meeting.came_to_front()
    until(lambda: meeting.states.showing == "content")
