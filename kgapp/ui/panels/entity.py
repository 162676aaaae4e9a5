"""The page of one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.change_choices import kinds_for
from kgapp.services.portrait_sections import Value
from kgapp.services.portraits import Portrait
from kgapp.ui import icons
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import facts
from kgapp.ui.panels import parts
from kgapp.ui.panels.results_chart import ResultsChart
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_ENOUGH_TO_DRAW = 2


class EntityPanel(View):
    """Facts, what belongs to it, know-how, uses and history; loads itself and again after a change."""

    shown = Signal(object)
    """A ``Portrait`` arrived."""

    def __init__(self, desk: Desk, entity: Iri, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entity = entity
        self.portrait: Portrait | None = None
        self._desk, self._project, self._theme = desk, desk.project, desk.theme
        self.table = Table(tr("Facts"), facts.COLUMNS, (176, 0.48, 0), desk.theme)
        self.table.setHeaderHidden(True)
        self.table.opened.connect(desk.open_entity)
        self.table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        self.table.chosen.connect(self._choose)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(16, 12, 16, 10)
        self._head.setSpacing(5)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        inner.addLayout(self._head)
        inner.addWidget(self.table, 1)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        desk.theme.changed.connect(self._redraw)
        self.reload()

    @property
    def entity(self) -> Iri:
        """The thing whose page it is."""
        return self._entity

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if not subjects or self._entity in subjects:
            self.reload()

    def came_to_front(self) -> None:
        if self.portrait is not None:
            self._desk.inspector.show_uses(self.portrait)

    def take_focus(self) -> None:
        self.table.setFocus()

    def reload(self) -> None:
        """Look everything up again."""
        if self.portrait is None:
            self.states.busy("Looking it up…")
        self._project.page(self.entity, f"page {self.entity}", self._show, self._fail)

    def _show(self, portrait: Portrait) -> None:
        self.portrait = portrait
        self._redraw()
        self.table.show_groups(facts.groups(portrait))
        self.states.content()
        self.titled.emit(portrait.entity.label)
        if self.isVisible():
            self._desk.inspector.show_uses(portrait)
        self.shown.emit(portrait)

    def _choose(self, subject: object) -> None:
        if isinstance(subject, Value) and subject.iri is not None:
            self._desk.inspect(subject.iri)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.reload)

    def _redraw(self) -> None:
        portrait = self.portrait
        if portrait is None:
            return
        parts.clear(self._head)
        if portrait.above:
            self._head.addLayout(self._above(portrait))
        self._head.addLayout(self._title(portrait))
        self._head.addLayout(self._second_line(portrait))
        if len(portrait.results) >= _ENOUGH_TO_DRAW:
            self._head.addWidget(ResultsChart(portrait.results, portrait.limits, self._theme))

    def _above(self, portrait: Portrait) -> QHBoxLayout:
        links = []
        for one in portrait.above:
            link = parts.Link(f"{line(one.label, 80)} ›")
            link.setWordWrap(False)
            link.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            link.followed.connect(lambda iri=one.iri: self._desk.open_entity(iri))
            links.append(link)
        return parts.row(*links, spacing=8)

    def _title(self, portrait: Portrait) -> QHBoxLayout:
        side = self._theme.px(18)
        mark = QLabel()
        mark.setPixmap(icons.icon(kind_of(portrait.classes), self._theme.colours.ink, side).pixmap(side, side))
        title = parts.heading(line(portrait.entity.label, 240), self._theme, 18)
        place = parts.row(mark, stretch=False)
        place.addWidget(title, 1)
        if kinds_for(portrait.classes):
            assess = parts.button("Impact of…", lambda: self._desk.assess(self.entity), primary=True)
            place.addWidget(assess, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _second_line(self, portrait: Portrait) -> QHBoxLayout:
        kinds = ", ".join(kind.label for kind in portrait.types)
        used = f"used by {number(portrait.uses)} {'statement' if portrait.uses == 1 else 'statements'}"
        words = " · ".join(part for part in (portrait.notation, kinds, used) if part)
        chips = [parts.Chip(mark, Tone.MEDIUM if "one" in mark else Tone.PLAIN, self._theme) for mark in portrait.marks]
        place = parts.row(stretch=False)
        place.addWidget(parts.Flow((parts.text(words, ink="second", wrap=False), *chips), 8), 1)
        return place
