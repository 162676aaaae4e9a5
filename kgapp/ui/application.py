"""Runs the window."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from kgapp.ui import places, words
from kgapp.ui.collecting import Collector
from kgapp.ui.crash import Crashes, Report
from kgapp.ui.doors import Doors
from kgapp.ui.panels.crash import CrashDialog
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

_LISTEN_MS = 250
_SWITCH_S = 0.000_25
"""So long another thread may hold the interpreter while the window wants it: for each of the many calls of a repaint."""


def run(project: Path | str | None, doors: Doors) -> int:
    """Run the window until it is closed; returns the exit code.

    Without a project: the one opened last, else a page with the ways to begin.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    dress(application)
    words.load(application)
    theme = Theme(application)
    theme.apply()
    window = MainWindow(doors, theme)
    crashes = watch(window, doors.crash_folder())
    window.show()
    begin(window, project)
    _quit_on_interrupt(application, window)
    collector = Collector(application)
    code = application.exec()
    window.close()
    collector.stop()
    crashes.stop()
    return code


def watch(window: MainWindow, folder: Path) -> Crashes:
    """Tell of what nobody caught, in one dialog at a time, and of a hard crash of the last run."""

    def tell(report: Report, *, earlier: bool = False) -> None:
        dialog = CrashDialog(report, window.close, window.theme, window, earlier=earlier)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(crashes.told_enough)
        dialog.open()

    crashes = Crashes(folder, tell, window)
    earlier = crashes.left_behind()
    crashes.listen()
    if earlier is not None:
        QTimer.singleShot(0, window, lambda: tell(earlier, earlier=True))
    return crashes


def dress(application: QApplication) -> None:
    """Names, the style that every platform draws alike, and threads that make way for the window soon."""
    sys.setswitchinterval(_SWITCH_S)
    application.setOrganizationName("kgapp")
    application.setApplicationName("kgapp")
    application.setApplicationDisplayName("kgapp")
    application.setStyle("Fusion")


def begin(window: MainWindow, project: Path | str | None) -> None:
    """Open what was asked for, or what was open last, or ask."""
    found = project or places.last()
    if found is not None:
        window.open(found)
    else:
        window.start()


def _quit_on_interrupt(application: QApplication, window: MainWindow) -> None:
    """Ctrl+C in the terminal closes the window like its close button: Python looks at signals only when it runs."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    signal.signal(signal.SIGINT, lambda *_: window.close())
    listening = QTimer(window)
    listening.timeout.connect(lambda: None)
    listening.start(_LISTEN_MS)
    application.lastWindowClosed.connect(listening.stop)
