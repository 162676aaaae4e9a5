"""``kgapp actions``: what somebody has to do or to answer, and whether it is late."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program

_FINDINGS = 1


@click.command()
@project_argument
@click.argument("transfer", metavar="[TRANSFERPROJECT]", default="")
@click.option("--all", "everything", is_flag=True, help="Also what is closed.")
@click.option("--overdue", is_flag=True, help="Only what should have been done; exit code 1 when there is any.")
@click.option("--owner", default="", metavar="WORDS", help="Only what belongs to somebody whose name has these words.")
@click.option("--close", "action", default="", metavar="ACTION", help="Close an action, with its answer or note.")
@click.option("--answer", default="", metavar="TEXT", help="The answer or note of --close.")
@click.option("--reason", default="", help="Why: one sentence for the history. Needed with --close.")
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    transfer: str,
    everything: bool,
    overdue: bool,
    owner: str,
    action: str,
    answer: str,
    reason: str,
    as_json: bool,
) -> int:
    """List actions and questions, those that are due first; of one transfer project, or of the whole project."""
    from kgapp.domain.errors import BadInput
    from kgapp.services import browsing
    from kgapp.services.transfer import actions, contract

    if action:
        if not reason.strip():
            raise BadInput("Say why with --reason: one sentence for the history.")
        with program().writing(project) as workspace:
            revision = actions.answer(workspace, browsing.resolve(workspace.reader, action), answer, reason)
        click.echo(plain(f"Revision {revision.seq}: {revision.summary}") if revision else "Nothing would change.")
        return 0
    with program().reading(project) as workspace:
        reader = workspace.reader
        found = actions.actions(reader, browsing.resolve(reader, transfer) if transfer else None)
    rows = [
        row
        for row in (found.overdue if overdue else found.rows if everything else found.open)
        if owner.casefold() in row.value("owner").casefold()
    ]
    if as_json:
        print_json(contract.action_list(found, rows))
    else:
        heads = ("Due", "Action", "Kind", "Owner", "Status", "For", "")
        told = [
            (
                row.value("due") or "no day",
                row.thing.label,
                row.value("kind"),
                row.value("owner"),
                row.value("status"),
                ", ".join(each.label for each in row.about),
                "overdue" if row.overdue(found.on) else "",
            )
            for row in rows
        ]
        print_table(heads, told)
        click.echo(
            f"Showing {len(rows)} of {counted(len(found.rows), 'action')}; {len(found.open)} open, "
            f"{len(found.overdue)} overdue on {found.on}."
        )
    return _FINDINGS if overdue and rows else 0
