"""The rows of an answer as a sheet of a workbook: names beside addresses, numbers that can be calculated with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import Final

from kgapp.domain import result_terms
from kgapp.domain.answers import Answer, Row
from kgapp.domain.terms import XSD, Literal
from kgapp.services.ports import RecordReader
from kgapp.services.questions import answers
from kgapp.services.questions.answers import Cell, Column

SheetRow = tuple[str | Decimal, ...]

NUMBERS: Final = frozenset(
    XSD + name
    for name in (
        "decimal",
        "integer",
        "double",
        "float",
        "int",
        "long",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "unsignedInt",
        "unsignedLong",
        "unsignedShort",
        "unsignedByte",
    )
)


def figure(cell: str | None) -> Decimal | None:
    """The number in a cell; ``None`` for all else, also for what is no number of its type."""
    value = result_terms.read(cell) if cell and cell.startswith('"') else None
    if not isinstance(value, Literal) or value.datatype not in NUMBERS:
        return None
    try:
        found = Decimal(value.lexical.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def table(reader: RecordReader, answer: Answer) -> tuple[tuple[str, ...], Iterator[SheetRow]]:
    """Heads and rows. A column that begins with things has another for their addresses; elsewhere one stands in brackets."""
    columns = answers.columns(answer.columns)
    pages = (page for page in answer.pages if page)
    first = next(pages, ())
    linked = frozenset(
        place
        for place, column in enumerate(columns)
        if not column.unit_of and any(result_terms.thing(row[place]) for row in first)
    )
    heads = tuple(
        head
        for place, column in enumerate(columns)
        for head in ((column.heading, f"{column.heading} (address)") if place in linked else (_head(column, columns),))
    )
    rows = (row for page in chain((first,), pages) for row in _rows(reader, columns, linked, page))
    return heads, rows


def _head(column: Column, columns: tuple[Column, ...]) -> str:
    if not column.unit_of:
        return column.heading
    measured = next(each for each in columns if each.name == column.unit_of)
    return f"unit of {measured.heading}"


def _rows(
    reader: RecordReader, columns: tuple[Column, ...], linked: frozenset[int], page: tuple[Row, ...]
) -> Iterator[SheetRow]:
    shown = answers.cells(reader, columns, page)
    for row, cells in zip(page, shown, strict=True):
        yield tuple(
            value
            for place, (raw, cell) in enumerate(zip(row, cells, strict=True))
            for value in ((cell.text, cell.thing or "") if place in linked else (_value(raw, cell),))
        )


def _value(raw: str | None, cell: Cell) -> str | Decimal:
    number = figure(raw)
    if number is not None:
        return number
    return f"{cell.text} ({cell.thing})" if cell.thing and cell.thing != cell.text else cell.text
