"""Everything can be reached with the keyboard and has a name that a screen reader says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui import entity_commands, places_table
from kgapp.ui.actions import ACTIONS
from kgapp.ui.panels.discard import ask_discard
from kgapp.ui.panels.form_leaving import ask_before_leaving
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.tour import TourCard
from kgapp.ui.saving import Step
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QGraphicsView, QTabBar,
)  # fmt: skip
RESTS = {
    "page": f"{DEMO}P17",
    "new": "https://w3id.org/kgapp/ontology#Factor",
    "graph": f"{DEMO}P17",
    "help": "user-guide",
    "departure": f"{DEMO}EX1",
}
"""What stands behind the first word of a place."""
MOST_STEPS = 400


def controls(top: QWidget) -> Iterator[QWidget]:
    """What a user acts on and can see."""
    for widget in top.findChildren(QWidget):
        inside = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit)
        if isinstance(widget, CONTROLS) and widget.isVisible() and not inside and not _of_qt(widget):
            yield widget


def _of_qt(widget: QWidget) -> bool:
    """Parts that Qt makes itself and names itself."""
    return widget.objectName().startswith(("qt_", "Scroll")) or type(widget).__name__ in (
        "QTableCornerButton",
        "QHeaderView",
    )


def name_of(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip()


def where(widget: QWidget) -> str:
    parents = []
    at: QWidget | None = widget
    while at is not None:
        parents.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return "/".join(reversed(parents[:5]))


def nameless(top: QWidget) -> list[str]:
    return [where(widget) for widget in controls(top) if not name_of(widget)]


def chain(top: QWidget) -> list[QWidget]:
    """What Tab visits, in its order."""
    found: list[QWidget] = []
    at: QWidget | None = top.nextInFocusChain()
    while at is not None and at is not top:
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and at.isVisible() and at.isEnabled() and at.window() is top.window():
            found.append(at)
        at = at.nextInFocusChain()
    return found


def out_of_order(top: QWidget) -> list[str]:
    """Neighbours of one parent that Tab visits against the order of reading: lines from the top, each from the left."""
    found = []
    before: dict[QWidget | None, QWidget] = {}
    for widget in chain(top):
        parent = widget.parentWidget()
        last = before.get(parent)
        if last is not None and _precedes(widget, last):
            found.append(f"{where(widget)} ({name_of(widget)!r}) after {name_of(last)!r}")
        before[parent] = widget
    return found


def _precedes(one: QWidget, other: QWidget) -> bool:
    """Whether ``one`` stands wholly above ``other``, or on its line and wholly to its left."""
    a, b = (each.geometry() for each in (one, other))
    if a.bottom() < b.top():
        return True
    same_line = a.top() <= b.bottom() and b.top() <= a.bottom()
    return same_line and a.right() < b.left()


def unreached(view: QWidget, window: QWidget) -> list[str]:
    """What takes the keyboard in a view and Tab does not visit."""
    reached = set(chain(window))
    return [
        where(widget)
        for widget in controls(view)
        if widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget not in reached
    ]


def visited() -> list[QWidget]:
    """What Tab really visits until it comes back to where it began."""
    start = QApplication.focusWidget()
    assert start is not None
    found = [start]
    for _ in range(MOST_STEPS):
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        assert at is not None
        if at is start or at in found:
            return found
        found.append(at)
    return found


def ready(tabs: Tabs) -> bool:
    here = tabs.here
    return here is not None and here.isVisible()


@pytest.fixture
def everywhere(window: MainWindow, opened: Tabs, until: Until) -> Callable[[str], QWidget]:
    """Opens a place of the window."""

    def go(word: str) -> QWidget:
        window.open_place(f"{word} {RESTS[word]}" if word in RESTS else word)
        until(lambda: ready(opened) and window.tasks.idle)
        assert opened.here is not None
        return opened.here

    return go


def faults(view: QWidget, window: MainWindow) -> list[str]:
    """What is wrong with a view for those who have no mouse."""
    told = [f"no name: {each}" for each in nameless(window)]
    told += [f"out of order: {each}" for each in out_of_order(window)]
    told += [f"unreached: {each}" for each in unreached(view, window)]
    window.activateWindow()
    window.search()
    seen = visited()
    if not 5 < len(seen) < MOST_STEPS or window.top.search not in seen:
        told.append(f"trapped after {len(seen)} steps")
    return told


@pytest.mark.parametrize(
    "words", [sorted(places_table.PLACES)[at::2] for at in range(2)], ids=["one half", "the other"]
)
def test_every_control_of_a_view_has_a_name_and_tab_visits_it_and_is_trapped_nowhere(
    words: list[str], everywhere: Callable[[str], QWidget], window: MainWindow
) -> None:
    found = {word: faults(everywhere(word), window) for word in words}
    assert {word: told for word, told in found.items() if told} == {}


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "keys": lambda window: window.helping.keys(),
    "about": lambda window: window.helping.about(),
    "preferences": lambda window: window.helping.preferences(),
    "new project": lambda window: window.opening.choose_and_create(),
}


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_every_control_of_a_dialog_has_a_name_an_order_and_keys_of_its_own(
    name: str, window: MainWindow, qtbot: QtBot
) -> None:
    DIALOGS[name](window)
    dialog = window.findChildren(QDialog)[-1]
    assert nameless(dialog) == []
    assert out_of_order(dialog) == []
    assert doubled(mnemonics_of(dialog)) == []
    assert {widget for widget in controls(dialog) if widget.isEnabled()} <= set(chain(dialog)) | set(
        dialog.findChildren(QTabBar)
    )
    dialog.close()


MOI, BOSTON, LEIDEN = (Iri(f"{DEMO}{name}") for name in ("P17", "NOR-BOS-P17", "NOR-LEI-P17"))
OF_THINGS: dict[str, Callable[[MainWindow], object]] = {
    "reason": lambda window: window.save(Step("Widen it", lambda _workspace, _why: None, lambda _: None)),
    "choose class": lambda window: window.create_thing(),
    "duplicate": lambda window: entity_commands.duplicate(window, (MOI,)),
    "merge with another": lambda window: entity_commands.merge(window, (BOSTON,)),
    "merge the two": lambda window: entity_commands.merge(window, (BOSTON, LEIDEN)),
    "retire": lambda window: entity_commands.retire(window, (MOI,)),
    "relate": lambda window: entity_commands.add_relation(window, (MOI,)),
    "relate the two": lambda window: entity_commands.add_relation(window, (MOI, Iri(f"{DEMO}T14"))),
    "assess": lambda window: window.assess(MOI),
    "leave a form": lambda window: ask_before_leaving(window, "MOI", *[lambda: None] * 3),
}
"""Dialogs about things of the project."""


def test_a_dialog_about_things_is_reached_with_the_keyboard_and_left_with_escape(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    found: dict[str, list[str]] = {}
    for name in sorted(OF_THINGS):
        OF_THINGS[name](window)
        until(lambda: window.tasks.idle and dialogs_in_sight())
        (dialog,) = dialogs_in_sight()
        until(dialog.isActiveWindow)
        told = [] if dialog.windowTitle() else ["no title"]
        told += [f"no name: {each}" for each in nameless(dialog)]
        told += [f"out of order: {each}" for each in out_of_order(dialog)]
        told += [f"two with the letter {each}" for each in doubled(mnemonics_of(dialog))]
        told += [f"unreached: {each}" for each in walk(dialog)]
        found[name] = told
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        until(lambda: not dialogs_in_sight())
    assert {name: told for name, told in found.items() if told} == {}


def test_the_question_before_input_is_discarded_keeps_it_on_escape(window: MainWindow, opened: Tabs) -> None:
    told: list[str] = []

    timer = QTimer(window)

    def look() -> None:
        found = dialogs_in_sight()
        if found and found[0].isActiveWindow():
            timer.stop()
            told.extend([found[0].windowTitle(), *nameless(found[0]), *out_of_order(found[0])])
            QTest.keyClick(found[0], Qt.Key.Key_Escape)

    timer.timeout.connect(look)
    timer.start(20)
    assert not ask_discard(window, "3 cells are not saved.")
    assert told == ["Not saved"]


def dialogs_in_sight() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def walk(dialog: QDialog) -> list[str]:
    """What the keyboard cannot reach: Tab goes to fields, buttons and lists; arrow keys go on within a group of choices."""
    seen = set(visited())
    wanted = {
        widget for widget in controls(dialog) if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    choices = {each for each in wanted if isinstance(each, QRadioButton)}
    return [where(widget) for widget in wanted - choices - seen]


FORMS = (KG.AcceptableRange, KG.KnowHow, KG.Influence, KG.SupplyOffering, KG.Person, KG.SiteSetting)


def form_of(kind: Iri, window: MainWindow, opened: Tabs, until: Until) -> NewView:
    before = opened.here
    window.create_thing(kind)
    until(lambda: opened.here is not before)
    here = opened.here
    assert isinstance(here, NewView)
    until(lambda: here.form.groups and window.tasks.idle)
    return here


def test_the_form_of_a_class_is_filled_in_with_the_keyboard(window: MainWindow, opened: Tabs, until: Until) -> None:
    found: dict[str, list[str]] = {}
    for kind in FORMS:
        here = form_of(kind, window, opened, until)
        told = [f"no name: {each}" for each in nameless(here)]
        told += [f"out of order: {each}" for each in out_of_order(here)]
        told += [f"unreached: {each}" for each in unreached(here, window)]
        found[kind] = told
    assert {kind: told for kind, told in found.items() if told} == {}


def mnemonics_of(top: QWidget) -> Iterator[str]:
    for widget in top.findChildren(QWidget):
        if (isinstance(widget, QLabel) and widget.buddy() is not None) or isinstance(widget, QAbstractButton):
            yield mnemonic(widget.text())


def mnemonic(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


def doubled(keys: Iterator[str]) -> list[str]:
    return [key for key, count in Counter(keys).items() if key and count > 1]


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.top.findChildren(QMenu) if menu.title()]


def test_every_action_is_in_the_menu(window: MainWindow) -> None:
    shown = {action for menu in menus(window) for action in menu.actions()}
    texts = {action.text() for action in shown}
    assert [row.text for row in ACTIONS if row.text not in texts] == []


def test_no_two_rows_of_a_menu_share_a_letter(window: MainWindow) -> None:
    assert {menu.title(): doubled(mnemonic(row.text()) for row in menu.actions()) for menu in menus(window)} == {
        menu.title(): [] for menu in menus(window)
    }


def test_no_two_commands_share_a_shortcut(window: MainWindow, opened: Tabs) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    for each in window.findChildren(QShortcut):
        keys += map(QKeySequence.toString, each.keys() if each.context() in wide else ())
    assert doubled(iter(keys)) == []


def test_the_tour_is_reached_with_the_keyboard(window: MainWindow, opened: Tabs, until: Until) -> None:
    window.helping.tour()
    card = window.findChild(TourCard)
    assert isinstance(card, TourCard)
    until(card.isVisible)
    assert nameless(card) == []
    assert any(card.isAncestorOf(widget) for widget in chain(window))
    assert card.mapTo(window, QPoint(0, card.height())).y() <= window.height()
