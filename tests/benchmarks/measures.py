"""Clocks and rows of the table."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: our time against another's, in seconds, and the bound of the ratio.

    With ``at_least`` the ratio is theirs to ours and must reach the bound; else ours to theirs, and must not pass it.
    """

    work: str
    against: str
    ours_s: float
    theirs_s: float
    bound: float
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Ours to theirs, or the other way round for ``at_least``."""
        over, under = (self.theirs_s, self.ours_s) if self.at_least else (self.ours_s, self.theirs_s)
        return over / max(under, 1e-9)

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound


def once(work: Callable[[], object]) -> float:
    """Seconds of one run, the collector out of the way."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began
    finally:
        gc.enable()


def alternating(ours: Callable[[], object], theirs: Callable[[], object], repeat: int) -> tuple[float, float]:
    """The quickest of both, run in turn: a busy computer only ever adds; one run each before it counts."""
    ours()
    theirs()
    pairs = [(once(ours), once(theirs)) for _ in range(repeat)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def table(rows: list[Row]) -> str:
    """The rows as text."""
    lines = [f"{'work':<44}{'against':<34}{'ours ms':>10}{'theirs ms':>12}{'bound':>9}{'ratio':>9}  "]
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        lines.append(
            f"{row.work:<44}{row.against:<34}{row.ours_s * 1000:>10.1f}{row.theirs_s * 1000:>12.1f}"
            f"{sign + format(row.bound, 'g'):>9}{row.ratio:>9.2f}  {'' if row.kept else 'MISSED'}"
        )
    return "\n".join(lines)
