"""``kgapp demo``: a project with the CAR-T demo."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import plain, project_argument
from kgapp.cli.program import program


@click.command()
@project_argument
def command(project: Path) -> None:
    """Make PROJECT with the CAR-T demo in it. A file of that name is never replaced."""
    revision = program().create_demo(project)
    added = revision.added_count if revision else 0
    click.echo(f"Made {plain(str(project))} with {added:,} statements about an invented CAR-T process.")
