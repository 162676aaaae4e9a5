"""Asks a SPARQL 1.1 endpoint over the SPARQL Protocol; implements the port ``SparqlSource``.

Guarantees: an answer is whole or an error, never less rows than the query has. What the server says of its limits is
believed, and where it may be silent an answer is counted: one with ``counting.PROBE`` rows or more, or with as many as
the server gives at most, unless its own LIMIT explains the number. Nothing goes to an address that ``rules`` refuses.
Nothing that a server sends is parsed here but JSON; graphs are read by a child.

Threads: any; answers may be open side by side. ``stop`` returns at once. Looking up a host's name cannot be stopped.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kgapp.adapters.sparql_endpoint import counting, graphs, rules, words
from kgapp.adapters.sparql_endpoint.digest import Digest
from kgapp.adapters.sparql_endpoint.json_results import Results
from kgapp.adapters.sparql_endpoint.lines import Line, Reply, Request, cut_off, stopped
from kgapp.adapters.sparql_endpoint.route import Route
from kgapp.domain import connections, sparql_text
from kgapp.domain.answers import TRIPLE, Answer, Row, Table
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import (
    ChildDied,
    IncompleteAnswer,
    QueryFailed,
    QueryRefused,
    QueryTimeout,
    UserError,
)
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import shorten
from kgapp.services import giving_up

_PAGE: Final = 500
_MOST_REDIRECTS: Final = 5
_MOST_CHALLENGES: Final = 2
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ACCEPT: Final = "application/sparql-results+json, application/json;q=0.5"
_JSON: Final = frozenset({"application/sparql-results+json", "application/json"})
_TRUE: Final = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
_FALSE: Final = '"false"^^<http://www.w3.org/2001/XMLSchema#boolean>'


class SparqlEndpoint:
    """One endpoint. ``secret`` is the password or token of the connection; ``requests`` counts what was sent."""

    def __init__(self, connection: Connection, secret: str = "", *, resolve: rules.Resolve = rules.resolve) -> None:
        connections.checked(connection)
        self.connection = connection
        self.requests = 0
        self._secret = secret
        self._resolve = resolve
        signs = connection.sign_in is SignIn.DIGEST
        self._digest = Digest(connection.user, secret) if signs else None
        self._lock = threading.Lock()  # guards the five below
        self._idle: list[Line] = []
        self._busy: set[Line] = set()
        self._reading: set[graphs.Reading] = set()
        self._most: int | None = None
        self._closed = False

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows of a SELECT query, complete."""
        form = sparql_text.gate(query).form
        if form is not Form.SELECT:
            raise QueryRefused(f"This is a query of the form {form}; here only SELECT is answered.")
        with self.answer(query, timeout_s=timeout_s) as answer:
            return Table(answer.columns, tuple(chain.from_iterable(answer.pages)))

    def look(self, query: str, *, timeout_s: float = 60.0) -> tuple[Row, ...]:
        """The row of a query of our own for one value, if there is one; how many rows the server gives is asked with it.

        Where that row did not come, it may have been cut off: then the query is asked alone.
        """
        clock = _Clock(timeout_s)
        rows: tuple[Row, ...] = ()
        with suppress(QueryFailed, IncompleteAnswer):
            rows = self._plain_rows(counting.with_probe(query), clock)
            with self._lock:
                self._most = len(rows)
        seen = tuple(row[:1] for row in rows if len(row) == 2 and row[1] is None)
        return seen or self.select(query, timeout_s=clock.left_s).rows

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
        """The answer of a query of any form; that it is whole is known when its last page was read."""
        form = sparql_text.gate(query).form
        clock = _Clock(timeout_s)
        if form in (Form.CONSTRUCT, Form.DESCRIBE):
            rows = self._graph(query, form, clock)
            yield Answer(form, 0, TRIPLE, iter(rows[at : at + _PAGE] for at in range(0, max(len(rows), 1), _PAGE)))
            return
        with self._line() as line, ExitStack() as held:
            with clock.spent_on(line):
                reply = held.enter_context(self._asked(line, query, _ACCEPT))
                results = self._results(reply)
                truth = _truth(results) if form is Form.ASK else ""
            if truth:
                yield Answer(form, 0, ("answer",), iter((((truth,),),)))
                return
            if results.truth is not None:
                raise QueryFailed("The endpoint answered yes or no to a question that asks for rows.")
            yield Answer(form, 0, results.columns, self._pages(query, _Fetched(results, line, clock), reply))

    def stop(self) -> None:
        """End everything that runs: whoever waits for it gets ``QueryStopped``. The next request works again."""
        with self._lock:
            busy, reading = tuple(self._busy), tuple(self._reading)
        for line in busy:
            line.cut(stopped())
        for each in reading:
            each.stop(stopped())

    def close(self) -> None:
        """Stop, and hang up. Harmless when repeated."""
        self.stop()
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for line in idle:
            line.close()

    def _pages(self, query: str, fetched: _Fetched, reply: Reply) -> Iterator[tuple[Row, ...]]:
        total = 0
        for page in fetched.pages():
            total += len(page)
            yield page
        limit = counting.limit_of(query)
        if limit is None or total != limit:
            self._check(counting.of_select(query), total, reply, fetched.clock)

    def _graph(self, query: str, form: Form, clock: _Clock) -> tuple[Row, ...]:
        with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
            file = Path(folder) / "answer"
            with self._line() as line, clock.spent_on(line), self._asked(line, query, graphs.ACCEPT) as reply:
                syntax = self._syntax(reply)
                graphs.kept(reply.body(), file)
            rows = self._read(file, syntax, clock)
        counted = counting.of_construct(query) if form is Form.CONSTRUCT else None
        self._check(counted, len(rows), reply, clock, counting.LONG_GRAPH)
        return rows

    def _read(self, file: Path, syntax: str, clock: _Clock) -> tuple[Row, ...]:
        try:
            reading = graphs.Reading(file, syntax, self.connection.url)
        except ChildDied as died:
            raise QueryFailed("The reader of graphs could not be started.", hint=str(died)) from died
        with self._lock:
            self._reading.add(reading)
        try:
            return reading.rows(clock.left_s)
        finally:
            with self._lock:
                self._reading.discard(reading)
            reading.close()

    def _check(self, counted: str | None, total: int, reply: Reply, clock: _Clock, long: int = counting.PROBE) -> None:
        """Raise ``IncompleteAnswer`` when the answer has, or may have, less rows than the query; a ``long`` one is counted."""
        told = reply.header("x-sparql-maxrows").strip()
        if told and not (told.isdigit() and total < int(told)):
            raise _cut(f"the server gives at most {shorten(told, 20)} rows")
        if not total or total < min(long, self._most_rows(clock)):
            return
        if counted is None:
            raise _unsure("nothing tells how many statements there are")
        try:
            number = self._number(counted, clock)
        except (QueryFailed, QueryTimeout) as error:
            raise _unsure(f"they could not be counted: {error.sentence.rstrip('.')}") from error
        if number != total:
            raise _cut(f"{total:,} rows came, {number:,} are there")

    def _most_rows(self, clock: _Clock) -> int:
        """From how many rows on an answer may be cut: asked once, of rows that every server can make."""
        with self._lock:
            known = self._most
        if known is None:
            try:
                known = len(self._plain_rows(counting.probe(), clock))
            except (QueryFailed, QueryTimeout, IncompleteAnswer):
                known = 1  # it cannot be told: everything is counted
            with self._lock:
                self._most = known
        return known

    def _number(self, counted: str, clock: _Clock) -> int:
        rows = self._plain_rows(counted, clock)
        cell = rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else None
        digits = (cell or "").partition("^^")[0].strip('"')
        if not digits.isdigit():
            raise QueryFailed("The endpoint cannot count.")
        return int(digits)

    def _plain_rows(self, query: str, clock: _Clock) -> tuple[Row, ...]:
        """The rows of a question of our own, as they come."""
        with self._line() as line, clock.spent_on(line), self._asked(line, query, _ACCEPT) as reply:
            return tuple(self._results(reply).rows())

    def _results(self, reply: Reply) -> Results:
        if reply.content_type not in _JSON:
            raise self._strange(reply, "SPARQL results as JSON")
        return Results(self._watched(reply), self.connection.bounds)

    def _watched(self, reply: Reply) -> Iterator[bytes]:
        """The body, unless its first bytes are those of a web page."""
        body = reply.body()
        first = next(body, b"")
        if words.is_page(reply.content_type, first):
            raise words.page(self._host, first[: words.MOST_BYTES])
        return chain((first,), body)

    def _syntax(self, reply: Reply) -> str:
        syntax = graphs.SYNTAXES.get(reply.content_type)
        if syntax is None:
            raise self._strange(reply, "a graph as N-Triples or Turtle")
        if not reply.has_end:
            raise cut_off()
        return syntax

    def _strange(self, reply: Reply, expected: str) -> UserError:
        start = reply.start(words.MOST_BYTES)
        if words.is_page(reply.content_type, start):
            return words.page(self._host, start)
        found = shorten(reply.content_type, 60) or "something without a type"
        return QueryFailed(
            f"{self._host} answered with {found}, not with {expected}.",
            hint="Is this the address of a SPARQL endpoint?",
        )

    @contextmanager
    def _line(self) -> Iterator[Line]:
        """A line of one's own, kept for the next one when nothing went wrong with it."""
        with self._lock:
            if self._closed:
                raise QueryFailed("The connection was closed.")
            line = self._idle.pop() if self._idle else Line(self._host, self.connection.bounds)
            self._busy.add(line)
        try:
            if giving_up.given_up():  # between two requests no line is there to be cut
                raise stopped()
            yield line
        finally:
            with self._lock:
                self._busy.discard(line)
                kept = self._idle if line.broken is None and self._is_open() else None
                if kept is not None:
                    kept.append(line)
            if kept is None:
                line.close()

    @contextmanager
    def _asked(self, line: Line, query: str, accept: str) -> Iterator[Reply]:
        """Ask, follow redirects, and let only an answer through."""
        route = Route(self.connection, self._secret, self._resolve, self._digest)
        form = {"query": query}
        challenges = _MOST_CHALLENGES
        for _ in range(_MOST_REDIRECTS + 1 + (_MOST_CHALLENGES if self._digest else 0)):
            place = route.place()
            if line.broken is not None:
                raise line.broken
            with self._lock:
                self.requests += 1
            headers = {"Accept": accept, **route.secrets(place, "POST" if form else "GET")}
            with line.ask(Request(route.url, headers, form), place.addresses) as reply:
                if reply.status == 401 and challenges and self._challenged(route, reply):
                    challenges -= 1
                    continue
                if reply.status not in _REDIRECTS:
                    self._let_through(reply)
                    yield reply
                    return
                route.follow(reply.header("location"))
                form = {} if reply.status == 303 else form
        raise QueryFailed(
            f"{self._host} sends on and on, more than {_MOST_REDIRECTS} times.",
            hint="Check the address of the connection.",
        )

    def _challenged(self, route: Route, reply: Reply) -> bool:
        """Whether a proof is asked for that can be given: the first, or a new one when the old one is too old."""
        return self._digest is not None and route.may_answer and self._digest.hear(reply.header("www-authenticate"))

    def _let_through(self, reply: Reply) -> None:
        state, message = reply.header("x-sql-state"), reply.header("x-sql-message")
        if reply.status in (200, 203) and not state:
            return
        if reply.status < 400:
            raise words.partial(state or f"status {reply.status}", message)
        start, challenge = reply.start(words.MOST_BYTES), reply.header("www-authenticate")
        if reply.status in (401, 403) and start.strip() and not challenge and words.is_page(reply.content_type, start):
            raise words.page(self._host, start)
        raise words.refusal(self._host, reply.status, start, challenge, reply.header("retry-after"))

    def _is_open(self) -> bool:
        return not self._closed

    @property
    def _host(self) -> str:
        return urlsplit(self.connection.url).hostname or ""


class _Clock:
    """The time that a question may still take; it runs while the question is worked on, not while its rows are read."""

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s
        self.left_s = limit_s

    @contextmanager
    def spent_on(self, line: Line) -> Iterator[None]:
        """Cut the line when the time is over; what breaks inside is told as what it is."""
        began = time.monotonic()
        try:
            with line.within(self.left_s, self._limit_s):
                yield
        finally:
            self.left_s = max(self.left_s - (time.monotonic() - began), 0.001)


class _Fetched:
    """Rows that are fetched page by page, each within the time that is left."""

    def __init__(self, results: Results, line: Line, clock: _Clock) -> None:
        self.clock = clock
        self._rows = results.rows()
        self._line = line

    def pages(self) -> Iterator[tuple[Row, ...]]:
        """The pages, once."""
        while page := self._page():
            yield page

    def _page(self) -> tuple[Row, ...]:
        with self.clock.spent_on(self._line):
            return tuple(islice(self._rows, _PAGE))


def _truth(results: Results) -> str:
    """The cell of a yes or no, read to the end of its text."""
    if results.truth is None:
        raise QueryFailed("The endpoint answered with rows to a question for yes or no.")
    for _ in results.rows():
        raise QueryFailed("The endpoint answered both yes or no and with rows.")
    return _TRUE if results.truth else _FALSE


def _cut(why: str) -> IncompleteAnswer:
    return IncompleteAnswer(
        f"The endpoint cut its answer, so none of it is used: {why}.",
        hint="Ask for less, or have the endpoint's limit of rows raised.",
    )


def _unsure(why: str) -> IncompleteAnswer:
    return IncompleteAnswer(
        f"The endpoint may have cut its answer, so none of it is used: {why}.",
        hint="Ask for less, with SELECT or with a LIMIT.",
    )
