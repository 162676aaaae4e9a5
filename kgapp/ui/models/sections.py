"""Rows under headings as a Qt model: the facts of an entity, the items of an impact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.ui.models import roles
from kgapp.ui.texts import BLOCK, block, tip
from kgapp.ui.tones import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row. ``ink`` is ``first``, ``second`` or ``accent``."""

    text: str
    icon: str = ""
    tone: Tone | None = None
    ink: str = "first"
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``subject`` is the value it shows, for whoever selects it."""

    cells: tuple[Cell, ...]
    subject: object = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its rows."""

    title: str
    rows: tuple[Row, ...]


class SectionsModel(QAbstractItemModel):
    """Headings at the top, rows below them."""

    def __init__(self, columns: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._groups: tuple[Group, ...] = ()

    def show(self, groups: tuple[Group, ...]) -> None:
        """Replace everything; groups without rows are left out."""
        self.beginResetModel()
        self._groups = tuple(group for group in groups if group.rows)
        self.endResetModel()

    def subject(self, index: Index) -> object:
        """The value that a row shows; ``None`` for a heading."""
        row = self._row(index)
        return row.subject if row else None

    def find(self, subject: object) -> QModelIndex:
        """The first row that shows a value."""
        for at, group in enumerate(self._groups):
            for below, row in enumerate(group.rows):
                if row.subject == subject:
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if row < 0 or not 0 <= column < len(self._columns) or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> Any:
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(int(above) - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_heading = parent.internalId() == 0 and parent.column() == 0
        return len(self._groups[parent.row()].rows) if is_heading else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._row(index)
        if row is None:
            return self._heading(index, role)
        if index.column() >= len(row.cells):
            return None
        return _cell(row.cells[index.column()], role)

    def _heading(self, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return self._groups[index.row()].title
        return True if role == roles.HEADING else None

    def _row(self, index: Index) -> Row | None:
        above = int(index.internalId()) if index.isValid() else 0
        return self._groups[above - 1].rows[index.row()] if above else None


def _cell(cell: Cell, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return block(cell.text, BLOCK)
        case Qt.ItemDataRole.ToolTipRole:
            return tip(cell.text) if len(cell.text) > _LONG else None
        case roles.ICON:
            return cell.icon
        case roles.CHIP:
            return cell.tone.value if cell.tone else ""
        case roles.INK:
            return cell.ink
        case roles.IRI:
            return cell.iri
        case roles.HEADING:
            return False
    return None


_LONG: Final = 60
