"""The answer of any query as people see it: cells with labels and units, so many rows, and what it is true of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from kgapp.domain import results
from kgapp.domain.answers import Row
from kgapp.domain.sparql_text import Form
from kgapp.services import queries
from kgapp.services.ports import RecordReader
from kgapp.services.queries import Result
from kgapp.services.questions import answers
from kgapp.services.questions.answers import Cell, Column
from kgapp.services.workspace import Workspace

MOST: Final = 10_000
"""Rows that a window holds."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was read, or its first rows.

    ``query`` is what was asked, ``sentence`` the same in words where it has some. ``raw`` has the terms behind ``rows``;
    ``more`` says that there are rows beyond them, ``limit`` after how many kgapp itself stopped (0: it did not).
    ``truth`` is the answer of ASK. ``note`` is one more sentence that goes with the answer wherever it goes.
    ``marked`` says of each row whether it is there only because of what follows; empty when nothing says so;
    ``marks_said`` tells it of the rows that are shown, and goes into no file. ``inferred`` says that what follows was asked, too.
    """

    query: str
    form: Form
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    raw: tuple[Row, ...]
    at: datetime
    sentence: str = ""
    more: bool = False
    limit: int = 0
    truth: bool | None = None
    revision: int = 0
    revision_hash: str = ""
    endpoint: str = ""
    seconds: float = 0.0
    note: str = ""
    marked: tuple[bool, ...] = ()
    marks_said: str = ""
    inferred: bool = False


def read(
    workspace: Workspace, query: str, *, sentence: str = "", most: int = MOST, timeout_s: float = 60.0
) -> Answered:
    """Ask, and read what is shown of the answer. Raises what a query raises."""
    with queries.run(workspace.reader, workspace.engine, query, timeout_s=timeout_s) as result:
        return of_result(workspace.reader, result, query, sentence, most)


def of_result(reader: RecordReader, result: Result, query: str, sentence: str = "", most: int = MOST) -> Answered:
    """What is shown of an answer, while it can be read."""
    answer = result.answer
    found = Answered(
        query,
        answer.form,
        (),
        (),
        (),
        datetime.now(UTC),
        sentence,
        revision=answer.seq,
        revision_hash=result.revision_hash,
        endpoint=result.endpoint,
        seconds=result.seconds,
    )
    if answer.form is Form.ASK:
        return replace(found, truth=results.truth(answer))
    raw, more = queries.first_rows(answer, most)
    return replace(with_rows(reader, found, answer.columns, raw), more=more)


def with_rows(reader: RecordReader, found: Answered, names: Iterable[str], raw: tuple[Row, ...]) -> Answered:
    """An answer with other rows, told for people."""
    columns = answers.columns(names)
    return replace(found, columns=columns, rows=answers.cells(reader, columns, raw), raw=raw)
