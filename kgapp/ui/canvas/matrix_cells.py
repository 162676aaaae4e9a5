"""The cells of the coverage matrix as one thing in a pyqtgraph view: colours from a small picture, letters for what is in sight."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kgapp.ui.colours import Colours
from kgapp.ui.models.matrix import CellLook, Code, MatrixModel
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_LEAST_WIDE = 15
_LEAST_HIGH = 13
"""Smaller cells, in pixels of the drawings, have colours only; the line below tells what the one with the keyboard says."""
_MARKS_WIDE = 26
_BARE = frozenset((Code.OPEN, Code.HEADING, Code.NEVER))
_GRADED = frozenset((Code.NONE, Code.LOW, Code.MEDIUM, Code.HIGH))


@dataclass(frozen=True, slots=True)
class Sight:
    """The rows and columns that are at least partly in sight."""

    top: int
    bottom: int
    left: int
    right: int


class MatrixCells(pyqtgraph.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """Draws the cells of a model, one unit wide and high, and the frame of the chosen one."""

    def __init__(self, model: MatrixModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self._picture: QImage | None = None
        self.current: tuple[int, int] = (0, 0)
        self.focused = False
        theme.changed.connect(self.again)

    def again(self) -> None:
        """The model or the colours changed."""
        self._picture = None
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, max(1, len(self._model.columns)), max(1, len(self._model.rows)))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        wide, high = len(self._model.columns), len(self._model.rows)
        if not wide or not high:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        place = painter.transform()
        sight = self._sight(wide, high)
        seen = QRectF(sight.left, sight.top, sight.right - sight.left, sight.bottom - sight.top)
        painter.drawImage(seen, self._coloured(wide, high), seen)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        size = place.mapRect(QRectF(0, 0, 1, 1)).size()
        px = self._theme.px
        if size.width() >= px(_LEAST_WIDE) and size.height() >= px(_LEAST_HIGH):
            self._lines(painter, place, sight)
            self._letters(painter, place, sight)
        self._frame(painter, place.mapRect(QRectF(self.current[1], self.current[0], 1, 1)))
        painter.restore()

    def _coloured(self, wide: int, high: int) -> QImage:
        if self._picture is None:
            codes = self._model.codes()
            made = QImage(codes, wide, high, wide, QImage.Format.Format_Indexed8)
            made.setColorTable([QColor(each).rgb() for each in grounds(self._theme.colours)])
            self._picture = made.copy()  # it does not own the bytes it was made of
        return self._picture

    def _sight(self, wide: int, high: int) -> Sight:
        box = self.getViewBox()
        seen = box.viewRect() if box is not None else self.boundingRect()
        return Sight(
            max(0, int(seen.top())),
            min(high, int(seen.bottom()) + 1),
            max(0, int(seen.left())),
            min(wide, int(seen.right()) + 1),
        )

    def _lines(self, painter: QPainter, place: QTransform, sight: Sight) -> None:
        colours = self._theme.colours
        between = colours.panel if colours.panel != colours.page else colours.faint_line
        painter.setPen(QPen(QColor(between), max(1, self._theme.px(1))))

        for row in range(sight.top, sight.bottom + 1):
            line = place.mapRect(QRectF(sight.left, row, sight.right - sight.left, 0))
            painter.drawLine(line.topLeft(), line.topRight())
        for column in range(sight.left, sight.right + 1):
            line = place.mapRect(QRectF(column, sight.top, 0, sight.bottom - sight.top))
            painter.drawLine(line.topLeft(), line.bottomLeft())

    def _letters(self, painter: QPainter, place: QTransform, sight: Sight) -> None:
        theme = self._theme
        strong, small = theme.font(12, strong=True), theme.font(9)
        widest = QFontMetricsF(strong).horizontalAdvance(f"{tr('medium')} ↕") + 8
        first = place.mapRect(QRectF(sight.left, sight.top, 1, 1))
        whole, marked = first.width() >= widest, first.width() >= theme.px(_MARKS_WIDE) - 2
        pens = [QPen(QColor(each)) for each in letters(theme.colours)]
        dashed = QPen(pens[Code.UNKNOWN].color(), 1, Qt.PenStyle.DashLine)
        codes, wide = self._model.codes(), len(self._model.columns)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(strong)
        for row in range(sight.top, sight.bottom):
            for column in range(sight.left, sight.right):
                code = codes[row * wide + column]
                if code in _BARE:
                    continue
                look = self._model.look(row, column)
                inner = first.translated((column - sight.left) * first.width(), (row - sight.top) * first.height())
                painter.setPen(pens[code])
                painter.drawText(inner, centre, look.full if whole and code in _GRADED else look.short)
                if code == Code.UNKNOWN:
                    painter.setPen(dashed)
                    painter.drawRect(inner.adjusted(2, 2, -3, -3))
                if look.marks and marked:
                    self._marks(painter, look, inner, small)
                    painter.setFont(strong)

    def _marks(self, painter: QPainter, look: CellLook, inner: QRectF, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.accent if look.waiting else self._theme.colours.second))
        corner = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        painter.drawText(inner.adjusted(0, 0, -3, 0), corner, look.marks)

    def _frame(self, painter: QPainter, inner: QRectF) -> None:
        colours = self._theme.colours
        width = self._theme.px(colours.focus) if self.focused else 1
        painter.setPen(QPen(QColor(colours.accent if self.focused else colours.second), max(1, width)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner.adjusted(1, 1, -1, -1))


def grounds(colours: Colours) -> tuple[str, ...]:
    """The ground of each code."""
    found = {
        Code.OPEN: colours.page,
        Code.NONE: colours.plain[1],
        Code.LOW: colours.low[1],
        Code.MEDIUM: colours.medium[1],
        Code.HIGH: colours.high[1],
        Code.UNKNOWN: colours.unknown[1],
        Code.VOID: colours.page,
        Code.HEADING: colours.panel,
        Code.NEVER: colours.line,
        Code.SUGGESTED: colours.page,
    }
    return tuple(found[code] for code in Code)


def letters(colours: Colours) -> tuple[str, ...]:
    """The ink of each code."""
    found = {
        Code.NONE: colours.plain[0],
        Code.LOW: colours.low[0],
        Code.MEDIUM: colours.medium[0],
        Code.HIGH: colours.high[0],
        Code.UNKNOWN: colours.unknown[0],
    }
    return tuple(found.get(code, colours.third) for code in Code)
