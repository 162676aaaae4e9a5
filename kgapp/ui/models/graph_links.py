"""The table twin of a drawn graph: every line as a row, and every card that has no line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.services import spreadsheets
from kgapp.ui.models import roles
from kgapp.ui.texts import line, number, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A link between two cards, named by their keys; ``end`` is empty for a card without links."""

    start: str
    end: str
    first: str
    word: str
    second: str
    count: int

    @property
    def keys(self) -> frozenset[str]:
        """The cards that the row is about."""
        return frozenset(key for key in (self.start, self.end) if key)


class GraphLinksModel(QAbstractTableModel):
    """Columns: thing, link, thing, count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """Replace everything, unless it is as before."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def about(self, keys: frozenset[str]) -> Iterator[int]:
        """The rows that lead from or to one of these cards; both ends, where several are chosen."""
        for at, row in enumerate(self._rows):
            if row.keys <= keys or (len(keys) == 1 and row.keys & keys):
                yield at

    def text(self, rows: list[int]) -> str:
        """Some rows as text to paste into a spreadsheet, headings first."""
        chosen = (self._rows[at] for at in rows)
        cells = ((line(row.first), line(row.word), line(row.second), str(row.count)) for row in chosen)
        return spreadsheets.as_tabs((_headings(), *cells)) + "\n"

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal and section < _COLUMNS:
            return _headings()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        text = (row.first, row.word, row.second, number(row.count) if row.count else "")[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line(text)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(text)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if index.column() == 3 else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case roles.IRI:
                return {0: row.start, 2: row.end}.get(index.column(), "")
        return None


def _headings() -> tuple[str, str, str, str]:
    return tr("Thing"), tr("Link"), tr("To thing"), tr("Count")
