"""Cause and effect matrices of a workbook: factors crossed with attributes, judged H, M, L or none.

“none” is an assessed absence; an empty cell is not assessed and never becomes “no effect”.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kgapp.domain import tabbed
from kgapp.domain.changes import ChangeSet
from kgapp.domain.coverage import Direction, Line, Matrix
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri, shorten
from kgapp.domain.workbook import Book, Sheet
from kgapp.domain.workbook_mapping import SheetMap
from kgapp.services import coverage_matrix, coverage_paste, coverage_writing
from kgapp.services.coverage_paste import Scale
from kgapp.services.coverage_writing import Entry, Run
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks.plan import Difference, Rejected, Where, text_of, trouble


@dataclass(frozen=True, slots=True)
class Judging:
    """How the cells of a matrix were judged: on what that rests, what figures mean, and for which process."""

    run: Run
    scale: Scale = Scale.NOT_READ
    process: Iri | None = None


@dataclass(slots=True)
class Crossed:
    """What the matrices of a workbook would change."""

    change: ChangeSet = field(default_factory=lambda: ChangeSet(""))
    differences: list[Difference] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    rows: int = 0
    same: int = 0
    blank: int = 0
    judged: int = 0


def read(
    reader: RecordReader,
    book: Book,
    sheets: Sequence[SheetMap],
    judging: Judging | None,
    coming: frozenset[str] = frozenset(),
) -> Crossed:
    """What the matrices would change. Raises ``BadInput`` where there is one and nobody said how it was judged.

    ``coming`` are folded names of things that other sheets make: a matrix can cross them once they are there.
    """
    found = Crossed()
    if not sheets:
        return found
    if judging is None:
        raise BadInput(
            f"The sheet “{sheets[0].sheet}” is a cause and effect matrix: say on what its judgements rest.",
            hint="Give --basis and --evidence or --evidence-label, or --hypothesis for a guess.",
        )
    run = coverage_writing.prepared(reader, judging.run)
    matrix = coverage_matrix.matrix(reader, judging.process, site=run.site)
    entries: list[tuple[Where, Entry]] = []
    for each in sheets:
        sheet = book.sheet(each.sheet)
        assert sheet is not None, "sheets that are gone are listed before"
        entries += _sheet(sheet, each.head_row, matrix, judging.scale, found, coming)
    _write(reader, run, matrix, entries, found)
    return found


def _sheet(
    sheet: Sheet, head_row: int, matrix: Matrix, scale: Scale, found: Crossed, coming: frozenset[str]
) -> Iterable[tuple[Where, Entry]]:
    numbers = [head_row, *(number for number in range(head_row + 1, len(sheet.rows) + 1) if _says(sheet, number))]
    rows = []
    for number in numbers:
        row = []
        for column, cell in enumerate(sheet.rows[number - 1], 1):
            why = trouble(cell)
            if why:
                head = sheet.at(head_row, column).text
                found.rejected.append(Rejected(Where(sheet.name, number, head), cell.text, why))
            row.append("" if why else text_of(cell))
        rows.append(row)
    found.rows += len(numbers) - 1
    plan = coverage_paste.read(matrix, tabbed.write(rows), scale)
    found.same += plan.same
    found.blank += plan.blank
    for problem in plan.problems:
        where = _place(sheet, head_row, numbers, problem.where)
        why = COMING if fold(problem.text) in coming else problem.because
        found.rejected.append(Rejected(where, problem.text, why))
    at = Where(sheet.name)
    return [(at, entry) for entry in plan.entries]


COMING: Final = "It comes new with this workbook: it is crossed once it is there."


def _says(sheet: Sheet, number: int) -> bool:
    return any(cell.text or trouble(cell) for cell in sheet.rows[number - 1])


def _place(sheet: Sheet, head_row: int, numbers: Sequence[int], said: str) -> Where:
    """Where a problem stands in the sheet: the table that was read has no empty rows, the sheet may have some."""
    word, _, rest = said.partition(" ")
    figure, _, behind = rest.partition(",")
    at = int(figure) if figure.isdigit() else 0
    if word == "column":
        return Where(sheet.name, head_row, sheet.at(head_row, at).text or f"column {at}")
    return Where(sheet.name, numbers[at - 1] if 0 < at <= len(numbers) else 0, behind.strip())


def _write(
    reader: RecordReader, run: Run, matrix: Matrix, entries: Sequence[tuple[Where, Entry]], found: Crossed
) -> None:
    judged = coverage_writing.change(reader, [entry for _, entry in entries], run)
    lines = {line.iri: line for line in (*matrix.factors, *matrix.columns)}
    refused = {each.place: each.sentence for each in judged.refused}
    places = {entry.place: where for where, entry in entries}
    said: dict[object, list[str]] = {}
    for _, entry in entries:
        said.setdefault(entry.place, []).append(_word(entry.said))
    for place, where in places.items():
        cause, effect = lines[place.factor], lines[place.effect]
        word = ", ".join(said[place])
        if place in refused:
            named = Where(where.sheet, 0, f"{_named(cause)} → {_named(effect)}")
            found.rejected.append(Rejected(named, word, refused[place]))
            continue
        before = matrix.cell(place).strength
        shown = before.word if before is not None and matrix.cell(place).standing.assessed else "not assessed"
        what = f"Effect on “{shorten(effect.label, 80)}”"
        found.differences.append(Difference(where, place.factor, cause.label, "influence", what, shown, word))
    found.judged += len(places) - len(refused)
    found.change = judged.change


def _word(said: Grade | Direction | None) -> str:
    return said.word if isinstance(said, Grade) else said.value if said else ""


def _named(line: Line) -> str:
    return line.named
