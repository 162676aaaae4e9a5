"""Which chart an answer allows: one column of numbers in one unit, over names, days or other numbers; and why none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from kgapp.domain import result_terms
from kgapp.domain.answers import Row
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import XSD, Literal
from kgapp.services.answer_sheets import figure
from kgapp.services.questions.answers import Column
from kgapp.services.shown_answers import Answered

MOST_BARS: Final = 40
MOST_POINTS: Final = 500
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?(?:Z|[+-]\d\d:\d\d)?")
_DAYS: Final = frozenset(XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))


class Drawn(Enum):
    """How points are drawn."""

    BARS = "bars"
    LINE = "line"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: where it stands across, what it is called there, and how high."""

    at: float
    name: str
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn, and how many rows are not: without a figure or a place, in other units, too many to read.

    ``days``: what stands across are days, as numbers of the calendar.
    """

    drawn: Drawn
    across: Column
    up: Column
    unit: str
    points: tuple[Point, ...]
    days: bool = False
    without: int = 0
    other_units: int = 0
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """The columns that a chart can show and those it can stand over; ``why_not`` is a sentence where there is none."""

    ups: tuple[Column, ...] = ()
    across: tuple[Column, ...] = ()
    why_not: str = ""


def choice(answered: Answered) -> Choice:
    """What can be drawn of an answer, judged by its first rows."""
    if answered.form is not Form.SELECT:
        return Choice(why_not="A chart needs rows; this answer is a graph or yes or no.")
    rows = answered.raw[:MOST_POINTS]
    if not rows:
        return Choice(why_not="There are no rows to draw.")
    places = [(place, column) for place, column in enumerate(answered.columns) if not column.unit_of]
    ups = tuple(column for place, column in places if _all(rows, place, _number))
    across = tuple(column for place, column in places if any(row[place] for row in rows))
    if not ups:
        return Choice(why_not="A chart needs a column of numbers; this answer has none.")
    if len(across) < 2:
        return Choice(
            why_not="A chart needs a second column with names, days or numbers; this answer has only one column."
        )
    return Choice(ups, tuple(sorted(across, key=lambda each: each in ups)))


def chart(answered: Answered, up: Column, across: Column) -> Chart:
    """The chart of a column of numbers over another column."""
    rows = answered.raw
    high, wide = answered.columns.index(up), answered.columns.index(across)
    head = rows[:MOST_POINTS]
    reads = next((each for each in (_day, _number) if _all(head, wide, each)), None)
    drawn = _kind(head, wide, reads is _day) if reads is not None else Drawn.BARS
    most = MOST_BARS if drawn is Drawn.BARS else MOST_POINTS
    units = _units(answered, up, rows[:most])
    unit = Counter(units).most_common(1)[0][0] if units else ""
    points: list[Point] = []
    others = without = 0
    for at, row in enumerate(rows[:most]):
        height = figure(row[high])
        place = reads(row[wide]) if reads is not None and row[wide] else None
        if height is None or (reads is not None and place is None):
            without += 1
        elif units[at] != unit:
            others += 1
        else:
            name = answered.rows[at][wide].text
            points.append(Point(float(len(points)) if place is None else place, name, float(height)))
    if drawn is not Drawn.BARS:
        points.sort(key=lambda point: point.at)
    return Chart(drawn, across, up, unit, tuple(points), reads is _day, without, others, max(0, len(rows) - most))


def _kind(rows: tuple[Row, ...], place: int, days: bool) -> Drawn:
    """A line only where each day has one figure: else it would jump."""
    found = [row[place] for row in rows if row[place]]
    return Drawn.LINE if days and len(set(found)) == len(found) else Drawn.POINTS


def _all(rows: tuple[Row, ...], place: int, reads: Callable[[str | None], float | None]) -> bool:
    found = [row[place] for row in rows if row[place]]
    return bool(found) and all(reads(cell) is not None for cell in found)


def _number(cell: str | None) -> float | None:
    found = figure(cell)
    return None if found is None else float(found)


def _day(cell: str | None) -> float | None:
    """The number of a day in the calendar."""
    value = result_terms.read(cell) if cell and cell.startswith('"') else None
    if not isinstance(value, Literal) or value.datatype not in _DAYS:
        return None
    match = _DAY.fullmatch(value.lexical)
    try:
        return float(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)).toordinal()) if match else None
    except ValueError:
        return None


def _units(answered: Answered, up: Column, rows: tuple[Row, ...]) -> list[str]:
    """The unit of each row's figure; empty where there is no column of units."""
    beside = next((place for place, each in enumerate(answered.columns) if each.unit_of == up.name), None)
    if beside is None:
        return [""] * len(rows)
    return [answered.rows[at][beside].text for at in range(len(rows))]
