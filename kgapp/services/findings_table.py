"""Findings as a table for other programs: CSV for files, tabs for the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[tuple[str, ...]]) -> str:
    """Comma-separated values (RFC 4180); a text that a spreadsheet would calculate is marked as text by an apostrophe."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([_plain(cell) for cell in row] for row in rows)
    return file.getvalue()


def as_tabs(rows: Iterable[tuple[str, ...]]) -> str:
    """Cells parted by tabs, rows by line ends, ready to paste."""
    return "\n".join("\t".join(_plain(" ".join(cell.split())) for cell in row) for row in rows)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
