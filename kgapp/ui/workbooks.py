"""Gap lists as files: asks where they go or come from; written and read off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kgapp.domain.terms import Iri
from kgapp.domain.workbook import Book
from kgapp.services.transfer import returned, sending
from kgapp.services.transfer.gaps import Line, Meeting
from kgapp.services.transfer.returned import Returned
from kgapp.services.workspace import Workspace
from kgapp.ui import bundle_places, places
from kgapp.ui.panels.target import with_ending
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.tasks import Failure
    from kgapp.ui.window import MainWindow

ENDING = ".xlsx"


class Workbooks(QObject):
    """Writes gap lists for partners and reads what they answered."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors

    def send(self, meeting: Meeting, lines: tuple[Line, ...]) -> None:
        """Ask for a file and write some lines to it."""
        name = "".join(each if each.isalnum() else "-" for each in f"gaps-{meeting.title}").strip("-")
        kinds = f"{tr('Excel workbook')} (*{ENDING})"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Send the list as a workbook"), str(places.home() / f"{name}{ENDING}"), kinds
        )
        if not chosen:
            return
        path = Path(chosen) if chosen.lower().endswith(ENDING) else with_ending(self._window, chosen, ENDING)
        if path is not None:
            self.write(path, meeting, lines)

    def write(self, path: Path, meeting: Meeting, lines: tuple[Line, ...]) -> None:
        """Write some lines to a file, but for those that do not leave the company."""

        def work(workspace: Workspace) -> int:
            content = sending.workbook(workspace.reader, meeting, lines, workspace.author.name)
            self._doors.save_gaps(content, path)
            return len(sending.withheld(workspace.reader, lines))

        self._window.project.ask(
            work, lambda kept: self._written(path, len(lines), kept), self._window.tell, "gap workbook"
        )

    def choose(self) -> Path | None:
        """Ask for a workbook that came back."""
        kinds = f"{tr('Excel workbook')} (*{ENDING})"
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("A gap list that came back"), str(places.home()), kinds
        )
        return Path(chosen) if chosen else None

    def choose_and_read(self) -> None:
        """Ask for a workbook of anybody, and open it beside the project."""
        kinds = f"{tr('Workbooks and tables')} (*.xlsx *.csv)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Read a workbook"), str(places.home()), kinds)
        if chosen:
            self._window.open_place(bundle_places.workbook_of(chosen))

    def book(self, path: Path) -> Book:
        """What stands in a workbook; not on the GUI thread. Raises ``BadInput``."""
        return self._doors.read_workbook(path)

    def read(
        self, path: Path, project: Iri, done: Callable[[Returned], None], failed: Callable[[Failure], None], topic: str
    ) -> None:
        """Compare a workbook with what was sent and what is recorded."""
        doors = self._doors
        self._window.project.ask(
            lambda workspace: returned.compare(workspace.reader, project, doors.read_workbook(path)),
            done,
            failed,
            topic,
        )

    def _written(self, path: Path, lines: int, kept: int) -> None:
        words = tr("{count} rows written to {file}.").format(count=number(lines - kept), file=line(str(path)))
        if kept:
            words += " " + tr(
                "Left out: {count} rows about what is internal, personal or not marked for partners."
            ).format(count=number(kept))
        self._window.say(words)
