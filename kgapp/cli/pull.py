"""``kgapp pull``: things of an endpoint, with their surroundings, into a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import counted, json_option, plain, print_json, project_argument
from kgapp.cli.program import program
from kgapp.cli.revisions import revision_json, say_revision

if TYPE_CHECKING:
    from kgapp.services.remote.pulling import Plan

_MOST_LINES = 200


@click.command()
@project_argument
@click.option(
    "--from", "url", required=True, metavar="URL", help="The endpoint: an address, or the name of a connection."
)
@click.option(
    "--about", multiple=True, required=True, metavar="ENTITY", help="What to copy; may be given several times."
)
@click.option("--hops", type=click.IntRange(0, 5), default=1, show_default=True, help="How many steps around it.")
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@click.option("--reason", default="", help="Why: one sentence for the history; needed unless --dry-run.")
@json_option
def command(
    project: Path, url: str, about: tuple[str, ...], hops: int, dry_run: bool, reason: str, as_json: bool
) -> None:
    """Copy things of an endpoint and what they lead to into PROJECT, as one revision.

    All of it is read, or nothing is added. Nothing in PROJECT is removed or overwritten; where it has another value, both stand
    side by side, which is told. The revision names the endpoint and the time. Numbers come in the endpoint's form.
    """
    from kgapp.services import browsing
    from kgapp.services.remote import pulling

    if not dry_run and not reason.strip():
        raise click.UsageError("Say why with --reason, or look first with --dry-run.")
    with program().reading(project) if dry_run else program().writing(project) as workspace:
        with program().reading(url) as remote:
            things = tuple(browsing.resolve(remote.reader, each) for each in about)
            planned = pulling.plan(remote.reader, workspace.reader, pulling.Part(things, hops))
        revision = None if dry_run else pulling.commit(workspace, planned, reason)
    if as_json:
        told = {
            "format": "kgapp-pull/1",
            "dry_run": dry_run,
            "found": planned.found,
            "things": planned.things,
            "added": len(planned.change.added),
            "sentences": planned.sentences,
            "beside": planned.beside,
            "revision": revision_json(revision) if revision else None,
        }
        print_json(told)
        return
    _say(planned)
    if revision is not None:
        say_revision(revision)
    else:
        click.echo("Nothing was added: this was a dry run." if dry_run and planned.change else "Nothing to add.")


def _say(planned: Plan) -> None:
    for sentence in planned.sentences[:_MOST_LINES]:
        click.echo(plain(sentence))
    if len(planned.sentences) > _MOST_LINES:
        click.echo(f"… and {len(planned.sentences) - _MOST_LINES:,} lines more; --json tells them.")
    there = planned.found - len(planned.change.added)
    click.echo(
        f"{counted(planned.found, 'statement')} at the endpoint about {counted(planned.things, 'thing')}; {there:,} are here already."
    )
    for each in planned.beside:
        click.echo(f"Note: {plain(each)}")
