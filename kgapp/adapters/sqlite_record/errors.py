"""Where SQLite's errors become sentences for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgapp.domain.errors import Damaged, ProjectProblem

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise ``Damaged`` or ``ProjectProblem`` for what the file, the disk or another program did; the rest is our bug."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        problem = _problem(path, error)
        if problem is None:
            raise
        raise problem from error


def _problem(path: Path, error: sqlite3.DatabaseError) -> ProjectProblem | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BROKEN:
        return Damaged(f"{path.name} is damaged: {error}.", hint="Run kgapp verify, or go back to a copy.")
    if code in _BUSY:
        return ProjectProblem(f"{path.name} is in use by another program.", hint="Nothing was changed. Try again.")
    if code in _FULL:
        return ProjectProblem(
            f"{path.name} could not be written: {error}.", hint="Nothing was changed. Free some space."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectProblem(
            f"{path.name} cannot be opened or written here: {error}.",
            hint="Look at the rights of the file and its folder.",
        )
    return None
