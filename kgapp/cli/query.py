"""``kgapp query``: ask a project in SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli import query_table, row_why
from kgapp.cli.answers import format_options, save, settled, writer
from kgapp.cli.common import json_option, target_argument
from kgapp.cli.empty import why_empty
from kgapp.cli.inferred import inferred_option, say_inferred
from kgapp.cli.program import program
from kgapp.cli.query_table import MOST_TABLE_ROWS, Wanted, footer
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from kgapp.services.queries import Result
    from kgapp.services.workspace import Workspace


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
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="ROWS",
    help=f"Stop after so many rows, and say when there are more.  [default: {MOST_TABLE_ROWS} in a table, else none]",
)
@click.option(
    "--why",
    type=click.IntRange(min=1),
    metavar="ROW",
    help="With --inferred: say also why the row with this number is there: what of it follows, and from what.",
)
@click.option("--explain-empty", is_flag=True, help="Say why there is no answer, instead of the answer.")
@click.option("--history", is_flag=True, help="List what was asked before on this computer, with numbers.")
@click.option(
    "--again",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Ask the query with this number of --history again, in the same way, and compare the answer with that one.",
)
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path | str,
    file: Path | None,
    text: str | None,
    form: str | None,
    out: Path | None,
    inferred: bool,
    timeout: float,
    limit: int | None,
    why: int | None,
    explain_empty: bool,
    history: bool,
    again: int | None,
    as_json: bool,
) -> None:
    """Ask PROJECT the query in FILE (.rq) or in -e: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The default graph is all graphs together; what follows by the ontology is left out unless --inferred is given, and is
    then in the graph urn:kgapp:inferred; kgapp why explains it. Numbers in answers are values in the engine's form, not written forms. The
    time limit does not count loading. --json prints SPARQL JSON with the revision hash.

    --out FILE writes the whole answer to a file, or nothing; the query, the revision with its hash and the time go with it:
    in the file, or beside a CSV or TSV in FILE-metadata.json.

    What is asked as a table is kept for you on this computer, not in the project: --history lists it, --again asks it again.
    """
    kind = settled(form, out, as_json=as_json)
    if history or again is not None:
        if file is not None or text is not None or explain_empty or out is not None or (history and again is not None):
            raise click.UsageError("--history and --again stand alone: they take no query and write no file.")
        if again is not None and (as_json or kind != "table"):
            raise click.UsageError("--again prints a table.")
        _past(project, Wanted("", inferred, limit, timeout), again, as_json=as_json)
        return
    wanted = Wanted(given_text(file, text), inferred, limit, timeout)
    if why is not None and (not inferred or as_json or out is not None or kind != "table" or explain_empty):
        raise click.UsageError("--why explains a row of a table that was asked with --inferred.")
    if explain_empty:
        why_empty(project, wanted.text, inferred=inferred, seconds=timeout, as_json=as_json)
        return
    if out is not None and limit is not None:
        raise click.UsageError("--out writes the whole answer: write LIMIT into the query to have less of it.")
    with program().reading(project) as workspace:
        if kind == "table" and not as_json and out is None:
            kept = query_table.ask(workspace, wanted)
            if why is not None:
                row_why.show(workspace, kept, why)
        else:
            _write(workspace, wanted, out, "srj" if as_json else kind)


def _past(project: Path | str, wanted: Wanted, again: int | None, *, as_json: bool) -> None:
    from kgapp.cli import query_history

    with program().reading(project) as workspace:
        if again is None:
            query_history.show(workspace, as_json=as_json)
        else:
            query_history.again(workspace, wanted, again)


def _write(workspace: Workspace, wanted: Wanted, out: Path | None, kind: str) -> None:
    """The answer for programs: as text of a kind, as JSON with what it is true of, or in a file."""
    from kgapp.services import inference
    from kgapp.services.answer_files import Asked

    notes = (inference.NOTE,) if wanted.inferred else ()
    limited = (f"At most {wanted.limit:,} rows were asked for (--limit); there may be more.",) if wanted.limit else ()
    with query_table.answered(workspace, wanted, wanted.limit) as (result, running):
        if out is not None:
            name = workspace.reader.meta().path.name
            save(workspace.reader, result, Asked(wanted.text, project=name, notes=notes), out, kind)
        elif kind == "srj":
            write_out(with_about(result, (*notes, *limited)))
        else:
            write_out(writer(kind)(result.answer))
            click.echo(footer(result, None), err=True)
            say_inferred(notes, err=True)
        query_table.say_after(running, wanted, err=True)


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


def write_out(pieces: Iterator[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()
