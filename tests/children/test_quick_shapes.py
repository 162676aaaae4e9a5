"""What is judged at once is judged as pyshacl does: with every planted mistake, the results of both are the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH, XSD

from kgapp.children import quick_shapes
from kgapp.children.graphs import read_turtle, triples
from kgapp.children.quick_shapes import Seen
from kgapp.children.shacl import Shapes

Small = Callable[..., bytes]
E = "https://e.org/"
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:S a sh:NodeShape ; sh:targetClass e:T ; rdfs:label "a shape" ; {} .
"""
DATA = """@prefix e: <https://e.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
e:Sub rdfs:subClassOf e:T .
e:a a e:T ; e:n 1 , 2 ; e:l e:b ; e:w e:x .
e:b a e:Sub ; e:n 1.5 ; e:l "text" ; e:w e:y .
e:c a e:T ; e:n "one" , "9999-99-99"^^xsd:date ; e:l e:nowhere , _:b ; e:w "x" .
e:d a e:T ; e:n "007"^^xsd:integer ; e:w e:x , e:y , e:z .
e:e a e:T .
"""
CONSTRAINTS = [
    "sh:property [ sh:path e:n ; sh:minCount 1 ]",
    "sh:property [ sh:path e:n ; sh:maxCount 1 ]",
    "sh:property [ sh:path e:n ; sh:datatype xsd:integer ]",
    "sh:property [ sh:path e:n ; sh:datatype xsd:decimal ] ; sh:property [ sh:path e:w ; sh:in ( e:x e:y ) ]",
    'sh:property [ sh:path e:w ; sh:in ( "x" e:x ) ]',
    "sh:property [ sh:path e:l ; sh:class e:T ]",
    *(f"sh:property [ sh:path e:l ; sh:nodeKind sh:{kind} ]" for kind in ("IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "IRIOrLiteral", "BlankNodeOrLiteral")),
    "sh:property [ sh:path e:n ; sh:minInclusive 2 ]",
    "sh:property [ sh:path e:n ; sh:maxInclusive 1 ]",
    "sh:property [ sh:path e:n ; sh:maxInclusive 1.5 ]",
    "sh:property [ sh:path e:w ; sh:hasValue e:x ]",
    'sh:property [ sh:path e:w ; sh:hasValue "x" ]',
    "sh:property [ sh:path ( e:l e:n ) ; sh:minCount 1 ]",
    "sh:property [ sh:path e:n ; sh:lessThan e:w ]",
    "sh:or ( [ sh:path e:n ; sh:minCount 2 ] [ sh:path e:w ; sh:hasValue e:y ] )",
    'sh:or ( [ sh:path e:w ; sh:hasValue "x" ] [ sh:path e:n ; sh:minCount 1 ] )',
    "sh:and ( [ sh:path e:n ; sh:minCount 1 ] [ sh:not [ sh:path e:w ; sh:hasValue e:y ] ] )",
    "sh:not [ sh:path e:n ; sh:datatype xsd:integer ]",
    "sh:property [ sh:path e:l ; sh:or ( [ sh:class e:T ] [ sh:nodeKind sh:Literal ] ) ]",
    "sh:property [ sh:path e:l ; sh:property [ sh:path e:n ; sh:minCount 1 ] ]",
    "sh:deactivated true ; sh:property [ sh:path e:n ; sh:minCount 9 ]",
    "sh:nodeKind sh:Literal",
]  # fmt: skip


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_findings_are_those_of_pyshacl_alone(constraint: str, tmp_path: Path) -> None:
    file = tmp_path / "s.ttl"
    file.write_text(SHAPES.replace("{}", constraint), encoding="utf-8")
    nquads = ox.serialize(ox.parse(DATA, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_QUADS)
    assert nquads is not None
    findings, _ = Shapes((str(file),), ()).check(nquads)
    data = Graph()
    for triple in triples(nquads, ox.RdfFormat.N_QUADS):
        data.add(triple)
    _, report, _ = validate(data, shacl_graph=read_turtle([str(file)]), advanced=True)
    assert isinstance(report, Graph)
    theirs = {
        (str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceConstraintComponent)).rpartition("#")[2])
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }
    assert {(finding.focus, f"{finding.constraint}ConstraintComponent") for finding in findings} == theirs
    for focus in {f"{E}{name}" for name in "abcde"}:
        alone, _ = Shapes((str(file),), ()).check(nquads, (focus,))
        assert set(alone) == {finding for finding in findings if finding.focus == focus}


def test_a_shape_within_itself_is_left_to_pyshacl() -> None:
    shapes = Graph()
    shapes.parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.org/> . e:S sh:property e:P . "
        "e:P sh:path e:n ; sh:property e:P .",
        format="turtle",
    )
    judge = quick_shapes.compiled(shapes, URIRef(E + "S"))
    data = Graph()
    data.add((URIRef(E + "a"), URIRef(E + "n"), BNode()))
    assert judge(Seen(data), URIRef(E + "a")) is None
    assert judge(Seen(data), URIRef(E + "nothing")) is True
    assert judge(Seen(data), Literal("x", datatype=XSD.string)) is True


def test_shapes_with_rules_and_functions_are_left_to_pyshacl(tmp_path: Path) -> None:
    file = tmp_path / "s.ttl"
    rule = """sh:property [ sh:path e:made ; sh:minCount 1 ] ;
      sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate e:made ; sh:object e:yes ]"""
    file.write_text(SHAPES.replace("{}", rule), encoding="utf-8")
    shapes = Shapes((str(file),), ())
    nquads = f"<{E}a> <{RDF.type}> <{E}T> .\n<{E}b> <{RDF.type}> <{E}T> .\n".encode()
    assert shapes.check(nquads)[0] == ()
    assert shapes.check(nquads, (E + "a",))[0] == ()


def test_how_far_a_check_is_is_told(shape_files: tuple[str, ...], model_files: tuple[str, ...], small: Small) -> None:
    told: list[tuple[int, int]] = []
    Shapes(shape_files, model_files).check(small(), told=lambda done, total: told.append((done, total)))
    assert told
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1
