"""A project on the real record, small enough to know by heart, with an engine that follows it in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pyoxigraph
import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.domain.answers import Table
from kgapp.domain.assessment import State
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Quad, nquad, parse
from kgapp.services.assessments import changes, reading, standing
from kgapp.services.assessments.changes import Opening
from kgapp.services.ports import Delta, Engine, Pattern, RecordReader
from kgapp.services.workspace import Workspace

BASE = Iri("https://w3id.org/kgapp/demo/")
MAIN = Iri(f"{BASE}graph/main")
PREFIXES = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
WORLD = """
demo:LEI a kg:Site ; rdfs:label "Leiden" ; kg:inRegion demo:EU . demo:BOS a kg:Site ; rdfs:label "Boston" .
demo:EU a kg:Region ; rdfs:label "EU" .
demo:B1 a kg:MeasurementBasis ; rdfs:label "one assay" .
demo:GR a kg:GeneralProcess .
demo:UO a kg:UnitOperation ; rdfs:label "Transduction" ; kg:partOf demo:GR ; kg:hasFactor demo:P , demo:R , demo:T .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" ; kg:unit kg:TU-PER-CELL .
demo:R a kg:ProcessParameter ; rdfs:label "temperature" ; kg:unit unit:DEG_C .
demo:T a kg:HoldTime ; rdfs:label "hold" ; kg:unit unit:HR .
demo:C a kg:ProcessParameter , kg:MaterialChoice ; rdfs:label "reagent" .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" ; kg:severity kg:high .
demo:D a kg:QualityAttribute ; rdfs:label "dose" ; kg:computedFrom demo:Q .
demo:U a kg:QualityAttribute ; rdfs:label "potency" .
demo:I a kg:Influence ; rdfs:label "MOI raises copy number" ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:medium ;
  kg:evidenceLevel kg:opinion ; kg:direction kg:increases ; kg:status kg:accepted .
demo:M a kg:EquipmentModel ; rdfs:label "model one" ; kg:controlsFactor demo:P .
demo:E a kg:Equipment ; kg:ofModel demo:M ; kg:locatedAt demo:LEI .
demo:SP a kg:SiteProcess ; kg:atSite demo:LEI ; kg:lifecycleStage kg:commercial .
demo:ST a kg:SiteStep ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP ; kg:usesEquipment demo:E ; kg:ofUnitOperation demo:UO .
demo:SET a kg:SiteSetting ; rdfs:label "MOI at Leiden" ; kg:forFactor demo:P ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP ;
  kg:atStep demo:ST ; kg:basis demo:B1 .
demo:EC a kg:RegistrationDetail ; rdfs:label "filing" ; kg:concerns demo:P ; kg:filedRange demo:F ; kg:inRegion demo:EU ;
  kg:reportingCategory demo:RC1 .
demo:RC1 a kg:ReportingCategory ; rdfs:label "annual" . demo:RC2 a kg:ReportingCategory ; rdfs:label "prior approval" .
demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed ; kg:basis demo:B1 ;
  kg:lowerLimit 2.0 ; kg:upperLimit 4.0 .
demo:PAR a kg:AcceptableRange ; rdfs:label "proven" ; kg:forFactor demo:P ; kg:forAttribute demo:Q ; kg:rangeType kg:PAR ;
  kg:atSite demo:LEI ; kg:onEquipmentModel demo:M ; kg:atScale kg:commercialScale ; kg:basis demo:B1 ;
  kg:lowerLimit 1.0 ; kg:upperLimit 5.0 .
demo:AM a kg:AnalyticalMethod ; rdfs:label "digital PCR" ; kg:measuresAttribute demo:Q .
demo:AML a kg:MethodAtSite ; rdfs:label "digital PCR at Leiden" ; kg:ofMethod demo:AM ; kg:atSite demo:LEI ;
  kg:methodStatus kg:validated .
demo:SMP a kg:SamplingPoint ; rdfs:label "sample" ; kg:forAttribute demo:Q ; kg:atSite demo:LEI ; kg:ofMethod demo:AM ;
  kg:atStep demo:UO .
demo:SPEC a kg:Specification ; rdfs:label "criterion" ; kg:forAttribute demo:Q ; kg:inRegion demo:EU ; kg:upperLimit 5.0 .
demo:EX1 a kg:Person ; rdfs:label "Expert" . demo:BA a kg:Batch ; rdfs:label "Batch 1" . demo:BB a kg:Batch ; rdfs:label "Batch 2" .
demo:CH a kg:Change ; rdfs:label "MOI 3 to 3.5 at Leiden" ; kg:changes demo:P ; kg:changeKind kg:valueChange ;
  kg:fromValue 3.0 ; kg:toValue 3.5 ; kg:unit kg:TU-PER-CELL ; kg:atSite demo:LEI ; kg:status kg:open .
demo:CX a kg:Change ; rdfs:label "MOI everywhere" ; kg:changes demo:P ; kg:changeKind kg:valueChange ; kg:status kg:open .
demo:CT a kg:Change ; rdfs:label "Other hold" ; kg:changes demo:T ; kg:changeKind kg:timingChange ; kg:status kg:planned .
demo:CL a kg:Change ; rdfs:label "A method at Leiden" ; kg:changes demo:AML ; kg:changeKind kg:methodChange ;
  kg:atSite demo:LEI ; kg:status kg:open .
demo:CZ a kg:Change ; rdfs:label "Done long ago" ; kg:changes demo:P ; kg:changeKind kg:valueChange ; kg:status kg:closed .
demo:DEV a kg:Deviation ; rdfs:label "Too warm too long" ; kg:concerns demo:R , demo:T , demo:UO ; kg:atSite demo:LEI ;
  kg:affectsBatch demo:BA , demo:BB ; kg:actualValue 15.0 ; kg:unit unit:DEG_C ; kg:duration 30.0 ; kg:durationUnit unit:HR ;
  kg:eventDate "2026-01-02"^^xsd:date ; kg:status kg:open .
"""


class RecordEngine:
    """Answers about the present state of a record, in this process."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader = reader
        self._store: pyoxigraph.Store | None = None

    def follow(self, _: Delta) -> None:
        self._store = None

    def load(self, lines: bytes) -> None:
        self._store = pyoxigraph.Store()
        self._store.load(lines, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        if self._store is None:
            self.load("\n".join(nquad(quad) for quad in self._reader.quads(Pattern())).encode())
        assert self._store is not None
        answer = self._store.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        columns = tuple(variable.value for variable in answer.variables)
        return Table(columns, tuple(tuple(None if cell is None else str(cell) for cell in row) for row in answer))

    def close(self) -> None:
        self._store = None


def thing(name: str) -> Iri:
    return Iri(BASE + name)


def quads(turtle: str, graph: Iri = MAIN) -> frozenset[Quad]:
    parsed = pyoxigraph.parse((PREFIXES + turtle).encode(), pyoxigraph.RdfFormat.TURTLE)
    return frozenset(
        Quad(Iri(each.subject.value), Iri(each.predicate.value), parse(str(each.object)), graph)
        for each in parsed
        if isinstance(each.subject, pyoxigraph.NamedNode)
    )


@contextmanager
def world(folder: Path) -> Iterator[Workspace]:
    """A project with the world, opened for writing."""
    path = folder / "a.kgproject"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGAPP_HOME", str(folder / "home"))
        files.create(path, BASE, (("demo", BASE),))
        reader = files.open_reader(path)
        engine = cast("Engine", RecordEngine(reader))
        opened = Workspace(reader, files.open_writer(path), engine, Author("A. Scientist", "KGAPP_USER"))
        opened.commit(ChangeSet("The world", added=quads(WORLD)), Note(opened.author, "test"))
        yield opened
        opened.close()


def edited(workspace: Workspace, removed: str = "", added: str = "") -> None:
    """Remove and add statements written in Turtle, as one revision."""
    change = ChangeSet("edited", quads(removed), quads(added))
    assert workspace.commit(change, Note(workspace.author, "test")) is not None


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The world, opened for writing."""
    with world(tmp_path) as opened:
        yield opened


@pytest.fixture
def opened(workspace: Workspace) -> Iri:
    """An open assessment of MOI 3 → 3.5 at Leiden."""
    return changes.open_assessment(workspace, Opening(changes=(thing("CH"),)), "test")[0]


def seen(workspace: Workspace, iri: Iri) -> State:
    found = reading.read(workspace.reader, iri)
    return standing.state(workspace.reader, found, reading.report(workspace, found))
