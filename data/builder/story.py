"""The invented story: what the two sites set, prove, file, measure and believe."""

from __future__ import annotations

from datetime import date, timedelta

from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, XSD

from data.builder.facts import evidence
from data.builder.names import DEMO, KG, local
from data.builder.tables import Row, Story, rows, text

# Tables whose columns are properties, with the class of their rows; rows of several classes name their own.
TABLES = {
    "project": "Project",
    "organizations": "Organization",
    "sites": "Site",
    "bases": "MeasurementBasis",
    "people": "Person",
    "sessions": "ElicitationSession",
    "processes": None,
    "documents": "Document",
    "equipment": "Equipment",
    "materials_at_sites": "MaterialAtSite",
    "steps": "SiteStep",
    "offerings": "SupplyOffering",
    "supply_events": "SupplyEvent",
    "methods": "AnalyticalMethod",
    "methods_at_sites": "MethodAtSite",
    "specifications": "Specification",
    "donor_factors": "DonorFactor",
    "tacit_know_how": "TacitAssertion",
    "evidence": "Evidence",
    "controls": None,
    "registration": None,
    "record_steps": "BatchRecordStep",
    "transfers": "KnowledgeTransfer",
    "qualifications": "Qualification",
    "batches": "Batch",
    "deviations": "Deviation",
    "risks": "RiskItem",
    "transfer_projects": "TransferProject",
    "actions": "Action",
    "responsibilities": "Responsibility",
    "studies": "ComparabilityStudy",
    "runs": "TransferRun",
    "package_items": "PackageItem",
    "gates": "TransferGate",
    "gaps": "Gap",
    "changes": "Change",
    "proposed_ranges": "AcceptableRange",
}


def add_story(story: Story) -> None:
    """Everything invented, after the facts it is about."""
    for name, kind in TABLES.items():
        story.table(name, kind)
    _know_how_state(story)
    for row in rows("invented", "settings.csv"):
        _setting(story, row)
    for row in rows("invented", "ranges.csv"):
        _range(story, row)
    for row in rows("invented", "sampling.csv"):
        _sampling(story, row)
    for row in rows("invented", "influences.csv"):
        _influence(story, row)
    _results(story)


def _name(story: Story, subject: URIRef) -> str:
    """What a thing is called in the label of another: without the mark of the invented."""
    return str(story.graph.value(subject, RDFS.label)).removesuffix(" (invented)")


def _know_how_state(story: Story) -> None:
    """Who holds published know-how at the sites, and how far its review is: invented statements on published rows."""
    for row in rows("invented", "know_how_state.csv"):
        subject = DEMO[row["id"]]
        story.say(subject, row)
        holders = {person for column in ("knownBy", "doneBy", "taughtBy") for person in row[column].split()}
        story.add(subject, KG.heldBy, *(DEMO[person] for person in holders))
        story.add(
            subject, RDFS.comment, text("Holders, review, confidence and confidentiality are invented for the demo.")
        )


def _setting(story: Story, row: Row) -> None:
    """What a site sets for a factor, and its normal operating range."""
    site, factor = DEMO[row["site"]], DEMO[row["factor"]]
    label = f"{_name(story, factor)} at {_name(story, site)}"
    unit = story.graph.value(factor, KG.unit)
    if unit is None:
        raise ValueError(f"{row['factor']} has no unit")
    if row["setpoint"] or row["textValue"]:
        subject = story.thing(f"SET-{row['site']}-{row['factor']}", "SiteSetting", label)
        process = DEMO[f"SP-{row['site']}"]
        step = story.graph.value(None, KG.hasFactor, factor) or story.graph.value(None, KG.hasIndicator, factor)
        story.add(subject, KG.forFactor, factor)
        story.add(subject, KG.atSite, site)
        story.add(subject, KG.inSiteProcess, process)
        story.add(subject, KG.atStep, DEMO[f"{local(process)}-{local(step)}"])
        story.say(subject, row, "setpoint", "textValue", "basis", "comment")
        if row["setpoint"]:
            story.add(subject, KG.unit, unit)
        story.invent(subject)
    if row["norLow"] or row["norHigh"]:
        normal = {**row, "lowerLimit": row["norLow"], "upperLimit": row["norHigh"]}
        subject = story.thing(
            f"NOR-{row['site']}-{row['factor']}", "AcceptableRange", f"Normal operating range of {label}"
        )
        story.add(subject, KG.rangeType, KG.NOR)
        story.add(subject, KG.forFactor, factor)
        story.add(subject, KG.atSite, site)
        story.add(subject, KG.unit, unit)
        story.say(subject, normal, "lowerLimit", "upperLimit", "basis", "onEquipmentModel")
        story.invent(subject)


_RANGE_WORDS = {
    "PAR": "Proven acceptable range",
    "studied": "Studied range",
    "edgeOfFailure": "Edge of failure",
    "filed": "Filed range",
}
_RANGE_IDS = {"PAR": "PAR", "studied": "STUDIED", "edgeOfFailure": "EDGE", "filed": "FILED"}


def _range(story: Story, row: Row) -> None:
    """A proven, studied or filed range with what it holds for."""
    factor, where = DEMO[row["factor"]], DEMO[row["where"]]
    parts = [_RANGE_IDS[row["rangeType"]], row["where"], row["factor"], row["forAttribute"]]
    label = f"{_RANGE_WORDS[row['rangeType']]} of {_name(story, factor)}, {_name(story, where)}"
    if row["forAttribute"]:
        label += f", for {_name(story, DEMO[row['forAttribute']])}"
    subject = story.thing("-".join(part for part in parts if part), "AcceptableRange", label)
    story.add(subject, KG.inRegion if row["rangeType"] == "filed" else KG.atSite, where)
    story.add(subject, KG.forFactor, factor)
    unit = story.graph.value(factor, KG.unit)
    if unit is not None:
        story.add(subject, KG.unit, unit)
    said = ("rangeType", "forAttribute", "lowerLimit", "upperLimit", "basis", "onEquipmentModel", "atScale")
    story.say(subject, row, *said, "othersHeldAt", "establishedBy", "evidenceLevel", "comment")
    story.invent(subject)


def _sampling(story: Story, row: Row) -> None:
    site, attribute, step = DEMO[row["atSite"]], DEMO[row["forAttribute"]], DEMO[row["atStep"]]
    label = f"{_name(story, attribute)} sampled at {_name(story, step)}"
    if "at " + _name(story, site) not in label:
        label += f", {_name(story, site)}"
    subject = story.thing(f"SMP-{row['atSite']}-{row['forAttribute']}", "SamplingPoint", label)
    story.say(subject, row)
    story.invent(subject)


def _influence(story: Story, row: Row) -> None:
    """Which factor bears on what: the row of ``facts/`` is the evidence, direction and strength are the expert's."""
    cause, effect = DEMO[row["hasCause"]], DEMO[row["hasEffect"]]
    subject = story.thing(
        f"INF-{row['hasCause']}-{row['hasEffect']}", "Influence", f"{_name(story, cause)} → {_name(story, effect)}"
    )
    story.say(subject, row, "hasCause", "hasEffect", "direction", "shape", "strength", "status", "relevance", "comment")
    told = DEMO[row["evidence"]]
    level = story.graph.value(told, KG.evidenceLevel)
    if level is None:
        raise ValueError(f"no evidence {row['evidence']} for {subject}")
    story.add(subject, KG.hasEvidence, told)
    story.add(subject, KG.evidenceLevel, level)
    story.add(subject, KG.cites, *story.graph.objects(told, KG.cites))
    if row["strength"] or row["direction"] not in ("", "directionUnknown"):
        story.add(subject, KG.hasEvidence, DEMO[row["judged"]])
        story.add(subject, KG.strengthBasis, text("Direction and strength entered by Expert EX1 (invented)."))
        story.invent(subject)


def add_practice_evidence(story: Story) -> None:
    """Evidence that is common practice but has no row of its own in ``facts/``."""
    evidence(
        story,
        "EV-PRACTICE",
        "General practice, no source read",
        {"source": "practice", "evidence": "practice"},
    )


def _results(story: Story) -> None:
    """Results of the batches: a wide table of figures, and a table that says how each was measured where."""
    measured = {(row["site"], row["attribute"]): row for row in rows("invented", "result_methods.csv")}
    for row in rows("invented", "results.csv"):
        batch = DEMO[row["batch"]]
        site = local(story.graph.value(batch, KG.atSite))
        made = date.fromisoformat(str(story.graph.value(batch, KG.manufacturedOn)))
        for name, value in row.items():
            if name == "batch" or not value:
                continue
            how, attribute = measured[site, name], DEMO[name]
            subject = story.thing(
                f"RES-{row['batch']}-{name}", "Result", f"{_name(story, attribute)} of {row['batch']}"
            )
            story.add(subject, KG.ofBatch, batch)
            story.add(subject, KG.forAttribute, attribute)
            unit = story.graph.value(attribute, KG.unit)
            if unit is None:
                story.say(subject, {"textValue": value}, "textValue")
            else:
                story.say(subject, {"value": value}, "value")
                story.add(subject, KG.unit, unit)
            story.say(subject, how, "basis", "byMethod")
            ready = made + timedelta(days=int(how["days"]))
            story.add(subject, KG.resultDate, Literal(ready.isoformat(), datatype=XSD.date))
            story.invent(subject)
