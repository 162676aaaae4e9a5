"""The texts of the SPARQL editor, kept while one types: each tab is a text of the user's own, no part of the project.

They are kept as drafts are, in a folder of their own: written whole or not at all, the newest wins.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kgapp.services.drafts import Draft, LeftOver

PLACE: Final = "sparql"
MOST_OPEN: Final = 24
MOST_CLOSED: Final = 12
"""Texts of closed tabs that stay to be opened again; the oldest go first. Together less than ``MOST_DRAFTS``."""
UNNAMED: Final = 40
"""So much of its first line names a text that has no name."""


@dataclass(frozen=True, slots=True)
class QueryText:
    """A text of the editor. ``made`` orders the tabs, ``title`` is what the user called it, ``open`` whether it has a tab.

    ``inferred`` says that it is asked with what follows from the statements.
    """

    id: str
    made: datetime
    text: str = ""
    title: str = ""
    cursor: int = 0
    open: bool = True
    inferred: bool = False

    @property
    def name(self) -> str:
        r"""Its title, or the comment or words it begins with; empty for a blank text.

        >>> QueryText("a", datetime.min, "# Who knows it?\nSELECT *").name
        'Who knows it?'
        """
        if self.title:
            return self.title
        lines = (line.strip().lstrip("#").strip() for line in self.text[:4_000].splitlines())
        first = next((line for line in lines if line and not line.upper().startswith(("PREFIX ", "BASE "))), "")
        return first if len(first) <= UNNAMED else f"{first[: UNNAMED - 1]}…"


def draft(kept: QueryText, at: datetime) -> Draft:
    """A text as it is kept."""
    said = {
        "made": kept.made.isoformat(),
        "text": kept.text,
        "title": kept.title,
        "cursor": kept.cursor,
        "open": kept.open,
        "inferred": kept.inferred,
    }
    return Draft(f"{PLACE} {kept.id}", kept.name, at, json.dumps(said))


def read(left: LeftOver) -> tuple[QueryText, ...]:
    """The texts that were kept, in the order in which they were made; what kgapp did not write is left out."""
    found = (_read(each) for each in left.drafts)
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.made, each.id)))


def superfluous(texts: tuple[QueryText, ...]) -> tuple[QueryText, ...]:
    """Closed texts beyond those that stay, and blank ones."""
    closed = [each for each in texts if not each.open]
    full = [each for each in closed if each.text.strip()]
    return (*(each for each in closed if not each.text.strip()), *full[: max(0, len(full) - MOST_CLOSED)])


def _read(left: Draft) -> QueryText | None:
    word, _, name = left.place.partition(" ")
    try:
        said = json.loads(left.content)
        made = datetime.fromisoformat(said["made"])
        text, title, cursor, is_open = said["text"], said["title"], said["cursor"], said["open"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    fits = isinstance(text, str) and isinstance(title, str) and isinstance(is_open, bool)
    if word != PLACE or not name or not fits or type(cursor) is not int or made.tzinfo is None:
        return None
    return QueryText(name, made, text, title, max(0, min(cursor, len(text))), is_open, said.get("inferred") is True)
