"""The menu of things: which commands make sense for what, and what copying gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from kgapp.bootstrap import DEMO_BASE
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui import menus
from kgapp.ui.menus import Group, MenuRow, Target
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("not support grabbing the keyboard", extend=True)  # menus, offscreen

Until = Callable[[Callable[[], object]], None]
A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
MOI, SETTING, STEP = (Iri(f"{DEMO_BASE}{name}") for name in ("P17", "SET-LEI-P17", "UO05"))


def about(*kinds: Iri, count: int = 1, writable: bool = True) -> Target:
    return Target((A, B, *([A] * 10))[:count], (kinds,) * count, frozenset(kinds), writable)


def texts(target: Target) -> list[str]:
    return [row.text for row in menus.rows(target)]


def test_one_thing_has_other_commands_than_several() -> None:
    one, two = texts(about(KG.Factor)), texts(about(KG.Factor, count=2))
    assert {"Open page", "Show on the map", "Impact of a change…", "Edit…", "Copy name"} <= set(one)
    assert {"Open 2 pages", "Copy 2 names", "Copy 2 addresses", "Copy as table"} <= set(two)
    assert not {"Open page", "Edit…", "Impact of a change…"} & set(two)


def test_nothing_is_offered_for_nothing_and_no_edit_where_one_may_only_read() -> None:
    assert texts(about(count=0)) == []
    assert not [
        text for text in texts(about(KG.Factor, writable=False)) if text.startswith(("Edit", "Retire", "Merge"))
    ]
    assert "Open 12 pages" not in texts(about(KG.Factor, count=12))


def test_commands_stand_in_their_groups() -> None:
    groups = [row.group for row in menus.rows(about(KG.Factor))]
    assert groups == sorted(groups)


def test_what_a_menu_knows_of_things_is_what_all_of_them_are(window: MainWindow, opened: Tabs, until: Until) -> None:
    found: list[Target] = []
    things = (MOI, SETTING)
    window.project.read(lambda reader: menus.target(reader, things, writable=True), found.append, window.tell)
    window.project.read(lambda reader: menus.target(reader, (MOI, MOI), writable=True), found.append, window.tell)
    until(lambda: len(found) == 2)
    assert not found[0].all_are(KG.Factor, KG.SiteSetting)
    assert found[1].all_are(KG.Factor)
    assert found[0].types[1] == (KG.SiteSetting,)


def test_the_window_opens_the_menu_with_commands_of_the_view(window: MainWindow, opened: Tabs, until: Until) -> None:
    ran: list[tuple[Iri, ...]] = []
    own = MenuRow("Only here", Group.HERE, lambda _about: True, lambda _desk, things: ran.append(things))
    never = MenuRow("Never", Group.HERE, lambda _about: False, lambda _desk, _things: None)
    menus.popup(window, window, (MOI,), QPoint(50, 50), (own, never))
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    actions = {action.text(): action for action in shown.actions()}
    assert "Never" not in actions
    actions["Only here"].trigger()
    shown.close()
    assert ran == [(MOI,)]
    window.menu((), QPoint())


@pytest.mark.parametrize(
    ("words", "copied"),
    [("Copy 2 names", "MOI\nTransduction"), ("Copy 2 addresses", f"{MOI}\n{STEP}")],
)
def test_what_is_copied(window: MainWindow, opened: Tabs, until: Until, words: str, copied: str) -> None:
    row = next(row for row in menus.rows(about(KG.Factor, count=2)) if row.text == words)
    row.run(window, (MOI, STEP))
    until(lambda: QApplication.clipboard().text() == copied)


def test_a_key_runs_what_the_menu_has_for_it(window: MainWindow, opened: Tabs, until: Until) -> None:
    menus.run_key(window, (MOI,), "Ctrl+C")
    until(lambda: QApplication.clipboard().text() == "MOI")
    menus.run_key(window, (MOI,), "no such key")
    until(lambda: window.tasks.idle)


def test_what_cannot_be_done_is_said(window: MainWindow, opened: Tabs, until: Until) -> None:
    menus.run_key(window, (MOI, STEP), "Del")
    until(lambda: window.statusBar().currentMessage() == "That cannot be done with what is chosen.")


def test_the_findings_of_a_thing_are_shown_alone_until_all_are_wanted(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    panel = window.below
    until(lambda: window.findings.known is not None)
    everything = window.findings.counts()
    row = next(row for row in menus.rows(about(KG.Factor)) if row.text == "Findings of it")
    row.run(window, (MOI,))
    only = next(each for each in panel.findChildren(QPushButton) if each.toolTip().endswith("other things, too"))
    until(only.isVisible)
    assert only.text() == "Only MOI"
    assert {each.focus.rpartition("/")[2] for each in panel.model.findings()} == {"NOR-LEI-P17", "SET-LEI-P17"}
    assert not window.areas.is_folded("findings")
    only.click()
    assert panel.model.shown == everything.violations + everything.warnings + everything.notes
    assert not only.isVisible()
    row.run(window, (STEP, MOI))
    until(only.isVisible)
    assert only.text() == "Only 2 things"


def test_several_things_are_bookmarked_at_once(window: MainWindow, opened: Tabs, until: Until) -> None:
    row = next(row for row in menus.rows(about(KG.Factor, count=2)) if row.text == "Bookmark 2 things")
    for _ in range(2):
        row.run(window, (MOI, STEP))
        assert all(window.bookmarks.holds(thing) for thing in (MOI, STEP))
