"""An endpoint in the engine's place: it answers, and follows nothing, for nobody changes it from here.

Who reads it as a record asks through it too: what was ended asks nothing more.
"""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from typing import Protocol

from kgapp.domain.answers import Answer, Table
from kgapp.domain.errors import QueryFailed
from kgapp.services.ports import Delta, SparqlSource


class Endpoint(SparqlSource, Protocol):
    """What speaks to an endpoint; both may be called from any thread."""

    def stop(self) -> None: ...
    def close(self) -> None: ...


class EndpointEngine:
    """Implements the port ``Engine`` over an endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._ended = threading.Event()

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows of a SELECT query, complete."""
        self._check()
        return self._endpoint.select(query, timeout_s=timeout_s)

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """The answer of a query of any form, page by page."""
        self._check()
        return self._endpoint.answer(query, timeout_s=timeout_s)

    def start(self) -> None:
        """There is nothing to load."""

    def follow(self, delta: Delta) -> None:
        """Nothing is committed to an endpoint."""

    def stop(self) -> None:
        """Give up what runs; its request raises ``QueryStopped``."""
        self._endpoint.stop()

    def end(self) -> None:
        """Give up what runs, for good."""
        self._ended.set()
        self._endpoint.stop()

    def close(self) -> None:
        """Give the connections back. Harmless when repeated."""
        self._ended.set()
        self._endpoint.close()

    def _check(self) -> None:
        if self._ended.is_set():
            raise QueryFailed("The connection was closed.")
