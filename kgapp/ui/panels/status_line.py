"""The line at the foot of the window: which project, which revision, what is wrong, how the engine does."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar, QWidget

from kgapp.ui.panels.elided import Elided
from kgapp.ui.project import Status
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr


class StatusLine:
    """Fills the status bar of a window."""

    def __init__(self, bar: QStatusBar, counts: QWidget) -> None:
        self._left, self._right = Elided(), Elided()
        self._status: Status | None = None
        self.engine = ""
        bar.addWidget(self._left, 1)
        bar.addPermanentWidget(counts)
        bar.addPermanentWidget(self._right)
        bar.setSizeGripEnabled(False)

    def show_status(self, status: Status) -> None:
        """Where the project stands."""
        self._status = status
        state = tr("read-only") if status.read_only_because else tr("saved")
        where = tr("revision {number}").format(number=number(status.revision))
        self._left.setText(line(f"{status.path.name}     {where} · {state}", 300))
        self._say_right()

    def engine_says(self, words: str) -> None:
        """How the engine does."""
        self.engine = words
        self._say_right()

    def _say_right(self) -> None:
        if self._status is not None:
            statements = tr("{count} statements").format(count=number(self._status.statements))
            self._right.setText(f"{statements} · {self.engine}")
