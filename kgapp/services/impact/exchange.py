"""What comes and what goes when one thing takes the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.ways import subclasses

_BROUGHT: Final = (
    subclasses(KG.Factor)
    | subclasses(KG.PerformanceIndicator)
    | subclasses(KG.QualityAttribute)
    | subclasses(KG.Material)
    | subclasses(KG.EquipmentModel)
    | subclasses(KG.ProcessOption)
)


_BROUGHT_BY: Final = frozenset({KG.brings, KG.attributeOf})
"""The properties by which something comes and goes with a thing; others say on what it bears."""


def sentences(case: Case) -> Iterable[str]:
    """What leaves with the old thing and enters with the new one; that nothing is recorded is said too."""
    new = case.change.new_thing
    if new is None:
        return
    old = case.change.entity
    gone, come = _led_to(case, old.iri), _led_to(case, new.iri)
    yield _told(case, old.label, "goes", "bore", gone, come)
    yield _told(case, new.label, "comes", "bears", come, gone)


def _told(case: Case, thing: str, moves: str, bears: str, one: _LedTo, other: _LedTo) -> str:
    brought = _labels(case, one.brought - other.brought)
    acted_on = _labels(case, one.acted_on - other.acted_on - one.brought)
    if not brought and not acted_on:
        return f"What {thing} brings to the process is not recorded."
    told = f"With {thing} {moves}: {brought or 'nothing that is recorded'}."
    return f"{told} It {bears} on {acted_on}." if acted_on else told


def _labels(case: Case, found: frozenset[Iri]) -> str:
    return ", ".join(sorted(case.reached.entities[iri].label for iri in found))


@dataclass(frozen=True, slots=True)
class _LedTo:
    """What recorded facts lead to from a thing at once, and through the option that it belongs to."""

    brought: frozenset[Iri]
    acted_on: frozenset[Iri]


def _led_to(case: Case, thing: Iri) -> _LedTo:
    brought: set[Iri] = set()
    acted_on: set[Iri] = set()
    waiting = [thing]
    for source in waiting:
        for link in case.reached.links.get(source, ()):
            if link.rule.group is not Group.CAUSAL or link.rule.passes is not Kind.PRODUCT or link.judged:
                continue
            by = {quad.predicate for quad in link.quads}
            if link.rule.first_only and source == thing:
                waiting.append(link.target)
            (brought if by & _BROUGHT_BY else acted_on).add(link.target)
    return _LedTo(_of_the_process(case, brought - {thing}), _of_the_process(case, acted_on - {thing}))


def _of_the_process(case: Case, found: set[Iri]) -> frozenset[Iri]:
    entities = case.reached.entities
    return frozenset(iri for iri in found if not entities[iri].types.isdisjoint(_BROUGHT))
