"""Tables of a Word document: heads that repeat, rows that stay together, widths that add up to the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from kgapp.adapters.word_report import parts
from kgapp.domain.document import Cell, Facts, Figure, Grading, Line, Row, Run, Style, Table, Words

_WIDTH: Final = 9980
"""Twentieths of a point between the margins."""
_NAMES: Final = 1900
_SIZE: Final = 8.5


def add(page: WordDocument, table: Table) -> None:
    """Add a table at the end of the document."""
    total = sum(column.share for column in table.columns)
    widths = [_WIDTH * column.share // total for column in table.columns]
    found = _table(widths)
    heads: tuple[Cell, ...] = tuple(Words(((Run(column.head, Style.STRONG),),)) for column in table.columns)
    found.append(_row(Row(heads), widths, head=True))
    found.extend(_row(row, widths, head=False) for row in table.rows)
    _append(page, found)


def add_pairs(page: WordDocument, facts: Facts) -> None:
    """Add names with their facts at the end of the document."""
    widths = [_NAMES, _WIDTH - _NAMES]
    found = _table(widths)
    found.extend(
        _row(Row((Words(((Run(name, Style.SECOND),),)), said)), widths, head=False) for name, said in facts.rows
    )
    _append(page, found)


def _append(page: WordDocument, table: Any) -> None:
    """A table, and a paragraph after it: Word joins tables that touch."""
    last = page.add_paragraph()
    last.paragraph_format.space_after = Pt(0)
    last.paragraph_format.line_spacing = Pt(3)
    last._p.addprevious(table)  # noqa: SLF001 - the library offers its XML under this name


def _table(widths: Sequence[int]) -> Any:
    table = OxmlElement("w:tbl")
    looks = OxmlElement("w:tblPr")
    looks.append(OxmlElement("w:tblW", {qn("w:w"): str(sum(widths)), qn("w:type"): "dxa"}))
    edges = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = {qn("w:val"): "single", qn("w:sz"): "4", qn("w:space"): "0", qn("w:color"): "DFE2E8"}
        edges.append(OxmlElement(f"w:{side}", edge))
    looks.append(edges)
    looks.append(OxmlElement("w:tblLayout", {qn("w:type"): "fixed"}))
    table.append(looks)
    grid = OxmlElement("w:tblGrid")
    grid.extend(OxmlElement("w:gridCol", {qn("w:w"): str(width)}) for width in widths)
    table.append(grid)
    return table


def _row(row: Row, widths: Sequence[int], *, head: bool) -> Any:
    found = OxmlElement("w:tr")
    looks = OxmlElement("w:trPr")
    looks.append(OxmlElement("w:cantSplit"))
    if head:
        looks.append(OxmlElement("w:tblHeader"))
    found.append(looks)
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        found.append(_cell(cell, width, row.anchor if place == 0 else ""))
    return found


def _cell(cell: Cell, width: int, anchor: str) -> Any:
    found = OxmlElement("w:tc")
    looks = OxmlElement("w:tcPr")
    looks.append(OxmlElement("w:tcW", {qn("w:w"): str(width), qn("w:type"): "dxa"}))
    found.append(looks)
    for number, line in enumerate(_lines(cell) or ((),)):
        paragraph = OxmlElement("w:p")
        spacing = OxmlElement("w:pPr")
        spacing.append(OxmlElement("w:spacing", {qn("w:before"): "20", qn("w:after"): "20"}))
        paragraph.append(spacing)
        if anchor and number == 0:
            paragraph.extend(parts.bookmarks(anchor))
        paragraph.extend(parts.made(line, _SIZE))
        found.append(paragraph)
    return found


def _lines(cell: Cell) -> tuple[Line, ...]:
    if isinstance(cell, Figure):
        return ((Run(cell.shown),),)
    if isinstance(cell, Grading):
        return ((Run(cell.word, Style.MARK, cell.tone),), *cell.below)
    return cell.lines
