"""Saved views: how somebody arranged what they looked at. They are no statements and no part of the history."""

from __future__ import annotations

import sqlite3
from typing import Final

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.terms import shorten

LONGEST_NAME: Final = 120
LARGEST: Final = 1_000_000
"""Characters of the content of one view."""
MOST: Final = 5_000
"""Views of one kind."""


def views(connection: sqlite3.Connection, kind: str) -> tuple[tuple[str, str], ...]:
    """Names and contents of the views of a kind, by name; what is larger than allowed is given back empty."""
    rows = connection.execute(
        "SELECT name, CASE WHEN length(content) <= ? THEN content ELSE '' END FROM view WHERE kind = ? ORDER BY name",
        (LARGEST, kind),
    )
    return tuple((str(name), str(content)) for name, content in rows)


def keep(connection: sqlite3.Connection, name: str, kind: str, content: str) -> None:
    """Keep a view, in place of one of the same kind and name."""
    _check_name(name)
    if len(content) > LARGEST:
        raise BadInput("This view is too large to be saved.", hint="Show less of it.")
    row = connection.execute("SELECT kind FROM view WHERE name = ?", (name,)).fetchone()
    if row is not None and row[0] != kind:
        raise BadInput(f"“{name}” is the name of a view of another kind.", hint="Choose another name.")
    count = connection.execute("SELECT count(*) FROM view WHERE kind = ?", (kind,)).fetchone()[0]
    if row is None and count >= MOST:
        raise BadInput(f"A project keeps at most {MOST:,} views of a kind.", hint="Delete one that is no longer used.")
    connection.execute("INSERT OR REPLACE INTO view (name, kind, content) VALUES (?, ?, ?)", (name, kind, content))


def drop(connection: sqlite3.Connection, name: str, kind: str) -> None:
    """Delete a view. Raises ``NotFound``."""
    if not connection.execute("DELETE FROM view WHERE name = ? AND kind = ?", (name, kind)).rowcount:
        raise _gone(name)


def rename(connection: sqlite3.Connection, name: str, kind: str, to: str) -> None:
    """Call a view differently. Raises ``NotFound``, and ``BadInput`` for a name that is taken."""
    _check_name(to)
    if connection.execute("SELECT 1 FROM view WHERE name = ?", (to,)).fetchone() is not None and to != name:
        raise BadInput(f"There is a view “{shorten(to)}” already.", hint="Choose another name.")
    if not connection.execute("UPDATE view SET name = ? WHERE name = ? AND kind = ?", (to, name, kind)).rowcount:
        raise _gone(name)


def _check_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadInput(f"“{shorten(name)}” cannot be the name of a view.", hint=f"Use 1 to {LONGEST_NAME} characters.")


def _gone(name: str) -> NotFound:
    return NotFound(f"There is no view “{shorten(name)}” any more.", hint="It was deleted meanwhile.")
