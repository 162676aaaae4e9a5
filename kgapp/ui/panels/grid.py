"""The grid: many things and their properties at once, edited like a spreadsheet and saved as one revision with one reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from shiboken6 import isValid

from kgapp.domain import tabbed
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import grid, grid_rows
from kgapp.services.grid import CellEdit, Outcome, Saved
from kgapp.services.grid_rows import CellNow, Plan
from kgapp.services.workspace import Workspace
from kgapp.ui import icons
from kgapp.ui.models.cell_edits import Cell, Entered
from kgapp.ui.models.grid import GridModel
from kgapp.ui.panels import grid_source, parts
from kgapp.ui.panels.discard import ask_discard
from kgapp.ui.panels.grid_problems import RefusedCells
from kgapp.ui.panels.grid_source import Opened, Source, cells_of, draft_of, source_of
from kgapp.ui.panels.grid_table import GridTable
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line, number
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_READ_AT_ONCE: Final = 200
_CHECKED_AT_ONCE: Final = 250
_CHECK_MS: Final = 120
_FILTER_MS: Final = 150
_ROWS_LENGTH: Final = 16
_COLUMNS_AT_FIRST: Final = 9


class GridPanel(View):
    """Rows, columns, filter, cells, and what was refused."""

    def __init__(self, desk: Desk, rest: str) -> None:
        super().__init__()
        self._desk, self._source = desk, source_of(rest)
        self._title = ""
        self._settled_place = self._source.place()
        self._to_check: set[int] = set()
        self._problems = 0
        self._chosen: Iri | None = None
        self.model = GridModel(self)
        self.table = GridTable(self.model, desk.theme)
        self.rows, self.filter, self.columns = QComboBox(), QLineEdit(), QToolButton()
        self.count = parts.text("", ink="second")
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        self.discard = parts.button(tr("Discard"), self._discard)
        self.save = parts.button(tr("Save…"), self._save, primary=True)
        self.refused = RefusedCells(desk.theme)
        content = QWidget()
        content.setObjectName("page")
        self._lay_out(content)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self._checking, self._filtering = self._timer(_CHECK_MS, self._check), self._timer(_FILTER_MS, self._filter)
        self._join()
        self._open()

    @property
    def entity(self) -> Iri | None:
        return self._source.things[0] if self._source.word == "of" else None

    def take_focus(self) -> None:
        self.table.setFocus()

    def view_steps(self) -> tuple[str, str]:
        return self.model.edits.to_undo, self.model.edits.to_redo

    def undo_view(self) -> None:
        self.table.undo()

    def redo_view(self) -> None:
        self.table.redo()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if not subjects:
            self._open()
            return
        self._read_rows(self.model.rows_of(subjects))

    def may_close(self) -> bool:
        self.table.take_over()
        if not self.model.edits.cells:
            return True
        words = tr("{count} cells of this grid are not saved.").format(count=number(len(self.model.edits.cells)))
        if not ask_discard(self, words):
            return False
        self._desk.drafts.settled(self.place)
        return True

    def closing(self) -> None:
        for topic in ("read", "rows", "check", "paste"):
            self._desk.project.forget(self._topic(topic))

    def _lay_out(self, content: QWidget) -> None:
        layout = parts.column(content, (12, 10, 12, 10), 8)
        layout.addLayout(self._top())
        layout.addWidget(self.table, 1)
        layout.addWidget(self.refused)
        foot = parts.row(stretch=False)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        layout.addLayout(foot)

    def _top(self) -> QHBoxLayout:
        self.rows.setAccessibleName(tr("Rows"))
        self.rows.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rows.setMinimumContentsLength(_ROWS_LENGTH)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter rows"))
        self.filter.setAccessibleName(tr("Filter rows"))
        self.filter.setClearButtonEnabled(True)
        LeavesUndo(self.filter)
        self.columns.setText(tr("Columns"))
        self.columns.setAccessibleName(tr("Columns"))
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.setMenu(QMenu(self.columns))
        self.undo_button.clicked.connect(self.table.undo)
        self.redo_button.clicked.connect(self.table.redo)
        self._desk.theme.changed.connect(self._dress)
        self._dress()
        top = parts.row(self.rows, stretch=False)
        top.addWidget(self.filter, 1)
        for widget in (self.columns, self.undo_button, self.redo_button):
            top.addWidget(widget)
        return top

    def _dress(self) -> None:
        theme = self._desk.theme
        side = theme.px(15)
        for button, name in ((self.undo_button, "undo"), (self.redo_button, "redo")):
            button.setIcon(icons.icon(name, theme.colours.ink, side))
            button.setIconSize(QSize(side, side))

    def _timer(self, delay_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(slot)
        return timer

    def _join(self) -> None:
        self.rows.activated.connect(self._choose_rows)
        self.filter.textChanged.connect(lambda _: self._filtering.start())
        self.model.edited.connect(self._suit)
        self.table.changed.connect(self._entered)
        self.table.pasted.connect(self._parse)
        self.table.copied.connect(self._copy)
        self.table.opened.connect(lambda iri: self._desk.open_entity(Iri(iri)))
        self.table.menu_wanted.connect(self._desk.menu)
        self.refused.gone_to.connect(self._go_to)
        self.refused.points_wanted.connect(self._use_points)

    def _topic(self, what: str) -> str:
        return f"grid {what} {self._settled_place}"

    def _open(self) -> None:
        source, chosen = self._source, self._chosen
        if self.model.plan.rows:
            self.states.content()
        else:
            self.states.busy(tr("Reading the rows…"))
        self._desk.project.read(
            lambda reader: grid_source.opened(reader, source, chosen), self._show, self._fail, self._topic("read")
        )

    def _show(self, opened: Opened) -> None:
        self._chosen, self._title = opened.chosen, opened.title
        self.titled.emit(tr("Grid: {name}").format(name=opened.title))
        self.rows.clear()
        for choice in opened.choices:
            self.rows.addItem(f"{caption(choice.label)} ({number(choice.count)})".replace("&&", "&"), choice.kind)
        self.rows.setCurrentIndex(max(0, self.rows.findData(opened.chosen)))
        self.rows.setVisible(bool(opened.choices))
        same = opened.plan.columns == self.model.plan.columns
        self.model.show(opened.plan)
        if not same:
            self._offer_columns()
        if not opened.plan.rows:
            self.states.empty(
                tr("Nothing to edit here"),
                tr("A grid shows things with a class that has a form. Choose other rows, or create such things first."),
            )
            return
        self.states.content()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._continue()
        self._read_rows(tuple(range(len(opened.plan.rows))))

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._open)

    def _read_rows(self, rows: tuple[int, ...]) -> None:
        """Read what some rows hold, a part at a time, so that other questions are answered in between."""
        if not rows:
            return
        now, later, plan = rows[:_READ_AT_ONCE], rows[_READ_AT_ONCE:], self.model.plan
        wanted = tuple(plan.rows[at] for at in now)

        def show(cells: tuple[tuple[CellNow, ...], ...]) -> None:
            if plan is not self.model.plan:
                return
            self.model.load(now, cells)
            self._say()
            if later:
                self._read_rows(later)
            elif self.model.edits.cells:
                self._entered(tuple({cell[0] for cell in self.model.edits.cells}))

        topic = self._topic("rows") if len(now) == _READ_AT_ONCE or later else ""
        self._desk.project.read(lambda reader: grid_rows.cells(reader, wanted, plan.columns), show, self._fail, topic)

    def _choose_rows(self, at: int) -> None:
        kind = self.rows.itemData(at)
        if kind == self._chosen:
            return
        if not self.may_close():
            self.rows.setCurrentIndex(max(0, self.rows.findData(self._chosen)))
            return
        self._chosen = Iri(kind)
        if self._source.word == "class":
            self._source = Source("class", (Iri(kind),))
        else:
            self._source = Source("of", (self._source.things[0], Iri(kind)))
        self.place = self._source.place()
        self.model.show(Plan((), ()))
        self._open()

    def _entered(self, rows: tuple[int, ...]) -> None:
        self._to_check.update(rows)
        self._checking.start()
        if self.model.edits.cells:
            self._desk.drafts.typed(self.place, self._title, self._draft)
        elif rows:
            self._desk.drafts.settled(self.place)

    def _parse(self, text: str) -> None:
        """A large table is read from text on another thread; it goes where the keyboard was when it was pasted."""
        cells = self.table.selectedIndexes()
        left = min((index.column() for index in cells), default=self.table.currentIndex().column())
        top = min((index.row() for index in cells), default=self.table.currentIndex().row())
        tall = 1 + max((index.row() for index in cells), default=top) - top
        columns, shown = self.table.columns_from(left), self.model.shown

        def put(rows: tabbed.Rows) -> None:
            if self.model.shown != shown:
                self._desk.say(tr("The rows changed before this could be pasted: paste it again."))
            elif top >= 0:
                self._entered(self.model.paste(rows, top, columns, tall))

        self._desk.project.read(lambda _: tabbed.parse(text), put, self._desk.tell, self._topic("paste"))

    def _copy(self, rows: list[list[str]]) -> None:
        """A large table is written as text on another thread."""
        put = QGuiApplication.clipboard().setText
        self._desk.project.read(lambda _: tabbed.write(rows), put, self._desk.tell, self._topic("copy"))

    def _check(self) -> None:
        rows = tuple(sorted(self._to_check))[:_CHECKED_AT_ONCE]
        if not rows:
            return
        self._to_check.difference_update(rows)
        edits = self.model.pending(rows)

        def show(found: Outcome) -> None:
            self.model.refuse(rows, found.refused)
            if self._to_check:
                self._checking.start()

        self._desk.project.read(lambda reader: grid.outcome(reader, edits), show, self._desk.tell)

    def _use_points(self) -> None:
        self._entered(self.model.read_points())

    def _discard(self) -> None:
        self.model.discard()
        self._desk.drafts.settled(self.place)
        self.table.setFocus()

    def _save(self) -> None:
        cells = dict(self.model.edits.cells)
        edits = self.model.edits_of(cells)
        box: list[Saved] = []

        def work(workspace: Workspace, why: str) -> Revision | None:
            box.append(grid.save(workspace, edits, why))
            return box[-1].revision

        def done(_: Revision | None) -> None:
            if isValid(self):  # it may have been closed meanwhile
                self._saved(dict(zip(cells, edits, strict=True)), box[-1])

        self._desk.save(Step(self._said(), work, done))

    def _saved(self, edits: dict[Cell, CellEdit], saved: Saved) -> None:
        refused = {each.edit for each in saved.outcome.refused}
        done = {cell: Entered(edit.seen, edit.text) for cell, edit in edits.items() if edit not in refused}
        self.model.settle(done)
        self.model.refuse({cell[0] for cell in self.model.edits.cells}, saved.outcome.refused)
        self._entered(tuple({cell[0] for cell in self.model.edits.cells}))
        if not self.model.edits.cells:
            self._desk.drafts.settled(self.place)

    def _said(self) -> str:
        count = len(self.model.edits.cells) - sum(
            problem.cell in self.model.edits.cells for problem in self.model.problems()
        )
        return tr("Save {count} cells of “{name}” as one revision").format(
            count=number(count), name=line(self._title, 80)
        )

    def _draft(self) -> Callable[[], str]:
        edits = self.model.pending()
        return lambda: draft_of(edits)

    def _continue(self) -> None:
        draft = self._desk.drafts.take(self.place) if self._desk.project.writable else None
        if draft is None:
            return
        kept = cells_of(draft.content)
        rows = self.model.place(kept)
        said = tr("{count} cells from {time} are back in the grid; they are not saved yet.")
        self._desk.say(said.format(count=number(len(self.model.edits.cells)), time=f"{draft.at.astimezone():%H:%M}"))
        self._entered(rows)

    def _offer_columns(self) -> None:
        """Tick the columns to show. At first those of the model's order, without the names: they stand at the left."""
        menu = self.columns.menu()
        menu.clear()
        for at, column in enumerate(self.model.plan.columns):
            action = menu.addAction(caption(column.name, 60))
            action.setCheckable(True)
            action.setChecked(at < _COLUMNS_AT_FIRST)
            action.toggled.connect(lambda on, at=at: self.table.setColumnHidden(at, not on))
            self.table.setColumnHidden(at, at >= _COLUMNS_AT_FIRST)

    def _filter(self) -> None:
        self.model.filter(self.filter.text())
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, max(0, self.table.columns_from(0)[0])))
        self._suit()

    def _suit(self) -> None:
        """Say how things stand, and enable what can be done."""
        problems = self.model.problems()
        edits = self.model.edits
        ready = len(edits.cells) - sum(problem.cell in edits.cells for problem in problems)
        self._problems = len(problems)
        self._say()
        self.save.setText(tr("Save {count} cells…").format(count=number(ready)) if ready else tr("Save…"))
        self.save.setEnabled(ready > 0)
        self.discard.setEnabled(bool(edits.cells))
        for button, words, step in (
            (self.undo_button, tr("Undo in grid"), edits.to_undo),
            (self.redo_button, tr("Redo in grid"), edits.to_redo),
        ):
            button.setAccessibleName(words)
            button.setEnabled(bool(step))
            button.setToolTip(f"{words}: {step}" if step else words)
        self.refused.show_problems(problems)
        self.steps_changed.emit()

    def _say(self) -> None:
        total, shown, loaded = len(self.model.plan.rows), self.model.rowCount(), self.model.loaded
        words = [tr("Showing {shown} of {total} rows").format(shown=number(shown), total=number(total))]
        if loaded < total:
            words.append(tr("{count} read").format(count=number(loaded)))
        if self.model.edits.cells:
            words.append(tr("{count} changed").format(count=number(len(self.model.edits.cells))))
        if self._problems:
            words.append(tr("{count} refused").format(count=number(self._problems)))
        self.count.setText(" · ".join(words))

    def _go_to(self, cell: Cell) -> None:
        index = self.model.index_of(cell)
        if not index.isValid():
            self.filter.clear()
            self.model.filter("")
            index = self.model.index_of(cell)
        self.table.setColumnHidden(index.column(), False)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.setFocus()
