"""A workbook of anybody, read beside the project: what its columns mean, what would change, and each cell that is not taken over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QInputDialog, QLineEdit, QTabWidget, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.domain.workbook_mapping import Mapping
from kgapp.services import browsing
from kgapp.services.ports import RecordReader
from kgapp.services.transfer.cells import Kind
from kgapp.services.workbooks import choosing, contract, kept, reading, saying, whole
from kgapp.services.workbooks.choosing import Wanted
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workspace import Workspace
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.sheet_table import SheetTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line, number
from kgapp.ui.views import View
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_KINDS: Final = (
    ("", mark("Found from the heads")),
    ("parameters", mark("Parameters")),
    ("fmea", mark("FMEA")),
    ("materials", mark("Bill of materials")),
    ("methods", mark("Methods")),
    ("records", mark("Steps of a batch record")),
    ("matrix", mark("Cause-and-effect matrix")),
)
_FIGURES: Final = (("", mark("Figures are not read")), ("0123", mark("0, 1, 2, 3")), ("0139", mark("0, 1, 3, 9")))
_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, with the meaning it was read by."""

    mapping: Mapping
    plan: Plan


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: kept mappings, sites and site processes with their names."""

    kept: tuple[str, ...]
    sites: tuple[tuple[str, Iri], ...]
    processes: tuple[tuple[str, Iri], ...]


class WorkbookPanel(View):
    """Nothing is written before the differences were shown; calculated cells and empty cells change nothing."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._topic = f"workbook {path}"
        self._columns: dict[str, str] = {}
        self.read: Read | None = None
        theme = desk.theme
        self.heading = parts.heading(tr("Read {file}").format(file=line(path.name, 80)), theme)
        self.note = parts.text("", ink="second")
        self.name, self.kind, self.site, self.process, self.figures = (Choice() for _ in range(5))
        self.basis, self.evidence = QLineEdit(), QLineEdit()
        self.basis.setPlaceholderText(tr("on what its judgements rest"))
        self.evidence.setPlaceholderText(tr("name of the evidence, such as a risk assessment"))
        self.hypothesis = QCheckBox(tr("Its judgements are guesses"))
        self.meaning = SheetTable(tr("What the columns mean"), _heads_of_meaning(), theme, 44)
        self.table = SheetTable(tr("Differences"), heads(), theme, 44)
        self.rejected = SheetTable(tr("Not taken over"), heads_of_rejected(), theme, 44)
        self.meaning.sheet.entered.connect(self._enter)
        self.again = parts.button(tr("Look again"), self.ask)
        self.keep = parts.button(tr("Keep this meaning as…"), self._keep)
        self.accept = parts.button("", self._accept, primary=True)
        self.pages = QTabWidget()
        for view, title in (
            (self.meaning, tr("What the columns mean")),
            (self.table, tr("Differences")),
            (self.rejected, tr("Not taken over")),
        ):
            self.pages.addTab(view, title)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        layout.addWidget(self.heading)
        layout.addWidget(self.note)
        layout.addWidget(parts.Flow(self._choices(), 8))
        layout.addWidget(parts.Flow((self.again, self.keep, self.accept), 8))
        layout.addWidget(self.pages, 1)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        desk.project.read(_offered, self._offer, desk.tell, f"{self._topic} choices")
        self.ask()

    def ask(self) -> None:
        """Read the workbook with what is chosen, and compare."""
        self.states.busy(tr("Reading {file}…").format(file=line(self._path.name)), self._stop)
        books, path, wanted, told = self._desk.reports.workbooks, self._path, self._wanted(), self._said()

        def work(workspace: Workspace) -> Read:
            book = books.book(path)
            mapping = choosing.mapping(workspace.reader, book, wanted)
            mapping, all_said = saying.completed(workspace.reader, mapping, dict(told))
            asked = saying.asked(workspace.reader, all_said)
            return Read(mapping, reading.read(workspace.reader, book, mapping, asked))

        self._desk.project.ask(work, self._show, self._fail, self._topic)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.ask()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Read {file}").format(file=line(self._path.name, 40)))

    def take_focus(self) -> None:
        if self.states.showing == "content":
            self.pages.currentWidget().setFocus()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def _choices(self) -> tuple[QWidget, ...]:
        named = (
            (self.name, tr("Kept meaning")),
            (self.kind, tr("What it is")),
            (self.site, tr("Site")),
            (self.process, tr("Site process")),
            (self.figures, tr("Figures of a matrix")),
            (self.basis, tr("Basis of a matrix")),
            (self.evidence, tr("Evidence of a matrix")),
        )
        for widget, words in named:
            widget.setAccessibleName(words)
            widget.setToolTip(words)
            widget.setMinimumWidth(self._desk.theme.px(180))
        self.name.addItem(tr("No kept meaning"), "")
        self.site.addItem(tr("No site"), "")
        self.process.addItem(tr("No site process"), "")
        for key, words in _KINDS:
            self.kind.addItem(said(words), key)
        for key, words in _FIGURES:
            self.figures.addItem(said(words), key)
        return (*(widget for widget, _ in named), self.hypothesis)

    def _offer(self, offered: Offered) -> None:
        for name in offered.kept:
            self.name.addItem(line(name, 80), name)
        for box, rows in ((self.site, offered.sites), (self.process, offered.processes)):
            for label, iri in rows:
                box.addItem(line(label, 80), iri)

    def _wanted(self) -> Wanted:
        return Wanted(
            self.name.currentData() or "", self.kind.currentData() or "", (), tuple(self._columns.items()), ()
        )

    def _said(self) -> saying.Said:
        return {
            "site": self.site.currentData() or "",
            "site_process": self.process.currentData() or "",
            "process": "",
            "basis": self.basis.text().strip(),
            "level": "",
            "evidence": "",
            "evidence_label": self.evidence.text().strip(),
            "hypothesis": self.hypothesis.isChecked(),
            "figures": self.figures.currentData() or None,
        }

    def _show(self, read: Read) -> None:
        self.read = read
        plan = read.plan
        self.meaning.show_rows(_meanings(read.mapping))
        self.table.show_rows(differences(plan))
        self.rejected.show_rows(rejections(plan))
        self.pages.setTabText(1, tr("Differences ({count})").format(count=number(len(plan.differences))))
        gone = len(plan.rejected) + len(plan.unread)
        self.pages.setTabText(2, tr("Not taken over ({count})").format(count=number(gone)))
        self.note.setText(
            tr(
                "{rows} rows read; {same} values say what is recorded. Nothing is written before you take it over."
            ).format(rows=number(plan.counts.rows), same=number(plan.counts.same))
        )
        title = tr("Take over {count} differences…").format(count=number(len(plan.differences)))
        self.accept.setText(caption(title))
        self.accept.setEnabled(bool(plan.differences) and self._desk.project.writable)
        self.keep.setEnabled(self._desk.project.writable)
        self.states.content()

    def _enter(self, key: str, _column: str, text: str) -> None:
        head = key.partition(" ")[2]
        self._columns[head] = text.strip() or "not read"
        self.ask()

    def _keep(self) -> None:
        if self.read is None:
            return
        name, given = QInputDialog.getText(self, tr("Keep this meaning"), tr("Under which name?"))
        mapping = self.read.mapping
        if given and name.strip():
            self._desk.project.write(
                lambda workspace: kept.keep(workspace, name.strip(), mapping),
                lambda _: self._kept(name.strip()),
                self._desk.tell,
            )

    def _kept(self, name: str) -> None:
        self.name.addItem(line(name, 80), name)
        self._desk.say(tr("Kept as {name}.").format(name=line(name, 80)))

    def _accept(self) -> None:
        read = self.read
        if read is None:
            return
        books, path, told = self._desk.reports.workbooks, self._path, self._said()

        def work(workspace: Workspace, why: str) -> Revision | None:
            mapping, all_said = saying.completed(workspace.reader, read.mapping, dict(told))
            asked = saying.asked(workspace.reader, all_said)
            _, revisions = whole.commit(workspace, books.book(path), mapping, asked, why)
            return revisions[-1] if revisions else None

        name = tr("Take over {count} differences of {file}").format(
            count=number(len(read.plan.differences)), file=line(self._path.name, 60)
        )
        self._desk.save(Step(name, work, lambda _: self.ask()))

    def _stop(self) -> None:
        self._desk.project.forget(self._topic)
        self.states.empty(tr("It was not read"), tr("You stopped it."), parts.button(tr("Read it"), self.ask))

    def _fail(self, failure: Failure) -> None:
        self._columns.clear()
        self.states.failed(failure, self.ask)


def _offered(reader: RecordReader) -> Offered:
    sites = reader.instances((KG.Site,))
    processes = reader.instances((KG.SiteProcess,))
    names = browsing.labels(reader, (*sites, *processes))
    return Offered(
        kept.names(reader),
        tuple(sorted((names[each], each) for each in sites)),
        tuple(sorted((names[each], each) for each in processes)),
    )


def _heads_of_meaning() -> tuple[SheetColumn, ...]:
    return (
        SheetColumn("sheet", tr("Sheet"), 0.2),
        SheetColumn("head", tr("Column"), 0.25),
        SheetColumn("means", tr("Means"), 0.3),
        SheetColumn("note", tr("Note"), 0.25),
    )


def heads() -> tuple[SheetColumn, ...]:
    """The columns of a table of differences."""
    return SheetColumn("where", tr("Where"), 0.25), SheetColumn("words", tr("In words"), 0.75)


def heads_of_rejected() -> tuple[SheetColumn, ...]:
    """The columns of a table of what is not taken over."""
    return (
        SheetColumn("where", tr("Where"), 0.25),
        SheetColumn("text", tr("What stands there"), 0.3),
        SheetColumn("why", tr("Why not"), 0.45),
    )


def _meanings(mapping: Mapping) -> tuple[SheetRow, ...]:
    rows: list[SheetRow] = []
    for at, sheet in enumerate(mapping.sheets):
        means = SheetCell(contract.meaning(sheet), strong=True)
        rows.append(SheetRow(f"{at}", (SheetCell(sheet.sheet), SheetCell(""), means, SheetCell(""))))
        rows += [
            SheetRow(
                f"{at} {column.head}",
                (
                    SheetCell(""),
                    SheetCell(line(column.head, 200)),
                    SheetCell(contract.said(sheet, column), kind=None if sheet.own else Kind.TEXT),
                    SheetCell(line(column.note, 200)),
                ),
            )
            for column in sheet.columns
        ]
    return tuple(rows)


def differences(plan: Plan) -> tuple[SheetRow, ...]:
    """What would change, in words."""
    shown = plan.differences[:_MOST]
    rows = [
        SheetRow(str(at), (SheetCell(str(each.where)), SheetCell(line(each.sentence, 400))))
        for at, each in enumerate(shown)
    ]
    left = len(plan.differences) - len(shown)
    if left:
        words = tr("… and {count} more, which are taken over, too").format(count=number(left))
        rows.append(SheetRow("more", (SheetCell(""), SheetCell(words))))
    return tuple(rows)


def rejections(plan: Plan) -> tuple[SheetRow, ...]:
    """What is not taken over, and why not."""
    rows = [(str(each.where), each.text, each.why) for each in plan.rejected]
    rows += [(" ".join(filter(None, (each.sheet, each.column))), "", each.why) for each in plan.unread]
    return tuple(
        SheetRow(str(at), tuple(SheetCell(line(part, 400)) for part in row)) for at, row in enumerate(rows[:_MOST])
    )
