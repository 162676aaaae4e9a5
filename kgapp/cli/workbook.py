"""``kgapp workbook``: templates and exports to fill in, and workbooks of anybody read back, shown before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.history import Revision
    from kgapp.domain.workbook_mapping import Mapping
    from kgapp.services.workbooks.choosing import Wanted
    from kgapp.services.workbooks.plan import Plan
    from kgapp.services.workbooks.template import FormBook

_FINDINGS: Final = 1
_FILE: Final = click.Path(path_type=Path, dir_okay=False)
_SHOWN: Final = 200

file_argument = click.argument("file", type=_FILE)
classes_option = click.option("--class", "classes", multiple=True, metavar="CLASS", help="Only this class; repeat it.")


@click.group()
def command() -> None:
    """Write workbooks to be filled in, and read workbooks: parameters, FMEA, materials, methods, batch records, matrices."""


@command.command("template")
@project_argument
@file_argument
@classes_option
def write_template(project: Path, file: Path, classes: tuple[str, ...]) -> int:
    """Write an empty workbook: one sheet for each class, with lists to choose from, units, examples and notes."""
    from kgapp.services.workbooks import template

    _check_xlsx(file)
    with program().reading(project) as workspace:
        kinds = template.classes(classes) or template.USUAL
        return _written(template.template(workspace.reader, kinds, workspace.author.name), file)


@command.command("export")
@project_argument
@file_argument
@classes_option
def write_things(project: Path, file: Path, classes: tuple[str, ...]) -> int:
    """Write the things of a project into a workbook that can be changed and read back."""
    from kgapp.services.workbooks import template

    _check_xlsx(file)
    with program().reading(project) as workspace:
        found = template.export(workspace.reader, template.classes(classes), workspace.author.name)
        return _written(found, file)


@command.command("mappings")
@project_argument
@click.option("--drop", default="", metavar="NAME", help="Forget this mapping.")
@json_option
def list_mappings(project: Path, drop: str, as_json: bool) -> int:
    """List the mappings that the project keeps, or forget one."""
    from kgapp.services.workbooks import contract, kept

    if drop:
        with program().writing(project) as workspace:
            kept.drop(workspace, drop)
        click.echo(plain(f"“{drop}” is forgotten."))
        return 0
    with program().reading(project) as workspace:
        found = {name: kept.load(workspace.reader, name) for name in kept.names(workspace.reader)}
    if as_json:
        print_json({name: contract.mapped(mapping) for name, mapping in found.items()})
    for name, mapping in () if as_json else found.items():
        click.echo(plain(f"{name}: {', '.join(contract.meaning(each) for each in mapping.sheets)}"))
    if not found and not as_json:
        click.echo("No mapping is kept.")
    return 0


@command.command("import")
@project_argument
@file_argument
@click.option("--reason", default="", help="Why: one sentence for the history. Needed unless --dry-run.")
@click.option("--mapping", "name", default="", metavar="NAME", help="Read it with this kept mapping.")
@click.option(
    "--keep", default="", metavar="NAME", help="Keep the mapping under this name, with site, process, basis and scale."
)
@click.option(
    "--as", "kind", default="", metavar="KIND", help="parameters, fmea, materials, methods, records, matrix or a class."
)
@click.option("--sheet", "only", multiple=True, metavar="SHEET", help="Only this sheet; repeat it.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEAD=MEANING",
    help="What a column means: id, name, “not read” or a property.",
)
@click.option("--fixed", multiple=True, metavar="PROPERTY=VALUE", help="A value that every row has.")
@click.option("--site", default="", metavar="ENTITY", help="The site that ranges, methods and judgements are for.")
@click.option("--site-process", default="", metavar="ENTITY", help="The site process that setpoints belong to.")
@click.option(
    "--process", default="", metavar="ENTITY", help="The general process of a matrix; without it the first one."
)
@click.option("--basis", default="", help="A matrix: on what the strengths rest, in a sentence.")
@click.option("--level", default="", metavar="WORD", help="A matrix: the evidence level (opinion).")
@click.option("--evidence", default="", metavar="ENTITY", help="A matrix: the evidence that it rests on.")
@click.option("--evidence-label", default="", help="A matrix: the name of new evidence.")
@click.option("--hypothesis", is_flag=True, help="A matrix: its judgements are guesses.")
@click.option("--figures", type=click.Choice(["0123", "0139"]), help="A matrix: what figures in it mean.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@json_option
def read(project: Path, file: Path, *, reason: str, dry_run: bool, keep: str, as_json: bool, **said: Any) -> int:
    """Read a workbook (*.xlsx, *.csv) into a project as one revision.

    What a foreign workbook means is found from its heads: look at it with --dry-run first. Every difference is shown, and every
    cell that is not taken over with its reason. Calculated cells and empty cells change nothing. Exit code 1: something was left out.
    """
    from kgapp.domain.errors import BadInput
    from kgapp.services.workbooks import choosing, contract, kept, reading, saying, whole

    if not dry_run and not reason.strip():
        raise BadInput("Say why with --reason: one sentence for the history.", hint="Or look first with --dry-run.")
    book = program().read_workbook(file)
    writes = not dry_run or bool(keep)
    with (program().writing if writes else program().reading)(project) as workspace:
        reader = workspace.reader
        mapping = choosing.mapping(reader, book, _wanted(said))
        mapping, said = saying.completed(reader, mapping, said)
        asked = saying.asked(reader, said)
        revisions: tuple[Revision, ...] = ()
        if dry_run:
            found = reading.read(reader, book, mapping, asked)
        else:
            found, revisions = whole.commit(workspace, book, mapping, asked, reason)
        if keep:
            kept.keep(workspace, keep, mapping)
    if as_json:
        print_json(contract.plan(found, mapping, revisions[-1] if revisions else None))
    else:
        _show_mapping(mapping)
        for key, text in mapping.said if said["name"] else ():
            click.echo(plain(f"Said with the mapping: {key} {text}"))
        _show(found)
        seqs = " and ".join(str(each.seq) for each in revisions)
        click.echo(f"Revision {seqs}." if revisions else "Nothing was written.")
    return _FINDINGS if found.rejected else 0


def _wanted(said: dict[str, Any]) -> Wanted:
    from kgapp.services.workbooks.choosing import Wanted

    return Wanted(
        said["name"], said["kind"], said["only"], tuple(map(_pair, said["columns"])), tuple(map(_pair, said["fixed"]))
    )


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.partition("=")
    if not equals or not left.strip() or not right.strip():
        raise click.BadParameter(f"“{text}”: write it with an equals sign, such as “Sev.=severity score”.")
    return left.strip(), right.strip()


def _check_xlsx(file: Path) -> None:
    from kgapp.domain.errors import BadInput

    if file.suffix.lower() != ".xlsx":
        raise BadInput("It is written as a workbook.", hint="Name the file *.xlsx.")


def _written(content: FormBook, file: Path) -> int:
    program().save_forms(content, file)
    rows = sum(len(form.rows) for form in content.forms)
    gone = f" {counted(content.left_out, 'thing')} no longer used: left out." if content.left_out else ""
    click.echo(f"{counted(len(content.forms), 'sheet')} with {counted(rows, 'row')} written to {file.resolve()}.{gone}")
    return 0


def _show_mapping(mapping: Mapping) -> None:
    from kgapp.services.workbooks import contract

    for each in mapping.sheets:
        click.echo(plain(f"Sheet “{each.sheet}”: {contract.meaning(each)}, heads in row {each.head_row}."))
        rows = [(one.head, contract.said(each, one), one.note) for one in each.columns]
        if rows and not each.own:
            print_table(("Column", "Means", ""), rows)


def _show(found: Plan) -> None:
    click.echo("")
    shown = found.differences[:_SHOWN]
    for each in shown:
        click.echo(plain(f"{each.where}: {each.sentence}"))
    if len(shown) < len(found.differences):
        click.echo(f"Showing {len(shown)} of {len(found.differences):,} differences; --json has all.")
    for rejected in found.rejected:
        click.echo(plain(f"Not taken over: {rejected.where}: “{rejected.text}”. {rejected.why}"))
    for unread in found.unread:
        column = f", column “{unread.column}”" if unread.column else ""
        click.echo(plain(f"Not read: {unread.sheet}{column}. {unread.why}"))
    blank = f" {found.counts.blank:,} cells of the matrix say nothing: not assessed." if found.counts.blank else ""
    click.echo(
        f"{counted(found.counts.rows, 'row')}; {counted(len(found.differences), 'difference')}; "
        f"{found.counts.same:,} say what is recorded; {len(found.rejected):,} not taken over.{blank}"
    )
