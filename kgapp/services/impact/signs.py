"""Finds items on which two paths act in opposite directions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

from kgapp.domain.terms import Iri
from kgapp.services.impact.reached import Reached

SEARCH_LIMIT: Final = 200
"""Branchings of the search for a simple path of a direction before there is taken to be one."""


class _Node(NamedTuple):
    """A state and the direction in which a path acts on it: +1 or -1."""

    state: int
    sign: int


_Tree = dict[_Node, _Node | None]
_NOTHING: Final[frozenset[_Node]] = frozenset()


class Signs:
    """For each state, the directions in which paths that visit no entity twice act on it.

    A link of unknown or changing direction tells no direction; recorded facts keep it.
    """

    def __init__(self, reached: Reached) -> None:
        self._reached = reached

    def oppose(self, states: Iterable[int]) -> bool:
        """Whether one path raises and another lowers what these states are of."""
        listed = tuple(states)
        return all(any(self._acts(_Node(state, sign)) for state in listed) for sign in (1, -1))

    @cached_property
    def _tree(self) -> _Tree:
        return self._search(_NOTHING, None)

    def _search(self, avoided: frozenset[_Node], wanted: _Node | None) -> _Tree:
        begin = [_Node(start, 1) for start in self._reached.starts]
        tree: _Tree = dict.fromkeys(begin)
        waiting = deque(begin)
        while waiting:
            here = waiting.popleft()
            for edge in self._reached.leaving[here.state]:
                there = _Node(edge.target, here.sign * edge.link.sign)
                if there.sign and there not in tree and there not in avoided:
                    tree[there] = here
                    if there == wanted:
                        return tree
                    waiting.append(there)
        return tree

    def _acts(self, wanted: _Node) -> bool:
        """Whether a simple path acts so: a walk that repeats an entity is given up for walks without one of its two visits."""
        open_: list[tuple[frozenset[_Node], _Tree]] = [(_NOTHING, self._tree)]
        for _ in range(SEARCH_LIMIT):
            if not open_:
                return False
            avoided, tree = open_.pop()
            if wanted not in tree:
                continue
            repeated = self._repeated(tree, wanted)
            if not repeated:
                return True
            open_ += [
                (more, self._search(more, wanted))
                for more in (avoided | {each} for each in repeated)
                if wanted not in more
            ]
        return True

    def _repeated(self, tree: _Tree, wanted: _Node) -> tuple[_Node, ...]:
        seen: dict[Iri, _Node] = {}
        here: _Node | None = wanted
        while here is not None and tree[here] is not None:
            entity = self._reached.states[here.state].entity
            if entity in seen:
                return seen[entity], here
            seen[entity] = here
            here = tree[here]
        return ()
