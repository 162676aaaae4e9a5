"""Reports of what the window shows: the file is chosen here; made and written are they off the GUI thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kgapp.domain.document import Document
from kgapp.services.batches.equivalence import Student
from kgapp.services.ports import Reasoner
from kgapp.services.reports.kinds import FileKind
from kgapp.services.reports.origin import Asked
from kgapp.services.updating import Updates
from kgapp.ui import places
from kgapp.ui.answer_export import AnswerExports
from kgapp.ui.bundles import Bundles
from kgapp.ui.key_ring import KeyRing
from kgapp.ui.panels.target import with_ending
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import mark, said, tr
from kgapp.ui.workbooks import Workbooks

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.doors import Doors
    from kgapp.ui.servers import Servers
    from kgapp.ui.window import MainWindow

_KINDS: Final = {
    FileKind.PDF: mark("PDF, to print and to file (*.pdf)"),
    FileKind.WORD: mark("Word document (*.docx)"),
    FileKind.WORKBOOK: mark("Excel workbook (*.xlsx)"),
    FileKind.HTML: mark("Web page (*.html)"),
}
_NAME: Final = 60
_NOT_IN_NAMES: Final = re.compile(r"[^\w.+-]+")


def save_at_head(desk: Desk, name: str, make: Callable[[str, Asked], Document]) -> None:
    """Save a report of what does not know its revision; ``make`` is given the hash of the newest one."""
    desk.project.read(
        lambda reader: reader.head(),
        lambda head: desk.save_report(name, lambda asked: make(head.hash if head else "", asked)),
        desk.tell,
        "report",
    )


class Reports(QObject):
    """Asks where a report goes, and has it made."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self.workbooks = Workbooks(window, doors)
        """Gap lists that go out to partners and come back."""
        self.bundles = Bundles(window, doors)
        """Bundles of other companies."""
        self.keys = KeyRing(window, doors)
        """The keys of bundles."""
        self.answers = AnswerExports(window, doors)
        """Answers of questions and queries."""

    @property
    def servers(self) -> Servers:
        """The servers that this window knows, to copy from and to write to."""
        return self._window.opening.servers

    def student(self) -> Student:
        """Student's t distribution. Raises ``Missing`` where it is not installed."""
        return self._doors.student()

    def updates(self) -> Updates:
        """What runs an update on a copy: one for each look at one."""
        return self._doors.updates()

    def reasoner(self) -> Reasoner:
        """What reasons with logic; whoever asks it stops it."""
        return self._doors.reasoner()

    def save(self, name: str, project: str, make: Callable[[Asked], Document]) -> None:
        """Ask for a file and write a report to it; ``project`` names what it was made of. ``make`` runs off the GUI thread."""
        start = str(places.home() / f"{_NOT_IN_NAMES.sub('-', name)[:_NAME].strip('-.') or 'report'}.pdf")
        kinds = ";;".join(said(words) for words in _KINDS.values())
        chosen, kind = QFileDialog.getSaveFileName(self._window, tr("Save the report"), start, kinds)
        if not chosen:
            return
        path = self._with_end(chosen, kind)
        if path is not None:
            self._write(path, project, make)

    def _write(self, path: Path, project: str, make: Callable[[Asked], Document]) -> None:
        asked = Asked(project, self._doors.author(), datetime.now(UTC))
        strip = f"report {path}"
        self._window.banners.show_strip(strip, tr("Writing {file}…").format(file=line(path.name)))

        def done(_: None) -> None:
            self._window.banners.drop(strip)
            self._window.say(tr("Saved {path}").format(path=line(str(path))))

        def failed(failure: Failure) -> None:
            self._window.banners.drop(strip)
            self._window.tell(failure)

        self._window.tasks.print(lambda: self._doors.save_document(make(asked), path), done=done, failed=failed)

    def _with_end(self, chosen: str, kind: str) -> Path | None:
        """The file with the end of the kind that was chosen, where its name has none of a report; ``None``: not there."""
        if Path(chosen).suffix.lower() in {*(each.value for each in FileKind), ".htm"}:
            return Path(chosen)
        found = next((each for each, words in _KINDS.items() if said(words) == kind), FileKind.PDF)
        return with_ending(self._window, chosen, found.value)
