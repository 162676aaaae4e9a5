"""How far long work is, with a way to stop it: in the place of a view's content."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.texts import block
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class Progressing(QWidget):
    """Says what is done now; the bar moves without an end as long as nobody knows how much there is."""

    def __init__(self, title: str, stop: Callable[[], None], theme: Theme) -> None:
        super().__init__()
        self.title, self.words, self.bar = parts.heading(title, theme, 15), parts.text("", ink="second"), QProgressBar()
        self.stop = parts.button(tr("Stop"), stop)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(320))
        self.bar.setAccessibleName(title)
        layout = parts.column(self, (32, 32, 32, 32), 12)
        layout.addStretch(2)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(10)
            layout.addWidget(label)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def tell(self, words: str, done: int = 0, of: int = 0) -> None:
        """How far it is; ``of`` is 0 when that is not known."""
        self.words.setText(block(words))
        self.bar.setRange(0, of)
        self.bar.setValue(done)
