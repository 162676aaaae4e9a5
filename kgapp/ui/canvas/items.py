"""What the process map is drawn from: cards of steps, boxes of things, wires between them.

Cards are painted once into pixmaps and shown from there, at most for ``FRAME_MS`` in one frame: a map of many cards comes in
slices, and scrolling stays smooth. On paper they are painted directly.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Set
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kgapp.domain.terms import Iri
from kgapp.ui import icons
from kgapp.ui.canvas import card_painting, painting
from kgapp.ui.canvas.layout import PlacedCard, PlacedNode, PlacedWire
from kgapp.ui.canvas.look import Look
from kgapp.ui.canvas.map_spots import Spots
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

FRAME_MS: Final = 26.0
"""How long one frame may paint cards that were not painted before."""
_MOST_BYTES: Final = 96_000_000
_WEAK: Final = 0.35
_FAINT: Final = 0.2
_EDGE: Final = 2.0


class Painted:
    """The pixmaps of the cards in sight."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[QPixmap, float]] = OrderedDict()
        self._bytes = 0
        self._until = 0.0
        self.waiting = False
        """Whether a card could not be painted in this frame."""

    def begin(self) -> None:
        """A frame begins."""
        self._until = perf_counter() + FRAME_MS / 1000
        self.waiting = False

    def clear(self) -> None:
        """Forget everything: the map or the look of it has changed."""
        self._kept.clear()
        self._bytes = 0
        self.waiting = True

    def get(self, number: int, size: QRectF, scale: float, make: Callable[[QPainter], None]) -> QPixmap | None:
        """The pixmap of a card, sharp at a scale; an older one or none while its turn has not come."""
        kept = self._kept.get(number)
        if kept is not None and kept[1] == scale:
            self._kept.move_to_end(number)
            return kept[0]
        if perf_counter() > self._until:
            self.waiting = True
            return kept[0] if kept else None
        pixmap = QPixmap(round(size.width() * scale) + 1, round(size.height() * scale) + 1)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(-size.topLeft())
        make(painter)
        painter.end()
        self._keep(number, pixmap, scale)
        return pixmap

    def _keep(self, number: int, pixmap: QPixmap, scale: float) -> None:
        old = self._kept.pop(number, None)
        self._bytes += _bytes(pixmap) - (_bytes(old[0]) if old else 0)
        self._kept[number] = (pixmap, scale)
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, (dropped, _) = self._kept.popitem(last=False)
            self._bytes -= _bytes(dropped)


class CardItem(QGraphicsItem):
    """A unit operation at a site."""

    def __init__(self, number: int, placed: PlacedCard, spots: Spots, look: Look, painted: Painted) -> None:
        super().__init__()
        self._number, self._placed, self._spots = number, placed, spots
        self._look, self._painted = look, painted

    def boundingRect(self) -> QRectF:
        return self._placed.place.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        place = self.boundingRect()
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        pixmap = self._painted.get(self._number, place, scale, self._card)
        if pixmap is None:
            painting.box(painter, self._placed.place, self._look.colours.panel, self._look.colours.line)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place.topLeft(), pixmap)

    def _card(self, painter: QPainter) -> None:
        lines = self._spots.lines(self._placed)
        card_painting.paint(painter, self._placed, lines, self._spots.drawn.wish, self._look)


class NodeItem(QGraphicsItem):
    """A thing that a change reaches, below the lanes."""

    def __init__(self, placed: PlacedNode, look: Look) -> None:
        super().__init__()
        self._placed, self._look = placed, look

    def boundingRect(self) -> QRectF:
        return self._placed.place

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paint_node(painter, self._placed, self._look)


class WireItem(QGraphicsItem):
    """A link that an impact takes."""

    def __init__(self, placed: PlacedWire, theme: Theme) -> None:
        super().__init__()
        self._placed = placed
        self._theme = theme
        self._path = curve(placed.start, placed.end)
        self.setZValue(-1)
        self.light(frozenset())

    def light(self, path: Set[Iri]) -> None:
        """Stand out when the link is on the path that was chosen; without a choice, when it leads to what is affected."""
        wire = self._placed.wire
        strong = wire.target in path if path else wire.tone is not Tone.PLAIN
        self.setOpacity(1.0 if strong else _FAINT if wire.tone is Tone.PLAIN else _WEAK)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paint_wire(painter, self._placed, self._path, self._theme)


def paint_node(painter: QPainter, placed: PlacedNode, look: Look) -> None:
    """A box with what it is, how near, and how much it is reached."""
    node, place = placed.node, placed.place
    colours, px = look.colours, look.px
    ink, _ = colours.tone(node.tone)
    edge = colours.third if node.tone is Tone.PLAIN else ink
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painting.box(painter, place, colours.panel, edge, dashed=node.dashed, width=1.3)
    upper = QRectF(place.left() + px(12), place.top() + px(6), place.width() - px(24), px(20))
    icon = QRectF(upper.left(), upper.center().y() - px(7), px(14), px(14))
    icons.paint(painter, node.kind, icon, QColor(colours.ink))
    name = upper.adjusted(px(22), 0, 0, 0)
    painting.write(painter, node.item.label, name, look.font(strong=True), colours.ink)
    middle = place.bottom() - px(16)
    font = look.font(11.5, strong=True)
    taken = painting.chip(painter, node.word, place.right() - px(10), middle, font, colours.tone(node.tone))
    lower = QRectF(upper.left(), middle - px(10), upper.width() - taken - px(6), px(20))
    painting.write(painter, node.below, lower, look.font(12), colours.second)


def paint_wire(painter: QPainter, placed: PlacedWire, path: QPainterPath, look: Look) -> None:
    """A line in the ink of what it leads to; dashed where that is unknown."""
    wire, colours = placed.wire, look.colours
    ink = colours.third if wire.tone is Tone.PLAIN else colours.tone(wire.tone)[0]
    pen = QPen(QColor(ink), 1.2 if wire.tone is Tone.PLAIN else 1.8)
    if wire.dashed:
        pen.setDashPattern([4.0, 3.0])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """The way of a wire."""
    path = QPainterPath(start)
    if end.y() > start.y():
        bend = max(24.0, (end.y() - start.y()) / 2)
        path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
    else:  # both in one row: from below into the side of the other
        below = start + QPointF(0, 26)
        path.cubicTo(below, end + QPointF(0, 26 + start.y() - end.y()), end + QPointF(0, start.y() - end.y()))
    return path


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
