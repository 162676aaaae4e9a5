from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain.errors import BadInput
from kgapp.domain.quantity import (
    Order,
    Position,
    Quantity,
    Span,
    compare,
    convertible,
    decimal,
    position,
    quantity,
    seconds,
    span,
    symbol,
)
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT


def q(text: str, unit: Iri | None = None) -> Quantity:
    return quantity(text, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("5", "5", UNIT.MIN, "5"),
        ("7.40", "7.40", UNIT.MIN, "7.40"),
        ("90 min", "90", UNIT.MIN, "90"),
        ("1.5h", "1.5", UNIT.HR, "1.5"),
        ("-130 °C", "-130", UNIT.DEG_C, "-130"),
        ("1e6 /mL", "1e6", UNIT.NUM_PER_MilliL, "1e6"),
        ("5 TU/cell", "5", KG.TU_PER_CELL, "5"),
        ("5 %", "5", UNIT.PERCENT, "5"),
    ],
)
def test_a_figure_keeps_how_it_was_written_and_takes_the_unit_said(
    text: str, value: str, unit: Iri, written: str
) -> None:
    assert q(text, UNIT.MIN) == Quantity(Decimal(value), unit, written)


@pytest.mark.parametrize("text", ["", "five", "5-6", "5 furlongs", "1.2.3", "NaN", "inf", "0x10"])
def test_what_is_no_figure_or_no_unit_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        q(text, UNIT.MIN)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("3-12", "3", "12"), ("3–12", "3", "12"), ("3..12 min", "3", "12"), ("0.5 to 8", "0.5", "8")],
)
def test_a_range_is_read_in_the_usual_spellings(text: str, low: str, high: str) -> None:
    found = span(text, UNIT.MIN)
    assert found.low is not None
    assert found.high is not None
    assert (found.low.written, found.high.written, found.high.unit) == (low, high, UNIT.MIN)


@pytest.mark.parametrize("text", ["5", "12-3", "a-b", "3-4 furlongs", "1.2.3-4"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        span(text, None)


def test_minutes_and_hours_compare_by_value() -> None:
    assert compare(q("90 min"), q("1.5 h")) is Order.EQUAL
    assert compare(q("2 h"), q("90 min")) is Order.ABOVE
    assert compare(q("37 °C"), q("310.15 K")) is Order.EQUAL
    assert compare(q("1 wk"), q("8 d")) is Order.BELOW


@pytest.mark.parametrize(
    ("one", "other"), [("10 ng/mL", "10 IU/mL"), ("5 min", "5"), ("5 TU/cell", "5 copies/cell"), ("1 EU/mL", "1 /mL")]
)
def test_what_does_not_convert_has_no_order(one: str, other: str) -> None:
    assert compare(q(one), q(other)) is None
    assert position(q(one), Span(q(other), None)) is Position.NOT_COMPARABLE


def test_no_unit_compares_with_no_unit_only() -> None:
    assert compare(q("3"), q("5")) is Order.BELOW
    assert convertible(None, None)
    assert not convertible(None, UNIT.MIN)
    assert convertible(Iri("urn:own"), Iri("urn:own"))
    assert not convertible(Iri("urn:own"), UNIT.MIN)


def test_a_position_includes_both_ends_and_open_ends_limit_nothing() -> None:
    limits = span("2-4", None)
    assert [position(q(each), limits) for each in ("1.9", "2", "4", "4.1")] == [
        Position.OUTSIDE,
        Position.INSIDE,
        Position.INSIDE,
        Position.OUTSIDE,
    ]
    assert position(q("99"), Span(q("2"), None)) is Position.INSIDE
    assert position(q("99"), Span(None, q("2"))) is Position.OUTSIDE
    assert position(q("99"), Span(None, None)) is Position.NOT_COMPARABLE


def test_a_range_is_inside_only_as_a_whole() -> None:
    assert position(span("2-4", None), span("1-5", None)) is Position.INSIDE
    assert position(span("3-12", None), span("1-5", None)) is Position.OUTSIDE
    assert position(Span(q("3"), None), span("1-5", None)) is Position.OUTSIDE


def test_quantities_read_as_people_write_them() -> None:
    assert str(q("5 TU/cell")) == "5 TU/cell"
    assert str(span("2-4 min", None)) == "2–4 min"
    assert str(Span(q("2"), None)) == "at least 2"
    assert str(Span(None, q("4 h"))) == "at most 4 h"
    assert str(Span(None, None)) == "no figures"
    assert symbol(Iri("urn:x/y#z")) == "z"
    assert decimal("x") is None


@given(st.decimals(-1000, 1000, places=3), st.decimals(-1000, 1000, places=3))
def test_an_order_has_an_opposite(one: Decimal, other: Decimal) -> None:
    first, second = Quantity(one, UNIT.MIN, str(one)), Quantity(other, UNIT.HR, str(other))
    forward, back = compare(first, second), compare(second, first)
    assert forward is not None
    assert back is not None
    assert forward.value == -back.value


def test_concentrations_per_millilitre_and_per_litre_compare_exactly() -> None:
    assert compare(q("1e7 /mL"), q("1e10 /L")) is Order.EQUAL
    assert compare(q("1e7 /mL"), q("1.1e10 /L")) is Order.BELOW
    assert compare(q("0.0000004 pg/mL"), q("0.0000000003 ng/mL")) is Order.ABOVE


@pytest.mark.parametrize("text", ["3,5", "3,5 min", ",5", "1,000"])
def test_a_comma_in_a_figure_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput, match="comma"):
        q(text)
    with pytest.raises(BadInput, match="comma"):
        span(f"{text}-9", None)


def test_durations_compare_in_seconds() -> None:
    assert seconds(q("2 d")) == 172_800
    assert seconds(q("20 h")) == 72_000
    assert seconds(q("2")) is None
    assert seconds(q("2 °C")) is None
