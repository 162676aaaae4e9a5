"""The switch of queries and questions for what follows from the statements."""

from __future__ import annotations

from typing import Final

import click

inferred_option: Final = click.option(
    "--inferred/--no-inferred",
    default=False,
    show_default=True,
    help="Ask also what follows by the ontology: wider classes and properties, inverse, symmetric, transitive ones, chains.",
)


def say_inferred(notes: tuple[str, ...], *, err: bool) -> None:
    """Say with an answer that it was asked with what follows."""
    for note in notes:
        click.echo(note, err=err)
