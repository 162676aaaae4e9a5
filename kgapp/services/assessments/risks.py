"""Rows of a risk assessment (FMEA) from items of an impact report: prefilled with what is known, scored by a person.

Severity, occurrence and detection are never filled in: what the report knows of them stands beside as a hint.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.domain.assessment import ItemKey
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import ImpactReport, Item, Named
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri, Literal, Term, shorten
from kgapp.domain.vocabulary import KG, XSD
from kgapp.services import browsing
from kgapp.services.assessments import judging, standing, writing
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

_LOWEST, _HIGHEST = 1, 10


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A row as it is offered. The hints say in words what is known of severity, occurrence and detection."""

    key: ItemKey
    label: str
    mitigated_by: tuple[Named, ...]
    severity_hint: str
    occurrence_hint: str
    detection_hint: str


@dataclass(frozen=True, slots=True)
class Scores:
    """What a person set, each from 1 to 10; detection 10 is sure to be missed."""

    severity: int
    occurrence: int
    detection: int


def prefilled(reader: RecordReader, report: ImpactReport, key: ItemKey) -> RiskRow:
    """The row of an item, or of a cell nobody has assessed. Raises ``NotFound`` for what the report does not hold."""
    item = next((each for each in report.items if standing.key_of(each) == key), None)
    moved = " and ".join(dict.fromkeys(each.entity.label for each in report.changes))
    if item is not None:
        where = f" at {item.site.label}" if item.site else ""
        return RiskRow(
            key,
            shorten(f"{moved} changes: {item.label} {item.effect.value}{where}", 200),
            tuple(_controls(reader, item)),
            item.severity.word if item.severity is not None else "not recorded",
            f"reach {item.reach}, evidence: {item.evidence.phrase}",
            "; ".join(each.sentence for each in item.detected_by)
            or " ".join(("Nothing detects it.", *item.undetected_because)),
        )
    if key not in standing.keys(report):
        raise NotFound("The report does not hold this item.", hint="Choose an item of the work list.")
    names = browsing.labels(reader, [each for each in (key.about_factor, key.item) if each])
    label = " → ".join(names[each] for each in (key.about_factor, key.item) if each)
    return RiskRow(
        key, f"{label}: effect not assessed", (), "not known", "not assessed: unknown, not none", "not known"
    )


def add(workspace: Workspace, iri: Iri, row: RiskRow, scores: Scores, why: str) -> tuple[Iri, Revision]:
    """Add the row, scored, as a risk that this assessment raised; its address and the revision.

    Raises ``BadInput`` for a score that is not from 1 to 10.
    """
    reader = workspace.reader
    assessment = writing.open_one(reader, iri)
    label = writing.text(row.label, "What can go wrong", "Say it in a few words.")
    said: list[tuple[Iri, Term | None]] = [
        (KG.concerns, row.key.item),
        (KG.concerns, row.key.about_factor),
        (KG.atSite, row.key.site),
        (KG.severityScore, _score("Severity", scores.severity)),
        (KG.occurrence, _score("Occurrence", scores.occurrence)),
        (KG.detection, _score("Detection", scores.detection)),
        (KG.raisedBy, iri),
        *((KG.mitigatedBy, each.iri) for each in row.mitigated_by),
    ]
    made = writing.new(reader, KG.RiskItem, label)
    added = writing.statements(made, KG.RiskItem, label, said, writing.main(reader))
    summary = shorten(f"Risk “{label}” from “{assessment.label}”", 200)
    return made, judging.done(workspace.commit(ChangeSet(summary, added=added), Note(workspace.author, why)))


def _score(name: str, value: int) -> Literal:
    if not _LOWEST <= value <= _HIGHEST:
        raise BadInput(f"{name} is {value}, and goes from {_LOWEST} to {_HIGHEST}.", hint="Set it yourself.")
    return Literal(str(value), XSD.integer)


def _controls(reader: RecordReader, item: Item) -> list[Named]:
    """The controls among what holds it: ranges hold too, but mitigate nothing."""
    holding = [each for each in item.held_by if not each.void]
    types = reader.types({each.iri for each in holding})
    return [
        Named(each.iri, each.label)
        for each in holding
        if matches(frozenset(types.get(each.iri, ())), KG.ControlStrategyElement)
    ]
