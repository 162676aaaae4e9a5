from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from kgapp.domain.shape_table import SHAPES
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, PROPERTIES, UNITS
from kgapp.resources import shipped

TERMS = Namespace("https://w3id.org/kgapp/ontology#")
SOURCE = URIRef("http://purl.org/dc/terms/source")
ALIGNED_TO = (
    "https://spec.industrialontologies.org/ontology/construct/",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/sosa/",
    "http://www.w3.org/2004/02/skos/core#",
    "http://purl.obolibrary.org/obo/OBI_",
    "http://purl.obolibrary.org/obo/ECO_",
    "http://purl.obolibrary.org/obo/IAO_",
    "http://qudt.org/schema/qudt/",
)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for path in sorted(shipped("ontology").glob("*.ttl")):
        if path.name != "shapes.ttl":
            graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(shipped("ontology", "shapes.ttl"), format="turtle")


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_vocabulary", shipped("ontology", "generate_vocabulary.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_modules_are_those_of_the_ontology(generator: ModuleType) -> None:
    for path, text in generator.generated().items():
        assert Path(path).read_text(encoding="utf-8") == text, f"run ontology/generate_vocabulary.py: {path} is old"


def test_every_term_has_label_definition_and_source(ontology: Graph) -> None:
    terms = [URIRef(iri) for table in (CLASSES, PROPERTIES, CONCEPTS, UNITS) for iri in table]
    terms += [s for s in ontology.subjects(RDF.type, SKOS.ConceptScheme) if isinstance(s, URIRef)]
    for term in terms:
        assert any(
            isinstance(label, Literal) and label.language == "en" for label in ontology.objects(term, RDFS.label)
        ), term
        assert (term, SKOS.definition, None) in ontology, term
        assert (term, SOURCE, None) in ontology, term


def test_every_class_is_aligned_by_iri_to_a_public_ontology(ontology: Graph) -> None:
    for iri in CLASSES:
        term = URIRef(iri)
        targets = [*ontology.objects(term, SKOS.closeMatch), *ontology.objects(term, RDFS.subClassOf)]
        assert any(str(target).startswith(ALIGNED_TO) for target in targets), iri


def test_nothing_is_imported_from_elsewhere(ontology: Graph, shapes: Graph) -> None:
    assert (None, OWL.imports, None) not in ontology
    assert (None, OWL.imports, None) not in shapes


def test_every_term_that_is_used_is_defined(ontology: Graph, shapes: Graph) -> None:
    used = {
        term
        for triple in (*ontology, *shapes)
        for term in triple
        if isinstance(term, URIRef) and term.startswith(TERMS)
    }
    assert {term for term in used if (term, RDF.type, None) not in ontology} == set()


def test_every_class_has_a_shape_with_messages(shapes: Graph) -> None:
    targets = {str(target) for target in shapes.objects(None, SH.targetClass)}
    machinery = {KG.PropagationRule, KG.BarrierKind}  # read by the program, whose reader refuses what does not fit
    general = {parent for term in CLASSES.values() for parent in term.parents if parent not in targets}
    covered = {
        iri for iri, term in CLASSES.items() if iri in targets or any(parent in targets for parent in term.parents)
    }
    assert set(CLASSES) - covered - machinery - general == set()
    for shape in set(shapes.objects(None, SH.property)) - set(_inside_alternatives(shapes)):
        assert (shape, SH.message, None) in shapes, shapes.value(shape, SH.path)


def _inside_alternatives(shapes: Graph) -> list[object]:
    return [
        member
        for lists in (SH["or"], SH["and"])
        for head in shapes.objects(None, lists)
        for member in shapes.items(head)
    ]


def test_forms_name_properties_of_the_model_in_order() -> None:
    for node in SHAPES.values():
        orders = [shape.order for shape in node.properties]
        assert orders == sorted(orders)
        for shape in node.properties:
            assert shape.path in PROPERTIES or not shape.path.startswith(str(TERMS)), shape.path
            assert shape.name
            assert shape.message


def test_own_units_are_minted_where_qudt_has_none() -> None:
    assert {KG.EU_PER_MilliL, KG.CELL_PER_CM2, KG.COPIES_PER_CELL, KG.TU_PER_CELL, KG.VOLUME_FRACTION} <= set(UNITS)
