"""The report of knowledge at risk, or of a rehearsed departure: what was told, and nothing else.

Personal figures are in it only where the telling has them.
"""

from __future__ import annotations

from kgapp.domain.document import (
    Block,
    Column,
    Document,
    Manner,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
    plain,
    words,
)
from kgapp.services import knowledge_tables
from kgapp.services.knowledge_tables import NOT_DECIDING, Telling
from kgapp.services.reports.origin import INVENTED, SUPPORTS, Asked


def document(telling: Telling, revision: str, asked: Asked) -> Document:
    """The report; ``revision`` is the hash of the head it was read at."""
    front: list[Block] = [Paragraph(plain(sentence), Manner.LEAD) for sentence in telling.answer]
    front += [Note(plain(note), Tone.QUIET) for note in telling.notes]
    if not telling.tables:
        front.append(Paragraph(plain("There is nothing to list.")))
    return Document(
        kind="Knowledge at risk",
        title=telling.title,
        front=tuple(front),
        sections=tuple(Section(table.title, (_table(table),)) for table in telling.tables),
        origin=asked.origin(("Revision", revision or "none")),
        purpose=(f"{SUPPORTS} {NOT_DECIDING}", INVENTED),
    )


def _table(table: knowledge_tables.Table) -> Table:
    columns = tuple(Column(head, 4 if place == 0 else 3) for place, head in enumerate(table.columns))
    rows = tuple(Row(tuple(words(*cell.split("\n")) for cell in row)) for row in table.rows)
    return Table("", columns, rows, table.hint)
