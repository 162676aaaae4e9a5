"""Assessments as JSON for programs: the contracts ``kgapp-assessment/1`` and ``kgapp-comparison/1``. Absent is null."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from kgapp.domain.assessment import (
    Assessment,
    Assignment,
    Comparison,
    ItemStanding,
    Judged,
    Proposal,
    Raised,
    Shift,
    State,
)
from kgapp.domain.impact import ImpactReport, Item, Named
from kgapp.services.assessments.reading import Row

FORMAT: Final = "kgapp-assessment/1"
COMPARISON: Final = "kgapp-comparison/1"

_Object = dict[str, Any]


def row(each: Row, state: State | None) -> _Object:
    """An assessment of the list; what only a report can tell is null without one."""
    return {
        "iri": each.iri,
        "label": each.label,
        "status": "closed" if each.closed else "open",
        "changes": [_named(change) for change in each.changes],
        "external_ids": list(each.external_ids),
        "owners": [_named(owner) for owner in each.owners],
        "opened_at": _time(each.opened_at),
        "closed_at": _time(each.closed_at),
        "conclusion": each.conclusion or None,
        "verdicts": each.verdicts,
        "items": state.total if state else None,
        "decided": state.decided if state else None,
        "suspect": state.suspect if state else None,
        "review": list(state.review) if state else None,
    }


def state(found: State) -> _Object:
    """An assessment with where everything stands."""
    return {
        "format": FORMAT,
        "assessment": assessment(found.assessment),
        "report": {
            "revision_hash": found.report.revision_hash,
            "rules_hash": found.report.rules_hash,
            "complete": found.report.complete,
            "switched_off": [_named(each) for each in found.report.switched_off],
        },
        "items": [_standing(each) for each in found.standings],
        "decided": found.decided,
        "suspect": found.suspect,
        "total": found.total,
        "missing": list(found.missing),
        "review": list(found.review),
    }


def assessment(found: Assessment) -> _Object:
    """What is recorded of an assessment, but for its verdicts."""
    return {
        "iri": found.iri,
        "label": found.label,
        "status": "closed" if found.closed else "open",
        "changes": [_proposal(each) for each in found.changes],
        "asks": [each.value for each in found.asks],
        "owners": [_named(each) for each in found.owners],
        "arises_from": [_named(each) for each in found.arises_from],
        "opened_at": _time(found.opened_at),
        "closed_at": _time(found.closed_at),
        "closed_by": found.closed_by or None,
        "conclusion": found.conclusion or None,
        "revision_hash": found.revision or None,
        "rules_hash": found.rules_digest or None,
        "rule_exceptions": [
            {"rule": each.rule.iri, "label": each.rule.label, "reason": each.rationale} for each in found.exceptions
        ],
        "raised": [_raised(each) for each in found.raised],
    }


def comparison(found: Comparison) -> _Object:
    """Two reports side by side."""
    return {
        "format": COMPARISON,
        "a": _report(found.one),
        "b": _report(found.other),
        "only_a": [_item(each) for each in found.only_one],
        "only_b": [_item(each) for each in found.only_other],
        "shifted": [_shift(each) for each in found.shifted],
        "same": found.same,
        "not_covered_only_a": [
            {"factor": _named(each.factor), "attribute": _named(each.attribute)} for each in found.cells_only_one
        ],
        "not_covered_only_b": [
            {"factor": _named(each.factor), "attribute": _named(each.attribute)} for each in found.cells_only_other
        ],
        "notes": list(found.notes),
    }


def _report(report: ImpactReport) -> _Object:
    return {
        "changes": [
            {
                "entity": each.entity.iri,
                "label": each.entity.label,
                "kind": each.kind.value,
                "site": each.site.iri if each.site else None,
            }
            for each in report.changes
        ],
        "revision_hash": report.revision_hash,
        "rules_hash": report.rules_hash,
        "items": len(report.items),
    }


def _shift(each: Shift) -> _Object:
    return {**_item(each.one), "other_witness": each.other_witness, "differences": list(each.sentences)}


def _item(item: Item) -> _Object:
    return {
        "iri": item.iri,
        "label": item.label,
        "site": item.site.iri if item.site else None,
        "group": item.group.value,
        "effect": item.effect.value,
        "reach": item.reach,
    }


def _standing(each: ItemStanding) -> _Object:
    return {
        "iri": each.key.item,
        "label": each.label,
        "site": each.key.site,
        "about_factor": each.key.about_factor,
        "reached": each.reached,
        "reach": each.item.reach if each.item else None,
        "severity": each.item.severity.word if each.item and each.item.severity is not None else None,
        "standing": each.standing.value,
        "missing": [function.value for function in each.missing],
        "verdicts": [_judged(judged) for judged in each.verdicts],
        "assignments": [_assignment(assignment) for assignment in each.assignments],
        "raised": [raised.iri for raised in each.raised],
    }


def _judged(judged: Judged) -> _Object:
    verdict = judged.verdict
    return {
        "iri": verdict.iri,
        "function": verdict.function.value,
        "outcome": verdict.outcome.value,
        "rationale": verdict.rationale,
        "by": verdict.by,
        "at": _time(verdict.at),
        "revision_hash": verdict.revision,
        "actions": list(verdict.actions),
        "suspect": [{"reason": each.doubt.value, "sentence": each.sentence} for each in judged.suspicions],
    }


def _assignment(each: Assignment) -> _Object:
    return {
        "owners": [_named(owner) for owner in each.owners],
        "function": each.function.value if each.function else None,
        "due": each.due or None,
    }


def _proposal(each: Proposal) -> _Object:
    return {
        "iri": each.iri,
        "label": each.label,
        "entities": [_named(entity) for entity in each.entities],
        "kind": each.kind.value if each.kind else None,
        "from": each.old or None,
        "to": each.new or None,
        "from_thing": each.from_thing.iri if each.from_thing else None,
        "to_thing": each.to_thing.iri if each.to_thing else None,
        "site": each.site.iri if each.site else None,
        "effective": each.effective or None,
        "batches": [batch.iri for batch in each.batches],
        "duration": each.duration or None,
        "external_ids": list(each.external_ids),
        "arises_from": [origin.iri for origin in each.arises_from],
    }


def _raised(each: Raised) -> _Object:
    return {
        "iri": each.iri,
        "label": each.label,
        "kind": each.kind,
        "status": each.status,
        "owners": [_named(owner) for owner in each.owners],
        "due": each.due or None,
        "answer": each.answer or None,
        "concerns": list(each.concerns),
    }


def _named(named: Named) -> _Object:
    return {"iri": named.iri, "label": named.label}


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
