"""The branches of the explorer's trees, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri

PAGE: Final = 500
"""How many rows of a branch are loaded at once."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A thing, or a group of things (``iri`` is ``None``). ``classes`` are of the thing, or of those in the group.

    ``inside`` names what it holds, empty where nothing can be; ``count`` says how many things that are. ``children`` are
    what is looked up already; of a heading, ``count`` says how many rows it has.
    """

    label: str
    iri: Iri | None = None
    classes: tuple[Iri, ...] = ()
    note: str = ""
    inside: str = ""
    count: int = 0
    retired: bool = False
    heading: bool = False
    children: tuple[Branch, ...] = ()
    found: bool = False
    """Whether it is what was looked for, in a tree that was narrowed down."""
    indicators: int = 0
    """How many of ``count`` are indicators of a step; the others are its factors."""

    @property
    def identity(self) -> str:
        """What tells it from those beside it, also after a change."""
        return self.iri or self.inside or self.label

    @property
    def opens(self) -> bool:
        """Whether there is something inside."""
        return bool(self.children or (self.inside and self.count))


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a branch from a place on, and how many rows it has in all."""

    branches: tuple[Branch, ...]
    total: int
    offset: int = 0


def inside(word: str, about: str) -> str:
    """What a branch holds: a level, of a thing."""
    return f"{word} {about}"
