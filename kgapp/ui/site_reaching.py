"""How far the differences of a comparison reach, found one after the other behind what the user sees."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kgapp.domain.sites import Start
from kgapp.services.impact import assess
from kgapp.services.sites import gaps
from kgapp.services.sites.gaps import NotRun, Reach
from kgapp.services.workspace import Workspace
from kgapp.ui.tasks import Failure

if TYPE_CHECKING:
    from kgapp.ui.project import OpenProject


class Reaching(QObject):
    """Asks for one impact at a time, so that other questions come between; the most severe first, as they are given."""

    moved = Signal()
    """More is known, or it began, stopped or ended."""
    ended = Signal()
    """Everything that was wanted is known."""

    def __init__(self, project: OpenProject, topic: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._topic = project, topic
        self._left: deque[Start] = deque()
        self.found: dict[Start, Reach | NotRun] = {}
        self.total = 0
        self.running = False
        self.failure = ""

    @property
    def left(self) -> int:
        """How many are not known yet."""
        return len(self._left)

    def begin(self, starts: tuple[Start, ...]) -> None:
        """Forget what was found and find how far these reach."""
        self.found = {}
        self._left, self.total = deque(starts), len(starts)
        self.go_on()

    def go_on(self) -> None:
        """Begin, or go on after a stop."""
        self.running, self.failure = bool(self._left), ""
        self.moved.emit()
        if self.running:
            self._next()
        elif self.total == len(self.found):
            self.ended.emit()

    def stop(self) -> None:
        """Ask no further; what is known stays."""
        self._project.forget(self._topic)
        self.running = False
        self.moved.emit()

    def _next(self) -> None:
        start = self._left[0]

        def work(workspace: Workspace) -> Reach | NotRun:
            return gaps.one(start, lambda question: assess.of_workspace(workspace, question))

        self._project.ask(work, self._keep, self._fail, self._topic)

    def _keep(self, found: Reach | NotRun) -> None:
        self.found[self._left.popleft()] = found
        if self._left:
            self._next()
            self.moved.emit()
        else:
            self.running = False
            self.moved.emit()
            self.ended.emit()

    def _fail(self, failure: Failure) -> None:
        self.running, self.failure = False, failure.sentence
        self.moved.emit()
