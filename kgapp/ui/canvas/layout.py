"""Where everything on the process map stands. Pure geometry: the same map gives the same places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from kgapp.domain.terms import Iri
from kgapp.services.process_board import Card, FactorRow, ProcessMap, Standing
from kgapp.ui.canvas.overlay import Lit, Node, Overlay, Wire

FEWEST_ROWS: Final = 5
"""How many factors a card names at least, before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths of the drawing at the size in force, in pixels."""

    labels: float
    header: float
    card: float
    gap: float
    pad: float
    title: float
    row: float
    foot: float
    planned: float
    node: float

    @classmethod
    def at(cls, px: Callable[[float], int]) -> Sizes:
        """The lengths for a size."""
        lengths = (96, 38, 238, 12, 12, 24, 21, 26, 36, 54)
        return cls(*(float(px(length)) for length in lengths))


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A factor on a card. ``lit`` says that an impact reaches it."""

    row: FactorRow
    place: QRectF
    lit: Lit | None


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card with the rows it names; ``more`` counts those it does not, ``faded`` that an impact passes it by."""

    card: Card
    place: QRectF
    title: QRectF
    rows: tuple[PlacedRow, ...]
    more: int
    know_how: int
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
class Band:
    """A lane: its name in two lines and its height. ``empty`` says why there are no cards."""

    title: str
    second: str
    place: QRectF
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The whole drawing."""

    sizes: Sizes
    columns: tuple[tuple[str, Iri, QRectF], ...]
    bands: tuple[Band, ...]
    cards: tuple[PlacedCard, ...]
    nodes: tuple[PlacedNode, ...]
    wires: tuple[PlacedWire, ...]
    area: QRectF

    @property
    def rows_shown(self) -> int:
        """How many factors are named on some card."""
        return len({row.row.factor.iri for card in self.cards for row in card.rows})


def rows_that_fit(board: ProcessMap, sizes: Sizes, height: float) -> int:
    """How many factors a card can name when all lanes are to be seen at once."""
    planned = sum(lane.planned for lane in board.lanes)
    room = height - sizes.header - planned * _lane_height(sizes, planned=True, rows=0)
    lane = room / max(1, len(board.lanes) - planned) - _lane_height(sizes, planned=False, rows=0)
    return max(FEWEST_ROWS, int(lane / sizes.row))


def arrange(board: ProcessMap, lit: Overlay | None, sizes: Sizes, columns_visible: int, rows_shown: int) -> Arrangement:
    """Place a map, and an impact over it."""
    pitch = sizes.card + sizes.gap
    width = pitch * len(board.steps)
    bands: list[Band] = []
    cards: list[PlacedCard] = []
    top = 0.0
    for lane, row in zip(board.lanes, board.cards, strict=True):
        chosen = [_chosen(board, at, lit, rows_shown) for at in range(len(row))]
        height = _lane_height(sizes, planned=lane.planned, rows=max((len(each) for each in chosen), default=0))
        name, *rest = (part.strip(" )") for part in re.split("[,(]", lane.site.label))
        second = " · ".join(part for part in (lane.region, *rest) if part)
        bands.append(_band(name, second, top, width, height, lane.planned))
        if not lane.planned:
            for at, card in enumerate(row):
                place = QRectF(at * pitch, top + sizes.gap, sizes.card, height - 2 * sizes.gap)
                cards.append(_card(card, place, chosen[at], lit, sizes, board.steps[at].know_how))
        top += height
    nodes: list[PlacedNode] = []
    if lit is not None:
        first = max(0, min(_origin_column(board, lit) - 1, len(board.steps) - columns_visible))
        for title, group in (("Quality", lit.affected), ("Touched", lit.others)):
            if group:
                height = _nodes_height(sizes, len(group), columns_visible)
                bands.append(Band(title, "attributes" if group is lit.affected else "by it", _wide(top, width, height)))
                nodes.extend(_nodes(group, first, columns_visible, top, sizes))
                top += height
    columns = tuple(
        (step.step.label, step.step.iri, QRectF(at * pitch, -sizes.header, sizes.card, sizes.header))
        for at, step in enumerate(board.steps)
    )
    wires = tuple(_wires(lit, cards, nodes)) if lit else ()
    area = QRectF(-sizes.labels, -sizes.header, sizes.labels + width, sizes.header + top + sizes.gap)
    return Arrangement(sizes, columns, tuple(bands), tuple(cards), tuple(nodes), wires, area)


def _band(name: str, second: str, top: float, width: float, height: float, planned: bool) -> Band:
    empty = "Planned: no setting is recorded here yet." if planned else ""
    return Band(name, second, _wide(top, width, height), empty)


def _wide(top: float, width: float, height: float) -> QRectF:
    return QRectF(0, top, width, height)


def _lane_height(sizes: Sizes, *, planned: bool, rows: int) -> float:
    if planned:
        return sizes.planned + sizes.gap
    return 2 * sizes.gap + sizes.pad + sizes.title + rows * sizes.row + sizes.foot + sizes.pad


def _nodes_height(sizes: Sizes, count: int, columns: int) -> float:
    rows = -(-count // columns)
    return sizes.gap * 4 + rows * (sizes.node + sizes.gap)


def _chosen(board: ProcessMap, column: int, lit: Overlay | None, most: int) -> tuple[Iri, ...]:
    """The factors that the cards of a step name, the same in every lane: reached, then differing, then critical ones."""
    cards = [row[column] for lane, row in zip(board.lanes, board.cards, strict=True) if not lane.planned]
    if not cards:
        return ()
    reached = {one.factor for one in lit.lit} if lit else set()
    differing = {row.factor.iri for card in cards for row in card.rows if row.differs}
    order = [row.factor.iri for row in cards[0].rows]
    ranked = sorted(order, key=lambda factor: (factor not in reached, factor not in differing))[:most]
    return tuple(factor for factor in order if factor in ranked)


def _card(
    card: Card, place: QRectF, chosen: tuple[Iri, ...], lit: Overlay | None, sizes: Sizes, know_how: int
) -> PlacedCard:
    title = QRectF(place.x() + sizes.pad, place.y() + sizes.pad / 2, place.width() - 2 * sizes.pad, sizes.title)
    named = [row for row in card.rows if row.factor.iri in chosen]
    left = place.x() + sizes.pad / 2
    rows = tuple(
        PlacedRow(
            row,
            QRectF(left, title.bottom() + at * sizes.row, place.width() - sizes.pad, sizes.row),
            _lit(row, card.site.iri, lit),
        )
        for at, row in enumerate(named)
    )
    faded = lit is not None and not any(row.lit for row in rows)
    return PlacedCard(card, place, title, rows, len(card.rows) - len(named), know_how, faded)


def _lit(row: FactorRow, site: Iri, lit: Overlay | None) -> Lit | None:
    if row.standing is Standing.NOT_APPLICABLE or lit is None:
        return None
    return next((one for one in lit.lit if one.factor == row.factor.iri and one.site in (site, None)), None)


def _origin_column(board: ProcessMap, lit: Overlay) -> int:
    for one in lit.lit:
        for row in board.cards:
            for column, card in enumerate(row):
                if any(each.factor.iri == one.factor for each in card.rows):
                    return column
    return 0


def _nodes(group: tuple[Node, ...], first: int, columns: int, top: float, sizes: Sizes) -> Iterator[PlacedNode]:
    pitch = sizes.card + sizes.gap
    for at, node in enumerate(group):
        x = (first + at % columns) * pitch
        y = top + sizes.gap * 3 + (at // columns) * (sizes.node + sizes.gap)
        yield PlacedNode(node, QRectF(x, y, sizes.card, sizes.node))


def _wires(lit: Overlay, cards: list[PlacedCard], nodes: list[PlacedNode]) -> Iterator[PlacedWire]:
    places = {row.row.factor.iri: card.place for card in cards for row in card.rows if row.lit}
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
