"""``kgapp retire``: take an entity out of use."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command()
@project_argument
@click.argument("entity")
@click.option("--back", "way", flag_value="back", help="Take it back into use, with the status it had before.")
@click.option("--delete", "way", flag_value="delete", help="Remove all that is said of it, if nothing refers to it.")
@reason_option
@json_option
def command(project: Path, entity: str, way: str | None, reason: str, as_json: bool) -> None:
    """Mark ENTITY of PROJECT as no longer used. It stays readable, and what refers to it stays as it is."""
    from kgapp.services import browsing, retiring

    with program().writing(project) as workspace:
        thing = browsing.resolve(workspace.reader, entity)
        referring = retiring.references(workspace.reader, thing).total
        if way == "back":
            revision = retiring.unretire(workspace, thing, reason)
        elif way == "delete":
            revision = retiring.delete(workspace, thing, reason)
        else:
            revision = retiring.retire(workspace, thing, reason)
    if as_json:
        print_json({"revision": revision_json(revision) if revision else None, "references": referring})
    elif revision is None:
        click.echo("Nothing to do: it is so already.")
    else:
        say_revision(revision)
        if referring and way is None:
            words = "1 statement refers" if referring == 1 else f"{referring:,} statements refer"
            click.echo(f"{words} to it; kgapp show lists what refers to an entity.")
