"""What is in a bundle, told from its file and nothing else: the sender sees what the recipient will see."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from kgapp.domain import bundle, terms
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import CLASSES, KG, RDF, RDFS
from kgapp.services.bundles import exchanged, visible
from kgapp.services.bundles.containers import Container
from kgapp.services.bundles.rules import written

_TYPE: Final = written(RDF.type)
_LABEL: Final = written(RDFS.label)
_NAMED: Final = (KG.KnowHow, KG.Person, KG.Document)
"""The kinds whose things are all named: what a sender wants to see before it leaves."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of a class are in a bundle; their labels where all of them are to be seen."""

    kind: str
    things: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What the graph of a bundle holds, and the files beside it with their sizes."""

    statements: int
    graphs: tuple[str, ...]
    kinds: tuple[Counted, ...]
    files: tuple[tuple[str, int], ...]


def of(container: Container) -> Preview:
    """What is in an open bundle. Raises ``BrokenBundle``."""
    types: dict[str, set[bytes]] = defaultdict(set)
    labels: dict[bytes, bytes] = {}
    graphs: Counter[bytes] = Counter()
    for subject, predicate, value, graph in visible.rows(exchanged.lines(container.pieces(bundle.GRAPH))):
        graphs[graph] += 1
        if predicate == _TYPE:
            types[value[1:-1].decode()].add(subject)
        elif predicate == _LABEL and (subject not in labels or value.endswith(b"@en")):
            labels[subject] = value
    named = {kind for each in _NAMED for kind in with_subclasses((each,))}
    kinds = (_counted(Iri(kind), things, labels, named) for kind, things in types.items())
    return Preview(
        graphs.total(),
        tuple(sorted(each[1:-1].decode() for each in graphs)),
        tuple(sorted(kinds, key=lambda each: (-each.things, each.kind))),
        tuple(sorted(container.sizes.items())),
    )


def _counted(kind: Iri, things: set[bytes], labels: dict[bytes, bytes], named: set[Iri]) -> Counted:
    term = CLASSES.get(kind)
    shown = sorted(_text(labels.get(each, each)) for each in things) if kind in named else ()
    return Counted(term.label if term else kind, len(things), tuple(shown))


def _text(value: bytes) -> str:
    term = terms.parse(value.decode())
    return term.lexical if isinstance(term, Literal) else term
