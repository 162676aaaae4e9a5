"""A first look at an endpoint: whether it answers, how much it holds, whether that is what kgapp is for, and what can be copied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from kgapp.domain.endpoint_names import BLANK, UNNAMED
from kgapp.domain.errors import Ambiguous, BadTerm, NotFound
from kgapp.domain.inference import INFERRED
from kgapp.domain.names import fold
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import CLASSES, KG, RDF
from kgapp.services import browsing, search
from kgapp.services.browsing import Named
from kgapp.services.ports import Pattern, ProjectMeta, RecordReader
from kgapp.services.remote.part_reading import WORDS
from kgapp.services.search import Hit


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


@dataclass(frozen=True, slots=True)
class Held:
    """What can be chosen of an endpoint: classes with how many things they and their narrower ones have, and named graphs."""

    classes: tuple[tuple[Named, int], ...]
    graphs: tuple[tuple[Iri, int], ...]


@dataclass(frozen=True, slots=True)
class Things:
    """Things that fit some words; ``more`` says that there are more than ``total``."""

    hits: tuple[Hit, ...]
    total: int
    more: bool


def held(reader: RecordReader) -> Held:
    """What a part can be chosen of. Raises whatever keeps the endpoint from telling."""
    direct = {kind: count for kind, count in reader.classes().items() if not kind.startswith(BLANK)}
    counts = {kind: sum(direct.get(each, 0) for each in with_subclasses((kind,))) for kind in CLASSES}
    counts |= {kind: count for kind, count in direct.items() if kind not in CLASSES and not kind.startswith(WORDS)}
    names = browsing.labels(reader, counts)
    kinds = ((Named(kind, names[kind]), count) for kind, count in counts.items() if count)
    graphs = tuple(each for each in reader.graphs() if each[0] not in {UNNAMED, INFERRED})
    return Held(tuple(sorted(kinds, key=lambda each: fold(each[0].label))), graphs)


def things(reader: RecordReader, words: str, *, limit: int = 40) -> Things:
    """Things whose names or texts hold the words, else the one that has them as its address or prefixed name."""
    found = search.find(reader, words, limit=limit)
    if found.hits:
        return Things(found.hits, found.total, found.more)
    try:
        named = browsing.resolve(reader, words)
    except (NotFound, Ambiguous, BadTerm):
        return Things((), 0, more=False)
    label = browsing.labels(reader, (named,))[named]
    kinds = reader.types((named,)).get(named, ())
    names = browsing.labels(reader, kinds)
    hit = Hit(Named(named, label), tuple(Named(kind, names[kind]) for kind in kinds), "", named)
    return Things((hit,), 1, more=False)
