"""Finds items on which two paths act in opposite directions."""

from __future__ import annotations

from collections import defaultdict, deque
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

    A link of unknown or changing direction tells no direction; recorded facts keep it. ``begins`` are the starts with the
    direction in which each moves.
    """

    def __init__(self, reached: Reached, begins: Iterable[tuple[int, int]]) -> None:
        self._reached = reached
        self._begins = tuple(_Node(start, sign) for start, sign in begins)

    def oppose(self, states: Iterable[int]) -> bool:
        """Whether one path raises and another lowers what these states are of."""
        listed = tuple(states)
        return all(any(self._acts(_Node(state, sign)) for state in listed) for sign in (1, -1))

    @cached_property
    def _tree(self) -> _Tree:
        return self._search(_NOTHING)

    def _search(self, avoided: frozenset[_Node], within: frozenset[int] | None = None) -> _Tree:
        tree: _Tree = dict.fromkeys(each for each in self._begins if each not in avoided)
        waiting = deque(tree)
        while waiting:
            here = waiting.popleft()
            for edge in self._reached.leaving[here.state]:
                there = _Node(edge.target, here.sign * edge.link.sign)
                if not there.sign or there in tree or there in avoided:
                    continue
                if within is None or there.state in within:
                    tree[there] = here
                    waiting.append(there)
        return tree

    @cached_property
    def _entering(self) -> dict[int, list[int]]:
        entering: dict[int, list[int]] = defaultdict(list)
        for edges in self._reached.leaving:
            for edge in edges:
                if edge.link.sign:
                    entering[edge.target].append(edge.source)
        return entering

    def _before(self, state: int) -> frozenset[int]:
        """The states from which a state can be reached, itself included."""
        found = {state}
        waiting = [state]
        while waiting:
            for source in self._entering[waiting.pop()]:
                if source not in found:
                    found.add(source)
                    waiting.append(source)
        return frozenset(found)

    def _acts(self, wanted: _Node) -> bool:
        """Whether a simple path acts so: a walk that repeats an entity is given up for walks without one of its two visits."""
        if wanted not in self._tree:
            return False
        if not self._repeated(self._tree, wanted):
            return True
        before = self._before(wanted.state)
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
                (more, self._search(more, before))
                for more in (avoided | {each} for each in repeated)
                if wanted not in more
            ]
        return True

    def _repeated(self, tree: _Tree, wanted: _Node) -> tuple[_Node, ...]:
        seen: dict[Iri, _Node] = {}
        here: _Node | None = wanted
        while here is not None:
            entity = self._reached.states[here.state].entity
            if entity in seen:
                return seen[entity], here
            seen[entity] = here
            here = tree[here]
        return ()
