"""A server in the place of a project: opened, read, told what does not work on it, and survived when it goes away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kgapp import bootstrap
from kgapp.domain.connections import Connection, SignIn
from kgapp.ui import places, places_table
from kgapp.ui.panels.history import HistoryPanel
from kgapp.ui.panels.server_form import Chosen, ServerForm
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow
from tests.servers import Hostile, Server

Until = Callable[[Callable[[], object]], None]


def press(window: MainWindow, words: str) -> None:
    found = [each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_a_server_is_read_like_a_project_and_says_what_needs_a_file(
    window: MainWindow, demo: Path, oxigraph_server: Server, until: Until
) -> None:
    with bootstrap.reading(demo) as project, project.reader.snapshot() as snapshot:
        oxigraph_server.empty()
        oxigraph_server.fill(b"".join(snapshot.chunks))
    try:
        bootstrap.connections().keep(Connection("Plant", oxigraph_server.query_url, allow_private=True))
        window.open("plant")
        until(lambda: window.tabs is not None and window.tabs.map.view.spots)
        until(lambda: window.tasks.idle)
        assert not window.project.writable
        assert "Server: Plant" in window.banners.words()[0]
        assert all(window.action(name).isEnabled() for name in ("search", "assess", "map", "questions"))
        off = ("import", "export", "history", "undo", "new_thing", "check_all", "inspect")
        assert not any(window.action(name).isEnabled() for name in off)
        assert window.findings.nothing_watched[0] == "A server is not checked"
        window.open_place(places_table.HISTORY)
        assert window.tabs is not None
        history = window.tabs.here
        assert isinstance(history, HistoryPanel)
        until(lambda: history.states.showing == "empty")
        assert places.recent()[0].target == "Plant"
        assert places.last() is None, "nothing is asked of a server unasked"
        press(window, "Reload")
        until(lambda: window.tabs is not None and window.tabs.here not in (history, window.tabs.map))
        assert isinstance(window.tabs.here, HistoryPanel), "the view in front came back"
    finally:
        oxigraph_server.empty()


def test_what_keeps_a_server_from_being_read_is_said_and_it_can_be_stopped(
    window: MainWindow, hostile: Hostile, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    hostile.answer = lambda talk: talk.send(b"<html><title>Log in</title><input type=password></html>", "text/html")
    window.open(hostile.url)
    until(lambda: window.states.showing == "failed")
    assert not window.has_project
    hostile.answer = lambda talk: talk.wait()
    press(window, "Try again")
    until(lambda: len(hostile.asked) > 1)
    assert window.states.showing == "busy"
    press(window, "Stop")
    assert window.states.showing == "failed"
    press(window, "Change the connection…")
    until(lambda: window.findChildren(ServerForm))
    form = window.findChildren(ServerForm)[0]
    assert form.url.text() == hostile.url
    form.private.setChecked(True)
    hostile.answer = lambda talk: talk.send(b"", status=500)
    form.test.click()
    until(lambda: "(500)" in form.told.text())
    form.reject()


def test_the_form_says_what_is_wrong_and_keeps_no_secret_in_a_connection(window: MainWindow, theme: Theme) -> None:
    kept = Connection("Old", "https://e.org/sparql", SignIn.DIGEST, "me")
    form = ServerForm((kept,), theme, window)
    form.url.setText("ftp://e.org")
    assert not form.open_button.isEnabled()
    form.fill(kept)
    form.secret.setText("s")
    chosen = form.chosen()
    assert isinstance(chosen, Chosen)
    assert (chosen.connection, chosen.secret, chosen.keep, chosen.name) == (kept, "s", True, "Old")
    form.way.setCurrentIndex(0)
    assert not form.user.isEnabled()
    form.close()
