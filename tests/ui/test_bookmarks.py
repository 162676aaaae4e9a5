"""Bookmarks and tabs: personal, kept, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace
from kgapp.ui.panels.bookmarks import BookmarksPanel
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.tabs import MOST_PAGES, Tabs
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]


def open_page(window: MainWindow, name: str, until: Until) -> EntityPanel:
    window.open_entity(Iri(DEMO + name))
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, EntityPanel)
    until(lambda: panel.portrait)
    return panel


def test_bookmarks_are_kept_in_order_and_say_what_is_gone(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    window.action("bookmark").trigger()
    panel = opened.currentWidget()
    assert isinstance(panel, BookmarksPanel)
    assert panel.states.showing == "empty"
    for name in ("P17", "Q04", "EX5"):
        open_page(window, name, until)
        QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    until(lambda: panel.list.count() == 3)
    opened.setCurrentWidget(panel)
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    until(lambda: panel.list.item(0).text() == "Vector copy number")
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    until(lambda: panel.list.item(0).text() == "MOI")
    thing = Iri(DEMO + "EX5")

    def forget(workspace: Workspace) -> None:
        reader, commit = workspace.reader, workspace.commit
        quads = {*reader.quads(Pattern(subject=thing)), *reader.quads(Pattern(object=thing))}
        commit(ChangeSet("gone", removed=frozenset(quads)), Note(workspace.author, "left"))

    window.project.write(forget, lambda _: None, window.tell)
    until(lambda: panel.list.count() == 3 and "no longer in the project" in panel.list.item(2).text())
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs is not opened and window.bookmarks.things)
    assert window.bookmarks.things == (DEMO + "P17", DEMO + "Q04", thing)


def test_the_star_and_the_list_take_a_bookmark_away(window: MainWindow, opened: Tabs, until: Until) -> None:
    page = open_page(window, "P17", until)
    window.bookmarks.toggle(page.entity)
    window.open_place("bookmarks")
    panel = opened.currentWidget()
    assert isinstance(panel, BookmarksPanel)
    until(lambda: panel.list.count() == 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.currentWidget() is panel
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.currentWidget() is page
    panel.list.customContextMenuRequested.emit(panel.list.visualItemRect(panel.list.item(0)).center())
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    opened.setCurrentWidget(panel)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert panel.states.showing == "empty"
    assert not window.bookmarks.holds(page.entity)


def test_settings_that_are_no_list_are_no_bookmarks(window: MainWindow, opened: Tabs, until: Until) -> None:
    seen: list[str] = []
    window.project.read(lambda reader: reader.meta().project_id, seen.append, window.tell)
    until(lambda: seen)
    for text in ("{", '{"a": 1}', '["https://e.org/a", 3, "https://e.org/a"]'):
        QSettings().setValue(f"bookmarks/{seen[0]}", text)
        told: list[int] = []
        window.bookmarks.changed.connect(partial(told.append, 1))
        window.bookmarks.join(window.project)
        until(partial(bool, told))
    assert window.bookmarks.things == ("https://e.org/a",)


def test_pages_make_room_but_pinned_ones_and_unsaved_ones_stay(window: MainWindow, opened: Tabs, until: Until) -> None:
    first = open_page(window, "P17", until)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert opened.is_pinned(first)
    assert "pinned" in opened.tabBar().accessibleTabName(opened.indexOf(first))
    second = open_page(window, "Q04", until)
    names = [f"P{number:02}" for number in range(1, 14)]
    for name in names[: MOST_PAGES + 1]:
        opened.open_behind(f"page {DEMO}{name}")
    pages = [view for view in opened.views if isinstance(view, EntityPanel)]
    assert first in pages
    assert second in pages
    assert len(pages) == MOST_PAGES + 1
    assert opened.currentWidget() is second
    opened.close_others(second)
    assert [view for view in opened.views if isinstance(view, EntityPanel)] == [first, second]
    opened.setCurrentWidget(first)
    opened.pin_here()
    assert not opened.is_pinned(first)
    opened.tabBar().customContextMenuRequested.emit(opened.tabBar().tabRect(1).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Pin tab", "Close tab", "Close other tabs"]
    menu.close()
