"""What bears on the kind of what changes: provisions about changes, sites or materials as such, and about topics.

A provision can name a kind of thing, or a topic, instead of things. It bears on what changes itself, not on all that
the change reaches. Provisions of a region where neither a site of the change is nor anything is filed are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kgapp.domain.rules import ancestors, matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG
from kgapp.services.impact.reached import Entity, local_name
from kgapp.services.impact.ways import subclasses

_PROVISION: Final = subclasses(KG.Provision)
_NO_PLACE: Final = frozenset({"ICH", "PIC/S", "PICS", "ISO", "WHO", "VICH", "IMDRF", "USP", "international", "global"})
"""Bodies whose documents hold in no one region: what they say bears on every site and filing."""

_ALTERS: Final = frozenset(
    {KG.valueChange, KG.rangeChange, KG.replacement, KG.removal, KG.addition, KG.relocation, KG.timingChange}
)
_MOVES: Final = frozenset({KG.relocation, KG.addition})
_TESTS: Final = frozenset({KG.methodChange, KG.softwareChange, KG.relocation, KG.replacement, KG.addition})
_TOPICS: Final[Mapping[Iri, tuple[tuple[Iri, ...], frozenset[Iri] | None]]] = {
    KG.changeTopic: ((), None),
    KG.comparabilityTopic: (
        (
            KG.ProcessStep,
            KG.Factor,
            KG.Material,
            KG.MaterialAtSite,
            KG.EquipmentModel,
            KG.Equipment,
            KG.SiteProcess,
            KG.SiteSetting,
            KG.ProcessOption,
            KG.Site,
        ),
        _ALTERS,
    ),
    KG.transferTopic: ((KG.SiteProcess, KG.SiteStep, KG.MethodAtSite, KG.Site), _MOVES),
    KG.multisiteTopic: ((KG.Site, KG.SiteProcess), _MOVES),
    KG.validationTopic: ((KG.AnalyticalMethod, KG.MethodAtSite, KG.Equipment, KG.EquipmentModel), _TESTS),
    KG.recordsTopic: (
        (KG.AnalyticalMethod, KG.MethodAtSite, KG.Equipment, KG.EquipmentModel, KG.ControlStrategyElement),
        frozenset({KG.softwareChange}),
    ),
    KG.materialTopic: ((KG.Material, KG.MaterialAtSite, KG.MaterialAttribute, KG.SupplyOffering), None),
    KG.donorTopic: ((KG.StartingMaterial, KG.DonorFactor), None),
    KG.riskTopic: ((KG.RiskItem,), None),
    KG.knowledgeTopic: ((KG.KnowHow,), None),
}
"""The topics that follow from a change alone: of what, and by which kinds of change (``None``: any)."""


def kinds(entity: Entity, change_kind: Iri) -> frozenset[Iri]:
    """The classes and topics that a change of an entity is about; a change is a change, whatever it is of."""
    classes = frozenset().union(*(ancestors(each) for each in entity.types if each in CLASSES))
    topics = {
        topic
        for topic, (about, by) in _TOPICS.items()
        if (by is None or change_kind in by) and (not about or any(_is(entity, each) for each in about))
    }
    return classes | topics | {KG.Change}


def _is(entity: Entity, wanted: Iri) -> bool:
    return not entity.types.isdisjoint(CLASSES) and matches(entity.types, wanted)


def elsewhere(target: Entity, regions: frozenset[Iri] | None, labels: Mapping[Iri, str]) -> bool:
    """Whether a provision holds only in regions that are not ``regions``; where none is recorded nobody knows."""
    if regions is None or target.types.isdisjoint(_PROVISION):
        return False
    own = target.things(KG.inRegion)
    return bool(own) and regions.isdisjoint(own) and not any(_holds_everywhere(each, labels) for each in own)


def _holds_everywhere(region: Iri, labels: Mapping[Iri, str]) -> bool:
    words = {local_name(region), *labels.get(region, "").replace("(", " ").replace(")", " ").split()}
    return not words.isdisjoint(_NO_PLACE)


def regions(begun: Iterable[Entity], sites: Iterable[Entity], filed_in: frozenset[Iri]) -> frozenset[Iri] | None:
    """The regions that matter: of the sites, of what is filed, and of what changes; ``None`` where a site has none recorded.

    A change of a provision itself is followed wherever it leads.
    """
    listed, places = tuple(begun), tuple(sites)
    if any(not each.types.isdisjoint(_PROVISION) for each in listed) or any(
        not each.things(KG.inRegion) for each in places
    ):
        return None
    return filed_in.union(*(each.things(KG.inRegion) for each in (*listed, *places)))
