"""Tables for spreadsheets: CSV for files, tabs for the clipboard; no cell is calculated by them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
_FIGURE: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Comma-separated values (RFC 4180); a text that a spreadsheet would calculate is marked as text by an apostrophe."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([guarded(cell) for cell in row] for row in rows)
    return file.getvalue()


def as_tabs(rows: Iterable[Sequence[str]]) -> str:
    """Cells parted by tabs, rows by line ends, ready to paste."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)


def guarded(cell: str) -> str:
    """A text with an apostrophe before it where a spreadsheet would calculate it; figures stay."""
    return f"'{cell}" if cell.startswith(_FORMULAS) and not _FIGURE.fullmatch(cell) else cell
