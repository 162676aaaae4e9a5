"""The page of an entity in the real window: read, follow, edit, attach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.portrait_sections import Value
from kgapp.ui.models import facts
from kgapp.ui.models.facts import Fact
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
Open = Callable[[str], EntityPanel]


@pytest.fixture
def page(window: MainWindow, opened: Tabs, until: Until) -> Open:
    """Open a page and let all of its parts arrive."""

    def open_it(name: str) -> EntityPanel:
        window.open_entity(Iri(DEMO + name))
        panel = opened.currentWidget()
        assert isinstance(panel, EntityPanel)
        until(lambda: panel.parts.page.history is not None and panel.table.rows.place_of(facts.HISTORY) >= 0)
        return panel

    return open_it


def give_reason(until: Until, reason: str = "because") -> None:
    until(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setText(reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def rows(panel: EntityPanel, key: str) -> list[list[str]]:
    """The texts of the rows of a group."""
    model = panel.table.rows
    heading = model.index(model.place_of(key), 0)
    return [
        [str(model.index(row, column, heading).data() or "") for column in range(3)]
        for row in range(model.rowCount(heading))
    ]


def choose(panel: EntityPanel, key: str, text: str) -> QModelIndex:
    """Make the first row of a group that says something the current one."""
    model = panel.table.rows
    heading = model.index(model.place_of(key), 0)
    found = next(
        model.index(row, 0, heading)
        for row in range(model.rowCount(heading))
        if any(text in str(model.index(row, column, heading).data() or "") for column in range(3))
    )
    panel.table.setCurrentIndex(found)
    return found


def menu_of(panel: EntityPanel, until: Until) -> QMenu:
    """Open the menu of the current row with the keyboard's place."""
    place = panel.table.visualRect(panel.table.currentIndex()).center()
    panel.table.customContextMenuRequested.emit(place)
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def press(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if words in action.text())
    action.trigger()
    menu.close()


def test_a_normal_range_is_widened_in_two_steps(page: Open, until: Until, window: MainWindow) -> None:
    panel = page("P17")
    view, model = panel.sites.view, panel.sites.model
    assert [model.index(row, 1).data() for row in range(model.rowCount())][:2] == ["Boston", "Leiden"]
    assert "none holds here" in model.index(1, 4).data()
    normal = model.index(0, 3)
    assert normal.data() == "2–4 TU/cell"
    view.setCurrentIndex(normal)
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    assert (editor.text(), editor.accessibleName()) == ("2–4", "Normal range")
    editor.setText("6–2")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(lambda: "ends below its start" in panel.sites.problem)
    editor = next(each for each in view.findChildren(QLineEdit) if each.isVisible())
    assert editor.text() == "6–2"
    editor.setText("2-6")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    give_reason(until, "more vector lots")
    until(lambda: model.index(0, 3).data() == "2–6 TU/cell")
    window.steps.undo()
    until(lambda: model.index(0, 3).data() == "2–4 TU/cell")


def test_cells_lead_on_and_what_needs_more_than_a_figure_opens_its_form(page: Open, until: Until, opened: Tabs) -> None:
    panel = page("P17")
    view, model = panel.sites.view, panel.sites.model
    view.setCurrentIndex(model.index(0, 3))
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.currentWidget() is panel
    assert any(each.entity == DEMO + "NOR-BOS-P17" for each in opened.views)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2–4 TU/cell"
    view.customContextMenuRequested.emit(view.visualRect(model.index(0, 2)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, "Copy as table")
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("Site\tSetting\tNormal range")
    view.edit_cell(model.index(0, 6))
    until(lambda: opened.here is not panel)
    here = opened.here
    assert isinstance(here, EntityPanel)
    assert here.entity == DEMO + "SET-BOS-P17"
    assert here.editing
    opened.setCurrentWidget(panel)
    view.setCurrentIndex(model.index(0, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.entity_here() == DEMO + "BOS"


def test_the_page_of_a_step_shows_its_factors_at_the_sites(page: Open) -> None:
    panel = page("UO05")
    model = panel.sites.model
    shown = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(2)]
    assert shown == [("MOI", "Boston"), ("", "Leiden")]
    assert not panel.sites.view.isColumnHidden(0)
    assert panel.sections.tabText(0) == "At the sites"


def test_rows_are_followed_edited_and_copied_with_the_keyboard(page: Open, until: Until, opened: Tabs) -> None:
    panel = page("T14")
    names = [panel.sections.tabText(at) for at in range(panel.sections.count())]
    assert names == ["Facts", "Sources", "Used by", "What follows", "History"]
    choose(panel, facts.FACTS, "Vector titre assay conditions")
    QTest.keyClick(panel.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.currentWidget() is panel
    assert opened.count() == 3
    choose(panel, facts.FACTS, "When you see")
    press(menu_of(panel, until), "Copy value")
    assert QGuiApplication.clipboard().text() == "Receiving site re-titres vector in its own assay"
    press(menu_of(panel, until), "Copy as table")
    assert "Because\tAssay conditions" in QGuiApplication.clipboard().text()
    press(menu_of(panel, until), "History of")
    until(lambda: panel.parts.page.of_property == "When you see")
    until(lambda: any("When you see" in heading for heading in headings(panel)))
    choose(panel, facts.FACTS, "When you see")
    press(menu_of(panel, until), "Remove this value")
    give_reason(until)
    until(
        lambda: (
            not any(
                row[1].startswith("Receiving site re-titres vector in its own") and not row[0].startswith("Statement")
                for row in rows(panel, facts.FACTS)
            )
        )
    )
    choose(panel, facts.FACTS, "Because")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.editing
    assert panel.may_close()
    assert panel.form is not None
    panel.form.leave()
    until(lambda: not panel.editing)


def headings(panel: EntityPanel) -> list[str]:
    model = panel.table.rows
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_what_is_missing_leads_to_its_field(page: Open, until: Until) -> None:
    panel = page("GAP9")
    missing = [row for row in rows(panel, facts.FACTS) if row[1] == "not recorded"]
    assert missing[0][2] == "Add…"
    choose(panel, facts.FACTS, "not recorded")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.editing


def test_sections_fold_jump_and_are_remembered(page: Open, opened: Tabs, until: Until) -> None:
    panel = page("P17")
    panel.table.choose_group("Bears on")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.table.is_folded("Bears on")
    assert page("P18").table.is_folded("Bears on")
    opened.setCurrentWidget(panel)
    at = next(at for at in range(panel.sections.count()) if panel.sections.tabText(at) == "Bears on")
    panel.sections.tabBarClicked.emit(at)
    assert not panel.table.is_folded("Bears on")
    top = panel.around.verticalScrollBar().value()
    assert top > 0
    panel.project_changed(frozenset())
    until(lambda: panel.parts.page.history is not None)
    assert panel.around.verticalScrollBar().value() == top
    QTest.keyClick(panel.table, Qt.Key.Key_PageDown)
    assert panel.around.verticalScrollBar().value() >= top


def test_files_are_attached_looked_at_and_taken_away(page: Open, until: Until, tmp_path: Path) -> None:
    panel = page("P17")
    image = QImage(1200, 400, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "curve.png"))
    (tmp_path / "table.csv").write_text("a;b\n1;2\n")
    panel.files.attach_paths((tmp_path / "curve.png",))
    give_reason(until)
    until(lambda: panel.files.shown == "picture")
    assert panel.files.words == "1,200 × 400 pixels"
    panel.files.attach_paths((tmp_path / "table.csv",))
    give_reason(until)
    until(lambda: panel.files.list.count() == 2)
    panel.files.list.setCurrentRow(1)
    until(lambda: panel.files.shown == "text")
    assert "Attachments" in [panel.sections.tabText(at) for at in range(panel.sections.count())]
    remove = next(each for each in panel.files.findChildren(QWidget) if getattr(each, "text", str)() == "Take away…")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    give_reason(until)
    until(lambda: panel.files.list.count() == 1)


def test_a_picture_is_pasted_and_opening_asks_first(page: Open, until: Until) -> None:
    panel = page("P17")
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    give_reason(until)
    until(lambda: panel.files.shown == "picture")
    assert "Pasted picture.png" in panel.files.list.item(0).text()
    button = next(each for each in panel.files.findChildren(QWidget) if getattr(each, "text", str)() == "Open…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QMessageBox)
    assert "Do you trust" in asked.text()
    asked.reject()


def test_the_menu_of_a_link_holds_the_commands_for_the_thing(page: Open, until: Until) -> None:
    panel = page("T14")
    choose(panel, facts.FACTS, "Expert EX1")
    menu = menu_of(panel, until)
    words = [action.text() for action in menu.actions()]
    assert any(word.startswith("Open page") for word in words)
    assert any(word.startswith("Edit “Held by”") for word in words)
    menu.close()


def test_links_open_behind_with_the_middle_button_and_values_edit_with_a_double_click(page: Open, opened: Tabs) -> None:
    panel = page("T14")
    index = choose(panel, facts.FACTS, "Expert EX1")
    place = panel.table.visualRect(index.siblingAtColumn(1)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    assert any(view.entity == DEMO + "EX1" for view in opened.views)
    QTest.mouseMove(panel.table.viewport(), place)
    index = choose(panel, facts.FACTS, "Because")
    QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=panel.table.visualRect(index).center())
    assert panel.editing


def test_what_a_check_found_stands_beside_what_it_is_about(page: Open, window: MainWindow, until: Until) -> None:
    until(lambda: window.findings.known is not None)
    panel = page("SET-LEI-P17")
    until(lambda: any(row[0] == "Warning" for row in rows(panel, facts.FACTS)))
    assert any("no proven acceptable range holds" in row[1] for row in rows(panel, facts.FACTS))
    moi = page("P17")
    assert any("is not proven here" in finding.message for finding in moi.sites.findings)


def test_a_fact_knows_its_property_and_value(page: Open) -> None:
    panel = page("T14")
    subject = panel.table.rows.subject(choose(panel, facts.FACTS, "Because"))
    assert isinstance(subject, Fact)
    assert subject.predicate == KG.rationale
    assert isinstance(subject.value, Value)


def test_a_thing_that_is_not_there_says_so(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.open_entity(Iri(DEMO + "nothing-at-all"))
    panel = opened.currentWidget()
    assert isinstance(panel, EntityPanel)
    until(lambda: panel.states.showing == "failed")


@pytest.mark.parametrize("scale", [80, 200])
def test_pages_fit_every_size_of_text(page: Open, window: MainWindow, scale: int, qtbot: QtBot) -> None:
    panel = page("P17")
    window.theme.choose_scale(scale)
    window.grab()
    assert panel.table.height() > 0
    window.theme.choose_scale(100)


def test_a_page_with_figures_at_the_sites_gives_them_the_keyboard(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    window.open_entity(Iri("https://w3id.org/kgapp/demo/UO05"))
    page = window.tabs.here if window.tabs else None
    assert isinstance(page, EntityPanel)
    until(lambda: page.parts.page.history is not None)
    until(page.sites.view.hasFocus)
    page.table.setFocus()
    page.take_focus()
    assert page.sites.view.hasFocus()
