"""What ``domain.holding`` asks, from what was read around a change: what a range was proven for, and what is done where."""

from __future__ import annotations

from kgapp.domain.holding import Known, Place, Proven
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact.context import Surroundings
from kgapp.services.impact.reached import ANYWHERE, Entity


def proven(each: Entity, around: Surroundings) -> Proven:
    """What a range was proven for."""
    return Proven(
        sites=each.sites,
        models=frozenset(each.things(KG.onEquipmentModel)),
        scales=frozenset(each.things(KG.atScale)),
        bases=frozenset(bases_of(each, around)),
        statuses=frozenset(each.things(KG.status)),
        retired=each.retired,
    )


def place(around: Surroundings, site: Iri) -> Place:
    """Where a change is, as far as it is recorded."""
    models, unnamed = around.equipment_at(site)
    return Place(
        site=None if site == ANYWHERE else site,
        bases=around.bases_at(site),
        models=models,
        controlling=around.controlling,
        scales=around.scales_at(site),
        unnamed=bool(unnamed),
    )


def known(around: Surroundings) -> Known:
    """What things are called, and which bases a study bridges."""
    return Known(lambda thing: around.named(thing).label, around.same_basis)


def bases_of(each: Entity, around: Surroundings) -> tuple[Iri | None, ...]:
    """How the figures of a range are measured: as it says, else as the factor says."""
    own: tuple[Iri, ...] = around.factor.things(KG.basis) if around.factor else ()
    return each.things(KG.basis) or own or (None,)
