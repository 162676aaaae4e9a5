"""When two recorded values agree: against an oracle that shares no code, and unchanged when the sites are exchanged."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.quantity import Quantity, Span
from kgapp.domain.sites import Because, Measured, Side, State, judge
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT

SECONDS = {UNIT.MIN: 60, UNIT.HR: 3600, UNIT.DAY: 86400}
BASES = [None, Iri("urn:one"), Iri("urn:two"), Iri("urn:three")]
BRIDGES = {Iri("urn:two"): frozenset({Iri("urn:three")})}
SWAPPED = {State.WIDER: State.NARROWER, State.NARROWER: State.WIDER}


def figures() -> st.SearchStrategy[Quantity]:
    units = st.sampled_from([*SECONDS, UNIT.DEG_C, None])
    return st.builds(
        lambda number, unit: Quantity(Decimal(number), unit, str(number)), st.sampled_from([1, 2, 24, 60, 1440]), units
    )


def spans() -> st.SearchStrategy[Span]:
    end = st.none() | figures()
    return st.builds(Span, end, end).filter(lambda span: span.low is not None or span.high is not None)


def measured() -> st.SearchStrategy[Measured]:
    words = st.sampled_from(["PBS", "pbs ", "X-VIVO 15"])
    basis = st.sampled_from(BASES)
    return st.builds(
        lambda value, basis: Measured(value, basis, BRIDGES.get(basis, frozenset()) if basis else frozenset()),
        st.none() | figures() | spans() | words,
        basis,
    )


def bridged(one: Measured, other: Measured) -> bool:
    pair = {one.basis, other.basis}
    return len(pair) == 1 or pair == {Iri("urn:two"), Iri("urn:three")}


def number(figure: Quantity) -> tuple[str, Fraction]:
    if figure.unit in SECONDS:
        return "time", Fraction(figure.value) * SECONDS[figure.unit]
    return "warmth", Fraction(figure.value)


def parts_of(value: Quantity | Span) -> list[Quantity]:
    return [value] if isinstance(value, Quantity) else [each for each in (value.low, value.high) if each]


def ends(value: Quantity | Span) -> tuple[Fraction, Fraction]:
    low, high = (value, value) if isinstance(value, Quantity) else (value.low, value.high)
    far = Fraction(10**9)
    return number(low)[1] if low else -far, number(high)[1] if high else far


def expected(one: Measured, other: Measured) -> State:
    """The rule in other words: unknown before all, words by themselves, figures only of one kind and basis."""
    if one.value is None or other.value is None:
        return State.UNKNOWN
    state, final = of_values(one.value, other.value)
    if final:
        return state
    if (one.basis is None) != (other.basis is None):
        return state if state is State.DIFFERS else State.UNKNOWN
    return state if bridged(one, other) else State.DIFFERS


def of_values(one: Quantity | Span | str, other: Quantity | Span | str) -> tuple[State, bool]:
    """The state without bases, and whether they no longer matter."""
    if isinstance(one, str) and isinstance(other, str):
        return (State.SAME if one.strip().lower() == other.strip().lower() else State.DIFFERS), False
    if isinstance(one, str) or isinstance(other, str) or type(one) is not type(other):
        return State.DIFFERS, True
    parts = [*parts_of(one), *parts_of(other)]
    if any(each.unit is None for each in parts):
        return State.UNKNOWN, True
    if len({number(each)[0] for each in parts}) > 1:
        return State.DIFFERS, True
    (low, high), (here_low, here_high) = ends(one), ends(other)
    inside, outside = here_low >= low and here_high <= high, here_low <= low and here_high >= high
    if inside and outside:
        return State.SAME, False
    if isinstance(one, Quantity):
        return State.DIFFERS, False
    return (State.WIDER if outside else State.NARROWER if inside else State.DIFFERS), False


@given(measured(), measured())
def test_the_state_is_that_of_the_rule_in_other_words(one: Measured, other: Measured) -> None:
    assert judge(one, other).state is expected(one, other)


@given(measured(), measured())
def test_exchanging_the_sites_exchanges_wider_and_narrower_only(one: Measured, other: Measured) -> None:
    forth, back = judge(one, other), judge(other, one)
    assert back.state is SWAPPED.get(forth.state, forth.state)
    assert (forth.because is back.because) or {forth.because, back.because} == {
        Because.NO_SENDING,
        Because.NO_RECEIVING,
    }


@given(measured())
def test_what_is_not_recorded_is_never_the_same(one: Measured) -> None:
    assert judge(one, Measured()).state is State.UNKNOWN
    assert judge(Measured(), one).state is State.UNKNOWN


@given(measured().filter(lambda each: not isinstance(each.value, Span)))
def test_a_value_agrees_with_itself_if_it_is_recorded_with_its_unit(one: Measured) -> None:
    assert judge(one, one).state in {State.SAME, State.UNKNOWN}


def test_several_values_at_a_site_decide_nothing() -> None:
    assert judge(Measured("a"), Measured(several=True)).because is Because.SEVERAL


def test_sixty_minutes_are_an_hour() -> None:
    minutes, hours = (Quantity(Decimal(n), unit, str(n)) for n, unit in ((60, UNIT.MIN), (1, UNIT.HR)))
    assert judge(Measured(minutes), Measured(hours)).state is State.SAME


def test_the_same_figure_by_another_assay_is_not_the_same() -> None:
    three = Quantity(Decimal(3), KG.TU_PER_CELL, "3")
    found = judge(Measured(three, Iri("urn:one")), Measured(three, Iri("urn:two")))
    assert (found.state, found.because) == (State.DIFFERS, Because.BASIS)


@pytest.mark.parametrize(("text", "recorded"), [("", False), ("3 h", True)])
def test_a_side_without_words_records_nothing(text: str, recorded: bool) -> None:
    assert Side(text).recorded is recorded
