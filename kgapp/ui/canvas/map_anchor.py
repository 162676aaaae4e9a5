"""Keeping still what the user looks at while the map around it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from kgapp.ui.canvas.layout import Arrangement
from kgapp.ui.canvas.map_spots import Spot, Spots
from kgapp.ui.models.process_parts import Key, Part


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something on the map, and where its upper left corner is on the viewport."""

    key: Key
    at: QPoint


def anchor(view: QGraphicsView, spots: Spots, current: Spot | None) -> Anchor | None:
    """What is chosen, if it is in sight; else the card nearest the middle."""
    sizes, port = spots.drawn.sizes, view.viewport()
    room = QRectF(sizes.labels, sizes.header, port.width() - sizes.labels, port.height() - sizes.header)
    if current is not None and current.key.part is not Part.LANE:
        at = view.mapFromScene((_place(spots, current.key) or current.place).topLeft())
        if room.contains(QPointF(at)):
            return Anchor(current.key, at)
    middle = view.mapToScene(room.center().toPoint())
    nearest = min(spots.drawn.cards, key=lambda card: (card.place.center() - middle).manhattanLength(), default=None)
    if nearest is None:
        return None
    key = Key(Part.STEP, nearest.card.step.iri, nearest.card.site.iri)
    return Anchor(key, view.mapFromScene(nearest.place.topLeft()))


def hold(view: QGraphicsView, spots: Spots, kept: Anchor) -> None:
    """Scroll so that it is again where it was, as far as the edges allow."""
    place = _place(spots, kept.key)
    if place is not None:
        moved = view.mapFromScene(place.topLeft()) - kept.at
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + moved.x())
        down = view.verticalScrollBar()
        wanted = down.value() + moved.y()
        down.setValue(down.minimum() if wanted < down.minimum() + spots.drawn.sizes.header else wanted)


def _place(spots: Spots, key: Key) -> QRectF | None:
    """Where something stands; of a step its whole card, which begins at the same corner at every level."""
    if key.part is Part.STEP:
        same = (
            card for card in spots.drawn.cards if card.card.step.iri == key.thing and card.card.site.iri == key.site
        )
        return next((card.place for card in same), None)
    spot = spots.find(key)
    return spot.place if spot is not None else None


def first(spots: Spots) -> Key | None:
    """Where the keys begin: the first card."""
    card = next(iter(spots.drawn.cards), None)
    return Key(Part.STEP, card.card.step.iri, card.card.site.iri) if card else None


def bring_into_sight(view: QGraphicsView, drawn: Arrangement, spot: Spot) -> None:
    """Scroll as little as it takes to see a spot beside the headings."""
    part = spot.key.part
    if part is Part.LANE:
        return
    place = spot.place.adjusted(-drawn.sizes.labels, -_MARGIN, 0, _MARGIN / 2)
    if part is Part.COLUMN and drawn.sticky:
        top = view.mapToScene(0, int(drawn.sizes.header) + _MARGIN).y()
        place = QRectF(place.left(), top, place.width(), 1)
    view.ensureVisible(place, 0, _MARGIN // 4)
    to_a_column(view, drawn, spot)


def to_a_column(view: QGraphicsView, drawn: Arrangement | None, spot: Spot | None) -> None:
    """Scroll on to where a column begins beside the headings: no card is half behind them, and ``spot`` stays in sight."""
    if drawn is None or not drawn.sticky:
        return
    place = spot.place if spot is not None else None
    left = view.mapToScene(int(drawn.sizes.labels), 0).x()
    right = view.mapToScene(view.viewport().width(), 0).x()
    starts = [head.place.left() for head in drawn.columns]
    before = max((start for start in starts if start <= left + 1), default=None)
    after = min((start for start in starts if start >= left - 1), default=None)
    for start in sorted({each for each in (before, after) if each is not None}, key=lambda each: abs(each - left)):
        if place is None or (place.right() <= right + start - left and place.left() >= start):
            bar = view.horizontalScrollBar()
            bar.setValue(bar.value() + round((start - left) * view.transform().m11()))
            return


def fitting(view: QGraphicsView, drawn: Arrangement) -> float:
    """The zoom at which everything can be seen, as far as it can still be read."""
    area, sizes, port = drawn.area, drawn.sizes, view.viewport()
    high = (port.height() - sizes.header) / (area.height() - sizes.header)
    wide = (port.width() - sizes.labels) / (area.width() - sizes.labels)
    return max(_LEAST_ZOOM, min(1.0, high, wide))


def to_the_beginning(view: QGraphicsView) -> None:
    """Scroll to the first step and the first site."""
    for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
        bar.setValue(bar.minimum())


def to_the_left(view: QGraphicsView, drawn: Arrangement, spot: Spot) -> None:
    """Scroll so that a spot stands in the second column, with what comes after it to its right."""
    before = drawn.sizes.card + 2 * drawn.sizes.gap + drawn.sizes.labels
    view.horizontalScrollBar().setValue(int((spot.place.left() - before) * view.transform().m11()))


_MARGIN: Final = 60
_LEAST_ZOOM: Final = 0.6
