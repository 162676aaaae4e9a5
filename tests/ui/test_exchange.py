"""RDF files in and out through the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QMessageBox

from kgapp.ui.panels.reason import ReasonDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
GRAPHS = '<http://e.org/a> <http://e.org/p> "7.40" <http://e.org/{graph}> .\n'


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """The user chooses this file in the dialogs of the system."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def say_why(until: Until, why: str = "from the laboratory") -> None:
    until(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setText(why)
    dialog.save.click()


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.statusBar().findChildren(QLabel))


def test_a_file_becomes_one_revision_that_can_be_exported_again(
    window: MainWindow, opened: Tabs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    source, target = tmp_path / "in.nq", tmp_path / "out.nq"
    source.write_text(GRAPHS.format(graph="x"))
    choose(monkeypatch, source)
    window.exchange.choose_and_import()
    say_why(until)
    until(lambda: "revision 2" in said(window).lower())
    assert window.banners.words() == ()
    choose(monkeypatch, target)
    window.exchange.choose_and_export()
    until(target.exists)
    until(lambda: window.tasks.idle)
    assert GRAPHS.format(graph="x").strip() in target.read_text().splitlines()


@pytest.mark.parametrize("answer", ["Cancel", "Replace"])
def test_a_file_chosen_without_its_ending_is_not_replaced_unasked(
    window: MainWindow, opened: Tabs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until, answer: str
) -> None:
    target = tmp_path / "out.nq"
    target.write_text("mine")
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: next(each for each in box.buttons() if each.text() == answer).click()
    )
    choose(monkeypatch, tmp_path / "out")
    window.exchange.choose_and_export()
    if answer == "Replace":
        until(lambda: target.read_text() != "mine")
    until(lambda: window.tasks.idle)
    assert (target.read_text() == "mine") == (answer == "Cancel")


def test_a_bad_file_is_a_sentence_and_changes_nothing(
    window: MainWindow, opened: Tabs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    source = tmp_path / "in.ttl"
    source.write_text("this is not Turtle")
    choose(monkeypatch, source)
    window.exchange.choose_and_import()
    say_why(until)
    until(lambda: window.findChild(QMessageBox))
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "in.ttl" in box.text()
    box.close()
    until(lambda: "revision 1" in said(window))


def test_a_stopped_import_adds_nothing(
    window: MainWindow, opened: Tabs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    source = tmp_path / "in.nt"
    source.write_text("".join(f'<http://e.org/{number}> <http://e.org/p> "x" .\n' for number in range(200_000)))
    choose(monkeypatch, source)
    window.exchange.choose_and_import()
    say_why(until)
    until(window.banners.words)
    window.exchange.stop()
    until(lambda: window.findChild(QMessageBox))
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "stopped" in box.text()
    box.close()
    until(lambda: "revision 1" in said(window))


@pytest.mark.parametrize(("answer", "expected"), [(0, 2), (1, 1), (None, 0)])
def test_a_kind_of_file_with_one_graph_asks_which(
    window: MainWindow,
    opened: Tabs,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until: Until,
    answer: int | None,
    expected: int,
) -> None:
    source, target = tmp_path / "in.nq", tmp_path / "out"
    source.write_text(GRAPHS.format(graph="x") + GRAPHS.format(graph="y").replace("7.40", "007"))
    choose(monkeypatch, source)
    window.exchange.choose_and_import()
    say_why(until)
    until(lambda: "revision 2" in said(window).lower())

    def asked(*arguments: object) -> tuple[str, bool]:
        names = arguments[3]
        assert isinstance(names, list)
        wanted = [name for name in names if "e.org/x" in name] if answer else names
        return (wanted[0], True) if answer is not None else ("", False)

    monkeypatch.setattr(QInputDialog, "getItem", asked)
    choose(monkeypatch, target, "N-Triples (*.nt)")
    window.exchange.choose_and_export()
    until(lambda: window.tasks.idle)
    written = target.with_suffix(".nt")
    assert (written.read_text().count("<http://e.org/a>") if written.exists() else 0) == expected
