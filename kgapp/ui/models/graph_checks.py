"""Rows that can be ticked: the link types of the chosen thing, and the legend of kinds and link types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.ui.models import roles
from kgapp.ui.texts import line, number, tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Check:
    """A row: what it is called, how many it stands for (in words if those say more), and whether it is ticked."""

    key: object
    label: str
    count: int
    ticked: bool
    icon: str = ""
    note: str = ""


class ChecksModel(QAbstractListModel):
    """Tells what the user ticks; who shows it decides what that means and shows the rows anew."""

    toggled = Signal(object)
    """The key of a row that was ticked or unticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Check, ...] = ()

    @property
    def rows(self) -> tuple[Check, ...]:
        """All rows."""
        return self._rows

    def show(self, rows: tuple[Check, ...]) -> None:
        """Replace the rows; where they are the same but for ticks and counts, places are kept."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def key(self, index: Index) -> object | None:
        """What a row is about."""
        return self._rows[index.row()].key if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{line(row.label, 80)}  {row.note or number(row.count)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.label)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
            case roles.ICON:
                return row.icon
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != self._rows[index.row()].ticked:
            self.toggled.emit(self._rows[index.row()].key)
        return True
