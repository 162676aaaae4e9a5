"""``kgapp diff``: what changed between two revisions."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kgapp.cli.common import json_option, plain, print_json, project_argument
from kgapp.cli.program import program

MOST_SENTENCES: Final = 1000


@click.command()
@project_argument
@click.argument("start", metavar="REV", type=click.IntRange(min=0))
@click.argument("end", metavar="REV", type=click.IntRange(min=0))
@json_option
def command(project: Path, start: int, end: int, as_json: bool) -> None:
    """Say what turns PROJECT after the first REV into PROJECT after the second; 0 is the empty project."""
    from kgapp.domain.terms import nquad
    from kgapp.services import history

    with program().reading(project) as workspace:
        found = history.difference(workspace.reader, start, end)
    if as_json:
        removed, added = (sorted(map(nquad, quads)) for quads in (found.change.removed, found.change.added))
        print_json({"from": start, "to": end, "removed": removed, "added": added, "sentences": found.sentences})
        return
    for sentence in found.sentences[:MOST_SENTENCES]:
        click.echo(plain(sentence))
    if len(found.sentences) > MOST_SENTENCES:
        click.echo(f"… and {len(found.sentences) - MOST_SENTENCES:,} more; --json gives all.")
    click.echo(f"{len(found.change.removed):,} statements removed, {len(found.change.added):,} added.")
