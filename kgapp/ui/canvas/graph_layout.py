"""Where the cards of a graph stand. Plain figures: may run on any thread, and gives the same for the same graph.

New cards go to free places near what they belong to and move nothing that is there. Everything is placed anew only on
command: in layers along the links, or freely, linked things near each other. Cards never overlap.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

CARD: Final = (200.0, 46.0)
"""Width and height of every card at 100 %."""
GAP: Final = (76.0, 16.0)
_STEP: Final = (CARD[0] + GAP[0], CARD[1] + GAP[1])
_AROUND: Final = 14
"""So many columns and rows are looked through around a card."""
_TALLEST: Final = 14
"""More cards than these in a layer stand in several columns."""
_ROUNDS: Final = 60
_ROWS: Final = 2.6
"""So many rows count as far as one column: cards are wide."""
_SEED: Final = 7

Place = tuple[float, float]
Edge = tuple[str, str]


class Room:
    """What is taken. Two cards are apart when there is at least half a gap between them."""

    def __init__(self, taken: Iterable[Place] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Place]] = {}
        self._bottom = 0.0
        for place in taken:
            self.take(place)

    def take(self, place: Place) -> None:
        """Somebody stands here."""
        self._cells.setdefault(_cell(place), []).append(place)
        self._bottom = max(self._bottom, place[1])

    def free(self, place: Place) -> bool:
        """Whether a card can stand here."""
        across, down = _cell(place)
        near = (
            other
            for x in (across - 1, across, across + 1)
            for y in (down - 1, down, down + 1)
            for other in self._cells.get((x, y), ())
        )
        return not any(
            abs(other[0] - place[0]) < CARD[0] + GAP[0] / 2 and abs(other[1] - place[1]) < CARD[1] + GAP[1] / 2
            for other in near
        )

    def find(self, origin: Place, side: int = 0) -> Place:
        """Take the nearest free place: at the left (-1), the right (1) or around (0) of ``origin``; else below everything."""
        for across, down in _NEAREST[side]:
            place = (origin[0] + across * _STEP[0], origin[1] + down * _STEP[1])
            if self.free(place):
                self.take(place)
                return place
        place = (origin[0], self._bottom + _STEP[1])
        self.take(place)
        return place


def near(origin: Place, count: int, taken: Iterable[Place], side: int) -> list[Place]:
    """Places for new cards beside one that is there."""
    room = Room(taken)
    return [room.find(origin, side) for _ in range(count)]


def layered(keys: Sequence[str], edges: Iterable[Edge], fixed: Mapping[str, Place]) -> dict[str, Place]:
    """Columns along the direction of the links, few crossings; ``fixed`` cards keep their places."""
    ahead = _known(keys, edges)
    layers = _layers(keys, ahead)
    _order(layers, ahead)
    room = Room(fixed.values())
    places: dict[str, Place] = dict(fixed)
    column = 0
    for layer in layers:
        columns = max(1, math.ceil(len(layer) / _TALLEST))
        rows = math.ceil(len(layer) / columns)
        for at, key in enumerate(layer):
            if key not in fixed:
                place = ((column + at // rows) * _STEP[0], (at % rows - (rows - 1) / 2) * _STEP[1])
                places[key] = room.find(place)
        column += columns
    return places


def free(
    keys: Sequence[str],
    edges: Iterable[Edge],
    fixed: Mapping[str, Place],
    stopped: Callable[[], bool] = lambda: False,
) -> dict[str, Place]:
    """Linked cards near each other, those without a link in rows below; ``fixed`` cards keep their places.

    Ends early when ``stopped``.
    """
    pairs = [(one, other) for one, others in _known(keys, edges).items() for other in others]
    linked = {key for pair in pairs for key in pair} | fixed.keys()
    loose = [key for key in keys if key not in linked]
    keys = [key for key in keys if key in linked]
    chance = random.Random(_SEED)  # noqa: S311 - the same places each time
    spread = math.sqrt(len(keys) + 1)
    at = {key: fixed.get(key) or (chance.uniform(-1, 1) * spread, chance.uniform(-1, 1) * spread) for key in keys}
    at = {key: (x / _STEP[0], y / _STEP[1] / _ROWS) if key in fixed else (x, y) for key, (x, y) in at.items()}
    for turn in range(_ROUNDS):
        if stopped():
            break
        _push(at, pairs, fixed.keys(), spread * 0.5 * (1 - turn / _ROUNDS))
    room = Room(fixed.values())
    places = dict(fixed)
    for key in sorted((key for key in keys if key not in fixed), key=lambda key: (math.hypot(*at[key]), key)):
        x, y = at[key]
        places[key] = room.find((round(x) * _STEP[0], round(y * _ROWS) * _STEP[1]))
    return places | _rows_below(loose, places)


def _rows_below(loose: Sequence[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """Cards without a link in rows below all others, about as wide as these: they would only drive each other away."""
    left = min((x for x, _ in places.values()), default=0.0)
    right = max((x for x, _ in places.values()), default=0.0)
    top = max((y for _, y in places.values()), default=-2 * _STEP[1]) + 2 * _STEP[1]
    columns = max(round((right - left) / _STEP[0]) + 1, math.ceil(math.sqrt(len(loose) / _ROWS)), 1)
    return {key: (left + at % columns * _STEP[0], top + at // columns * _STEP[1]) for at, key in enumerate(loose)}


def _push(at: dict[str, Place], pairs: Iterable[Edge], fixed: Collection[str], most: float) -> None:
    """One round of the springs of Fruchterman and Reingold (1991), with 1.6 cards as the length of a spring."""
    length = 1.6
    keys = list(at)
    force = dict.fromkeys(keys, (0.0, 0.0))
    for number, one in enumerate(keys):
        x, y = at[one]
        fx, fy = force[one]
        for other in keys[number + 1 :]:
            dx, dy = x - at[other][0], y - at[other][1]
            weight = length * length / max(0.01, dx * dx + dy * dy)
            fx, fy = fx + dx * weight, fy + dy * weight
            ox, oy = force[other]
            force[other] = (ox - dx * weight, oy - dy * weight)
        force[one] = (fx, fy)
    for one, other in pairs:
        dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
        weight = math.hypot(dx, dy) / length
        force[one] = (force[one][0] + dx * weight, force[one][1] + dy * weight)
        force[other] = (force[other][0] - dx * weight, force[other][1] - dy * weight)
    for key in keys:
        fx, fy = force[key][0] - at[key][0] * 0.2, force[key][1] - at[key][1] * 0.2
        size = math.hypot(fx, fy)
        if key not in fixed and size > 0:
            by = min(size, most) / size
            at[key] = (at[key][0] + fx * by, at[key][1] + fy * by)


def _known(keys: Sequence[str], edges: Iterable[Edge]) -> dict[str, list[str]]:
    ahead: dict[str, list[str]] = {key: [] for key in keys}
    for one, other in sorted(set(edges)):
        if one in ahead and other in ahead and one != other:
            ahead[one].append(other)
    return ahead


def _layers(keys: Sequence[str], ahead: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each card one layer behind the last that leads to it; links that close a circle do not count."""
    order = _without_circles(keys, ahead)
    position = {key: at for at, key in enumerate(order)}
    layer = dict.fromkeys(keys, 0)
    for key in order:
        for other in ahead[key]:
            if position[other] > position[key]:
                layer[other] = max(layer[other], layer[key] + 1)
    for key in reversed(order):  # sources move up to what they lead to
        nexts = [layer[other] for other in ahead[key] if position[other] > position[key]]
        if nexts and not any(key in ahead[other] for other in order[: position[key]]):
            layer[key] = min(nexts) - 1
    made: list[list[str]] = [[] for _ in range(max(layer.values(), default=0) + 1)]
    for key in order:
        made[layer[key]].append(key)
    return [each for each in made if each]


def _without_circles(keys: Sequence[str], ahead: Mapping[str, Sequence[str]]) -> list[str]:
    """The cards in an order in which links lead forward, as far as that can be."""
    done: list[str] = []
    seen: set[str] = set()
    for start in keys:
        waiting = [(start, iter(ahead[start]))] if start not in seen else []
        seen.add(start)
        while waiting:
            key, others = waiting[-1]
            new = next((other for other in others if other not in seen), None)
            if new is None:
                done.append(key)
                waiting.pop()
            else:
                seen.add(new)
                waiting.append((new, iter(ahead[new])))
    return done[::-1]


def _order(layers: list[list[str]], ahead: Mapping[str, Sequence[str]]) -> None:
    """Each card at the height of what it is linked with in the layer beside (Sugiyama's barycentres), there and back."""
    linked: dict[str, set[str]] = {key: set(others) for key, others in ahead.items()}
    for key, others in ahead.items():
        for other in others:
            linked[other].add(key)
    for _ in range(4):
        for before, layer in pairwise(layers):
            _sort(layer, before, linked)
        for before, layer in pairwise(layers[::-1]):
            _sort(layer, before, linked)


def _sort(layer: list[str], beside: list[str], linked: Mapping[str, Collection[str]]) -> None:
    at = {key: (number + 0.5) / len(beside) for number, key in enumerate(beside)}
    own = {key: (number + 0.5) / len(layer) for number, key in enumerate(layer)}

    def height(key: str) -> float:
        heights = [at[other] for other in linked[key] if other in at]
        return sum(heights) / len(heights) if heights else own[key]

    layer.sort(key=lambda key: (height(key), own[key]))


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place[0] / _STEP[0]), math.floor(place[1] / _STEP[1])


def _nearest(side: int) -> list[tuple[int, int]]:
    columns = range(-_AROUND, _AROUND + 1) if side == 0 else (side * at for at in range(1, _AROUND + 1))
    cells = [(across, down) for across in columns for down in range(-_AROUND, _AROUND + 1)]
    return sorted(
        cells, key=lambda cell: (abs(cell[0]) * 4.5 + abs(cell[1]) * (0.8 if side else 1), abs(cell[0]), cell)
    )


_NEAREST: Final = {side: _nearest(side) for side in (-1, 0, 1)}
