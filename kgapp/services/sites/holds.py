"""Hold times that add up: what the product waits in all, at each site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from kgapp.domain.impact import Named
from kgapp.domain.quantity import Quantity, seconds
from kgapp.domain.sites import Dimension, Place, Row, Side, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites import factors
from kgapp.services.sites.pair import Pair, Subject, spoken


def cumulative(pair: Pair) -> Iterator[Row]:
    """Each set of hold times that count together, with their sum at each site, under the step of the first."""
    told: set[Iri] = set()
    for step in pair.steps:
        for factor in pair.factors[step]:
            together = _together(pair, factor)
            if len(together) > 1 and factor not in told:
                told.update(together)
                yield _row(pair, step, together)


def _together(pair: Pair, factor: Iri) -> tuple[Iri, ...]:
    """A hold time with all that it adds up with, recorded in either direction."""
    known, found, open_ = pair.known, [factor], [factor]
    while open_:
        one = open_.pop()
        near = (*known.used(known.things(one, KG.cumulativeWith)), *known.that(KG.cumulativeWith, one))
        fresh = [each for each in dict.fromkeys(near) if each not in found]
        found += fresh
        open_ += fresh
    return tuple(sorted(found, key=known.notation))


def _row(pair: Pair, step: Iri, together: tuple[Iri, ...]) -> Row:
    known = pair.known
    sums = [_sum(pair, together, place) for place in pair.places]
    sides = tuple(_side(pair, together, place, total) for place, total in zip(pair.places, sums, strict=True))
    state, meaning = _stands(pair, sums)
    subject = Subject(step, Dimension.CUMULATIVE, together[0], pair.bears_on(together), together)
    found = pair.row(subject, (sides[0], sides[1]), state, meaning, None)
    return replace(found, thing=Named(together[0], spoken(map(known.name, together))))


def _sum(pair: Pair, together: tuple[Iri, ...], place: Place) -> Fraction | None:
    """In seconds; ``None`` where one of the times is not recorded exactly once, or is no time."""
    values = [factors.value_of(pair, one, factors.set_at(pair, one, place)).value for one in together]
    spans = [seconds(value) if isinstance(value, Quantity) else None for value in values]
    exact = [each for each in spans if each is not None]
    return sum(exact, Fraction(0)) if len(exact) == len(together) else None


def _side(pair: Pair, together: tuple[Iri, ...], place: Place, total: Fraction | None) -> Side:
    found = [one for each in together for one in factors.set_at(pair, each, place)]
    return pair.known.side(_written(total) if total is not None else "", found, KG.setpoint, KG.unit)


def _stands(pair: Pair, sums: list[Fraction | None]) -> tuple[State, str]:
    there, here = sums
    if there is None or here is None:
        lacking = [place.name for place, each in zip(pair.places, sums, strict=True) if each is None]
        return State.UNKNOWN, f"Not every one of these times is recorded at {' and '.join(lacking)}."
    if there == here:
        return State.SAME, "In all as long."
    more = _written(abs(here - there))
    return State.DIFFERS, f"In all {more} {'longer' if here > there else 'shorter'} at {pair.receiving.name}."


def _written(total: Fraction) -> str:
    """``75 min``: in the largest unit that it fills, exact where that is short."""
    unit, size = next(((name, size) for name, size in _UNITS if total >= 2 * size), _UNITS[-1])
    return f"{float(total / size):g} {unit}"


_UNITS: Final = (("d", 86400), ("h", 3600), ("min", 60), ("s", 1))
