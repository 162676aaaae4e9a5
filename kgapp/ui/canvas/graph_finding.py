"""What is at a place of a drawn graph, what lies in a direction, and how it is said."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF

from kgapp.ui.canvas import graph_scene
from kgapp.ui.canvas.graph_scene import DrawnCard, DrawnLine, Scene
from kgapp.ui.words import tr

_SAID: Final = 4
"""So many links of a card are said with it."""


def line_at(scene: Scene, at: QPointF, reach: float) -> DrawnLine | None:
    """The line nearest to a place, within reach."""
    best, found = reach * reach, None
    for drawn in scene.lines:
        if drawn.path.controlPointRect().adjusted(-reach, -reach, reach, reach).contains(at):
            for one, other in zip(drawn.points, drawn.points[1:], strict=False):
                far = _far(at, one, other)
                if far < best:
                    best, found = far, drawn
    return found


def beside(scene: Scene, key: str, way: tuple[int, int]) -> str:
    """The card that an arrow key leads to: the nearest linked one in that direction, else the nearest of all; empty for none."""
    places = {drawn.card.key: drawn.place.center() for drawn in scene.cards}
    start = places.get(key)
    if start is None:
        return scene.cards[0].card.key if scene.cards else ""
    linked = {other for drawn in scene.lines for one, other in (drawn.line.key, drawn.line.key[::-1]) if one == key}
    for candidates in (linked, places.keys()):
        found = [(far, other) for other in candidates if other != key and (far := _ahead(start, places[other], way))]
        if found:
            return min(found)[1]
    return ""


def full_words(drawn: DrawnCard) -> str:
    """Everything that a card stands for, uncut by its width."""
    return "\n".join(dict.fromkeys((graph_scene.title(drawn.card), drawn.words)))


def spoken(scene: Scene, drawn: DrawnCard) -> str:
    """A card and its first links in one text, for a screen reader."""
    said = [one.words.replace("\n", "; ") for one in scene.lines if drawn.card.key in one.line.key]
    rest = [tr("and {count} more links").format(count=len(said) - _SAID)] if len(said) > _SAID else []
    return ". ".join((drawn.words, *said[:_SAID], *rest))


def _ahead(start: QPointF, place: QPointF, way: tuple[int, int]) -> float:
    """How far a place lies in a direction, what lies aside counting double; 0 for what lies elsewhere."""
    away = place - start
    along = away.x() * way[0] + away.y() * way[1]
    aside = abs(away.x() * way[1]) + abs(away.y() * way[0])
    return along + 2 * aside if along > 1 and aside < 3 * along + 1 else 0.0


def _far(at: QPointF, one: QPointF, other: QPointF) -> float:
    """The square of the distance of a place from a part of a line."""
    way, to = other - one, at - one
    length = way.x() * way.x() + way.y() * way.y()
    along = max(0.0, min(1.0, (to.x() * way.x() + to.y() * way.y()) / length)) if length else 0.0
    off = to - way * along
    return off.x() * off.x() + off.y() * off.y()
