"""Search in the real window, on the demo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kgapp.bootstrap import DEMO_BASE
from kgapp.domain.terms import Iri
from kgapp.ui.models.search_results import Kind
from kgapp.ui.panels.search import SearchBox
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
MOI = Iri(f"{DEMO_BASE}P17")


@pytest.fixture
def box(window: MainWindow, opened: Tabs) -> SearchBox:
    window.explorer.tree.setFocus()
    window.search()
    return window.top.search


def offered(box: SearchBox) -> list[tuple[Kind, str]]:
    model = box.popup.model
    found = (model.offer(model.index(row, 0)) for row in range(model.rowCount()))
    return [(offer.kind, offer.text) for offer in found if offer is not None]


def typed(box: SearchBox, text: str, until: Until) -> None:
    box.clear()
    box.popup.hide()
    QTest.keyClicks(box, text)
    until(lambda: box.popup.isVisible() and box.text() == text)


def test_things_come_with_questions_about_the_best(window: MainWindow, box: SearchBox, until: Until) -> None:
    typed(box, "moi", until)
    until(lambda: offered(box)[:1] == [(Kind.THING, "MOI")])
    assert (Kind.QUESTION, "What does a change of “MOI” touch?") in offered(box)
    assert "41" in box.popup.foot


def test_escape_goes_back_to_where_one_was(window: MainWindow, box: SearchBox, until: Until) -> None:
    typed(box, "moi", until)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.explorer.tree.hasFocus()
    assert not box.text()
    assert not box.popup.isVisible()


def test_a_question_is_answered(window: MainWindow, opened: Tabs, box: SearchBox, until: Until) -> None:
    typed(box, "who changed moi", until)
    until(lambda: (Kind.QUESTION, "Who changed “MOI”, when and why?") in offered(box))
    assert not box.popup.foot, "a question was found: it is not said that nothing was"
    while box.popup.list.currentIndex().data() != "Who changed “MOI”, when and why?":
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    until(lambda: opened.here is not None and opened.here.place == f"history {MOI}")


def test_a_question_of_the_library_is_found_and_opened_but_not_asked(
    window: MainWindow, opened: Tabs, box: SearchBox, until: Until
) -> None:
    wanted = (Kind.QUESTION, "Which materials take longer than (days) days to get, and which steps need them?")
    typed(box, "materials longer get", until)
    until(lambda: wanted in offered(box))
    while box.popup.list.currentIndex().data() != wanted[1]:
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    until(lambda: opened.here is not None and opened.here.place.endswith("#longLeadTime"))


def test_a_command_is_run_and_one_that_cannot_be_says_why(window: MainWindow, box: SearchBox, until: Until) -> None:
    typed(box, "undo", until)
    model = box.popup.model
    until(
        lambda: (
            model.rowCount()
            and "there is nothing to undo" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        )
    )
    assert offered(box) == []
    before = window.theme.scale
    typed(box, "larger", until)
    until(lambda: (Kind.COMMAND, "Larger text") in offered(box))
    while box.popup.list.currentIndex().data() != "Larger text":
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    until(lambda: window.theme.scale > before)


def test_another_spelling_is_offered_and_taken(window: MainWindow, box: SearchBox, until: Until) -> None:
    typed(box, "mulitplicity", until)
    until(lambda: offered(box)[:1] == [(Kind.SPELLING, "multiplicity")])
    QTest.keyClick(box, Qt.Key.Key_Return)
    until(lambda: offered(box)[:1] == [(Kind.THING, "MOI")])


def test_what_was_looked_at_is_offered_before_anything_is_typed(
    window: MainWindow, opened: Tabs, box: SearchBox, demo: Path, until: Until
) -> None:
    until(lambda: (Kind.COMMAND, "What differs between the sites?") in offered(box))
    QTest.keyClick(box, Qt.Key.Key_Escape)
    window.open_entity(MOI)
    window.search()
    until(lambda: offered(box)[:1] == [(Kind.THING, "MOI")])
    QTest.keyClick(box, Qt.Key.Key_Escape)
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs is not opened and window.tabs.map.view.spots)
    window.search()
    until(lambda: offered(box)[:1] == [(Kind.THING, "MOI")])


def test_bookmarks_are_offered_before_anything_is_typed(window: MainWindow, box: SearchBox, until: Until) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)
    window.bookmarks.toggle(MOI)
    window.search()
    until(lambda: (Kind.THING, "MOI") in offered(box))
    headings = [box.popup.model.index(row, 0) for row in range(box.popup.model.rowCount())]
    assert [index.data() for index in headings[:2]] == ["Bookmarks", "MOI"]


def test_what_changes_is_asked_of_things_only(window: MainWindow, box: SearchBox, until: Until) -> None:
    picked: list[str] = []
    box.picked_for_change.connect(picked.append)
    box.start(for_change=True)
    typed(box, "moi", until)
    until(lambda: offered(box)[:1] == [(Kind.THING, "MOI")])
    assert {kind for kind, _ in offered(box)} == {Kind.THING}
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert picked == [MOI]
