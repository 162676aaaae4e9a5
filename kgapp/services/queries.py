"""Run one SPARQL query, whatever its form, and say of which revision its answer is true."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.answers import Answer, Row
from kgapp.domain.errors import NotFound
from kgapp.domain.sparql_text import Form
from kgapp.domain.vocabulary import PREFIXES
from kgapp.services.ports import RecordReader, SparqlSource

VALUES_NOTE: Final = "Numbers are values in the engine's form, not written forms (7.40 reads 7.4)."


@dataclass(frozen=True, slots=True)
class Result:
    """An answer and what it is true of: a revision (no hash for an empty project), or what an endpoint held just then.

    ``seconds`` until the first rows.
    """

    answer: Answer
    revision_hash: str
    seconds: float
    endpoint: str = ""


@contextmanager
def run(reader: RecordReader, source: SparqlSource, text: str, *, timeout_s: float = 60.0) -> Iterator[Result]:
    """Answer a query; its pages are read while the context is open.

    Prefixes of the project and the usual ones need no declaration. Raises ``QueryRefused``, ``QueryFailed``,
    ``QueryTimeout``, also while pages are read.
    """
    sparql_text.gate(text)  # before its names are looked at: it may be hostile
    began = time.monotonic()
    with source.answer(sparql_text.with_prefixes(text, _prefixes(reader)), timeout_s=timeout_s) as answer:
        seconds = time.monotonic() - began
        yield Result(_as_written(text, answer), _hash_of(reader, answer.seq), seconds, reader.meta().endpoint)


def _prefixes(reader: RecordReader) -> tuple[tuple[str, str], ...]:
    return tuple((PREFIXES | dict(reader.meta().prefixes)).items())


def _hash_of(reader: RecordReader, seq: int) -> str:
    try:
        return reader.revision(seq).hash if seq else ""
    except NotFound:  # a remote source counts on its own
        return ""


def _as_written(text: str, answer: Answer) -> Answer:
    """With ``SELECT *`` the columns in the order in which the text first names them, which engines do not keep."""
    order = sparql_text.star_columns(text) if answer.form is Form.SELECT else ()
    wanted = tuple(column for column in order if column in answer.columns)
    if len(wanted) != len(answer.columns) or wanted == answer.columns:
        return answer
    places = [answer.columns.index(column) for column in wanted]
    pick = itemgetter(*places)
    return replace(answer, columns=wanted, pages=(tuple(map(pick, page)) for page in answer.pages))


def first_rows(answer: Answer, most: int) -> tuple[tuple[Row, ...], bool]:
    """At most so many rows, and whether there are more."""
    rows: list[Row] = []
    for page in answer.pages:
        rows.extend(page)
        if len(rows) > most:
            return tuple(rows[:most]), True
    return tuple(rows), False
