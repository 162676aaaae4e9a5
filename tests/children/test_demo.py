"""The demo that is shipped, seen by the checker and the reasoner."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kgapp.adapters.children.reasoner import find_java
from kgapp.children.jobs import owl, shacl
from kgapp.domain.errors import Missing
from kgapp.domain.findings import Severity
from kgapp.domain.messages import CheckShapes, Reason
from kgapp.resources import shipped

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def demo() -> bytes:
    text = b"".join(path.read_bytes() for path in sorted(shipped("data", "demo").glob("*.ttl")))
    triples = (quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    return lines


def test_the_demo_has_warnings_and_notes_to_show_and_no_violation(
    demo: bytes, shape_files: tuple[str, ...], model_files: tuple[str, ...]
) -> None:
    answer = shacl.run(CheckShapes(shape_files, model_files), demo)
    assert {finding.severity for finding in answer.findings} == {Severity.WARNING, Severity.INFO}
    moi = [finding for finding in answer.findings if finding.focus.endswith(("NOR-LEI-P17", "SET-LEI-P17"))]
    assert moi, "nothing is proven for the MOI at Leiden on its own assay: the story of the demo"


@pytest.mark.reasoner
def test_the_demo_and_the_ontology_are_consistent(demo: bytes, model_files: tuple[str, ...]) -> None:
    try:
        java = find_java()
    except Missing as missing:
        pytest.skip(str(missing))
    answer = owl.run(Reason(model_files, str(java), 1000), demo)
    assert (answer.consistent, answer.unsatisfiable, answer.left_out) == (True, (), ())
