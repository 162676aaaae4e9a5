"""The question library in the window, on the demo: one window for all of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.services import answer_files
from kgapp.services.questions import library
from kgapp.services.questions.library import Broken, Library
from kgapp.ui import places_table
from kgapp.ui.models import answer_rows, roles
from kgapp.ui.panels.graph_answer import AnswerGraph
from kgapp.ui.panels.questions import QuestionsPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"


def named(name: str) -> Iri:
    return next(iri for iri in library.SHIPPED if iri.endswith(f"#{name}"))


def test_questions_are_found_filled_and_asked_only_when_somebody_says_so(
    window: MainWindow, opened: Tabs, until: Until, tmp_path: Path
) -> None:
    window.open_place(places_table.question_of(named("qualifiedFor")))
    panel = opened.currentWidget()
    assert isinstance(panel, QuestionsPanel)
    until(lambda: panel.blanks is not None and panel.question is not None)
    assert panel.view.states.showing == "empty"
    _fill_and_ask(panel, until)
    _follow(panel, opened, until)
    _show_the_query(panel, until)
    _draw_save_and_copy(window, panel, opened, until, tmp_path)
    _ask_yes_or_no_and_in_vain(panel, until)
    _personal_figures(panel, until)
    _find(panel, until)


def test_a_copy_is_kept_in_the_project_and_what_is_broken_is_told(
    window: MainWindow, opened: Tabs, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.action("questions").trigger()
    panel = opened.currentWidget()
    assert isinstance(panel, QuestionsPanel)
    until(lambda: panel.blanks is not None and panel.found is not None)
    window.keeping.saver.use_spell("for our reviews")
    panel.copy.click()
    until(lambda: panel.found is not None and any(each.own for each in panel.found.questions))
    until(lambda: opened.currentWidget() is not panel)
    opened.setCurrentWidget(panel)
    until(lambda: panel.question is not None and panel.question.own)
    assert panel.question is not None
    assert panel.question.label.startswith("Copy of ")
    mine = panel.question.iri
    broken = Library((), (Broken(mine, "Bad", "Its query is refused."),))
    groups = answer_rows.listed(broken, "")
    assert [group.title for group in groups] == ["Cannot be asked"]
    assert groups[0].rows[0].cells[0].text == "Bad: Its query is refused."
    panel.list.acted.emit(broken.broken[0])
    until(lambda: opened.entity_here() == mine)
    opened.setCurrentWidget(panel)
    window.resize(900, 700)
    panel.resize(300, 500)
    monkeypatch.setattr(library, "library", _fail)
    panel.project_changed(frozenset())
    until(lambda: panel.states.showing == "failed")


def _fail(_reader: object) -> Library:
    raise BadInput("It cannot be read.")


def _fill_and_ask(panel: QuestionsPanel, until: Until) -> None:
    blanks = panel.blanks
    assert blanks is not None
    site, step, day = blanks.fields["site"], blanks.fields["step"], blanks.fields["day"]
    assert isinstance(site, ThingField)
    assert isinstance(step, ThingField)
    assert isinstance(day, QLineEdit)
    assert day.text() == "2026-03-01"
    panel.ask.click()
    until(lambda: panel.view.states.showing == "failed")  # nothing was filled in
    site.editor.choose(Iri(f"{DEMO}LEI"), "Leiden")
    step.show_thing(Iri(f"{DEMO}UO06"), "Expansion")
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Return)
    until(lambda: panel.view.states.showing == "content")
    model = panel.view.table.model()
    assert (model.rowCount(), model.columnCount()) == (1, 2)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "valid until"
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
    assert model.index(0, 0).data() == "Operator EX4 (invented)"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 1).data(roles.INK) == "first"
    assert "Who at Leiden (invented) is qualified for Expansion on 2026-03-01?" in panel.view.note.text()
    assert "revision 1" in panel.view.note.text()


def _follow(panel: QuestionsPanel, opened: Tabs, until: Until) -> None:
    menus: list[str] = []
    panel.view.table.menu_wanted.connect(lambda iri, _: menus.append(iri))
    place = panel.view.table.visualRect(panel.view.table.model().index(0, 0)).center()
    panel.view.table.customContextMenuRequested.emit(place)
    assert menus == [f"{DEMO}EX4"]
    panel.view.table.setFocus()
    QTest.keyClick(panel.view.table, Qt.Key.Key_Right)
    QTest.keyClick(panel.view.table, Qt.Key.Key_Return)  # a date leads nowhere
    QTest.keyClick(panel.view.table, Qt.Key.Key_Left)
    assert opened.currentWidget() is panel
    QTest.keyClick(panel.view.table, Qt.Key.Key_Return)
    until(lambda: opened.currentWidget() is not panel)
    assert opened.entity_here() == f"{DEMO}EX4"
    opened.setCurrentWidget(panel)


def _draw_save_and_copy(window: MainWindow, panel: QuestionsPanel, opened: Tabs, until: Until, folder: Path) -> None:
    _turn(panel, "longLeadTime", until)
    panel.ask_now()
    view = panel.view
    until(lambda: view.states.showing == "content")
    view.chart_button.click()
    until(lambda: view.chart.drawn is not None)
    assert view.chart.plot.accessibleName().startswith("5 figures: lead time [d] over material, from 75")
    view.chart.across.setCurrentIndex(view.chart.across.count() - 1)  # itself: another is taken
    view.chart.across.activated.emit(view.chart.across.currentIndex())
    assert view.chart.drawn is not None
    assert view.chart.drawn.across != view.chart.drawn.up
    view.table_button.click()
    until(lambda: view.chart.drawn is None)
    view.copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("material\tsupplier\tlead time\tunit\tstep\nLentiviral vector (CAR)\t")
    assert data.hasHtml()
    assert view.menu.actions()[0].text() == "Excel workbook (*.xlsx)…"
    assert view.shown is not None
    file = folder / "answer.csv"
    window.reports.answers.save(view.shown, answer_files.kind("csv"), file, view.source)
    until(lambda: file.exists() and "written" in window.statusBar().currentMessage())
    assert len(file.read_text(encoding="utf-8").splitlines()) == 6
    view.graph_button.click()
    until(lambda: isinstance(opened.currentWidget(), AnswerGraph))
    graph = opened.currentWidget()
    assert isinstance(graph, AnswerGraph)
    until(lambda: graph.states.showing == "content")
    assert graph.left_out.text().startswith("Showing 1")
    opened.setCurrentWidget(panel)


def _show_the_query(panel: QuestionsPanel, until: Until) -> None:
    panel.sparql.click()
    until(panel.text.isVisible)
    assert f"VALUES ?site {{ <{DEMO}LEI> }}" in panel.text.toPlainText()
    panel.sparql.click()
    assert not panel.text.isVisible()
    assert panel.sparql.text() == "Show the SPARQL"


def _turn(panel: QuestionsPanel, name: str, until: Until) -> None:
    before = panel.blanks
    assert panel.choose(named(name))
    until(lambda: panel.blanks is not before)


def _told(panel: QuestionsPanel) -> str:
    page = panel.view.states.currentWidget()
    return page.findChildren(type(panel.view.note))[0].text() if page is not None else ""


def _ask_yes_or_no_and_in_vain(panel: QuestionsPanel, until: Until) -> None:
    _turn(panel, "packageLeaks", until)
    assert panel.blanks is not None
    field = panel.blanks.fields["project"]
    assert isinstance(field, ThingField)
    field.show_thing(Iri(f"{DEMO}TP1"), "Transfer")
    panel.ask.click()
    until(lambda: panel.view.states.showing == "empty" and _told(panel) == "Yes")
    _turn(panel, "lapsed", until)
    assert panel.blanks is not None
    day = panel.blanks.fields["day"]
    assert isinstance(day, QLineEdit)
    day.setText("1999-01-01")
    panel.ask_now()
    until(lambda: panel.view.states.showing == "empty" and "1999" in panel.view.note.text())
    _turn(panel, "heldByOne", until)
    assert panel.blanks is not None
    grade = panel.blanks.fields["severity"]
    assert isinstance(grade, QComboBox)
    assert grade.currentText() == "high"
    panel.ask_now()
    until(lambda: panel.view.states.showing == "content")
    assert panel.view.head.text().startswith("43 rows")


def _personal_figures(panel: QuestionsPanel, until: Until) -> None:
    _turn(panel, "riskPerPerson", until)
    assert panel.people.isVisible()
    assert not panel.ask.isEnabled()
    panel.people.click()
    panel.ask.click()
    until(lambda: panel.view.states.showing == "content")


def _find(panel: QuestionsPanel, until: Until) -> None:
    panel.filter.setText("overdue review")
    assert panel.list.rows.rowCount() == 1
    panel.list.begin()
    index = panel.list.rows.index(0, 0, panel.list.rows.index(0, 0))
    panel.list.setCurrentIndex(index)
    until(lambda: panel.question is not None and panel.question.label == "Overdue for review")
    until(lambda: panel.blanks is not None and "day" in panel.blanks.fields)
    assert panel.blanks is not None
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.blanks.fields["day"].hasFocus()
    panel.filter.clear()
    assert not panel.choose(Iri("urn:none"))


def test_where_text_is_large_the_list_makes_room_for_the_answer(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.open_place(places_table.question_of(named("longLeadTime")))
    panel = opened.currentWidget()
    assert isinstance(panel, QuestionsPanel)
    until(lambda: panel.blanks is not None and panel.question is not None)
    assert panel.blanks is not None
    small = panel.blanks.sizeHint().height()
    window.resize(1280, 800)
    window.theme.choose_scale(200)
    until(lambda: panel.blanks is not None and panel.blanks.sizeHint().height() > small)
    assert not panel.others.isVisible()
    panel.ask.click()
    until(lambda: panel.view.shown is not None)
    assert not panel.filter.isVisible()
    until(lambda: not panel.view.copy_button.visibleRegion().isEmpty())
    assert not panel.view.table.visibleRegion().isEmpty()
    panel.view.chart_button.click()
    until(lambda: panel.view.chart.plot is not None)
    panel.others.click()
    assert panel.filter.isVisible()
    window.theme.choose_scale(100)
