"""Saving questions in a project: as a copy of another or a new one. What cannot be asked is not saved.

They are statements like all others: they have a history, are undone, exported and handed on with the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.question import Parameter, Question
from kgapp.domain.terms import XSD_STRING, Iri, Literal, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import entities
from kgapp.services.ports import RecordReader
from kgapp.services.questions import library, reading
from kgapp.services.workspace import Workspace

_UNSAVED: Final = Iri("urn:kgapp:unsaved")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that is not saved yet."""

    label: str
    sentence: str
    query: str
    explanation: str = ""
    parameters: tuple[Parameter, ...] = ()
    group: Iri = KG.ownQuestions


def copy(question: Question) -> Draft:
    """A draft to alter: a copy of a question under a new label, in the same group."""
    label = entities.copy_label(question.label)
    return Draft(label, question.sentence, question.query, question.explanation, question.parameters, question.group)


def free_label(reader: RecordReader, question: Question) -> str:
    """What a copy of a question can be called: its label with a number where there is a copy already."""
    taken = {each.label.casefold() for each in library.library(reader).questions}
    wanted = label = entities.copy_label(question.label)
    number = 1
    while label.casefold() in taken:
        number += 1
        label = f"{wanted} {number}"
    return label


def save(workspace: Workspace, draft: Draft, why: str) -> tuple[Iri, Revision]:
    """Keep a question in the project; its address and the revision. Raises ``BadInput`` when it cannot be asked."""
    _check(workspace.reader, draft)
    iri = entities.mint(workspace.reader, KG.Question, draft.label)
    change = ChangeSet(f"New question “{shorten(draft.label)}”", added=_quads(workspace.reader, iri, draft))
    revision = workspace.commit(change, Note(workspace.author, why))
    assert revision is not None, "a new question is a change"
    return iri, revision


def _check(reader: RecordReader, draft: Draft) -> None:
    """Read what would be stated. Raises ``BadInput`` with what is wrong."""
    if not draft.label.strip():
        raise BadInput("A question needs a label, so that people recognise it.")
    taken = {each.label.casefold() for each in library.library(reader).questions}
    if draft.label.strip().casefold() in taken:
        raise BadInput(f"There is a question “{shorten(draft.label.strip())}” already.", hint="Give it another label.")
    stated: dict[Iri, dict[Iri, frozenset[Term]]] = {}
    for quad in _quads(reader, _UNSAVED, draft):
        said = stated.setdefault(quad.subject, {})
        said[quad.predicate] = said.get(quad.predicate, frozenset()) | {quad.object}
    reading.question(_UNSAVED, stated[_UNSAVED], stated)


def _quads(reader: RecordReader, iri: Iri, draft: Draft) -> frozenset[Quad]:
    graph = library.questions_graph(reader.meta().base)
    facts = [(iri, *fact) for fact in _facts(draft)]
    for parameter in draft.parameters:
        address = Iri(f"{iri}-{parameter.name}")
        facts.append((iri, KG.hasParameter, address))
        facts += [(address, *fact) for fact in _parameter_facts(parameter)]
    return frozenset(Quad(subject, predicate, term, graph) for subject, predicate, term in facts)


def _facts(draft: Draft) -> Iterator[tuple[Iri, Term]]:
    yield RDF.type, KG.Question
    yield RDFS.label, language_literal(draft.label.strip(), "en")
    yield KG.questionSentence, language_literal(draft.sentence.strip(), "en")
    yield KG.questionGroup, draft.group
    yield KG.questionQuery, Literal(draft.query.strip(), XSD_STRING)
    if draft.explanation.strip():
        yield KG.explanation, language_literal(draft.explanation.strip(), "en")


def _parameter_facts(parameter: Parameter) -> Iterator[tuple[Iri, Term]]:
    yield RDF.type, KG.QuestionParameter
    yield RDFS.label, language_literal(parameter.label, "en")
    yield KG.parameterName, Literal(parameter.name, XSD_STRING)
    yield from ((KG.takesClass, kind) for kind in parameter.classes)
    single = (
        (KG.takesScheme, parameter.scheme),
        (KG.takesDatatype, parameter.datatype),
        (KG.unit, parameter.unit),
        (KG.defaultValue, parameter.default),
        (KG.defaultFrom, parameter.default_from),
    )
    yield from ((about, term) for about, term in single if term is not None)
    if not parameter.required:
        yield KG.optionalParameter, Literal("true", XSD.boolean)
