"""The chart of individuals and moving ranges against the worked example of its source."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kgapp.domain.errors import BadInput
from kgapp.services.batches import individuals

FLOW_RATES = tuple(map(Decimal, ["49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"]))
"""Ten batches: NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2."""


def test_the_worked_example_of_the_handbook() -> None:
    made = individuals.chart(FLOW_RATES)
    assert made.mean == Decimal("50.81")
    assert [str(each) for each in made.moving_ranges] == ["2.0", "2.3", "1.4", "3.5", "3.4", "1.4", "0.2", "1.2", "1.5"]
    assert round(made.average_range, 4) == Decimal("1.8778")
    assert (round(made.lower, 4), round(made.upper, 4)) == (Decimal("45.8159"), Decimal("55.8041"))
    assert (made.outside, made.jumps, made.firm) == ((), (), False)


def test_what_lies_outside_and_what_jumps_is_named_by_its_place() -> None:
    made = individuals.chart((*FLOW_RATES, *FLOW_RATES, Decimal(70)))
    assert made.range_upper == Decimal("3.267") * made.average_range
    assert (made.outside, made.jumps, made.firm) == ((20,), (20,), True)


@pytest.mark.parametrize(("values", "said"), [((), "0 results"), ((Decimal(1),), "1 result of")])
def test_too_few_results_make_no_chart(values: tuple[Decimal, ...], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        individuals.chart(values)
