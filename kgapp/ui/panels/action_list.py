"""Actions and questions: who has to do what by when; answered and closed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.impact import Named
from kgapp.domain.names import words
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.transfer import actions, cells, projects
from kgapp.services.transfer.actions import COLUMNS, Action, Actions
from kgapp.services.transfer.cells import Entered, Kind, Sitting
from kgapp.services.workspace import Workspace
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.action_form import ActionForm
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TOPIC: Final = "actions"
_OPEN, _LATE, _QUESTIONS, _ALL = (
    mark("Open"),
    mark("Overdue"),
    mark("Open questions"),
    mark("All, also closed"),
)
_WIDTHS: Final = {"label": 0.4, "kind": 90, "owner": 140, "due": 106, "status": 100, "answer": 0.35}
_TOGETHER: Final = ("status", "answer")
_Read = tuple[Actions, tuple[Named, ...], tuple[str, ...]]


class ActionsPanel(View):
    """All actions, or those of one transfer project."""

    def __init__(self, desk: Desk, project: Iri | None = None) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._found: Actions | None = None
        self._owners: tuple[str, ...] = ()
        self._asked: dict[str, Entered] = {}
        self._sitting = Sitting(COLUMNS)
        theme = desk.theme
        self.heading = parts.heading(tr("Actions and questions"), theme)
        self.note = parts.text("", ink="second")
        self.which, self.of, self.words = QComboBox(), QComboBox(), QLineEdit()
        for word in (_OPEN, _LATE, _QUESTIONS, _ALL):
            self.which.addItem(said(word), word)
        self.of.addItem(tr("Of everything"), None)
        for box, name in ((self.which, tr("Which actions")), (self.of, tr("Of which transfer"))):
            box.setAccessibleName(name)
            box.activated.connect(lambda _at: self._narrow())
        self.words.setPlaceholderText(tr("Filter by words, such as an owner"))
        self.words.setAccessibleName(tr("Filter by words"))
        self.words.setMinimumWidth(theme.px(200))
        self.words.textChanged.connect(lambda _text: self._fill())
        self.new = parts.button(tr("New action…"), self._new, primary=True)
        self.table = SheetTable(tr("Actions"), _heads(), theme)
        self.table.sheet.entered.connect(self._enter)
        self.table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        self.table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        for widget in (self.heading, self.note, parts.Flow((self.which, self.of, self.words, self.new), 8)):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self.states.busy(tr("Reading the actions…"))
        self.ask()

    def ask(self) -> None:
        """Read the list (again)."""
        project = self._project
        self._desk.project.read(lambda reader: _read(reader, project), self._show, self._fail, _TOPIC)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Actions"))

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(_TOPIC)

    def _show(self, read: _Read) -> None:
        self._found, transfers, self._owners = read
        while self.of.count() > 1:
            self.of.removeItem(1)
        for each in transfers:
            self.of.addItem(line(each.label, 60), each.iri)
        self.of.setCurrentIndex(max(0, self.of.findData(self._project)))
        self.table.sheet.writable = self._desk.project.writable
        self.new.setEnabled(self._desk.project.writable)
        if not self._found.rows and self._project is None:
            new = parts.button(tr("New action…"), self._new, primary=True)
            self.states.empty(
                tr("No actions yet"), tr("What somebody has to do, answer or study would stand here."), new
            )
            return
        self._fill()
        self.states.content()

    def _narrow(self) -> None:
        chosen = self.of.currentData()
        project = Iri(chosen) if chosen else None
        if project != self._project:
            self._project = project
            self.ask()
        else:
            self._fill()

    def _fill(self) -> None:
        found = self._found
        if found is None:
            return
        tokens = words(self.words.text())
        word = self.which.currentData()
        kept = [row for row in found.rows if _wanted(row, word, found) and _holds(row, tokens)]
        self.table.show_rows(tuple(_row(row, found, self._owners) for row in kept))
        told = tr("Showing {shown} of {all}. {open} open, {late} overdue on {day}.")
        self.note.setText(
            told.format(
                shown=len(kept),
                all=len(found.rows),
                open=len(found.open),
                late=len(found.overdue),
                day=found.on.isoformat(),
            )
        )

    def _enter(self, key: str, column: str, text: str) -> None:
        """``seen`` is what the row shows: the list may have been read again while the cell was edited."""
        shown = self.table.sheet.row_at(self.table.sheet.place_of(key))
        if shown is None or not isinstance(shown.subject, Action):
            return
        row, sitting = shown.subject, self._sitting
        entered = Entered(column, row.value(column), text)
        if column == "status" and text == "closed" and row.question and not row.value("answer"):
            self._asked[key] = entered
            self.table.sheet.hold(key, column)
            self._desk.say(tr("Now the answer: it is saved together with “closed”."))
            self.table.ask_for(key, "answer")
            return
        first = self._asked.pop(key, None) if column in _TOGETHER else None
        if column in _TOGETHER:
            self.table.sheet.release(key)
        typed = (entered,) if first is None or first.column == column else (first, entered)

        def work(workspace: Workspace, why: str) -> Revision | None:
            return actions.edit(workspace, Iri(key), typed, why, sitting)

        def failed(failure: Failure) -> None:
            self.table.sheet.take_back(key)
            self._desk.tell(failure)

        name = tr("Action “{name}”").format(name=line(row.thing.label, 80))
        self._desk.save(Step(name, work, self._saved, failed, lambda: self.table.sheet.take_back(key)))

    def _saved(self, revision: Revision | None) -> None:
        if revision is None:
            self.ask()

    def _new(self) -> None:
        ActionForm(self._desk, None, self._project, self._owners, "", self).open()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self.heading.setFont(self._desk.theme.font(17, strong=True))


def _read(reader: RecordReader, project: Iri | None) -> _Read:
    owners = tuple(one.label for one in cells.owners(reader))
    return actions.actions(reader, project), projects.every(reader), owners


def _heads() -> tuple[SheetColumn, ...]:
    asked = tuple(SheetColumn(each.key, said(each.title), _WIDTHS[each.key]) for each in COLUMNS)
    return (*asked[:1], SheetColumn("about", tr("For"), 0.25), *asked[1:])


def _wanted(row: Action, word: str, found: Actions) -> bool:
    if word == _LATE:
        return row.overdue(found.on)
    if word == _QUESTIONS:
        return row.question and not row.closed
    return word == _ALL or not row.closed


def _holds(row: Action, tokens: list[str]) -> bool:
    own = words(" ".join((*row.values, *(each.label for each in row.about))))
    return all(any(word.startswith(token) for word in own) for token in tokens)


def _row(row: Action, found: Actions, owners: tuple[str, ...]) -> SheetRow:
    asked = []
    for each in COLUMNS:
        choices = each.words if each.kind is Kind.WORD else owners if each.kind is Kind.OWNER else ()
        late = each.key == "due" and row.overdue(found.on)
        asked.append(
            SheetCell(
                row.value(each.key),
                tr("overdue") if late else "",
                Tone.HIGH if late else None,
                each.kind,
                choices,
                strong=each.key == "label",
            )
        )
    about = SheetCell("; ".join(each.label for each in row.about) or "–")
    return SheetRow(row.thing.iri, (asked[0], about, *asked[1:]), row, row.thing.iri)
