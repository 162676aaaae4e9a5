"""What a SPARQL source answers, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.sparql_text import Form

Row = tuple[str | None, ...]
"""One row: the N-Triples form of each term in the engine's spelling, ``None`` where a variable is unbound.

``terms.parse`` makes a term of a cell; blank nodes are spelled ``_:b0``.
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A complete answer of a SELECT query; numbers are values in the engine's form, not written forms."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of any query, read page by page while its context is open.

    ``seq`` is the revision it is true of, 0 where a source has no revisions. ASK answers one row of one column ``answer``, CONSTRUCT and DESCRIBE the columns of ``TRIPLE``. Reading a page may
    raise what the query itself may raise.
    """

    form: Form
    seq: int
    columns: tuple[str, ...]
    pages: Iterator[tuple[Row, ...]]


TRIPLE: Final = ("subject", "predicate", "object")
