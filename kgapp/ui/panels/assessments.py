"""The list of assessments: open ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kgapp.domain.terms import Iri
from kgapp.services.assessments import reading
from kgapp.services.assessments.reading import Row as Listed
from kgapp.ui import places_table
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, number
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

COLUMNS: Final = (mark("Assessment"), mark("State"), mark("Number"), mark("Verdicts"), mark("Opened"), mark("About"))


class AssessmentsPanel(View):
    """Opens an assessment with Enter or a double click."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.place = places_table.ASSESSMENTS
        self._head = parts.heading("", desk.theme, 17)
        self._note = parts.text(
            tr("Assessments support a decision; the record of the decision stays in your quality system."), ink="second"
        )
        self.table = Table(tr("Assessments"), tuple(map(said, COLUMNS)), (0.34, 96, 120, 78, 96, 0), desk.theme)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        head = parts.column(top := QWidget(), (16, 12, 16, 10), 4)
        head.addWidget(self._head)
        head.addWidget(self._note)
        inner.addWidget(top)
        inner.addWidget(self.table, 1)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self._load()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._load()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Assessments"))

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self.place)

    def _load(self) -> None:
        self._desk.project.read(reading.rows, self._show, self._fail, self.place)

    def _show(self, rows: tuple[Listed, ...]) -> None:
        if not rows:
            self.states.empty(
                tr("No assessment yet"),
                tr("Assess a change, then keep it: it waits here until every item has its verdict."),
                parts.button(tr("Assess a change…"), lambda: self._desk.open_place(places_table.MAP), primary=True),
            )
            return
        open_ = [row for row in rows if not row.closed]
        closed = [row for row in rows if row.closed]
        self._head.setText(open_words(len(open_)))
        self.table.update_groups(
            (
                Group(tr("In review  {count}").format(count=number(len(open_))), tuple(map(_row, open_)), "open"),
                Group(tr("Closed  {count}").format(count=number(len(closed))), tuple(map(_row, closed)), "closed"),
            )
        )
        self.states.content()
        self.table.begin()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._load)

    def _open(self, iri: str) -> None:
        self._desk.open_place(places_table.assessment_of(Iri(iri)))

    def _choose(self, subject: object) -> None:
        if self.isVisible() and isinstance(subject, Listed):
            self._desk.inspect(subject.iri)


def open_words(count: int) -> str:
    """How many are open, for the head and for the status bar."""
    return count_of(count, tr("open assessment"), tr("open assessments"))


def _row(listed: Listed) -> Row:
    day = f"{listed.opened_at.astimezone():%Y-%m-%d}" if listed.opened_at is not None else ""
    about = ", ".join(each.label for each in listed.changes)
    owners = ", ".join(each.label for each in listed.owners)
    return Row(
        (
            Cell(listed.label, icon="change", iri=listed.iri),
            Cell(tr("closed"), tone=Tone.LOW) if listed.closed else Cell(tr("in review"), tone=Tone.MEDIUM),
            Cell(", ".join(listed.external_ids), ink="second"),
            Cell(number(listed.verdicts), ink="second"),
            Cell(day, ink="second"),
            Cell(listed.conclusion or " · ".join(each for each in (about, owners) if each), ink="second"),
        ),
        listed,
    )
