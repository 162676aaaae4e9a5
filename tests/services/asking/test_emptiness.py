"""Why an answer is empty, on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pyoxigraph import QueryBoolean, RdfFormat, Store

from kgapp.domain.answers import Answer, Table
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import QueryFailed, QueryTimeout
from kgapp.domain.history import Note
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services.asking import emptiness, narrower, parts
from kgapp.services.asking.emptiness import Verdict
from kgapp.services.workspace import Workspace

TRUE, FALSE = (f'"{word}"^^<http://www.w3.org/2001/XMLSchema#boolean>' for word in ("true", "false"))


class Source:
    """Answers ASK from the statements of a project; ``late`` makes texts with that word take too long."""

    def __init__(self, workspace: Workspace, late: str = "never", wrong: str = "never") -> None:
        self._late, self._wrong = late, wrong
        self._store = Store()
        with workspace.reader.snapshot() as snapshot:
            self._store.load(b"".join(snapshot.chunks), format=RdfFormat.N_QUADS)

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError((query, timeout_s))

    @contextmanager
    def answer(self, query: str, *, timeout_s: float = 60.0) -> Iterator[Answer]:
        if self._late in query:
            raise QueryTimeout("Stopped.")
        if self._wrong in query:
            raise QueryFailed("Wrong.")
        found = self._store.query(query, use_default_graph_as_union="FROM" not in query)
        if not isinstance(found, QueryBoolean):
            rows = (tuple(str(term) for term in row) for row in found)
            yield Answer(Form.SELECT, 0, ("a",), iter([page] if (page := tuple(rows)) else []))
            return
        yield Answer(Form.ASK, 0, ("answer",), iter((((TRUE if found else FALSE,),),)))


@pytest.fixture
def small(workspace: Workspace, tell: Callable[[str], None]) -> Workspace:
    """Two steps, one with a factor."""
    tell('U1 a UnitOperation\nU1 label "Thaw"\nU1 hasFactor F1\nF1 label "Time"\nU2 a UnitOperation\nU2 label "Wash"')
    return workspace


def verdicts(found: emptiness.Emptiness) -> list[Verdict]:
    return [part.verdict for part in found.parts]


def test_a_statement_that_nothing_matches_is_named_with_labels_and_its_place(small: Workspace) -> None:
    text = "SELECT ?u { ?u a kg:UnitOperation ; kg:hasFactor demo:U2 . OPTIONAL { ?u ?p ?o } }"
    found = emptiness.explain(small.reader, Source(small), text)
    assert verdicts(found) == [Verdict.INNOCENT, Verdict.NOTHING]
    (culprit,) = found.culprits
    assert text[culprit.start : culprit.end] == "kg:hasFactor demo:U2"
    assert found.sentences == (f"Nothing matches {culprit.sentence}, also by itself: this alone leaves no answer.",)
    assert "“Wash”" in culprit.sentence
    assert found.complete


def test_a_filter_values_or_exclusion_that_leaves_nothing_is_named(small: Workspace) -> None:
    for part in (
        "FILTER(STRLEN(?l) > 9)",
        "FILTER NOT EXISTS { ?u rdfs:label ?x }",
        "VALUES ?l { 'x' 'y' }",
        "VALUES (?l ?m) { ('x' 1) }",
        "MINUS { ?u ?p ?o }",
        "LATERAL { SELECT ?f { ?u kg:hasFactor ?f FILTER(?f = demo:U2) } LIMIT 1 }",
    ):
        text = f"SELECT * {{ ?u a kg:UnitOperation , ?k . ?u rdfs:label ?l {part} }}"
        found = emptiness.explain(small.reader, Source(small), text)
        assert found.culprits[-1].text == part
        assert found.sentences[-1].startswith("Without the ")


def test_two_parts_that_each_alone_leave_nothing_are_a_pair(small: Workspace) -> None:
    text = "SELECT * { ?u rdfs:label ?l FILTER(?l = 'x') FILTER(?l = 'y') }"
    found = emptiness.explain(small.reader, Source(small), text)
    assert [(one.text, other.text) for one, other in found.pairs] == [("FILTER(?l = 'x')", "FILTER(?l = 'y')")]
    assert found.sentences[0].startswith("Only without both the filter")


def test_three_together_are_said(small: Workspace) -> None:
    text = "ASK { ?u rdfs:label ?l , ?m . VALUES ?l { 'x' } VALUES ?l { 'y' } VALUES ?l { 'z' } }"
    assert emptiness.explain(small.reader, Source(small), text).sentences[-1].endswith("at least three together do.")


def test_matches_behind_which_nothing_is_left_are_said(small: Workspace) -> None:
    found = emptiness.explain(small.reader, Source(small), "SELECT * { ?s ?p ?o } OFFSET 1000")
    assert "is behind it" in found.sentences[0]
    assert found.complete


@pytest.mark.parametrize("text", ["SELECT * { ?s ?p ?o }", "ASK { ?s ?p ?o }"])
def test_a_query_that_has_an_answer_is_not_called_empty(small: Workspace, text: str) -> None:
    assert "nothing to explain" in emptiness.explain(small.reader, Source(small), text).sentences[0]


def test_whether_a_query_has_an_answer_may_not_be_found_out_in_time(small: Workspace) -> None:
    text = "SELECT * { ?s ?p ?o } OFFSET 1000"
    found = emptiness.explain(small.reader, Source(small, late="OFFSET"), text)
    assert "could not be found out" in found.sentences[0]
    assert not found.complete


def test_what_could_not_be_tried_is_unknown_and_never_innocent(small: Workspace) -> None:
    text = "SELECT * { ?u kg:hasFactor demo:U2 . ?u rdfs:label ?l FILTER(?l = 'x') }"
    found = emptiness.explain(small.reader, Source(small, late="{ ?u kg:hasFactor demo:U2 . FILTER"), text)
    assert verdicts(found) == [Verdict.NOTHING, Verdict.UNKNOWN, Verdict.INNOCENT]
    assert not found.complete
    assert "may be further reasons" in found.sentences[-1]
    nothing = emptiness.explain(small.reader, Source(small), text, seconds=0)
    assert set(verdicts(nothing)) == {Verdict.UNKNOWN}


def test_a_wrong_query_is_told_and_a_part_that_cannot_stand_alone_is_unknown(small: Workspace) -> None:
    text = "SELECT * { ?u rdfs:label 'x' . ?u a ?k }"
    with pytest.raises(QueryFailed):
        emptiness.explain(small.reader, Source(small, wrong="rdfs:label"), text)
    found = emptiness.explain(small.reader, Source(small, wrong="{ ?u a ?k"), text)
    assert not found.complete


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * { ?s <p> 'a'@en , [ ?p 1 ] ; ?q 2 . }", ["?s <p> 'a'@en", "?s <p>  [ ?p 1 ]", "?s ?q 2"]),
        ("SELECT * { [ ?p 1 ; ?q 2 ] ?r 3 }", ["[ ?p 1 ; ?q 2 ] ?r 3"]),
        ("ASK { { ?a ?b ?c } UNION { ?d ?e ?f } GRAPH ?g { ?x ?y ?z } }", ["{ ?a ?b ?c } UNION { ?d ?e ?f }", "GRAPH ?g { ?x ?y ?z }"]),
        ("CONSTRUCT { ?a ?b ?c } WHERE { ?d ?e ?f }", ["?d ?e ?f"]),
        ("SELECT * { { SELECT ?s { ?s ?p ?o } } }", ["{ SELECT ?s { ?s ?p ?o } }"]),
        ("SELECT * { SELECT ?s { ?s ?p ?o } }", ["{ SELECT ?s { ?s ?p ?o } }"]),
        ("SELECT * { ?s ?p ?o } VALUES ?s { <a> }", ["?s ?p ?o", "VALUES ?s { <a> }"]),
        ("SELECT (COUNT(?s) AS ?n) { ?s ?p ?o FILTER regex(?o, 'x') BIND(1 AS ?x) }", ["?s ?p ?o", "FILTER regex(?o, 'x')", "BIND(1 AS ?x)"]),
    ],
)  # fmt: skip
def test_the_parts_of_a_query(text: str, expected: list[str]) -> None:
    found = parts.pattern(text)
    assert found is not None
    assert [" ".join(piece.text.split()) for piece in found.pieces] == [" ".join(each.split()) for each in expected]


def test_named_graphs_and_prefixes_stay(small: Workspace) -> None:
    text = "PREFIX x: <http://x/> SELECT * FROM <http://g/1> WHERE { ?s x:p ?o }"
    found = parts.pattern(text)
    assert found is not None
    assert found.asked(found.pieces) == "PREFIX x: <http://x/> ASK FROM <http://g/1>  { ?s x:p ?o . }"
    sentences = emptiness.explain(small.reader, Source(small), text).sentences
    assert "Nothing matches" in sentences[0]
    assert "graphs that FROM names" in sentences[-1]
    short = parts.pattern("DESCRIBE <http://e/a> FROM <http://g/1> { ?s ?p ?o }")
    assert short is not None
    assert short.dataset == "FROM <http://g/1>"


def test_a_query_without_a_pattern_is_not_taken_apart(small: Workspace) -> None:
    for text in ("DESCRIBE <http://e/a>", "SELECT * { }", "ASK {"):
        found = emptiness.explain(small.reader, Source(small), text)
        assert not found.parts
        assert not found.complete
    assert parts.pattern("no form") is None


def test_narrower_classes_that_have_members_are_said(
    workspace: Workspace, tell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("F1 a ProcessParameter\nF2 a ProcessParameter\nU1 hasFactor F1\nM a MaterialAttribute")
    source = Source(workspace)
    found = emptiness.explain(workspace.reader, source, "SELECT ?f { ?u kg:hasFactor ?f . ?f a kg:Factor }")
    assert found.sentences[-1] == (
        "Nothing is stated to be of the kind “factor” itself, but of narrower kinds: “process parameter” (2), "
        "“material attribute” (1). Asked with what follows (--inferred), they are found, too."
    )
    spelled = "SELECT ?f { ?f rdf:type kg:Factor ; rdfs:label ?x }"
    monkeypatch.setattr(narrower, "_MOST", 1)
    assert "“process parameter” (2) and 1 more." in emptiness.explain(workspace.reader, source, spelled).sentences[-1]
    for text in (
        "SELECT ?f { ?f a kg:ProcessParameter ; rdfs:label ?x }",  # the class has members itself
        "SELECT ?f { ?f a kg:Site }",  # nothing narrower either
        "SELECT ?f { ?f a ?k . ?f kg:atSite demo:X }",  # no class is asked for
        "SELECT ?f { ?f kg:atSite kg:Factor }",
        "SELECT ?f FROM <https://e.org/g> { ?f a kg:Factor }",
    ):
        said = emptiness.explain(workspace.reader, source, text).sentences
        assert not any("narrower" in sentence for sentence in said)
    graph = Iri("https://e.org/g")
    ring = {  # two ways to one class, and back
        Quad(Iri(KG.ProcessParameter), RDFS.subClassOf, Iri("https://e.org/wide"), graph),
        Quad(Iri("https://e.org/wide"), RDFS.subClassOf, Iri(KG.MaterialAttribute), graph),
        Quad(Iri(KG.MaterialAttribute), RDFS.subClassOf, Iri("https://e.org/wide"), graph),
    }
    workspace.commit(ChangeSet("ring", added=frozenset(ring)), Note(workspace.author, "test"))
    assert "“process parameter” (2)" in narrower.said(workspace.reader, KG.Factor)
    meta = replace(workspace.reader.meta(), endpoint="https://e.org/sparql")
    monkeypatch.setattr(workspace.reader, "meta", lambda: meta)
    assert "At a server kgapp infers nothing" in narrower.said(workspace.reader, KG.Factor)
