"""The explorer in the real window, on the demo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kgapp.bootstrap import DEMO_BASE
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services.explorer import By
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from kgapp.ui.models import roles
from kgapp.ui.panels.explorer_tree import ExplorerTree
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("not support grabbing the keyboard", extend=True)  # menus, offscreen

Until = Callable[[Callable[[], object]], None]
TRANSDUCTION, ACTIVATION, MOI = (Iri(f"{DEMO_BASE}{name}") for name in ("UO05", "UO04", "P17"))


@pytest.fixture
def tree(window: MainWindow, opened: Tabs) -> ExplorerTree:
    window.explorer.tree.setFocus()
    return window.explorer.tree


def open_step(tree: ExplorerTree, until: Until) -> QModelIndex:
    place = tree.things.place(TRANSDUCTION)
    tree.expand(place)
    until(lambda: tree.things.rowCount(tree.things.place(TRANSDUCTION)))
    return tree.things.place(TRANSDUCTION)


def press(tree: ExplorerTree, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(tree, key, modifier)


def menu(until: Until) -> QMenu:
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def texts(found: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in found.actions() if action.text()]


def test_the_keyboard_does_everything(window: MainWindow, opened: Tabs, tree: ExplorerTree, until: Until) -> None:
    tree.setCurrentIndex(tree.things.place(TRANSDUCTION))
    press(tree, Qt.Key.Key_Right)
    until(lambda: tree.things.place(MOI).isValid())
    QTest.keyClicks(tree, "MOI")
    assert tree.currentIndex().data(roles.IRI) == MOI
    press(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    until(lambda: QApplication.clipboard().text() == "MOI")
    press(tree, Qt.Key.Key_Return)
    until(lambda: opened.entity_here() == MOI)
    tree.setFocus()
    press(tree, Qt.Key.Key_Menu)
    here = menu(until)
    assert {"Open page", "Copy name", "Open the branch", "Close all branches"} <= set(texts(here))
    next(action for action in here.actions() if action.text().startswith("Close all")).trigger()
    here.close()
    assert not tree.isExpanded(tree.things.place(TRANSDUCTION))


def test_several_things_have_one_menu(window: MainWindow, tree: ExplorerTree, until: Until) -> None:
    for thing in (TRANSDUCTION, ACTIVATION):
        place = tree.things.place(thing)
        tree.selectionModel().select(place, QItemSelectionModel.SelectionFlag.Select)
    assert tree.chosen == (ACTIVATION, TRANSDUCTION)
    press(tree, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    here = menu(until)
    assert {"Open 2 pages", "Copy 2 names", "Copy as table"} <= set(texts(here))
    assert "Open page" not in texts(here)
    next(action for action in here.actions() if action.text() == "Copy as table").trigger()
    here.close()
    until(lambda: QApplication.clipboard().text().startswith("Name\t"))
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1].split("\t") == ["Activation", "unit operation", "UO04", ACTIVATION]


def test_the_filter_finds_what_was_never_opened(window: MainWindow, tree: ExplorerTree, until: Until) -> None:
    panel = window.explorer
    assert not tree.things.place(MOI).isValid()
    panel.filter.setFocus()
    QTest.keyClicks(panel.filter, "moi lei")
    until(panel.matches.isVisible)
    place = panel.matches.things.place(Iri(f"{DEMO_BASE}SET-LEI-P17"))
    assert place.data() == "MOI at Leiden"
    assert place.data(roles.MARKS) == ((0, 3), (7, 3))
    assert place.parent().data(roles.IRI) == MOI
    assert panel.matches.isExpanded(place.parent())
    QTest.keyClick(panel.filter, Qt.Key.Key_Return)
    assert panel.matches.hasFocus()
    assert panel.matches.currentIndex().data(roles.FOUND)
    panel.filter.setFocus()
    QTest.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.matches.hasFocus()
    panel.filter.setFocus()
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert not panel.filter.text()
    until(tree.isVisible)


def test_an_edit_keeps_what_is_open_and_chosen(window: MainWindow, tree: ExplorerTree, until: Until) -> None:
    open_step(tree, until)
    tree.setCurrentIndex(tree.things.place(MOI))
    resets: list[None] = []
    tree.things.modelReset.connect(lambda: resets.append(None))

    def rename(workspace: Workspace) -> None:
        before = frozenset(workspace.reader.quads(Pattern(subject=ACTIVATION, predicate=RDFS.label)))
        after = Quad(ACTIVATION, RDFS.label, Literal("Stimulation"), next(iter(before)).graph)
        workspace.commit(ChangeSet("x", before, frozenset({after})), Note(workspace.author, "why"))

    window.project.write(rename, lambda _: None, window.tell)
    until(lambda: tree.things.place(ACTIVATION).data() == "Stimulation")
    assert tree.isExpanded(tree.things.place(TRANSDUCTION))
    assert tree.chosen == (MOI,)
    assert not resets


def test_what_was_open_is_open_at_the_next_start(
    window: MainWindow, tree: ExplorerTree, demo: Path, until: Until
) -> None:
    open_step(tree, until)
    tree.expand(tree.things.place(MOI))
    setting = Iri(f"{DEMO_BASE}SET-LEI-P17")
    until(lambda: tree.things.place(setting).isValid())
    window.open(demo)
    until(lambda: not tree.things.place(setting).isValid())
    until(lambda: tree.things.place(setting).isValid())
    assert tree.isExpanded(tree.things.place(MOI))


def test_the_tree_can_be_made_by_class_and_that_is_kept(
    window: MainWindow, tree: ExplorerTree, demo: Path, until: Until
) -> None:
    window.explorer.by.buttons()[1].click()
    until(lambda: tree.things.index(0, 0).data() == "Classes")
    window.explorer.switch(By.CLASS)
    before = window.tabs
    window.open(demo)
    until(lambda: window.tabs is not before)
    until(lambda: tree.things.index(0, 0).data() == "Classes" and window.explorer.by.checkedId() == 1)
    window.explorer.filter.setText("moi")
    until(lambda: window.explorer.matches.things.place(MOI).isValid())
    assert window.explorer.matches.things.place(MOI).parent().data() == "process parameter"
    window.explorer.switch(By.WORK)
    until(lambda: window.explorer.matches.things.place(MOI).parent().data() == "Transduction")


def test_the_menu_of_a_class_opens_all_of_it_in_a_grid(
    window: MainWindow, opened: Tabs, tree: ExplorerTree, until: Until
) -> None:
    people = next(
        index
        for section in range(tree.things.rowCount())
        for row in range(tree.things.rowCount(tree.things.index(section, 0)))
        if (index := tree.things.index(row, 0, tree.things.index(section, 0))).data(roles.KIND) == KG.Person
    )
    tree.setCurrentIndex(people)
    press(tree, Qt.Key.Key_Menu)
    here = menu(until)
    next(action for action in here.actions() if action.text() == "All of them in a grid").trigger()
    here.close()
    until(lambda: opened.here is not None and opened.here.place == f"grid class {KG.Person}")


def test_a_click_opens_a_branch_and_chooses(window: MainWindow, tree: ExplorerTree, until: Until) -> None:
    place = tree.things.place(TRANSDUCTION)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(place).center())
    assert tree.isExpanded(place)
    assert tree.chosen == (TRANSDUCTION,)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(place).center())
    assert not tree.isExpanded(place)
