"""The report as JSON for programs: the contract ``kgapp-impact/1``. What was not asked for is null."""

from __future__ import annotations

from typing import Any

from kgapp.domain.grades import Grade
from kgapp.domain.impact import (
    FORMAT,
    Barrier,
    Change,
    Coverage,
    Detection,
    ImpactReport,
    Item,
    Named,
    NotCovered,
    RangePosition,
    SmallestSize,
    Stated,
    Step,
    StepCoverage,
)
from kgapp.domain.quantity import Quantity, Span, symbol
from kgapp.domain.terms import Quad, nquad, ntriples
from kgapp.domain.vocabulary import CONCEPTS

_Object = dict[str, Any]
_SIZES = {SmallestSize.ONE: 1, SmallestSize.TWO: 2, SmallestSize.THREE: 3}


def to_json(report: ImpactReport) -> _Object:
    """The whole report as plain values, keys in the order of the contract."""
    return {name: list(member) if isinstance(member, map) else member for name, member in members(report).items()}


def members(report: ImpactReport) -> _Object:
    """The same, its long lists iterators: tens of thousands of items are written one by one, never all in memory."""
    return {
        "format": FORMAT,
        "complete": report.complete,
        "change": {**_change(report.change), **_answer(report)},
        "revision_hash": report.revision_hash,
        "rules_hash": report.rules_hash,
        "graph_hash": report.graph_hash,
        "items": map(_item, report.items),
        "coverage": _coverage(report.coverage),
        "not_covered": map(_not_covered, report.not_covered),
        "also": [_change(each) for each in report.also] or None,
        "switched_off": [{"iri": each.iri, "label": each.label} for each in report.switched_off] or None,
    }


def _change(change: Change) -> _Object:
    return {
        "entity": change.entity.iri,
        "label": change.entity.label,
        "class": change.entity.class_iri,
        "kind": change.kind.value,
        "from": _stated(change.old),
        "to": _stated(change.new),
        "site": change.site.iri if change.site else None,
        "effective": change.effective or None,
        "batch": change.batch.iri if change.batch else None,
        "duration": _stated(change.duration),
        "against": change.against.iri if change.against else None,
        "new_thing": change.new_thing.iri if change.new_thing else None,
    }


def _answer(report: ImpactReport) -> _Object:
    return {
        "ranges": [_position(each) for each in report.positions],
        "barriers": [_barrier(each) for each in report.barriers],
        "summary": list(report.summary),
        "notes": list(report.notes),
        "made_at": report.made_at.isoformat(),
        "requests": report.requests,
    }


def _item(item: Item) -> _Object:
    smallest = item.smallest_set
    return {
        "iri": item.iri,
        "label": item.label,
        "class": item.class_iri,
        "group": item.group.value,
        "site": item.site.iri if item.site else None,
        "grade_low": _grade(item.low),
        "grade_high": _grade(item.high),
        "held_grade_high": _grade(item.held),
        "held_by": [_barrier(each) for each in item.held_by],
        "severity": _grade(item.severity),
        "detected_by": [_detection(each) for each in item.detected_by],
        "best": [{"grade": each.grade.word, "evidence": each.evidence.word} for each in item.best],
        "evidence": item.evidence.word,
        "hops": item.hops,
        "path": [_step(step) for step in item.path],
        "disjoint_paths": item.disjoint_paths,
        "load_bearing": [step.id for step in item.load_bearing],
        "smallest_set": None
        if smallest is None
        else {
            "size": _SIZES.get(smallest.size, smallest.size.value),
            "links": [_reference(step) for step in smallest.links],
        },
        "decided_by": [step.id for step in item.decided_by],
        "opposing": item.opposing,
        "effect": item.effect.value,
    }


def _step(step: Step) -> _Object:
    return {
        "id": step.id,
        "from": step.source,
        "rule": step.rule,
        "via": step.via,
        "to": step.target,
        "kind_in": step.kind_in.value,
        "kind_out": step.kind_out.value,
        "strength": _grade(step.strength),
        "evidence": step.evidence.word,
        "sentence": step.sentence,
        "quads": [_quad(quad) for quad in step.quads],
    }


def _reference(step: Step) -> _Object:
    return {"id": step.id, "via": step.via, "sentence": step.sentence}


def _barrier(barrier: Barrier) -> _Object:
    return {
        "iri": barrier.iri,
        "kind": barrier.kind,
        "evidence": barrier.evidence.word,
        "sentence": barrier.sentence,
        "void": list(barrier.void),
    }


def _detection(detection: Detection) -> _Object:
    return {
        "sampling_point": detection.sampling_point.iri,
        "method": detection.method.iri,
        "step": detection.step.iri if detection.step else None,
        "before_infusion": detection.before_infusion,
        "turnaround": _stated(detection.turnaround),
        "limit": detection.limit,
        "sentence": detection.sentence,
    }


def _position(each: RangePosition) -> _Object:
    concept = CONCEPTS.get(each.range_type)
    return {
        "iri": each.range.iri,
        "type": concept.notation if concept else each.range_type,
        "limits": _stated(each.limits),
        "site": each.site.iri if each.site else None,
        "region": each.region.iri if each.region else None,
        "attribute": each.attribute.iri if each.attribute else None,
        "from": each.old.value if each.old else None,
        "to": each.new.value if each.new else None,
        "reason": each.reason or None,
        "sentence": each.sentence,
        "factor": each.factor.iri if each.factor else None,
    }


def _coverage(coverage: Coverage) -> _Object:
    return {**_cells(coverage.total), "steps": [{"step": _named(each.step), **_cells(each)} for each in coverage.steps]}


def _cells(each: StepCoverage) -> _Object:
    return {
        "cells": each.cells,
        "with_effect": each.with_effect,
        "without_effect": each.without_effect,
        "not_assessed": each.not_assessed,
        "percent_assessed": each.percent_assessed,
    }


def _not_covered(each: NotCovered) -> _Object:
    return {
        "factor": _named(each.factor),
        "step": _named(each.step),
        "attributes": [_named(attribute) for attribute in each.attributes],
    }


def _named(named: Named | None) -> _Object | None:
    return {"iri": named.iri, "label": named.label} if named else None


def _grade(grade: Grade | None) -> str | None:
    return grade.word if grade is not None else None


def _stated(value: Stated | None) -> object:
    if isinstance(value, Quantity):
        return {"value": value.written, "unit": value.unit, "symbol": symbol(value.unit)}
    if isinstance(value, Span):
        return {"low": _stated(value.low), "high": _stated(value.high)}
    return value


def _quad(quad: Quad) -> str:
    """One N-Quads line; without a graph where the source keeps its statements in none."""
    if quad.graph:
        return nquad(quad)
    return f"<{quad.subject}> <{quad.predicate}> {ntriples(quad.object)} ."
