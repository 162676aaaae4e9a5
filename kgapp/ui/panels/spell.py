"""The working spell in the status bar: the reason that all saves carry, and the end of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.texts import caption, tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class SpellChip(QWidget):
    """Hidden while every save asks for its reason."""

    def __init__(self, change: Callable[[], None], end: Callable[[], None], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("spell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.reason = QToolButton()
        self.reason.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.reason.clicked.connect(change)
        self.end = QToolButton()
        self.end.setText(tr("End"))
        self.end.setAccessibleName(tr("End: ask for a reason at each save again"))
        self.end.setToolTip(tr("From now on, ask for the reason at each save"))
        self.end.clicked.connect(end)
        layout = parts.row(self.reason, self.end, spacing=2, stretch=False)
        layout.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        self.setLayout(layout)
        self.hide()

    def show_reason(self, reason: str) -> None:
        """The reason in force; empty hides the chip."""
        words = tr("Reason for all saves: {reason}")
        self.reason.setText(caption(words.format(reason=reason), 70))
        self.reason.setAccessibleName(words.format(reason=caption(reason, 200)))
        self.reason.setToolTip(
            tip(tr("Every save carries the reason “{reason}”. Click to change it.").format(reason=reason))
        )
        self.setVisible(bool(reason))
