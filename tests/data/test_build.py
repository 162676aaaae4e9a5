from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "demo" / "cart.ttl"
KG = "https://w3id.org/kgapp/ontology#"
DEMO = "https://w3id.org/kgapp/demo/"


def build(out: Path, seed: str) -> bytes:
    """The demo, built by a Python whose sets are ordered by that seed."""
    command = [sys.executable, "-m", "data.build_demo", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
    return out.read_bytes()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "cart.ttl"
    build(path, "1")
    return path


def test_the_shipped_demo_is_what_its_tables_say(rebuilt: Path, demo: Graph) -> None:
    assert set(Graph().parse(rebuilt, format="turtle")) == set(demo)
    assert rebuilt.read_bytes() == SHIPPED.read_bytes()


def test_another_run_writes_the_same_bytes(rebuilt: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "again.ttl", "2") == rebuilt.read_bytes()


def test_the_demo_is_large_enough_to_have_something_for_every_view(demo: Graph) -> None:
    assert len(demo) >= 6_000


def test_the_demo_has_no_blank_nodes(demo: Graph) -> None:
    assert not [term for quad in demo for term in quad if isinstance(term, BNode)]


def test_decimals_keep_the_form_of_the_table() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert 'kg:setpoint "3"^^xsd:decimal' in text
    assert 'kg:lowerLimit "0.0400"' not in text


def test_no_literal_is_ill_typed(demo: Graph) -> None:
    assert not [o for o in demo.objects() if isinstance(o, Literal) and o.ill_typed]


def test_every_term_used_is_defined_in_the_ontology(demo: Graph, ontology: Graph) -> None:
    defined = set(ontology.subjects())
    used = {term for triple in demo for term in triple if isinstance(term, URIRef) and term.startswith(KG)}
    assert not used - defined


def test_everything_mentioned_is_described(demo: Graph) -> None:
    described = set(demo.subjects())
    used = {term for triple in demo for term in triple if isinstance(term, URIRef) and term.startswith(DEMO)}
    assert not used - described


def test_everything_has_one_class_and_one_label(demo: Graph) -> None:
    for subject in set(demo.subjects()):
        assert len(list(demo.objects(subject, RDF.type))) == 1, subject
        assert len(list(demo.objects(subject, RDFS.label))) == 1, subject


def test_no_two_things_share_a_label(demo: Graph) -> None:
    labels = [str(label).casefold() for label in demo.objects(None, RDFS.label)]
    assert sorted(labels) == sorted(set(labels))


def test_functional_properties_have_one_value(demo: Graph, ontology: Graph) -> None:
    for functional in ontology.subjects(RDF.type, OWL.FunctionalProperty):
        for subject in set(demo.subjects(functional)):
            assert len(set(demo.objects(subject, functional))) == 1, (subject, functional)


def test_properties_stand_on_things_of_their_domain(demo: Graph, ontology: Graph) -> None:
    for used in set(demo.predicates()):
        allowed = _below(ontology, set(_members(ontology, used, RDFS.domain)))
        for subject in set(demo.subjects(used)) if allowed else ():
            assert demo.value(subject, RDF.type) in allowed, (subject, used)


def test_properties_point_to_things_of_their_range(demo: Graph, ontology: Graph) -> None:
    for used in set(demo.predicates()):
        allowed = _below(ontology, {c for c in _members(ontology, used, RDFS.range) if str(c).startswith(KG)})
        for value in set(demo.objects(None, used)) if allowed else ():
            kinds = {*demo.objects(value, RDF.type), *ontology.objects(value, RDF.type)}
            assert kinds & allowed or any(str(k).endswith("#Concept") for k in kinds), (value, used)


def _members(ontology: Graph, used: object, relation: URIRef) -> list[object]:
    """The classes of a domain or range; a union counts as its members, a list of words as nothing."""
    found: list[object] = []
    for klass in ontology.objects(URIRef(str(used)), relation):
        union = ontology.value(klass, OWL.unionOf)
        found += ontology.items(union) if union is not None else [klass] if isinstance(klass, URIRef) else []
    return found


def _below(ontology: Graph, classes: set[object]) -> set[object]:
    found = set(classes)
    for _ in range(4):
        found |= {sub for sub, top in ontology.subject_objects(RDFS.subClassOf) if top in found}
    return found
