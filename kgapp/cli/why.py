"""``kgapp why``: why a statement holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kgapp.cli.common import json_option, plain, print_json, project_argument
from kgapp.cli.program import program
from kgapp.domain.errors import UserError

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri, Term
    from kgapp.services.ports import RecordReader
    from kgapp.services.why import Reason

FORMAT: Final = "kgapp-why/1"


@click.command()
@project_argument
@click.argument("subject")
@click.argument("property_", metavar="PROPERTY")
@click.argument("value")
@json_option
def command(project: Path, subject: str, property_: str, value: str, as_json: bool) -> None:
    """Say why SUBJECT has VALUE as PROPERTY in PROJECT: it is stated, or it follows by the ontology.

    SUBJECT and VALUE are an IRI, a prefixed name, an id or a label; VALUE may be a literal in N-Triples syntax. With PROPERTY
    a, VALUE is a class.
    """
    from kgapp.domain.vocabulary import RDF
    from kgapp.services import browsing, why

    with program().reading(project) as workspace:
        reader = workspace.reader
        predicate = RDF.type if property_ == "a" else browsing.resolve_property(reader, property_)
        found = why.why(reader, browsing.resolve(reader, subject), predicate, _value(reader, value))
    if as_json:
        print_json({"format": FORMAT, **_document(found)})
    else:
        _show(found, 0)


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


def _show(found: Reason, depth: int) -> None:
    indent = "  " * depth
    if found.rule is None:
        click.echo(f"{indent}{plain(found.sentence)} Stated in {plain(', '.join(found.graphs))}.")
        return
    whose = "an axiom of this project" if found.own else "the ontology"
    click.echo(f"{indent}{plain(found.sentence)} It follows:")
    click.echo(f"{indent}  {plain(found.axiom)} ({whose}: {found.rule})")
    for premise in found.premises:
        _show(premise, depth + 1)


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
