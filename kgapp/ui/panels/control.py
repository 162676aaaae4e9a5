"""The control strategy: what keeps each attribute within its limits, on what evidence, and how it went; now or then."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QWidget

from kgapp.domain.control import AttributeControl, ControlStrategy
from kgapp.domain.history import Revision
from kgapp.domain.impact import Named
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing, control_strategy
from kgapp.services.ports import RecordReader
from kgapp.services.reports import control
from kgapp.ui.models import control_rows
from kgapp.ui.models.control_rows import ATTRIBUTES, DETAIL
from kgapp.ui.models.history import moment
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS = itertools.count(1)
_OFFERED: Final = 200
"""So many revisions are offered to look back to; older ones by number on the command line."""
_Offer = tuple[tuple[Named, ...], tuple[Revision, ...]]


class ControlPanel(View):
    """The attributes above, the chosen one below; ``attribute`` is chosen at first."""

    def __init__(self, desk: Desk, attribute: Iri | None = None) -> None:
        super().__init__()
        self._desk, self._wanted = desk, attribute
        self._topic = f"control {next(_NUMBERS)}"
        theme = desk.theme
        self.found: ControlStrategy | None = None
        self.site, self.revision = QComboBox(), QComboBox()
        self.report = parts.button(tr("Save report…"), self.save_report)
        self.attributes = Table(
            tr("Quality attributes"), tuple(map(said, ATTRIBUTES)), (0.4, 96, 90, 150, 90, 0), theme
        )
        self.detail = Table(
            tr("Control strategy of the chosen attribute"), tuple(map(said, DETAIL)), (0.27, 0.2, 0.16, 122, 0), theme
        )
        self.attributes.chosen.connect(self._choose)
        for table in (self.attributes, self.detail):
            table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
            table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        self._heading = parts.heading(tr("Control strategy"), theme)
        self._note = parts.text("", ink="second")
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 10)
        layout.addWidget(self._heading)
        layout.addWidget(self._note)
        layout.addWidget(self._choosing())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.attributes)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout.addWidget(splitter, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self.states.busy(tr("Reading the control strategy…"))
        desk.project.read(_offer, self._offer, self._fail, f"{self._topic} offer")

    @property
    def entity(self) -> Iri | None:
        row = self._row()
        return row.attribute.iri if row else None

    def came_to_front(self) -> None:
        self.titled.emit(tr("Control strategy"))

    def take_focus(self) -> None:
        self.attributes.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self.revision.currentData() is None:
            self._desk.project.read(_offer, self._offer, self._fail, f"{self._topic} offer")

    def closing(self) -> None:
        for topic in (self._topic, f"{self._topic} offer"):
            self._desk.project.forget(topic)

    def ask(self) -> None:
        """Read it for what the two lists say."""
        site, seq = self.site.currentData(), self.revision.currentData()
        self._desk.project.read(
            lambda reader: control_strategy.strategy(reader, None, Iri(site) if site else None, seq),
            self._show,
            self._fail,
            self._topic,
        )

    def _choosing(self) -> QWidget:
        made: list[QWidget] = []
        for words, name, box in (
            (tr("&Site"), tr("Site"), self.site),
            (tr("&As of"), tr("As of revision"), self.revision),
        ):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at: self.ask())
            pair = QWidget()
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.addWidget(label)
            beside.addWidget(box)
            made.append(pair)
        self.report.setEnabled(False)
        self._flow = parts.Flow((*made, self.report), 12)
        return self._flow

    def _offer(self, offer: _Offer) -> None:
        sites, revisions = offer
        kept = self.site.currentData()
        self.site.clear()
        self.site.addItem(tr("All sites"), None)
        for site in sites:
            self.site.addItem(line(site.label, 60), site.iri)
        self.site.setCurrentIndex(max(0, self.site.findData(kept)))
        self.revision.clear()
        self.revision.addItem(tr("now"), None)
        for revision in revisions[1:]:
            told = tr("revision {number}, {when}").format(number=revision.seq, when=moment(revision.at))
            self.revision.addItem(told, revision.seq)
        self._flow.relay()
        self.ask()

    def save_report(self) -> None:
        """What is shown, as a file: all attributes."""
        found = self.found
        if found is not None:
            self._desk.save_report(tr("Control strategy"), lambda asked: control.document(found, asked))

    def _show(self, found: ControlStrategy) -> None:
        self.found = found
        self.report.setEnabled(bool(found.attributes))
        if not found.attributes:
            self.states.empty(
                tr("No quality attribute is recorded"),
                tr("Attributes with influences, ranges, controls, tests and results would stand here."),
            )
            return
        now = tr("What is not recorded is unknown, not controlled. This supports a decision; it does not take it.")
        then = tr("As recorded after revision {number}: later changes are left out.").format(number=found.revision)
        self._note.setText(now if self.revision.currentData() is None else then)
        wanted = self.entity or self._wanted
        self.attributes.show_groups(control_rows.attributes(found))
        chosen = next((each for each in found.attributes if each.attribute.iri == wanted), found.attributes[0])
        self.states.content()
        self.attributes.choose(chosen)
        self._choose(chosen)

    def _choose(self, subject: object) -> None:
        if isinstance(subject, AttributeControl):
            self.detail.show_groups(control_rows.detail(subject))

    def _row(self) -> AttributeControl | None:
        subject = self.attributes.rows.subject(self.attributes.currentIndex())
        return subject if isinstance(subject, AttributeControl) else None

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self._heading.setFont(self._desk.theme.font(17, strong=True))


def _offer(reader: RecordReader) -> _Offer:
    sites = reader.instances((KG.Site,))
    names = browsing.labels(reader, sites)
    named = sorted((Named(site, names[site]) for site in sites), key=lambda each: each.label)
    return tuple(named), reader.revisions(limit=_OFFERED)
