"""A SPARQL source over pyoxigraph, and small graphs written in Turtle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import pyoxigraph
import pytest

from kgapp.domain.answers import Table
from kgapp.domain.errors import IncompleteAnswer

PREFIXES = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GRAPH = pyoxigraph.NamedNode("https://w3id.org/kgapp/demo/graph/main")


@dataclass
class StoreSource:
    """Answers like the engine: the union of all graphs. ``most_rows`` cuts silently, as some endpoints do."""

    store: pyoxigraph.Store
    most_rows: int | None = None
    says_so: bool = False
    queries: list[str] = field(default_factory=list)

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        self.queries.append(query)
        answer = self.store.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        columns = tuple(variable.value for variable in answer.variables)
        rows = tuple(tuple(None if cell is None else str(cell) for cell in row) for row in answer)
        if self.most_rows is not None and len(rows) > self.most_rows:
            if self.says_so:
                raise IncompleteAnswer("The answer was cut.")
            rows = rows[: self.most_rows]
        return Table(columns, rows)

    def holds(self, line: str) -> bool:
        quad = next(iter(pyoxigraph.parse(line, pyoxigraph.RdfFormat.N_QUADS)))
        return quad in self.store


MakeSource: TypeAlias = Callable[[str], StoreSource]


@pytest.fixture(scope="session")
def graph() -> MakeSource:
    """Makes a source of Turtle (without prefixes)."""

    def make(turtle: str) -> StoreSource:
        store = pyoxigraph.Store()
        for triple in pyoxigraph.parse((PREFIXES + turtle).encode(), pyoxigraph.RdfFormat.TURTLE):
            store.add(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, GRAPH))
        return StoreSource(store)

    return make
