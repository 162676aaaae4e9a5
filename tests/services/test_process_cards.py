"""What stands on a card beside its factors, and how lanes are compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.terms import Iri
from kgapp.services import retiring
from kgapp.services.process_board import Card, ProcessMap, plain_name
from kgapp.services.process_differences import compared, only_differing
from kgapp.services.process_map import process_map
from kgapp.services.workspace import Workspace
from tests.services.conftest import BASE
from tests.services.test_process_map import TWO_SITES

Tell = Callable[[str], None]
Make = Callable[[str], ProcessMap]

STEPS = """
SSB ofUnitOperation U1
SSB atSite BOS
SSL ofUnitOperation U1
SSL atSite LEI
"""


@pytest.fixture
def board(workspace: Workspace, tell: Tell) -> Make:
    """The map of two sites with a step at each, and whatever else is told."""

    def make(more: str) -> ProcessMap:
        tell(TWO_SITES + STEPS + more)
        return process_map(workspace.reader)

    return make


def card(made: ProcessMap, lane: int) -> Card:
    """The transduction step of a lane."""
    return made.cards[lane][1]


def test_a_material_is_told_with_grade_supplier_and_status(board: Make) -> None:
    made = board(
        'SSB consumesMaterial MB\nMB ofMaterial M\nM label "RetroNectin"\nMB grade "GMP"\n'
        'MB qualificationStatus qualified\nOF qualifiedFor MB\nOF offeredBy SUP\nSUP label "Supplier C"\n'
        'SSB consumesMaterial OWN\nOWN label "Own buffer"'
    )
    first, second = card(made, 0).materials
    assert (first.label, first.of, first.grade, first.suppliers) == (
        "RetroNectin", BASE + "M", "GMP", ("Supplier C",),
    )  # fmt: skip
    assert first.status == "qualified"
    assert (second.label, second.of, second.suppliers) == ("Own buffer", BASE + "OWN", ())


def test_what_stands_for_something_else_differs_and_says_for_what(board: Make) -> None:
    made = board(
        'SSB usesEquipment E1\nE1 ofModel X\nX label "Xuri"\nSSL usesEquipment E2\nE2 ofModel G\nG label "G-Rex"\n'
        'SSL usesEquipment E3\nE3 ofModel W\nW label "Welder"\nSSB usesEquipment E4\nE4 ofModel W'
    )
    assert [(one.label, one.differs) for one in card(made, 1).equipment] == [
        ("G-Rex", "Boston: Xuri."),
        ("Welder", ""),
    ]
    assert card(made, 1).differing == 1
    assert card(made, 0).differing == 0


def test_what_only_one_site_uses_is_said_on_both_sides(board: Make) -> None:
    made = board('SSB consumesMaterial MB\nMB label "Serum"\nMB grade "GMP"')
    (absent,) = card(made, 1).materials
    assert (absent.absent, absent.differs) == (True, "Not recorded here. Boston: Serum (GMP).")
    (only_here,) = card(compared(made, Iri(BASE + "LEI")), 0).materials
    assert (only_here.absent, only_here.differs) == (False, "Not recorded at Leiden.")
    assert card(compared(compared(made, Iri(BASE + "LEI"))), 1).materials == (absent,)


def test_another_grade_differs(board: Make) -> None:
    materials = "SSB consumesMaterial MB\nMB ofMaterial M\nSSL consumesMaterial ML\nML ofMaterial M\n"
    made = board(materials + 'MB grade "GMP"')
    assert card(made, 1).materials[0].differs == "Other grade: here no grade recorded; Boston: GMP."
    assert card(made, 0).materials[0].differs == ""


def test_any_lane_can_be_the_reference(board: Make) -> None:
    made = board('NB forFactor P2\nNB atSite BOS\nNB rangeType NOR\nNB lowerLimit "2"')
    assert made.reference == BASE + "BOS"
    turned = compared(made, Iri(BASE + "LEI"))
    assert turned.reference == BASE + "LEI"
    assert [row.differs for row in card(turned, 0).rows] == ["Leiden: 3 TU/cell."]
    assert [row.differs for row in card(turned, 1).rows] == [""]


def test_a_planned_or_unknown_lane_is_no_reference(board: Make) -> None:
    made = board('SPK a SiteProcess\nSPK from GR\nSPK atSite KOB\nKOB label "Kobe, planned (invented)"')
    assert compared(made, Iri(BASE + "KOB")).reference == BASE + "BOS"
    assert compared(made, Iri(BASE + "nowhere")).reference == BASE + "BOS"
    assert made.lanes[2].name == "Kobe"


def test_a_map_without_lanes_has_no_reference(workspace: Workspace, tell: Tell) -> None:
    tell("GR a GeneralProcess\nU1 a UnitOperation\nU1 partOf GR")
    made = process_map(workspace.reader)
    assert (made.reference, made.lanes) == (None, ())
    assert only_differing(made).steps == ()


def test_a_bridge_between_bases_holds_both_ways(board: Make) -> None:
    made = board('SB basis AB\nSL basis AL\nAB label "Boston assay"\nAL label "Leiden assay"\nAB bridgedTo AL')
    assert [row.differs for row in card(made, 1).rows] == [""]


def test_only_what_differs_keeps_both_sides_of_it(board: Make) -> None:
    made = board(
        'NB forFactor P2\nNB atSite BOS\nNB rangeType NOR\nNB lowerLimit "2"\n'
        'SX a SiteSetting\nSX forFactor P1\nSX atSite BOS\nSX setpoint "37"\n'
        'SY a SiteSetting\nSY forFactor P1\nSY atSite LEI\nSY setpoint "37"\n'
        "SSB usesEquipment E1\nSSL usesEquipment E2\nSSB usesEquipment W\nSSL usesEquipment W"
    )
    left = only_differing(made)
    assert [step.step.label for step in left.steps] == ["Transduction"]
    assert [[row.factor.label for row in lane[0].rows] for lane in left.cards] == [["MOI"], ["MOI"]]
    assert {one.of for one in left.cards[0][0].equipment} == {BASE + "E1", BASE + "W"}
    assert {one.of for one in left.cards[1][0].equipment} == {BASE + "E2"}


def test_risks_gaps_and_know_how_stand_where_they_hold(board: Make) -> None:
    made = board(
        "R1 a RiskItem\nR1 concerns P2\nR1 atSite LEI\nG1 a Gap\nG1 concerns E1\nSSB usesEquipment Q1\nQ1 ofModel E1\n"
        "T1 a TacitAssertion\nT1 concerns U1\nT2 a PublishedKnowHow\nT2 concerns P1\nT2 appliesAt BOS\n"
        "T1 concerns P2\nD1 a Deviation\nD1 concerns U1"
    )
    boston, leiden = card(made, 0), card(made, 1)
    assert ([one.iri for one in boston.risks], [one.iri for one in leiden.risks]) == ([], [BASE + "R1"])
    assert ([one.iri for one in boston.gaps], leiden.gaps) == ([BASE + "G1"], ())
    assert [one.iri for one in boston.know_how] == [BASE + "T1", BASE + "T2"]
    assert [one.iri for one in leiden.know_how] == [BASE + "T1"]


def test_controls_stand_beside_the_factor_that_they_hold(board: Make) -> None:
    made = board('C1 controls P2\nC1 atSite BOS\nC1 label "Weighing"\nC2 controls P2\nC2 label "Everywhere"')
    assert [[one.label for one in row.controls] for row in card(made, 0).rows] == [["Weighing", "Everywhere"]]
    assert [[one.label for one in row.controls] for row in card(made, 1).rows] == [["Everywhere"]]


def test_a_card_knows_the_records_behind_it(board: Make) -> None:
    made = board("NB forFactor P2\nNB atSite BOS\nNB rangeType NOR")
    own = set(card(made, 0).own)
    assert {BASE + name for name in ("U1", "P1", "P2", "SSB", "SB", "NB")} <= own
    assert not {BASE + "SL", BASE + "SSL"} & own
    assert card(made, 0).rows[0].own == (BASE + "SB", BASE + "NB")


def test_another_process_can_be_asked_for(workspace: Workspace, tell: Tell) -> None:
    tell(TWO_SITES + 'A a GeneralProcess\nA label "Another"')
    first = process_map(workspace.reader)
    assert [one.label for one in first.processes] == ["Another", "CAR-T"]
    wanted = process_map(workspace.reader, Iri(BASE + "GR"))
    assert wanted.process is not None
    assert wanted.process.label == "CAR-T"
    unknown = process_map(workspace.reader, Iri(BASE + "nothing"))
    assert unknown.process == first.process


def test_figure_range_and_unit_are_told_apart(board: Make) -> None:
    made = board('NB forFactor P2\nNB atSite BOS\nNB rangeType NOR\nNB lowerLimit "2"\nBOS invented "true"')
    row = card(made, 0).rows[0]
    assert (row.figure, row.normal, row.unit) == ("3", "≥ 2", "TU/cell")
    assert (made.lanes[0].invented, made.lanes[1].invented) == (True, False)


@pytest.mark.parametrize(
    ("label", "name"), [("Boston (invented)", "Boston"), ("Kobe, planned (invented)", "Kobe"), ("Leiden", "Leiden")]
)
def test_a_site_is_called_by_its_plain_name(label: str, name: str) -> None:
    assert plain_name(label) == name


def test_what_is_retired_counts_no_more(board: Make, workspace: Workspace) -> None:
    made = board(
        "K1 a TacitAssertion\nK1 concerns U1\nK2 a TacitAssertion\nK2 concerns U1\nK2 status retired\n"
        "C1 controls P2\nC2 controls P2"
    )
    assert (made.steps[1].know_how, len(card(made, 0).know_how)) == (1, 1)
    retiring.retire(workspace, Iri(BASE + "C2"), "replaced")
    assert [each.iri for each in card(process_map(workspace.reader), 0).rows[0].controls] == [BASE + "C1"]
