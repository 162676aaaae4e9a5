"""The impact of every difference between two sites: how far each reaches, and what was not run and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Effect, ImpactReport
from kgapp.domain.sites import Comparison, Row, Start
from kgapp.services.impact.assess import Question

MOST: Final = 150
"""How many different questions are asked in one comparison, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a difference reaches. ``high`` is ``None`` when nothing is affected; ``low`` below it means: undetermined.

    ``severity`` is the highest of the affected attributes, ``undetected`` how many of them no test detects at that site.
    """

    start: Start
    affected: int
    touched: int
    low: Grade | None
    high: Grade | None
    severity: Grade | None
    undetected: int

    @property
    def word(self) -> str:
        """``high``, ``none–high`` where a strength that nobody recorded decides, or ``nothing affected``."""
        if self.high is None or self.low is None:
            return "nothing affected"
        return self.high.word if self.low is self.high else f"{self.low.word}–{self.high.word}"


@dataclass(frozen=True, slots=True)
class NotRun:
    """A difference whose impact was not assessed, and why."""

    start: Start
    why: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """The reach of each difference that has a start; what was left out is named with its reason."""

    reaches: tuple[Reach, ...]
    not_run: tuple[NotRun, ...]

    def of(self, row: Row) -> Reach | None:
        """How far the difference of a row reaches; ``None`` where it was not run."""
        return next((each for each in self.reaches if each.start == row.start), None)

    def why_not(self, row: Row) -> str:
        """Why a row has no reach; empty where it has one, or no start."""
        return next((each.why for each in self.not_run if each.start == row.start), "")


def question(start: Start) -> Question:
    """A difference as the question of an impact."""
    return Question(start.entity, start.kind, start.old, start.new, start.site)


def assess(comparison: Comparison, ask: Callable[[Question], ImpactReport], most: int = MOST) -> Assessed:
    """Ask for the impact of each difference once, the most severe first, at most ``most`` different questions."""
    starts = _starts(comparison)
    reaches: list[Reach] = []
    not_run = [NotRun(start, f"Only {most} differences are assessed in one run.") for start in starts[most:]]
    for start in starts[:most]:
        found = one(start, ask)
        if isinstance(found, Reach):
            reaches.append(found)
        else:
            not_run.append(found)
    return Assessed(tuple(reaches), tuple(not_run))


def one(start: Start, ask: Callable[[Question], ImpactReport]) -> Reach | NotRun:
    """How far one difference reaches, or why that cannot be asked."""
    try:
        report = ask(question(start))
    except BadInput as error:
        return NotRun(start, error.sentence)
    return _reach(start, report)


def together(starts: Sequence[Start]) -> Question:
    """Several differences as one question: they happen together, and may act together."""
    first, *more = map(question, starts)
    return replace(first, also=tuple(more))


def _starts(comparison: Comparison) -> list[Start]:
    ranked = sorted(comparison.rows, key=lambda row: -1 if row.severity is None else int(row.severity), reverse=True)
    return list(dict.fromkeys(row.start for row in ranked if row.start is not None))


def _reach(start: Start, report: ImpactReport) -> Reach:
    affected = [item for item in report.items if item.effect is Effect.AFFECTED]
    best = max(affected, key=lambda item: (_grade(item.high), _grade(item.low)), default=None)
    attributes = [item for item in affected if item.severity is not None]
    return Reach(
        start,
        len(affected),
        sum(item.effect is Effect.TOUCHED for item in report.items),
        best.low if best else None,
        best.high if best else None,
        max((item.severity for item in attributes if item.severity is not None), default=None),
        sum(not item.detected_by for item in attributes),
    )


def _grade(grade: Grade | None) -> int:
    return -1 if grade is None else int(grade)
