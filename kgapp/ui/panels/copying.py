"""Copy a part of a server into the project: chosen, read whole and compared, looked at, then added as one revision or not at all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from kgapp.domain.errors import QueryStopped
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.remote import pulling
from kgapp.services.remote.part_reading import Part
from kgapp.services.remote.pulling import Plan
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.copy_form import CopyForm
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.progressing import Progressing
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.servers import Attempt
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SENTENCE: Final = 400
_MOST: Final = 2_000


class CopyingPanel(View):
    """What is added is exactly what was shown; the server is asked anew for every look."""

    _read = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topic = f"copying {id(self)}"
        self._attempt: Attempt | None = None
        self._part: Part | None = None
        self.plan: Plan | None = None
        self._busy: Progressing | None = None
        self.form = CopyForm(desk)
        self.pages = QStackedWidget()
        self.pages.addWidget(scrolling(self.form))
        self.pages.addWidget(self._shown_page())
        self.states = States(self.pages, desk.theme)
        parts.column(self).addWidget(self.states)
        self.form.looked.connect(self.look)
        self._read.connect(self._tell_read, Qt.ConnectionType.QueuedConnection)
        desk.project.closing.connect(self.closing)

    def came_to_front(self) -> None:
        self.titled.emit(tr("Copy from a server"))

    def take_focus(self) -> None:
        if self.states.showing == "content" and self.pages.currentIndex() == 0:
            self.form.server.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        """What was compared may be otherwise now; committing would say so, too."""
        if self.plan is not None:
            self.old.show()
            self.add.setEnabled(False)

    def closing(self) -> None:
        self.form.let_go()
        self._give_up()

    def look(self, part: Part) -> None:
        """Read the part and compare it with the project; nothing is changed."""
        wanted, servers = self.form.chosen, self._desk.reports.servers
        if wanted is None:
            return
        self._give_up()
        self._part, self.plan = part, None
        attempt, stopped = servers.attempt(), threading.Event()
        self._attempt, self._stopped = attempt, stopped
        title = tr("Reading from {name}…").format(name=line(wanted.name, 200))
        busy = self._busy = Progressing(title, self.stop, self._desk.theme)
        self.states.show_page(busy)
        busy.setObjectName("busy")
        busy.stop.setFocus()

        def heard(statements: int) -> None:
            if stopped.is_set():
                raise QueryStopped("Stopped.")
            self._read.emit(statements)

        def work(reader: RecordReader) -> Plan:
            connection, secret = servers.meant(wanted)
            there = attempt.begin(connection, secret)[0].reader
            return pulling.plan(there, reader, part, heard)

        self._desk.project.survey(work, self._show, self._failed, self._topic)

    def again(self) -> None:
        """The same part once more."""
        if self._part is not None:
            self.look(self._part)

    def stop(self) -> None:
        """Give up what is read."""
        self._give_up()
        back = parts.button(tr("Change…"), self.back)
        self.states.empty(
            tr("Stopped"), tr("Nothing was copied."), parts.button(tr("Read again"), self.again, primary=True), back
        )

    def back(self) -> None:
        """To the form, as it was filled in."""
        self.plan = None
        self.pages.setCurrentIndex(0)
        self.states.content()
        self.form.words.setFocus()

    def _give_up(self) -> None:
        self._desk.project.forget(self._topic)
        if self._attempt is not None:
            self._stopped.set()
            self._attempt.stop()
        self._attempt = self._busy = None

    def _tell_read(self, statements: int) -> None:
        if self._busy is not None:
            self._busy.tell(tr("{count} statements read so far; nothing is changed.").format(count=number(statements)))

    def _shown_page(self) -> QWidget:
        page = QWidget()
        layout = parts.column(page, (16, 12, 16, 12), 10)
        theme = self._desk.theme
        self.head = parts.heading("", theme, 17)
        self.counts = parts.text("", ink="second")
        self.notes = parts.text("")
        self.old = parts.text(tr("The project was changed since it was compared: compare again."))
        self.sentences = QPlainTextEdit()
        self.sentences.setReadOnly(True)
        self.sentences.setTabChangesFocus(True)
        self.sentences.setAccessibleName(tr("What the copy would add"))
        self.add = parts.button(tr("Copy…"), self._save, primary=True)
        compare = parts.button(tr("Compare again"), self.again)
        change = parts.button(tr("Change…"), self.back)
        for each in (self.head, self.counts, self.notes, self.old):
            layout.addWidget(each)
        layout.addWidget(self.sentences, 1)
        layout.addWidget(parts.Flow((self.add, compare, change)))
        return page

    def _show(self, plan: Plan) -> None:
        self._busy = None
        if self._attempt is not None:
            self._attempt.stop()  # all of it was read
        if not plan.copied:
            words = tr("{count} about {things} were read there; all of them are here, by value.").format(
                count=count_of(plan.found, tr("statement"), tr("statements")),
                things=count_of(plan.things.all, tr("thing"), tr("things")),
            )
            self.states.empty(
                tr("The project has all of it"), words, parts.button(tr("Copy something else"), self.back)
            )
            return
        self.plan = plan
        self.head.setText(_title(plan))
        self.counts.setText(_counts(plan))
        self.notes.setText("\n".join(line(each, _SENTENCE) for each in plan.notes))
        self.notes.setVisible(bool(plan.notes))
        self.old.hide()
        self.sentences.setPlainText(_text(plan))
        writable = self._desk.project.writable
        self.add.setEnabled(writable)
        self.add.setToolTip("" if writable else line(self._desk.project.read_only_because, _SENTENCE))
        self.pages.setCurrentIndex(1)
        self.states.content()
        self.add.setFocus()

    def _failed(self, failure: Failure) -> None:
        self._busy = None
        self.states.failed(failure, self.again, parts.button(tr("Change…"), self.back))

    def _save(self) -> None:
        plan = self.plan
        if plan is None:
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return pulling.commit(workspace, plan, why)

        self._desk.save(Step(_title(plan), work, self._saved, self._failed, begun=self._begun))

    def _begun(self) -> None:
        self.plan = None
        self.states.busy(tr("Adding to the project…"))

    def _saved(self, revision: Revision | None) -> None:
        more = parts.button(tr("Copy something else"), self.back)
        if revision is None:
            self.states.empty(tr("Nothing was added"), tr("The project has all of it."), more)
            return
        words = tr(
            "{count} statements were added in one step, which can be undone, with those that say where they came from. The page "
            "of each thing says it, too."
        ).format(count=number(revision.added_count))
        self.states.empty(tr("Copied as revision {number}").format(number=number(revision.seq)), words, more)


def _title(plan: Plan) -> str:
    return tr("This copy adds {count} about {things}").format(
        count=count_of(plan.copied, tr("statement"), tr("statements")),
        things=count_of(plan.things.new + plan.things.differing, tr("thing"), tr("things")),
    )


def _counts(plan: Plan) -> str:
    words = tr(
        "{found} statements about {things} things are there; {here} are in this project already. Of the things {new} are new "
        "here, {differing} get something added, {same} have it all. Nothing is removed or overwritten."
    )
    return words.format(
        found=number(plan.found),
        things=number(plan.things.all),
        here=number(plan.found - plan.copied),
        new=number(plan.things.new),
        differing=number(plan.things.differing),
        same=number(plan.things.same),
    )


def _text(plan: Plan) -> str:
    """Where values differ comes first: it is what needs a decision."""
    told: list[str] = []
    if plan.beside:
        title = tr("Differs from this project, both values will stand side by side ({count}):")
        told += [title.format(count=number(len(plan.beside))), *_some(plan.beside), ""]
    title = tr("What is added:")
    if plan.told < plan.copied:
        title = tr("What is added (these lines tell {told} of {count} statements):").format(
            told=number(plan.told), count=number(plan.copied)
        )
    return "\n".join([*told, title, *_some(plan.sentences)])


def _some(sentences: tuple[str, ...]) -> list[str]:
    shown = [line(each, _SENTENCE) for each in sentences[:_MOST]]
    left = len(sentences) - len(shown)
    return [*shown, tr("… and {count} lines more").format(count=number(left))] if left else shown
