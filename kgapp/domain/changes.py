"""A change of the graph as a value.

Guarantees: there is one way to alter the graph, which is to commit a ``ChangeSet``; only its *effective*
part is recorded, so each recorded change has an exact inverse; the digest of a change does not depend on
the order in which its quads were given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Set
from dataclasses import dataclass, replace

from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import Quad, nquad


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Quads to remove and quads to add, done as one step; ``summary`` names the step for people."""

    summary: str
    removed: frozenset[Quad] = frozenset()
    added: frozenset[Quad] = frozenset()

    def effective(self, present: Set[Quad]) -> ChangeSet:
        """Keep only what would alter a graph that holds ``present``.

        Only an effective change has an exact inverse: removing a quad that was never there must not add
        it on undo. A quad both removed and added stays as it was.
        """
        return replace(
            self,
            removed=frozenset((self.removed - self.added) & present),
            added=frozenset(self.added - present),
        )

    def inverse(self, summary: str) -> ChangeSet:
        """The change that takes this (effective) one back."""
        return ChangeSet(summary, removed=self.added, added=self.removed)

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


def patch_lines(change: ChangeSet) -> list[str]:
    """The RDF Patch rows of a change (``A`` add, ``D`` delete), unsorted."""
    return [f"D {nquad(quad)}" for quad in change.removed] + [f"A {nquad(quad)}" for quad in change.added]


def digest(lines: Collection[str]) -> str:
    """SHA-256, in hex, over RDF Patch rows sorted by code point, each ended by a newline."""
    total = hashlib.sha256()
    for line in sorted_in_parts(lines):
        total.update(line.encode())
        total.update(b"\n")
    return total.hexdigest()
