"""Settings of random small graphs against an oracle, and what options make of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.domain.sites import Comparison, Dimension, Row, State

Side = tuple[str | None, str | None, str | None]
Two = Callable[..., Comparison]
Find = Callable[[Comparison, Dimension, str], Row]
DIMENSION = Dimension.SETTING
VALUES = {"1 h": ("1", "HR"), "60 min": ("60", "MIN"), "2 h": ("2", "HR"), "5 °C": ("5", "DEG_C"), "5": ("5", "")}
SECONDS = {"1 h": Fraction(3600), "60 min": Fraction(3600), "2 h": Fraction(7200)}
OPTIONS = ("OA", "OB")  # of one group; OA brings the factor where it is bound to options


def facts(side: str, value: str | None, basis: str | None, option: str | None) -> str:
    site, process, setting = {"B": ("BOS", "SPB", "XB"), "L": ("LEI", "SPL", "XL")}[side]
    lines = [f"{process} choosesOption {option}"] if option else []
    if value is not None:
        figure, unit = VALUES[value]
        lines += [
            f"{setting} a SiteSetting",
            f"{setting} forFactor P",
            f"{setting} atSite {site}",
            f'{setting} setpoint "{figure}"',
        ]
        lines += [f"{setting} unit {unit}"] if unit else []
        lines += [f"{setting} basis {basis}"] if basis else []
    return "\n".join(lines) + "\n"


FACTOR = """
U1 hasFactor P
P a ProcessParameter
P label "Rest"
OA optionGroup "culture"
OB optionGroup "culture"
"""


def expected(sides: list[Side], bound: bool, bridge: bool) -> State:
    (there, one, theirs), (here, other, ours) = sides
    if bound and ours == "OB" and here is None:
        return State.NOT_APPLICABLE
    if bound and theirs == "OB" and there is None:
        if here is not None:
            return State.NOT_APPLICABLE
        return State.MISSING if ours == "OA" else State.UNKNOWN
    if here is None or there is None or "5" in (here, there):
        return State.UNKNOWN
    if "5 °C" in (here, there):
        if here != there:
            return State.DIFFERS
        equal = True
    else:
        equal = SECONDS[here] == SECONDS[there]
    if one == other or (bridge and one and other):
        return State.SAME if equal else State.DIFFERS
    if one and other:
        return State.DIFFERS
    return State.UNKNOWN if equal else State.DIFFERS


side = st.tuples(
    st.none() | st.sampled_from(sorted(VALUES)),
    st.none() | st.sampled_from(["BA", "BB"]),
    st.none() | st.sampled_from(OPTIONS),
)


@settings(deadline=None)
@given(sides=st.lists(side, min_size=2, max_size=2), bound=st.booleans(), bridge=st.booleans(), data=st.data())
def test_states_are_those_of_the_rule_in_other_words(
    sides: list[Side], bound: bool, bridge: bool, data: st.DataObject, two: Two, row: Find
) -> None:
    text = FACTOR + facts("B", *sides[0]) + facts("L", *sides[1])
    text += "OA brings P\n" if bound else ""
    text += data.draw(st.sampled_from(["BA bridgedTo BB\n", "BB bridgedTo BA\n"])) if bridge else ""
    comparison: Comparison = two(text)
    found: Row = row(comparison, DIMENSION, "P")
    assert found.state is expected(sides, bound, bridge), found
    assert (found.start is not None) is (found.state in {State.DIFFERS, State.MISSING})
    assert found.sending.recorded is (sides[0][0] is not None)
    assert found.receiving.recorded is (sides[1][0] is not None)
    assert bool(found.receiving.quads) is found.receiving.recorded
    if State.SAME is found.state:
        assert found.sending.recorded
        assert found.receiving.recorded


def test_nothing_recorded_is_never_the_same(two: Two) -> None:
    comparison: Comparison = two(FACTOR)
    assert comparison.rows
    assert {each.state for each in comparison.rows} == {State.UNKNOWN}
    assert not comparison.gaps
