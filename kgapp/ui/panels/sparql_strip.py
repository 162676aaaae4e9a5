"""The strip below the SPARQL editor: problems in plain words with their lines; each leads to its place, some mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.texts import caption, number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.domain.sparql.problems import Fix, Problem

SHOWN: Final = 3


class Strip(QWidget):
    """Away when there is nothing to say. At most ``SHOWN`` problems; how many more there are is said."""

    wanted = Signal(object)
    """To the place of a ``Problem``."""
    mended = Signal(object)
    """A ``Fix`` was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self._word = ""
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Problems"))
        self._column = parts.column(self, (16, 6, 16, 6), 4)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, line by line."""
        links = [each.text() for each in self.findChildren(parts.Link) if not each.isHidden()]
        return (*([self._word] if self._word else []), *links)

    def say(self, word: str) -> None:
        """A sentence of the editor's own, above the problems; empty takes it away."""
        if word != self._word:
            self._word = word
            self._fill()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Replace the problems."""
        if problems != self._problems:
            self._problems = problems
            self._fill()

    def dress(self) -> None:
        """Take the colours in force."""
        errors = any(each.severity == "error" for each in self._problems)
        _, ground = self._theme.colours.tone(Tone.HIGH if errors else Tone.MEDIUM)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        self.setPalette(palette)

    def _fill(self) -> None:
        parts.clear(self._column)
        if self._word:
            self._column.addWidget(parts.text(self._word))
        for each in self._problems[:SHOWN]:
            self._column.addLayout(self._line(each))
        more = len(self._problems) - SHOWN
        if more > 0:
            words = tr("Showing {shown} of {all} problems; all are underlined.")
            shown = words.format(shown=number(SHOWN), all=number(len(self._problems)))
            self._column.addWidget(parts.text(shown, ink="second"))
        self.setVisible(bool(self._word or self._problems))
        self.dress()

    def _line(self, each: Problem) -> QHBoxLayout:
        link = parts.Link(told(each))
        link.setProperty("ink", "high" if each.severity == "error" else "first")
        link.followed.connect(lambda: self.wanted.emit(each))
        line = parts.row(link, stretch=False)
        line.setStretch(0, 1)
        fix = each.fix
        if fix is not None:
            line.addWidget(parts.button(caption(fix.label, 60), lambda: self._mend(fix)))
        return line

    def _mend(self, fix: Fix) -> None:
        self.mended.emit(fix)


def told(problem: Problem) -> str:
    """A problem as a sentence with its line."""
    word = {"error": tr("Error"), "warning": tr("Warning")}.get(problem.severity, tr("Hint"))
    return tr("{word}, line {line}: {sentence}").format(word=word, line=number(problem.line), sentence=problem.sentence)
