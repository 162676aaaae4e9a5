"""What programs get of a workbook that is read: the mapping, the differences and everything that is left out."""

from __future__ import annotations

from typing import Any, Final

from kgapp.domain.history import Revision
from kgapp.domain.quantity import symbol
from kgapp.domain.vocabulary import CLASSES, PROPERTIES
from kgapp.domain.workbook_mapping import Column, Mapping, Role, SheetMap
from kgapp.services.workbooks.kinds import KINDS
from kgapp.services.workbooks.plan import Plan, Where

FORMAT: Final = "kgapp-workbook-plan/1"


def plan(found: Plan, mapping: Mapping, revision: Revision | None) -> dict[str, Any]:
    """A plan as JSON; ``revision`` is the one that wrote it."""
    return {
        "format": FORMAT,
        "file": found.file,
        "sha256": found.sha256,
        "at_revision": found.seq,
        "revision": revision.seq if revision else None,
        "mapping": mapped(mapping),
        "rows": found.counts.rows,
        "same": found.counts.same,
        "not_assessed": found.counts.blank,
        "judged": found.counts.judged,
        "differences": [
            {
                **_where(each.where),
                "thing": each.thing,
                "label": each.name,
                "kind": each.kind,
                "property": each.what or None,
                "before": each.before,
                "after": each.after,
                "sentence": each.sentence,
            }
            for each in found.differences
        ],
        "rejected": [{**_where(each.where), "text": each.text, "reason": each.why} for each in found.rejected],
        "not_read": [{"sheet": each.sheet, "column": each.column, "reason": each.why} for each in found.unread],
    }


def mapped(mapping: Mapping) -> list[dict[str, Any]]:
    """A mapping as JSON: what each sheet and each column means."""
    return [
        {
            "sheet": each.sheet,
            "means": meaning(each),
            "head_row": each.head_row,
            "columns": [
                {
                    "head": one.head,
                    "means": said(each, one),
                    "unit": symbol(one.unit) if one.unit else None,
                    "note": one.note,
                }
                for one in each.columns
            ],
        }
        for each in mapping.sheets
    ]


def meaning(sheet: SheetMap) -> str:
    """What a sheet is, in words."""
    if sheet.matrix:
        return "cause and effect matrix"
    if sheet.kind in KINDS:
        return KINDS[sheet.kind].label
    return CLASSES[sheet.thing].label


def said(sheet: SheetMap, column: Column) -> str:
    """What a column means, in words."""
    target = column.target
    if target.role in {Role.ADDRESS, Role.ID, Role.NAME, Role.NOT_READ} or target.path is None:
        return target.role.value
    name = PROPERTIES[target.path].label if target.path in PROPERTIES else "label"
    if target.role is Role.OF:
        return f"what has it as “{name}”"
    if target.role is Role.RANGE:
        return f"{sheet.part(target.part).label}, both limits" if target.part else "both limits"
    return f"{sheet.part(target.part).label}: {name}" if target.part else name


def _where(where: Where) -> dict[str, Any]:
    return {"sheet": where.sheet, "row": where.row or None, "column": where.column or None}
