"""The eight traps of the demo can be found in its data, and what the scenarios of an impact review need is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from rdflib import Graph, Namespace

pytestmark = pytest.mark.no_cover

KG = Namespace("https://w3id.org/kgapp/ontology#")
DEMO = Namespace("https://w3id.org/kgapp/demo/")

Ask = Callable[[str], list[tuple[str, ...]]]


def test_trap_1_the_same_moi_is_not_the_same(ask: Ask) -> None:
    assert ask("""SELECT ?site ?value ?low ?high ?basis WHERE {
        ?set a kg:SiteSetting ; kg:forFactor demo:P17 ; kg:atSite ?site ; kg:setpoint ?value ; kg:basis ?basis .
        ?nor kg:rangeType kg:NOR ; kg:forFactor demo:P17 ; kg:atSite ?site ; kg:basis ?basis ;
             kg:lowerLimit ?low ; kg:upperLimit ?high }""") == [
        ("BOS", "3", "2", "4", "BASIS-TITRE-BOS"),
        ("LEI", "3", "2", "4", "BASIS-TITRE-LEI"),
    ]
    assert not ask("""SELECT ?x WHERE {
        demo:BASIS-TITRE-BOS (kg:bridgedTo|^kg:bridgedTo)+ ?x . FILTER ( ?x = demo:BASIS-TITRE-LEI ) }""")


def test_trap_1_the_proven_range_of_the_moi_holds_in_boston_only(ask: Ask) -> None:
    assert ask("""SELECT ?attribute ?site ?low ?high ?basis WHERE {
        ?par kg:rangeType kg:PAR ; kg:forFactor demo:P17 ; kg:forAttribute ?attribute ; kg:atSite ?site ;
             kg:lowerLimit ?low ; kg:upperLimit ?high ; kg:basis ?basis }""") == [
        ("Q03", "BOS", "1", "5", "BASIS-TITRE-BOS"),
        ("Q04", "BOS", "1", "5", "BASIS-TITRE-BOS"),
    ]


def test_trap_1_the_open_change_leaves_what_both_regions_filed(ask: Ask) -> None:
    assert ask("""SELECT ?detail ?region ?to ?high WHERE {
        demo:CH1 kg:status kg:open ; kg:changes ?factor ; kg:toValue ?to ; kg:atSite demo:LEI .
        ?detail kg:concerns ?factor ; kg:filedRange ?filed ; kg:inRegion ?region . ?filed kg:upperLimit ?high
        FILTER ( ?to > ?high ) }""") == [("EC1", "US", "5", "4"), ("EC2", "EU", "5", "4")]
    assert ask("SELECT ?l ?h WHERE { demo:CH1 kg:toRange ?r . ?r kg:lowerLimit ?l ; kg:upperLimit ?h }") == [
        ("3", "12")
    ]
    assert ask("SELECT ?x WHERE { demo:CH1 kg:toRange/kg:rangeType ?x }") == [("proposedRange",)]


def test_trap_2_leiden_rests_overnight_and_the_literature_disagrees(ask: Ask) -> None:
    assert ask(
        "SELECT ?site ?v WHERE { ?s a kg:SiteSetting ; kg:forFactor demo:P09 ; kg:atSite ?site ; kg:setpoint ?v }"
    ) == [
        ("BOS", "2"),
        ("LEI", "16"),
    ]
    assert ("T09", "T10") in ask("""SELECT ?a ?b WHERE {
        ?a kg:concerns demo:P09 ; kg:contradicts ?b ; kg:scope ?s1 . ?b kg:concerns demo:P09 ; kg:scope ?s2 }""")


def test_trap_3_rocking_does_not_apply_at_leiden_and_area_based_settings_are_missing(ask: Ask) -> None:
    unset = ask("""SELECT ?factor WHERE {
        demo:SP-LEI kg:choosesOption ?option . ?option kg:brings ?factor . ?step kg:hasFactor ?factor
        FILTER NOT EXISTS { ?set a kg:SiteSetting ; kg:forFactor ?factor ; kg:atSite demo:LEI } }""")
    assert unset == [("P51",), ("P52",), ("P53",)]
    by_design = ask("""SELECT DISTINCT ?factor WHERE {
        demo:SP-LEI kg:choosesOption/kg:excludes ?other . demo:SP-BOS kg:choosesOption ?other .
        ?other kg:brings ?factor . ?set a kg:SiteSetting ; kg:forFactor ?factor ; kg:atSite demo:BOS
        FILTER NOT EXISTS { ?at a kg:SiteSetting ; kg:forFactor ?factor ; kg:atSite demo:LEI } }""")
    assert by_design == [("P15",), ("P27",), ("P28",), ("P29",), ("P30",)]


def test_trap_4_the_activation_reagent_is_short_and_its_substitute_is_a_major_change(ask: Ask) -> None:
    assert ask("""SELECT DISTINCT ?material ?substitute ?advice WHERE {
        ?event a kg:SupplyEvent ; kg:concerns ?material . ?material a kg:Material ; kg:substitutableBy ?substitute .
        ?advice kg:concerns ?material, ?substitute FILTER EXISTS { ?advice a kg:PublishedKnowHow }
        FILTER EXISTS { ?use kg:ofMaterial ?material ; kg:atSite demo:BOS } }""") == [("M02", "M03", "T20")]


def test_trap_5_leiden_selects_with_beads_in_the_wrong_buffer(ask: Ask) -> None:
    assert ask("""SELECT ?value ?advice WHERE {
        demo:SP-LEI kg:choosesOption ?o . ?o kg:brings demo:M03, demo:P12 .
        ?set a kg:SiteSetting ; kg:forFactor demo:P12 ; kg:atSite demo:LEI ; kg:textValue ?value .
        ?advice kg:concerns demo:P12 ; kg:affectsAttribute demo:Q03
    }""") == [("X-VIVO 15 (beads)", "T01")]
    assert not ask("SELECT ?o WHERE { demo:SP-BOS kg:choosesOption ?o . ?o kg:brings demo:M03 }")


def test_trap_6_copy_number_and_potency_are_not_transferred_and_a_gate_is_set_by_eye(ask: Ask) -> None:
    assert ask("SELECT ?m WHERE { ?s kg:methodStatus kg:notTransferred ; kg:atSite demo:LEI ; kg:ofMethod ?m }") == [
        ("AM3",),
        ("AM4",),
    ]
    assert ask("""SELECT ?method ?advice WHERE {
        ?gap a kg:Gap ; kg:concerns ?at . ?at kg:atSite demo:LEI ; kg:ofMethod ?method . ?advice kg:concerns ?method
    }""") == [("AM2", "T30")]


def test_trap_6_nothing_detects_the_copy_number_at_leiden_but_boston_does(ask: Ask) -> None:
    detecting = """SELECT ?site WHERE {{
        ?point a kg:SamplingPoint ; kg:forAttribute demo:{0} ; kg:atSite ?site ; kg:ofMethod ?method .
        ?at a kg:MethodAtSite ; kg:ofMethod ?method ; kg:atSite ?site ; kg:methodStatus ?status .
        ?site kg:inRegion ?region . ?spec a kg:Specification ; kg:forAttribute demo:{0} ; kg:inRegion ?region
        FILTER ( ?status IN ( kg:validated, kg:transferred ) ) }}"""
    assert ask(detecting.format("Q04")) == [("BOS",)]
    assert ask(detecting.format("Q05")) == [("BOS",)]
    assert ask(detecting.format("Q03")) == [("BOS",), ("LEI",)]


def test_trap_6_two_freezers_with_one_name_are_two_models(ask: Ask) -> None:
    assert ask("""SELECT ?site ?model ?profile ?basis WHERE {
        ?step kg:ofUnitOperation demo:UO10 ; kg:usesEquipment ?e ; kg:atSite ?site .
        ?e kg:ofModel ?model ; kg:recipeVersion ?profile .
        ?set a kg:SiteSetting ; kg:forFactor demo:P44 ; kg:atSite ?site ; kg:basis ?basis ; kg:setpoint ?set_to
        FILTER ( ?set_to = 1 ) }""") == [
        ("BOS", "E06", "profile B3", "BASIS-COOL-BOS"),
        ("LEI", "E11", "profile L1", "BASIS-COOL-LEI"),
    ]


def test_trap_7_the_expert_who_holds_most_leaves_in_nine_months(ask: Ask, demo: Graph) -> None:
    start = demo.value(DEMO.project, KG.referenceDate)
    leaves = demo.value(DEMO.EX1, KG.leavesOn)
    assert date.fromisoformat(str(start)) == date(2026, 3, 1)
    assert date.fromisoformat(str(leaves)) == date(2026, 12, 1)
    held = ask("SELECT ?k ?p WHERE { ?k kg:heldBy ?p }")
    alone = {k for k, p in held if p == "EX1"} - {k for k, p in held if p != "EX1"}
    assert len({k for k, p in held if p == "EX1"}) > len({k for k, _ in held}) / 2
    assert {"T14", "T42", "T47"} <= alone


def test_trap_8_a_guideline_on_changes_is_a_draft_and_something_rests_on_it(ask: Ask) -> None:
    drafts = ask("SELECT ?p WHERE { ?p a kg:Provision ; kg:status kg:draft ; kg:bearsOnTopic kg:changeTopic }")
    assert drafts == [("CN-CHG25",), ("US-COMP23",)]
    assert ask("SELECT ?s WHERE { ?s kg:citesProvision demo:US-COMP23 }") == [("EC8",), ("GAP10",), ("PI20",)]


def test_a_training_on_titration_failed_and_two_are_planned(ask: Ask) -> None:
    assert ask("""SELECT ?t ?ok WHERE {
        ?t kg:transfers demo:T14 OPTIONAL { ?t kg:competent ?ok } }""") == [("TE1", "false"), ("TE2", ""), ("TE3", "")]


def test_a_deviation_revealed_know_how_that_was_not_transferred(ask: Ask) -> None:
    assert ask("""SELECT ?d ?k WHERE {
        ?d a kg:Deviation ; kg:revealed ?k ; kg:atSite demo:LEI
        FILTER NOT EXISTS { ?t kg:transfers ?k ; kg:atSite demo:LEI ; kg:competent true } }""") == [
        ("DEV1", "T14"),
        ("DEV3", "T42"),
    ]


def test_there_are_sensory_items_of_every_sense(ask: Ask) -> None:
    senses = ask("SELECT ?s ?sense WHERE { ?s a kg:TacitAssertion ; kg:senseChannel ?sense ; kg:invented true }")
    assert len(senses) >= 10
    assert {sense for _, sense in senses} == {"sight", "touch", "sound", "smell"}


def test_both_sites_have_enough_batches_for_a_control_chart(ask: Ask) -> None:
    batches = [site for _, site in ask("SELECT ?b ?s WHERE { ?b a kg:Batch ; kg:atSite ?s }")]
    assert (batches.count("BOS"), batches.count("LEI")) == (12, 6)
    for attribute in ("Q01", "Q03", "Q04"):
        results = ask(f"SELECT ?b WHERE {{ ?r kg:ofBatch ?b ; kg:forAttribute demo:{attribute} ; kg:value ?v }}")
        assert len(results) == 18


def test_copy_numbers_at_leiden_lie_further_off_than_the_margin(ask: Ask) -> None:
    rows = ask("SELECT ?r ?s ?v WHERE { ?r kg:forAttribute demo:Q04 ; kg:value ?v ; kg:ofBatch/kg:atSite ?s }")
    values = {site: [float(v) for _, s, v in rows if s == site] for site in ("BOS", "LEI")}
    distance = sum(values["LEI"]) / len(values["LEI"]) - sum(values["BOS"]) / len(values["BOS"])
    (margin,) = (float(m) for (m,) in ask("SELECT ?m WHERE { demo:CS2 kg:margin ?m ; kg:forAttribute demo:Q04 }"))
    assert distance > margin


def test_no_result_lies_after_the_reference_date(demo: Graph) -> None:
    today = str(demo.value(DEMO.project, KG.referenceDate))
    assert max(str(day) for day in demo.objects(None, KG.resultDate)) <= today


def test_scenario_a_moi_reaches_attributes_knowingly_unknowingly_and_by_computation(ask: Ask) -> None:
    rows = ask("SELECT ?q ?x WHERE { ?i kg:hasCause demo:P17 ; kg:hasEffect ?q OPTIONAL { ?i kg:strength ?x } }")
    strengths = {row[0]: row[1] for row in rows}
    assert (strengths["Q03"], strengths["Q04"]) == ("high", "high")
    assert (strengths["Q05"], strengths["Q11"]) == ("", "")
    assert ("Q03",) in ask("SELECT ?q WHERE { demo:Q12 kg:computedFrom ?q }")
    assert ask("SELECT ?s WHERE { ?o kg:offersMaterial/kg:affectsFactor demo:P17 ; kg:offeredBy ?s }") == [("S07",)]


def test_scenario_c_cooling_interacts_with_warming_and_was_proven_in_vials(ask: Ask) -> None:
    assert ("X1",) in ask("SELECT ?x WHERE { ?x kg:ofFactor demo:P44, demo:P45 }")
    assert ask("SELECT ?scale ?high WHERE { demo:PAR-BOS-P44-Q01 kg:atScale ?scale ; kg:upperLimit ?high }") == [
        ("laboratoryScale", "6")
    ]


def test_scenario_d_the_bead_option_brings_beads_magnet_and_a_limit(ask: Ask) -> None:
    brought = {x for (x,) in ask("SELECT ?x WHERE { demo:O4 kg:brings ?x }")}
    assert {"M03", "P14", "P12", "Q10", "E13"} <= brought
    assert ask("SELECT ?c WHERE { ?c kg:changes demo:M02 ; kg:changeKind kg:replacement }") == [("CH2",)]


def test_scenario_g_a_changed_gate_is_a_change_of_method(ask: Ask) -> None:
    assert ask("SELECT ?c ?m WHERE { ?c kg:changeKind kg:methodChange ; kg:changes/kg:ofMethod ?m }") == [
        ("CH4", "AM2")
    ]


def test_scenario_i_a_warm_apheresis_is_one_batch_and_an_interaction(ask: Ask) -> None:
    assert ask("""SELECT ?v ?d ?batch ?x WHERE {
        demo:DEV2 kg:actualValue ?v ; kg:duration ?d ; kg:affectsBatch ?batch . ?x kg:ofFactor demo:P02 }""") == [
        ("15", "30", "B-BOS-09", "X2")
    ]


def test_scenario_j_the_fill_time_is_practice_and_never_called_proven(ask: Ask) -> None:
    assert ask("SELECT ?w WHERE { demo:OBS-P43 kg:evidenceWord ?w }") == [("practice",)]
    assert not ask("SELECT ?r WHERE { ?r kg:forFactor demo:P43 ; kg:rangeType kg:PAR }")


def test_scenario_j_kobe_has_gates_and_no_filing(ask: Ask) -> None:
    assert ask("""SELECT ?p WHERE { demo:KOB kg:inRegion ?r . ?p kg:inRegion ?r ; kg:bearsOn ?x
        FILTER ( ?x IN ( demo:M10, demo:M12 ) ) }""") == [("JP-CART",), ("JP-SBRM",)]
    assert not ask("SELECT ?d WHERE { ?d kg:dossierSection ?s ; kg:inRegion demo:JP }")
