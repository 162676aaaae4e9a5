"""What is measured: a project of kgapp, and the bare libraries on the same statements."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

from kgapp import bootstrap
from kgapp.domain.terms import nquad
from kgapp.services import exchange
from kgapp.services.workspace import Workspace
from tests.benchmarks import graphs


@dataclass(frozen=True, slots=True)
class Files:
    """One size of the graph on disk, as quads and as triples, and where projects may go."""

    folder: Path
    size: int
    nquads: Path
    ntriples: Path


def write(folder: Path, size: int) -> Files:
    """Generate the graph into a folder."""
    files = Files(folder, size, folder / f"{size}.nq", folder / f"{size}.nt")
    with files.nquads.open("w", encoding="utf-8") as quads, files.ntriples.open("w", encoding="utf-8") as triples:
        for quad in graphs.quads(size):
            line = nquad(quad)
            quads.write(line + "\n")
            triples.write(line[: line.rindex(" <")] + " .\n")
    return files


def others(folder: Path, size: int) -> Path:
    """Statements about other things than those of ``write``, to be imported beside them."""
    path = folder / f"others-{size}.nq"
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(
            nquad(quad).replace(graphs.BASE, f"{graphs.BASE}others/") + "\n" for quad in graphs.quads(size)
        )
    return path


def imported(files: Files, name: str) -> Path:
    """A new project with the graph in it: durable and searchable."""
    path = files.folder / f"{name}-{files.size}.kgproject"
    for old in files.folder.glob(f"{path.name}*"):
        old.unlink()
    bootstrap.create(path, graphs.BASE, "bench")
    with bootstrap.writing(path) as workspace:
        exchange.import_files(workspace, bootstrap.rdf_files(), [files.nquads])
    return path


@contextmanager
def opened(path: Path) -> Iterator[Workspace]:
    """A project open for writing."""
    with bootstrap.writing(path) as workspace:
        yield workspace


def bare(files: Files) -> pyoxigraph.Store:
    """A bare store, loaded in bulk."""
    store = pyoxigraph.Store()
    with files.nquads.open("rb") as file:
        store.bulk_load(file, format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def read_all(store: pyoxigraph.Store, query: str) -> int:
    """Iterate an answer and read every value; returns the number of rows."""
    rows = 0
    answer: Any = store.query(query, use_default_graph_as_union=True)
    for row in answer:
        for term in row:
            if term is not None:
                _ = term.value
        rows += 1
    return rows


def rdflib_graph(files: Files) -> Any:
    """An rdflib graph of the triples (its union of graphs is slower still)."""
    import rdflib

    graph = rdflib.Graph()
    graph.parse(files.ntriples, format="nt")
    return graph


def rdflib_rows(graph: Any, query: str) -> int:
    """Iterate an answer of rdflib and read every value."""
    rows = 0
    for row in graph.query(query):
        for term in row:
            _ = str(term)
        rows += 1
    return rows


def owlready_world(files: Files) -> Any:
    """The triples in owlready2's own store in memory."""
    import owlready2

    world = owlready2.World()
    world.get_ontology("urn:bench#").load(fileobj=io.BytesIO(files.ntriples.read_bytes()), only_local=True)
    return world
