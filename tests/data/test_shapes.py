"""The demo keeps the shapes, but for the findings that its story wants; those are listed in expected_findings.csv."""

from __future__ import annotations

import csv
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
SH = Namespace("http://www.w3.org/ns/shacl#")

Finding = tuple[str, str, str]


def local(term: Node | None) -> str:
    return str(term or "").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


@pytest.mark.slow
def test_only_the_findings_of_the_story_are_found(demo: Graph, ontology: Graph) -> None:
    shapes = Graph().parse(ROOT / "ontology" / "shapes.ttl", format="turtle")
    _, report, _ = pyshacl.validate(demo + ontology, shacl_graph=shapes, advanced=True)
    assert isinstance(report, Graph)
    results = list(report.subjects(RDF.type, SH.ValidationResult))
    assert not [r for r in results if report.value(r, SH.resultSeverity) == SH.Violation]
    assert sorted(_finding(report, result) for result in results) == _expected()


def _finding(report: Graph, result: Node) -> Finding:
    """What is found where: the property that is missing, or the check across things with the other thing."""
    focus = local(report.value(result, SH.focusNode))
    path = report.value(result, SH.resultPath)
    if path is not None:
        return focus, local(path), ""
    return focus, local(report.value(result, SH.sourceShape)), local(report.value(result, SH.value))


def _expected() -> list[Finding]:
    with (ROOT / "tests" / "data" / "expected_findings.csv").open(encoding="utf-8", newline="") as file:
        return sorted((row["focus"], row["check"], row["value"]) for row in csv.DictReader(file))
