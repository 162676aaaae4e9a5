"""The process map on paper: the whole of it as it is chosen to be seen, with its headings and legend."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kgapp.services.ports import RecordReader
from kgapp.services.process_board import ProcessMap, plain_name
from kgapp.ui import icons
from kgapp.ui.canvas import card_painting, export, items, map_headings, painting
from kgapp.ui.canvas.layout import Arrangement, Sizes, Wish, arrange
from kgapp.ui.canvas.look import Look, Paper
from kgapp.ui.canvas.map_spots import Spots
from kgapp.ui.canvas.map_state import MapState
from kgapp.ui.canvas.overlay import Overlay
from kgapp.ui.canvas.sheets import Drawing, Paint, Sign
from kgapp.ui.models.process_parts import FindingsOf, MarkKind, marks
from kgapp.ui.texts import line
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

_WIDE = 1e6


def maker(
    board: ProcessMap, lit: Overlay | None, state: MapState, look: Look, findings_of: FindingsOf, change: str
) -> Callable[[RecordReader], Drawing]:
    """What makes the drawing of a map, on any thread: findings are looked up here and now."""
    known = {thing: findings_of(thing) for lane in board.cards for card in lane for thing in card.own}
    paper = Paper.like(look)

    def make(reader: RecordReader) -> Drawing:
        drawn = _arranged(board, lit, state, paper, lambda thing: known.get(thing, ()))
        name = board.process.label if board.process else ""
        title = tr("Process map: {process}").format(process=line(name))
        return drawing(drawn, paper, title, (*((change,) if change else ()), *export.stamp(reader)))

    return make


def drawing(drawn: Arrangement, look: Look, title: str, notes: tuple[str, ...]) -> Drawing:
    """An arrangement with its headings, ready to be laid out."""
    sizes = drawn.sizes
    edges = tuple(head.place.left() - sizes.gap / 2 for head in drawn.columns[1:])
    rows = tuple(band.place.top() for band in drawn.bands)
    return Drawing(
        _painter(drawn, look), drawn.area, title, notes, legend(drawn, look), sizes.labels, sizes.header, edges, rows
    )


def legend(drawn: Arrangement, look: Look) -> tuple[Sign, ...]:
    """The signs that are in use."""
    board, colours = drawn.wish.board, look.colours
    found: list[Sign] = []
    if len(board.lanes) > 1 and board.reference is not None:
        name = next(plain_name(lane.site.label) for lane in board.lanes if lane.site.iri == board.reference)
        found.append(Sign(_edge(colours.difference), tr("differs from {site}").format(site=line(name))))
    kinds = {mark.kind for card in drawn.cards for mark in marks(card.card, drawn.wish.findings_of)}
    words = {
        MarkKind.FINDINGS: tr("findings"),
        MarkKind.KNOW_HOW: tr("know-how"),
        MarkKind.RISKS: tr("risks"),
        MarkKind.GAPS: tr("gaps"),
        MarkKind.CONTROLS: tr("controls"),
    }
    found.extend(Sign(_icon(kind, colours.second), name) for kind, name in words.items() if kind in kinds)
    if drawn.wish.lit is not None:
        tones = ((Tone.HIGH, tr("high")), (Tone.MEDIUM, tr("medium")), (Tone.LOW, tr("low")))
        more = ((Tone.UNKNOWN, tr("unknown decides")), (Tone.PLAIN, tr("touched")))
        found.extend(Sign(_ground(*colours.tone(tone)), name) for tone, name in (*tones, *more))
    return tuple(found)


def _arranged(
    board: ProcessMap, lit: Overlay | None, state: MapState, paper: Paper, findings_of: FindingsOf
) -> Arrangement:
    widths: dict[tuple[str, bool], float] = {}

    def measure(text: str, strong: bool) -> float:
        key = (line(text), strong)
        if key not in widths:
            widths[key] = paper.metrics(12.5, strong=strong).horizontalAdvance(key[0])
        return widths[key]

    sizes = Sizes.at(paper.px, state.level)
    wish = Wish(
        board, lit, state.level, sizes, _WIDE, _WIDE if lit is None else 0.0, measure, findings_of,
        state.folded_steps, state.folded_sites,
    )  # fmt: skip
    return arrange(wish)


def _painter(drawn: Arrangement, look: Look) -> Paint:
    spots = Spots(drawn)

    def paint(painter: QPainter, part: QRectF) -> None:
        painter.fillRect(part, QColor(look.colours.page))
        map_headings.paint_ground(painter, drawn, look, part)
        for wire in drawn.wires:
            items.paint_wire(painter, wire, items.curve(wire.start, wire.end), look)
        for card in drawn.cards:
            if card.place.intersects(part):
                card_painting.paint(painter, card, spots.lines(card), drawn.wish, look)
        for node in drawn.nodes:
            if node.place.intersects(part):
                items.paint_node(painter, node, look)
        _headings(painter, part, drawn, look)

    return paint


def _headings(painter: QPainter, part: QRectF, drawn: Arrangement, look: Look) -> None:
    area, sizes, page = drawn.area, drawn.sizes, QColor(look.colours.page)
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), sizes.header), page)
    painter.fillRect(QRectF(area.left(), area.top(), sizes.labels - 4, area.height()), page)
    for head in drawn.columns:
        if head.place.intersects(part):
            map_headings.paint_column(painter, head, head.place, look, folds=False)
    for band in drawn.bands:
        place = QRectF(area.left(), band.place.top(), sizes.labels - 4, band.place.height())
        if place.intersects(part):
            map_headings.paint_band(painter, band, place, look, folds=False)
        if band.empty and band.place.intersects(part):
            map_headings.paint_empty(painter, band, band.place, look)


def _edge(colour: str) -> Paint:
    return lambda painter, place: painter.fillRect(QRectF(place.left() + 9, place.top(), 3, place.height()), colour)


def _icon(kind: MarkKind, colour: str) -> Paint:
    def draw(painter: QPainter, place: QRectF) -> None:
        side = place.height()
        icons.paint(painter, kind.value, QRectF(place.right() - side, place.top(), side, side), QColor(colour))

    return draw


def _ground(ink: str, ground: str) -> Paint:
    return lambda painter, place: painting.box(painter, place, ground, ink, radius=4)
