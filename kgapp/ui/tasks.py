"""The only door between threads.

Guarantees
- Work runs on one of six threads: the writer (every change), the reader (the record), the asker (whatever waits
  for the engine), the checker (shapes on what an edit touched), the surveyor (shapes on the whole project) and the
  printer (reports, which are made from finished values). Each does
  one piece of work at a time, in the order given, and none waits for another.
- What was given to the writer is done, also when the tasks are closed before its turn comes.
- ``done`` and ``failed`` are called on the GUI thread, one of them, at most once, through a queued signal.
- A reply that is no longer wanted is dropped: a newer request on the same ``topic`` was made, its topic was dropped,
  or the tasks were closed.
- After ``close`` no thread is left and nothing is delivered.

Only finished values pass: tuples and frozen dataclasses, never a generator, a native result or a widget.
"""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kgapp.domain.errors import ChildDied, UserError
from kgapp.services import giving_up
from kgapp.ui.words import mark, said, tr

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a piece of work did not come to its end, in words for the user."""

    sentence: str
    hint: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class _Wanted:
    topic: str
    done: Callable[[Any], None]
    failed: Callable[[Failure], None]
    given_up: threading.Event = field(default_factory=threading.Event)


class Tasks(QObject):
    """Runs work off the GUI thread and brings the answers back to it."""

    idle_changed = Signal(bool)
    """Whether nothing is wanted any more."""
    closing = Signal()
    """Nothing more is wanted: whoever waits for somebody else must let go now."""
    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="kgapp reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="kgapp writer")
        self._asker = ThreadPoolExecutor(1, thread_name_prefix="kgapp asker")
        self._checker = ThreadPoolExecutor(1, thread_name_prefix="kgapp checker")
        self._surveyor = ThreadPoolExecutor(1, thread_name_prefix="kgapp surveyor")
        self._printer = ThreadPoolExecutor(1, thread_name_prefix="kgapp printer")
        self._numbers = itertools.count()
        self._wanted: dict[int, _Wanted] = {}
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None], topic: str = ""
    ) -> None:
        """Look something up in the record."""
        self._start(self._reader, work, _Wanted(topic, done, failed))

    def write(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None]) -> None:
        """Change the record; never dropped once begun, and its answer always wanted."""
        self._start(self._writer, work, _Wanted("", done, failed))

    def ask(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None], topic: str = ""
    ) -> None:
        """Do what waits for the engine."""
        self._start(self._asker, work, _Wanted(topic, done, failed))

    def check(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None], topic: str = ""
    ) -> None:
        """Check what an edit touched against the shapes."""
        self._start(self._checker, work, _Wanted(topic, done, failed))

    def survey(
        self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None], topic: str = ""
    ) -> None:
        """Check the whole project, which may take minutes."""
        self._start(self._surveyor, work, _Wanted(topic, done, failed))

    def print(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[Failure], None]) -> None:
        """Make a report of values that are there already, which may take seconds, and write it."""
        self._start(self._printer, work, _Wanted("", done, failed))

    def drop(self, topic: str) -> None:
        """Forget what was asked on a topic: its answers are no longer wanted."""
        for number in [number for number, wanted in self._wanted.items() if wanted.topic == topic]:
            del self._wanted[number]
        self.idle_changed.emit(not self._wanted)

    def give_up(self, topic: str) -> None:
        """Forget what was asked on a topic, and let no engine begin with it; whoever has an engine stops that, too."""
        for wanted in self._wanted.values():
            if wanted.topic == topic:
                wanted.given_up.set()
        self.drop(topic)

    @property
    def idle(self) -> bool:
        """Whether nothing is wanted any more."""
        return not self._wanted

    def settle(self) -> None:
        """Wait until nothing reads any more; on the writer thread, before what is read from goes away.

        Whatever the asker, the checker and the surveyor wait for must have been stopped before.
        """
        for pool in (self._asker, self._checker, self._surveyor, self._printer, self._reader):
            try:
                pool.submit(_nothing).result()
            except (RuntimeError, CancelledError):  # it is being shut down, and may still be at its last work
                pool.shutdown(wait=True)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Drop what is wanted, finish what writes, then do ``last`` on the writer thread; returns when no thread is left.

        Whatever the asker, the checker and the surveyor wait for must have been stopped before, or this waits for it too.
        """
        if self._closed:
            return
        self._closed = True
        self._wanted.clear()
        self.closing.emit()
        for pool in (self._asker, self._checker, self._surveyor, self._printer, self._reader):
            pool.shutdown(wait=True, cancel_futures=True)
        if last is not None:
            self._writer.submit(last).result()
        self._writer.shutdown(wait=True)

    def _start(self, pool: ThreadPoolExecutor, work: Callable[[], Any], wanted: _Wanted) -> None:
        if self._closed:
            return
        if wanted.topic:
            self.drop(wanted.topic)
        number = next(self._numbers)
        self._wanted[number] = wanted
        self.idle_changed.emit(False)
        due = pool is self._writer

        def run() -> object:
            with giving_up.known_by(wanted.given_up):
                return work() if due or number in self._wanted else None

        pool.submit(run).add_done_callback(lambda future: self._tell(number, future))

    def _tell(self, number: int, future: Future[Any]) -> None:
        if not future.cancelled() and not self._closed:
            self._finished.emit(number, future)

    @Slot(int, object)
    def _deliver(self, number: int, future: Future[Any]) -> None:
        wanted = self._wanted.pop(number, None)
        if wanted is None:
            return
        error = future.exception()
        if error is None:
            wanted.done(future.result())
        else:
            wanted.failed(_failure(error))
            if not isinstance(error, UserError | ChildDied):
                sys.excepthook(type(error), error, error.__traceback__)  # our bug: it reaches the crash report
        self.idle_changed.emit(not self._wanted)


def _failure(error: BaseException) -> Failure:
    if isinstance(error, UserError):
        return Failure(error.sentence, error.hint, error)
    if isinstance(error, ChildDied):
        return Failure(str(error), said(_NOTHING_LOST), error)
    return Failure(tr("kgapp made an error: {error}").format(error=repr(error))[:500], said(_NOTHING_LOST), error)


_NOTHING_LOST: Final = mark("Nothing in the project was changed. Try again.")


def _nothing() -> None:
    """The end of a queue."""
