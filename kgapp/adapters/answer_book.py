"""The answer of a query as a workbook: a sheet of rows, and one that says what they are true of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kgapp.adapters import xlsx_sheets
from kgapp.domain.document import visible
from kgapp.domain.terms import shorten
from kgapp.services.answer_files import Lines
from kgapp.services.answer_sheets import SheetRow

_PIECE: Final = xlsx_sheets.LONGEST // 6
"""Six characters are the most that one is spelled with."""


def save(file: Path, title: str, heads: tuple[str, ...], rows: Iterable[SheetRow], about: Lines) -> tuple[str, ...]:
    """Write rows as they come; says what no cell can hold as it is. Raises ``BadInput`` where the file cannot be written."""
    with xlsx_sheets.book(file, shorten(title), datetime.now(UTC), "", xlsx_sheets.FLOWING) as sheets:
        sheets.add_rows("Answer", heads, rows)
        notes = _notes(sheets)
        sheets.add_text("About", _in_cells((*about, *(("Note", each) for each in notes))))
    return notes


def _notes(sheets: xlsx_sheets.Sheets) -> tuple[str, ...]:
    """What is not in the cells as it is in the answer, with how many."""
    cut = (
        f"{_texts(sheets.cut)} cut after {xlsx_sheets.LONGEST:,} characters, the most that a cell of a workbook holds, and "
        "each says so at its end. CSV, TSV, JSON and XML hold them whole."
    )
    spelled = (
        f"{_texts(sheets.spelled)} written otherwise, because a cell cannot hold what they have: the line break CR LF is LF, "
        "and what cannot be seen stands as its number, such as \\u0007. JSON and XML have them as they are."
    )
    return (*((cut,) if sheets.cut else ()), *((spelled,) if sheets.spelled else ()))


def _texts(count: int) -> str:
    return f"{count:,} {'text is' if count == 1 else 'texts are'}"


def _in_cells(lines: Lines) -> Lines:
    """A text that is longer than a cell goes on in the next one: the query is always there whole."""
    return tuple(
        (key if at == 0 else f"{key} (continued)", text[at : at + step])
        for key, text in lines
        for step in (_PIECE if len(visible(text)) > xlsx_sheets.LONGEST else max(1, len(text)),)
        for at in range(0, max(1, len(text)), step)
    )
