"""Whether two sites give the same within a margin: two one-sided t-tests (TOST), with the interval that says the same thing.

Method: Schuirmann, J Pharmacokinet Biopharm 1987; 15(6): 657-680. Both one-sided tests at the level alpha, which is the same as the
(1 - 2 alpha) confidence interval of the difference of the means lying within the margin. Variances are not taken to be equal
(Welch; Satterthwaite's degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.3).

“Not shown” is not “different”: with few batches a real equivalence is often not shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, stdev
from typing import Final, Protocol

from kgapp.domain.errors import BadInput

ALPHA: Final = 0.05
FEW: Final = 6
"""Batches of one site below which it is said that there are few."""
METHOD: Final = (
    "Two one-sided t-tests of the difference of the means against the margin, variances not taken to be equal "
    "(Welch, Satterthwaite's degrees of freedom); results of different batches taken to be independent and normal."
)
SOURCE: Final = "Schuirmann 1987, J Pharmacokinet Biopharm 15(6): 657-680; NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.3."


class Student(Protocol):
    """Student's t distribution."""

    def above(self, t: float, df: float) -> float:
        """The probability of a value above ``t``."""
        ...

    def quantile(self, probability: float, df: float) -> float:
        """The value below which this part of the distribution lies."""
        ...


@dataclass(frozen=True, slots=True)
class Sample:
    """The results of one site."""

    n: int
    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two samples against a margin; the difference is the second mean less the first, the interval that of 1 - 2 alpha."""

    first: Sample
    second: Sample
    margin: float
    alpha: float
    difference: float
    standard_error: float
    df: float
    low: float
    high: float
    p_below: float
    """Of the test that the difference is not below the margin by more than chance."""
    p_above: float

    @property
    def p(self) -> float:
        """The larger of both."""
        return max(self.p_below, self.p_above)

    @property
    def equivalent(self) -> bool:
        """Whether equivalence within the margin is shown at this level."""
        return -self.margin < self.low and self.high < self.margin

    @property
    def different(self) -> bool:
        """Whether the interval leaves out zero: a difference is shown, whether or not it is within the margin."""
        return self.low > 0 or self.high < 0

    @property
    def sentence(self) -> str:
        """What the comparison says."""
        percent = f"{100 * (1 - 2 * self.alpha):g} %"
        interval = f"{percent} confidence interval {_figure(self.low)} to {_figure(self.high)}"
        if self.equivalent:
            return f"Equivalent within ±{_figure(self.margin)}: the {interval} lies within the margin ({_p(self.p)})."
        if self.low >= self.margin or self.high <= -self.margin:
            return f"Not equivalent: the {interval} lies wholly beyond ±{_figure(self.margin)}."
        end = (
            "It leaves out zero: the sites differ, by how much is not settled."
            if self.different
            else "A difference is not shown either: that is unknown, not none."
        )
        return (
            f"Equivalence within ±{_figure(self.margin)} is not shown: the {interval} reaches beyond the margin "
            f"({_p(self.p)}). {end}"
        )


def sample(values: Sequence[Decimal | float]) -> Sample:
    """What a site's results come to. Raises ``BadInput`` for fewer than two."""
    if len(values) < 2:
        raise BadInput(
            f"{len(values)} result{'' if len(values) == 1 else 's'} of one site: their spread cannot be told from fewer than 2.",
            hint="Record more results, or wait for more batches.",
        )
    figures = [float(value) for value in values]
    return Sample(len(figures), fmean(figures), stdev(figures))


def compare(first: Sample, second: Sample, margin: float, student: Student, alpha: float = ALPHA) -> Comparison:
    """Compare two samples. Raises ``BadInput`` without a margin above zero, for a wrong alpha and for samples without spread."""
    if not (math.isfinite(margin) and margin > 0):
        raise BadInput("The margin must be above zero.", hint="It is set before the data are seen, with its reason.")
    if not 0 < alpha < 0.5:
        raise BadInput("The level must lie between 0 and 0.5.", hint="The usual one is 0.05 for each one-sided test.")
    parts = [each.sd**2 / each.n for each in (first, second)]
    error = math.sqrt(sum(parts))
    if not error > 0:
        raise BadInput(
            "All results of both sites are the same: no spread can be told from them.",
            hint="Record the results with more digits.",
        )
    df = sum(parts) ** 2 / sum(part**2 / (each.n - 1) for part, each in zip(parts, (first, second), strict=True))
    difference = second.mean - first.mean
    reach = student.quantile(1 - alpha, df) * error
    return Comparison(
        first,
        second,
        margin,
        alpha,
        difference,
        error,
        df,
        difference - reach,
        difference + reach,
        student.above((difference + margin) / error, df),
        student.above((margin - difference) / error, df),
    )


def _figure(value: float) -> str:
    return f"{value:.4g}"


def _p(value: float) -> str:
    return f"p = {value:.3f}" if value >= 0.001 else "p < 0.001"
