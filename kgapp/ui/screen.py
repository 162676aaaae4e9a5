"""How large the window is at first."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kgapp.ui.theme import Theme

_WIDTH: Final = 1440
_HEIGHT: Final = 900
_FRAME: Final = 40
"""Room for the frame and title that the system draws around a window, in pixels at 100 %."""


def fit(window: QWidget, theme: Theme) -> None:
    """As large as the drawings, never larger than the screen."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    frame = theme.px(_FRAME)
    window.resize(min(_WIDTH, room.width() - frame), min(_HEIGHT, room.height() - frame))
