"""``kgapp merge``: make one of two entities that are the same."""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import json_option, plain, print_json, project_argument, reason_option
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision


@click.command()
@project_argument
@click.argument("stays", metavar="ENTITY")
@click.argument("goes", metavar="OTHER")
@click.option("--take", multiple=True, metavar="PROPERTY", help="Where they disagree, keep OTHER's value of PROPERTY.")
@reason_option
@json_option
def command(project: Path, stays: str, goes: str, take: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Merge OTHER of PROJECT into ENTITY as one revision.

    What is said of OTHER is said of ENTITY then, and what referred to OTHER refers to ENTITY. Where there can be one value, ENTITY's
    is kept. OTHER is retired and names what replaces it.
    """
    from kgapp.services import browsing, merging

    with program().writing(project) as workspace:
        reader = workspace.reader
        one, other = browsing.resolve(reader, stays), browsing.resolve(reader, goes)
        chosen = {browsing.resolve_property(reader, name): merging.Side.GOES for name in take}
        conflicts = merging.plan(reader, one, other).conflicts
        revision = merging.merge(workspace, one, other, chosen, reason)
    if as_json:
        print_json({"revision": revision_json(revision) if revision else None})
        return
    assert revision is not None, "a merge retires one of the two"
    say_revision(revision)
    for conflict in conflicts:
        kept, lost = conflict.stays_text, conflict.goes_text
        if conflict.predicate.iri in chosen:
            kept, lost = lost, kept
        click.echo(plain(f"  {conflict.predicate.label}: “{kept}”, not “{lost}”"))
