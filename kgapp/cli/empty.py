"""Why the answer of a query is empty, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kgapp.cli.common import plain
from kgapp.cli.program import program


def empty_hint(*, inferred: bool, endpoint: str) -> str:
    """What to do about an answer without rows."""
    hint = "No rows is no proof that there is nothing: --explain-empty says which part of the query leaves none"
    follows = "" if inferred or endpoint else "; --inferred asks also what follows, such as wider classes"
    return f"{hint}{follows}."


def why_empty(project: Path | str, query: str, *, inferred: bool, seconds: float, as_json: bool) -> None:
    """Print which parts of a query leave no answer, each in a sentence."""
    from kgapp.services import inference
    from kgapp.services.asking import emptiness

    with program().reading(project) as workspace:
        source = inference.source(workspace.engine, inferred=inferred)
        found = emptiness.explain(workspace.reader, source, query, seconds=seconds)
    if as_json:
        parts = [
            {"text": each.text, "verdict": each.verdict, "start": each.start, "end": each.end} for each in found.parts
        ]
        pairs = [[one.text, other.text] for one, other in found.pairs]
        told = {"sentences": found.sentences, "parts": parts, "pairs": pairs, "complete": found.complete}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for sentence in found.sentences:
        click.echo(plain(sentence))
