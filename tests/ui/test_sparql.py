"""The SPARQL editor in the window, on the demo: tabs that stay, keys, runs that were asked for, and nothing else."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kgapp import bootstrap
from kgapp.services.asking.history import Outcome
from kgapp.ui import places_table
from kgapp.ui.panels import sparql_open
from kgapp.ui.panels.sparql import SparqlPanel
from kgapp.ui.panels.sparql_compare import ComparedDialog
from kgapp.ui.panels.sparql_history import HistoryDialog
from kgapp.ui.panels.sparql_saving import SaveQuestion
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
QUERY = "SELECT ?s ?label WHERE { ?s a kg:Site ; rdfs:label ?label } ORDER BY ?label"


def editor(window: MainWindow, opened: Tabs, text: str = "") -> SparqlPanel:
    assert sparql_open.open_text(window, text)
    panel = opened.currentWidget()
    assert isinstance(panel, SparqlPanel)
    panel.take_focus()
    return panel


def runs(window: MainWindow, path: Path) -> list[Outcome]:
    with bootstrap.reading(path) as workspace:
        return [past.run.outcome for past in bootstrap.query_history(workspace.reader.meta()).past()]


def test_a_text_is_run_when_asked_and_its_runs_are_compared_kept_and_saved(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    panel = editor(window, opened, QUERY)
    assert panel.made.answer.states.showing == "empty"
    QTest.keyClick(panel.text, Qt.Key.Key_Return, CONTROL)
    until(lambda: panel.made.answer.shown is not None and not panel.running)
    shown = panel.made.answer.shown
    assert shown is not None
    assert [cell.text for cell in shown.rows[0]][1].startswith("Boston")
    assert shown.revision_hash
    panel.compare()
    QTest.qWait(50)
    panel.made.bar.run.click()
    first = panel.made.past
    until(lambda: panel.made.past is not None and panel.made.past is not first)
    panel.compare()
    until(lambda: isinstance(QApplication.activeModalWidget(), ComparedDialog))
    compared = QApplication.activeModalWidget()
    assert isinstance(compared, ComparedDialog)
    assert any("the same" in sentence for sentence in compared.sentences)
    compared.accept()
    _look_into_the_history(panel, opened, until)
    _save_as_question(window, opened, panel, until)
    assert runs(window, demo) == [Outcome.ANSWERED, Outcome.ANSWERED]


def _look_into_the_history(panel: SparqlPanel, opened: Tabs, until: Until) -> None:
    panel.made.bar.history.click()
    until(lambda: isinstance(QApplication.activeModalWidget(), HistoryDialog))
    history = QApplication.activeModalWidget()
    assert isinstance(history, HistoryDialog)
    assert QUERY in history.text.toPlainText()
    before = len(opened.views)
    history.take.click()
    assert len(opened.views) == before + 1
    other = opened.currentWidget()
    assert isinstance(other, SparqlPanel)
    assert other.text.text == QUERY
    assert other.made.answer.shown is None, "opening a text runs nothing"


def _save_as_question(window: MainWindow, opened: Tabs, panel: SparqlPanel, until: Until) -> None:
    panel.text.show_text("SELECT ?site WHERE { VALUES ?site { } ?site a kg:Site }", 0)
    window.keeping.saver.use_spell("for our reviews")
    panel.save()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaveQuestion)
    dialog.sentence.setText("Is {nowhere} a site?")
    dialog.keep.click()
    until(dialog.said.text)
    assert "nowhere" in dialog.said.text()
    dialog.sentence.setText("Is {site} a site?")
    dialog.keep.click()
    until(lambda: opened.here is not None and opened.here.place.startswith(places_table.QUESTIONS))


def test_what_is_wrong_is_told_and_a_run_is_stopped(window: MainWindow, opened: Tabs, until: Until) -> None:
    panel = editor(window, opened, "SELECT ?a WHERE { ?a a")
    QTest.keyClick(panel.text, Qt.Key.Key_Return, CONTROL)
    until(lambda: panel.made.answer.states.showing == "failed")
    assert panel.made.answer.shown is None
    panel.text.show_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 0)
    QTest.keyClick(panel.text, Qt.Key.Key_Return, CONTROL)
    until(lambda: panel.running)
    QTest.keyClick(panel.text, Qt.Key.Key_Escape)
    until(lambda: not panel.running)
    until(lambda: window.tasks.idle)
    panel.text.show_text("SELECT ?a WHERE { ?a a kg:Site ; rdfs:label 7 }", 0)
    panel.run()
    until(lambda: panel.made.answer.shown is not None and panel.made.why.isVisibleTo(panel))
    panel.made.why.click()
    until(lambda: not panel.running)
    assert "7" in " ".join(panel.made.strip.words)


def test_tabs_are_there_again_down_to_the_last_key(window: MainWindow, opened: Tabs, demo: Path, until: Until) -> None:
    panel = editor(window, opened, "ASK {")
    QTest.keyClicks(panel.text, " ?a ?b ?c }x")
    name = panel.place
    other = editor(window, opened, "SELECT * { ?gone ?b ?c }")
    opened.close_at(opened.indexOf(other))
    window.open(demo)
    until(lambda: window.tabs is not None and window.tabs is not opened and window.tabs.map.view.spots)
    until(lambda: window.tabs is not None and any(view.place == name for view in window.tabs.views))
    assert window.tabs is not None
    again = next(view for view in window.tabs.views if view.place == name)
    assert isinstance(again, SparqlPanel)
    assert window.tabs.here is not again, "it waits behind what is in front"
    assert [view.place for view in window.tabs.views].count(name) == 1
    window.open_place(name)
    assert again.text.text == "ASK { ?a ?b ?c }x"
    assert again.made.answer.shown is None, "nothing is run by that"
    assert [each.text for each in window.drafts.queries.closed_texts] == ["SELECT * { ?gone ?b ?c }"]


def test_keys_of_the_text(window: MainWindow, opened: Tabs, until: Until) -> None:
    panel = editor(window, opened, "SELECT * {\n?a ?b ?c }")
    text = panel.text
    text.go_to(10)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.text == "SELECT * {\n  \n?a ?b ?c }"
    text.go_to(0, 12)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.text.startswith("  SELECT * {\n    ")
    QTest.keyClick(text, Qt.Key.Key_Backtab, SHIFT)
    assert text.text.startswith("SELECT * {\n  ")
    text.go_to(0)
    QTest.keyClick(text, Qt.Key.Key_Slash, CONTROL)
    until(lambda: text.text.startswith("#"))
    QTest.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert text.text.startswith("SELECT")
    before = text.text
    QTest.keyClick(text, Qt.Key.Key_F, CONTROL | SHIFT)
    until(lambda: text.text != before)
    assert text.text.split() == before.split()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus(), "Esc and Tab leave the text"
    text.setFocus()
    QApplication.clipboard().setText("x" * (sparql_open.LONGEST_LINE + 1))
    QTest.keyClick(text, Qt.Key.Key_V, CONTROL)
    assert "more than" in " ".join(panel.made.strip.words)


def test_any_key_at_random_neither_hangs_the_window_nor_runs_a_query(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    panel = editor(window, opened, QUERY)
    dice = random.Random(5)
    keys = [key for key in Qt.Key if 0x20 <= key.value <= 0x7E or 0x01000000 <= key.value <= 0x0100003B]
    held = [Qt.KeyboardModifier.NoModifier] * 4 + [SHIFT, CONTROL, CONTROL | SHIFT, Qt.KeyboardModifier.AltModifier]
    end = time.monotonic() + float(os.environ.get("KGAPP_KEYS_SECONDS", "1"))
    longest = 0.0
    pressed = 0
    while time.monotonic() < end:
        key, modifiers = dice.choice(keys), dice.choice(held)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & CONTROL:
            continue  # what runs
        if modifiers & (CONTROL | Qt.KeyboardModifier.AltModifier) and key in _LEAVING:
            continue
        panel.text.setFocus()
        began = time.monotonic()
        QTest.keyClick(panel.text, key, modifiers)
        QApplication.processEvents()
        longest = max(longest, time.monotonic() - began)
        pressed += 1
        _back(window, opened, panel)
    assert pressed > 10
    assert longest < 5
    assert window.isVisible()
    until(lambda: window.tasks.idle)
    assert panel.made.answer.shown is None
    assert runs(window, demo) == []


def _back(window: MainWindow, opened: Tabs, panel: SparqlPanel) -> None:
    """Close what a key of the window opened, and go back to the text."""
    dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if dialog is not None:
        dialog.close()
    if opened.currentWidget() is not panel:
        opened.setCurrentWidget(panel)


_LEAVING = (Qt.Key.Key_Q, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_W, Qt.Key.Key_F4)
"""With Ctrl or Alt these open a dialog of the system, close the tab or the window: keys of the window, not of the text."""
