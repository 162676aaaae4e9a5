"""``kgapp query``: ask a project in SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.answers import format_options, save, settled, writer
from kgapp.cli.common import json_option, plain, print_table, target_argument
from kgapp.cli.program import program
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from kgapp.services.queries import Result

MOST_TABLE_ROWS: Final = 1000


@click.command()
@target_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("-e", "--text", help="The query itself.")
@format_options
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    help="Seconds until it is stopped.",
)
@json_option
def command(
    project: Path | str,
    file: Path | None,
    text: str | None,
    form: str | None,
    out: Path | None,
    timeout: float,
    as_json: bool,
) -> None:
    """Ask PROJECT the query in FILE (.rq) or in -e: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The default graph is all graphs together. Numbers in answers are values in the engine's form, not written forms. The
    time limit does not count loading. --json prints SPARQL JSON with the revision hash.

    --out FILE writes the whole answer to a file, or nothing; the query, the revision with its hash and the time go with it:
    in the file, or beside a CSV or TSV in FILE-metadata.json.
    """
    from kgapp.services import queries
    from kgapp.services.answer_files import Asked

    query = given_text(file, text)
    kind = settled(form, out, as_json=as_json)
    with (
        program().reading(project) as workspace,
        queries.run(workspace.reader, workspace.engine, query, timeout_s=timeout) as result,
    ):
        if out is not None:
            save(workspace.reader, result, Asked(query, project=workspace.reader.meta().path.name), out, kind)
        elif as_json:
            write_out(with_about(result))
        elif kind == "table":
            _table(result, tuple(workspace.reader.meta().prefixes))
        else:
            write_out(writer(kind)(result.answer))
            click.echo(footer(result, None), err=True)


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


def with_about(result: Result) -> Iterator[str]:
    from kgapp.domain import results
    from kgapp.services.queries import VALUES_NOTE

    about: dict[str, object] = {"endpoint": result.endpoint} if result.endpoint else {}
    about |= {
        "revision": result.answer.seq,
        "revision_hash": result.revision_hash,
        "seconds": round(result.seconds, 3),
        "note": VALUES_NOTE,
    }
    return results.json_lines(result.answer, about)


def _table(result: Result, prefixes: tuple[tuple[str, str], ...]) -> None:
    from kgapp.domain import results, sparql_text
    from kgapp.services import queries

    answer = result.answer
    if answer.form is sparql_text.Form.ASK:
        click.echo("yes" if results.truth(answer) else "no")
        click.echo(footer(result, None))
        return
    rows, more = queries.first_rows(answer, MOST_TABLE_ROWS)
    print_table(answer.columns, [[results.short(cell, prefixes) for cell in row] for row in rows])
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
