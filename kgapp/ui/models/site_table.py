"""Settings and ranges at each site as a Qt model: a row for a factor at a site, a column for what is said of it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.domain.names import unmarked
from kgapp.services.site_figures import CREATED, EDITED, Entry
from kgapp.services.site_table import Column, Figure, SiteRow, SiteTable
from kgapp.ui.models import roles
from kgapp.ui.texts import block, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
FACTOR: Final = 0
SITE: Final = 1
_COLUMNS: Final = tuple(Column)


class SiteTableModel(QAbstractTableModel):
    """What is recorded side by side; entering something asks for it and leaves the table as it is."""

    entered = Signal(object)
    """An ``Entry`` that somebody typed."""

    def __init__(self, parent: QObject | None = None, *, writable: bool = False) -> None:
        super().__init__(parent)
        self._writable = writable
        self._table = SiteTable()
        self._refused: tuple[int, int, str] | None = None

    def show(self, table: SiteTable) -> None:
        """Replace everything; where the rows are the same things the view keeps what is chosen."""
        self._refused = None
        same = [(row.factor, row.site) for row in table.rows] == [(row.factor, row.site) for row in self._table.rows]
        if same and table.rows:
            self._table = table
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    @property
    def rows(self) -> tuple[SiteRow, ...]:
        """All rows."""
        return self._table.rows

    @property
    def several_factors(self) -> bool:
        """Whether the rows are about more than one factor."""
        return self._table.factors > 1

    def row(self, index: Index) -> SiteRow:
        """The row of an index."""
        return self._table.rows[index.row()]

    def column(self, index: Index) -> Column | None:
        """What a cell says; ``None`` for the factor and the site."""
        return _COLUMNS[index.column() - 2] if index.column() > SITE else None

    def figures(self, index: Index) -> tuple[Figure, ...]:
        """What is recorded in a cell."""
        column = self.column(index) if index.isValid() else None
        return self.row(index).cell(column) if column else ()

    def entry(self, index: Index, text: str) -> Entry | None:
        """What entering a text in a cell would mean; ``None`` where nothing can be entered."""
        column = self.column(index)
        if column not in EDITED or column is None:
            return None
        found, row = self.figures(index), self.row(index)
        own = [one for one in found if not one.void]
        if len(own) > 1 or (not own and (found or column not in CREATED)):
            return None
        return Entry(row.factor.iri, row.site.iri, column, own[0].thing if own else None, text)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(_COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._writable and self.entry(index, "") is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _headings()[section] if 0 <= section < self.columnCount() else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.EditRole:
                return self._typed(index) or _plain(self.figures(index), self.row(index).unit)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._more(index)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_headings()[index.column()]}: {self._text(index)}"
            case roles.INK:
                return self._ink(index)
            case roles.IRI:
                return self._leads_to(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index, str(value).strip()) if index.isValid() and role == Qt.ItemDataRole.EditRole else None
        if entry is not None and entry.text and entry.text != _plain(self.figures(index), self.row(index).unit):
            self._refused = (index.row(), index.column(), entry.text)
            self.entered.emit(entry)
        return False

    def forget(self) -> None:
        """What was typed last was taken, or given up."""
        self._refused = None

    def _typed(self, index: Index) -> str:
        """What was typed in a cell and not taken: it is not typed twice."""
        row, column, text = self._refused or (-1, -1, "")
        return text if (row, column) == (index.row(), index.column()) else ""

    def _text(self, index: Index) -> str:
        row = self.row(index)
        if index.column() == FACTOR:
            return (
                ""
                if index.row() and self._table.rows[index.row() - 1].factor == row.factor
                else block(row.factor.label)
            )
        if index.column() == SITE:
            return block(unmarked(row.site.label))
        found = self.figures(index)
        if not found:
            return tr("not recorded")
        if self.column(index) is Column.PROVEN and all(one.void for one in found):
            reasons = dict.fromkeys(f"{one.text}: {one.void[0]}" for one in found[:_MOST])
            return block("\n".join((tr("none holds here"), *reasons)))
        if self.column(index) is Column.BASIS:
            return block(found[0].text.partition(" (")[0])
        return block("\n".join(_figure(one) for one in found[:_MOST]))

    def _more(self, index: Index) -> str:
        """What a cell leaves out: all reasons, or how something is measured in full."""
        found = self.figures(index)
        if self.column(index) is Column.BASIS:
            return found[0].text if found else ""
        return " ".join(dict.fromkeys(reason for one in found for reason in (*one.void, *one.unsure)))

    def _ink(self, index: Index) -> str:
        if index.column() in (FACTOR, SITE):
            return "accent"
        found = self.figures(index)
        if not found or all(one.void or one.unsure for one in found):
            return "third"
        return "first"

    def _leads_to(self, index: Index) -> str:
        row, found = self.row(index), self.figures(index)
        if index.column() in (FACTOR, SITE):
            return row.factor.iri if index.column() == FACTOR else row.site.iri
        return found[0].thing if found else ""


def _figure(figure: Figure) -> str:
    unsure = tr("not known whether it holds") if figure.unsure else ""
    return " · ".join(filter(None, (figure.text, figure.about, unsure)))


def _plain(found: tuple[Figure, ...], unit: str) -> str:
    """What is written in a cell, as one would enter it: without the unit."""
    own = [one for one in found if not one.void]
    return own[0].text.removesuffix(unit).strip() if own else ""


def _headings() -> tuple[str, ...]:
    return (
        tr("Factor"),
        tr("Site"),
        tr("Setting"),
        tr("Normal range"),
        tr("Proven range"),
        tr("Filed range"),
        tr("Measured by"),
    )


_MOST: Final = 4
"""Lines of one cell; the page of the factor lists all ranges."""
