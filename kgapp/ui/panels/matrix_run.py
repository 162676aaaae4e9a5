"""The dialog that begins a run of judgements: who judges, on what that rests, and why, said once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from kgapp.domain.grades import evidence_of
from kgapp.domain.terms import Iri
from kgapp.services import coverage_writing
from kgapp.services.browsing import Named
from kgapp.services.coverage_writing import LEVELS, Choices, Run
from kgapp.ui.judging import RunChoice
from kgapp.ui.panels import parts
from kgapp.ui.panels.reason import MOST_CHARACTERS
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 620
_HEIGHT: Final = 660
_SHORT: Final = 24
_MOST: Final = 500
_TOPIC: Final = "run of judgements"


class RunDialog(QDialog):
    """Gives a run that can be begun; what cannot be is said in the dialog, which stays open."""

    begun = Signal(object)
    """A ``RunChoice``."""

    def __init__(self, desk: Desk, before: RunChoice | None, site: Iri | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._before, self._site = desk, before, site
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Judge cells"))
        self.who, self.level, self.evidence = _combo(tr("Who judges")), _combo(tr("Kind of evidence")), _combo("")
        self.evidence.setAccessibleName(tr("What the judgements rest on"))
        self.label, self.basis, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        self.hypothesis = QCheckBox(tr("&Hypotheses: nothing supports them yet"))
        self.at_once = QRadioButton(tr("Save &each judgement at once, as a revision of its own"))
        self.together = QRadioButton(tr("&Collect them, and save all as one revision"))
        self.problem = parts.text("", ink="high")
        self.problem.setAccessibleName(tr("What is missing"))
        self.start = parts.button(tr("Start judging"), self._start, primary=True)
        self.start.setDefault(True)
        self._lay_out()
        self._fill_levels()
        desk.project.read(coverage_writing.choices, self._offer, self._fail, _TOPIC)
        self.finished.connect(lambda _: desk.project.forget(_TOPIC))
        parts.size(self, _WIDTH, _HEIGHT, desk.theme)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("page")
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 8, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("&Who judges"), self.who)
        form.addRow(tr("&Kind of evidence"), self.level)
        form.addRow(tr("What the judgements &rest on"), self.evidence)
        self.label.setAccessibleName(tr("Name of the new evidence"))
        form.addRow(tr("&Name of the new evidence"), self.label)
        form.addRow(self.hypothesis)
        self.basis.setPlaceholderText(tr("Such as: rated in the cause and effect meeting of the transfer team"))
        form.addRow(tr("On what the &strengths rest, in one sentence"), self.basis)
        self.why.setMaxLength(MOST_CHARACTERS)
        self.why.setPlaceholderText(tr("What led to these judgements; it stays in the history"))
        form.addRow(tr("Wh&y you record them now"), self.why)
        form.addRow(self.at_once)
        form.addRow(self.together)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(tr("Judge cells one after the other"), self._desk.theme, 16))
        layout.addWidget(parts.text(tr("Said once, for every judgement until you end the run."), ink="second"))
        layout.addWidget(scroll, 1)
        layout.addWidget(self.problem)
        buttons = parts.row(stretch=False)
        buttons.addStretch(1)
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.start)
        layout.addLayout(buttons)
        self.problem.hide()

    def _fill_levels(self) -> None:
        for level in LEVELS:
            self.level.addItem(evidence_of(level).phrase, str(level))
        before = self._before
        self.at_once.setChecked(before is None or before.at_once)
        self.together.setChecked(before is not None and not before.at_once)
        if before is not None:
            self.level.setCurrentIndex(max(0, self.level.findData(str(before.run.level))))
            self.basis.setText(before.run.basis)
            self.why.setText(before.why)
            self.hypothesis.setChecked(before.run.hypothesis)
        self.hypothesis.toggled.connect(lambda _: self._suit())
        self.evidence.currentIndexChanged.connect(lambda _: self._suit())
        self.who.currentIndexChanged.connect(lambda _: self._name_evidence())
        self._suit()

    def _offer(self, found: Choices) -> None:
        before = self._before.run if self._before else None
        _offer(self.who, tr("nobody named"), found.people, before.who if before else None)
        _offer(self.evidence, tr("new evidence, named below"), found.evidence, before.evidence if before else None)
        self._name_evidence()
        self._suit()

    def _name_evidence(self) -> None:
        """Propose a name for new evidence, until somebody writes another."""
        if self.label.isModified():
            return
        who = self.who.currentText() if self.who.currentData() else tr("the team")
        words = tr("Judgement of {who}, {day}").format(who=who, day=date.today().isoformat())  # noqa: DTZ011 - the day where the user sits
        self.label.setText(line(words, 200))

    def _suit(self) -> None:
        guess = self.hypothesis.isChecked()
        self.evidence.setEnabled(not guess)
        self.label.setEnabled(not guess and not self.evidence.currentData())

    def _run(self) -> Run:
        who, evidence = self.who.currentData(), self.evidence.currentData()
        return Run(
            Iri(self.level.currentData()),
            self.basis.text(),
            Iri(who) if who else None,
            hypothesis=self.hypothesis.isChecked(),
            evidence=Iri(evidence) if evidence and not self.hypothesis.isChecked() else None,
            evidence_label=self.label.text(),
            site=self._site,
        )

    def _start(self) -> None:
        why, run = self.why.text().strip(), self._run()
        if not why:
            self._say(tr("Say why you record them now."))
            self.why.setFocus()
            return
        self._desk.project.read(
            lambda reader: coverage_writing.prepared(reader, run), self._begin(why), self._fail, _TOPIC
        )

    def _begin(self, why: str) -> Callable[[Run], None]:
        def begin(run: Run) -> None:
            self.begun.emit(RunChoice(run, why, self.at_once.isChecked()))
            self.accept()

        return begin

    def _fail(self, failure: Failure) -> None:
        self._say(f"{failure.sentence} {failure.hint}".strip())

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_SHORT)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _offer(combo: QComboBox, nothing: str, found: tuple[Named, ...], chosen: Iri | None) -> None:
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(nothing, "")
    for each in found[:_MOST]:
        combo.addItem(caption(each.label, 90).replace("&&", "&"), str(each.iri))
    if len(found) > _MOST:
        combo.addItem(tr("{count} more are not listed here").format(count=number(len(found) - _MOST)), "")
    combo.setCurrentIndex(max(0, combo.findData(str(chosen)) if chosen else 0))
    combo.blockSignals(False)
