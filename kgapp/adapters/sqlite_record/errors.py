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
    except UnicodeDecodeError as error:
        raise _damaged(path, "text that is no text") from error
    except sqlite3.DatabaseError as error:
        problem = _problem(path, error)
        if problem is None:
            raise
        raise problem from error


def _problem(path: Path, error: sqlite3.DatabaseError) -> ProjectProblem | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by Python's module, not by SQLite
        return _damaged(path, str(error)) if "decode" in str(error) else None
    code &= 0xFF  # without the details of extended codes
    if code in _BROKEN:
        return _damaged(path, str(error))
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


def _damaged(path: Path, what: str) -> Damaged:
    return Damaged(f"{path.name} is damaged: {what}.", hint="Run kgapp verify, or go back to a copy.")
