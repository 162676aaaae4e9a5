"""Recorded results as series, two sites compared by a study, and what is kept of it as evidence."""

from __future__ import annotations

import pytest

from kgapp.adapters.student import ScipyStudent
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services.batches import comparing, series
from kgapp.services.batches.comparing import Compared
from kgapp.services.statements import Statements
from kgapp.services.workbooks import plan
from kgapp.services.workspace import Workspace
from tests.services.batches.conftest import entered, iri
from tests.services.workbooks.conftest import Tell

STUDY = """
CS a ComparabilityStudy
CS label "Comparability of viability"
CS comparesProcess SP1
CS comparesProcess SP2
CS forAttribute Q1
CS margin "5"^^<http://www.w3.org/2001/XMLSchema#decimal>
CS unit <http://qudt.org/vocab/unit/PERCENT>
"""


def made(process: Workspace, maker: str, *values: str) -> None:
    """Batches of a site process with their viability, one a day."""
    rows = [(f"{maker}-{at}", f"2026-03-{at:02}", "", "Viability", value, "%") for at, value in enumerate(values, 1)]
    plan.commit(process, entered(process, *rows, maker=maker), "results")


@pytest.fixture
def sites(process: Workspace, tell: Tell) -> Workspace:
    """Results of both sites and a study."""
    made(process, "SP1", "80", "81", "82", "83", "84", "85")
    made(process, "SP2", "81", "82", "83")
    tell(STUDY)
    return process


def test_results_in_the_order_of_manufacture_and_those_that_do_not_count(sites: Workspace, tell: Tell) -> None:
    tell(
        'X0 a Result\nX0 label "No figure"\nX0 forAttribute Q1\n'
        'X1 a Result\nX1 label "No batch"\nX1 forAttribute Q1\nX1 value "9"\n'
        'B0 a Batch\nB0 label "Undated"\nB0 madeBy SP1\n'
        'X2 a Result\nX2 label "No day"\nX2 forAttribute Q1\nX2 value "9"\nX2 ofBatch B0\n'
        'B1 a Batch\nB1 label "Later"\nB1 madeBy SP1\nB1 manufacturedOn "2026-02-01"\n'
        'X3 a Result\nX3 label "Other unit"\nX3 forAttribute Q1\nX3 value "9"\nX3 ofBatch B1\n'
        "X3 unit <http://qudt.org/vocab/unit/MIN>\n"
        'B2 a Batch\nB2 label "Twice"\nB2 madeBy SP1\nB2 manufacturedOn "2026-02-01"\n'
        'X4 a Result\nX4 label "One"\nX4 forAttribute Q1\nX4 value "9"\nX4 ofBatch B2\n'
        "X4 unit <http://qudt.org/vocab/unit/PERCENT>\n"
        'X5 a Result\nX5 label "Two"\nX5 forAttribute Q1\nX5 value "8"\nX5 ofBatch B2\n'
        "X5 unit <http://qudt.org/vocab/unit/PERCENT>\n"
        'X6 a Result\nX6 label "Gone"\nX6 forAttribute Q1\nX6 value "8"\nX6 status retired\n'
        'X7 a Specification\nX7 label "Limit"\nX7 forAttribute Q1'
    )
    found = series.of(sites.reader, iri("Q1"), iri("SP1"))
    assert [point.written for point in found.points] == ["80", "81", "82", "83", "84", "85"]
    assert (found.unit, found.basis) == ("%", "")
    assert {each.result.label: each.why for each in found.left_out} == {
        "No figure": "It has no figure.",
        "No batch": "It belongs to no batch.",
        "No day": "Neither the day of manufacture nor that of the result is recorded.",
        "Other unit": "Its unit or basis differs: min, no basis.",
        "One": "“Twice” has 2 results.",
        "Two": "“Twice” has 2 results.",
    }
    assert series.of(sites.reader, iri("P1"), iri("SP1")).points == ()
    with pytest.raises(BadInput, match="no site process"):
        series.of(sites.reader, iri("Q1"), iri("BOS"))
    with pytest.raises(BadInput, match="no quality attribute"):
        series.of(sites.reader, iri("BOS"), iri("SP1"))


def by_study(sites: Workspace) -> Compared:
    return comparing.by_study(sites.reader, comparing.study_of(sites.reader, iri("CS")), ScipyStudent())


def test_a_study_says_what_is_compared(sites: Workspace) -> None:
    found = by_study(sites)
    assert (found.attribute.label, found.unit, found.found.margin) == ("Viability", "%", 5.0)
    assert (found.first.process.label, found.found.first.n, found.found.second.n) == ("Process at Boston", 6, 3)
    assert found.found.equivalent
    assert found.notes == (
        "Process at Leiden has 3 batches only: little can be shown from so few.",
        "It is not recorded how the results were measured: that both were measured alike is taken on trust.",
    )


def test_what_is_left_out_is_noted(sites: Workspace, tell: Tell) -> None:
    tell(
        'G a MeasurementBasis\nG label "Gate"\nB a Batch\nB label "B"\nB madeBy SP2\nX a Result\nX label "X"\nX forAttribute Q1\nX ofBatch B'
    )
    for one in sites.reader.instances((KG.Result,)):
        tell(f"{one.rpartition('/')[2]} basis G")
    assert [note.split(":")[0] for note in by_study(sites).notes] == [
        "Process at Leiden has 3 batches only",
        "1 results of Process at Leiden are left out.",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("CS forAttribute Q2", "The margin is in %, “Copy number” in copies/cell."),
        ("CS comparesProcess SP3", "names 3 processes and 1 attributes"),
    ],
)
def test_a_study_that_does_not_say_it_all(sites: Workspace, tell: Tell, change: str, said: str) -> None:
    tell(change)
    with pytest.raises(BadInput, match=said):
        by_study(sites)


def test_what_cannot_be_compared(sites: Workspace, tell: Tell) -> None:
    tell(
        'CS2 a ComparabilityStudy\nCS2 label "No margin"\nCS2 comparesProcess SP1\nCS2 comparesProcess SP2\nCS2 forAttribute Q1'
    )
    with pytest.raises(BadInput, match="has no margin"):
        comparing.by_study(sites.reader, comparing.study_of(sites.reader, iri("CS2")), ScipyStudent())
    with pytest.raises(BadInput, match="is no comparability study"):
        comparing.study_of(sites.reader, iri("Q1"))
    with pytest.raises(BadInput, match="the same site process"):
        comparing.compare(sites.reader, iri("Q1"), (iri("SP1"), iri("SP1")), 5, ScipyStudent())
    tell('G a MeasurementBasis\nG label "Gate"')
    known = Statements(sites.reader)
    for one in sites.reader.instances((KG.Result,)):
        if iri("SP2") in known.things(known.things(one, KG.ofBatch)[0], KG.madeBy):
            tell(f"{one.rpartition('/')[2]} basis G")
    with pytest.raises(
        BadInput, match=r"The basis differs: “none” at Process at Boston, “Gate” at Process at Leiden\."
    ):
        by_study(sites)


def test_a_comparison_is_evidence_of_its_study_and_of_influences_on_the_attribute(sites: Workspace, tell: Tell) -> None:
    tell(
        'I1 a Influence\nI1 label "MOI on viability"\nI1 hasCause P1\nI1 hasEffect Q1\nI1 strength low\n'
        'I2 a Influence\nI2 label "MOI on copy number"\nI2 hasCause P1\nI2 hasEffect Q2\n'
        'I3 a Influence\nI3 label "Old"\nI3 hasCause P1\nI3 hasEffect Q1\nI3 status retired'
    )
    found = by_study(sites)
    for wrong, said in (("I2", "no influence on “Viability”"), ("I3", "in use"), ("Q1", "in use")):
        with pytest.raises(BadInput, match=said):
            comparing.record(sites, found, KG.manufacturingHistory, "why", (iri(wrong),))
    thing, revision = comparing.record(sites, found, KG.manufacturingHistory, "studied", (iri("I1"),))
    assert revision is not None
    known = Statements(sites.reader)
    assert known.things(iri("CS"), KG.hasEvidence) == known.things(iri("I1"), KG.hasEvidence) == (thing,)
    assert known.thing(iri("I1"), KG.strength) == KG.low, "what somebody judged stays"
    assert "Process at Boston (n = 6) and Process at Leiden (n = 3)" in known.name(thing)
    text = known.text(thing, RDFS.comment)
    assert all(part in text for part in ("Equivalent within ±5", "Welch", "taken on trust"))
    alone = comparing.compare(sites.reader, iri("Q1"), (iri("SP1"), iri("SP2")), 5, ScipyStudent())
    other, _ = comparing.record(sites, alone, KG.manufacturingHistory, "again")
    assert not list(_whose(sites, other))


def _whose(sites: Workspace, thing: Iri) -> tuple[Iri, ...]:
    return tuple(Statements(sites.reader).that(KG.hasEvidence, thing))
