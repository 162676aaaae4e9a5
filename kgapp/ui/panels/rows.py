"""How rows of several columns are drawn: icon, wrapped plain text, chip."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.models import roles
from kgapp.ui.models.sections import Cell, SectionsModel
from kgapp.ui.texts import BLOCK, block
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

Index = QModelIndex | QPersistentModelIndex
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MOST_LINES: Final = 8
_ANY: Final = 1_000
_EMPTY: Final = Cell("")


class TableRows(QStyledItemDelegate):
    """Rows of several columns; long texts wrap, headings span."""

    def __init__(self, view: QTreeView, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view, self._theme = view, theme
        self._font_key = ""
        self._learn_font()
        theme.changed.connect(self._learn_font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        cell = self._cell_of(index)
        if cell is None:
            return QSize(10, px(32) if index.data(roles.HEADING) else px(34))
        if not cell.text:
            return QSize(10, px(34))
        before = (px(8) if index.column() == 0 else 0) + (px(22) if cell.icon else 0)
        width = self._view.columnWidth(index.column()) - before - px(16)
        return QSize(10, _height(block(cell.text, BLOCK), max(40, width), self._font_key, px(20)) + px(14))

    def _learn_font(self) -> None:
        """Measure with the font in force; told apart by its description, which is not made for every cell."""
        self._font_key = self._theme.font().toString()

    def _cell_of(self, index: Index) -> Cell | None:
        model = self._view.model()
        return model.cell(index) if isinstance(model, SectionsModel) else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        cell = self._cell_of(index)
        if cell is not None:
            self._cell(painter, option, cell, index.column())
        elif index.data(roles.HEADING):
            self._heading(painter, option, index)
        else:
            self._cell(painter, option, _EMPTY, index.column())
        painter.restore()

    def _heading(self, painter: QPainter, option: Any, index: Index) -> None:
        colours, px = self._theme.colours, self._theme.px
        place = QRectF(option.rect)
        painter.fillRect(place, QColor(colours.page))
        inner = place.adjusted(px(12), 0, 0, 0)
        if self._view.itemsExpandable():
            self._chevron(painter, QRectF(inner.left(), inner.center().y() - px(4), px(8), px(8)), index)
            inner.adjust(px(18), 0, 0, 0)
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        painting.write(painter, words, inner, self._theme.font(strong=True), colours.second)
        if option.state & QStyle.StateFlag.State_HasFocus or (
            self._view.hasFocus() and self._view.currentIndex().siblingAtColumn(0) == index
        ):
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        self._line(painter, place)

    def _chevron(self, painter: QPainter, place: QRectF, index: Index) -> None:
        """Points down where the group is open, to the right where it is folded."""
        x, y, side = place.left(), place.top(), place.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.second), 1.5))
        opened = self._view.isExpanded(index)
        tips = ((0, 0.25), (0.5, 0.75), (1, 0.25)) if opened else ((0.25, 0), (0.75, 0.5), (0.25, 1))
        painter.drawPolyline([QPointF(x + side * across, y + side * down) for across, down in tips])

    def _cell(self, painter: QPainter, option: Any, cell: Cell, column: int) -> None:
        theme, colours = self._theme, self._theme.colours
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.accent_ground))
        self._line(painter, place)
        left = theme.px(8) if column == 0 else 0
        inner = place.adjusted(theme.px(8) + left, theme.px(7), -theme.px(8), -theme.px(4))
        text = block(cell.text, BLOCK)
        if not text:
            return
        if cell.edge:
            edge = QRectF(
                inner.left() - theme.px(6), place.top() + theme.px(5), theme.px(3), place.height() - theme.px(10)
            )
            painter.fillRect(edge, QColor(colours.difference))
        if cell.tone:
            self._chip(painter, inner, text, cell.tone)
            return
        if cell.icon:
            place_of_icon = QRectF(inner.left(), inner.top() + theme.px(2), theme.px(14), theme.px(14))
            icons.paint(painter, cell.icon, place_of_icon, QColor(colours.second))
            inner.adjust(theme.px(22), 0, 0, 0)
        inks = {"second": colours.second, "third": colours.third, "accent": colours.accent}
        painter.setFont(theme.font())
        painter.setPen(QColor(inks.get(cell.ink, colours.ink)))
        painter.drawText(inner, _WRAP, text)
        if _height(text, int(inner.width()), self._font_key, 0, lines=_ANY) > inner.height() + theme.px(4):
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), "…")

    def _chip(self, painter: QPainter, inner: QRectF, text: str, tone: Tone) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(11.5, strong=True)
        width = self._theme.metrics(11.5, strong=True).horizontalAdvance(text) + 14
        middle = inner.top() + self._theme.px(9)
        painting.chip(painter, text, inner.left() + width, middle, font, self._theme.colours.tone(tone))

    def _line(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QColor(self._theme.colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())


@lru_cache(maxsize=8192)
def _height(text: str, width: int, font_key: str, least: int, lines: int = _MOST_LINES) -> int:
    metrics = _metrics(font_key)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return max(least, metrics.height())
    tall = metrics.boundingRect(0, 0, width, 10_000, _WRAP, text).height()
    return min(tall, metrics.lineSpacing() * lines)


@lru_cache(maxsize=16)
def _metrics(font_key: str) -> QFontMetrics:
    font = QFont()
    font.fromString(font_key)
    return QFontMetrics(font)
