"""Saving through the window: a reason once, the working spell, order, failures."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services.workspace import Workspace
from kgapp.ui.keeping import Keeping
from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.saving import Step
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
THING = Iri("https://w3id.org/kgapp/demo/NEW")


class Saves:
    """Steps that say what became of them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.done: list[Revision | None] = []
        self.dropped = 0
        self.failed: list[str] = []

    def step(self, text: str, *, fails: bool = False) -> Step:
        def work(workspace: Workspace, why: str) -> Revision | None:
            if fails:
                raise BadInput("It did not fit.")
            quad = Quad(THING, RDFS.label, Literal(text), Iri("https://w3id.org/kgapp/demo/graph/main"))
            return workspace.commit(ChangeSet(f"Add {text}", added=frozenset({quad})), Note(workspace.author, why))

        return Step(
            f"Add {text}", work, self.done.append, lambda failure: self.failed.append(failure.sentence), self._drop
        )

    def save(self, text: str, *, fails: bool = False) -> None:
        self.window.save(self.step(text, fails=fails))

    def dialog(self) -> ReasonDialog:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        assert QTest.qWaitForWindowActive(dialog)  # until then keys go to the shortcuts of the window behind it
        return dialog

    def was_saved_because(self, why: str) -> bool:
        """Whether the newest revision gives this reason."""
        newest = self.done[-1] if self.done else None
        return newest is not None and newest.note.why == why

    def _drop(self) -> None:
        self.dropped += 1


@pytest.fixture
def saves(opened: Tabs, window: MainWindow) -> Saves:
    return Saves(window)


def test_a_save_asks_why_and_takes_no_empty_reason(saves: Saves, qtbot: QtBot, until: Until) -> None:
    saves.save("one")
    dialog = saves.dialog()
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.reason, "   ")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not saves.done
    QTest.keyClicks(dialog.reason, "because")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: saves.done)
    revision = saves.done[0]
    assert revision is not None
    assert revision.note.why == "because"
    assert "Saved as revision" in saves.window.statusBar().currentMessage()


def test_the_last_reason_is_offered_and_used_only_when_it_was_seen(saves: Saves, qtbot: QtBot, until: Until) -> None:
    for text, why in (("one", "first reason"), ("two", "second reason")):
        saves.save(text)
        QTest.keyClicks(saves.dialog().reason, why)
        QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
        until(partial(saves.was_saved_because, why))
    until(lambda: QApplication.activeModalWidget() is None)
    saves.save("three")
    dialog = saves.dialog()
    assert dialog.list.currentIndex().data() == "second reason"
    assert not dialog.save.isEnabled()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Down)
    assert dialog.reason.text() == "second reason"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.reason.text() == "first reason"
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    until(lambda: len(saves.done) == 3)
    assert saves.done[2] is not None
    assert saves.done[2].note.why == "first reason"


def test_without_a_reason_nothing_is_saved(saves: Saves, qtbot: QtBot) -> None:
    saves.save("one")
    QTest.keyClick(saves.dialog(), Qt.Key.Key_Escape)
    assert (saves.dropped, saves.done) == (1, [])


def test_a_spell_carries_one_reason_until_it_ends(saves: Saves, window: MainWindow, qtbot: QtBot, until: Until) -> None:
    chip = window.keeping.chip
    saves.save("one")
    saves.dialog().for_all.setChecked(True)
    QTest.keyClicks(saves.dialog().reason, "spell")
    QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    saves.save("two")
    saves.save("three")
    until(lambda: len(saves.done) == 3)
    assert [revision.note.why for revision in saves.done if revision] == ["spell"] * 3
    assert [revision.summary for revision in saves.done if revision] == ["Add one", "Add two", "Add three"]
    assert chip.isVisible()
    assert "spell" in chip.reason.text()
    chip.end.click()
    assert not chip.isVisible()
    saves.save("four")
    QTest.keyClick(saves.dialog(), Qt.Key.Key_Escape)
    assert saves.dropped == 1


def test_a_spell_is_started_and_changed_by_command(saves: Saves, window: MainWindow, qtbot: QtBot) -> None:
    window.keeping.saver.start_spell()
    QTest.keyClicks(saves.dialog().reason, "campaign 7")
    QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    assert window.keeping.saver.spell == "campaign 7"
    window.keeping.chip.reason.click()
    assert saves.dialog().reason.text() == "campaign 7"
    QTest.keyClicks(saves.dialog().reason, "campaign 8")
    QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    assert window.keeping.saver.spell == "campaign 8"


def test_a_spell_ends_with_its_project_and_is_offered_when_that_opens_again(
    saves: Saves, window: MainWindow, demo: Path, until: Until
) -> None:
    window.keeping.saver.use_spell("campaign 7")
    until(lambda: window.keeping.saver.spell)
    window.open(demo)
    assert window.keeping.saver.spell == ""
    until(lambda: any("campaign 7" in words for words in window.banners.words()))
    assert window.keeping.saver.spell == ""


def test_two_quick_saves_are_asked_for_one_after_the_other(saves: Saves, qtbot: QtBot, until: Until) -> None:
    saves.save("one")
    saves.save("two")
    for why in ("first", "second"):
        until(lambda: QApplication.activeModalWidget() is not None)
        QTest.keyClicks(saves.dialog().reason, why)
        QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    until(lambda: len(saves.done) == 2)
    assert [(each.summary, each.note.why) for each in saves.done if each] == [
        ("Add one", "first"),
        ("Add two", "second"),
    ]


def test_a_failed_save_says_so_and_keeps_the_reason(saves: Saves, qtbot: QtBot, until: Until) -> None:
    saves.save("one", fails=True)
    QTest.keyClicks(saves.dialog().reason, "a long reason")
    QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    until(lambda: saves.failed)
    saves.save("one")
    assert saves.dialog().reason.text() == "a long reason"
    QTest.keyClick(saves.dialog().reason, Qt.Key.Key_Return)
    until(lambda: saves.done)


def test_a_window_that_may_only_read_says_why_and_keeps_the_input(
    qtbot: QtBot, theme: Theme, demo: Path, until: Until
) -> None:
    with bootstrap.writing(demo):
        window = MainWindow(bootstrap, theme)
        window.show()
        window.open(demo)
        until(lambda: window.tabs is not None and window.tabs.map.view.spots)
        saves = Saves(window)
        saves.save("one")
        box = window.findChild(QMessageBox)
        assert box is not None
        assert "still here" in box.informativeText()
        assert (saves.dropped, saves.done) == (1, [])
        window.close()
        window.deleteLater()


def test_closing_the_project_drops_what_was_not_yet_given_a_reason(saves: Saves, window: MainWindow) -> None:
    saves.save("one")
    saves.save("two")
    keeping: Keeping = window.keeping
    keeping.saver.end()
    assert saves.dropped == 2


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_saved_while_the_project_is_closed_is_saved_or_the_window_says_why_not(
    saves: Saves, window: MainWindow, demo: Path, until: Until, *, fails: bool
) -> None:
    window.project.write(lambda _: time.sleep(0.2), lambda _: None, lambda _: None)
    window.keeping.saver.use_spell("because")
    saves.save("one", fails=fails)
    window.open(demo)
    until(lambda: window.has_project and window.tabs is not None and window.tabs.map.view.spots)
    assert (saves.done, saves.failed) == ([], [])
    box = QApplication.activeModalWidget()
    if fails:
        assert isinstance(box, QMessageBox)
        assert "did not fit" in box.text()
        box.close()
    else:
        assert box is None
    with bootstrap.reading(demo) as workspace:
        assert bool(workspace.reader.labels((THING,))) != fails
