from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from rdflib.query import ResultRow
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
KG = Namespace("https://w3id.org/kgapp/ontology#")
DEMO = Namespace("https://w3id.org/kgapp/demo/")

Ask = Callable[[str], list[tuple[str, ...]]]
Rows = Callable[[str], list[dict[str, str]]]


@pytest.fixture(scope="session")
def demo() -> Graph:
    return Graph().parse(ROOT / "data" / "demo" / "cart.ttl", format="turtle")


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return Graph().parse(ROOT / "ontology" / "kgapp.ttl", format="turtle")


@pytest.fixture(scope="session")
def ask(demo: Graph) -> Ask:
    """Answers of a SELECT on the demo, each value as its local name or text, sorted."""

    def answer(query: str) -> list[tuple[str, ...]]:
        rows = demo.query(query, initNs={"kg": KG, "demo": DEMO})
        found = []
        for row in rows:
            assert isinstance(row, ResultRow)
            values: tuple[Node | None, ...] = tuple(row)
            found.append(tuple("" if v is None else str(v).removeprefix(DEMO).removeprefix(KG) for v in values))
        return sorted(found)

    return answer


@pytest.fixture(scope="session")
def facts() -> Rows:
    """The rows of a file of published facts."""

    def read(name: str) -> list[dict[str, str]]:
        with (ROOT / "data" / "facts" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read
