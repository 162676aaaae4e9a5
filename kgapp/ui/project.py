"""The open project as the window sees it: every question and every change goes through ``tasks``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kgapp.domain.history import Revision
from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri
from kgapp.services import change_choices, for_inspection, history, process_map, revision_log, search
from kgapp.services.assessments import reading
from kgapp.services.change_choices import Choices
from kgapp.services.events import ChangeCommitted
from kgapp.services.impact import assess
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader
from kgapp.services.process_board import ProcessMap
from kgapp.services.revision_log import NextSteps
from kgapp.services.search import Found
from kgapp.services.workspace import Workspace
from kgapp.ui.tasks import Failure, Tasks

T = TypeVar("T")
Failed = Callable[[Failure], None]

SEARCH_SHOWN = 40
_UNDONE = "undone in the window"
_REDONE = "redone in the window"


@dataclass(frozen=True, slots=True)
class Status:
    """What the status bar says, and what undo and redo would do."""

    path: Path
    revision: int
    statements: int
    steps: NextSteps
    read_only_because: str
    inspection: bool = False
    """Whether this is a copy for an inspection, which nobody writes."""
    open_assessments: int = 0
    endpoint: str = ""
    """The address of the server that is shown in the place of a file."""

    @property
    def name(self) -> str:
        """What the project is called."""
        return self.path.name if self.endpoint else self.path.stem

    @property
    def undo(self) -> str:
        """The name of the step to undo; empty when there is none."""
        return self.steps.undo[0][1] if self.steps.undo else ""

    @property
    def redo(self) -> str:
        """The name of the step to redo; empty when there is none."""
        return self.steps.redo[0][1] if self.steps.redo else ""


class OpenProject(QObject):
    """One project. Made on the GUI thread with a workspace that was opened elsewhere."""

    changed = Signal(object)
    """A ``ChangeCommitted``, on the GUI thread."""
    closing = Signal()
    """It is being put away: whatever works on it must let go."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._closed = False
        self._heard = _Heard(self)
        self._heard.told.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._deaf = workspace.events.listen(self._heard.told.emit)

    @property
    def closed(self) -> bool:
        """Whether it was put away: nothing more is read of it."""
        return self._closed

    @property
    def writable(self) -> bool:
        """Whether this window may change the project."""
        return self._workspace.writable

    @property
    def read_only_because(self) -> str:
        """Why this window may not change the project, in words."""
        return self._workspace.read_only_because or "This project was opened for reading."

    @property
    def endpoint(self) -> str:
        """The address of the server that is read in the place of a file; empty for a file."""
        return self._workspace.endpoint

    def start_engine(self) -> None:
        """Begin loading behind what the user sees."""
        self._workspace.engine.start()

    def when_ready(self, meanwhile: Callable[[], None], done: Callable[[None], None], failed: Failed) -> None:
        """Do something while the engine loads, then tell when it answers."""

        def wait() -> None:
            meanwhile()
            self._workspace.engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")

        self._tasks.ask(wait, done=done, failed=failed, topic="engine")

    def status(self, done: Callable[[Status], None], failed: Failed) -> None:
        """Where the project stands."""
        self._read(lambda reader: _status(reader, self._workspace.read_only_because), done, failed, "status")

    def board(
        self,
        done: Callable[[ProcessMap], None],
        failed: Failed,
        process: Iri | None = None,
        reference: Iri | None = None,
    ) -> None:
        """The process map of a general process, compared with a site; without them the first of each."""
        self._read(lambda reader: process_map.process_map(reader, process, reference), done, failed, "map")

    def find(self, words: str, done: Callable[[Found], None], failed: Failed) -> None:
        """Things that fit some words; only the newest question is answered."""
        self._read(lambda reader: search.find(reader, words, limit=SEARCH_SHOWN), done, failed, "search")

    def choices(self, entity: Iri, done: Callable[[Choices], None], failed: Failed) -> None:
        """What a change of an entity can be."""
        self._read(lambda reader: change_choices.choices(reader, entity), done, failed, "choices")

    def impact(self, question: Question, topic: str, done: Callable[[ImpactReport], None], failed: Failed) -> None:
        """What a change touches."""
        self.ask(lambda workspace: assess.of_workspace(workspace, question), done, failed, topic)

    def undo(self, done: Callable[[Revision], None], failed: Failed) -> None:
        """Take the newest step back."""
        self._tasks.write(lambda: history.undo(self._workspace, _UNDONE), done=done, failed=failed)

    def redo(self, done: Callable[[Revision], None], failed: Failed) -> None:
        """Take the newest undo back."""
        self._tasks.write(lambda: history.redo(self._workspace, _REDONE), done=done, failed=failed)

    def undo_to(self, seq: int, done: Callable[[tuple[Revision, ...]], None], failed: Failed) -> None:
        """Take back one step after the other, until the revision with this number is undone."""
        self._tasks.write(lambda: history.undo_to(self._workspace, _UNDONE, seq), done=done, failed=failed)

    def redo_to(self, seq: int, done: Callable[[tuple[Revision, ...]], None], failed: Failed) -> None:
        """Take back undos, until the one with this number is redone."""
        self._tasks.write(lambda: history.redo_to(self._workspace, _REDONE, seq), done=done, failed=failed)

    def read(
        self, work: Callable[[RecordReader], T], done: Callable[[T], None], failed: Failed, topic: str = ""
    ) -> None:
        """Look something up in the record; a newer question on the same topic replaces an older one."""
        self._read(work, done, failed, topic)

    def ask(self, work: Callable[[Workspace], T], done: Callable[[T], None], failed: Failed, topic: str = "") -> None:
        """Work that may wait for the engine."""
        if not self._closed:
            self._tasks.ask(lambda: work(self._workspace), done=done, failed=failed, topic=topic)

    def write(self, work: Callable[[Workspace], T], done: Callable[[T], None], failed: Failed) -> None:
        """Change the project, on the writer thread."""
        self._tasks.write(lambda: work(self._workspace), done=done, failed=failed)

    def check(
        self, work: Callable[[RecordReader], T], done: Callable[[T], None], failed: Failed, topic: str = ""
    ) -> None:
        """Check what an edit touched against the shapes, beside all other work."""
        if not self._closed:
            self._tasks.check(lambda: work(self._workspace.reader), done=done, failed=failed, topic=topic)

    def survey(
        self, work: Callable[[RecordReader], T], done: Callable[[T], None], failed: Failed, topic: str = ""
    ) -> None:
        """Check the whole project, beside all other work."""
        if not self._closed:
            self._tasks.survey(lambda: work(self._workspace.reader), done=done, failed=failed, topic=topic)

    def forget(self, topic: str) -> None:
        """The answer on a topic is no longer wanted."""
        self._tasks.drop(topic)

    def stop_all(self) -> None:
        """Give up whatever the engine or the server is asked now: whoever waits for it is told."""
        self._workspace.engine.stop()

    def stop(self, topic: str) -> None:
        """Stop what the engine does for a topic, or is about to do; the next question starts it again."""
        self._tasks.give_up(topic)
        self._workspace.engine.stop()

    def close(self) -> Callable[[], None]:
        """Stop listening and the engine; returns what is left to do on the writer thread."""
        self._closed = True
        self.closing.emit()
        self._deaf()
        self._workspace.engine.end()
        return self._workspace.close

    def _read(self, work: Callable[[RecordReader], T], done: Callable[[T], None], failed: Failed, topic: str) -> None:
        if not self._closed:  # a panel that goes may ask once more
            read = self._tasks.read
            read(lambda: work(self._workspace.reader), done=self._open(done), failed=self._open(failed), topic=topic)

    def _open(self, told: Callable[[T], None]) -> Callable[[T], None]:
        """Tell nobody any more once the project is closed: the panels that asked are going."""
        return lambda answer: None if self._closed else told(answer)


class _Heard(QObject):
    """Brings what the writer thread tells to the GUI thread."""

    told = Signal(ChangeCommitted)


def _status(reader: RecordReader, because: str) -> Status:
    head, meta = reader.head(), reader.meta()
    return Status(
        meta.path,
        head.seq if head else 0,
        reader.count(),
        revision_log.next_steps(reader),
        because,
        for_inspection.of(reader) is not None,
        sum(not row.closed for row in reading.rows(reader)),
        meta.endpoint,
    )
