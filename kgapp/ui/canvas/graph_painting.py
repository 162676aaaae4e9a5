"""Painting a graph: one item for all lines and all cards. From afar cards are boxes and lines are straight, in few calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.canvas.graph_scene import DrawnCard, DrawnLine, Scene
from kgapp.ui.canvas.look import Look
from kgapp.ui.texts import line as one_line

FAR: Final = 0.22
"""Below this size names cannot be read and are not drawn."""
MIDDLE: Final = 0.72
"""Below this size cards say their names only, in letters that keep their size on the screen."""
_NAME_PX: Final = 10.0
MANY: Final = 400
"""More lines than these are drawn straight and without smoothing."""
_FADED: Final = 0.3
_MOST_LABELS: Final = 14
_MOST_KEPT: Final = 5_000
_ONE_LINE: Final = int(painting.LEFT | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)


@dataclass(frozen=True, slots=True)
class Light:
    """What stands out: the chosen cards, the one with the keyboard, the line under the mouse. Keys as in the picture."""

    chosen: frozenset[str] = frozenset()
    current: str = ""
    hovered: tuple[str, str] | None = None
    found: frozenset[str] = frozenset()


class GraphItem(QGraphicsItem):
    """The whole graph."""

    def __init__(self, look: Look, *, paper: bool = False) -> None:
        """On ``paper`` everything is drawn in full, whatever the size."""
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # what is out of sight is not painted
        self._look, self._paper = look, paper
        self._scene, self._light = Scene(), Light()
        self._area = QRectF()
        self._short: dict[tuple[float, str, float, bool], str] = {}

    def draw(self, scene: Scene, light: Light) -> None:
        """Draw something else."""
        self.prepareGeometryChange()
        self._scene, self._light = scene, light
        self._area = scene.area.adjusted(-400, -400, 400, 400)
        self._short = {}
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        seen = self._area if self._paper else option.exposedRect
        if zoom < FAR and not self._paper:
            self._from_afar(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._lit()
        self._lines(painter, lit, seen)
        near = zoom >= MIDDLE or self._paper
        size = 0.0 if near else min(self._look.px(_NAME_PX) / zoom, self._look.px(26)) / (self._look.px(1000) / 1000)
        wide = seen.adjusted(-2, -2, 2, 2)
        for drawn in self._scene.cards:
            if wide.intersects(drawn.place):
                self._card(painter, drawn, size, faded=bool(lit) and drawn.card.key not in lit)
        if near:
            self._labels(painter)

    def _lit(self) -> set[str]:
        """The chosen card and what it is linked with, or several chosen ones alone; nothing when nothing is chosen."""
        ends = {key for drawn in self._scene.lines if self._stands_out(drawn) for key in drawn.line.key}
        lit = self._light.chosen | self._light.found
        return {*lit, *ends} if lit else set()

    def _stands_out(self, drawn: DrawnLine) -> bool:
        """Every line of one chosen card; of several, those among them."""
        chosen, key = self._light.chosen, drawn.line.key
        if not chosen and self._light.hovered is None:
            return False
        return key == self._light.hovered or (
            chosen.issuperset(key) if len(chosen) > 1 else bool(chosen.intersection(key))
        )

    def _lines(self, painter: QPainter, lit: set[str], seen: QRectF) -> None:
        colours = self._look.colours
        plain: list[DrawnLine] = []
        strong: list[DrawnLine] = []
        for drawn in self._scene.lines:
            if drawn.area.intersects(seen):
                (strong if self._stands_out(drawn) else plain).append(drawn)
        painter.setOpacity(_FADED if lit else 1.0)
        if len(plain) > MANY:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(colours.third), 0))
            painter.drawLines([drawn.straight for drawn in plain])
        else:
            self._stroke(painter, plain, colours.third, 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0)
        self._stroke(painter, strong, colours.accent, 1.8)

    def _stroke(self, painter: QPainter, lines: Iterable[DrawnLine], colour: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width * self._look.colours.edge))
        brush = QBrush(QColor(colour))
        for drawn in lines:  # one by one: Qt needs many times as long for one path that holds them all
            painter.drawPath(drawn.path)
            painter.fillPath(drawn.heads, brush)

    def _from_afar(self, painter: QPainter) -> None:
        colours, lit = self._look.colours, self._lit()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for strong, colour in ((False, colours.line if lit else colours.third), (True, colours.accent)):
            pen = QPen(QColor(colour), 0)
            painter.setPen(pen)
            painter.drawLines([drawn.straight for drawn in self._scene.lines if self._stands_out(drawn) is strong])
        painter.setPen(QPen(QColor(colours.third), 0))
        painter.setBrush(QColor(colours.panel))
        painter.drawRects([drawn.place for drawn in self._scene.cards if drawn.card.key not in lit])
        painter.setPen(QPen(QColor(colours.accent), 0))
        painter.setBrush(QColor(colours.accent_ground))
        painter.drawRects([drawn.place for drawn in self._scene.cards if drawn.card.key in lit])

    def _card(self, painter: QPainter, drawn: DrawnCard, size: float, *, faded: bool) -> None:
        """A card; with a ``size`` of letters, only its name."""
        colours, px, place, card = self._look.colours, self._look.px, drawn.place, drawn.card
        chosen, found = card.key in self._light.chosen, card.key in self._light.found
        edge = colours.accent if chosen or found else colours.line if card.thing is not None else colours.third
        ground = colours.accent_ground if chosen else colours.panel
        form = _FORMS.get(drawn.icon, 7.0) if card.thing is not None else place.height() / 2
        if faded:  # lines do not shine through
            painter.setOpacity(1.0)
            painting.box(painter, place, colours.page, colours.page, radius=form)
        painter.setOpacity(_FADED if faded else 1.0)
        if card.kind is not None:  # a pile
            painting.box(painter, place.translated(px(4), px(4)), colours.panel, edge, radius=form)
        painting.box(
            painter,
            place,
            ground,
            edge,
            dashed=card.rest is not None or card.stopped,
            width=(2.0 if chosen or found else 1.2) * colours.edge,
            radius=form,
        )
        inner = place.adjusted(px(10), px(6), -px(8), -px(6))
        if size:
            name = place.adjusted(px(8), 0, -px(4), 0)
            self._name(painter, drawn, name, size, strong=chosen)
        else:
            self._texts(painter, drawn, inner)
        if card.key == self._light.current:
            painting.box(
                painter, place.adjusted(-3, -3, 3, 3), "transparent", colours.accent, dashed=True, radius=form + 3
            )
        painter.setOpacity(1.0)

    def _name(self, painter: QPainter, drawn: DrawnCard, place: QRectF, size: float, *, strong: bool) -> None:
        """The name in letters of a size, cut where it does not fit; cutting takes longer than drawing, so that is kept."""
        font, key = self._look.font(size, strong=strong), (size, drawn.name, place.width(), strong)
        words = self._short.get(key)
        if words is None:
            if len(self._short) > _MOST_KEPT:
                self._short = {}
            words = QFontMetricsF(font).elidedText(one_line(drawn.name), Qt.TextElideMode.ElideRight, place.width())
            self._short[key] = words
        painter.setFont(font)
        painter.setPen(QColor(self._ink(drawn)))
        painter.drawText(place, _ONE_LINE, words)

    def _ink(self, drawn: DrawnCard) -> str:
        """What is retired is greyed; its card also says so in a word."""
        thing, colours = drawn.card.thing, self._look.colours
        return colours.third if thing is not None and thing.retired else colours.ink

    def _texts(self, painter: QPainter, drawn: DrawnCard, inner: QRectF) -> None:
        colours, px, ink = self._look.colours, self._look.px, self._ink(drawn)
        side = px(14)
        icons.paint(painter, drawn.icon, QRectF(inner.left(), inner.top() + px(2), side, side), QColor(ink))
        half = inner.height() / 2
        left = inner.left() + px(21)
        painter.setFont(self._look.font(13, strong=True))
        painter.setPen(QColor(ink))
        flags = int(painting.LEFT | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
        painter.drawText(QRectF(left, inner.top() - px(1), inner.right() - left, half), flags, drawn.first)
        painter.setFont(self._look.font(11.5))
        painter.setPen(QColor(colours.second))
        painter.drawText(QRectF(left, inner.top() + half, inner.right() - left, half), flags, drawn.second)
        self._marks(painter, drawn, inner)

    def _marks(self, painter: QPainter, drawn: DrawnCard, inner: QRectF) -> None:
        side, right = self._look.px(12), inner.right()
        for there, icon in ((drawn.card.pinned, "pin"), (drawn.card.stopped, "stop")):
            if there:
                right -= side
                icons.paint(painter, icon, QRectF(right, inner.top(), side, side), QColor(self._look.colours.accent))
                right -= self._look.px(4)

    def _labels(self, painter: QPainter) -> None:
        """The words of the lines that stand out, unless they are so many that nobody could read them."""
        strong = [drawn for drawn in self._scene.lines if self._stands_out(drawn)]
        hovered = [drawn for drawn in strong if drawn.line.key == self._light.hovered]
        taken: list[QRectF] = [drawn.place for drawn in self._scene.cards]
        for drawn in hovered or strong[: _MOST_LABELS if len(strong) <= _MOST_LABELS else 0]:
            self._label(painter, drawn, taken, always=bool(hovered))

    def _label(self, painter: QPainter, drawn: DrawnLine, taken: list[QRectF], *, always: bool) -> None:
        colours, font = self._look.colours, self._look.font(11.5)
        metrics = self._look.metrics(11.5)
        labels = list(dict.fromkeys(one_line(word.label, 40) for word in drawn.line.words))
        words = ", ".join(labels[:3]) + (f" +{len(labels) - 3}" if len(labels) > 3 else "")
        width, height = metrics.horizontalAdvance(words) + 10, metrics.height() + 2
        spots = [QRectF(point.x() - width / 2, point.y() - height / 2, width, height) for point in _spots(drawn)]
        place = next((spot for spot in spots if not any(spot.intersects(other) for other in taken)), None)
        if place is None and not always:
            return
        place = place or spots[0]
        taken.append(place)
        painting.box(painter, place, colours.page, colours.line, radius=4)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)


def _spots(drawn: DrawnLine) -> list[QPointF]:
    points = drawn.points
    middle = len(points) // 2
    return [points[middle + at] for at in (0, 1, -1, 2, -2, 3, -3)]


_FORMS: Final = {
    "step": 12.0,
    "parameter": 4.0,
    "attribute": 16.0,
    "know-how": 12.0,
    "document": 1.0,
    "person": 20.0,
    "site": 2.0,
    "gap": 0.0,
}
"""How round the corners of a card are, by its icon: kinds differ in form, too."""
