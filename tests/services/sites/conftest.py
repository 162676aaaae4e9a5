"""Small graphs in memory, told one statement a line, and two sites of one process to begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias, cast

import pytest

from kgapp.domain.sites import Comparison, Dimension, Row
from kgapp.domain.terms import Iri, Literal, Quad, Term, parse
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, PREFIXES, PROV, RDF, RDFS, SKOS, UNITS
from kgapp.services.ports import Pattern, ProjectMeta, RecordReader
from kgapp.services.sites import compare

KG_NS = PREFIXES["kg"]
BASE = "https://w3id.org/kgapp/demo/"
GRAPH = Iri(BASE + "graph/main")
DAY = date(2026, 3, 1)

TWO_SITES = """
GR a GeneralProcess
GR label "CAR-T"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GR
U1 order "1"
SPB a SiteProcess
SPB label "at Boston"
SPB from GR
SPB atSite BOS
SPL a SiteProcess
SPL label "at Leiden"
SPL from GR
SPL atSite LEI
BOS label "Boston (invented)"
BOS inRegion US
US notation "US"
LEI label "Leiden (invented)"
LEI inRegion EU
EU notation "EU"
SB a SiteStep
SB ofUnitOperation U1
SB inSiteProcess SPB
SB atSite BOS
SL a SiteStep
SL ofUnitOperation U1
SL inSiteProcess SPL
SL atSite LEI
"""


class Told:
    """Enough of a reader for comparisons; it keeps statements in memory."""

    def __init__(self, text: str) -> None:
        lines = [line.split(maxsplit=2) for line in text.splitlines() if line.strip()]
        self._quads = [Quad(Iri(BASE + one), _property(two), _value(three), GRAPH) for one, two, three in lines]

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        wanted = (pattern.subject, pattern.predicate, pattern.object)
        for quad in self._quads:
            if all(
                each in (None, own)
                for each, own in zip(wanted, (quad.subject, quad.predicate, quad.object), strict=True)
            ):
                yield quad

    def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
        for pattern in patterns:
            yield from self.quads(pattern)

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        wanted = set(classes)
        return tuple(sorted({q.subject for q in self._quads if q.predicate == RDF.type and q.object in wanted}))

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        wanted = set(iris)
        return {
            q.subject: q.object.lexical
            for q in self._quads
            if q.subject in wanted and q.predicate == RDFS.label and isinstance(q.object, Literal)
        }

    def literals(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[tuple[Iri, Literal], ...]]:
        return {
            iri: tuple(
                (q.predicate, q.object) for q in self._quads if q.subject == iri and isinstance(q.object, Literal)
            )
            for iri in iris
        }

    def meta(self) -> ProjectMeta:
        return ProjectMeta(Path("a.kgproject"), "id", Iri(BASE), (("demo", Iri(BASE)),))

    def head(self) -> None:
        """Nothing was committed."""


def _property(word: str) -> Iri:
    known = {"a": RDF.type, "label": RDFS.label, "notation": SKOS.notation, "from": PROV.wasDerivedFrom}
    return known.get(word) or Iri(KG_NS + word)


def _value(word: str) -> Term:
    if word.startswith('"'):
        return parse(word)
    for known in (Iri(KG_NS + word), Iri("http://qudt.org/vocab/unit/" + word)):
        if known in CLASSES or known in CONCEPTS or known in UNITS:
            return known
    return Iri(BASE + word)


def reader_of(text: str) -> RecordReader:
    return cast("RecordReader", Told(text))


def compared(text: str, sending: str = "SPB", receiving: str = "SPL") -> Comparison:
    return compare.compare(reader_of(TWO_SITES + text), Iri(BASE + sending), Iri(BASE + receiving), DAY)


def row_of(comparison: Comparison, dimension: Dimension, thing: str) -> Row:
    found = [row for row in comparison.rows if row.dimension is dimension and row.thing.iri == Iri(BASE + thing)]
    assert len(found) == 1, [(row.dimension.value, row.thing.iri) for row in comparison.rows]
    return found[0]


Compare: TypeAlias = Callable[..., Comparison]
Find: TypeAlias = Callable[[Comparison, Dimension, str], Row]


@pytest.fixture(scope="session")
def two() -> Compare:
    """Compares Boston and Leiden with whatever else is told."""
    return compared


@pytest.fixture(scope="session")
def row() -> Find:
    """The one row of a dimension about a thing."""
    return row_of


@pytest.fixture(scope="session")
def told() -> Callable[[str], RecordReader]:
    """A reader of statements as they are told."""
    return reader_of
