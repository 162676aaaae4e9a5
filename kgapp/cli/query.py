"""``kgapp query``: ask a project in SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.answers import format_options, save, settled, writer
from kgapp.cli.common import json_option, plain, print_table, target_argument
from kgapp.cli.empty import why_empty
from kgapp.cli.inferred import inferred_option, say_inferred
from kgapp.cli.program import program
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from kgapp.domain.answers import Row
    from kgapp.services.queries import Result
    from kgapp.services.workspace import Workspace

MOST_TABLE_ROWS: Final = 1000


@click.command()
@target_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-e", "--text", help="The query itself.")
@format_options
@inferred_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds until it is stopped.",
)
@click.option("--explain-empty", is_flag=True, help="Say why there is no answer, instead of the answer.")
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path | str,
    file: Path | None,
    text: str | None,
    form: str | None,
    out: Path | None,
    inferred: bool,
    timeout: float,
    explain_empty: bool,
    as_json: bool,
) -> None:
    """Ask PROJECT the query in FILE (.rq) or in -e: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The default graph is all graphs together; what follows by the ontology is left out unless --inferred is given, and is
    then in the graph urn:kgapp:inferred; kgapp why explains it. Numbers in answers are values in the engine's form, not written forms. The
    time limit does not count loading. --json prints SPARQL JSON with the revision hash.

    --out FILE writes the whole answer to a file, or nothing; the query, the revision with its hash and the time go with it:
    in the file, or beside a CSV or TSV in FILE-metadata.json.
    """
    from kgapp.services import inference, queries
    from kgapp.services.answer_files import Asked

    query = given_text(file, text)
    if explain_empty:
        why_empty(project, query, inferred=inferred, seconds=timeout, as_json=as_json)
        return
    kind = settled(form, out, as_json=as_json)
    with (
        program().reading(project) as workspace,
        queries.run(
            workspace.reader, inference.source(workspace.engine, inferred=inferred), query, timeout_s=timeout
        ) as result,
    ):
        notes = (inference.NOTE,) if inferred else ()
        if out is not None:
            name = workspace.reader.meta().path.name
            save(workspace.reader, result, Asked(query, project=name, notes=notes), out, kind)
        elif as_json:
            write_out(with_about(result, notes))
        elif kind == "table":
            marks = (lambda rows: _marks(workspace, query, rows, timeout, result.answer.seq)) if inferred else None
            _table(result, tuple(workspace.reader.meta().prefixes), marks)
            say_inferred(notes, err=False)
        else:
            write_out(writer(kind)(result.answer))
            click.echo(footer(result, None), err=True)
            say_inferred(notes, err=True)


def _marks(workspace: Workspace, query: str, rows: tuple[Row, ...], timeout_s: float, seq: int) -> tuple[bool, ...]:
    """Of each row, whether it is only there with what follows; nothing when that is not known."""
    from kgapp.services import inference

    return inference.marks(workspace.reader, workspace.engine, query, rows, timeout_s=timeout_s, seq=seq).new


def given_text(file: Path | None, text: str | None) -> str:
    """The text of -e or of FILE, of which one is given."""
    if (file is None) == (text is None):
        raise click.UsageError("Give the text either in a FILE or with -e.")
    if text is not None:
        return text
    assert file is not None
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"“{file}” is not UTF-8 text (byte {error.start}).") from error
    except OSError as error:
        raise BadInput(f"“{file}” cannot be read: {error.strerror}.") from error


def with_about(result: Result, notes: tuple[str, ...] = ()) -> Iterator[str]:
    from kgapp.domain import results
    from kgapp.services.queries import VALUES_NOTE

    about: dict[str, object] = {"endpoint": result.endpoint} if result.endpoint else {}
    about |= {
        "revision": result.answer.seq,
        "revision_hash": result.revision_hash,
        "seconds": round(result.seconds, 3),
        "note": " ".join((VALUES_NOTE, *notes)),
    }
    return results.json_lines(result.answer, about)


def _table(
    result: Result,
    prefixes: tuple[tuple[str, str], ...],
    marks: Callable[[tuple[Row, ...]], tuple[bool, ...]] | None = None,
) -> None:
    from kgapp.domain import results, sparql_text
    from kgapp.services import queries

    answer = result.answer
    if answer.form is sparql_text.Form.ASK:
        click.echo("yes" if results.truth(answer) else "no")
        click.echo(footer(result, None))
        return
    rows, more = queries.first_rows(answer, MOST_TABLE_ROWS)
    shown = [[results.short(cell, prefixes) for cell in row] for row in rows]
    new = marks(rows) if marks is not None and answer.form is sparql_text.Form.SELECT else ()
    if new:
        shown = [[*row, "+" if is_new else ""] for row, is_new in zip(shown, new, strict=True)]
    print_table((*answer.columns, *(("+",) if new else ())), shown)
    if any(new):
        from kgapp.services import inference

        click.echo(f"+ {inference.MARK}")
    elif rows and not new and marks is not None:
        click.echo("Which rows are there only because of what follows was not worked out.")
    if more:
        click.echo(f"… more than {MOST_TABLE_ROWS:,} rows; --format csv gives all of them.")
    click.echo(footer(result, None if more else len(rows)))


def footer(result: Result, rows: int | None) -> str:
    from kgapp.services.queries import VALUES_NOTE

    counted = "" if rows is None else f"{rows:,} row{'' if rows == 1 else 's'}, "
    revision = f"the endpoint {plain(result.endpoint)} now" if result.endpoint else "an empty project"
    if result.revision_hash:
        revision = f"revision {result.answer.seq} ({result.revision_hash[:12]})"
    return f"{counted}{result.seconds:.2f} s, {revision}. {VALUES_NOTE}"


def write_out(pieces: Iterator[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()
