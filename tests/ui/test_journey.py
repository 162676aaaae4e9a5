"""From the demo to the answer, through the real window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.impact import ChangeKind, Item
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services.impact.assess import Question
from kgapp.ui.application import begin
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
Until = Callable[[Callable[[], object]], None]


def words_of(widget: QWidget) -> str:
    """All labels of a panel, in order."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def ask_impact(tabs: Tabs, question: Question) -> ImpactPanel:
    """The panel of a question that was asked just now."""
    window = tabs.window()
    assert isinstance(window, MainWindow)
    window.open_impact(question, "MOI")
    panel = tabs.currentWidget()
    assert isinstance(panel, ImpactPanel)
    return panel


def impact_of_moi(tabs: Tabs, until: Until) -> ImpactPanel:
    panel = ask_impact(tabs, Question(Iri(DEMO + "P17"), ChangeKind.VALUE, "3", "5", Iri(DEMO + "LEI")))
    until(lambda: panel.report)
    return panel


def item(panel: ImpactPanel, name: str) -> Item:
    assert panel.report is not None
    return next(each for each in panel.report.items if each.iri == DEMO + name)


def test_from_search_to_the_path_of_the_copy_number(
    window: MainWindow, opened: Tabs, qtbot: QtBot, until: Until
) -> None:
    search = window.top.search
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(search, "MOI")
    until(lambda: search.popup.isVisible() and search.popup.model.rowCount())
    assert search.popup.list.currentIndex().data() == "MOI"
    QTest.keyClick(search, Qt.Key.Key_Return)
    page = opened.currentWidget()
    assert isinstance(page, EntityPanel)
    until(lambda: page.portrait)
    assert page.entity == DEMO + "P17"

    window.assess(page.entity)
    until(lambda: window.findChild(ChangeForm))
    form = window.findChild(ChangeForm)
    assert isinstance(form, ChangeForm)
    assert (form.site.currentText(), form.old.text(), form.new.text()) == ("Leiden (invented)", "3", "5")
    form.accept()
    panel = opened.currentWidget()
    assert isinstance(panel, ImpactPanel)
    until(lambda: panel.report)
    assert window.focusWidget() is panel.table
    panel.table.choose(item(panel, "Q04"))
    said = words_of(window.inspector)
    assert "Why" in said
    assert "MOI raises Vector copy number" in said
    assert "Nothing." in said
    assert "is void here" in said
    assert "no valid method at Leiden" in said
    assert "unknown, not “no impact”" in said


def test_the_impact_is_laid_over_the_map_and_reached_with_the_keys(
    window: MainWindow, opened: Tabs, qtbot: QtBot, until: Until
) -> None:
    panel = impact_of_moi(opened, until)
    assert panel.report is not None
    window.lay_on_map(panel.report)
    reached = {spot.thing for spot in opened.map.view.spots if spot.item is not None}
    assert {DEMO + "Q03", DEMO + "Q04", DEMO + "EC1", DEMO + "EC2"} <= reached
    view = opened.map.view
    view.choose(Iri(DEMO + "P17"), Iri(DEMO + "LEI"))
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_Down)
        if view.current and view.current.item:
            break
    assert view.current is not None
    assert view.current.item is not None
    assert view.current.item.label in words_of(window.inspector)


def test_the_chosen_row_and_its_reason_outlive_a_redraw(
    window: MainWindow, theme: Theme, opened: Tabs, until: Until
) -> None:
    panel = impact_of_moi(opened, until)
    panel.table.choose(item(panel, "Q03"))
    theme.changed.emit()
    assert panel.chosen_item is not None
    assert panel.chosen_item[1].iri == DEMO + "Q03"
    assert "no better one was found" not in words_of(window.inspector)


def test_filters_narrow_the_list_and_say_what_was_never_assessed(opened: Tabs, until: Until) -> None:
    panel = impact_of_moi(opened, until)
    assert panel.report is not None
    buttons = {button.text(): button for button in panel.findChildren(QAbstractButton) if button.isCheckable()}
    assert f"Work list {len(panel.report.items)}" in buttons
    missing = next(button for words, button in buttons.items() if words.startswith("Not assessed"))
    missing.click()
    assert "effect not assessed" in panel.table.model().index(0, 0).data()
    assert all(row.cell for row in panel.table.list.rows)
    next(iter(buttons.values())).click()
    panel.filters.words.setText("copy number")
    assert panel.table.list.rows
    assert all("copy number" in row.search for row in panel.table.list.rows)


@pytest.mark.parametrize(
    ("name", "kind", "group"),
    [
        ("SP-LEI", ChangeKind.RELOCATION, "affected"),
        ("S07", ChangeKind.SHORTAGE, ""),
        ("EX1", ChangeKind.DEPARTURE, "loses support"),
    ],
)
def test_other_things_can_change_too(opened: Tabs, until: Until, name: str, kind: ChangeKind, group: str) -> None:
    panel = ask_impact(opened, Question(Iri(DEMO + name), kind))
    until(lambda: panel.report)
    assert panel.report is not None
    assert any(group in each.effect.value for each in panel.report.items)


def test_a_change_that_cannot_be_is_explained_and_can_be_asked_again(opened: Tabs, until: Until) -> None:
    panel = ask_impact(opened, Question(Iri(DEMO + "P17"), ChangeKind.VALUE, "three", "5"))
    until(lambda: panel.states.showing == "failed")
    assert "three" in words_of(panel)


def test_stopping_says_so_and_the_next_question_works(opened: Tabs, until: Until) -> None:
    panel = ask_impact(opened, Question(Iri(DEMO + "P17"), ChangeKind.VALUE, "3", "5"))
    assert panel.states.showing == "busy"
    panel.stop()
    assert panel.states.showing == "empty"
    panel.ask()
    until(lambda: panel.report)


def test_back_and_forward_follow_the_trail(window: MainWindow, opened: Tabs, qtbot: QtBot) -> None:
    for name in ("P17", "Q04"):
        opened.open_entity(Iri(DEMO + name))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(window, Qt.Key.Key_Left, alt)
    assert opened.entity_here() == DEMO + "P17"
    opened.close_at(opened.currentIndex())
    QTest.keyClick(window, Qt.Key.Key_Right, alt)
    assert opened.entity_here() == DEMO + "Q04"


def test_a_change_made_here_is_shown_and_undone_by_name(
    window: MainWindow, opened: Tabs, until: Until, qtbot: QtBot
) -> None:
    panel = impact_of_moi(opened, until)
    opened.open_entity(Iri(DEMO + "P17"))
    page = opened.currentWidget()
    assert isinstance(page, EntityPanel)
    until(lambda: page.portrait)
    moi = Quad(Iri(DEMO + "P17"), RDFS.label, Literal("Vector dose"), Iri(DEMO + "graph/main"))
    change = ChangeSet("Name the dose", added=frozenset({moi}))
    window.project.write(
        lambda workspace: workspace.commit(change, Note(workspace.author, "test")),
        lambda _: None,
        lambda failure: pytest.fail(failure.sentence),
    )
    until(lambda: window.top.findChild(QWidget) and "Name the dose" in button_words(window))
    until(lambda: "revision 2" in words_of(window.statusBar()))
    assert "the project changed since" in accessible_names(panel)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: "revision 3" in words_of(window.statusBar()))
    until(lambda: "Name the dose" not in button_words(window))


def button_words(window: MainWindow) -> str:
    return " ".join(button.text() for button in window.top.findChildren(QAbstractButton))


def accessible_names(widget: QWidget) -> set[str]:
    return {each.accessibleName() for each in widget.findChildren(QWidget)}


def test_a_second_window_is_read_only_and_says_who_writes(
    window: MainWindow, opened: Tabs, demo: Path, theme: object, until: Until, qtbot: QtBot
) -> None:
    second = MainWindow(bootstrap, window._theme)
    second.open(demo)
    until(lambda: second.statusBar().findChildren(QLabel) and "read-only" in words_of(second.statusBar()))
    second.close()


def test_a_file_that_is_no_project_is_refused_in_words(window: MainWindow, tmp_path: Path, until: Until) -> None:
    path = tmp_path / "notes.kgproject"
    path.write_text("not a project")
    window.open(path)
    until(lambda: window.states.showing == "failed")
    assert "notes" in words_of(window.states)


def test_nothing_shows_up_beside_the_window(window: MainWindow, demo: Path, until: Until, qapp: QApplication) -> None:
    """A widget that is shown before it has a parent flashes up as a window of its own and takes the focus."""
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(repr(watched))
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.tabs is not None
    panel = impact_of_moi(window.tabs, until)
    assert panel.report is not None
    window.lay_on_map(panel.report)
    window.tabs.open_entity(Iri(DEMO + "Q04"))
    page = window.tabs.currentWidget()
    assert isinstance(page, EntityPanel)
    until(lambda: page.portrait)
    window._theme.choose(Look.DARK)
    qapp.removeEventFilter(watch)
    assert shown == []


def test_without_a_project_the_window_says_how_to_begin(window: MainWindow, until: Until) -> None:
    begin(window, None)
    assert window.states.showing == "empty"
    demo = next(each for each in window.states.findChildren(QAbstractButton) if each.text() == "Open the CAR-T demo")
    demo.click()
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    until(lambda: "demo.kgproject" in words_of(window.statusBar()))


def test_the_project_opened_last_is_opened_again(window: MainWindow, opened: Tabs, demo: Path, until: Until) -> None:
    until(lambda: demo.name in words_of(window.statusBar()))
    second = MainWindow(bootstrap, window._theme)
    begin(second, None)
    assert second.states.showing == "busy"
    second.close()


def test_something_that_cannot_change_says_so(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.assess(Iri(DEMO + "P17-does-not-exist"))
    until(lambda: window.findChild(QMessageBox))
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "cannot change" in box.text()
    box.close()


def test_closing_while_it_opens_leaves_nothing(window: MainWindow, demo: Path) -> None:
    window.open(demo)
    window.close()
    with bootstrap.writing(demo) as workspace:
        assert workspace.writable


def test_the_gui_thread_is_never_away_for_long(window: MainWindow, demo: Path, until: Until, qtbot: QtBot) -> None:
    """The longest gap between two ticks of a timer while the demo opens, is searched and assessed.

    The design's limit is 50 ms; twenty times that here, because the computer that runs the tests is busy with others.
    """
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(window)
    timer.timeout.connect(tick)
    timer.start(0)
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs.map.view.spots)
    assert window.tabs is not None
    impact_of_moi(window.tabs, until)
    timer.stop()
    assert max(gaps) < 1.0


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_menu_offers_what_can_be_done_with_a_thing(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.menu((Iri(DEMO + "P17"),), QPoint(10, 10))
    until(lambda: window.findChild(QMenu) and any(menu.isVisible() for menu in window.findChildren(QMenu)))
    menus = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    words = {action.text().replace("&", "").partition("\t")[0] for menu in menus for action in menu.actions()}
    for menu in menus:
        menu.close()
    assert {"Open page", "Impact of a change…", "Copy address"} <= words
