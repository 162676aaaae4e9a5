"""What cannot be computed is a sentence: never a wrong number, never silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.impact import ChangeKind, Effect, ImpactReport
from kgapp.domain.quantity import Position
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess, summary

DEMO = "https://w3id.org/kgapp/demo/"
SITE = 'demo:EU a kg:Region . demo:LEI a kg:Site ; rdfs:label "Leiden" ; kg:inRegion demo:EU .\n'
FACTOR = """demo:P a kg:ProcessParameter ; rdfs:label "IL-2" {unit} .
demo:Q a kg:QualityAttribute ; rdfs:label "phenotype" .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:opinion .
demo:EC a kg:RegistrationDetail ; rdfs:label "filing" ; kg:concerns demo:P ; kg:filedRange demo:F ; kg:inRegion demo:EU .
demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed ; {filed} .
demo:PAR a kg:AcceptableRange ; rdfs:label "proven" ; kg:forFactor demo:P ; kg:forAttribute demo:Q ; kg:atSite demo:LEI ;
  kg:rangeType kg:PAR ; {filed} ."""
IU = "; kg:unit unit:IU-PER-MilliL"
MIN = "; kg:unit unit:MIN"


def report(graph: Any, world: str, old: str = "", new: str = "", kind: str = "value", about: str = "P") -> ImpactReport:
    question = assess.Question(Iri(f"{DEMO}{about}"), ChangeKind(kind), old, new, Iri(f"{DEMO}LEI"))
    return assess.report(graph(SITE + world), question, revision_hash="")


def said(made: ImpactReport) -> str:
    return " ".join((*made.summary, *made.notes))


def test_an_empty_graph_is_a_sentence(graph: Any) -> None:
    with pytest.raises(NotFound, match="The graph says nothing about P"):
        assess.report(graph(""), assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE), revision_hash="")


def test_a_change_of_an_unconnected_entity_is_unknown_and_never_no_impact(graph: Any) -> None:
    made = report(graph, 'demo:P a kg:ProcessParameter ; rdfs:label "alone" .')
    assert made.items == ()
    assert (
        "No rule of kgapp leads on from alone to anything in this graph. That is unknown, never “no impact”."
        in said(made)
    )
    assert made.coverage.total.cells == 0
    several = assess.Question(
        Iri(f"{DEMO}P"), ChangeKind.VALUE, also=(assess.Question(Iri(f"{DEMO}R"), ChangeKind.VALUE),)
    )
    both = "demo:P a kg:ProcessParameter ; rdfs:label 'one' . demo:R a kg:ProcessParameter ; rdfs:label 'other' ."
    assert "leads on from one and other to anything" in said(assess.report(graph(both), several, revision_hash=""))


def test_rules_that_lead_in_a_circle_come_to_an_end_and_tell_each_thing_once(graph: Any) -> None:
    circle = """demo:P a kg:HoldTime ; rdfs:label "one" ; kg:cumulativeWith demo:R .
    demo:R a kg:HoldTime ; rdfs:label "two" ; kg:cumulativeWith demo:T . demo:T a kg:HoldTime ; rdfs:label "three" ; kg:cumulativeWith demo:P .
    demo:I a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:P ; kg:strength kg:high . demo:T kg:computedFrom demo:R ."""
    made = report(graph, circle, kind="timing")
    assert sorted(item.label for item in made.items if item.effect is Effect.AFFECTED) == ["three", "two"]
    assert all(item.why for item in made.items)


def test_a_missing_unit_is_told_and_nothing_is_compared_with_it(graph: Any) -> None:
    filed = "kg:lowerLimit 50.0 ; kg:upperLimit 200.0 ; kg:unit unit:MIN"
    made = report(graph, FACTOR.format(unit="", filed=filed), "100", "120")
    assert "No unit is recorded for IL-2; figures without one compare only with each other." in said(made)
    assert "is unknown. A figure without a unit does not compare with one in min." in said(made)
    assert {each.new for each in made.positions} == {Position.NOT_COMPARABLE}
    with pytest.raises(BadInput, match="no recorded unit: these do not convert"):
        report(graph, FACTOR.format(unit="", filed=filed), "100", "120 min")


def test_minutes_and_hours_compare_by_conversion(graph: Any) -> None:
    filed = "kg:lowerLimit 0.0 ; kg:upperLimit 0.5 ; kg:unit unit:HR"
    inside = report(graph, FACTOR.format(unit=MIN, filed=filed), "20", "25")
    assert {each.new for each in inside.positions} == {Position.INSIDE}
    outside = report(graph, FACTOR.format(unit=MIN, filed=filed), "20", "1 h")
    assert {each.new for each in outside.positions} == {Position.OUTSIDE}
    assert "20 min → 1 h leaves the filed range 0–0.5 h" in said(outside)


def test_units_that_do_not_convert_are_named_and_hold_nothing(graph: Any) -> None:
    filed = "kg:lowerLimit 5.0 ; kg:upperLimit 10.0 ; kg:unit unit:NanoGM-PER-MilliL"
    made = report(graph, FACTOR.format(unit=IU, filed=filed), "6", "7")
    assert (
        "Whether 6 → 7 IU/mL stays inside the filed range 5–10 ng/mL (EU) is unknown. IU/mL and ng/mL do not convert"
        in said(made)
    )
    assert {each.new for each in made.positions} == {Position.NOT_COMPARABLE}
    (proven,) = made.barriers
    assert "7 IU/mL does not compare with a range 5–10 ng/mL." in proven.void
    assert all(item.held == item.high for item in made.items)
    with pytest.raises(BadInput, match="“7 ng/mL” is in ng/mL, but IL-2 is in IU/mL: these do not convert"):
        report(graph, FACTOR.format(unit=IU, filed=filed), "6", "7 ng/mL")


@pytest.mark.parametrize("filed", ['kg:textValue "as in the protocol"', 'kg:lowerLimit "as in the protocol"'])
def test_a_range_in_words_is_quoted_and_compares_with_nothing(graph: Any, filed: str) -> None:
    made = report(graph, FACTOR.format(unit=MIN, filed=filed), "20", "25")
    assert "the filed range given in words, “as in the protocol” (EU) is unknown." in said(made)
    assert {each.new for each in made.positions} == {Position.NOT_COMPARABLE}
    assert all(barrier.void for barrier in made.barriers)


def test_a_range_without_anything_is_said_to_have_no_figures(graph: Any) -> None:
    made = report(graph, FACTOR.format(unit=MIN, filed='rdfs:comment "x"'), "20", "25")
    assert "the filed range without figures (EU) is unknown. It has no figures." in said(made)


def test_a_changed_range_in_words_is_refused_with_what_to_write(graph: Any) -> None:
    with pytest.raises(BadInput, match="“as needed” is not a range") as refused:
        report(graph, FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0"), "as needed", "1-2", kind="range")
    assert refused.value.hint


# ---- What takes the place of a thing

MODELS = """demo:E a kg:EquipmentModel ; rdfs:label "old" . demo:N a kg:EquipmentModel ; rdfs:label "new" .
demo:M a kg:Material ; rdfs:label "medium" . demo:P a kg:ProcessParameter ; rdfs:label "rate" . demo:N kg:controlsFactor demo:P .
demo:EQ a kg:Equipment ; rdfs:label "machine" ; kg:ofModel demo:E . demo:U rdfs:label "unclassified" ."""


def replaced(graph: Any, new: str, about: str = "E", kind: str = "replacement") -> ImpactReport:
    question = assess.Question(Iri(f"{DEMO}{about}"), ChangeKind(kind), new_thing=Iri(f"{DEMO}{new}"))
    return assess.report(graph(SITE + MODELS), question, revision_hash="")


@pytest.mark.parametrize(
    ("new", "kind", "sentence"),
    [
        ("M", "replacement", "medium, which is a material, cannot take the place of old, which is an equipment model"),
        ("E", "replacement", "old cannot take its own place"),
        ("N", "removal", "Only a replacement says what takes its place"),
    ],
)
def test_what_cannot_take_the_place_of_a_thing_is_said(graph: Any, new: str, kind: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        replaced(graph, new, kind=kind)
    assert refused.value.hint


def test_nothing_known_of_what_takes_the_place_is_an_error_not_an_empty_answer(graph: Any) -> None:
    with pytest.raises(NotFound, match="says nothing about GONE"):
        replaced(graph, "GONE")


def test_what_comes_and_what_goes_is_told_and_so_is_that_nothing_is_recorded(graph: Any) -> None:
    made = replaced(graph, "N")
    assert "What old brings to the process is not recorded." in made.summary
    assert "With new comes: nothing that is recorded. It bears on rate." in made.summary
    assert (made.change.new_thing and made.change.new_thing.label) == "new"
    assert replaced(graph, "N", about="EQ").change.new == "new", "a model can take the place of a machine"


# ---- Regions

PROVISION = 'demo:V a kg:Provision ; rdfs:label "rule" ; kg:bearsOn demo:P {region} . demo:JP a kg:Region ; rdfs:label "Japan" .'


def test_a_provision_without_region_stays_listed_and_says_so(graph: Any) -> None:
    made = report(graph, FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0") + PROVISION.format(region=""))
    (item,) = [item for item in made.items if item.label == "rule"]
    assert item.note == "region not recorded"


def test_a_provision_of_another_region_is_counted_not_listed(graph: Any) -> None:
    world = FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0") + PROVISION.format(region="; kg:inRegion demo:JP")
    made = report(graph, world)
    assert "rule" not in {item.label for item in made.items}
    assert "1 provision of Japan is not listed" in said(made)
    everywhere = made = report(graph, world.replace('"Japan"', '"ICH (international)"'))
    assert "rule" in {item.label for item in everywhere.items}


def test_where_the_region_of_the_site_is_not_recorded_all_provisions_are_listed(graph: Any) -> None:
    world = FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0") + PROVISION.format(region="; kg:inRegion demo:JP")
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, site=Iri(f"{DEMO}LEI"))
    made = assess.report(graph(SITE.replace("; kg:inRegion demo:EU", "") + world), question, revision_hash="")
    assert "rule" in {item.label for item in made.items}
    assert "In which region Leiden is, is not recorded: provisions of all regions are listed." in made.notes


# ---- Several sites, several changes of one factor


def test_a_cell_counts_as_assessed_only_where_it_was_for_each_site_that_changes(graph: Any) -> None:
    world = SITE + FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0").replace(
        "kg:hasEffect demo:Q ;", "kg:hasEffect demo:Q ; kg:atSite demo:LEI ;"
    )
    world += 'demo:BOS a kg:Site ; rdfs:label "Boston" .'
    here, there = (
        assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, "1", "2", Iri(f"{DEMO}{site}")) for site in ("LEI", "BOS")
    )
    alone = assess.report(graph(world), here, revision_hash="")
    assert (alone.coverage.total.with_effect, alone.not_covered) == (1, ())
    both = assess.report(graph(world), replace(here, also=(there,)), revision_hash="")
    assert both.coverage.total.not_assessed == 1


def test_a_range_that_another_change_moves_the_factor_of_is_void(graph: Any) -> None:
    world = SITE + FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0 ; kg:upperLimit 9.0 ; kg:basis demo:B")
    world += """demo:R a kg:ProcessParameter ; rdfs:label "speed" .
    demo:J a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:P ; kg:strength kg:low ."""
    first = assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, "2", "3", Iri(f"{DEMO}LEI"))
    also = assess.Question(Iri(f"{DEMO}R"), ChangeKind.VALUE, site=Iri(f"{DEMO}LEI"))
    made = assess.report(graph(world), replace(first, also=(also,)), revision_hash="")
    (proven,) = made.barriers
    assert "Another change of this assessment moves the factor too: speed." in proven.void
    assert [each.sentence.partition(":")[0] for each in made.positions] == ["IL-2", "IL-2"], "each names its factor"
    assert "IL-2" in {item.label for item in made.items}, "what changes is an item where another change reaches it"


def test_two_changes_of_one_factor_are_told_against_the_same_range(graph: Any) -> None:
    world = SITE + FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0 ; kg:upperLimit 9.0")
    one, other = (
        assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, "2", new, Iri(f"{DEMO}LEI")) for new in ("3", "20")
    )
    made = assess.report(graph(world), replace(one, also=(other,)), revision_hash="")
    (proven,) = made.barriers
    assert any("20 min is not inside" in reason for reason in proven.void)
    (alone,) = assess.report(graph(world), one, revision_hash="").barriers
    assert not any("20 min" in reason for reason in alone.void)


def test_one_line_names_a_few_changes_and_counts_the_rest(graph: Any) -> None:
    world = SITE + "".join(f'demo:F{n} a kg:ProcessParameter ; rdfs:label "factor {n}" .' for n in range(6))
    asked = [assess.Question(Iri(f"{DEMO}F{n}"), ChangeKind.VALUE) for n in range(6)]
    few = assess.report(graph(world), replace(asked[0], also=tuple(asked[1:4])), revision_hash="")
    many = assess.report(graph(world), replace(asked[0], also=tuple(asked[1:])), revision_hash="")
    assert summary.heading(few) == "factor 0: value; factor 1: value; factor 2: value; factor 3: value"
    assert summary.heading(many) == "factor 0: value; factor 1: value; factor 2: value; and 3 more"


def test_a_thing_that_is_changed_twice_in_the_same_way_is_told(graph: Any) -> None:
    world = FACTOR.format(unit=MIN, filed="kg:lowerLimit 1.0")
    one, other = (assess.Question(Iri(f"{DEMO}P"), ChangeKind.VALUE, "2", new) for new in ("3", "1"))
    made = assess.report(graph(SITE + world), replace(one, also=(other,)), revision_hash="")
    assert "IL-2 is in 2 of these changes: where it ends is not said." in made.notes
    (item,) = [item for item in made.items if item.label == "phenotype"]
    assert not item.opposing, "nobody recorded in which direction it acts"
    directed = world.replace("kg:strength kg:high", "kg:strength kg:high ; kg:direction kg:increases")
    made = assess.report(graph(SITE + directed), replace(one, also=(other,)), revision_hash="")
    assert next(item for item in made.items if item.label == "phenotype").opposing
