"""A document as a workbook: a sheet that says what it is, then one for each table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from kgapp.adapters import xlsx_sheets
from kgapp.adapters.program_version import version
from kgapp.adapters.xlsx_sheets import Graded, Value
from kgapp.domain.document import (
    Block,
    Bullets,
    Cell,
    Count,
    Counts,
    Document,
    Facts,
    Figure,
    Grading,
    Note,
    Paragraph,
    Sheet,
    line_text,
    text_of,
)


def save(document: Document, file: Path) -> None:
    """Write a workbook, over one that is there. Raises ``BadInput`` where it cannot be written."""
    origin = document.origin
    with xlsx_sheets.book(file, document.title, origin.at, origin.by) as sheets:
        sheets.add_text("About", tuple(_about(document)))
        for sheet in document.sheets or tuple(_sheets(document)):
            heads, rows = _with_units(sheet)
            sheets.add(sheet.name, heads, rows)


def _about(document: Document) -> Iterator[tuple[str, str]]:
    yield document.kind, document.title
    for block in document.front:
        yield from _told(block)
    for sentence in document.purpose:
        yield "Purpose", sentence
    origin = document.origin
    yield "Project", origin.project
    yield from origin.hashes
    yield "Made", f"{origin.when} by kgapp {version()}"
    yield "Asked by", f"{origin.by} ({origin.identity})"


def _told(block: Block) -> Iterator[tuple[str, str]]:
    """What a block of the first page says besides its tables, which have sheets of their own."""
    if isinstance(block, Facts):
        yield from ((name, text_of(cell)) for name, cell in block.rows)
    elif isinstance(block, Note):
        yield "Note", line_text(block.runs)
    elif isinstance(block, Paragraph):
        yield "", line_text(block.runs)
    elif isinstance(block, Bullets):
        yield from (("", line_text(line)) for line in block.lines)
    elif isinstance(block, Counts):
        yield "Counts", "; ".join(map(_count, block.counts))


def _count(count: Count) -> str:
    return f"{count.number} {count.words}"


def _sheets(document: Document) -> Iterator[Sheet]:
    for table in document.tables():
        yield Sheet(table.title, table.columns, tuple(row.cells for row in table.rows))


def _with_units(sheet: Sheet) -> tuple[list[str], list[list[Value]]]:
    """A column for the unit beside each that holds figures with units: a sheet calculates with bare numbers."""
    measured = [
        any(isinstance(row[place], Figure) and row[place].unit for row in sheet.rows)  # type: ignore[union-attr]
        for place in range(len(sheet.columns))
    ]
    heads: list[str] = []
    for column, has_unit in zip(sheet.columns, measured, strict=True):
        heads.extend([column.head, "Unit"] if has_unit else [column.head])
    return heads, [list(_values(row, measured)) for row in sheet.rows]


def _values(row: Sequence[Cell], measured: Sequence[bool]) -> Iterator[Value]:
    for cell, has_unit in zip(row, measured, strict=True):
        yield _value(cell)
        if has_unit:
            yield cell.unit if isinstance(cell, Figure) else ""


def _value(cell: Cell) -> Value:
    if isinstance(cell, Figure):
        return _as_written(cell)
    text = text_of(cell)
    return Graded(text, cell.tone) if isinstance(cell, Grading) else text


def _as_written(figure: Figure) -> Decimal:
    """The value with the places it was written with, where they say the same: 7.40 is not shown as 7.4."""
    try:
        written = Decimal(figure.written)
    except ArithmeticError:
        return figure.value
    return written if written == figure.value else figure.value
