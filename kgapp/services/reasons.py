"""The reasons that were given for changes lately, to be offered again."""

from __future__ import annotations

from typing import Final

from kgapp.domain.history import RevisionKind
from kgapp.services.ports import RecordReader

MOST: Final = 8
_LOOKED_AT: Final = 200
_BY_PEOPLE: Final = frozenset((RevisionKind.EDIT, RevisionKind.UPDATE))


def recent(reader: RecordReader) -> tuple[str, ...]:
    """The different reasons of the newest edits, the last one first. Undo, redo and imports give reasons of their own."""
    whys = (
        revision.note.why.strip() for revision in reader.revisions(limit=_LOOKED_AT) if revision.note.kind in _BY_PEOPLE
    )
    return tuple(dict.fromkeys(why for why in whys if why))[:MOST]
