"""Virtuoso and Oxigraph answer through the client as a SPARQL 1.1 endpoint should, and a cut answer of theirs is noticed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.domain.answers import Row
from kgapp.domain.connections import Connection
from kgapp.domain.errors import IncompleteAnswer, QueryFailed
from tests.servers import Server

INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
QUADS = "".join(f'<urn:s{number}> <urn:p> "{number}"^^<{INTEGER}> <urn:g> .\n' for number in range(1200)) + (
    '<urn:b> <urn:q> "hä \\"x\\""@en <urn:g> .\n_:n <urn:r> _:n <urn:g> .\n'
)
IN = "GRAPH <urn:g> { ?s <urn:p> ?o }"


@pytest.fixture(params=["virtuoso", "oxigraph_server"])
def endpoint(request: pytest.FixtureRequest) -> Iterator[SparqlEndpoint]:
    """A client of each server, which holds a small graph."""
    yield from filled(request.getfixturevalue(request.param))


@pytest.fixture
def strict(strict_virtuoso: Server) -> Iterator[SparqlEndpoint]:
    """A client of a server that gives 300 rows at most."""
    yield from filled(strict_virtuoso)


def filled(server: Server) -> Iterator[SparqlEndpoint]:
    server.fill(QUADS.encode())
    client = SparqlEndpoint(Connection(server.name, server.query_url, allow_private=True))
    yield client
    client.close()
    server.empty()


def rows(client: SparqlEndpoint, query: str) -> list[Row]:
    with client.answer(query) as answer:
        return list(itertools.chain.from_iterable(answer.pages))


def test_all_forms_are_answered(endpoint: SparqlEndpoint) -> None:
    assert (
        rows(endpoint, "ASK { GRAPH ?g { <urn:b> ?p ?o } }")[0][0]
        == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    )
    assert rows(endpoint, "SELECT ?o WHERE { GRAPH <urn:g> { <urn:b> ?p ?o } }") == [('"hä \\"x\\""@en',)]
    assert rows(endpoint, "SELECT ?s ?o WHERE { GRAPH <urn:g> { ?s <urn:r> ?o } }") == [("_:b0", "_:b0")]
    assert rows(endpoint, "CONSTRUCT { ?s <urn:z> ?o } WHERE { GRAPH <urn:g> { ?s <urn:q> ?o } }") == [
        ("<urn:b>", "<urn:z>", '"hä \\"x\\""@en')
    ]
    assert rows(endpoint, "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:none> { ?s ?p ?o } }") == []
    assert isinstance(rows(endpoint, "DESCRIBE <urn:b>"), list)


def test_long_answers_are_whole(endpoint: SparqlEndpoint) -> None:
    assert len(rows(endpoint, f"SELECT ?s ?o WHERE {{ {IN} }}")) == 1200
    graph = f"# a comment\nPREFIX u: <urn:> CONSTRUCT {{ ?s u:x ?o ; a 'y'@en . ?s u:z 1 , u:w }} WHERE {{ {IN} }}"
    assert len(rows(endpoint, graph)) == 4800
    assert len(rows(endpoint, f"SELECT * FROM NAMED <urn:g> WHERE {{ {IN} }} ORDER BY ?o # all")) == 1200


def test_what_is_no_sparql_is_told_in_the_words_of_the_server(endpoint: SparqlEndpoint) -> None:
    with pytest.raises(QueryFailed, match=r"does not take this query \(400\): .+"):
        rows(endpoint, "SELECT ?s WHERE { ?s ?p ")


def test_a_graph_that_cannot_be_counted_is_not_believed_when_it_is_long(endpoint: SparqlEndpoint) -> None:
    with pytest.raises(IncompleteAnswer, match="nothing tells how many"):
        rows(endpoint, f"CONSTRUCT {{ ?s <urn:x> [] }} WHERE {{ {IN} }}")


@pytest.mark.parametrize(
    "query", [f"SELECT ?s WHERE {{ {IN} }}", f"SELECT ?s WHERE {{ {IN} }} LIMIT 1000", f"CONSTRUCT {{ ?s <urn:x> ?o }} WHERE {{ {IN} }}"]
)  # fmt: skip
def test_a_cut_answer_is_an_error(strict: SparqlEndpoint, query: str) -> None:
    with pytest.raises(IncompleteAnswer, match="cut its answer"):
        rows(strict, query)


def test_below_the_limit_of_the_server_answers_are_whole(strict: SparqlEndpoint) -> None:
    assert len(rows(strict, f"SELECT ?s WHERE {{ {IN} FILTER(?o < 299) }}")) == 299
    assert len(rows(strict, f"SELECT ?s WHERE {{ {IN} }} LIMIT 300")) == 300
    assert len(rows(strict, f"CONSTRUCT {{ ?s <urn:x> ?o }} WHERE {{ {IN} FILTER(?o < 299) }}")) == 299
