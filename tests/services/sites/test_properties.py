"""What holds for any two sites: sides are mirrors, and knowing less never makes two things the same."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.domain.sites import Comparison, Dimension, Row, State

Two = Callable[..., Comparison]
DIMENSIONS = {
    Dimension.SETTING,
    Dimension.NORMAL_RANGE,
    Dimension.HOLD_TIME,
    Dimension.CUMULATIVE,
    Dimension.EQUIPMENT,
    Dimension.MATERIAL,
    Dimension.METHOD,
    Dimension.SAMPLING,
    Dimension.CONTROL,
    Dimension.IDENTITY,
    Dimension.OPENNESS,
    Dimension.AUTOMATION,
    Dimension.PEOPLE,
}
"""Respects in which one thing is compared; sets of provisions or know-how may agree once a part of them is forgotten."""

SHARED = """
U1 hasFactor P
P a ProcessParameter
U1 hasFactor H1
U1 hasFactor H2
H1 a HoldTime
H2 a HoldTime
H1 cumulativeWith H2
AM a AnalyticalMethod
AM measuresAttribute Q
SB usesEquipment EB
EB ofModel EM
SL usesEquipment EL
EL ofModel EM
SB consumesMaterial MB
MB ofMaterial M
SL consumesMaterial ML
ML ofMaterial M
"""


def lines(side: str) -> st.SearchStrategy[list[str]]:
    """What one site may record; every statement stands on its own."""
    site, step = {"B": ("BOS", "SB"), "L": ("LEI", "SL")}[side]
    setting = [f"XP{side} a SiteSetting", f"XP{side} forFactor P", f"XP{side} atSite {site}"]
    normal = [f"N{side} a AcceptableRange", f"N{side} rangeType NOR", f"N{side} forFactor P", f"N{side} atSite {site}"]
    holds = [
        statement
        for at, figure in (("1", "2"), ("2", "1"))
        for statement in (
            f"XH{at}{side} a SiteSetting",
            f"XH{at}{side} forFactor H{at}",
            f"XH{at}{side} atSite {site}",
            f'XH{at}{side} setpoint "{figure}"',
            f"XH{at}{side} unit HR",
        )
    ]
    used = [
        f"E{side} qualificationStatus qualified",
        f'M{side} grade "GMP"',
        f"M{side} qualificationStatus qualified",
        f"{step} openness closedProcessing",
        f'{step} automationLevel "2"',
    ]
    method = [
        f"A{side} a MethodAtSite",
        f"A{side} ofMethod AM",
        f"A{side} atSite {site}",
        f"A{side} methodStatus validated",
        f'A{side} methodVersion "2"',
        f"A{side} referenceStandard R1",
        f"A{side} instrument I1",
        f"A{side} basis B1",
    ]
    control = [
        f"C{side} a InProcessControl",
        f"C{side} controls P",
        f"C{side} atSite {site}",
        f"C{side} atStep {step}",
        f"C{side} controlKind testControl",
        f"C{side} statusAtSite validated",
        f"D{side} a IdentityCheckpoint",
        f"D{side} atSite {site}",
        f"D{side} atStep {step}",
        f"D{side} statusAtSite validated",
    ]
    people = [f"Z{side} forUnitOperation U1", f"Z{side} ofPerson W{side}", f"W{side} worksAt {site}"]
    figure = st.sampled_from(['"3"', '"4"', '"by eye"']).map(lambda each: f"XP{side} setpoint {each}")
    unit = st.sampled_from(["HR", "TU-PER-CELL"]).map(lambda each: f"XP{side} unit {each}")
    basis = st.sampled_from(["B1", "B2"]).map(lambda each: f"XP{side} basis {each}")
    limits = st.sampled_from(['"1"', '"2"']).map(lambda each: f"N{side} lowerLimit {each}")
    until = st.sampled_from(["2025-01-01", "2027-01-01"]).map(lambda each: f'Z{side} validUntil "{each}"')
    whole = [*setting, *normal, f'N{side} upperLimit "5"', f"N{side} unit TU-PER-CELL", f"N{side} basis B1"]
    fixed = [*whole, *holds, *used, *method, *control, *people]
    changed = st.tuples(figure, unit, basis, limits, until).map(list)
    kept = st.lists(st.booleans(), min_size=len(fixed), max_size=len(fixed))
    weights = st.one_of(st.just([True] * len(fixed)), kept)
    return st.builds(
        lambda keep, more: [each for each, wanted in zip(fixed, keep, strict=True) if wanted] + more, weights, changed
    )


def found(comparison: Comparison) -> dict[tuple[Dimension, str], Row]:
    return {(row.dimension, row.thing.iri): row for row in comparison.rows if row.dimension in DIMENSIONS}


def told(*statements: str) -> str:
    return SHARED + "\n".join(statements) + "\n"


MIRROR = {State.WIDER: State.NARROWER, State.NARROWER: State.WIDER}


@settings(deadline=None, max_examples=25)
@given(there=lines("B"), here=lines("L"))
def test_exchanging_the_sites_mirrors_every_state(there: list[str], here: list[str], two: Two) -> None:
    text = told(*there, *here)
    forth, back = found(two(text)), found(two(text, "SPL", "SPB"))
    assert set(forth) == set(back)
    for key, row in forth.items():
        other = back[key]
        assert (row.sending, row.receiving) == (other.receiving, other.sending)
        if State.MISSING not in (row.state, other.state):
            assert other.state is MIRROR.get(row.state, row.state), (key, row, other)
        else:
            assert State.SAME not in (row.state, other.state)


@settings(deadline=None, max_examples=25)
@given(there=lines("B"), here=lines("L"), data=st.data())
def test_forgetting_a_statement_never_makes_two_things_the_same(
    there: list[str], here: list[str], data: st.DataObject, two: Two
) -> None:
    statements = [*there, *here]
    before = found(two(told(*statements)))
    dropped = data.draw(st.sampled_from(statements))
    after = found(two(told(*(each for each in statements if each != dropped))))
    for key, row in after.items():
        if row.state is State.SAME:
            assert before[key].state is State.SAME or key[0] is Dimension.PEOPLE or _plain(dropped), (dropped, row)


def _plain(statement: str) -> bool:
    """A basis beside hours: the unit says all, once nobody says how it was measured."""
    return " basis " in statement
