"""Looking into the search tables: by name from an ordinary index, by words from FTS5."""

from __future__ import annotations

import sqlite3

from kgapp.domain.terms import Iri
from kgapp.services.ports import Candidate

_SELECT = "SELECT term.form, labels, synonyms, ids FROM search JOIN term ON term.id = search.rowid"


def named(connection: sqlite3.Connection, name: str, limit: int) -> tuple[Candidate, ...]:
    """Entities with a name that begins with ``name`` (folded), in the order of those names."""
    found = connection.execute(
        "SELECT entity FROM name WHERE folded >= ? AND folded < ? ORDER BY folded, entity LIMIT ?",
        (name, f"{name}\U0010ffff", limit),
    ).fetchall()
    order = list(dict.fromkeys(row[0] for row in found))
    return tuple(
        _candidate(row)
        for entity in order
        for row in connection.execute(f"{_SELECT} WHERE search.rowid = ?", (entity,))
    )


def matching(
    connection: sqlite3.Connection, tokens: tuple[str, ...], limit: int, *, names_only: bool
) -> tuple[Candidate, ...]:
    """Entities that have a word beginning with each token; tokens are folded words and so hold no syntax of FTS5."""
    if not tokens:
        return ()
    wanted = " AND ".join(f'"{token}"*' for token in tokens)
    query = f"{{labels synonyms ids}} : ({wanted})" if names_only else wanted
    return tuple(
        map(_candidate, connection.execute(f"{_SELECT} WHERE search MATCH ? LIMIT ?", (query, limit)).fetchall())
    )


def _candidate(row: tuple[str, str, str, str]) -> Candidate:
    labels, synonyms, ids = (tuple(filter(None, column.split("|"))) for column in row[1:])
    return Candidate(Iri(row[0][1:-1]), labels, synonyms, ids)
