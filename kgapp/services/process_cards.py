"""What stands on a card of the process map beside its factors: equipment, materials, controls, know-how, risks and gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.browsing import Named
from kgapp.services.process_board import Card, FactorRow, Lane, Resource
from kgapp.services.statements import Statements

SHOWN_MARKS: Final = 200
"""How much of one kind is named on a card."""


class CardReader:
    """Fills the cards of one map; what concerns a thing is looked up once."""

    def __init__(self, known: Statements) -> None:
        self._known = known
        self._concerning: dict[Iri, tuple[Iri, ...]] = {}
        self._controls: dict[Iri, tuple[Iri, ...]] = {}

    def know_how(self, step: Iri, factors: tuple[Iri, ...]) -> int:
        """How much know-how concerns a step or its factors, wherever it applies."""
        return len(self._of(_KNOW_HOW, (step, *factors)))

    def fill(self, card: Card, factors: tuple[Iri, ...], lane: Lane) -> Card:
        """A card with everything beside its factors; ``factors`` are all of its step, set or not."""
        known, step = self._known, card.step.iri
        here = [one for one in known.that(KG.ofUnitOperation, step) if lane.site.iri in known.things(one, KG.atSite)]
        machines = tuple(dict.fromkeys(each for one in here for each in known.things(one, KG.usesEquipment)))
        used = tuple(dict.fromkeys(each for one in here for each in known.things(one, KG.consumesMaterial)))
        equipment = {one.of: one for one in map(self._machine, machines)}
        materials = tuple(self._material(each) for each in used)
        rows = tuple(self._controlled(row, lane) for row in card.rows)
        about = (step, *factors, *here, *machines, *equipment, *used, *(each.of for each in materials))
        settings = tuple(record for row in rows for record in row.own)
        return replace(
            card,
            rows=rows,
            equipment=tuple(equipment.values()),
            materials=materials,
            know_how=self._named(_KNOW_HOW, about, lane),
            risks=self._named(_RISKS, about, lane),
            gaps=self._named(_GAPS, about, lane),
            own=tuple(dict.fromkeys((*about, *settings, *(each.iri for row in rows for each in row.controls)))),
        )

    def _machine(self, machine: Iri) -> Resource:
        known = self._known
        model = known.thing(machine, KG.ofModel) or machine
        return Resource(known.named(model), model, status=known.word(machine, KG.qualificationStatus))

    def _material(self, material: Iri) -> Resource:
        known = self._known
        of = known.thing(material, KG.ofMaterial) or material
        offers = known.that(KG.qualifiedFor, material)
        suppliers = dict.fromkeys(known.name(each) for one in offers for each in known.things(one, KG.offeredBy))
        status = known.word(material, KG.qualificationStatus)
        return Resource(Named(material, known.name(of)), of, known.text(material, KG.grade), tuple(suppliers), status)

    def _controlled(self, row: FactorRow, lane: Lane) -> FactorRow:
        known, factor = self._known, row.factor.iri
        if factor not in self._controls:
            self._controls[factor] = known.that(KG.controls, factor)
        controls = [one for one in self._controls[factor] if self._holds_at(one, lane) and not known.retired(one)]
        return replace(row, controls=tuple(known.named(one) for one in controls))

    def _named(self, kinds: frozenset[Iri], things: Iterable[Iri], lane: Lane) -> tuple[Named, ...]:
        found = [one for one in self._of(kinds, things) if self._holds_at(one, lane)]
        named = sorted((self._known.named(one) for one in found[:SHOWN_MARKS]), key=lambda each: (each.label, each.iri))
        return tuple(named)

    def _of(self, kinds: frozenset[Iri], things: Iterable[Iri]) -> list[Iri]:
        """What of some classes concerns one of the things, each once, without what is retired."""
        about = dict.fromkeys(one for thing in things for one in self._about(thing))
        found = (one for one in about if not self._known.retired(one))
        return [one for one in found if kinds & frozenset(with_superclasses(self._known.types(one)))]

    def _about(self, thing: Iri) -> tuple[Iri, ...]:
        if thing not in self._concerning:
            self._concerning[thing] = self._known.that(KG.concerns, thing)
        return self._concerning[thing]

    def _holds_at(self, one: Iri, lane: Lane) -> bool:
        """What names no site holds everywhere."""
        sites = (*self._known.things(one, KG.atSite), *self._known.things(one, KG.appliesAt))
        return not sites or lane.site.iri in sites


_KNOW_HOW: Final = frozenset((KG.KnowHow,))
_RISKS: Final = frozenset((KG.RiskItem,))
_GAPS: Final = frozenset((KG.Gap,))
