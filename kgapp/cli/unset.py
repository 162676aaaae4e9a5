"""``kgapp unset``: remove values of a property."""

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
@click.argument("values", nargs=-1, metavar="[VALUE...]")
@reason_option
@json_option
def command(project: Path, entity: str, property_: str, values: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Remove VALUEs that ENTITY has for PROPERTY in PROJECT; all of them when none is named."""
    from kgapp.services import browsing, editing

    with program().writing(project) as workspace:
        reader = workspace.reader
        subject = browsing.resolve(reader, entity)
        predicate = browsing.resolve_property(reader, property_)
        revision = editing.unset_values(workspace, subject, predicate, values, reason)
    if as_json:
        print_json({"revision": revision_json(revision)})
    else:
        say_revision(revision)
