"""Workbooks that partners answer: written to be filled in, and read by a child that is killed at its limits."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from kgapp.adapters import csv_book
from kgapp.adapters.children.jobs import because
from kgapp.adapters.children.process import GIB, Child, Limits
from kgapp.domain.errors import BadInput, ChildDied, QueryTimeout
from kgapp.domain.messages import JobFailed, ReadWorkbook, SheetRows, WorkbookRead
from kgapp.domain.workbook import Book, Cell, CellKind, Sheet
from kgapp.services.transfer.sending import READ_ME, SENT, GapBook
from kgapp.services.workbooks.template import FormBook

LIMIT_S: Final = 60.0
_LIMITS: Final = Limits(memory_bytes=GIB)


def write_gaps(content: GapBook, file: Path, at: datetime) -> None:
    """Write the gap list, whole or not at all. Raises ``BadInput`` where the file cannot be written."""
    from kgapp.adapters import xlsx_sheets

    with xlsx_sheets.book(file, content.title, at, content.by) as sheets:
        sheets.add_form(content.form)
        sheets.add_text(READ_ME, content.read_me)
        sheets.add_unseen(SENT, content.sent)


def write_forms(content: FormBook, file: Path, at: datetime) -> None:
    """Write a template or an export of things, whole or not at all. Raises ``BadInput`` where the file cannot be written."""
    from kgapp.adapters import xlsx_sheets

    with xlsx_sheets.book(file, content.title, at, content.by) as sheets:
        for form in content.forms:
            sheets.add_form(form)
        sheets.add_text(content.read_me_name, content.read_me)
        sheets.add_unseen(content.unseen, content.sent)


def read(path: Path, limit_s: float = LIMIT_S, limits: Limits = _LIMITS) -> Book:
    """A workbook, or a CSV file as a workbook of one sheet, as values. Raises ``BadInput`` with a sentence for what is none, is too large or takes too long."""
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return csv_book.read(path)
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    try:
        child = Child("workbook", limits)
    except ChildDied as died:
        raise _too_heavy(path, died) from died
    try:
        with child.within(limit_s):
            child.send(ReadWorkbook(str(path.absolute())))
            while isinstance(answer := child.receive(SheetRows, WorkbookRead, JobFailed), SheetRows):
                rows.setdefault(answer.sheet, []).extend(
                    tuple(Cell(text, CellKind(kind)) for kind, text in row) for row in answer.rows
                )
    except ChildDied as died:
        raise _too_heavy(path, because(died, child, limit_s)) from died
    finally:
        child.close()
    if isinstance(answer, JobFailed):
        raise BadInput(answer.sentence, hint=answer.hint)
    return Book(path.name, answer.sha256, tuple(Sheet(name, tuple(rows[name])) for name in answer.sheets))


def _too_heavy(path: Path, died: ChildDied | QueryTimeout) -> BadInput:
    why = "it took too long" if isinstance(died, QueryTimeout) else "it needs too much memory, or is damaged"
    return BadInput(
        f"“{path.name}” could not be read: {why}.",
        hint="Save it anew in your spreadsheet program, with only the sheets that are needed. The project is unchanged.",
    )
