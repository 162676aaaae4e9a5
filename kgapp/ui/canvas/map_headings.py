"""The headings of the process map: names of steps and of sites, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsView

from kgapp.ui.canvas import painting
from kgapp.ui.canvas.layout import Arrangement, Band, Column
from kgapp.ui.canvas.look import Look
from kgapp.ui.canvas.map_spots import Spot
from kgapp.ui.models.process_parts import Part
from kgapp.ui.words import tr

SIGN: Final = 10
"""Side of the sign that folds, at 100 %."""


def paint_column(painter: QPainter, head: Column, place: QRectF, look: Look, *, folds: bool = True) -> None:
    """The name of a step, on as many lines as it needs, with the sign that folds it where it can be folded."""
    sign = fold_sign(place, look)
    if folds:
        chevron(painter, sign, look, closed=head.folded)
    if not head.folded:
        name = place.adjusted(2, look.px(7), -sign.width() - look.px(4) if folds else 0, -look.px(1))
        painting.write_lines(painter, head.step.step.label, name, look.font(12, strong=True), look.colours.ink)


def paint_band(painter: QPainter, band: Band, place: QRectF, look: Look, *, folds: bool = True) -> None:
    """The name of a lane in its column of names; ``place`` is that part of the column."""
    px, colours = look.px, look.colours
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(place.topLeft(), place.topRight())
    inner = QRectF(place.left() + px(12), place.top() + px(9), place.width() - px(14), px(18))
    if folds and band.lane is not None and not band.lane.planned:
        sign = fold_sign(place, look)
        chevron(painter, sign, look, closed=band.folded)
        inner.setRight(sign.left() - 2)
    painting.write(painter, band.title, inner, look.font(strong=True), colours.ink)
    invented = tr("invented") if band.lane is not None and band.lane.invented else ""
    for at, words in enumerate(part for part in (band.second, invented) if part):
        lower = inner.translated(0, px(18) + at * px(16))
        if lower.bottom() < place.bottom() + 1:
            ink = colours.third if words == invented else colours.second
            painting.write(painter, words, lower, look.font(12), ink)


def paint_ground(painter: QPainter, drawn: Arrangement, look: Look, part: QRectF) -> None:
    """What lies behind the cards: lines between lanes, why a lane has no cards, and the strips of folded steps."""
    colours = look.colours
    for band in drawn.bands:
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(part.left(), band.place.top()), QPointF(part.right(), band.place.top()))
    for head in drawn.columns:
        if head.folded:
            _strip(painter, drawn, head, look)


def paint_empty(painter: QPainter, band: Band, place: QRectF, look: Look) -> None:
    """Why a lane has no cards."""
    words = place.adjusted(2, 0, 0, 0)
    wide = look.metrics().horizontalAdvance(band.empty) + look.px(8)
    ground = QRectF(words.left(), words.center().y() - look.px(10), wide, look.px(20))
    painter.fillRect(ground, QColor(look.colours.page))  # wires pass below it
    painting.write(painter, band.empty, words, look.font(), look.colours.second)


def on_sign(place: QRectF, part: Part, point: QPoint, look: Look) -> bool:
    """Whether a place of the viewport is on the sign that folds a heading."""
    heading = part in (Part.COLUMN, Part.LANE)
    return heading and fold_sign(place, look).adjusted(-6, -4, 4, 4).contains(QPointF(point))


def fold_sign(place: QRectF, look: Look) -> QRectF:
    """Where the sign that folds stands within a heading."""
    side = look.px(SIGN)
    return QRectF(place.right() - side - 2, place.top() + look.px(9), side, side)


def lanes_of(drawn: Arrangement, head: Column) -> Iterator[Band]:
    """The lanes below a heading: on the overview the steps may stand in several rows."""
    after = [band for band in drawn.bands if band.lane is not None and band.place.top() >= head.place.bottom() - 1]
    return iter(after[: len(drawn.wish.board.lanes)])


def _strip(painter: QPainter, drawn: Arrangement, head: Column, look: Look) -> None:
    bands = [band for band in lanes_of(drawn, head) if not band.empty]
    gap = drawn.sizes.gap
    for at, band in enumerate(bands):
        place = QRectF(head.place.left(), band.place.top() + gap, head.place.width(), band.place.height() - 2 * gap)
        painting.box(painter, place, look.colours.faint_line, look.colours.line)
        if not at:
            painter.save()
            painter.translate(place.center())
            painter.rotate(-90)
            name = QRectF(-place.height() / 2 + 8, -place.width() / 2, place.height() - 16, place.width())
            painting.write(painter, head.step.step.label, name, look.font(12), look.colours.second)
            painter.restore()


def chevron(painter: QPainter, place: QRectF, look: Look, *, closed: bool) -> None:
    """The sign of what can be folded: to the right while it is closed, down while it is open."""
    middle, reach = place.center(), place.width() / 4
    path = QPainterPath()
    if closed:
        points = (QPointF(-reach / 2, -reach), QPointF(reach / 2, 0), QPointF(-reach / 2, reach))
    else:
        points = (QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2))
    path.moveTo(middle + points[0])
    path.lineTo(middle + points[1])
    path.lineTo(middle + points[2])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.colours.third), 1.5))
    painter.drawPath(path)


def paint_front(painter: QPainter, view: QGraphicsView, drawn: Arrangement, current: Spot | None, look: Look) -> None:
    """The headings over everything else, and a frame around what is chosen."""
    heading = current is not None and current.key.part in (Part.COLUMN, Part.LANE)
    if current is not None and not heading:
        painting.frame(painter, current.place.adjusted(-2, -1, 2, 1), look.colours.accent)
    painter.save()
    painter.resetTransform()
    paint_lanes(painter, view, drawn, look)
    paint_steps(painter, view, drawn, look)
    if current is not None and heading:
        place = seen(view, drawn, current.place, current.key.part)
        painting.frame(painter, place.adjusted(2, 2, -2, -2), look.colours.accent)
    painter.restore()


def seen(view: QGraphicsView, drawn: Arrangement, place: QRectF, part: Part) -> QRectF:
    """Where a place of the scene is on the viewport; headings keep their size and stay at the edges."""
    shown = QRectF(view.mapFromScene(place.topLeft()), view.mapFromScene(place.bottomRight()))
    sizes = drawn.sizes
    if part is Part.LANE:
        return QRectF(0, shown.top(), sizes.labels, max(sizes.planned, shown.height()))
    if part is Part.COLUMN and drawn.sticky:
        return QRectF(shown.left(), 0, shown.width(), sizes.header)
    return shown


def paint_lanes(painter: QPainter, view: QGraphicsView, drawn: Arrangement, look: Look) -> None:
    """The names of the lanes at the left edge of the viewport."""
    sizes = drawn.sizes
    width = sizes.labels - look.px(4)
    painter.fillRect(QRectF(0, 0, width, view.viewport().height()), QColor(look.colours.page))
    for band in drawn.bands:
        place = seen(view, drawn, band.place, Part.LANE)
        paint_band(painter, band, QRectF(0, place.top(), width, place.height()), look)
        if band.empty:
            room = QRectF(sizes.labels, place.top(), view.viewport().width() - sizes.labels, place.height())
            paint_empty(painter, band, room, look)


def paint_steps(painter: QPainter, view: QGraphicsView, drawn: Arrangement, look: Look) -> None:
    """The names of the steps at the top of the viewport, or above each row of steps."""
    height, wide = drawn.sizes.header, view.viewport().width()
    if drawn.sticky:
        painter.fillRect(QRectF(0, 0, wide, height), QColor(look.colours.page))
    painter.setClipRect(QRectF(drawn.sizes.labels - look.px(4), 0, wide, view.viewport().height()))
    for head in drawn.columns:
        place = seen(view, drawn, head.place, Part.COLUMN)
        if place.right() > 0 and place.left() < wide:
            paint_column(painter, head, place, look)
    painter.setClipping(False)
    if drawn.sticky:
        painter.setPen(QPen(QColor(look.colours.line), 1))
        painter.drawLine(QPointF(0, height), QPointF(wide, height))


def heading_at(view: QGraphicsView, drawn: Arrangement, point: QPointF) -> Column | Band | None:
    """The heading at a place of the viewport; lanes are covered by the steps' names, as they are painted."""
    columns = (head for head in drawn.columns if seen(view, drawn, head.place, Part.COLUMN).contains(point))
    if drawn.sticky and point.y() < drawn.sizes.header:
        return next(columns, None) if point.x() >= drawn.sizes.labels else None
    if point.x() < drawn.sizes.labels:
        bands = (band for band in drawn.bands if band.lane is not None)
        return next((band for band in bands if seen(view, drawn, band.place, Part.LANE).contains(point)), None)
    return next(columns, None) if not drawn.sticky else None
