from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kgapp.children import checker
from kgapp.children.jobs import shacl
from kgapp.children.shacl import Shapes
from kgapp.domain.errors import BadInput
from kgapp.domain.findings import Finding, Severity
from kgapp.domain.messages import CheckShapes

X = "https://example.org/small/"
Small = Callable[..., bytes]


@pytest.fixture(scope="module")
def shapes(shape_files: tuple[str, ...], model_files: tuple[str, ...]) -> Shapes:
    return Shapes(shape_files, model_files)


def test_a_sound_project_has_no_findings(shapes: Shapes, small: Small) -> None:
    assert shapes.check(small())[0] == ()


NOR = "x:NOR1 kg:upperLimit 4.0 ."
PAR2 = """x:PAR2 a kg:AcceptableRange ; rdfs:label "PAR at Leiden"@en ; kg:rangeType kg:PAR ; kg:forFactor x:P1 ; kg:atSite x:LEI ;
    kg:forAttribute x:Q1 ; kg:lowerLimit 2.5 ; kg:upperLimit 3.5 ; kg:unit kg:TU-PER-CELL ; kg:establishedBy x:DOC ."""
RETIRED = "x:PAR1 <http://www.w3.org/2002/07/owl#deprecated> true ."
BASES = """x:A a kg:MeasurementBasis ; rdfs:label "own titre"@en . x:B a kg:MeasurementBasis ; rdfs:label "their titre"@en .
    x:NOR1 kg:basis x:A . x:PAR1 kg:basis x:B ."""


@pytest.mark.parametrize(
    ("focus", "shape", "severity", "plant", "without"),
    [
        ("NOR1", "NormalInsideProven", "violation", "x:NOR1 kg:upperLimit 5.5 .", NOR),
        ("NOR1", "NormalInsideProven", "violation", "", NOR),
        ("NOR2", "LimitsInOrder", "violation", "x:NOR2 kg:upperLimit 0.5 .", "x:NOR2 kg:upperLimit 2.0 ."),
        ("NOR1", "NormalIsProven", "warning", BASES, ""),
        ("SET1", "CriticalIsProven", "warning", "", "x:PAR1 kg:atSite x:BOS ."),
        ("SET1", "CriticalIsProven", "warning", RETIRED, ""),
        ("NOR1", "NormalIsProven", "warning", RETIRED, ""),
        ("PAR1", "RangeSaysWhere", "violation", "", "x:PAR1 kg:atSite x:BOS ."),
        ("PAR1", "ProvenForAttribute", "violation", "", "x:PAR1 kg:forAttribute x:Q1 ."),
        ("PAR1", "ProvenByStudy", "warning", "", "x:PAR1 kg:establishedBy x:DOC ."),
        ("PAR1", "ObservationHasSource", "violation", "x:PAR1 kg:rangeType kg:publishedObservation .", "x:PAR1 kg:rangeType kg:PAR ."),
        ("SET2", "SettingInsideNormal", "violation", "x:SET2 kg:setpoint 180.0 .", "x:SET2 kg:setpoint 90.0 ."),
        ("SET2", "UnitOfSetting", "violation", "x:SET2 kg:unit unit:DEG_C .", "x:SET2 kg:unit unit:MIN ."),
        ("SET2", "FigureHasUnit", "violation", "", "x:SET2 kg:unit unit:MIN ."),
        ("SET2", "SettingSaysSomething", "violation", "", "x:SET2 kg:setpoint 90.0 ."),
        ("SET2", "FactorOfProcess", "violation", "x:SET2 kg:forFactor x:P3 .", "x:SET2 kg:forFactor x:P2 ."),
        ("SET2", "SiteOfSetting", "violation", "x:SET2 kg:atSite x:LEI .", "x:SET2 kg:atSite x:BOS ."),
        ("SET2", "OnlyOneSetting", "violation", "x:SET1 kg:forFactor x:P2 .", "x:SET1 kg:forFactor x:P1 ."),
        ("https://example.org/unit", "UnitIsKnown", "violation", "x:SET2 kg:unit <https://example.org/unit> .", "x:SET2 kg:unit unit:MIN ."),
        ("R1", "UnitOfAttribute", "violation", "x:R1 kg:unit unit:HR .", "x:R1 kg:unit kg:COPIES-PER-CELL ."),
        ("CH", "UnitOfChange", "violation", 'x:CH a kg:Change ; rdfs:label "C"@en ; kg:changes x:P2 ; kg:unit unit:DEG_C .', ""),
        ("SAM", "TurnaroundIsTime", "violation", "x:SAM kg:turnaround 3.0 ; kg:unit unit:MilliL .", ""),
        ("INF", "KnownTerm", "violation", "x:INF kg:hasCuase x:P2 .", ""),
        ("INF", "KnownTerm", "violation", "x:INF kg:direction kg:increase .", "x:INF kg:direction kg:increases ."),
        ("ODD", "KnownTerm", "violation", "x:ODD a kg:Influense .", ""),
        ("T1", "KnowHow", "violation", "", 'x:T1 kg:cue "Cells look grainy"@en .'),
        ("T1", "KnowHow", "violation", "", 'x:T1 kg:action "Wait an hour"@en .'),
        ("T1", "KnowHow", "violation", "", 'x:T1 kg:consequenceIfIgnored "Low recovery"@en .'),
        ("T1", "KnowHow", "violation", "", "x:T1 kg:concerns x:UO2 ."),
        ("T1", "ApprovedWasReviewed", "violation", "", "x:T1 kg:reviewedBy x:EX2 ."),
        ("T1", "ReviewerIsNotAuthor", "violation", "x:T1 kg:reviewedBy x:EX1 .", ""),
        ("T1", "KnowHowHasHolder", "warning", "", "x:T1 kg:heldBy x:EX1 ."),
        ("T1", "NoContradictionWithItself", "violation", "x:T1 kg:contradicts x:T1 .", ""),
        ("INF", "InfluenceHasEvidence", "violation", "", "x:INF kg:hasEvidence x:EV ."),
        ("INF", "NoInfluenceOnItself", "violation", "x:INF kg:hasEffect x:P1 .", "x:INF kg:hasEffect x:Q1 ."),
        ("EV", "EvidenceOfOpinion", "violation", "", "x:EV kg:attributedTo x:EX1 ."),
        ("EV", "PublishedIsOtherProduct", "violation", 'x:EV kg:evidenceWord "published" ; kg:evidenceLevel kg:atScaleStudy .', "x:EV kg:evidenceLevel kg:opinion ."),
        ("UO1", "NoCircle", "violation", "x:UO2 kg:precedes x:UO1 .", ""),
        ("SP", "OptionsExclude", "violation", "x:SP kg:choosesOption x:O2 .", ""),
        ("B1", "BatchSite", "violation", "x:B1 kg:atSite x:LEI .", "x:B1 kg:atSite x:BOS ."),
        ("TP", "ProcessDiffers", "violation", "x:TP kg:receivingProcess x:SP .", "x:TP kg:receivingProcess x:SP2 ."),
        ("SITE-TRANSFER", "CompetenceWasAssessed", "violation", "", "x:SITE-TRANSFER kg:assessor x:EX1 ."),
        ("SITE-TRANSFER", "AssessorIsNotLearner", "violation", "x:SITE-TRANSFER kg:assessor x:EX2 .", ""),
        ("STEP", "SiteStep", "violation", "x:STEP kg:automationLevel 7 .", "x:STEP kg:automationLevel 2 ."),
        ("P1", "Factor", "violation", "x:P1 kg:criticality kg:high .", "x:P1 kg:criticality kg:CPP ."),
        ("SITE-TRANSFER", "KnowledgeTransfer", "violation", "x:SITE-TRANSFER kg:toPerson x:BOS .", "x:SITE-TRANSFER kg:toPerson x:EX2 ."),
        ("SET1", "SiteSetting", "violation", 'x:SET1 kg:setpoint "three" .', "x:SET1 kg:setpoint 3.0 ."),
        ("NEWS", "AnnouncementBindsNothing", "violation", 'x:NEWS a kg:Announcement ; rdfs:label "News"@en ; kg:bearsOn x:UO1 .', ""),
        ("CMP", "ComparesTwo", "violation", 'x:CMP a kg:ComparabilityStudy ; rdfs:label "C"@en ; kg:comparesProcess x:SP ; kg:forAttribute x:Q1 .', ""),
        ("I", "InteractionOfTwo", "violation", 'x:I a kg:Interaction ; rdfs:label "I"@en ; kg:ofFactor x:P1 ; kg:hasEffect x:Q1 ; kg:finding "f" .', ""),
        ("GAP", "GapIsJustified", "violation", 'x:GAP a kg:Gap ; rdfs:label "G"@en ; kg:disposition kg:acceptGap .', ""),
        ("SPEC", "SpecificationSaysWhere", "violation", 'x:SPEC a kg:Specification ; rdfs:label "S"@en ; kg:forAttribute x:Q1 ; kg:textValue "sterile" .', ""),
        ("SPEC", "SpecificationSaysWhat", "violation", 'x:SPEC a kg:Specification ; rdfs:label "S"@en ; kg:forAttribute x:Q1 ; kg:inRegion x:US .', ""),
    ],
)  # fmt: skip
def test_a_planted_mistake_is_found(
    shapes: Shapes, small: Small, focus: str, shape: str, severity: str, plant: str, without: str
) -> None:
    data = small(plant, without)
    findings, _ = shapes.check(data)
    found = [f for f in findings if f.focus.endswith(focus) and f.shape.endswith(f"#{shape}")]
    assert found, [(f.focus, f.shape, f.message) for f in findings]
    for node in {f.focus for f in findings}:
        assert set(shapes.check(data, (node,))[0]) == {f for f in findings if f.focus == node}
    assert {f.severity for f in found} == {Severity(severity)}
    assert all(f.message[-1] in ".?" for f in found)


def test_ranges_at_another_site_or_on_another_basis_do_not_judge(shapes: Shapes, small: Small) -> None:
    shape = "https://w3id.org/kgapp/shapes#NormalInsideProven"
    for plant in (PAR2, BASES + " x:NOR1 kg:upperLimit 9.0 ."):
        without = NOR if "upperLimit 9" in plant else ""
        assert not [f for f in shapes.check(small(plant, without))[0] if f.shape == shape]


def test_units_that_convert_are_compared_as_values(shapes: Shapes, small: Small) -> None:
    inside = "x:SET2 kg:setpoint 7200.0 ; kg:unit unit:SEC ."
    without = "x:SET2 kg:setpoint 90.0 ; kg:unit unit:MIN ."
    assert shapes.check(small(inside, without))[0] == ()
    assert shapes.check(small(inside.replace("7200.0", "7200.1"), without))[0] != ()


def test_a_finding_says_what_where_and_how_to_mend_it(shapes: Shapes, small: Small) -> None:
    (finding,) = shapes.check(small('x:SET2 kg:setpoint "7.40" .', "x:SET2 kg:setpoint 90.0 ."))[0]
    assert finding == Finding(
        focus=X + "SET2",
        path="https://w3id.org/kgapp/ontology#setpoint",
        value='"7.40"',
        severity=Severity.VIOLATION,
        message="A site setting may have one “setpoint” (a decimal number such as 7.40): the target value.",
        shape="https://w3id.org/kgapp/shapes#SiteSetting",
        constraint="Datatype",
    )
    (finding,) = [f for f in shapes.check(small("x:SP kg:choosesOption x:O2 ."))[0] if f.value == f"<{X}O2>"]
    assert finding.fix == "Take one of the two options out."
    assert finding.path.startswith("<https://w3id.org/kgapp/ontology#choosesOption>/(")


def test_messages_name_things_by_their_labels(shapes: Shapes, small: Small) -> None:
    findings, _ = shapes.check(small("x:NOR1 kg:upperLimit 5.5 .", NOR))
    said = "of “MOI” at Boston, 2.0 to 5.5 transducing units per cell, leaves the proven acceptable range, 1.0 to 5.0"
    assert said in findings[0].message
    assert findings[0].message.endswith("(“PAR of MOI”).")


def test_nothing_has_to_fit_a_range_that_is_retired(shapes: Shapes, small: Small) -> None:
    wide = ("x:NOR1 kg:upperLimit 5.5 .", NOR)
    assert "NormalInsideProven" in {finding.shape.rpartition("#")[2] for finding in shapes.check(small(*wide))[0]}
    for mark, there in ((RETIRED, False), (RETIRED.replace("true", "false"), True)):
        found = {finding.shape.rpartition("#")[2] for finding in shapes.check(small(f"{wide[0]} {mark}", wide[1]))[0]}
        assert ("NormalInsideProven" in found) is there
        assert ("CriticalIsProven" in found) is not there


def test_written_forms_are_reported_as_written(shapes: Shapes, small: Small) -> None:
    plant = "x:STEP kg:automationLevel 007 ."
    (finding,) = shapes.check(small(plant, "x:STEP kg:automationLevel 2 ."))[0]
    assert finding.value == '"007"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_literals_that_are_no_values_are_findings_not_crashes(shapes: Shapes, small: Small) -> None:
    plant = 'x:NOR2 kg:lowerLimit "wide"^^xsd:decimal . x:EX1 kg:leavesOn "2026-02-30"^^xsd:date .'
    without = 'x:NOR2 kg:lowerLimit 1.0 . x:EX1 kg:leavesOn "2026-08-31"^^xsd:date .'
    findings, _ = shapes.check(small(plant, without))
    found = {f.focus: f.value for f in findings if f.constraint == "Datatype"}
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert found == {X + "NOR2": f'"wide"^^<{xsd}decimal>', X + "EX1": f'"2026-02-30"^^<{xsd}date>'}


def test_worst_findings_come_first(shapes: Shapes, small: Small) -> None:
    findings, _ = shapes.check(small("x:SP kg:choosesOption x:O2 .", "x:T1 kg:heldBy x:EX1 ."))
    assert [f.severity for f in findings] == sorted((f.severity for f in findings), key=[*reversed(Severity)].index)


def test_nothing_stays_between_two_checks(shapes: Shapes, small: Small) -> None:
    assert shapes.check(small("", "x:T1 kg:concerns x:UO2 ."))[0]
    assert shapes.check(small())[0] == ()


def test_only_the_focus_is_reported(shapes: Shapes, small: Small) -> None:
    data = small("", "x:T1 kg:concerns x:UO2 . x:INF kg:hasEvidence x:EV .")
    assert {f.focus for f in shapes.check(data)[0]} == {X + "T1", X + "INF"}
    assert {f.focus for f in shapes.check(data, (X + "INF",))[0]} == {X + "INF"}


def test_a_wrong_kind_of_thing_is_found_with_a_focus_too(shapes: Shapes, small: Small) -> None:
    """Alternatives (sh:or) look at the value, which is not in the focus."""
    data = small('x:GAP a kg:Gap ; rdfs:label "G"@en ; kg:owner x:Q1 .')
    everywhere, _ = shapes.check(data)
    there, _ = shapes.check(data, (X + "GAP",))
    assert [f.value for f in everywhere if f.constraint == "Or"] == [f"<{X}Q1>"]
    assert set(there) == {f for f in everywhere if f.focus == X + "GAP"}


def test_the_warm_checker_keeps_its_shapes_until_others_are_wanted(
    shape_files: tuple[str, ...], model_files: tuple[str, ...], small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[tuple[str, ...]] = []

    class Counted(Shapes):
        def __init__(self, files: tuple[str, ...], ontology: tuple[str, ...]) -> None:
            loaded.append(files)
            super().__init__(files, ontology)

    monkeypatch.setattr(checker, "Shapes", Counted)
    warm = checker.Checker()
    for files in (shape_files, shape_files, model_files, shape_files):
        warm.check(CheckShapes(files, model_files, (X + "SET1",)), small())
    assert loaded == [shape_files, model_files, shape_files]


def test_other_shapes_can_be_used(model_files: tuple[str, ...], small: Small, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/kgapp/ontology#> ."
        "<https://example.org/S> a sh:NodeShape ; sh:targetClass kg:Batch ; sh:property [ sh:path kg:externalId ; sh:minCount 1 ] .",
        encoding="utf-8",
    )
    answer = shacl.run(CheckShapes((str(own),), model_files), small())
    assert [(f.focus, f.shape) for f in answer.findings] == [(X + "B1", "https://example.org/S")]
    assert answer.checked > 100


BAD_QUERY = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://e.org/S> a sh:NodeShape ; sh:targetClass <https://w3id.org/kgapp/ontology#Batch> ; sh:sparql [ sh:select "{}" ] ."""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("this is no Turtle", "not Turtle"),
        ("<https://e.org/S> a <http://www.w3.org/ns/shacl#PropertyShape> .", "cannot be used"),
        (BAD_QUERY.format("SELECT WHERE nonsense"), "cannot be used"),
        (
            BAD_QUERY.format("SELECT $this WHERE {{ SERVICE <http://127.0.0.1:9/q> {{ $this ?p ?o }} }}"),
            "cannot be used",
        ),
        (None, "cannot be read"),
    ],
)
def test_shapes_that_cannot_be_used_are_refused(
    model_files: tuple[str, ...], small: Small, tmp_path: Path, text: str | None, said: str
) -> None:
    path = tmp_path / "own.ttl"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        shacl.run(CheckShapes((str(path),), model_files), small())
