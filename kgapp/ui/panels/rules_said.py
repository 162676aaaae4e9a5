"""Beside the form of a rule: whether it can be one, how it reads, where it matches, and what saving it would do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kgapp.domain.impact import Named
from kgapp.domain.rules import Rule
from kgapp.domain.terms import Iri
from kgapp.services import rules_counts
from kgapp.services.rules_editing import Entry
from kgapp.services.rules_reading import Reading
from kgapp.ui.models.rules_rows import class_word
from kgapp.ui.panels import parts
from kgapp.ui.panels.rules_work import Preview
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class RuleSaid(QScrollArea):
    """A column of sentences; problems lead to their field."""

    go_to = Signal(str)
    """The field of a property is wanted."""
    opened = Signal(str)
    """A thing is to be opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("What the rule does"))
        content = QWidget()
        content.setObjectName("page")
        layout = parts.column(content, (8, 0, 4, 0), 8)
        self._checked, self._matched = QVBoxLayout(), QVBoxLayout()
        layout.addLayout(self._checked)
        layout.addLayout(self._matched)
        layout.addStretch(1)
        self.setWidget(content)

    def show_reading(self, found: Reading, contradictions: tuple[tuple[Iri, str], ...], entry: Entry | None) -> None:
        """Whether it can be a rule, and how it reads."""
        parts.clear(self._checked)
        parts.clear(self._matched)
        if entry is not None and entry.off is not None:
            self._add(self._checked, tr("Switched off in this project: {reason}").format(reason=entry.off.reason))
        if found.row is None:
            self._checked.addWidget(parts.heading(tr("This cannot be a rule yet"), self._theme, 13.5))
            for problem in found.problems:
                self._lead(problem.sentence, problem.about)
            return
        if isinstance(found.row, Rule):
            words = rules_counts.sentence(found.row, *map(_some, (found.row.from_class, found.row.to_class)))
            self._add(self._checked, words)
        if contradictions:
            self._checked.addWidget(parts.heading(tr("It leads nowhere"), self._theme, 13.5))
        for about, sentence in contradictions:
            self._lead(sentence[:1].upper() + sentence[1:], about)
        self._add(self._matched, tr("Looking where it matches…"), "third")

    def show_preview(self, found: Preview) -> None:
        """Where it matches, and what saving it would put in doubt."""
        parts.clear(self._matched)
        if found.row is not None and found.count is None:
            self._add(self._matched, tr("Counting its links takes too long in this project."), "second")
        if found.count is not None:
            links = count_of(found.count, tr("link"), tr("links"))
            words = tr("It matches {links} in this project.").format(links=links)
            self._add(
                self._matched, words if found.count else tr("It matches nothing in this project: it leads nowhere.")
            )
        if found.example is not None:
            self._add(self._matched, tr("For example: {sentence}").format(sentence=found.example.sentence), "second")
            self._matched.addWidget(self._link(tr("Open where it begins"), found.example.source))
        if found.consequence.refused:
            self._add(self._matched, found.consequence.refused)
        self._show_suspect(found.consequence.suspect)

    def show_failure(self, failure: Failure) -> None:
        """That it could not be found out where it matches."""
        parts.clear(self._matched)
        words = tr("Where it matches is not known: {why}")
        self._add(self._matched, words.format(why=failure.sentence), "second")

    def _show_suspect(self, suspect: tuple[Named, ...]) -> None:
        if not suspect:
            return
        count = count_of(len(suspect), tr("open assessment"), tr("open assessments"))
        told = tr("Saving it puts the verdicts of {count} in doubt").format(count=count)
        self._matched.addWidget(parts.heading(told, self._theme, 13.5))
        for each in suspect:
            self._matched.addWidget(self._link(each.label, each.iri))

    def _add(self, layout: QVBoxLayout, words: str, ink: str = "first") -> None:
        layout.addWidget(parts.text(words, ink=ink))

    def _lead(self, words: str, about: Iri) -> None:
        link = parts.Link(words)
        link.followed.connect(lambda: self.go_to.emit(about))
        self._checked.addWidget(link)

    def _link(self, words: str, thing: Iri) -> parts.Link:
        link = parts.Link(line(words, 120))
        link.followed.connect(lambda: self.opened.emit(thing))
        return link


def _some(wanted: Iri) -> str:
    return tr("[{word}]").format(word=class_word(wanted))
