"""What pops up below the cursor of the SPARQL editor: candidates, what each means, and what Tab does. The text keeps the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kgapp.ui.models.sparql_candidates import DETAIL, SAID, CandidatesModel
from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.services.sparql.language import Candidate, Offer

Index = QModelIndex | QPersistentModelIndex
_WIDE: Final = 440
_SHOWN: Final = 8
_TAKES: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}


class Candidates(QFrame):
    """Lies over the view, never over more than it; ``key`` is given the keys of the text."""

    taken = Signal(object)
    """The ``Candidate`` that was accepted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.over = theme, parent
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = CandidatesModel(self)
        self.list = QListView()
        self.list.setObjectName("candidates")
        self.list.setAccessibleName(tr("What can stand here"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Line(self.list, theme))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.note = parts.text("", ink="second")
        layout = parts.column(self, (4, 4, 4, 6), 4)
        layout.addWidget(self.list)
        layout.addWidget(self.note)
        self.note.setContentsMargins(8, 0, 8, 0)
        self.hide()

    @property
    def current(self) -> Candidate | None:
        """The candidate that Tab accepts."""
        row = self.list.currentIndex().row()
        return self.model.candidates[row] if 0 <= row < len(self.model.candidates) else None

    def offer(self, offer: Offer, cursor: QRect) -> None:
        """Show what is offered below the cursor, a place in the parent; above it where there is more room."""
        if not offer.candidates:
            self.hide()
            return
        self.model.show(offer.candidates)
        self.list.setCurrentIndex(self.model.index(0, 0))
        declares = any(each.prefix_iri for each in offer.candidates)
        hint = tr("Tab accepts and adds the prefix") if declares else tr("Tab accepts")
        more = tr("There are more: type on.") if offer.more else ""
        self.note.setText(" · ".join(words for words in (offer.note, more, hint) if words))
        self._place(cursor)
        self.show()
        self.raise_()
        self._announce()

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was for what has popped up."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.isVisible() or held:
            return False
        if key in _TAKES:
            self._take(self.list.currentIndex().row())
        elif key in _MOVES:
            row = self.list.currentIndex().row() + _MOVES[key]
            self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0))
            self._announce()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, row: int) -> None:
        self.hide()
        if 0 <= row < len(self.model.candidates):
            self.taken.emit(self.model.candidates[row])

    def _announce(self) -> None:
        """Tell a screen reader which row it is: the keyboard stays in the text."""
        event = QAccessibleEvent(self.list, QAccessible.Event.Focus)
        event.setChild(self.list.currentIndex().row())
        QAccessible.updateAccessibility(event)

    def _place(self, cursor: QRect) -> None:
        room = self.over.rect().adjusted(4, 4, -4, -4)
        wide = min(self._theme.px(_WIDE), room.width())
        line = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(line * min(_SHOWN, self.model.rowCount()) + 2 * self.list.frameWidth())
        self.note.setFixedHeight(self.note.heightForWidth(wide - 24))
        high = self.list.height() + self.note.height() + 14
        below = cursor.bottom() + 3
        top = below if below + high <= room.bottom() else max(room.top(), cursor.top() - 3 - high)
        left = max(room.left(), min(cursor.left(), room.right() - wide))
        self.setGeometry(left, top, wide, high)


class _Line(QStyledItemDelegate):
    """The word in bold, its meaning beside it, how often it is there at the right."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, colours = self._theme, self._theme.colours
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QPalette(colours.accent_ground).window())
            painter.drawRoundedRect(place, theme.px(4), theme.px(4))
        inside = place.adjusted(theme.px(8), 0, -theme.px(8), 0)
        right = self._draw(painter, inside, index.data(SAID), "third", atright=True)
        left = self._draw(painter, inside.adjusted(0, 0, -right, 0), index.data(), "ink")
        self._draw(painter, inside.adjusted(left, 0, -right, 0), index.data(DETAIL), "second")
        painter.restore()

    def _draw(self, painter: QPainter, place: QRect, words: str, ink: str, *, atright: bool = False) -> int:
        """Draw words and say how much room they take, with a gap."""
        font = self._theme.font(13 if ink == "ink" else 12, strong=ink == "ink")
        metrics = self._theme.metrics(13 if ink == "ink" else 12, strong=ink == "ink")
        shown = metrics.elidedText(words or "", Qt.TextElideMode.ElideRight, max(0, place.width()))
        painter.setFont(font)
        painter.setPen(getattr(self._theme.colours, ink))
        side = Qt.AlignmentFlag.AlignRight if atright else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return round(metrics.horizontalAdvance(shown)) + self._theme.px(10) if shown else 0
