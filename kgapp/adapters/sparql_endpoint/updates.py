"""Writes to a SPARQL server: SPARQL 1.1 UPDATE as a form, or the Graph Store HTTP Protocol; implements the port ``Target``.

A write is never sent on to another address, and repeated a few times where the server was not there: what is sent twice is there once.
Threads: one publishes, any may ``stop``, which ends what runs and all that would follow.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from typing import Final
from urllib.parse import quote, urlsplit

from kgapp.adapters.sparql_endpoint import rules, words
from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.adapters.sparql_endpoint.digest import Digest
from kgapp.adapters.sparql_endpoint.lines import Line, Reply, Request, stopped
from kgapp.adapters.sparql_endpoint.route import Route
from kgapp.domain import connections
from kgapp.domain.answers import Table
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import BadInput, IncompleteAnswer, QueryFailed, QueryRefused
from kgapp.domain.terms import Iri, sparql

_LIMIT_S: Final = 600.0
_WAITS_S: Final = (0.2, 1.0, 3.0)
_AGAIN: Final = frozenset({429, 502, 503})
_ACCEPT: Final = "application/sparql-results+json, */*;q=0.1"


class Over(StrEnum):
    """How it is written."""

    UPDATE = "update"
    GRAPH_STORE = "graph-store"


class UpdateTarget:
    """One server. ``write_url`` takes the writes; who signs in there has to be asked for by the connection's own server."""

    def __init__(
        self,
        connection: Connection,
        secret: str = "",
        *,
        over: Over = Over.UPDATE,
        write_url: str = "",
        resolve: rules.Resolve = rules.resolve,
        waits_s: tuple[float, ...] = _WAITS_S,
    ) -> None:
        self.address = write_url or connection.update_url or connection.url
        connections.check_url(self.address)
        if connection.sign_in is not SignIn.NONE and urlsplit(self.address)[:2] != urlsplit(connection.url)[:2]:
            raise BadInput(
                "The address for writing is another server than that of the connection: the password is not sent there.",
                hint="Keep a connection to that server.",
            )
        self._reading = SparqlEndpoint(connection, secret, resolve=resolve)
        self._connection = replace(connection, url=self.address)
        self._secret, self._over, self._resolve, self._waits_s = secret, over, resolve, waits_s
        self._digest = Digest(connection.user, secret) if connection.sign_in is SignIn.DIGEST else None
        self._ended = threading.Event()
        self._lock = threading.Lock()  # guards the one below
        self._line: Line | None = None

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows of a SELECT query, complete."""
        self._check()
        return self._reading.select(query, timeout_s=timeout_s)

    def insert(self, graph: Iri, lines: tuple[str, ...]) -> None:
        """Add statements, each a line of N-Triples. It is done when this returns, unless the server lies."""
        text = "\n".join(lines)
        if self._over is Over.UPDATE:
            self._write(_update(self.address, f"INSERT DATA {{ GRAPH {sparql(graph)} {{\n{text}\n}} }}"))
            return
        headers = {"Accept": "*/*", "Content-Type": "application/n-triples"}
        self._write(Request(self._graph(graph), headers, {}, "POST", f"{text}\n".encode()))

    def try_write(self) -> None:
        """Ask for the removal of a statement that nobody makes: nothing changes, and it is known whether writes are taken."""
        nothing = sparql(Iri("urn:kgapp:nothing"))
        triple = f"{nothing} {nothing} {nothing}"
        self._write(_update(self.address, f"DELETE DATA {{ GRAPH {nothing} {{ {triple} }} }}"))

    def clear(self, graph: Iri) -> None:
        """Remove everything from a graph."""
        if self._over is Over.UPDATE:
            self._write(_update(self.address, f"CLEAR GRAPH {sparql(graph)}"))
        else:
            self._write(Request(self._graph(graph), {"Accept": "*/*"}, {}, "DELETE"))

    def stop(self) -> None:
        """End what runs: whoever waits for it gets ``QueryStopped``, and nothing more is sent."""
        self._ended.set()
        self._reading.stop()
        with self._lock:
            if self._line is not None:
                self._line.cut(stopped())

    def close(self) -> None:
        """Hang up. Harmless when repeated."""
        self.stop()
        self._reading.close()

    def _graph(self, graph: Iri) -> str:
        return f"{self.address}{'&' if '?' in self.address else '?'}graph={quote(graph, safe='')}"

    def _write(self, request: Request) -> None:
        for wait in (*self._waits_s, None):
            self._check()
            try:
                if self._sent(request, last=wait is None):
                    return
            except (QueryFailed, IncompleteAnswer) as error:
                if wait is None or error.__cause__ is None:  # what has a cause is a line that broke, not a refusal
                    raise
            self._ended.wait(wait)

    def _sent(self, request: Request, *, last: bool) -> bool:
        """Whether it was done; not when the server asks for patience and there is a next time."""
        with self._held() as line, line.within(_LIMIT_S, _LIMIT_S):
            route = Route(replace(self._connection, url=request.url), self._secret, self._resolve, self._digest)
            for _ in range(3):
                headers = {**request.headers, **route.secrets(route.place(), request.method)}
                if line.broken is not None:
                    raise line.broken
                with line.ask(replace(request, headers=headers), route.place().addresses) as reply:
                    if reply.status == 401 and self._digest and self._digest.hear(reply.header("www-authenticate")):
                        continue
                    if reply.status in _AGAIN and not last:
                        return False
                    self._let_through(reply)
                    return True
        raise QueryFailed("The server asks for a proof again and again.", hint="Check the user and the password.")

    def _let_through(self, reply: Reply) -> None:
        host = urlsplit(self.address).hostname or ""
        if 300 <= reply.status < 400:
            raise QueryRefused(
                f"{host} sends the write on to another address; kgapp writes only where you said.",
                hint="Give the address that takes the writes itself.",
            )
        if reply.status not in (200, 201, 202, 204):
            start, challenge = reply.start(words.MOST_BYTES), reply.header("www-authenticate")
            if reply.status in (403, 404, 405):
                raise QueryFailed(
                    f"{host} does not take writes at this address ({reply.status}).",
                    hint="Is this the address for updates, and has the user the right to write there?",
                )
            raise words.refusal(host, reply.status, start, challenge, reply.header("retry-after"))
        start = reply.start(words.MOST_BYTES)
        if start.strip() and words.is_page("", start):
            raise words.page(host, start)
        if state := reply.header("x-sql-state"):
            raise words.partial(state, reply.header("x-sql-message"))

    @contextmanager
    def _held(self) -> Iterator[Line]:
        """A line of one's own for one write."""
        line = Line(urlsplit(self.address).hostname or "", self._connection.bounds)
        with self._lock:
            self._line = line
        try:
            yield line
        finally:
            with self._lock:
                self._line = None
            line.close()

    def _check(self) -> None:
        if self._ended.is_set():
            raise stopped()


def _update(url: str, text: str) -> Request:
    return Request(url, {"Accept": _ACCEPT}, {"update": text})
