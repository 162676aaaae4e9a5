"""What changes about one thing: kind, site, from what to what, from when, and the batches in process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services.assessments.templates import Template
from kgapp.services.change_choices import Choices, SiteChoice
from kgapp.services.change_drafts import ChangeDraft
from kgapp.services.impact.assess import Question
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.service_words import worded
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_FIGURES: Final = frozenset(
    (ChangeKind.VALUE, ChangeKind.RANGE, ChangeKind.TIMING, ChangeKind.SPECIFICATION, ChangeKind.EXCURSION)
)
_WORDS: Final = frozenset((ChangeKind.METHOD, ChangeKind.SOFTWARE))
_NO_BATCH: Final = frozenset((ChangeKind.DEPARTURE, ChangeKind.REQUIREMENT))


class ChangeEditor(QWidget):
    """The fields of one change; only those that its kind has are shown."""

    changed = Signal()
    """Something was entered."""

    def __init__(self, desk: Desk, choices: Choices) -> None:
        super().__init__()
        self.choices = choices
        self.kind, self.site = QComboBox(), QComboBox()
        self.old, self.new, self.effective, self.duration, self.external = (QLineEdit() for _ in range(5))
        self.by = ThingField(desk, tr("What takes its place"), choices.replaces)
        self.batches = QPushButton()
        self._batch_menu = QMenu(self.batches)
        self._values = QWidget()
        self.usual = QComboBox()
        self._form = self._lay_out()
        self._fill()

    @property
    def title(self) -> str:
        """What changes and where, in a few words."""
        name, at = line(self.choices.entity.label, 40), self._site()
        return tr("{thing} at {site}").format(thing=name, site=line(at.site.label, 40)) if at else name

    def question(self) -> Question:
        """What the fields say now."""
        kind = ChangeKind(self.kind.currentData())
        stated = kind in _FIGURES | _WORDS
        excursion = kind is ChangeKind.EXCURSION
        return Question(
            self.choices.entity.iri,
            kind,
            old=self.old.text().strip() if stated else "",
            new=self.new.text().strip() if stated else "",
            site=self.site.currentData() or None,
            effective=self.effective.text().strip(),
            batch=next(iter(self.chosen_batches()), None) if excursion else None,
            duration=self.duration.text().strip() if excursion else "",
            new_thing=self.by.thing if kind is ChangeKind.REPLACEMENT else None,
        )

    def draft(self) -> ChangeDraft:
        """The same with what keeping it needs."""
        kind = ChangeKind(self.kind.currentData())
        batches = () if kind in _NO_BATCH else self.chosen_batches()
        usual = self._template()
        asks = usual.asks if usual is not None and usual.kind is kind else ()
        return ChangeDraft(self.question(), batches, self.external.text().strip(), asks=asks)

    def chosen_batches(self) -> tuple[Iri, ...]:
        """The batches that are ticked."""
        return tuple(Iri(each.data()) for each in self._batch_menu.actions() if each.isChecked())

    def start(self) -> None:
        """Give the keyboard to the first field that is to be filled."""
        (self.new if self._values.isVisibleTo(self) else self.kind).setFocus()

    def _template(self) -> Template | None:
        at = self.usual.currentIndex() - 1
        return self.choices.usual[at] if at >= 0 else None

    def _use_template(self) -> None:
        """A usual change sets the kind and says what it is."""
        usual = self._template()
        self.usual.setToolTip(tip(worded(usual.explanation)) if usual is not None else "")
        if usual is not None:
            self.kind.setCurrentIndex(self.kind.findData(usual.kind.value))

    def _fill(self) -> None:
        self.usual.addItem(tr("none of these"))
        for template in self.choices.usual:
            self.usual.addItem(f"{worded(template.label)}: {worded(template.explanation)}")
        self.usual.currentIndexChanged.connect(self._use_template)
        for choice in self.choices.kinds:
            self.kind.addItem(line(choice.label.capitalize()), choice.kind.value)
        self.site.addItem(tr("Any site"), "")
        for one in self.choices.sites:
            self.site.addItem(line(one.site.label), one.site.iri)
        proposed = [at for at, one in enumerate(self.choices.sites) if one.proposed]
        current = [at for at, one in enumerate(self.choices.sites) if one.current]
        self.site.setCurrentIndex(1 + (proposed or current)[0] if proposed or current else 0)
        self.kind.currentIndexChanged.connect(self._suit)
        self.site.currentIndexChanged.connect(self._prefill)
        self.old.setPlaceholderText(tr("now"))
        self.new.setPlaceholderText(tr("then"))
        self.effective.setPlaceholderText(tr("not stated, such as 2027-03-01"))
        self.duration.setPlaceholderText(tr("with its unit, such as 30 h"))
        self.external.setPlaceholderText(tr("of the change in your quality system"))
        self.batches.setMenu(self._batch_menu)
        self._batch_menu.triggered.connect(lambda _: self._name_batches())
        for field in (self.old, self.new, self.effective, self.duration, self.external):
            field.setMaxLength(2_000)
            field.textChanged.connect(lambda _: self.changed.emit())
        self.by.chosen.connect(lambda _: self.changed.emit())
        self._prefill()

    def _lay_out(self) -> QFormLayout:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        line_of_values = QHBoxLayout(self._values)
        line_of_values.setContentsMargins(0, 0, 0, 0)
        unit = QLabel(line(self.choices.unit, 24))
        unit.setTextFormat(Qt.TextFormat.PlainText)
        for each in (self.old, QLabel("→"), self.new, unit):
            line_of_values.addWidget(each)
        for words, name, widget in (
            (tr("&Usual change"), tr("Usual change"), self.usual),
            (tr("&Kind"), tr("Kind of change"), self.kind),
            (tr("&Site"), tr("Site"), self.site),
            (tr("&From, to"), tr("From and to"), self._values),
            (tr("&Replaced by"), tr("What takes its place"), self.by),
            (tr("&Duration"), tr("Duration"), self.duration),
            (tr("&Effective"), tr("Effective from"), self.effective),
            (tr("&Batches"), tr("Batches in process"), self.batches),
            (tr("&Number"), tr("Number in the quality system"), self.external),
        ):
            widget.setAccessibleName(name)
            form.addRow(words, widget)
        self.old.setAccessibleName(tr("From"))
        self.new.setAccessibleName(tr("To"))
        form.setRowVisible(self.usual, bool(self.choices.usual))
        self.usual.setMinimumContentsLength(20)
        self.usual.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return form

    def _suit(self) -> None:
        """Only the fields that the kind of change has."""
        kind = ChangeKind(self.kind.currentData())
        self._form.setRowVisible(self._values, kind in _FIGURES | _WORDS)
        self._form.setRowVisible(self.by, kind is ChangeKind.REPLACEMENT)
        self._form.setRowVisible(self.duration, kind is ChangeKind.EXCURSION)
        self._form.setRowVisible(self.batches, kind not in _NO_BATCH and bool(self._batch_menu.actions()))
        self.changed.emit()

    def _prefill(self) -> None:
        """Where the site stands now, what an open change proposes, and the batches that were made there."""
        at = self._site()
        if at is not None:
            self.old.setText(at.current)
            self.new.setText(at.proposed)
        self._batch_menu.clear()
        for batch in at.batches if at is not None else ():
            action = self._batch_menu.addAction(line(batch.label, 60))
            action.setCheckable(True)
            action.setData(batch.iri)
        self._name_batches()
        self._suit()

    def _name_batches(self) -> None:
        names = [each.text() for each in self._batch_menu.actions() if each.isChecked()]
        self.batches.setText(line(", ".join(names), 60) if names else tr("None chosen"))
        self.changed.emit()

    def _site(self) -> SiteChoice | None:
        at = self.site.currentIndex() - 1
        return self.choices.sites[at] if at >= 0 else None
