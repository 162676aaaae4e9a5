"""The strip above a server that is read in the place of a project: what it is, as of when, and what does not work on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer

from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow

STRIP: Final = "server"
_SHOWN_AFTER_MS: Final = 300


class ServerStrip(QObject):
    """Lives as long as the project that is read; Stop can be pressed while something takes long."""

    def __init__(self, window: MainWindow, name: str, reload: Callable[[], None]) -> None:
        super().__init__(window.project)
        self._tasks = window.tasks
        when = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
        words = tr(
            "Server: {name}, read-only, as of {when}. A thing stays as it was when it was first read. "
            "Editing, history, findings, attachments, import and export need a project file."
        ).format(name=line(name, 200), when=when)
        stop, again = window.banners.show_strip(
            STRIP, words, (tr("Stop"), window.project.stop_all), (tr("Reload"), reload)
        )
        stop.setToolTip(tr("Give up what the server is asked now"))
        again.setToolTip(tr("Read everything anew"))
        stop.setEnabled(False)
        self._stop = stop
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show)
        self._tasks.idle_changed.connect(self._follow)

    def _follow(self, idle: bool) -> None:
        if idle:
            self._late.stop()
            self._stop.setEnabled(False)
        elif not self._late.isActive():
            self._late.start()

    def _show(self) -> None:
        self._stop.setEnabled(not self._tasks.idle)
