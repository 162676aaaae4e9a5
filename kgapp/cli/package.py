"""``kgapp package``: the checklist of a transfer package, what is missing first."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import counted, json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program

_FINDINGS = 1


@click.command()
@project_argument
@click.argument("transfer", metavar="TRANSFERPROJECT")
@click.option("--fail-on-missing", is_flag=True, help="Exit with 1 when an item is not there.")
@json_option
def command(project: Path, transfer: str, fail_on_missing: bool, as_json: bool) -> int:
    """List what a transfer needs, for what, who provides it by when, and what the project proposes to list too."""
    from kgapp.services import browsing
    from kgapp.services.transfer import contract, package

    with program().reading(project) as workspace:
        found = package.package(workspace.reader, browsing.resolve(workspace.reader, transfer))
    if as_json:
        print_json(contract.checklist(found))
    else:
        rows = [
            (
                row.value("status") or "not said",
                row.thing.label,
                ", ".join(each.label for each in row.required_for if each.iri != found.project.iri),
                ", ".join(each.label for each in row.provided_by),
                row.value("owner"),
                row.value("due"),
                "overdue" if row.overdue(found.on) else "",
            )
            for row in found.rows
        ]
        print_table(("Status", "Item", "For", "Provided by", "Owner", "Due", ""), rows)
        click.echo(f"{found.ready} of {counted(len(found.rows), 'item')} there, {found.overdue} overdue on {found.on}.")
        for each in found.proposed:
            click.echo(plain(f"Not listed: {each.label}. {each.why}"))
    return _FINDINGS if fail_on_missing and found.ready < len(found.rows) else 0
