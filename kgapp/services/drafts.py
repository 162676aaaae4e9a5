"""Input that was typed and not yet saved, kept so that it outlives a crash.

A draft is no part of the project: it lies in the user's own folder until it is saved or given up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from kgapp.domain.errors import BadInput

MOST_CHARACTERS: Final = 4_000_000
"""Larger input is not kept as a draft; the user is told once."""
MOST_DRAFTS: Final = 40
"""Of one project; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved input. ``place`` is where the window shows it (``edit IRI``, ``new IRI``, ``grid …``) and identifies it.

    ``title`` says to the user what was being edited. ``at`` is aware, in UTC. ``content`` is in the view's own terms: it
    wrote it and reads it again, and refuses what it does not understand.
    """

    place: str
    title: str
    at: datetime
    content: str


@dataclass(frozen=True, slots=True)
class LeftOver:
    """The drafts that a project has, newest first, and how many more were damaged and set aside."""

    drafts: tuple[Draft, ...]
    damaged: int = 0


class DraftStore(Protocol):
    """Keeps drafts by project id and place. Callable from any thread; one call at a time does its work."""

    def keep(self, project_id: str, draft: Draft) -> None:
        """Keep a draft in place of the one there, whole or not at all.

        One that is not newer than a drop of the same place stays dropped. Raises ``BadInput`` when it is too large or
        the folder cannot be written.
        """
        ...

    def drop(self, project_id: str, place: str, at: datetime) -> None:
        """Forget the draft of a place and any older one that is still on its way; one that is newer than ``at`` stays."""
        ...

    def left(self, project_id: str) -> LeftOver:
        """What is there. A file that is no draft is set aside under another name and counted, never an error."""
        ...


def check_size(draft: Draft) -> None:
    """Raise ``BadInput`` for input that is too large to be kept."""
    if len(draft.place) + len(draft.title) + len(draft.content) > MOST_CHARACTERS:
        raise BadInput(
            "This input is too large to be kept for the case of a crash.",
            hint="Save what you have before you go on.",
        )
