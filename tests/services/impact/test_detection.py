"""Detection is told only where a test would show the effect: after the change has acted, by what measures it, to a limit."""

from __future__ import annotations

from typing import Any

import pytest

from kgapp.domain.impact import ChangeKind, ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """
demo:LEI a kg:Site ; rdfs:label "Leiden" ; kg:inRegion demo:EU . demo:BOS a kg:Site ; rdfs:label "Boston" ; kg:inRegion demo:US .
demo:GR a kg:GeneralProcess .
demo:UO0 a kg:UnitOperation ; rdfs:label "Receipt" ; kg:partOf demo:GR ; kg:precedes demo:UO .
demo:UO a kg:UnitOperation ; rdfs:label "Transduction" ; kg:partOf demo:GR ; kg:hasFactor demo:P ; kg:precedes demo:UO2 .
demo:UO2 a kg:UnitOperation ; rdfs:label "Expansion" ; kg:partOf demo:GR ; kg:hasFactor demo:R ; kg:precedes demo:UO3 .
demo:UO3 a kg:UnitOperation ; rdfs:label "Fill" ; kg:partOf demo:GR .
demo:REL a kg:ReleaseTesting ; rdfs:label "Release" .
demo:ST0 a kg:SiteStep ; rdfs:label "Receipt at Leiden" ; kg:ofUnitOperation demo:UO0 ; kg:atSite demo:LEI .
demo:ST3 a kg:SiteStep ; rdfs:label "Fill at Leiden" ; kg:ofUnitOperation demo:UO3 ; kg:atSite demo:LEI .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" . demo:R a kg:ProcessParameter ; rdfs:label "cell density" .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high .
demo:AM a kg:AnalyticalMethod ; rdfs:label "digital PCR" ; kg:measuresAttribute demo:Q .
demo:AML a kg:MethodAtSite ; rdfs:label "digital PCR at Leiden" ; kg:ofMethod demo:AM ; kg:atSite demo:LEI ; kg:methodStatus kg:validated .
demo:SMP a kg:SamplingPoint ; rdfs:label "sample" ; kg:forAttribute demo:Q ; kg:atSite demo:LEI ; kg:ofMethod demo:AM ; kg:atStep demo:UO .
demo:SPEC a kg:Specification ; rdfs:label "criterion" ; kg:forAttribute demo:Q ; kg:inRegion demo:EU ; kg:upperLimit 5.0 .
"""
LATER_FACTOR = """
demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high .
demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q ; kg:strength kg:high .
"""


def report(graph: Any, world: str, site: str = "LEI") -> ImpactReport:
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, "3", "5", Iri(f"{DEMO}{site}") if site else None)
    return assess.report(graph(world), question, revision_hash="")


def copy_number(made: ImpactReport) -> Item:
    return next(item for item in made.items if item.iri == f"{DEMO}Q")


def sampled(step: str) -> str:
    return WORLD.replace("kg:atStep demo:UO .", step)


@pytest.mark.parametrize("step", ["demo:UO", "demo:UO2", "demo:UO3", "demo:ST3", "demo:REL"])
def test_a_sample_taken_where_the_change_acts_or_later_detects(graph: Any, step: str) -> None:
    assert len(copy_number(report(graph, sampled(f"kg:atStep {step} ."))).detected_by) == 1


@pytest.mark.parametrize("step", ["demo:UO0", "demo:ST0"])
def test_a_sample_taken_before_the_change_acts_detects_nothing(graph: Any, step: str) -> None:
    item = copy_number(report(graph, sampled(f"kg:atStep {step} .")))
    assert item.detected_by == ()
    assert "Receipt" in item.undetected_because[0]
    assert "Transduction, where the change acts" in item.undetected_because[0]


def test_a_sample_at_no_recorded_step_or_at_one_of_unknown_order_detects_nothing(graph: Any) -> None:
    nowhere = copy_number(report(graph, sampled("rdfs:comment 'no step' .")))
    assert nowhere.detected_by == ()
    assert "is not recorded" in nowhere.undetected_because[0]
    beside = copy_number(report(graph, sampled("kg:atStep demo:UO9 .") + "demo:UO9 a kg:UnitOperation ."))
    assert beside.detected_by == ()


def test_the_order_number_tells_what_comes_later_where_no_step_precedes_another(graph: Any) -> None:
    world = sampled("kg:atStep demo:UO3 .").replace("; kg:precedes demo:UO3", "; kg:order 2")
    ordered = "demo:UO kg:order 1 . demo:UO3 kg:order 3 ."
    assert copy_number(report(graph, world)).detected_by == ()
    assert copy_number(report(graph, world + ordered)).detected_by


def test_a_sample_before_the_last_factor_that_the_change_moves_detects_nothing(graph: Any) -> None:
    assert copy_number(report(graph, WORLD + LATER_FACTOR)).detected_by == ()
    late = sampled("kg:atStep demo:UO3 .") + LATER_FACTOR
    assert copy_number(report(graph, late)).detected_by


def test_a_chain_through_a_later_factor_is_shown_by_a_sample_after_that_factor(graph: Any) -> None:
    chain = sampled("kg:atStep demo:UO2 .").replace(
        "kg:hasEffect demo:Q ; kg:strength", "kg:hasEffect demo:R ; kg:strength"
    )
    chain += "demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q ; kg:strength kg:high ."
    assert copy_number(report(graph, chain)).detected_by


@pytest.mark.parametrize(
    "words", ["not yet set", "TBD", "to be defined", "report result", "for information only", "N/A"]
)
def test_words_that_set_no_criterion_are_none(graph: Any, words: str) -> None:
    item = copy_number(report(graph, WORLD.replace("kg:upperLimit 5.0", f'kg:textValue "{words}"')))
    assert item.detected_by == ()
    assert "No criterion" in item.undetected_because[0]


@pytest.mark.parametrize("words", ["not detected", "sterile", "intact", "no growth", "complies with Ph. Eur."])
def test_a_criterion_in_words_is_told_as_words(graph: Any, words: str) -> None:
    item = copy_number(report(graph, WORLD.replace("kg:upperLimit 5.0", f'kg:textValue "{words}"')))
    assert item.detected_by[0].limit == f"criterion in words: {words}"


def test_figures_that_contradict_each_other_are_no_limit(graph: Any) -> None:
    item = copy_number(report(graph, WORLD + "demo:SPEC kg:upperLimit 9.0 ; kg:textValue 'low' ."))
    assert item.detected_by == ()


@pytest.mark.parametrize("entity", ["SMP", "AML", "SPEC"])
def test_what_is_retired_detects_nothing(graph: Any, entity: str) -> None:
    assert copy_number(report(graph, WORLD + f"demo:{entity} kg:status kg:retired .")).detected_by == ()


def test_contradicting_times_of_a_result_promise_neither(graph: Any) -> None:
    both = (
        "demo:SMP kg:resultAvailable kg:beforeInfusion, kg:afterInfusion ; kg:turnaround 1.0, 9.0 ; kg:unit unit:DAY ."
    )
    (detection,) = copy_number(report(graph, WORLD + both)).detected_by
    assert detection.before_infusion is None
    assert detection.turnaround is None


def test_something_without_a_class_is_no_criterion(graph: Any) -> None:
    world = WORLD.replace("demo:SPEC a kg:Specification ;", "demo:SPEC")
    assert copy_number(report(graph, world)).detected_by == ()


def test_without_a_site_the_summary_says_that_some_sites_are_blind(graph: Any) -> None:
    made = report(graph, WORLD, site="")
    assert "Nothing detects it at Boston." in copy_number(made).undetected_because
    assert any("at some sites and not at others" in sentence and "copy number" in sentence for sentence in made.summary)
    assert not any("not at others" in sentence for sentence in report(graph, WORLD).summary)


def test_a_parameter_that_is_set_from_what_moves_acts_at_its_own_step(graph: Any) -> None:
    world = WORLD.replace("demo:I a kg:Influence ; kg:hasCause demo:P", "demo:I a kg:Influence ; kg:hasCause demo:R")
    made = report(graph, world + "demo:R kg:computedFrom demo:P .")
    assert copy_number(made).detected_by == ()
    assert "Expansion, where the change acts" in copy_number(made).undetected_because[0]
