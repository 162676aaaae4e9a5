"""The widgets of a SPARQL tab: the bar, the text with what pops up over it, the strip of problems, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from kgapp.services.asking.history import Past
from kgapp.ui.panels import parts
from kgapp.ui.panels.answer_view import AnswerView
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.sparql_bar import Acts, Bar
from kgapp.ui.panels.sparql_help import WritingHelp
from kgapp.ui.panels.sparql_popup import Candidates
from kgapp.ui.panels.sparql_strip import Strip
from kgapp.ui.panels.sparql_text import SparqlText
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_LEAST_TEXT: Final = 110
_LEAST_ANSWER: Final = 120


class Parts(QWidget):
    """``past`` is the run whose answer is shown, as the history calls it."""

    def __init__(self, desk: Desk, acts: Acts, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, theme = desk, desk.theme
        self.setObjectName("page")
        self.past: Past | None = None
        self.bar = Bar(acts, theme)
        self.text = SparqlText(theme)
        self.strip = Strip(theme)
        self.answer = AnswerView(desk, tr("Answer"))
        self.compare = parts.button(tr("Compare with last run"), acts.compare)
        self.why = parts.button(tr("Why no rows?"), acts.explain)
        self.why.hide()
        self.popup = Candidates(theme, self)
        self._split = _Split(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._lay_out()
        self.help = WritingHelp(desk, self.text, self.strip, self.popup, self)
        theme.changed.connect(self._dress)
        self._dress()
        self.answer.empty(tr("Not run yet"), tr("Press “Run” or Ctrl+Enter. Nothing is run before that."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.popup.hide()

    def _lay_out(self) -> None:
        above = QWidget()
        column = parts.column(above)
        column.addWidget(self.text, 1)
        column.addWidget(self.strip)
        for each in (self.why, self.compare):
            each.setAutoDefault(False)
            self.answer.add_tool(each)
        self.why.hide()
        self._split.addWidget(above)
        below = QWidget()
        parts.column(below, (16, 8, 16, 8)).addWidget(self.answer)
        self._split.addWidget(below)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([1_000, 1_000])
        inner = QWidget()
        parts.column(self).addWidget(scrolling(inner))  # at large text not all of it fits
        column = parts.column(inner)
        column.addWidget(self.bar)
        column.addWidget(self._split, 1)

    def _dress(self) -> None:
        theme = self._desk.theme
        self.bar.dress()
        self.text.dress()
        self.strip.dress()
        self.text.setMinimumHeight(theme.px(_LEAST_TEXT))
        self.answer.states.setMinimumHeight(theme.px(_LEAST_ANSWER))
        self.popup.hide()


class _Split(QSplitter):
    """Wants no more room than it must have: what is around it scrolls only where that is not there."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
