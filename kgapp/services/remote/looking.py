"""A first look at an endpoint: whether it answers, how much it holds, and whether that is what kgapp is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.ports import Pattern, ProjectMeta


class Seen(Protocol):
    """What a first look needs of a reader."""

    def meta(self) -> ProjectMeta: ...
    def count(self) -> int: ...
    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterable[Quad]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """What an endpoint holds; ``base`` begins the addresses of its things, as far as that can be told."""

    statements: int
    base: Iri
    processes: bool
    """Whether it holds a process that the map can show."""


def look(reader: Seen) -> Found:
    """Ask three short questions. Raises whatever keeps the endpoint from answering them."""
    shown = (KG.GeneralProcess, KG.SiteProcess)
    first = (reader.quads(Pattern(predicate=RDF.type, object=kind), limit=1) for kind in shown)
    processes = any(tuple(islice(found, 1)) for found in first)
    return Found(reader.count(), reader.meta().base, processes)
