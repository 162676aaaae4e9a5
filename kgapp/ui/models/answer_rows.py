"""The rows of an answer, and the questions as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain import question as questions
from kgapp.domain.answers import Row as RawRow
from kgapp.domain.question import Question
from kgapp.services import answer_sheets
from kgapp.services.questions import library
from kgapp.services.questions.answers import Cell, Column
from kgapp.services.questions.library import Library
from kgapp.ui.models import roles, sections
from kgapp.ui.models.sections import Group, Row
from kgapp.ui.texts import line, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOOKED_AT: Final = 200
"""So many rows show whether a column holds numbers."""
_ZERO: Final = Decimal(0)
_NONE: Final = (2, _ZERO, "")


class AnswerModel(QAbstractTableModel):
    """A table of cells that takes more rows while they come; a cell that leads to a thing says so by its ink.

    Sorted by a column, numbers go by their size and empty cells come last either way; sorted by none, rows stand as the
    answer has them. Sorting sees the rows that are here. Where rows are marked, one more column at the end offers to say why
    they are there.
    """

    def __init__(
        self,
        columns: tuple[Column, ...],
        rows: tuple[tuple[Cell, ...], ...],
        raw: tuple[RawRow, ...],
        parent: QObject,
        marked: tuple[bool, ...] = (),
    ) -> None:
        super().__init__(parent)
        nothing: RawRow = (None,) * len(columns)
        self._columns, self._rows, self._raw = columns, list(rows), list(raw) or [nothing for _ in rows]
        self._marked = frozenset(at for at, mark in enumerate(marked) if mark)
        self._order = list(range(len(rows)))
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._numeric = frozenset(at for at in range(len(columns)) if self._all_numbers(at))

    def append(self, rows: tuple[tuple[Cell, ...], ...], raw: tuple[RawRow, ...]) -> None:
        """More rows of the same answer, put where the order has them."""
        before = len(self._rows)
        self.beginInsertRows(QModelIndex(), before, before + len(rows) - 1)
        self._rows.extend(rows)
        self._raw.extend(raw)
        self._order.extend(range(before, before + len(rows)))
        self.endInsertRows()
        if self._sorted[0] >= 0:
            self.sort(*self._sorted)

    @property
    def why_column(self) -> int:
        """The column that offers to say why a marked row is there; -1 where no row is marked."""
        return len(self._columns) if self._marked else -1

    def place_of(self, row: int) -> int:
        """Where the answer has the row that stands here."""
        return self._order[row]

    def is_marked(self, row: int) -> bool:
        """Whether the row that stands here is marked."""
        return self._order[row] in self._marked

    def shown(self) -> Iterator[tuple[Cell, ...]]:
        """The rows as they stand now."""
        return (self._rows[at] for at in self._order)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        at = {place: self._order[place.row()] for place in kept}
        self._sorted = (column, order)
        self._order = list(range(len(self._rows)))
        if 0 <= column < len(self._columns):
            keys = [_key(self._raw[row][column], self._rows[row][column]) for row in self._order]
            filled = [row for row in self._order if keys[row] is not None]
            filled.sort(key=lambda row: keys[row] or _NONE, reverse=order == Qt.SortOrder.DescendingOrder)
            self._order = filled + [row for row in self._order if keys[row] is None]
        elif column == self.why_column:
            first = order == Qt.SortOrder.AscendingOrder
            self._order.sort(key=lambda row: (row in self._marked) != first)
        now = {row: place for place, row in enumerate(self._order)}
        self.changePersistentIndexList(kept, [self.index(now[at[place]], place.column()) for place in kept])
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns) + bool(self._marked)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section in self._numeric else _LEFT)
        marked = not across and self._order[section] in self._marked
        if role == Qt.ItemDataRole.ToolTipRole and marked:
            return tr("This row is there only because of what follows from the statements")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across and section == self.why_column:
            return tr("Follows")
        if across:
            return line(self._columns[section].heading, 60)
        return f"{section + 1} +" if marked else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == self.why_column:
            return self._why(role) if self.is_marked(index.row()) else None
        cell = self._rows[self._order[index.row()]][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line(cell.text, 300)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if index.column() in self._numeric else _LEFT)
        if role == roles.IRI:
            return cell.thing or ""
        if role == roles.INK:
            return "accent" if cell.thing else "first"
        return None

    def _why(self, role: int) -> Any:
        """The cell of a marked row that offers to say why it is there."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr("+ Why?")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return tr("This row is there only because of what follows from the statements. Enter says why.")
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_LEFT)
            case roles.INK:
                return "accent"
        return None

    def _all_numbers(self, column: int) -> bool:
        found = [row[column] for row in self._raw[:_LOOKED_AT] if row[column]]
        return bool(found) and all(answer_sheets.figure(cell) is not None for cell in found)


def _key(raw: str | None, cell: Cell) -> tuple[int, Decimal, str] | None:
    """What a cell is sorted by; ``None`` for an empty one."""
    if raw is None and not cell.text:
        return None
    number = answer_sheets.figure(raw)
    return (0, number, "") if number is not None else (1, _ZERO, cell.text.casefold())


def listed(found: Library, words: str) -> tuple[Group, ...]:
    """The questions that fit some words under their headings, and what cannot be asked."""
    shown = library.find(found.questions, words) if words.strip() else found.questions
    groups = [
        Group(heading, tuple(_row(each) for each in questions), heading) for heading, questions in library.groups(shown)
    ]
    wanted = words.casefold().strip()
    broken = tuple(
        Row((sections.Cell(f"{each.label}: {each.problem}", tone=Tone.MEDIUM, ink="second"),), each)
        for each in found.broken
        if wanted in each.label.casefold()
    )
    return (*groups, Group(tr("Cannot be asked"), broken, "broken"))


def _row(each: Question) -> Row:
    labels = {parameter.name: f"({parameter.label})" for parameter in each.parameters}
    return Row((sections.Cell(questions.worded(each.sentence, labels)),), each)
