from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import changes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.terms import XSD, Iri, Literal, Quad, nquad

QUADS = st.builds(
    Quad,
    st.sampled_from([Iri(f"https://e.org/s{n}") for n in range(3)]),
    st.sampled_from([Iri("https://e.org/p"), Iri("https://e.org/q")]),
    st.sampled_from([Literal("7.4"), Literal("7.40"), Literal("7.40", Iri(XSD + "decimal")), Iri("https://e.org/s0")]),
    st.sampled_from([Iri("https://e.org/g")]),
)
STATES = st.frozensets(QUADS, max_size=12)
CHANGES = st.builds(ChangeSet, st.just("a change"), STATES, STATES)


def apply(state: frozenset[Quad], change: ChangeSet) -> frozenset[Quad]:
    return (state - change.removed) | change.added


@given(STATES, CHANGES)
def test_an_effective_change_removes_what_is_there_and_adds_what_is_not(
    state: frozenset[Quad], change: ChangeSet
) -> None:
    effective = change.effective(state)
    assert effective.removed <= state
    assert not effective.added & state


@given(STATES, CHANGES)
def test_the_effective_part_does_what_the_change_does(state: frozenset[Quad], change: ChangeSet) -> None:
    assert apply(state, change.effective(state)) == apply(state, change)


@given(STATES, CHANGES)
def test_the_inverse_of_an_effective_change_restores_the_graph(state: frozenset[Quad], change: ChangeSet) -> None:
    effective = change.effective(state)
    assert apply(apply(state, effective), effective.inverse("back")) == state


@given(STATES, CHANGES)
def test_an_effective_change_stays_effective(state: frozenset[Quad], change: ChangeSet) -> None:
    effective = change.effective(state)
    assert effective.effective(state) == effective


@given(CHANGES)
def test_a_change_is_true_when_it_has_quads(change: ChangeSet) -> None:
    assert bool(change) == bool(changes.patch_lines(change))


@given(CHANGES, st.randoms())
def test_a_digest_does_not_depend_on_the_order_of_the_lines(change: ChangeSet, random: Random) -> None:
    lines = changes.patch_lines(change)
    shuffled = random.sample(lines, len(lines))
    assert changes.digest(shuffled) == changes.digest(lines)


def test_a_patch_says_which_quads_go_and_which_come() -> None:
    gone, come = (
        Quad(Iri("https://e.org/s"), Iri("https://e.org/p"), Literal(text), Iri("https://e.org/g"))
        for text in ("3", "5")
    )
    change = ChangeSet("a change", frozenset({gone}), frozenset({come}))
    assert sorted(changes.patch_lines(change)) == [f"A {nquad(come)}", f"D {nquad(gone)}"]


def test_the_digest_is_the_sha256_of_sorted_lines() -> None:
    assert changes.digest(["b", "a"]) == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2"
