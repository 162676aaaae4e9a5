"""The comparison as JSON for programs: the contract ``kgapp-sites/1``. Without ``--impact`` every reach is null."""

from __future__ import annotations

from typing import Any

from kgapp.domain.grades import Grade
from kgapp.domain.impact import Named
from kgapp.domain.sites import FORMAT, Comparison, Place, Row, Side, Start, State, StepReadiness
from kgapp.domain.terms import nquad
from kgapp.services.sites.gaps import Assessed, Reach

_Object = dict[str, Any]


def to_json(comparison: Comparison, assessed: Assessed | None = None) -> _Object:
    """The whole comparison as plain values."""
    return {
        "format": FORMAT,
        "general": _named(comparison.general),
        "sending": _place(comparison.sending),
        "receiving": _place(comparison.receiving),
        "on": comparison.on.isoformat(),
        "revision_hash": comparison.revision_hash,
        "counts": {state.value: comparison.count(state) for state in State},
        "rows": [_row(row, assessed) for row in comparison.rows],
        "readiness": [_readiness(each) for each in comparison.readiness],
        "not_run": None
        if assessed is None
        else [{"start": _start(each.start), "why": each.why} for each in assessed.not_run],
    }


def _row(row: Row, assessed: Assessed | None) -> _Object:
    reach = assessed.of(row) if assessed else None
    return {
        "step": row.step.iri if row.step else None,
        "step_label": row.step.label if row.step else None,
        "dimension": row.dimension.value,
        "thing": row.thing.iri,
        "label": row.thing.label,
        "sending": _side(row.sending),
        "receiving": _side(row.receiving),
        "state": row.state.value,
        "meaning": row.meaning,
        "severity": _grade(row.severity),
        "gaps": [gap.iri for gap in row.gaps],
        "start": _start(row.start) if row.start else None,
        "reach": _reach(reach) if reach else None,
    }


def _side(side: Side) -> _Object | None:
    return {"text": side.text, "quads": [nquad(quad) for quad in side.quads]} if side.recorded else None


def _start(start: Start) -> _Object:
    return {
        "entity": start.entity,
        "change": start.kind.value,
        "from": start.old or None,
        "to": start.new or None,
        "site": start.site,
    }


def _reach(reach: Reach) -> _Object:
    return {
        "affected": reach.affected,
        "touched": reach.touched,
        "grade_low": _grade(reach.low),
        "grade_high": _grade(reach.high),
        "severity": _grade(reach.severity),
        "undetected": reach.undetected,
    }


def _readiness(each: StepReadiness) -> _Object:
    return {
        "step": each.step.iri,
        "label": each.step.label,
        "readiness": each.readiness.value,
        "reasons": list(each.reasons),
        "unknown": each.unknown,
    }


def _place(place: Place) -> _Object:
    return {"process": _named(place.process), "site": _named(place.site), "region": place.region or None}


def _named(named: Named) -> _Object:
    return {"iri": named.iri, "label": named.label}


def _grade(grade: Grade | None) -> str | None:
    return None if grade is None else grade.word
