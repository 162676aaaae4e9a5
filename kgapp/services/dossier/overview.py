"""The process as drawings: steps as columns, sites as lanes, as in the window's process map, but for paper and narrow screens.

A drawing is as wide as a page and holds a few steps; a process of more is drawn below itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from kgapp.domain.dossier import Box, Drawing, Look, Mark, Stroke, Text
from kgapp.domain.dossier import Card as Linked
from kgapp.services.dossier.places import Places
from kgapp.services.process_board import Card, FactorRow, ProcessMap, Standing
from kgapp.services.process_cards import SHOWN_MARKS
from kgapp.services.reports.wording import counted

MOST_STEPS: Final = 60
MOST_LANES: Final = 12
ROWS: Final = 6
"""Factors that a card names; more are counted."""

_SIDE, _COLUMN, _GAP, _AT_ONCE = 104, 286, 12, 3
_WIDTH: Final = _SIDE + _AT_ONCE * (_COLUMN + _GAP)
_HEAD, _LINE, _PAD = 28, 18, 10
_LETTER, _WIDE = 6.2, 7.8
"""How wide letters of a card are, roughly: what does not fit is cut, and told whole to those who point at it."""
_FIGURE: Final = re.compile(r"[\d.,–-]?[\d.,]")

_BOLD: Final = 1.15
"""How much wider letters are that are bold or of a heading."""

_SHARE: Final = 0.6
"""Of a card, for a value at most; the name of its factor has the rest."""

NOTHING: Final = "–"
BY_DESIGN: Final = "not used"
UNLIKE: Final = "≠"


def drawings(board: ProcessMap, places: Places) -> tuple[Drawing, ...]:
    """The map of a process, a few steps at a time; empty without a step."""
    shown = range(min(len(board.steps), MOST_STEPS))
    return tuple(_band(board, places, shown[start : start + _AT_ONCE]) for start in shown[::_AT_ONCE])


def value(row: FactorRow) -> str:
    """What a card says of a factor."""
    if row.standing is Standing.SET:
        return row.value
    return BY_DESIGN if row.standing is Standing.NOT_APPLICABLE else NOTHING


def cut(text: str, room: float) -> str:
    """Text that is no wider than so many pixels, as far as can be told without its type; never cut within a figure."""
    if width(text) <= room:
        return text
    left = room - width("…")
    place = sum(used <= left for used in accumulate(map(width, text)))
    kept = text[:place]
    if _FIGURE.match(text[max(0, place - 1) : place + 1]):
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip(' (')}…"


def width(text: str) -> float:
    """How wide a text of a card is, roughly."""
    wide = sum(_WIDE if each.isdigit() or each.isupper() else _LETTER for each in text)
    return wide + sum(_LETTER for each in text if unicodedata.east_asian_width(each) in "WF")


def _band(board: ProcessMap, places: Places, columns: Sequence[int]) -> Drawing:
    marks: list[Mark] = []
    for place, column in enumerate(columns):
        name = f"{column + 1}. {board.steps[column].step.label}"
        marks.append(Text(_left(place), 18, cut(name, _COLUMN / _BOLD), Look.HEAD, whole=name))
    top = _HEAD
    for lane, cards in zip(board.lanes[:MOST_LANES], board.cards[:MOST_LANES], strict=True):
        marks.append(Stroke(0, top, _WIDTH))
        marks += _side(lane.name, (lane.region, "planned" if lane.planned else ""), top)
        height = max(_height(cards[column]) for column in columns)
        for place, column in enumerate(columns):
            inside = tuple(_card(cards[column], lane.name, _left(place), top, height))
            marks.append(Linked(places.anchor(board.steps[column].step.iri), inside))
        top += height + 2 * _PAD
    names = [board.steps[column].step.label for column in columns]
    title = f"Steps {columns[0] + 1} to {columns[-1] + 1}: {', '.join(names)}"
    return Drawing(title, _WIDTH, top + 1, tuple(marks))


def _left(place: int) -> int:
    return _SIDE + place * (_COLUMN + _GAP)


def _height(card: Card) -> int:
    lines = min(len(card.rows), ROWS) + (len(card.rows) > ROWS) + bool(_below(card))
    return 2 * _PAD + _LINE * max(lines, 1)


def _side(name: str, below: tuple[str, ...], top: int) -> Iterator[Mark]:
    yield Text(0, top + 26, cut(name, _SIDE - 8), Look.LANE, whole=name)
    said = " · ".join(filter(None, below))
    if said:
        yield Text(0, top + 42, cut(said, _SIDE - 8), Look.SECOND, whole=said)


def _card(card: Card, site: str, left: int, top: int, height: int) -> Iterator[Box | Text]:
    empty = not any(row.standing is Standing.SET for row in card.rows)
    said = f"{card.step.label} at {site}"
    yield Box(left, top + _PAD, _COLUMN, height, Look.ABSENT if empty else Look.CARD, said)
    line = top + 2 * _PAD + 12
    for row in card.rows[:ROWS]:
        yield from _factor(row, left + _PAD, line)
        line += _LINE
    more = len(card.rows) - ROWS
    if more > 0:
        yield Text(left + _PAD, line, f"and {more} more", Look.SECOND)
        line += _LINE
    below = _below(card)
    if below:
        yield Text(left + _PAD, line, cut(below, _COLUMN - 2 * _PAD), Look.SECOND, whole=below)


def _factor(row: FactorRow, left: int, line: int) -> Iterator[Text]:
    inside = _COLUMN - 2 * _PAD
    unlike = f"{UNLIKE} " if row.differs else ""
    said, brief = f"{unlike}{value(row)}", f"{unlike}{row.figure} {row.unit} …"
    most = inside * _SHARE / (_BOLD if row.differs else 1)
    shown = brief if width(said) > most >= width(brief) and row.figure else cut(said, most)
    look = Look.DIFFERS if row.differs else Look.VALUE
    room = inside - width(shown) * (_BOLD if row.differs else 1) - _PAD
    yield Text(left, line, cut(row.factor.label, room), Look.NAME, whole=row.factor.label)
    yield Text(left + inside, line, shown, look, ends=True, whole=said)


def _below(card: Card) -> str:
    """What else stands at a step, in numbers."""
    parts = (
        (len(card.know_how), "know-how", "know-how"),
        (len(card.gaps), "gap", "gaps"),
        (len(card.risks), "risk", "risks"),
    )
    said = (
        f"{SHOWN_MARKS} or more {many}" if number >= SHOWN_MARKS else counted(number, one, many)
        for number, one, many in parts
        if number
    )
    return " · ".join(said)


def left_out(board: ProcessMap) -> str:
    """What the drawings do not show; empty when they show all."""
    parts = []
    if len(board.steps) > MOST_STEPS:
        parts.append(f"the first {MOST_STEPS} of {len(board.steps)} steps")
    if len(board.lanes) > MOST_LANES:
        parts.append(f"the first {MOST_LANES} of {len(board.lanes)} sites")
    return f"The drawings show {' and '.join(parts)}." if parts else ""
