"""The work list as a Qt model: headings and rows in one flat table, so that thousands of rows cost what is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.assessment import ItemKey
from kgapp.ui.models import roles, work_rows
from kgapp.ui.models.work_rows import COLUMNS, OWNER, REACH, VERDICT, WHY, WorkRow, WorkView
from kgapp.ui.texts import block, line, number, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import said, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_OF_HEADING: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_OF_ROW: Final = _OF_HEADING | Qt.ItemFlag.ItemIsSelectable
"""Made once: Qt asks for the flags of every chosen cell."""


class WorkList(QAbstractTableModel):
    """Shows what a view keeps of the rows. A heading is a line whose value is a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[WorkRow, ...] = ()
        self._lines: list[str | WorkRow] = []
        self._at: dict[ItemKey, int] = {}
        self._counts: dict[int, int] = {}
        self.view = WorkView()

    def show(self, every: tuple[WorkRow, ...], view: WorkView) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._all, self.view = every, view
        self._lines, self._counts = [], {}
        for title, rows in work_rows.shown(every, view):
            if title:
                self._counts[len(self._lines)] = len(rows)
                self._lines.append(title)
            self._lines += rows
        self._at = {each.key: at for at, each in enumerate(self._lines) if isinstance(each, WorkRow)}
        self.endResetModel()

    def replace(self, every: tuple[WorkRow, ...]) -> bool:
        """Take rows with new verdicts; false when others are shown now, so that everything was replaced."""
        new = {row.key: row for row in every}
        stays = [each.key for each in self._lines if isinstance(each, WorkRow)]
        if (
            len(new) != len(self._all)
            or [row.key for _, rows in work_rows.shown(every, self.view) for row in rows] != stays
        ):
            self.show(every, self.view)
            return False
        self._all = every
        changed = [at for at, each in enumerate(self._lines) if isinstance(each, WorkRow) and new[each.key] != each]
        for at in changed:
            self._lines[at] = new[self._key(at)]
        if changed:  # told once: thousands of single signals would hold the window up
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(COLUMNS) - 1))
        return True

    @property
    def headings(self) -> tuple[int, ...]:
        """The lines that are headings."""
        return tuple(self._counts)

    @property
    def every(self) -> tuple[WorkRow, ...]:
        """All rows, shown or not."""
        return self._all

    @property
    def rows(self) -> tuple[WorkRow, ...]:
        """The rows that are shown, in their order."""
        return tuple(each for each in self._lines if isinstance(each, WorkRow))

    def row(self, index: Index) -> WorkRow | None:
        """The row of an index; ``None`` for a heading."""
        found = self._lines[index.row()] if index.isValid() else None
        return found if isinstance(found, WorkRow) else None

    def at(self, lines: Iterable[int]) -> tuple[WorkRow, ...]:
        """The rows of these lines; headings are passed by."""
        found = (self._lines[each] for each in lines)
        return tuple(each for each in found if isinstance(each, WorkRow))

    def heading(self, index: Index) -> str | None:
        """The words of a heading with its count; ``None`` for a row."""
        found = self._lines[index.row()] if index.isValid() else None
        return f"{line(found)}  {number(self._counts[index.row()])}" if isinstance(found, str) else None

    def below(self, index: Index) -> Iterable[int]:
        """The lines that stand under a heading."""
        return range(index.row() + 1, index.row() + 1 + self._counts.get(index.row(), 0))

    def place(self, key: ItemKey) -> QModelIndex:
        """Where a row is; not valid when it is not shown."""
        at = self._at.get(key)
        return self.index(at, 0) if at is not None else QModelIndex()

    def _key(self, at: int) -> ItemKey:
        each = self._lines[at]
        assert isinstance(each, WorkRow)
        return each.key

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_HEADING if index.row() in self._counts else _OF_ROW

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return said(COLUMNS[section].name)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.ToolTipRole:
                return tr("Sort by this; a third time: by severity, then reach")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(index)
        if row is None:
            return self._heading(index, role)
        if role == roles.HEADING:
            return False
        return _cell(row, index.column(), role)

    def _heading(self, index: Index, role: int) -> Any:
        if role == roles.HEADING:
            return True
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.heading(index) if spoken and index.column() == 0 else None


def tone_of_cell(row: WorkRow, column: int) -> Tone | None:
    """The tone of the chip that a cell is drawn as; ``None`` for plain text."""
    if column == REACH:
        return row.tone
    return Tone.UNKNOWN if column == VERDICT and row.suspect else None


def _cell(row: WorkRow, column: int, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return block(COLUMNS[column].text(row))
        case Qt.ItemDataRole.ToolTipRole:
            return tip(COLUMNS[column].text(row)) if column in (0, WHY, OWNER, VERDICT) else None
        case Qt.ItemDataRole.AccessibleTextRole:
            words = line(COLUMNS[column].text(row), 400)
            return f"{said(COLUMNS[column].name)}: {words}" if column else words
        case roles.ICON:
            return row.icon if column == 0 else ""
        case roles.IRI:
            return row.key.item
        case roles.INK:
            return "first" if column in (0, WHY, VERDICT) else "second"
    return None
