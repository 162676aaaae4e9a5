"""``kgapp inspection-copy``: a project to show in an inspection, without internal notes and personal figures."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import plain, project_argument
from kgapp.cli.program import program


@click.command()
@project_argument
@click.argument("copy", type=click.Path(path_type=Path))
@click.option(
    "--revision", "seq", type=int, metavar="N", help="As it was after this revision; without it as it is now."
)
def command(project: Path, copy: Path, seq: int | None) -> None:
    """Make COPY, a read-only project built from what may be shown of PROJECT.

    Left out are notes, personal figures, what is marked internal or personal, know-how without a mark, assessments and the
    history. A file of that name is never replaced.
    """
    with program().reading(project) as workspace:
        shown = program().create_inspection(workspace.reader, copy, seq)
    click.echo(plain(f"Made {copy} with {shown.statements:,} statements. {shown.sentence}"))
