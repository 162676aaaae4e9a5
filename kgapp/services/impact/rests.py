"""What an item rests on: the judgements that carry it, how few they are, and how many ways lead to it.

Only judgements can be taken away; recorded facts cannot. A judgement that is used at several sites is one judgement.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import SmallestSize
from kgapp.domain.terms import Iri
from kgapp.services.impact.paths import Allows, Known, Tree, at_least, path, search, without
from kgapp.services.impact.reached import Edge, Reached

NO_JUDGEMENTS: frozenset[Iri] = frozenset()
_SIZES = (SmallestSize.ONE, SmallestSize.TWO, SmallestSize.THREE)


class LoadBearing:
    """For each wanted state reached at a grade, the judgements without which no path of that grade leads to it."""

    def __init__(self, reached: Reached, grade: Grade, wanted: Iterable[int], found: tuple[Tree, Known]) -> None:
        """``found`` is what a search at the grade on any evidence reached, with the paths known so far."""
        self._reached = reached
        self._allows = at_least(grade, Evidence.UNKNOWN)
        self._tree, self._known = found
        self._entering: dict[int, list[Edge]] = defaultdict(list)
        for state in self._tree:
            for edge in reached.leaving[state]:
                if self._allows(edge.link):
                    self._entering[edge.target].append(edge)
        self._below: dict[int, list[int]] = defaultdict(list)
        by_judgement: dict[Iri, list[int]] = defaultdict(list)
        for state, entered in self._tree.items():
            if entered is not None:
                self._below[entered.source].append(state)
                if entered.link.via is not None:
                    by_judgement[entered.link.via].append(state)
        straight, tangled = self._apart(wanted)
        self._carried: dict[int, set[Iri]] = defaultdict(set)
        for judgement in sorted(self._on_the_way(straight)):
            for state in self._lost(judgement, by_judgement[judgement]):
                self._carried[state].add(judgement)
        self._carried.update(self._carrying(tangled))

    def of(self, states: Iterable[int]) -> frozenset[Iri]:
        """The judgements without which none of these states is reached at the grade."""
        led_to = (state for state in states if state in self._tree and state not in self._only_walked_to)
        reached = [frozenset(self._carried[state]) for state in led_to]
        return frozenset.intersection(*reached) if reached else NO_JUDGEMENTS

    def _apart(self, wanted: Iterable[int]) -> tuple[list[int], dict[int, tuple[Edge, ...]]]:
        """The states to which the search went by a path, and those to which another path leads than the walk it took.

        States to which no path leads, only a walk that visits an entity twice, are kept apart.
        """
        straight: list[int] = []
        tangled: dict[int, tuple[Edge, ...]] = {}
        self._only_walked_to: set[int] = set()
        for state in wanted:
            if state not in self._tree:
                continue
            found = path(self._reached, self._tree, state, self._allows, self._known)
            if found is None:
                self._only_walked_to.add(state)
            elif self._is_walk(found):
                straight.append(state)
            else:
                tangled[state] = found
        return straight, tangled

    def _is_walk(self, found: tuple[Edge, ...]) -> bool:
        """Whether a path is the walk that the search took."""
        return all(self._tree[edge.target] is edge for edge in found)

    def _carrying(self, tangled: dict[int, tuple[Edge, ...]]) -> dict[int, set[Iri]]:
        """The judgements without which no path leads to each of these states, tried one by one."""
        trees: dict[Iri, Tree] = {}
        found: dict[int, set[Iri]] = {}
        for state, edges in tangled.items():
            found[state] = set()
            for judgement in {edge.link.via for edge in edges if edge.link.via is not None}:
                allows = without(self._allows, frozenset({judgement}))
                if judgement not in trees:
                    trees[judgement] = search(self._reached, allows)
                if path(self._reached, trees[judgement], state, allows) is None:
                    found[state].add(judgement)
        return found

    def _on_the_way(self, wanted: Iterable[int]) -> set[Iri]:
        """The judgements on the walks to the wanted states: no other can carry them."""
        seen: set[int] = set()
        found: set[Iri] = set()
        for state in wanted:
            here = state
            while here in self._tree and here not in seen:
                seen.add(here)
                edge = self._tree[here]
                if edge is None:
                    break
                if edge.link.via is not None:
                    found.add(edge.link.via)
                here = edge.source
        return found

    def _lost(self, judgement: Iri, roots: list[int]) -> Iterable[int]:
        """The states that no path reaches once a judgement is taken away: those below it, but for what others lead to."""
        below = set(roots)
        waiting = list(roots)
        while waiting:
            children = self._below[waiting.pop()]
            below.update(children)
            waiting.extend(children)
        found = self._reached_otherwise(judgement, below)
        allows = without(self._allows, frozenset({judgement}))
        return [state for state in below if state not in found or path(self._reached, found, state, allows) is None]

    def _reached_otherwise(self, judgement: Iri, below: set[int]) -> Tree:
        found: Tree = {}
        queue: deque[int] = deque()
        for state in sorted(below):
            for edge in self._entering[state]:
                if edge.source not in below and edge.link.via != judgement:
                    found[state] = edge
                    queue.append(state)
                    break
        while queue:
            for edge in self._reached.leaving[queue.popleft()]:
                if (
                    edge.target in below
                    and edge.target not in found
                    and edge.link.via != judgement
                    and self._allows(edge.link)
                ):
                    found[edge.target] = edge
                    queue.append(edge.target)
        return _Joined(found, self._tree)


class _Joined(dict[int, Edge | None]):
    """A repaired part of a tree that continues in the rest of it."""

    def __init__(self, repaired: Tree, rest: Tree) -> None:
        super().__init__(repaired)
        self._rest = rest

    def __missing__(self, state: int) -> Edge | None:
        return self._rest[state]


def smallest(reached: Reached, states: tuple[int, ...], grade: Grade) -> tuple[SmallestSize, frozenset[Iri]]:
    """The smallest number of judgements, up to three, without which none of the states is reached at the grade.

    For what is reached by recorded facts alone there is no such number: ask only for the rest.
    """
    allows = at_least(grade, Evidence.UNKNOWN)
    for size in (1, 2, 3):
        found = _cut(reached, states, allows, NO_JUDGEMENTS, size)
        if found is not None:
            return _SIZES[len(found) - 1], found
    return SmallestSize.MORE, NO_JUDGEMENTS


def _cut(
    reached: Reached, states: tuple[int, ...], allows: Allows, taken: frozenset[Iri], more: int
) -> frozenset[Iri] | None:
    """``taken`` and at most ``more`` further judgements without which no path is left; ``None`` when that is too few."""
    witness = first_path(reached, states, without(allows, taken))
    if witness is None:
        return taken
    if more == 0:
        return None
    for judgement in [edge.link.via for edge in witness if edge.link.via is not None]:
        found = _cut(reached, states, allows, taken | {judgement}, more - 1)
        if found is not None:
            return found
    return None


def first_path(reached: Reached, states: tuple[int, ...], allows: Allows) -> tuple[Edge, ...] | None:
    """A path to the first of the states that one leads to."""
    tree = search(reached, allows)
    for state in states:
        found = path(reached, tree, state, allows)
        if found is not None:
            return found
    return None


def link_disjoint(reached: Reached, states: tuple[int, ...], grade: Grade) -> int:
    """How many paths of the grade share no link: at least so many.

    The flow that networkx finds could use an entity twice where one is reached in several states; there, paths are taken
    one by one instead.
    """
    allows = at_least(grade, Evidence.UNKNOWN)
    flows = _by_flow(reached, states, allows)
    return max(flows, _one_by_one(reached, states, allows))


def _by_flow(reached: Reached, states: tuple[int, ...], allows: Allows) -> int:
    import networkx as nx  # loaded when first asked for: it takes longer to load than a whole analysis

    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_edges_from(("start", start) for start in reached.starts)
    graph.add_edges_from((state, "end") for state in states)
    tree = search(reached, allows)
    for state in tree:
        for edge in reached.leaving[state]:
            if allows(edge.link):
                key = _key(edge)
                graph.add_edge(edge.source, ("in", key), capacity=1)
                graph.add_edge(("in", key), ("out", key), capacity=1)
                graph.add_edge(("out", key), edge.target, capacity=1)
    if len({reached.states[state].entity for state in tree}) != len(tree):
        return 0
    return int(nx.maximum_flow_value(graph, "start", "end")) if "end" in graph else 0


def _one_by_one(reached: Reached, states: tuple[int, ...], allows: Allows) -> int:
    return len(_disjoint(reached, states, allows, ()))


def others(
    reached: Reached, states: tuple[int, ...], grade: Grade, witness: tuple[Edge, ...]
) -> tuple[tuple[Edge, ...], ...]:
    """Further paths of the grade that share no link with the witness or with each other."""
    return _disjoint(reached, states, at_least(grade, Evidence.UNKNOWN), witness)


def _disjoint(
    reached: Reached, states: tuple[int, ...], allows: Allows, witness: tuple[Edge, ...]
) -> tuple[tuple[Edge, ...], ...]:
    taken = {_key(edge) for edge in witness}
    listed: list[tuple[Edge, ...]] = []
    while True:
        found = first_path(
            reached,
            states,
            lambda link: (link.source, link.rule.iri, link.via, link.target) not in taken and allows(link),
        )
        if not found:
            return tuple(listed)
        taken.update(_key(edge) for edge in found)
        listed.append(found)


def _key(edge: Edge) -> tuple[Iri, Iri, Iri | None, Iri]:
    return edge.link.source, edge.link.rule.iri, edge.link.via, edge.link.target
