"""``kgapp find``: entities by words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import json_option, plain, print_json, print_table, target_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.services.near import Near
    from kgapp.services.ports import RecordReader
    from kgapp.services.search import Found, Hit


@click.command()
@target_argument
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(min=1, max=500), default=50, show_default=True, help="Most to show.")
@json_option
def command(project: Path | str, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find entities of PROJECT whose labels, synonyms, ids or texts hold all WORDS, or words that begin so, in any order."""
    from kgapp.services import search

    with program().reading(project) as workspace:
        text = " ".join(words)
        found = search.find(workspace.reader, text, limit=limit)
        if as_json:
            _print_json(found, () if found.hits else _meant(workspace.reader, text))
        else:
            _print(workspace.reader, found, text)
            if workspace.reader.meta().endpoint:
                click.echo(
                    "An endpoint is searched for names and the texts of the model, with accents as they are written."
                )


def _print(reader: RecordReader, found: Found, words: str) -> None:
    from kgapp.services import browsing

    if not found.hits:
        click.echo("Nothing was found.")
        for other in _meant(reader, words):
            names = ", ".join(thing.label for thing in other.things)
            click.echo(plain(f"Did you mean “{other.text}”? It finds {names}."))
        return
    rows = [
        (
            browsing.compact(reader, hit.entity.iri),
            hit.entity.label,
            ", ".join(kind.label for kind in hit.types),
            _why(hit),
        )
        for hit in found.hits
    ]
    print_table(("entity", "label", "class", "found in"), rows)
    if found.more:
        click.echo(f"Showing {len(found.hits)} of more than 500: add a word.")
    elif found.total > len(found.hits):
        click.echo(f"Showing {len(found.hits)} of {found.total}; --limit shows more.")


def _meant(reader: RecordReader, words: str) -> tuple[Near, ...]:
    from kgapp.services import near

    return near.meant(reader, words)


def _why(hit: Hit) -> str:
    """Where the words are; the label alone needs no repeating."""
    if hit.by_name and hit.matched == hit.entity.label:
        return hit.property
    return f"{hit.property} “{hit.matched}”"


def _print_json(found: Found, near: tuple[Near, ...]) -> None:
    hits = [
        {
            "iri": hit.entity.iri,
            "label": hit.entity.label,
            "classes": [{"iri": kind.iri, "label": kind.label} for kind in hit.types],
            "property": hit.property,
            "matched": hit.matched,
            "in_a_name": hit.by_name,
        }
        for hit in found.hits
    ]
    meant = [{"text": each.text, "finds": [thing.iri for thing in each.things]} for each in near]
    print_json({"hits": hits, "total": found.total, "more_than_500": found.more, "did_you_mean": meant})
