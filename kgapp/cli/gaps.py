"""``kgapp gaps``: the list of a gap meeting, out to a partner as a workbook, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program
from kgapp.cli.reports import check_report, make_report, report_option, save_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgapp.domain.document import Document
    from kgapp.domain.terms import Iri
    from kgapp.services.reports.origin import Asked
    from kgapp.services.transfer.gaps import Line, Meeting
    from kgapp.services.transfer.returned import Returned

_FINDINGS: Final = 1
_FILE: Final = click.Path(path_type=Path, dir_okay=False)


@click.command()
@project_argument
@click.argument("transfer", metavar="TRANSFERPROJECT")
@click.option("--open", "only_open", is_flag=True, help="Only what still lacks a decision, an owner or a day.")
@click.option("--unknown", is_flag=True, help="Also what nobody recorded, at either site.")
@click.option("--xlsx", "out", type=_FILE, help="Write the list as a workbook that a partner fills in.")
@click.option("--returned", "back", type=_FILE, help="Show what a workbook that came back says.")
@click.option(
    "--accept", default="", metavar="all|IDS", help="Take over rows of --returned; conflicts only by their ids."
)
@click.option("--reason", default="", help="Why: one sentence for the history. Needed with --accept.")
@report_option
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    transfer: str,
    only_open: bool,
    unknown: bool,
    out: Path | None,
    back: Path | None,
    accept: str,
    reason: str,
    file: Path | None,
    as_json: bool,
) -> int:
    """List what differs between the two sites of a transfer, with what is decided about each gap.

    The workbook of --xlsx needs nothing but a spreadsheet program. With --returned it is compared with what was sent and
    with what is recorded now; nothing is taken over before --accept says so. Exit code 1: something was not taken over.
    """
    from kgapp.services import browsing

    check_report(file)
    _check(back, accept, reason, out)
    if back is not None:
        return _answer(project, transfer, back, accept, reason, as_json=as_json)
    from kgapp.services.transfer import contract, gaps, sending

    with program().reading(project) as workspace:
        reader = workspace.reader
        found = gaps.meeting(reader, browsing.resolve(reader, transfer))
        lines = tuple(_shown(found, only_open=only_open, unknown=unknown))
        kept = sending.withheld(reader, lines) if out else ()
        content = sending.workbook(reader, found, lines, workspace.author.name) if out else None
        document = make_report(file, reader, lambda asked: _document(found, lines, asked))
    written = save_report(document, file)
    if out is not None and content is not None:
        program().save_gaps(content, out)
    if as_json:
        print_json(contract.meeting(found, lines))
    elif out is not None:
        click.echo(f"{counted(len(lines) - len(kept), 'row')} written to {out.resolve()}.")
        if kept:
            click.echo(
                f"Not in it: {counted(len(kept), 'row')} about what is internal, personal or not marked for partners."
            )
    else:
        _show(found, lines)
    if written and not as_json:
        click.echo(written)
    return 0


def _document(found: Meeting, lines: tuple[Line, ...], asked: Asked) -> Document:
    from kgapp.services.reports import gaps

    return gaps.document(found, lines, asked)


def _check(back: Path | None, accept: str, reason: str, out: Path | None) -> None:
    from kgapp.domain.errors import BadInput

    if out is not None and out.suffix.lower() != ".xlsx":
        raise BadInput("The list is written as a workbook.", hint="Name the file *.xlsx.")
    if back is not None and out is not None:
        raise BadInput("A list goes out or comes back, not both.", hint="Run the command twice.")
    if accept and back is None:
        raise BadInput("--accept takes over rows of a workbook.", hint="Name the workbook with --returned.")
    if accept and not reason.strip():
        raise BadInput("Say why with --reason: one sentence for the history.")


def _shown(found: Meeting, *, only_open: bool, unknown: bool) -> Iterable[Line]:
    from kgapp.domain.sites import State

    for line in found.lines:
        if line.state is State.UNKNOWN and line.gap is None and not unknown:
            continue
        if not only_open or line.lacking:
            yield line


def _answer(project: Path, transfer: str, back: Path, accept: str, reason: str, *, as_json: bool) -> int:
    from kgapp.services import browsing
    from kgapp.services.transfer import contract, returned

    book = program().read_workbook(back)
    entering = program().writing if accept else program().reading
    with entering(project) as workspace:
        reader = workspace.reader
        about: Iri = browsing.resolve(reader, transfer)
        found = returned.compare(reader, about, book)
        names = _names(found, accept)
        revision = returned.accept(workspace, found, names, reason) if accept else None
    if as_json:
        print_json(
            contract.returned(found) | {"accepted": sorted(names), "revision": revision.seq if revision else None}
        )
    else:
        _tell(found)
        if accept:
            click.echo(
                f"Revision {revision.seq}: {counted(len(names), 'row')} taken over."
                if revision
                else "Nothing was taken over."
            )
    left = [row for row in found.rows if row.name not in names]
    return _FINDINGS if found.rejected or left else 0


def _names(found: Returned, accept: str) -> frozenset[str]:
    if accept.strip() == "all":
        return frozenset(found.clear)
    return frozenset(each.strip() for each in accept.split(",") if each.strip())


def _show(found: Meeting, lines: tuple[Line, ...]) -> None:
    from kgapp.domain.sites import State

    click.echo(f"{plain(found.title)}, {plain(found.project.label)}, as of {found.on}")
    if found.why_not:
        click.echo(plain(found.why_not))
    rows = [
        (
            line.step.label if line.step else "",
            f"{line.thing.label} ({line.dimension})" if line.dimension else line.thing.label,
            line.state.value if line.state else "recorded only",
            *(line.value(key) for key in ("severity", "disposition", "owner", "due", "status")),
        )
        for line in lines
    ]
    print_table(("Step", "What", "State", "Severity", "Disposition", "Owner", "Due", "Status"), rows)
    hidden = sum(line.state is State.UNKNOWN and line.gap is None for line in found.lines)
    click.echo(
        f"Showing {len(lines)} of {counted(len(found.lines), 'line')}; {found.recorded} gaps recorded; "
        f"{len(found.decided)} lines decided; {hidden} unknown without a gap (--unknown shows them)."
    )


def _tell(found: Returned) -> None:
    click.echo(
        f"{plain(found.file)}: sent with revision {found.sent_revision}; {counted(len(found.rows), 'row')} differ, "
        f"{len(found.conflicts)} changed on both sides, {found.unchanged} unchanged."
    )
    rows = [
        (
            row.name,
            row.line.name,
            cell.title,
            cell.sent or "–",
            cell.theirs or "–",
            cell.ours or "–",
            "conflict" if cell.conflict else "not possible" if cell.trouble else "",
        )
        for row in found.rows
        for cell in row.cells
    ]
    if rows:
        print_table(("Id", "About", "Column", "Sent", "Theirs", "Now", ""), rows)
    for each in found.rejected:
        place = f"row {each.row}" if each.row else "sheet"
        click.echo(plain(f"Not taken over: {each.sheet}, {place} {each.column}: “{each.text}”. {each.why}"))
