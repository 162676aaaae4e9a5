"""Terms and their numbers in one project file. Rows are never altered, so what was read once stays true."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeVar, cast

from kgapp.domain.terms import Quad, Term, ntriples, parse

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri

_T = TypeVar("_T", int, str)

Ids = tuple[int, int, int, int]

_BATCH: Final = 500
_CACHE: Final = 50_000


class TermTable:
    """Looks terms up on one connection and remembers the last ones."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._terms: dict[int, Term] = {}

    def id_of(self, term: Term) -> int | None:
        """The number of a term, ``None`` when the file has never held it."""
        row = self._connection.execute("SELECT id FROM term WHERE form = ?", (ntriples(term),)).fetchone()
        return None if row is None else int(row[0])

    def ids_of(self, forms: Iterable[str]) -> dict[str, int]:
        """The numbers of the forms that the file knows."""
        return {form: number for batch in batches(forms) for number, form in self._rows("form", batch)}

    def terms(self, ids: Iterable[int]) -> dict[int, Term]:
        """The terms of these numbers."""
        wanted = set(ids)
        if len(self._terms) + len(wanted) > _CACHE:
            self._terms.clear()
        for batch in batches(wanted - self._terms.keys()):
            self._terms.update((number, parse(form)) for number, form in self._rows("id", batch))
        return {number: self._terms[number] for number in wanted}

    def quads(self, rows: Iterable[Ids]) -> Iterator[Quad]:
        """The quads of these rows, in their order, looked up in batches."""
        source = iter(rows)
        while batch := list(islice(source, 2_000)):
            terms = self.terms(number for row in batch for number in row)
            for s, p, o, g in batch:
                yield Quad(cast("Iri", terms[s]), cast("Iri", terms[p]), terms[o], cast("Iri", terms[g]))

    def held(self, quads: Iterable[Quad]) -> frozenset[Quad]:
        """Those of the quads that are in the graph now."""
        asked = tuple(quads)
        forms = {term: ntriples(term) for quad in asked for term in parts(quad)}
        known = self.ids_of(set(forms.values()))
        ids = {term: known.get(form) for term, form in forms.items()}
        return frozenset(quad for quad in asked if self._holds(tuple(ids[term] for term in parts(quad))))

    def _holds(self, row: tuple[int | None, ...]) -> bool:
        if None in row:
            return False
        found = self._connection.execute("SELECT 1 FROM quad WHERE s = ? AND p = ? AND o = ? AND g = ?", row)
        return found.fetchone() is not None

    def _rows(self, column: str, values: list[str] | list[int]) -> Iterator[tuple[int, str]]:
        marks = ",".join("?" * len(values))
        return self._connection.execute(f"SELECT id, form FROM term WHERE {column} IN ({marks})", values)  # noqa: S608  (marks only)


def parts(quad: Quad) -> tuple[Term, Term, Term, Term]:
    """The four terms of a quad, in the order of the columns."""
    return quad.subject, quad.predicate, quad.object, quad.graph


class Rows:
    """Many rows of four numbers, held in 32 bytes each."""

    def __init__(self, rows: Iterable[Ids] = ()) -> None:
        self._flat = array("q", chain.from_iterable(rows))
        self.append = self._flat.extend

    def __len__(self) -> int:
        return len(self._flat) // 4

    def __iter__(self) -> Iterator[Ids]:
        numbers = iter(self._flat)
        return zip(numbers, numbers, numbers, numbers, strict=True)


def batches(values: Iterable[_T]) -> Iterator[list[_T]]:
    """The values in lists short enough for one statement."""
    source = iter(values)
    while batch := list(islice(source, _BATCH)):
        yield batch
