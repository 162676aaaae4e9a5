"""CSV files read as workbooks of one sheet: text in, text out; what a spreadsheet would calculate is marked as calculated.

The cells are parted by commas, semicolons or tabs, whichever the first line has most of; that is not guessed within a line.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from pathlib import Path
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.workbook import NO_CELL, Book, Cell, CellKind, Sheet

MOST_BYTES: Final = 30_000_000
MOST_CELLS: Final = 3_000_000
_FIGURE: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_PARTED: Final = (",", ";", "\t")


def read(path: Path) -> Book:
    """The file as a workbook whose one sheet has its name. Raises ``BadInput``."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"“{path.name}” cannot be opened: {error.strerror or error}.") from error
    if len(content) > MOST_BYTES:
        raise BadInput(f"“{path.name}” is larger than {MOST_BYTES // 1_000_000} MB.", hint="Read it in parts.")
    text = _decoded(content, path.name)
    first = text.split("\n", 1)[0]
    mark = max(_PARTED, key=lambda each: (first.count(each), each == ","))
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            cells += len(row)
            if cells > MOST_CELLS:
                raise BadInput(f"“{path.name}” has more than {MOST_CELLS:,} cells.", hint="Read it in parts.")
            rows.append(tuple(map(_cell, row)))
    except csv.Error as error:
        raise BadInput(
            f"“{path.name}” is no table: {error} in row {len(rows) + 1}.", hint="Save it as CSV in UTF-8 again."
        ) from error
    return Book(path.name, hashlib.sha256(content).hexdigest(), (Sheet(path.stem, tuple(rows)),))


def _decoded(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"“{name}” is not in UTF-8: special characters such as µ would be read wrongly.",
            hint="Save it as “CSV UTF-8”, or as *.xlsx.",
        ) from error
    if "\x00" in text:
        raise BadInput(f"“{name}” is no text.", hint="Save it as “CSV UTF-8”, or as *.xlsx.")
    return text


def _cell(text: str) -> Cell:
    plain = text.strip()
    if not plain:
        return NO_CELL
    if plain.startswith(("=", "@")) or (plain[0] in "+-" and len(plain) > 1 and plain[1] == "("):
        return Cell("", CellKind.FORMULA)
    return Cell(text, CellKind.NUMBER if _FIGURE.fullmatch(plain) and "e" not in plain.lower() else CellKind.TEXT)
