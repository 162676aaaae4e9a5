"""A workbook that was read, as values: sheets of cells as text, each with what it was. Rows and columns count from 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell was in the file."""

    EMPTY = ""
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    FAULT = "fault"
    """An error value of the spreadsheet, such as #REF!"""
    FORMULA = "formula"
    """Something calculated: its result is not read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as text: a date is ``2026-03-31``, a whole number has no decimal point."""

    text: str = ""
    kind: CellKind = CellKind.EMPTY


NO_CELL = Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet, from its first row on; rows may differ in length."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def at(self, row: int, column: int) -> Cell:
        """A cell; an empty one beyond what the sheet holds."""
        if not 0 < row <= len(self.rows):
            return NO_CELL
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else NO_CELL


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. ``sha256`` is of the bytes of the file, in hex."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of a name."""
        return next((each for each in self.sheets if each.name == name), None)


def letters(column: int) -> str:
    """How spreadsheets name a column: A, B, …, Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
