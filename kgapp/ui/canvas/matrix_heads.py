"""The headings of the coverage matrix: names of the columns above, steps and factors at the left, moving with the cells."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kgapp.ui.models.matrix import MatrixModel, step_name
from kgapp.ui.texts import line, tip
from kgapp.ui.theme import Theme

_HIGH: Final = 138
_WIDE: Final = 214
_LEAST: Final = 11


class Heads(QWidget):
    """One row of headings. ``begin`` is the first cell in sight, in cells, ``size`` of how many pixels one is."""

    orientation = Qt.Orientation.Horizontal

    def __init__(self, model: MatrixModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._begin, self._size = 0.0, 1.0
        self._chosen = -1
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("page")

    def move_to(self, begin: float, size: float, chosen: int) -> None:
        """Follow the cells."""
        self._begin, self._size, self._chosen = begin, size, chosen
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._section(event.pos().x() if self._across else event.pos().y())
            words = self._model.head(at, self.orientation) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        return super().event(event)

    @property
    def _across(self) -> bool:
        return self.orientation == Qt.Orientation.Horizontal

    def _count(self) -> int:
        return len(self._model.columns) if self._across else len(self._model.rows)

    def _section(self, pixel: float) -> int:
        at = int(self._begin + pixel / self._size)
        return at if 0 <= at < self._count() else -1

    def _shown(self, length: int) -> range:
        return range(max(0, int(self._begin)), min(self._count(), int(self._begin + length / self._size) + 1))

    def _place(self, at: int) -> float:
        return (at - self._begin) * self._size


class ColumnHeads(Heads):
    """Names of the columns, written upwards."""

    def sizeHint(self) -> QSize:
        return QSize(100, self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        metrics = theme.metrics(12)
        high = self.height() - theme.px(10)
        for at in self._shown(self.width()) if self._size >= theme.px(_LEAST) else ():
            chosen = at == self._chosen
            painter.setFont(theme.font(12, strong=chosen))
            painter.setPen(QColor(theme.colours.ink if chosen else theme.colours.second))
            words = metrics.elidedText(line(self._model.columns[at].label, 120), Qt.TextElideMode.ElideRight, high)
            painter.save()
            painter.translate(self._place(at), self.height() - theme.px(5))
            painter.rotate(-90)
            painter.drawText(QRectF(0, 0, high + theme.px(5), self._size), int(Qt.AlignmentFlag.AlignVCenter), words)
            painter.restore()
        painter.end()


class RowHeads(Heads):
    """Steps with their percentage, and the factors below them."""

    orientation = Qt.Orientation.Vertical

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        for at in self._shown(self.height()) if self._size >= self._theme.px(_LEAST) else ():
            self._row(painter, at, QRectF(0, self._place(at), self.width(), self._size))
        painter.end()

    def _row(self, painter: QPainter, at: int, place: QRectF) -> None:
        theme, row = self._theme, self._model.rows[at]
        heading, chosen = row.factor is None, at == self._chosen
        note = f"{row.counts.percent_assessed} %" if heading else row.factor.note if row.factor else ""
        name = step_name(row.step) if row.factor is None else line(row.factor.label, 120)
        inner = place.adjusted(theme.px(8 if heading else 18), 0, -theme.px(8), 0)
        small, font = theme.font(11, strong=heading), theme.font(12, strong=heading or chosen)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.second))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), note)
        room = inner.width() - theme.metrics(11, strong=heading).horizontalAdvance(note) - theme.px(8)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.ink))
        words = theme.metrics(12, strong=heading or chosen).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), words)
        if heading:
            painter.setPen(QColor(theme.colours.line))
            painter.drawLine(place.topLeft(), place.topRight())
