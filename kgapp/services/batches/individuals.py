"""A chart of individuals and moving ranges: limits from the process itself, with the method and its source in words.

Method: the limits of individuals stand 3/1.128 (2.66) average moving ranges above and below the mean, the upper limit of the
moving range at 3.267 times their average (1.128 is d2 and 3.267 is D4 for two successive results). Source: NIST/SEMATECH e-Handbook
of Statistical Methods, section 6.3.2.2 (individuals control charts), whose worked example the tests repeat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from kgapp.domain.errors import BadInput

INDIVIDUALS: Final = 3 / Decimal("1.128")
MOVING_RANGE: Final = Decimal("3.267")
FIRM: Final = 20
"""Results from which limits are usually held to be firm; with fewer they are said to be provisional."""

METHOD: Final = (
    "Individuals and moving range chart of successive batches: mean ± 3 × average moving range / 1.128; upper limit of the moving "
    "range 3.267 × its average (1.128 is d2 and 3.267 is D4 for two results)."
)
SOURCE: Final = "NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2."
NOT_A_SPECIFICATION: Final = (
    "These limits say what the process does by itself. They are no specification and no acceptance limit."
)


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of a chart. ``outside`` and ``jumps`` are places of results, counted from 0, beyond the limits."""

    values: tuple[Decimal, ...]
    moving_ranges: tuple[Decimal, ...]
    mean: Decimal
    average_range: Decimal
    lower: Decimal
    upper: Decimal
    range_upper: Decimal
    outside: tuple[int, ...]
    jumps: tuple[int, ...]

    @property
    def firm(self) -> bool:
        """Whether there are enough results for limits that last."""
        return len(self.values) >= FIRM


def chart(values: Sequence[Decimal]) -> Chart:
    """The chart of results in the order of manufacture. Raises ``BadInput`` for fewer than two."""
    if len(values) < 2:
        raise BadInput(
            f"{len(values)} result{'' if len(values) == 1 else 's'} of one kind: a moving range needs two.",
            hint="Record more results of this attribute and site process.",
        )
    ranges = tuple(abs(after - before) for before, after in pairwise(values))
    mean = sum(values, Decimal()) / len(values)
    average = sum(ranges, Decimal()) / len(ranges)
    lower, upper = mean - INDIVIDUALS * average, mean + INDIVIDUALS * average
    highest = MOVING_RANGE * average
    return Chart(
        tuple(values),
        ranges,
        mean,
        average,
        lower,
        upper,
        highest,
        tuple(at for at, value in enumerate(values) if not lower <= value <= upper),
        tuple(at for at, value in enumerate(ranges, 1) if value > highest),
    )
