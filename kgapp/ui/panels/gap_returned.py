"""An answer of a partner to the gap list: each cell with what was sent, what they say and what is recorded; nothing enters before it is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services.transfer import returned
from kgapp.services.transfer.cells import Kind
from kgapp.services.transfer.returned import Returned, ReturnedRow
from kgapp.services.workspace import Workspace
from kgapp.ui import places_table
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line
from kgapp.ui.tones import Tone
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

YES: Final = "yes"
NO: Final = "no"


class ReturnedPanel(View):
    """What a workbook that came back says, row by row; each row is taken over or not."""

    def __init__(self, desk: Desk, project: Iri, path: Path) -> None:
        super().__init__()
        self._desk, self._project, self._path = desk, project, path
        self._topic = f"returned {path}"
        self.found: Returned | None = None
        self.taken: frozenset[str] = frozenset()
        theme = desk.theme
        self.heading = parts.heading(tr("Answer: {file}").format(file=line(path.name, 80)), theme)
        self.note = parts.text("", ink="second")
        self.table = SheetTable(tr("Differences"), _heads(), theme)
        self.rejected = SheetTable(tr("Not taken over"), _heads_of_rejected(), theme)
        self.table.sheet.entered.connect(self._choose)
        self.table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        self.every = parts.button(tr("Choose all without conflict"), self._choose_clear)
        self.none = parts.button(tr("Choose none"), lambda: self._take(frozenset()))
        self.accept = parts.button(tr("Accept"), self._accept, primary=True)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = QTabWidget()
        self.pages.addTab(self.table, tr("Differences"))
        self.pages.addTab(self.rejected, tr("Not taken over"))
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self.heading)
        layout.addWidget(self.note)
        layout.addWidget(parts.Flow((self.every, self.none, self.accept), 8))
        layout.addWidget(self.pages, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self.ask()

    @property
    def entity(self) -> Iri | None:
        return self._project

    def ask(self) -> None:
        """Read the workbook and compare (again)."""
        self.states.busy(tr("Reading {file}…").format(file=line(self._path.name)), self._stop)
        self._desk.reports.workbooks.read(self._path, self._project, self._show, self._fail, self._topic)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Answer: {file}").format(file=line(self._path.name, 40)))

    def take_focus(self) -> None:
        self.table.setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def _show(self, found: Returned) -> None:
        before, self.found = self.found, found
        chosen = frozenset(found.clear) if before is None else self.taken & _unaltered(before, found)
        self._take(chosen)
        self.rejected.show_rows(_rejected(found))
        self.pages.setTabText(0, tr("Differences ({count})").format(count=len(found.rows)))
        self.pages.setTabText(1, tr("Not taken over ({count})").format(count=len(found.rejected)))
        if found.rows or found.rejected:
            self.states.content()
            return
        back = parts.button(tr("Back to the gap meeting"), lambda: self._desk.open_place(_meeting(self._project)))
        self.states.empty(
            tr("Nothing to take over"),
            tr("{count} rows say what was sent, and what is recorded now agrees.").format(count=found.unchanged),
            back,
        )

    def _take(self, names: frozenset[str]) -> None:
        found = self.found
        if found is None:
            return
        self.taken = names
        self.table.show_rows(tuple(row for each in found.rows for row in _rows(each, taken=each.name in names)))
        self.accept.setText(caption(tr("Accept {count} rows as one revision…").format(count=len(names))))
        self.accept.setEnabled(bool(names) and self._desk.project.writable)
        words = tr(
            "Sent with revision {number}. {rows} rows differ, {conflicts} were changed on both sides, {same} say the same."
        )
        self.note.setText(
            words.format(
                number=found.sent_revision, rows=len(found.rows), conflicts=len(found.conflicts), same=found.unchanged
            )
        )

    def _choose_clear(self) -> None:
        if self.found is not None:
            self._take(frozenset(self.found.clear))

    def _choose(self, key: str, _column: str, text: str) -> None:
        name = key.partition(" ")[0]
        self._take(self.taken | {name} if text == YES else self.taken - {name})

    def _accept(self) -> None:
        found, names = self.found, self.taken
        if found is None:
            return

        def work(workspace: Workspace, why: str) -> Revision | None:
            return returned.accept(workspace, found, names, why)

        name = tr("Accept {count} rows of {file}").format(count=len(names), file=line(self._path.name, 60))
        self._desk.save(Step(name, work, lambda _: self.ask()))

    def _stop(self) -> None:
        self._desk.project.forget(self._topic)
        self.states.empty(tr("It was not read"), tr("You stopped it."), parts.button(tr("Read it"), self.ask))

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self.ask)

    def _dress(self) -> None:
        self.heading.setFont(self._desk.theme.font(17, strong=True))


def _unaltered(before: Returned, found: Returned) -> frozenset[str]:
    """The rows that can still be taken over as they were chosen: what was recorded since is looked at first."""
    looked = {row.name: row.acceptable for row in before.rows}
    return frozenset(row.name for row in found.rows if row.acceptable and row.acceptable == looked.get(row.name))


def _heads() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("take", tr("Take over"), 96),
        SheetColumn("about", tr("What"), 0.3),
        SheetColumn("column", tr("Column"), 110),
        SheetColumn("sent", tr("Sent"), 0.2),
        SheetColumn("theirs", tr("They say"), 0.25),
        SheetColumn("ours", tr("Recorded now"), 0.25),
        SheetColumn("note", tr("Note"), 130),
    )


def _heads_of_rejected() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("sheet", tr("Sheet"), 100),
        SheetColumn("row", tr("Row"), 80),
        SheetColumn("column", tr("Column"), 120),
        SheetColumn("text", tr("What stands there"), 0.4),
        SheetColumn("why", tr("Why not"), 0.6),
    )


def _rows(row: ReturnedRow, *, taken: bool) -> list[SheetRow]:
    about = row.line
    where = " · ".join(part for part in (about.step.label if about.step else "", about.dimension) if part)
    return [
        SheetRow(
            f"{row.name} {cell.column}",
            (
                SheetCell(YES if taken else NO, kind=Kind.WORD if row.acceptable else None, choices=(YES, NO)),
                SheetCell(about.name, where, strong=True),
                SheetCell(cell.title),
                SheetCell(cell.sent or "–"),
                SheetCell(cell.theirs or "–", strong=True),
                SheetCell(cell.ours or "–"),
                _note(cell.conflict, cell.trouble),
            ),
            row,
            about.gap.iri if about.gap else about.thing.iri,
        )
        for cell in row.cells
    ]


def _note(conflict: bool, trouble: str) -> SheetCell:
    if trouble:
        return SheetCell(tr("not possible"), trouble, Tone.HIGH)
    return SheetCell(tr("both changed it"), tone=Tone.MEDIUM) if conflict else SheetCell("")


def _rejected(found: Returned) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            f"{at} {each.row}",
            (
                SheetCell(each.sheet),
                SheetCell(str(each.row) if each.row else "–"),
                SheetCell(each.column or "–"),
                SheetCell(each.text or "–"),
                SheetCell(each.why),
            ),
            each,
        )
        for at, each in enumerate(found.rejected)
    )


def _meeting(project: Iri) -> str:
    return places_table.gaps_of(project)
