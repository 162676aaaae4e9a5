"""Revisions: who changed the graph, when, why, and how one follows from the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

NO_HISTORY: Final = "An endpoint keeps no history."


class RevisionKind(StrEnum):
    """What made a revision."""

    EDIT = "edit"
    IMPORT = "import"
    UPDATE = "update"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed something and how kgapp knows: ``KGAPP_USER``, the setting, or the system's account."""

    name: str
    identity: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a commit says about itself: everything in a revision that is not derived."""

    author: Author
    why: str
    kind: RevisionKind = RevisionKind.EDIT
    source_digest: str = ""
    reverts: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One committed step.

    ``seq`` counts from 1 without gaps. ``at`` is aware, in UTC; ``zone`` is the author's offset such as ``+02:00``.
    Digests and hashes are SHA-256 in lower-case hex. ``reverts`` is the revision an undo or redo takes back.
    """

    seq: int
    at: datetime
    zone: str
    note: Note
    summary: str
    removed_count: int
    added_count: int
    changes_digest: str
    previous_hash: str
    hash: str

    @property
    def who_and_when(self) -> str:
        """The author, and the day of here."""
        return f"{self.note.author.name}, {self.at.astimezone():%Y-%m-%d}"
