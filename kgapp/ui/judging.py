"""Judging cells of the coverage matrix one after the other: what a run keeps, what waits, and how it is saved.

Guarantees: nothing is judged before somebody said, once for the run, who judges and on what that rests; each judgement is one
revision, or all of a run together are one; what could not be saved, or may not be altered, is told and stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kgapp.domain.coverage import Place
from kgapp.domain.grades import Grade
from kgapp.domain.history import Revision
from kgapp.services import coverage_writing
from kgapp.services.coverage_writing import Entry, Judged, Run, Said
from kgapp.services.workspace import Workspace
from kgapp.ui.models.matrix import MatrixModel
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class RunChoice:
    """What somebody chose for a run: what its judgements share, why, and whether each is saved at once."""

    run: Run
    why: str
    at_once: bool = True


class Judging(QObject):
    """One matrix being judged."""

    changed = Signal()
    """The run, what waits, or how far it is."""
    run_wanted = Signal()
    """A run is to be started first; what was said is kept for it."""
    refused = Signal(str)
    """Why a cell was left as it is."""

    def __init__(self, desk: Desk, model: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.choice: RunChoice | None = None
        self.waiting: tuple[Entry, ...] = ()
        self._again: tuple[Entry, ...] = ()
        self._first: tuple[Entry, ...] = ()
        self._flying: list[tuple[Entry, ...]] = []
        self._saved: list[tuple[Entry, ...]] = []
        self._at_start = 0
        self._alive = True

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the cells that nobody had assessed when the run began are assessed now, and how many they were."""
        return max(0, self._at_start - self.open_cells), self._at_start

    @property
    def open_cells(self) -> int:
        """How many cells are not assessed; what waits counts as it says."""
        left = self._model.total.not_assessed
        for place, said in self._by_place().items():
            before = self._model.matrix.cell(place).standing.assessed
            after = said[-1] is not None and (before or any(isinstance(each, Grade) for each in said))
            left += before - after
        return left

    def begin(self, choice: RunChoice) -> None:
        """Start a run, and judge what was said before there was one."""
        if self.choice is None:
            self._at_start = self.open_cells
        self.choice = choice
        first, self._first = self._first, ()
        if first:
            self.say(first)
        self.changed.emit()

    def give_up_first(self) -> None:
        """No run was started: what was said is forgotten."""
        self._first = ()

    def end(self) -> None:
        """The run is over; what waits stays until it is saved or discarded."""
        if not self.waiting:
            self.choice = None
        self.changed.emit()

    def say(self, entries: Iterable[Entry]) -> None:
        """Judge some cells."""
        said = tuple(entries)
        if self.choice is None:
            self._first = said
            self.run_wanted.emit()
        elif self.choice.at_once:
            self._save(said)
        else:
            self._refuse_before(said)

    def save_all(self) -> None:
        """Save what waits as one revision."""
        if self.waiting:
            said, self.waiting, self._again = self.waiting, (), ()
            self._save(said)

    def discard(self) -> None:
        """Forget what waits."""
        self.waiting, self._again = (), ()
        self._show()

    def undo(self) -> None:
        """Take back the judgement that was said last and waits."""
        if self.waiting:
            self._again = (*self._again, self.waiting[-1])
            self.waiting = self.waiting[:-1]
            self._show()

    def redo(self) -> None:
        """Say again what was taken back last."""
        if self._again:
            self.waiting = (*self.waiting, self._again[-1])
            self._again = self._again[:-1]
            self._show()

    @property
    def steps(self) -> tuple[str, str]:
        """The names of what ``undo`` and ``redo`` would do."""
        words = tr("judgement")
        return words if self.waiting else "", words if self._again else ""

    def stop(self) -> None:
        """The view is going."""
        self._alive = False

    def settle(self) -> None:
        """The matrix was read again: what was saved before is in it."""
        saved, self._saved = self._saved, []
        self._flying = [each for each in self._flying if not any(each is one for one in saved)]
        self._show()

    def _refuse_before(self, said: tuple[Entry, ...]) -> None:
        """Of what is collected too, it is told at once what may not be altered."""
        assert self.choice is not None
        run, before = self.choice.run, self.waiting

        def known(judged: Judged) -> None:
            refused = {each.place for each in judged.refused}
            kept = tuple(each for each in said if each.place not in refused)
            self.waiting, self._again = (*self.waiting, *kept), ()
            self._tell(judged)
            self._show()

        self._desk.project.read(
            lambda reader: coverage_writing.change(reader, (*before, *said), run), known, self._desk.tell
        )

    def _save(self, said: tuple[Entry, ...]) -> None:
        choice = self.choice
        assert choice is not None
        self._flying.append(said)
        self._show()
        box: list[Judged] = []

        def work(workspace: Workspace, why: str) -> Revision | None:
            revision, judged = coverage_writing.judge(workspace, said, choice.run, why)
            box.append(judged)
            return revision

        def landed(revision: Revision | None) -> None:
            self._tell(box[-1])
            self._saved.append(said)
            if revision is None:
                self.settle()

        name = tr("Judge {count} cells").format(count=number(len({each.place for each in said})))
        failed, dropped = partial(self._not_saved, said), partial(self._not_saved, said, None)
        self._desk.save(Step(name, work, landed, failed, dropped, why=choice.why))

    def _not_saved(self, said: tuple[Entry, ...], failure: Failure | None) -> None:
        if not self._alive:
            return
        self._flying = [each for each in self._flying if each is not said]
        if self.choice is not None and not self.choice.at_once:
            self.waiting = (*said, *self.waiting)
        if failure is not None:
            self.refused.emit(f"{failure.sentence} {failure.hint}".strip())
        self._show()

    def _tell(self, judged: Judged) -> None:
        if self._alive and judged.refused:
            first = judged.refused[0]
            spot = self._model.spot(first.place)
            where = self._model.telling(*spot).partition(":")[0] if spot else ""
            more = len(judged.refused) - 1
            words = f"{where}: {first.sentence}"
            if more:
                words += " " + tr("{count} more were left as they are.").format(count=number(more))
            self.refused.emit(words)

    def _by_place(self) -> dict[Place, list[Said]]:
        found: dict[Place, list[Said]] = {}
        for entry in (*(each for some in self._flying for each in some), *self.waiting):
            found.setdefault(entry.place, []).append(entry.said)
        return found

    def _show(self) -> None:
        if self._alive:
            self._model.wait_for(self._by_place())
            self.changed.emit()
