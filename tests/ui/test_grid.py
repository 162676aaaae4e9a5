"""The grid: its model, and the panel through the real window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.modeltest import ModelTester

from kgapp.domain import tabbed
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.grid import Refusal
from kgapp.services.grid_rows import CellNow, Plan, RowThing
from kgapp.ui import places_table
from kgapp.ui.models.cell_edits import CellEdits, Entered
from kgapp.ui.models.grid import STATE, GridModel
from kgapp.ui.panels.grid import GridPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
COLUMNS = SHAPES[KG.SiteSetting].properties[5:8]  # setpoint, text value, unit


def plan(rows: int) -> Plan:
    things = (RowThing(Iri(f"{DEMO}S{at}"), f"Setting {at}", (KG.SiteSetting,)) for at in range(rows))
    return Plan(tuple(things), COLUMNS)


def filled(rows: int) -> GridModel:
    model = GridModel()
    model.show(plan(rows))
    model.load(range(rows), [(CellNow(str(at)), CellNow("t"), CellNow(fits=at != 0)) for at in range(rows)])
    return model


def texts(model: GridModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = filled(5)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.enter("Edit", {(1, 0): "9"})
    model.filter("setting 1")
    model.filter("")
    model.load([1], [(CellNow("1"), CellNow(), CellNow())])
    model.show(plan(2))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_names_stand_at_the_left_and_messages_above() -> None:
    model = filled(2)
    assert model.headerData(0, Qt.Orientation.Vertical) == "Setting 0"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "setpoint"
    assert "decimal" in model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


def test_cells_are_read_only_until_they_are_read_and_where_the_class_has_none() -> None:
    model = GridModel()
    model.show(plan(1))
    editable = Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 0)) & editable
    model.load([0], [(CellNow("1"), CellNow("a; b", several=True), CellNow(fits=False))])
    assert model.flags(model.index(0, 0)) & editable
    assert not model.flags(model.index(0, 1)) & editable
    assert not model.flags(model.index(0, 2)) & editable
    assert model.index(0, 2).data(STATE) == "no cell"
    assert not model.setData(model.index(0, 2), "x")
    assert model.setData(model.index(0, 0), "2")
    assert model.index(0, 0).data(STATE) == "changed"
    assert "It was: 1" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "changed" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_entering_what_stands_there_is_no_edit() -> None:
    model = filled(2)
    model.enter("Edit", {(0, 0): "5"})
    model.enter("Edit", {(0, 0): "0"})
    assert model.pending() == ()
    assert model.edits.to_undo == "Edit"


def test_a_filter_shows_rows_with_all_words() -> None:
    model = filled(12)
    model.filter("setting 1")
    assert texts(model) == ["1", "10", "11"]
    model.enter("Edit", {model.cell_of(model.index(1, 0)): "x"})
    model.filter("")
    assert texts(model)[10] == "x"
    assert model.index_of((10, 0)).data() == "x"
    model.filter("nothing such")
    assert not model.index_of((10, 0)).isValid()


def test_a_table_is_pasted_below_and_right_and_what_finds_no_cell_is_listed() -> None:
    model = filled(3)
    model.paste((("7", "a", "min", "out"), ("8",), ("9",), ("10",)), 1, [0, 1, 2], 1)
    assert texts(model) == ["0", "7", "8"]
    outside = model.problems()
    assert [problem.text for problem in outside] == ["out", "9", "10"]
    assert outside[0].column == "Column 4"
    model.paste((("7", "a", "min"),), 0, [0, 1, 2], 1)
    assert [(problem.row, problem.column, problem.text) for problem in model.problems()] == [
        ("Setting 0", "unit", "min")
    ]


def test_one_row_fills_the_chosen_ones() -> None:
    model = filled(4)
    model.paste((("7",),), 1, [0, 1, 2], 3)
    assert texts(model) == ["0", "7", "7", "7"]


def test_refusals_are_marked_listed_and_gone_with_the_next_edit() -> None:
    model = filled(2)
    model.enter("Edit", {(0, 0): "much", (1, 0): "9"})
    refused = model.pending([0])[0]
    model.refuse([0], [Refusal(refused, "no figure")])
    assert model.index(0, 0).data(STATE) == "refused"
    assert "no figure" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert [problem.why for problem in model.problems()] == ["no figure"]
    model.enter("Edit", {(0, 0): "8"})
    model.refuse([0], [Refusal(refused, "no figure")])
    assert model.problems() == ()


def test_what_was_saved_is_no_edit_any_more_and_the_rest_stays() -> None:
    model = filled(2)
    model.enter("Edit", {(0, 0): "8", (1, 0): "much"})
    model.settle({(0, 0): model.edits.cells[0, 0]})
    assert [each.text for each in model.pending()] == ["much"]
    assert model.edits.to_undo == ""


def test_edits_stay_when_the_rows_are_read_again() -> None:
    model = filled(3)
    model.enter("Edit", {(1, 0): "8"})
    model.show(Plan(plan(3).rows[1:], COLUMNS))
    assert model.text_of((0, 0)) == "8"
    model.show(Plan(plan(3).rows[2:], COLUMNS))
    assert model.pending() == ()


def test_discarding_can_be_taken_back() -> None:
    model = filled(3)
    model.enter("Edit", {(1, 0): "8"})
    model.discard()
    assert model.pending() == ()
    model.undo()
    assert model.text_of((1, 0)) == "8"
    model.redo()
    assert model.pending() == ()


CELLS = st.tuples(st.integers(0, 3), st.integers(0, 1))
STEPS = st.lists(
    st.one_of(
        st.dictionaries(
            CELLS,
            st.one_of(st.none(), st.text(alphabet="ab1", max_size=2).map(lambda text: Entered("", text))),
            max_size=4,
        ),
        st.sampled_from(["undo", "redo"]),
    ),
    max_size=20,
)


@given(STEPS)
def test_every_step_of_a_grid_can_be_taken_back_and_done_again(steps: list[object]) -> None:
    edits = CellEdits()
    for step in steps:
        if isinstance(step, dict):
            edits.enter("step", step)
        else:
            (edits.undo if step == "undo" else edits.redo)()
    end = dict(edits.cells)
    count = 0
    while edits.to_undo:
        edits.undo()
        count += 1
    for _ in range(count):
        edits.redo()
    assert edits.cells == end


# Through the window


@pytest.fixture
def panel(opened: Tabs, window: MainWindow, until: Until) -> Iterator[GridPanel]:
    """The settings at Boston and Leiden of the transduction step."""
    window.open_place(f"grid of {DEMO}UO05 {KG.SiteSetting}")
    found = opened.here
    assert isinstance(found, GridPanel)
    until(lambda: found.model.plan.rows and found.model.loaded == len(found.model.plan.rows))
    yield found
    for view in opened.views:
        if isinstance(view, GridPanel):
            view.model.discard()  # a window with unsaved cells asks before it closes


def column(panel: GridPanel, name: str) -> int:
    return next(at for at, each in enumerate(panel.model.plan.columns) if each.name == name)


def go(panel: GridPanel, row: int, at: int) -> None:
    panel.table.setCurrentIndex(panel.model.index(row, at))


def save(window: MainWindow, panel: GridPanel, until: Until) -> None:
    window.keeping.saver.use_spell("a study")
    panel.save.click()
    until(lambda: not panel.save.isEnabled())


def test_typing_enter_and_tab_work_like_in_a_spreadsheet(panel: GridPanel, window: MainWindow, until: Until) -> None:
    table, at = panel.table, column(panel, "setpoint")
    go(panel, 0, at)
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "4.5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(panel.model.pending)
    assert panel.model.text_of((0, at)) == "4.5"
    assert table.currentIndex().row() == 1
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert panel.model.text_of((0, at)) == ""
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.text_of((0, at)) == "4.5"
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() != at


def test_forty_rows_are_pasted_saved_as_one_revision_and_undone(
    panel: GridPanel, opened: Tabs, window: MainWindow, until: Until
) -> None:
    window.open_place(places_table.grid_of_class(KG.SiteSetting))
    grid = opened.here
    assert isinstance(grid, GridPanel)
    until(lambda: grid.model.plan.rows and grid.model.loaded == len(grid.model.plan.rows))
    assert len(grid.model.plan.rows) >= 40
    at = column(grid, "text value")
    before = [grid.model.text_of((row, at)) for row in range(40)]
    go(grid, 0, at)
    QGuiApplication.clipboard().setText(tabbed.write([[f"pasted {row}"] for row in range(40)]))
    QTest.keyClick(grid.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(grid.model.pending()) == 40)
    save(window, grid, until)
    until(lambda: grid.model.text_of((39, at)) == "pasted 39" and not grid.model.pending())
    until(lambda: "40 values of 40 things" in window.top.undo_button.toolTip())
    window.steps.undo()
    until(lambda: [grid.model.text_of((row, at)) for row in range(40)] == before)


def test_refused_cells_are_listed_and_the_others_saved(panel: GridPanel, window: MainWindow, until: Until) -> None:
    at = column(panel, "setpoint")
    panel.table.changed.emit(panel.model.enter("Edit", {(0, at): "3,5", (1, at): "7.0"}))
    until(panel.model.problems)
    assert "comma" in panel.refused.list.item(0).text()
    assert panel.save.text() == "Save 1 cells…"
    save(window, panel, until)
    until(lambda: [each.text for each in panel.model.pending()] == ["3,5"])
    until(panel.model.problems)
    panel.refused.list.itemActivated.emit(panel.refused.list.item(0))
    assert panel.table.currentIndex().row() == 0
    panel.refused.points.click()
    until(lambda: not panel.model.problems() and panel.save.isEnabled())
    assert panel.model.text_of((0, at)) == "3.5"


def test_copying_fill_down_and_pasting(panel: GridPanel, until: Until) -> None:
    table, at = panel.table, column(panel, "text value")
    panel.table.changed.emit(panel.model.enter("Edit", {(0, at): "first\nline"}))
    go(panel, 0, at)
    choose = QItemSelectionModel.SelectionFlag.Select
    table.selectionModel().select(panel.model.index(1, at), choose)
    table.fill_down()
    assert panel.model.text_of((1, at)) == "first\nline"
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    until(lambda: tabbed.parse(QGuiApplication.clipboard().text()) == (("first\nline",), ("first\nline",)))
    go(panel, 2, at)
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.text_of((2, at)) == "first\nline"


def test_a_table_goes_where_the_keyboard_was_when_it_was_pasted(panel: GridPanel, until: Until) -> None:
    at = column(panel, "setpoint")
    go(panel, 0, at)
    QGuiApplication.clipboard().setText("9")
    panel.table.paste()
    go(panel, 1, at)
    until(panel.model.pending)
    assert [panel.model.text_of((row, at)) == "9" for row in (0, 1)] == [True, False]


def test_nothing_is_pasted_into_rows_that_are_others_by_then(
    panel: GridPanel, window: MainWindow, until: Until
) -> None:
    go(panel, 0, column(panel, "setpoint"))
    QGuiApplication.clipboard().setText("9")
    panel.table.paste()
    panel.model.filter("leiden")
    until(lambda: "paste it again" in window.statusBar().currentMessage())
    assert not panel.model.pending()


def test_columns_and_rows_are_chosen(panel: GridPanel, until: Until) -> None:
    action = panel.columns.menu().actions()[0]
    action.setChecked(False)
    assert panel.table.isColumnHidden(0)
    other = next(at for at in range(panel.rows.count()) if panel.rows.itemData(at) != KG.SiteSetting)
    panel.rows.setCurrentIndex(other)
    panel.rows.activated.emit(other)
    until(lambda: panel.model.plan.rows and panel.rows.currentData() == panel.rows.itemData(other))
    assert all(panel.rows.itemData(other) in row.types for row in panel.model.plan.rows)


def test_filtering_shows_fewer_rows(panel: GridPanel, until: Until) -> None:
    total = panel.model.rowCount()
    QTest.keyClicks(panel.filter, "leiden")
    until(lambda: 0 < panel.model.rowCount() < total)
    assert f"of {total} rows" in panel.count.text()


def test_a_grid_with_unsaved_cells_is_not_closed_unasked_and_what_is_being_saved_is(
    panel: GridPanel, opened: Tabs, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.table.changed.emit(panel.model.enter("Edit", {(0, column(panel, "setpoint")): "4"}))
    pressed: list[str] = []

    def press(box: QMessageBox) -> int:
        wanted = next(button for button in box.buttons() if pressed[-1] in button.text())
        wanted.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    at = opened.indexOf(panel)
    pressed.append("Keep")
    assert not opened.close_at(at)
    pressed.append("Discard")
    until(panel.save.isEnabled)
    window.project.write(lambda _: time.sleep(0.2), lambda _: None, lambda _: None)
    window.keeping.saver.use_spell("because")
    panel.save.click()
    assert opened.close_at(at)
    until(lambda: "setpoint" in window.top.undo_button.toolTip())


def test_what_is_being_typed_in_a_cell_is_not_lost_when_the_grid_is_closed(
    panel: GridPanel, opened: Tabs, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    at = column(panel, "setpoint")
    go(panel, 0, at)
    QTest.keyClick(panel.table, Qt.Key.Key_F2)
    editor = panel.table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "4.5")
    assert not opened.close_at(opened.indexOf(panel))
    assert asked == ["1 cells of this grid are not saved."]
    assert [each.text for each in panel.model.pending()] == ["4.5"]
    assert opened.indexOf(panel) >= 0


def test_undo_of_the_view_is_the_grids_own(panel: GridPanel, window: MainWindow) -> None:
    at = column(panel, "setpoint")
    panel.table.changed.emit(panel.model.enter("Edit", {(0, at): "4"}))
    assert panel.view_steps() == ("Edit", "")
    window.steps.undo_view()
    assert panel.view_steps() == ("", "Edit")
    window.steps.redo_view()
    assert panel.model.text_of((0, at)) == "4"


def test_a_grid_of_nothing_says_so(opened: Tabs, window: MainWindow, until: Until) -> None:
    window.open_place(places_table.grid_of((Iri(f"{DEMO}none"),)))
    found = opened.here
    assert isinstance(found, GridPanel)
    until(lambda: found.states.showing == "empty")
