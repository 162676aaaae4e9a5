"""What kgapp's own workbooks carry unseen: from which project they are, which sheet holds which class, and what each cell held."""

from __future__ import annotations

from typing import Final

from kgapp.domain.document import visible
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES
from kgapp.domain.workbook import Book
from kgapp.domain.workbook_mapping import Column, Mapping, SheetMap
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks import guessing

FORMAT: Final = "kgapp-workbook/1"
SENT: Final = "Sent"
READ_ME: Final = "Read me"
ADDRESS: Final = "Address"
MOST_ROWS: Final = 50_000
"""Of all sheets; each is compared with what is recorded."""
_CUT: Final = 32_000
"""A cell of a workbook holds no more; what was cut when it was written is no difference."""


def is_own(book: Book) -> bool:
    """Whether kgapp wrote this workbook as a template or an export of things."""
    sheet = book.sheet(SENT)
    return sheet is not None and sheet.at(1, 1).text == FORMAT


def mapping(book: Book) -> Mapping:
    """What the sheets of an own workbook hold. Raises ``BadInput`` for one that was taken apart."""
    sheets: list[SheetMap] = []
    unread = []
    for name, kind in _classes(book).items():
        sheet = book.sheet(name)
        found = guessing.as_class(sheet, kind) if sheet is not None and kind in CLASSES else None
        if found is None:
            unread.append((name, "It was taken out of the workbook, or its heads were: nothing of it is taken over."))
        else:
            columns = tuple(Column(each.head, each.target, each.unit, each.note) for each in found.columns)
            sheets.append(SheetMap(name, "", kind, found.head_row, columns, own=True))
    known = {*_classes(book), SENT, READ_ME, "Lists"}
    unread += [(each.name, "kgapp did not write this sheet.") for each in book.sheets if each.name not in known]
    return Mapping(tuple(sheets), tuple(unread))


def sent(reader: RecordReader, book: Book) -> dict[tuple[str, Iri], dict[str, str]]:
    """What each row of an own workbook held when it was written, by head. Raises ``BadInput`` for one of another project."""
    sheet = book.sheet(SENT)
    if sheet is None or not is_own(book):
        return {}
    heads = {
        row[1].text: [cell.text for cell in row[4:]]
        for row in sheet.rows[1:]
        if len(row) > 2 and row[0].text == "heads"
    }
    found = {
        (row[1].text, Iri(row[2].text)): dict(
            zip(heads.get(row[1].text, ()), [*(cell.text for cell in row[3:]), *[""] * 200], strict=False)
        )
        for row in sheet.rows[1:]
        if len(row) > 2 and row[0].text == "row"
    }
    if found and sheet.at(1, 2).text != reader.meta().project_id:
        raise BadInput(
            f"“{book.name}” was written from another project.",
            hint="Its rows are things of that project. Open the project that it was written from.",
        )
    return found


def check_size(book: Book, most: int) -> None:
    """Raise ``BadInput`` for more rows than are compared at once."""
    rows = sum(len(sheet.rows) for sheet in book.sheets if sheet.name != SENT)
    if rows > most:
        raise BadInput(f"“{book.name}” has {rows:,} rows; {most:,} are read at once.", hint="Read it in parts.")


def plain(text: str) -> str:
    """A text as it is compared: what a cell cannot hold and how its lines are broken makes no difference."""
    shown = " ".join(visible(text).split())
    return shown if len(shown) <= _CUT else shown[:_CUT]


def cut(text: str) -> bool:
    """Whether a text was too long for a cell."""
    return len(text) >= _CUT


def _classes(book: Book) -> dict[str, Iri]:
    sheet = book.sheet(SENT)
    rows = sheet.rows[1:] if sheet is not None else ()
    return {row[1].text: Iri(row[2].text) for row in rows if len(row) > 2 and row[0].text == "heads"}
