"""The texts of the SPARQL editor of the open project, kept while one types and there again after a restart or a crash.

A change is kept within ``DELAY_MS``, on the reader's thread; what is not yet kept when the project is closed is
given to the writer's thread, which finishes what it was given.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kgapp.services import for_inspection, query_texts
from kgapp.services.asking.history import History
from kgapp.services.drafts import DraftStore
from kgapp.services.ports import ProjectMeta, RecordReader
from kgapp.services.query_texts import QueryText
from kgapp.ui.project import OpenProject
from kgapp.ui.tasks import Failure

if TYPE_CHECKING:
    from kgapp.services.sparql.language import Language

DELAY_MS: Final = 120


@dataclass(frozen=True, slots=True)
class _Found:
    project_id: str
    texts: tuple[QueryText, ...]
    alone: bool


class QueryTexts(QObject):
    """The texts of one project. Everything is called on the GUI thread.

    Beside a window that writes, an open text is kept under a new id once it is edited: nobody overwrites the other's.
    """

    known = Signal()
    """What was kept is read: see ``open_texts``."""
    not_kept = Signal(object)
    """Why a text cannot be kept (a ``Failure``); told once."""

    def __init__(
        self,
        project: OpenProject,
        store: DraftStore,
        history: Callable[[ProjectMeta], History],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._store = project, store
        self.history = history
        """The runs of a project, for any thread."""
        self._language: Language | None = None
        self._id = ""
        self._texts: dict[str, QueryText] = {}
        self._kept_as: dict[str, str] = {}
        self._shared: set[str] = set()
        self._waiting: set[str] = set()
        self._last = datetime.min.replace(tzinfo=UTC)
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._keep_all)
        writable = project.writable
        project.read(lambda reader: _look(reader, store, writable), self._know, self._fail, "query texts")

    @property
    def open_texts(self) -> tuple[QueryText, ...]:
        """The texts that have a tab, in the order of the tabs."""
        return tuple(each for each in self._texts.values() if each.open)

    @property
    def closed_texts(self) -> tuple[QueryText, ...]:
        """The texts whose tabs were closed, the newest first."""
        return tuple(each for each in reversed(self._texts.values()) if not each.open and each.text.strip())

    @property
    def full(self) -> bool:
        """Whether there are as many tabs as are kept."""
        return len(self.open_texts) >= query_texts.MOST_OPEN

    def language(self, reader: RecordReader) -> Language:
        """What knows the words of the language and of the project; one for all tabs, for any thread."""
        from kgapp.services.sparql.language import Language  # not before somebody writes

        if self._language is None:
            self._language = Language(reader)
        return self._language

    def of(self, name: str) -> QueryText:
        """The text with an id; a blank one for an id that is not known."""
        found = self._texts.get(name)
        if found is None:
            found = self._texts[name] = QueryText(name, self._now())
        return found

    def new(self, text: str = "", title: str = "", *, inferred: bool = False) -> QueryText:
        """A new text, to be shown in a tab."""
        made = QueryText(uuid.uuid4().hex[:12], self._now(), text, title, len(text), inferred=inferred)
        self._change(made)
        return made

    def typed(self, name: str, text: str, cursor: int) -> None:
        """A text was changed."""
        self._change(replace(self.of(name), text=text, cursor=cursor))

    def rename(self, name: str, title: str) -> None:
        """Call a text differently; without a title by how it begins."""
        self._change(replace(self.of(name), title=title.strip()))

    def infer(self, name: str, *, inferred: bool) -> None:
        """Whether a text is asked with what follows."""
        self._change(replace(self.of(name), inferred=inferred))

    def reopened(self, name: str) -> None:
        """A closed text has a tab again."""
        if not self.of(name).open:
            self._change(replace(self.of(name), open=True))

    def closed(self, name: str) -> None:
        """The tab of a text was closed: the text stays to be opened again."""
        last = replace(self.of(name), open=False)
        del self._texts[name]  # the newest stands last
        self._change(last)
        self._drop(query_texts.superfluous(tuple(self._texts.values())))

    def close(self) -> None:
        """The project is being closed: keep what is not yet kept."""
        self._timer.stop()
        for name in tuple(self._waiting) if self._id else ():
            self._keep(name, last=True)
        self._waiting.clear()

    def _change(self, text: QueryText) -> None:
        self._texts[text.id] = text
        self._waiting.add(text.id)
        if not self._timer.isActive():
            self._timer.start()

    def _keep_all(self) -> None:
        if not self._id:
            self._timer.start()
            return
        for name in tuple(self._waiting):
            self._keep(name)
        self._waiting.clear()

    def _keep(self, name: str, *, last: bool = False) -> None:
        if name in self._shared:
            self._shared.discard(name)
            self._kept_as[name] = uuid.uuid4().hex[:12]
        kept = replace(self._texts[name], id=self._kept_as.get(name, name))
        store, project_id, at = self._store, self._id, self._now()

        def keep(_: object) -> None:
            store.keep(project_id, query_texts.draft(kept, at))

        if last:
            self._project.write(keep, _nothing, _untold)
        else:
            self._project.read(keep, _nothing, self._fail)

    def _drop(self, texts: tuple[QueryText, ...]) -> None:
        store, project_id, at = self._store, self._id, self._now()
        for each in texts:
            del self._texts[each.id]
            self._waiting.discard(each.id)
            if each.id in self._shared:
                continue  # it is the other window's
            place = f"{query_texts.PLACE} {self._kept_as.get(each.id, each.id)}"
            if project_id:
                self._project.write(partial(_drop, store, project_id, place, at), _nothing, self._fail)

    def _now(self) -> datetime:
        """The time, later than the last one asked for, also when the clock was put back."""
        self._last = max(datetime.now(UTC), self._last + timedelta(microseconds=1))
        return self._last

    def _know(self, found: _Found) -> None:
        self._id = found.project_id
        typed, self._texts = self._texts, {each.id: each for each in found.texts}
        self._texts |= typed  # what was typed before what was kept is known
        if not found.alone:
            self._shared = {each.id for each in found.texts} - set(typed)
        self.known.emit()

    def _fail(self, failure: Failure) -> None:
        if not self._told:
            self._told = True
            self.not_kept.emit(failure)


def _look(reader: RecordReader, store: DraftStore, writable: bool) -> _Found:
    meta = reader.meta()
    alone = writable or bool(meta.endpoint) or for_inspection.of(reader) is not None
    name = hashlib.sha256(meta.endpoint.encode()).hexdigest()[:32] if meta.endpoint else meta.project_id
    return _Found(name, query_texts.read(store.left(name)), alone)


def _drop(store: DraftStore, project_id: str, place: str, at: datetime, _: object) -> None:
    store.drop(project_id, place, at)


def _nothing(_: object) -> None:
    """There is nothing left to do."""


def _untold(_: Failure) -> None:
    """The window is gone: nobody can be told any more."""
