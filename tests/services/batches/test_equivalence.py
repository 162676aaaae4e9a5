"""Two one-sided tests: against published figures, by hand, and every sentence that can come of them."""

from __future__ import annotations

import math

import pytest

from kgapp.adapters.student import ScipyStudent
from kgapp.domain.errors import BadInput
from kgapp.services.batches import equivalence
from kgapp.services.batches.equivalence import Comparison, Sample

SLEEP_ONE = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
SLEEP_TWO = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
"""Hours of sleep gained with two drugs: Student, The probable error of a mean, Biometrika 1908; 6: 1-25."""


def compared(
    margin: float, alpha: float = 0.05, first: Sample | None = None, second: Sample | None = None
) -> Comparison:
    one, two = first or equivalence.sample(SLEEP_ONE), second or equivalence.sample(SLEEP_TWO)
    return equivalence.compare(one, two, margin, ScipyStudent(), alpha)


def test_means_degrees_of_freedom_and_interval_are_those_that_r_prints_for_the_data_of_student() -> None:
    """R's Welch two sample t-test: t = 1.8608, df = 17.776, 95 percent confidence interval -0.2054832 to 3.3654832."""
    found = compared(1.0, alpha=0.025)
    assert [found.first.mean, found.second.mean] == pytest.approx([0.75, 2.33])
    assert round(found.difference / found.standard_error, 4) == 1.8608
    assert round(found.df, 3) == 17.776
    assert [found.low, found.high] == pytest.approx([-0.2054832, 3.3654832], abs=5e-8)


@pytest.mark.parametrize(
    ("difference", "error", "df", "low", "high", "p"),
    [
        (
            0.562666666666666,
            0.2149871904637392,
            24.11000151062728,
            0.194916250699966,
            0.930417082633366,
            0.43179368125948,
        ),
        (0.164666666666667, 0.2531625991083627, 26.7484787582315, -0.266686298072253, 0.596019631405587, None),
    ],
)
def test_interval_and_p_are_those_of_another_program(
    difference: float, error: float, df: float, low: float, high: float, p: float | None
) -> None:
    """Figures of tost() of the R package equivalence for two groups of 15 and a margin of 0.6, as statsmodels tests against them.

    The two variances are those that belong to the printed standard error and degrees of freedom.
    """
    total = error**2
    share = 0.5 + math.sqrt(14 / df / 2 - 0.25)
    parts = [Sample(15, mean, math.sqrt(15 * total * part)) for mean, part in ((0.0, share), (difference, 1 - share))]
    found = compared(0.6, first=parts[0], second=parts[1])
    assert found.df == pytest.approx(df, rel=1e-12)
    assert [found.low, found.high] == pytest.approx([low, high], abs=1e-12)
    if p is not None:
        assert found.p == pytest.approx(p, abs=1e-12)
        assert not found.equivalent
    else:
        assert found.equivalent


def test_a_case_reckoned_by_hand() -> None:
    """n = 5 and 5, variances 2.5 and 2.5: standard error 1, 8 degrees of freedom, t of 0.95 with 8 is 1.859548 in every table."""
    first, second = equivalence.sample((1, 2, 3, 4, 5)), equivalence.sample((1.5, 2.5, 3.5, 4.5, 5.5))
    found = compared(2.5, first=first, second=second)
    assert [found.standard_error, found.df] == pytest.approx([1.0, 8.0])
    assert [found.low, found.high] == pytest.approx([-1.359548, 2.359548], abs=1e-6)
    assert (found.equivalent, found.different) == (True, False)
    assert found.p == found.p_above == ScipyStudent().above(2.0, 8)


@pytest.mark.parametrize("margin", [2.359, 2.361])
def test_the_interval_and_the_two_tests_say_the_same(margin: float) -> None:
    first, second = equivalence.sample((1, 2, 3, 4, 5)), equivalence.sample((1.5, 2.5, 3.5, 4.5, 5.5))
    found = compared(margin, first=first, second=second)
    assert found.equivalent is (found.p < 0.05) is (margin > 2.36)


@pytest.mark.parametrize(
    ("margin", "shift", "said"),
    [
        (50.0, 0.0, "Equivalent within ±50: the 90 % confidence interval"),
        (50.0, 0.0, "within the margin (p < 0.001)."),
        (2.0, 100.0, "Not equivalent: the 90 % confidence interval"),
        (2.0, -100.0, "lies wholly beyond ±2."),
        (1.0, 0.0, "It leaves out zero: the sites differ, by how much is not settled."),
        (1.0, -1.5, "A difference is not shown either: that is unknown, not none."),
    ],
)
def test_every_outcome_has_its_sentence(margin: float, shift: float, said: str) -> None:
    second = equivalence.sample([value + shift for value in SLEEP_TWO])
    assert said in compared(margin, second=second).sentence


@pytest.mark.parametrize(
    ("margin", "alpha"), [(0.0, 0.05), (-1.0, 0.05), (math.nan, 0.05), (math.inf, 0.05), (1.0, 0.0), (1.0, 0.5)]
)
def test_a_margin_and_a_level_that_say_nothing_are_refused(margin: float, alpha: float) -> None:
    with pytest.raises(BadInput):
        compared(margin, alpha)


def test_samples_without_spread_are_refused() -> None:
    with pytest.raises(BadInput, match="no spread"):
        compared(1.0, first=Sample(3, 1.0, 0.0), second=Sample(3, 1.0, 0.0))
    for values, said in (((), "0 results"), ((1.0,), "1 result of")):
        with pytest.raises(BadInput, match=said):
            equivalence.sample(values)
    assert compared(1.0, first=Sample(3, 1.0, 0.0)).df == pytest.approx(9.0), "one site without spread is no trouble"
