"""The demo as a project file, and the same statements at endpoints: the local engine, Oxigraph, Virtuoso."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kgapp import bootstrap
from kgapp.adapters.sparql_endpoint.engine import EndpointEngine
from kgapp.adapters.sparql_endpoint.reader import EndpointReader
from kgapp.services.workspace import Workspace
from tests.contract.local_endpoint import LocalEndpoint
from tests.servers import Server

URL = "https://endpoint.example.org/sparql"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo as a project file, only to be read."""
    path = tmp_path_factory.mktemp("contract") / "demo.kgproject"
    bootstrap.create_demo(path)
    with bootstrap.reading(path) as workspace:
        yield workspace


@pytest.fixture(scope="session")
def endpoint(project: Workspace) -> Callable[[int], Workspace]:
    """The demo behind the local engine, which may cut answers at so many rows."""

    def made(most: int) -> Workspace:
        source = LocalEndpoint(project.engine, most)
        reader = EndpointReader(source, URL, default_base=bootstrap.DEFAULT_BASE)
        return Workspace(reader, None, EndpointEngine(source), project.author, "An endpoint is only read.")

    return made


@pytest.fixture(scope="module", params=["engine", "oxigraph_server", "virtuoso"])
def remote(
    request: pytest.FixtureRequest, project: Workspace, endpoint: Callable[[int], Workspace]
) -> Iterator[Workspace]:
    """The demo at an endpoint, at another one each time."""
    if request.param == "engine":
        yield endpoint(10_000_000)
        return
    server: Server = request.getfixturevalue(request.param)
    with published(project, server) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def strict(project: Workspace, strict_virtuoso: Server) -> Iterator[Workspace]:
    """The demo at a Virtuoso that gives at most 300 rows."""
    with published(project, strict_virtuoso) as workspace:
        yield workspace


@contextmanager
def published(project: Workspace, server: Server) -> Iterator[Workspace]:
    """The statements of a project at a server, opened as a user of the command line opens them."""
    server.empty()
    with project.reader.snapshot() as snapshot:
        server.fill(b"".join(snapshot.chunks))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGAPP_ALLOW_PRIVATE", "1")
        with bootstrap.reading(server.query_url) as workspace:
            yield workspace
    server.empty()
