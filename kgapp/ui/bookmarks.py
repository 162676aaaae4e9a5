"""Bookmarks: things that one person wants at hand in one project, in an order of their own, kept between starts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

from kgapp.domain.terms import Iri
from kgapp.services import browsing
from kgapp.services.browsing import Named
from kgapp.services.ports import Pattern, RecordReader
from kgapp.ui.project import OpenProject

MOST: Final = 200
_TOPIC: Final = "bookmarks"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked thing with its present name and classes; ``gone`` when no statement names it any more."""

    thing: Named
    types: tuple[Iri, ...]
    gone: bool


class Bookmarks(QObject):
    """The bookmarks of the open project; they are the user's own and no part of it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project_id = ""
        self._things: list[Iri] = []

    @property
    def things(self) -> tuple[Iri, ...]:
        """The marked things, in their order."""
        return tuple(self._things)

    def join(self, project: OpenProject) -> None:
        """Load those of a project."""
        self._project_id, self._things = "", []
        project.read(lambda reader: reader.meta().project_id, self._load, lambda _: None, _TOPIC)

    def holds(self, thing: Iri) -> bool:
        """Whether a thing is marked."""
        return thing in self._things

    def toggle(self, thing: Iri) -> bool:
        """Mark a thing, or take its mark away; whether it is marked now."""
        if thing in self._things:
            self._things.remove(thing)
        else:
            self._things.append(thing)
            del self._things[:-MOST]
        self._store()
        return thing in self._things

    def move(self, thing: Iri, by: int) -> None:
        """Move a mark up (negative) or down in the order."""
        if thing in self._things:
            at = self._things.index(thing)
            self._things.insert(max(0, min(at + by, len(self._things) - 1)), self._things.pop(at))
            self._store()

    def _load(self, project_id: str) -> None:
        self._project_id = project_id
        self._things = _read(str(QSettings().value(self._place, "[]")))
        self.changed.emit()

    def _store(self) -> None:
        if self._project_id:
            QSettings().setValue(self._place, json.dumps(self._things))
        self.changed.emit()

    @property
    def _place(self) -> str:
        return f"bookmarks/{self._project_id}"


def look_up(reader: RecordReader, things: tuple[Iri, ...]) -> tuple[Bookmark, ...]:
    """The present names of marked things; what is gone says so."""
    names, types = browsing.labels(reader, things), reader.types(things)
    return tuple(
        Bookmark(Named(thing, names[thing]), types.get(thing, ()), gone=_gone(reader, thing)) for thing in things
    )


def _gone(reader: RecordReader, thing: Iri) -> bool:
    here = (Pattern(subject=thing), Pattern(object=thing))
    return not any(True for pattern in here for _ in reader.quads(pattern, limit=1))


def _read(text: str) -> list[Iri]:
    """What the settings hold; anything else than a list of texts is taken as empty."""
    try:
        found = json.loads(text)
    except ValueError:
        return []
    things = [Iri(one) for one in found if isinstance(one, str)] if isinstance(found, list) else []
    return list(dict.fromkeys(things))[:MOST]
