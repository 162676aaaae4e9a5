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
    "--about", multiple=True, metavar="ENTITY", help="A thing with what it leads to; may be given several times."
)
@click.option("--class", "classes", multiple=True, metavar="CLASS", help="All things of a class and its narrower ones.")
@click.option("--graph", "graphs", multiple=True, metavar="IRI", help="A whole named graph, as it is.")
@click.option(
    "--hops",
    type=click.IntRange(0, 5),
    default=1,
    show_default=True,
    help="How many steps around things of --about and --class.",
)
@click.option("--with-uses", "uses", is_flag=True, help="Also what leads to these things: that is one step.")
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@click.option("--reason", default="", help="Why: one sentence for the history; needed unless --dry-run.")
@json_option
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter for each option
    project: Path,
    url: str,
    about: tuple[str, ...],
    classes: tuple[str, ...],
    graphs: tuple[str, ...],
    hops: int,
    uses: bool,
    dry_run: bool,
    reason: str,
    as_json: bool,
) -> None:
    """Copy a part of an endpoint into PROJECT, as one revision.

    The part is things with what they lead to, all things of a class, or a whole graph. All of it is read, or nothing is added: more
    than 100,000 statements or 20,000 things, and things without a name of their own, are refused. Nothing in PROJECT is removed or
    overwritten; where it has another value, both stand side by side, which is told. The revision names the endpoint and the time, and so do
    statements about each thing of which something was added. Numbers come in the endpoint's form.
    """
    from kgapp.services.remote import part_reading, pulling

    if not (about or classes or graphs):
        raise click.UsageError("Say what to copy with --about, --class or --graph.")
    if not dry_run and not reason.strip():
        raise click.UsageError("Say why with --reason, or look first with --dry-run.")
    with program().reading(project) if dry_run else program().writing(project) as workspace:
        with program().reading(url) as remote:
            there = remote.reader
            part = part_reading.named(there, things=about, classes=classes, graphs=graphs, hops=hops, uses=uses)
            planned = pulling.plan(there, workspace.reader, part)
        revision = None if dry_run else pulling.commit(workspace, planned, reason)
    if as_json:
        things = planned.things
        told = {
            "format": "kgapp-pull/1",
            "dry_run": dry_run,
            "found": planned.found,
            "things": things.all,
            "things_new": things.new,
            "things_differing": things.differing,
            "things_same": things.same,
            "added": planned.copied,
            "sentences": planned.sentences,
            "sentences_tell": planned.told,
            "beside": planned.beside,
            "notes": planned.notes,
            "sha256": planned.digest,
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
    if planned.told < planned.copied:
        click.echo(f"The sentences tell {planned.told:,} of {planned.copied:,} statements.")
    there, things = planned.found - planned.copied, planned.things
    click.echo(
        f"{counted(planned.found, 'statement')} at the endpoint about {counted(things.all, 'thing')}; {there:,} are here already."
    )
    click.echo(
        f"Of the things {things.new:,} are new here, {things.differing:,} get something added, {things.same:,} have it all."
    )
    for each in planned.beside[:_MOST_LINES]:
        click.echo(f"Note: {plain(each)}")
    if len(planned.beside) > _MOST_LINES:
        click.echo(f"… and {len(planned.beside) - _MOST_LINES:,} notes more; --json tells them.")
    for each in planned.notes:
        click.echo(f"Note: {plain(each)}")
