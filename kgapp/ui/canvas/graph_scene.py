"""The cards and lines of a graph as they are drawn: places in the size in force, texts cut to fit, lines as curves.

Made once for each picture; painting only replays it. A line leaves a card on the side where the other card stands, and
cards are painted over lines.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from kgapp.services.graph_picture import Card, Line, Picture
from kgapp.ui.canvas.graph_layout import CARD
from kgapp.ui.canvas.look import Look
from kgapp.ui.kinds import kind_of
from kgapp.ui.texts import line as one_line
from kgapp.ui.texts import number
from kgapp.ui.words import tr

_ARROW: Final = 7.0
_PARTS: Final = 10
_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card with its place on the drawing and its texts, cut to fit but for ``name``.

    ``words`` say it to a screen reader.
    """

    card: Card
    place: QRectF
    icon: str
    name: str
    first: str
    second: str
    words: str


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line as a curve with the heads of its arrows, and as a few points to find it with the mouse."""

    line: Line
    path: QPainterPath
    heads: QPainterPath
    points: tuple[QPointF, ...]
    area: QRectF
    straight: QLineF
    words: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn."""

    cards: tuple[DrawnCard, ...] = ()
    lines: tuple[DrawnLine, ...] = ()

    @property
    def area(self) -> QRectF:
        """What the cards take up."""
        area = QRectF()
        for drawn in self.cards:
            area = area.united(drawn.place)
        return area


def scene(picture: Picture, look: Look, before: Scene | None = None) -> Scene:
    """The drawing of a picture; cards and lines that are as ``before`` are taken from there."""
    known = {drawn.card: drawn for drawn in before.cards} if before else {}
    cards = tuple(known.get(card) or _drawn(card, look) for card in picture.cards)
    places = {drawn.card.key: drawn for drawn in cards}
    old = {drawn.line: drawn for drawn in before.lines} if before else {}
    same = {drawn.card.key for drawn in cards if drawn.card in known}
    lines = tuple(
        old[line]
        if line in old and line.start in same and line.end in same
        else _line(line, places[line.start], places[line.end])
        for line in picture.lines
    )
    return Scene(cards, lines)


def with_places(picture: Picture, places: Mapping[str, tuple[float, float]]) -> Picture:
    """The picture with some cards elsewhere, while they are dragged."""
    cards = (
        replace(card, x=places[card.key][0], y=places[card.key][1]) if card.key in places else card
        for card in picture.cards
    )
    return replace(picture, cards=tuple(cards))


def place_of(x: float, y: float, look: Look) -> QRectF:
    """Where a card stands whose middle is at a place of the state."""
    width, height = look.px(CARD[0]), look.px(CARD[1])
    middle = QPointF(x * look.px(1000) / 1000, y * look.px(1000) / 1000)
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def title(card: Card) -> str:
    """What a card says first."""
    if card.thing is not None:
        return card.thing.label
    if card.rest is not None:
        return tr("+{count} more …").format(count=number(card.count))
    return tr("{count} × {kind}").format(count=number(card.count), kind=card.kind or tr("no kind"))


def _drawn(card: Card, look: Look) -> DrawnCard:
    place = place_of(card.x, card.y, look)
    first, second, words = one_line(title(card), 240), "", ""
    if card.thing is not None:
        kind = card.thing.kind or tr("no kind")
        told = (tr("retired") if card.thing.retired else "", card.thing.notation, kind)
        second = one_line(" · ".join(filter(None, told)), 120)
        marks = [tr("pinned")] * card.pinned + [tr("stops here")] * card.stopped
        words = ", ".join((first, second, *marks))
    elif card.rest is not None:
        second, words = tr("Enter shows the next"), first
    else:
        second, words = tr("grouped"), first
    marks_room = look.px(18) * (card.pinned + card.stopped)
    room = place.width() - look.px(40)
    return DrawnCard(
        card,
        place,
        kind_of(card.types) if card.types else "group" if card.rest is not None else "thing",
        first if len(first) <= _NAME else first[: _NAME - 1] + "…",
        look.metrics(13, strong=True).elidedText(first, Qt.TextElideMode.ElideRight, room - marks_room),
        look.metrics(11.5).elidedText(second, Qt.TextElideMode.ElideRight, room),
        words,
    )


def _line(line: Line, start: DrawnCard, end: DrawnCard) -> DrawnLine:
    names = {True: (start.name, end.name), False: (end.name, start.name)}
    said = [
        f"{names[word.forward][0]}: {one_line(word.label, 60)} {names[word.forward][1]}"
        + (f" ({number(word.count)})" if word.count > 1 else "")
        for word in line.words
    ]
    path, ahead, back = _curve(start.place, end.place)
    heads = QPainterPath()
    if any(word.forward for word in line.words):
        heads.addPolygon(_head(path.pointAtPercent(1.0), ahead))
    if not all(word.forward for word in line.words):
        heads.addPolygon(_head(path.pointAtPercent(0.0), back))
    points = tuple(path.pointAtPercent(at / _PARTS) for at in range(_PARTS + 1))
    area = path.controlPointRect().adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)
    return DrawnLine(line, path, heads, points, area, QLineF(points[0], points[-1]), "\n".join(said))


def _curve(start: QRectF, end: QRectF) -> tuple[QPainterPath, QPointF, QPointF]:
    """A curve between the sides that face each other, with the directions at its end and at its start (outwards)."""
    if start == end:
        corner = QPointF(start.right() - 24, start.top())
        path = QPainterPath(corner)
        path.cubicTo(corner + QPointF(0, -34), QPointF(start.right() + 34, start.center().y()), _middle(start, 1, 0))
        return path, QPointF(-1, 0), QPointF(0, 1)
    across = end.center().x() - start.center().x()
    if abs(across) >= (start.width() + end.width()) / 2:
        side = 1 if across > 0 else -1
        one, other, way = _middle(start, side, 0), _middle(end, -side, 0), QPointF(side, 0)
        bend = max(22.0, abs(other.x() - one.x()) * 0.45)
    else:
        side = 1 if end.center().y() > start.center().y() else -1
        one, other, way = _middle(start, 0, side), _middle(end, 0, -side), QPointF(0, side)
        bend = max(12.0, abs(other.y() - one.y()) * 0.4)
    path = QPainterPath(one)
    path.cubicTo(one + way * bend, other - way * bend, other)
    return path, way, way * -1


def _middle(place: QRectF, across: int, down: int) -> QPointF:
    return place.center() + QPointF(across * place.width() / 2, down * place.height() / 2)


def _head(tip: QPointF, way: QPointF) -> QPolygonF:
    size = math.hypot(way.x(), way.y())
    unit = way / size
    aside = QPointF(-unit.y(), unit.x()) * (_ARROW * 0.45)
    foot = tip - unit * _ARROW
    return QPolygonF([tip, foot + aside, foot - aside, tip])
