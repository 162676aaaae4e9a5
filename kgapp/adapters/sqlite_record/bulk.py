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
from itertools import groupby
from typing import Final

from kgapp.adapters.sqlite_record import search_index
from kgapp.adapters.sqlite_record.schema import INDEXES
from kgapp.adapters.sqlite_record.search_index import Document
from kgapp.adapters.sqlite_record.term_table import TermTable
from kgapp.domain.errors import BadInput, BadTerm
from kgapp.domain.terms import ntriples, parse, shorten

_PLAIN_IRI: Final = re.compile(r'<[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*>')
_PLAIN_LITERAL: Final = re.compile(
    r'"[^"\\\x00-\x1f\x7f\ufffe\uffff]*"(@[a-z]+|\^\^<http://www\.w3\.org/2001/XMLSchema#d[a-zA-Z]+>)?'
)

Parts = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import adds: the lines that are new, sorted, with the numbers of their terms."""

    lines: tuple[str, ...]
    ids: dict[str, int]
    new_terms: tuple[str, ...]
    digest: str

    @property
    def count(self) -> int:
        """Quads to add."""
        return len(self.lines)


def read(chunks: Iterable[bytes]) -> list[str]:
    """The distinct lines of all chunks, sorted by code point. Raises ``BadInput`` for bytes that are not UTF-8."""
    lines: set[str] = set()
    try:
        for chunk in chunks:
            lines.update(chunk.decode().split("\n"))
    except UnicodeDecodeError as error:
        raise BadInput(f"The text is not UTF-8: {error.reason} at byte {error.start} of a part.") from error
    lines.discard("")
    return sorted(lines)


def only_new(connection: sqlite3.Connection, lines: list[str]) -> Addition:
    """Leave out the lines that the file holds already. Raises ``BadInput`` for a line that is not canonical."""
    with _no_collection():
        forms: set[str] = set()
        for line in lines:
            forms.update(split(line))
        ids = _known(connection, forms)
        unknown = sorted(forms - ids.keys())
        for form in unknown:
            _check(form)
        if ids:
            lines = [line for line in lines if not _held(connection, line, ids)]
            used = {form for line in lines for form in split(line)} if lines else set()
            unknown = [form for form in unknown if form in used]
        return Addition(tuple(lines), ids, tuple(unknown), _digest(lines))


def write(connection: sqlite3.Connection, seq: int, found: Addition) -> None:
    """Write terms, quads, changes and search rows of a revision that only adds."""
    with _no_collection():
        last = connection.execute("SELECT coalesce(max(id), 0) FROM term").fetchone()[0]
        ids = found.ids | {form: last + number for number, form in enumerate(found.new_terms, 1)}
        before = search_index.documents(connection, _old_subjects(found))
        connection.executemany(
            "INSERT INTO term (id, form) VALUES (?, ?)", ((ids[form], form) for form in found.new_terms)
        )
        fresh = not connection.execute("SELECT 1 FROM quad LIMIT 1").fetchone()
        rows = ((ids[s], ids[p], ids[o], ids[g]) for s, p, o, g in map(split, found.lines))
        if fresh:
            _write_first(connection, seq, rows)
        else:
            _write_more(connection, seq, rows)
        search_index.replace(connection, before, search_index.documents(connection, _old_subjects(found)))
        search_index.add(connection, dict(_new_documents(found, ids)))


def split(line: str) -> Parts:
    """Subject, predicate, object and graph of a canonical line: no IRI holds a space."""
    try:
        subject, predicate, rest = line.split(" ", 2)
        value, space, graph = rest[:-2].rpartition(" ")
    except ValueError:
        subject = predicate = value = space = graph = ""
    if not space or line[-2:] != " ." or subject[0] != "<" or predicate[0] != "<" or graph[0:1] != "<":
        raise BadInput(f"“{shorten(line)}” is not a line of N-Quads with a graph.")
    return subject, predicate, value, graph


def _known(connection: sqlite3.Connection, forms: set[str]) -> dict[str, int]:
    if not connection.execute("SELECT 1 FROM term LIMIT 1").fetchone():
        return {}
    return TermTable(connection).ids_of(forms)


def _held(connection: sqlite3.Connection, line: str, ids: dict[str, int]) -> bool:
    row = tuple(map(ids.get, split(line)))
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


def _write_first(connection: sqlite3.Connection, seq: int, rows: Iterable[tuple[int, int, int, int]]) -> None:
    connection.execute("DROP INDEX quad_reverse")
    connection.execute("DROP INDEX change_subject")
    connection.executemany("INSERT INTO quad (s, p, o, g) VALUES (?, ?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO change (seq, s, p, o, g, op) SELECT ?, s, p, o, g, 'A' FROM quad ORDER BY s, p, o, g", (seq,)
    )
    for name in ("quad_reverse", "change_subject"):
        connection.execute(INDEXES[name])


def _write_more(connection: sqlite3.Connection, seq: int, rows: Iterable[tuple[int, int, int, int]]) -> None:
    connection.executemany(
        "INSERT INTO change (seq, s, p, o, g, op) VALUES (?, ?, ?, ?, ?, 'A')", ((seq, *row) for row in sorted(rows))
    )
    connection.execute(
        "INSERT INTO quad (s, p, o, g) SELECT s, p, o, g FROM change WHERE seq = ? ORDER BY s, p, o, g", (seq,)
    )


def _old_subjects(found: Addition) -> Iterator[int]:
    """Subjects that the file knew before, so that they may have documents already."""
    return (found.ids[subject] for subject, _ in groupby(found.lines, key=_subject) if subject in found.ids)


def _new_documents(found: Addition, ids: dict[str, int]) -> Iterator[tuple[int, Document]]:
    for subject, lines in groupby(found.lines, key=_subject):
        if subject in found.ids:
            continue
        made = search_index.document(subject, ((p, o) for _, p, o, _ in map(split, lines) if o[0] == '"'))
        if made is not None:
            yield ids[subject], made


def _subject(line: str) -> str:
    return line[: line.index(" ")]


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
