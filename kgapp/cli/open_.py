"""``kgapp open``: the window."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.program import program


@click.command()
@click.argument("project", type=click.Path(path_type=Path), required=False)
def command(project: Path | None) -> int:
    """Open PROJECT in the window; without one, the project last used or the demo."""
    return program().open_window(project)
