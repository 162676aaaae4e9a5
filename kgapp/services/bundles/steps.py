"""The process steps that the things of a bundle are about: whoever looks at it goes through it in the order of work."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.process_map import order
from kgapp.services.statements import Statements

MOST: Final = 5_000
"""Among more things than this nobody goes by steps."""
_LEAD: Final = (
    KG.ofUnitOperation,
    KG.atStep,
    KG.forUnitOperation,
    KG.forFactor,
    KG.ofFactor,
    KG.aboutFactor,
    KG.hasCause,
    KG.concerns,
)
_HAVE: Final = (KG.hasFactor, KG.hasIndicator)
_FAR: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A unit operation, by its place in the process, then by name."""

    place: Decimal
    label: str


def of(here: Statements, there: Statements, things: Collection[Iri]) -> Mapping[Iri, Step]:
    """The step that each thing is about, by what is recorded ``here`` and said ``there``; things about none are left out.

    Nothing for more than ``MOST`` things.
    """
    sides = (here, there)
    found = ((thing, _step(sides, thing)) for thing in things) if len(things) <= MOST else ()
    return {thing: step for thing, step in found if step is not None}


def _step(sides: tuple[Statements, ...], thing: Iri) -> Step | None:
    """The nearest one."""
    layer, seen = [thing], {thing}
    for _ in range(_FAR):
        for known in sides:
            steps = [Step(order(known, each), known.name(each)) for each in layer if _is_step(known, each)]
            if steps:
                return min(steps)
        layer = [each for known in sides for one in layer for each in _next(known, one) if each not in seen]
        seen.update(layer)
    return None


def _is_step(known: Statements, thing: Iri) -> bool:
    return bool({KG.UnitOperation, KG.ReleaseTesting} & set(with_superclasses(known.types(thing))))


def _next(known: Statements, thing: Iri) -> Iterator[Iri]:
    for link in _LEAD:
        yield from known.things(thing, link)
    for link in _HAVE:
        yield from known.that(link, thing)
