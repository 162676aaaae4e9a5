"""A table whose cells are edited in place, one save for each: rows come as values and are replaced without losing the place.

What was entered is shown as waiting until the rows come again with it, or it is taken back because it could not be saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.services.transfer.cells import Kind
from kgapp.ui.models import roles
from kgapp.ui.texts import line, tip
from kgapp.ui.tones import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_READABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its key, its title and its share of the width (below 1) or its width in pixels of the drawings."""

    key: str
    title: str
    width: float


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What stands in a cell; ``second`` is a line in lighter ink. ``kind`` says how it is edited; ``None``: it is not."""

    text: str
    second: str = ""
    tone: Tone | None = None
    kind: Kind | None = None
    choices: tuple[str, ...] = ()
    strong: bool = False
    share: bool = False
    """Whether text and second line matter alike: they share the height of the row."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row. ``key`` stays the same when the row is read again; ``iri`` is the thing it leads to."""

    key: str
    cells: tuple[SheetCell, ...]
    subject: object = None
    iri: str = ""
    is_heading: bool = False

    @classmethod
    def heading(cls, title: str, columns: int) -> SheetRow:
        """A title above the rows that follow, over all columns; nobody stops at it."""
        return cls(f"heading {title}", (SheetCell(title), *[SheetCell("")] * (columns - 1)), is_heading=True)


class SheetModel(QAbstractTableModel):
    """The rows as a Qt model."""

    entered = Signal(str, str, str)
    """A cell was edited: the key of its row, the key of its column, the text."""

    def __init__(self, columns: tuple[SheetColumn, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: tuple[SheetRow, ...] = ()
        self._waiting: dict[tuple[str, str], str] = {}
        self._held: set[tuple[str, str]] = set()
        self.writable = True

    def show(self, rows: Sequence[SheetRow]) -> bool:
        """Replace the rows; true when the same rows stand at the same places, so that only cells changed."""
        shown = tuple(rows)
        same = [row.key for row in shown] == [row.key for row in self._rows]
        if not same:
            self.beginResetModel()
        before, self._rows = self._rows, shown
        self._waiting = {each: text for each, text in self._waiting.items() if each in self._held}
        if not same:
            self.endResetModel()
            return False
        for at, (old, new) in enumerate(zip(before, shown, strict=True)):
            if old.cells != new.cells:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        return True

    def row_at(self, row: int) -> SheetRow | None:
        """The row at a place."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def headings(self) -> tuple[int, ...]:
        """Where the headings stand."""
        return tuple(at for at, row in enumerate(self._rows) if row.is_heading)

    def is_heading(self, index: Index) -> bool:
        """Whether a cell is of a heading."""
        return self._rows[index.row()].is_heading

    def cell(self, index: Index) -> SheetCell:
        """What stands in a cell."""
        return self._rows[index.row()].cells[index.column()]

    def place_of(self, key: str) -> int:
        """Where the row of a key stands; -1 when it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def column_of(self, key: str) -> int:
        """Where a column stands."""
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    def waiting(self, index: Index) -> str | None:
        """What was entered and is not saved yet."""
        return self._waiting.get((self._rows[index.row()].key, self.columns[index.column()].key))

    def hold(self, key: str, column: str) -> None:
        """What was entered there waits for another cell of its row: it stays in sight until that is entered too."""
        self._held.add((key, column))

    def release(self, key: str) -> None:
        """Nothing in a row waits for another cell any more."""
        self._held = {each for each in self._held if each[0] != key}

    def take_back(self, key: str) -> None:
        """What waits in a row was not saved."""
        self.release(key)
        for place in [each for each in self._waiting if each[0] == key]:
            del self._waiting[place]
        at = self.place_of(key)
        if at >= 0:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_heading(index):
            return Qt.ItemFlag.NoItemFlags
        edits = self.writable and self.cell(index).kind is not None
        return _READABLE | Qt.ItemFlag.ItemIsEditable if edits else _READABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell, waits = self.cell(index), self.waiting(index)
        text = cell.text if waits is None else waits
        if role == Qt.ItemDataRole.DisplayRole:
            return line(text, 400)
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (text, cell.second) if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if self.is_heading(index):
                return line(text, 200)
            said = ", ".join(line(part, 200) for part in (text, cell.second) if part)
            return f"{self.columns[index.column()].title}: {said}"
        if role == roles.IRI:
            return self._rows[index.row()].iri
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Enter a text; what says the same as before is no edit."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        row, column, text = self._rows[index.row()], self.columns[index.column()], str(value).strip()
        if text == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self._waiting[row.key, column.key] = text
        self.dataChanged.emit(index, index)
        self.entered.emit(row.key, column.key, text)
        return True
