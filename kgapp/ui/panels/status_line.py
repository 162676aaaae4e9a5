"""The line at the foot of the window: which project, which revision, what is wrong, how the engine does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from kgapp.ui.panels.elided import Elided
from kgapp.ui.project import Status
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.words import tr


class StatusLine:
    """Fills the status bar of a window."""

    def __init__(self, bar: QStatusBar, counts: QWidget, show_assessments: Callable[[], None]) -> None:
        self._left, self._right = Elided(), Elided()
        self._status: Status | None = None
        self.engine = ""
        self.assessments = QToolButton()
        self.assessments.setObjectName("counts")
        self.assessments.clicked.connect(lambda _=False: show_assessments())
        self.assessments.hide()
        bar.addWidget(self._left, 1)
        bar.addPermanentWidget(self.assessments)
        bar.addPermanentWidget(counts)
        bar.addPermanentWidget(self._right)
        bar.setSizeGripEnabled(False)

    def show_status(self, status: Status) -> None:
        """Where the project stands."""
        self._status = status
        state = tr("read-only") if status.read_only_because else tr("saved")
        where = tr("revision {number}").format(number=number(status.revision))
        if status.endpoint:
            where = tr("server")
        self._left.setText(line(f"{status.path.name}     {where} · {state}", 300))
        open_ = count_of(status.open_assessments, tr("open assessment"), tr("open assessments"))
        self.assessments.setText(open_)
        self.assessments.setVisible(bool(status.open_assessments))
        self._say_right()

    def engine_says(self, words: str) -> None:
        """How the engine does."""
        self.engine = words
        self._say_right()

    def _say_right(self) -> None:
        if self._status is not None:
            statements = tr("{count} statements").format(count=number(self._status.statements))
            self._right.setText(f"{statements} · {self.engine}")
