"""What is written more than once, in words beside a figure, or as a limit in words is never “the same” by its first part."""

from __future__ import annotations

import pytest

from kgapp.domain.sites import Dimension, State
from tests.services.sites.conftest import compared, row_of

SPEED = """
P1 a ProcessParameter
P1 label "Speed"
U1 hasFactor P1
P1 unit DEG_C
SB1 a SiteSetting
SB1 forFactor P1
SB1 atSite BOS
SB1 setpoint "5"
SL1 a SiteSetting
SL1 forFactor P1
SL1 atSite LEI
SL1 setpoint "5"
"""
NORMAL = """
NB a AcceptableRange
NB forFactor P1
NB rangeType NOR
NB atSite BOS
NB lowerLimit "2"
NL a AcceptableRange
NL forFactor P1
NL rangeType NOR
NL atSite LEI
NL lowerLimit "2"
"""


def test_one_value_each_is_the_same() -> None:
    assert row_of(compared(SPEED), Dimension.SETTING, "P1").state is State.SAME
    translated = 'SB1 textValue "slow"@en\nSL1 textValue "slow"@en\nSL1 textValue "langsam"@de\n'
    assert row_of(compared(SPEED + translated), Dimension.SETTING, "P1").state is State.SAME


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('SL1 setpoint "7"', "5 / 7 °C"),
        ("SB1 basis B1\nSL1 basis B1\nSL1 basis B2", "5 °C"),
        ("SL1 unit DEG_C\nSL1 unit HR", "5 °C / h"),
        ("P1 unit HR", "5 °C / h"),
        ("P1 basis B1\nP1 basis B2", "5 °C"),
    ],
)
def test_several_values_units_or_bases_are_not_the_same_by_the_first_of_them(more: str, told: str) -> None:
    row = row_of(compared(SPEED + more), Dimension.SETTING, "P1")
    assert row.state is State.UNKNOWN
    assert "More than one value, unit or basis" in row.meaning
    assert row.receiving.text == told


def test_words_beside_a_figure_count() -> None:
    row = row_of(compared(SPEED + 'SL1 textValue "stepped from 0"'), Dimension.SETTING, "P1")
    assert row.state is State.UNKNOWN
    assert "What is written beside them does not: nothing and “stepped from 0”." in row.meaning
    beside = row_of(compared(SPEED + NORMAL + 'NL finding "not above 3"'), Dimension.NORMAL_RANGE, "P1")
    assert beside.state is State.UNKNOWN


@pytest.mark.parametrize(("ours", "state"), [("about 5", State.DIFFERS), ("5", State.DIFFERS), ("about 9", State.SAME)])
def test_a_limit_in_words_is_no_open_end(ours: str, state: State) -> None:
    limits = f'NB upperLimit "{ours}"\nNL upperLimit "about 9"\n'
    row = row_of(compared(SPEED + NORMAL + limits), Dimension.NORMAL_RANGE, "P1")
    assert row.state is state
    assert row.receiving.text == "2–about 9 °C"


def test_two_upper_limits_are_told_and_not_compared() -> None:
    limits = 'NB upperLimit "5"\nNL upperLimit "5"\nNL upperLimit "9"\n'
    row = row_of(compared(SPEED + NORMAL + limits), Dimension.NORMAL_RANGE, "P1")
    assert (row.state, row.receiving.text) == (State.UNKNOWN, "2 / 5 / 9 °C")


MATERIAL = """
M a Material
M label "Beads"
MB a MaterialAtSite
MB ofMaterial M
MB grade "GMP"
MB qualificationStatus qualified
SB consumesMaterial MB
ML a MaterialAtSite
ML ofMaterial M
ML grade "GMP"
ML qualificationStatus qualified
SL consumesMaterial ML
"""


@pytest.mark.parametrize(
    ("more", "state", "words"),
    [
        ("", State.SAME, "The same: grade, qualification."),
        ('ML grade "RUO"', State.DIFFERS, "Other grade: GMP → GMP / RUO."),
        (
            "ML qualificationStatus notQualified",
            State.DIFFERS,
            "Other qualification: qualified → not qualified / qualified.",
        ),
        ("SL openness openProcessing\nSB openness openProcessing\nSL openness closedProcessing", State.SAME, ""),
    ],
)
def test_two_grades_or_statuses_are_not_the_same_by_the_first_of_them(more: str, state: State, words: str) -> None:
    comparison = compared(SPEED + MATERIAL + more)
    row = row_of(comparison, Dimension.MATERIAL, "M")
    assert row.state is state
    assert words in row.meaning
    assert row_of(comparison, Dimension.OPENNESS, "U1").state is not State.SAME
