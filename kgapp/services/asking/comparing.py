"""Compare two answers of a query: which rows were there then, which are there now, which are the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kgapp.domain.answers import Row
from kgapp.services.asking.history import Kept, Run


@dataclass(frozen=True, slots=True)
class Compared:
    """What two answers have in common. Rows are counted: one that was there twice and is there once is one less.

    ``columns`` are those of the rows. With ``partial`` not all rows of both were read, or not all can be compared: then a
    row that is missing here may be there. ``sentences`` say all of it for people.
    """

    columns: tuple[str, ...]
    only_before: tuple[Row, ...]
    only_now: tuple[Row, ...]
    same: int
    partial: bool
    sentences: tuple[str, ...]


def compare(before: Kept, now: Kept) -> Compared:
    """Compare an earlier answer with a later one, column by name."""
    columns = now.run.columns
    if frozenset(before.run.columns) != frozenset(columns):
        return Compared(columns, (), (), 0, True, (_columns_differ(before.run, now.run),))
    old = _in_order(before, columns)
    unnamed = sum(map(_has_blank, old)), sum(map(_has_blank, now.rows))
    was, is_now = (Counter(row for row in rows if not _has_blank(row)) for rows in (old, now.rows))
    only_before, only_now = was - is_now, is_now - was
    partial = before.run.more or now.run.more or any(unnamed)
    said = (
        _of_what(before.run, now.run),
        _counts(only_before.total(), only_now.total(), (was & is_now).total(), partial=partial, moved=old != now.rows),
        *_doubts(before.run, now.run, unnamed),
    )
    return Compared(
        columns,
        _kept_order(old, only_before),
        _kept_order(now.rows, only_now),
        (was & is_now).total(),
        partial,
        said,
    )


def _in_order(kept: Kept, columns: tuple[str, ...]) -> tuple[Row, ...]:
    if kept.run.columns == columns:
        return kept.rows
    places = [kept.run.columns.index(column) for column in columns]
    return tuple(tuple(row[place] for place in places) for row in kept.rows)


def _kept_order(rows: tuple[Row, ...], wanted: Counter[Row]) -> tuple[Row, ...]:
    """Those rows that are wanted, in the order of the answer, as often as they are wanted."""
    left = Counter(wanted)
    found: list[Row] = []
    for row in rows:
        if left[row] > 0:
            left[row] -= 1
            found.append(row)
    return tuple(found)


def _has_blank(row: Row) -> bool:
    """Whether a row has a thing without a name, which is called differently in every answer."""
    return any(cell is not None and (cell.startswith("_:") or "<<" in cell[:3]) and "_:" in cell for cell in row)


def _of_what(before: Run, now: Run) -> str:
    if now.endpoint:
        return f"Then is {_when(before)}, now is {_when(now)}, at {now.endpoint}."
    if before.revision_hash == now.revision_hash:
        return f"Both answers are of the same revision, {_revision(now)}."
    return f"Then is {_revision(before)}, now is {_revision(now)}."


def _revision(run: Run) -> str:
    return f"revision {run.seq} ({run.revision_hash[:12]})" if run.revision_hash else "an empty project"


def _when(run: Run) -> str:
    return f"{run.at:%Y-%m-%d %H:%M} UTC"


def _counts(before: int, now: int, same: int, *, partial: bool, moved: bool) -> str:
    if not before and not now:
        if partial:
            return f"No difference in what could be compared: {_rows(same)} in both."
        return f"The answers are the same{', in another order' if moved else ''}: {_rows(same)}."
    return f"{_rows(before)} only then, {_rows(now)} only now, {_rows(same)} in both."


def _doubts(before: Run, now: Run, unnamed: tuple[int, int]) -> tuple[str, ...]:
    found: list[str] = []
    for run, word in ((before, "earlier"), (now, "later")):
        if run.more:
            found.append(
                f"Of the {word} answer only the first {_rows(run.rows)} were read: a row that seems to be missing there may "
                "be behind them. Ask for all rows to be sure."
            )
    if any(unnamed):
        found.append(
            f"{_rows(unnamed[0])} then and {_rows(unnamed[1])} now have a thing without a name (a blank node), which is called "
            "differently in every answer: they are not compared."
        )
    if before.inferred != now.inferred:
        one, other = ("with", "without") if before.inferred else ("without", "with")
        found.append(
            f"The earlier answer was asked {one} what follows, the later {other} it: a difference may come from that alone."
        )
    if before.text.strip() != now.text.strip():
        found.append("The two queries are not the same text.")
    return tuple(found)


def _columns_differ(before: Run, now: Run) -> str:
    then, today = (", ".join(columns) or "none" for columns in (before.columns, now.columns))
    return f"The answers cannot be compared: then the columns were {then}, now they are {today}."


def _rows(count: int) -> str:
    return f"{count:,} row{'' if count == 1 else 's'}"
