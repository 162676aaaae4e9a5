"""The table of an answer: sorted by a click on a head, things open by a click or Enter, marked rows say why they are there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kgapp.domain.answers import Row
from kgapp.services.questions.answers import Cell, Column
from kgapp.ui.models import roles
from kgapp.ui.models.answer_rows import AnswerModel
from kgapp.ui.theme import Theme

_WIDEST: Final = 420
_NARROWEST: Final = 72
_MEASURED: Final = 60
"""So many rows are measured for the widths of columns."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class AnswerTable(QTableView):
    """Enter or a click on the name of a thing opens it; a third click on a head brings the order of the answer back."""

    opened = Signal(str)
    """A thing is to be opened."""
    menu_wanted = Signal(str, int, QPoint)
    """The menu of the thing in a cell, if any, and of the row, by its place in the answer."""
    why_wanted = Signal(int)
    """Somebody asks why a row is there: its place in the answer."""
    row_chosen = Signal()
    """Another row is the current one."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: AnswerModel | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(_Linked(self, theme))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        head = self.horizontalHeader()
        head.setStretchLastSection(True)
        head.setResizeContentsPrecision(_MEASURED)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._open)
        self._scale = theme.scale
        theme.changed.connect(self._size_again)

    def show_rows(
        self,
        columns: tuple[Column, ...],
        rows: tuple[tuple[Cell, ...], ...],
        raw: tuple[Row, ...] = (),
        marked: tuple[bool, ...] = (),
    ) -> None:
        """Replace what is shown; without the terms behind the cells numbers are sorted as texts."""
        old = self.rows
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.rows = AnswerModel(columns, rows, raw, self, marked)
        self.setModel(self.rows)
        self.setSortingEnabled(True)
        if old is not None:
            old.deleteLater()
        self._put_why_first(self.rows.why_column)
        self._fit()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.row_chosen.emit())
        if rows:
            self.setCurrentIndex(self.rows.index(0, 0))

    @property
    def place(self) -> int:
        """Where the answer has the current row; -1 without one."""
        index = self.currentIndex()
        return self.rows.place_of(index.row()) if self.rows is not None and index.isValid() else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _put_why_first(self, why: int) -> None:
        """The column that offers to say why stands before the others."""
        head = self.horizontalHeader()
        for column in range(head.count()):
            head.moveSection(head.visualIndex(column), column)
        if why >= 0:
            head.moveSection(head.visualIndex(why), 0)

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        for column in range(self.horizontalHeader().count()):
            wide = min(max(self.columnWidth(column), self._theme.px(_NARROWEST)), self._theme.px(_WIDEST))
            self.setColumnWidth(column, wide)

    def _size_again(self) -> None:
        """Columns grow and shrink with the text."""
        if self._scale != self._theme.scale and self.rows is not None:
            self._fit()
        self._scale = self._theme.scale

    def _open(self, index: Index) -> None:
        if self.rows is None or not index.isValid():
            return
        thing = index.data(roles.IRI)
        if index.column() == self.rows.why_column:
            if self.rows.is_marked(index.row()):
                self.why_wanted.emit(self.rows.place_of(index.row()))
        elif thing:
            self.opened.emit(thing)

    def _menu(self, place: QPoint) -> None:
        inside = self.viewport().rect().contains(place)
        index = self.indexAt(place) if inside else self.currentIndex()
        if index.isValid() and self.rows is not None:
            at = self.viewport().mapToGlobal(place)
            self.menu_wanted.emit(index.data(roles.IRI) or "", self.rows.place_of(index.row()), at)


class _Linked(QStyledItemDelegate):
    """Names of things in accent ink and underlined."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(roles.INK) == "accent":
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.colours.accent)
            option.font.setUnderline(True)
