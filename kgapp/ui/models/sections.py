"""Rows under headings as a Qt model: the facts of an entity, the items of an impact. Long groups are shown part by part."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.ui.models import roles
from kgapp.ui.texts import BLOCK, block, number, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()

STEP: Final = 150
"""Rows of a group that are shown at first, and how many more each time: the heights of all that are shown are measured."""

MOST: Final = 450
"""Rows of a group that are shown at once; those before or behind them make room."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row. ``ink`` is ``first``, ``second``, ``third`` or ``accent``.

    ``edge`` marks a difference between sites at the left of the cell.
    """

    text: str
    icon: str = ""
    tone: Tone | None = None
    ink: str = "first"
    iri: str = ""
    edge: bool = False


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


@dataclass(frozen=True, slots=True)
class Before:
    """The subject of a first row that stands for earlier ones."""

    key: str


@dataclass(frozen=True, slots=True)
class _Window:
    """Which rows of a group are shown."""

    start: int = 0
    stop: int = STEP


class SectionsModel(QAbstractItemModel):
    """Headings at the top, rows below them."""

    def __init__(self, columns: tuple[str, ...], parent: QObject | None = None, *, first: int = STEP) -> None:
        """``first`` rows of each group are shown at once: fewer where there are many groups."""
        super().__init__(parent)
        self._columns, self._first = columns, first
        self._groups: list[Group] = []
        self._ids: list[int] = []  # of each group, never used twice: children keep their parent when groups come and go
        self._next = itertools.count(1)
        self._rows: list[tuple[Row, ...]] = []  # of each group, what is shown of it
        self._windows: dict[str, _Window] = {}

    def show(self, groups: tuple[Group, ...]) -> None:
        """Replace everything; groups without rows are left out."""
        self.beginResetModel()
        self._groups = [group for group in groups if group.rows]
        self._ids = [next(self._next) for _ in self._groups]
        self._windows = {}
        self._rows = [self._visible(group, _Window(stop=self._first)) for group in self._groups]
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

    def exchange(self, again: Callable[[Row], Row | None], column: int) -> None:
        """Show other cells in one column, where ``again`` gives a row anew; rows stay where they are and as tall."""
        for at, group in enumerate(self._groups):
            made = {id(row): new for row in group.rows if (new := again(row)) is not None}
            if not made:
                continue
            before = self._rows[at]
            self._groups[at] = replace(group, rows=tuple(made.get(id(row), row) for row in group.rows))
            self._rows[at] = tuple(made.get(id(row), row) for row in before)
            heading = self.index(at, 0)
            for below in (below for below, row in enumerate(before) if id(row) in made):
                place = self.index(below, column, heading)
                self.dataChanged.emit(place, place)

    def more(self, key: str) -> bool:
        """Show further rows of a group that are there already; false when there are none."""
        at = self.place_of(key)
        if at < 0:
            return False
        group, window = self._groups[at], self._window(key)
        if window.stop >= len(group.rows):
            return False
        stop = min(len(group.rows), window.stop + STEP)
        self._put(at, group, _Window(max(window.start, stop - MOST), stop))
        return True

    def less(self, key: str) -> None:
        """Show the rows of a group that stand before those shown."""
        at = self.place_of(key)
        if at >= 0:
            start = max(0, self._window(key).start - STEP)
            self._put(at, self._groups[at], _Window(start, start + MOST))

    def cell(self, index: Index) -> Cell | None:
        """What a cell shows, in one step for whoever draws many; ``None`` for a heading or where nothing is."""
        row = self._row(index)
        return row.cells[index.column()] if row is not None and index.column() < len(row.cells) else None

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
                    return self._brought(at, below)
        return QModelIndex()

    def find_more(self, key: str) -> QModelIndex:
        """The last row of a group that stands for further ones, if it has one."""
        at = self.place_of(key)
        last = len(self._rows[at]) - 1 if at >= 0 else -1
        found = last >= 0 and isinstance(self._rows[at][last].subject, More)
        return self.index(last, 0, self.index(at, 0)) if found else QModelIndex()

    def _brought(self, at: int, below: int) -> QModelIndex:
        """The place of a row of a group, after showing it and some around it."""
        group = self._groups[at]
        window = self._window(_key(group))
        if not window.start <= below < window.stop:
            start = max(0, below - STEP // 2)
            window = _Window(start, start + STEP)
            self._put(at, group, window)
        return self.index(below - window.start + bool(window.start), 0, self.index(at, 0))

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
        return len(self._rows[parent.row()]) if is_heading else 0

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
        return self._rows[self._ids.index(above)][index.row()]

    def _window(self, key: str) -> _Window:
        return self._windows.get(key, _Window(stop=self._first))

    def _grown(self, at: int, group: Group) -> _Window:
        """Where all rows were shown, those that come at the end are shown too."""
        window = self._window(_key(group))
        if window.stop < len(self._groups[at].rows):
            return window
        return _Window(window.start, max(window.stop, min(len(group.rows), window.start + MOST)))

    def _visible(self, group: Group, window: _Window) -> tuple[Row, ...]:
        hidden = max(0, len(group.rows) - window.stop)
        words = tr("and {count} more").format(count=number(hidden)) if hidden else group.rest
        last = (self._step(words, More(_key(group))),) if words else ()
        earlier = tr("{count} before these").format(count=number(window.start))
        first = (self._step(earlier, Before(_key(group))),) if window.start else ()
        return (*first, *group.rows[window.start : window.stop], *last)

    def _step(self, words: str, subject: object) -> Row:
        at = min(1, len(self._columns) - 1)
        return Row(tuple(Cell(words if column == at else "", ink="accent") for column in range(at + 1)), subject)

    def _replace(self, at: int, group: Group) -> None:
        if self._groups[at] != group:
            self._put(at, group, self._grown(at, group))
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def _put(self, at: int, group: Group, window: _Window) -> None:
        """Show a group in place of the one with its key; rows at the start and at the end that stay the same stay."""
        before, after = self._rows[at], self._visible(group, window)
        self._groups[at], self._windows[_key(group)] = group, window
        head = _same(before, after)
        tail = _same(before[head:][::-1], after[head:][::-1])
        heading = self.index(at, 0)
        if len(before) > head + tail:
            self.beginRemoveRows(heading, head, len(before) - tail - 1)
            self._rows[at] = (*before[:head], *before[len(before) - tail :])
            self.endRemoveRows()
        if len(after) > head + tail:
            self.beginInsertRows(heading, head, len(after) - tail - 1)
            self._rows[at] = after
            self.endInsertRows()

    def _take(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        self._windows.pop(_key(self._groups.pop(at)), None)
        self._ids.pop(at)
        self._rows.pop(at)
        self.endRemoveRows()

    def _insert(self, at: int, group: Group) -> None:
        self.beginInsertRows(QModelIndex(), at, at)
        self._groups.insert(at, group)
        self._ids.insert(at, next(self._next))
        self._rows.insert(at, self._visible(group, _Window(stop=self._first)))
        self.endInsertRows()


def _same(one: tuple[Row, ...], other: tuple[Row, ...]) -> int:
    """How many rows two lists have in common at the start."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


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
