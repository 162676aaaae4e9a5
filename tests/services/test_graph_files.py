"""The graph as GraphML and CSV: what is in the project is in the file, read back by other readers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import networkx as nx
import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import RDFS
from kgapp.services import graph_files
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
MAIN, OTHER = Iri(f"{BASE}graph/main"), Iri(f"{BASE}graph/other")


@pytest.fixture
def told(workspace: Workspace, tell: Callable[[str], None]) -> Workspace:
    tell('P1 a ProcessParameter\nP1 label "MOI"\nQ1 a QualityAttribute\nQ1 label "VCN"\nP1 affects Q1')
    more = {
        Quad(Iri(f"{BASE}P1"), RDFS.comment, Literal("=1+1"), MAIN),
        Quad(Iri(f"{BASE}P1"), RDFS.comment, Literal("bell \x07"), MAIN),
        Quad(Iri(f"{BASE}P1"), Iri(f"{BASE}at"), Literal("-5"), OTHER),
    }
    workspace.commit(ChangeSet("more", added=frozenset(more)), Note(workspace.author, "test"))
    return workspace


def test_graphml_is_read_back_with_names_and_links(told: Workspace) -> None:
    read = nx.read_graphml(io.BytesIO(graph_files.graphml(told.reader)), force_multigraph=True)
    assert read.nodes[f"{BASE}P1"]["label"] == "MOI"
    assert read.nodes[f"{BASE}P1"]["class"] == "process parameter"
    assert "\ufffd" in str(read.nodes[f"{BASE}P1"])
    ((_, _, edge),) = read.edges(data=True)
    assert edge["graph"] == MAIN
    only = nx.read_graphml(io.BytesIO(graph_files.graphml(told.reader, OTHER)))
    assert list(only.nodes) == [f"{BASE}P1"]


def test_csv_has_a_row_for_each_statement_and_no_formula(told: Workspace) -> None:
    raw = graph_files.table(told.reader)
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(rows) == 8
    values = {row["value"] for row in rows}
    assert {"'=1+1", "-5", "MOI"} <= values
    link = next(row for row in rows if row["value label"] == "VCN")
    assert (link["subject label"], link["graph"]) == ("MOI", MAIN)
    assert len(graph_files.table(told.reader, OTHER).splitlines()) == 2
