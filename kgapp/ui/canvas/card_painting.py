"""How a card is painted, at each level, for the screen and for paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.canvas.card_lines import PlacedLine, PlacedMark
from kgapp.ui.canvas.layout import PlacedCard, Wish
from kgapp.ui.canvas.look import Look
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.painting import RIGHT
from kgapp.ui.colours import Colours
from kgapp.ui.models.process_parts import MarkKind
from kgapp.ui.tones import Tone

FADED: Final = 0.6
"""How much ink is left of what an impact passes by: pale, but never below a contrast of 3 : 1."""


def paint(painter: QPainter, placed: PlacedCard, lines: tuple[PlacedLine, ...], wish: Wish, look: Look) -> None:
    """Paint a card with everything on it."""
    colours = faded(look.colours) if placed.faded else look.colours
    brush = _Brush(painter, look, colours, wish)
    edge = look.colours.line
    if wish.level is Level.OVERVIEW and placed.lits:
        tones = [one.tone for one in placed.lits.values()]
        edge = colours.tone(min(tones, key=_WORST.index))[0]
    painting.box(painter, placed.place, colours.panel, edge, width=1.6 if edge != look.colours.line else 1.0)
    for each in lines:
        brush.line(each)
    if wish.level is Level.OVERVIEW and placed.card.differing:
        brush.edge(placed.place.adjusted(0, 6, 0, -6))


def faded(colours: Colours) -> Colours:
    """The same palette with pale inks; second and third ink are not paler than the first."""
    ink = _mixed(colours.ink, colours.panel)
    edge = _mixed(colours.difference, colours.panel)
    return replace(colours, ink=ink, second=ink, third=ink, difference=edge)


class _Brush:
    """Paints with one painter, look and palette."""

    def __init__(self, painter: QPainter, look: Look, colours: Colours, wish: Wish) -> None:
        self._painter, self._look, self._colours, self._wish = painter, look, colours, wish
        self._px = look.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def line(self, placed: PlacedLine) -> None:
        """A line with its badges."""
        if placed.key is not None:
            self._words(placed)
        for mark in placed.marks:
            self.mark(mark)

    def edge(self, place: QRectF) -> None:
        """The sign of a difference."""
        self._painter.fillRect(QRectF(place.left(), place.top() + 2, 3, place.height() - 4), self._colours.difference)

    def mark(self, placed: PlacedMark) -> None:
        """An icon and its number, or words alone for what a card leaves out."""
        colours, px = self._colours, self._px
        place, ink = placed.place, colours.second
        if placed.label.startswith("+"):
            inner = place.adjusted(0, 0, -px(6), 0)
            painting.write(self._painter, placed.label, inner, self._look.font(12), ink, RIGHT)
            return
        if placed.mark.kind is MarkKind.FINDINGS:
            ink = colours.medium[0] if ink != colours.ink else ink
        side = px(14)
        middle = place.center().y()
        icon = QRectF(place.left(), middle - side / 2, side, side)
        icons.paint(self._painter, placed.mark.kind.value, icon, QColor(ink))
        words = QRectF(icon.right() + px(4), place.top(), place.right() - icon.right() - px(4), place.height())
        painting.write(self._painter, placed.label, words, self._look.font(12), ink)

    def _words(self, placed: PlacedLine) -> None:
        colours, sizes = self._colours, self._wish.sizes
        ink, value_ink = (colours.third, colours.third) if placed.weak else (colours.ink, colours.ink)
        if placed.lit is not None:
            ink, ground = colours.tone(placed.lit.tone)
            value_ink = ink
            painting.box(self._painter, placed.place, ground, ground, radius=3)
        if placed.differs:
            self.edge(placed.place)
        inner = QRectF(placed.place.left() + 9, placed.place.top(), placed.place.width() - 15, sizes.row)
        if placed.icon and placed.marks:
            inner.setRight(placed.marks[0].place.left())
        taken = self._value(placed, inner, value_ink)
        taken += self._chip(placed, inner) if placed.chip else 0.0
        name = inner.adjusted(0, 0, -taken - (10 if taken else 0), 0)
        if placed.icon:
            side = self._px(14)
            icon = QRectF(name.left(), name.center().y() - side / 2, side, side)
            icons.paint(self._painter, placed.icon, icon, QColor(colours.second))
            name.setLeft(icon.right() + self._px(6))
        strong = placed.lit is not None or bool(placed.chip)
        font = self._look.font(12.5, strong=strong)
        if placed.names > 1:
            name = QRectF(name.left(), name.top() + 2, name.width(), name.height() + sizes.small - 2)
            painting.write_lines(self._painter, placed.name, name, font, ink)
        else:
            painting.write(self._painter, placed.name, name, font, ink)
        self._smalls(placed, inner)

    def _value(self, placed: PlacedLine, inner: QRectF, ink: str) -> float:
        """The value at the right, or on a line of its own below the name; returns the width it takes from the name."""
        if not placed.value:
            return 0.0
        font = self._look.font(12.5, strong=placed.lit is not None)
        if placed.tall:
            small = self._wish.sizes.small
            below = QRectF(inner.left(), inner.bottom(), inner.width(), small)
            painting.write(self._painter, placed.value, below, font, ink, RIGHT)
            return 0.0
        beside = self._wish.measure(placed.name, placed.lit is not None) + (self._px(20) if placed.icon else 0) + 10
        room = max(inner.width() / 2, inner.width() - beside)
        right = QRectF(inner.right() - room, inner.top(), room, inner.height())
        return painting.write(self._painter, placed.value, right, font, ink, RIGHT)

    def _chip(self, placed: PlacedLine, inner: QRectF) -> float:
        """How critical a factor is, between its name and its value."""
        value = 0.0 if placed.tall else self._wish.measure(placed.value, False) + 10
        font = self._look.font(11, strong=True)
        middle = inner.center().y()
        colours = (self._colours.second, self._colours.plain[1])
        return 8 + painting.chip(self._painter, placed.chip, inner.right() - value, middle, font, colours)

    def _smalls(self, placed: PlacedLine, inner: QRectF) -> None:
        sizes = self._wish.sizes
        top = inner.bottom() + (sizes.small if placed.tall else 0.0)
        left = inner.left() + (self._px(20) if placed.icon else 0.0)
        for at, (words, lines) in enumerate(placed.smalls):
            right = inner.right() - (placed.marks[0].place.width() if placed.marks and not at else 0.0)
            place = QRectF(left, top, right - left, lines * sizes.small)
            painting.write_lines(self._painter, words, place, self._look.font(11.5), self._colours.second)
            top += lines * sizes.small


def _mixed(ink: str, ground: str) -> str:
    one, other = QColor(ink), QColor(ground)
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(FADED * mine + (1 - FADED) * theirs) for mine, theirs in parts)).name()


_WORST: Final = (Tone.HIGH, Tone.MEDIUM, Tone.UNKNOWN, Tone.LOW, Tone.PLAIN)
