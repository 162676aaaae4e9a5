"""Rows of one line with what was looked for marked in them: icon, name, note at the end."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.models import roles
from kgapp.ui.theme import TEXT_PX, Theme

Index = QModelIndex | QPersistentModelIndex

_LONG_NOTE: Final = 14
_NOTE_SHARE: Final = 0.45


class MarkedRows(QStyledItemDelegate):
    """Draws rows of the explorer, of search and of lists to choose from. ``height_px`` is of the drawings, at 100 %."""

    def __init__(self, view: QObject, theme: Theme, *, height_px: int = 25) -> None:
        super().__init__(view)
        self._theme, self._height = theme, height_px

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._theme.px(self._height + (6 if index.data(roles.HEADING) else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, option, index)
        painter.restore()

    def _paint(self, painter: QPainter, option: Any, index: Index) -> None:
        self._ground(painter, option, QRectF(option.rect), heading=bool(index.data(roles.HEADING)))
        self._words(painter, option, index)

    def _words(self, painter: QPainter, option: Any, index: Index) -> None:
        theme, colours = self._theme, self._theme.colours
        place = QRectF(option.rect)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        if index.data(roles.HEADING):
            low = place.adjusted(theme.px(4), theme.px(6), 0, 0)
            painting.write(painter, text, low, theme.font(12, strong=True), colours.third)
            return
        inner = self._icon(painter, place.adjusted(theme.px(6), 0, -theme.px(10), 0), index.data(roles.ICON))
        inner = self._note(painter, inner, index.data(roles.NOTE) or "")
        inks = {"third": colours.third, "second": colours.second, "accent": colours.accent}
        self._text(painter, text, inner, inks.get(index.data(roles.INK) or "", colours.ink), index.data(roles.MARKS))

    def _ground(self, painter: QPainter, option: Any, place: QRectF, *, heading: bool) -> None:
        colours = self._theme.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or (not heading and option.state & QStyle.StateFlag.State_MouseOver):
            ground = colours.accent_ground if chosen else colours.faint_line
            painting.box(painter, place.adjusted(0, 1, -2, -1), ground, ground, radius=5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painting.box(painter, place.adjusted(0, 1, -2, -1), "transparent", colours.accent, radius=5)

    def _icon(self, painter: QPainter, inner: QRectF, kind: str | None) -> QRectF:
        if not kind:
            return inner
        side = self._theme.px(14)
        place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        icons.paint(painter, kind, place, QColor(self._theme.colours.second))
        return inner.adjusted(self._theme.px(22), 0, 0, 0)

    def _note(self, painter: QPainter, inner: QRectF, note: str) -> QRectF:
        if not note:
            return inner
        room = inner.adjusted(inner.width() * _NOTE_SHARE if len(note) > _LONG_NOTE else 0, 0, 0, 0)
        font = self._theme.font(12)
        taken = painting.write(painter, note, room, font, self._theme.colours.third, painting.RIGHT)
        return inner.adjusted(0, 0, -taken - self._theme.px(8), 0)

    def _text(
        self,
        painter: QPainter,
        text: str,
        inner: QRectF,
        ink: str,
        marks: tuple[tuple[int, int], ...] | None,
        size_px: float = TEXT_PX,
    ) -> None:
        """The text with the marked parts in strong type and underlined; cut with an ellipsis where it does not fit."""
        plain, strong = self._theme.font(size_px), self._theme.font(size_px, strong=True)
        strong.setUnderline(True)
        place, at = QRectF(inner), 0
        for begin, length in (*(marks or ()), (len(text), 0)):
            for part, font in ((text[at:begin], plain), (text[begin : begin + length], strong)):
                if part and place.width() > 0:
                    painting.write(painter, part, place, font, ink)
                    place.setLeft(place.left() + QFontMetricsF(font).horizontalAdvance(part))
            at = begin + length
