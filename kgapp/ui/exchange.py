"""RDF files in and out of the open project, with what was read so far and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.syntaxes import OWL_EXTENSION, SYNTAXES, Syntax
from kgapp.domain.terms import Iri
from kgapp.services import exchange
from kgapp.services.exchange import Exported, Part
from kgapp.services.ports import RdfFiles
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace
from kgapp.ui import places
from kgapp.ui.panels.target import with_ending
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.banners import Banners

_STRIP = "files"


class Exchange(QObject):
    """One import or export at a time."""

    _read = Signal(int)

    def __init__(self, desk: Desk, window: QWidget, files: Callable[[], RdfFiles], banners: Banners) -> None:
        super().__init__(window)
        self._desk, self._window, self._files, self._banners = desk, window, files, banners
        self._watch: Watch | None = None
        self._names = ""
        self._read.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def choose_and_import(self) -> None:
        """Ask for files and add their statements."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Import"), str(places.home()), _readable())
        if chosen:
            self.import_files(tuple(Path(each) for each in chosen))

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Add the statements of files as one step, after the reason was asked."""
        self._names = ", ".join(path.name for path in paths)
        watch = Watch(lambda read, _total: self._read.emit(read))
        self._watch = watch
        files = self._files()

        def work(workspace: Workspace, why: str) -> Revision | None:
            return exchange.import_files(workspace, files, paths, why=why, watch=watch).revision

        self._desk.save(
            Step(tr("Import {files}").format(files=self._names), work, self._imported, self._failed, self._finished)
        )

    def choose_and_export(self) -> None:
        """Ask what to write and where."""
        self._desk.project.read(lambda reader: reader.graphs(), self._ask_part, self._desk.tell, "graphs")

    def stop(self) -> None:
        """Stop reading; nothing is added then."""
        if self._watch is not None:
            self._watch.stop()

    def _ask_part(self, graphs: tuple[tuple[Iri, int], ...]) -> None:
        suffixes = ";;".join(_pattern(syntax) for syntax in SYNTAXES)
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, tr("Export statements"), str(places.home() / "export.nq"), suffixes
        )
        if not chosen:
            return
        syntax = next((one for one in SYNTAXES if _pattern(one) == kind), SYNTAXES[0])
        path = Path(chosen) if Path(chosen).suffix else with_ending(self._window, chosen, syntax.extensions[0])
        part = self._part(graphs, path) if path is not None else None
        if path is not None and part is not None:
            self._export(path, part)

    def _part(self, graphs: tuple[tuple[Iri, int], ...], path: Path) -> Part | None:
        """Everything, or what the user chooses where the syntax holds one graph only; ``None`` when he cancels."""
        one_only = any(path.suffix.lower() in each.extensions and not each.has_graphs for each in SYNTAXES)
        if not one_only or len(graphs) < 2:
            return Part()
        together = tr("All of them together")
        names = [together, *(f"{line(name, 200)} ({number(count)})" for name, count in graphs)]
        asked = tr("This kind of file holds one graph, the project has {count}. Which?").format(count=len(graphs))
        chosen, given = QInputDialog.getItem(self._window, tr("Export statements"), asked, names, 0, False)
        if not given:
            return None
        return Part(merge=True) if chosen == together else Part(graphs[names.index(chosen) - 1][0])

    def _export(self, path: Path, part: Part) -> None:
        files = self._files()
        self._names = path.name
        self._banners.show_strip(_STRIP, tr("Writing {file}…").format(file=line(path.name)))
        self._desk.project.ask(
            lambda workspace: exchange.export(workspace.reader, files, path, part), self._exported, self._failed, _STRIP
        )

    def _tell_progress(self, read: int) -> None:
        if self._watch is not None:
            words = tr("Importing {files}: {count} statements read…")
            said = words.format(files=line(self._names), count=number(read))
            self._banners.show_strip(_STRIP, said, (tr("Stop"), self.stop))

    def _imported(self, revision: Revision | None) -> None:
        self._finished()
        if revision is None:
            self._desk.say(tr("Nothing new: the project holds all of it already."))
        else:
            words = tr("Revision {number}: {count} statements added.")
            self._desk.say(words.format(number=number(revision.seq), count=number(revision.added_count)))

    def _exported(self, done: Exported) -> None:
        self._finished()
        words = tr("{count} statements written to {file}.")
        self._desk.say(words.format(count=number(done.statements), file=line(str(done.path))))

    def _failed(self, failure: Failure) -> None:
        self._finished()
        self._desk.tell(failure)

    def _finished(self) -> None:
        self._watch = None
        self._banners.drop(_STRIP)


def _pattern(syntax: Syntax) -> str:
    return f"{syntax.name} ({' '.join(f'*{extension}' for extension in syntax.extensions)})"


def _readable() -> str:
    every = " ".join(f"*{extension}" for syntax in SYNTAXES for extension in syntax.extensions)
    return f"{tr('Files with statements')} ({every} *{OWL_EXTENSION});;{tr('All files')} (*)"
