"""An answer for the clipboard: as text parted by tabs and as a table of HTML, with what it is true of below."""

from __future__ import annotations

import html
from collections.abc import Iterable

from kgapp.services import spreadsheets
from kgapp.services.answer_files import Asked, Lines, about_lines
from kgapp.services.questions.answers import Cell
from kgapp.services.shown_answers import Answered

Rows = tuple[tuple[str, ...], ...]


def table(answered: Answered, rows: Iterable[tuple[Cell, ...]], project: str = "") -> tuple[str, str]:
    """Text and HTML of the rows as they are shown. No cell is calculated by a spreadsheet."""
    head = tuple(column.heading for column in answered.columns)
    body = tuple(tuple(cell.text for cell in row) for row in rows)
    return _text(head, body, told(answered, project)), _html(head, body, told(answered, project))


def told(answered: Answered, project: str = "") -> Lines:
    """What is said about an answer; that it is only a part, if it is."""
    notes = tuple(each for each in (answered.note,) if each)
    if answered.more:
        notes = (f"These are the first {len(answered.rows):,} rows; the answer has more.", *notes)
    asked = Asked(answered.query, answered.sentence, project, notes)
    return about_lines(answered.endpoint, answered.revision, answered.revision_hash, asked, answered.at)


def _text(head: tuple[str, ...], body: Rows, lines: Lines) -> str:
    return "\n\n".join((spreadsheets.as_tabs((head, *body)), spreadsheets.as_tabs(lines)))


def _html(head: tuple[str, ...], body: Rows, lines: Lines) -> str:
    def row(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(spreadsheets.guarded(cell))}</{tag}>" for cell in cells) + "</tr>"

    rows = "".join(row(cells, "td") for cells in body)
    foot = "".join(row((key, " ".join(text.split())), "td") for key, text in lines)
    return f"<table><thead>{row(head, 'th')}</thead><tbody>{rows}</tbody></table><table>{foot}</table>"
