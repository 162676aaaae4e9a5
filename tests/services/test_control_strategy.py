"""The control strategy says what is in force only where that is recorded, and shows it as it was at any revision."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.changes import ChangeSet
from kgapp.domain.control import AttributeControl, Element, ElementKind, Force
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.history import Note
from kgapp.domain.quantity import Position
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import as_of, control_contract, control_strategy
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
Tell = Callable[[str], None]

DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
STORY = f"""
BOS a Site
BOS label "Boston"
LEI a Site
LEI label "Leiden"
SPB a SiteProcess
SPB atSite BOS
SPL a SiteProcess
SPL atSite LEI
Q a QualityAttribute
Q label "Copy number"
Q severity high
Q role release
UO a UnitOperation
UO label "Transduction"
UO hasFactor P
P a ProcessParameter
P label "MOI"
INF a Influence
INF label "MOI on copy number"
INF hasCause P
INF hasEffect Q
INF strength high
INF evidenceLevel smallScale
TITRE-B a MeasurementBasis
TITRE-B label "Boston's titre"
TITRE-L a MeasurementBasis
TITRE-L label "Leiden's titre"
SET-B a SiteSetting
SET-B forFactor P
SET-B atSite BOS
SET-B basis TITRE-B
RNG a AcceptableRange
RNG label "Normal range"
RNG rangeType NOR
RNG forFactor P
RNG atSite BOS
RNG basis TITRE-B
RNG lowerLimit "2"{DECIMAL}
RNG upperLimit "4"{DECIMAL}
RNG unit TU-PER-CELL
RNG establishedBy DOC
DOC a Document
DOC label "Report"
"""


def told(workspace: Workspace, tell: Tell, more: str = "") -> AttributeControl:
    tell(STORY + more)
    return only(workspace)


def only(workspace: Workspace, seq: int | None = None, site: str = "") -> AttributeControl:
    (one,) = control_strategy.strategy(workspace.reader, site=Iri(BASE + site) if site else None, seq=seq).attributes
    return one


def element(found: AttributeControl, name: str) -> Element:
    return next(each for each in found.elements if each.thing.label == name)


def remove(workspace: Workspace, subject: str, predicate: Iri) -> None:
    gone = frozenset(workspace.reader.quads(Pattern(subject=Iri(BASE + subject), predicate=predicate)))
    assert gone
    workspace.commit(ChangeSet("removed", removed=gone), Note(workspace.author, "test"))


def test_a_range_measured_as_the_setting_is_in_force_with_what_it_rests_on(workspace: Workspace, tell: Tell) -> None:
    found = told(workspace, tell)
    one = element(found, "Normal range")
    assert (one.kind, one.force, one.limit, one.strength) == (
        ElementKind.RANGE,
        Force.IN_FORCE,
        "2–4 TU/cell",
        Grade.HIGH,
    )
    assert [(each.thing.label, each.evidence) for each in one.support] == [
        ("Report", Evidence.RECORDED),
        ("MOI on copy number", Evidence.SMALL_SCALE),
    ]
    assert [each.sentence for each in found.uncontrolled] == [
        "No element is recorded as in force for MOI at Leiden; its influence is high."
    ]


@pytest.mark.parametrize(
    ("more", "gone", "force", "why"),
    [
        ("RNG basis2 x", KG.atSite, Force.UNKNOWN, "It does not say at which site it holds."),
        ("SET-B status retired", None, Force.UNKNOWN, "No setting of the factor is recorded at its site."),
        ("RNG status retired", None, Force.NOT_IN_FORCE, "It is not in force: it is retired."),
        (
            "",
            KG.basis,
            Force.UNKNOWN,
            "Its figures are measured by a way that is not recorded, those here by Boston's titre, and no study bridges the two.",
        ),
        (
            "SET-B2 a SiteSetting\nSET-B2 forFactor P\nSET-B2 atSite BOS\nSET-B2 basis TITRE-L",
            None,
            Force.NOT_IN_FORCE,
            "Its figures are measured by Boston's titre, those here by Leiden's titre, and no study bridges the two.",
        ),
    ],
)
def test_a_range_that_may_not_fit_the_setting_is_not_in_force(
    workspace: Workspace, tell: Tell, more: str, gone: Iri | None, force: Force, why: str
) -> None:
    told(workspace, tell, more.replace("RNG basis2 x", ""))
    if gone is not None:
        remove(workspace, "RNG", gone)
    one = element(only(workspace), "Normal range")
    assert (one.force, one.why) == (force, (why,))


def test_a_bridged_basis_fits_and_so_does_none_on_both_sides_of_what_is_set(workspace: Workspace, tell: Tell) -> None:
    told(
        workspace,
        tell,
        "TITRE-B bridgedTo TITRE-L\nSET-B2 a SiteSetting\nSET-B2 forFactor P\nSET-B2 atSite BOS\nSET-B2 basis TITRE-L",
    )
    assert element(only(workspace), "Normal range").force is Force.IN_FORCE
    remove(workspace, "RNG", KG.basis)
    for setting in ("SET-B", "SET-B2"):
        remove(workspace, setting, KG.basis)
    assert element(only(workspace), "Normal range").force is Force.IN_FORCE


def test_a_proven_range_must_fit_equipment_and_scale_too(workspace: Workspace, tell: Tell) -> None:
    found = told(
        workspace,
        tell,
        f'PAR a AcceptableRange\nPAR label "Proven"\nPAR rangeType <{KG.PAR}>\nPAR forFactor P\nPAR forAttribute Q\n'
        "PAR atSite BOS\nPAR basis TITRE-B\nPAR onEquipmentModel E1",
    )
    one = element(found, "Proven")
    assert (one.force, len(one.why)) == (Force.UNKNOWN, 2)
    assert one.why[0].endswith("which equipment is used here is not recorded.")


def test_ranges_of_other_attributes_and_observations_are_no_elements(workspace: Workspace, tell: Tell) -> None:
    found = told(
        workspace,
        tell,
        "OTHER a AcceptableRange\nOTHER rangeType publishedObservation\nOTHER forFactor P\n"
        f"PAR a AcceptableRange\nPAR rangeType <{KG.PAR}>\nPAR forFactor P\nPAR forAttribute Q2",
    )
    assert [each.thing.label for each in found.elements] == ["Normal range"]


def test_factors_judged_to_have_no_effect_or_rejected_do_not_bear_and_unknown_strength_does(
    workspace: Workspace, tell: Tell
) -> None:
    found = told(
        workspace,
        tell,
        "I1 a Influence\nI1 hasCause PA\nI1 hasEffect Q\nI1 strength none\n"
        "I2 a Influence\nI2 hasCause PB\nI2 hasEffect Q\nI2 status rejected\n"
        'I3 a Influence\nI3 hasCause PC\nI3 hasEffect Q\nPC label "Time"\n'
        "X hasEffect Q",
    )
    assert {(each.factor.label, each.strength) for each in found.uncontrolled} == {("MOI", Grade.HIGH), ("Time", None)}
    assert any("Time at Boston; its influence is of unknown strength" in each.sentence for each in found.uncontrolled)


def test_controls_and_tests_count_only_with_a_recorded_valid_status(workspace: Workspace, tell: Tell) -> None:
    found = told(
        workspace,
        tell,
        'C1 a Control\nC1 label "Held"\nC1 controls P\nC1 atSite BOS\nC1 statusAtSite validated\nC1 atStep SSB\nSSB ofUnitOperation UO\n'
        'C2 a InProcessControl\nC2 label "Planned"\nC2 controls Q\nC2 atSite BOS\nC2 statusAtSite planned\n'
        'C3 a IdentityCheckpoint\nC3 label "Unsaid"\nC3 controls Q\n'
        'C4 a ControlStrategyElement\nC4 label "Gone"\nC4 controls Q\nC4 statusAtSite validated\nC4 status retired\n'
        "C5 controls Q\n"
        'S1 a SamplingPoint\nS1 label "Tested"\nS1 forAttribute Q\nS1 atSite BOS\nS1 ofMethod AM\nS1 resultAvailable beforeInfusion\n'
        'AMB a MethodAtSite\nAMB label "Method at Boston"\nAMB ofMethod AM\nAMB atSite BOS\nAMB methodStatus validated\n'
        'S2 a SamplingPoint\nS2 label "Not yet"\nS2 forAttribute Q\nS2 atSite LEI\nS2 ofMethod AM\n'
        "AML a MethodAtSite\nAML ofMethod AM\nAML atSite LEI\nAML methodStatus notTransferred\n"
        'S3 a SamplingPoint\nS3 label "Nobody said"\nS3 forAttribute Q\n'
        'S4 a SamplingPoint\nS4 label "Old test"\nS4 forAttribute Q\nS4 status retired\n'
        'S5 a SamplingPoint\nS5 label "No status"\nS5 forAttribute Q\nS5 atSite LEI\nS5 ofMethod AM2\n'
        "AM2L a MethodAtSite\nAM2L ofMethod AM2\nAM2L atSite LEI",
    )
    stands = {each.thing.label: (each.kind, each.force, each.why) for each in found.elements}
    assert stands["Held"] == (ElementKind.AUTOMATIC, Force.IN_FORCE, ())
    assert stands["Planned"] == (ElementKind.IN_PROCESS, Force.NOT_IN_FORCE, ("At the site it is planned.",))
    assert stands["Unsaid"] == (ElementKind.IDENTITY, Force.UNKNOWN, ("Its status at the site is not recorded.",))
    assert stands["Gone"] == (ElementKind.OTHER, Force.NOT_IN_FORCE, ("It is no longer in use.",))
    assert stands["Tested"] == (ElementKind.TEST, Force.IN_FORCE, ())
    assert stands["Not yet"] == (ElementKind.TEST, Force.NOT_IN_FORCE, ("Its method is not transferred at this site.",))
    assert stands["Nobody said"][1:] == (
        Force.UNKNOWN,
        ("Whether its method is valid at this site is not recorded.",),
    )
    assert stands["Old test"][1:] == (Force.NOT_IN_FORCE, ("It is no longer in use.",))
    assert stands["No status"][1:] == (Force.NOT_IN_FORCE, ("Its method is of no recorded status at this site.",))
    held = element(found, "Held")
    assert held.step is not None
    assert held.step.label == "Transduction"
    assert found.count(Force.UNKNOWN) == 2


RESULTS = f"""
B1 a Batch
B1 label "Batch 1"
B1 atSite BOS
B1 manufacturedOn "2026-01-05"
R1 a Result
R1 forAttribute Q
R1 ofBatch B1
R1 value "3"{DECIMAL}
R1 unit COPIES-PER-CELL
SPEC a Specification
SPEC label "Limit"
SPEC forAttribute Q
SPEC upperLimit "5"{DECIMAL}
SPEC unit COPIES-PER-CELL
"""


def test_results_stand_inside_outside_or_do_not_compare_and_say_why(workspace: Workspace, tell: Tell) -> None:
    found = told(
        workspace,
        tell,
        RESULTS + f'R2 a Result\nR2 forAttribute Q\nR2 ofBatch B1\nR2 value "7"{DECIMAL}\nR2 unit COPIES-PER-CELL\n'
        f'R3 a Result\nR3 forAttribute Q\nR3 value "3"{DECIMAL}\nR3 unit TU-PER-CELL\n'
        'R4 a Result\nR4 forAttribute Q\nR4 textValue "low"\nR5 a Result\nR5 forAttribute Q\n'
        f'R6 a Result\nR6 forAttribute Q\nR6 value "3"{DECIMAL}\nR6 unit COPIES-PER-CELL\nR6 basis TITRE-B\n'
        "D1 a Specification\nD1 forAttribute Q\nD1 status draft",
    )
    assert [
        found.standing(Position.INSIDE),
        found.standing(Position.OUTSIDE),
        found.standing(Position.NOT_COMPARABLE),
    ] == [1, 1, 4]
    assert {each.why for each in found.outcomes} == {
        "",
        "The units do not convert, or one is not recorded.",
        "The result is no figure: a person compares it.",
        "It has no value.",
        "How one of the two is measured is not recorded.",
    }


def test_words_and_bases_of_results_are_held_against_those_of_the_specification(
    workspace: Workspace, tell: Tell
) -> None:
    found = told(
        workspace,
        tell,
        'SPEC a Specification\nSPEC label "Limit"\nSPEC forAttribute Q\nSPEC textValue "No growth"\n'
        'R1 a Result\nR1 forAttribute Q\nR1 textValue "no  growth"\n'
        f'R2 a Result\nR2 forAttribute Q\nR2 value "3"{DECIMAL}',
    )
    assert [(each.position, each.why, each.limit) for each in found.outcomes] == [
        (Position.INSIDE, "", "No growth"),
        (Position.NOT_COMPARABLE, "The specification has no figures.", "No growth"),
    ]


@pytest.mark.parametrize(
    ("bridge", "position"), [("", Position.NOT_COMPARABLE), ("TITRE-L bridgedTo TITRE-B", Position.INSIDE)]
)
def test_a_result_of_another_basis_compares_only_when_bridged(
    workspace: Workspace, tell: Tell, bridge: str, position: Position
) -> None:
    found = told(workspace, tell, RESULTS + "R1 basis TITRE-B\nSPEC basis TITRE-L\n" + bridge)
    assert [each.position for each in found.outcomes] == [position]


def test_a_result_of_a_method_that_is_not_valid_at_its_site_does_not_compare(workspace: Workspace, tell: Tell) -> None:
    found = told(
        workspace,
        tell,
        RESULTS + "R1 byMethod M1\nM1 methodStatus notTransferred\n"
        f'R2 a Result\nR2 forAttribute Q\nR2 ofBatch B2\nR2 value "3"{DECIMAL}\nR2 unit COPIES-PER-CELL\n'
        "R2 byMethod M2\nM2 methodStatus validated",
    )
    assert {(each.position, each.why) for each in found.outcomes} == {
        (Position.NOT_COMPARABLE, "Measured by a method that is not transferred at its site."),
        (Position.INSIDE, ""),
    }


def test_a_limit_of_a_site_binds_there_alone_and_results_without_one_are_counted(
    workspace: Workspace, tell: Tell
) -> None:
    found = told(workspace, tell, RESULTS + "SPEC atSite LEI")
    assert (found.outcomes, found.unjudged) == ((), 1)
    narrowed = only(workspace, site="LEI")
    assert (narrowed.outcomes, narrowed.unjudged, narrowed.elements) == ((), 0, ())


def test_deviations_about_the_attribute_its_factors_and_elements_are_told_newest_first(
    workspace: Workspace, tell: Tell
) -> None:
    found = told(
        workspace,
        tell,
        'D1 a Deviation\nD1 label "Old"\nD1 concerns P\nD1 eventDate "2025-01-01"\nD1 atSite BOS\n'
        'D2 a Deviation\nD2 label "New"\nD2 concerns RNG\nD2 eventDate "2026-01-01"\nD2 status open\nD2 affectsBatch B1\n'
        'D3 a Deviation\nD3 label "Elsewhere"\nD3 concerns P2\nG a Gap\nG concerns Q',
    )
    assert [(each.deviation.label, each.status) for each in found.events] == [
        ("New", "open"),
        ("Old", "status not recorded"),
    ]
    assert only(workspace, site="LEI").events == ()


def test_as_of_a_revision_it_is_what_it_was_then(workspace: Workspace, tell: Tell) -> None:
    before = told(workspace, tell, RESULTS)
    tell('P2 a ProcessParameter\nC9 a Control\nC9 controls Q\nC9 label "Later"\nQ label "Renamed later"')
    for subject, predicate in (("RNG", KG.basis), ("Q", KG.severity), ("RNG", KG.forFactor)):
        remove(workspace, subject, predicate)
    assert only(workspace) != before
    assert only(workspace, seq=1) == before
    strategy = control_strategy.strategy(workspace.reader, seq=1)
    assert (strategy.revision, strategy.revision_hash) == (1, workspace.reader.revision(1).hash)
    known, _ = as_of.at(workspace.reader, 1)
    assert (known.name(KG.high), known.name(Iri(BASE + "C9")), known.name(KG.Site)) == ("high", "C9", "site")


def test_too_much_changed_since_is_refused(workspace: Workspace, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    told(workspace, tell)
    tell('A label "a"\nB label "b"')
    monkeypatch.setattr(as_of, "MOST", 2)
    with pytest.raises(BadInput, match="have changed since revision 1"):
        as_of.at(workspace.reader, 1)


def test_an_empty_project_and_wrong_names_are_sentences(workspace: Workspace, tell: Tell) -> None:
    empty = control_strategy.strategy(workspace.reader)
    assert (empty.attributes, empty.revision) == ((), 0)
    assert control_contract.to_json(empty)["made_at"] is None
    told(workspace, tell)
    with pytest.raises(BadInput, match="is no quality attribute"):
        control_strategy.strategy(workspace.reader, Iri(BASE + "P"))
    with pytest.raises(BadInput, match="is no site"):
        control_strategy.strategy(workspace.reader, site=Iri(BASE + "P"))
    with pytest.raises(NotFound):
        control_strategy.strategy(workspace.reader, seq=99)


def test_the_contract_says_everything_and_unknown_as_null(workspace: Workspace, tell: Tell) -> None:
    told(
        workspace,
        tell,
        RESULTS + "I3 a Influence\nI3 hasCause PC\nI3 hasEffect Q\nD1 a Deviation\nD1 concerns Q\nD1 affectsBatch B1",
    )
    made = control_contract.to_json(control_strategy.strategy(workspace.reader, Iri(BASE + "Q"), Iri(BASE + "BOS")))
    (one,) = made["attributes"]
    assert made["format"] == "kgapp-control/1"
    assert made["site"]["label"] == "Boston"
    assert [each["force"] for each in one["elements"]] == ["in force"]
    assert [each["strength"] for each in one["uncontrolled"]] == [None]
    assert one["outcomes"][0]["position"] == "inside"
    assert one["deviations"][0]["batches"][0]["label"] == "Batch 1"
