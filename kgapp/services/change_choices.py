"""What a person can say about a change before it is assessed: kinds that make sense, sites, and where things stand now."""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.domain.impact import ChangeKind
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of change with the word for it."""

    kind: ChangeKind
    label: str


@dataclass(frozen=True, slots=True)
class SiteChoice:
    """A site with the figure in force there and the one an open change proposes, as written; empty where there is none."""

    site: Named
    current: str
    proposed: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices for one entity. ``kinds`` is empty when no kind of change can be about it."""

    entity: Named
    classes: tuple[Iri, ...]
    kinds: tuple[KindChoice, ...]
    sites: tuple[SiteChoice, ...]
    unit: str


def choices(reader: RecordReader, entity: Iri) -> Choices:
    """What can be chosen for a change of an entity."""
    known = Statements(reader)
    types = known.types(entity)
    kinds = tuple(KindChoice(kind, CONCEPTS[kind.iri].label) for kind in kinds_for(types))
    return Choices(known.named(entity), types, kinds, _sites(known, entity), known.unit(entity))


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
    proposals = [one for one in known.that(KG.changes, entity) if _is_open(known, one, site)]
    return SiteChoice(
        known.named(site),
        next((text for one in settings if (text := known.text(one, KG.setpoint))), ""),
        next((text for one in proposals if (text := known.text(one, KG.toValue))), ""),
    )


def _is_open(known: Statements, change: Iri, site: Iri) -> bool:
    return site in known.things(change, KG.atSite) and KG.closed not in known.things(change, KG.status)
