"""How findings are drawn: rows of one line each, severity as icon and word, a mark on what is new."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kgapp.domain.findings import Severity
from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.models import roles
from kgapp.ui.models.findings import ICONS
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

Index = QModelIndex | QPersistentModelIndex
_HEIGHT: Final = 27

TONES: Final = {
    ICONS[Severity.VIOLATION]: Tone.HIGH,
    ICONS[Severity.WARNING]: Tone.MEDIUM,
    ICONS[Severity.INFO]: Tone.PLAIN,
}
"""The colour of each severity's icon."""


class FindingRows(QStyledItemDelegate):
    """Draws groups and findings."""

    def __init__(self, view: QTreeView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, option, index)
        painter.restore()

    def _paint(self, painter: QPainter, option: Any, index: Index) -> None:
        theme, colours = self._theme, self._theme.colours
        place, heading = QRectF(option.rect), bool(index.data(roles.HEADING))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.accent_ground))
        elif heading:
            painter.fillRect(place, QColor(colours.page))
        if heading and self._view.hasFocus() and self._view.currentIndex().siblingAtColumn(0) == index:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inner = place.adjusted(theme.px(12 if index.column() == 0 else 6), 0, -theme.px(6), 0)
        self._icon(painter, inner, index)
        self._note(painter, inner, index)
        inks = {"second": colours.second, "accent": colours.accent}
        ink = colours.second if heading else inks.get(index.data(roles.INK) or "", colours.ink)
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        painting.write(painter, words, inner, theme.font(strong=heading), ink)

    def _icon(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        kind, side = index.data(roles.ICON), self._theme.px(14)
        if kind:
            ink, _ = self._theme.colours.tone(TONES.get(kind, Tone.PLAIN))
            icons.paint(painter, kind, QRectF(inner.left(), inner.center().y() - side / 2, side, side), QColor(ink))
            inner.adjust(side + self._theme.px(8), 0, 0, 0)

    def _note(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        note = index.data(roles.NOTE)
        if note:
            font = self._theme.font(11.5, strong=True)
            width = self._theme.metrics(11.5, strong=True).horizontalAdvance(note) + self._theme.px(14)
            ground = self._theme.colours.tone(Tone.UNKNOWN)
            painting.chip(painter, note, inner.left() + width, inner.center().y(), font, ground)
            inner.adjust(width + self._theme.px(6), 0, 0, 0)
