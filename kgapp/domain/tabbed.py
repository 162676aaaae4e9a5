"""Tables as text with tabs, the way spreadsheets put them on the clipboard and take them from there.

A cell with a tab, a line break or a quotation mark at its start stands in quotation marks, and those inside it are doubled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

Rows = tuple[tuple[str, ...], ...]

_BREAK: Final = re.compile(r"\r\n|\n|\r")
_PLAIN: Final = re.compile(r"[^\t\r\n]*")
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)')


def parse(text: str) -> Rows:
    r"""The cells of a table, row by row; a break at the end begins no further row.

    A quotation mark that is never closed, or is closed in the middle of a cell, is a character like others.

    >>> parse('MOI\t3\r\n"two\nlines"\t5" pipe\r\n')
    (('MOI', '3'), ('two\nlines', '5" pipe'))
    """
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        row.append(cell)
        if text.startswith("\t", at):
            at += 1
            if at < len(text):
                continue
            row.append("")
        rows.append(tuple(row))
        row = []
        ended = _BREAK.match(text, at)
        at = ended.end() if ended else at
    return tuple(rows)


def write(rows: Iterable[Sequence[str]]) -> str:
    r"""The text of a table, as a spreadsheet reads it; each row ends with a line break.

    >>> write([("MOI", "3"), ("two\nlines", "5")])
    'MOI\t3\r\n"two\nlines"\t5\r\n'
    """
    return "".join("\t".join(map(_written, row)) + "\r\n" for row in rows)


def _cell(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted:
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None, "no character is enough"
    return plain[0], plain.end()


def _written(cell: str) -> str:
    if cell.startswith('"') or any(mark in cell for mark in "\t\r\n"):
        return '"' + cell.replace('"', '""') + '"'
    return cell
