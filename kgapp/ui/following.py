"""A window that may only read looks now and then what the one that writes has done, and whether it has gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kgapp.services import following
from kgapp.services.workspace import Workspace
from kgapp.ui.project import OpenProject, Status
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow

EVERY_MS: Final = 3_000
_TOPIC: Final = "following"


class Following(QObject):
    """Looks every few seconds, on the asker's thread, as long as it lives."""

    freed = Signal()
    """Nobody writes the project any more."""

    def __init__(self, project: OpenProject, held_by: Callable[[], str], seen: int) -> None:
        super().__init__(project)
        self._project, self._held_by, self._seen = project, held_by, seen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look)
        project.closing.connect(self._end)
        self._timer.start()

    def _look(self) -> None:
        held_by, seen = self._held_by, self._seen

        def look(workspace: Workspace) -> tuple[int, str]:
            return following.catch_up(workspace, seen), held_by()

        self._project.ask(look, self._tell, lambda _: self._timer.start(), _TOPIC)

    def _tell(self, found: tuple[int, str]) -> None:
        self._seen, holder = found
        if not holder:
            self.freed.emit()
        self._timer.start()

    def _end(self) -> None:
        """What is on its way is of a project that is closed: the next one has nothing to do with it."""
        self._timer.stop()
        self._project.forget(_TOPIC)


def begin(window: MainWindow, doors: Doors, status: Status) -> Following:
    """Keep up with whoever writes the project of a window, and say when they have gone."""
    path, again = status.path, lambda: window.open(status.path)
    made = Following(window.project, lambda: doors.held_by(path), status.revision)
    words = tr("You can read this project, not change it: {why}").format(why=line(status.read_only_because, 300))
    window.banners.show_strip("read-only", words, (tr("Try to write"), again))
    free = tr("Nobody else writes this project any more.")
    made.freed.connect(lambda: window.banners.show_strip("read-only", free, (tr("Write here"), again)))
    return made
