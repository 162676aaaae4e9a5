"""Rows of numbers as N-Quads lines, in bulk: strings are joined, no term is parsed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from kgapp.adapters.sqlite_record.term_table import Rows, batches

_LINES: Final = 4_000
"""Lines of a chunk: about half a megabyte."""

_MANY: Final = 20_000


def lines(connection: sqlite3.Connection, rows: Rows) -> Iterator[bytes]:
    """One canonical N-Quads line, with its newline, for each row."""
    forms = _forms(connection, rows)
    for s, p, o, g in rows:
        yield b"%b %b %b %b .\n" % (forms[s], forms[p], forms[o], forms[g])


def chunks(connection: sqlite3.Connection, rows: Rows) -> Iterator[bytes]:
    """The lines of all rows in chunks of whole lines."""
    source = lines(connection, rows)
    while chunk := b"".join(islice(source, _LINES)):
        yield chunk


def _forms(connection: sqlite3.Connection, rows: Rows) -> dict[int, bytes]:
    if len(rows) > _MANY:
        return dict(connection.execute("SELECT id, CAST(form AS BLOB) FROM term"))
    wanted = {number for row in rows for number in row}
    return {number: form for batch in batches(wanted) for number, form in _some(connection, batch)}


def _some(connection: sqlite3.Connection, batch: list[int]) -> Iterable[tuple[int, bytes]]:
    marks = ",".join("?" * len(batch))
    return connection.execute(f"SELECT id, CAST(form AS BLOB) FROM term WHERE id IN ({marks})", batch)  # noqa: S608  (marks only)
