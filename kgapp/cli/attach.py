"""``kgapp attach``: keep a file in the project with the thing it belongs to, or get it back."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, plain, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command()
@project_argument
@click.argument("entity")
@click.argument("file", type=click.Path(path_type=Path))
@reason_option
@json_option
def command(project: Path, entity: str, file: Path, reason: str, as_json: bool) -> None:
    """Keep FILE (at most 100 MB) in PROJECT and say that it belongs to ENTITY. The same bytes are kept once.

    kgapp show lists the attachments of an entity; the window shows, saves and opens them.
    """
    from kgapp.services import attachments, browsing

    with program().writing(project) as workspace:
        subject = browsing.resolve(workspace.reader, entity)
        revision = attachments.attach(workspace, subject, attachments.read(file), reason)
        kept = attachments.attached_to(workspace.reader, subject)
    if as_json:
        print_json(
            {
                "revision": revision_json(revision) if revision else None,
                "attachments": [
                    {"document": one.document, "name": one.name, "media_type": one.kind, "sha256": one.sha256}
                    for one in kept
                ],
            }
        )
    elif revision is None:
        click.echo(f"Nothing to do: {plain(file.name)} is attached there.")
    else:
        say_revision(revision)
