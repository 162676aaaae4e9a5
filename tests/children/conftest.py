from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgapp.resources import shipped

PREFIXES = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix x: <https://example.org/small/> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def ntriples(turtle: str) -> set[str]:
    return {f"{quad.triple} ." for quad in ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE)}


@pytest.fixture(scope="session")
def small() -> Callable[..., bytes]:
    """The small conforming project as N-Triples, with statements planted and others taken out."""
    whole = ntriples(Path(__file__).with_name("small.ttl").read_text(encoding="utf-8"))

    def with_changes(plant: str = "", without: str = "", *, alone: bool = False) -> bytes:
        removed = whole if alone else ntriples(without)
        assert removed <= whole, removed - whole
        return "\n".join([*sorted((whole - removed) | ntriples(plant)), ""]).encode()

    return with_changes


@pytest.fixture(scope="session")
def model_files() -> tuple[str, ...]:
    return str(shipped("ontology", "kgapp.ttl")), str(shipped("ontology", "alignments.ttl"))


@pytest.fixture(scope="session")
def shape_files() -> tuple[str, ...]:
    return (str(shipped("ontology", "shapes.ttl")),)
