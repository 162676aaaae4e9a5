"""The page of a window without a project."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme


class StartPage(QWidget):
    """Three ways to begin."""

    def __init__(
        self, demo: Callable[[], None], open_: Callable[[], None], new: Callable[[], None], theme: Theme
    ) -> None:
        super().__init__()
        layout = parts.column(self, (32, 32, 32, 32), 12)
        layout.addStretch(2)
        lines = (
            parts.heading("kgapp: what does a change touch, and why?", theme, 19),
            parts.text(
                "Process knowledge of cell and gene therapies, kept in one file on this computer.", ink="second"
            ),
        )
        for label in lines:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        buttons = parts.row(stretch=False)
        buttons.addStretch(1)
        buttons.addWidget(parts.button("Open the CAR-T demo", demo, primary=True))
        buttons.addWidget(parts.button("Open…", open_))
        buttons.addWidget(parts.button("New…", new))
        buttons.addStretch(1)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(3)
