"""Paths through what was reached: the best ones, as strong as their weakest link.

A path visits no entity twice. A breadth-first search may find a walk that does; then all simple paths are searched, up
to a limit of steps beyond which the walk stands: too much is reported rather than too little.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.terms import Iri
from kgapp.services.impact.reached import Edge, Link, Reached

Allows = Callable[[Link], bool]
Tree = dict[int, Edge | None]
"""For each state that a search reached, the edge it was entered by; ``None`` for a start."""

SEARCH_LIMIT: Final = 20_000
"""Steps of the search for a simple path before the walk is taken instead."""


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


def search(reached: Reached, allows: Allows) -> Tree:
    """Everything that allowed links lead to, each with the edge of a walk with the fewest hops."""
    tree: Tree = dict.fromkeys(reached.starts)
    waiting = deque(reached.starts)
    while waiting:
        for edge in reached.leaving[waiting.popleft()]:
            if edge.target not in tree and allows(edge.link):
                tree[edge.target] = edge
                waiting.append(edge.target)
    return tree


def path(reached: Reached, tree: Tree, state: int, allows: Allows) -> tuple[Edge, ...] | None:
    """A path to a state, or ``None`` when there is none that visits no entity twice."""
    if state not in tree:
        return None
    found = walk(tree, state)
    return found if is_simple(reached, found) else _simple(reached, state, allows, found)


def walk(tree: Tree, state: int) -> tuple[Edge, ...]:
    """The edges that a search took to a state."""
    edges = []
    edge = tree[state]
    while edge is not None:
        edges.append(edge)
        edge = tree[edge.source]
    return tuple(reversed(edges))


def is_simple(reached: Reached, edges: Iterable[Edge]) -> bool:
    """Whether no entity is visited twice."""
    visited = [reached.start, *(reached.states[edge.target].entity for edge in edges)]
    return len(set(visited)) == len(visited)


def _simple(reached: Reached, state: int, allows: Allows, otherwise: tuple[Edge, ...]) -> tuple[Edge, ...] | None:
    """A simple path by trying all; ``otherwise`` when that would take too long."""
    steps = 0
    trail: list[Edge] = []
    visited = {reached.start}
    waiting = [iter([edge for start in reached.starts for edge in reached.leaving[start]])]
    while waiting:
        edge = next(waiting[-1], None)
        if edge is None:
            waiting.pop()
            if trail:
                visited.discard(reached.states[trail.pop().target].entity)
            continue
        entity = reached.states[edge.target].entity
        if entity in visited or not allows(edge.link):
            continue
        if edge.target == state:
            return (*trail, edge)
        steps += 1
        if steps > SEARCH_LIMIT:
            return otherwise
        trail.append(edge)
        visited.add(entity)
        waiting.append(iter(reached.leaving[edge.target]))
    return None
