"""Two reviews side by side: what only one of them reaches, what stands differently, and what is told by another path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kgapp.domain.assessment import Comparison
from kgapp.domain.errors import NotFound
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.assessments import comparing, reading
from kgapp.services.impact import summary
from kgapp.services.workspace import Workspace
from kgapp.ui import reviewing
from kgapp.ui.models import compare_rows
from kgapp.ui.models.compare_rows import COLUMNS
from kgapp.ui.panels import inspector_item, parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class ComparedPanel(View):
    """``one`` and ``other`` are the names of open reviews, or addresses of kept assessments."""

    def __init__(self, desk: Desk, one: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._names = desk, (one, other)
        self.found: Comparison | None = None
        self._head = parts.column(head := QWidget(), (16, 12, 16, 10), 6)
        self.table = Table(tr("Differences"), tuple(map(said, COLUMNS)), (0.3, 0.17, 0.17, 0), desk.theme)
        self.table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        self.table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        self.table.chosen.connect(self._choose)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        inner.addWidget(head)
        inner.addWidget(self.table, 1)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        desk.theme.changed.connect(self._redraw)
        self._load()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._load()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Compared"))
        self._choose(self.table.rows.subject(self.table.currentIndex()))

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self.place)

    def _load(self) -> None:
        """Open reviews are taken as they are shown; kept assessments are made anew."""
        if self.found is None:
            self.states.busy(tr("Comparing…"))
        shown = {each.name: each.report for each in reviewing.open_reviews(self._desk.project)}
        names = self._names

        def work(workspace: Workspace) -> Comparison:
            one, other = (shown.get(name) or _report(workspace, name) for name in names)
            return comparing.compare(one, other)

        self._desk.project.ask(work, self._show, self._fail, self.place or "compared")

    def _show(self, found: Comparison) -> None:
        self.found = found
        self.table.show_groups(compare_rows.groups(found))
        self._redraw()
        self.states.content()
        self.table.begin()
        if self.isVisible():
            self.table.setFocus()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._load)

    def _redraw(self) -> None:
        found = self.found
        if found is None:
            return
        parts.clear(self._head)
        self._head.addWidget(parts.heading(tr("Two reviews side by side"), self._desk.theme, 17))
        for letter, report in (("A", found.one), ("B", found.other)):
            self._head.addWidget(parts.text(f"{letter}  {line(summary.heading(report), 200)}"))
        self._head.addWidget(parts.text(_counted(found), ink="second"))
        for note in found.notes:
            self._head.addWidget(parts.text(note, ink="second"))

    def _choose(self, subject: object) -> None:
        if self.isVisible() and self.found is not None and isinstance(subject, Item):
            report = self.found.one if subject in self.found.one.items else self.found.other
            inspector_item.show(self._desk, report, subject)


def _report(workspace: Workspace, name: str) -> ImpactReport:
    if not name.startswith(("http:", "https:", "urn:")):
        raise NotFound(
            tr("A review that was compared here is no longer open."),
            hint=tr("Open it again, or keep it as an assessment, then compare once more."),
        )
    return reading.report(workspace, reading.read(workspace.reader, Iri(name)))


def _counted(found: Comparison) -> str:
    return tr("{one} only in A, {other} only in B, {shifted} stand differently, {same} alike.").format(
        one=count_of(len(found.only_one), tr("item"), tr("items")),
        other=count_of(len(found.only_other), tr("item"), tr("items")),
        shifted=count_of(len(found.shifted), tr("item"), tr("items")),
        same=count_of(found.same, tr("item"), tr("items")),
    )
