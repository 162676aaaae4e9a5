"""The engine's client: one child that holds the index and follows the record.

Guarantees: an answer is of the newest revision that was told before it was asked for; a child that dies, is
stopped or is late never hurts the next request; nothing runs after ``close``. Commits told during a load are
applied after it; on a gap the index loads again from a snapshot.

Threads: any. One request is served at a time; ``follow``, ``start`` and ``stop`` return at once.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import chain
from typing import Final

from kgapp.adapters.children import copies, inferring
from kgapp.adapters.children.conversation import Conversation
from kgapp.adapters.children.process import GIB, Child, Limits
from kgapp.domain import sparql_errors
from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import (
    ChildDied,
    IncompleteAnswer,
    QueryFailed,
    QueryRefused,
    QueryStopped,
    QueryTimeout,
    UserError,
)
from kgapp.domain.messages import (
    Ask,
    AskAll,
    EndOfQuads,
    Fetch,
    Forget,
    Gap,
    JobFailed,
    Load,
    Page,
    Ready,
    Replace,
    Truth,
)
from kgapp.domain.sparql_text import Form
from kgapp.services import giving_up
from kgapp.services.ports import Delta, Snapshot, SparqlSource

LOAD_LIMIT_S: Final = 900.0
_REPLACE_LIMIT_S: Final = 60.0
_MOST_OBJECTS: Final = 20_000
_NOT_LOADED: Final = -1
_TRUE: Final = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
_FALSE: Final = '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'


def usual_limits() -> Limits:
    """Three quarters of this computer's memory, or 8 GiB where it does not say how much it has."""
    if not hasattr(os, "sysconf"):
        return Limits(memory_bytes=8 * GIB)
    return Limits(memory_bytes=max(4 * GIB, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 3 // 4))


class EngineClient:
    """Answers SPARQL about the newest revision; implements the port ``Engine``."""

    def __init__(self, snapshot: Callable[[], AbstractContextManager[Snapshot]], limits: Limits | None = None) -> None:
        self._snapshot = snapshot
        self._limits = limits or usual_limits()
        self._turn = threading.Lock()  # held while the child is spoken to
        self._told = threading.Lock()  # guards what other threads tell: the five below
        self._pending: deque[Delta] = deque()
        self._missed = False
        self._stopped: Conversation | None = None
        self._loader: threading.Thread | None = None
        self._closed = False
        self._keeper: Child | None = None  # holds what was loaded
        self._child: Conversation | None = None  # the one that works: a copy of the keeper, or the keeper itself
        self._seq = _NOT_LOADED
        self._inferred = False
        self._used = 0.0
        self._read: set[_Rest] = set()  # answers that are being read

    def inferring(self) -> SparqlSource:
        """The same engine with what follows from the statements as one more graph."""
        return inferring.Inferring(self)

    def select(self, query: str, *, timeout_s: float = 60.0, inferred: bool = False) -> Table:
        """All rows of a SELECT query, complete; the limit does not count loading."""
        gated = inferring.gate(query, inferred=inferred)
        if gated.form is not Form.SELECT:
            raise QueryRefused(f"This is a query of the form {gated.form}; here only SELECT is answered.")
        pages: list[tuple[Row, ...]] = []
        with self._turn:
            child = self._loaded(inferred=inferred)
            with self._speaking(child, inferring.limit(timeout_s, inferred=inferred)):
                child.send(AskAll(self._seq, gated.text, not gated.own_dataset, timeout_s, inferred))
                while isinstance(page := child.receive(Page, JobFailed), Page):
                    pages.append(page.rows)
                    if not page.answer:
                        return Table(page.columns, tuple(chain.from_iterable(pages)))
        if pages:
            raise IncompleteAnswer(page.sentence, hint=page.hint)
        raise QueryFailed(sparql_errors.explained(page.sentence, query), hint=page.hint)

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0, inferred: bool = False) -> Iterator[Answer]:
        """The answer of a query of any form, page by page; what is not read when the context closes is dropped."""
        gated = inferring.gate(query, inferred=inferred)
        with self._turn:
            child = self._loaded(inferred=inferred)
            began = time.monotonic()
            seq = self._seq
            request = Ask(seq, gated.text, not gated.own_dataset, timeout_s, inferred)
            with self._speaking(child, inferring.limit(timeout_s, inferred=inferred)):
                child.send(request)
                first = child.receive(Page, Truth, JobFailed)
            spent_s = min(time.monotonic() - began, timeout_s / 2) if inferred else time.monotonic() - began
        if isinstance(first, JobFailed):
            raise QueryFailed(sparql_errors.explained(first.sentence, query), hint=first.hint)
        if isinstance(first, Truth):
            yield Answer(gated.form, seq, ("answer",), iter((((_TRUE if first.value else _FALSE,),),)))
            return
        rest = _Rest(self, child, first, timeout_s, spent_s)
        self._read.add(rest)
        try:
            yield Answer(gated.form, seq, first.columns, rest.pages())
        finally:
            self._read.discard(rest)
            rest.forget()

    def start(self) -> None:
        """Begin loading in the background, unless that was begun."""
        with self._told:
            if self._closed or self._keeper is not None or (self._loader is not None and self._loader.is_alive()):
                return
            self._loader = threading.Thread(target=self._warm_up, name="kgapp-engine-loader")
            self._loader.start()

    def follow(self, delta: Delta) -> None:
        """Take over a commit: applied before the next answer."""
        with self._told:
            self._pending.append(delta)
            if (
                sum(len(entry.objects) + 1 for entry in delta.entries) > _MOST_OBJECTS
                or len(self._pending) > _MOST_OBJECTS
            ):
                self._pending.clear()
                self._missed = True

    def stop(self) -> None:
        """Kill what runs; the request it belongs to raises ``QueryStopped``, the next one has what was loaded."""
        with self._told:
            child = self._stopped = self._child
        if child is None:
            return
        child.kill()
        if self._turn.acquire(blocking=False):  # else whoever has the turn sees its end
            self._drop(child)
            self._turn.release()

    def end(self) -> None:
        """Kill what runs, for good: whoever waits is refused, and nothing starts again."""
        with self._told:
            self._closed = True
            keeper = self._keeper
        self.stop()
        if keeper is None:
            return
        keeper.kill()
        if self._turn.acquire(blocking=False):
            self._drop(keeper)
            self._turn.release()

    def close(self) -> None:
        """End the child and the loader. Harmless when repeated."""
        with self._told:
            self._closed = True
            keeper, loader = self._keeper, self._loader
        if keeper is not None:
            keeper.kill()
        if loader is not None:
            loader.join()
        with self._turn:
            if self._keeper is not None:
                self._drop(self._keeper)

    def _warm_up(self) -> None:
        with suppress(UserError), self._turn:  # the next request meets the same and says so
            self._loaded()

    def _loaded(self, *, inferred: bool = False) -> Conversation:
        """Who answers, at the newest revision told so far; the turn is held."""
        if time.monotonic() - self._used > copies.USED_S and not any(rest.unread for rest in tuple(self._read)):
            self._drop_copy()  # it may have gone to rest
        keeper = self._keeper or self._start()
        if self._seq == _NOT_LOADED:
            self._load(keeper)
        while True:
            with self._told:
                deltas, missed = tuple(self._pending), self._missed
                self._pending.clear()
                self._missed = False
            if not deltas and not missed:
                break
            if missed or not self._apply(keeper, deltas):
                self._load(keeper)
        worker = self._worker(keeper, inferred=inferred)
        if giving_up.given_up():  # stopped before the child had the question
            if self._stopped is worker:
                self._drop(worker)
            raise QueryStopped("Stopped.")
        return worker

    def _start(self) -> Child:
        if self._ended():
            raise QueryFailed("The project was closed.")
        try:
            keeper = Child("index", self._limits, forks=copies.FORKS)
        except ChildDied as died:
            raise QueryFailed("The engine could not be started.", hint=str(died)) from died
        with self._told:
            self._keeper = self._child = keeper
        if self._ended():
            self._drop(keeper)
            raise QueryFailed("The project was closed.")
        return keeper

    def _ended(self) -> bool:
        with self._told:
            return self._closed

    def _load(self, keeper: Child) -> None:
        self._drop_copy()
        with self._told:
            self._child = keeper
        with self._speaking(keeper, LOAD_LIMIT_S), self._snapshot() as snapshot:
            keeper.send(Load(snapshot.seq))
            for lines in snapshot.chunks:
                keeper.send_quads(lines)
            keeper.send(EndOfQuads())
            self._seq = keeper.receive(Ready).seq
        self._inferred = False

    def _worker(self, keeper: Child, *, inferred: bool) -> Conversation:
        """A copy of the keeper where the system has such: killing it loses nothing. What follows is worked out before."""
        if not copies.FORKS:
            return keeper
        if inferred and not self._inferred:
            self._drop_copy()
            with self._speaking(keeper, inferring.WORKING_OUT_S):
                keeper.send(Ask(self._seq, "ASK { }", True, inferring.WORKING_OUT_S, inferred))
                keeper.receive(Truth, JobFailed)
            self._inferred = True
        working = self._child
        if working is None or working is keeper:
            with self._speaking(keeper, _REPLACE_LIMIT_S):
                working = copies.Forked(keeper)
            with self._told:
                self._child = working
        self._used = time.monotonic()
        return working

    def _apply(self, keeper: Child, deltas: tuple[Delta, ...]) -> bool:
        new = tuple(delta for delta in deltas if delta.seq > self._seq)
        if not self._tell(keeper, new, _REPLACE_LIMIT_S):
            return False
        working = self._child
        if working is not None and working is not keeper and not self._tell(working, new, _REPLACE_LIMIT_S):
            self._drop_copy()
        return True

    def _tell(self, child: Conversation, deltas: tuple[Delta, ...], limit_s: float) -> bool:
        """Let one engine follow; whether it could."""
        for delta in deltas:
            with self._speaking(child, limit_s):
                child.send(Replace(delta.seq, delta.previous, delta.entries))
                if isinstance(child.receive(Ready, Gap), Gap):
                    return False
            self._seq = delta.seq
        return True

    def _drop_copy(self) -> None:
        copy = self._child
        if copy is not None and copy is not self._keeper:
            self._drop(copy)

    def fetch(self, child: Conversation, number: int, limit_s: float) -> Page:
        """The next page of an answer of ``child``; for the answer's own use."""
        with self._turn:
            if self._child is not child:
                raise IncompleteAnswer(
                    "The engine was started again before all rows were read.", hint="Run the query again."
                )
            with self._speaking(child, limit_s):
                child.send(Fetch(number, limit_s))
                page = child.receive(Page, JobFailed)
        if isinstance(page, JobFailed):
            raise IncompleteAnswer(page.sentence, hint=page.hint)
        return page

    def forget(self, child: Conversation, number: int) -> None:
        """Drop the rest of an answer of ``child``; for the answer's own use."""
        with self._turn:
            if self._child is child:
                with self._speaking(child, _REPLACE_LIMIT_S):
                    child.send(Forget(number))
                    child.receive(Ready)

    @contextmanager
    def _speaking(self, child: Conversation, limit_s: float) -> Iterator[None]:
        """Whatever interrupts a conversation ends the child: half an answer must never meet the next question."""
        try:
            with child.within(limit_s):
                yield
        except ChildDied as died:
            stopped = self._stopped is child
            self._drop(child)
            raise _why(died, child, limit_s, stopped=stopped) from died
        except BaseException:  # whatever it was, the next question needs a child that is in step
            self._drop(child)
            raise

    def _drop(self, child: Conversation) -> None:
        """Let go of a copy, or of the keeper with its copy."""
        with self._told:
            keeper = self._keeper
            dropped = {self._child, child} if child is keeper else {child}
            if self._child in dropped:
                self._child = None
            if self._stopped in dropped:
                self._stopped = None
            if child is keeper:
                self._keeper = None
                self._seq = _NOT_LOADED
        for each in dropped - {None, keeper}:
            each.close()  # type: ignore[union-attr]  # None was taken out
        if keeper is not None and (child is keeper or not keeper.runs):
            self._drop_keeper(keeper)

    def _drop_keeper(self, keeper: Child) -> None:
        with self._told:
            if self._keeper is keeper:
                self._keeper = None
                self._seq = _NOT_LOADED
        keeper.close()


class _Rest:
    """What of an answer is still in the child."""

    def __init__(
        self, engine: EngineClient, child: Conversation, first: Page, timeout_s: float, spent_s: float
    ) -> None:
        self._engine = engine
        self._child = child
        self._first = first
        self._number = first.answer
        self._left_s = timeout_s - spent_s

    def pages(self) -> Iterator[tuple[Row, ...]]:
        """The first page, then the others as they are asked for."""
        yield self._first.rows
        while self._number:
            number, self._number = self._number, 0
            began = time.monotonic()
            page = self._engine.fetch(self._child, number, self._left_s)
            self._left_s -= time.monotonic() - began
            self._number = page.answer
            yield page.rows

    @property
    def unread(self) -> bool:
        """Whether there is more in the child."""
        return self._number != 0

    def forget(self) -> None:
        """Say that the rest is not wanted."""
        if self._number:
            self._engine.forget(self._child, self._number)


def _why(died: ChildDied, child: Conversation, limit_s: float, *, stopped: bool) -> UserError:
    if stopped:
        return QueryStopped("Stopped.")
    if child.late:
        return QueryTimeout(
            f"Stopped at its limit of {limit_s:g} seconds.", hint="Make the question smaller, or give it more time."
        )
    if "memory allocation" in str(died):
        return QueryFailed(
            "The engine had no more memory for this; it starts again with the next request.", hint="Ask for less."
        )
    return QueryFailed("The engine ended while it worked; it starts again with the next request.", hint=str(died))
