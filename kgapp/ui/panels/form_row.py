"""One row of a form: its name, its widgets, whether it was changed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri
from kgapp.services.form_fields import Entry, Problem, Weight
from kgapp.services.form_rows import FormRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.field_list import FieldEditor
from kgapp.ui.panels.field_measured import MeasuredEditor
from kgapp.ui.panels.fields import Surroundings
from kgapp.ui.texts import block, line, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

NAME_WIDTH: Final = 150
_NARROW: Final = 520
Inputs = Mapping[Iri, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What somebody else made of a field that is being edited here, and what can be done about it."""

    theirs: str
    take: Callable[[], None]
    keep: Callable[[], None]


class FormRowView(QWidget):
    """The widgets of one row."""

    edited = Signal(str)
    """The property that the user changed."""
    taken_back = Signal()
    """The row is to be as it is recorded."""

    def __init__(self, row: FormRow, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._theme = row, around.desk.theme
        self.editor = _editor(row, around)
        self.editor.edited.connect(self._pass_on)
        self._mark = parts.text(tr("changed"), ink="accent", wrap=False)
        self._back = QToolButton()
        self._notes = QVBoxLayout()
        self._said = ""
        self._lay_out(around)
        self.show_changed(changed=False)

    def inputs(self) -> Inputs:
        """What stands in each field of the row."""
        if isinstance(self.editor, MeasuredEditor):
            return self.editor.entries()
        return {self.row.figures[0].path: self.editor.entries()}

    def show_inputs(self, inputs: Inputs) -> None:
        """Put values in."""
        if isinstance(self.editor, MeasuredEditor):
            self.editor.show_entries(inputs)
        else:
            self.editor.show_entries(inputs[self.row.figures[0].path])

    def focus(self, path: Iri | None = None, at: int = 0) -> None:
        """Give the keyboard to a field of the row."""
        if isinstance(self.editor, MeasuredEditor):
            self.editor.focus(path or self.row.figures[0].path, at)
        else:
            self.editor.focus(at)

    @property
    def said(self) -> str:
        """What stands beside the row: problems and findings, a line each."""
        return self._said

    def show_changed(self, *, changed: bool) -> None:
        """Mark the row as changed."""
        self._mark.setVisible(changed)
        self._back.setVisible(changed)

    def show_notes(
        self, problems: Iterable[Problem], findings: Iterable[Finding], meanwhile: Mapping[Iri, Meanwhile]
    ) -> None:
        """Say what is wrong: as entered here, as it is recorded, and what others did meanwhile."""
        notes = [(_weighed(problem.weight), problem.sentence) for problem in problems]
        told = {sentence for _, sentence in notes}
        notes += [(_found(found.severity), found.message) for found in findings if found.message not in told]
        wanted = "\n".join(sentence for _, sentence in notes)
        if wanted == self._said and not meanwhile and not self.property("meanwhile"):
            return
        self._said = wanted
        self.setProperty("meanwhile", bool(meanwhile))
        parts.clear(self._notes)
        for weight, sentence in notes:
            self._notes.addLayout(self._note(weight, sentence))
        for each in meanwhile.values():
            self._notes.addLayout(self._others(each))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name stands above its field where the form is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() is not wanted:
            self._across.setDirection(wanted)

    def _lay_out(self, around: Surroundings) -> None:
        px = self._theme.px
        self.setMinimumWidth(1)  # rows never widen the form: they stack instead
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(16), px(5), px(8), px(5))
        layout.setSpacing(px(8))
        self._across.setSpacing(px(8))
        self._across.addWidget(self._name(), 0, Qt.AlignmentFlag.AlignTop)
        centre = QVBoxLayout()
        centre.setSpacing(4)
        centre.addWidget(self.editor)
        self._notes.setSpacing(2)
        centre.addLayout(self._notes)
        self._across.addLayout(centre, 1)
        layout.addLayout(self._across, 1)
        side = px(14)
        self._back.setIcon(around.icon("undo", 14))
        self._back.setIconSize(QSize(side, side))
        self._back.setToolTip(tip(tr("As it is recorded again")))
        self._back.setAccessibleName(tr("{field}: as it is recorded again").format(field=self.row.name))
        self._back.clicked.connect(self.taken_back)
        keep = self._back.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(keep)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)

    def _name(self) -> QWidget:
        place = QWidget()
        place.setFixedWidth(self._theme.px(NAME_WIDTH))
        layout = parts.column(place, (0, self._theme.px(6), 0, 0))
        label = QLabel(line(_capital(self.row.name), 80))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("ink", "second")
        field = self.row.figures[0]
        label.setToolTip(tip(field.definition or field.shape.message))
        layout.addWidget(label)
        self._mark.setFont(self._theme.font(11.5))
        layout.addWidget(self._mark)
        layout.addStretch(1)
        return place

    def _note(self, weight: tuple[str, Tone], sentence: str) -> QHBoxLayout:
        word, tone = weight
        text = parts.text(block(sentence, 600), ink="second")
        made = parts.row(parts.Chip(word, tone, self._theme), stretch=False)
        made.addWidget(text, 1)
        return made

    def _others(self, meanwhile: Meanwhile) -> QHBoxLayout:
        words = tr("Somebody changed this meanwhile. Now recorded: {value}").format(
            value=meanwhile.theirs or tr("nothing")
        )
        made = parts.row(parts.Chip(tr("changed meanwhile"), Tone.HIGH, self._theme), stretch=False)
        made.addWidget(parts.text(line(words, 300), ink="second"), 1)
        made.addWidget(parts.button(tr("Take theirs"), meanwhile.take))
        made.addWidget(parts.button(tr("Keep mine"), meanwhile.keep))
        return made

    def _pass_on(self, path: str = "") -> None:
        self.edited.emit(path or self.row.figures[0].path)


def _editor(row: FormRow, around: Surroundings) -> FieldEditor | MeasuredEditor:
    if row.measured:
        return MeasuredEditor(row, around)
    made = FieldEditor(row.figures[0], around)
    made.name(_capital(row.name))
    return made


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _weighed(weight: Weight) -> tuple[str, Tone]:
    return {
        Weight.STOPS: (tr("to correct"), Tone.HIGH),
        Weight.REPORTED: (tr("will be reported"), Tone.MEDIUM),
        Weight.ADVISED: (tr("advised"), Tone.PLAIN),
    }[weight]


def _found(severity: Severity) -> tuple[str, Tone]:
    return {
        Severity.VIOLATION: (tr("finding"), Tone.HIGH),
        Severity.WARNING: (tr("warning"), Tone.MEDIUM),
        Severity.INFO: (tr("note"), Tone.PLAIN),
    }[severity]
