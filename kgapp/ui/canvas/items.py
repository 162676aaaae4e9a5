"""What the process map is drawn from: cards of steps, boxes of things, wires between them."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.process_board import Standing
from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.canvas.layout import PlacedCard, PlacedNode, PlacedRow, PlacedWire
from kgapp.ui.canvas.painting import RIGHT
from kgapp.ui.texts import count_of, line
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone

FADED = 0.36
_WEAK = 0.28
_AFAR_PX = 10.5
_FAR = 0.62
"""Below this zoom a card says only what step it is and how much stands on it."""


class CardItem(QGraphicsItem):
    """A unit operation at a site."""

    def __init__(self, placed: PlacedCard, theme: Theme) -> None:
        super().__init__()
        self._placed = placed
        self._theme = theme

    def boundingRect(self) -> QRectF:
        return self._placed.place

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colours = self._theme.colours
        placed = self._placed
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.box(painter, placed.place, colours.panel, colours.line)
        painter.setOpacity(FADED if placed.faded else 1.0)
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        if zoom < _FAR:
            self._from_afar(painter, zoom)
        else:
            self._near(painter)

    def _from_afar(self, painter: QPainter, zoom: float) -> None:
        """Text keeps its size on the screen: less of it is said."""
        placed, colours = self._placed, self._theme.colours
        size = _AFAR_PX / zoom
        inner = placed.place.adjusted(size / 2, size / 2, -size / 3, -size / 3)
        painter.setFont(self._theme.font(size, strong=True))
        painter.setPen(QColor(colours.ink))
        name = line(placed.card.step.label, 80)
        metrics = self._theme.metrics(size, strong=True)
        fits = all(metrics.horizontalAdvance(word) <= inner.width() for word in name.split())
        wrap = Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere
        painter.drawText(inner.adjusted(0, 0, 0, -size * 1.4), int(wrap), name)
        differing = sum(bool(row.differs) for row in placed.card.rows)
        words = f"{differing} differ" if differing else count_of(len(placed.card.rows), "factor", "factors")
        low = QRectF(inner.left(), inner.bottom() - size * 1.3, inner.width(), size * 1.3)
        painting.write(painter, words, low, self._theme.font(size), colours.second)

    def _near(self, painter: QPainter) -> None:
        placed, colours = self._placed, self._theme.colours
        strong = self._theme.font(strong=True)
        painting.write(painter, placed.card.step.label, placed.title, strong, colours.ink)
        for row in placed.rows:
            self._row(painter, row)
        self._foot(painter)

    def _row(self, painter: QPainter, placed: PlacedRow) -> None:
        colours, row = self._theme.colours, placed.row
        ink, value_ink = colours.ink, colours.ink
        if placed.lit is not None:
            ink, ground = colours.tone(placed.lit.tone)
            value_ink = ink
            painting.box(painter, placed.place, ground, ground, radius=3)
        elif row.standing is not Standing.SET:
            ink = value_ink = colours.third
        if row.differs:
            edge = QRectF(placed.place.left(), placed.place.top() + 2, 3, placed.place.height() - 4)
            painter.fillRect(edge, QColor(colours.difference))
        inner = placed.place.adjusted(9, 0, -6, 0)
        font = self._theme.font(12.5, strong=placed.lit is not None)
        value = _value(placed)
        most = inner.width() * 0.56
        taken = painting.write(painter, value, inner.adjusted(inner.width() - most, 0, 0, 0), font, value_ink, RIGHT)
        painting.write(painter, row.factor.label, inner.adjusted(0, 0, -taken - 10, 0), font, ink)

    def _foot(self, painter: QPainter) -> None:
        placed, colours, px = self._placed, self._theme.colours, self._theme.px
        small = self._theme.font(12)
        middle = placed.place.bottom() - px(17)
        at = placed.place.left() + px(12)
        end = placed.place.right() - px(12)
        marks = [("know-how", str(placed.know_how))] if placed.know_how else []
        if placed.more:
            more = f"+{placed.more} more"
            place = QRectF(at, middle - px(10), end - at, px(20))
            end -= painting.write(painter, more, place, small, colours.third, RIGHT) + px(8)
        for machine in placed.card.equipment[:1]:
            others = len(placed.card.equipment) - 1
            marks.append(("equipment", machine.label + (f" +{others}" if others else "")))
        for kind, words in marks:
            icons.paint(painter, kind, QRectF(at, middle - px(7), px(14), px(14)), QColor(colours.second))
            at += px(18)
            room = QRectF(at, middle - px(10), max(0.0, end - at), px(20))
            at += painting.write(painter, words, room, small, colours.second) + px(10)


class NodeItem(QGraphicsItem):
    """A thing that a change reaches, below the lanes."""

    def __init__(self, placed: PlacedNode, theme: Theme) -> None:
        super().__init__()
        self._placed = placed
        self._theme = theme

    def boundingRect(self) -> QRectF:
        return self._placed.place

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        node, place = self._placed.node, self._placed.place
        colours, px = self._theme.colours, self._theme.px
        ink, _ = colours.tone(node.tone)
        edge = colours.third if node.tone is Tone.PLAIN else ink
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.box(painter, place, colours.panel, edge, dashed=node.dashed, width=1.3)
        upper = QRectF(place.left() + px(12), place.top() + px(6), place.width() - px(24), px(20))
        icon = QRectF(upper.left(), upper.center().y() - px(7), px(14), px(14))
        icons.paint(painter, node.kind, icon, QColor(colours.ink))
        name = upper.adjusted(px(22), 0, 0, 0)
        painting.write(painter, node.item.label, name, self._theme.font(strong=True), colours.ink)
        middle = place.bottom() - px(16)
        font = self._theme.font(11.5, strong=True)
        taken = painting.chip(painter, node.word, place.right() - px(10), middle, font, colours.tone(node.tone))
        lower = QRectF(upper.left(), middle - px(10), upper.width() - taken - px(6), px(20))
        painting.write(painter, node.below, lower, self._theme.font(12), colours.second)


class WireItem(QGraphicsItem):
    """A link that an impact takes."""

    def __init__(self, placed: PlacedWire, theme: Theme) -> None:
        super().__init__()
        self._placed = placed
        self._theme = theme
        self._path = _curve(placed.start, placed.end)
        self.setZValue(-1)
        self.light(frozenset())

    def light(self, path: Set[Iri]) -> None:
        """Stand out when the link is on the path that was chosen; without a choice, when it leads to what is affected."""
        wire = self._placed.wire
        strong = wire.target in path if path else wire.tone is not Tone.PLAIN
        self.setOpacity(1.0 if strong else _WEAK)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        wire = self._placed.wire
        colours = self._theme.colours
        ink = colours.third if wire.tone is Tone.PLAIN else colours.tone(wire.tone)[0]
        pen = QPen(QColor(ink), 1.2 if wire.tone is Tone.PLAIN else 1.8)
        if wire.dashed:
            pen.setDashPattern([4.0, 3.0])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self._path)


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    if end.y() > start.y():
        bend = max(24.0, (end.y() - start.y()) / 2)
        path.cubicTo(start + QPointF(0, bend), end - QPointF(0, bend), end)
    else:  # both in one row: from below into the side of the other
        below = start + QPointF(0, 26)
        path.cubicTo(below, end + QPointF(0, 26 + start.y() - end.y()), end + QPointF(0, start.y() - end.y()))
    return path


def _value(placed: PlacedRow) -> str:
    if placed.lit is not None and placed.lit.value:
        return placed.lit.value
    return {Standing.NOT_APPLICABLE: "not applicable", Standing.MISSING: "not recorded"}.get(
        placed.row.standing, placed.row.value
    )
