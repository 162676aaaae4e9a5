"""A grid as a Qt model: things as rows, properties as columns; cells come in as they are read, edits wait to be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.domain import tabbed
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri
from kgapp.services import grid
from kgapp.services.grid import CellEdit, Refusal
from kgapp.services.grid_rows import CellNow, Plan, RowThing
from kgapp.ui.models import roles
from kgapp.ui.models.cell_edits import Cell, CellEdits, Entered
from kgapp.ui.models.grid_cells import Problem, State, outside
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_READABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

_HEARD_AT_ONCE: Final = 500
"""After a larger step the filter knows the rows as they were read, until they are read again."""

STATE: Final = roles.INK + 40
"""A ``State``, as text."""


class GridModel(QAbstractTableModel):
    """Rows are those that the filter lets through; names stand in the vertical header."""

    edited = Signal()
    """Edits, refusals or steps have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan((), ())
        self._now: list[tuple[CellNow, ...] | None] = []
        self._shown: list[int] = []
        self._where: dict[int, int] = {}
        self._said: list[str] = []
        self._loaded = 0
        self._words = ""
        self._edits = CellEdits()
        self._refused: dict[Cell, str] = {}
        self._left_out: tuple[Problem, ...] = ()

    # What is shown

    @property
    def plan(self) -> Plan:
        """All rows and columns, whatever the filter says."""
        return self._plan

    @property
    def shown(self) -> tuple[Plan, str]:
        """Which rows are shown and where: the plan, and the words of the filter."""
        return self._plan, self._words

    @property
    def loaded(self) -> int:
        """How many rows have been read so far."""
        return self._loaded

    def show(self, plan: Plan) -> None:
        """Other rows and columns; edits of cells that are here again stay."""
        kept = {(self._thing(cell), self._path(cell)): entered for cell, entered in self._edits.cells.items()}
        self.beginResetModel()
        self._plan = plan
        self._now = [None for _ in plan.rows]
        self._loaded = 0
        self._said = [fold(row.name) for row in plan.rows]
        self._edits, self._refused, self._left_out = CellEdits(), {}, ()
        self._edits.cells = self._placed(kept)
        self._let_through()
        self.endResetModel()
        self.edited.emit()

    def load(self, rows: Sequence[int], cells: Sequence[tuple[CellNow, ...]]) -> None:
        """What some rows of the plan hold."""
        for row, each in zip(rows, cells, strict=True):
            self._loaded += self._now[row] is None
            self._now[row] = each
            self._hear(row)
        self._repaint((row, 0) for row in rows)

    def filter(self, words: str) -> None:
        """Show the rows that have all of these words in their name or cells."""
        self._words = fold(words)
        self.beginResetModel()
        self._let_through()
        self.endResetModel()

    def thing(self, row: int) -> RowThing:
        """The thing of a row that is shown."""
        return self._plan.rows[self._shown[row]]

    def rows_of(self, things: frozenset[Iri]) -> tuple[int, ...]:
        """The rows of the plan that show some things."""
        return tuple(at for at, row in enumerate(self._plan.rows) if row.thing in things)

    # Edits

    @property
    def edits(self) -> CellEdits:
        """What is to be saved, and the steps to take back."""
        return self._edits

    def pending(self, rows: Iterable[int] | None = None) -> tuple[CellEdit, ...]:
        """The edits, of some rows of the plan or of all, as they would be saved."""
        cells = self._edits.cells if rows is None else self._edited(rows)
        return tuple(self._as_edit(cell, self._edits.cells[cell]) for cell in cells)

    def problems(self) -> tuple[Problem, ...]:
        """The cells that were refused, by row and column, then what found no room."""
        refused = (self._problem(cell, self._refused[cell]) for cell in sorted(self._refused))
        return (*refused, *self._left_out)

    def refuse(self, rows: Iterable[int], refused: Iterable[Refusal]) -> None:
        """What a check of the edits of some rows of the plan found: the cells that cannot be as they are."""
        checked = frozenset(rows)
        gone = [cell for cell in self._refused if cell[0] in checked]
        for cell in gone:
            del self._refused[cell]
        at = {(self._thing(cell), self._path(cell)): cell for cell in self._edited(checked)}
        for refusal in refused:
            place = at.get((refusal.edit.thing, refusal.edit.predicate))
            if place is not None and self._edits.cells[place].text == refusal.edit.text:
                self._refused[place] = refusal.why
        self._repaint([*gone, *at.values()])
        self.edited.emit()

    def settle(self, saved: Mapping[Cell, Entered]) -> None:
        """These cells were saved as they were then."""
        self._edits.settle(saved)
        for cell in saved:
            self._refused.pop(cell, None)
        self._repaint(saved)
        self.edited.emit()

    def enter(self, name: str, texts: Mapping[Cell, str]) -> tuple[int, ...]:
        """Put texts into cells of the plan as one step; returns the rows to check. What has no cell there is left out and listed."""
        after: dict[Cell, Entered | None] = {}
        left_out: list[Problem] = []
        for cell, text in texts.items():
            why = self._closed(cell)
            if why:
                left_out.append(self._problem(cell, why, text))
                continue
            seen = self._seen(cell)
            after[cell] = None if text == seen else Entered(seen, text)
        self._left_out = tuple(left_out)
        return self._stepped(self._edits.enter(name, after))

    def discard(self) -> None:
        """Forget all edits; this too can be taken back."""
        self._left_out = ()
        self._stepped(self._edits.enter(tr("Discard"), dict.fromkeys(self._edits.cells)))

    def undo(self) -> tuple[int, ...]:
        """Take the newest step back; returns the rows to check."""
        return self._stepped(self._edits.undo())

    def redo(self) -> tuple[int, ...]:
        """Do the step again that was taken back last; returns the rows to check."""
        return self._stepped(self._edits.redo())

    def paste(self, rows: tabbed.Rows, top: int, columns: Sequence[int], tall: int) -> tuple[int, ...]:
        """Put a table into the cells below and right of a row that is shown.

        ``columns`` are those from the left one on, as they stand in the view. A single row fills ``tall`` rows. What finds no
        cell is listed with the reason; returns the rows of the plan to check.
        """
        repeated = rows * tall if len(rows) == 1 else rows
        texts: dict[Cell, str] = {}
        beyond: list[Problem] = []
        for down, row in enumerate(repeated):
            for across, text in enumerate(row):
                at = top + down
                if at < len(self._shown) and across < len(columns):
                    texts[self._shown[at], columns[across]] = text
                elif text:
                    beyond.append(outside(down + 1, across + 1, text))
        changed = self.enter(tr("Paste"), texts)
        self._left_out = (*self._left_out, *beyond)
        self.edited.emit()
        return changed

    def read_points(self) -> tuple[int, ...]:
        """Read decimal commas as points in the refused cells, because a person said so; returns the rows to check."""
        pointed = {(each.thing, each.predicate): each.text for each in grid.with_points(self.pending())}
        keys = {cell: (self._thing(cell), self._path(cell)) for cell in self._refused if cell in self._edits.cells}
        return self.enter(
            tr("Read commas as points"), {cell: pointed[key] for cell, key in keys.items() if key in pointed}
        )

    def rows_as_text(self, spans: Sequence[tuple[int, Sequence[int]]]) -> list[list[str]]:
        """What rows that are shown hold, each with its columns."""
        edited = {cell[0] for cell in self._edits.cells}
        found: list[list[str]] = []
        for shown, columns in spans:
            row = self._shown[shown]
            now = self._now[row]
            if now is None or row in edited:
                found.append([self.text_of((row, column)) for column in columns])
            else:
                found.append([now[column].text for column in columns])
        return found

    def edits_of(self, cells: Mapping[Cell, Entered]) -> tuple[CellEdit, ...]:
        """Some edits as they would be saved."""
        return tuple(self._as_edit(cell, entered) for cell, entered in cells.items())

    def plan_row(self, row: int) -> int:
        """The row of the plan that a shown row is."""
        return self._shown[row]

    def cell_of(self, index: Index) -> Cell:
        """The cell of the plan that an index shows."""
        return self._shown[index.row()], index.column()

    def index_of(self, cell: Cell) -> QModelIndex:
        """Where a cell of the plan is shown; no place when the filter hides it."""
        at = self._where.get(cell[0])
        return QModelIndex() if at is None else self.index(at, cell[1])

    def text_of(self, cell: Cell) -> str:
        """What a cell holds with its edit."""
        entered = self._edits.cells.get(cell)
        return entered.text if entered is not None else self._seen(cell)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._plan.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _READABLE if self._closed(self.cell_of(index)) else _READABLE | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return line(self._plan.columns[section].name, 60) if across else line(self.thing(section).name, 120)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._plan.columns[section].message if across else self.thing(section).name)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = _ANSWERS.get(role)
        return answer(self, self.cell_of(index)) if answer is not None else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self._closed(self.cell_of(index)):
            return False
        self.enter(tr("Edit"), {self.cell_of(index): str(value)})
        return True

    # Within

    def state(self, cell: Cell) -> State:
        """How a cell of the plan stands."""
        if cell in self._refused:
            return State.REFUSED
        if cell in self._edits.cells:
            return State.CHANGED
        return State.SAVED if self._fits(cell) else State.NO_CELL

    def explain(self, cell: Cell) -> str:
        """What a tool tip says of a cell."""
        if cell in self._refused:
            return self._refused[cell]
        if cell in self._edits.cells:
            was = self._edits.cells[cell].seen
            return tr("Not saved yet. It was: {text}").format(text=was) if was else tr("Not saved yet. It was empty.")
        return self._closed(cell) or self._seen(cell)

    def _closed(self, cell: Cell) -> str:
        """Why a cell cannot be edited; empty when it can."""
        now = self._now[cell[0]]
        if now is None:
            return tr("It is still being read.")
        if not now[cell[1]].fits:
            return tr("Things of this class have no such property.")
        return tr("Several texts stand here: edit them on the page of the thing.") if now[cell[1]].several else ""

    def _fits(self, cell: Cell) -> bool:
        now = self._now[cell[0]]
        return now is None or now[cell[1]].fits

    def _seen(self, cell: Cell) -> str:
        now = self._now[cell[0]]
        return now[cell[1]].text if now is not None else ""

    def _thing(self, cell: Cell) -> Iri:
        return self._plan.rows[cell[0]].thing

    def _path(self, cell: Cell) -> Iri:
        return self._plan.columns[cell[1]].path

    def _problem(self, cell: Cell, why: str, text: str | None = None) -> Problem:
        entered = self._edits.cells.get(cell)
        shown = text if text is not None else entered.text if entered else ""
        return Problem(self._plan.rows[cell[0]].name, self._plan.columns[cell[1]].name, shown, why, cell)

    def place(self, kept: Mapping[tuple[Iri, Iri], Entered]) -> tuple[int, ...]:
        """Edits of an earlier run, by thing and property, as one step; returns the rows to check."""
        return self._stepped(self._edits.enter(tr("Continue"), self._placed(kept)))

    def _placed(self, kept: Mapping[tuple[Iri, Iri], Entered]) -> dict[Cell, Entered]:
        if not kept:
            return {}
        rows = {row.thing: at for at, row in enumerate(self._plan.rows)}
        columns = {column.path: at for at, column in enumerate(self._plan.columns)}
        return {
            (rows[thing], columns[path]): entered
            for (thing, path), entered in kept.items()
            if thing in rows and path in columns
        }

    def _stepped(self, cells: tuple[Cell, ...]) -> tuple[int, ...]:
        for cell in cells:
            self._refused.pop(cell, None)
        rows = sorted({cell[0] for cell in cells})
        if len(rows) <= _HEARD_AT_ONCE:
            for row in rows:
                self._hear(row)
        self._repaint(cells)
        self.edited.emit()
        return tuple(rows)

    def _repaint(self, cells: Iterable[Cell]) -> None:
        """Tell the view of the rows between the first and the last of some cells."""
        shown = [at for row in {cell[0] for cell in cells} if (at := self._where.get(row)) is not None]
        if shown and self._plan.columns:
            self.dataChanged.emit(self.index(min(shown), 0), self.index(max(shown), len(self._plan.columns) - 1))

    def _let_through(self) -> None:
        """Which rows the filter shows, and where."""
        words = self._words.split()
        said = self._said
        self._shown = [at for at in range(len(said)) if all(word in said[at] for word in words)]
        self._where = {row: at for at, row in enumerate(self._shown)}

    def _hear(self, row: int) -> None:
        """What the filter knows of a row: its name and cells, folded."""
        texts = (self.text_of((row, at)) for at in range(len(self._plan.columns)))
        self._said[row] = fold(" ".join((self._plan.rows[row].name, *texts)))

    def _edited(self, rows: Iterable[int]) -> list[Cell]:
        """The cells of some rows that have edits."""
        columns = range(len(self._plan.columns))
        return [(row, at) for row in rows for at in columns if (row, at) in self._edits.cells]

    def _as_edit(self, cell: Cell, entered: Entered) -> CellEdit:
        return CellEdit(self._plan.rows[cell[0]].thing, self._plan.columns[cell[1]].path, entered.seen, entered.text)


def _spoken(model: GridModel, cell: Cell) -> str:
    """What a screen reader says: the text, and how the cell stands."""
    state = model.state(cell)
    return f"{line(model.text_of(cell))} {tr('changed') if state is State.CHANGED else ''}{model.explain(cell) if state is State.REFUSED else ''}".strip()


_ANSWERS: Final[Mapping[int, Callable[[GridModel, Cell], Any]]] = {
    Qt.ItemDataRole.DisplayRole: lambda model, cell: line(model.text_of(cell)),
    Qt.ItemDataRole.EditRole: lambda model, cell: model.text_of(cell),
    Qt.ItemDataRole.ToolTipRole: lambda model, cell: tip(model.explain(cell)),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    STATE: lambda model, cell: model.state(cell).value,
}
