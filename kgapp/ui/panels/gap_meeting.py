"""The gap meeting: one list, projected and edited live; each cell is one save, without a dialog while the meeting runs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.reports import gaps as gaps_document
from kgapp.services.transfer import cells, deciding, gaps
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.deciding import Decision
from kgapp.services.transfer.gaps import Line, Meeting
from kgapp.services.workspace import Workspace
from kgapp.ui import places_table
from kgapp.ui.models import gap_rows
from kgapp.ui.panels import parts
from kgapp.ui.panels.action_form import ActionForm
from kgapp.ui.panels.gap_bar import CountRow, FilterBar, MeetingBar
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.theme import USUAL
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_PRESENTED: Final = 125
_ROOM: Final = 520
"""Pixels of the drawings; with less, the list would have no rows."""
_SIDES: Final = ("explorer", "inspector")
_NEXT: Final = "Ctrl+J"
_NEEDS_REASON: Final = ("justify", "accept")
_TOGETHER: Final = ("disposition", "justification")
_Read = tuple[Meeting, tuple[str, ...]]


class GapMeetingPanel(View):
    """The gaps of a transfer project."""

    def __init__(self, desk: Desk, project: Iri) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._topic = f"gaps {project}"
        self.meeting: Meeting | None = None
        self._owners: tuple[str, ...] = ()
        self._sitting = deciding.Sitting()
        self._waiting: dict[str, Entered] = {}
        self.reason = ""
        self._stale, self._usual = False, USUAL
        self._folded: tuple[str, ...] = ()
        theme = desk.theme
        self.heading = parts.heading(tr("Gap meeting"), theme)
        self.counts, self.bar, self.filters = CountRow(theme), MeetingBar(theme), FilterBar(theme)
        self.note = parts.text("", ink="second")
        self.table = SheetTable(tr("Gaps"), gap_rows.heads(), theme)
        self.detail = parts.text("", ink="first")
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        self._join()
        self.states.busy(tr("Comparing the two processes…"), self._stop)
        self.ask()

    @property
    def entity(self) -> Iri | None:
        line = self.chosen
        return line.gap.iri if line and line.gap else line.thing.iri if line else self._project

    @property
    def chosen(self) -> Line | None:
        """The line that is current."""
        row = self.table.current
        return row.subject if row is not None and isinstance(row.subject, Line) else None

    def ask(self) -> None:
        """Read the list (again)."""
        self._stale = False
        self._desk.project.read(lambda reader: _read(reader, self._project), self._show, self._fail, self._topic)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self.isVisible():
            self.ask()
        else:
            self._stale = True

    def came_to_front(self) -> None:
        self._title()
        if self._stale:
            self.ask()

    def take_focus(self) -> None:
        self.table.setFocus()

    def may_close(self) -> bool:
        """Before it goes, everything has its usual size again: that would be kept for the next start."""
        if self.presenter.isChecked():
            self.presenter.setChecked(False)
            self._present()
        return True

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def start(self, people: str) -> None:
        """From now on every save carries the meeting's name."""
        day = datetime.now().astimezone().date().isoformat()
        whom = tr(", participants {people}").format(people=people) if people else ""
        self.reason = tr("Gap meeting {day}").format(day=day) + whom
        self.bar.show_running(self.reason)
        self.next_undecided()

    def end(self) -> None:
        """From now on each save asks again."""
        self.reason = ""
        self.bar.show_running("")

    def next_undecided(self) -> None:
        """Go to the next line that lacks something, at the first cell that it lacks; from the last one to the first."""
        model, here = self.table.sheet, self.table.currentIndex().row()
        for step in range(1, model.rowCount() + 1):
            row = model.row_at((here + step) % model.rowCount())
            if row is not None and isinstance(row.subject, Line) and row.subject.lacking:
                self.table.go_to(row.key, row.subject.lacking[0])
                return
        self._desk.say(tr("Nothing is left to decide among the lines that are shown."))

    def new_action(self) -> None:
        """An action about the line that is current."""
        line = self.chosen
        if line is not None:
            owners = self._owners
            ActionForm(self._desk, line, self._project, owners, self.reason, self).open()

    def send(self) -> None:
        """The lines that are shown, as a workbook."""
        if self.meeting is not None:
            self._desk.reports.workbooks.send(self.meeting, self._shown_lines())

    def _shown_lines(self) -> tuple[Line, ...]:
        rows = (self.table.sheet.row_at(at) for at in range(self.table.sheet.rowCount()))
        return tuple(row.subject for row in rows if row is not None and isinstance(row.subject, Line))

    def save_report(self) -> None:
        """The lines that are shown, as a report to read or print."""
        meeting, lines = self.meeting, self._shown_lines()
        if meeting is not None:
            name = f"{meeting.project.label} {meeting.title}"
            self._desk.save_report(name, lambda asked: gaps_document.document(meeting, lines, asked))

    def take_in(self) -> None:
        """A workbook that came back."""
        path = self._desk.reports.workbooks.choose()
        if path is not None:
            self._desk.open_place(places_table.returned_of(self._project, str(path)))

    def _lay_out(self, content: QWidget) -> None:
        self.next = parts.button(tr("Next to decide"), self.next_undecided, tip=_NEXT)
        self.action = parts.button(tr("New action…"), self.new_action)
        self.presenter = parts.button(tr("Large text"), self._present, tip=tr("For a projector"))
        self.presenter.setCheckable(True)
        self.out = parts.button(tr("Send as workbook…"), self.send, tip=tr("For a partner without this program"))
        self.report = parts.button(tr("Save report…"), self.save_report)
        self.back = parts.button(tr("Take in an answer…"), self.take_in, tip=tr("A workbook that came back"))
        self.buttons = parts.Flow((self.next, self.action, self.presenter, self.out, self.back, self.report), 8)
        self.tools = parts.button(
            tr("Filter and files"), self._fold, tip=tr("Show or hide what narrows and sends the list")
        )
        self.tools.setCheckable(True)
        self._strip = QFrame()
        self._strip.setObjectName("panel")
        parts.column(self._strip, (12, 8, 12, 8), 4).addWidget(self.detail)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        head = parts.row(stretch=False)
        head.addWidget(self.heading, 1)
        head.addWidget(self.tools)
        layout.addLayout(head)
        for widget in (self.counts, self.note, self.bar, self.buttons, self.filters):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._strip)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """In little room the list comes first: what narrows it is a button away."""
        little = self.height() < self._desk.theme.px(_ROOM)
        shown = self.tools.isChecked() or not little
        self.tools.setVisible(little)
        for widget in (self.buttons, self.filters):
            widget.setVisible(shown)
        for other in (self.note, self._strip):
            other.setVisible(not little)

    def _join(self) -> None:
        self.bar.started.connect(self.start)
        self.bar.ended.connect(self.end)
        self.filters.changed.connect(self._fill)
        self.table.chosen.connect(self._choose)
        self.table.sheet.entered.connect(self._enter)
        self.table.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        self.table.menu_wanted.connect(lambda iri, place: self._desk.menu((Iri(iri),), place))
        self._desk.theme.changed.connect(self._dress)
        shortcut = QShortcut(QKeySequence(_NEXT), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.next_undecided)

    def _show(self, found: _Read) -> None:
        self.meeting, self._owners = found
        meeting = self.meeting
        self._title()
        if not meeting.lines:
            why = meeting.why_not or tr(
                "The comparison of the two processes shows no difference, and no gap is recorded."
            )
            self.states.empty(tr("No gaps"), why)
            return
        writable = self._desk.project.writable
        self.table.sheet.writable = writable
        for widget in (self.bar, self.action, self.back):
            widget.setEnabled(writable)
        self.counts.show_counts(meeting)
        self.filters.offer(meeting)
        self._fill()
        self.states.content()

    def _fill(self) -> None:
        if self.meeting is None:
            return
        rows = gap_rows.rows(self.meeting, self.filters.narrowing, self._owners)
        self.table.show_rows(rows)
        unsaid = sum(not gap_rows.listed_as_gap(each) for each in self.meeting.lines)
        self.note.setText(
            " ".join(
                part
                for part in (
                    tr("Showing {shown} of {all} lines.").format(shown=len(rows), all=len(self.meeting.lines)),
                    tr("{count} are unknown and no gap yet: they are not the same, nobody recorded them.").format(
                        count=unsaid
                    ),
                    self.meeting.why_not,
                )
                if part
            )
        )

    def _enter(self, key: str, column: str, text: str) -> None:
        """``seen`` is what the row shows: the list may have been read again while the cell was edited."""
        row = self.table.sheet.row_at(self.table.sheet.place_of(key))
        if row is None or not isinstance(row.subject, Line):
            return
        line = row.subject
        entered = Entered(column, line.value(column), text)
        if column == "disposition" and text in _NEEDS_REASON and not line.value("justification"):
            self._waiting[key] = entered
            self.table.sheet.hold(key, column)
            self._desk.say(tr("Now the reason: it is saved together with “{word}”.").format(word=text))
            self.table.ask_for(key, "justification")
            return
        first = self._waiting.pop(key, None) if column in _TOGETHER else None
        if column in _TOGETHER:
            self.table.sheet.release(key)
        if first is None or first.column == column:
            self._save(key, line, (entered,))
        else:
            self._save(key, line, (first, entered))

    def _save(self, key: str, about: Line, entered: tuple[Entered, ...]) -> None:
        decision, project, sitting = Decision(about, entered), self._project, self._sitting

        def work(workspace: Workspace, why: str) -> Revision | None:
            return deciding.save(workspace, project, (decision,), why, sitting)

        def failed(failure: Failure) -> None:
            self.table.sheet.take_back(key)
            self._desk.tell(failure)

        def dropped() -> None:
            self.table.sheet.take_back(key)

        name = tr("Gap “{name}”").format(name=line(about.name, 80))
        self._desk.save(Step(name, work, self._saved, failed, dropped, why=self.reason))

    def _saved(self, revision: Revision | None) -> None:
        if revision is None:
            self.ask()

    def _choose(self, subject: object) -> None:
        if isinstance(subject, Line) and self.meeting is not None:
            self.detail.setText(gap_rows.detail(subject, self.meeting.on))
        else:
            self.detail.setText(tr("No line fits. Another choice above shows the rest."))
        self.action.setEnabled(isinstance(subject, Line) and self._desk.project.writable)

    def _present(self) -> None:
        """Everything larger and the list alone in the window, for a projector; and back."""
        theme, areas = self._desk.theme, self._desk.areas
        if self.presenter.isChecked():
            self._usual = theme.scale
            self._folded = tuple(area for area in _SIDES if not areas.is_folded(area))
            theme.choose_scale(max(_PRESENTED, theme.scale))
        else:
            theme.choose_scale(self._usual)
        for area in self._folded:
            areas.fold(area, away=self.presenter.isChecked())

    def _title(self) -> None:
        name = self.meeting.title if self.meeting else ""
        self.heading.setText(tr("Gap meeting: {sites}").format(sites=line(name, 80)) if name else tr("Gap meeting"))
        self.titled.emit(tr("Gaps: {sites}").format(sites=line(name, 40)) if name else tr("Gap meeting"))

    def _stop(self) -> None:
        self._desk.project.forget(self._topic)
        self.states.empty(tr("The list was not read"), tr("You stopped it."), parts.button(tr("Read it"), self.ask))

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self.heading.setFont(self._desk.theme.font(17, strong=True))
        self._fold()
        if self.meeting is not None:
            self.counts.show_counts(self.meeting)


def _read(reader: RecordReader, project: Iri) -> _Read:
    return gaps.meeting(reader, project), tuple(one.label for one in cells.owners(reader))
