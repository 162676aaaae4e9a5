"""The coverage matrix as a Qt model: rows are steps and their factors, columns what they may bear on.

The drawing and the table show this one model; what a cell says is said here once, in colour, letter and words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.coverage import Cell, Direction, Line, Matrix, Place, Standing, StepRows
from kgapp.domain.grades import Grade
from kgapp.domain.impact import StepCoverage
from kgapp.domain.terms import Iri
from kgapp.services.coverage_writing import Said
from kgapp.ui.models import roles
from kgapp.ui.texts import count_of, line, number, tip
from kgapp.ui.words import mark, said, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Code(IntEnum):
    """What colour a cell has."""

    OPEN = 0
    NONE = 1
    LOW = 2
    MEDIUM = 3
    HIGH = 4
    UNKNOWN = 5
    VOID = 6
    HEADING = 7
    NEVER = 8
    SUGGESTED = 9


_IS_OPEN: Final = bytes(code in (Code.OPEN, Code.UNKNOWN, Code.VOID, Code.SUGGESTED) for code in range(256))
"""What turns codes into 1 for a cell that is not assessed, 0 for others."""
ARROWS: Final = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.MIXED: "↕"}
_GRADES: Final = {
    Grade.NONE: (Code.NONE, mark("0"), mark("no effect")),
    Grade.LOW: (Code.LOW, mark("L"), mark("low")),
    Grade.MEDIUM: (Code.MEDIUM, mark("M"), mark("medium")),
    Grade.HIGH: (Code.HIGH, mark("H"), mark("high")),
}
_STANDINGS: Final = {
    Standing.UNKNOWN: (Code.UNKNOWN, mark("?"), mark("strength not judged")),
    Standing.VOID: (Code.VOID, mark("×"), mark("rejected or retired")),
    Standing.ELSEWHERE: (Code.VOID, mark("⌂"), mark("another site only")),
    Standing.OPEN: (Code.OPEN, "", mark("not assessed")),
}


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks: its colour, its letter with the direction, and the same in words. ``marks`` stand in its corner."""

    code: Code
    letter: str
    word: str
    arrow: str = ""
    marks: str = ""
    waiting: bool = False

    @property
    def short(self) -> str:
        """The letter with the direction."""
        return f"{self.letter}{self.arrow}"

    @property
    def full(self) -> str:
        """The word with the direction."""
        return f"{self.word} {self.arrow}".strip()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A factor, or the heading of a step with its counts."""

    step: StepRows
    counts: StepCoverage
    factor: Line | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A matrix with all that takes time to count: made on another thread. ``codes`` are those of the cells, row by row."""

    matrix: Matrix
    rows: tuple[MatrixRow, ...]
    total: StepCoverage
    codes: bytes


def prepared(matrix: Matrix) -> Shown:
    """Count and colour a matrix."""
    found = matrix.coverage
    rows: list[MatrixRow] = []
    for own, counts in zip(matrix.steps, found.steps, strict=True):
        rows.append(MatrixRow(own, counts))
        rows += [MatrixRow(own, counts, factor) for factor in own.factors]
    return Shown(matrix, tuple(rows), found.total, _codes(matrix, rows))


class MatrixModel(QAbstractTableModel):
    """Every cell of the matrix, with judgements that are not saved yet on top."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = prepared(Matrix(None, (), (), {}))
        self._waiting: Mapping[Place, list[Said]] = {}
        self._looks: dict[Place, CellLook] = {}
        self._row_of: dict[Iri, int] = {}
        self._column_of: dict[Iri, int] = {}
        self._codes = b""

    @property
    def matrix(self) -> Matrix:
        """What is recorded."""
        return self._shown.matrix

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The headings and factors."""
        return self._shown.rows

    @property
    def total(self) -> StepCoverage:
        """The counts of all steps."""
        return self._shown.total

    def show(self, shown: Shown) -> None:
        """Replace everything; where rows and columns are the same the views keep what is chosen."""
        same = _things(shown.rows) == _things(self.rows) and shown.matrix.columns == self.matrix.columns
        if same and shown.rows:
            self._take(shown)
            self._redraw()
            return
        self.beginResetModel()
        self._take(shown)
        self.endResetModel()

    def wait_for(self, waiting: Mapping[Place, list[Said]]) -> None:
        """Show judgements that are not saved yet."""
        if waiting or self._waiting:
            self._waiting = waiting
            self._codes = self._coloured()
            self._redraw()

    def _take(self, shown: Shown) -> None:
        self._shown = shown
        self._looks = {}
        self._row_of = {row.factor.iri: at for at, row in enumerate(shown.rows) if row.factor is not None}
        self._column_of = {column.iri: at for at, column in enumerate(shown.matrix.columns)}
        self._codes = self._coloured()

    @property
    def columns(self) -> tuple[Line, ...]:
        """What stands in the columns."""
        return self.matrix.columns

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].factor is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        each = self.columns[section] if across else self.rows[section].factor
        if role == Qt.ItemDataRole.DisplayRole:
            return line(each.named, 90) if each else step_name(self.rows[section].step)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.head(section, orientation))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self.place(index.row(), index.column())
        if place is None:
            words = self.heading(index.row()) if index.column() == 0 else ""
            return {Qt.ItemDataRole.DisplayRole: words, roles.HEADING: True}.get(role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).full
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.telling(index.row(), index.column())
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def place(self, row: int, column: int) -> Place | None:
        """The factor and the effect of a cell; ``None`` for a heading and outside."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return None
        factor = self.rows[row].factor
        return Place(factor.iri, self.columns[column].iri) if factor else None

    def spot(self, place: Place) -> tuple[int, int] | None:
        """The row and column of a cell; ``None`` when it is not shown."""
        row, column = self._row_of.get(place.factor), self._column_of.get(place.effect)
        return None if row is None or column is None else (row, column)

    def look(self, row: int, column: int) -> CellLook:
        """How a cell looks."""
        place = self.place(row, column)
        if place is None:
            return CellLook(Code.HEADING, "", "")
        if place.factor == place.effect:
            return CellLook(Code.NEVER, "", tr("itself"))
        recorded = self._looks.get(place)
        if recorded is None:
            recorded = _look(self.matrix.cell(place)) if place in self.matrix.cells else _nothing()
            self._looks[place] = recorded
        return _overlaid(recorded, self._waiting[place]) if place in self._waiting else recorded

    def codes(self) -> bytes:
        """The colour of every cell, row by row."""
        return self._codes

    def _coloured(self) -> bytes:
        found = bytearray(self._shown.codes)
        for place in self._waiting:
            at = self.spot(place)
            if at is not None:
                found[at[0] * len(self.columns) + at[1]] = self.look(*at).code
        return bytes(found)

    def heading(self, row: int) -> str:
        """The counts of a step in words."""
        return counted(self.rows[row].counts)

    def head(self, section: int, orientation: Qt.Orientation) -> str:
        """What a row or column stands for, with what matters about it."""
        if orientation == Qt.Orientation.Horizontal:
            column = self.columns[section]
            return f"{column.named} · {tr('severity {word}').format(word=column.note)}" if column.note else column.named
        row = self.rows[section]
        if row.factor is None:
            return f"{step_name(row.step)}: {self.heading(section)}"
        return " · ".join(each for each in (row.factor.named, row.factor.note, step_name(row.step)) if each)

    def telling(self, row: int, column: int) -> str:
        """What a cell says, as a sentence: for the line below, tool tips and screen readers."""
        place = self.place(row, column)
        factor = self.rows[row].factor if 0 <= row < len(self.rows) else None
        if place is None or factor is None:
            return self.head(row, Qt.Orientation.Vertical) if 0 <= row < len(self.rows) else ""
        cell, look = self.matrix.cell(place), self.look(row, column)
        parts = [f"{factor.named} × {self.columns[column].named}: {look.full}"]
        if look.waiting:
            parts.append(tr("Not saved yet"))
        parts += _details(cell)
        return ". ".join(parts) + "."

    def next_open(self, row: int, column: int, way: int = 1) -> tuple[int, int] | None:
        """The next cell that nobody has assessed, behind this one or before it, around the end; ``None`` when there is none."""
        wide = len(self.columns)
        if not wide:
            return None
        found, here = self.codes().translate(_IS_OPEN), row * wide + column
        if way > 0:
            at = found.find(1, here + 1)
            at = found.find(1) if at < 0 else at
        else:
            at = found.rfind(1, 0, here)
            at = found.rfind(1) if at < 0 else at
        return None if at < 0 else divmod(at, wide)

    def _redraw(self) -> None:
        if self.rows and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)


def step_name(rows: StepRows) -> str:
    """What a step is called."""
    return line(rows.step.label, 90) if rows.step else tr("In no step")


def counted(counts: StepCoverage) -> str:
    """The counts of a step, or of all of them, in words."""
    words = tr("{percent} % of {cells} assessed: {good} with effect, {idle} without; {rest} not assessed")
    return words.format(
        percent=counts.percent_assessed,
        cells=number(counts.cells),
        good=number(counts.with_effect),
        idle=number(counts.without_effect),
        rest=number(counts.not_assessed),
    )


def _codes(matrix: Matrix, rows: list[MatrixRow]) -> bytes:
    wide = len(matrix.columns)
    found = bytearray(wide * len(rows))
    places = {column.iri: at for at, column in enumerate(matrix.columns)}
    lines = {row.factor.iri: at for at, row in enumerate(rows) if row.factor is not None}
    for at, row in enumerate(rows):
        if row.factor is None:
            found[at * wide : (at + 1) * wide] = bytes((Code.HEADING,)) * wide
        elif row.factor.iri in places:
            found[at * wide + places[row.factor.iri]] = Code.NEVER
    for place, cell in matrix.cells.items():
        found[lines[place.factor] * wide + places[place.effect]] = _code(cell)
    return bytes(found)


def _code(cell: Cell) -> Code:
    strength = cell.strength
    code = _GRADES[strength][0] if strength is not None else _STANDINGS[cell.standing][0]
    return Code.SUGGESTED if code is Code.OPEN and cell.suggested else code


def _nothing() -> CellLook:
    return CellLook(Code.OPEN, "", tr("not assessed"))


def _things(rows: tuple[MatrixRow, ...]) -> list[tuple[Iri, Line | None]]:
    return [(row.step.step.iri if row.step.step else Iri(""), row.factor) for row in rows]


def _look(cell: Cell) -> CellLook:
    strength = cell.strength
    code, letter, word = _GRADES[strength] if strength is not None else _STANDINGS[cell.standing]
    arrow = ARROWS.get(cell.direction, "") if cell.direction and strength is not Grade.NONE else ""
    several = str(len(cell.speaking)) if len(cell.speaking) > 1 else ""
    marks = several + ("≠" if cell.conflicting else "")
    if code is Code.OPEN and cell.suggested:
        code, letter = Code.SUGGESTED, mark("◇")
    elif cell.suggested and not cell.standing.assessed:
        marks += "◇"
    return CellLook(code, said(letter) if letter else "", said(word), arrow, marks)


def _overlaid(look: CellLook, waiting: list[Said]) -> CellLook:
    grade = next((each for each in reversed(waiting) if isinstance(each, Grade)), None)
    direction = next((each for each in reversed(waiting) if isinstance(each, Direction)), None)
    if waiting[-1] is None:
        return CellLook(Code.OPEN, "", tr("not assessed"), "", "•", waiting=True)
    code, letter, word = look.code, look.letter, look.word
    if grade is not None:
        code, letter, word = _GRADES[grade]
    arrow = ARROWS.get(direction, "") if direction else "" if grade is Grade.NONE else look.arrow
    return CellLook(code, said(letter) if letter else "", said(word), arrow, "•", waiting=True)


def _details(cell: Cell) -> list[str]:
    found: list[str] = []
    if cell.evidence is not None:
        found.append(tr("Evidence: {level}").format(level=cell.evidence.phrase))
    if len(cell.speaking) > 1:
        found.append(tr("{count} influences are recorded").format(count=len(cell.speaking)))
    if cell.conflicting:
        found.append(tr("They do not agree"))
    if any(each.status == "hypothesis" for each in cell.speaking):
        found.append(tr("A hypothesis"))
    void = [each for each in cell.judgements if each.void]
    if void and cell.speaking:
        found.append(tr("{count} rejected or retired").format(count=len(void)))
    elsewhere = [site.label for each in cell.judgements if not each.here for site in each.sites]
    if elsewhere:
        found.append(tr("Assessed for {sites} only").format(sites=line(", ".join(dict.fromkeys(elsewhere)))))
    if cell.suggested:
        names = ", ".join(line(each.label, 80) for each in cell.suggested[:3])
        what = count_of(len(cell.suggested), tr("risk"), tr("risks"))
        found.append(tr("Suggested, not assessed: {what} name both ({names})").format(what=what, names=names))
    return found
