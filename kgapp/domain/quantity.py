"""Quantities: a decimal figure, its unit and how it was written; and when two of them compare.

A comparison never guesses: without convertible units and the same basis there is no order, only a reason. Units and
their factors are those of the ontology (QUDT, and a few of its own): ``vocabulary.UNITS``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri, shorten
from kgapp.domain.vocabulary import UNIT, UNITS

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z")
_SPAN = re.compile(
    r"\s*(?P<low>[+-]?[\d.]+(?:[eE][+-]?\d+)?)\s*(?:–|-|\.\.|to)\s*(?P<high>[+-]?[\d.]+(?:[eE][+-]?\d+)?)\s*(?P<unit>\D.*)?\Z"
)
_COMMA = re.compile(r"\d,|,\d")
_FIGURE = re.compile(r"\s*(?P<number>[+-]?[\d.]+(?:[eE][+-]?\d+)?)\s*(?P<unit>\D.*?)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure. ``unit`` is ``None`` when none is recorded; ``written`` is the figure as it was written, without unit."""

    value: Decimal
    unit: Iri | None
    written: str

    def __str__(self) -> str:
        return f"{self.written} {symbol(self.unit)}".strip()


@dataclass(frozen=True, slots=True)
class Span:
    """A range with both ends included; an open end is ``None``."""

    low: Quantity | None
    high: Quantity | None

    def __str__(self) -> str:
        if self.low is not None and self.high is not None:
            return f"{self.low.written}–{self.high.written} {symbol(self.high.unit)}".strip()
        if self.low is not None:
            return f"at least {self.low}"
        return f"at most {self.high}" if self.high is not None else "no figures"


class Order(Enum):
    """How a figure stands to another."""

    BELOW = -1
    EQUAL = 0
    ABOVE = 1


class Position(Enum):
    """How a figure stands to a range."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NOT_COMPARABLE = "not comparable"


def symbol(unit: Iri | None) -> str:
    """The symbol of a unit; the end of its IRI when the ontology does not know it; empty for none."""
    if unit is None:
        return ""
    row = UNITS.get(unit)
    return row.symbol if row else unit.rpartition("/")[2].rpartition("#")[2]


def decimal(text: str) -> Decimal | None:
    """The number that a lexical form stands for; ``None`` for text, NaN and infinities."""
    return Decimal(text.strip()) if _NUMBER.match(text.strip()) else None


def quantity(text: str, default_unit: Iri | None) -> Quantity:
    """Read ``5``, ``5 min`` or ``5 TU/cell``; without a unit the default one is meant.

    Raises ``BadInput`` for text that is no number and for a unit that the ontology does not know.
    """
    _check_comma(text)
    match = _FIGURE.match(text)
    number = decimal(match["number"]) if match else None
    if match is None or number is None:
        raise BadInput(
            f"“{shorten(text)}” is not a number.",
            hint="Write a figure such as 5 or 7.4, with a unit if it differs: “90 min”.",
        )
    return Quantity(number, _unit(match["unit"], default_unit), match["number"])


def span(text: str, default_unit: Iri | None) -> Span:
    """Read ``3-12``, ``3–12 min`` or ``3..12``. Raises ``BadInput`` for anything else, and when the ends are exchanged."""
    _check_comma(text)
    match = _SPAN.match(text)
    low, high = (decimal(match["low"]), decimal(match["high"])) if match else (None, None)
    if match is None or low is None or high is None:
        raise BadInput(f"“{shorten(text)}” is not a range.", hint="Write both ends, such as 3-12.")
    if low > high:
        raise BadInput(f"The range “{shorten(text)}” ends below its start.", hint="Write the smaller figure first.")
    unit = _unit(match["unit"], default_unit)
    return Span(Quantity(low, unit, match["low"]), Quantity(high, unit, match["high"]))


def _check_comma(text: str) -> None:
    if _COMMA.search(text):
        raise BadInput(
            f"“{shorten(text)}” has a comma in a figure.",
            hint="Figures are written with a point and in one piece: 3.5.",
        )


def convertible(one: Iri | None, other: Iri | None) -> bool:
    """Whether figures of these units compare: the same unit, or both of one kind of quantity. No unit is not any unit."""
    if one == other:
        return True
    first, second = UNITS.get(one) if one else None, UNITS.get(other) if other else None
    return first is not None and second is not None and first.quantity_kind == second.quantity_kind


def compare(one: Quantity, other: Quantity) -> Order | None:
    """How ``one`` stands to ``other``; ``None`` when their units do not convert. Bases are the caller's to check."""
    if not convertible(one.unit, other.unit):
        return None
    if one.unit == other.unit:
        first, second = Fraction(one.value), Fraction(other.value)
        return Order.EQUAL if first == second else Order.BELOW if first < second else Order.ABOVE
    first, second = _reference(one), _reference(other)
    return Order.EQUAL if _same(first, second) else Order.BELOW if first < second else Order.ABOVE


def converted(figure: Quantity, unit: Iri) -> Decimal | None:
    """The figure in another unit, to 15 digits; ``None`` when the units do not convert.

    >>> str(converted(Quantity(Decimal("2"), UNIT.HR, "2"), UNIT.MIN))
    '120'
    """
    if figure.unit == unit:
        return figure.value
    if figure.unit is None or not convertible(figure.unit, unit):
        return None
    row = UNITS[unit]
    exact = _reference(figure) / Fraction(row.multiplier) - Fraction(row.offset)
    rounded = Context(prec=15).divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return Decimal(f"{rounded.normalize():f}")


def exactly(figure: Quantity, unit: Iri) -> Decimal | None:
    """The figure in another unit where nothing is rounded; ``None`` where it would be, and when the units do not convert.

    >>> str(exactly(Quantity(Decimal("90"), UNIT.MIN, "90"), UNIT.HR)), exactly(Quantity(Decimal(1), UNIT.MIN, "1"), UNIT.HR)
    ('1.5', None)
    """
    found = converted(figure, unit)
    if found is None or figure.unit == unit:
        return found
    return found if _reference(Quantity(found, unit, f"{found:f}")) == _reference(figure) else None


def position(figure: Quantity | Span, limits: Span) -> Position:
    """Whether a figure, or the whole of a range, lies within limits; bases are the caller's to check."""
    if limits.low is None and limits.high is None:
        return Position.NOT_COMPARABLE
    low, high = (figure.low, figure.high) if isinstance(figure, Span) else (figure, figure)
    sides = (_within(low, limits.low, Order.BELOW), _within(high, limits.high, Order.ABOVE))
    if Position.NOT_COMPARABLE in sides:
        return Position.NOT_COMPARABLE
    return Position.OUTSIDE if Position.OUTSIDE in sides else Position.INSIDE


def _within(figure: Quantity | None, limit: Quantity | None, beyond: Order) -> Position:
    if limit is None:
        return Position.INSIDE
    if figure is None:
        return Position.OUTSIDE
    order = compare(figure, limit)
    if order is None:
        return Position.NOT_COMPARABLE
    return Position.OUTSIDE if order is beyond else Position.INSIDE


def _reference(figure: Quantity) -> Fraction:
    """The figure in the reference unit of its kind, exact but for what a factor of the table rounds."""
    assert figure.unit is not None
    row = UNITS[figure.unit]
    return (Fraction(figure.value) + Fraction(row.offset)) * Fraction(row.multiplier)


def _same(one: Fraction, other: Fraction) -> bool:
    """Equal to 15 digits: factors such as that of °C/min are written with 20."""
    return abs(one - other) <= max(abs(one), abs(other)) * _RELATIVE


_RELATIVE: Final = Fraction(1, 10**15)


def seconds(figure: Quantity) -> Fraction | None:
    """A duration in seconds; ``None`` for what is no duration."""
    return _reference(figure) if figure.unit and convertible(figure.unit, UNIT.SEC) else None


def _unit(text: str | None, default: Iri | None) -> Iri | None:
    if not text or not text.strip():
        return default
    word = text.strip().replace("μ", "µ")
    for row in UNITS.values():
        if word in (row.symbol, row.label, row.iri.rpartition("/")[2].rpartition("#")[2]):
            return row.iri
    raise BadInput(
        f"“{shorten(word)}” is not a unit that kgapp knows.", hint="Write its symbol, such as min, h, °C or TU/cell."
    )
