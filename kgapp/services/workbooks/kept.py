"""Mappings of foreign workbooks, kept in the project file by name; no part of its history, and checked when they are read."""

from __future__ import annotations

import json
from typing import Any, Final

from kgapp.domain import terms
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, PROPERTIES, RDFS, UNITS
from kgapp.domain.workbook_mapping import MATRIX, NO_CLASS, SAID, Column, Mapping, Role, SheetMap, Target
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks.kinds import KINDS
from kgapp.services.workspace import Workspace

VIEW: Final = "workbook-mapping"
FORMAT: Final = "kgapp-workbook-mapping/1"
_MOST: Final = 500
"""Sheets, and columns of a sheet."""
_LONGEST: Final = 1_000


def names(reader: RecordReader) -> tuple[str, ...]:
    """The names of the kept mappings."""
    return tuple(sorted((name for name, _ in reader.views(VIEW)), key=str.casefold))


def load(reader: RecordReader, name: str) -> Mapping:
    """A kept mapping. Raises ``NotFound``, or ``BadInput`` for one that cannot be understood."""
    content = next((kept for known, kept in reader.views(VIEW) if known == name), None)
    if content is None:
        known = ", ".join(f"“{each}”" for each in names(reader)) or "none"
        raise NotFound(f"No mapping is called “{terms.shorten(name)}”.", hint=f"Kept mappings: {known}.")
    return read(content)


def keep(workspace: Workspace, name: str, mapping: Mapping) -> None:
    """Keep a mapping, in place of one of the same name. Raises ``ReadOnly`` or ``BadInput``."""
    workspace.keep_view(name.strip(), VIEW, written(mapping))


def drop(workspace: Workspace, name: str) -> None:
    """Forget a mapping. Raises ``ReadOnly`` or ``NotFound``."""
    workspace.drop_view(name, VIEW)


def written(mapping: Mapping) -> str:
    """A mapping as the text that is kept: the same mapping always gives the same text."""
    sheets = [
        {
            "sheet": each.sheet,
            "kind": each.kind,
            "class": each.thing,
            "head_row": each.head_row,
            "columns": [
                [one.head, one.target.role.value, one.target.path or "", one.target.part, one.unit or "", one.note]
                for one in each.columns
            ],
            "fixed": [[target.role.value, target.path or "", target.part, text] for target, text in each.fixed],
        }
        for each in mapping.sheets
    ]
    said = {"said": [list(pair) for pair in mapping.said]} if mapping.said else {}
    return json.dumps({"format": FORMAT, "sheets": sheets, **said}, ensure_ascii=False, separators=(",", ":"))


def read(content: str) -> Mapping:
    """The mapping that a text stands for. Raises ``BadInput``."""
    try:
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise _bad("it was kept by another version")
        said = tuple(_pair(*row) for row in _rows(told.get("said", [])))
        return Mapping(tuple(_sheet(each) for each in _rows(told["sheets"])), said=said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BadTerm) as error:
        raise _bad("it is damaged") from error


def _pair(key: Any, text: Any) -> tuple[str, str]:
    if key not in SAID:
        raise _bad("it says what this version does not know")
    return _text(key), _text(text)


def _sheet(told: Any) -> SheetMap:
    kind, thing = _text(told["kind"]), Iri(_text(told["class"]))
    if kind != MATRIX and (thing not in CLASSES or (kind and kind not in KINDS)):
        raise _bad("it names a class that this version does not know")
    parts = KINDS[kind].parts if kind in KINDS else ()
    known = {part.key for part in parts} | {""}
    head_row = told["head_row"]
    if isinstance(head_row, bool) or not isinstance(head_row, int) or not 0 < head_row <= 1_000_000:
        raise ValueError("no row")
    return SheetMap(
        _text(told["sheet"]),
        kind,
        NO_CLASS if kind == MATRIX else thing,
        head_row,
        tuple(_column(known, *row) for row in _rows(told["columns"])),
        parts,
        tuple((_target(known, *row[:3]), _text(row[3])) for row in _rows(told["fixed"])),
    )


def _column(parts: set[str], head: Any, role: Any, path: Any, part: Any, unit: Any, note: Any) -> Column:
    if unit and unit not in UNITS:
        raise _bad("it names a unit that this version does not know")
    return Column(_text(head), _target(parts, role, path, part), Iri(_text(unit)) if unit else None, _text(note))


def _target(parts: set[str], role: Any, path: Any, part: Any) -> Target:
    if (path and path not in PROPERTIES and path != RDFS.label) or part not in parts:
        raise _bad("it names a property that this version does not know")
    said = Role(_text(role))
    if not path and said in {Role.VALUE, Role.RANGE, Role.OF}:
        raise ValueError("a value of nothing")
    return Target(said, Iri(_text(path)) if path else None, _text(part))


def _rows(told: Any) -> list[Any]:
    if not isinstance(told, list) or len(told) > _MOST:
        raise ValueError("no list")
    return told


def _text(told: Any) -> str:
    if not isinstance(told, str) or len(told) > _LONGEST:
        raise TypeError("no text")
    return told


def _bad(why: str) -> BadInput:
    return BadInput(f"This mapping cannot be used: {why}.", hint="Make it anew, or forget it.")
