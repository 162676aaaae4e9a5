"""Checking a project file: pages, tables, history, and that quads and search tables follow from the changes.

Everything is done on a private copy, so that nothing is locked or altered and the full-text index can check itself.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from kgapp.adapters.sqlite_record import connections, files, schema, search_index
from kgapp.adapters.sqlite_record.errors import translated
from kgapp.adapters.sqlite_record.replay import Replay, check_chain, check_changes, check_terms, check_unused_terms
from kgapp.adapters.sqlite_record.term_table import Ids
from kgapp.domain.terms import shorten
from kgapp.services.verification import Problem, Verification

_MOST: Final = 20
"""Problems named by one check; one damaged page can cause thousands."""


def verify(path: Path) -> Verification:
    """Check a project file. Raises ``ProjectProblem`` for what is no project file at all."""
    files.identify(path)
    copy = sqlite3.connect("", isolation_level=None)
    copy.text_factory = lambda raw: raw.decode(errors="backslashreplace")
    try:
        with translated(path):
            _copy(path, copy)
        return _checked(copy)
    finally:
        copy.close()


def _copy(path: Path, copy: sqlite3.Connection) -> None:
    original = connections.reader(path)
    try:
        original.backup(copy)
    finally:
        original.close()


def _checked(copy: sqlite3.Connection) -> Verification:
    replay = Replay()
    problems: list[Problem] = []
    for place, check in _CHECKS:
        try:
            problems += islice(check(copy, replay), _MOST)
        except (
            sqlite3.DatabaseError,
            ValueError,
            TypeError,
            AttributeError,
        ) as error:  # damage makes values of any type
            problems.append(Problem(place, f"It cannot be read: {error}."))
    return Verification(replay.revisions, len(replay.state), replay.head, _graph_hash(replay), tuple(problems))


def _pages(copy: sqlite3.Connection, _: Replay) -> Iterator[Problem]:
    """SQLite's own check, which also compares tables with their indexes."""
    for (said,) in copy.execute(f"PRAGMA integrity_check({_MOST:d})"):
        if said != "ok":
            yield Problem("the file", f"SQLite reports: {said}.")


def _tables(copy: sqlite3.Connection, _: Replay) -> Iterator[Problem]:
    for name in schema.differences(copy):
        yield Problem(f"table, index or trigger {name}", "It is missing, added or not as kgapp makes it.")


def _quads(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    present: set[Ids] = set(copy.execute("SELECT s, p, o, g FROM quad"))
    for row in present - replay.state:
        yield Problem("table quad", f"This statement follows from no change: {shorten(replay.line(row), 200)}")
    for row in replay.state - present:
        yield Problem("table quad", f"This statement is missing: {shorten(replay.line(row), 200)}")


def _full_text(copy: sqlite3.Connection, _: Replay) -> Iterator[Problem]:
    try:
        copy.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield Problem("table search", f"The full-text index does not fit its texts: {error}.")


def _search(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    made = search_index.documents(copy, {row[0] for row in replay.state})
    found = {row[0]: row[1:] for row in copy.execute("SELECT rowid, labels, synonyms, ids, texts FROM search")}
    for number in sorted(made.keys() | found.keys()):
        expected = made[number].columns if number in made else None
        if found.get(number) != expected:
            yield Problem(
                f"table search, row {number}",
                f"It does not fit what is recorded of {replay.forms.get(number, 'no term')}.",
            )
    names = {(name, number) for number, document in made.items() for name in document.names}
    for name, number in sorted(names ^ set(copy.execute("SELECT folded, entity FROM name")), key=str):
        yield Problem(
            "table name",
            f"“{shorten(str(name))}” of {replay.forms.get(number, 'no term')} is missing or follows from nothing.",
        )


def _attachments(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """Every row of bytes has their digest, and a statement that is or was in the graph names it."""
    said = set(replay.forms.values())
    for key, content in copy.execute("SELECT sha256, content FROM attachment"):
        if hashlib.sha256(content).hexdigest() != key:
            yield Problem(f"table attachment, row {key}", "Its bytes were altered.")
        elif f'"{key}"' not in said:
            yield Problem(f"table attachment, row {key}", "No statement has ever named these bytes.")


def _graph_hash(replay: Replay) -> str:
    total = hashlib.sha256()
    for line in sorted(replay.line(row) for row in replay.state):
        total.update(f"{line}\n".encode())
    return total.hexdigest()


_CHECKS: Final[tuple[tuple[str, Callable[[sqlite3.Connection, Replay], Iterator[Problem]]], ...]] = (
    ("the file", _pages),
    ("the list of tables", _tables),
    ("table term", check_terms),
    ("table revision", check_chain),
    ("table change", check_changes),
    ("table term", check_unused_terms),
    ("table quad", _quads),
    ("table search", _full_text),
    ("table search", _search),
    ("table attachment", _attachments),
)
