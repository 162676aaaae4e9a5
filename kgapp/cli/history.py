"""``kgapp history``: who changed what, when and why."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, target_argument
from kgapp.cli.program import program
from kgapp.cli.revisions import print_revisions, revision_json
from kgapp.domain.history import NO_HISTORY


@click.command()
@target_argument
@click.option("--entity", help="Only revisions that changed this entity.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, help="Most to show, newest first.")
@json_option
def command(project: Path | str, entity: str | None, limit: int, as_json: bool) -> None:
    """List the revisions of PROJECT, newest first."""
    from kgapp.services import browsing

    with program().reading(project) as workspace:
        reader = workspace.reader
        about = browsing.resolve_once_known(reader, entity) if entity else None
        revisions = reader.revisions(entity=about, limit=limit)
        head = reader.head()
        remote = bool(reader.meta().endpoint)
    if as_json:
        print_json(
            {"head": head.hash if head else None, "revisions": [revision_json(revision) for revision in revisions]}
        )
    elif remote:
        click.echo(NO_HISTORY)
    elif not revisions:
        click.echo("There are no revisions yet." if entity is None else "No revision changed it.")
    else:
        print_revisions(revisions)
        if len(revisions) == limit:
            click.echo(f"Showing the newest {limit}; --limit shows more.")
