"""``kgapp query --why``: what a row of an answer asked with what follows rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kgapp.cli.common import counted, plain
from kgapp.domain.errors import NotFound

if TYPE_CHECKING:
    from kgapp.services.asking.history import Kept
    from kgapp.services.workspace import Workspace


def show(workspace: Workspace, kept: Kept, number: int) -> None:
    """Print why a row is there. Raises ``NotFound`` where there is no such row, ``BadInput`` where it cannot be told."""
    from kgapp.cli import why as printing
    from kgapp.services import why, why_rows

    if number > len(kept.rows):
        raise NotFound(f"The answer has no row {number:,}.", hint=f"It has {counted(len(kept.rows), 'row')} here.")
    row, run = kept.rows[number - 1], kept.run
    found = why_rows.reasons(workspace.reader, workspace.engine, run.text, run.columns, row)
    follow = counted(len(found.facts), "statement")
    click.echo()
    click.echo(f"Row {number:,} rests on {follow} that nobody stated, and on {found.stated:,} that are stated.")
    for fact in found.facts:
        printing.show(why.why(workspace.reader, *fact), 0)
    for sentence in found.left:
        click.echo(plain(sentence))
