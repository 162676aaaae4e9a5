"""A drawing laid out on sheets: title, notes and legend around it; one sheet for a picture, pages for paper.

Everything here is recorded as ``QPicture`` and may run on any thread, as long as the drawing's ``paint`` may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPicture

from kgapp.domain.errors import BadInput
from kgapp.ui.canvas import painting
from kgapp.ui.canvas.look import Look
from kgapp.ui.texts import line
from kgapp.ui.words import tr

Paint = Callable[[QPainter, QRectF], None]
"""Draws the part of an area that is inside a rectangle of it, in the area's own lengths."""

MARGIN: Final = 24.0
MOST_PAGES: Final = 200
TILE_SCALE: Final = 0.8
"""Drawings on several pages: text of 13 becomes 7.8 points, the smallest that is read with ease."""
_LEAST_WIDTH: Final = 560.0
_SIGN: Final = QSizeF(22, 14)
_LINE: Final = 22.0


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of a legend: what it looks like, drawn into a small place, and what it means."""

    draw: Paint
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is put on paper. ``left`` and ``top`` are the headings within the area, which every page repeats.

    A page ends at one of ``columns`` and ``rows`` (places within the area) where it can, so that nothing is cut in two.
    """

    paint: Paint
    area: QRectF
    title: str
    notes: tuple[str, ...] = ()
    legend: tuple[Sign, ...] = ()
    left: float = 0.0
    top: float = 0.0
    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()


class Spread(Enum):
    """How a drawing comes onto pages."""

    FIT = "everything on one page"
    TILES = "readable, on as many pages as it takes"


@dataclass(frozen=True, slots=True)
class Layout:
    """How many pages a drawing takes, and how large it is drawn (1 = as on the screen at 100 %)."""

    parts: tuple[QRectF, ...]
    scale: float

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.parts)


def sheet(drawing: Drawing, look: Look) -> tuple[QPicture, QSizeF]:
    """The whole drawing on one sheet of its own size."""
    width = max(drawing.area.width(), _LEAST_WIDTH)
    head, foot = _head_height(drawing), _foot_height(drawing, look, width)
    size = sheet_size(drawing, look)
    picture = QPicture()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(0, 0), size), QColor(look.colours.panel))
    _paint_head(painter, drawing, look, QRectF(MARGIN, MARGIN, width, head), "")
    painter.save()
    painter.translate(MARGIN - drawing.area.left(), MARGIN + head - drawing.area.top())
    drawing.paint(painter, drawing.area)
    painter.restore()
    _paint_legend(painter, drawing, look, QRectF(MARGIN, size.height() - MARGIN - foot, width, foot))
    painter.end()
    return picture, size


def sheet_size(drawing: Drawing, look: Look) -> QSizeF:
    """How large that sheet is."""
    width = max(drawing.area.width(), _LEAST_WIDTH)
    around = _head_height(drawing) + _foot_height(drawing, look, width) + 2 * MARGIN
    return QSizeF(width + 2 * MARGIN, drawing.area.height() + around)


def lay_out(drawing: Drawing, look: Look, page: QSizeF, spread: Spread) -> Layout:
    """Which parts of a drawing come onto which page. Raises ``BadInput`` for more than ``MOST_PAGES``."""
    room = _room(drawing, look, page)
    body = drawing.area.adjusted(drawing.left, drawing.top, 0, 0)
    if spread is Spread.FIT:
        scale = min(1.0, room.width() / drawing.area.width(), room.height() / drawing.area.height())
        return Layout((body,), scale)
    wide, high = room.width() / TILE_SCALE - drawing.left, room.height() / TILE_SCALE - drawing.top
    across = list(_cuts(body.left(), body.right(), wide, drawing.columns))
    down = list(_cuts(body.top(), body.bottom(), high, drawing.rows))
    if len(across) * len(down) > MOST_PAGES:
        raise BadInput(
            tr("This would be {count} pages.").format(count=len(across) * len(down)),
            hint=tr("Fit it on one page, or fold steps and sites that are not needed."),
        )
    return Layout(tuple(QRectF(x, y, w, h) for y, h in down for x, w in across), TILE_SCALE)


def pages(drawing: Drawing, look: Look, page: QSizeF, spread: Spread) -> tuple[QPicture, ...]:
    """The pages of a drawing, each of the size ``page`` (in lengths of the drawings, 96 to an inch)."""
    layout = lay_out(drawing, look, page, spread)
    numbers = (tr("Page {page} of {pages}").format(page=at + 1, pages=layout.pages) for at in range(layout.pages))
    return tuple(
        _page(drawing, look, page, part, layout.scale, words if layout.pages > 1 else "")
        for part, words in zip(layout.parts, numbers, strict=True)
    )


def _page(drawing: Drawing, look: Look, page: QSizeF, part: QRectF, scale: float, words: str) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    head, foot = _head_height(drawing), _foot_height(drawing, look, page.width())
    _paint_head(painter, drawing, look, QRectF(0, 0, page.width(), head), words)
    painter.save()
    painter.translate(0, head)
    painter.scale(scale, scale)
    for at, piece in _pieces(drawing, part):
        painter.save()
        painter.translate(at - piece.topLeft())
        painter.setClipRect(piece)
        drawing.paint(painter, piece)
        painter.restore()
    painter.restore()
    _paint_legend(painter, drawing, look, QRectF(0, page.height() - foot, page.width(), foot))
    painter.end()
    return picture


def _pieces(drawing: Drawing, part: QRectF) -> Iterator[tuple[QPointF, QRectF]]:
    """Where on the page which piece of the area is drawn: the corner, both headings and the part itself."""
    left, top, area = drawing.left, drawing.top, drawing.area
    for at, piece in (
        (QPointF(left, top), part),
        (QPointF(0, top), QRectF(area.left(), part.top(), left, part.height())),
        (QPointF(left, 0), QRectF(part.left(), area.top(), part.width(), top)),
        (QPointF(0, 0), QRectF(area.left(), area.top(), left, top)),
    ):
        if not piece.isEmpty():
            yield at, piece


def _cuts(start: float, end: float, length: float, stops: Iterable[float]) -> Iterator[tuple[float, float]]:
    """Consecutive pieces of at most ``length``, ending at a stop where one is within reach."""
    known = sorted(stops)
    while True:
        if end - start <= length:
            yield start, end - start
            return
        limit = start + length
        stop = max((each for each in known if start + length / 4 < each <= limit), default=limit)
        yield start, stop - start
        start = stop


def _room(drawing: Drawing, look: Look, page: QSizeF) -> QSizeF:
    return QSizeF(page.width(), page.height() - _head_height(drawing) - _foot_height(drawing, look, page.width()))


def _head_height(drawing: Drawing) -> float:
    return 30.0 + (20.0 if drawing.notes else 0.0) + 8.0


def _paint_head(painter: QPainter, drawing: Drawing, look: Look, place: QRectF, words: str) -> None:
    colours, small = look.colours, look.font(12)
    upper = QRectF(place.left(), place.top(), place.width(), 28)
    taken = painting.write(painter, words, upper, small, colours.second, painting.RIGHT) if words else 0.0
    painting.write(
        painter, drawing.title, upper.adjusted(0, 0, -taken - 12, 0), look.font(17, strong=True), colours.ink
    )
    if drawing.notes:
        lower = QRectF(place.left(), upper.bottom(), place.width(), 20)
        painting.write(painter, "  ·  ".join(line(note) for note in drawing.notes), lower, small, colours.second)


def _places(drawing: Drawing, look: Look, width: float) -> Iterator[tuple[Sign, QPointF, float]]:
    metrics = look.metrics(12)
    x = y = 0.0
    for sign in drawing.legend:
        wide = _SIGN.width() + 6 + metrics.horizontalAdvance(line(sign.words)) + 2
        if x and x + wide > width:
            x, y = 0.0, y + _LINE
        yield sign, QPointF(x, y), wide
        x += wide + 18


def _foot_height(drawing: Drawing, look: Look, width: float) -> float:
    lowest = max((at.y() for _, at, _ in _places(drawing, look, width)), default=None)
    return 0.0 if lowest is None else 12.0 + lowest + _LINE


def _paint_legend(painter: QPainter, drawing: Drawing, look: Look, place: QRectF) -> None:
    font = look.font(12)
    for sign, at, wide in _places(drawing, look, place.width()):
        corner = place.topLeft() + QPointF(0, 12) + at
        box = QRectF(corner + QPointF(0, (_LINE - _SIGN.height()) / 2), _SIGN)
        painter.save()
        sign.draw(painter, box)
        painter.restore()
        words = QRectF(box.right() + 6, corner.y(), wide - _SIGN.width() - 6, _LINE)
        painter.setOpacity(1.0)
        painter.setPen(Qt.PenStyle.SolidLine)
        painting.write(painter, sign.words, words, font, look.colours.ink)
