"""A new action about a line of the gap meeting, or about anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QFormLayout, QLineEdit, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services.transfer import actions
from kgapp.services.transfer.actions import Draft
from kgapp.services.transfer.gaps import Line
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class ActionForm(QDialog):
    """Asks what is to be done, by whom and by when; saved with the meeting's reason where one runs."""

    def __init__(
        self, desk: Desk, about: Line | None, project: Iri | None, owners: tuple[str, ...], why: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._about, self._project, self._why = desk, about, project, why
        self.setWindowTitle(tr("New action"))
        self.label, self.kind, self.owner, self.due = QLineEdit(), QComboBox(), QLineEdit(), QLineEdit()
        self.kind.addItems(actions.KINDS)
        completer = QCompleter(list(owners), self)
        completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
        self.owner.setCompleter(completer)
        self.due.setPlaceholderText(tr("such as 2026-03-31"))
        if about is not None:
            self.owner.setText(about.value("owner"))
            self.due.setText(about.value("due"))
        self.said = parts.text("", ink="second")
        self.make = parts.button(tr("Make the action"), self._make, primary=True)
        self._lay_out()
        self.label.textChanged.connect(lambda _text: self._enable())
        self._enable()
        parts.size(self, 460, 260, desk.theme)

    def _lay_out(self) -> None:
        layout = parts.column(self, (16, 12, 16, 12), 10)
        if self._about is not None:
            layout.addWidget(parts.text(tr("About: {name}").format(name=line(self._about.name, 160)), ink="second"))
        form = QFormLayout()
        fields = (
            (tr("What is to be &done"), self.label),
            (tr("&Kind"), self.kind),
            (tr("&Owner"), self.owner),
            (tr("D&ue"), self.due),
        )
        for words, field in fields:
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        row = parts.row(parts.button(tr("Cancel"), self.reject), self.make, stretch=False)
        row.insertStretch(0, 1)
        layout.addLayout(row)

    def _enable(self) -> None:
        self.make.setEnabled(bool(self.label.text().strip()))

    def _make(self) -> None:
        about = self._about
        draft = Draft(
            self.label.text(),
            self.kind.currentText(),
            self.owner.text().strip(),
            self.due.text().strip(),
            closes=about.gap.iri if about and about.gap else None,
            concerns=about.thing.iri if about and not about.gap else None,
            project=self._project,
        )

        def work(workspace: Workspace, why: str) -> Revision | None:
            return actions.create(workspace, draft, why)[1]

        self.make.setEnabled(False)
        name = tr("New action “{name}”").format(name=line(draft.label, 80))
        self._desk.save(Step(name, work, self._done, self._failed, self._enable, why=self._why))

    def _done(self, _revision: Revision | None) -> None:
        self.accept()

    def _failed(self, failure: Failure) -> None:
        self.said.setText(block(f"{failure.sentence} {failure.hint}"))
        self._enable()
