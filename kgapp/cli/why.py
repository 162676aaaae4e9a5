"""``kgapp why``: why a statement holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import counted, json_option, plain, print_json, project_argument
from kgapp.cli.program import program
from kgapp.domain.errors import UserError

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri, Term
    from kgapp.services.ports import RecordReader
    from kgapp.services.why import Reason

FORMAT: Final = "kgapp-why/1"
LIST_FORMAT: Final = "kgapp-what-follows/1"


@click.command()
@project_argument
@click.argument("subject")
@click.argument("property_", metavar="[PROPERTY", required=False)
@click.argument("value", metavar="VALUE]", required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=40, show_default=True, help="List at most so many statements."
)
@json_option
def command(project: Path, subject: str, property_: str | None, value: str | None, limit: int, as_json: bool) -> None:
    """Say why SUBJECT has VALUE as PROPERTY in PROJECT: it is stated, or it follows by the ontology.

    SUBJECT and VALUE are an IRI, a prefixed name, an id or a label; VALUE may be a literal in N-Triples syntax. With PROPERTY
    a, VALUE is a class. With SUBJECT alone, list what follows about it that nobody stated.
    """
    if property_ is None:
        _list(project, subject, limit, as_json=as_json)
        return
    if value is None:
        raise click.UsageError("Give PROPERTY and VALUE, or neither of them.")
    from kgapp.domain.vocabulary import RDF
    from kgapp.services import browsing, why

    with program().reading(project) as workspace:
        reader = workspace.reader
        predicate = RDF.type if property_ == "a" else browsing.resolve_property(reader, property_)
        found = why.why(reader, browsing.resolve(reader, subject), predicate, _value(reader, value))
    if as_json:
        print_json({"format": FORMAT, **_document(found)})
    else:
        show(found, 0)


def _list(project: Path, subject: str, limit: int, *, as_json: bool) -> None:
    from kgapp.domain.terms import ntriples
    from kgapp.services import browsing, what_follows

    with program().reading(project) as workspace:
        thing = browsing.resolve(workspace.reader, subject)
        found = what_follows.about(workspace.reader, workspace.engine, thing, most=limit)
    if as_json:
        rows = [{"statement": [ntriples(x) for x in each.fact], "sentence": each.sentence} for each in found.statements]
        print_json({"format": LIST_FORMAT, "total": found.total, "revision": found.revision, "statements": rows})
        return
    for each in found.statements:
        click.echo(plain(each.sentence))
    if not found.total:
        click.echo("Nothing follows about this that is not stated.")
        return
    shown = (
        f"Showing {len(found.statements):,} of {found.total:,} statements"
        if found.total > limit
        else counted(found.total, "statement")
    )
    click.echo(f"{shown} that nobody stated. kgapp why PROJECT SUBJECT PROPERTY VALUE says why.")


def _value(reader: RecordReader, text: str) -> Term:
    from kgapp.domain import terms
    from kgapp.services import browsing

    if text.startswith('"'):
        return terms.parse(text)
    spelled = browsing.spelled(reader, text)
    if spelled is not None:
        return spelled
    return _class_or_thing(reader, text)


def _class_or_thing(reader: RecordReader, text: str) -> Iri:
    from kgapp.domain.vocabulary import CLASSES
    from kgapp.services import browsing

    try:
        return browsing.resolve(reader, text)
    except UserError:
        kinds = [kind.iri for kind in CLASSES.values() if kind.label == text]
        if len(kinds) != 1:
            raise
        return kinds[0]


def show(found: Reason, depth: int) -> None:
    """Print a reason, its premises further to the right."""
    indent = "  " * depth
    if found.rule is None:
        click.echo(f"{indent}{plain(found.sentence)} Stated in {plain(', '.join(found.graphs))}.")
        return
    whose = "an axiom of this project" if found.own else "the ontology"
    click.echo(f"{indent}{plain(found.sentence)} It follows:")
    click.echo(f"{indent}  {plain(found.axiom)} ({whose}: {found.rule})")
    for premise in found.premises:
        show(premise, depth + 1)


def _document(found: Reason) -> dict[str, object]:
    from kgapp.domain.terms import ntriples

    return {
        "statement": [ntriples(term) for term in found.fact],
        "sentence": found.sentence,
        "stated_in": list(found.graphs),
        "rule": found.rule,
        "axiom": found.axiom or None,
        "own": found.own,
        "premises": [_document(each) for each in found.premises],
    }
