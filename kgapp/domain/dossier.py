"""A dossier as values: what a page says to somebody who has no kgapp, with drawings that are made of boxes, lines and text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgapp.domain.document import Block, Section


class Look(StrEnum):
    """What a mark of a drawing is; the page knows how that looks."""

    CARD = "card"
    ABSENT = "absent"
    HEAD = "head"
    LANE = "lane"
    SECOND = "second"
    NAME = "name"
    VALUE = "value"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``said`` is what it is to somebody who cannot see it."""

    x: int
    y: int
    width: int
    height: int
    look: Look
    said: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text from ``x`` on, or up to it where ``ends``. ``whole`` is what it says where that is cut."""

    x: int
    y: int
    text: str
    look: Look
    ends: bool = False
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from side to side."""

    x: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Card:
    """Marks that lead to an anchor together; to none where it is empty."""

    link: str
    marks: tuple[Box | Text, ...]


Mark = Box | Text | Stroke | Card


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks on a field, later ones above earlier ones; ``title`` says what is drawn."""

    title: str
    width: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks under a heading, with drawings before them."""

    section: Section
    drawings: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A page of its own: what it is, what it is about, and its chapters. ``over`` stands small above its title, left and right."""

    title: str
    over: tuple[str, str]
    front: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
