"""The transfer package as a checklist, edited in place: what is missing first, and what nobody listed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.impact import Named
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.transfer import cells, package
from kgapp.services.transfer.cells import Entered, Kind, Sitting
from kgapp.services.transfer.package import COLUMNS, Package, PackageItem, Proposed
from kgapp.services.workspace import Workspace
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgapp.ui.desk import Desk

_TONES: Final = {"missing": Tone.HIGH, "planned": Tone.MEDIUM, "draft": Tone.MEDIUM, "available": Tone.LOW}
_WIDTHS: Final = {"label": 0.4, "status": 110, "owner": 150, "due": 106}
_Read = tuple[Package, tuple[str, ...]]


class PackagePanel(View):
    """What a transfer needs, for what, who provides it by when."""

    def __init__(self, desk: Desk, project: Iri) -> None:
        super().__init__()
        self._desk, self._project = desk, project
        self._topic = f"package {project}"
        self.found: Package | None = None
        self._sitting = Sitting(COLUMNS)
        theme = desk.theme
        self.heading = parts.heading(tr("Transfer package"), theme)
        self.note = parts.text("", ink="second")
        self.table = SheetTable(tr("Items of the transfer package"), _heads(), theme)
        self.proposed = SheetTable(tr("Not listed yet"), _heads_of_proposed(), theme)
        self.table.sheet.entered.connect(self._enter)
        self.proposed.chosen.connect(self._choose)
        self.add = parts.button(tr("List the chosen item…"), self._add, primary=True)
        for table in (self.table, self.proposed):
            table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
            table.menu_wanted.connect(lambda iri, place: desk.menu((Iri(iri),), place))
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = QTabWidget()
        self.pages.addTab(self.table, tr("Items"))
        other = QWidget()
        column = parts.column(other, (0, 8, 0, 0), 8)
        column.addLayout(parts.row(self.add))
        column.addWidget(self.proposed, 1)
        self.pages.addTab(other, tr("Not listed yet"))
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self.heading)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self.states.busy(tr("Reading the package…"))
        self.ask()

    @property
    def entity(self) -> Iri | None:
        return self._project

    def ask(self) -> None:
        """Read the checklist (again)."""
        self._desk.project.read(lambda reader: _read(reader, self._project), self._show, self._fail, self._topic)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Transfer package"))

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def _show(self, read: _Read) -> None:
        found, owners = self.found, _ = read
        if not found.rows and not found.proposed:
            self.states.empty(
                tr("Nothing is listed for this transfer"),
                tr("Items that the receiving site needs would stand here: procedures, methods, records, agreements."),
            )
            return
        self.heading.setText(tr("Transfer package: {name}").format(name=line(found.project.label, 80)))
        told = tr("{ready} of {all} items are there, {late} overdue on {day}. What is missing stands first.")
        self.note.setText(
            told.format(ready=found.ready, all=len(found.rows), late=found.overdue, day=found.on.isoformat())
        )
        self.table.sheet.writable = self._desk.project.writable
        self.table.show_rows(tuple(_row(row, found, owners) for row in found.rows))
        self.proposed.show_rows(tuple(_proposed(each) for each in found.proposed))
        self.pages.setTabText(0, tr("Items ({count})").format(count=len(found.rows)))
        self.pages.setTabText(1, tr("Not listed yet ({count})").format(count=len(found.proposed)))
        self.states.content()

    def _enter(self, key: str, column: str, text: str) -> None:
        """``seen`` is what the row shows: the list may have been read again while the cell was edited."""
        shown = self.table.sheet.row_at(self.table.sheet.place_of(key))
        if shown is None or not isinstance(shown.subject, PackageItem):
            return
        row, sitting = shown.subject, self._sitting
        entered = Entered(column, row.value(column), text)

        def work(workspace: Workspace, why: str) -> Revision | None:
            return package.edit(workspace, Iri(key), (entered,), why, sitting)

        def failed(failure: Failure) -> None:
            self.table.sheet.take_back(key)
            self._desk.tell(failure)

        name = tr("Package item “{name}”").format(name=line(row.thing.label, 80))
        self._desk.save(Step(name, work, self._saved, failed, lambda: self.table.sheet.take_back(key)))

    def _saved(self, revision: Revision | None) -> None:
        if revision is None:
            self.ask()

    def _choose(self, subject: object) -> None:
        self.add.setEnabled(isinstance(subject, Proposed) and self._desk.project.writable)

    def _add(self) -> None:
        row = self.proposed.current
        wanted = row.subject if row is not None else None
        if not isinstance(wanted, Proposed):
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return package.add(workspace, self._project, wanted, why)[1]

        def failed(failure: Failure) -> None:
            self._choose(wanted)
            self._desk.tell(failure)

        self.add.setEnabled(False)  # until the list is read again: it is listed once
        name = tr("List “{name}”").format(name=line(wanted.label, 80))
        self._desk.save(Step(name, work, lambda _: None, failed, lambda: self._choose(wanted)))

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self.heading.setFont(self._desk.theme.font(17, strong=True))


def _read(reader: RecordReader, project: Iri) -> _Read:
    return package.package(reader, project), tuple(one.label for one in cells.owners(reader))


def _heads() -> tuple[SheetColumn, ...]:
    own = {each.key: SheetColumn(each.key, said(each.title), _WIDTHS[each.key]) for each in COLUMNS}
    return (
        own["label"],
        own["status"],
        SheetColumn("for", tr("Required for"), 0.25),
        SheetColumn("by", tr("Provided by"), 0.25),
        own["owner"],
        own["due"],
        SheetColumn("cites", tr("Rests on"), 0.2),
    )


def _heads_of_proposed() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("label", tr("Item"), 0.4),
        SheetColumn("why", tr("Why it is proposed"), 0.4),
        SheetColumn("cites", tr("Rests on"), 0.2),
    )


def _row(row: PackageItem, found: Package, owners: tuple[str, ...]) -> SheetRow:
    own = {
        each.key: SheetCell(
            row.value(each.key),
            kind=each.kind,
            choices=each.words if each.kind is Kind.WORD else owners if each.kind is Kind.OWNER else (),
            tone=_TONES.get(row.value("status")) if each.key == "status" else None,
            second=_second(row, each.key, found),
            strong=each.key == "label",
        )
        for each in COLUMNS
    }
    needed = [each for each in row.required_for if each.iri != found.project.iri]
    cells_ = (
        own["label"],
        own["status"],
        SheetCell(_names(needed) or tr("the whole transfer")),
        SheetCell(_names(row.provided_by) or "–"),
        own["owner"],
        own["due"],
        SheetCell(_names(row.cites) or "–"),
    )
    return SheetRow(row.thing.iri, cells_, row, row.thing.iri)


def _second(row: PackageItem, key: str, found: Package) -> str:
    if key == "due" and row.overdue(found.on):
        return tr("overdue")
    if key == "status" and row.value("status") == "available" and not row.ready:
        return tr("no document provides it")
    return ""


def _proposed(each: Proposed) -> SheetRow:
    return SheetRow(
        each.label,
        (SheetCell(each.label, strong=True), SheetCell(each.why), SheetCell(_names(each.cites) or "–")),
        each,
        each.required_for.iri,
    )


def _names(things: Iterable[Named]) -> str:
    return "; ".join(each.label for each in things)
