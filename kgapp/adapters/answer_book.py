"""The answer of a query as a workbook: a sheet of rows, and one that says what they are true of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from kgapp.adapters import xlsx_sheets
from kgapp.domain.terms import shorten
from kgapp.services.answer_files import Lines
from kgapp.services.answer_sheets import SheetRow


def save(file: Path, title: str, heads: tuple[str, ...], rows: Iterable[SheetRow], about: Lines) -> None:
    """Write rows as they come. Raises ``BadInput`` where the file cannot be written or cannot hold them."""
    with xlsx_sheets.book(file, shorten(title), datetime.now(UTC), "", xlsx_sheets.FLOWING) as sheets:
        sheets.add_rows("Answer", heads, rows)
        sheets.add_text("About", about)
