"""The coverage matrix in the window: the same cells drawn and as a table, judged by keyboard, filled from a pasted table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip

from kgapp.bootstrap import DEMO_BASE
from kgapp.domain.coverage import Cell, Direction, Judgement, Line, Matrix, Place, StepRows
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import Named
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui.canvas.matrix_heads import Heads
from kgapp.ui.models.matrix import Code, MatrixModel, prepared
from kgapp.ui.panels import matrix_keys
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.matrix import MatrixPanel
from kgapp.ui.panels.matrix_cell import cell_menu, open_cell
from kgapp.ui.panels.matrix_paste import PasteDialog
from kgapp.ui.panels.matrix_run import RunDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("not support grabbing the keyboard", extend=True)  # menus, offscreen

Until = Callable[[Callable[[], object]], None]
KEYS = Qt.KeyboardModifier
RISK = Named(Iri("r"), "A risk")


def judged(strength: Grade | None, direction: Direction | None = None, *, here: bool = True) -> Judgement:
    sites = () if here else (Named(Iri("l"), "Leiden"),)
    return Judgement(Iri("i"), "i", strength, direction, Evidence.OPINION, "hypothesis", False, here, sites)


def small() -> Matrix:
    factors = (Line(Iri("f1"), "P1", "MOI", "CPP"), Line(Iri("f2"), "P2", "Rest time"))
    effects = (Line(Iri("q1"), "Q1", "Viability", "high"), Line(Iri("q2"), "Q2", "Dose"), Line(Iri("f1"), "P1", "MOI"))
    cells = {
        Place(Iri("f1"), Iri("q1")): Cell((judged(Grade.HIGH, Direction.UP), judged(Grade.LOW))),
        Place(Iri("f1"), Iri("q2")): Cell((judged(Grade.NONE, Direction.UP),)),
        Place(Iri("f2"), Iri("q1")): Cell((judged(None),), (RISK,)),
        Place(Iri("f2"), Iri("q2")): Cell((judged(Grade.LOW, here=False),)),
    }
    return Matrix(None, (StepRows(Named(Iri("s"), "Transduction"), factors),), effects, cells)


@pytest.fixture
def model() -> MatrixModel:
    made = MatrixModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(prepared(small()))
    return made


def test_a_cell_says_the_same_in_letters_colour_and_words(model: MatrixModel) -> None:
    looks = [[model.look(row, column) for column in range(3)] for row in range(3)]
    assert [look.code for look in looks[0]] == [Code.HEADING] * 3
    assert [(look.short, look.marks) for look in looks[1]] == [("H↑", "2≠"), ("0", ""), ("", "")]
    assert [(look.short, look.marks) for look in looks[2]] == [("?", "◇"), ("⌂", ""), ("", "")]
    assert model.codes() == bytes(look.code for row in looks for look in row)
    assert model.telling(1, 0) == (
        "P1 MOI × Q1 Viability: high ↑. Evidence: opinion. 2 influences are recorded. They do not agree. A hypothesis."
    )
    assert "Suggested, not assessed: 1 risk name both (A risk)" in model.telling(2, 0)
    assert "Assessed for Leiden only" in model.telling(2, 1)
    assert model.telling(0, 0).startswith("Transduction: 40 % of 5 assessed")
    assert model.telling(9, 0) == ""


def test_headings_say_step_criticality_and_severity(model: MatrixModel) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(0, across) == "Q1 Viability"
    assert model.headerData(0, down) == "Transduction"
    assert "severity high" in model.headerData(0, across, Qt.ItemDataRole.ToolTipRole)
    assert "CPP" in model.headerData(1, down, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(9, down) is None
    assert model.index(0, 0).data() == model.heading(0)
    assert model.index(1, 0).data() == "high ↑"
    assert "MOI" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_next_cell_nobody_assessed_is_found_around_the_end(model: MatrixModel) -> None:
    assert model.next_open(1, 0) == (2, 0)
    assert model.next_open(2, 2) == (2, 0)
    assert model.next_open(1, 2, -1) == (2, 2)
    assert model.next_open(2, 2, -1) == (2, 1)
    assert MatrixModel().next_open(0, 0) is None
    model.wait_for({Place(Iri("f2"), Iri("q1")): [Grade.LOW]})
    assert model.next_open(1, 0) == (2, 1)
    assert (model.look(2, 0).code, model.look(2, 0).waiting) == (Code.LOW, True)
    model.wait_for({Place(Iri("f1"), Iri("q1")): [None], Place(Iri("f1"), Iri("q2")): [Direction.DOWN]})
    assert model.look(1, 0).word == "not assessed"
    assert model.look(1, 1).arrow == "↓"
    assert "Not saved yet" in model.telling(1, 1)


def key(code: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = KEYS.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text)


def test_each_key_has_one_meaning(qapp: QApplication) -> None:
    said = {"0": Grade.NONE, "n": Grade.NONE, "l": Grade.LOW, "2": Grade.MEDIUM, "h": Grade.HIGH, "u": None}
    for text, meant in {**said, "+": Direction.UP, "-": Direction.DOWN, "~": Direction.MIXED}.items():
        assert matrix_keys.meaning(key(Qt.Key.Key_A, text)) == matrix_keys.Say(meant)
    assert matrix_keys.meaning(key(Qt.Key.Key_Space, " ")) is matrix_keys.Go.NEXT
    assert matrix_keys.meaning(key(Qt.Key.Key_Space, " ", KEYS.ShiftModifier)) is matrix_keys.Go.BEFORE
    assert matrix_keys.meaning(key(Qt.Key.Key_Backspace)) is matrix_keys.Go.BEFORE
    assert matrix_keys.meaning(key(Qt.Key.Key_H, "h", KEYS.ControlModifier)) is None
    assert matrix_keys.meaning(key(Qt.Key.Key_V, "\x16", KEYS.ControlModifier)) is matrix_keys.PASTE
    assert matrix_keys.meaning(key(Qt.Key.Key_X, "x")) is None


@pytest.fixture
def panel(window: MainWindow, opened: Tabs, until: Until) -> MatrixPanel:
    window.open_place("matrix")
    view = opened.currentWidget()
    assert isinstance(view, MatrixPanel)
    until(lambda: view.drawing_view is not None and view.states.showing == "content")
    return view


def dialog(kind: type[QDialog]) -> QDialog | None:
    tops = QApplication.topLevelWidgets()
    return next((each for each in tops if isinstance(each, kind) and each.isVisible()), None)


def begin(panel: MatrixPanel, until: Until, *, together: bool = False) -> None:
    until(lambda: dialog(RunDialog))
    asked = dialog(RunDialog)
    assert isinstance(asked, RunDialog)
    until(lambda: asked.who.count() > 1)
    QTest.mouseClick(asked.start, Qt.MouseButton.LeftButton)
    assert not asked.problem.isHidden()
    asked.why.setText("The meeting")
    QTest.mouseClick(asked.start, Qt.MouseButton.LeftButton)
    until(lambda: "strengths rest" in asked.problem.text())
    asked.who.setCurrentIndex(1)
    assert asked.who.currentText() in asked.label.text()
    asked.basis.setText("Rated in the meeting")
    asked.together.setChecked(together)
    QTest.mouseClick(asked.start, Qt.MouseButton.LeftButton)
    until(lambda: panel.judging.choice is not None)


def spot(panel: MatrixPanel) -> tuple[int, int]:
    """Where the keyboard is."""
    return panel.chosen


def press(panel: MatrixPanel, keys: str) -> None:
    view = panel.drawing_view
    assert view is not None
    QTest.keyClicks(view, keys)


def word(panel: MatrixPanel) -> str:
    return panel.model.look(*panel.chosen).full


def test_cells_are_judged_one_after_the_other_and_each_is_one_revision(
    window: MainWindow, panel: MatrixPanel, until: Until
) -> None:
    total = panel.model.matrix.coverage.total
    panel.choose_next()
    first = panel.chosen
    press(panel, "3")
    begin(panel, until)
    until(lambda: panel.model.matrix.coverage.total.with_effect == total.with_effect + 1)
    assert word(panel) == "high"
    press(panel, "-")
    until(lambda: panel.model.matrix.cell(panel.model.place(*first)).direction is Direction.DOWN)  # type: ignore[arg-type]
    press(panel, " 0 l")
    until(lambda: panel.judging.progress[0] == 3)
    assert panel.judging.progress == (3, total.not_assessed)
    assert "3 of" in panel.bar.said.text()
    until(lambda: panel.model.matrix.coverage.total.not_assessed == total.not_assessed - 3)
    window.steps.undo()
    until(lambda: panel.model.matrix.coverage.total.not_assessed == total.not_assessed - 2)
    panel.choose(*first)
    press(panel, "u")
    until(lambda: word(panel) == "rejected or retired")
    press(panel, "u")
    until(lambda: "could be taken back" in panel.problem.text())
    panel.ask_run()
    until(lambda: dialog(RunDialog))
    again = dialog(RunDialog)
    assert isinstance(again, RunDialog)
    assert again.basis.text() == "Rated in the meeting", "the run is offered as it was"
    again.hypothesis.setChecked(True)
    assert not again.evidence.isEnabled()
    again.reject()
    cell_menu(panel, *first, QPoint(0, 0))
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    assert any("retired" in action.text() for action in menu.actions())
    next(action for action in menu.actions() if action.text().startswith("Low")).trigger()
    until(lambda: word(panel) == "low")
    panel.choose(*first)
    open_cell(panel, *first)  # two are recorded now, one of them retired
    listed = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    assert listed
    for each in listed:
        each.close()
    QTest.mouseClick(panel.bar.end, Qt.MouseButton.LeftButton)
    assert panel.judging.choice is None


def test_a_run_can_be_collected_and_saved_as_one_revision(
    window: MainWindow, panel: MatrixPanel, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    total = panel.model.matrix.coverage.total
    panel.choose_next()
    press(panel, "h")
    begin(panel, until, together=True)
    until(lambda: panel.judging.waiting)
    press(panel, " l")
    until(lambda: len(panel.judging.waiting) == 2)
    assert panel.model.matrix.coverage.total == total, "nothing is saved yet"
    assert "•" in panel.model.look(*panel.chosen).marks
    panel.undo_view()
    assert panel.view_steps() == ("judgement", "judgement")
    panel.redo_view()
    monkeypatch.setattr("kgapp.ui.panels.matrix.ask_discard", lambda *_: False)
    assert not panel.may_close()
    panel.discard_waiting()
    assert len(panel.judging.waiting) == 2, "kept: nobody said that it may go"
    QTest.mouseClick(panel.bar.save, Qt.MouseButton.LeftButton)
    until(lambda: panel.model.matrix.coverage.total.with_effect == total.with_effect + 2)
    window.steps.undo()
    until(lambda: panel.model.matrix.coverage.total == total)
    press(panel, "m")
    until(lambda: panel.judging.waiting)
    monkeypatch.setattr("kgapp.ui.panels.matrix.ask_discard", lambda *_: True)
    panel.discard_waiting()
    until(lambda: not panel.judging.waiting)
    assert panel.may_close()


def use_mouse(panel: MatrixPanel, until: Until) -> None:
    view = panel.drawing_view
    assert view is not None
    place = view.place_of(1, 0)
    wheel = QWheelEvent(
        QPointF(5, 5), place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, KEYS.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.zoom
    below = view.childAt(view.width() // 2, view.height() - 40)
    assert below is not None
    QApplication.sendEvent(below, wheel)
    assert view.zoom > before
    for _ in range(4):
        view.step_zoom(1)
    panel.choose(1, 0)
    for turned in (QPoint(0, -240), QPoint(-240, 0)):
        wheel = QWheelEvent(
            QPointF(5, 5), place, QPoint(), turned, Qt.MouseButton.NoButton, KEYS.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        where = view.place_of(1, 0)
        QApplication.sendEvent(below, wheel)
        assert view.place_of(1, 0) != where, "the wheel scrolls down and across"
    panel.choose(1, 0)
    middle = below.mapFromGlobal(view.place_of(2, 1).toPoint())
    QTest.mouseClick(below, Qt.MouseButton.LeftButton, pos=middle)
    assert spot(panel) == (2, 1)
    QApplication.sendEvent(below, QHelpEvent(QEvent.Type.ToolTip, middle, below.mapToGlobal(middle)))
    until(lambda: "Hold time" in QToolTip.text())
    for heads in view.findChildren(Heads):
        QApplication.sendEvent(heads, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), heads.mapToGlobal(QPoint(5, 5))))
    QTest.mouseClick(below, Qt.MouseButton.RightButton, pos=middle)
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    menu.close()


def test_keyboard_and_mouse_move_the_table_says_the_same_and_other_columns_can_be_chosen(
    panel: MatrixPanel, until: Until
) -> None:
    view = panel.drawing_view
    assert view is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home, KEYS.ControlModifier)
    assert spot(panel) == (0, 0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert spot(panel) == (1, 1)
    assert view.accessibleDescription() == panel.model.telling(1, 1)
    QTest.keyClick(view, Qt.Key.Key_End, KEYS.ControlModifier)
    assert spot(panel) == (len(panel.model.rows) - 1, len(panel.model.columns) - 1)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert spot(panel)[0] < len(panel.model.rows) - 1
    for widget in (panel.bar.larger, panel.bar.smaller, panel.bar.all):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert view.zoom <= 1
    use_mouse(panel, until)
    QTest.mouseClick(panel.bar.twin, Qt.MouseButton.LeftButton)
    panel.choose(1, 0)
    assert panel.table.currentIndex().data() == panel.model.look(1, 0).full
    QTest.keyClick(panel.table, Qt.Key.Key_Space)
    assert panel.chosen == panel.model.next_open(1, 0)
    QTest.mouseClick(panel.bar.twin, Qt.MouseButton.LeftButton)
    assert spot(panel) == panel.model.next_open(1, 0)
    panel.columns.setCurrentIndex(1)
    panel.columns.activated.emit(1)
    until(lambda: len(panel.model.columns) == 7)
    panel.columns.setCurrentIndex(0)
    panel.columns.activated.emit(0)
    until(lambda: len(panel.model.columns) == 19)


def test_enter_opens_what_is_recorded_or_begins_a_new_influence(
    window: MainWindow, opened: Tabs, panel: MatrixPanel, until: Until
) -> None:
    view = panel.drawing_view
    assert view is not None
    known = panel.model.spot(Place(Iri(f"{DEMO_BASE}P17"), Iri(f"{DEMO_BASE}Q04")))
    assert known is not None
    panel.choose(*known)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.entity_here() == Iri(f"{DEMO_BASE}INF-P17-Q04")
    window.open_place("matrix")
    free = Place(Iri(f"{DEMO_BASE}P17"), Iri(f"{DEMO_BASE}Q16"))
    at = panel.model.spot(free)
    assert at is not None
    panel.choose(*at)
    QTest.keyClick(view, Qt.Key.Key_Menu)
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    assert {"No effect\t0", "High\t3", "Open the parameter"} <= {action.text() for action in menu.actions()}
    menu.close()
    QTest.keyClick(view, Qt.Key.Key_Return)
    form = opened.here
    assert isinstance(form, NewView)
    assert form.place == panel.form_place(free.factor, free.effect)
    assert KG.Influence in form.place
    until(lambda: form.form.changed)
    form.form.revert()
    window.open_place(f"matrix {DEMO_BASE}P17")
    wrong = opened.currentWidget()
    assert isinstance(wrong, MatrixPanel)
    until(lambda: wrong.states.showing == "failed")
    assert wrong.entity == Iri(f"{DEMO_BASE}P17")


def test_a_pasted_table_is_shown_before_anything_is_made(panel: MatrixPanel, until: Until) -> None:
    QApplication.clipboard().setText("\tQ16\tNothing\nP17\tH+\tH\nP18\t9\t\n")
    QTest.keyClick(panel.drawing_view, Qt.Key.Key_V, KEYS.ControlModifier)  # type: ignore[arg-type]
    asked = dialog(PasteDialog)
    assert isinstance(asked, PasteDialog)
    until(lambda: asked.plan is not None)
    assert "1 cells would be judged" in asked.said.text()
    asked.scale.setCurrentIndex(2)
    until(lambda: asked.plan is not None and asked.plan.cells == 2)
    assert asked.table.rows.rowCount() == 2
    asked.text.setPlainText("no table")
    until(lambda: "no table" in asked.said.text())
    asked.text.setPlainText("")
    assert not asked.take.isEnabled()
    asked.text.setPlainText("\tQ16\nP17\tH+\n")
    until(asked.take.isEnabled)
    QTest.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    begin(panel, until)
    made = panel.model.spot(Place(Iri(f"{DEMO_BASE}P17"), Iri(f"{DEMO_BASE}Q16")))
    assert made is not None
    until(lambda: panel.model.matrix.cell(panel.model.place(*made)).strength is Grade.HIGH)  # type: ignore[arg-type]
