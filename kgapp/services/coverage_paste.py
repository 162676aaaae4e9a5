"""A cause and effect table from a spreadsheet, read as judgements: what would be made, and what cannot be read and why.

Nothing is guessed. Rows and columns are factors and effects by id or by name; words are none, low, medium, high or their first
letters, with an arrow or a sign for the direction; figures mean something only where a scale was chosen. What is assessed
already stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain import tabbed
from kgapp.domain.coverage import Cell, Direction, Line, Matrix, Place
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri, shorten
from kgapp.services.coverage_writing import Entry


class Scale(Enum):
    """What figures in a table mean."""

    NOT_READ = "figures are not read"
    TO_THREE = "0, 1, 2, 3"
    TO_NINE = "0, 1, 3, 9"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row, column or cell of the table that is left out: where it stands, what it says, and why."""

    where: str
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would make. ``same`` cells say what is recorded, ``blank`` ones say nothing; ``turned`` has effects as rows."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    same: int = 0
    blank: int = 0
    turned: bool = False

    @property
    def cells(self) -> int:
        """How many cells would be judged."""
        return len({entry.place for entry in self.entries})


_WORDS: Final = {
    "none": Grade.NONE,
    "n": Grade.NONE,
    "no": Grade.NONE,
    "no effect": Grade.NONE,
    "low": Grade.LOW,
    "l": Grade.LOW,
    "medium": Grade.MEDIUM,
    "med": Grade.MEDIUM,
    "m": Grade.MEDIUM,
    "high": Grade.HIGH,
    "h": Grade.HIGH,
}
_FIGURES: Final[Mapping[Scale, Mapping[str, Grade]]] = {
    Scale.NOT_READ: {},
    Scale.TO_THREE: dict(zip("0123", Grade, strict=True)),
    Scale.TO_NINE: dict(zip("0139", Grade, strict=True)),
}
_SIGNS: Final = {
    "↑": Direction.UP,
    "+": Direction.UP,
    "↓": Direction.DOWN,
    "-": Direction.DOWN,
    "−": Direction.DOWN,
    "~": Direction.MIXED,
    "↕": Direction.MIXED,
}
_PARTS: Final = re.compile(r"\s*([↑↓↕+\-−~]?)\s*([^↑↓↕+−~]*?)\s*([↑↓↕+\-−~]?)\s*")
_BLANK: Final = frozenset(("", "?", "n/a", "tbd"))
MOST_CELLS: Final = 400_000


def read(matrix: Matrix, text: str, scale: Scale = Scale.NOT_READ) -> Plan:
    """What a pasted table would make of a matrix. Raises ``BadInput`` for what is no table, or names nothing that is known."""
    rows = tabbed.parse(text)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        raise BadInput(
            "This is no table with a heading row and a first column.",
            hint="Copy it with its headings: attributes across, parameters down (or the other way round).",
        )
    if sum(map(len, rows)) > MOST_CELLS:
        raise BadInput(f"The table has more than {MOST_CELLS:,} cells.", hint="Paste it in parts.")
    factors, effects = _Names(matrix.factors), _Names(matrix.columns)
    down, across = [row[0] for row in rows[1:]], list(rows[0][1:])
    straight, turned = (
        sum(one.knows(name) for name in down) + sum(other.knows(name) for name in across)
        for one, other in ((factors, effects), (effects, factors))
    )
    if not straight and not turned:
        raise BadInput(
            "No row or column of the table names a parameter or an attribute of this matrix.",
            hint="Rows and columns are matched by id (P17) or by the whole name.",
        )
    reading = _Reading(matrix, scale, turned > straight, factors, effects)
    return reading.plan(rows)


class _Names:
    """Lines by what people call them; a name that several have names none."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._found: dict[str, set[Iri]] = defaultdict(set)
        for line in lines:
            for name in {fold(line.id), fold(line.label), fold(line.named)} - {""}:
                self._found[name].add(line.iri)

    def knows(self, name: str) -> bool:
        """Whether a name says which line is meant."""
        return len(self._found.get(fold(name), ())) == 1

    def line(self, name: str) -> Iri:
        """The line of a name that is known."""
        (found,) = self._found[fold(name)]
        return found

    def because(self, name: str) -> str:
        """Why a name is not known."""
        if not name.strip():
            return "It has no name."
        several = len(self._found.get(fold(name), ()))
        return f"{several} things are called so; use the id." if several else "Nothing in this matrix is called so."


class _Reading:
    """One table, read against one matrix."""

    def __init__(self, matrix: Matrix, scale: Scale, turned: bool, factors: _Names, effects: _Names) -> None:
        self._matrix, self._turned = matrix, turned
        self._figures = _FIGURES[scale]
        self._down, self._across = (effects, factors) if turned else (factors, effects)
        self._problems: list[Problem] = []
        self._entries: list[Entry] = []
        self._seen: dict[Place, str] = {}
        self._count: Counter[str] = Counter()

    def plan(self, rows: tabbed.Rows) -> Plan:
        """What the table makes."""
        heads = rows[0][1:]
        columns = [self._named(self._across, name, f"column {at + 2}") for at, name in enumerate(heads)]
        for number, row in enumerate(rows[1:], start=2):
            line = self._named(self._down, row[0], f"row {number}") if any(row) else None
            for column, cell in zip(columns, row[1:], strict=False):
                if line is not None and column is not None:
                    place = Place(column, line) if self._turned else Place(line, column)
                    self._cell(place, cell, f"row {number}, {shorten(row[0], 60)}")
            if line is not None and any(cell.strip() for cell in row[1 + len(columns) :]):
                self._problems.append(Problem(f"row {number}", "", "It is longer than the heading row."))
        return Plan(
            tuple(self._entries), tuple(self._problems), self._count["same"], self._count["blank"], self._turned
        )

    def _named(self, names: _Names, name: str, where: str) -> Iri | None:
        if names.knows(name):
            return names.line(name)
        self._problems.append(Problem(where, shorten(name, 80), names.because(name)))
        return None

    def _cell(self, place: Place, text: str, where: str) -> None:
        if fold(text) in _BLANK:
            self._count["blank"] += 1
            return
        read = self._read(text)
        because = self._because(place, read, text)
        if because == _SAME:
            self._count["same"] += 1
        elif because:
            self._problems.append(Problem(where, shorten(text, 80), because))
        else:
            self._entries += [Entry(place, said) for said in read]
        self._seen.setdefault(place, fold(text))

    def _because(self, place: Place, read: tuple[Grade | Direction, ...], text: str) -> str:
        if place.factor == place.effect:
            return "Nothing bears on itself."
        if not read:
            figure = text.strip().isdigit()
            return "What figures mean was not chosen." if figure and not self._figures else _UNREAD
        if place in self._seen:
            return _SAME if self._seen[place] == fold(text) else "The table says something else of this cell before."
        return _present(self._matrix.cell(place), read)

    def _read(self, text: str) -> tuple[Grade | Direction, ...]:
        found = _PARTS.fullmatch(text)
        before, word, behind = found.groups() if found else ("", "", "")
        grade = _WORDS.get(fold(word), self._figures.get(word.strip()))
        if grade is None or (before and behind):
            return ()
        return (grade, *_sign(before or behind))


_SAME: Final = "same"
_UNREAD: Final = "It is none of H, M, L, N, high, medium, low, none."


def _sign(mark: str) -> Iterator[Direction]:
    if mark:
        yield _SIGNS[mark]


def _present(cell: Cell, read: tuple[Grade | Direction, ...]) -> str:
    if len(cell.speaking) > 1:
        return f"{len(cell.speaking)} influences are recorded here; it is not said which is meant."
    if not cell.standing.assessed:
        return ""
    own = cell.strength
    if own is read[0] and (len(read) == 1 or read[1] is cell.direction):
        return _SAME
    word = own.word if own is not None else ""
    if own is read[0]:
        return f"It is recorded with another direction ({cell.direction.value if cell.direction else 'none recorded'})."
    return f"It is assessed as {word} already; change it by hand if the table is right."
