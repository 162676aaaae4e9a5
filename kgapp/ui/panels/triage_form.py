"""A deviation in under a minute: what was out of its value, in which batch, by how much and for how long; then its impact."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QLineEdit

from kgapp.domain.history import Revision
from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.assessments import triage
from kgapp.services.assessments.triage import Excursion
from kgapp.services.change_drafts import ChangeDraft, Drafted
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.saving import Step
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 520


class TriageForm(QDialog):
    """``look`` is called with what to look at, and its name; ``kept`` with the address of the assessment that was opened."""

    def __init__(self, desk: Desk, look: Callable[[Drafted, str], None], kept: Callable[[Iri], None]) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._look, self._kept = desk, look, kept
        self._site: Iri | None = None
        self.setWindowTitle(tr("Deviation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(desk.theme.px(_WIDTH))
        self.factor = ThingField(desk, tr("What was out of its value"), (KG.Factor,))
        self.batch = ThingField(desk, tr("Batch"), (KG.Batch,))
        self.value, self.duration, self.day, self.number, self.why = (QLineEdit() for _ in range(5))
        self.where = parts.text("", ink="second")
        self.complaint = parts.text("", ink="high")
        self.complaint.hide()
        self.batch.chosen.connect(self._chose_batch)
        lines = (self.value, self.duration, self.day, self.number, self.why)
        for changed in (self.factor.chosen, self.batch.chosen, *(each.textEdited for each in lines)):
            changed.connect(self.complaint.hide)
        record = parts.button(tr("Record and assess"), self._record, primary=True)
        record.setDefault(True)
        record.setEnabled(desk.project.writable)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("What happened, and to which batch?"), desk.theme, 16))
        layout.addLayout(self._form())
        note = tr("Recording makes the deviation and its assessment in one step; only looking changes nothing.")
        layout.addWidget(parts.text(note, ink="second"))
        layout.addWidget(self.complaint)
        cancel, only = parts.button(tr("Cancel"), self.reject), parts.button(tr("Only look"), self._only_look)
        row = buttons(cancel, only)
        row.addWidget(record)
        layout.addLayout(row)
        self.factor.setFocus()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.value.setPlaceholderText(tr("what was found, such as 15 °C"))
        self.duration.setPlaceholderText(tr("with its unit, such as 30 h"))
        self.day.setPlaceholderText(tr("such as 2026-03-31"))
        self.number.setPlaceholderText(tr("of the deviation in your quality system"))
        self.why.setPlaceholderText(tr("one sentence; it stays in the history"))
        for words, name, field in (
            (tr("&Factor"), tr("What was out of its value"), self.factor),
            (tr("&Batch"), tr("Batch"), self.batch),
            ("", "", self.where),
            (tr("Actual &value"), tr("Actual value"), self.value),
            (tr("&Duration"), tr("Duration"), self.duration),
            (tr("D&ay"), tr("Day"), self.day),
            (tr("&Number"), tr("Number in the quality system"), self.number),
            (tr("&Why recorded"), tr("Why it is recorded"), self.why),
        ):
            if isinstance(field, QLineEdit):
                field.setMaxLength(2_000)
            if name:
                field.setAccessibleName(name)
            form.addRow(words, field)
        return form

    def _chose_batch(self, batch: str) -> None:
        self._site = None
        self.where.setText("")
        if batch:
            read = Iri(batch)
            self._desk.project.read(lambda reader: _site_of(reader, read), self._at, self._desk.tell, "triage")

    def _at(self, site: tuple[Iri, str] | None) -> None:
        self._site = site[0] if site else None
        name = line(site[1], 60) if site else ""
        self.where.setText(tr("made at {site}").format(site=name) if name else tr("Its site is not recorded."))

    def _missing(self) -> str:
        if self.factor.thing is None:
            return tr("Choose what was out of its value.")
        if self.batch.thing is None:
            return tr("Choose the batch.")
        if self._site is None:
            return tr("The site of the batch is not recorded: enter it on the batch first.")
        if not self.value.text().strip():
            return tr("Enter the value that was found, with its unit.")
        return ""

    def _complain(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.show()

    def _only_look(self) -> None:
        missing, factor, batch = self._missing(), self.factor.thing, self.batch.thing
        if missing or factor is None or batch is None:
            self._complain(missing)
            return
        question = Question(
            factor,
            ChangeKind.EXCURSION,
            new=self.value.text().strip(),
            site=self._site,
            effective=self.day.text().strip(),
            batch=batch,
            duration=self.duration.text().strip(),
        )
        draft = ChangeDraft(question, (batch,), self.number.text().strip(), asks=triage.ASKED)
        name = self.factor.label
        self.accept()
        self._look(Drafted((draft,)), name)

    def _record(self) -> None:
        missing, factor, batch, site = self._missing(), self.factor.thing, self.batch.thing, self._site
        why = self.why.text().strip()
        if missing or factor is None or batch is None or site is None or not why:
            self._complain(missing or tr("Say in a sentence why it is recorded: it stays in the history."))
            return
        happened = Excursion(
            factor,
            (batch,),
            site,
            self.value.text().strip(),
            self.duration.text().strip(),
            self.day.text().strip(),
            self.number.text().strip(),
        )
        opened: list[Iri] = []

        def work(workspace: Workspace, reason: str) -> Revision:
            iri, revision = triage.excursion(workspace, happened, reason)
            opened.append(iri)
            return revision

        def done(_: Revision | None) -> None:
            self.accept()
            self._kept(opened[0])

        name = tr("Record a deviation of {factor}").format(factor=line(self.factor.label, 60))
        self._desk.save(Step(name, work, done, lambda failure: self._complain(failure.sentence), why=why))


def _site_of(reader: RecordReader, batch: Iri) -> tuple[Iri, str] | None:
    known = Statements(reader)
    process = known.thing(batch, KG.madeBy)
    site = known.thing(batch, KG.atSite) or (known.thing(process, KG.atSite) if process else None)
    return (site, known.name(site)) if site else None
