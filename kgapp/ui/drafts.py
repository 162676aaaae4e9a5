"""Unsaved input of the open project, kept while one types and offered again after a crash.

A view says ``typed`` after each change and ``settled`` when its input was saved or given up. Half a second after the last
key the input is kept, on the reader's thread: a long save or import never delays it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kgapp.services.drafts import Draft, DraftStore, LeftOver
from kgapp.ui.project import OpenProject
from kgapp.ui.query_texts import QueryTexts
from kgapp.ui.tasks import Failure

DELAY_MS: Final = 500


Content = Callable[[], str | Callable[[], str]]
"""Gives the input as text, or a function that makes the text of what was input then: that runs on the reader's thread."""


@dataclass(frozen=True, slots=True)
class _Typed:
    title: str
    content: Content


class Drafts(QObject):
    """The drafts of one project. Everything is called on the GUI thread.

    A window that may only read keeps and drops nothing: the drafts are those of the one that writes.
    """

    found = Signal()
    """What an earlier run left behind is known, or one of it was taken up or given up: see ``left``."""
    not_kept = Signal(object)
    """Why input cannot be kept (a ``Failure``); told once."""

    def __init__(
        self, project: OpenProject, store: DraftStore, queries: QueryTexts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project, self._store = project, store
        self.queries = queries
        queries.setParent(self)
        self._id = ""
        self._typed: dict[str, _Typed] = {}
        self._left: tuple[Draft, ...] = ()
        self._told = False
        self._last = datetime.min.replace(tzinfo=UTC)
        self.damaged = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.keep_now)
        if project.writable:
            project.read(lambda reader: _look(reader.meta().project_id, store), self._know, self._fail, "drafts")

    @property
    def left(self) -> tuple[Draft, ...]:
        """What an earlier run left behind and nobody has taken up yet, newest first."""
        return self._left

    def typed(self, place: str, title: str, content: Content) -> None:
        """Input at a place has changed; ``content`` gives all of it, and is asked for when it is time to keep it."""
        if not self._project.writable:
            return
        self._typed[place] = _Typed(title, content)
        if not self._timer.isActive():
            self._timer.start()

    def take(self, place: str) -> Draft | None:
        """The draft that was left at a place, to be continued there; it is offered no more, and stays kept until it is settled."""
        taken = next((draft for draft in self._left if draft.place == place), None)
        if taken is not None:
            self._left = tuple(draft for draft in self._left if draft is not taken)
            self.found.emit()
        return taken

    def set_aside(self, place: str, title: str, content: str) -> None:
        """The user leaves a view and wants to continue later: keep its input now and offer it like one that was left.

        It is kept on the writer's thread, which finishes what it was given, also when the window is closed right now.
        """
        self._typed.pop(place, None)
        draft = Draft(place, title, self._now(), content)
        project_id, store = self._id, self._store
        if project_id and self._project.writable:
            self._project.forget(_topic(place))
            self._project.write(lambda _: store.keep(project_id, draft), _nothing, self._fail)
        self._left = (draft, *(each for each in self._left if each.place != place))
        self.found.emit()

    def settled(self, place: str) -> None:
        """The input at a place was saved or given up."""
        self._typed.pop(place, None)
        self.take(place)
        project_id, at = self._id, self._now()
        if project_id and self._project.writable:
            self._project.forget(_topic(place))
            self._project.write(lambda _: self._store.drop(project_id, place, at), _nothing, self._fail)

    def keep_now(self) -> None:
        """Keep what was typed without waiting longer."""
        if not self._id:
            self._timer.start()
            return
        typed, self._typed = self._typed, {}
        for place, what in typed.items():
            self._keep(place, what.title, self._now(), what.content())

    def close(self) -> None:
        """The project is being closed."""
        self.queries.close()
        self._timer.stop()
        self._typed.clear()
        self._left = ()

    def _now(self) -> datetime:
        """The time, later than the last one asked for, also when the clock was put back: the newest input is kept."""
        self._last = max(datetime.now(UTC), self._last + timedelta(microseconds=1))
        return self._last

    def _keep(self, place: str, title: str, at: datetime, content: str | Callable[[], str]) -> None:
        project_id, store = self._id, self._store

        def keep(_: object) -> None:
            text = content if isinstance(content, str) else content()
            store.keep(project_id, Draft(place, title, at, text))

        self._project.read(keep, _nothing, self._fail, _topic(place))

    def _know(self, known: tuple[str, LeftOver]) -> None:
        self._id, left = known
        self._left, self.damaged = left.drafts, left.damaged
        self.found.emit()

    def _fail(self, failure: Failure) -> None:
        if not self._told:
            self._told = True
            self.not_kept.emit(failure)


def _look(project_id: str, store: DraftStore) -> tuple[str, LeftOver]:
    return project_id, store.left(project_id)


def _topic(place: str) -> str:
    return f"draft {place}"


def _nothing(_: object) -> None:
    """There is nothing left to do."""
