"""How two things are linked: the shortest ways between them, in sentences.

The search goes from both ends, in rounds, and is honest about where it stopped: it does not pass through hubs, which link
everything with everything (two parameters of one site), and names those it met; it ends at a number of links, of things
looked at, or of seconds.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice, pairwise
from typing import Final

from kgapp.domain.errors import BadInput, QueryStopped
from kgapp.domain.terms import Iri
from kgapp.services import browsing
from kgapp.services.browsing import Named
from kgapp.services.ports import Link, RecordReader
from kgapp.services.watch import Watch

LONGEST: Final = 8
MOST_WAYS: Final = 5
HUB: Final = 2_000
"""A thing in more statements than these is not passed through."""
MOST_THINGS: Final = 20_000
SECONDS: Final = 10.0
_COUNTED_WAYS: Final = 1_000


class Outcome(Enum):
    """How a search ended."""

    FOUND = "found"
    NONE = "no way of up to so many links"
    LIMIT = "stopped at the limit"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a search: ``longest`` counts links, ``things`` those looked at."""

    longest: int = LONGEST
    ways: int = MOST_WAYS
    hub: int = HUB
    things: int = MOST_THINGS
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Hop:
    """From one thing to the next by all the links between them, which may point either way."""

    start: Named
    end: Named
    links: tuple[Link, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest ways between two things, those through the least linked things first.

    ``total`` counts the ways of that length, up to a thousand; ``hubs`` were met and not passed.
    """

    start: Named
    goal: Named
    outcome: Outcome
    ways: tuple[tuple[Hop, ...], ...]
    total: int
    looked_at: int
    hubs: tuple[Named, ...]
    limits: Limits

    @property
    def sentence(self) -> str:
        """What the search found, for a reader."""
        start, goal = f"“{self.start.label}”", f"“{self.goal.label}”"
        if self.outcome is Outcome.FOUND:
            links = len(self.ways[0])
            least = "at least " if self.total == _COUNTED_WAYS else ""
            more = (
                f" Shown are {len(self.ways)} of {least}{self.total:,} such ways."
                if self.total > len(self.ways)
                else ""
            )
            return f"{start} and {goal} are linked in {links} {'step' if links == 1 else 'steps'}.{more}{self._past()}"
        if self.outcome is Outcome.NONE:
            return f"There is no way of up to {self.limits.longest} links between {start} and {goal}.{self._past()}"
        return (
            f"The search stopped at its limit after {self.looked_at:,} things: whether {start} and {goal} are linked"
            f" is not known.{self._past()}"
        )

    def _past(self) -> str:
        if not self.hubs:
            return ""
        names = ", ".join(one.label for one in self.hubs[:3])
        more = f" and {len(self.hubs) - 3} more" if len(self.hubs) > 3 else ""
        return f" Ways through {names}{more} were left out: too much is linked with them."


@dataclass(slots=True)
class _Side:
    """What was reached from one end: how far each thing is, and the links that were seen."""

    far: dict[Iri, int]
    edge: list[Iri]
    depth: int = 0


@dataclass(slots=True)
class _Search:
    reader: RecordReader
    limits: Limits
    watch: Watch
    until: float
    ends: frozenset[Iri]
    links: dict[Iri, set[Link]]
    hubs: set[Iri]

    def weight(self, side: _Side) -> tuple[bool, int]:
        """How much there is to look at from a side; a hub at the end is entered only from outside if that can be."""
        degrees = self.reader.degrees(side.edge, limit=self.limits.hub + 1)
        return any(degrees.get(thing, 0) > self.limits.hub for thing in self.ends.intersection(side.edge)), sum(
            degrees.values()
        )

    def common(self, one: _Side, other: _Side) -> set[Iri]:
        """What both sides have reached, without hubs."""
        return self._passable(one.far.keys() & other.far.keys())

    def grow(self, side: _Side) -> None:
        """One link further on one side."""
        passed = sorted(self._passable(side.edge))
        side.depth += 1
        side.edge = []
        for at in range(0, len(passed), _BATCH):
            if self.watch.stopped:
                raise QueryStopped("The search was stopped.", hint="Start it again when it suits.")
            if time.monotonic() > self.until:
                raise _Enough
            self._follow(side, passed[at : at + _BATCH])

    def _passable(self, things: Iterable[Iri]) -> set[Iri]:
        asked = set(things)
        degrees = self.reader.degrees(asked - self.ends, limit=self.limits.hub + 1)
        large = {thing for thing, degree in degrees.items() if degree > self.limits.hub}
        self.hubs |= large
        return asked - large

    def _follow(self, side: _Side, batch: list[Iri]) -> None:
        here = set(batch)
        for link in self.reader.around(batch):
            for one, other in ((link.subject, link.object), (link.object, link.subject)):
                if one in here and other != one:
                    self.links.setdefault(one, set()).add(link)
                    self.links.setdefault(other, set()).add(link)
                    if other not in side.far:
                        side.far[other] = side.depth
                        side.edge.append(other)
        if len(side.far) > self.limits.things:
            raise _Enough


class _Enough(Exception):
    """The search is at a limit."""


_BATCH: Final = 200


def find(
    reader: RecordReader, start: Iri, goal: Iri, limits: Limits | None = None, watch: Watch | None = None
) -> Paths:
    """The shortest ways between two things, links followed either way.

    Raises ``BadInput`` for one thing given twice and ``QueryStopped`` when the watch says stop.
    """
    if start == goal:
        raise BadInput("A way leads between two different things.", hint="Choose another thing.")
    bounds = limits or Limits()
    until = time.monotonic() + bounds.seconds
    search = _Search(reader, bounds, watch or Watch(), until, frozenset({start, goal}), {}, set())
    one, other = _Side({start: 0}, [start]), _Side({goal: 0}, [goal])
    outcome = _meet(search, one, other, bounds.longest)
    routes = _routes(search, one, other) if outcome is Outcome.FOUND else []
    names = browsing.labels(reader, {thing for route in routes for thing in route} | search.hubs | {start, goal})
    shown = [tuple(_hops(search, route, names)) for route in routes[: bounds.ways]]
    words = browsing.labels(reader, {link.predicate for way in shown for hop in way for link in hop.links})
    return Paths(
        Named(start, names[start]),
        Named(goal, names[goal]),
        outcome,
        tuple(tuple(_told(hop, names, words) for hop in way) for way in shown),
        len(routes),
        len(one.far) + len(other.far),
        tuple(sorted((Named(hub, names[hub]) for hub in search.hubs), key=lambda hub: hub.label)),
        bounds,
    )


def _meet(search: _Search, one: _Side, other: _Side, longest: int) -> Outcome:
    """Grow the side with fewer links until both have a thing in common that is no hub."""
    try:
        while one.depth + other.depth < longest and one.edge and other.edge:
            search.grow(min(one, other, key=search.weight))
            if search.common(one, other):
                return Outcome.FOUND
    except _Enough:
        return Outcome.LIMIT
    return Outcome.NONE


def _routes(search: _Search, one: _Side, other: _Side) -> list[list[Iri]]:
    """The shortest routes, up to a thousand; those through the least linked things first."""
    routes = list(islice(_all_routes(search, one, other), _COUNTED_WAYS))
    inner = {thing for route in routes for thing in route[1:-1]}
    degrees = search.reader.degrees(inner, limit=search.limits.hub + 1)
    return sorted(routes, key=lambda route: (sum(degrees[thing] for thing in route[1:-1]), route))


def _all_routes(search: _Search, one: _Side, other: _Side) -> Iterator[list[Iri]]:
    """Every route has exactly one thing in the middle, as far from either end as that side has grown."""
    for middle in sorted(search.common(one, other)):
        for back in _down(search, one, middle):
            for ahead in _down(search, other, middle):
                yield [*reversed(back), *ahead[1:]]


def _down(search: _Search, side: _Side, thing: Iri) -> Iterator[list[Iri]]:
    """Every way from a thing back to the end that a side began at, the thing first."""
    if side.far[thing] == 0:
        yield [thing]
        return
    nearer = {
        other
        for link in search.links[thing]
        for other in (link.subject, link.object)
        if side.far.get(other) == side.far[thing] - 1 and other not in search.hubs
    }
    for other in sorted(nearer):
        for rest in _down(search, side, other):
            yield [thing, *rest]


def _hops(search: _Search, route: list[Iri], names: dict[Iri, str]) -> Iterator[Hop]:
    for here, there in pairwise(route):
        links = {link for link in search.links[here] if {link.subject, link.object} == {here, there}}
        ordered = tuple(sorted(links, key=lambda link: (link.subject != here, link.predicate)))
        yield Hop(Named(here, names[here]), Named(there, names[there]), ordered, ())


def _told(hop: Hop, names: dict[Iri, str], words: dict[Iri, str]) -> Hop:
    sentences = tuple(f"{names[link.subject]}: {words[link.predicate]} {names[link.object]}." for link in hop.links)
    return Hop(hop.start, hop.end, hop.links, sentences)
