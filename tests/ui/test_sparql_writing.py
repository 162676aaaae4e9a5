"""What the SPARQL editor does beside running: completion, tips, mending, updates, what follows, windows that only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from kgapp import bootstrap
from kgapp.domain.vocabulary import KG as KG_TERMS
from kgapp.services import inference, query_texts
from kgapp.ui.panels import sparql_open
from kgapp.ui.panels.sparql import SparqlPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.panels.update_preview import UpdatePreview
from kgapp.ui.panels.why import WhyPanel
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
KG = "PREFIX kg: <https://w3id.org/kgapp/ontology#>"


def editor(window: MainWindow, text: str) -> SparqlPanel:
    assert sparql_open.open_text(window, text)
    assert window.tabs is not None
    panel = window.tabs.currentWidget()
    assert isinstance(panel, SparqlPanel)
    panel.take_focus()
    return panel


def kept(path: Path) -> list[str]:
    """The texts as another process finds them now."""
    with bootstrap.reading(path) as workspace:
        left = bootstrap.query_texts().left(workspace.reader.meta().project_id)
    return [each.text for each in query_texts.read(left)]


def test_what_is_offered_is_taken_with_its_prefix_told_and_mended(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    panel = editor(window, "SELECT ?s WHERE { ?s a }")
    text, popup = panel.text, panel.made.popup
    text.go_to(len(text.text) - 2)
    QTest.keyClicks(text, " tacit")
    until(popup.isVisible)
    assert popup.current is not None
    assert popup.current.insert == "kg:TacitAssertion"
    QTest.keyClick(text, Qt.Key.Key_Tab)
    until(lambda: text.text == f"{KG}\nSELECT ?s WHERE {{ ?s a kg:TacitAssertion }}")
    assert not popup.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert text.text == "SELECT ?s WHERE { ?s a kg:TacitAssertion }", "a prefix is a step of undo of its own"
    until(lambda: any("kg:" in words for words in panel.made.strip.words))
    mending = next(each for each in panel.made.strip.findChildren(QPushButton) if "kg:" in each.text())
    mending.click()
    until(lambda: text.text.startswith(KG))
    text.hovered.emit(text.text.index("Tacit"), QPoint(10, 10))
    until(lambda: "elicited from a person" in QToolTip.text())
    assert panel.made.answer.shown is None
    until(lambda: text.text in kept(demo))  # the window is still open: so it is there after the process was killed


def test_what_popped_up_goes_when_it_no_longer_fits(window: MainWindow, opened: Tabs, until: Until) -> None:
    panel = editor(window, "SELECT ?s WHERE { ?s  }")
    text, popup = panel.text, panel.made.popup
    text.go_to(len(text.text) - 2)
    QTest.keyClicks(text, "kg:con")
    until(popup.isVisible)
    QTest.keyClick(text, Qt.Key.Key_Space)
    assert not popup.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert "kg:con \n" in text.text, "Enter is a new line again"
    QTest.keyClicks(text, "kg:con")
    until(popup.isVisible)
    panel.made.bar.name.setFocus()
    assert not popup.isVisible(), "the keyboard is elsewhere"


def test_an_update_is_shown_first_also_when_it_is_run_at_once(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    panel = editor(window, "SELECT ?s WHERE { ?s ?p ?o }")
    until(panel.made.bar.save.isEnabled)
    panel.text.show_text(f"{KG}\nDELETE WHERE {{ ?s kg:confidence ?o }}", 0)
    QTest.keyClick(panel.text, Qt.Key.Key_Return, CONTROL)
    until(lambda: isinstance(QApplication.activeModalWidget(), UpdatePreview))
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, UpdatePreview)
    until(lambda: preview.shown is not None)
    preview.reject()
    until(lambda: window.tasks.idle)
    assert "Preview" in panel.made.bar.run.text()
    assert not panel.made.bar.save.isEnabled()
    with bootstrap.reading(demo) as workspace:
        head = workspace.reader.head()
        assert head is not None
        assert head.seq == 1
        assert bootstrap.query_history(workspace.reader.meta()).past() == ()


def test_what_follows_is_asked_marked_said_and_not_compared_with_what_is_stated(
    window: MainWindow, opened: Tabs, demo: Path, until: Until
) -> None:
    panel = editor(window, f"{KG}\nSELECT ?s WHERE {{ ?s a kg:KnowHow }}")
    panel.run()
    until(lambda: panel.made.answer.shown is not None)
    stated = panel.made.answer.shown
    assert stated is not None
    assert (stated.rows, stated.note) == ((), "")
    panel.made.bar.infer.click()
    panel.run()
    until(lambda: panel.made.answer.shown not in (None, stated))
    shown = panel.made.answer.shown
    assert shown is not None
    assert shown.rows
    assert all(shown.marked)
    assert inference.NOTE in panel.made.answer.note.text()
    model = panel.made.answer.table.rows
    assert model is not None
    assert model.headerData(0, Qt.Orientation.Vertical) == "1 +"
    table = panel.made.answer.table
    table.setCurrentIndex(model.index(1, model.why_column))
    assert table.currentIndex().data() == "+ Why?"
    QTest.keyClick(table, Qt.Key.Key_Return)
    until(lambda: isinstance(opened.here, WhyPanel) and opened.here.told)
    assert isinstance(opened.here, WhyPanel)
    assert [told.fact.object for told in opened.here.told] == [KG_TERMS.KnowHow]
    assert opened.here.told[0].premises[0].graphs
    with bootstrap.reading(demo) as workspace:
        history = bootstrap.query_history(workspace.reader.meta())
        assert [past.run.inferred for past in history.past()] == [True, False]
        now = history.past()[0]
        assert history.earlier(now.run.text, than=now.number, inferred=True) is None
    project = _project(demo)
    until(lambda: [each.inferred for each in query_texts.read(bootstrap.query_texts().left(project))] == [True])


def test_a_window_that_only_reads_runs_and_overwrites_no_text_of_the_other(
    window: MainWindow, opened: Tabs, demo: Path, theme: Theme, until: Until
) -> None:
    panel = editor(window, "ASK { ?a ?b 1 }")
    until(lambda: kept(demo) == ["ASK { ?a ?b 1 }"])
    second = MainWindow(bootstrap, theme)
    try:
        second.show()
        second.open(demo)
        until(lambda: second.tabs is not None and any(isinstance(each, SparqlPanel) for each in second.tabs.views))
        assert second.tabs is not None
        assert not second.project.writable
        second.open_place(panel.place)
        other = second.tabs.currentWidget()
        assert isinstance(other, SparqlPanel)
        other.text.insertPlainText("# mine\n")
        other.run()
        until(lambda: other.made.answer.shown is not None)
        until(lambda: len(kept(demo)) == 2)
        assert "ASK { ?a ?b 1 }" in kept(demo)
    finally:
        second.close()
        second.deleteLater()


def _project(path: Path) -> str:
    with bootstrap.reading(path) as workspace:
        return workspace.reader.meta().project_id
