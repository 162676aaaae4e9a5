"""What a review found lost: whatever can change leads on, in the right way, and what rests on a person crosses sites."""

from __future__ import annotations

from typing import Any

import pytest

from kgapp.domain.impact import ChangeKind, Effect, ImpactReport, Item
from kgapp.domain.propagation import RULE_BOOK
from kgapp.domain.rules import Group, Kind, ancestors
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import OWL
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """
demo:EU a kg:Region ; rdfs:label "EU" .
demo:LEI a kg:Site ; rdfs:label "Leiden" ; kg:inRegion demo:EU . demo:BOS a kg:Site ; rdfs:label "Boston" .
demo:UO a kg:UnitOperation ; rdfs:label "Transduction" ; kg:hasFactor demo:P .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" .
demo:D a kg:QualityAttribute ; rdfs:label "dose" ; kg:computedFrom demo:Q .
demo:I a kg:Influence ; rdfs:label "MOI on copy number" ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high .
demo:SP a kg:SiteProcess ; rdfs:label "process" ; kg:atSite demo:LEI .
demo:ST a kg:SiteStep ; rdfs:label "step" ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP ; kg:ofUnitOperation demo:UO .
demo:SET a kg:SiteSetting ; rdfs:label "setting" ; kg:forFactor demo:P ; kg:atSite demo:LEI .
demo:ECP a kg:RegistrationDetail ; rdfs:label "filing of MOI" ; kg:concerns demo:P ; kg:filedRange demo:F ; kg:inRegion demo:EU .
demo:ECQ a kg:RegistrationDetail ; rdfs:label "filing of copy number" ; kg:concerns demo:Q .
demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed .
demo:PAR a kg:AcceptableRange ; rdfs:label "proven" ; kg:forFactor demo:P ; kg:forAttribute demo:Q ; kg:rangeType kg:PAR ; kg:atSite demo:LEI .
demo:AM a kg:AnalyticalMethod ; rdfs:label "PCR" ; kg:measuresAttribute demo:Q .
demo:SPC a kg:Specification ; rdfs:label "criterion" ; kg:forAttribute demo:Q .
demo:SMP a kg:SamplingPoint ; rdfs:label "sample" ; kg:forAttribute demo:Q ; kg:ofMethod demo:AM ; kg:atStep demo:ST ; kg:atSite demo:LEI .
demo:C a kg:Control ; rdfs:label "level control" ; kg:controls demo:P ; kg:atSite demo:LEI ; kg:atStep demo:ST .
demo:IPC a kg:InProcessControl ; rdfs:label "check" ; kg:controls demo:Q ; kg:testedBy demo:AM ; kg:atSite demo:LEI .
demo:RK a kg:RiskItem ; rdfs:label "risk" ; kg:mitigatedBy demo:C .
demo:DOC a kg:Document ; rdfs:label "batch record" .
demo:BR a kg:BatchRecordStep ; rdfs:label "instruction" ; kg:implementsFactor demo:P ; kg:inDocument demo:DOC ; kg:atSite demo:LEI ; kg:atStep demo:ST .
demo:KH a kg:TacitAssertion ; rdfs:label "know-how" ; kg:concerns demo:P ; kg:affectsAttribute demo:Q ; kg:codifiedIn demo:BR .
demo:CS a kg:ComparabilityStudy ; rdfs:label "study" ; kg:forAttribute demo:Q .
demo:REP a kg:Document ; rdfs:label "study report" .
demo:EV a kg:Evidence ; rdfs:label "evidence" ; kg:cites demo:REP .
demo:I kg:hasEvidence demo:EV .
demo:PV a kg:Provision ; rdfs:label "provision" ; kg:bearsOn demo:Q , demo:UO ; kg:inRegion demo:EU .
"""


def report(graph: Any, about: str, kind: str, more: str = "", site: str = "") -> ImpactReport:
    question = assess.Question(Iri(f"{DEMO}{about}"), ChangeKind(kind), site=Iri(f"{DEMO}{site}") if site else None)
    return assess.report(graph(WORLD + more), question, revision_hash="")


def items(made: ImpactReport) -> dict[str, Item]:
    return {item.iri.removeprefix(DEMO): item for item in made.items}


def moved(found: dict[str, Item], kind: Kind) -> set[str]:
    return {name for name, item in found.items() if item.effect is Effect.AFFECTED and item.kind is kind}


def touched(found: dict[str, Item]) -> set[str]:
    return {name for name, item in found.items() if item.effect is Effect.TOUCHED}


def lost(found: dict[str, Item]) -> set[str]:
    return {name for name, item in found.items() if item.effect is Effect.LOSES_SUPPORT}


@pytest.mark.parametrize("kind", ["removal", "replacement", "addition", "software"])
def test_a_control_that_changes_lets_its_factor_move(graph: Any, kind: str) -> None:
    found = items(report(graph, "C", kind))
    assert {"P", "Q", "D"} <= moved(found, Kind.PRODUCT)
    assert {"ECP", "ECQ"} <= touched(found), "what is filed of the factor and of the attribute behind it"
    assert "RK" in found, "the risk that it mitigates"
    assert "ST" in touched(found)


def test_a_check_of_an_attribute_that_changes_lets_other_values_pass(graph: Any) -> None:
    found = items(report(graph, "IPC", "removal"))
    assert "Q" in moved(found, Kind.PRODUCT)
    assert {"ECQ", "AM"} <= touched(found)


@pytest.mark.parametrize("kind", ["specification", "removal", "requirement", "replacement"])
def test_another_criterion_moves_what_passes_and_not_the_product(graph: Any, kind: str) -> None:
    found = items(report(graph, "SPC", kind))
    assert "Q" in moved(found, Kind.RESULT)
    assert not moved(found, Kind.PRODUCT)
    assert {"ECQ", "AM", "SMP", "IPC", "CS", "KH"} <= touched(found)


@pytest.mark.parametrize("kind", ["timing", "removal", "replacement"])
def test_another_sample_moves_the_result_and_not_the_product(graph: Any, kind: str) -> None:
    made = report(graph, "SMP", kind)
    found = items(made)
    assert {"Q", "D"} == moved(found, Kind.RESULT)
    assert not moved(found, Kind.PRODUCT)
    assert {"ECQ", "CS", "SPC", "AM", "IPC"} <= touched(found)


def test_a_sample_that_changes_no_longer_detects(graph: Any) -> None:
    more = """demo:AML a kg:MethodAtSite ; rdfs:label "PCR at Leiden" ; kg:ofMethod demo:AM ; kg:atSite demo:LEI ; kg:methodStatus kg:validated .
      demo:SPC kg:inRegion demo:EU ; kg:upperLimit 5.0 ; kg:status kg:inForce ."""
    assert items(report(graph, "P", "value", more, "LEI"))["Q"].detected_by
    assert items(report(graph, "SMP", "removal", more))["Q"].detected_by == ()


def test_a_changed_provision_touches_what_it_bears_on_and_where_it_holds(graph: Any) -> None:
    for kind in ("requirement", "replacement", "removal"):
        found = items(report(graph, "PV", kind))
        assert {"Q", "UO", "LEI", "SP", "ST", "ECQ", "SPC", "SMP", "AM", "CS"} <= touched(found)
        assert touched(found) == set(found), "a rule of an authority moves no product by itself"


def test_a_provision_that_a_change_touches_does_not_lead_on_to_all_else_it_bears_on(graph: Any) -> None:
    more = 'demo:Q2 a kg:QualityAttribute ; rdfs:label "other" . demo:PV kg:bearsOn demo:Q2 .'
    found = items(report(graph, "P", "value", more))
    assert "PV" in touched(found)
    assert "Q2" not in found


def test_a_changed_filing_touches_what_it_files_its_ranges_settings_and_instructions(graph: Any) -> None:
    found = items(report(graph, "ECP", "requirement"))
    assert {"P", "F", "PAR", "SET", "BR", "C", "SP"} <= touched(found)
    assert touched(found) == set(found)


def test_a_changed_instruction_moves_the_factor(graph: Any) -> None:
    found = items(report(graph, "BR", "replacement"))
    assert {"P", "Q", "D"} <= moved(found, Kind.PRODUCT)
    assert {"DOC", "KH", "ST", "ECP", "ECQ"} <= touched(found)


def test_a_new_version_of_a_batch_record_moves_what_its_steps_instruct(graph: Any) -> None:
    found = items(report(graph, "DOC", "replacement"))
    assert {"BR", "P", "Q"} <= moved(found, Kind.PRODUCT)


def test_a_replaced_report_alters_the_basis_of_what_was_established_with_it(graph: Any) -> None:
    found = items(
        report(graph, "REP", "replacement", "demo:PAR kg:establishedBy demo:REP . demo:KH kg:codifiedIn demo:REP .")
    )
    assert found["PAR"].kind is Kind.BASIS
    assert {"EV", "I", "Q", "KH"} <= touched(found)
    assert not moved(found, Kind.PRODUCT)
    by_evidence = items(report(graph, "REP", "replacement", "demo:PAR kg:establishedBy demo:EV ."))
    assert by_evidence["PAR"].kind is Kind.BASIS


@pytest.mark.parametrize("kind", ["removal", "replacement"])
def test_know_how_that_changes_touches_what_it_is_about_and_what_it_protects(graph: Any, kind: str) -> None:
    found = items(report(graph, "KH", kind))
    assert {"P", "Q", "BR", "ECP"} <= touched(found)
    assert not moved(found, Kind.PRODUCT)


@pytest.mark.parametrize("about", ["I", "EV"])
def test_a_judgement_that_is_withdrawn_touches_its_effect(graph: Any, about: str) -> None:
    assert {"Q"} <= touched(items(report(graph, about, "removal")))


@pytest.mark.parametrize("kind", ["method", "software", "replacement"])
def test_a_control_tested_by_the_method_that_changes_is_touched(graph: Any, kind: str) -> None:
    more = (
        'demo:IPC2 a kg:InProcessControl ; rdfs:label "other" ; kg:controls demo:R ; kg:testedBy demo:AM , demo:AML .'
    )
    assert "IPC2" in touched(items(report(graph, "AM", kind, more)))
    at_site = 'demo:AML a kg:MethodAtSite ; rdfs:label "PCR at Leiden" ; kg:ofMethod demo:AM ; kg:atSite demo:LEI .'
    assert "IPC2" in touched(items(report(graph, "AML", kind, more.replace("demo:AM ,", "") + at_site)))


@pytest.mark.parametrize("kind", ["replacement", "shortage"])
def test_a_material_that_changes_touches_its_sources_and_its_steps(graph: Any, kind: str) -> None:
    more = """demo:MT a kg:Material ; rdfs:label "medium" . demo:UO kg:consumesMaterial demo:MT .
      demo:OF a kg:SupplyOffering ; rdfs:label "offer" ; kg:offersMaterial demo:MT ; kg:offeredBy demo:SU .
      demo:SU a kg:Supplier ; rdfs:label "supplier" ."""
    found = items(report(graph, "MT", kind, more))
    assert {"OF", "SU"} <= set(found)
    assert "UO" in found


@pytest.mark.parametrize("site", ["", "BOS"])
def test_what_rests_on_a_person_at_one_site_is_lost_at_the_other(graph: Any, site: str) -> None:
    more = """demo:X a kg:Person ; rdfs:label "expert" ; kg:worksAt demo:BOS . demo:EV kg:attributedTo demo:X .
      demo:PAR kg:establishedBy demo:EV . demo:DOC kg:owner demo:X . demo:AM kg:owner demo:X ."""
    found = items(report(graph, "X", "departure", more, site))
    assert {"EV", "PAR", "DOC", "BR", "IPC"} <= lost(found)
    assert {item.group for item in found.values()} == {Group.SUPPORT}, "a departure moves no quality"
    assert not {"Q", "P"} & set(found)


@pytest.mark.parametrize("property_", ["heldBy", "knownBy", "doneBy", "taughtBy", "elicitedFrom"])
def test_know_how_of_a_person_is_lost_however_it_is_written(graph: Any, property_: str) -> None:
    more = f'demo:X a kg:Person ; rdfs:label "expert" . demo:KH kg:{property_} demo:X .'
    assert lost(items(report(graph, "X", "departure", more))) == {"KH"}


def test_when_an_organisation_goes_its_sites_people_and_tasks_lose_support(graph: Any) -> None:
    more = """demo:ORG a kg:Organization ; rdfs:label "contractor" . demo:LEI kg:operatedBy demo:ORG .
      demo:X a kg:Person ; rdfs:label "expert" ; kg:memberOf demo:ORG . demo:A a kg:Action ; rdfs:label "task" ; kg:owner demo:ORG ."""
    assert {"LEI", "X", "A", "SP", "ST"} <= lost(items(report(graph, "ORG", "departure", more)))


def test_a_suppliers_own_site_bounds_nothing(graph: Any) -> None:
    more = """demo:SU a kg:Supplier ; rdfs:label "supplier" ; kg:atSite demo:BOS .
      demo:OF a kg:SupplyOffering ; rdfs:label "offer" ; kg:offeredBy demo:SU ; kg:offersMaterial demo:MT ; kg:qualifiedFor demo:ML .
      demo:MT a kg:Material ; rdfs:label "medium" ; kg:affectsFactor demo:P .
      demo:ML a kg:MaterialAtSite ; rdfs:label "medium at Leiden" ; kg:ofMaterial demo:MT ; kg:atSite demo:LEI ."""
    found = items(report(graph, "SU", "replacement", more))
    assert {"OF", "MT", "ML", "P", "Q"} <= moved(found, Kind.PRODUCT)
    assert "SET" in touched(found)


@pytest.mark.parametrize("link", ["demo:H kg:cumulativeWith demo:H2 .", "demo:H2 kg:cumulativeWith demo:H ."])
def test_hold_times_that_add_up_move_together(graph: Any, link: str) -> None:
    more = """demo:H a kg:HoldTime ; rdfs:label "hold" . demo:H2 a kg:HoldTime ; rdfs:label "later hold" .
      demo:J a kg:Influence ; kg:hasCause demo:H2 ; kg:hasEffect demo:Q ; kg:strength kg:high . """
    assert {"H2", "Q"} <= moved(items(report(graph, "H", "timing", more + link)), Kind.PRODUCT)


def test_a_parameter_set_from_a_measured_figure_moves_itself(graph: Any) -> None:
    more = """demo:TT a kg:MaterialAttribute ; rdfs:label "titre" . demo:P kg:computedFrom demo:TT .
      demo:AT a kg:AnalyticalMethod ; rdfs:label "titration" ; kg:measuresFactor demo:TT ."""
    found = items(report(graph, "AT", "method", more))
    assert found["TT"].kind is Kind.RESULT
    assert {"P", "Q"} <= moved(found, Kind.PRODUCT)
    assert "so the same figure no longer means the same" in " ".join(step.sentence for step in found["Q"].path)


STEP = """demo:M a kg:EquipmentModel ; rdfs:label "model" ; kg:controlsFactor demo:P .
  demo:E a kg:Equipment ; rdfs:label "unit" ; kg:ofModel demo:M ; kg:locatedAt demo:LEI . demo:ST kg:usesEquipment demo:E .
  demo:QL a kg:Qualification ; rdfs:label "qualification" ; kg:forUnitOperation demo:UO .
  demo:KS a kg:TacitAssertion ; rdfs:label "know-how of the step" ; kg:concerns demo:UO .
  demo:ES a kg:RegistrationDetail ; rdfs:label "filing of the step" ; kg:concerns demo:UO .
  demo:RS a kg:RiskItem ; rdfs:label "risk of the step" ; kg:concerns demo:UO .
  demo:GS a kg:Gap ; rdfs:label "gap of the step" ; kg:concerns demo:UO ."""


def test_replaced_equipment_touches_what_is_recorded_for_its_step(graph: Any) -> None:
    found = items(report(graph, "E", "replacement", STEP))
    assert {"ST", "UO", "QL", "KS", "ES", "RS", "GS", "PV", "BR"} <= touched(found)


def test_a_factor_touches_what_is_recorded_for_its_step(graph: Any) -> None:
    found = items(report(graph, "P", "value", STEP))
    assert {"UO", "KS", "ES", "RS", "GS", "PV"} <= touched(found)
    assert not {"ES", "PV"} & set(items(report(graph, "P", "excursion", STEP))), "an excursion touches no filing"


def test_equipment_whose_factors_are_not_recorded_is_told_as_unknown(graph: Any) -> None:
    unknown = report(graph, "E", "replacement", STEP.replace("kg:controlsFactor demo:P", "rdfs:comment 'new'"))
    assert "Which factors unit controls is not recorded" in " ".join(unknown.notes)
    assert "is not recorded" not in " ".join(report(graph, "E", "replacement", STEP).notes)


def test_an_interaction_on_a_performance_indicator_is_followed(graph: Any) -> None:
    more = """demo:N a kg:PerformanceIndicator ; rdfs:label "yield" .
      demo:X a kg:Interaction ; kg:ofFactor demo:P , demo:R ; kg:hasEffect demo:N ."""
    found = items(report(graph, "P", "value", more))
    assert found["N"].undetermined, "the strength is not recorded"


def test_an_option_that_changes_touches_who_uses_it_and_what_it_excludes(graph: Any) -> None:
    more = """demo:O a kg:ProcessOption ; rdfs:label "fresh" ; kg:excludes demo:O2 .
      demo:O2 a kg:ProcessOption ; rdfs:label "frozen" . demo:SP kg:choosesOption demo:O ."""
    assert {"SP", "O2"} <= touched(items(report(graph, "O", "replacement", more)))


def test_a_study_is_touched_whichever_of_its_processes_changes(graph: Any) -> None:
    more = """demo:SPB a kg:SiteProcess ; rdfs:label "process at Boston" ; kg:atSite demo:BOS .
      demo:CP a kg:ComparabilityStudy ; rdfs:label "comparison" ; kg:atSite demo:LEI ; kg:comparesProcess demo:SP , demo:SPB ."""
    assert "CP" in touched(items(report(graph, "SPB", "replacement", more)))


@pytest.mark.parametrize("property_", ["basis", "reportableBasis"])
def test_another_basis_moves_the_result_of_what_is_reported_by_it(graph: Any, property_: str) -> None:
    more = f'demo:B a kg:MeasurementBasis ; rdfs:label "per cell" . demo:Q kg:{property_} demo:B . demo:SPC kg:{property_} demo:B .'
    found = items(report(graph, "B", "method", more))
    assert {"Q", "D"} == moved(found, Kind.RESULT)
    assert {"ECQ", "AM", "SMP"} <= touched(found)
    assert found["SPC"].kind is Kind.BASIS


def test_what_is_recorded_for_a_range_that_no_longer_holds_is_touched(graph: Any) -> None:
    more = """demo:M a kg:EquipmentModel ; rdfs:label "model" . demo:PAR kg:onEquipmentModel demo:M .
      demo:RR a kg:RiskItem ; rdfs:label "risk of the range" ; kg:concerns demo:PAR ."""
    found = items(report(graph, "M", "replacement", more))
    assert found["PAR"].kind is Kind.BASIS
    assert {"RR", "SET", "C"} <= touched(found)


def test_where_no_rule_leads_on_the_note_claims_nothing_else(graph: Any) -> None:
    made = report(graph, "ALONE", "value", 'demo:ALONE a kg:ProcessParameter ; rdfs:label "alone" .')
    assert made.items == ()
    assert made.notes[0].startswith("No rule of kgapp leads on from alone to anything in this graph.")
    assert "nobody has recorded" not in " ".join(made.notes)
    assessed = report(
        graph,
        "ALONE",
        "value",
        """demo:ALONE a kg:ProcessParameter ; rdfs:label "alone" .
        demo:N a kg:Influence ; kg:hasCause demo:ALONE ; kg:hasEffect demo:Q ; kg:strength kg:none ; kg:evidenceLevel kg:smallScale .""",
    )
    assert "was assessed as without effect" in assessed.notes[0]


def test_no_kind_of_change_starts_where_no_rule_leads_on() -> None:
    """A change that is accepted has rules of its own for the class it is about, not only those for everything."""
    dead = [
        (row.iri.rpartition("#")[2], about.rpartition("#")[2])
        for row in RULE_BOOK.change_kinds
        for about in row.applies_to
        if not any(
            rule.from_class != OWL.Thing and rule.from_class in ancestors(about) and rule.accepts & set(row.starts_as)
            for rule in RULE_BOOK.rules
            if not rule.switch and row.iri not in rule.not_for
        )
    ]
    assert sorted(dead) == []


def test_a_gate_is_found_by_what_it_is_required_for_and_by_the_rule_it_cites(graph: Any) -> None:
    more = """demo:MT a kg:Material ; rdfs:label "vector" . demo:PV2 a kg:Provision ; rdfs:label "gene act" ; kg:bearsOn demo:MT .
      demo:G1 a kg:PackageItem ; rdfs:label "approval" ; kg:citesProvision demo:PV2 .
      demo:G2 a kg:PackageItem ; rdfs:label "proof of origin" ; kg:requiredFor demo:MT ."""
    assert {"PV2", "G1", "G2"} <= touched(items(report(graph, "MT", "replacement", more)))
    assert "G1" in touched(items(report(graph, "PV2", "requirement", more)))


def test_a_gate_of_a_transfer_is_touched_by_what_it_requires_and_by_its_project(graph: Any) -> None:
    more = """demo:TP a kg:TransferProject ; rdfs:label "transfer" ; kg:receivingProcess demo:SP .
      demo:TG a kg:TransferGate ; rdfs:label "methods ready" ; kg:inTransferProject demo:TP ; kg:requires demo:GP ; kg:citesProvision demo:PV3 .
      demo:GP a kg:Gap ; rdfs:label "gap of copy number" ; kg:concerns demo:Q .
      demo:PV3 a kg:Provision ; rdfs:label "transfer guideline" ; kg:bearsOn demo:P2 . demo:P2 a kg:ProcessParameter ."""
    found = items(report(graph, "P", "value", more))
    assert [step.target.removeprefix(DEMO) for step in found["TG"].path] == ["Q", "GP", "TG"]
    assert "TG" in touched(items(report(graph, "SP", "relocation", more)))
    assert "TG" in touched(items(report(graph, "PV3", "requirement", more)))
    assert "TG" not in items(report(graph, "P2", "value", more)), "a guideline that is only touched alters no gate"
