"""``kgapp publish``: a project, or its state as of a revision, into one graph of a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kgapp.cli.common import counted, json_option, plain, print_json, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri
    from kgapp.services.remote.outgoing import Plan
    from kgapp.services.remote.publishing import Progress, Published, There


@click.command()
@project_argument
@click.argument("endpoint")
@click.option("--graph", required=True, metavar="IRI", help="The graph that takes it.")
@click.option("--revision", type=click.IntRange(1), help="As it was after this revision.")
@click.option(
    "--over",
    type=click.Choice(("update", "graph-store")),
    default="update",
    show_default=True,
    help="How it is written.",
)
@click.option("--write-url", default="", help="The address that takes writes, if the connection does not name it.")
@click.option("--replace", is_flag=True, help="Remove what the graph holds, when it holds anything else.")
@click.option("--people", is_flag=True, help="Send what is marked personal, too.")
@click.option(
    "--confidential",
    type=click.IntRange(0),
    default=0,
    metavar="NUMBER",
    help="Yes, so much that is marked internal or personal may be read there. --dry-run says the number.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be sent, and what the graph holds.")
@json_option
def command(project: Path, endpoint: str, *, dry_run: bool, as_json: bool, **options: Any) -> None:
    """Write PROJECT into one graph of the SPARQL server ENDPOINT (an address, or the name of a connection).

    What is marked internal, and know-how without a mark, goes along; nothing is written before you name how much that is with
    --confidential. A graph that holds anything else is not touched without --replace. After a break, give the same command again: it goes
    on after the last confirmed batch. Afterwards every statement is read back and compared by value.
    """
    from kgapp.domain import terms
    from kgapp.services.remote import outgoing, publishing

    named = terms.iri(options["graph"])
    with program().reading(project) as workspace:
        plan = outgoing.plan(workspace.reader, options["revision"], people=options["people"])
    with closing(program().publish_target(endpoint, over=options["over"], write_url=options["write_url"])) as target:
        if not as_json:
            for sentence in (*plan.sentences, f"To <{named}> at {target.address}."):
                click.echo(plain(sentence))
        if dry_run:
            there, done = publishing.look(target, named, plan), None
        else:
            steps = publishing.publish(
                target,
                program().publish_states(),
                named,
                plan,
                replace=options["replace"],
                confidential=options["confidential"],
            )
            there, done = None, _publish(steps, quiet=as_json)
    if as_json:
        print_json(_told(plan, named, there, done))
    elif there is not None:
        click.echo(
            f"The graph holds {counted(there.statements, 'statement')}, {there.foreign:,} of them not of this revision. "
            "Nothing was written: this was a dry run."
        )
        if plan.confidential:
            click.echo(
                f"To write it, say that what is confidential may be read there: --confidential {plan.confidential}"
            )
    elif done is not None:
        _say(done)


def _publish(steps: Iterator[Progress | Published], *, quiet: bool) -> Published | None:
    from kgapp.services.remote import publishing

    done, shown = None, ""
    for each in steps:
        if isinstance(each, publishing.Published):
            done = each
        elif not quiet and (line := _line(each)) != shown:
            shown = line
            click.echo(line, err=True)
    return done


def _line(each: object) -> str:
    """Every tenth of the way, so that a log stays short."""
    from kgapp.services.remote.publishing import Progress

    assert isinstance(each, Progress), "there is nothing else"
    return f"{each.doing}: {each.done * 10 // max(each.of, 1) * 10} %"


def _say(done: Published) -> None:
    if done.removed:
        click.echo(f"Removed before: {counted(done.removed, 'statement')} of the graph.")
    if done.resumed_at:
        click.echo(f"Went on after {counted(done.resumed_at, 'confirmed statement')} of an earlier run.")
    click.echo(f"Sent: {counted(done.sent, 'statement')}.")
    click.echo(plain(done.sentence))


def _told(plan: Plan, graph: Iri, there: There | None, done: Published | None) -> dict[str, object]:
    return {
        "format": "kgapp-publish/1",
        "graph": graph,
        "revision": plan.seq,
        "revision_hash": plan.revision_hash,
        "statements": len(plan.triples),
        "left_out": plan.left_out,
        "internal_things": plan.internal_things,
        "personal_things": plan.personal_things,
        "personal_figures": plan.personal_figures,
        "people": plan.named,
        "confidential": plan.confidential,
        "with_people": plan.with_people,
        "sentences": plan.sentences,
        "dry_run": there is not None,
        "there": {"statements": there.statements, "foreign": there.foreign} if there else None,
        "published": {
            "sent": done.sent,
            "resumed_at": done.resumed_at,
            "removed": done.removed,
            "compared": done.compared,
            "rewritten": done.rewritten,
        }
        if done
        else None,
    }
