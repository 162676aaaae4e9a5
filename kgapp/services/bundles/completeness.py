"""Things that would go without what their class cannot be without: they stay, and what needs them stays with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kgapp.domain.vocabulary import RDF
from kgapp.services.bundles import rules
from kgapp.services.bundles.canonical_names import Row

_TYPE: Final = rules.written(RDF.type)


def incomplete(kept: Iterable[Row]) -> frozenset[bytes]:
    """The things, as written, that lack a value of a property that a shape asks for; judged by these statements alone."""
    needed = rules.needed()
    paths = frozenset().union(*needed.values())
    wants: dict[bytes, set[bytes]] = defaultdict(set)
    values: dict[tuple[bytes, bytes], set[bytes]] = defaultdict(set)
    users: dict[bytes, list[tuple[bytes, bytes]]] = defaultdict(list)
    for subject, predicate, value, _ in kept:
        if predicate == _TYPE:
            wants[subject] |= needed.get(value, frozenset())
        elif predicate in paths:
            values[subject, predicate].add(value)
            users[value].append((subject, predicate))
    lacking = {thing for thing, asked in wants.items() if any((thing, path) not in values for path in asked)}
    found: set[bytes] = set()
    while lacking:
        found |= lacking
        after: set[bytes] = set()
        for thing in lacking:
            for user, path in users[thing]:
                left = values[user, path]
                left.discard(thing)
                if not left and path in wants[user]:
                    after.add(user)
        lacking = after - found
    return frozenset(found)
