"""Run a query that somebody wrote: with a limit that is said, page by page, and of which revision the answer is true."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from kgapp.domain.answers import Row
from kgapp.domain.sparql_text import Form
from kgapp.services import queries
from kgapp.services.asking import limits
from kgapp.services.asking.limits import MOST_ROWS, SECONDS
from kgapp.services.ports import RecordReader, SparqlSource
from kgapp.services.queries import Result


class Running:
    """The answer of a query, read while its context is open; the counts grow as it is read.

    ``more`` becomes true when rows were left out because of the limit of kgapp: an answer is never cut silently.
    """

    def __init__(self, result: Result, most_rows: int | None) -> None:
        self.form: Form = result.answer.form
        self.columns = result.answer.columns
        self.seq = result.answer.seq
        self.revision_hash = result.revision_hash
        self.endpoint = result.endpoint
        self.rows = 0
        self.more = False
        self.seconds = result.seconds
        self._left = result.answer.pages
        self._most = most_rows

    def pages(self) -> Iterator[tuple[Row, ...]]:
        """The rows in pages, up to the limit. Raises what the query may raise."""
        while not self.more:
            began = time.monotonic()
            page = next(self._left, None)
            self.seconds += time.monotonic() - began
            if page is None:
                return
            if self._most is not None and self.rows + len(page) > self._most:
                self.more = True
                page = page[: self._most - self.rows]
            self.rows += len(page)
            if page:
                yield page

    def said(self) -> str:
        """How many rows were read, whether there are more, and how long it took."""
        return limits.said(self.rows, more=self.more, seconds=self.seconds)


@contextmanager
def run(
    reader: RecordReader,
    source: SparqlSource,
    text: str,
    *,
    most_rows: int | None = MOST_ROWS,
    timeout_s: float = SECONDS,
) -> Iterator[Running]:
    """Answer a query of any form, at most ``most_rows`` rows of it (``None``: all).

    The time counts what is spent on finding and fetching rows, not loading, nor what the caller does between pages.
    Raises ``QueryRefused``, ``QueryFailed``, ``QueryTimeout``, ``QueryStopped``, ``IncompleteAnswer``, also while pages
    are read.
    """
    if most_rows is not None and reader.meta().endpoint:  # an endpoint would send what nobody reads
        text = limits.with_limit(text, most_rows + 1)
    with queries.run(reader, source, text, timeout_s=timeout_s) as result:
        yield Running(result, most_rows)
