"""One family of icons, 14 × 14, drawn in lines of 1.5; one shape for each kind of thing."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

SIDE: Final = 14
_LINE: Final = 1.5
_SHARPNESSES: Final = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Device pixels for each pixel of the drawings."""


def paint(painter: QPainter, kind: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon into a square place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / SIDE, place.height() / SIDE)
    pen = QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape(kind))
    painter.restore()


def icon(kind: str, colour: str, side_px: int = SIDE) -> QIcon:
    """An icon for a button or a tab, drawn for every sharpness a screen can have."""
    made = QIcon()
    for sharpness in _SHARPNESSES:
        pixmap = QPixmap(round(side_px * sharpness), round(side_px * sharpness))
        pixmap.setDevicePixelRatio(sharpness)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, kind, QRectF(0, 0, side_px, side_px), QColor(colour))
        painter.end()
        made.addPixmap(pixmap)
    return made


@cache
def shape(kind: str) -> QPainterPath:
    """The lines of an icon in a square of 14."""
    path = QPainterPath()
    for points in _LINES.get(kind, ()):
        _polyline(path, points)
    for x, y, width, height, radius in _BOXES.get(kind, ()):
        path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    for x, y, radius in _CIRCLES.get(kind, ()):
        path.addEllipse(QPointF(x, y), radius, radius)
    if kind == "person":
        path.moveTo(2.2, 12.6)
        path.cubicTo(2.4, 6.8, 11.6, 6.8, 11.8, 12.6)
    return path


def _polyline(path: QPainterPath, points: tuple[float, ...]) -> None:
    path.moveTo(points[0], points[1])
    for at in range(2, len(points), 2):
        path.lineTo(points[at], points[at + 1])


_BOXES: Final[dict[str, tuple[tuple[float, float, float, float, float], ...]]] = {
    "control": ((1.8, 1.8, 10.4, 10.4, 2),),
    "step": ((1.5, 3.2, 11, 7.6, 2),),
    "thing": ((3.5, 3.5, 7, 7, 1.5),),
    "search": (),
    "calendar": ((1.8, 2.8, 10.4, 9.6, 1.5),),
}

_CIRCLES: Final[dict[str, tuple[tuple[float, float, float], ...]]] = {
    "parameter": ((4.6, 4.6, 1.7), (9.4, 9.6, 1.7)),
    "equipment": ((7, 7, 3.8),),
    "person": ((7, 4.2, 2.4),),
    "search": ((6.1, 6.1, 4.1),),
    "change": (),
    "region": ((7, 7, 5.3),),
    "finding": ((7, 7, 5.4),),
    "note": ((7, 7, 5.4),),
}

_STAR: Final = (
    7, 1.4, 8.7, 5, 12.7, 5.5, 9.8, 8.2, 10.5, 12.2, 7, 10.2, 3.5, 12.2, 4.2, 8.2, 1.3, 5.5, 5.3, 5, 7, 1.4,
)  # fmt: skip
_LINES: Final[dict[str, tuple[tuple[float, ...], ...]]] = {
    "check": ((2.6, 7.4, 5.6, 10.4, 11.4, 3.8),),
    "down": ((3.4, 5.2, 7, 8.8, 10.6, 5.2),),
    "up": ((3.4, 8.8, 7, 5.2, 10.6, 8.8),),
    "parameter": ((1.4, 4.6, 2.9, 4.6), (6.3, 4.6, 12.6, 4.6), (1.4, 9.6, 7.7, 9.6), (11.1, 9.6, 12.6, 9.6)),
    "attribute": ((7, 1.4, 12, 4.2, 12, 9.8, 7, 12.6, 2, 9.8, 2, 4.2, 7, 1.4),),
    "know-how": ((1.8, 2.4, 12.2, 2.4, 12.2, 9.6, 6, 9.6, 3.4, 12.2, 3.4, 9.6, 1.8, 9.6, 1.8, 2.4),),
    "document": ((3, 1.4, 8.6, 1.4, 11.2, 4, 11.2, 12.6, 3, 12.6, 3, 1.4), (5.2, 6.4, 9, 6.4), (5.2, 9.2, 9, 9.2)),
    "equipment": ((7, 0.8, 7, 3), (7, 11, 7, 13.2), (0.8, 7, 3, 7), (11, 7, 13.2, 7)),
    "material": (
        (5.4, 1.6, 5.4, 5.4, 2, 11.4, 2.9, 12.6, 11.1, 12.6, 12, 11.4, 8.6, 5.4, 8.6, 1.6),
        (4.2, 1.6, 9.8, 1.6),
        (4, 8.6, 10, 8.6),
    ),
    "site": ((1.4, 12.4, 1.4, 3, 4, 3, 4, 7.4, 8, 4.6, 8, 7.4, 12.6, 4.6, 12.6, 12.4, 1.4, 12.4),),
    "method": ((5, 1.6, 5, 10.6, 6, 12.4, 8, 12.4, 9, 10.6, 9, 1.6), (4, 1.6, 10, 1.6), (5, 7, 9, 7)),
    "change": ((2, 5, 11, 5), (8.4, 2.4, 11.4, 5, 8.4, 7.6), (12, 10, 3, 10)),
    "batch": ((1.6, 12.2, 12.4, 12.2), (3.4, 12, 3.4, 7.6), (7, 12, 7, 3), (10.6, 12, 10.6, 5.6)),
    "gap": ((7, 1.8, 12.6, 12, 1.4, 12, 7, 1.8), (7, 5.8, 7, 8.4), (7, 10.2, 7, 10.3)),
    "search": ((9.3, 9.3, 12.6, 12.6),),
    "region": ((1.8, 7, 12.2, 7), (7, 1.8, 7, 12.2)),
    "back": ((10.6, 7, 3.4, 7), (6.6, 3.6, 3.2, 7, 6.6, 10.4)),
    "forward": ((3.4, 7, 10.6, 7), (7.4, 3.6, 10.8, 7, 7.4, 10.4)),
    "undo": ((5, 2.2, 2, 5.2, 5, 8.2), (2.2, 5.2, 8.6, 5.2, 11.2, 7.4, 11.2, 9.4, 8.6, 11.6, 5.4, 11.6)),
    "redo": ((9, 2.2, 12, 5.2, 9, 8.2), (11.8, 5.2, 5.4, 5.2, 2.8, 7.4, 2.8, 9.4, 5.4, 11.6, 8.6, 11.6)),
    "calendar": ((1.8, 6, 12.2, 6), (4.6, 1.4, 4.6, 4), (9.4, 1.4, 9.4, 4)),
    "add": ((7, 2.6, 7, 11.4), (2.6, 7, 11.4, 7)),
    "pin": ((4.4, 1.8, 9.6, 1.8), (5.4, 1.8, 5.4, 6, 3.4, 8.4, 10.6, 8.4, 8.6, 6, 8.6, 1.8), (7, 8.4, 7, 12.8)),
    "stop": (
        (4.4, 1.8, 9.6, 1.8, 12.2, 4.4, 12.2, 9.6, 9.6, 12.2, 4.4, 12.2, 1.8, 9.6, 1.8, 4.4, 4.4, 1.8),
        (4.2, 7, 9.8, 7),
    ),
    "star": (_STAR,),
    "starred": (_STAR, (7, 4.6, 7, 9.4), (4.8, 6.6, 9.2, 6.6), (5.6, 8.4, 8.4, 8.4)),
    "close": ((3.6, 3.6, 10.4, 10.4), (10.4, 3.6, 3.6, 10.4)),
    "menu": ((2, 3.6, 12, 3.6), (2, 7, 12, 7), (2, 10.4, 12, 10.4)),
    "risk": ((7, 1.2, 12.8, 7, 7, 12.8, 1.2, 7, 7, 1.2), (7, 4.4, 7, 7.6), (7, 9.4, 7, 9.5)),
    "finding": ((7, 3.8, 7, 7.6), (7, 9.9, 7, 10)),
    "note": ((7, 6.4, 7, 10.2), (7, 4, 7, 4.1)),
    "control": ((4.2, 7.2, 6.2, 9.2, 9.8, 4.8),),
    "differs": ((2.4, 5, 11.6, 5), (2.4, 9, 11.6, 9), (9.8, 1.8, 4.2, 12.2)),
    "group": ((2, 4, 12, 4), (2, 7.2, 9, 7.2), (2, 10.4, 11, 10.4)),
}

KINDS: Final = frozenset({*_BOXES, *_CIRCLES, *_LINES})
"""Every icon there is."""
