"""Finds items on which two paths act in opposite directions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from kgapp.services.impact.reached import Edge, Reached

SEARCH_LIMIT: Final = 20_000
"""Steps of the search for a simple path of a direction before there is taken to be one."""


class Signs:
    """For each state, the directions in which simple paths act on it: +1, -1, or both.

    A link of unknown or changing direction tells no direction; recorded facts keep it.
    """

    def __init__(self, reached: Reached) -> None:
        self._reached = reached

    def oppose(self, states: Iterable[int]) -> bool:
        """Whether one path raises and another lowers what these states are of."""
        return {1, -1} <= {sign for state in states for sign in (1, -1) if self._acts(state, sign)}

    @cached_property
    def _tree(self) -> dict[tuple[int, int], tuple[tuple[int, int], Edge] | None]:
        begin = [(start, 1) for start in self._reached.starts]
        tree: dict[tuple[int, int], tuple[tuple[int, int], Edge] | None] = dict.fromkeys(begin)
        waiting = deque(begin)
        while waiting:
            state, sign = here = waiting.popleft()
            for edge in self._reached.leaving[state]:
                there = (edge.target, sign * edge.link.sign)
                if edge.link.sign and there not in tree:
                    tree[there] = (here, edge)
                    waiting.append(there)
        return tree

    def _acts(self, state: int, sign: int) -> bool:
        if (state, sign) not in self._tree:
            return False
        entities = {self._reached.start}
        entered = self._tree[state, sign]
        hops = 0
        while entered is not None:
            before, edge = entered
            entities.add(self._reached.states[edge.target].entity)
            hops += 1
            entered = self._tree[before]
        return len(entities) == hops + 1 or self._by_trying(state, sign)

    def _by_trying(self, wanted: int, wanted_sign: int) -> bool:
        """Try all simple paths; taken for true when that would take too long."""
        steps = 0
        signs, trail = [1], [self._reached.start]
        waiting = [iter([edge for start in self._reached.starts for edge in self._reached.leaving[start]])]
        while waiting:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                signs.pop()
                trail.pop()
                continue
            entity, sign = self._reached.states[edge.target].entity, signs[-1] * edge.link.sign
            if not sign or entity in trail:
                continue
            if (edge.target, sign) == (wanted, wanted_sign):
                return True
            steps += 1
            if steps > SEARCH_LIMIT:
                return True
            signs.append(sign)
            trail.append(entity)
            waiting.append(iter(self._reached.leaving[edge.target]))
        return False
