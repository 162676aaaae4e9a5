"""Columns that are edited in place: what a cell shows, and the change that edited cells mean.

Cells are typed by the shapes, as in the grid of many things; an owner is looked for among people and organizations only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri, Literal, Term, shorten
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services import browsing, grid, grid_rows
from kgapp.services.browsing import Named
from kgapp.services.exchange import main_graph
from kgapp.services.grid import CellEdit
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00)?)?\Z")


class Kind(StrEnum):
    """How a cell is entered."""

    TEXT = "text"
    WORD = "one of the words"
    DATE = "date"
    OWNER = "people and organizations"


@dataclass(frozen=True, slots=True)
class Column:
    """A property that is edited in place. ``concepts`` are the words that may stand there."""

    key: str
    title: str
    predicate: Iri
    kind: Kind
    concepts: tuple[Iri, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words as people read them."""
        return tuple(CONCEPTS[each].label for each in self.concepts)


@dataclass(frozen=True, slots=True)
class Entered:
    """A cell to change: its column, what it showed, and what it is to hold; empty clears it."""

    column: str
    seen: str
    text: str


class Sitting:
    """What one list saved itself: it need not be read again before somebody goes on with the same thing in it."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._predicates = {each.key: each.predicate for each in columns}
        self._saved: dict[tuple[Iri, str], str] = {}

    def known(self, known: Statements, thing: Iri, cell: Entered) -> Entered:
        """The cell, as seen after the own last save where nobody touched it since."""
        now = shown(known, thing, self._predicates[cell.column])
        return replace(cell, seen=now) if self._saved.get((thing, cell.column)) == now else cell

    def keep(self, known: Statements, thing: Iri, columns: Iterable[str]) -> None:
        """What some cells of the thing say now is known."""
        self._saved |= {(thing, key): shown(known, thing, self._predicates[key]) for key in columns}


def column(kind: Iri, key: str, title: str, predicate: Iri, how: Kind) -> Column:
    """A column of things of a class, with the words that its shape allows."""
    shape = next(each for each in shapes.properties_of((kind,), SHAPES) if each.path == predicate)
    return Column(key, title, predicate, how, tuple(shape.words))


def shown(known: Statements, thing: Iri, predicate: Iri) -> str:
    """What the cell of a thing shows, in words that can be typed again."""
    terms: tuple[Term, ...] = known.about(thing).get(predicate, ())
    return grid_rows.cell(terms, {term: known.name(term) for term in terms if isinstance(term, str)}).text


def owners(reader: RecordReader) -> tuple[Named, ...]:
    """Who can own something, by name."""
    found = reader.instances(shapes.with_subclasses((KG.Person, KG.Organization)))
    names = browsing.labels(reader, found)
    return tuple(sorted((Named(each, names[each]) for each in found), key=lambda one: (one.label.casefold(), one.iri)))


def change(
    reader: RecordReader,
    columns: Sequence[Column],
    edited: Iterable[tuple[Iri, Entered]],
    coming: Mapping[Iri, tuple[Iri, ...]] | None = None,
) -> ChangeSet:
    """The change that edited cells mean. Raises ``BadInput`` with the reason of each that cannot be: all or nothing."""
    by_key = {each.key: each for each in columns}
    edits = [
        CellEdit(thing, by_key[one.column].predicate, one.seen, _typed(reader, by_key[one.column], one.text))
        for thing, one in edited
    ]
    found = grid.outcome(reader, edits, coming)
    if found.refused:
        titles = {each.predicate: each.title for each in columns}
        reasons = dict.fromkeys(f"{titles[each.edit.predicate]}: {each.why}" for each in found.refused)
        raise BadInput(" ".join(reasons), hint="Nothing was saved.")
    return found.change


def main(reader: RecordReader) -> Iri:
    """Where new statements go."""
    return main_graph(reader.meta().base)


def text_of(terms: Iterable[Term]) -> str:
    """The first literal, as it was written."""
    return next((term.lexical for term in terms if isinstance(term, Literal)), "")


def _typed(reader: RecordReader, column: Column, text: str) -> str:
    if column.kind is Kind.OWNER:
        parts = [part.strip() for part in text.split(";")]
        return "; ".join(_owner(reader, part) for part in parts if part)
    if column.kind is Kind.DATE:
        return _day(column, text.strip())
    if column.kind is Kind.TEXT:
        return text.strip()
    wanted = " ".join(text.split()).casefold()
    word = next((each for each in column.concepts if CONCEPTS[each].label.casefold() == wanted), None)
    if not wanted:
        return ""
    if word is None:
        raise BadInput(
            f"{column.title}: “{shorten(text, 60)}” is not one of the words.",
            hint=f"Choose one of: {', '.join(column.words)}.",
        )
    return f"<{word}>"


def _day(column: Column, text: str) -> str:
    found = _DATE.match(text)
    if text and not found:
        raise BadInput(
            f"{column.title}: “{shorten(text, 60)}” is no date.", hint="Write year, month and day, such as 2026-03-31."
        )
    return found[1] if found else ""


def _owner(reader: RecordReader, text: str) -> str:
    """The address of who is meant: by name, by id or by address."""
    wanted = text.strip("<>").casefold()
    known = Statements(reader)
    every = owners(reader)
    found = [each for each in every if wanted in (each.label.casefold(), each.iri.casefold())] or [
        each for each in every if wanted == known.notation(each.iri).casefold()
    ]
    if not found:
        raise BadInput(
            f"“{shorten(text, 60)}” is no person or organization of this project.",
            hint="Choose somebody from the list, or record the person first.",
        )
    if len(found) > 1:
        named = ", ".join(f"{each.label} <{each.iri}>" for each in found)
        raise BadInput(f"Several are called “{shorten(text, 60)}”: {named}.", hint="Enter the address of one.")
    return f"<{found[0].iri}>"
