"""Looking into the search tables: by name from an ordinary index, by words from FTS5."""

from __future__ import annotations

import sqlite3

from kgapp.domain.names import split
from kgapp.domain.terms import Iri
from kgapp.services.ports import Candidate

_CANDIDATES = (
    "SELECT term.form, c0, c1, c2 FROM ({found}) CROSS JOIN search_content ON search_content.id = entity"
    " CROSS JOIN term ON term.id = entity"
)
"""What FTS5 keeps of a row stands in the table ``search_content``, which is quicker to read than through FTS5."""

_NAMED = _CANDIDATES.format(
    found="SELECT entity FROM name WHERE folded >= ? AND folded < ? ORDER BY folded, entity LIMIT ?"
)
_MATCHING = _CANDIDATES.format(found="SELECT rowid AS entity FROM search WHERE search MATCH ? LIMIT ?")


def named(connection: sqlite3.Connection, name: str, limit: int) -> tuple[Candidate, ...]:
    """Entities with a name that begins with ``name`` (folded), in the order of those names."""
    found = connection.execute(_NAMED, (name, f"{name}\U0010ffff", limit)).fetchall()
    return tuple(map(_candidate, dict.fromkeys(found)))


def matching(
    connection: sqlite3.Connection, tokens: tuple[str, ...], limit: int, *, names_only: bool
) -> tuple[Candidate, ...]:
    """Entities that have a word beginning with each token; tokens are folded words and so hold no syntax of FTS5."""
    if not tokens:
        return ()
    wanted = " AND ".join(f'"{token}"*' for token in tokens)
    query = f"{{labels synonyms ids}} : ({wanted})" if names_only else wanted
    return tuple(map(_candidate, connection.execute(_MATCHING, (query, limit)).fetchall()))


def words(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The words of the first names in their order, each once."""
    rows = connection.execute("SELECT DISTINCT folded FROM name ORDER BY folded LIMIT ?", (_MOST_NAMES,))
    return tuple(sorted({word for (folded,) in rows for word in split(folded)}))


def _candidate(row: tuple[str, str, str, str]) -> Candidate:
    labels, synonyms, ids = (tuple(filter(None, column.split("|"))) for column in row[1:])
    return Candidate(Iri(row[0][1:-1]), labels, synonyms, ids)


_MOST_NAMES = 200_000
