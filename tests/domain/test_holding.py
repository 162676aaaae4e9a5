"""When a proven range holds: never on what is not recorded, and never silently."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import holding
from kgapp.domain.holding import Answer, Known, Place, Proven, Reason
from kgapp.domain.rules import Condition
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG

A, B, C = Iri("urn:a"), Iri("urn:b"), Iri("urn:c")
KNOWN = Known(lambda thing: thing.removeprefix("urn:").upper(), lambda one, other: {one, other} == {A, C})
RANGE = Proven((A,), frozenset({A}), frozenset({A}), frozenset({A}))
HERE = Place(A, frozenset({A}), frozenset({A}), frozenset({A}), frozenset({A}))


def told(proven: Proven, place: Place) -> tuple[Answer, tuple[str, ...]]:
    found = holding.reasons(proven, place, KNOWN)
    return holding.answer(found), tuple(reason.sentence for reason in found)


def test_a_range_holds_where_all_that_it_was_proven_for_is_the_same() -> None:
    assert told(RANGE, HERE) == (Answer.HOLDS, ())
    assert told(replace(RANGE, bases=frozenset({C})), HERE)[0] is Answer.HOLDS, "a study bridges the two"
    assert told(replace(RANGE, statuses=frozenset({KG.approved})), HERE)[0] is Answer.HOLDS
    assert told(RANGE, replace(HERE, models=frozenset({A, B})))[0] is Answer.HOLDS, "the other one controls nothing"
    anywhere = replace(HERE, models=frozenset({A, B}), controlling=frozenset())
    assert told(RANGE, anywhere)[0] is Answer.UNKNOWN, "nobody recorded which of the two controls it"


@pytest.mark.parametrize(
    ("proven", "place", "sentence"),
    [
        (replace(RANGE, retired=True), HERE, "It is not in force: it is retired."),
        (replace(RANGE, statuses=frozenset({KG.retired})), HERE, "It is not in force: it is retired."),
        (replace(RANGE, statuses=frozenset({KG.draft})), HERE, "It is not in force: its status says otherwise."),
        (replace(RANGE, sites=(B, C)), HERE, "It holds at B and C, not at A."),
        (replace(RANGE, models=frozenset({B})), HERE, "It was established on B; here A is used."),
        (replace(RANGE, scales=frozenset({B})), HERE, "It was established at B, not at A."),
        (RANGE, replace(HERE, scales=frozenset({A, B})), "It was established at A, not at A and B."),
        (
            replace(RANGE, bases=frozenset({B, None})),
            HERE,
            "Its figures are measured by B, those here by A, and no study bridges the two.",
        ),
    ],
)
def test_what_is_another_one_is_known_not_to_hold(proven: Proven, place: Place, sentence: str) -> None:
    assert told(proven, place) == (Answer.VOID, (sentence,))


@pytest.mark.parametrize(
    ("proven", "place", "sentence"),
    [
        (replace(RANGE, sites=()), HERE, "It does not say at which site it holds."),
        (RANGE, replace(HERE, site=None), "It holds at A only, and the change names no site."),
        (replace(RANGE, models=frozenset()), HERE, "It does not say on which equipment it was established."),
        (RANGE, replace(HERE, unnamed=True), "here equipment without a recorded model is used."),
        (RANGE, replace(HERE, models=frozenset({B})), "which equipment controls the factor here is not recorded."),
        (
            RANGE,
            replace(HERE, models=frozenset(), controlling=frozenset()),
            "which equipment is used here is not recorded.",
        ),
        (replace(RANGE, scales=frozenset()), HERE, "It does not say at which scale it was established."),
        (RANGE, replace(HERE, scales=frozenset({None, A})), "the scale here is not recorded."),
        (RANGE, replace(HERE, scales=frozenset()), "the scale here is not recorded."),
        (replace(RANGE, bases=frozenset()), HERE, "measured by a way that is not recorded, those here by A"),
        (RANGE, replace(HERE, bases=frozenset({None})), "those here by a way that is not recorded"),
    ],
)
def test_what_is_not_recorded_is_neither_held_nor_void(proven: Proven, place: Place, sentence: str) -> None:
    answer, sentences = told(proven, place)
    assert answer is Answer.UNKNOWN
    assert len(sentences) == 1
    assert sentence in sentences[0]


def test_what_is_known_outweighs_what_is_not_and_is_told_first() -> None:
    found = holding.reasons(replace(RANGE, sites=(), bases=frozenset({B})), HERE, KNOWN)
    assert [reason.condition for reason in found] == [Condition.SAME_BASIS, Condition.SAME_SITE]
    assert [reason.kind for reason in found] == ["same basis", "same site (unknown)"]
    assert Reason("Nothing.").kind == ""
    assert holding.answer(found) is Answer.VOID


SOME = st.frozensets(st.sampled_from((A, B, C)), max_size=2)
RANGES = st.builds(Proven, SOME.map(lambda each: tuple(sorted(each))), SOME, SOME, SOME)
PLACES = st.builds(Place, st.sampled_from((A, B)), SOME, SOME, SOME, SOME, st.booleans())


@given(RANGES, PLACES)
def test_nothing_holds_on_what_nobody_recorded(proven: Proven, place: Place) -> None:
    if holding.answer(holding.reasons(proven, place, KNOWN)) is Answer.HOLDS:
        assert place.site in proven.sites
        assert proven.models & place.models
        assert place.scales
        assert place.scales <= proven.scales
        assert proven.bases
        assert place.bases
        assert not place.unnamed
