"""Which properties the things of each class have in the data, counted: what completion says beside a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kgapp.domain.terms import Iri


@dataclass(frozen=True, slots=True)
class TermUse:
    """How many things of a class have a property; without a class, how many things have it at all."""

    kind: Iri | None
    predicate: Iri
    things: int


class CountsUse(Protocol):
    """Part of a ``RecordReader``."""

    def term_uses(self) -> tuple[TermUse, ...]:
        """Every class and property that stand together (asserted classes, no inference). Slow on large data: a second for a million."""
        ...
