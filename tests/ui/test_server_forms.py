"""Copying from a server and writing to one in the window: looked at first, agreed, stopped, gone on with, and done once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from kgapp import bootstrap
from kgapp.domain.connections import Connection
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services.remote import publishing as published
from kgapp.ui.panels.copying import CopyingPanel
from kgapp.ui.panels.publishing import PublishingPanel
from kgapp.ui.panels.server_form import ServerForm
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.views import View
from kgapp.ui.window import MainWindow
from tests.servers import Hostile, Server

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", "raise()")
Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
THERE = f"""\
<{DEMO}BOS> <{RDFS.label}> "Boston at the partner" <{DEMO}graph/partner> .
<{DEMO}OSA> <{RDFS.label}> "Osaka plant" <{DEMO}graph/partner> .
<{DEMO}OSA> <{RDF.type}> <{KG.Site}> <{DEMO}graph/partner> .
"""


def press(view: View, words: str) -> None:
    found = [each for each in view.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def _choose(panel: CopyingPanel, hostile: Hostile, until: Until) -> None:
    """First one that says nothing, then one that fails, then one that answers."""
    form = panel.form
    hostile.answer = lambda talk: talk.wait()
    form.server.box.setCurrentIndex(2)
    form.server.box.activated.emit(2)
    until(lambda: hostile.asked)
    press(panel, "Stop")
    assert "Stopped" in form.told.text()
    hostile.answer = lambda talk: talk.send(b"", status=500)
    press(panel, "Try again")
    until(lambda: "(500)" in form.told.text())
    form.server.box.setCurrentIndex(1)
    form.server.box.activated.emit(1)
    until(lambda: "It holds 3 statements" in form.told.text())


def test_a_part_is_chosen_looked_at_and_copied_once(
    window: MainWindow, opened: Tabs, oxigraph_server: Server, hostile: Hostile, until: Until
) -> None:
    oxigraph_server.empty()  # whatever another file left
    oxigraph_server.fill(THERE.encode())
    try:
        kept = bootstrap.connections()
        kept.keep(Connection("Partner", oxigraph_server.query_url, allow_private=True))
        kept.keep(Connection("Silent", hostile.url, allow_private=True))
        window.action("copy_from_server").trigger()
        panel = opened.here
        assert isinstance(panel, CopyingPanel)
        form = panel.form
        until(lambda: form.server.box.count() == 3)
        assert not form.look.isEnabled()
        _choose(panel, hostile, until)
        assert form.graphs.currentText() == f"{DEMO}graph/partner (3)"
        QTest.keyClicks(form.words, "osaka")
        until(lambda: form.hits.count() == 1)
        QTest.keyClick(form.words, Qt.Key.Key_Return)
        press(panel, "Add")
        assert [each.words for each in form.list.wanted] == ["Osaka plant", "All things of the class site: 1 there"]
        QTest.keyClick(form.list, Qt.Key.Key_Delete)
        form.add_graph.click()
        form.look.click()
        until(lambda: panel.plan is not None)
        text = panel.sentences.toPlainText()
        assert text.startswith("Differs from this project, both values will stand side by side (1):\nBoston (invented)")
        assert "1 are new here, 1 get something added, 0 have it all" in panel.counts.text()
        window.keeping.saver.use_spell("for the test")
        press(panel, "Copy…")
        until(lambda: panel.states.showing == "empty")
        press(panel, "Copy something else")
        form.look.click()
        until(lambda: panel.states.showing == "empty")  # it has all of it
        panel.again()
        panel.stop()
        assert panel.states.showing == "empty"
        oxigraph_server.empty()
        panel.again()
        until(lambda: panel.states.showing == "failed")
        window.close_tab()
    finally:
        oxigraph_server.empty()


def _mend(window: MainWindow, panel: PublishingPanel, update_url: str, until: Until) -> None:
    """The address for writing is tried without writing anything, and corrected."""
    form = panel.form
    form.server.edit.click()
    until(lambda: window.findChildren(ServerForm))
    (asked,) = window.findChildren(ServerForm)
    asked.test.click()
    until(lambda: "writing does not work" in asked.told.text())
    asked.update_url.setText(update_url)
    asked.test.click()
    until(lambda: asked.told.text().endswith("It takes writes from you."))
    asked.open_button.click()
    until(lambda: form.write_url.text() == update_url)


def test_the_project_is_written_after_a_yes_stopped_and_gone_on_with(
    window: MainWindow, opened: Tabs, oxigraph_server: Server, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    oxigraph_server.empty()
    try:
        wrong = Connection("Plant", oxigraph_server.query_url, allow_private=True, update_url=oxigraph_server.query_url)
        bootstrap.connections().keep(wrong)
        window.action("write_to_server").trigger()
        panel = opened.here
        assert isinstance(panel, PublishingPanel)
        form = panel.form
        until(lambda: form.server.box.count() == 2 and form.graph.text() == f"{DEMO}graph/published")
        form.server.box.setCurrentIndex(1)
        form.server.box.activated.emit(1)
        _mend(window, panel, oxigraph_server.update_url, until)
        form.graph.setText("no address")
        assert not form.look.isEnabled()
        form.graph.setText(f"{DEMO}graph/published")
        form.look.click()
        until(lambda: panel.states.showing == "content")
        assert "20 things marked internal, or know-how without a mark" in panel.visible.text()
        assert not panel.send.isEnabled()
        panel.agreed.setChecked(True)
        monkeypatch.setattr(published, "MOST_STATEMENTS", 6_000)
        panel.send.click()
        assert not panel.may_close()
        (box,) = (each for each in window.findChildren(QMessageBox) if each.isVisible())
        box.close()
        press(panel, "Stop")
        until(lambda: panel.states.showing == "failed")
        assert panel.may_close()
        press(panel, "Go on")
        until(lambda: panel.states.showing == "empty")
        with bootstrap.reading("Plant") as remote:
            assert dict(remote.reader.graphs())[Iri(f"{DEMO}graph/published")] == remote.reader.count() > 14_000
        oxigraph_server.fill(f"<{DEMO}x> <{DEMO}y> <{DEMO}z> <{DEMO}graph/published> .\n".encode())
        press(panel, "Write something else")
        form.look.click()
        until(lambda: panel.states.showing == "content")
        assert "1 of them are not among what is sent now" in panel.holds.text()
        panel.agreed.setChecked(True)
        assert not panel.send.isEnabled()
        panel.replace.setChecked(True)
        assert panel.send.isEnabled()
    finally:
        oxigraph_server.empty()
