"""Small widgets that every panel is made of. Text from the graph is plain text in all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kgapp.ui.canvas import painting
from kgapp.ui.texts import block, line
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

_LEAST: Final = 140


def text(words: str, *, ink: str = "first", wrap: bool = True) -> QLabel:
    """A label of plain text in ``first``, ``second``, ``third`` or ``accent`` ink."""
    label = QLabel(block(words))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setProperty("ink", ink)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def heading(words: str, theme: Theme, size_px: float = 17, *, wrap: bool = True) -> QLabel:
    """A title of a panel, as large as the theme wants it."""
    label = text(words, wrap=wrap)
    _Sized(label, theme, size_px)
    return label


class _Sized(QObject):
    """Gives a label the font of the theme, now and whenever that changes; goes with the label."""

    def __init__(self, label: QLabel, theme: Theme, size_px: float) -> None:
        super().__init__(label)
        self._label, self._theme, self._size = label, theme, size_px
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._label.setFont(self._theme.font(self._size, strong=True))


def button(words: str, pressed: Callable[[], None], *, primary: bool = False, tip: str = "") -> QPushButton:
    """A button; a view has at most one that is primary."""
    made = QPushButton(words)
    made.setProperty("primary", primary)
    made.setToolTip(tip)
    made.setAutoDefault(primary)
    made.clicked.connect(lambda _checked=False: pressed())
    return made


def row(*widgets: QWidget, spacing: int = 8, stretch: bool = True) -> QHBoxLayout:
    """Widgets beside each other."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return layout


def column(parent: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """A column as the layout of a widget."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def size(dialog: QDialog, width: float, height: float, theme: Theme) -> None:
    """The size of a dialog in pixels of the drawings, never larger than the window or screen that it lies on."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    dialog.resize(min(theme.px(width), room.width() - 40), min(theme.px(height), room.height() - 40))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (entry := layout.takeAt(0)) is not None:
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Link(QLabel):
    """Plain text that leads somewhere, with the mouse and with the keyboard."""

    followed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(line(words), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setProperty("ink", "accent")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(line(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.followed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            font = self.font()
            font.setUnderline(event.type() == QEvent.Type.FocusIn)
            self.setFont(font)
        return super().event(event)


class Chip(QWidget):
    """A word on its ground."""

    def __init__(self, word: str, tone: Tone, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._tone, self._theme = line(word, 40), tone, theme
        self.setAccessibleName(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics(11.5, strong=True)
        return QSize(int(metrics.horizontalAdvance(self._word)) + 16, int(metrics.height()) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(11.5, strong=True)
        colours = self._theme.colours.tone(self._tone)
        painting.chip(painter, self._word, self.width(), self.height() / 2, font, colours)
        painter.end()


class Badge(Chip):
    """A chip whose word changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.PLAIN, theme, parent)

    def say(self, word: str, tone: Tone) -> None:
        """Show another word."""
        self._word, self._tone = line(word, 40), tone
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()


class Flow(QWidget):
    """Small widgets in lines, as many on a line as fit."""

    def __init__(self, widgets: Iterable[QWidget], gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets, self._gap = list(widgets), gap
        for widget in self._widgets:
            widget.setParent(self)
        self.setMinimumWidth(_LEAST)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def again(self) -> None:
        """Place the widgets anew: one was shown, hidden or renamed."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def relay(self) -> None:
        """Place the widgets anew, after one became wider or narrower."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(200, self._place(max(200, self.width()), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width(), move=True)

    def place(self) -> None:
        """Place the widgets anew, after one was hidden or shown or says something else."""
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        x = y = tallest = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
            if x and x + size.width() > width:
                x, y, tallest = 0, y + tallest + self._gap, 0
            if move:
                widget.setGeometry(x, y, min(size.width(), width), size.height())
            x += size.width() + self._gap
            tallest = max(tallest, size.height())
        return y + tallest
