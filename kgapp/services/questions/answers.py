"""Answers for people: columns with headings, cells with the labels of things and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain import quantity, result_terms, results
from kgapp.domain.answers import Row
from kgapp.domain.question import UNIT_COLUMN
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import UNITS
from kgapp.services import browsing
from kgapp.services.ports import RecordReader

_HEADINGS: Final = {"know how": "know-how", "all know how": "all know-how"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the query and its heading; ``unit_of`` names the column whose unit it holds."""

    name: str
    heading: str
    unit_of: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and the thing it leads to. Empty where the answer has nothing."""

    text: str
    thing: Iri | None = None


def columns(names: Iterable[str]) -> tuple[Column, ...]:
    """The columns of an answer by their names in the query.

    >>> [each.heading for each in columns(("know_how", "lead_time", "lead_time_unit"))]
    ['know-how', 'lead time', 'unit']
    """
    known = tuple(names)
    return tuple(_column(name, known) for name in known)


def cells(reader: RecordReader, shown: tuple[Column, ...], rows: Iterable[Row]) -> tuple[tuple[Cell, ...], ...]:
    """Rows for people: things by their label, units by their symbol, values without their type."""
    listed = tuple(rows)
    names = browsing.labels(
        reader, {thing for row in listed for cell in row if (thing := result_terms.thing(cell)) is not None}
    )
    return tuple(tuple(_cell(column, cell, names) for column, cell in zip(shown, row, strict=True)) for row in listed)


def _column(name: str, known: tuple[str, ...]) -> Column:
    base = name.removesuffix(UNIT_COLUMN)
    if base != name and base in known:
        return Column(name, "unit", base)
    heading = name.replace("_", " ")
    return Column(name, _HEADINGS.get(heading, heading))


def _cell(column: Column, cell: str | None, names: dict[Iri, str]) -> Cell:
    thing = result_terms.thing(cell)
    if thing is None:
        return Cell(results.plain(cell))
    if thing in UNITS and column.unit_of:
        return Cell(quantity.symbol(thing))
    return Cell(names[thing], thing)
