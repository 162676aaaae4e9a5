"""``kgapp set``: replace the values of a property."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command(context_settings={"ignore_unknown_options": True})
@project_argument
@click.argument("entity")
@click.argument("property_", metavar="PROPERTY")
@click.argument("values", nargs=-1, required=True, metavar="VALUE...")
@reason_option
@json_option
def command(project: Path, entity: str, property_: str, values: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Replace all values that ENTITY has for PROPERTY in PROJECT by VALUEs.

    Values are typed by the shape of the entity's class. Where no shape, ontology or value says what is meant, write N-Triples
    syntax: <https://example.org/x>, "text", "text"@en, "7.40"^^<datatype IRI>. The written form is kept: 7.40 stays 7.40.
    """
    from kgapp.services import browsing, editing

    with program().writing(project) as workspace:
        reader = workspace.reader
        subject = browsing.resolve_or_new(reader, entity)
        predicate = browsing.resolve_property(reader, property_)
        revision = editing.set_values(workspace, subject, predicate, values, reason)
    if as_json:
        print_json({"revision": revision_json(revision) if revision else None})
    elif revision is None:
        click.echo("Nothing to do: it has exactly these values.")
    else:
        say_revision(revision)
