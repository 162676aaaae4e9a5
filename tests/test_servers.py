"""The servers that tests use take statements, answer and forget them."""

from __future__ import annotations

import pytest

from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
from kgapp.domain.connections import Connection
from tests.servers import Server

QUADS = "".join(f'<urn:s{number}> <urn:p> "{number}" <urn:g> .\n' for number in range(400)).encode()
ALL = "SELECT ?s ?o WHERE { GRAPH <urn:g> { ?s <urn:p> ?o } }"


@pytest.mark.parametrize("name", ["virtuoso", "oxigraph_server"])
def test_a_server_is_filled_asked_and_emptied(name: str, request: pytest.FixtureRequest) -> None:
    server: Server = request.getfixturevalue(name)
    endpoint = SparqlEndpoint(Connection("x", server.query_url, allow_private=True))
    server.fill(QUADS)
    assert len(endpoint.select(ALL).rows) == 400
    server.empty()
    assert endpoint.select(ALL).rows == ()
    endpoint.close()
