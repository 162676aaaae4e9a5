"""A graph put on paper: all of it, in light colours, with what is shown of it and the icons of its kinds."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from kgapp.services.graph_picture import Entry, Picture
from kgapp.ui import icons
from kgapp.ui.canvas import graph_scene
from kgapp.ui.canvas.graph_painting import GraphItem, Light
from kgapp.ui.canvas.look import Look
from kgapp.ui.canvas.sheets import Drawing, Sign
from kgapp.ui.kinds import kind_of
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

_AROUND = 16.0


def drawing(picture: Picture, look: Look, title: str, notes: tuple[str, ...]) -> Drawing:
    """What is printed or written to a file; may run on any thread."""
    scene = graph_scene.scene(picture, look)
    area = scene.area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def paint(painter: QPainter, _part: QRectF) -> None:
        item = GraphItem(look, paper=True)
        item.draw(scene, Light())
        option = QStyleOptionGraphicsItem()
        item.paint(painter, option)

    shown = [entry for entry in picture.kinds if entry.shown]
    return Drawing(paint, area, line(title, 200), notes, tuple(_sign(entry, look) for entry in shown))


def _sign(entry: Entry, look: Look) -> Sign:
    kind = kind_of(entry.types) if entry.types else "thing"

    def draw(painter: QPainter, place: QRectF) -> None:
        side = min(place.width(), place.height())
        square = QRectF(place.left(), place.center().y() - side / 2, side, side)
        icons.paint(painter, kind, square, QColor(look.colours.ink))

    return Sign(draw, f"{line(entry.label, 60) or tr('no kind')} ({number(entry.count)})")
