"""What holds a change and what does not: every condition voids a proven range on its own."""

from __future__ import annotations

from typing import Any

import pytest

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact import assess

DEMO = "https://w3id.org/kgapp/demo/"
WORLD = """
demo:LEI a kg:Site ; rdfs:label "Leiden" ; kg:inRegion demo:EU . demo:BOS a kg:Site ; rdfs:label "Boston" ; kg:inRegion demo:US .
demo:EU a kg:Region ; rdfs:label "EU" .
demo:B1 a kg:MeasurementBasis ; rdfs:label "one assay" . demo:B2 a kg:MeasurementBasis ; rdfs:label "another assay" .
demo:UO a kg:UnitOperation ; rdfs:label "Transduction" ; kg:hasFactor demo:P , demo:R .
demo:P a kg:ProcessParameter ; rdfs:label "MOI" ; kg:unit kg:TU-PER-CELL .
demo:R a kg:ProcessParameter ; rdfs:label "cell density" .
demo:Q a kg:QualityAttribute ; rdfs:label "copy number" ; kg:severity kg:high .
demo:D a kg:QualityAttribute ; rdfs:label "computed" ; kg:computedFrom demo:Q .
demo:I a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:Q ; kg:strength kg:high ; kg:evidenceLevel kg:opinion .
demo:M a kg:EquipmentModel ; rdfs:label "model one" ; kg:controlsFactor demo:P . demo:N a kg:EquipmentModel ; rdfs:label "model two" .
demo:E a kg:Equipment ; kg:ofModel demo:M ; kg:locatedAt demo:LEI .
demo:SP a kg:SiteProcess ; kg:atSite demo:LEI ; kg:lifecycleStage kg:commercial .
demo:ST a kg:SiteStep ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP ; kg:usesEquipment demo:E .
demo:SET a kg:SiteSetting ; kg:forFactor demo:P ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP ; kg:atStep demo:ST ; kg:basis demo:B1 .
demo:EC a kg:RegistrationDetail ; rdfs:label "filing" ; kg:concerns demo:P ; kg:filedRange demo:F ; kg:inRegion demo:EU .
demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed ; kg:basis demo:B1 ; kg:lowerLimit 2.0 ; kg:upperLimit 4.0 .
demo:PAR a kg:AcceptableRange ; rdfs:label "proven" ; kg:forFactor demo:P ; kg:forAttribute demo:Q ; kg:rangeType kg:PAR ;
  kg:atSite demo:LEI ; kg:onEquipmentModel demo:M ; kg:atScale kg:commercialScale ; kg:basis demo:B1 ; kg:lowerLimit 1.0 ; kg:upperLimit 5.0 .
"""


def report(
    graph: Any, world: str, old: str = "3", new: str = "3.5", site: str = "LEI", kind: str = "value", about: str = "P"
) -> ImpactReport:
    place = Iri(f"{DEMO}{site}") if site else None
    question = assess.Question(Iri(f"{DEMO}{about}"), ChangeKind(kind), old, new, place)
    return assess.report(graph(world), question, revision_hash="")


def attribute(made: ImpactReport, name: str = "Q") -> Item:
    return next(item for item in made.items if item.iri == f"{DEMO}{name}")


def test_a_valid_proven_range_lowers_the_grade_shown_beside_and_removes_nothing(graph: Any) -> None:
    held, bare = report(graph, WORLD), report(graph, WORLD.replace("kg:rangeType kg:PAR", "kg:rangeType kg:studied"))
    assert {item.iri for item in held.items} == {item.iri for item in bare.items}
    assert attribute(held).high is Grade.HIGH
    assert attribute(held).held is Grade.NONE
    assert attribute(held).held_by[0].void == ()
    assert attribute(held, "D").held is Grade.NONE, "what follows from a held link alone is held too"
    assert attribute(bare).held is Grade.HIGH
    assert next(item for item in held.items if item.label == "filing").held is None, "obligations are never held"


@pytest.mark.parametrize(
    ("old", "new", "change", "reason"),
    [
        ("3", "6", (), "6 TU/cell is not inside 1–5 TU/cell"),
        ("3", "", (), "No new value was given"),
        ("3", "4.5", (), "4.5 TU/cell is not inside filed"),
        ("1.5", "3", (), "1.5 TU/cell is not inside filed"),
        ("", "3", (), "may be left"),
        (
            "3",
            "3.5",
            (
                (
                    'demo:EC a kg:RegistrationDetail ; rdfs:label "filing" ; kg:concerns demo:P ; kg:filedRange demo:F ; kg:inRegion demo:EU .\n'
                    'demo:F a kg:AcceptableRange ; rdfs:label "filed" ; kg:forFactor demo:P ; kg:rangeType kg:filed'
                ),
                "demo:F a kg:AcceptableRange ; kg:forFactor demo:P ; kg:rangeType kg:NOR",
            ),
            "No filed range",
        ),
        (
            "3",
            "3.5",
            ("kg:atSite demo:LEI ; kg:onEquipmentModel", "kg:atSite demo:BOS ; kg:onEquipmentModel"),
            "not at Leiden",
        ),
        ("3", "3.5", ("kg:atSite demo:LEI ; kg:onEquipmentModel", "kg:onEquipmentModel"), "at which site"),
        (
            "3",
            "3.5",
            ("kg:onEquipmentModel demo:M", "kg:onEquipmentModel demo:N"),
            "established on model two; here model one",
        ),
        ("3", "3.5", ("kg:onEquipmentModel demo:M ;", ""), "on which equipment"),
        ("3", "3.5", ("kg:usesEquipment demo:E", "kg:openness kg:closedProcessing"), "is not recorded"),
        (
            "3",
            "3.5",
            ("kg:atScale kg:commercialScale", "kg:atScale kg:laboratoryScale"),
            "laboratory scale, not at commercial scale",
        ),
        ("3", "3.5", ("kg:atScale kg:commercialScale ;", ""), "at which scale"),
        ("3", "3.5", ("; kg:lifecycleStage kg:commercial", ""), "the scale here is not recorded"),
        ("3", "3.5", ("kg:basis demo:B1 ; kg:lowerLimit", "kg:basis demo:B2 ; kg:lowerLimit"), "no study bridges"),
        ("3", "3.5", ("kg:atStep demo:ST ; kg:basis demo:B1", "kg:atStep demo:ST"), "not recorded, and no study"),
    ],
)
def test_each_missing_condition_voids_a_proven_range(
    graph: Any, old: str, new: str, change: tuple[str, ...], reason: str
) -> None:
    world = WORLD.replace(change[0], change[1]) if change else WORLD
    assert not change or world != WORLD
    made = report(graph, world, old, new)
    assert attribute(made).held is Grade.HIGH
    (barrier,) = [each for each in attribute(made).held_by if each.label == "proven"]
    assert any(reason in each for each in barrier.void), barrier.void


INTERACTION = (
    "demo:X a kg:Interaction ; kg:ofFactor demo:P , demo:R ; kg:hasEffect demo:Q . "
    "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:low . "
)
SECOND = (
    "demo:SP2 a kg:SiteProcess ; kg:atSite demo:LEI ; kg:lifecycleStage {stage} . demo:E2 a kg:Equipment ; kg:ofModel demo:{model} . "
    "demo:ST2 a kg:SiteStep ; kg:atSite demo:LEI ; kg:usesEquipment demo:E2 . "
    "demo:SET2 a kg:SiteSetting ; kg:forFactor demo:P ; kg:atSite demo:LEI ; kg:inSiteProcess demo:SP2 ; kg:atStep demo:ST2 ; kg:basis demo:{basis} . "
    "demo:N kg:controlsFactor demo:P . "
)


@pytest.mark.parametrize(
    ("change", "more", "reason"),
    [
        ((), SECOND.format(stage="kg:clinical", model="M", basis="B1"), "not at clinical scale and commercial scale"),
        ((), SECOND.format(stage="kg:commercial", model="N", basis="B1"), "here model one and model two is used"),
        ((), SECOND.format(stage="kg:commercial", model="M", basis="B2"), "no study bridges"),
        (
            ("kg:rangeType kg:filed ; kg:basis demo:B1", "kg:rangeType kg:filed ; kg:basis demo:B2"),
            "",
            "filed (2–4 TU/cell) does not compare",
        ),
        (("kg:rangeType kg:filed ; kg:basis demo:B1", "kg:rangeType kg:filed"), "", "does not compare"),
        (
            ("kg:lowerLimit 1.0 ; kg:upperLimit 5.0", 'kg:lowerLimit 1.0 ; kg:upperLimit "5,0"'),
            "",
            "no figures, or contradict",
        ),
        (
            ("kg:lowerLimit 2.0 ; kg:upperLimit 4.0", 'kg:lowerLimit 2.0 ; kg:upperLimit "≤ 4"'),
            "",
            "no figures, or contradict",
        ),
        (
            ("kg:lowerLimit 1.0 ; kg:upperLimit 5.0", "kg:lowerLimit 1.0 ; kg:upperLimit 12.0 , 3.2"),
            "",
            "no figures, or contradict",
        ),
        (
            ("kg:lowerLimit 1.0 ; kg:upperLimit 5.0", "kg:unit unit:MIN, unit:HR ; kg:upperLimit 5.0"),
            "",
            "no figures, or contradict",
        ),
        ((), INTERACTION.replace("demo:X a kg:Interaction ; ", "demo:X "), "cell density"),
        ((), INTERACTION.replace("a kg:Interaction", "a demo:OwnInteraction"), "cell density"),
        (("demo:R a kg:ProcessParameter ; rdfs", "demo:R rdfs"), INTERACTION, "cell density"),
        (("demo:R a kg:ProcessParameter", "demo:R a demo:ShearFactor"), INTERACTION, "cell density"),
        (
            ("kg:usesEquipment demo:E ", "kg:usesEquipment demo:E , demo:E2 "),
            "demo:E2 kg:ofModel demo:N . demo:N kg:controlsFactor demo:P .",
            "model two is used",
        ),
        (("kg:usesEquipment demo:E ", "kg:usesEquipment demo:E , demo:E3 "), "", "without a recorded model"),
        (("kg:onEquipmentModel demo:M ;", ""), "demo:M rdfs:comment 'no matter' .", "on which equipment"),
        (
            (),
            "demo:EC2 a kg:RegistrationDetail ; rdfs:label 'second filing' ; kg:concerns demo:P .",
            "filed range of second filing is not recorded",
        ),
        (
            (),
            "demo:EC2 a kg:RegistrationDetail ; kg:concerns demo:P ; kg:filedRange demo:F2 . demo:F2 kg:lowerLimit 3.0 ; kg:upperLimit 3.2 .",
            "3.5 TU/cell is not inside F2",
        ),
        (
            (),
            "demo:EC2 a kg:RegistrationDetail ; kg:concerns demo:P ; kg:filedRange demo:F2 . demo:F2 a kg:AcceptableRange ; kg:upperLimit 3.2 .",
            "is not inside F2",
        ),
        (
            (),
            "demo:F2 a kg:AcceptableRange ; rdfs:label 'F2' ; kg:forFactor demo:P ; kg:rangeType kg:filed .",
            "does not compare",
        ),
        ((), "demo:PAR kg:status kg:retired .", "not in force"),
        ((), "demo:PAR kg:status kg:draft .", "not in force: its status"),
        ((), "demo:PAR <http://www.w3.org/2002/07/owl#deprecated> true .", "not in force: it is retired"),
        (
            (),
            (
                "demo:PAR2 a kg:AcceptableRange ; rdfs:label 'narrower' ; kg:forFactor demo:P ; kg:forAttribute demo:Q ; kg:rangeType kg:PAR ; kg:atSite demo:LEI ; "
                "kg:onEquipmentModel demo:M ; kg:atScale kg:commercialScale ; kg:basis demo:B1 ; kg:lowerLimit 1.0 ; kg:upperLimit 3.2 ."
            ),
            "narrower was proven here too",
        ),
    ],
)
def test_what_is_not_known_or_contradicts_never_holds(
    graph: Any, change: tuple[str, ...], more: str, reason: str
) -> None:
    world = WORLD.replace(change[0], change[1]) if change else WORLD
    assert not change or world != WORLD
    item = attribute(report(graph, world + more))
    assert item.held is Grade.HIGH
    (barrier,) = [each for each in item.held_by if each.label == "proven"]
    assert any(reason in each for each in barrier.void), barrier.void


def test_a_basis_recorded_nowhere_is_not_the_same_basis(graph: Any) -> None:
    assert attribute(report(graph, WORLD.replace("kg:basis demo:B1", "rdfs:comment 'none'"))).held is Grade.HIGH


def test_a_change_of_one_setting_looks_at_that_setting_alone(graph: Any) -> None:
    second = SECOND.format(stage="kg:clinical", model="N", basis="B2")
    assert attribute(report(graph, WORLD + second, about="SET2")).held is Grade.HIGH
    assert attribute(report(graph, WORLD + second, about="SET")).held is Grade.NONE


def test_a_range_does_not_hold_for_a_duration_it_does_not_name(graph: Any) -> None:
    question = assess.Question(Iri(f"{DEMO}P"), ChangeKind.EXCURSION, "3", "3.5", Iri(f"{DEMO}LEI"), duration="30 h")
    item = attribute(assess.report(graph(WORLD), question, revision_hash=""))
    assert item.held is Grade.HIGH
    assert any("lasted 30 h" in reason for reason in item.held_by[0].void)
    brief = report(graph, WORLD, kind="excursion")
    assert attribute(brief).held is Grade.NONE


def test_a_range_without_a_class_is_a_range_all_the_same(graph: Any) -> None:
    world = WORLD.replace("demo:PAR a kg:AcceptableRange ;", "demo:PAR")
    assert attribute(report(graph, world)).held is Grade.NONE
    assert attribute(report(graph, world, "3", "3.9")).held_by[0].label == "proven"


@pytest.mark.parametrize("controls", ["kg:controlsFactor demo:P", 'rdfs:comment "none"'])
def test_a_step_that_uses_no_recorded_equipment_voids_a_range(graph: Any, controls: str) -> None:
    world = WORLD.replace("kg:controlsFactor demo:P", controls).replace("; kg:usesEquipment demo:E", "")
    item = attribute(report(graph, world))
    assert item.held is Grade.HIGH
    assert any("is not recorded" in reason for reason in item.held_by[0].void)


def test_a_bare_figure_is_refused_where_the_site_uses_another_unit(graph: Any) -> None:
    world = WORLD.replace("kg:atStep demo:ST ;", "kg:atStep demo:ST ; kg:unit kg:COPIES-PER-CELL ;")
    with pytest.raises(BadInput, match="has no unit"):
        report(graph, world)
    assert str(report(graph, world, "3 TU/cell", "3.5 TU/cell").change.new) == "3.5 TU/cell"


@pytest.mark.parametrize(
    ("about", "kind", "more"),
    [
        ("B1", "replacement", "demo:P kg:basis demo:B1 ."),
        ("AT", "replacement", "demo:AT a kg:AnalyticalMethod ; kg:measuresFactor demo:P ."),
        ("OP", "replacement", "demo:OP a kg:ProcessOption ; kg:brings demo:P ."),
        ("MA", "replacement", "demo:MA a kg:Material ; kg:affectsFactor demo:P ."),
        (
            "R",
            "replacement",
            "demo:JJ a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:P ; kg:strength kg:high .",
        ),
    ],
)
def test_a_control_holds_against_nothing_but_disturbance_and_equipment(
    graph: Any, about: str, kind: str, more: str
) -> None:
    control = CONTROL.replace("kg:controls demo:R", "kg:controls demo:P")
    made = report(graph, WORLD + control + more, "", "", kind=kind, about=about)
    assert attribute(made).held is attribute(made).high is Grade.HIGH


def test_a_bridging_study_makes_two_bases_one(graph: Any) -> None:
    world = WORLD.replace("kg:basis demo:B1 ; kg:lowerLimit", "kg:basis demo:B2 ; kg:lowerLimit")
    assert attribute(report(graph, world + "demo:B1 kg:bridgedTo demo:B2 .")).held is Grade.NONE


def test_without_a_site_no_range_holds(graph: Any) -> None:
    made = report(graph, WORLD, site="")
    assert attribute(made).held is Grade.HIGH
    assert any("names no site" in reason for reason in attribute(made).held_by[0].void)


def test_a_range_for_no_attribute_holds_nothing_and_is_listed(graph: Any) -> None:
    made = report(graph, WORLD.replace("kg:forAttribute demo:Q ;", ""))
    assert attribute(made).held is Grade.HIGH
    assert [barrier.label for barrier in made.barriers] == ["proven"]
    assert "for which attribute" in " ".join(made.barriers[0].void)


def test_an_interacting_factor_that_moves_too_voids_a_range(graph: Any) -> None:
    more = "demo:X a kg:Interaction ; kg:ofFactor demo:P , demo:R ; kg:hasEffect demo:Q . "
    still = report(graph, WORLD + more)
    assert attribute(still).held_by[0].void == ()
    moving = report(
        graph, WORLD + more + "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:low ."
    )
    assert "interacting factor moves too: cell density" in " ".join(attribute(moving).held_by[0].void)


def test_another_path_to_the_attribute_is_not_held(graph: Any) -> None:
    more = (
        "demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:medium . "
        "demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q ; kg:strength kg:high ."
    )
    item = attribute(report(graph, WORLD + more))
    assert (item.high, item.held) == (Grade.HIGH, Grade.MEDIUM)


def test_a_range_that_the_change_reaches_is_void(graph: Any) -> None:
    made = report(graph, WORLD, "", "", site="", kind="replacement", about="M")
    assert made.items
    reached = [item for item in made.items if item.label == "proven"]
    assert reached, "what was proven on a model is reached by its replacement"
    loop = "demo:P kg:affectsFactor demo:R . demo:M2 a kg:Material ; kg:affectsFactor demo:R . "
    assert attribute(report(graph, WORLD + loop)).held is Grade.NONE
    basis = report(graph, WORLD, "", "", site="", kind="method", about="B1")
    assert any(item.label == "proven" for item in basis.items)


def test_a_range_itself_changed_cannot_hold_its_own_change(graph: Any) -> None:
    made = report(graph, WORLD, "2-4", "2-3", kind="range", about="PAR")
    assert any("reaches it itself" in reason for reason in made.barriers[0].void)


CONTROL = """
demo:C a kg:Control ; rdfs:label "level control" ; kg:controls demo:R ; kg:atSite demo:LEI ; kg:statusAtSite kg:validated ;
  kg:controlKind kg:automaticControl .
demo:J a kg:Influence ; kg:hasCause demo:P ; kg:hasEffect demo:R ; kg:strength kg:high .
demo:K a kg:Influence ; kg:hasCause demo:R ; kg:hasEffect demo:Q2 ; kg:strength kg:high .
demo:Q2 a kg:QualityAttribute ; rdfs:label "growth" .
"""


def test_a_validated_control_holds_a_disturbance_and_never_a_changed_setpoint(graph: Any) -> None:
    disturbed = report(graph, WORLD + CONTROL, "", "6", kind="excursion")
    assert (attribute(disturbed, "Q2").high, attribute(disturbed, "Q2").held) == (Grade.HIGH, Grade.NONE)
    assert attribute(disturbed).held is Grade.HIGH, "the control is of another factor"
    changed = report(graph, WORLD + CONTROL, "3", "6")
    assert attribute(changed, "Q2").held is Grade.HIGH


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("kg:statusAtSite kg:validated", "kg:statusAtSite kg:planned"), "not validated"),
        (("kg:controls demo:R", "kg:controls demo:P"), "already left its value"),
    ],
)
def test_a_control_that_is_not_validated_or_keeps_what_already_moved_is_void(
    graph: Any, change: tuple[str, str], reason: str
) -> None:
    made = report(graph, WORLD + CONTROL.replace(*change), "", "6", kind="excursion")
    assert attribute(made, "Q2").held is Grade.HIGH
    assert any(reason in each for barrier in made.barriers for each in barrier.void)


def test_a_test_is_no_barrier_and_an_automatic_control_does_not_hold_its_own_equipment(graph: Any) -> None:
    test = report(graph, WORLD + CONTROL.replace("kg:automaticControl", "kg:testControl"), "", "6", kind="excursion")
    assert not [barrier for barrier in test.barriers if barrier.label == "level control"]
    own = CONTROL.replace("kg:controls demo:R", "kg:controls demo:P")
    made = report(graph, WORLD + own, "", "", kind="replacement", about="M")
    assert any("very equipment" in reason for barrier in made.barriers for reason in barrier.void)
    assert all(item.held == item.high for item in made.items)


DETECTS = """
demo:AM a kg:AnalyticalMethod ; rdfs:label "digital PCR" ; kg:measuresAttribute demo:Q .
demo:AML a kg:MethodAtSite ; rdfs:label "digital PCR at Leiden" ; kg:ofMethod demo:AM ; kg:atSite demo:LEI ; kg:methodStatus kg:validated .
demo:SMP a kg:SamplingPoint ; rdfs:label "sample" ; kg:forAttribute demo:Q ; kg:atSite demo:LEI ; kg:ofMethod demo:AM ;
  kg:atStep demo:UO ; kg:turnaround 2.0 ; kg:unit unit:DAY ; kg:resultAvailable kg:beforeInfusion .
demo:SPEC a kg:Specification ; rdfs:label "criterion" ; kg:forAttribute demo:Q ; kg:inRegion demo:EU ; kg:upperLimit 5.0 .
"""


def test_a_valid_test_with_a_limit_detects_and_holds_nothing(graph: Any) -> None:
    item = attribute(report(graph, WORLD + DETECTS, "3", "5"))
    (detection,) = item.detected_by
    assert "digital PCR at Leiden, step Transduction, before infusion (limit at most 5)" in detection.sentence
    assert str(detection.turnaround) == "2 d"
    assert item.held is Grade.HIGH
    assert item.undetected_because == ()


def test_a_control_limit_serves_as_the_limit_of_a_test(graph: Any) -> None:
    control = 'demo:IPC a kg:InProcessControl ; rdfs:label "check" ; kg:controls demo:Q ; kg:atSite demo:LEI ; kg:statusAtSite kg:validated ; kg:actionLimit 4.0 .'
    world = WORLD + DETECTS.replace("kg:upperLimit 5.0", 'rdfs:comment "no figure"') + control
    assert "action limit 4" in attribute(report(graph, world)).detected_by[0].limit


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("kg:methodStatus kg:validated", "kg:methodStatus kg:inTransfer"), "in transfer: no valid method"),
        (("kg:methodStatus kg:validated", "rdfs:comment 'none'"), "of unknown status"),
        (
            (
                "kg:ofMethod demo:AM ; kg:atSite demo:LEI ; kg:methodStatus",
                "kg:ofMethod demo:AM ; kg:atSite demo:BOS ; kg:methodStatus",
            ),
            "is not set up at Leiden",
        ),
        (
            ("kg:inRegion demo:EU ; kg:upperLimit", "kg:inRegion demo:US ; kg:upperLimit"),
            "No criterion or action limit",
        ),
        (
            ("kg:forAttribute demo:Q ; kg:atSite demo:LEI", "kg:forAttribute demo:Q ; kg:atSite demo:BOS"),
            "No sampling point",
        ),
    ],
)
def test_a_test_without_method_status_limit_or_sample_here_detects_nothing(
    graph: Any, change: tuple[str, str], reason: str
) -> None:
    world = WORLD + DETECTS.replace(*change)
    assert world != WORLD + DETECTS
    item = attribute(report(graph, world))
    assert item.detected_by == ()
    assert any(reason in each for each in item.undetected_because), item.undetected_because


@pytest.mark.parametrize(
    ("change", "more", "reason"),
    [
        ((), "demo:SPEC kg:status kg:retired .", "No criterion"),
        (("kg:upperLimit 5.0", 'kg:upperLimit "tbd"'), "", "No criterion"),
        (("kg:measuresAttribute demo:Q", "kg:measuresAttribute demo:D"), "", "not recorded to measure it"),
        (
            ("kg:upperLimit 5.0", 'rdfs:comment "no figure"'),
            "demo:IPC a kg:InProcessControl ; kg:controls demo:Q ; kg:atSite demo:LEI ; kg:actionLimit 4.0 ; kg:statusAtSite kg:notImplemented .",
            "No criterion",
        ),
        (
            ("kg:upperLimit 5.0", 'rdfs:comment "no figure"'),
            "demo:IPC a kg:InProcessControl ; kg:controls demo:Q ; kg:atSite demo:LEI ; kg:actionLimit 4.0 ; kg:statusAtSite kg:validated ; kg:testedBy demo:AM9 .",
            "No criterion",
        ),
    ],
)
def test_a_limit_not_in_force_or_of_another_test_detects_nothing(
    graph: Any, change: tuple[str, ...], more: str, reason: str
) -> None:
    detects = DETECTS.replace(change[0], change[1]) if change else DETECTS
    item = attribute(report(graph, WORLD + detects + more))
    assert item.detected_by == ()
    assert any(reason in each for each in item.undetected_because), item.undetected_because


def test_the_earliest_test_stands_first_whatever_the_unit(graph: Any) -> None:
    quick = (
        DETECTS.replace("demo:SMP ", "demo:SM2 ")
        .replace('"sample"', '"quick"')
        .replace("2.0 ; kg:unit unit:DAY", "20.0 ; kg:unit unit:HR")
    )
    item = attribute(report(graph, WORLD + DETECTS + quick))
    assert [each.sampling_point.label for each in item.detected_by] == ["quick", "sample"]


def test_an_attribute_of_an_own_class_is_told_undetected_and_takes_the_highest_severity(graph: Any) -> None:
    own = WORLD.replace("demo:Q a kg:QualityAttribute", "demo:Q a kg:CriticalQualityAttribute").replace(
        "kg:severity kg:high", "kg:severity kg:low , kg:medium"
    )
    item = attribute(report(graph, own))
    assert item.severity is Grade.MEDIUM
    assert item.undetected_because


def test_a_factor_of_an_own_class_is_compared_with_its_ranges(graph: Any) -> None:
    made = report(graph, WORLD.replace("demo:P a kg:ProcessParameter", "demo:P a demo:OwnParameter"), "3", "50")
    assert made.positions
    assert made.barriers
    assert made.coverage.total.cells


def test_without_a_site_every_site_is_asked_and_the_blind_ones_are_named(graph: Any) -> None:
    item = attribute(report(graph, WORLD + DETECTS, "", "", site=""))
    assert [each.method.label for each in item.detected_by] == ["digital PCR at Leiden"]
    assert any("Boston" in reason for reason in item.undetected_because)


def test_a_test_whose_method_changes_detects_nothing(graph: Any) -> None:
    item = attribute(report(graph, WORLD + DETECTS, "", "", kind="method", about="AML"))
    assert item.detected_by == ()
    assert any("reaches" in reason for reason in item.undetected_because)


def test_figures_without_a_unit_hold_nothing(graph: Any) -> None:
    """3.5 of nobody knows what may lie outside 1 to 5 of something else."""
    made = attribute(report(graph, WORLD.replace(" ; kg:unit kg:TU-PER-CELL", "")))
    assert made.held is Grade.HIGH
    assert "In which unit 1–5 is meant is not recorded." in made.held_by[0].void
    assert made.held_by[0].unsure
