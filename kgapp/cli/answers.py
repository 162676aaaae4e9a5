"""How answers leave the command line: as text of many formats, or whole in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from kgapp.cli.common import counted, plain
from kgapp.cli.program import program
from kgapp.domain.errors import BadInput

if TYPE_CHECKING:
    from kgapp.domain.answers import Answer
    from kgapp.services.answer_files import Asked, Saved
    from kgapp.services.ports import RecordReader
    from kgapp.services.queries import Result

FORMATS: Final = ("table", "csv", "csv-guarded", "tsv", "json", "xml", "ttl", "nt", "trig", "nq", "xlsx")
_F = TypeVar("_F", bound=Callable[..., Any])


def format_options(command: _F) -> _F:
    """``--format`` and ``--out``."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="How the answer is written; csv-guarded marks what a spreadsheet would calculate as text.  [default: table]",
    )
    out = click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write the whole answer to FILE, in --format or what its ending says (.csv: guarded), with what it is true of.",
    )
    return form(out(command))


def settled(form: str | None, out: Path | None, *, as_json: bool) -> str:
    """The format that is meant. Raises ``BadInput`` and usage errors for what does not go together."""
    from kgapp.services import answer_files

    if out is None:
        if form == "xlsx":
            raise click.UsageError("A workbook needs a file: add --out FILE.")
        return form or "table"
    if as_json:
        raise click.UsageError("Give --json or --out, not both.")
    if form == "table":
        raise BadInput(
            "A table is for reading here.", hint="Choose another --format, or leave it to the file's ending."
        )
    return form or answer_files.kind_of(out).key


def writer(form: str) -> Callable[[Answer], Iterator[str]]:
    """What writes an answer as text."""
    from kgapp.services import answer_files

    return lambda answer: answer_files.pieces(form, answer)


def save(reader: RecordReader, result: Result, asked: Asked, out: Path, form: str) -> None:
    """Write the answer to a file and say what was written."""
    from kgapp.services import answer_files

    kind = answer_files.kind(form)
    saved = answer_files.save(reader, result, asked, out, kind, program().save_answer_book)
    click.echo(_said(result, saved))


def _said(result: Result, saved: Saved) -> str:
    from kgapp.services.queries import VALUES_NOTE

    where = f"the endpoint {plain(result.endpoint)} now" if result.endpoint else "an empty project"
    if saved.revision_hash:
        where = f"revision {saved.revision} ({saved.revision_hash[:12]})"
    files = " and ".join(f"“{plain(each.name)}”" for each in saved.files)
    guarded = f" {counted(saved.guarded, 'cell')} marked as text with an apostrophe." if saved.guarded else ""
    said = f"{counted(saved.rows, 'row')} written to {files}, true of {where}.{guarded} {VALUES_NOTE}"
    return "\n".join((said, *saved.notes))
