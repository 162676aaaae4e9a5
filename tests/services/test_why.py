"""Why a statement holds: every reason ends at what is stated, and every step is one rule."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.domain import inference as inferences
from kgapp.domain.answers import Answer, Table
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note
from kgapp.domain.inference import INFERRED, Rule
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, PREFIXES, RDF, RDFS, XSD
from kgapp.services import inference, why
from kgapp.services.ports import Pattern
from kgapp.services.why import Reason
from kgapp.services.workspace import Workspace

X = "https://e.org/"
OWL = PREFIXES["owl"]
GENID = X + ".well-known/genid/"
GRAPH = Iri(X + "graph")
Triple = tuple[str, str, Term]


def x(name: str) -> Iri:
    return Iri(X + name)


def say(workspace: Workspace, *facts: Triple) -> None:
    quads = frozenset(Quad(Iri(s), Iri(p), o, GRAPH) for s, p, o in facts)
    workspace.commit(ChangeSet("facts", frozenset(), quads), Note(workspace.author, "test"))


AXIOMS: tuple[Triple, ...] = (
    (x("t"), RDF.type, Iri(OWL + "TransitiveProperty")),
    (x("y"), RDFS.subPropertyOf, x("t")),
    (x("y"), RDF.type, Iri(OWL + "SymmetricProperty")),
    (x("t"), OWL + "inverseOf", x("r")),
    (x("c"), OWL + "propertyChainAxiom", Iri(GENID + "1")),
    (GENID + "1", RDF.first, x("r")),
    (GENID + "1", RDF.rest, Iri(GENID + "2")),
    (GENID + "2", RDF.first, Iri(GENID + "i")),
    (GENID + "2", RDF.rest, RDF.nil),
    (GENID + "i", OWL + "inverseOf", x("p")),
)


def leaves(reason: Reason) -> Iterator[Reason]:
    if reason.rule is None:
        yield reason
    for premise in reason.premises:
        yield from leaves(premise)


def test_what_is_stated_says_where(workspace: Workspace) -> None:
    say(workspace, (x("a"), x("p"), x("b")))
    found = why.why(workspace.reader, x("a"), x("p"), x("b"))
    assert (found.rule, found.graphs, found.sentence) == (None, (GRAPH,), f"“{X}a” – {X}p – “{X}b”.")


def test_a_kind_follows_class_by_class(workspace: Workspace) -> None:
    say(workspace, (x("a"), RDF.type, x("C")), (x("C"), RDFS.subClassOf, KG.ProcessParameter))
    found = why.why(workspace.reader, x("a"), RDF.type, KG.Factor)
    assert (found.rule, found.own, found.axiom) == (Rule.SUBCLASS, False, "Every “process parameter” is a “factor”.")
    middle = found.premises[0]
    assert (middle.own, middle.premises[0].graphs) == (True, (GRAPH,))
    assert middle.sentence == f"“{X}a” is of the kind “process parameter”."


def test_a_subproperty_of_the_program_is_named(workspace: Workspace) -> None:
    say(workspace, (x("k"), KG.knownBy, x("e")))
    found = why.why(workspace.reader, x("k"), KG.heldBy, x("e"))
    assert (found.rule, found.own) == (Rule.SUBPROPERTY, False)
    assert found.axiom == "“known by” is a kind of “held by”."


def test_a_chain_that_carries_on_is_told_link_by_link(workspace: Workspace) -> None:
    path = [(x(str(n)), x("t"), x(str(n + 1))) for n in range(200)]
    say(workspace, AXIOMS[0], *path)
    found = why.why(workspace.reader, x("0"), x("t"), x("200"))
    assert [(each.fact.subject, each.fact.object) for each in found.premises] == [(s, o) for s, _, o in path]


def test_inverse_symmetry_and_chains_walk_backwards(workspace: Workspace) -> None:
    say(workspace, *AXIOMS, (x("b"), x("y"), x("a")), (x("z"), x("p"), x("b")), (x("z"), x("p"), x("a")))
    symmetric = why.why(workspace.reader, x("a"), x("y"), x("b"))
    assert (symmetric.rule, symmetric.axiom) == (Rule.SYMMETRIC, f"“{X}y” runs both ways.")
    found = why.why(workspace.reader, x("a"), x("c"), x("z"))
    assert found.rule is Rule.CHAIN
    assert found.axiom == f"“{X}r”, then “{X}p” backwards make “{X}c”."
    assert found.premises[0].rule is Rule.INVERSE
    assert all(leaf.graphs for leaf in leaves(found))


def test_what_does_not_follow_is_said(workspace: Workspace) -> None:
    say(workspace, *AXIOMS, (x("a"), x("t"), x("b")))
    for subject, predicate, value in (
        (x("b"), x("t"), x("a")),
        (x("a"), RDF.type, KG.Factor),
        (x("a"), x("t"), Literal("b")),
    ):
        with pytest.raises(NotFound, match="Neither stated nor following"):
            why.why(workspace.reader, subject, predicate, value)


def test_a_number_is_the_same_in_the_engines_form(workspace: Workspace) -> None:
    say(workspace, (x("a"), x("p"), Literal("7.40", XSD.decimal)), (x("a"), x("p"), Literal("odd", XSD.decimal)))
    assert why.why(workspace.reader, x("a"), x("p"), Literal("7.4", XSD.decimal)).sentence.endswith("“7.40”.")
    with pytest.raises(NotFound):
        why.why(workspace.reader, x("a"), x("p"), Literal("7.4", XSD.string))
    with pytest.raises(NotFound):
        why.why(workspace.reader, x("a"), x("p"), Literal("7.5", XSD.decimal))


def test_nothing_leads_on_from_a_text(workspace: Workspace) -> None:
    say(workspace, *AXIOMS, (x("a"), x("t"), Literal("end")), (x("b"), x("t"), x("a")))
    assert len(why.why(workspace.reader, x("b"), x("t"), Literal("end")).premises) == 2
    with pytest.raises(NotFound):
        why.why(workspace.reader, x("a"), x("t"), x("b"))


def test_a_way_that_is_too_long_is_not_told_in_part(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    say(workspace, *AXIOMS, *((x(str(n)), x("t"), x(str(n + 1))) for n in range(9)))
    monkeypatch.setattr(why, "MOST_STEPS", 5)
    with pytest.raises(BadInput, match="too long to be found"):
        why.why(workspace.reader, x("0"), x("t"), x("9"))
    monkeypatch.setattr(why, "MOST_STEPS", 5000)
    monkeypatch.setattr(why, "_DEEPEST", 0)
    with pytest.raises(BadInput, match="too long to be told"):
        why.why(workspace.reader, x("0"), x("t"), x("9"))


NODES = [x(name) for name in "1234"]
FACTS = st.frozensets(
    st.tuples(st.sampled_from(NODES), st.sampled_from([x(name) for name in "tyrcp"]), st.sampled_from(NODES)),
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=FACTS)
def test_all_that_follows_has_a_reason_that_ends_at_what_is_stated(
    workspace: Workspace, facts: frozenset[Triple]
) -> None:
    before = frozenset(workspace.reader.quads(Pattern(graph=GRAPH)))
    quads = frozenset(Quad(Iri(s), Iri(p), o, GRAPH) for s, p, o in (*AXIOMS, *facts))
    workspace.commit(ChangeSet("facts", before - quads, quads - before), Note(workspace.author, "test"))
    known = closure(facts)
    for subject in NODES:
        for predicate in "tyrc":
            for value in NODES:
                if (subject, x(predicate), value) in known:
                    found = why.why(workspace.reader, subject, x(predicate), value)
                    assert {tuple(leaf.fact) for leaf in leaves(found)} <= facts
                else:
                    with pytest.raises(NotFound):
                        why.why(workspace.reader, subject, x(predicate), value)


def closure(facts: frozenset[Triple]) -> frozenset[Triple]:
    known = set(facts)
    while True:
        pairs = [(s, p[len(X) :], str(o)) for s, p, o in known]
        new: set[Triple] = {(s, x("t"), Iri(o)) for s, p, o in pairs if p == "y"}
        new |= {(o, x("y"), Iri(s)) for s, p, o in pairs if p == "y"}
        new |= {(o, x("r"), Iri(s)) for s, p, o in pairs if p == "t"} | {
            (o, x("t"), Iri(s)) for s, p, o in pairs if p == "r"
        }
        new |= {(a[0], x("t"), Iri(b[2])) for a in pairs for b in pairs if a[1] == b[1] == "t" and a[2] == b[0]}
        new |= {(a[0], x("c"), Iri(b[0])) for a in pairs for b in pairs if (a[1], b[1]) == ("r", "p") and a[2] == b[2]}
        if new <= known:
            return frozenset(known)
        known |= new


class _Engine:
    """Answers with one table, and another with what follows."""

    def __init__(self, rows: tuple[tuple[str | None, ...], ...], more: _Engine | None = None) -> None:
        self._rows = rows
        self._more = more

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError(query)

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        return nullcontext(Answer(Form.SELECT, 0, ("s",), iter((self._rows,))))


class _Inferring(_Engine):
    def inferring(self) -> _Engine:
        assert self._more is not None
        return self._more


def test_the_source_is_switched(workspace: Workspace) -> None:
    more = _Engine((("<u:1>",), ("<u:2>",)))
    engine = _Inferring((("<u:1>",),), more)
    assert inference.source(engine, inferred=False) is engine
    assert inference.source(engine, inferred=True) is more
    with pytest.raises(BadInput, match="At an endpoint"):
        inference.source(more, inferred=True)


def test_rows_that_need_what_follows_are_marked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = _Engine((("<u:1>",),))
    rows = (("<u:1>",), ("<u:2>",))
    text = "SELECT ?s { ?s ?p ?o }"
    assert inference.marks(workspace.reader, engine, text, rows) == inference.Marks((False, True))
    assert not inference.marks(
        workspace.reader, engine, f"SELECT ?s {{ GRAPH <{INFERRED}> {{ ?s ?p ?o }} }}", rows
    ).known
    assert not inference.marks(workspace.reader, engine, text, rows, seq=-7).known  # changed in between
    monkeypatch.setattr(inference, "MOST_COMPARED", 0)
    assert not inference.marks(workspace.reader, engine, text, rows).known


def test_axioms_are_read_as_they_stand() -> None:
    def read(*triples: tuple[str, str, str]) -> set[tuple[Rule, str, tuple[inferences.Link, ...]]]:
        found = inferences.read(triples, own=True)
        assert all(axiom.own for axiom in found)
        return {(axiom.rule, axiom.head, axiom.body) for axiom in found}

    same = read(("u:p", OWL + "equivalentProperty", "u:q"), ("u:C", OWL + "equivalentClass", "u:D"))
    assert {(rule, head) for rule, head, _ in same} == {
        (Rule.SUBPROPERTY, "u:p"),
        (Rule.SUBPROPERTY, "u:q"),
        (Rule.SUBCLASS, "u:C"),
        (Rule.SUBCLASS, "u:D"),
    }
    assert read(("u:p", OWL + "propertyChainAxiom", "u:list"), ("u:list", RDF.first, "u:q")) == set()
    ring = (("u:list", RDF.first, "u:q"), ("u:list", RDF.rest, "u:list"))
    assert read(("u:p", OWL + "propertyChainAxiom", "u:list"), *ring) == set()
    assert read(("u:C", RDFS.subClassOf, "u:C"), ("u:C", RDFS.subClassOf, OWL + "Thing")) == set()
    assert read(("u:C", RDFS.subClassOf, GENID + "r"), ("u:p", RDFS.subPropertyOf, RDF.type)) == set()
    assert read(("u:p", RDF.type, OWL + "ObjectProperty")) == set()


def test_wider_classes_go_round_a_ring_once() -> None:
    ring = inferences.read([("u:A", RDFS.subClassOf, "u:B"), ("u:B", RDFS.subClassOf, "u:A")], own=False)
    assert inferences.index(ring).wider("u:A") == {"u:A", "u:B"}
