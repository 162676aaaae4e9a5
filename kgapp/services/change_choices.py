"""What a person can say about a change before it is assessed: kinds that make sense, sites, and where things stand now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.impact import ChangeKind
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG, RDF
from kgapp.services.assessments import proposals, templates
from kgapp.services.assessments.templates import Template
from kgapp.services.browsing import Named
from kgapp.services.ports import Having, RecordReader
from kgapp.services.statements import Statements

MOST_BATCHES: Final = 30
_LOOKED_AT: Final = 1_000
_STEP_HAS: Final = (KG.hasFactor, KG.consumesMaterial, KG.usesEquipment)


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of change with the word for it."""

    kind: ChangeKind
    label: str


@dataclass(frozen=True, slots=True)
class SiteChoice:
    """A site with the figure in force there and the one an open change proposes, as written; empty where there is none.

    ``batches`` are those made there, the newest first, at most ``MOST_BATCHES``.
    """

    site: Named
    current: str
    proposed: str
    batches: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A change that is open and about the same thing, the same step, or something there. ``why`` says which."""

    change: Named
    why: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices for one entity. ``kinds`` is empty when no kind of change can be about it.

    ``replaces`` are the classes of what can take its place, ``open_changes`` others that could be assessed together,
    ``usual`` ready-made kinds of change that fit it.
    """

    entity: Named
    classes: tuple[Iri, ...]
    kinds: tuple[KindChoice, ...]
    sites: tuple[SiteChoice, ...]
    unit: str
    replaces: tuple[Iri, ...] = ()
    open_changes: tuple[OpenChange, ...] = ()
    usual: tuple[Template, ...] = ()


def choices(reader: RecordReader, entity: Iri) -> Choices:
    """What can be chosen for a change of an entity."""
    known = Statements(reader)
    types = known.types(entity)
    kinds = tuple(KindChoice(kind, CONCEPTS[kind.iri].label) for kind in kinds_for(types))
    return Choices(
        known.named(entity),
        types,
        kinds,
        _sites(known, entity),
        known.unit(entity),
        types if any(each.kind is ChangeKind.REPLACEMENT for each in kinds) else (),
        _open_changes(known, entity),
        tuple(each for each in templates.fitting(types) if types and each.kind in kinds_for(types)),
    )


def kinds_for(types: tuple[Iri, ...]) -> tuple[ChangeKind, ...]:
    """The kinds of change that a thing of these classes can undergo; none for what has no class."""
    rows = {row.iri: row for row in RULE_BOOK.change_kinds}
    return tuple(
        kind
        for kind in ChangeKind
        if types and any(matches(frozenset(types), one) for one in rows[kind.iri].applies_to)
    )


def _sites(known: Statements, entity: Iri) -> tuple[SiteChoice, ...]:
    sites = sorted(known.reader.instances((KG.Site,)), key=known.name)
    return tuple(_site(known, entity, site) for site in sites)


def _site(known: Statements, entity: Iri, site: Iri) -> SiteChoice:
    settings = [one for one in (entity, *known.that(KG.forFactor, entity)) if site in known.things(one, KG.atSite)]
    proposed = [one for one in known.that(KG.changes, entity) if _is_open(known, one, site)]
    return SiteChoice(
        known.named(site),
        next((text for one in settings if (text := known.text(one, KG.setpoint))), ""),
        next((text for one in proposed if (text := known.text(one, KG.toValue))), ""),
        _batches(known, site),
    )


def _batches(known: Statements, site: Iri) -> tuple[Named, ...]:
    here = (Having(RDF.type, (KG.Batch,)), Having(KG.atSite, (site,)))
    made = [one.iri for one in known.reader.listed(here, limit=_LOOKED_AT) if not one.retired]
    newest = sorted(made, key=lambda one: (known.text(one, KG.manufacturedOn), known.name(one)), reverse=True)
    return tuple(map(known.named, newest[:MOST_BATCHES]))


def _open_changes(known: Statements, entity: Iri) -> tuple[OpenChange, ...]:
    """About the thing itself first, then what interacts with it, then what is in its steps."""
    near = [
        ("changes the same", frozenset({entity})),
        ("changes something that interacts with it", _interacting(known, entity)),
        ("changes something in the same step", _in_step(known, entity)),
    ]
    found: dict[Iri, OpenChange] = {}
    changes = sorted(known.reader.instances((KG.Change,)), key=known.name)
    open_ones = [each for each in changes if known.thing(each, KG.status) not in proposals.SETTLED]
    for why, things in near:
        for change in open_ones:
            if things.intersection(known.things(change, KG.changes)):
                found.setdefault(change, OpenChange(known.named(change), why))
    return tuple(found.values())


def _interacting(known: Statements, entity: Iri) -> frozenset[Iri]:
    interactions = (one for one in known.that(KG.ofFactor, entity) if not known.retired(one))
    return frozenset(factor for one in interactions for factor in known.things(one, KG.ofFactor))


def _in_step(known: Statements, entity: Iri) -> frozenset[Iri]:
    """The steps that have the thing, and what else they have."""
    steps = {step for way in _STEP_HAS for step in known.that(way, entity)} | {entity}
    return frozenset(steps | {thing for step in steps for way in _STEP_HAS for thing in known.things(step, way)})


def _is_open(known: Statements, change: Iri, site: Iri) -> bool:
    return site in known.things(change, KG.atSite) and KG.closed not in known.things(change, KG.status)
