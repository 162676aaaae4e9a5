"""Where a move stands: no sentence claims more than the graph knows of ranges, units, bases and what it goes from."""

from __future__ import annotations

from typing import Any

import pytest

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, ImpactReport
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """
demo:LEI a kg:Site ; rdfs:label "Leiden" . demo:BOS a kg:Site ; rdfs:label "Boston" .
demo:B1 a kg:MeasurementBasis ; rdfs:label "one assay" . demo:B2 a kg:MeasurementBasis ; rdfs:label "another assay" .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" ; kg:unit unit:MIN ; kg:basis demo:B1 .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:opinion .
demo:SET a kg:SiteSetting ; rdfs:label "setting" ; kg:forFactor demo:P ; kg:atSite demo:LEI ; kg:setpoint 3.0 .
demo:EC a kg:RegistrationDetail ; rdfs:label "filing" ; kg:concerns demo:P ; kg:filedRange demo:F .
demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed ; kg:lowerLimit 2.0 ; kg:upperLimit 4.0 .
"""


def report(
    graph: Any, world: str, old: str = "3", new: str = "3.5", site: str = "LEI", kind: str = "value", about: str = "P"
) -> ImpactReport:
    place = Iri(f"{DEMO}{site}") if site else None
    question = assess.Question(Iri(f"{DEMO}{about}"), ChangeKind(kind), old, new, place)
    return assess.report(graph(world), question, revision_hash="")


def said(made: ImpactReport) -> str:
    return " ".join((*made.summary, *made.notes))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("3", "3.5", "3 → 3.5 min stays inside the filed range 2–4 min."),
        ("6", "3", "6 → 3 min comes from outside the filed range 2–4 min and ends inside it."),
        ("", "3", "3 min lies inside the filed range 2–4 min; what it goes from is not given"),
        ("3", "6", "3 → 6 min leaves the filed range 2–4 min."),
    ],
)
def test_the_filed_range_is_told_by_both_ends_of_the_move(graph: Any, old: str, new: str, words: str) -> None:
    assert words in said(report(graph, WORLD, old, new))


def test_a_filed_range_without_own_basis_is_on_that_of_the_factor(graph: Any) -> None:
    made = report(graph, WORLD + "demo:SET kg:basis demo:B2 .")
    assert "Whether 3 → 3.5 min stays inside the filed range 2–4 min is unknown" in said(made)
    assert "one assay" in made.positions[0].reason
    anywhere = report(graph, WORLD + "demo:SET kg:basis demo:B2 .", site="")
    assert "Whether 3 → 3.5 min stays inside" in said(anywhere), "without a site, every site's way of measuring counts"


def test_figures_of_unknown_basis_stay_inside_as_figures_only(graph: Any) -> None:
    made = report(graph, WORLD.replace("; kg:basis demo:B1", ""))
    assert "stays inside the filed range 2–4 min as a figure." in said(made)
    assert "How MOI is measured is not recorded" in said(made)
    assert "as a figure" not in said(report(graph, WORLD))


def test_a_move_outside_on_another_basis_is_said_to_compare_figures_only(graph: Any) -> None:
    assert (
        "leaves the filed range 2–4 min. These are figures that are not known to be measured in the same way."
        in said(report(graph, WORLD + "demo:SET kg:basis demo:B2 .", new="6"))
    )


def test_a_factor_without_any_range_is_said_to_have_none(graph: Any) -> None:
    bare = WORLD.replace("; kg:filedRange demo:F", "").partition("demo:F a")[0]
    assert "No range of any kind is recorded for MOI" in said(report(graph, bare))


def test_normal_and_proven_ranges_that_are_missing_at_the_site_are_named(graph: Any) -> None:
    assert (
        "No normal operating range and no proven acceptable range is recorded at Leiden."
        in report(graph, WORLD).summary
    )
    normal = "demo:N a kg:AcceptableRange ; kg:forFactor demo:P ; kg:rangeType kg:NOR ; kg:atSite demo:BOS ; kg:lowerLimit 1.0 ."
    assert "No normal operating range and" in said(report(graph, WORLD + normal)), (
        "that of another site is not one here"
    )
    assert (
        "No proven acceptable range is recorded at Leiden."
        in report(graph, WORLD + normal.replace("BOS", "LEI")).summary
    )


def test_a_filing_that_names_no_figures_is_told(graph: Any) -> None:
    more = 'demo:EC2 a kg:RegistrationDetail ; rdfs:label "second filing" ; kg:concerns demo:P .'
    assert "second filing concerns MOI and names no filed range that can be read" in said(report(graph, WORLD + more))


def test_what_it_goes_from_is_held_against_the_recorded_setpoint(graph: Any) -> None:
    assert "setpoint" not in said(report(graph, WORLD))
    assert "goes from 2 min, but the setpoint of MOI recorded at Leiden is 3 min" in said(report(graph, WORLD, "2"))
    assert "The setpoint of MOI recorded at Leiden is 3 min." in said(report(graph, WORLD, ""))
    assert "recorded at Leiden is 3 min" in said(report(graph, WORLD, "2", site="")), "every site's setting is read"
    assert "No setting of MOI is recorded at Boston" in said(report(graph, WORLD, site="BOS"))
    words = WORLD.replace("kg:setpoint 3.0", 'kg:textValue "as before"')
    assert "the setpoint of MOI at Leiden is as before: not checked" in said(report(graph, words))
    assert "not checked" in said(report(graph, WORLD + "demo:SET kg:setpoint 4.0 .")), "two setpoints are none"


def test_a_changed_range_is_held_against_what_is_recorded_of_it(graph: Any) -> None:
    assert "filed is recorded as 2–4 min" in said(report(graph, WORLD, "2-5", "2-3", site="", kind="range", about="F"))
    assert "is recorded as" not in said(report(graph, WORLD, "2-4", "2-3", site="", kind="range", about="F"))


def test_a_bare_figure_is_refused_where_the_graph_records_several_units(graph: Any) -> None:
    hours = WORLD + "demo:SET kg:unit unit:HR ."
    with pytest.raises(BadInput, match="has no unit, and MOI is recorded in h and min"):
        report(graph, hours)
    with pytest.raises(BadInput, match="has no unit"):
        report(graph, hours, site="")
    with pytest.raises(BadInput, match="has no unit"):
        report(graph, WORLD + "demo:F kg:unit unit:HR .", "2-4", "2-3", site="", kind="range", about="F")
    assert "3 h → 3.5 min" in said(report(graph, hours, "3 h", "3.5 min"))
    assert report(graph, hours, "3 min", "3.5 min", site="BOS").positions


def test_the_unit_of_a_setting_is_compared_by_conversion(graph: Any) -> None:
    hours = WORLD.replace("kg:setpoint 3.0", "kg:setpoint 0.05 ; kg:unit unit:HR")
    assert "setpoint" not in said(report(graph, hours, "3 min", "3.5 min"))


def test_a_move_without_a_new_value_is_told_for_every_kind_that_moves_a_figure(graph: Any) -> None:
    for kind in ("value", "timing", "excursion"):
        assert "No new value was given" in said(report(graph, WORLD, "", "", kind=kind))


def test_cells_per_millilitre_and_per_litre_compare(graph: Any) -> None:
    world = WORLD.replace("unit:MIN", "unit:NUM-PER-MilliL").replace(
        "kg:lowerLimit 2.0 ; kg:upperLimit 4.0", "kg:unit unit:NUM-PER-L ; kg:lowerLimit 1e8 ; kg:upperLimit 1e11"
    )
    assert "stays inside the filed range" in said(report(graph, world, "1e7", "2e7"))


HYPOTHESIS = """
demo:X a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q3 ; kg:strength kg:none ; %s .
demo:Q3 a kg:QualityAttribute ; rdfs:label "growth" .
"""


@pytest.mark.parametrize(
    "known",
    [
        "kg:status kg:hypothesis ; kg:evidenceLevel kg:smallScale",
        "kg:evidenceLevel kg:unknownEvidence",
        "rdfs:comment 'x'",
    ],
)
def test_no_effect_as_a_guess_or_on_unknown_evidence_is_not_assessed(graph: Any, known: str) -> None:
    made = report(graph, WORLD + HYPOTHESIS % known)
    growth = next(item for item in made.items if item.label == "growth")
    assert (growth.low, growth.high) == (Grade.NONE, Grade.HIGH)
    assert [each.label for each in made.not_covered[0].attributes] == ["growth"]
    assert made.coverage.total.without_effect == 0


def test_no_effect_on_known_evidence_is_assessed(graph: Any) -> None:
    made = report(graph, WORLD + HYPOTHESIS % "kg:evidenceLevel kg:opinion ; kg:status kg:accepted")
    assert made.coverage.total.without_effect == 1
    assert made.not_covered == ()


def test_a_joint_effect_is_not_the_effect_of_the_factor_alone(graph: Any) -> None:
    joint = """demo:R a kg:ProcessParameter . demo:Q3 a kg:QualityAttribute ; rdfs:label "growth" .
    demo:X a kg:Interaction ; kg:ofFactor demo:P , demo:R ; kg:hasEffect demo:Q3 ; kg:strength kg:none ; kg:evidenceLevel kg:opinion ."""
    assert [each.label for each in report(graph, WORLD + joint).not_covered[0].attributes] == ["growth"]


def test_an_attribute_assessed_only_for_a_factor_of_no_step_counts_for_every_factor(graph: Any) -> None:
    more = """demo:GR a kg:GeneralProcess . demo:UO a kg:UnitOperation ; kg:partOf demo:GR ; kg:hasFactor demo:P .
    demo:Z a kg:MaterialAttribute . demo:QZ a kg:QualityAttribute ; rdfs:label "purity" .
    demo:IZ a kg:Influence ; kg:hasCause demo:Z ; kg:hasEffect demo:QZ ; kg:strength kg:low ; kg:evidenceLevel kg:opinion ."""
    assert [each.label for each in report(graph, WORLD + more).not_covered[0].attributes] == ["purity"]


def test_an_interaction_on_an_indicator_is_followed(graph: Any) -> None:
    more = """demo:R a kg:ProcessParameter . demo:PI a kg:PerformanceIndicator ; rdfs:label "yield" .
    demo:X a kg:Interaction ; kg:ofFactor demo:P , demo:R ; kg:hasEffect demo:PI ; kg:strength kg:high ."""
    assert "yield" in {item.label for item in report(graph, WORLD + more).items}


def test_figures_computed_from_others_tell_no_direction(graph: Any) -> None:
    more = """demo:R a kg:InProcessAttribute . demo:D a kg:QualityAttribute ; rdfs:label "ratio" ; kg:computedFrom demo:Q , demo:R .
    demo:I kg:direction kg:increases .
    demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high ; kg:direction kg:decreases ."""
    assert not next(item for item in report(graph, WORLD + more).items if item.label == "ratio").opposing


def test_what_is_only_named_by_a_statement_can_change(graph: Any) -> None:
    made = report(
        graph, WORLD + "demo:J a kg:Influence ; kg:hasCause demo:PX ; kg:hasEffect demo:Q .", "", "", "", about="PX"
    )
    assert "copy number" in {item.label for item in made.items}
    with pytest.raises(NotFound):
        report(graph, WORLD, about="PY")
