"""Things that would go without what their class cannot be without: they stay, and what needs them stays with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from kgapp.domain.vocabulary import RDF
from kgapp.services.bundles import rules
from kgapp.services.bundles.canonical_names import Row

_TYPE: Final = rules.written(RDF.type)


def incomplete(kept: Sequence[Row]) -> frozenset[bytes]:
    """The things, as written, that lack a value of a property that a shape asks for; judged by these statements alone."""
    wants = _wants(kept)
    paths = frozenset().union(*wants.values())
    links = [row for row in kept if row[1] in paths and row[1] in wants.get(row[0], ())]
    left = Counter((row[0], row[1]) for row in links)
    lacking = {thing for thing, asked in wants.items() if any(not left[thing, path] for path in asked)}
    found: set[bytes] = set()
    while lacking:
        found |= lacking
        gone = [row for row in links if row[2] in lacking]
        left.subtract((row[0], row[1]) for row in gone)
        lacking = {row[0] for row in gone if not left[row[0], row[1]]} - found
    return frozenset(found)


def _wants(kept: Iterable[Row]) -> dict[bytes, frozenset[bytes]]:
    """What each thing cannot be without, by the classes that it is said to be of."""
    needed, nothing = rules.needed(), frozenset[bytes]()
    wants: dict[bytes, frozenset[bytes]] = {}
    for row in kept:
        if row[1] == _TYPE and row[2] in needed:
            wants[row[0]] = wants.get(row[0], nothing) | needed[row[2]]
    return wants
