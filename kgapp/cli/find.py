"""``kgapp find``: entities by words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import json_option, print_json, print_table, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.services.ports import RecordReader
    from kgapp.services.search import Found


@click.command()
@project_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(min=1, max=500), default=50, show_default=True, help="Most to show.")
@json_option
def command(project: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find entities of PROJECT whose labels, synonyms, ids or texts hold all WORDS, or words that begin so, in any order."""
    from kgapp.services import search

    with program().reading(project) as workspace:
        found = search.find(workspace.reader, " ".join(words), limit=limit)
        if as_json:
            _print_json(found)
        else:
            _print(workspace.reader, found)


def _print(reader: RecordReader, found: Found) -> None:
    from kgapp.services import browsing

    if not found.hits:
        click.echo("Nothing was found.")
        return
    rows = [
        (
            browsing.compact(reader, hit.entity.iri),
            hit.entity.label,
            ", ".join(kind.label for kind in hit.types),
            f"{hit.property}: {hit.matched}",
        )
        for hit in found.hits
    ]
    print_table(("entity", "label", "class", "found in"), rows)
    if found.more:
        click.echo(f"Showing {len(found.hits)} of more than 500: add a word.")
    elif found.total > len(found.hits):
        click.echo(f"Showing {len(found.hits)} of {found.total}; --limit shows more.")


def _print_json(found: Found) -> None:
    hits = [
        {
            "iri": hit.entity.iri,
            "label": hit.entity.label,
            "classes": [{"iri": kind.iri, "label": kind.label} for kind in hit.types],
            "property": hit.property,
            "matched": hit.matched,
        }
        for hit in found.hits
    ]
    print_json({"hits": hits, "total": found.total, "more_than_500": found.more})
