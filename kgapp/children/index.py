"""The engine: an index in memory that answers SPARQL about one revision.

It holds values, not written forms (7.40 and 7.4 are one): the record stays the truth, and a delta therefore
replaces all objects of a (subject, predicate, graph). One request has one answer; long answers come in pages
on demand.
"""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import IO, Final, cast

import msgspec
from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QueryTriples, RdfFormat, Store, parse

from kgapp.children.copying import Copier
from kgapp.children.inference import Inference, places
from kgapp.children.protocol import Channel, QuadStream
from kgapp.domain.answers import TRIPLE
from kgapp.domain.messages import (
    PROTOCOL,
    Ask,
    AskAll,
    Buried,
    Bury,
    Copied,
    Fetch,
    Forget,
    Fork,
    Gap,
    Hello,
    JobFailed,
    Load,
    ObjectsNow,
    Page,
    Ready,
    Replace,
    Truth,
)

PAGE_ROWS: Final = 500
PAGE_CHARACTERS: Final = 250_000
_SOME: Final = 50

_Row = tuple[str | None, ...]
_Request = Load | Replace | Ask | AskAll | Fetch | Forget
_Answer = Ready | Gap | Truth | Page | JobFailed


def serve(channel: Channel) -> None:
    """Answer requests until the other end is gone; what is loaded stays here while copies of it are asked and killed."""
    index = Index(channel)
    copier = None if channel.doorway is None else Copier(channel.doorway)
    while True:
        request = channel.receive(Ask, Fetch, AskAll, Replace, Forget, Load, Fork, Bury)
        if copier is None:
            _answer(index, channel, request)
        elif not isinstance(request, Fork | Bury):
            copier.works()
            _answer(index, channel, request)
            if not index.read:
                copier.rests()
        elif isinstance(request, Bury):
            channel.send(Buried(copier.bury()))
        else:
            number, channel = copier.fork(channel)
            channel.send(Copied(number) if number else Hello("index", PROTOCOL))


def _answer(index: Index, channel: Channel, request: object) -> None:
    assert isinstance(request, _Request)
    answer = index.answer(request)
    channel.send(answer)
    while isinstance(request, AskAll) and isinstance(answer, Page) and answer.answer:
        answer = index.answer(Fetch(answer.answer, request.limit_s))
        channel.send(answer)


class Index:
    """The store, its revision, and the answers that are not read to their end."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._store = Store()
        self._inference = Inference(self._store)
        self._seq = -1
        self._open: dict[int, _Rows] = {}
        self._numbers = count(1)

    @property
    def read(self) -> bool:
        """Whether an answer is not read to its end."""
        return bool(self._open)

    def answer(self, request: _Request) -> _Answer:
        """Do what one request asks."""
        match request:
            case Ask() | AskAll():
                return self._ask(request)
            case Fetch():
                return self._fetch(request)
            case Forget():
                self._open.pop(request.answer, None)
                return self._ready()
            case Replace():
                return self._replace(request)
            case Load():
                return self._load(request)

    def _ready(self) -> Ready:
        return Ready(self._seq, len(self._store) - self._inference.count)

    def _load(self, request: Load) -> Ready:
        self._open.clear()
        self._store = Store()
        self._inference = Inference(self._store)
        self._store.load(cast(IO[bytes], QuadStream(self._channel)), format=RdfFormat.N_QUADS, lenient=True)
        self._seq = request.seq
        return self._ready()

    def _replace(self, request: Replace) -> Ready | Gap:
        if request.previous != self._seq:
            return Gap(self._seq)
        entries = [list(parse(_lines(entry), format=RdfFormat.N_QUADS, lenient=True)) for entry in request.entries]
        edit = self._inference.before(places(entries))
        for place, *now in entries:
            self._replace_objects(place, now)
        self._inference.after(edit)
        self._seq = request.seq
        return self._ready()

    def _replace_objects(self, place: Quad, now: list[Quad]) -> None:
        before = list(self._store.quads_for_pattern(place.subject, place.predicate, None, place.graph_name))
        for quad in before:
            self._store.remove(quad)
        self._store.extend(now)

    def _ask(self, request: Ask | AskAll) -> _Answer:
        if request.seq != self._seq:
            return Gap(self._seq)
        try:
            if request.inferred:
                self._inference.work_out()
            with _Alarm(request.limit_s):
                found = self._found(request)
                if isinstance(found, QueryBoolean):
                    return Truth(bool(found))
                return self._page(next(self._numbers), _Rows(found))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            return _failed(error)

    def _found(self, request: Ask | AskAll) -> object:
        if request.inferred or not request.union or not self._inference.ready:
            return self._store.query(request.text, use_default_graph_as_union=request.union)
        stated = self._inference.stated_graphs()
        return self._store.query(request.text, default_graph=[*stated, DefaultGraph()], named_graphs=stated)

    def _fetch(self, request: Fetch) -> Page | JobFailed:
        rows = self._open.pop(request.answer, None)
        if rows is None:
            return JobFailed("This answer is no longer there.", "Run the query again.")
        with _Alarm(request.limit_s):
            try:
                return self._page(request.answer, rows)
            except (ValueError, OSError, RuntimeError) as error:
                return _failed(error)

    def _page(self, number: int, rows: _Rows) -> Page:
        page = rows.page()
        if rows.more:
            self._open[number] = rows
        return Page(number if rows.more else 0, rows.triples, rows.columns, page)


class _Rows:
    """An answer that is read page by page."""

    def __init__(self, found: object) -> None:
        self.triples = isinstance(found, QueryTriples)
        self.columns: tuple[str, ...] = TRIPLE if self.triples else tuple(v.value for v in found.variables)  # type: ignore[attr-defined]
        self.more = True
        self._found: Iterator[Iterable[object]] = iter(found)  # type: ignore[call-overload]

    def page(self) -> tuple[_Row, ...]:
        """The next rows: at most ``PAGE_ROWS`` of them, fewer when they are long."""
        rows: list[_Row] = []
        room = PAGE_CHARACTERS
        while len(rows) < PAGE_ROWS and room > 0:
            some = [tuple([t if t is None else str(t) for t in found]) for found in islice(self._found, _SOME)]
            rows += some
            room -= len(msgspec.json.encode(some))  # the quickest way to their length
            if len(some) < _SOME:
                self.more = False
                break
        return tuple(rows)


class _Alarm:
    """The second line behind the client's limit: the system ends this process even if kgapp is gone."""

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s

    def __enter__(self) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, self._limit_s + 1)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _lines(entry: ObjectsNow) -> bytes:
    """The statements of an entry after one that only names its place (the record knows IRIs that constructors refuse)."""
    terms = (entry.subject, *entry.objects)
    return "".join(f"{entry.subject} {entry.predicate} {term} {entry.graph} .\n" for term in terms).encode()


def _failed(error: Exception) -> JobFailed:
    return JobFailed(str(error) or type(error).__name__)
