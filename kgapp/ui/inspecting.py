"""Inspection mode: the window shows a read-only copy without what is internal, until it goes back to the project."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from kgapp.domain.history import Revision
from kgapp.services.workspace import Workspace
from kgapp.ui.panels.inspect_form import InspectForm
from kgapp.ui.project import Status
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow

STRIP: Final = "inspection"
_OFFERED: Final = 200


class Inspecting(QObject):
    """Makes the copy, opens it, and goes back; an older copy is taken away when a new one is made."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self._project: Path | None = None

    def begin(self) -> None:
        """Ask as of which revision, then show the copy."""
        window = self._window
        window.project.read(
            lambda reader: (reader.meta().path, reader.revisions(limit=_OFFERED)), self._ask, window.tell, STRIP
        )

    def show(self, status: Status) -> None:
        """Say above the window that it shows a copy, and how to leave it."""
        leave = ((tr("Leave inspection mode"), self.leave),) if self._project is not None else ()
        self._window.banners.show_strip(STRIP, line(status.read_only_because, 600), *leave)

    def leave(self) -> None:
        """Back to the project."""
        project, self._project = self._project, None
        if project is not None:
            self._window.open(project)

    def _ask(self, found: tuple[Path, tuple[Revision, ...]]) -> None:
        path, revisions = found
        window = self._window
        InspectForm(revisions, lambda seq: self._make(path, seq), window.theme, window).open()

    def _make(self, project: Path, seq: int | None) -> None:
        folder, window = self._doors.inspection_folder(), self._window
        copy = folder / f"{project.stem} inspection.kgproject"

        def make(workspace: Workspace) -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.iterdir():
                with contextlib.suppress(
                    OSError
                ):  # what another window shows may be held open: it is replaced next time
                    old.unlink()
            self._doors.create_inspection(workspace.reader, copy, seq)
            return copy

        window.say(tr("Making the copy for the inspection…"))
        window.project.ask(make, lambda made: self._open(made, project), window.tell, STRIP)

    def _open(self, copy: Path, project: Path) -> None:
        self._project = project
        self._window.say("")  # what is said covers the status of the copy
        self._window.open(copy)
