"""``kgapp verify``: is the project file whole and unaltered?"""

from __future__ import annotations

from pathlib import Path

import click

from kgapp.cli.common import counted, json_option, plain, print_json, project_argument
from kgapp.cli.main import FINDINGS
from kgapp.cli.program import program


@click.command()
@project_argument
@json_option
def command(project: Path, as_json: bool) -> int:
    """Check PROJECT: its hash chain, the digest of every revision, and that everything else follows from the changes.

    Ends with 1 and says where when something was altered. It finds altered and lost parts, not a file that was replaced by an
    older or a wholly new one: for that, compare the revision hash with one that you wrote down.
    """
    found = program().verify(project)
    if as_json:
        print_json(
            {
                "verified": not found.problems,
                "revisions": found.revisions,
                "quads": found.quads,
                "revision_hash": found.head or None,
                "graph_hash": found.graph_hash,
                "problems": [{"place": problem.place, "sentence": problem.sentence} for problem in found.problems],
            }
        )
        return FINDINGS if found.problems else 0
    for problem in found.problems:
        click.echo(plain(f"{problem.place}: {problem.sentence}"))
    if found.problems:
        click.echo(f"{plain(str(project))} is damaged or was altered. Go back to a copy that passes.")
        return FINDINGS
    click.echo(
        f"{plain(str(project))} is whole: {counted(found.revisions, 'revision')}, {counted(found.quads, 'statement')}."
    )
    click.echo(f"revision hash {found.head or '(no revision yet)'}\ngraph hash    {found.graph_hash}")
    return 0
