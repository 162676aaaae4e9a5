"""Large additions: N-Quads lines become rows without making a value of each.

The lines are sorted once. That order is the order of the digest, of the quads of a first import and of the new terms, so all
three are appended at the end of their tables. Memory: about three times the bytes of the lines.
"""

from __future__ import annotations

import gc
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import compress, groupby
from operator import itemgetter
from typing import Final

from kgapp.adapters.sqlite_record import search_index
from kgapp.adapters.sqlite_record.schema import INDEXES
from kgapp.adapters.sqlite_record.search_index import Document
from kgapp.adapters.sqlite_record.term_table import Ids, Rows, TermTable
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import ntriples, parse, shorten

_PLAIN_IRI: Final = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9/.:_~!$&'()*+,;=@?-]*(#[A-Za-z0-9/.:_~-]*)?>")
_PLAIN_LITERAL: Final = re.compile(
    r'"[^"\\\x00-\x1f\x7f\ufffe\uffff]*"(@[a-z]{2,8}|\^\^<http://www\.w3\.org/2001/XMLSchema#d[a-zA-Z]+>)?'
)


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import adds: quads as rows of places in ``forms``, sorted by their lines, which are all new.

    ``known`` holds the numbers of the terms that the file has already, ``new_terms`` the others, sorted.
    """

    rows: Rows
    forms: tuple[str, ...]
    known: dict[str, int]
    new_terms: tuple[str, ...]
    digest: str


def read(chunks: Iterable[bytes]) -> list[str]:
    """The distinct lines of all chunks, sorted by code point. Raises ``BadInput`` for bytes that are not UTF-8."""
    lines: set[str] = set()
    try:
        for chunk in chunks:
            lines.update(chunk.decode().split("\n"))
    except UnicodeDecodeError as error:
        raise BadInput(f"The text is not UTF-8: {error.reason}.") from error
    lines.discard("")
    return sorted_in_parts(lines)


def only_new(connection: sqlite3.Connection, lines: list[str]) -> Addition:
    """Leave out the lines that the file holds already. Raises ``BadInput`` for a line that is not canonical."""
    with _no_collection():
        forms, rows = _numbered(lines)
        known = _known(connection, forms)
        for form in forms:
            if form not in known:
                _check(form)
        if known:
            ids = [known.get(form) for form in forms]
            new = [not _held(connection, tuple(ids[place] for place in row)) for row in rows]
            lines = list(compress(lines, new))
            rows = Rows(compress(rows, new))
        used = {place for row in rows for place in row} if known else range(len(forms))
        new_terms = sorted_in_parts([forms[place] for place in used if forms[place] not in known])
        return Addition(rows, forms, known, tuple(new_terms), _digest(lines))


def write(connection: sqlite3.Connection, seq: int, found: Addition) -> None:
    """Write terms, quads, changes and search rows of a revision that only adds."""
    with _no_collection():
        last = connection.execute("SELECT coalesce(max(id), 0) FROM term").fetchone()[0]
        new = {form: last + number for number, form in enumerate(found.new_terms, 1)}
        ids = [found.known.get(form) or new.get(form, 0) for form in found.forms]
        old_subjects = {ids[row[0]] for row in found.rows if ids[row[0]] <= last}
        before = search_index.documents(connection, old_subjects)
        connection.executemany("INSERT INTO term (form, id) VALUES (?, ?)", new.items())
        rows = ((ids[s], ids[p], ids[o], ids[g]) for s, p, o, g in found.rows)
        if connection.execute("SELECT 1 FROM change LIMIT 1").fetchone():
            _write_more(connection, seq, rows)
        else:
            _write_first(connection, seq, rows)
        search_index.replace(connection, before, search_index.documents(connection, old_subjects))
        search_index.add(connection, dict(_documents(found, ids, last)))


def _numbered(lines: list[str]) -> tuple[tuple[str, ...], Rows]:
    """The distinct terms of the lines, and each line as four places in them. No IRI holds a space."""
    places: dict[str, int] = {}
    place = places.setdefault
    rows = Rows()
    for line in lines:
        try:
            s, p, rest = line.split(" ", 2)
            o, _, g = rest[:-2].rpartition(" ")
        except ValueError:
            raise _no_line(line) from None
        if rest[-2:] != " ." or not o or not s[0] == p[0] == g[0] == "<":
            raise _no_line(line)
        rows.append((place(s, len(places)), place(p, len(places)), place(o, len(places)), place(g, len(places))))
    return tuple(places), rows


def _no_line(line: str) -> BadInput:
    return BadInput(f"“{shorten(line)}” is not a line of N-Quads with a graph.")


def _known(connection: sqlite3.Connection, forms: Iterable[str]) -> dict[str, int]:
    if not connection.execute("SELECT 1 FROM term LIMIT 1").fetchone():
        return {}
    return TermTable(connection).ids_of(forms)


def _held(connection: sqlite3.Connection, row: tuple[int | None, ...]) -> bool:
    if None in row:
        return False
    return (
        connection.execute("SELECT 1 FROM quad WHERE s = ? AND p = ? AND o = ? AND g = ?", row).fetchone() is not None
    )


def _check(form: str) -> None:
    if _PLAIN_IRI.fullmatch(form) or _PLAIN_LITERAL.fullmatch(form):
        return
    try:
        canonical = ntriples(parse(form))
    except BadTerm as error:
        raise BadInput(error.sentence, hint=error.hint) from error
    if canonical != form:
        raise BadInput(
            f"“{shorten(form)}” is not in canonical N-Quads syntax.", hint=f"It would be {shorten(canonical)}."
        )


def _digest(lines: list[str]) -> str:
    total = hashlib.sha256()
    for start in range(0, len(lines), 10_000):
        total.update("".join(f"A {line}\n" for line in lines[start : start + 10_000]).encode())
    return total.hexdigest()


def _write_first(connection: sqlite3.Connection, seq: int, rows: Iterable[Ids]) -> None:
    """Into empty tables: rows come in the order of the numbers, and indexes are made at the end."""
    connection.execute("DROP INDEX quad_reverse")
    connection.execute("DROP INDEX change_subject")
    connection.executemany("INSERT INTO quad (s, p, o, g) VALUES (?, ?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO change (seq, s, p, o, g, op) SELECT ?, s, p, o, g, 'A' FROM quad ORDER BY s, p, o, g", (seq,)
    )
    for name in ("quad_reverse", "change_subject"):
        connection.execute(INDEXES[name])


def _write_more(connection: sqlite3.Connection, seq: int, rows: Iterable[Ids]) -> None:
    connection.executemany(
        "INSERT INTO change (seq, s, p, o, g, op) VALUES (?, ?, ?, ?, ?, 'A')",
        ((seq, *row) for row in sorted_in_parts(list(rows))),
    )
    connection.execute(
        "INSERT INTO quad (s, p, o, g) SELECT s, p, o, g FROM change WHERE seq = ? ORDER BY s, p, o, g", (seq,)
    )


def _documents(found: Addition, ids: list[int], last: int) -> Iterator[tuple[int, Document]]:
    """Documents of the subjects that the file did not know before."""
    forms = found.forms
    for subject, rows in groupby(found.rows, key=itemgetter(0)):
        if ids[subject] > last:
            made = search_index.document(
                forms[subject], ((forms[p], forms[o]) for _, p, o, _ in rows if forms[o][0] == '"')
            )
            if made is not None:
                yield ids[subject], made


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection while millions of small tuples come and go: none of them is part of a cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
