"""What the explorer's trees are made of: levels of things, how they hang together, and the sections they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.ports import Having


@cache
def of_class(kind: Iri) -> Having:
    """The test for things of a class or a narrower one."""
    return Having(RDF.type, tuple(sorted(with_subclasses((kind,)))))


@dataclass(frozen=True, slots=True)
class Level:
    """Things of one class, also by narrower classes. ``link`` leads from each to the thing it stands in; without one they are a group.

    ``inner`` names the levels inside each thing. ``by`` divides a group by a property's values. ``loose`` is for those of a
    level inside that have no such link and would be nowhere.
    """

    label: str
    kind: Iri
    link: Iri | None = None
    inner: tuple[str, ...] = ()
    by: Iri | None = None
    loose: str = ""

    @property
    def having(self) -> Having:
        """The test of its class."""
        return of_class(self.kind)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the tree with a heading: groups by the names of their levels."""

    label: str
    groups: tuple[str, ...]


SECTIONS: Final = (
    Section(
        "Knowledge",
        (
            "know-how", "people", "attributes", "methods", "materials", "suppliers", "models",
            "regulations", "registration", "options", "documents",
        ),
    ),
    Section(
        "Quality system",
        ("changes", "deviations", "risks", "controls", "gaps", "actions", "comparability", "transfers", "batches"),
    ),
)  # fmt: skip

LEVELS: Final[Mapping[str, Level]] = {
    "settings": Level("Settings", KG.SiteSetting, KG.forFactor),
    "at-processes": Level("Processes", KG.SiteProcess, KG.atSite, ("at-steps",)),
    "at-steps": Level("Steps", KG.SiteStep, KG.inSiteProcess, ("step-settings",)),
    "step-settings": Level("Settings", KG.SiteSetting, KG.atStep),
    "know-how": Level("Know-how", KG.KnowHow),
    "people": Level("People", KG.Person, None, ("held",)),
    "held": Level("Knows", KG.KnowHow, KG.heldBy),
    "attributes": Level("Quality attributes", KG.QualityAttribute, None, ("criteria",)),
    "criteria": Level("Specifications", KG.Specification, KG.forAttribute),
    "methods": Level("Methods", KG.AnalyticalMethod, None, ("methods-at",)),
    "methods-at": Level("At sites", KG.MethodAtSite, KG.ofMethod),
    "materials": Level("Materials", KG.Material, None, ("offerings", "materials-at")),
    "offerings": Level("Offered", KG.SupplyOffering, KG.offersMaterial),
    "materials-at": Level("At sites", KG.MaterialAtSite, KG.ofMaterial),
    "suppliers": Level("Suppliers", KG.Supplier, None, ("supplied",)),
    "supplied": Level("Offers", KG.SupplyOffering, KG.offeredBy),
    "models": Level("Equipment", KG.EquipmentModel, None, ("of-model",), loose="of-model"),
    "of-model": Level("Equipment", KG.Equipment, KG.ofModel),
    "regulations": Level("Regulations", KG.Provision, by=KG.inRegion),
    "registration": Level("Registration details", KG.RegistrationDetail, by=KG.inRegion),
    "options": Level("Process options", KG.ProcessOption),
    "documents": Level("Documents", KG.Document),
    "changes": Level("Changes", KG.Change),
    "deviations": Level("Deviations", KG.Deviation),
    "risks": Level("Risks", KG.RiskItem),
    "controls": Level("Controls", KG.ControlStrategyElement),
    "gaps": Level("Gaps", KG.Gap),
    "actions": Level("Actions", KG.Action),
    "comparability": Level("Comparability", KG.ComparabilityStudy),
    "transfers": Level("Transfers", KG.TransferProject, None, ("package", "project-gaps")),
    "package": Level("Package", KG.PackageItem, KG.inTransferProject),
    "project-gaps": Level("Gaps", KG.Gap, KG.inTransferProject),
    "batches": Level("Batches", KG.Batch, None, ("results",)),
    "results": Level("Results", KG.Result, KG.ofBatch),
    "at-equipment": Level("Equipment", KG.Equipment, KG.locatedAt),
    "at-people": Level("People", KG.Person, KG.worksAt, ("held",)),
    "at-methods": Level("Methods", KG.MethodAtSite, KG.atSite),
    "at-materials": Level("Materials", KG.MaterialAtSite, KG.atSite),
    "at-batches": Level("Batches", KG.Batch, KG.atSite, ("results",)),
    "sites": Level(
        "Sites",
        KG.Site,
        None,
        ("at-processes", "at-equipment", "at-people", "at-methods", "at-materials", "at-batches"),
    ),
    "processes": Level("Processes", KG.GeneralProcess),
}
"""By name. Where a thing fits several, the first is its place."""
