"""The small form that says what changes, before its impact is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from kgapp.domain.impact import ChangeKind
from kgapp.services.change_choices import Choices
from kgapp.services.impact.assess import Question
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_FIGURES: Final = frozenset(
    (ChangeKind.VALUE, ChangeKind.RANGE, ChangeKind.TIMING, ChangeKind.SPECIFICATION, ChangeKind.EXCURSION)
)
_WORDS: Final = frozenset((ChangeKind.REPLACEMENT, ChangeKind.METHOD, ChangeKind.SOFTWARE))
_WIDTH: Final = 460


class ChangeForm(QDialog):
    """Kind, from, to, site. ``asked`` is called with the question when the form is accepted."""

    def __init__(
        self, choices: Choices, asked: Callable[[Question], None], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._asked = choices, asked
        self.setWindowTitle(tr("Impact of a change"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.kind, self.site = QComboBox(), QComboBox()
        self.old, self.new, self.effective = QLineEdit(), QLineEdit(), QLineEdit()
        self._values = QWidget()
        self._fill()
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(
            parts.heading(tr("What if {name} changes?").format(name=line(choices.entity.label, 90)), theme, 16)
        )
        layout.addLayout(self._form())
        note = tr("An analysis changes nothing in the project. It supports a decision; it does not take it.")
        layout.addWidget(parts.text(note, ink="second"))
        buttons = parts.row(stretch=True)
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        assess = parts.button(tr("Show what it touches"), self.accept, primary=True)
        assess.setDefault(True)
        buttons.addWidget(assess)
        layout.addLayout(buttons)
        self.accepted.connect(self._ask)
        (self.new if self._values.isVisibleTo(self) else self.kind).setFocus()

    def question(self) -> Question:
        """What the form says now."""
        kind = ChangeKind(self.kind.currentData())
        stated = kind in _FIGURES | _WORDS
        return Question(
            self._choices.entity.iri,
            kind,
            old=self.old.text().strip() if stated else "",
            new=self.new.text().strip() if stated else "",
            site=self.site.currentData() or None,
            effective=self.effective.text().strip(),
        )

    def _fill(self) -> None:
        for choice in self._choices.kinds:
            self.kind.addItem(line(choice.label.capitalize()), choice.kind.value)
        self.site.addItem(tr("Any site"), "")
        for one in self._choices.sites:
            self.site.addItem(line(one.site.label), one.site.iri)
        proposed = [at for at, one in enumerate(self._choices.sites) if one.proposed]
        current = [at for at, one in enumerate(self._choices.sites) if one.current]
        self.site.setCurrentIndex(1 + (proposed or current)[0] if proposed or current else 0)
        self.kind.currentIndexChanged.connect(self._suit)
        self.site.currentIndexChanged.connect(self._prefill)
        self.effective.setPlaceholderText(tr("not stated, such as 2027-03-01"))
        self._prefill()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        line_of_values = QHBoxLayout(self._values)
        line_of_values.setContentsMargins(0, 0, 0, 0)
        unit = QLabel(line(self._choices.unit, 24))
        unit.setTextFormat(Qt.TextFormat.PlainText)
        parts_of_line: tuple[QWidget, ...] = (self.old, QLabel("→"), self.new, unit)
        for each in parts_of_line:
            line_of_values.addWidget(each)
        self._form_layout = form
        for words, name, widget in (
            (tr("&Kind"), tr("Kind of change"), self.kind),
            (tr("&Site"), tr("Site"), self.site),
            (tr("&From, to"), tr("From and to"), self._values),
            (tr("&Effective"), tr("Effective from"), self.effective),
        ):
            widget.setAccessibleName(name)
            form.addRow(words, widget)
        self.old.setAccessibleName(tr("From"))
        self.new.setAccessibleName(tr("To"))
        self.old.setPlaceholderText(tr("now"))
        self.new.setPlaceholderText(tr("then"))
        self._suit()
        return form

    def _suit(self) -> None:
        """Only the fields that the kind of change has."""
        kind = ChangeKind(self.kind.currentData())
        self._form_layout.setRowVisible(self._values, kind in _FIGURES | _WORDS)

    def _prefill(self) -> None:
        """Where the site stands now, and what an open change proposes."""
        at = self.site.currentIndex() - 1
        if at >= 0:
            self.old.setText(self._choices.sites[at].current)
            self.new.setText(self._choices.sites[at].proposed)

    def _ask(self) -> None:
        self._asked(self.question())
