"""A whole workbook read and written at once; a matrix that crosses what other sheets make new waits for them, as a second revision."""

from __future__ import annotations

from dataclasses import replace

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Revision
from kgapp.domain.workbook import Book
from kgapp.domain.workbook_mapping import Mapping
from kgapp.services.workbooks import crossing, plan, reading
from kgapp.services.workbooks.plan import Counts, Plan
from kgapp.services.workbooks.reading import Asked
from kgapp.services.workspace import Workspace


def commit(
    workspace: Workspace, book: Book, mapping: Mapping, asked: Asked | None, why: str
) -> tuple[Plan, tuple[Revision, ...]]:
    """Read a workbook and write what it changes: one revision, two where a matrix crosses what is new in it, none for nothing.

    Raises what ``reading.read`` and ``plan.commit`` raise; what was refused by the first of two revisions leaves nothing behind.
    """
    found = reading.read(workspace.reader, book, mapping, asked)
    if not any(each.why == crossing.COMING for each in found.rejected):
        revision = plan.commit(workspace, found, why)
        return found, (revision,) if revision else ()
    tables = replace(mapping, sheets=tuple(each for each in mapping.sheets if not each.matrix))
    matrices = replace(mapping, sheets=tuple(each for each in mapping.sheets if each.matrix), unread=())
    done: list[tuple[Plan, Revision | None]] = []
    for part in (tables, matrices):
        read = reading.read(workspace.reader, book, part, asked)
        done.append((read, plan.commit(workspace, read, why)))
    (first, one), (second, two) = done
    return _joined(first, second), tuple(each for each in (one, two) if each)


def _joined(one: Plan, other: Plan) -> Plan:
    """Both as one to be shown; it is written already."""
    sums = zip(_figures(one.counts), _figures(other.counts), strict=True)
    return replace(
        one,
        change=ChangeSet(
            one.change.summary, one.change.removed | other.change.removed, one.change.added | other.change.added
        ),
        differences=(*one.differences, *other.differences),
        rejected=(*one.rejected, *other.rejected),
        unread=(*one.unread, *other.unread),
        counts=Counts(*(first + second for first, second in sums)),
    )


def _figures(counts: Counts) -> tuple[int, int, int, int]:
    return counts.rows, counts.same, counts.blank, counts.judged
