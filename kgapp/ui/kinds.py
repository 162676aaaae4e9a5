"""Which icon stands for which class."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG


def kind_of(classes: Iterable[Iri]) -> str:
    """The shape for a thing of these classes; the most special class that has one decides."""
    for known in reversed(with_superclasses(classes)):
        if known in _KINDS:
            return _KINDS[known]
    return "thing"


_KINDS: Final = {
    KG.ProcessStep: "step",
    KG.Process: "step",
    KG.ProcessOption: "step",
    KG.Factor: "parameter",
    KG.PerformanceIndicator: "parameter",
    KG.SiteSetting: "parameter",
    KG.AcceptableRange: "parameter",
    KG.Influence: "change",
    KG.Interaction: "change",
    KG.QualityAttribute: "attribute",
    KG.Specification: "attribute",
    KG.KnowHow: "know-how",
    KG.Document: "document",
    KG.Evidence: "document",
    KG.Provision: "document",
    KG.RegistrationDetail: "document",
    KG.Announcement: "document",
    KG.BatchRecordStep: "document",
    KG.PackageItem: "document",
    KG.ControlStrategyElement: "document",
    KG.ReportingCategory: "document",
    KG.ComparabilityStudy: "batch",
    KG.Batch: "batch",
    KG.Result: "batch",
    KG.Equipment: "equipment",
    KG.EquipmentModel: "equipment",
    KG.Material: "material",
    KG.MaterialAtSite: "material",
    KG.SupplyOffering: "material",
    KG.Supplier: "material",
    KG.Site: "site",
    KG.Organization: "site",
    KG.TransferProject: "site",
    KG.Region: "region",
    KG.Person: "person",
    KG.Qualification: "person",
    KG.KnowledgeTransfer: "person",
    KG.AnalyticalMethod: "method",
    KG.MethodAtSite: "method",
    KG.SamplingPoint: "method",
    KG.Change: "change",
    KG.Gap: "gap",
    KG.RiskItem: "gap",
    KG.Deviation: "gap",
    KG.SupplyEvent: "gap",
}
