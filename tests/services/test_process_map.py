"""The process as a map."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.terms import Iri
from kgapp.services import retiring
from kgapp.services.process_board import FactorRow, ProcessMap, Standing
from kgapp.services.process_map import brief, process_map
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]

TWO_SITES = """
GR a GeneralProcess
GR label "CAR-T"
U1 a UnitOperation
U1 label "Transduction"
U1 partOf GR
U1 order "2"
U2 a UnitOperation
U2 label "Thaw"
U2 partOf GR
U2 order "1"
U3 a UnitOperation
U3 label "No order"
U3 partOf GR
R a ReleaseTesting
R partOf GR
U1 hasFactor P1
U1 hasFactor P2
U1 hasFactor P3
P1 label "Temperature"
P1 a ProcessParameter
P2 label "MOI"
P2 a ProcessParameter
P2 criticality CPP
P3 label "Never set"
P2 unit TU-PER-CELL
SPB a SiteProcess
SPB label "at Boston"
SPB from GR
SPB atSite BOS
SPL a SiteProcess
SPL label "at Leiden"
SPL from GR
SPL atSite LEI
SPN a SiteProcess
SPN from GR
BOS label "Boston"
BOS inRegion US
US notation "US"
LEI label "Leiden"
TP a TransferProject
TP sendingProcess SPB
TP receivingProcess SPL
SB a SiteSetting
SB forFactor P2
SB atSite BOS
SB setpoint "3"
SL a SiteSetting
SL forFactor P2
SL atSite LEI
SL setpoint "3"
"""


@pytest.fixture
def board(workspace: Workspace, tell: Tell) -> Callable[[str], ProcessMap]:
    """The map of two sites and whatever else is told."""

    def make(more: str = "") -> ProcessMap:
        tell(TWO_SITES + more)
        return process_map(workspace.reader)

    return make


def row(board: ProcessMap, lane: int, factor: str) -> FactorRow:
    rows = (row for card in board.cards[lane] for row in card.rows)
    return next(each for each in rows if each.factor.label == factor)


def test_a_project_without_a_process_has_an_empty_map(workspace: Workspace) -> None:
    empty = process_map(workspace.reader)
    assert empty.process is None
    assert (empty.factors, empty.shown) == (0, 0)


def test_steps_stand_in_their_order_and_release_testing_is_none(board: Callable[[str], ProcessMap]) -> None:
    steps = board("").steps
    assert [step.step.label for step in steps] == ["Thaw", "Transduction", "No order"]
    assert [step.factors for step in steps] == [0, 3, 0]


def test_a_factor_that_stands_in_two_steps_is_one_factor(board: Callable[[str], ProcessMap]) -> None:
    made = board("U2 hasFactor P1")
    assert [step.factors for step in made.steps] == [1, 3, 0]
    assert made.factors == 3


def test_the_sending_site_is_the_first_lane(board: Callable[[str], ProcessMap]) -> None:
    lanes = board("").lanes
    assert [(lane.site.label, lane.region) for lane in lanes] == [("Boston", "US"), ("Leiden", "")]


def test_a_process_without_a_process_project_is_ordered_by_name(workspace: Workspace, tell: Tell) -> None:
    tell(TWO_SITES.replace("TP a TransferProject", ""))
    assert [lane.site.label for lane in process_map(workspace.reader).lanes] == ["Boston", "Leiden"]


def test_a_site_without_settings_is_planned_and_comes_last(board: Callable[[str], ProcessMap]) -> None:
    made = board('SPA a SiteProcess\nSPA label "a first"\nSPA from GR\nSPA atSite KOB\nKOB label "Kobe"')
    assert [(lane.site.label, lane.planned) for lane in made.lanes] == [
        ("Boston", False),
        ("Leiden", False),
        ("Kobe", True),
    ]
    assert not any(each.differs for card in made.cards[2] for each in card.rows)


def test_critical_factors_come_first_and_only_set_ones_are_named(board: Callable[[str], ProcessMap]) -> None:
    made = board('ST a SiteSetting\nST forFactor P1\nST atSite BOS\nST textValue "warm"')
    assert [each.factor.label for each in made.cards[0][1].rows] == ["MOI", "Temperature"]
    assert (made.shown, made.factors) == (2, 3)
    assert row(made, 0, "MOI").criticality == "CPP"


def test_a_value_has_its_normal_range_and_unit(board: Callable[[str], ProcessMap]) -> None:
    normal = 'NB forFactor P2\nNB atSite BOS\nNB rangeType NOR\nNB lowerLimit "2"\nNB upperLimit "4"\n'
    made = board(normal)
    assert row(made, 0, "MOI").value == "3 (2–4) TU/cell"
    assert row(made, 1, "MOI").value == "3 TU/cell"
    assert row(made, 1, "MOI").differs == "Boston: 3 (2–4) TU/cell."


@pytest.mark.parametrize(
    ("limits", "expected"),
    [('N lowerLimit "2"', "3 (≥ 2) TU/cell"), ('N upperLimit "4"', "3 (≤ 4) TU/cell"), ("", "3 TU/cell")],
)
def test_a_range_may_be_open(board: Callable[[str], ProcessMap], limits: str, expected: str) -> None:
    made = board(f"N forFactor P2\nN atSite LEI\nN rangeType NOR\n{limits}")
    assert row(made, 1, "MOI").value == expected


def test_the_same_figure_on_another_basis_differs_unless_it_is_bridged(
    board: Callable[[str], ProcessMap], tell: Tell, workspace: Workspace
) -> None:
    made = board('SB basis AB\nSL basis AL\nAB label "Boston assay"\nAL label "Leiden assay"')
    assert row(made, 1, "MOI").differs == "Same figure, other basis: here Leiden assay; Boston: Boston assay."
    assert row(made, 1, "MOI").basis == "Leiden assay"
    tell("AL bridgedTo AB")
    assert row(process_map(workspace.reader), 1, "MOI").differs == ""


def test_a_basis_that_is_not_recorded_is_not_the_same(board: Callable[[str], ProcessMap]) -> None:
    made = board('SL basis AL\nAL label "Leiden assay"')
    assert row(made, 1, "MOI").differs == "Same figure, other basis: here Leiden assay; Boston: not recorded."
    assert row(made, 0, "MOI").differs == ""


def test_what_only_one_site_has_differs(board: Callable[[str], ProcessMap]) -> None:
    here = 'SX a SiteSetting\nSX forFactor P1\nSX atSite BOS\nSX setpoint "37"\n'
    there = 'SY a SiteSetting\nSY forFactor P3\nSY atSite LEI\nSY setpoint "1"'
    made = board(here + there)
    assert row(made, 1, "Temperature").standing is Standing.MISSING
    assert row(made, 1, "Temperature").differs == "Not recorded here. Boston: 37."
    assert row(made, 1, "Never set").differs == "Not recorded at Boston."


def test_what_neither_of_two_sites_has_does_not_differ(board: Callable[[str], ProcessMap]) -> None:
    third = 'SPK a SiteProcess\nSPK label "at Kobe"\nSPK from GR\nSPK atSite KOB\nKOB label "Kobe"\n'
    made = board(third + 'SK a SiteSetting\nSK forFactor P1\nSK atSite KOB\nSK setpoint "36"')
    assert row(made, 1, "Temperature").differs == ""
    assert row(made, 2, "Temperature").differs == "Not recorded at Boston."


def test_what_an_option_not_chosen_brings_is_not_applicable(board: Callable[[str], ProcessMap]) -> None:
    options = "O1 brings P1\nSPB choosesOption O1\nSPL choosesOption O2\n"
    made = board(options + 'SX a SiteSetting\nSX forFactor P1\nSX atSite BOS\nSX setpoint "37"')
    assert row(made, 1, "Temperature").standing is Standing.NOT_APPLICABLE
    assert row(made, 1, "Temperature").differs == ""


def test_equipment_is_named_by_its_model(board: Callable[[str], ProcessMap]) -> None:
    steps = "SS ofUnitOperation U1\nSS atSite BOS\nSS usesEquipment Q1\nSS usesEquipment Q2\nQ1 ofModel M1\n"
    made = board(steps + 'M1 label "Xuri"\nQ2 label "Own rig"')
    assert [each.label for each in made.cards[0][1].equipment] == ["Xuri", "Own rig"]
    assert [each.absent for each in made.cards[1][1].equipment] == [True, True]


def test_know_how_of_a_step_and_of_its_factors_is_counted_once(board: Callable[[str], ProcessMap]) -> None:
    made = board(
        "T1 a TacitAssertion\nT1 concerns U1\nT1 concerns P2\nT2 a PublishedKnowHow\nT2 concerns P1\nG concerns U1"
    )
    assert made.steps[1].know_how == 2


@pytest.mark.parametrize(
    ("figure", "expected"), [("2000000000", "2e9"), ("150000000", "15e7"), ("1000", "1000"), ("7.40", "7.40")]
)
def test_only_long_figures_are_shortened(figure: str, expected: str) -> None:
    assert brief(figure) == expected


def test_a_retired_setting_is_set_no_more(board: Callable[[str], ProcessMap], workspace: Workspace) -> None:
    board('S0 a SiteSetting\nS0 forFactor P2\nS0 atSite LEI\nS0 setpoint "5"')
    assert row(process_map(workspace.reader), 1, "MOI").figure == "5 TU/cell; 3 TU/cell"
    retiring.retire(workspace, Iri("https://w3id.org/kgapp/demo/S0"), "a mistake")
    assert row(process_map(workspace.reader), 1, "MOI").figure == "3"
    retiring.retire(workspace, Iri("https://w3id.org/kgapp/demo/SL"), "not run there")
    assert row(process_map(workspace.reader), 1, "MOI").standing is Standing.MISSING


def test_of_two_settings_of_a_factor_at_a_site_both_are_told(board: Callable[[str], ProcessMap]) -> None:
    made = board('SM a SiteSetting\nSM forFactor P2\nSM atSite LEI\nSM setpoint "9"')
    assert row(made, 1, "MOI").value == "3 TU/cell; 9 TU/cell"
    assert row(made, 1, "MOI").differs == "Boston: 3 TU/cell."


HOUR, MINUTE = (f"<http://qudt.org/vocab/unit/{unit}>" for unit in ("HR", "MIN"))
FIGURES = f"""
A a SiteSetting
A forFactor P1
A atSite BOS
A setpoint "30"
A unit {MINUTE}
AN forFactor P1
AN atSite BOS
AN rangeType NOR
AN lowerLimit "20"
AN unit {MINUTE}
B a SiteSetting
B forFactor P1
B atSite LEI
B setpoint "0.50"
B unit {HOUR}
BN forFactor P1
BN atSite LEI
BN rangeType NOR
BN lowerLimit "20.0"
BN unit {MINUTE}
"""


@pytest.mark.parametrize(
    ("more", "value", "differs"),
    [
        ("", "0.50 h (≥ 20.0 min)", False),
        ('BN upperLimit "1"', "0.50 h (20.0–1 min)", True),
        (f'BX forFactor P1\nBX atSite LEI\nBX rangeType NOR\nBX lowerLimit "1"\nBX unit {HOUR}', "", True),
        ('BN upperLimit "wide"', "", True),
    ],
)
def test_lanes_are_compared_by_value(
    board: Callable[[str], ProcessMap], more: str, value: str, *, differs: bool
) -> None:
    found = row(board(FIGURES + more), 1, "Temperature")
    assert value in {"", found.value}
    assert bool(found.differs) is differs
