"""Things by what they have: in the order of their names, page by page, and how many."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from kgapp.adapters.sqlite_record.term_table import TermTable, batches
from kgapp.domain.terms import Iri, Literal, ntriples
from kgapp.domain.vocabulary import KG, OWL, RDF, XSD
from kgapp.services.ports import Having, Listed
from kgapp.services.term_uses import TermUse

_TRUE: Final = (Literal("true", XSD.boolean), Literal("1", XSD.boolean))

_PAGE: Final = (
    "WITH member AS MATERIALIZED ({members})"
    " SELECT member.s, (member.s IN (SELECT s FROM quad WHERE o = ?)"
    " OR member.s IN (SELECT s FROM quad WHERE o IN (?, ?) AND p = ?)) AS retired"
    " FROM member LEFT JOIN search_content ON search_content.id = member.s"
    " ORDER BY retired, coalesce(c0, '') = '', c0, c2, member.s LIMIT ? OFFSET ?"
)
"""In the order of the folded words of their labels, then of their ids; what is retired comes last."""


class Listing:
    """Looks things up on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._terms = TermTable(connection)

    def page(self, having: tuple[Having, ...], limit: int, offset: int) -> tuple[Listed, ...]:
        """The things that fit, from a place in their order."""
        sql, bound = self._members(having)
        if not sql:
            return ()
        marks = [self._number(term) for term in (KG.retired, *_TRUE, OWL.deprecated)]
        rows = self._connection.execute(_PAGE.format(members=sql), (*bound, *marks, limit, offset)).fetchall()
        names = self._iris(row[0] for row in rows)
        return tuple(Listed(names[number], bool(retired)) for number, retired in rows)

    def count(self, having: tuple[Having, ...]) -> int:
        """How many things fit."""
        sql, bound = self._members(having)
        if not sql:
            return 0
        return int(self._connection.execute(f"SELECT count(*) FROM ({sql})", bound).fetchone()[0])  # noqa: S608

    def tally(self, predicate: Iri, objects: Iterable[Iri], having: tuple[Having, ...]) -> dict[Iri, int]:
        """How many things that fit have each of these as a value of a property."""
        tests, bound = self._tests(having)
        if tests is None:
            return {}
        ids = self._terms.ids_of({f"<{thing}>" for thing in objects})
        forms, number = {each: form for form, each in ids.items()}, self._number(predicate)
        found: dict[Iri, int] = {}
        for batch in batches(forms):
            rows = self._connection.execute(
                f"SELECT o, count(DISTINCT s) FROM quad AS thing WHERE o IN ({_marks(batch)}) AND p = ?{tests} GROUP BY o",  # noqa: S608
                (*batch, number, *bound),
            )
            found.update((Iri(forms[each][1:-1]), count) for each, count in rows)
        return found

    def values(self, having: tuple[Having, ...], predicate: Iri) -> dict[Iri, int]:
        """The things that are values of a property of those that fit, and of how many each is."""
        sql, bound = self._members(having)
        if not sql:
            return {}
        rows = self._connection.execute(
            f"SELECT form, n FROM (SELECT o, count(DISTINCT s) n FROM quad WHERE p = ? AND s IN ({sql}) GROUP BY o)"  # noqa: S608
            " JOIN term ON id = o WHERE form LIKE '<%'",
            (self._number(predicate), *bound),
        )
        return {Iri(form[1:-1]): count for form, count in rows}

    def classes(self) -> dict[Iri, int]:
        """Every class that something belongs to, and how many do."""
        rows = self._connection.execute(
            "SELECT form, n FROM (SELECT o, count(DISTINCT s) n FROM quad INDEXED BY quad_reverse WHERE p = ? GROUP BY o)"
            " JOIN term ON id = o WHERE form LIKE '<%'",
            (self._number(RDF.type),),
        )
        return {Iri(form[1:-1]): count for form, count in rows}

    def uses(self) -> tuple[TermUse, ...]:
        """How many things of each class, and of all, have each property."""
        bound = (self._number(RDF.type),)
        by_class = self._connection.execute(
            "SELECT k.form, t.form, n FROM (SELECT a.o kind, b.p, count(DISTINCT b.s) n FROM quad a INDEXED BY quad_reverse"
            " JOIN quad b ON b.s = a.s WHERE a.p = ? GROUP BY a.o, b.p) u JOIN term k ON k.id = kind JOIN term t ON t.id = u.p"
            " WHERE k.form LIKE '<%'",
            bound,
        )
        found = [TermUse(Iri(kind[1:-1]), Iri(form[1:-1]), count) for kind, form, count in by_class]
        in_all = self._connection.execute(
            "SELECT form, n FROM (SELECT p, count(*) n FROM (SELECT DISTINCT s, p FROM quad) GROUP BY p) JOIN term ON id = p"
        )
        return (*found, *(TermUse(None, Iri(form[1:-1]), count) for form, count in in_all))

    def _members(self, having: tuple[Having, ...]) -> tuple[str, list[int]]:
        """The rows of what fits, as SQL; empty where a term that is asked for is in no statement."""
        first, *rest = having
        bound = self._numbers(first)
        if bound is None:
            return "", []
        tests, more = self._tests(tuple(rest))
        if tests is None:
            return "", []
        return f"SELECT DISTINCT s FROM quad AS thing WHERE {_test('thing', first)}{tests}", [*bound, *more]  # noqa: S608

    def _tests(self, having: tuple[Having, ...]) -> tuple[str | None, list[int]]:
        """Tests of ``thing`` as SQL; ``None`` where nothing can pass them."""
        sql, bound = "", list[int]()
        for one in having:
            numbers = self._numbers(one)
            if numbers is None and one.lacking:
                continue
            if numbers is None:
                return None, []
            sql += f" AND {'NOT ' if one.lacking else ''}EXISTS (SELECT 1 FROM quad AS other WHERE other.s = thing.s"  # noqa: S608
            sql += f" AND {_test('other', one)})"
            bound += numbers
        return sql, bound

    def _numbers(self, one: Having) -> list[int] | None:
        known = self._terms.ids_of({f"<{one.predicate}>"})
        values = self._terms.ids_of({f"<{value}>" for value in one.values})
        if not known or (one.values and not values):
            return None
        # values that are in no statement match nothing; -1 is no number of a term
        return [*known.values(), *(values.get(f"<{value}>", -1) for value in one.values)]

    def _number(self, term: Iri | Literal) -> int:
        return self._terms.ids_of({ntriples(term)}).get(ntriples(term), -1)

    def _iris(self, numbers: Iterable[int]) -> dict[int, Iri]:
        return {number: Iri(str(term)) for number, term in self._terms.terms(numbers).items()}


def _test(table: str, one: Having) -> str:
    test = f"{table}.p = ?"
    return f"{test} AND {table}.o IN ({_marks(one.values)})" if one.values else test


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)
