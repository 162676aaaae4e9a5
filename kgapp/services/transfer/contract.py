"""Gap lists, answers, actions and packages as JSON for programs: the contracts ``kgapp-gap-list/1`` and its kin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kgapp.domain.impact import Named
from kgapp.services.transfer import actions, gaps, package, sending
from kgapp.services.transfer.actions import Actions
from kgapp.services.transfer.gaps import Line, Meeting
from kgapp.services.transfer.package import Package
from kgapp.services.transfer.returned import Difference, Returned

_Object = dict[str, Any]


def meeting(found: Meeting, lines: Iterable[Line]) -> _Object:
    """The list of a meeting; ``lines`` are those that were asked for."""
    shown = tuple(lines)
    return {
        "format": "kgapp-gap-list/1",
        "project": _named(found.project),
        "title": found.title,
        "on": found.on.isoformat(),
        "revision_hash": found.revision_hash,
        "lines": len(found.lines),
        "shown": len(shown),
        "recorded": found.recorded,
        "decided": len(found.decided),
        "not_compared": found.why_not or None,
        "rows": [_line(line) for line in shown],
    }


def returned(found: Returned) -> _Object:
    """What a workbook that came back says."""
    return {
        "format": "kgapp-gap-answer/1",
        "project": _named(found.meeting.project),
        "file": found.file,
        "sha256": found.sha256,
        "sent_revision": found.sent_revision,
        "unchanged": found.unchanged,
        "agreed": found.agreed,
        "rows": [
            {
                "id": row.name,
                "about": row.line.name,
                "conflict": row.conflict,
                "cells": [_cell(each) for each in row.cells],
            }
            for row in found.rows
        ],
        "rejected": [
            {"sheet": each.sheet, "row": each.row or None, "column": each.column, "text": each.text, "why": each.why}
            for each in found.rejected
        ],
    }


def action_list(found: Actions, rows: Iterable[actions.Action]) -> _Object:
    """The actions that were asked for."""
    return {
        "format": "kgapp-actions/1",
        "on": found.on.isoformat(),
        "open": len(found.open),
        "overdue": len(found.overdue),
        "rows": [
            {
                "iri": row.thing.iri,
                **dict(zip(actions.KEYS, row.values, strict=True)),
                "overdue": row.overdue(found.on),
                "about": [_named(each) for each in row.about],
            }
            for row in rows
        ],
    }


def checklist(found: Package) -> _Object:
    """The transfer package."""
    return {
        "format": "kgapp-package/1",
        "project": _named(found.project),
        "on": found.on.isoformat(),
        "items": len(found.rows),
        "ready": found.ready,
        "overdue": found.overdue,
        "rows": [
            {
                "iri": row.thing.iri,
                **dict(zip(package.KEYS, row.values, strict=True)),
                "ready": row.ready,
                "overdue": row.overdue(found.on),
                "required_for": [_named(each) for each in row.required_for],
                "provided_by": [_named(each) for each in row.provided_by],
                "cites": [_named(each) for each in row.cites],
            }
            for row in found.rows
        ],
        "proposed": [
            {
                "label": each.label,
                "required_for": _named(each.required_for),
                "why": each.why,
                "cites": [_named(one) for one in each.cites],
            }
            for each in found.proposed
        ],
    }


def _line(line: Line) -> _Object:
    return {
        "id": sending.name_of(line),
        "gap": line.gap.iri if line.gap else None,
        "about": line.name,
        "step": line.step.iri if line.step else None,
        "step_label": line.step.label if line.step else None,
        "thing": line.thing.iri,
        "label": line.thing.label,
        "dimension": line.dimension or None,
        "sending": line.sending or None,
        "receiving": line.receiving or None,
        "state": line.state.value if line.state else None,
        "meaning": line.meaning,
        **{key: line.value(key) or None for key in gaps.KEYS},
        "lacking": list(line.lacking),
        "actions": [_named(each) for each in line.actions],
    }


def _cell(cell: Difference) -> _Object:
    return {
        "column": cell.column,
        "row": cell.row,
        "sent": cell.sent,
        "theirs": cell.theirs,
        "ours": cell.ours,
        "conflict": cell.conflict,
        "trouble": cell.trouble or None,
    }


def _named(named: Named) -> _Object:
    return {"iri": named.iri, "label": named.label}
