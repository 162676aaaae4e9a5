"""What the reader of an endpoint asks, and what it makes of strange answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from kgapp.adapters.sparql_endpoint.asked import UNNAMED, Asked, Wanted, askable
from kgapp.adapters.sparql_endpoint.dataset import AllGraphs, clauses, with_dataset
from kgapp.adapters.sparql_endpoint.reader import EndpointReader
from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import IncompleteAnswer, QueryRefused, QuestionTooLarge
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import XSD, Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services.ports import Pattern

BASE = Iri("https://e.org/")
A, B = Iri("https://e.org/a"), Iri("https://e.org/b")


class Said:
    """An endpoint that answers as a test says, and keeps what it was asked."""

    def __init__(self, answer: Callable[[str], list[Row]]) -> None:
        self.asked: list[str] = []
        self._answer = answer

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        assert timeout_s
        self.asked.append(query)
        return Table((), tuple(self._answer(query)))

    def look(self, query: str, *, timeout_s: float = 60.0) -> tuple[Row, ...]:
        return self.select(query, timeout_s=timeout_s).rows

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        raise AssertionError(query, timeout_s)

    def stop(self) -> None: ...

    def close(self) -> None: ...


def reader(answer: Callable[[str], list[Row]]) -> EndpointReader:
    return EndpointReader(Said(answer), "https://e.org/sparql", default_base=BASE, base=BASE)


def cut_unless(part: str) -> Callable[[str], list[Row]]:
    """Cuts every answer but those of questions with this in them; what is not named has one row in each part."""

    def answer(query: str) -> list[Row]:
        if part not in query and "isBlank" not in query:
            raise IncompleteAnswer("Cut.")
        return [(f"<https://e.org/{len(query)}>",)]

    return answer


def test_what_cannot_be_halved_is_asked_for_in_sixteenths_and_what_has_no_text_too() -> None:
    source = Said(cut_unless("STRSTARTS"))
    rows = list(Asked(source).rows(Wanted(("s",), "?s ?p ?o", parts="s")))
    assert len(rows) == 17
    assert len(source.asked) == 18


def test_parts_that_stay_cut_are_an_error() -> None:
    with pytest.raises(IncompleteAnswer):
        list(Asked(Said(cut_unless("nothing"))).rows(Wanted(("s",), "?s ?p ?o", parts="s")))
    with pytest.raises(IncompleteAnswer):
        list(Asked(Said(cut_unless("nothing"))).rows(Wanted(("s",), "?s ?p ?o")))


def test_batches_that_are_cut_are_halved() -> None:
    def answer(query: str) -> list[Row]:
        if query.count("https://e.org/") > 2:
            raise IncompleteAnswer("Cut.")
        return [("one",)] * query.count("https://e.org/")

    things = [Iri(f"https://e.org/{number}") for number in range(8)]
    assert len(list(Asked(Said(answer)).about(things, Wanted(("s",), "?a ?p ?o")))) == 8


def test_statements_without_a_graph_are_told_as_such_and_booleans_are_written_one_way() -> None:
    true = f'"1"^^<{XSD}boolean>'
    said = reader(lambda _: [(f"<{A}>", f"<{RDFS.label}>", true, None)])
    assert list(said.quads(Pattern(subject=A))) == [Quad(A, RDFS.label, Literal("true", Iri(XSD + "boolean")), UNNAMED)]


def test_a_blank_node_is_a_thing_of_which_nothing_more_can_be_asked() -> None:
    said = reader(lambda _: [(f"<{A}>", f"<{B}>", "_:b0", None)])
    (found,) = said.quads(Pattern(subject=A))
    blank = found.object
    assert isinstance(blank, str)
    assert not askable(blank)
    assert said.labels((blank,)) == {}
    for pattern in (Pattern(subject=blank), Pattern(predicate=B, object=blank), Pattern(object=blank)):
        with pytest.raises(IncompleteAnswer, match="blank node"):
            list(said.quads(pattern))
    with pytest.raises(IncompleteAnswer, match="blank node"):
        said.usage(blank)


def test_a_thing_is_asked_about_once() -> None:
    source = Said(lambda _: [(f"<{A}>", f"<{RDFS.label}>", '"a"@en', "<https://e.org/g>")])
    said = EndpointReader(source, "https://e.org/sparql", default_base=BASE, base=BASE)
    assert said.labels((A,)) == {A: "a"}
    assert [quad.graph for quad in said.quads(Pattern(subject=A))] == ["https://e.org/g"]
    assert said.requests == len(source.asked) == 1


def test_a_count_that_is_no_number_and_half_a_statement_are_errors() -> None:
    with pytest.raises(IncompleteAnswer, match="count"):
        reader(lambda _: [('"many"',)]).count()
    with pytest.raises(IncompleteAnswer, match="left out a part"):
        list(reader(lambda _: [(f"<{A}>", None, '"x"', None)]).quads(Pattern(subject=A)))


def test_an_answer_about_something_else_is_an_error() -> None:
    other = reader(lambda _: [(f"<{B}>", f"<{RDFS.label}>", '"x"', None)])
    with pytest.raises(IncompleteAnswer, match="something else"):
        other.labels((A,))
    with pytest.raises(IncompleteAnswer, match="something else"):
        other.instances((A,))


@pytest.mark.parametrize(
    ("graph", "base"),
    [
        ("<https://e.org/p/graph/main>", "https://e.org/p/"),
        ("<https://e.org/any>", "https://e.org/q#"),
        (None, "https://e.org/q#"),
    ],
)
def test_the_base_is_that_of_the_project_that_was_published(graph: str | None, base: str) -> None:
    source = Said(lambda _: [("<https://e.org/q#project>", graph)])
    meta = EndpointReader(source, "https://e.org/sparql", default_base=BASE).meta()
    assert meta.base == base
    assert meta.prefixes == ((base[-2], base),)


def test_without_a_project_the_usual_base_is_taken() -> None:
    assert EndpointReader(Said(lambda _: []), "https://e.org/sparql", default_base=BASE).meta().base == BASE


def test_a_thing_with_very_many_users_is_asked_about_alone() -> None:
    many = 6_000

    def answer(query: str) -> list[Row]:
        if "LIMIT" in query:
            return [("<https://e.org/x>", f"<{RDFS.label}>", f"<{A}>", None)] * 5_000
        return [(f"<https://e.org/{number}>", f"<{A}>", None) for number in range(many)]

    source = Said(answer)
    said = EndpointReader(source, "https://e.org/sparql", default_base=BASE, base=BASE)
    assert len(said.users(A, B, limit=many + 1)) == many
    assert said.users(A, B, limit=3, after=Iri("https://e.org/5998")) == (
        "https://e.org/5999",
        *(f"https://e.org/{number}" for number in (6, 60)),
    )
    assert len(source.asked) == 2


def test_a_search_that_finds_too_much_to_look_at_is_an_error() -> None:
    def answer(query: str) -> list[Row]:
        return [(f"<https://e.org/{number}>",) for number in range(3_000)] if "DISTINCT" in query else []

    with pytest.raises(IncompleteAnswer, match="Add a word"):
        reader(answer).matching(("a",), 501, names_only=True)


def test_an_exact_name_is_found_among_very_many_that_begin_so() -> None:
    def answer(query: str) -> list[Row]:
        if "STRSTARTS" in query:
            return [(f"<https://e.org/moi{number}>",) for number in range(2_000)]
        return [("<https://e.org/moi>",)] if "DISTINCT" in query else []

    found = reader(answer).named("moi", 501)
    assert len(found) == 501
    assert found[0].iri == "https://e.org/moi"


def test_an_empty_name_finds_nothing() -> None:
    said = reader(pytest.fail)
    assert said.called("") == ()
    assert said.matching((), 10, names_only=True) == ()


@pytest.mark.parametrize(
    ("query", "form", "expected"),
    [
        ("ASK { ?s ?p ?o }", Form.ASK, "ASK @{ ?s ?p ?o }"),
        ("PREFIX a: <x:> SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", Form.SELECT, None),
        (
            "SELECT ?s { { SELECT ?s WHERE { ?s ?p ?o } } }",
            Form.SELECT,
            "SELECT ?s @{ { SELECT ?s WHERE { ?s ?p ?o } } }",
        ),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", Form.CONSTRUCT, "CONSTRUCT { ?s ?p ?o } @{ ?s ?p ?o }"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Form.CONSTRUCT, "CONSTRUCT @WHERE { ?s ?p ?o }"),
        ("DESCRIBE <https://e.org/a>", Form.DESCRIBE, "DESCRIBE <https://e.org/a>@"),
    ],
)
def test_a_dataset_stands_before_what_is_asked(query: str, form: Form, expected: str | None) -> None:
    wanted = expected or query.replace("WHERE", "@WHERE")
    assert with_dataset(query, form, "@") == wanted


def test_every_graph_is_named_where_a_server_does_not_see_them_together() -> None:
    def answer(query: str) -> list[Row]:
        if query.startswith("SELECT ?seen"):
            return [(None,)]
        return [("<https://e.org/g>",)] if "DISTINCT ?g" in query else []

    source = Said(answer)
    over = AllGraphs(source)
    over.select("SELECT ?s WHERE { ?s ?p ?o }")
    over.select("SELECT ?s FROM <https://e.org/other> WHERE { ?s ?p ?o }")
    named = clauses((Iri("https://e.org/g"),))
    assert source.asked[-2:] == [
        f"SELECT ?s {named}WHERE {{ ?s ?p ?o }}",
        "SELECT ?s FROM <https://e.org/other> WHERE { ?s ?p ?o }",
    ]


@pytest.mark.parametrize("seen", [[], [("<https://e.org/x>",)]], ids=["no named graph", "seen together"])
def test_a_server_that_sees_everything_is_asked_as_it_is(seen: list[Row]) -> None:
    source = Said(lambda query: seen if query.startswith("SELECT ?seen") else [])
    AllGraphs(source).select("SELECT ?s WHERE { ?s ?p ?o }")
    assert source.asked[-1] == "SELECT ?s WHERE { ?s ?p ?o }"


def test_literals_in_named_graphs_are_a_sign_too() -> None:
    def answer(query: str) -> list[Row]:
        if query.startswith("SELECT ?seen"):
            return [] if "isIRI" in query else [(None,)]
        return [("<https://e.org/g>",)] if "DISTINCT ?g" in query else []

    source = Said(answer)
    AllGraphs(source).select("SELECT ?s WHERE { ?s ?p ?o }")
    assert "FROM NAMED <https://e.org/g>" in source.asked[-1]


def test_what_cannot_be_seen_together_is_refused() -> None:
    both = Said(lambda query: [(None,)] if query.startswith("SELECT ?seen") else [("<https://e.org/x>",)])
    with pytest.raises(QueryRefused, match="without their names"):
        AllGraphs(both).select("SELECT ?s WHERE { ?s ?p ?o }")

    def many(query: str) -> list[Row]:
        if query.startswith("SELECT ?seen"):
            return [(None,)]
        return [(f"<https://e.org/{number}>",) for number in range(300)] if "DISTINCT ?g" in query else []

    with pytest.raises(QueryRefused, match="more than 200"):
        AllGraphs(Said(many)).select("SELECT ?s WHERE { ?s ?p ?o }")


def small_only(most: int) -> Callable[[str], list[Row]]:
    """An endpoint that takes questions about so many things at once."""

    def answer(query: str) -> list[Row]:
        named = re.findall(r"<https://e\.org/\d+>", query)
        if len(named) > most:
            raise QuestionTooLarge("Too large.")
        if "VALUES ?a" in query:
            return [(each, f"<{RDFS.label}>", '"x"', "<urn:g>") for each in named]
        return [(f"<{BASE}u>", f"<{RDFS.seeAlso}>", each, "<urn:g>") for each in named]

    return answer


def test_what_is_too_large_for_an_endpoint_is_asked_in_smaller_questions_from_then_on() -> None:
    source = Said(small_only(30))
    read = EndpointReader(source, "https://e.org/sparql", default_base=BASE, base=BASE)
    things = [Iri(f"{BASE}{number}") for number in range(300)]
    assert len(read.labels(things)) == 300
    refused = sum(len(re.findall(r"org/\d+>", query)) > 30 for query in source.asked)
    assert refused == 3, "200, 100 and 50 at once: then 25"
    found = read.any_of(Pattern(predicate=RDFS.seeAlso, object=each) for each in things)
    assert len(list(found)) == 300
    assert sum(len(re.findall(r"org/\d+>", query)) > 30 for query in source.asked) == refused


def test_users_are_asked_for_in_halves_and_what_is_too_large_alone_is_told() -> None:
    source = Said(small_only(1))
    read = EndpointReader(source, "https://e.org/sparql", default_base=BASE, base=BASE)
    found = read.any_of(Pattern(predicate=RDFS.seeAlso, object=Iri(f"{BASE}{number}")) for number in range(5))
    assert len(list(found)) == 5
    never = EndpointReader(Said(small_only(0)), "https://e.org/sparql", default_base=BASE, base=BASE)
    with pytest.raises(QuestionTooLarge):
        list(never.any_of([Pattern(predicate=RDFS.seeAlso, object=Iri(f"{BASE}1"))]))
