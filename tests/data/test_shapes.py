"""The demo keeps the shapes, but for the findings that its story wants; those are listed in expected_findings.csv.

That these are the findings of pyshacl alone is the claim of ``tests/children/test_quick_shapes.py``.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgapp.children.shacl import Shapes
from kgapp.domain.findings import Finding, Severity

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"

Row = tuple[str, str, str]


def local(term: str) -> str:
    return term.strip("<>").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def test_only_the_findings_of_the_story_are_found() -> None:
    model = tuple(str(ONTOLOGY / name) for name in ("kgapp.ttl", "alignments.ttl", "propagation.ttl"))
    nquads = b""
    for file in sorted((ROOT / "data" / "demo").glob("*.ttl")):
        quads = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
        nquads += ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    findings, _ = Shapes((str(ONTOLOGY / "shapes.ttl"),), model).check(nquads)
    assert not [finding for finding in findings if finding.severity is Severity.VIOLATION]
    assert sorted(map(_row, findings)) == _expected()


def _row(finding: Finding) -> Row:
    """What is found where: the property that is missing, or the check across things with the other thing."""
    if finding.path:
        return local(finding.focus), local(finding.path), ""
    return local(finding.focus), local(finding.shape), local(finding.value)


def _expected() -> list[Row]:
    with (ROOT / "tests" / "data" / "expected_findings.csv").open(encoding="utf-8", newline="") as file:
        return sorted((row["focus"], row["check"], row["value"]) for row in csv.DictReader(file))
