"""The card of the tour: what to do next, at the foot of the window, and a frame around the place where it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.tour import STEPS, Tour
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow

_WIDTH: Final = 380
_GAP: Final = 14


class TourCard(QFrame):
    """Lies over the window without stopping anything; follows the tour."""

    def __init__(self, tour: Tour, window: MainWindow) -> None:
        super().__init__(window)
        self._tour, self._window, self._theme = tour, window, window.theme
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Tour of the demo"))
        self._inner: QWidget | None = None
        self._layout = parts.column(self)
        self.pointer = Pointer(window, self._theme)
        window.installEventFilter(self)
        tour.moved.connect(self._draw)
        self._theme.changed.connect(self._draw)
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._tour.stop()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        focused: QWidget | None = self._window.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if self._inner is not None:
            self._inner.hide()
            self._layout.removeWidget(self._inner)
            self._inner.deleteLater()
            self._inner = None
        self.setVisible(self._tour.on)
        self.pointer.hide()
        if not self._tour.on:
            return
        self._inner = self._page()
        self._layout.addWidget(self._inner)
        self._inner.show()
        self._place()
        self.raise_()
        if had_focus or focused is None:
            self._main.setFocus()

    def _page(self) -> QWidget:
        at = self._tour.at
        if not self._tour.in_demo:
            told = tr("The tour is made for the demo. It works in your own copy, and changes nothing by itself.")
            return self._card(tr("Tour"), tr("Open the demo"), told, self._demo_buttons())
        if at >= len(STEPS):
            told = tr("You found a step, compared two sites, changed a range, saw what that breaks, and took it back.")
            return self._card(tr("Tour"), tr("That was the tour"), told, ((tr("Close"), self._tour.stop),))
        step = STEPS[at]
        count = tr("Step {number} of {total}").format(number=at + 1, total=len(STEPS))
        more: tuple[tuple[str, Callable[[], None]], ...] = ((tr("Back"), self._tour.back),) if at else ()
        buttons = (
            (tr("Show me where"), lambda: self._point(step.target)),
            (tr("Skip this step"), self._tour.skip),
            *more,
            (tr("Leave the tour"), self._tour.stop),
        )
        return self._card(count, said(step.title), said(step.told), buttons)

    def _demo_buttons(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (tr("Open the CAR-T demo"), self._window.opening.open_demo), (tr("Leave the tour"), self._tour.stop)

    def _card(self, count: str, title: str, told: str, buttons: tuple[tuple[str, Callable[[], None]], ...]) -> QWidget:
        card = QWidget()
        layout = parts.column(card, (16, 12, 16, 12), 8)
        layout.addWidget(parts.text(count, ink="second"))
        layout.addWidget(parts.heading(title, self._theme, 15))
        layout.addWidget(parts.text(told))
        made = [parts.button(words, pressed) for words, pressed in buttons]
        self._main = made[0]
        layout.addWidget(parts.Flow(made))
        return card

    def _place(self) -> None:
        width = min(self._theme.px(_WIDTH), self._window.width() - 2 * _GAP)
        self.setFixedWidth(width)
        inner = self._inner.layout() if self._inner is not None else None
        height = inner.totalHeightForWidth(width - self._theme.px(8)) + self._theme.px(8) if inner is not None else 0
        below = self._window.statusBar().height()
        self.setFixedHeight(height)
        at = self._tour.at
        aside = at < len(STEPS) and STEPS[at].aside
        foot = self._window.height() - height - below - _GAP
        self.move(self._window.width() - width - _GAP, self._window.top.height() + _GAP if aside else foot)

    def _point(self, target: str) -> None:
        widget = self._window.place_of(target)
        if widget is not None and widget.isVisible():
            self.pointer.around(widget)
            self.raise_()


class Pointer(QWidget):
    """A thick frame around a widget; the mouse goes through it. It goes with the next step."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def around(self, widget: QWidget) -> None:
        """Show the frame around a widget of the window."""
        room = QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        self.setGeometry(room.adjusted(-4, -4, 4, 4).intersected(self._window.rect()))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), self._theme.px(4)))
        inset = self._theme.px(2)
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.end()
