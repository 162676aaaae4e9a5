"""Which mapping a workbook is read with: its own, one that was kept, or what it most likely means; and what somebody says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgapp.domain.errors import BadInput
from kgapp.domain.names import fold
from kgapp.domain.terms import shorten
from kgapp.domain.workbook import Book
from kgapp.domain.workbook_mapping import MATRIX, Mapping, SheetMap
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks import guessing, kept, own
from kgapp.services.workbooks.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody says of a workbook.

    ``name`` is a kept mapping, ``kind`` a ready kind or a class for every sheet that is read, ``only`` names sheets,
    ``columns`` are pairs of a head and what it means, ``fixed`` pairs of a property and its value in every row.
    """

    name: str = ""
    kind: str = ""
    only: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()


def mapping(reader: RecordReader, book: Book, wanted: Wanted) -> Mapping:
    """How a workbook is read. Raises ``BadInput`` and ``NotFound`` for what does not fit it."""
    own.check_size(book, own.MOST_ROWS)
    found = _base(reader, book, wanted)
    if wanted.only:
        found = _only(found, wanted.only, book)
    if not found.sheets:
        raise BadInput(
            f"Nothing in “{book.name}” could be matched with a kind of thing.",
            hint=f"Say what it is with --as: {', '.join((*KINDS, MATRIX))}, or the name of a class.",
        )
    sheets = tuple(_told(each, wanted, alone=len(found.sheets) == 1) for each in found.sheets)
    return replace(found, sheets=sheets)


def _base(reader: RecordReader, book: Book, wanted: Wanted) -> Mapping:
    if wanted.name:
        return _at_heads(reader, kept.load(reader, wanted.name), book)
    if wanted.kind:
        return _as(reader, book, wanted)
    return own.mapping(book) if own.is_own(book) else guessing.mapping(reader, book)


def _as(reader: RecordReader, book: Book, wanted: Wanted) -> Mapping:
    kind, only = wanted.kind, wanted.only
    thing = guessing.class_called(kind.removeprefix("kg:"))
    if kind not in KINDS and kind != MATRIX and not thing:
        known = ", ".join((*KINDS, MATRIX))
        raise BadInput(f"“{shorten(kind, 60)}” is no kind of table.", hint=f"One of {known}, or the name of a class.")
    rows = SheetMap("", kind, KINDS[kind].thing if kind in KINDS else thing, 1, ())
    said = {fold(head): guessing.target_called(rows, meaning) for head, meaning in wanted.columns if kind != MATRIX}
    sheets: list[SheetMap] = []
    unread: list[tuple[str, str]] = []
    for sheet in book.sheets:
        if only and fold(sheet.name) not in map(fold, only):
            continue
        if kind == MATRIX:
            found = guessing.as_matrix(reader, sheet)
        elif kind in KINDS:
            found = guessing.as_kind(sheet, KINDS[kind], said)
        else:
            found = guessing.as_class(sheet, thing, said)
        if found is not None:
            sheets.append(found)
        else:
            unread.append((sheet.name, "No row of it has the heads that such a table needs."))
    return Mapping(tuple(sheets), tuple(unread))


def _at_heads(reader: RecordReader, mapping: Mapping, book: Book) -> Mapping:
    """A kept mapping where the heads stand in this workbook, and with its one sheet whatever that is called."""
    sheets: list[SheetMap] = []
    for each in mapping.sheets:
        sheet = book.sheet(each.sheet)
        if sheet is None and len(mapping.sheets) == len(book.sheets) == 1:
            sheet = book.sheets[0]
        if sheet is None:
            sheets.append(each)
            continue
        if each.matrix:
            sheets.append(guessing.as_matrix(reader, sheet) or replace(each, sheet=sheet.name))
            continue
        heads = {fold(column.head) for column in each.columns}
        rows = [
            (len(heads & {fold(cell.text) for cell in row}), -number) for number, row in enumerate(sheet.rows[:25], 1)
        ]
        best, at = max(rows, default=(0, -each.head_row))
        sheets.append(replace(each, sheet=sheet.name, head_row=-at if best else each.head_row))
    known = {each.sheet for each in sheets}
    return Mapping(
        tuple(sheets),
        tuple((each.name, "The mapping does not know it.") for each in book.sheets if each.name not in known),
        mapping.said,
    )


def _only(found: Mapping, only: Sequence[str], book: Book) -> Mapping:
    wanted = set(map(fold, only))
    missing = wanted - {fold(each.name) for each in book.sheets}
    if missing:
        names = ", ".join(f"“{shorten(each.name, 60)}”" for each in book.sheets)
        raise BadInput(f"The workbook has no sheet “{shorten(min(missing), 60)}”.", hint=f"Its sheets: {names}.")
    return Mapping(
        tuple(each for each in found.sheets if fold(each.sheet) in wanted),
        tuple(each for each in found.unread if fold(each[0]) in wanted),
        found.said,
    )


def _told(sheet: SheetMap, wanted: Wanted, *, alone: bool) -> SheetMap:
    for head, meaning in wanted.columns:
        if alone or any(fold(column.head) == fold(head) for column in sheet.columns):
            sheet = guessing.with_meaning(sheet, head, meaning)
    said = tuple((guessing.target_called(sheet, name), text) for name, text in wanted.fixed)
    return replace(sheet, fixed=(*sheet.fixed, *said))
