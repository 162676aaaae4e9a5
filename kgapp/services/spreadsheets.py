"""Tables for spreadsheets: CSV for files, tabs for the clipboard; no cell is calculated by them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULAS: Final = re.compile(
    r"\A(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])|(?<=;)(?=[=@\uff1d\uff20]|[+\-](?!\d+(?:[.,]\d+)?(?:;|\Z)))"
)
"""What begins a formula, at the start (some read wide letters of East Asia as well) or, because many spreadsheets part by them the
cells of a file that is parted by commas, after a semicolon."""
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
    """A text with an apostrophe before what a spreadsheet would calculate; figures stay."""
    return cell if _FIGURE.fullmatch(cell) else _FORMULAS.sub("'", cell)
