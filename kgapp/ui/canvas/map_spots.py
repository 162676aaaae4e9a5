"""What can be chosen on the drawn map, and how the arrow keys go from one to the next: everything can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from kgapp.domain.impact import Item
from kgapp.domain.terms import Iri
from kgapp.ui.canvas.card_lines import PlacedLine, lines_of, title_words
from kgapp.ui.canvas.layout import Arrangement, Band, Column, PlacedCard, PlacedNode
from kgapp.ui.models.process_parts import Entry, Key, Part, lane_words
from kgapp.ui.texts import count_of, line
from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be chosen. ``words`` say it to a screen reader and in a tool tip; ``entries`` are a badge's list."""

    place: QRectF
    key: Key
    words: str
    item: Item | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def thing(self) -> Iri:
        """What opens."""
        return self.key.thing

    @property
    def site(self) -> Iri | None:
        """Where it stands."""
        return self.key.site


Stack = tuple[tuple[Spot, ...], ...]
"""What stands together - a card, a heading, a thing below the lanes - as rows of spots from top to bottom."""


class Spots:
    """The spots of one arrangement; those of a card are made when they are asked for."""

    def __init__(self, drawn: Arrangement) -> None:
        self._drawn = drawn
        self._stacks: dict[int, Stack] = {}
        self._lines: dict[int, tuple[PlacedLine, ...]] = {}

    def lines(self, card: PlacedCard) -> tuple[PlacedLine, ...]:
        """The lines of a card."""
        if id(card) not in self._lines:
            self._lines[id(card)] = lines_of(card, self._drawn.wish)
        return self._lines[id(card)]

    @cached_property
    def all(self) -> tuple[Spot, ...]:
        """Every spot: headings, then cards, then what is below."""
        return tuple(spot for row in self._table for stack in row for spots in self._stack(stack) for spot in spots)

    @property
    def reached(self) -> tuple[Spot, ...]:
        """What an impact reaches: first on the cards, then below them."""
        lit = [card for card in self._drawn.cards if card.lits]
        things: tuple[_Placed, ...] = (*lit, *self._drawn.nodes)
        return tuple(spot for thing in things for row in self._stack(thing) for spot in row if spot.item is not None)

    def at(self, point: QPointF) -> Spot | None:
        """The spot at a place of the scene; badges before the line or the card that they stand on."""
        things: tuple[_Placed, ...] = (*self._drawn.cards, *self._drawn.nodes)
        inside = [
            spot
            for thing in things
            if thing.place.contains(point)
            for row in self._stack(thing)
            for spot in row
            if spot.place.contains(point)
        ]
        return min(inside, key=lambda spot: spot.place.width() * spot.place.height(), default=None)

    def heading(self, thing: Column | Band) -> Spot:
        """The spot of a heading."""
        return self._stack(thing)[0][0]

    def find(self, key: Key) -> Spot | None:
        """The spot of a key; where it is not drawn at this level, the card that it belongs to."""
        cards = [card for card in self._drawn.cards if card.card.site.iri == key.site and _holds(card, key)]
        among: dict[Part, tuple[_Placed, ...]] = {
            Part.COLUMN: self._heads,
            Part.LANE: self._heads,
            Part.REACHED: self._drawn.nodes,
        }
        things = among.get(key.part, tuple(cards))
        spots = (spot for thing in things for row in self._stack(thing) for spot in row)
        found = next((spot for spot in spots if spot.key == key), None)
        if found is not None:
            return found
        return next((self._stack(card)[0][0] for card in cards), None)

    def find_thing(self, thing: Iri, site: Iri | None) -> Spot | None:
        """The first spot of a thing or of a record behind it; a place on a card before a heading."""
        for card in self._drawn.cards:
            if site in (None, card.card.site.iri):
                key = _key_of(card, thing)
                if key is not None:
                    return self.find(key)
        others = (spot for head in (*self._heads, *self._drawn.nodes) for row in self._stack(head) for spot in row)
        return next((spot for spot in others if spot.thing == thing), None)

    def beside(self, spot: Spot, right: int, down: int) -> Spot | None:
        """The next spot in a direction."""
        found = self._position(spot)
        if found is None:
            return None
        row, at, line_at, place = found
        stack = self._stack(self._table[row][at])
        if right:
            inside = place + right
            if 0 <= inside < len(stack[line_at]):
                return stack[line_at][inside]
            other = at + right
            return self._aside(spot, row, other, line_at, right) if 0 <= other < len(self._table[row]) else None
        if 0 <= line_at + down < len(stack):
            spots = stack[line_at + down]
            return spots[min(place, len(spots) - 1)]
        return self._across(spot, row, at, down)

    def end(self, spot: Spot, last: bool) -> Spot | None:
        """The first or last of what stands in a row with a spot."""
        found = self._position(spot)
        return self._stack(self._table[found[0]][-1 if last else 0])[0][0] if found else None

    @cached_property
    def _heads(self) -> tuple[Column | Band, ...]:
        return (*self._drawn.columns, *(band for band in self._drawn.bands if band.lane is not None))

    @cached_property
    def _table(self) -> tuple[tuple[_Placed, ...], ...]:
        """What stands beside each other, row by row: step headings, lanes with their heading first, things below."""
        things: list[_Placed] = [*self._heads, *self._drawn.cards, *self._drawn.nodes]
        rows: dict[float, list[_Placed]] = {}
        for thing in things:
            rows.setdefault(_level(thing), []).append(thing)
        return tuple(tuple(sorted(rows[top], key=_left)) for top in sorted(rows))

    def _stack(self, thing: _Placed) -> Stack:
        if id(thing) not in self._stacks:
            self._stacks[id(thing)] = tuple(_stack(thing, self))
        return self._stacks[id(thing)]

    @property
    def drawn(self) -> Arrangement:
        """What it is about."""
        return self._drawn

    def _position(self, spot: Spot) -> tuple[int, int, int, int] | None:
        for row, things in enumerate(self._table):
            for at, thing in enumerate(things):
                if isinstance(thing, PlacedCard) and spot.site != thing.card.site.iri:
                    continue
                for line_at, spots in enumerate(self._stack(thing)):
                    for place, each in enumerate(spots):
                        if each.key == spot.key and each.place == spot.place:
                            return row, at, line_at, place
        return None

    def _aside(self, spot: Spot, row: int, at: int, line_at: int, right: int) -> Spot:
        """In the neighbour: the same thing where it has it, else the same line."""
        stack = self._stack(self._table[row][at])
        same = next((spots for spots in stack if any(each.thing == spot.thing for each in spots)), None)
        spots = same or stack[min(line_at, len(stack) - 1)]
        return spots[0 if right > 0 else -1]

    def _across(self, spot: Spot, row: int, at: int, down: int) -> Spot | None:
        """In the next row: what stands nearest. From a card, rows that have nothing but a heading are passed by."""
        from_card = not isinstance(self._table[row][at], Band)
        rows = range(row + down, len(self._table) if down > 0 else -1, down)
        for other in rows:
            things = [thing for thing in self._table[other] if from_card != isinstance(thing, Band)]
            if things or not from_card:
                x = spot.place.center().x() if from_card else _left(self._table[row][at])
                nearest = min(things or self._table[other], key=lambda thing: abs(_middle(thing) - x))
                return self._stack(nearest)[0 if down > 0 else -1][0]
        return None


_Placed = PlacedCard | PlacedNode | Column | Band
_LEFT_OF_ALL: Final = -1e9


def _level(thing: _Placed) -> float:
    """What tells the rows of the table: the top of a lane for its heading and its cards."""
    return thing.lane_top if isinstance(thing, PlacedCard) else thing.place.top()


def _left(thing: _Placed) -> float:
    return _LEFT_OF_ALL if isinstance(thing, Band) else thing.place.left()


def _middle(thing: _Placed) -> float:
    return _LEFT_OF_ALL if isinstance(thing, Band) else thing.place.center().x()


def _stack(thing: _Placed, spots: Spots) -> Iterator[tuple[Spot, ...]]:
    if isinstance(thing, PlacedNode):
        item = thing.node.item
        words = f"{line(item.label)}: {thing.node.word}, {thing.node.below}"
        yield (Spot(thing.place, Key(Part.REACHED, item.iri, item.site.iri if item.site else None), words, item),)
    elif isinstance(thing, Column):
        yield (Spot(thing.place, Key(Part.COLUMN, thing.step.step.iri), _column_words(thing)),)
    elif isinstance(thing, Band):
        assert thing.lane is not None
        words = lane_words(thing.lane) + (f". {thing.empty}" if thing.folded else "")
        left = -spots.drawn.sizes.labels
        place = QRectF(left, thing.place.top(), -left, thing.place.height())
        yield (Spot(place, Key(Part.LANE, thing.lane.site.iri, thing.lane.site.iri), words),)
    else:
        yield from _card_rows(thing, spots)


def _column_words(head: Column) -> str:
    factors = count_of(head.step.factors, tr("factor"), tr("factors"))
    know_how = count_of(head.step.know_how, tr("piece of know-how"), tr("pieces of know-how"))
    folded = tr("folded") if head.folded else ""
    return ", ".join(part for part in (line(head.step.step.label), factors, know_how, folded) if part)


def _card_rows(placed: PlacedCard, spots: Spots) -> Iterator[tuple[Spot, ...]]:
    wish = spots.drawn.wish
    key = Key(Part.STEP, placed.card.step.iri, placed.card.site.iri)
    yield (Spot(placed.place, key, title_words(placed, wish)),)
    for each in spots.lines(placed):
        badges = tuple(Spot(mark.place, mark.key, mark.words, entries=mark.mark.entries) for mark in each.marks)
        if each.key is None:
            yield from _rows(badges)
        else:
            item = each.lit.item if each.lit else None
            yield (Spot(each.place, each.key, each.words, item), *badges)


def _rows(badges: Iterable[Spot]) -> Iterator[tuple[Spot, ...]]:
    """Badges that stand on one line."""
    rows: dict[float, list[Spot]] = {}
    for spot in badges:
        rows.setdefault(spot.place.top(), []).append(spot)
    for top in sorted(rows):
        yield tuple(sorted(rows[top], key=lambda spot: spot.place.left()))


def _key_of(placed: PlacedCard, thing: Iri) -> Key | None:
    """What of a card a thing is, or a record behind it."""
    card, site = placed.card, placed.card.site.iri
    if thing == card.step.iri:
        return Key(Part.STEP, thing, site)
    for row in card.rows:
        if thing == row.factor.iri or thing in row.own:
            return Key(Part.FACTOR, row.factor.iri, site, step=card.step.iri)
    for part, group in ((Part.EQUIPMENT, card.equipment), (Part.MATERIAL, card.materials)):
        for one in group:
            if thing in (one.thing.iri, one.of):
                return Key(part, one.thing.iri, site, step=card.step.iri)
    return Key(Part.STEP, card.step.iri, site) if thing in card.own else None


def _holds(placed: PlacedCard, key: Key) -> bool:
    return key.step in (None, placed.card.step.iri) and _key_of(placed, key.thing) is not None
