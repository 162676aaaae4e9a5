"""Paths through what was reached: the best ones, as strong as their weakest link.

A path visits no entity twice. A breadth-first search may find a walk that does; then a path is searched that
does not, up to a limit beyond which the walk stands: too much is reported rather than too little.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.terms import Iri
from kgapp.services.impact.reached import Edge, Link, Reached

Allows = Callable[[Link], bool]
Tree = dict[int, Edge | None]
"""For each state that a search reached, the edge it was entered by; ``None`` for a start."""

Known = dict[int, tuple[Edge, ...] | None]
"""The paths found in one tree."""

SEARCH_LIMIT: Final = 200
"""Branchings of the search for a simple path before the walk is taken instead."""


def at_least(grade: Grade, evidence: Evidence) -> Allows:
    """Lets pass what is this strong on this evidence; unknown strength counts as high."""
    return lambda link: (link.strength is None or link.strength >= grade) and link.evidence >= evidence


def surely(grade: Grade) -> Allows:
    """Lets pass what is recorded to be this strong; unknown strength counts as none."""
    return lambda link: link.strength is not None and link.strength >= grade


def all_of(*conditions: Allows) -> Allows:
    """Lets pass what all conditions let pass."""
    return lambda link: all(allows(link) for allows in conditions)


def without(allows: Allows, judgements: frozenset[Iri]) -> Allows:
    """The same, but for some judgements."""
    return lambda link: link.via not in judgements and allows(link)


def search(
    reached: Reached, allows: Allows, avoided: frozenset[int] = frozenset(), begins: Iterable[int] | None = None
) -> Tree:
    """Everything that allowed links lead to without the avoided states, each with the edge of a shortest walk.

    ``begins`` are the starts it begins from: all, unless told.
    """
    starts = reached.starts if begins is None else begins
    tree: Tree = dict.fromkeys(start for start in starts if start not in avoided)
    waiting = deque(tree)
    while waiting:
        for edge in reached.leaving[waiting.popleft()]:
            if edge.target not in tree and edge.target not in avoided and allows(edge.link):
                tree[edge.target] = edge
                waiting.append(edge.target)
    return tree


def path(
    reached: Reached, tree: Tree, state: int, allows: Allows, known: Known | None = None
) -> tuple[Edge, ...] | None:
    """A path to a state, or ``None`` when there is none that visits no entity twice.

    ``known`` keeps what was found in this tree, so that a path is made once and continued from there.
    """
    if state not in tree:
        return None
    known = {} if known is None else known
    ahead: list[Edge] = []
    edge = tree[state]
    while edge is not None and edge.target not in known:
        ahead.append(edge)
        edge = tree[edge.source]
    found = known[edge.target] if edge is not None else ()
    for edge in reversed(ahead):
        found = known[edge.target] = _continued(reached, tree, allows, found, edge)
    return found


def _continued(
    reached: Reached, tree: Tree, allows: Allows, before: tuple[Edge, ...] | None, edge: Edge
) -> tuple[Edge, ...] | None:
    if before is not None:
        entity = reached.states[edge.target].entity
        first = (before[0] if before else edge).source
        if reached.states[first].entity != entity and not any(
            reached.states[each.target].entity == entity for each in before
        ):
            return (*before, edge)
    walked = walk(tree, edge.target)
    return walked if is_simple(reached, walked) else _simple(reached, edge.target, allows, walked)


def walk(tree: Tree, state: int) -> tuple[Edge, ...]:
    """The edges that a search took to a state."""
    edges = []
    edge = tree[state]
    while edge is not None:
        edges.append(edge)
        edge = tree[edge.source]
    return tuple(reversed(edges))


def is_simple(reached: Reached, edges: Sequence[Edge]) -> bool:
    """Whether no entity is visited twice."""
    visited = [reached.states[state].entity for state in visits(edges)]
    return len(set(visited)) == len(visited)


def visits(edges: Sequence[Edge]) -> tuple[int, ...]:
    """The states of a walk, where it starts included."""
    return (*(edge.source for edge in edges[:1]), *(edge.target for edge in edges))


def _simple(reached: Reached, state: int, allows: Allows, otherwise: tuple[Edge, ...]) -> tuple[Edge, ...] | None:
    """A simple path by branching on what a walk repeats; ``otherwise`` when that would take too long.

    A walk that visits an entity in two states is given up for two searches: a simple path avoids one state or the other.
    """
    waiting: list[tuple[frozenset[int], tuple[Edge, ...]]] = [(frozenset(), otherwise)]
    for _ in range(SEARCH_LIMIT):
        if not waiting:
            return None
        avoided, walked = waiting.pop()
        for repeated in _repeated(reached, walked):
            if repeated == state:
                continue
            tree = search(reached, allows, avoided | {repeated})
            if state not in tree:
                continue
            found = walk(tree, state)
            if is_simple(reached, found):
                return found
            waiting.append((avoided | {repeated}, found))
    return otherwise


def _repeated(reached: Reached, edges: Sequence[Edge]) -> tuple[int, ...]:
    """Two states of a walk that are of the same entity."""
    seen: dict[Iri, int] = {}
    for state in visits(edges):
        entity = reached.states[state].entity
        if entity in seen:
            return seen[entity], state
        seen[entity] = state
    return ()
