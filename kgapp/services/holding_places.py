"""Reads from the record what ``domain.holding`` asks: what a range was proven for, and what a site does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain import holding
from kgapp.domain.holding import Known, Place, Proven, Reason
from kgapp.domain.names import unmarked
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.statements import Statements

STAGE_SCALES: Final = {KG.commercial: KG.commercialScale, KG.clinical: KG.clinicalScale}
"""The scale of a process that names none itself, by the stage it serves."""


def reasons(known: Statements, one: Iri, here: Place, factor: Iri) -> tuple[Reason, ...]:
    """All that keeps a proven range of a factor from holding at a place."""
    return holding.reasons(proven(known, one, factor), here, words(known))


def proven(known: Statements, one: Iri, factor: Iri) -> Proven:
    """What a range was proven for."""
    return Proven(
        sites=known.things(one, KG.atSite),
        models=frozenset(known.things(one, KG.onEquipmentModel)),
        scales=frozenset(known.things(one, KG.atScale)),
        bases=_bases(known, one, factor),
        statuses=frozenset(known.things(one, KG.status)),
        retired=known.retired(one),
    )


def place(known: Statements, factor: Iri, site: Iri, settings: Iterable[Iri]) -> Place:
    """What a range of a factor must fit at a site; ``settings`` are those of the factor there that are in use."""
    ours = tuple(settings)
    used = tuple(
        equipment
        for one in ours
        for step in known.things(one, KG.atStep)
        for equipment in known.things(step, KG.usesEquipment)
    )
    models = {equipment: known.things(equipment, KG.ofModel) for equipment in used}
    bases = frozenset(basis for one in ours for basis in _bases(known, one, factor))
    return Place(
        site=site,
        bases=bases or _bases(known, factor, factor),
        models=frozenset(model for each in models.values() for model in each),
        controlling=frozenset(known.that(KG.controlsFactor, factor)),
        scales=_scales(known, site, ours),
        unnamed=any(not each for each in models.values()),
    )


def words(known: Statements) -> Known:
    """What things are called, and which bases a study bridges."""

    def name(thing: Iri) -> str:
        return CONCEPTS[thing].label if thing in CONCEPTS else unmarked(known.name(thing))

    return Known(name, known.bridged)


def _bases(known: Statements, one: Iri, factor: Iri) -> frozenset[Iri | None]:
    """How figures are measured: as it is said beside them, else as the factor says."""
    return frozenset(known.things(one, KG.basis) or known.things(factor, KG.basis) or (None,))


def _scales(known: Statements, site: Iri, settings: tuple[Iri, ...]) -> frozenset[Iri | None]:
    """The scales at which a factor is set: as the processes say, else as their stages say."""
    named = {process for one in settings for process in known.things(one, KG.inSiteProcess)}
    processes = named or {
        one for one in known.reader.instances((KG.SiteProcess,)) if site in known.things(one, KG.atSite)
    }
    return frozenset(scale for process in processes for scale in _of_process(known, process)) or frozenset({None})


def _of_process(known: Statements, process: Iri) -> tuple[Iri | None, ...]:
    stages = tuple(STAGE_SCALES.get(stage) for stage in known.things(process, KG.lifecycleStage))
    return known.things(process, KG.atScale) or stages or (None,)
