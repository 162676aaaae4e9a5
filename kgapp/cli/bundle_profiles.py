"""The profiles of bundles on the command line: what goes to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import json_option, plain, print_json, print_table, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.bundle import Audience, Profile


def audience(name: str) -> Audience:
    """Whom a name means: the holder of a key that is known here, else an organisation."""
    from kgapp.domain.bundle import Audience
    from kgapp.domain.errors import NotFound

    try:
        card = program().exchange().keys.find(name).card
    except NotFound:
        return Audience(name)
    return Audience(card.organization, card.name, card.key)


@click.command()
@project_argument
@json_option
def profiles(project: Path, *, as_json: bool) -> None:
    """List the profiles of PROJECT: what goes to whom."""
    from kgapp.services.bundles import profile as service

    with program().reading(project) as workspace:
        found = service.every(workspace.reader)
    if as_json:
        print_json({"format": "kgapp-bundle-profiles/1", "profiles": [_row(each) for each in found]})
    else:
        print_table(("profile", "for", "what goes", "with"), [_cells(each) for each in found])


@click.command()
@project_argument
@click.argument("name")
@click.option(
    "--to", "recipient", default="", help="Whom bundles of it are for: a key that you know, or an organisation."
)
@click.option(
    "--level", "levels", multiple=True, type=click.Choice(["public", "partner", "internal"]), help="Who may see it."
)
@click.option(
    "--part", "parts", multiple=True, metavar="ENTITY", help="Only this and what belongs to it or is named by it."
)
@click.option("--graph", "graphs", multiple=True, metavar="IRI", help="This graph goes, too.")
@click.option("--people", is_flag=True, help="With people; never with what is personal about them.")
@click.option("--history", is_flag=True, help="With the day since when each statement stands.")
@click.option("--attachments", is_flag=True, help="With the files that are marked for the recipient.")
@click.option("--notes", is_flag=True, help="With comments and notes.")
@click.option("--drop", is_flag=True, help="Forget the profile.")
def profile(project: Path, name: str, *, recipient: str, drop: bool, **chosen: Any) -> None:
    """Keep the profile NAME in PROJECT, in place of one of that name. The recipient of a bundle reads its name and choices."""
    from kgapp.domain import terms
    from kgapp.domain.bundle import Level, Profile
    from kgapp.services import browsing
    from kgapp.services.bundles import profile as service

    with program().writing(project) as workspace:
        if drop:
            service.drop(workspace, name)
            click.echo(f"Forgotten: {plain(name)}")
            return
        if not recipient:
            raise click.UsageError("Say whom bundles of this profile are for: --to.")
        kept = Profile(
            name,
            frozenset(Level(each) for each in chosen["levels"]) or Profile("").levels,
            tuple(browsing.resolve(workspace.reader, each) for each in chosen["parts"]),
            chosen["people"],
            chosen["history"],
            chosen["attachments"],
            chosen["notes"],
            tuple(terms.iri(each) for each in chosen["graphs"]),
            audience(recipient),
        )
        service.keep(workspace, kept)
    click.echo(f"Kept: the profile {plain(name)}. Try it with: kgapp bundle create … --profile {plain(name)} --dry-run")


def _cells(one: Profile) -> tuple[str, ...]:
    words = [word for word in ("people", "history", "attachments", "notes") if getattr(one, word)]
    parts = f"; {len(one.parts)} parts" if one.parts else ""
    to = one.audience.organization if one.audience else "named when it is made"
    return one.name, to, ", ".join(sorted(one.levels)) + parts, ", ".join(words) or "nothing else"


def _row(one: Profile) -> dict[str, Any]:
    return {
        "name": one.name,
        "organization": one.audience.organization if one.audience else None,
        "key": (one.audience.key or None) if one.audience else None,
        "levels": sorted(one.levels),
        "parts": list(one.parts),
        "people": one.people,
        "history": one.history,
        "attachments": one.attachments,
        "notes": one.notes,
        "graphs": list(one.graphs),
    }
