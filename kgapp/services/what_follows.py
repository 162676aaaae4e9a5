"""What follows about one thing from the statements of the project, as sentences, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain import terms
from kgapp.domain.answers import Row
from kgapp.domain.inference import INFERRED
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import RDF
from kgapp.services import inference, queries, why
from kgapp.services.browsing import labels
from kgapp.services.ports import RecordReader, SparqlSource
from kgapp.services.why import Fact

PAGE: Final = 40
SECONDS: Final = 60.0
_ABOUT: Final = """
{{ VALUES ?s {{ {thing} }} GRAPH {graph} {{ ?s ?p ?o }} BIND(0 AS ?way) }}
UNION {{ VALUES ?o {{ {thing} }} GRAPH {graph} {{ ?s ?p ?o }} FILTER(?s != ?o) BIND(1 AS ?way) }}
"""
_ASKED: Final = """SELECT ?s ?p ?o ?count {{ {{ SELECT (COUNT(*) AS ?count) {{ {about} }} }} {about} }}
ORDER BY ?way ?p ?s ?o LIMIT {most} OFFSET {skip}"""


@dataclass(frozen=True, slots=True)
class Followed:
    """A statement that follows, in words; ``property`` names its property."""

    fact: Fact
    property: str
    sentence: str
    other: Iri | None
    """The thing at its other end, where it is one and no class."""


@dataclass(frozen=True, slots=True)
class Follows:
    """The statements from the first one to here; ``total`` counts all. True of one revision."""

    statements: tuple[Followed, ...]
    total: int
    revision: int


def about(
    reader: RecordReader,
    engine: SparqlSource,
    thing: Iri,
    *,
    skip: int = 0,
    most: int = PAGE,
    timeout_s: float = SECONDS,
) -> Follows:
    """What follows about a thing, with it as subject first, then as value; the first question works out what follows.

    Raises ``BadInput`` at an endpoint, and what a query raises.
    """
    source = inference.source(engine, inferred=True)
    pattern = _ABOUT.format(thing=terms.sparql(thing), graph=terms.sparql(INFERRED))
    query = _ASKED.format(about=pattern, most=most, skip=skip)
    with queries.run(reader, source, query, timeout_s=timeout_s) as result:
        rows, _ = queries.first_rows(result.answer, most)
        return _follows(reader, thing, rows, result.answer.seq)


def _follows(reader: RecordReader, thing: Iri, rows: tuple[Row, ...], revision: int) -> Follows:
    cells = [tuple(terms.parse(cell) for cell in row if cell is not None) for row in rows]
    facts = [Fact(Iri(str(subject)), Iri(str(predicate)), value) for subject, predicate, value, _ in cells]
    names = labels(reader, {each for fact in facts for each in fact if isinstance(each, str)})
    total = _figure(cells[0][-1]) if cells else 0
    return Follows(tuple(_followed(thing, fact, names) for fact in facts), total, revision)


def _followed(thing: Iri, fact: Fact, names: Mapping[Iri, str]) -> Followed:
    value = fact.object
    ends = (fact.subject, *((value,) if isinstance(value, str) and fact.predicate != RDF.type else ()))
    other = next((end for end in ends if end != thing), None)
    return Followed(fact, names[fact.predicate], why.sentence(fact, names), other)


def _figure(count: Term) -> int:
    assert isinstance(count, Literal)
    return int(count.lexical)
