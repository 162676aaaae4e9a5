"""Names for what has none of its own, made of nothing but what is said of it and goes along.

A blank node of an imported file is named after the digest of that file and its place in it: both tell of what else the file
held. Here the names come from the statements themselves: nodes that are linked form a group, each group has one canonical
form (colours refined by neighbours, and where that leaves a choice, the least of all outcomes), and the form names its nodes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from kgapp.domain.errors import BadInput

Row = tuple[bytes, bytes, bytes, bytes]
"""Subject, predicate, object and graph of a statement, as they are written in N-Quads."""

_MOST_TRIES: Final = 400
_Colours = dict[bytes, bytes]


def names(rows: Iterable[Row], nodes: Set[bytes]) -> Mapping[bytes, str]:
    """A name for each node that the rows speak of: the same whatever the nodes were called, and in whatever order.

    Raises ``BadInput`` for a group so regular that its one form takes too long to find.
    """
    touching: dict[bytes, list[Row]] = defaultdict(list)
    for row in rows:
        for node in {row[0], row[2]} & nodes:
            touching[node].append(row)
    forms: dict[bytes, list[list[bytes]]] = defaultdict(list)
    for group in _groups(touching, nodes):
        form, order = _canonical(_Group(tuple(group), touching))
        forms[form].append(order)
    found: dict[bytes, str] = {}
    for form, copies in forms.items():
        stem = hashlib.sha256(form).hexdigest()[:24]
        for number, order in enumerate(copies):  # copies are alike in all that is said of them: any order is the same
            found |= {node: f"{stem}-{number}-{place}" for place, node in enumerate(order)}
    return found


@dataclass(frozen=True, slots=True)
class _Group:
    """Nodes that are linked with each other, and the rows about each."""

    nodes: tuple[bytes, ...]
    touching: Mapping[bytes, Sequence[Row]]
    tries: list[int] = field(default_factory=lambda: [0])

    def rows(self) -> set[Row]:
        return {row for node in self.nodes for row in self.touching[node]}


def _groups(touching: Mapping[bytes, Sequence[Row]], nodes: Set[bytes]) -> Iterable[list[bytes]]:
    left = set(touching)
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            node = waiting.pop()
            group.append(node)
            near = {end for row in touching[node] for end in (row[0], row[2])} & nodes & left
            left -= near
            waiting += near
        yield group


def _canonical(group: _Group) -> tuple[bytes, list[bytes]]:
    """The least form that any naming gives, and the nodes in its order."""
    return _least(group, _refined(group, dict.fromkeys(group.nodes, b"")))


def _least(group: _Group, colours: _Colours) -> tuple[bytes, list[bytes]]:
    alike = _first_alike(colours)
    if not alike:
        order = sorted(group.nodes, key=colours.__getitem__)
        return _form(group, order), order
    best: tuple[bytes, list[bytes]] | None = None
    for node in alike[:1] if _are_twins(group, alike) else alike:
        group.tries[0] += 1
        if group.tries[0] > _MOST_TRIES:
            raise BadInput(
                "Things without names of their own are linked so evenly that no names can be found for them.",
                hint="Give these things names of their own (IRIs), or leave out the graph they are in.",
            )
        found = _least(group, _refined(group, {**colours, node: _hash(b"chosen", colours[node])}))
        if best is None or found[0] < best[0]:
            best = found
    assert best is not None, "there are at least two alike"
    return best


def _first_alike(colours: _Colours) -> list[bytes]:
    """The nodes of the least colour that several have; none when every node has its own."""
    by_colour: dict[bytes, list[bytes]] = defaultdict(list)
    for node, colour in colours.items():
        by_colour[colour].append(node)
    several = [colour for colour, nodes in by_colour.items() if len(nodes) > 1]
    return by_colour[min(several)] if several else []


def _are_twins(group: _Group, alike: Sequence[bytes]) -> bool:
    """Whether the very same is said of all of these: then it does not matter which comes first."""
    said = {frozenset(_row(row, node, {}) for row in group.touching[node]) for node in alike}
    return len(said) == 1


def _refined(group: _Group, colours: _Colours) -> _Colours:
    """Colours that tell apart what its neighbours tell apart."""
    while True:
        finer = {node: _seen(node, group.touching[node], colours) for node in group.nodes}
        if len(set(finer.values())) == len(set(colours.values())):
            return finer
        colours = finer


def _seen(node: bytes, rows: Sequence[Row], colours: _Colours) -> bytes:
    return _hash(colours[node], *sorted(_row(row, node, colours) for row in rows))


def _row(row: Row, node: bytes, colours: Mapping[bytes, bytes]) -> bytes:
    ends = (b"this" if end == node else b"~" + colours[end] if end in colours else end for end in (row[0], row[2]))
    return b" ".join((*ends, row[1], row[3]))


def _form(group: _Group, order: Sequence[bytes]) -> bytes:
    places = {node: b"_:%d" % place for place, node in enumerate(order)}
    lines = (
        b" ".join((places.get(row[0], row[0]), row[1], places.get(row[2], row[2]), row[3])) for row in group.rows()
    )
    return b"\n".join(sorted(lines))


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"\n".join(parts)).hexdigest().encode()
