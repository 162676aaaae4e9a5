"""Before an update changes anything: what it would change, in sentences; then one commit with a reason, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPlainTextEdit, QWidget

from kgapp.domain.history import Revision
from kgapp.services import updating
from kgapp.services.updating import Preview
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 760
_HEIGHT: Final = 560
_SENTENCE: Final = 400


def show(desk: Desk, text: str) -> UpdatePreview:
    """Run an update on a copy and show what it would change; the user commits it there, or not."""
    dialog = UpdatePreview(desk, text)
    dialog.open()
    return dialog


class UpdatePreview(QDialog):
    """What is committed is exactly what is shown; when the project changed meanwhile, the update is run anew."""

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._text = desk, text
        self._topic = f"update {id(self)}"
        self.shown: Preview | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Update"))
        self.title = parts.heading("", desk.theme, 16)
        self.graphs = parts.text("", ink="second")
        self.warnings = parts.text("")
        self.sweeping = parts.text("")
        self.agreed = QCheckBox(tr("&Yes, all of that is meant to go"))
        self.agreed.toggled.connect(lambda _: self._check())
        self.sentences = QPlainTextEdit()
        self.cancel = parts.button(tr("Cancel"), self.reject)
        self.commit = parts.button(tr("Commit…"), self._save, primary=True)
        self.commit.setDefault(True)
        self.states = States(self._content(), desk.theme)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(self.states, 1)
        layout.addLayout(buttons(self.cancel, self.commit))
        parts.size(self, _WIDTH, _HEIGHT, desk.theme)
        self.run()

    def run(self) -> None:
        """Run it on a copy; nothing is changed."""
        self.shown = None
        self.commit.setEnabled(False)
        self.states.busy(tr("Running the update on a copy…"), self.stop)
        updates, text = self._desk.reports.updates(), self._text
        self._updates = updates  # of this run: one that was stopped stays stopped

        def work(workspace: Workspace) -> Preview:
            return updating.preview(workspace, updates, text)

        self._desk.project.ask(work, self._show, self._failed, self._topic)

    def done(self, result: int) -> None:
        self._desk.project.forget(self._topic)
        self._updates.stop()
        super().done(result)

    def _content(self) -> QWidget:
        content = QWidget()
        layout = parts.column(content, spacing=10)
        self.sentences.setReadOnly(True)
        self.sentences.setTabChangesFocus(True)
        self.sentences.setAccessibleName(tr("What the update would change"))
        self.sentences.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        layout.addWidget(self.title)
        layout.addWidget(self.warnings)
        layout.addWidget(self.sentences, 1)
        layout.addWidget(self.graphs)
        layout.addWidget(self.sweeping)
        layout.addWidget(self.agreed)
        return content

    def _show(self, shown: Preview) -> None:
        if not shown.statements:
            self.states.empty(
                tr("This update would change nothing"),
                tr("It was run on a copy of revision {revision}; no statement came or went.").format(
                    revision=number(shown.seq)
                ),
            )
            return
        self.shown = shown
        self.title.setText(_title(shown))
        self.warnings.setText("\n".join(line(each, _SENTENCE) for each in shown.warnings))
        self.warnings.setVisible(bool(shown.warnings))
        self.sentences.setPlainText("\n".join(line(each, _SENTENCE) for each in shown.sentences))
        self.graphs.setText(_graphs(shown))
        self.sweeping.setText("\n".join(line(each, _SENTENCE) for each in shown.sweeping))
        self.agreed.setChecked(False)
        self.agreed.setAccessibleDescription(self.sweeping.text())
        for each in (self.sweeping, self.agreed):
            each.setVisible(bool(shown.sweeping))
        self._check()
        self.states.content()
        first = self.agreed if shown.sweeping else self.commit
        (first if self._desk.project.writable else self.cancel).setFocus()

    def _check(self) -> None:
        """What sweeps the project is committed only when the box below its counts is ticked."""
        writable = self._desk.project.writable
        meant = self.shown is not None and (not self.shown.sweeping or self.agreed.isChecked())
        why = tr("Tick first that all of that is meant to go") if writable else self._desk.project.read_only_because
        self.commit.setEnabled(writable and meant)
        self.commit.setToolTip("" if writable and meant else line(why, _SENTENCE))

    def _failed(self, failure: Failure) -> None:
        self.states.failed(failure, self.run)

    def stop(self) -> None:
        """Give up what runs."""
        self._desk.project.forget(self._topic)
        self._updates.stop()
        self.states.empty(
            tr("Stopped"), tr("Nothing in the project was changed."), parts.button(tr("Run again"), self.run)
        )

    def _save(self) -> None:
        shown = self.shown
        if shown is None or not self.commit.isEnabled():
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return updating.commit(workspace, shown, why, agreed=shown.sweeping)

        def done(_revision: Revision | None) -> None:
            self.accept()

        self._desk.save(Step(_title(shown), work, done, self._failed))


def _title(shown: Preview) -> str:
    removed, added = len(shown.change.removed), len(shown.change.added)
    return tr("This update removes {removed} and adds {added}").format(
        removed=count_of(removed, tr("statement"), tr("statements")),
        added=count_of(added, tr("statement"), tr("statements")),
    )


def _graphs(shown: Preview) -> str:
    """How many statements go and come by graph, and how many of them the sentences tell."""
    told = [
        tr("{graph}: {removed} removed, {added} added").format(
            graph=line(each.graph, 160), removed=number(each.removed), added=number(each.added)
        )
        for each in shown.graphs
    ]
    if shown.told < shown.statements:
        told.insert(
            0,
            tr("The sentences tell {told} of {count} statements.").format(
                told=number(shown.told), count=number(shown.statements)
            ),
        )
    return "\n".join(told)
