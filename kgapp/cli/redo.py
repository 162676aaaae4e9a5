"""``kgapp redo``: take the last undo back."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command()
@project_argument
@reason_option
@json_option
def command(project: Path, reason: str, as_json: bool) -> None:
    """Take the newest undo of PROJECT back, as a new revision. Possible until the next ordinary change."""
    from kgapp.services import history

    with program().writing(project) as workspace:
        made = history.redo(workspace, reason)
    if as_json:
        print_json({"revision": revision_json(made)})
    else:
        say_revision(made)
