"""What a query sees at an endpoint: all graphs together, as in a project.

Some servers (Oxigraph, Fuseki) answer from the graph without a name unless told otherwise, and would find nothing in what kgapp
publishes. So one question at the beginning of a session finds that out, and queries then name every graph (SPARQL 1.1 section 13.2).
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Final, Protocol

from kgapp.adapters.sparql_endpoint.asked import askable, thing
from kgapp.adapters.sparql_endpoint.engine import Endpoint
from kgapp.domain import sparql_text
from kgapp.domain.answers import Answer, Row, Table
from kgapp.domain.errors import QueryRefused
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, sparql

MOST_GRAPHS: Final = 200

_SEEN: Final = (
    "SELECT ?seen WHERE { { SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o %s} } LIMIT 1 }"
    " OPTIONAL { ?s ?p ?o . ?s ?p ?seen } } LIMIT 1"
)
"""No row: no such statement; a value: all graphs are seen together; none: the named ones are not seen."""
_SAMPLES: Final = ("FILTER(isIRI(?s) && isIRI(?o)) ", "")
"""A statement between names is the surest to be found again; where there is none, any will do."""
_GRAPHS: Final = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT {MOST_GRAPHS + 1}"
_UNNAMED: Final = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"


class Looking(Endpoint, Protocol):
    """An endpoint that can be asked a first thing."""

    def look(self, query: str, *, timeout_s: float = 60.0) -> tuple[Row, ...]:
        """The row of a query of our own for one value, if there is one; with it the client learns what the server gives."""
        ...


class AllGraphs:
    """An endpoint whose default graph is all its graphs; a query that names its own graphs passes as it is."""

    def __init__(self, endpoint: Looking) -> None:
        self._endpoint = endpoint
        self._lock = threading.Lock()
        self._clauses: str | None = None

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows of a SELECT query, complete."""
        return self._endpoint.select(self._over_all(query, timeout_s), timeout_s=timeout_s)

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """The answer of a query of any form, page by page."""
        return self._endpoint.answer(self._over_all(query, timeout_s), timeout_s=timeout_s)

    def stop(self) -> None:
        """Give up what runs."""
        self._endpoint.stop()

    def close(self) -> None:
        """Give the connections back."""
        self._endpoint.close()

    def _over_all(self, query: str, timeout_s: float) -> str:
        with self._lock:
            if self._clauses is None:
                self._clauses = self._needed(timeout_s)
        if not self._clauses:
            return query
        gated = sparql_text.gate(query)
        return query if gated.own_dataset else with_dataset(query, gated.form, self._clauses)

    def _needed(self, timeout_s: float) -> str:
        looks = (self._endpoint.look(_SEEN % each, timeout_s=timeout_s) for each in _SAMPLES)
        sample = next((rows for rows in looks if rows), ())
        if not sample or sample[0][0] is not None:
            return ""
        if self._endpoint.select(_UNNAMED, timeout_s=timeout_s).rows:
            raise QueryRefused(
                "This endpoint has statements in named graphs that a query without their names does not see.",
                hint="Let its default graph be the union of all graphs (Fuseki: tdb2:unionDefaultGraph; Oxigraph: --union-default-graph).",
            )
        graphs = [thing(row[0]) for row in self._endpoint.select(_GRAPHS, timeout_s=timeout_s).rows]
        named = [graph for graph in graphs if graph is not None and askable(graph)]
        if len(graphs) > MOST_GRAPHS or len(named) < len(graphs):
            raise QueryRefused(
                f"This endpoint has more than {MOST_GRAPHS} named graphs, or graphs without an address, and queries do not see them together.",
                hint="Let its default graph be the union of all graphs.",
            )
        return clauses(named)


def clauses(graphs: Iterable[Iri]) -> str:
    """The dataset that is all of these graphs, together and by name."""
    return "".join(f" FROM {sparql(each)} FROM NAMED {sparql(each)}" for each in sorted(graphs)) + " "


def with_dataset(query: str, form: Form, dataset: str) -> str:
    """A query with its dataset, before what it asks for."""
    depth = 0
    begun = template = False
    for token in sparql_text.tokens(query):
        word = token.text.upper()
        if not begun:
            begun = token.kind == "word" and word == form
            template = form is Form.CONSTRUCT
            continue
        if depth == 0 and (word == "WHERE" or (token.text == "{" and not template)):
            return f"{query[: token.start]}{dataset}{query[token.start :]}"
        template = template and (depth > 0 or token.text == "{")
        depth += (token.kind == "open") - (token.kind == "close")
        if template and depth == 0:
            template = False
    return query + dataset
