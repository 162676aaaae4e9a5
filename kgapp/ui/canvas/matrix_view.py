"""The coverage matrix drawn: cells in a pyqtgraph view box, headings that move along, one cell with the keyboard.

Arrows, Home, End and the page keys move; Ctrl and the wheel zoom. What other keys do is for the panel: ``pressed`` passes them on.
"""

from __future__ import annotations

from typing import Final

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QScrollBar, QToolTip, QWidget

from kgapp.ui.canvas.matrix_cells import MatrixCells
from kgapp.ui.canvas.matrix_heads import ColumnHeads, RowHeads
from kgapp.ui.models.matrix import MatrixModel
from kgapp.ui.texts import tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

CELL_WIDE: Final = 34
CELL_HIGH: Final = 24
ZOOMS: Final = (0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0, 1.25, 1.6, 2.2)
_SCROLL: Final = 100
"""Steps of the scroll bars for one cell."""
_NOTCH: Final = 120
_MOST_OF_IT: Final = 0.4
"""So much of the width the names of the rows may take."""


class MatrixView(QWidget):
    """Cells with headings and scroll bars."""

    moved = Signal(int, int)
    """The cell that has the keyboard now: row, column."""
    opened = Signal(int, int)
    """Enter or a double click on a cell."""
    pressed = Signal(QKeyEvent)
    """A key that is not for moving."""
    menu_wanted = Signal(int, int, object)
    """A menu for a cell is wanted, at a place of the screen."""

    def __init__(self, model: MatrixModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._zoom = ZOOMS.index(1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Coverage matrix"))
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0)
        self._box.disableAutoRange()
        self._canvas = pyqtgraph.GraphicsView(self, background=theme.colours.panel)
        self._canvas.setCentralItem(self._box)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setAccessibleName(tr("Cells of the coverage matrix"))
        self._canvas.setFrameShape(self._canvas.Shape.NoFrame)
        self._canvas.viewport().installEventFilter(self)
        self._canvas.viewport().setMouseTracking(True)
        self.cells = MatrixCells(model, theme)
        self._box.addItem(self.cells, ignoreBounds=True)
        self._columns, self._rows = ColumnHeads(model, theme, self), RowHeads(model, theme, self)
        self._across, self._down = QScrollBar(Qt.Orientation.Horizontal), QScrollBar(Qt.Orientation.Vertical)
        self._lay_out()
        self._join()
        self._shaped()

    @property
    def current(self) -> tuple[int, int]:
        """The row and column of the cell with the keyboard."""
        return self.cells.current

    @property
    def zoom(self) -> float:
        """How large cells are, 1 the usual size."""
        return ZOOMS[self._zoom]

    def choose(self, row: int, column: int) -> None:
        """Give a cell the keyboard and bring it in sight."""
        row = max(0, min(row, len(self._model.rows) - 1))
        column = max(0, min(column, len(self._model.columns) - 1))
        self.cells.current = (row, column)
        self._bring(row, column)
        words = self._model.telling(row, column)
        self.setAccessibleDescription(words)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.moved.emit(row, column)

    def step_zoom(self, steps: int) -> None:
        """Make cells larger or smaller; the one with the keyboard stays in sight."""
        self._zoom = max(0, min(self._zoom + steps, len(ZOOMS) - 1))
        self._suit()
        self._bring(*self.current)

    def fit(self) -> None:
        """Make cells as large as they can be with all of them in sight, at most the usual size."""
        wide, high = max(1, len(self._model.columns)), max(1, len(self._model.rows))
        room = self._canvas.viewport().size()
        px = self._theme.px
        fits = min(room.width() / (wide * px(CELL_WIDE)), room.height() / (high * px(CELL_HIGH)))
        self._zoom = max((at for at, zoom in enumerate(ZOOMS) if zoom <= min(1.0, fits)), default=0)
        self._suit()

    def place_of(self, row: int, column: int) -> QPointF:
        """Where a cell is on the screen, at its middle."""
        (left, top), (wide, high) = self._begin(), self._cell()
        inner = QPointF((column + 0.5 - left) * wide, (row + 0.5 - top) * high)
        return QPointF(self._canvas.viewport().mapToGlobal(inner.toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self.current
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        page = max(1, int(self._canvas.viewport().height() / self._cell()[1]) - 1)
        last = (len(self._model.rows) - 1, len(self._model.columns) - 1)
        moves = {
            Qt.Key.Key_Up: (0 if control else row - 1, column),
            Qt.Key.Key_Down: (last[0] if control else row + 1, column),
            Qt.Key.Key_Left: (row, 0 if control else column - 1),
            Qt.Key.Key_Right: (row, last[1] if control else column + 1),
            Qt.Key.Key_PageUp: (row - page, column),
            Qt.Key.Key_PageDown: (row + page, column),
            Qt.Key.Key_Home: (0 if control else row, 0),
            Qt.Key.Key_End: (last[0] if control else row, last[1]),
        }
        key = Qt.Key(event.key())
        if key in moves and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.choose(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row, column)
        elif key == Qt.Key.Key_Menu:
            self.menu_wanted.emit(row, column, self.place_of(row, column).toPoint())
        else:
            event.ignore()
            self.pressed.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._suit()
        self._bring(*self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focused(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focused(focused=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_heads()
        self._suit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """What the mouse does over the cells."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._suit()
        elif isinstance(event, QWheelEvent):
            return self._wheel(event)
        elif isinstance(event, QHelpEvent):
            cell = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self._model.telling(*cell)) if cell else "", self)
            return True
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        cell = self._at(event.position())
        if cell is None or event.type() not in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(*cell)
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(*cell, event.globalPosition().toPoint())
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.opened.emit(*cell)
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if turned.y() > 0 else -1)
            return True
        across = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        down = 0 if across else turned.y()
        self._across.setValue(self._across.value() - round(across / _NOTCH * 3 * _SCROLL))
        self._down.setValue(self._down.value() - round(down / _NOTCH * 3 * _SCROLL))
        return True

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        (left, top), (wide, high) = self._begin(), self._cell()
        row, column = int(top + point.y() / high), int(left + point.x() / wide)
        inside = 0 <= row < len(self._model.rows) and 0 <= column < len(self._model.columns)
        return (row, column) if inside else None

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._columns, 0, 1)
        layout.addWidget(self._rows, 1, 0)
        layout.addWidget(self._canvas, 1, 1)
        layout.addWidget(self._down, 1, 2)
        layout.addWidget(self._across, 2, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        self._size_heads()

    def _join(self) -> None:
        for bar in (self._across, self._down):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setSingleStep(_SCROLL)
            bar.valueChanged.connect(lambda _: self._scrolled())
        self._model.modelReset.connect(self._shaped)
        self._model.dataChanged.connect(lambda *_: self._changed())
        self._theme.changed.connect(self._dressed)

    def _size_heads(self) -> None:
        self._columns.setFixedHeight(self._columns.sizeHint().height())
        self._rows.setFixedWidth(min(self._rows.sizeHint().width(), max(1, int(self.width() * _MOST_OF_IT))))

    def _dressed(self) -> None:
        self._canvas.setBackground(self._theme.colours.panel)
        self._size_heads()
        self._suit()

    def _changed(self) -> None:
        self.cells.again()
        self._rows.update()
        self.choose(*self.current)

    def _shaped(self) -> None:
        self.cells.again()
        self._suit()
        first = next((at for at, row in enumerate(self._model.rows) if row.factor is not None), 0)
        self.choose(first, 0)

    def _cell(self) -> tuple[float, float]:
        """The size of a cell in pixels."""
        return self._theme.px(CELL_WIDE) * self.zoom, self._theme.px(CELL_HIGH) * self.zoom

    def _begin(self) -> tuple[float, float]:
        """The column and the row at the corner, in cells."""
        return self._across.value() / _SCROLL, self._down.value() / _SCROLL

    def _suit(self) -> None:
        """Fit the scroll bars to the room, then move the cells."""
        room, cell = self._canvas.viewport().size(), self._cell()
        counts = (len(self._model.columns), len(self._model.rows))
        for bar, length, one, count in zip(
            (self._across, self._down), (room.width(), room.height()), cell, counts, strict=True
        ):
            seen = length / one
            bar.blockSignals(True)
            bar.setRange(0, max(0, round((count - seen) * _SCROLL)))
            bar.setPageStep(max(1, round(seen * _SCROLL)))
            bar.blockSignals(False)
        self._scrolled()

    def _scrolled(self) -> None:
        room, (wide, high) = self._canvas.viewport().size(), self._cell()
        left, top = self._begin()
        seen = QRectF(left, top, max(1, room.width()) / wide, max(1, room.height()) / high)
        self._box.setRange(rect=seen, padding=0, disableAutoRange=True)
        self._columns.move_to(left, wide, self.current[1])
        self._rows.move_to(top, high, self.current[0])
        self.cells.update()

    def _bring(self, row: int, column: int) -> None:
        room, cell = self._canvas.viewport().size(), self._cell()
        for bar, length, one, at in zip(
            (self._across, self._down), (room.width(), room.height()), cell, (column, row), strict=True
        ):
            first, seen = bar.value() / _SCROLL, max(1.0, length / one)
            before = at - 1 if bar is self._down and self._under_heading(at) else at
            if before < first:
                bar.setValue(before * _SCROLL)
            elif at + 1 > first + seen:
                bar.setValue(round((at + 1 - seen) * _SCROLL))
        self._scrolled()

    def _under_heading(self, row: int) -> bool:
        """Whether a row is the first of its step: its heading is to be in sight with it."""
        return 0 < row < len(self._model.rows) and self._model.rows[row - 1].factor is None

    def _focused(self, *, focused: bool) -> None:
        self.cells.focused = focused
        self.cells.update()
