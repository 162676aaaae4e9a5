"""Answers as files: where they go is asked here; they are asked for again and written off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kgapp.services import answer_files, queries
from kgapp.services.answer_files import Asked, Kind, Saved
from kgapp.services.ports import SparqlSource
from kgapp.services.queries import Result
from kgapp.services.shown_answers import Answered
from kgapp.services.workspace import Workspace
from kgapp.ui import places
from kgapp.ui.panels.target import with_ending
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow

SECONDS = 600.0
"""So long a file may take."""
Source = Callable[[Workspace], SparqlSource]

NAMES = {
    "xlsx": mark("Excel workbook"),
    "csv-guarded": mark("CSV for spreadsheets (no cell is calculated)"),
    "csv": mark("CSV, exact"),
    "tsv": mark("TSV with types (SPARQL 1.1)"),
    "json": mark("SPARQL JSON"),
    "xml": mark("SPARQL XML"),
    "ttl": mark("Turtle"),
    "nt": mark("N-Triples"),
    "trig": mark("TriG"),
    "nq": mark("N-Quads"),
}


class AnswerExports(QObject):
    """Writes whole answers; one that is shown in part is written whole."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors

    def choose_and_save(self, answered: Answered, kind: Kind, source: Source) -> None:
        """Ask for a file and write the answer to it."""
        pattern = f"{said(NAMES[kind.key])} (*{kind.suffix})"
        start = str(places.home() / f"answer{kind.suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save the answer"), start, pattern)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != kind.suffix:
            named = with_ending(self._window, chosen, kind.suffix)
            if named is None:
                return
            path = named
        self.save(answered, kind, path, source)

    def save(self, answered: Answered, kind: Kind, path: Path, source: Source) -> None:
        """Ask again and write all rows, with the revision that they are true of then."""
        window, doors = self._window, self._doors
        strip = f"answer {path}"
        window.banners.show_strip(
            strip, tr("Writing {file}…").format(file=line(path.name)), (tr("Stop"), lambda: window.project.stop(strip))
        )

        def work(workspace: Workspace) -> Saved:
            reader = workspace.reader
            notes = (answered.note,) if answered.note else ()
            asked = Asked(answered.query, answered.sentence, reader.meta().path.name, notes)
            with _run(workspace, source(workspace), answered.query) as result:
                return answer_files.save(reader, result, asked, path, kind, doors.save_answer_book)

        def done(saved: Saved) -> None:
            window.banners.drop(strip)
            window.say(_done(answered, saved))

        def failed(failure: Failure) -> None:
            window.banners.drop(strip)
            window.tell(failure)

        window.project.ask(work, done, failed, strip)


def _run(workspace: Workspace, source: SparqlSource, query: str) -> AbstractContextManager[Result]:
    return queries.run(workspace.reader, source, query, timeout_s=SECONDS)


def _done(answered: Answered, saved: Saved) -> str:
    """What was written; that the project had changed since, and how many cells were marked as text."""
    files = tr(" and ").join(line(str(each.name)) for each in saved.files)
    words = [tr("{count} rows written to {files}.").format(count=number(saved.rows), files=files)]
    if saved.guarded:
        words.append(tr("{count} cells begin with an apostrophe now.").format(count=number(saved.guarded)))
    words += saved.notes
    if saved.revision != answered.revision:
        words.append(tr("The file is true of revision {revision}.").format(revision=saved.revision))
    return " ".join(words)
