"""Knowledge at risk: which know-how hangs on few people and on no document, and who holds most of it alone."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QStackedWidget, QWidget

from kgapp.domain.knowledge import KnowHow, PersonRisk
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import departure_view, knowledge_risk, knowledge_tables
from kgapp.services.departure_view import Overview
from kgapp.services.knowledge_tables import NOT_DECIDING, NOT_SAFE
from kgapp.services.reports import knowledge
from kgapp.ui import places_table
from kgapp.ui.models import departure_rows
from kgapp.ui.models.departure_rows import FILTERS, PEOPLE_COLUMNS, RISK_COLUMNS
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.reports import save_at_head
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import number
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_KNOW_HOW: Final = (0.32, 118, 0.2, 0.0)
_PEOPLE: Final = (0.3, 96, 0.3, 0.0)
_LEAST_HIGH: Final = 240


class KnowledgeRiskPanel(View):
    """Looks it up itself, and again after each change. Figures about persons are shown only when somebody asks for them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topic = f"knowledge at risk {id(self)}"
        self.found: Overview | None = None
        theme = desk.theme
        self._head = parts.heading(tr("Knowledge at risk"), theme, 17)
        self._answer, self._notes = parts.text(""), parts.text("", ink="second")
        self.figures = QCheckBox(tr("Show &personal figures"))
        self.filter = QLineEdit()
        self.know_how = Table(tr("Know-how at risk"), tuple(map(said, RISK_COLUMNS)), _KNOW_HOW, theme)
        self.people = Table(tr("People who hold know-how"), tuple(map(said, PEOPLE_COLUMNS)), _PEOPLE, theme)
        self.rehearse = parts.button(tr("If this person goes…"), self._rehearse, primary=True)
        self.plan = parts.button(tr("Plan a transfer…"), self._plan)
        self.report = parts.button(tr("Save report…"), self.save_report)
        self._lists = QStackedWidget()
        self._tabs = QButtonGroup(self)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self._join()
        self.states = States(scrolling(content), theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self._dress()
        self.titled.emit(tr("Knowledge at risk"))
        self._open()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Knowledge at risk"))

    def take_focus(self) -> None:
        (self._lists.currentWidget() or self).setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._read()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def save_report(self) -> None:
        """All that is known, as a file; personal figures only while they are shown here."""
        found = self.found
        if found is not None:
            telling = knowledge_tables.of_survey(found.survey, found.people if found.figures else None)
            save_at_head(self._desk, telling.title, lambda head, asked: knowledge.document(telling, head, asked))

    def _lay_out(self, content: QWidget) -> None:
        layout = parts.column(content, (16, 12, 16, 12), 8)
        for widget in (self._head, self._answer, self._notes):
            layout.addWidget(widget)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter the list"))
        self.filter.setAccessibleName(tr("Filter the list"))
        self.filter.setClearButtonEnabled(True)
        LeavesUndo(self.filter)
        made: list[QWidget] = []
        for at, words in enumerate((*(said(name) for name, _ in FILTERS), tr("People"))):
            button = parts.button(words, partial(self._turn, at))
            button.setCheckable(True)
            self._tabs.addButton(button, at)
            made.append(button)
        self._tabs.button(0).setChecked(True)
        self._flow = parts.Flow(made)
        layout.addWidget(self._flow)
        layout.addWidget(self.filter)
        self._lists.addWidget(self.know_how)
        self._lists.addWidget(self.people)
        layout.addWidget(self._lists, 1)
        layout.addWidget(self.figures)
        layout.addWidget(parts.text(tr("Attrition and position risk of a person: not for passing on."), ink="second"))
        layout.addWidget(parts.Flow((self.rehearse, self.plan, self.report)))
        self.rehearse.hide()

    def _join(self) -> None:
        self.filter.textChanged.connect(lambda _: self._fill())
        self.figures.toggled.connect(lambda _: self._read())
        for table in (self.know_how, self.people):
            table.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
            table.opened_behind.connect(lambda iri: self._desk.open_behind(Iri(iri)))
            table.menu_wanted.connect(lambda iri, place: self._desk.menu((Iri(iri),), place))
            table.chosen.connect(lambda _: self._suit())

    def _dress(self) -> None:
        self._head.setFont(self._desk.theme.font(17, strong=True))
        self._lists.setMinimumHeight(self._desk.theme.px(_LEAST_HIGH))

    def _open(self) -> None:
        self.states.busy(tr("Looking up who holds what…"))
        self._read()

    def _read(self) -> None:
        today, figures = date.today(), self.figures.isChecked()  # noqa: DTZ011 - the day where the user sits
        self._desk.project.read(
            lambda reader: departure_view.overview(reader, today, figures=figures), self._show, self._fail, self._topic
        )

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._open)

    def _show(self, found: Overview) -> None:
        self.found = found
        self.titled.emit(tr("Knowledge at risk"))
        if not found.survey.know_how:
            new = parts.button(
                tr("Record know-how…"), partial(self._desk.create_thing, KG.TacitAssertion), primary=True
            )
            self.states.empty(
                tr("No know-how is recorded yet"),
                tr("Here stands what only few people know, and what would go with them. Record it with who holds it."),
                *((new,) if self._desk.project.writable else ()),
            )
            return
        self._answer.setText(" ".join(found.answer))
        self._notes.setText(" ".join(_notes(found)))
        self.states.content()
        self._fill()

    def _fill(self) -> None:
        found = self.found
        if found is None:
            return
        for at, (name, keeps) in enumerate(FILTERS):
            count = sum(map(keeps, found.survey.know_how))
            self._tabs.button(at).setText(f"{said(name)} {number(count)}")
            self._tabs.button(at).setVisible(bool(count) or at in (0, self._tabs.checkedId()))
        self._tabs.button(len(FILTERS)).setText(f"{tr('People')} {number(len(found.people))}")
        self._flow.again()
        self.people.update_groups(departure_rows.people(found))
        keeps = FILTERS[min(self._tabs.checkedId(), len(FILTERS) - 1)][1]
        self.know_how.update_groups(departure_rows.know_how(found, keeps, self.filter.text()))
        for table in (self.know_how, self.people):
            first = table.rows.index(0, 0, table.rows.index(0, 0))
            if first.isValid() and table.rows.subject(table.currentIndex()) is None:
                table.setCurrentIndex(first)
        self._suit()

    def _turn(self, at: int) -> None:
        people = at == len(FILTERS)
        self._lists.setCurrentWidget(self.people if people else self.know_how)
        self.filter.setEnabled(not people)
        self._fill()

    def _suit(self) -> None:
        people = self._lists.currentWidget() is self.people
        self.rehearse.setVisible(people)
        self.plan.setVisible(not people)
        self.rehearse.setEnabled(isinstance(self._chosen(self.people), PersonRisk))
        self.plan.setEnabled(isinstance(self._chosen(self.know_how), KnowHow) and self._desk.project.writable)

    def _chosen(self, table: Table) -> object:
        return table.rows.subject(table.currentIndex())

    def _rehearse(self) -> None:
        chosen = self._chosen(self.people)
        if isinstance(chosen, PersonRisk):
            self._desk.open_place(places_table.departure_of(chosen.person.iri))

    def _plan(self) -> None:
        chosen = self._chosen(self.know_how)
        if isinstance(chosen, KnowHow):
            self._desk.open_place(places_table.new_with(KG.KnowledgeTransfer, (KG.transfers, chosen.thing.iri)))


def _notes(found: Overview) -> list[str]:
    notes = [tr("As of {day}.").format(day=found.survey.on), NOT_SAFE, NOT_DECIDING]
    if found.survey.retired:
        notes.append(tr("{count} no longer in use are left out.").format(count=number(found.survey.retired)))
    if found.survey.hidden:
        notes.append(tr("{count} marked personal are left out.").format(count=number(found.survey.hidden)))
    if found.figures:
        notes.append(
            tr("Risk of a person: attrition × position, 1 to 25 ({source}).").format(source=knowledge_risk.SOURCE)
        )
    return notes
