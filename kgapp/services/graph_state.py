"""What a drawn graph shows, as one value: things with their places, what is hidden, filtered, folded and pinned.

Every operation makes a new value, so that each can be taken back. Places are in lengths of the drawings at 100 %, of
the middle of a card. Adding moves nothing that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.services.neighbourhood import Step

MOST_KEPT: Final = 1_000
"""A graph holds at most so many things, drawn or hidden."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing and its place. ``origin`` is the thing it was expanded from; one that is ``stopped`` is not expanded."""

    iri: Iri
    x: float
    y: float
    origin: Iri | None = None
    pinned: bool = False
    stopped: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """The neighbours by one link type that are not named yet: "+93 more"."""

    origin: Iri
    step: Step
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class GraphState:
    """Everything that saving a view keeps. Kinds are named as their classes are labelled."""

    placed: tuple[Placed, ...] = ()
    rests: tuple[Rest, ...] = ()
    hidden_kinds: frozenset[str] = frozenset()
    hidden_links: frozenset[Iri] = frozenset()
    folded: frozenset[str] = frozenset()

    @property
    def things(self) -> tuple[Iri, ...]:
        """All things, drawn or hidden."""
        return tuple(one.iri for one in self.placed)

    def has(self, thing: Iri) -> bool:
        """Whether a thing is in the graph, drawn or hidden."""
        return any(one.iri == thing for one in self.placed)

    def of(self, thing: Iri) -> Placed | None:
        """A thing with its place."""
        return next((one for one in self.placed if one.iri == thing), None)

    def added(self, new: Iterable[Placed], rests: Iterable[Rest] = ()) -> GraphState:
        """With more things and rests; what is there stays as it is, and a new rest replaces the one it continues."""
        known = set(self.things)
        more = tuple(one for one in new if one.iri not in known)
        fresh = {(rest.origin, rest.step): rest for rest in rests}
        kept = tuple(rest for rest in self.rests if (rest.origin, rest.step) not in fresh)
        return replace(self, placed=self.placed + more, rests=kept + tuple(fresh.values()))

    def without_rest(self, origin: Iri, step: Step) -> GraphState:
        """Without the rest of a link type, when everything is named."""
        return replace(self, rests=tuple(rest for rest in self.rests if (rest.origin, rest.step) != (origin, step)))

    def removed(self, things: Collection[Iri]) -> GraphState:
        """Without some things and their rests."""
        return replace(
            self,
            placed=tuple(one for one in self.placed if one.iri not in things),
            rests=tuple(rest for rest in self.rests if rest.origin not in things),
        )

    def hiding(self, things: Collection[Iri], *, hidden: bool = True) -> GraphState:
        """With some things hidden, or shown again."""
        return self._each(things, lambda one: replace(one, hidden=hidden))

    def pinning(self, things: Collection[Iri], *, pinned: bool) -> GraphState:
        """With some things held in their places when the graph is arranged, or let go."""
        return self._each(things, lambda one: replace(one, pinned=pinned))

    def stopping(self, things: Collection[Iri], *, stopped: bool) -> GraphState:
        """With some things that are not expanded, or are again."""
        return self._each(things, lambda one: replace(one, stopped=stopped))

    def moved(self, places: Mapping[Iri, Place], rests: Mapping[tuple[Iri, Step], Place] | None = None) -> GraphState:
        """With some things, and rests, at other places."""
        to = rests or {}
        return replace(
            self,
            placed=tuple(
                replace(one, x=places[one.iri][0], y=places[one.iri][1]) if one.iri in places else one
                for one in self.placed
            ),
            rests=tuple(
                replace(rest, x=to[rest.origin, rest.step][0], y=to[rest.origin, rest.step][1])
                if (rest.origin, rest.step) in to
                else rest
                for rest in self.rests
            ),
        )

    def collapsed(self, things: Collection[Iri]) -> GraphState:
        """Without what was expanded from some things, but for what is pinned and what that was reached through."""
        brought = self._brought(things)
        origins = {one.iri: one.origin for one in self.placed}
        kept: set[Iri] = set()
        for one in self.placed:
            at: Iri | None = one.iri if one.pinned and one.iri in brought else None
            while at is not None and at in brought and at not in kept:
                kept.add(at)
                at = origins.get(at)
        slim = self.removed(brought - kept)
        return replace(slim, rests=tuple(rest for rest in slim.rests if rest.origin not in things))

    def filtering_kind(self, kind: str) -> GraphState:
        """With a kind hidden, or shown again."""
        return replace(self, hidden_kinds=self.hidden_kinds ^ {kind})

    def filtering_link(self, predicate: Iri) -> GraphState:
        """With a link type hidden, or shown again."""
        return replace(self, hidden_links=self.hidden_links ^ {predicate})

    def folding(self, kind: str) -> GraphState:
        """With the things of a kind as one card, or each for itself again."""
        return replace(self, folded=self.folded ^ {kind})

    def _brought(self, things: Collection[Iri]) -> set[Iri]:
        brought: set[Iri] = set()
        more = True
        while more:
            found = {
                one.iri
                for one in self.placed
                if one.iri not in brought and one.iri not in things and one.origin in brought | set(things)
            }
            brought |= found
            more = bool(found)
        return brought

    def _each(self, things: Collection[Iri], change: Callable[[Placed], Placed]) -> GraphState:
        return replace(self, placed=tuple(change(one) if one.iri in things else one for one in self.placed))
