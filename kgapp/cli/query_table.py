"""The answer of a query as a table for people, kept in the history; and what is said after an answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import plain, print_table
from kgapp.cli.empty import empty_hint
from kgapp.cli.inferred import say_inferred
from kgapp.cli.program import program
from kgapp.domain.errors import ChildDied, UserError

if TYPE_CHECKING:
    from kgapp.domain.answers import Row
    from kgapp.services.asking.history import Kept, Run
    from kgapp.services.asking.running import Running
    from kgapp.services.queries import Result
    from kgapp.services.workspace import Workspace

MOST_TABLE_ROWS: Final = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, how many rows at most (``None``: what is usual), and how long it may take."""

    text: str
    inferred: bool
    limit: int | None
    timeout_s: float


@contextmanager
def answered(workspace: Workspace, wanted: Wanted, most: int | None) -> Iterator[tuple[Result, Running]]:
    """The answer, at most so many rows of it, while its context is open; the counts grow as it is read."""
    from kgapp.domain.answers import Answer
    from kgapp.services import inference
    from kgapp.services.asking import running
    from kgapp.services.queries import Result

    source = inference.source(workspace.engine, inferred=wanted.inferred)
    with running.run(workspace.reader, source, wanted.text, most_rows=most, timeout_s=wanted.timeout_s) as found:
        answer = Answer(found.form, found.seq, found.columns, found.pages())
        yield Result(answer, found.revision_hash, found.seconds, found.endpoint), found


def ask(workspace: Workspace, wanted: Wanted) -> Kept:
    """Ask, print the answer as a table, and keep the run; one that fails is kept, too, and raises."""
    from kgapp.domain.sparql_text import Form
    from kgapp.services.asking.history import Kept, Outcome, Run

    began = datetime.now(UTC)
    try:
        with answered(workspace, wanted, wanted.limit or MOST_TABLE_ROWS) as (result, running):
            rows = tuple(chain.from_iterable(result.answer.pages))
            _print(workspace, wanted, result, running, rows)
    except (UserError, ChildDied) as error:
        _keep(
            workspace,
            Run(wanted.text, began, Outcome.FAILED, Form.SELECT, problem=str(error), inferred=wanted.inferred),
        )
        raise
    run = Run(
        wanted.text,
        began,
        Outcome.ANSWERED,
        running.form,
        running.columns,
        running.rows,
        running.more,
        running.seconds,
        running.seq,
        running.revision_hash,
        running.endpoint,
        inferred=wanted.inferred,
    )
    _keep(workspace, run, rows)
    return Kept(run, rows)


def say_after(running: Running, wanted: Wanted, *, err: bool) -> None:
    """What a reader must know when all is read: that there is more, or what to do about no rows."""
    from kgapp.domain.sparql_text import Form

    if running.more:
        limit = f"… more than {running.rows:,} rows; "
        click.echo(limit + ("--limit stops there." if wanted.limit else "--format csv gives all of them."), err=err)
    if not running.rows and running.form is not Form.ASK:
        click.echo(empty_hint(inferred=wanted.inferred, endpoint=running.endpoint), err=True)


def footer(result: Result, rows: int | None) -> str:
    """Of what an answer is true, and how long it took."""
    from kgapp.services.queries import VALUES_NOTE

    counted = "" if rows is None else f"{rows:,} row{'' if rows == 1 else 's'}, "
    revision = f"the endpoint {plain(result.endpoint)} now" if result.endpoint else "an empty project"
    if result.revision_hash:
        revision = f"revision {result.answer.seq} ({result.revision_hash[:12]})"
    return f"{counted}{result.seconds:.2f} s, {revision}. {VALUES_NOTE}"


def _print(workspace: Workspace, wanted: Wanted, result: Result, running: Running, rows: tuple[Row, ...]) -> None:
    from kgapp.domain.sparql_text import Form
    from kgapp.services import inference

    if running.form is Form.ASK:
        click.echo("yes" if (rows[0][0] or "").startswith('"true"') else "no")
        click.echo(footer(result, None))
    else:
        _print_rows(workspace, wanted, running, rows)
        say_after(running, wanted, err=False)
        click.echo(footer(result, None if running.more else len(rows)))
    say_inferred((inference.NOTE,) if wanted.inferred else (), err=False)


def _print_rows(workspace: Workspace, wanted: Wanted, running: Running, rows: tuple[Row, ...]) -> None:
    from kgapp.domain import results
    from kgapp.domain.sparql_text import Form
    from kgapp.services import inference

    prefixes = tuple(workspace.reader.meta().prefixes)
    shown = [[results.short(cell, prefixes) for cell in row] for row in rows]
    asked = wanted.inferred and running.form is Form.SELECT
    new = _marks(workspace, wanted, rows, running.seq) if asked else ()
    if new:
        shown = [[*row, f"+ {at}" if new[at - 1] else ""] for at, row in enumerate(shown, 1)]
    print_table((*running.columns, *(("+",) if new else ())), shown)
    if any(new):
        click.echo(f"+ {inference.MARK}; --why with the number of such a row says why it is there")
    elif rows and not new and wanted.inferred:
        click.echo("Which rows are there only because of what follows was not worked out.")


def _marks(workspace: Workspace, wanted: Wanted, rows: tuple[Row, ...], seq: int) -> tuple[bool, ...]:
    """Of each row, whether it is only there with what follows; nothing when that is not known."""
    from kgapp.services import inference

    reader, engine = workspace.reader, workspace.engine
    return inference.marks(reader, engine, wanted.text, rows, timeout_s=wanted.timeout_s, seq=seq).new


def _keep(workspace: Workspace, run: Run, rows: tuple[Row, ...] = ()) -> None:
    try:
        program().query_history(workspace.reader.meta()).add(run, rows)
    except UserError as error:  # the answer matters more than its place in the history
        click.echo(plain(f"Not kept in the history: {error.sentence}"), err=True)
