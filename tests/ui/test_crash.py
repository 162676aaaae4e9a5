"""An error that nobody foresaw: written down without what is private, told once, and work goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kgapp.ui import crash
from kgapp.ui.crash import Crashes, Report
from kgapp.ui.panels.crash import CrashDialog
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def told() -> list[Report]:
    return []


@pytest.fixture
def crashes(
    qapp: QApplication, tmp_path: Path, told: list[Report], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Crashes]:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda *_: None)
    made = Crashes(tmp_path / "crashes", told.append)
    made.listen()
    yield made
    made.stop()
    made.deleteLater()


def fail(words: str) -> BaseException:
    try:
        try:
            raise KeyError("Maria Gómez")  # noqa: TRY301 - an error that leads to another
        except KeyError as inner:
            raise ValueError(words) from inner
    except ValueError as error:
        return error


def uncaught(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_report_names_places_and_kinds_and_nothing_private(
    crashes: Crashes, told: list[Report], until: Until
) -> None:
    crash.note("undo")
    uncaught(fail("MOI at Leiden is 3 TU/cell"))
    until(lambda: told)
    text = told[0].text
    assert told[0].path is not None
    assert told[0].path.read_text() == text
    assert "tests/ui/test_crash.py" in text
    assert "builtins.ValueError (its text is left out)" in text
    assert "because of\n" in text
    assert "undo" in text
    assert "Python 3." in text
    assert all(private not in text for private in ("Leiden is", str(Path.home()) + "/", os.environ["KGAPP_HOME"]))
    # the line of the program that raised is shown; in a test that line holds the words themselves
    assert text.count("Maria") == text.count('raise KeyError("Maria')


def test_one_dialog_at_a_time_and_the_same_error_once(
    crashes: Crashes, told: list[Report], until: Until, tmp_path: Path
) -> None:
    error = fail("a")
    for _ in range(5):
        uncaught(error)
    until(lambda: len(list((tmp_path / "crashes").glob("crash-*.txt"))) == 5)
    assert len(told) == 1
    crashes.told_enough()
    uncaught(error)
    uncaught(OSError("another"))
    until(lambda: len(told) == 2)
    assert "OSError" in told[1].text


def test_an_error_in_a_thread_is_told_on_the_gui_thread(crashes: Crashes, told: list[Report], until: Until) -> None:
    def work() -> None:
        raise RuntimeError("x")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    until(lambda: told)
    assert "RuntimeError" in told[0].text


def test_an_interrupt_is_no_crash(crashes: Crashes, told: list[Report], qtbot: QtBot, tmp_path: Path) -> None:
    uncaught(KeyboardInterrupt())
    uncaught(RuntimeError())
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert "Interrupt" not in told[0].text


def test_what_qt_cannot_survive_is_written_at_once(
    crashes: Crashes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = crashes.message_handler
    handler(QtMsgType.QtWarningMsg, None, "only a warning")
    assert list((tmp_path / "crashes").glob("crash-*.txt")) == []
    handler(QtMsgType.QtFatalMsg, None, "the end")
    (report,) = (tmp_path / "crashes").glob("crash-*.txt")
    assert "Qt could not go on" in report.read_text()
    assert capsys.readouterr().err == "only a warning\nthe end\n"


def test_reports_do_not_fill_the_disk(crashes: Crashes, told: list[Report], until: Until, tmp_path: Path) -> None:
    folder = tmp_path / "crashes"
    for number in range(80):
        (folder / f"crash-20200101-{number:06}.txt").touch()
    uncaught(RuntimeError())
    until(lambda: told)
    assert len(list(folder.glob("crash-*.txt"))) == 50


def test_a_folder_that_cannot_be_written_still_tells(
    qapp: QApplication, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    (tmp_path / "file").touch()
    told: list[Report] = []
    made = Crashes(tmp_path / "file", told.append)
    made.listen()
    uncaught(RuntimeError())
    until(lambda: told)
    made.stop()
    assert told[0].path is None
    assert "RuntimeError" in told[0].text


HARD = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kgapp.ui.crash import Crashes
program = QCoreApplication([])
crashes = Crashes(Path(sys.argv[1]), print)
crashes.listen()
if sys.argv[2] == "hard":
    ctypes.string_at(0)
crashes.stop()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks about the crash first")
def test_a_hard_crash_is_found_at_the_next_start(crashes: Crashes, tmp_path: Path) -> None:
    folder = tmp_path / "crashes"
    for kind in ("tidy", "hard"):
        subprocess.run([sys.executable, "-c", HARD, str(folder), kind], capture_output=True, check=False)
    found = crashes.left_behind()
    assert found is not None
    assert "Segmentation fault" in found.text
    assert crashes.left_behind() is None


def test_the_dialog_says_what_is_safe_and_lets_go_on(
    window: MainWindow, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    quits: list[bool] = []
    dialog = CrashDialog(Report(tmp_path / "crash-1.txt", "where it was"), lambda: quits.append(True), theme, window)
    buttons = {each.text(): each for each in dialog.findChildren(QPushButton)}
    buttons["Copy the report"].click()
    assert QGuiApplication.clipboard().text() == "where it was"
    buttons["Go on"].click()
    assert not quits
    buttons["Quit"].click()
    assert quits
    earlier = CrashDialog(Report(None, "x"), lambda: None, theme, window, earlier=True)
    assert "Quit" not in {each.text() for each in earlier.findChildren(QPushButton)}


def test_an_error_in_the_running_program_is_told_and_work_goes_on(demo: Path) -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from kgapp.__main__ import main
from kgapp.ui.panels.crash import CrashDialog
from kgapp.ui.window import MainWindow
application = QApplication(sys.argv[:1])
state = []
def look():
    window = next((each for each in application.topLevelWidgets() if isinstance(each, MainWindow)), None)
    if not window or not window.tabs or not window.tabs.map.view.spots:
        return
    if not state:
        state.append("raised")
        raise ZeroDivisionError("private")
    dialog = window.findChild(CrashDialog)
    if dialog:
        print(dialog.isVisible(), "private" in dialog.text.toPlainText().replace('"private"', ""), flush=True)
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "Go on").click()
        timer.stop()
        QTimer.singleShot(0, lambda: (print(window.isVisible(), flush=True), window.close()))
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.argv[1:] = ["open", sys.argv[1]]
sys.exit(main())
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(demo.parent / "config")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(demo)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["True", "False", "True"]), done.stderr
    assert len(list((Path(os.environ["KGAPP_HOME"]) / "crashes").glob("crash-*.txt"))) == 1
