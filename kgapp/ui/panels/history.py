"""The history: every revision with who, when, why and what; one told in sentences, two compared, any of them taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QSplitter, QTableView, QWidget

from kgapp.domain.errors import UndoConflict
from kgapp.domain.history import Revision, RevisionKind
from kgapp.domain.terms import Iri
from kgapp.services import browsing, history, revision_log
from kgapp.services.ports import RecordReader
from kgapp.services.revision_log import Account, LogPage, ToldValue, Wanted
from kgapp.services.workspace import Workspace
from kgapp.ui.models.history import HistoryModel, counts, kind_of, moment
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_FILTER_MS: Final = 180
_ROW: Final = 28
_WIDTHS: Final = (52, 196, 128, 170, 0, 90)
_WHAT: Final = 4
_LEAST: Final = 200


class HistoryPanel(View):
    """Of the whole project, or of one thing."""

    def __init__(self, desk: Desk, rest: str) -> None:
        super().__init__()
        self._desk, self._thing = desk, Iri(rest) if rest else None
        self._name = ""
        self._chosen: tuple[int, ...] = ()
        self._looked_at = 0
        self.model = HistoryModel(self)
        self.words, self.who = QLineEdit(), QLineEdit()
        self.table = QTableView()
        self.heading = parts.heading("", desk.theme, 15)
        self.meta = parts.text("", ink="second")
        self.take_back = parts.button(tr("Take this back…"), self._take_back, primary=True)
        self.count = parts.text("", ink="second", wrap=False)
        self.told = Table(
            tr("What changed"),
            (tr("Thing"), tr("Property"), tr("Was"), tr("Is")),
            (0.3, 0.2, 0.25, 0.25),
            desk.theme,
        )
        self.detail = States(self._detail(), desk.theme)
        content = QWidget()
        content.setObjectName("page")
        self._lay_out(content)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self._filtering = QTimer(self)
        self._filtering.setSingleShot(True)
        self._filtering.setInterval(_FILTER_MS)
        self._filtering.timeout.connect(self._open)
        self._join()
        self.detail.empty(
            tr("No revision is chosen"), tr("Choose one to read what it changed, or two to compare them.")
        )
        self.states.busy(tr("Reading the history…"))
        self._open()

    @property
    def entity(self) -> Iri | None:
        return self._thing

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the revisions that are shown below: none, one, or two that are compared."""
        return self._chosen

    def take_focus(self) -> None:
        self.table.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._open()

    def closing(self) -> None:
        for topic in ("page", "told"):
            self._desk.project.forget(self._topic(topic))

    def choose(self, seq: int) -> None:
        """Choose a revision that is listed."""
        row = self.model.row_of(seq)
        if row >= 0:
            self.table.selectRow(row)

    # Layout

    def _lay_out(self, content: QWidget) -> None:
        layout = parts.column(content, (12, 10, 12, 10), 8)
        for field, words in ((self.words, tr("Filter by reason, step or number")), (self.who, tr("Filter by person"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.setClearButtonEnabled(True)
            LeavesUndo(field)
        top = parts.row(stretch=False)
        top.addWidget(self.words, 3)
        top.addWidget(self.who, 1)
        if self._thing is not None:
            top.addWidget(parts.button(tr("History of everything"), lambda: self._desk.open_place("history")))
        layout.addLayout(top)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([300, 200])
        layout.addWidget(splitter, 1)
        layout.addWidget(self.count)
        self._dress()

    def _detail(self) -> QWidget:
        page = QWidget()
        layout = parts.column(page, (0, 8, 0, 0), 6)
        top = parts.row(stretch=False)
        top.addWidget(self.heading, 1)
        top.addWidget(self.take_back)
        layout.addLayout(top)
        layout.addWidget(self.meta)
        layout.addWidget(self.told, 1)
        return page

    def _dress(self) -> None:
        px = self._desk.theme.px
        self.heading.setFont(self._desk.theme.font(15, strong=True))
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.detail.setMinimumHeight(px(60))
        self._share()

    def _share(self) -> None:
        """What was done has the room that the other columns leave."""
        px = self._desk.theme.px
        rest = self.table.viewport().width() - sum(map(px, _WIDTHS))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, px(width) if column != _WHAT else max(px(_LEAST), rest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _join(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(tr("Revisions"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._dress()
        self._desk.theme.changed.connect(self._dress)
        table.selectionModel().selectionChanged.connect(lambda *_: self._select())
        self.model.wanted.connect(self._more)
        self.told.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        for field in (self.words, self.who):
            field.textChanged.connect(lambda _: self._filtering.start())

    # Reading

    def _topic(self, what: str) -> str:
        return f"history {what} {self._thing or ''}"

    def _wanted(self) -> Wanted:
        return Wanted(self.who.text(), self.words.text(), self._thing)

    def _open(self) -> None:
        wanted, thing = self._wanted(), self._thing

        def look(reader: RecordReader) -> tuple[LogPage, str]:
            name = browsing.labels(reader, (thing,))[thing] if thing is not None else ""
            return revision_log.page(reader, wanted), name

        self._desk.project.read(look, self._show, self._fail, self._topic("page"))

    def _show(self, read: tuple[LogPage, str]) -> None:
        page, self._name = read
        self.titled.emit(tr("History: {name}").format(name=self._name) if self._name else tr("History"))
        kept = self._chosen
        self._looked_at = page.looked_at
        self.model.show(page)
        if not page.revisions and page.before is None and not (self.words.text() or self.who.text()):
            self._say_none()
            return
        self.states.content()
        self._say()
        for seq in kept[:1] if len(kept) == 1 else ():
            self.choose(seq)
        self._go_on(page)

    def _say_none(self) -> None:
        if self._desk.project.endpoint:
            words = tr("A server tells what it holds now. Who changed what and why is in the project file.")
            self.states.empty(tr("A server keeps no history"), words)
        else:
            self.states.empty(tr("No changes yet"), tr("Every edit, import and undo is listed here, with its reason."))

    def _more(self, before: int) -> None:
        wanted = self._wanted()
        self._desk.project.read(
            lambda reader: revision_log.page(reader, wanted, before), self._add, self._fail, self._topic("page")
        )

    def _add(self, page: LogPage) -> None:
        self._looked_at += page.looked_at
        self.model.add(page)
        self._say()
        self._go_on(page)

    def _go_on(self, page: LogPage) -> None:
        """Where a filter lets little through, look on until a page is full."""
        if page.before is not None and len(page.revisions) < revision_log.PAGE:
            self.model.fetchMore()

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._open)

    def _say(self) -> None:
        shown = number(self.model.rowCount())
        if self.model.complete:
            self.count.setText(tr("Showing all {shown}").format(shown=shown))
        else:
            self.count.setText(tr("Showing {shown}; scroll down for older ones").format(shown=shown))
        if self.words.text() or self.who.text():
            looked = tr("{shown} of {looked} looked through").format(shown=shown, looked=number(self._looked_at))
            self.count.setText(looked if self.model.complete else f"{looked} · {tr('looking on…')}")

    # One revision, or two

    def _select(self) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        revisions = [revision for row in rows if (revision := self.model.revision(row)) is not None]
        seqs = tuple(sorted(revision.seq for revision in revisions))
        if len(seqs) > 2:
            seqs = (seqs[0], seqs[-1])
        if seqs == self._chosen and self.detail.showing == "content":
            return
        self._chosen = seqs
        if not seqs:
            return
        if len(seqs) == 1:
            self._show_one(revisions[0])
        else:
            self._show_two(seqs[0], seqs[1])

    def _show_one(self, revision: Revision) -> None:
        seq = revision.seq
        title = tr("Revision {number} · {kind}: {summary}")
        self.heading.setText(
            title.format(number=number(seq), kind=kind_of(revision), summary=line(revision.summary, 200))
        )
        author = revision.note.author
        self.meta.setText(
            tr("{who} ({identity}), {when}. Why: {why}").format(
                who=line(author.name, 60),
                identity=line(author.identity, 60),
                when=moment(revision.at),
                why=line(revision.note.why, 500),
            )
        )
        self.take_back.setVisible(True)
        self.take_back.setEnabled(self._desk.project.writable)
        self._read(lambda reader: revision_log.account(reader, seq))

    def _show_two(self, start: int, end: int) -> None:
        self.heading.setText(tr("From revision {start} to {end}").format(start=number(start), end=number(end)))
        self.meta.setText(tr("What changed in all; what was changed back in between is left out."))
        self.take_back.setVisible(False)
        self._read(lambda reader: revision_log.between(reader, start, end))

    def _read(self, look: Callable[[RecordReader], Account]) -> None:
        self.detail.content()
        self.told.show_groups(())
        self._desk.project.read(look, self._tell, self._not_told, self._topic("told"))

    def _tell(self, account: Account) -> None:
        self.detail.content()
        title = count_of(account.statements, tr("statement"), tr("statements"))
        if not account.complete:
            title = tr("The first {count} lines; the change has {total} statements").format(
                count=number(len(account.lines)), total=number(account.statements)
            )
        rows = tuple(
            Row(
                (
                    Cell(each.thing.label, ink="accent", iri=each.thing.iri),
                    Cell(each.property.label),
                    _values(each.before),
                    _values(each.after),
                ),
                each,
            )
            for each in account.lines
        )
        self.told.show_groups((Group(title, rows),))
        if not rows:
            self.detail.empty(tr("Nothing differs"), tr("Both states hold the same statements."))

    def _not_told(self, failure: Failure) -> None:
        self.detail.failed(failure)

    # Taking back

    def _take_back(self) -> None:
        revision = self.model.revision(self.model.row_of(self._chosen[0])) if len(self._chosen) == 1 else None
        if revision is None:
            return
        seq, size = revision.seq, revision.added_count + revision.removed_count

        def work(workspace: Workspace, why: str) -> Revision | None:
            return history.undo(workspace, why, seq)

        def begun() -> None:
            self.detail.busy(tr("Taking back {count} statements…").format(count=number(size)))

        name = tr("Take back revision {number}: {summary}").format(
            number=number(seq), summary=line(revision.summary, 120)
        )
        if revision.note.kind is RevisionKind.IMPORT:
            name += " " + tr("({counts} statements are taken back)").format(counts=counts(revision))
        self._desk.save(Step(name, work, self._taken_back, lambda failure: self._hindered(failure, seq), begun=begun))

    def _taken_back(self, _revision: Revision | None) -> None:
        self._chosen = ()
        self.detail.empty(
            tr("Taken back"), tr("The new revision at the top of the list did it; it can be taken back too.")
        )

    def _hindered(self, failure: Failure, seq: int) -> None:
        if not isinstance(failure.error, UndoConflict):
            self.detail.content()
            self._desk.tell(failure)
            return
        self.heading.setText(line(failure.sentence, 300))
        self.meta.setText(line(failure.hint, 300))
        self._desk.project.read(
            lambda reader: history.hindrances(reader, seq), self._show_hindrances, self._not_told, self._topic("told")
        )

    def _show_hindrances(self, sentences: tuple[str, ...]) -> None:
        self.detail.content()
        rows = tuple(Row((Cell(sentence), Cell(""), Cell(""), Cell("")), sentence) for sentence in sentences[:_LISTED])
        title = tr("{count} statements stand in the way").format(count=number(len(sentences)))
        self.told.show_groups((Group(title, rows),))


def _values(values: tuple[ToldValue, ...]) -> Cell:
    """Several values in one cell; a single thing leads on."""
    if len(values) == 1 and values[0].iri is not None:
        return Cell(values[0].text, ink="accent", iri=values[0].iri)
    return Cell("\n".join(value.text for value in values))


_LISTED: Final = 200
