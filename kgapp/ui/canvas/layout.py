"""Where everything on the process map stands. Pure geometry: the same wish gives the same places.

Only boxes are placed here; what stands within a card is worked out by ``card_lines`` when it is drawn or asked for, so that a
map of many cards is there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from kgapp.domain.terms import Iri
from kgapp.services.process_board import Card, FactorRow, Lane, ProcessMap, Standing, Step
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.overlay import Lit, Node, Overlay, Wire
from kgapp.ui.canvas.slots import Slot, slots_of
from kgapp.ui.models.process_parts import FindingsOf
from kgapp.ui.words import tr

FEWEST_ROWS: Final = 4
"""How many factors a card names at least, before it says how many more there are."""
LIT_ROWS: Final = 3
"""As many below an impact, which needs the room."""
_EVEN: Final = 10
"""Cards that need fewer lines than that are of one height."""
_TALL_ROW: Final = 1.9
"""A factor whose name takes two lines needs so many rows."""
_SHORT: Final = 0.22
"""By how much of a card two cards together may be narrower, so that both are in sight."""
_WIDEST: Final = 1.35
"""How much wider than need be the cards of steps become at most."""
_HIGH: Final = 45
"""In a view of so many rows there is room for more, also below an impact."""
_FILLED: Final = 0.9
"""How much of its lane a card may fill before it names more than the fewest factors."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths of the drawing at a level and the size in force, in pixels."""

    labels: float
    header: float
    card: float
    gap: float
    pad: float
    row: float
    small: float
    foot: float
    planned: float
    node: float
    folded: float
    reach: float

    @classmethod
    def at(cls, px: Callable[[float], int], level: Level = Level.STEP) -> Sizes:
        """The lengths for a size."""
        header, card, gap, pad = {
            Level.OVERVIEW: (58, 119, 7, 8),
            Level.STEP: (42, 180, 10, 12),
            Level.PARAMETER: (34, 390, 12, 12),
        }[level]
        reach = 180 if level is Level.STEP else 238
        lengths = (96, header, card, gap, pad, 21, 17, 26, 28, 54, 30, reach)
        return cls(*(float(px(length)) for length in lengths))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn, and into how much room. ``measure`` gives the width of a text on a card, strong or not."""

    board: ProcessMap
    lit: Overlay | None
    level: Level
    sizes: Sizes
    width: float
    height: float
    measure: Callable[[str, bool], float]
    findings_of: FindingsOf
    folded_steps: frozenset[Iri] = frozenset()
    folded_sites: frozenset[Iri] = frozenset()
    columns: dict[int, dict[Iri, int]] = field(default_factory=dict)
    """What was worked out once for all lanes of a step: the factors named, and the lines that each name takes."""

    @property
    def roomy(self) -> bool:
        """Whether long names may take two lines: all lanes are in sight even so."""
        return (
            self.lit is None and room_of_a_lane(self) >= around(self.sizes) + FEWEST_ROWS * _TALL_ROW * self.sizes.row
        )


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card in the lane that begins at ``lane_top``; ``slots`` are its lines, ``lits`` what an impact reaches, by factor.

    ``faded`` says that an impact passes it by.
    """

    card: Card
    lane: Lane
    column: int
    lane_top: float
    place: QRectF
    slots: tuple[Slot, ...]
    lits: dict[Iri, Lit]
    faded: bool


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A thing below the lanes."""

    node: Node
    place: QRectF


@dataclass(frozen=True, slots=True)
class PlacedWire:
    """A link from a bottom edge to a top edge."""

    wire: Wire
    start: QPointF
    end: QPointF


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a step."""

    step: Step
    at: int
    place: QRectF
    folded: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A lane, or a group of things below the lanes: its name in two lines. ``empty`` says why there are no cards."""

    title: str
    second: str
    place: QRectF
    empty: str = ""
    lane: Lane | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The whole drawing. ``sticky`` says that the headings of the steps stand in one row, which stays in sight."""

    wish: Wish
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    cards: tuple[PlacedCard, ...]
    nodes: tuple[PlacedNode, ...]
    wires: tuple[PlacedWire, ...]
    area: QRectF
    sticky: bool

    @property
    def sizes(self) -> Sizes:
        """The lengths it was made with."""
        return self.wish.sizes

    @property
    def rows_shown(self) -> int:
        """How many factors are named on some card."""
        if self.wish.level is Level.OVERVIEW:
            return len({row.factor.iri for card in self.cards for row in card.card.rows})
        return len({slot.row.factor.iri for card in self.cards for slot in card.slots if slot.row is not None})


def rows_that_fit(wish: Wish) -> int:
    """How many factors a card can name when all lanes are to be seen at once."""
    sizes = wish.sizes
    if wish.lit is not None:
        return LIT_ROWS if wish.height < _HIGH * sizes.row else 2 * LIT_ROWS
    each = sizes.row * (_TALL_ROW if wish.roomy else 1.0)
    return max(FEWEST_ROWS, int((_FILLED * room_of_a_lane(wish) - around(sizes)) / each))


def room_of_a_lane(wish: Wish) -> float:
    """How high a lane may be when all are to be seen at once."""
    sizes, lanes = wish.sizes, wish.board.lanes
    closed = sum(lane.planned or lane.site.iri in wish.folded_sites for lane in lanes)
    room = wish.height - sizes.header - closed * (sizes.planned + sizes.gap)
    return room / max(1, len(lanes) - closed)


def around(sizes: Sizes) -> float:
    """What a lane needs beside the factors: its edges, a machine and a material, what is left out, badges."""
    return 2 * sizes.gap + sizes.pad + sizes.small + 2 * sizes.row + sizes.foot


def arrange(wish: Wish) -> Arrangement:
    """Place a map, and an impact over it."""
    wish = _in_whole_columns(wish)
    blocks = tuple(_blocks(wish))
    columns: list[Column] = []
    bands: list[Band] = []
    cards: list[PlacedCard] = []
    top, width = 0.0, 0.0
    rows = rows_that_fit(wish)
    for number, block in enumerate(blocks):
        if number:
            top += wish.sizes.header + wish.sizes.gap
        heads = tuple(_heads(wish, block, top))
        columns.extend(heads)
        width = max(width, heads[-1].place.right() + wish.sizes.gap) if heads else width
        for lane_at in range(len(wish.board.lanes)):
            band, placed = _lane(wish, heads, lane_at, top, rows)
            bands.append(band)
            cards.extend(placed)
            top = band.place.bottom()
    nodes, top = _below(wish, columns, bands, width, top)
    for at, band in enumerate(bands):
        bands[at] = _widened(band, width)
    wires = tuple(_wires(wish.lit, cards, nodes)) if wish.lit else ()
    sizes = wish.sizes
    right = max([width, *(node.place.right() + sizes.gap for node in nodes)])
    area = QRectF(-sizes.labels, -sizes.header, sizes.labels + right, sizes.header + top + sizes.gap)
    return Arrangement(wish, tuple(columns), tuple(bands), tuple(cards), tuple(nodes), wires, area, len(blocks) < 2)


def _in_whole_columns(wish: Wish) -> Wish:
    """Cards of steps a little wider, so that as many whole columns as there is room for fill it."""
    sizes = wish.sizes
    room, pitch = wish.width - sizes.labels, sizes.card + sizes.gap
    if wish.level is not Level.STEP or room < pitch * (1 - _SHORT) or room > pitch * len(wish.board.steps) * _WIDEST:
        return wish
    count = min(max(int(room / pitch), 2 if room >= pitch * (2 - _SHORT) else 1), len(wish.board.steps))
    card = room / count - sizes.gap
    return replace(wish, sizes=replace(sizes, card=card, reach=card))


def _blocks(wish: Wish) -> Iterator[range]:
    """The steps in one row; on the overview in as many rows as it takes to see all of them."""
    count, sizes = len(wish.board.steps), wish.sizes
    room = max(1, int((wish.width - sizes.labels + sizes.gap) / (sizes.card + sizes.gap)))
    if wish.level is not Level.OVERVIEW or wish.lit is not None or count <= room:
        yield range(count)
        return
    rows = -(-count // room)
    even = -(-count // rows)
    for first in range(0, count, even):
        yield range(first, min(first + even, count))


def _heads(wish: Wish, block: range, top: float) -> Iterator[Column]:
    sizes, left = wish.sizes, 0.0
    for at in block:
        step = wish.board.steps[at]
        folded = step.step.iri in wish.folded_steps
        width = sizes.folded if folded else sizes.card
        yield Column(step, at, QRectF(left, top - sizes.header, width, sizes.header), folded)
        left += width + sizes.gap


def _lane(wish: Wish, heads: tuple[Column, ...], lane_at: int, top: float, rows: int) -> tuple[Band, list[PlacedCard]]:
    sizes, lane = wish.sizes, wish.board.lanes[lane_at]
    folded = lane.site.iri in wish.folded_sites
    if lane.planned or folded:
        words = _planned_words(lane) if lane.planned else _folded_words(wish, lane_at)
        place = QRectF(0, top, 0, sizes.planned + sizes.gap)
        return Band(lane.name, lane.region, place, words, lane, folded), []
    open_heads = [head for head in heads if not head.folded]
    filled = {head.at: slots_of(wish, head.at, lane_at, rows) for head in open_heads}
    heights = {at: sum(slot.height for slot in slots) + 1.5 * sizes.pad for at, slots in filled.items()}
    tallest = max(heights.values(), default=sizes.row)
    least = 0.0 if wish.level is Level.PARAMETER else min(tallest, _EVEN * sizes.row)
    placed: list[PlacedCard] = []
    for head in open_heads:
        card = wish.board.cards[lane_at][head.at]
        place = QRectF(head.place.left(), top + sizes.gap, sizes.card, max(least, heights[head.at]))
        lits = _lits(card, wish.lit)
        faded = wish.lit is not None and not lits
        placed.append(PlacedCard(card, lane, head.at, top, place, filled[head.at], lits, faded))
    return Band(lane.name, lane.region, QRectF(0, top, 0, tallest + 2 * sizes.gap), "", lane), placed


def _planned_words(lane: Lane) -> str:
    words = tr("Planned: no setting is recorded here yet.")
    return f"{lane.region} · {words}" if lane.region else words


def _folded_words(wish: Wish, lane_at: int) -> str:
    cards = wish.board.cards[lane_at]
    differing = sum(card.differing for card in cards)
    return tr("Folded: {steps} steps, {differences} differences.").format(steps=len(cards), differences=differing)


def _lits(card: Card, lit: Overlay | None) -> dict[Iri, Lit]:
    if lit is None:
        return {}
    found = ((row.factor.iri, _lit(row, card.site.iri, lit)) for row in card.rows)
    return {factor: one for factor, one in found if one is not None}


def _lit(row: FactorRow, site: Iri, lit: Overlay) -> Lit | None:
    if row.standing is Standing.NOT_APPLICABLE:
        return None
    return next((one for one in lit.lit if one.factor == row.factor.iri and one.site in (site, None)), None)


def _widened(band: Band, width: float) -> Band:
    place = QRectF(0, band.place.top(), width, band.place.height())
    return Band(band.title, band.second, place, band.empty, band.lane, band.folded)


def _below(
    wish: Wish, columns: list[Column], bands: list[Band], width: float, top: float
) -> tuple[list[PlacedNode], float]:
    """What a change reaches beside the factors, in rows below the lanes."""
    lit, sizes = wish.lit, wish.sizes
    nodes: list[PlacedNode] = []
    if lit is None:
        return nodes, top
    pitch = sizes.reach + sizes.gap
    across = max(2, int((wish.width - sizes.labels) / pitch + 0.01))
    first = max(0.0, min(_origin(wish.board, lit, columns) - pitch, width - across * pitch))
    groups = ((tr("Quality"), tr("attributes"), lit.affected), (tr("Touched"), tr("by it"), lit.others))
    for title, second, group in groups:
        if group:
            rows = -(-len(group) // across)
            height = sizes.gap * 4 + rows * (sizes.node + sizes.gap)
            bands.append(Band(title, second, QRectF(0, top, width, height)))
            nodes.extend(_nodes(group, first, across, top, sizes))
            top += height
    return nodes, top


def _origin(board: ProcessMap, lit: Overlay, columns: list[Column]) -> float:
    """The left edge of the first step that is lit."""
    reached = {one.factor for one in lit.lit}
    for head in columns:
        for lane in board.cards:
            if any(row.factor.iri in reached for row in lane[head.at].rows):
                return head.place.left()
    return 0.0


def _nodes(group: tuple[Node, ...], first: float, across: int, top: float, sizes: Sizes) -> Iterator[PlacedNode]:
    for at, node in enumerate(group):
        x = first + at % across * (sizes.reach + sizes.gap)
        y = top + sizes.gap * 3 + (at // across) * (sizes.node + sizes.gap)
        yield PlacedNode(node, QRectF(x, y, sizes.reach, sizes.node))


def _wires(lit: Overlay, cards: list[PlacedCard], nodes: list[PlacedNode]) -> Iterator[PlacedWire]:
    places = {factor: card.place for card in cards for factor in card.lits}
    ends = {node.node.item.iri: node.place for node in nodes}
    leaving: dict[Iri, int] = {}
    for wire in lit.wires:
        end = ends[wire.target]
        start = ends.get(wire.source) or places.get(wire.source)
        if start is not None:
            number = leaving[wire.source] = leaving.get(wire.source, 0) + 1
            shift = ((number % 5) - 2) * start.width() / 8
            yield PlacedWire(
                wire, QPointF(start.center().x() + shift, start.bottom()), QPointF(end.center().x(), end.top())
            )
