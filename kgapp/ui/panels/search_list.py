"""The list that opens below the search field; the field keeps the keyboard."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from kgapp.ui.models import roles
from kgapp.ui.models.search_results import Offer, SearchResultsModel
from kgapp.ui.panels import parts
from kgapp.ui.panels.marked_rows import MarkedRows
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex

_ROW: Final = 30
_REASON: Final = 18
_MOST: Final = 440
"""The height of the list at 100 %, in pixels."""


class SearchRows(MarkedRows):
    """Rows with a second line where the reason needs one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        more = _REASON if index.data(roles.REASON) else 0
        return super().sizeHint(option, index) + QSize(0, self._theme.px(more))

    def _paint(self, painter: QPainter, option: Any, index: Index) -> None:
        reason = index.data(roles.REASON)
        if not reason:
            super()._paint(painter, option, index)
            return
        whole, theme = QRect(option.rect), self._theme
        self._ground(painter, option, QRectF(whole), heading=False)
        own = QStyleOptionViewItem(option)
        own.rect = whole.adjusted(0, 0, 0, -theme.px(_REASON))
        self._words(painter, own, index)
        below = QRectF(whole).adjusted(
            theme.px(28), whole.height() - theme.px(_REASON + 5), -theme.px(10), -theme.px(4)
        )
        self._text(painter, reason, below, theme.colours.second, index.data(roles.REASON_MARKS), 12)


class SearchList(QFrame):
    """What was found, and a line below it that says how much."""

    _AROUND: Final = 6

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("popup")
        self._theme = theme
        self.model = SearchResultsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SearchRows(self.list, theme, height_px=_ROW))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Search results"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = parts.text("", ink="second")
        around = self._AROUND
        layout = parts.column(self, (around, around, around, around), 4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.hide()

    @property
    def foot(self) -> str:
        """What the line below the list says."""
        return self._foot.text()

    def show_offers(self, offers: tuple[Offer, ...], looked_for: str, foot: str, place: QRect) -> None:
        """The offers below the field at ``place`` (in the window), the first one chosen."""
        self.model.show(offers, looked_for)
        self._foot.setText(line(foot, 200))
        self._foot.setVisible(bool(foot))
        self.list.setVisible(bool(offers))
        self.setGeometry(self._room(place, bool(offers)))
        self.list.scrollToTop()
        first = self.model.next_from(-1, 1)
        self.list.setCurrentIndex(self.model.index(max(0, first), 0) if offers else QModelIndex())
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """The next or previous row that can be picked."""
        row = self.model.next_from(self.list.currentIndex().row(), step)
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _room(self, place: QRect, has_rows: bool) -> QRect:
        """As high as the rows need, as far as the window goes."""
        px, height = self._theme.px, 0
        option = QStyleOptionViewItem()
        delegate = self.list.itemDelegate()
        for row in range(self.model.rowCount()):
            height += delegate.sizeHint(option, self.model.index(row, 0)).height()
            if height > px(_MOST):
                break
        words = self._foot.heightForWidth(place.width() - 2 * (self.frameWidth() + self._AROUND))
        foot = words + px(8) if self._foot.text() else 0
        wanted = min(height, px(_MOST)) + foot + (px(16) if has_rows else px(8))
        left = max(0, min(place.left(), self.window().width() - place.width()))
        return QRect(left, place.top(), place.width(), min(wanted, self.window().height() - place.top() - px(8)))
