"""What the drawn views paint with: elided text, chips and boxes, all as plain text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from kgapp.ui.texts import line

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def write(
    painter: QPainter, text: str, place: QRectF, font: QFont, colour: str, align: Qt.AlignmentFlag = LEFT
) -> float:
    """Write one line, cut with an ellipsis where it does not fit; returns the width it took."""
    metrics = QFontMetricsF(font)
    fitting = metrics.elidedText(line(text), Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, int(align | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), fitting)
    return metrics.horizontalAdvance(fitting)


def box(
    painter: QPainter,
    place: QRectF,
    ground: str,
    edge: str,
    *,
    dashed: bool = False,
    width: float = 1.0,
    radius: float = 7.0,
) -> None:
    """A rounded box with its edge inside the place."""
    pen = QPen(QColor(edge), width)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(QColor(ground))
    half = width / 2
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)


def chip(painter: QPainter, word: str, right: float, middle: float, font: QFont, colours: tuple[str, str]) -> float:
    """A word on its ground, ending at ``right``; returns its width."""
    ink, ground = colours
    metrics = QFontMetricsF(font)
    height = metrics.height() + 4
    width = metrics.horizontalAdvance(word) + 14
    place = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)
    return width


def write_lines(painter: QPainter, text: str, place: QRectF, font: QFont, colour: str) -> None:
    """Write a name on as few lines as it needs, at most as many as fit; the last is cut with an ellipsis."""
    metrics = QFontMetricsF(font)
    rest, top = line(text, 400), place.top()
    most = max(1, int((place.height() + 1) / metrics.height()))
    high = min(place.height(), metrics.height() * 1.08)
    for at in range(most):
        last = at == most - 1 or metrics.horizontalAdvance(rest) <= place.width()
        now, rest = (rest, "") if last else _broken(rest, metrics, place.width())
        write(painter, now, QRectF(place.left(), top, place.width(), high), font, colour)
        top += high
        if not rest:
            return


def _broken(words: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """As many whole words as fit, at least one, and the rest."""
    parts = words.split(" ")
    count = 1
    while count < len(parts) and metrics.horizontalAdvance(" ".join(parts[: count + 1])) <= width:
        count += 1
    return " ".join(parts[:count]), " ".join(parts[count:])


def frame(painter: QPainter, place: QRectF, colour: str) -> None:
    """The mark of what is chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, 5, 5)
