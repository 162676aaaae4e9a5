"""What came in against what both knew and what is here: nothing is lost, nothing enters that nobody chose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import GENID, Iri, Literal, Quad, Term
from kgapp.services.bundles import differences
from kgapp.services.bundles.differences import Choice, Decision, Difference, States, What

MAIN = Iri("https://e.org/p/graph/main")
THEIRS = Iri("https://e.org/q/graph/main")


def thing(name: str) -> Iri:
    return Iri(f"https://e.org/p/{name}")


def says(name: str, prop: str, value: str, graph: Iri = MAIN) -> Quad:
    return Quad(thing(name), thing(prop), Literal(value), graph)


def one_value(_: Iri, prop: Iri) -> bool:
    return prop.endswith("one")


def found(
    base: set[Quad], theirs: set[Quad], mine: set[Quad], removed: set[Quad] | None = None
) -> tuple[Difference, ...]:
    sides = States(frozenset(base), frozenset(theirs), frozenset(mine), frozenset(removed or set()))
    return differences.of(sides, one_value)


def accepted(differences_found: tuple[Difference, ...], choice: Choice = Choice.THEIRS) -> dict[Iri, Decision]:
    return {
        each.entity: Decision(accepted=True, choices={(one.subject, one.predicate): choice for one in each.conflicts})
        for each in differences_found
    }


def after(mine: set[Quad], told: tuple[Difference, ...], decisions: dict[Iri, Decision]) -> set[Quad]:
    removed, added = differences.changes(told, decisions)
    assert removed <= mine, "nothing is removed that is not here"
    return (mine - removed) | added


def test_what_is_merely_missing_takes_nothing_away() -> None:
    sent = {says("a", "one", "3"), says("a", "note", "held back there")}
    assert found(sent, {says("a", "one", "3")}, sent) == ()


def test_a_corrected_value_takes_the_place_of_the_old_one() -> None:
    old, new = says("a", "one", "3"), says("a", "one", "4")
    (told,) = found({old}, {new}, {old}, {old})
    assert (told.entity, told.what, told.conflicts) == (thing("a"), What.CHANGED, ())
    assert after({old}, (told,), {thing("a"): Decision(accepted=True)}) == {new}
    assert found({old}, {new}, {new}, {old}) == (), "it is so here already"
    assert found({old}, {says("a", "one", "4", THEIRS)}, {new}, {old}) == (), "also in another graph"


def test_what_both_changed_waits_for_a_choice() -> None:
    old, mine, theirs = says("a", "one", "3"), says("a", "one", "5"), says("a", "one", "4")
    told = found({old}, {theirs}, {mine}, {old})
    (touched,) = told[0].conflicts
    assert (touched.here, touched.theirs, touched.single) == (frozenset({mine}), frozenset({theirs}), True)
    with pytest.raises(BadInput, match="nobody chose"):
        differences.changes(told, {thing("a"): Decision(accepted=True)})
    with pytest.raises(BadInput, match="one value only"):
        differences.changes(told, accepted(told, Choice.BOTH))
    assert after({mine}, told, accepted(told, Choice.MINE)) == {mine}
    assert after({mine}, told, accepted(told, Choice.THEIRS)) == {theirs}


def test_where_there_can_be_several_values_both_stand_without_a_question() -> None:
    old, mine, theirs = says("a", "note", "x"), says("a", "note", "mine"), says("a", "note", "theirs")
    told = found({old}, {old, theirs}, {old, mine})
    assert told[0].conflicts == ()
    assert after({old, mine}, told, accepted(told)) == {old, mine, theirs}
    told = found({old}, {theirs}, {old, mine}, {old})
    assert len(told[0].conflicts) == 1, "they put another in the place of one, beside what was added here"
    assert after({old, mine}, told, accepted(told, Choice.BOTH)) == {old, mine, theirs}
    assert after({old, mine}, told, accepted(told, Choice.THEIRS)) == {theirs}
    told = found({old}, set(), {old, mine}, {old})
    assert len(told[0].conflicts) == 1, "they took one away beside what was added here"
    assert after({old, mine}, told, accepted(told, Choice.THEIRS)) == {mine}, "what they never saw stays"


def test_another_value_where_one_can_be_takes_the_place_of_the_old_one_without_a_word() -> None:
    old, mine, theirs = says("a", "one", "3"), says("a", "one", "5"), says("a", "one", "4")
    told = found({old}, {theirs}, {old})
    assert told[0].conflicts == ()
    assert after({old}, told, accepted(told)) == {theirs}
    told = found({old}, {theirs}, {mine})
    assert after({mine}, told, accepted(told)) == {theirs}


def test_two_values_where_one_can_be_never_come_in() -> None:
    old, more = says("a", "one", "3"), says("a", "one", "4")
    told = found({old}, {old, more}, {old})
    assert len(told[0].conflicts) == 1
    for choice in (Choice.THEIRS, Choice.BOTH):
        with pytest.raises(BadInput, match="one value only"):
            differences.changes(told, accepted(told, choice))
    assert after({old}, told, accepted(told, Choice.MINE)) == {old}


def test_what_they_took_away_and_was_replaced_here_waits_for_a_choice() -> None:
    old, mine = says("a", "one", "3"), says("a", "one", "5")
    told = found({old}, set(), {mine}, {old})
    assert len(told[0].conflicts) == 1
    assert after({mine}, told, accepted(told, Choice.MINE)) == {mine}
    assert after({mine}, told, accepted(told, Choice.THEIRS)) == set()


def test_a_thing_can_be_new_or_go() -> None:
    known, new = says("a", "one", "3"), says("b", "one", "1", THEIRS)
    first, second = found({known}, {new}, {known}, {known})
    assert (first.what, second.what) == (What.REMOVED, What.NEW)
    assert after({known}, (first, second), accepted((first, second))) == {new}


def test_nothing_is_taken_away_that_was_never_sent() -> None:
    here = {says("a", "one", "3"), says("secret", "one", "1")}
    assert found({says("a", "one", "3")}, {says("a", "one", "3")}, here, {says("secret", "one", "1")}) == ()


def test_a_refusal_needs_a_reason_and_what_nobody_decided_stays() -> None:
    new = says("b", "one", "1")
    told = found(set(), {new}, set())
    assert differences.changes(told, {}) == (frozenset(), frozenset())
    with pytest.raises(BadInput, match="not said why"):
        differences.changes(told, {thing("b"): Decision(accepted=False, reason=" ")})
    assert after(set(), told, {thing("b"): Decision(accepted=False, reason="not ours")}) == set()


def test_what_has_no_name_belongs_to_what_names_it() -> None:
    first, second, loose = (Iri(f"https://e.org/p/{GENID}{name}") for name in ("1", "2", "3"))
    theirs = {
        Quad(thing("a"), thing("has"), first, MAIN),
        Quad(first, thing("has"), second, MAIN),
        Quad(second, thing("has"), first, MAIN),
        Quad(second, thing("one"), Literal("1"), MAIN),
        Quad(loose, thing("has"), loose, MAIN),
    }
    told = found(set(), theirs, set())
    assert [each.entity for each in told] == [loose, thing("a")]
    assert after(set(), told, accepted(told)) == theirs


TERMS = st.sampled_from([Literal("1"), Literal("2"), Literal("3"), thing("a")])
QUADS = st.frozensets(
    st.builds(
        Quad,
        st.sampled_from([thing("a"), thing("b")]),
        st.sampled_from([thing("one"), thing("many")]),
        TERMS,
        st.sampled_from([MAIN, THEIRS]),
    ),
    max_size=8,
)


def triples(quads: frozenset[Quad] | set[Quad]) -> set[tuple[Iri, Iri, Term]]:
    return {(quad.subject, quad.predicate, quad.object) for quad in quads}


def fitting(quads: frozenset[Quad]) -> bool:
    """Whether a property that can have one value has at most one."""
    values: dict[tuple[Iri, Iri], set[Term]] = {}
    for quad in quads:
        values.setdefault((quad.subject, quad.predicate), set()).add(quad.object)
    return all(len(found) < 2 for (_, prop), found in values.items() if prop.endswith("one"))


FITTING = QUADS.filter(fitting)


@given(FITTING, FITTING, QUADS)
def test_an_answer_to_what_nobody_changed_here_comes_in_whole(
    base: frozenset[Quad], theirs: frozenset[Quad], removed: frozenset[Quad]
) -> None:
    told = found(set(base), set(theirs), set(base), set(removed))
    assert not any(each.conflicts for each in told)
    replaced = {quad for quad in base if quad.predicate.endswith("one") and _states_another(quad, theirs)}
    gone = triples((removed & base) | replaced) - triples(theirs)
    result = after(set(base), told, accepted(told))
    assert triples(result) == (triples(base) - gone) | triples(theirs)
    assert fitting(frozenset(result))


def _states_another(quad: Quad, theirs: frozenset[Quad]) -> bool:
    return any((each.subject, each.predicate) == (quad.subject, quad.predicate) for each in theirs)


@given(FITTING, FITTING, FITTING, QUADS, st.sampled_from(Choice))
def test_one_value_stays_one_value_whatever_is_chosen(
    base: frozenset[Quad], theirs: frozenset[Quad], mine: frozenset[Quad], removed: frozenset[Quad], choice: Choice
) -> None:
    told = found(set(base), set(theirs), set(mine), set(removed))
    try:
        here = after(set(mine), told, accepted(told, choice))
    except BadInput:
        assert any(each.single for one in told for each in one.conflicts)
        return
    assert fitting(frozenset(here))


@given(FITTING, FITTING, FITTING, QUADS)
def test_what_was_taken_over_is_no_difference_any_more_and_mine_changes_nothing(
    base: frozenset[Quad], theirs: frozenset[Quad], mine: frozenset[Quad], removed: frozenset[Quad]
) -> None:
    told = found(set(base), set(theirs), set(mine), set(removed))
    here = after(set(mine), told, accepted(told))
    left = found(set(base), set(theirs), here, set(removed))
    assert triples(after(here, left, accepted(left))) == triples(here)
    mine_kept = after(set(mine), told, accepted(told, Choice.MINE))
    assert {each for each in triples(mine) if each not in triples(mine_kept)} <= triples(base)
