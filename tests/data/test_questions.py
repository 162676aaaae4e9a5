"""The shipped questions: each has at least one row on the demo, and is written so that every engine answers alike."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pyoxigraph
import pytest

from kgapp.domain import question as questions
from kgapp.domain import sparql_text
from kgapp.domain.names import local_name
from kgapp.domain.question import Question
from kgapp.domain.question_book import QUESTIONS
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import CONCEPTS, KG, PREFIXES, XSD
from kgapp.resources import shipped
from tests.data.questions_on_demo import thing

DEMO = "https://w3id.org/kgapp/demo/"
NAMED = [pytest.param(row, id=local_name(row.iri)) for row in QUESTIONS]


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load(path=shipped("data", "demo", "cart.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def filled(question: Question) -> str:
    values: dict[str, Term] = {}
    for parameter in question.parameters:
        if parameter.default is not None:
            values[parameter.name] = parameter.default
        elif parameter.default_from == KG.referenceDate:
            values[parameter.name] = Literal("2026-03-01", XSD.date)
        else:
            values[parameter.name] = Iri(DEMO + thing(local_name(question.iri), parameter.name))
    return sparql_text.with_prefixes(questions.fill(question, values), PREFIXES.items())


@pytest.mark.parametrize("question", NAMED)
def test_the_demo_answers(store: pyoxigraph.Store, question: Question) -> None:
    answer = store.query(filled(question))
    assert bool(answer) if isinstance(answer, pyoxigraph.QueryBoolean) else list(answer)


@pytest.fixture(scope="module")
def doubled(store: pyoxigraph.Store) -> pyoxigraph.Store:
    """The same statements, each in two graphs."""
    found = pyoxigraph.Store()
    for name in ("one", "other"):
        graph = pyoxigraph.NamedNode(DEMO + name)
        found.bulk_extend(pyoxigraph.Quad(each.subject, each.predicate, each.object, graph) for each in store)
    return found


@pytest.mark.parametrize("question", NAMED)
def test_what_two_graphs_state_counts_once(
    store: pyoxigraph.Store, doubled: pyoxigraph.Store, question: Question
) -> None:
    once, twice = (_told(each.query(filled(question), use_default_graph_as_union=True)) for each in (store, doubled))
    assert twice == once


def _told(answer: object) -> object:
    if isinstance(answer, pyoxigraph.QueryTriples):
        return {str(each) for each in answer}
    if isinstance(answer, pyoxigraph.QuerySolutions):
        return [[str(cell) for cell in row] for row in answer]
    return bool(answer)


@pytest.mark.parametrize("question", NAMED)
def test_every_blank_has_its_place_and_every_place_a_blank(question: Question) -> None:
    names = [parameter.name for parameter in question.parameters]
    assert names == list(questions.blanks(question.sentence))
    assert set(questions.places(question.query)) == set(names)
    assert question.sentence.endswith("?")
    assert question.explanation.endswith(".")
    assert CONCEPTS[question.group].scheme == KG.questionGroupScheme


@pytest.mark.parametrize("question", NAMED)
def test_the_order_of_rows_is_that_of_values_and_not_of_an_engine(question: Question) -> None:
    gated = sparql_text.gate(filled(question))
    if gated.form is not Form.SELECT:
        return
    ordered = question.query.rpartition("ORDER BY")[2]
    shown = re.findall(r"\?(\w+)", re.split(r"\bWHERE\b", question.query, maxsplit=1)[0])
    rest = [name for name in shown if not re.search(rf"\?{name}\b", ordered)]
    assert not rest or "GROUP BY" in question.query, rest  # a group has one row, and is ordered by what makes it


def test_names_are_used_once() -> None:
    assert len({row.label for row in QUESTIONS}) == len(QUESTIONS)
    assert len({row.sentence for row in QUESTIONS}) == len(QUESTIONS)


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_questions", shipped("ontology", "generate_questions.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_module_is_that_of_the_questions(generator: ModuleType) -> None:
    for path, text in generator.generated().items():
        assert Path(path).read_text(encoding="utf-8") == text, f"run ontology/generate_questions.py: {path} is old"
