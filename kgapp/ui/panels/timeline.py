"""A transfer in time: gates with what they require, and every day as picture and as table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSplitter, QTabWidget, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.transfer import timeline
from kgapp.services.transfer.timeline import Gate, Moment, Timeline
from kgapp.ui.canvas.timeline_picture import LANES, TONES, TimelinePicture
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class TimelinePanel(View):
    """Gates above, the picture in the middle, the days as a table below."""

    def __init__(self, desk: Desk, project: Iri) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._topic = f"timeline {project}"
        self.found: Timeline | None = None
        theme = desk.theme
        self.heading = parts.heading(tr("Time line"), theme)
        self.note = parts.text("", ink="second")
        self.people = QCheckBox(tr("Show when people leave, if you may see it"))
        self.people.toggled.connect(lambda _on: self.ask())
        self.picture = TimelinePicture(theme)
        heads = (tr("Day"), tr("What"), tr("Kind"), tr("Status"), tr("Stands"))
        self.days = Table(tr("Days of the transfer"), heads, (100, 0.6, 0.25, 110, 0), theme)
        gates = (tr("Gate and what it requires"), tr("Day"), tr("Status"), tr("Stands"))
        self.gates = Table(tr("Gates"), gates, (0.5, 110, 120, 0), theme)
        for table in (self.days, self.gates):
            table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
            table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        self.picture.picked.connect(self._pick)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = QTabWidget()
        self.pages.addTab(self.gates, tr("Gates"))
        self.pages.addTab(self.days, tr("All days"))
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self.heading)
        layout.addWidget(self.note)
        layout.addWidget(self.people)
        self._parts = splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        around = QScrollArea()
        around.setWidgetResizable(True)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setWidget(self.picture)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        splitter.addWidget(around)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 4)
        layout.addWidget(splitter, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self.states.busy(tr("Reading the time line…"))
        self.ask()

    @property
    def entity(self) -> Iri | None:
        return self._project

    def ask(self) -> None:
        """Read it (again)."""
        personal, project = self.people.isChecked(), self._project
        self._desk.project.read(
            lambda reader: timeline.timeline(reader, project, personal=personal), self._show, self._fail, self._topic
        )

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Time line"))

    def take_focus(self) -> None:
        self.gates.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def _show(self, found: Timeline) -> None:
        first, self.found = self.found is None, found
        if not found.moments and not found.gates:
            self.states.empty(
                tr("No day is recorded for this transfer"),
                tr("Gates, runs, and the days by which gaps, actions and items are due would stand here."),
            )
            return
        self.heading.setText(tr("Time line: {name}").format(name=line(found.project.label, 80)))
        told = tr("Dates count against {day}. {count} days; without a day: {undated}.")
        without = ", ".join(line(each.label, 60) for each in found.undated) or tr("nothing")
        self.note.setText(told.format(day=found.on.isoformat(), count=len(found.moments), undated=without))
        self.picture.show_moments(found.moments, found.on)
        self.gates.show_groups(tuple(_gate(each) for each in found.gates) or (_no_gates(),))
        self.days.show_groups(_days(found))
        self.states.content()
        if first:
            room, wanted = self._parts.height(), self.picture.sizeHint().height() + 4
            self._parts.setSizes([min(wanted, room // 2), room - min(wanted, room // 2)])

    def _pick(self, moment: object) -> None:
        self.pages.setCurrentWidget(self.days)
        self.days.choose(moment)
        self.days.setFocus()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self.heading.setFont(self._desk.theme.font(17, strong=True))
        self.picture.update()


def _gate(gate: Gate) -> Group:
    tone = Tone.LOW if gate.passed or (gate.required and not gate.missing) else Tone.MEDIUM
    own = Row(
        (
            Cell(gate.thing.label, icon="document", iri=gate.thing.iri),
            Cell(gate.day.isoformat() if gate.day else tr("no day")),
            Cell(gate.status or "–"),
            Cell(gate.word, tone=tone if gate.required else Tone.UNKNOWN),
        ),
        gate,
    )
    required = (
        Row(
            (
                Cell(each.thing.label, iri=each.thing.iri, ink="first" if not each.done else "second"),
                Cell(""),
                Cell(each.status),
                Cell(tr("done") if each.done else tr("not done"), tone=Tone.LOW if each.done else Tone.HIGH),
            ),
            each,
        )
        for each in gate.required
    )
    return Group(line(gate.thing.label, 80), (own, *required), key=gate.thing.iri)


def _no_gates() -> Group:
    return Group(tr("No gates"), (Row((Cell(tr("Nobody recorded a gate of this transfer.")), *[Cell("")] * 3)),))


def _days(found: Timeline) -> tuple[Group, ...]:
    months: dict[str, list[Moment]] = {}
    for moment in found.moments:
        months.setdefault(moment.day.strftime("%Y-%m"), []).append(moment)
    return tuple(Group(month, tuple(map(_day, moments)), key=month) for month, moments in months.items())


def _day(moment: Moment) -> Row:
    return Row(
        (
            Cell(moment.day.isoformat()),
            Cell(moment.thing.label, iri=moment.thing.iri),
            Cell(said(LANES[moment.lane]), ink="second"),
            Cell(moment.status or "–", ink="second"),
            Cell(moment.standing.value, tone=TONES[moment.standing]),
        ),
        moment,
    )
