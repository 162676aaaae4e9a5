"""Reports out of the window: four kinds of file, written off the GUI thread, never over a file unasked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from kgapp.domain.document import Document, Origin, Paragraph, plain
from kgapp.domain.errors import BadInput
from kgapp.services.reports.origin import Asked
from kgapp.ui.panels.control import ControlPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> list[str]:
    """The user chooses this file, or none; the answer holds what was offered."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        offered.extend((start, kinds))
        return (str(path) if path else "", kind)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def test_a_report_is_made_off_the_gui_thread_as_what_its_name_says_and_a_failure_is_a_sentence(
    window: MainWindow, opened: Tabs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    threads: list[threading.Thread] = []
    spoken: list[str] = []
    monkeypatch.setattr(window, "say", spoken.append)

    def make(asked: Asked) -> Document:
        threads.append(threading.current_thread())
        origin: Origin = asked.origin(("Revision", "a"))
        return Document("Kind", "Title", (Paragraph(plain("One line.")),), (), origin, ("Purpose.",))

    offered = choose(monkeypatch, tmp_path / "whole.docx")
    window.save_report("MOI at Leiden: 3 → 5 TU/cell", make)
    until((tmp_path / "whole.docx").exists)
    until(lambda: spoken[-1:] == [f"Saved {tmp_path / 'whole.docx'}"])
    assert Path(offered[0]).name == "MOI-at-Leiden-3-5-TU-cell.pdf"
    assert all(end in offered[1] for end in ("*.pdf", "*.docx", "*.xlsx", "*.html"))
    assert threads
    assert threads[0] is not threading.main_thread()

    choose(monkeypatch, tmp_path / "named 1.2", "Excel workbook (*.xlsx)")
    window.save_report("…", make)
    until((tmp_path / "named 1.2.xlsx").exists)
    choose(monkeypatch, None)
    window.save_report("never", make)
    until(lambda: window.tasks.idle)
    assert len(threads) == 2

    (tmp_path / "mine.pdf").write_text("mine")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    choose(monkeypatch, tmp_path / "mine")
    window.save_report("never", make)
    until(lambda: window.tasks.idle)
    assert (tmp_path / "mine.pdf").read_text() == "mine"

    window.open_place("control")
    until(lambda: isinstance(opened.currentWidget(), ControlPanel))
    panel = opened.currentWidget()
    assert isinstance(panel, ControlPanel)
    assert not panel.report.isEnabled()
    panel.save_report()
    until(panel.report.isEnabled)
    choose(monkeypatch, tmp_path / "control.html")
    panel.report.click()
    until((tmp_path / "control.html").exists)
    assert "Control strategy" in (tmp_path / "control.html").read_text(encoding="utf-8")

    told: list[str] = []
    monkeypatch.setattr(window, "tell", lambda failure: told.append(failure.sentence))

    def refuse(_asked: Asked) -> Document:
        raise BadInput("It cannot be made.")

    window.save_report("x", refuse)
    until(lambda: told)
    assert told == ["It cannot be made."]
    assert window.banners.words() == ()
