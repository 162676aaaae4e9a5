"""What was read or is common practice: the files of ``facts/``, and the reading of them by hand in ``curated/``."""

from __future__ import annotations

from itertools import pairwise

from rdflib import Literal, URIRef
from rdflib.namespace import RDFS, SKOS

from data.builder.names import DEMO, IOF, KG, OBO
from data.builder.tables import Row, Story, figure, rows, text

RELEASE_TESTING = "UO11"

KINDS = {
    "process parameter": "ProcessParameter",
    "material attribute": "MaterialAttribute",
    "starting material attribute": "MaterialAttribute",
    "material choice": "MaterialChoice",
    "in-process attribute": "InProcessAttribute",
    "hold or exposure time": "HoldTime",
    "performance indicator": "PerformanceIndicator",
}

UNITS = {
    "own: beads per cell": "BEADS-PER-CELL",
    "own: volume fraction": "VOLUME-FRACTION",
    "own: TU per cell": "TU-PER-CELL",
    "own: cm2 per mL": "CM2-PER-MilliL",
    "own: cells per cm2": "CELL-PER-CM2",
    "own: mL per cm2 and day": "MilliL-PER-CM2-DAY",
}

ATTRIBUTE_UNITS = {
    "%": "PERCENT",
    "copies/cell": "COPIES-PER-CELL",
    "EU/mL": "EU-PER-MilliL",
    "beads/3e6 cells": "BEADS-PER-3E6-CELLS",
    "cells": "NUM",
    "pg/mL": "PicoGM-PER-MilliL",
}

# How far a source that was read so may carry an influence: literature never counts as evidence on this process.
LEVELS = {
    "published": "otherProduct",
    "practice": "opinion",
    "title-only": "unknownEvidence",
    "not read": "unknownEvidence",
}

PROCEDURE = {
    "not stated": "notStated",
    "in procedure": "inProcedure",
    "within discretion": "withinDiscretion",
    "needs deviation": "needsDeviation",
    "needs change control": "needsChangeControl",
}


def add_facts(story: Story) -> None:
    """Everything that the files of ``facts/`` say."""
    _sources(story)
    _unit_operations(story)
    _attributes(story)
    for row in rows("facts", "parameters.csv"):
        _parameter(story, row)
    _materials(story)
    _options(story)
    _interactions(story)
    _know_how(story)
    for row in rows("curated", "about_facts.csv"):
        story.add(DEMO[row["id"]], story.terms.property(row["property"]), *story.values(row["property"], row["value"]))


def cite(story: Story, subject: URIRef, row: Row) -> None:
    """The source of a row and how it was read."""
    story.add(subject, KG.cites, DEMO[row["source"]])
    story.add(subject, KG.evidenceWord, Literal(row["evidence"]))


def evidence(story: Story, name: str, label: str, row: Row) -> URIRef:
    """The evidence that a row of ``facts/`` is, no stronger than its source allows."""
    subject = story.thing(name, "Evidence", label)
    story.add(subject, KG.evidenceLevel, story.terms.concept(LEVELS[row["evidence"]]))
    if row["evidence"] == "published":
        story.add(subject, KG.relevance, KG.relevanceOtherProduct)
    cite(story, subject, row)
    return subject


def _sources(story: Story) -> None:
    for row in rows("facts", "sources.csv"):
        label = "Common practice" if row["id"] == "practice" else f"{row['citation'].split(',')[0]} ({row['id']})"
        subject = story.thing(row["id"], "Document", label, row["id"])
        story.add(subject, KG.citation, Literal(row["citation"]))
        story.add(subject, KG.evidenceWord, Literal(row["evidence"]))


def _unit_operations(story: Story) -> None:
    steps = list(rows("facts", "unit_operations.csv"))
    for row in steps:
        kind = "ReleaseTesting" if row["id"] == RELEASE_TESTING else "UnitOperation"
        subject = story.thing(row["id"], kind, row["name"], row["id"])
        story.add(subject, KG.partOf, DEMO.GR)
        story.say(subject, row, "order")
        story.add(subject, RDFS.comment, text(f"Aligned terms: {row['aligned_terms']}."))
        words = row["aligned_terms"].replace(",", " ").replace(";", " ").split()
        for prefix, space in (("iof:", IOF), ("obo:", OBO)):
            story.add(subject, SKOS.closeMatch, *(space[w.removeprefix(prefix)] for w in words if w.startswith(prefix)))
    chain = [DEMO[row["id"]] for row in steps if row["id"] != RELEASE_TESTING]
    for before, after in pairwise(chain):
        story.add(before, KG.precedes, after)


def _attributes(story: Story) -> None:
    for row in rows("facts", "quality_attributes.csv"):
        subject = story.thing(row["id"], "QualityAttribute", row["name"], row["id"])
        story.say(subject, row, "role")
        if row["unit"] in ATTRIBUTE_UNITS:
            story.add(subject, KG.unit, story.terms.unit(ATTRIBUTE_UNITS[row["unit"]]))
        notes = [f"Measured by {row['method']}.", row["basis_note"] and f"{row['basis_note']}."]
        story.add(subject, RDFS.comment, text(" ".join(note for note in notes if note)))
        story.add(subject, KG.computedFrom, *(DEMO[w] for w in row["computed_from"].split() if w.startswith("Q")))
    for row in rows("curated", "published_criteria.csv"):
        _criterion(story, row)


def _criterion(story: Story, read: Row) -> None:
    """A criterion of ``acceptance_criteria.csv`` with the limits that ``curated/`` reads from its words."""
    row = list(rows("facts", "acceptance_criteria.csv"))[int(read["row"]) - 1]
    name = story.graph.value(DEMO[row["quality_attribute"]], RDFS.label)
    label = f"{name}, {row['source']}: {row['published_criterion']}"
    subject = story.thing(f"PC{int(read['row']):02}", "PublishedCriterion", label)
    story.add(subject, KG.forAttribute, DEMO[row["quality_attribute"]])
    story.add(subject, KG.textValue, text(row["published_criterion"]))
    story.say(subject, read, "lowerLimit", "upperLimit", "unit", "basis", "comment")
    story.add(subject, KG.establishedBy, DEMO[row["source"]])
    story.add(subject, KG.evidenceWord, Literal(row["evidence"]))


def _parameter(story: Story, row: Row) -> None:
    kind = KINDS[row["kind"]]
    subject = story.thing(row["id"], kind, row["name"], row["id"])
    holds = KG.hasIndicator if kind == "PerformanceIndicator" else KG.hasFactor
    story.add(DEMO[row["unit_operation"]], holds, subject)
    unit = story.terms.unit(UNITS.get(row["qudt_unit"], row["qudt_unit"]))
    story.add(subject, KG.unit, unit)
    if row["proposed_class"]:
        story.add(subject, KG.criticality, story.terms.concept(row["proposed_class"]))
        story.add(subject, RDFS.comment, text("The criticality is a proposal."))
    if row["note"]:
        story.add(subject, RDFS.comment, text(f"Note of the source list: {row['note']}."))
    cite(story, subject, row)
    _observation(story, row, subject, unit)
    evidence(story, f"EV-{row['id']}", f"Evidence on {row['name']}: {row['source']}", row)


def _observation(story: Story, row: Row, factor: URIRef, unit: URIRef) -> None:
    """What was observed of a factor elsewhere: never a proven range of this process."""
    practice = row["evidence"] == "practice"
    label = f"{row['name']}: {'usual in practice, no source found' if practice else 'published observation'}"
    subject = story.thing(f"OBS-{row['id']}", "AcceptableRange", label)
    story.add(subject, KG.rangeType, KG.publishedObservation)
    story.add(subject, KG.forFactor, factor)
    words = row["published_observation"] or row["note"]
    story.add(subject, KG.finding, text(f"{row['form']}: {words}"))
    for column, limit in (("low", KG.lowerLimit), ("high", KG.upperLimit)):
        if row[column]:
            story.add(subject, limit, figure(row[column]))
    if row["low"] or row["high"]:
        story.add(subject, KG.unit, unit)
    story.add(subject, KG.establishedBy, DEMO[row["source"]])
    story.add(subject, KG.evidenceWord, Literal(row["evidence"]))
    story.add(subject, KG.evidenceLevel, story.terms.concept(LEVELS[row["evidence"]]))


def _materials(story: Story) -> None:
    kinds = {row["id"]: row["class"] for row in rows("curated", "material_kinds.csv")}
    for row in rows("facts", "materials.csv"):
        subject = story.thing(row["id"], kinds.get(row["id"], "Material"), row["name"], row["id"])
        story.add(DEMO[row["unit_operation"]], KG.consumesMaterial, subject)
    for row in rows("facts", "suppliers.csv"):
        placeholder = row["id"] in ("S05", "S06", "S07", "S08", "S09")
        name = row["name"].removesuffix(" (placeholder)")
        subject = story.thing(row["id"], "Supplier", f"{name} (invented)" if placeholder else name, row["id"])
        if placeholder:
            story.invent(subject)
    for row in rows("facts", "equipment_models.csv"):
        subject = story.thing(row["id"], "EquipmentModel", row["name"], row["id"])
        story.say(subject, row, "maker")
        story.add(subject, RDFS.comment, text(f"Used in {', '.join(row['used_in'].split())}."))


def _options(story: Story) -> None:
    options = list(rows("facts", "process_options.csv"))
    for row in options:
        subject = story.thing(row["id"], "ProcessOption", row["option"], row["id"])
        story.add(subject, KG.optionGroup, Literal(row["group"]))
        story.say(subject, row, "brings")
        others = [DEMO[o["id"]] for o in options if o["group"] == row["group"] and o["id"] != row["id"]]
        story.add(subject, KG.excludes, *others)


def _interactions(story: Story) -> None:
    for row in rows("facts", "interactions.csv"):
        factors = row["factors"].split()
        names = [str(story.graph.value(DEMO[f], RDFS.label)) for f in factors]
        subject = story.thing(row["id"], "Interaction", " with ".join(names), row["id"])
        story.add(subject, KG.ofFactor, *(DEMO[f] for f in factors))
        story.add(subject, KG.hasEffect, DEMO[row["quality_attribute"]])
        story.add(subject, KG.finding, text(row["finding"]))
        story.add(subject, KG.evidenceLevel, story.terms.concept(LEVELS[row["evidence"]]))
        story.add(subject, KG.hasEvidence, evidence(story, f"EV-{row['id']}", f"Evidence on {row['id']}", row))
        cite(story, subject, row)


def _know_how(story: Story) -> None:
    for row in rows("facts", "know_how.csv"):
        subject = story.thing(row["id"], "PublishedKnowHow", row["action"], row["id"])
        story.add(subject, KG.statement, text(f"{row['cue']}: {row['action']}. {row['rationale']}."))
        story.say(subject, row, "cue", "action", "rationale", "contradicts", "scope")
        story.add(subject, KG.consequenceIfIgnored, text(row["consequence_if_ignored"]))
        story.add(subject, KG.concerns, *(DEMO[w] for w in [row["unit_operation"], *row["concerns"].split()]))
        story.add(subject, KG.affectsAttribute, *(DEMO[w] for w in row["quality_attributes"].split()))
        story.add(subject, KG.procedureStatus, story.terms.concept(PROCEDURE[row["procedure_status"]]))
        story.add(subject, KG.evidenceLevel, story.terms.concept(LEVELS[row["evidence"]]))
        story.add(subject, KG.hasEvidence, evidence(story, f"EV-{row['id']}", f"Evidence on {row['id']}", row))
        cite(story, subject, row)
