"""``kgapp new``: an empty project."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import plain, project_argument
from kgapp.cli.program import program


@click.command()
@project_argument
@click.option("--base", metavar="IRI", help="What the IRIs of its entities begin with.")
@click.option("--prefix", metavar="P", default="", help="A prefix for the base, to write P:name.")
def command(project: Path, base: str | None, prefix: str) -> None:
    """Make the empty project PROJECT. A file of that name is never replaced."""
    from kgapp.domain import names, terms

    names.check_prefix(prefix)
    program().create(project, terms.iri(base) if base else program().DEFAULT_BASE, prefix)
    click.echo(f"Made {plain(str(project))}.")
