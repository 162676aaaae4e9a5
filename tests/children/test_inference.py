"""What follows: against a closure that shares no code, and kept up to date as if it were worked out anew."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kgapp.children.inference import Inference, Places
from kgapp.domain.inference import INFERRED
from kgapp.domain.vocabulary import KG, OWL, PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

X = "https://e.org/"
G1, G2 = NamedNode(X + "g1"), NamedNode(X + "g2")
TYPE = RDF.type
Triple = tuple[str, str, str]
_OWL = PREFIXES["owl"]


def x(name: str) -> str:
    return X + name


AXIOMS: tuple[Triple, ...] = (
    (x("A"), RDFS.subClassOf, x("B")),
    (x("B"), RDFS.subClassOf, x("C")),
    (x("C"), RDFS.subClassOf, x("B")),
    (x("p"), RDFS.subPropertyOf, x("q")),
    (x("q"), _OWL + "inverseOf", x("r")),
    (x("t"), TYPE, _OWL + "TransitiveProperty"),
    (x("y"), TYPE, _OWL + "SymmetricProperty"),
    (x("y"), RDFS.subPropertyOf, x("t")),
    (x("p"), _OWL + "equivalentProperty", x("u")),
    (x("c"), _OWL + "propertyChainAxiom", x(".well-known/genid/l1")),
    (x(".well-known/genid/l1"), RDF.first, x("p")),
    (x(".well-known/genid/l1"), RDF.rest, x(".well-known/genid/l2")),
    (x(".well-known/genid/l2"), RDF.first, x(".well-known/genid/i")),
    (x(".well-known/genid/l2"), RDF.rest, x(".well-known/genid/l3")),
    (x(".well-known/genid/l3"), RDF.first, x("c")),
    (x(".well-known/genid/l3"), RDF.rest, RDF.nil),
    (x(".well-known/genid/i"), _OWL + "inverseOf", x("t")),
)
NODES = [x(name) for name in "1234"]
FACTS = st.one_of(
    st.tuples(st.sampled_from(NODES), st.sampled_from([x(name) for name in "pqrtyuc"]), st.sampled_from(NODES)),
    st.tuples(st.sampled_from(NODES), st.just(TYPE), st.sampled_from([x("A"), x("B"), x("C")])),
)


CLASSES = {("A", "B"), ("B", "C"), ("C", "B")}
SAME_WAY = {("p", "q"), ("y", "t"), ("p", "u"), ("u", "p")}
OTHER_WAY = {("q", "r"), ("r", "q"), ("y", "y")}


def closure(facts: frozenset[Triple]) -> frozenset[Triple]:
    """All that follows from some facts by the axioms above, tried out until nothing is new; written without the rules' code."""
    known = facts
    while (grown := known | set(singly(known)) | set(chained(known))) != known:
        known = grown
    return known


def singly(known: frozenset[Triple]) -> Iterator[Triple]:
    for s, p, o in known:
        yield from ((s, TYPE, x(wide)) for narrow, wide in CLASSES if (p, o) == (TYPE, x(narrow)))
        yield from ((s, x(other), o) for one, other in SAME_WAY if p == x(one))
        yield from ((o, x(other), s) for one, other in OTHER_WAY if p == x(one))


def chained(known: frozenset[Triple]) -> Iterator[Triple]:
    for (s, p, o), (s2, p2, o2) in product(known, known):
        if p == p2 == x("t") and o == s2:
            yield s, x("t"), o2
        if (p, p2) == (x("p"), x("t")) and o == o2:
            yield from ((s, x("c"), end) for start, last, end in known if (start, last) == (s2, x("c")))


def quad(triple: Triple, graph: NamedNode = G1) -> Quad:
    return Quad(NamedNode(triple[0]), NamedNode(triple[1]), NamedNode(triple[2]), graph)


def store_of(triples: Iterable[Triple]) -> Store:
    store = Store()
    store.extend(quad(each) for each in (*AXIOMS, *triples))
    return store


def inferred(store: Store) -> frozenset[Triple]:
    quads = store.quads_for_pattern(None, None, None, NamedNode(INFERRED))
    return frozenset(map(triple, quads))


def triple(found: Quad) -> Triple:
    assert isinstance(found.subject, NamedNode)
    assert isinstance(found.object, NamedNode)
    return found.subject.value, found.predicate.value, found.object.value


def edit(store: Store, inference: Inference, quads: Iterable[Quad], *, add: bool) -> None:
    """Add or remove statements in one step, as the engine does: all objects of each place are told."""
    altered = set(quads)
    keys = {(each.subject, each.predicate, each.graph_name) for each in altered}
    places = []
    for subject, predicate, graph in keys:
        there = set(store.quads_for_pattern(subject, predicate, None, graph))
        left = there | altered if add else there - altered
        objects = {q.object for q in left if (q.subject, q.predicate, q.graph_name) == (subject, predicate, graph)}
        places.append(Places(subject, predicate, graph, frozenset(objects)))
    found = inference.before(places)
    for each in quads:
        (store.add if add else store.remove)(each)
    inference.after(found)


def check(store: Store, inference: Inference) -> None:
    stated = frozenset(
        triple(q) for q in store.quads_for_pattern(None, None, None, None) if q.graph_name != NamedNode(INFERRED)
    )
    facts = stated - frozenset(AXIOMS)
    found = inferred(store)
    assert found == closure(facts) - facts
    assert inference.count == len(found)


STEPS = st.lists(
    st.tuples(st.booleans(), st.lists(st.tuples(FACTS, st.sampled_from([G1, G2])), min_size=1, max_size=3)), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(st.frozensets(FACTS, max_size=10), STEPS)
def test_what_follows_is_kept_as_if_it_were_worked_out_anew(
    facts: frozenset[Triple], steps: list[tuple[bool, list[tuple[Triple, NamedNode]]]]
) -> None:
    store = store_of(facts)
    inference = Inference(store)
    inference.work_out()
    check(store, inference)
    for add, statements in steps:
        edit(store, inference, [quad(fact, graph) for fact, graph in statements], add=add)
        assert inference.ready
        check(store, inference)


def test_a_removed_statement_takes_only_what_rests_on_it() -> None:
    store = store_of([(x("1"), x("t"), x("2")), (x("2"), x("t"), x("3")), (x("1"), x("p"), x("4"))])
    inference = Inference(store)
    inference.work_out()
    edit(store, inference, [quad((x("1"), x("t"), x("2")))], add=False)
    assert inferred(store) == {(x("1"), x("q"), x("4")), (x("1"), x("u"), x("4")), (x("4"), x("r"), x("1"))}


@pytest.mark.parametrize(
    "axiom",
    [
        pytest.param((x("v"), RDFS.subPropertyOf, x("p")), id="relation"),
        pytest.param((x("v"), TYPE, _OWL + "SymmetricProperty"), id="kind"),
    ],
)
def test_an_edited_axiom_makes_it_forgotten_until_it_is_asked_for(axiom: Triple) -> None:
    store = store_of([(x("1"), x("v"), x("2"))])
    inference = Inference(store)
    inference.work_out()
    edit(store, inference, [quad(axiom)], add=True)
    assert (inference.ready, inferred(store), inference.count) == (False, frozenset(), 0)
    inference.work_out()
    assert inferred(store)


def test_an_edit_that_touches_too_much_makes_it_forgotten() -> None:
    store = store_of([(x("1"), x("p"), x("2"))])
    inference = Inference(store, touched=1)
    inference.work_out()
    edit(store, inference, [quad((x("1"), x("p"), x("2")))], add=False)
    assert not inference.ready


def test_more_than_the_limit_is_refused_whole_and_later_forgotten() -> None:
    chain = [(x(str(n)), x("t"), x(str(n + 1))) for n in range(6)]
    store = store_of(chain)
    small = Inference(store, most=5)
    with pytest.raises(ValueError, match="More than 5 statements follow"):
        small.work_out()
    assert (small.ready, inferred(store)) == (False, frozenset())
    grown = Inference(store, most=15)
    grown.work_out()
    assert grown.count == 15
    edit(store, grown, [quad((x("6"), x("t"), x("7")))], add=True)
    assert not grown.ready


def test_a_project_that_uses_the_graph_itself_is_told() -> None:
    store = store_of([])
    theirs = quad((x("1"), x("p"), x("2")), NamedNode(INFERRED))
    inference = Inference(store)
    inference.work_out()
    edit(store, inference, [theirs], add=True)
    assert not inference.ready
    assert theirs in store
    with pytest.raises(ValueError, match="The project itself states something"):
        inference.work_out()


def test_the_axioms_of_the_program_are_used() -> None:
    store = Store()
    store.extend([quad((x("k"), KG.knownBy, x("e"))), quad((x("e"), TYPE, KG.Person)), quad((x("e"), TYPE, OWL.Thing))])
    Inference(store).work_out()
    assert (x("k"), KG.heldBy, x("e")) in inferred(store)
    assert (x("e"), TYPE, OWL.Thing) not in inferred(store)
