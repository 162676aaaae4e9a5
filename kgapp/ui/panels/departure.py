"""Rehearses that a person, a supplier or a site goes: what loses support, what nobody else has first, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QScrollArea, QWidget

from kgapp.domain.knowledge import Left, Lost
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import departure_view, knowledge_tables
from kgapp.services.departure_view import LossRow, Rehearsal
from kgapp.services.knowledge_tables import NOT_DECIDING, NOT_SAFE
from kgapp.services.reports import knowledge
from kgapp.ui import places_table
from kgapp.ui.models import departure_rows
from kgapp.ui.models.departure_rows import LOSS_COLUMNS
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.reports import save_at_head
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SHARES: Final = (0.3, 92, 168, 0.0)
_LEAST_HIGH: Final = 200
_MOST_NEXT: Final = 3
Button = tuple[str, Callable[[], None]]


class DeparturePanel(View):
    """Looks it up itself, and again after each change."""

    def __init__(self, desk: Desk, thing: Iri, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._thing = desk, thing
        self._topic = f"departure {id(self)}"
        self.found: Rehearsal | None = None
        theme = desk.theme
        self._head = parts.heading("", theme, 17)
        self._answer = parts.text("")
        self._notes = parts.text("", ink="second")
        self.grouping, self.filter = QComboBox(), QLineEdit()
        self.sole = QCheckBox(tr("Only what &nobody else has"))
        self.table = Table(tr("What loses support"), tuple(map(said, LOSS_COLUMNS)), _SHARES, theme, foldable=True)
        self.box = LostBox(desk)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self._scroll = scrolling(content)
        self.states = States(self._scroll, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self._dress()
        self._open()

    @property
    def entity(self) -> Iri | None:
        return self._thing

    def take_focus(self) -> None:
        self.table.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._read()

    def came_to_front(self) -> None:
        self._desk.inspect(self._thing)

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def save_report(self) -> None:
        """What would go, as a file; without personal figures."""
        found = self.found
        if found is not None:
            telling = knowledge_tables.of_departure(found.departure, None)
            save_at_head(self._desk, telling.title, lambda head, asked: knowledge.document(telling, head, asked))

    def _lay_out(self, content: QWidget) -> None:
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self._head)
        layout.addWidget(self._answer)
        layout.addWidget(self._notes)
        self.grouping.setAccessibleName(tr("How the list is grouped"))
        self.grouping.addItem(tr("By kind"), False)
        self.grouping.addItem(tr("By step"), True)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter the list"))
        self.filter.setAccessibleName(tr("Filter the list"))
        self.filter.setClearButtonEnabled(True)
        LeavesUndo(self.filter)
        assess = parts.button(tr("Assess this as a change…"), partial(self._desk.assess, self._thing))
        report = parts.button(tr("Save report…"), self.save_report)
        layout.addWidget(parts.Flow((self.grouping, self.sole, assess, report)))
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.box)
        self.grouping.currentIndexChanged.connect(lambda _: self._fill())
        self.sole.toggled.connect(lambda _: self._fill())
        self.filter.textChanged.connect(lambda _: self._fill())
        self.table.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        self.table.opened_behind.connect(lambda iri: self._desk.open_behind(Iri(iri)))
        self.table.menu_wanted.connect(lambda iri, place: self._desk.menu((Iri(iri),), place))
        self.table.chosen.connect(self._choose)

    def _dress(self) -> None:
        theme = self._desk.theme
        self._head.setFont(theme.font(17, strong=True))
        self.table.setMinimumHeight(theme.px(_LEAST_HIGH))

    def _open(self) -> None:
        self.states.busy(tr("Looking up what would go…"))
        self._read()

    def _read(self) -> None:
        thing, today = self._thing, date.today()  # noqa: DTZ011 - the day where the user sits
        self._desk.project.read(
            lambda reader: departure_view.rehearsal(reader, thing, today),
            self._show,
            self._fail,
            self._topic,
        )

    def _fail(self, failure: Failure) -> None:
        self.titled.emit(tr("Departure"))
        self.states.failed(failure, self._open)

    def _show(self, found: Rehearsal) -> None:
        self.found = found
        name = line(found.departure.entity.label, 80)
        self.titled.emit(tr("If {name} goes").format(name=name))
        self._head.setText(tr("If {name} goes").format(name=name))
        self._answer.setText(" ".join(found.answer))
        notes = [tr("As of {day}.").format(day=found.departure.on), NOT_SAFE, NOT_DECIDING]
        if found.departure.hidden:
            notes.insert(1, tr("{count} marked personal are left out.").format(count=number(found.departure.hidden)))
        self._notes.setText(" ".join(notes))
        if not found.rows:
            assess = parts.button(tr("Assess this as a change…"), partial(self._desk.assess, self._thing), primary=True)
            self.states.empty(
                tr("Nothing that is recorded loses support"),
                tr("Know-how, qualifications, trainings, materials and open tasks would be listed here. {note}").format(
                    note=NOT_SAFE
                ),
                assess,
            )
            return
        self.states.content()
        self.box.show_next(found)
        self._fill()

    def _fill(self) -> None:
        if self.found is None:
            return
        before = self.table.rows.subject(self.table.currentIndex())
        self.table.update_groups(
            departure_rows.losses(
                self.found,
                self.filter.text(),
                by_step=bool(self.grouping.currentData()),
                sole=self.sole.isChecked(),
            )
        )
        if before is None or not self.table.choose(before):
            first = self.table.rows.index(0, 0, self.table.rows.index(0, 0))
            if first.isValid():
                self.table.setCurrentIndex(first)
            else:
                self.box.show_loss(None)

    def _choose(self, subject: object) -> None:
        if isinstance(subject, LossRow):
            self.box.show_loss(subject)


class LostBox(QWidget):
    """Tells of the chosen row what would go if it is lost, and offers the next step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = parts.column(self, (12, 10, 12, 12), 6)
        self._found: Rehearsal | None = None

    def show_next(self, found: Rehearsal) -> None:
        """What is recorded to be done, for the whole departure."""
        self._found = found

    def show_loss(self, row: LossRow | None) -> None:
        """One loss; without one there is nothing to tell."""
        parts.clear(self._layout)
        self.setVisible(row is not None)
        if row is None:
            return
        theme = self._desk.theme
        self._layout.addWidget(parts.text(tr("If this is lost"), ink="second"))
        self._layout.addWidget(parts.heading(line(row.loss.thing.label, 160), theme, 14))
        self._layout.addWidget(parts.text(row.if_lost))
        if row.passed_on:
            words = tr("Trainings: {words}").format(words=row.passed_on)
            self._layout.addWidget(parts.text(words, ink="second"))
        if row.loss.kind not in (Lost.KNOW_HOW, Lost.CONCLUSION):
            self._layout.addWidget(parts.text(row.loss.sentence, ink="second"))
        for sentence in self._recorded(row):
            self._layout.addWidget(parts.text(sentence, ink="second"))
        buttons = self._buttons(row)
        first = row.loss.left is not Left.OTHERS
        made = [parts.button(words, run, primary=first and at == 0) for at, (words, run) in enumerate(buttons)]
        self._layout.addWidget(parts.Flow(made))

    def _recorded(self, row: LossRow) -> list[str]:
        """Open work that names what is lost: never advice of the program's own."""
        found = self._found.departure.next if self._found else ()
        own = [each.sentence for each in found if row.loss.thing.id and row.loss.thing.id in each.sentence.split()]
        more = len(own) - _MOST_NEXT
        rest = [tr("and {count} more that are open").format(count=number(more))] if more > 0 else []
        return own[:_MOST_NEXT] + rest

    def _buttons(self, row: LossRow) -> list[Button]:
        desk, thing = self._desk, row.loss.thing.iri
        found: list[Button] = []
        if desk.project.writable:
            found = _NEXT.get(row.loss.kind, _nothing)(desk, row)
        return [*found, (tr("Open its page"), partial(desk.open_entity, thing))]


def _nothing(_desk: Desk, _row: LossRow) -> list[Button]:
    return []


def _know_how(desk: Desk, row: LossRow) -> list[Button]:
    thing = row.loss.thing.iri
    transfer = places_table.new_with(KG.KnowledgeTransfer, (KG.transfers, thing))
    return [
        (tr("Plan a transfer…"), partial(desk.open_place, transfer)),
        (tr("Write it down…"), partial(desk.edit, thing, KG.codifiedIn)),
        (tr("Add evidence…"), partial(desk.edit, thing, KG.hasEvidence)),
    ]


def _conclusion(desk: Desk, row: LossRow) -> list[Button]:
    return [(tr("Add evidence…"), partial(desk.edit, row.loss.thing.iri, KG.hasEvidence))]


def _qualification(desk: Desk, row: LossRow) -> list[Button]:
    place = places_table.new_with(KG.Qualification, (KG.forUnitOperation, row.loss.thing.iri))
    return [(tr("Record a qualification…"), partial(desk.open_place, place))]


def _training(desk: Desk, row: LossRow) -> list[Button]:
    return [(tr("Change the training…"), partial(desk.edit, row.loss.thing.iri))]


def _offering(desk: Desk, row: LossRow) -> list[Button]:
    place = places_table.new_with(KG.SupplyOffering, *((KG.offersMaterial, one.iri) for one in row.materials))
    return [(tr("Record another source…"), partial(desk.open_place, place))]


def _charge(desk: Desk, row: LossRow) -> list[Button]:
    return [(tr("Name another owner…"), partial(desk.edit, row.loss.thing.iri, KG.owner))]


_NEXT: Final[dict[Lost, Callable[[Desk, LossRow], list[Button]]]] = {
    Lost.KNOW_HOW: _know_how,
    Lost.CONCLUSION: _conclusion,
    Lost.QUALIFICATION: _qualification,
    Lost.TRAINING: _training,
    Lost.OFFERING: _offering,
    Lost.CHARGE: _charge,
}


def scrolling(content: QWidget) -> QScrollArea:
    """Large text leaves little room: then the whole view scrolls."""
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
