"""The history of one entity: who changed it, when, why, and how, in sentences, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import browsing, history
from kgapp.services.ports import RecordReader

PAGE: Final = 12
"""Revisions on one page."""

SENTENCES: Final = 8
_LOOKED_AT: Final = 50


@dataclass(frozen=True, slots=True)
class Event:
    """One revision that touched the entity; ``sentences`` say how, and ``unsaid`` counts those that are left out."""

    revision: Revision
    sentences: tuple[str, ...]
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Events, newest first; ``before`` is where the older ones begin, ``None`` at the end."""

    events: tuple[Event, ...]
    before: int | None


def page(reader: RecordReader, entity: Iri, before: int | None = None, predicate: Iri | None = None) -> HistoryPage:
    """The newest events of an entity, or of one of its properties, that came before a revision."""
    label = browsing.labels(reader, (entity,))[entity]
    found: list[Event] = []
    while revisions := reader.revisions(entity=entity, limit=_LOOKED_AT, before=before):
        for revision in revisions:
            if len(found) == PAGE:
                return HistoryPage(tuple(found), before)
            before = revision.seq
            change = _part(reader.change(revision.seq, about=entity), predicate)
            if change:
                found.append(_event(reader, revision, change, label))
    return HistoryPage(tuple(found), None)


def _part(change: ChangeSet, predicate: Iri | None) -> ChangeSet:
    if predicate is None:
        return change
    removed, added = (
        frozenset(quad for quad in side if quad.predicate == predicate) for side in (change.removed, change.added)
    )
    return ChangeSet(change.summary, removed, added)


def _event(reader: RecordReader, revision: Revision, change: ChangeSet, label: str) -> Event:
    said = tuple(_own(sentence, label) for sentence in history.sentences(reader, change))
    return Event(revision, said[:SENTENCES], len(said[SENTENCES:]))


def _own(sentence: str, label: str) -> str:
    """A sentence on the entity's own page need not name it."""
    rest = sentence.removeprefix(f"{label}: ")
    return rest[:1].upper() + rest[1:]
