"""The table of a grid: cells that are typed in like those of a spreadsheet, marked where they wait to be saved or were refused."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kgapp.domain.shapes import PropertyShape
from kgapp.domain.vocabulary import CONCEPTS
from kgapp.ui.models.cell_edits import Cell
from kgapp.ui.models.grid import STATE, GridModel
from kgapp.ui.models.grid_cells import State
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 28
_NAMES: Final = 230
_COLUMN: Final = 128
_MARK: Final = 3
CELL: Final = "cell"
"""The name of the field in which a cell is typed."""


class GridTable(QTableView):
    """Names stay at the left. Enter goes down, Tab right, F2 edits, Delete clears; copying and pasting is as tables of text."""

    pasted = Signal(str)
    """A table of text is to be put in from the current cell on."""
    copied = Signal(object)
    """The texts of the chosen cells, row by row, are to go to the clipboard."""
    changed = Signal(tuple)
    """Rows of the plan whose edits are to be checked."""
    opened = Signal(str)
    """The thing of a row is to be opened."""
    menu_wanted = Signal(object, QPoint)
    """The menu of the things of the chosen rows."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self.setModel(model)
        self.setItemDelegate(GridCells(self, theme))
        self.setAccessibleName(tr("Grid"))
        self.setObjectName("grid")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        names, across = self.verticalHeader(), self.horizontalHeader()
        for header in (names, across):
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(True)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.sectionDoubleClicked.connect(lambda row: self.opened.emit(model.thing(row).thing))
        theme.changed.connect(self._dress)
        self._dress()

    def columns_from(self, column: int) -> list[int]:
        """The columns that are shown from one on, left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.visualIndex(column), header.count()))
        return [each for each in order if not header.isSectionHidden(each)]

    def selected_cells(self) -> tuple[Cell, ...]:
        """The chosen cells that are shown, in the order of reading."""
        rows = ((self._model.plan_row(row), columns) for row, columns in self._spans())
        return tuple((row, column) for row, columns in rows for column in columns)

    def copy(self) -> None:
        """The chosen cells as a table of text."""
        spans = self._spans()
        if spans:
            self.copied.emit(self._model.rows_as_text(spans))

    def paste(self) -> None:
        """Put the clipboard's table in from the current cell on."""
        text = QGuiApplication.clipboard().text()
        if text and self.currentIndex().isValid():
            self.pasted.emit(text)

    def fill_down(self) -> None:
        """Put the first chosen row into those below it; of a single cell, what stands above it."""
        cells = self.selected_cells()
        if not cells:
            return
        tops: dict[int, str] = {}
        for row, column in cells:
            tops.setdefault(column, self._model.text_of((row, column)))
        if len({row for row, _ in cells}) == 1:
            above = self.currentIndex().siblingAtRow(self.currentIndex().row() - 1)
            if not above.isValid():
                return
            row = self._model.cell_of(above)[0]
            tops = {column: self._model.text_of((row, column)) for column in tops}
        self.changed.emit(self._model.enter(tr("Fill down"), {cell: tops[cell[1]] for cell in cells}))

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        self.changed.emit(self._model.enter(tr("Clear"), dict.fromkeys(self.selected_cells(), "")))

    def undo(self) -> None:
        """Take the newest step in this grid back."""
        self.changed.emit(self._model.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.changed.emit(self._model.redo())

    def take_over(self) -> None:
        """What is being typed in a cell counts as entered."""
        editor = self.viewport().findChild(QLineEdit, CELL)
        if self.state() == QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def event(self, event: QEvent) -> bool:
        """The keys of a spreadsheet are the grid's; undo and redo only while it has steps of its own, else the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        for keys, slot in self._keys():
            if event.matches(keys):
                slot()
                return
        if _fills_down(event):
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter in a cell, the one below is next."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step(1)

    def _spans(self) -> list[tuple[int, list[int]]]:
        """The chosen rows that are shown, each with its chosen columns."""
        selection = self.selectionModel().selection()
        if not selection.count():
            return []
        part = selection.at(0)
        columns = [at for at in range(part.left(), part.right() + 1) if not self.isColumnHidden(at)]
        parts = sorted((selection.at(at).top(), selection.at(at).bottom()) for at in range(selection.count()))
        return [(row, columns) for top, bottom in parts for row in range(top, bottom + 1)]

    def _keys(self) -> tuple[tuple[QKeySequence.StandardKey, Any], ...]:
        keys = QKeySequence.StandardKey
        own = ((keys.Undo, self.undo), (keys.Redo, self.redo))
        return ((keys.Copy, self.copy), (keys.Paste, self.paste), *own)

    def _own(self, event: QKeyEvent) -> bool:
        keys, edits = QKeySequence.StandardKey, self._model.edits
        if event.matches(keys.Undo) or event.matches(keys.Redo):
            return bool(edits.to_undo if event.matches(keys.Undo) else edits.to_redo)
        return event.matches(keys.Copy) or event.matches(keys.Paste) or event.key() in _OWN_KEYS or _fills_down(event)

    def _step(self, rows: int) -> None:
        here = self.currentIndex()
        below = here.siblingAtRow(here.row() + rows)
        if below.isValid():
            self.setCurrentIndex(below)

    def _menu(self, place: QPoint) -> None:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()} or {self.rowAt(place.y())})
        things = tuple(self._model.thing(row).thing for row in rows if 0 <= row < self._model.rowCount())
        if things:
            self.menu_wanted.emit(things, self.viewport().mapToGlobal(place))

    def _dress(self) -> None:
        px = self._theme.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.verticalHeader().setFixedWidth(px(_NAMES))
        self.horizontalHeader().setDefaultSectionSize(px(_COLUMN))
        self.horizontalHeader().setMinimumSectionSize(px(48))


class GridCells(QStyledItemDelegate):
    """Draws cells and edits them. A changed cell has a bar at its left and is bold, a refused one a frame and a sign."""

    def __init__(self, table: GridTable, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName(CELL)
        shape = self._shape(index)
        editor.setAccessibleName(line(shape.name, 60))
        known = [CONCEPTS[word].label for word in shape.words if word in CONCEPTS] or list(shape.texts)
        if known:
            completer = QCompleter(known, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        grid = self._table.model()
        if isinstance(grid, GridModel) and grid.flags(index) & Qt.ItemFlag.ItemIsEditable:
            cell = grid.cell_of(index)
            if editor.text() != grid.text_of(cell).replace("\n", " "):
                self._table.changed.emit(grid.enter(tr("Edit"), {cell: editor.text()}))

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        colours, px = self._theme.colours, self._theme.px
        state = State(index.data(STATE) or "")
        place = QRectF(option.rect)
        painter.save()
        ink = colours.ink
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.accent_ground))
        elif state is State.NO_CELL:
            painter.fillRect(place, QColor(colours.page))
        elif state is State.REFUSED:
            painter.fillRect(place, QColor(colours.high[1]))
            ink = colours.high[0]
        if state is State.CHANGED:
            painter.fillRect(QRectF(place.left(), place.top(), px(_MARK), place.height()), QColor(colours.accent))
        if state is State.REFUSED:
            painter.setPen(QPen(QColor(colours.high[0]), 1, Qt.PenStyle.DashLine))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        text = "–" if state is State.NO_CELL else f"⚠ {text}" if state is State.REFUSED else text
        font = self._theme.font(strong=state is State.CHANGED)
        painter.setFont(font)
        painter.setPen(QColor(colours.third if state is State.NO_CELL else ink))
        inner = place.adjusted(px(8), 0, -px(6), 0).toRect()
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.restore()

    def _shape(self, index: Index) -> PropertyShape:
        grid = self._table.model()
        assert isinstance(grid, GridModel)
        return grid.plan.columns[index.column()]


def _fills_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


_OWN_KEYS: Final = frozenset(
    (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
)
