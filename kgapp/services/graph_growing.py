"""Growing a graph: what the next neighbours are, which first, and what must be known to draw them with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import neighbourhood
from kgapp.services.graph_state import GraphState
from kgapp.services.neighbourhood import Page, Step, Surroundings
from kgapp.services.ports import RecordReader

NEXT: Final = 24
"""So many neighbours by one link type are shown at once; the others are one card, "+93 more"."""
FIRST: Final = 12
"""A link type with more neighbours than these is not followed by itself when a graph is opened."""
AT_START: Final = 28
"""So many things a graph begins with at most."""
_TELLING: Final = frozenset({KG.hasCause, KG.hasEffect, KG.hasFactor, KG.partOf, KG.precedes, KG.concerns})
"""Links that tell most of a process; they come first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Neighbours of a thing by a link type, at most so many."""

    origin: Iri
    step: Step
    limit: int = NEXT


@dataclass(frozen=True, slots=True)
class Grown:
    """What was found for each wish, and what is around everything then."""

    pages: tuple[tuple[Wish, Page], ...]
    around: Surroundings


def grow(reader: RecordReader, state: GraphState, wishes: tuple[Wish, ...], room: int) -> Grown:
    """The next neighbours that a graph does not have yet, at most ``room`` in all."""
    known = set(state.things)
    pages: list[tuple[Wish, Page]] = []
    for wish in wishes:
        limit = max(0, min(wish.limit, room))
        page = neighbourhood.page(reader, wish.origin, wish.step, limit, known)
        pages.append((wish, page))
        new = {thing.iri for thing in page.neighbours}
        known |= new
        room -= len(new)
    rests = [(rest.origin, rest.step) for rest in state.rests] + [(wish.origin, wish.step) for wish in wishes]
    return Grown(
        tuple(pages), neighbourhood.surroundings(reader, [*state.things, *sorted(known - set(state.things))], rests)
    )


def first(reader: RecordReader, state: GraphState) -> Grown:
    """What a graph begins with: the neighbours by every link type that has few, as long as they stay easy to survey."""
    wanted: list[Wish] = []
    room = AT_START
    for origin in state.things:
        found = neighbourhood.branches(reader, origin)
        for branch in sorted(found, key=lambda one: (one.step.predicate not in _TELLING, one.count, one.label)):
            if branch.count <= min(FIRST, room):
                wanted.append(Wish(origin, branch.step))
                room -= branch.count
    return grow(reader, state, tuple(wanted), AT_START)


def only(reader: RecordReader, state: GraphState) -> Grown:
    """What a graph that begins with exactly these things must know."""
    return grow(reader, state, (), 0)


def wishes(reader: RecordReader, things: tuple[Iri, ...]) -> tuple[Wish, ...]:
    """To expand things by every link type that has few neighbours."""
    return tuple(
        Wish(thing, branch.step)
        for thing in things
        for branch in neighbourhood.branches(reader, thing)
        if branch.count <= FIRST
    )


def everything(reader: RecordReader, state: GraphState) -> Surroundings:
    """What is recorded now around all that a graph holds."""
    return neighbourhood.surroundings(reader, state.things, [(rest.origin, rest.step) for rest in state.rests])
