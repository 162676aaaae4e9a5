"""``kgapp undo``: take a revision back."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command()
@project_argument
@click.argument("revision", type=click.IntRange(min=1), required=False)
@reason_option
@json_option
def command(project: Path, revision: int | None, reason: str, as_json: bool) -> None:
    """Take back REVISION of PROJECT, or the newest that is not undone, as a new revision.

    It fits only while what it added is still there and what it removed still absent; else the statements are named and nothing is done.
    """
    from kgapp.services import history

    with program().writing(project) as workspace:
        made = history.undo(workspace, reason, revision)
    if as_json:
        print_json({"revision": revision_json(made)})
    else:
        say_revision(made)
