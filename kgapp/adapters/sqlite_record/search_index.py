"""The search tables: what is looked for under which entity; a projection of the present quads.

``name`` holds folded labels, synonyms and ids for exact and prefix hits; ``search`` (FTS5) holds the words of an entity's
labels, synonyms, ids and texts. Names within a column are divided by ``|``. Both are written in the same transaction as quads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kgapp.adapters.sqlite_record.term_table import batches
from kgapp.domain.names import IDENTIFIERS, LABELS, SYNONYMS, fold, local_name, split
from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Iri, Literal, parse
from kgapp.domain.vocabulary import KG

MAX_TEXT: Final = 10_000
"""Characters of one value that are searched; the value itself is kept whole."""

_LABEL, _SYNONYM, _ID, _TEXT = range(4)
_COLUMN: Final = (
    {f"<{iri}>": _LABEL for iri in LABELS}
    | {f"<{iri}>": _SYNONYM for iri in SYNONYMS}
    | {f"<{iri}>": _ID for iri in IDENTIFIERS}
)
_NOT_SEARCHED: Final = frozenset((f"<{KG.judgedState}>",))
"""What is written for programs only: thousands of addresses and figures for each verdict."""
_TEXT_TYPES: Final = frozenset((XSD_STRING, RDF_LANG_STRING))


@dataclass(frozen=True, slots=True)
class Document:
    """What the index holds of one entity: folded names, and the words of the four columns."""

    names: frozenset[str]
    columns: tuple[str, str, str, str]


def document(subject: str, literals: Iterable[tuple[str, str]]) -> Document | None:
    """The document of an entity from the N-Triples forms of its IRI and of (predicate, literal) pairs."""
    columns: tuple[list[str], ...] = ([], [], [], [])
    name = local_name(Iri(subject[1:-1]))
    if name:
        columns[_ID].append(fold(name))
    for predicate, form in literals:
        if predicate in _NOT_SEARCHED:
            continue
        column = _COLUMN.get(predicate, _TEXT)
        text = fold(_text(form, any_type=column == _ID)[:MAX_TEXT])
        if text:
            columns[column].append(text)
    if not any(columns):
        return None
    names = frozenset(name for column in columns[:_TEXT] for name in column)
    labels, synonyms, ids, texts = map(_words, columns)
    return Document(names, (labels, synonyms, ids, texts))


def documents(connection: sqlite3.Connection, subjects: Iterable[int]) -> dict[int, Document]:
    """The documents of these subjects as the present quads make them."""
    made: dict[int, Document] = {}
    for batch in batches(subjects):
        for subject, group in groupby(_rows(connection, batch), key=lambda row: (row[0], row[1])):
            found = document(subject[1], ((row[2], row[3]) for row in group if row[3].startswith('"')))
            if found is not None:
                made[subject[0]] = found
    return made


def literals(connection: sqlite3.Connection, subjects: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    """The forms of subject, predicate and value of every literal of these subjects."""
    for batch in batches(subjects):
        yield from (row[1:] for row in _rows(connection, batch) if row[3].startswith('"'))


def replace(connection: sqlite3.Connection, before: Mapping[int, Document], after: Mapping[int, Document]) -> None:
    """Bring the tables from one state of some entities to another; what did not change is left alone."""
    old = {entity: found for entity, found in before.items() if after.get(entity) != found}
    new = {entity: found for entity, found in after.items() if before.get(entity) != found}
    connection.executemany("DELETE FROM name WHERE folded = ? AND entity = ?", _names(old))
    connection.executemany("DELETE FROM search WHERE rowid = ?", ((entity,) for entity in old))
    add(connection, new)


def add(connection: sqlite3.Connection, new: Mapping[int, Document]) -> None:
    """Write the documents of entities that have none yet."""
    connection.executemany("INSERT INTO name (folded, entity) VALUES (?, ?)", sorted_in_parts(list(_names(new))))
    connection.executemany(
        "INSERT INTO search (rowid, labels, synonyms, ids, texts) VALUES (?, ?, ?, ?, ?)",
        ((entity, *new[entity].columns) for entity in sorted_in_parts(new)),
    )


def _names(documents_by_id: Mapping[int, Document]) -> Iterator[tuple[str, int]]:
    return ((name, entity) for entity, found in documents_by_id.items() for name in found.names)


def _rows(connection: sqlite3.Connection, subjects: list[int]) -> Iterator[tuple[int, str, str, str]]:
    marks = ",".join("?" * len(subjects))
    return connection.execute(
        "SELECT quad.s, s.form, p.form, o.form FROM quad JOIN term s ON s.id = quad.s JOIN term p ON p.id = quad.p"  # noqa: S608  (marks only)
        f" JOIN term o ON o.id = quad.o WHERE quad.s IN ({marks}) ORDER BY quad.s",
        subjects,
    )


def _words(folded: list[str]) -> str:
    if len(folded) == 1:
        return " ".join(split(folded[0]))
    return "|".join(sorted({" ".join(split(text)) for text in folded}))


def _text(form: str, *, any_type: bool) -> str:
    """What is searched of a literal: texts, and in ids any value. Without escapes, its text ends at the last quote."""
    if "\\" not in form:
        end = form.rindex('"')
        searched = any_type or end == len(form) - 1 or form[end + 1] == "@"
        return form[1:end] if searched else ""
    term = parse(form)
    if isinstance(term, Literal) and (any_type or term.datatype in _TEXT_TYPES):
        return term.lexical
    return ""
