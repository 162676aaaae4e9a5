"""Parts of the view that compares two sites: the big counts, the line of progress, the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from kgapp.domain.sites import Row
from kgapp.ui.models.site_compare import ASSESS, GAP, ITEM, REACH
from kgapp.ui.panels import parts
from kgapp.ui.panels.table import Table
from kgapp.ui.site_reaching import Reaching
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

_BIG: Final = 19
_STATE: Final = 3
_FIXED: Final = {_STATE: 112, REACH: 108, ASSESS: 68, GAP: 62}
"""Widths of columns in pixels of the drawings."""
_SHARES: Final = {ITEM: 0.26, 1: 0.18, 2: 0.18, 4: 0.38}
"""How the other columns share what is left."""
_LEAST: Final = {1: 560, 2: 560, 4: 560, REACH: 340, ASSESS: 900, GAP: 900}
"""The width of the table that a column needs to be shown."""


class CountButton(QAbstractButton):
    """A big figure with its word; checked, the list shows only what it counts."""

    def __init__(self, count: int, word: str, tone: Tone, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._word, self._tone, self._theme = number(count), line(word, 40), tone, theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{self._count} {self._word}")
        self.setToolTip(tr("Show only these"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        big = self._theme.metrics(_BIG, strong=True)
        width = big.horizontalAdvance(self._count) + self._theme.metrics().horizontalAdvance(self._word)
        return QSize(int(width) + px(22), int(big.height()) + px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.line), colours.edge))
            painter.setBrush(QColor(colours.accent_ground if self.isChecked() else colours.panel))
            painter.drawRoundedRect(place, px(6), px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), colours.focus))
            painter.drawRoundedRect(place, px(6), px(6))
        big = theme.metrics(_BIG, strong=True)
        base = (self.height() + big.ascent() - big.descent()) / 2
        ink = colours.ink if self._tone is Tone.PLAIN else colours.tone(self._tone)[0]
        painter.setFont(theme.font(_BIG, strong=True))
        painter.setPen(QColor(ink))
        painter.drawText(int(px(7)), int(base), self._count)
        painter.setFont(theme.font())
        painter.setPen(QColor(colours.second))
        painter.drawText(int(px(12) + big.horizontalAdvance(self._count)), int(base), self._word)
        painter.end()


class Progress(QWidget):
    """How far the search for reaches is: a bar and a stop while it runs, a way to go on after that."""

    resized = Signal()
    """It needs another room than before."""

    def __init__(self, reaching: Reaching, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reaching = reaching
        self._words = parts.text("", ink="second", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(80))
        self._bar.setAccessibleName(tr("Differences whose reach is known"))
        self._stop = parts.button(tr("Stop"), reaching.stop)
        self._more = parts.button(tr("Go on"), reaching.go_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._words, self._bar, self._stop, self._more):
            layout.addWidget(widget)
        layout.addStretch(1)
        reaching.moved.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        reaching = self._reaching
        done = reaching.total - reaching.left
        self.setVisible(bool(reaching.left) and reaching.total > 0)
        self._bar.setRange(0, max(1, reaching.total))
        self._bar.setValue(done)
        self._bar.setVisible(reaching.running)
        self._stop.setVisible(reaching.running)
        self._more.setVisible(not reaching.running)
        words = tr("Reach of {done} of {total}").format(done=done, total=reaching.total)
        stopped = "" if reaching.running else " · " + (line(reaching.failure, 120) or tr("stopped"))
        self._words.setText(words + stopped)
        self.updateGeometry()
        self.resized.emit()


class CompareTable(Table):
    """Rows of a comparison; the last two columns are commands of their row."""

    assess_wanted = Signal(object)
    """The impact of a row is wanted."""
    gap_wanted = Signal(object)
    """The gap of a row, or a new one, is wanted."""
    copy_wanted = Signal()
    """The chosen row is to be copied."""

    def __init__(self, columns: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Differences between the sites"), columns, (), theme, parent, foldable=True)
        self._commands = {ASSESS: self.assess_wanted, REACH: self.assess_wanted, GAP: self.gap_wanted}

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        subject = self.rows.subject(index)
        command = self._commands.get(index.column())
        if event.button() == Qt.MouseButton.LeftButton and isinstance(subject, Row) and command and index.data():
            command.emit(subject)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        subject = self.rows.subject(self.currentIndex())
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_A: lambda: self.assess_wanted.emit(subject),
            Qt.Key.Key_G: lambda: self.gap_wanted.emit(subject),
        }
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_C:
            self.copy_wanted.emit()
        elif event.key() in keys and isinstance(subject, Row) and not event.modifiers():
            keys[event.key()]()
        else:
            super().keyPressEvent(event)

    def _share(self) -> None:
        """Columns of a fixed width first; the others share what is left. In little room the inspector tells the rest."""
        theme, width = self._theme, self.viewport().width()
        away = {column for column, least in _LEAST.items() if width < theme.px(least)}
        fixed = {column: theme.px(size) for column, size in _FIXED.items() if column not in away}
        shares = {column: share for column, share in _SHARES.items() if column not in away}
        room = max(theme.px(120), width - sum(fixed.values()))
        for column in range(self.rows.columnCount()):
            self.setColumnHidden(column, column in away)
        for column, share in shares.items():
            self.setColumnWidth(column, int(room * share / sum(shares.values())))
        for column, size in fixed.items():
            self.setColumnWidth(column, size)
        self._relayout.start()
