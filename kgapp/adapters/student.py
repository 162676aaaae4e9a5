"""Student's t distribution by SciPy: the extra ``statistics``, loaded when it is asked and nowhere else."""

from __future__ import annotations

from kgapp.domain.errors import Missing


class ScipyStudent:
    """Student's t distribution. Raises ``Missing`` where SciPy is not installed."""

    def __init__(self) -> None:
        try:
            from scipy import special
        except ImportError as error:
            raise Missing(
                "Comparing two sites needs SciPy, which is not installed.",
                hint="Install it: pip install kgapp[statistics]",
            ) from error
        self._special = special

    def above(self, t: float, df: float) -> float:
        """The probability of a value above ``t``."""
        return float(self._special.stdtr(df, -t))

    def quantile(self, probability: float, df: float) -> float:
        """The value below which this part of the distribution lies."""
        return float(self._special.stdtrit(df, probability))
