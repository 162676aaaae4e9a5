"""Links between things, counted and read from the indexes: fast also where one thing has a hundred thousand of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final

from kgapp.adapters.sqlite_record.term_table import TermTable, batches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import PREFIXES, RDF
from kgapp.services.ports import Link

_OWN = "(SELECT id FROM term WHERE form = ?)"
_NAMESPACES: Final = tuple(PREFIXES[prefix] for prefix in ("kg", "unit", "rdf", "rdfs", "owl", "xsd", "skos"))
_THING = " AND ".join(
    [
        "form >= '<' AND form < '='",
        *(f"NOT (form >= '<{start}' AND form < '<{start}\U0010ffff')" for start in _NAMESPACES),
    ]
)
"""What a value must look like to be a thing of the project: an IRI that is no word of a vocabulary."""

_COUNTED = "SELECT term.form, n FROM ({counts}) JOIN term ON term.id = p WHERE term.form <> ? ORDER BY term.form"
_OUTGOING = _COUNTED.format(
    counts=f"SELECT p, count(*) n FROM (SELECT DISTINCT p, o FROM quad WHERE s = {_OWN}) JOIN term ON id = o WHERE {_THING} GROUP BY p"  # noqa: S608
)
_INCOMING = _COUNTED.format(
    counts=f"SELECT p, count(*) n FROM (SELECT DISTINCT p, s FROM quad WHERE o = {_OWN}) GROUP BY p"  # noqa: S608
)
_VALUES = (
    f"SELECT form FROM (SELECT DISTINCT o FROM quad WHERE s = {_OWN} AND p = {_OWN}) JOIN term ON id = o"  # noqa: S608
    f" WHERE {_THING} ORDER BY id LIMIT ?"
)
_DEGREE = (
    "SELECT (SELECT count(*) FROM (SELECT 1 FROM quad WHERE s = ?1 LIMIT ?2))"
    " + (SELECT count(*) FROM (SELECT 1 FROM quad WHERE o = ?1 LIMIT ?2))"
)


def outgoing(connection: sqlite3.Connection, entity: Iri) -> tuple[tuple[Iri, int], ...]:
    """How many things an entity leads to, by property."""
    return _counted(connection.execute(_OUTGOING, (f"<{entity}>", f"<{RDF.type}>")))


def incoming(connection: sqlite3.Connection, entity: Iri) -> tuple[tuple[Iri, int], ...]:
    """How many things lead to an entity, by property."""
    return _counted(connection.execute(_INCOMING, (f"<{entity}>", f"<{RDF.type}>")))


def values(connection: sqlite3.Connection, entity: Iri, predicate: Iri, limit: int) -> tuple[Iri, ...]:
    """The first things that an entity leads to by a property."""
    return tuple(_iri(form) for (form,) in connection.execute(_VALUES, (f"<{entity}>", f"<{predicate}>", limit)))


def degrees(connection: sqlite3.Connection, things: Iterable[Iri], limit: int) -> dict[Iri, int]:
    """In how many quads each thing stands; beyond ``limit`` on either side it is no longer counted."""
    ids = TermTable(connection).ids_of({f"<{thing}>" for thing in things})
    return {_iri(form): int(connection.execute(_DEGREE, (number, limit)).fetchone()[0]) for form, number in ids.items()}


def around(connection: sqlite3.Connection, things: Iterable[Iri]) -> tuple[Link, ...]:
    """Every link to or from these things."""
    ids = list(TermTable(connection).ids_of({f"<{thing}>" for thing in things}).values())
    rows: set[tuple[int, int, int]] = set()
    for batch in batches(ids):
        marks = ",".join("?" * len(batch))
        for column in "so":
            rows.update(connection.execute(f"SELECT s, p, o FROM quad WHERE {column} IN ({marks})", batch))  # noqa: S608
    return tuple(_links(connection, rows))


def between(connection: sqlite3.Connection, things: Iterable[Iri]) -> tuple[Link, ...]:
    """Every link among these things."""
    ids = list(TermTable(connection).ids_of({f"<{thing}>" for thing in things}).values())
    rows: set[tuple[int, int, int]] = set()
    for sources in batches(ids):
        for targets in batches(ids):
            first, second = (",".join("?" * len(batch)) for batch in (sources, targets))
            query = f"SELECT s, p, o FROM quad WHERE s IN ({first}) AND +o IN ({second})"  # noqa: S608 - by s, which has few
            rows.update(connection.execute(query, (*sources, *targets)))
    return tuple(_links(connection, rows))


def _counted(rows: Iterable[Any]) -> tuple[tuple[Iri, int], ...]:
    return tuple((_iri(form), int(n)) for form, n in rows)


def _links(connection: sqlite3.Connection, rows: set[tuple[int, int, int]]) -> Iterator[Link]:
    forms: dict[int, str] = {}
    for batch in batches({number for row in rows for number in row}):
        marks = ",".join("?" * len(batch))
        found = connection.execute(f"SELECT id, form FROM term WHERE id IN ({marks}) AND {_THING}", batch)  # noqa: S608
        forms.update(found.fetchall())
        named = connection.execute(f"SELECT id, form FROM term WHERE id IN ({marks}) AND form LIKE '<%'", batch)  # noqa: S608
        forms.update((-number, form) for number, form in named)
    for s, p, o in sorted(rows):
        if s in forms and o in forms and forms[-p] != f"<{RDF.type}>":
            yield Link(_iri(forms[s]), _iri(forms[-p]), _iri(forms[o]))


def _iri(form: str) -> Iri:
    return Iri(form[1:-1])
