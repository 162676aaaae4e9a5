"""The local engine in an endpoint's clothes: whole answers, or cut ones as a server with a limit of rows gives them."""

from __future__ import annotations

from contextlib import AbstractContextManager

from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import IncompleteAnswer
from kgapp.services.ports import Engine


class LocalEndpoint:
    """Answers with an engine; an answer with more rows than ``most`` is refused as the client of endpoints refuses it."""

    def __init__(self, engine: Engine, most: int = 10_000_000) -> None:
        self.requests = 0
        self._engine = engine
        self._most = most

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows."""
        self.requests += 1
        table = self._engine.select(query, timeout_s=timeout_s)
        if len(table.rows) > self._most:
            raise IncompleteAnswer(f"The endpoint cut an answer of {len(table.rows)} rows.")
        return table

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """Page by page."""
        self.requests += 1
        return self._engine.answer(query, timeout_s=timeout_s)

    def look(self, query: str, *, timeout_s: float = 60.0) -> tuple[Row, ...]:
        """The row of a query for one value, if there is one."""
        return self.select(query, timeout_s=timeout_s).rows

    def stop(self) -> None:
        """Nothing runs that needs to be stopped."""

    def close(self) -> None:
        """The engine belongs to the project."""
