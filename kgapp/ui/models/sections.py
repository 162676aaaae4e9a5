"""Rows under headings as a Qt model: the facts of an entity, the items of an impact. Long groups are shown part by part."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.ui.models import roles
from kgapp.ui.texts import BLOCK, block, number, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()

STEP: Final = 200
"""Rows of a group that are shown at first, and how many more each time: their heights are all measured."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row. ``ink`` is ``first``, ``second``, ``third`` or ``accent``."""

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
    """A heading and its rows. ``key`` tells it from others; ``rest`` names what is not loaded yet, in a last row."""

    title: str
    rows: tuple[Row, ...]
    key: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """The subject of a last row that stands for further ones."""

    key: str


class SectionsModel(QAbstractItemModel):
    """Headings at the top, rows below them."""

    def __init__(self, columns: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._groups: list[Group] = []
        self._ids: list[int] = []  # of each group, never used twice: children keep their parent when groups come and go
        self._next = itertools.count(1)
        self._shown: dict[str, int] = {}

    def show(self, groups: tuple[Group, ...]) -> None:
        """Replace everything; groups without rows are left out."""
        self.beginResetModel()
        self._groups = [group for group in groups if group.rows]
        self._ids = [next(self._next) for _ in self._groups]
        self._shown = {}
        self.endResetModel()

    def update(self, groups: tuple[Group, ...]) -> None:
        """Replace everything with as little movement as possible: what is the same stays where it is."""
        wanted = [group for group in groups if group.rows]
        keys = {_key(group) for group in wanted}
        for at in reversed(range(len(self._groups))):
            if _key(self._groups[at]) not in keys:
                self._take(at)
        for at, group in enumerate(wanted):
            known = [_key(each) for each in self._groups]
            if _key(group) not in known:
                self._insert(at, group)
            elif known.index(_key(group)) != at:
                self._take(known.index(_key(group)))
                self._insert(at, group)
            else:
                self._replace(at, group)

    def more(self, key: str) -> bool:
        """Show further rows of a group that are there already; false when there are none."""
        at = self.place_of(key)
        group = self._groups[at] if at >= 0 else None
        if group is None or self._count(group) >= len(group.rows):
            return False
        self._show_rows(at, self._count(group) + STEP)
        return True

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the groups, in order."""
        return tuple(_key(group) for group in self._groups)

    def place_of(self, key: str) -> int:
        """The row of a heading; -1 when there is none."""
        return self.keys.index(key) if key in self.keys else -1

    def key(self, index: Index) -> str:
        """The key of the group that an index belongs to; empty for none."""
        if not index.isValid():
            return ""
        above = int(index.internalId())
        return _key(self._groups[self._ids.index(above) if above else index.row()])

    def subject(self, index: Index) -> object:
        """The value that a row shows; ``None`` for a heading."""
        row = self._row(index)
        return row.subject if row else None

    def find(self, subject: object) -> QModelIndex:
        """The first row that shows a value; shown if need be."""
        for at, group in enumerate(self._groups):
            for below, row in enumerate(group.rows):
                if row.subject == subject:
                    if below >= self._count(group):
                        self._show_rows(at, below + STEP)
                    return self.index(below, 0, self.index(at, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if row < 0 or not 0 <= column < len(self._columns) or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, self._ids[parent.row()] if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> Any:
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(self._ids.index(int(above)), 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_heading = parent.internalId() == 0 and parent.column() == 0
        return self._rows_of(self._groups[parent.row()]) if is_heading else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

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
        if not above:
            return None
        group = self._groups[self._ids.index(above)]
        return group.rows[index.row()] if index.row() < self._count(group) else self._last(group)

    def _last(self, group: Group) -> Row:
        hidden = len(group.rows) - self._count(group)
        words = tr("and {count} more").format(count=number(hidden)) if hidden else group.rest
        at = min(1, len(self._columns) - 1)
        cells = tuple(Cell(words, ink="accent") if column == at else Cell("") for column in range(at + 1))
        return Row(cells, More(_key(group)))

    def _count(self, group: Group) -> int:
        """How many of the rows of a group are shown."""
        return min(len(group.rows), self._shown.get(_key(group), STEP))

    def _rows_of(self, group: Group) -> int:
        return self._count(group) + bool(self._count(group) < len(group.rows) or group.rest)

    def _show_rows(self, at: int, count: int) -> None:
        group = self._groups[at]
        self._change(at, lambda: self._shown.__setitem__(_key(group), count))

    def _replace(self, at: int, group: Group) -> None:
        if self._groups[at] == group:
            return
        self._change(at, lambda: self._groups.__setitem__(at, group))
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def _change(self, at: int, change: Callable[[], None]) -> None:
        """Take the rows of a group away, alter it, and put its rows back; those at the start that stay the same stay."""
        old = self._groups[at]
        before = [self._row_at(old, row) for row in range(self._rows_of(old))]
        shown = dict(self._shown)
        change()
        new = self._groups[at]
        after = [self._row_at(new, row) for row in range(self._rows_of(new))]
        later = dict(self._shown)
        same = next((row for row, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
        kept = min(len(before), len(after)) if same is None else same
        self._groups[at], self._shown = old, shown
        heading = self.index(at, 0)
        if len(before) > kept:
            self.beginRemoveRows(heading, kept, len(before) - 1)
            self._groups[at] = Group(old.title, tuple(before[:kept]), old.key or old.title)
            self._shown[_key(old)] = kept
            self.endRemoveRows()
        if len(after) > kept:
            self.beginInsertRows(heading, kept, len(after) - 1)
        self._groups[at], self._shown = new, later
        if len(after) > kept:
            self.endInsertRows()

    def _row_at(self, group: Group, row: int) -> Row:
        return group.rows[row] if row < self._count(group) else self._last(group)

    def _take(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        self._shown.pop(_key(self._groups.pop(at)), None)
        self._ids.pop(at)
        self.endRemoveRows()

    def _insert(self, at: int, group: Group) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self._groups.insert(at, group)
        self._ids.insert(at, next(self._next))
        self.endInsertRows()


def _key(group: Group) -> str:
    return group.key or group.title


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
