"""Why a row is there, and what follows about a thing: on a small store, with what follows worked out by the engine's own code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pyoxigraph import QueryTriples, RdfFormat, Store

from kgapp.children.inference import Inference
from kgapp.domain.answers import TRIPLE, Answer, Table
from kgapp.domain.errors import BadInput
from kgapp.domain.inference import Rule
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import what_follows, why_rows, why_told
from kgapp.services.why import Fact
from kgapp.services.workspace import Workspace

DEMO = "https://w3id.org/kgapp/demo/"


class Source:
    """Answers with what follows."""

    def __init__(self, workspace: Workspace) -> None:
        self._store = Store()
        with workspace.reader.snapshot() as snapshot:
            self._store.load(b"".join(snapshot.chunks), format=RdfFormat.N_QUADS)
        Inference(self._store).work_out()

    def inferring(self) -> Source:
        return self

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError((query, timeout_s))

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
        assert timeout_s > 0
        found = self._store.query(query, use_default_graph_as_union="FROM" not in query)
        triples = isinstance(found, QueryTriples)
        rows = tuple(tuple(None if term is None else str(term) for term in row) for row in found)  # type: ignore[union-attr]
        columns = TRIPLE if triples else tuple(each.value for each in found.variables)  # type: ignore[union-attr]
        yield Answer(Form.CONSTRUCT if triples else Form.SELECT, 3, columns, iter([rows]))


@pytest.fixture
def small(workspace: Workspace, tell: Callable[[str], None]) -> Workspace:
    """A step with a parameter, and know-how that an expert has."""
    tell(
        'U1 a UnitOperation\nU1 label "Thaw"\nU1 hasFactor F1\nF1 a ProcessParameter\nF1 label "Time"\n'
        'T1 a TacitAssertion\nT1 label "Listen"\nT1 knownBy E1\nE1 a Person\nE1 label "Expert"\nE1 value "7.40"^^'
        "<http://www.w3.org/2001/XMLSchema#decimal>"
    )
    return workspace


def thing(name: str) -> Iri:
    return Iri(DEMO + name)


def cell(name: str) -> str:
    return f"<{DEMO}{name}>"


def reasons(workspace: Workspace, query: str, **row: str | None) -> why_rows.RowReasons:
    return why_rows.reasons(workspace.reader, Source(workspace), query, tuple(row), tuple(row.values()))


FACTOR = Fact(thing("F1"), RDF.type, KG.Factor)


def test_a_row_names_the_statements_of_it_that_follow(small: Workspace) -> None:
    found = reasons(small, "SELECT ?f { ?u kg:hasFactor ?f . ?f a kg:Factor ; rdfs:label ?l }", f=cell("F1"))
    assert found == why_rows.RowReasons((FACTOR,), 2)
    found = reasons(small, "SELECT ?t ?p { ?t kg:heldBy ?p ; a kg:KnowHow }", t=cell("T1"), p=cell("E1"))
    assert set(found.facts) == {
        Fact(thing("T1"), KG.heldBy, thing("E1")),
        Fact(thing("T1"), RDF.type, KG.KnowHow),
    }


def test_paths_of_steps_optional_parts_unions_and_graphs_are_looked_at(small: Workspace) -> None:
    found = reasons(small, "SELECT ?u ?k { ?u kg:hasFactor/a ?k }", u=cell("U1"), k=f"<{KG.Factor}>")
    assert found == why_rows.RowReasons((FACTOR,), 1)
    found = reasons(small, "SELECT ?f { ?f ^kg:hasFactor ?u . OPTIONAL { ?f a kg:Factor } }", f=cell("F1"))
    assert found == why_rows.RowReasons((FACTOR,), 1)
    text = "SELECT ?f ?x { { ?f a kg:Factor } UNION { ?f a kg:Site } OPTIONAL { ?f kg:atSite ?x } }"
    assert reasons(small, text, f=cell("F1"), x=None) == why_rows.RowReasons((FACTOR,), 0)
    text = "SELECT ?f ?g { ?f a kg:Factor BIND(STR(?f) AS ?g) GRAPH ?w { ?f a ?k } }"
    found = reasons(small, text, f=cell("F1"), g=f'"{DEMO}F1"')
    assert FACTOR in found.facts


def test_numbers_are_found_by_their_value_and_texts_with_their_language(small: Workspace) -> None:
    text = 'SELECT ?t { ?t kg:heldBy ?p . ?p kg:value 7.4 ; rdfs:label "Expert" . OPTIONAL { ?p rdfs:label "E"@en } }'
    found = reasons(small, text, t=cell("T1"))
    assert (len(found.facts), found.stated) == (1, 2)


def test_what_was_not_looked_at_is_named(small: Workspace) -> None:
    text = """SELECT ?f ?n { ?f a kg:Factor . ?f (a|kg:atSite) ?x . ?f a [] . MINUS { ?f kg:atSite ?s }
      { SELECT ?f { ?f rdfs:label ?l } } FILTER NOT EXISTS { ?f kg:atSite ?s } } """.replace("?n {", "(1 AS ?n) {")
    found = reasons(small, text, f=cell("F1"), n='"1"')
    assert found.facts == (FACTOR,)
    assert found.left == (
        "Not looked at: a path that repeats or chooses, or a thing in brackets, MINUS, a query within the query, EXISTS.",
        "Columns that are worked out were not used to find the match again: n.",
    )


@pytest.mark.parametrize(
    ("query", "row", "words"),
    [
        ("SELECT (COUNT(?f) AS ?n) { ?f a kg:Factor }", {"n": '"1"'}, "sums up"),
        ("SELECT ?f { ?f a kg:Factor } GROUP BY ?f", {"f": cell("F1")}, "sums up"),
        ("ASK { ?f a kg:Factor }", {}, "Only rows of a SELECT"),
        ("SELECT ?f { ?f a* kg:Factor }", {"f": cell("F1")}, "no statement"),
        ("SELECT (STR(?f) AS ?n) { ?f a kg:Factor }", {"n": '"x"'}, "No value of this row"),
        ("SELECT ?f { ?f a kg:Factor }", {"f": cell("U1")}, "no longer finds"),
        ("SELECT ?f { ?f a kg:ProcessParameter }", {"f": cell("F1")}, "is stated"),
    ],
)
def test_a_row_that_cannot_be_explained_says_why_not(
    small: Workspace, query: str, row: dict[str, str | None], words: str
) -> None:
    with pytest.raises(BadInput, match=words) as told:
        reasons(small, query, **row)
    assert told.value.hint or words.startswith("Only")


def test_things_without_a_name_are_said(small: Workspace) -> None:
    class Nameless(Source):
        @contextmanager
        def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
            rows = ((f"{cell('F1')}", f"<{RDF.type}>", f"<{KG.Factor}>"), ("_:b0", f"<{RDF.type}>", f"<{KG.Factor}>"))
            yield Answer(Form.CONSTRUCT, 3, TRIPLE, iter([rows]))

    row = (cell("F1"),)
    found = why_rows.reasons(small.reader, Nameless(small), "SELECT ?f { ?f a kg:Factor }", ("f",), row)
    assert found == why_rows.RowReasons((FACTOR,), 0, ("Not looked at: things without a name.",))


def test_a_reason_is_told_with_names_of_graphs_things_and_premises(small: Workspace) -> None:
    found = why_told.told(small.reader, Fact(thing("T1"), KG.heldBy, thing("E1")))
    assert found.follows
    assert (found.kind, found.own) == (Rule.SUBPROPERTY, False)
    assert found.things == ((thing("T1"), "Listen"), (thing("E1"), "Expert"))
    (premise,) = found.premises
    assert not premise.follows
    assert premise.graphs
    assert why_told.told(small.reader, FACTOR).things == ((thing("F1"), "Time"),)


def test_what_follows_about_a_thing_is_counted_and_told_page_by_page(small: Workspace) -> None:
    source = Source(small)
    found = what_follows.about(small.reader, source, thing("E1"))
    assert found.total == len(found.statements)
    held = next(each for each in found.statements if each.fact.predicate == KG.heldBy)
    assert (held.other, held.property, held.sentence) == (thing("T1"), "held by", "“Listen” – held by – “Expert”.")
    kinds = [each for each in found.statements if each.fact.predicate == RDF.type]
    assert {each.other for each in kinds} == {None}
    first = what_follows.about(small.reader, source, thing("E1"), most=1)
    second = what_follows.about(small.reader, source, thing("E1"), most=1, skip=1)
    assert (*first.statements, *second.statements) == found.statements[:2]
    assert (first.total, second.total, first.revision) == (found.total, found.total, 3)
    assert what_follows.about(small.reader, source, Iri("https://e.org/nothing")) == what_follows.Follows((), 0, 3)
