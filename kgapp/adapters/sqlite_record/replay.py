"""Checking the history of a project file: terms, hash chain, digests, and the graph that the changes lead to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from kgapp.adapters.sqlite_record import chain
from kgapp.adapters.sqlite_record.term_table import Ids
from kgapp.domain import changes
from kgapp.domain.errors import BadTerm
from kgapp.domain.terms import ntriples, parse, shorten
from kgapp.services.verification import Problem

_ROW_TYPES = (int, str, str, str, str, str, str, str, str, int | None, int, int, str, str, str)


@dataclass(slots=True)
class Replay:
    """What was read so far: terms by number, the graph after the last change, and the newest revision."""

    forms: dict[int, str] = field(default_factory=dict)
    state: set[Ids] = field(default_factory=set)
    revisions: int = 0
    head: str = ""

    def line(self, row: Ids) -> str:
        """A row as N-Quads; a number that stands for no term is shown as such."""
        return " ".join(self.forms.get(number, f"[no term {number}]") for number in row) + " ."


def check_terms(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """Each term is in canonical syntax."""
    for number, form in copy.execute("SELECT id, form FROM term"):
        replay.forms[number] = str(form)
        if not _canonical(str(form)):
            yield Problem(f"table term, row {number}", "It is not a term in canonical syntax.")


def check_chain(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """Each revision follows the one before and has the hash that it says."""
    meta = dict(copy.execute("SELECT key, value FROM meta"))
    previous = chain.first_hash(str(meta.get("project_id", "")), str(meta.get("base", "")))
    for number, row in enumerate(copy.execute(f"SELECT {chain.COLUMNS} FROM revision ORDER BY seq"), 1):  # noqa: S608  (constants)
        place = f"revision {row[0]}"
        if row[0] != number:
            yield Problem(place, f"It stands where revision {number} belongs (table revision).")
        if row[13] != previous:
            before = f"revision {row[0] - 1}" if number > 1 else "the project's id and base (table meta)"
            yield Problem(place, f"It does not follow {before}: the hash chain is broken here.")
        if not all(map(isinstance, row, _ROW_TYPES)) or chain.revision_hash(row) != row[14]:
            yield Problem(place, "It was altered: its hash does not fit what it says (table revision).")
        previous = str(row[14])
        replay.revisions, replay.head = number, previous


def check_changes(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """The changes of each revision fit its digest, and each alters the graph that the ones before lead to."""
    said = {
        row[0]: row[1:] for row in copy.execute("SELECT seq, removed_count, added_count, changes_digest FROM revision")
    }
    rows = copy.execute("SELECT seq, op, s, p, o, g FROM change ORDER BY seq")
    for seq, group in groupby(rows, key=lambda row: row[0]):
        changed = [row[1:] for row in group]
        expected = said.pop(seq, None)
        if expected is None:
            yield Problem(f"table change, revision {seq}", "There are changes of a revision that does not exist.")
        elif _summed_up(replay, changed) != expected:
            yield Problem(
                f"revision {seq}", "Its changes do not fit its digest: table change, or a term it uses, was altered."
            )
        yield from _apply(replay, seq, changed)
    for seq in said:
        yield Problem(f"revision {seq}", "Its changes are missing (table change).")


def check_unused_terms(copy: sqlite3.Connection, replay: Replay) -> Iterator[Problem]:
    """Each term is there because a change uses it."""
    used: set[int] = set()
    for row in copy.execute("SELECT s, p, o, g FROM change"):
        used.update(row)
    for number in sorted(replay.forms.keys() - used):
        yield Problem(f"table term, row {number}", f"No change uses this term: {shorten(replay.forms[number])}")


def _canonical(form: str) -> bool:
    try:
        return ntriples(parse(form)) == form
    except BadTerm:
        return False


def _summed_up(replay: Replay, changed: list[Any]) -> tuple[int, int, str]:
    removed = sum(row[0] == "D" for row in changed)
    return removed, len(changed) - removed, changes.digest([f"{row[0]} {replay.line(row[1:])}" for row in changed])


def _apply(replay: Replay, seq: int, changed: list[Any]) -> Iterator[Problem]:
    for op, *numbers in changed:
        row: Ids = tuple(numbers)
        removes = op == "D"
        if removes != (row in replay.state):
            what = "removes what was not there" if removes else "adds what was there"
            yield Problem(f"revision {seq}", f"It {what}: {shorten(replay.line(row), 200)}")
        (replay.state.discard if removes else replay.state.add)(row)
