"""``kgapp open``: the window."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import shown_argument
from kgapp.cli.program import program


@click.command()
@shown_argument
def command(project: Path | str | None) -> int:
    """Open PROJECT in the window; without one, the project last used or the demo.

    PROJECT can be an endpoint, by its address or by the name of a connection: it is only read.
    """
    return program().open_window(project)
