"""The bars above the list of a gap meeting: the meeting itself, what is counted, what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from kgapp.services.transfer.gaps import COLUMNS, Meeting
from kgapp.ui.models import gap_rows
from kgapp.ui.models.gap_rows import Due, Narrowing, Which
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import said, tr

_BOX: Final = 150


class MeetingBar(QWidget):
    """Starts a meeting: from then on every save carries its name, and nobody is asked."""

    started = Signal(str)
    """Who takes part, as typed."""
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.people = QLineEdit()
        self.people.setPlaceholderText(tr("Who takes part, such as EX1, EX3"))
        self.people.setAccessibleName(tr("Participants"))
        self.people.setMinimumWidth(theme.px(180))
        self.people.returnPressed.connect(self._start)
        self.start = parts.button(
            tr("Start the meeting"),
            self._start,
            primary=True,
            tip=tr("From now on each cell is saved without a question"),
        )
        self.running = parts.text("", ink="second")
        self.end = parts.button(tr("End the meeting"), self.ended.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget, share in ((self.people, 0), (self.start, 0), (self.running, 1), (self.end, 0)):
            layout.addWidget(widget, share)
        layout.addStretch(0)
        self.show_running("")

    def show_running(self, reason: str) -> None:
        """Say which meeting runs; none with an empty text."""
        for widget in (self.people, self.start):
            widget.setVisible(not reason)
        for other in (self.running, self.end):
            other.setVisible(bool(reason))
        self.running.setText(tr("Every save carries: {reason}").format(reason=line(reason)))

    def _start(self) -> None:
        self.started.emit(self.people.text().strip())


class CountRow(QWidget):
    """Numbers with their words, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = parts.column(self)

    def show_counts(self, meeting: Meeting) -> None:
        """Replace the numbers."""
        parts.clear(self._layout)
        labels: list[QWidget] = []
        for count, words, tone in gap_rows.counts(meeting):
            figure = QLabel(count)
            figure.setFont(self._theme.font(17, strong=True))
            figure.setStyleSheet(f"color: {self._theme.colours.tone(tone)[0]}")
            labels.extend((figure, parts.text(words, ink="second", wrap=False)))
        self._layout.addLayout(parts.row(*labels, spacing=6))
        self.setAccessibleName(", ".join(f"{count} {words}" for count, words, _ in gap_rows.counts(meeting)))


class FilterBar(parts.Flow):
    """Which lines are shown."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        self.which = _box(theme, tr("Which gaps"), ((said(each.value), each) for each in Which))
        self.which.setCurrentIndex(list(Which).index(Which.GAPS))
        self.due = _box(theme, tr("When due"), ((said(each.value), each) for each in Due))
        severities = COLUMNS[0].words
        self.severity = _box(theme, tr("Severity"), ((tr("Any severity"), ""), *((word, word) for word in severities)))
        self.owner = _box(theme, tr("Owner"), ((tr("Any owner"), ""),))
        self.step = _box(theme, tr("Step"), ((tr("Any step"), ""),))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Filter by words"))
        self.words.setAccessibleName(tr("Filter by words"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(theme.px(_BOX))
        super().__init__((self.which, self.severity, self.owner, self.step, self.due, self.words), 8)
        for box in self._boxes():
            box.activated.connect(lambda _at: self.changed.emit())
        self.words.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def narrowing(self) -> Narrowing:
        """What is chosen."""
        return Narrowing(
            self.which.currentData(),
            self.due.currentData(),
            self.severity.currentData(),
            self.owner.currentData() or "",
            self.step.currentData() or "",
            self.words.text(),
        )

    def offer(self, meeting: Meeting) -> None:
        """The owners and steps of the list; what was chosen stays chosen."""
        for box, names in ((self.owner, gap_rows.owners_of(meeting)), (self.step, gap_rows.steps_of(meeting))):
            kept = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for name in names:
                box.addItem(line(name, 40), name)
            box.setCurrentIndex(max(0, box.findData(kept)))

    def clear_all(self) -> None:
        """Show everything again."""
        for box in self._boxes():
            box.setCurrentIndex(0)
        self.which.setCurrentIndex(list(Which).index(Which.UNKNOWN))
        self.words.clear()
        self.changed.emit()

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.which, self.due, self.severity, self.owner, self.step


def _box(theme: Theme, name: str, choices: Iterable[tuple[str, object]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMaximumWidth(theme.px(_BOX + 40))
    for words, value in choices:
        made.addItem(words, value)
    return made
