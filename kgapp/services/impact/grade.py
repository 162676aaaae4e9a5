"""Grades what was reached: how far, between which bounds, on what evidence, and by which path.

Reach is a maximum over paths of the minimum over links. Evidence stands beside it and is never multiplied in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import Best
from kgapp.domain.rules import Kind
from kgapp.services.impact.paths import Allows, Known, Tree, all_of, at_least, path, search, surely
from kgapp.services.impact.reached import Edge, Reached

GRADES: Final = (Grade.HIGH, Grade.MEDIUM, Grade.LOW)


@dataclass(frozen=True, slots=True)
class Graded:
    """How far one state, or several taken together, is reached. ``witness`` is a path of grade ``high`` on ``evidence``."""

    state: int
    low: Grade
    high: Grade
    evidence: Evidence
    best: tuple[Best, ...]
    witness: tuple[Edge, ...]


class Grading:
    """The searches over one reached graph, each made once."""

    def __init__(self, reached: Reached) -> None:
        self._reached = reached
        present = {edge.link.evidence for edges in reached.leaving for edge in edges} | {Evidence.RECORDED}
        self._levels = sorted(present, reverse=True)
        self._trees: dict[tuple[Grade, Evidence], Tree] = {
            (grade, level): search(reached, at_least(grade, level)) for grade in GRADES for level in self._levels
        }
        self._known: dict[tuple[Grade, Evidence], Known] = {key: {} for key in self._trees}
        self._sure = {grade: search(reached, surely(grade)) for grade in GRADES}
        self._surely_known: dict[Grade, Known] = {grade: {} for grade in GRADES}

    def graded(self, state: int) -> Graded | None:
        """How far a state is reached; ``None`` when no path that visits no entity twice leads to it."""
        best: list[tuple[Best, tuple[Edge, ...]]] = []
        for grade in GRADES:
            found = self._on_best_evidence(state, grade)
            if found is not None and (not best or found[0].evidence > best[-1][0].evidence):
                best.append(found)
        if not best:
            return None
        (first, witness), points = best[0], tuple(point for point, _ in best)
        low = next((grade for grade in GRADES if self._surely_leads(grade, state)), Grade.NONE)
        return Graded(state, low, first.grade, first.evidence, points, witness)

    def on_any_evidence(self, grade: Grade) -> tuple[Tree, Known]:
        """What the search at a grade reached whatever the evidence, with the paths known so far."""
        key = (grade, self._levels[-1])
        return self._trees[key], self._known[key]

    def _on_best_evidence(self, state: int, grade: Grade) -> tuple[Best, tuple[Edge, ...]] | None:
        if state not in self._trees[grade, self._levels[-1]]:
            return None
        for level in self._levels:
            key = grade, level
            witness = path(self._reached, self._trees[key], state, at_least(*key), self._known[key])
            if witness is not None:
                weakest = min((edge.link.evidence for edge in witness), default=Evidence.RECORDED)
                return Best(grade, max(weakest, level)), witness
        return None

    def _surely_leads(self, grade: Grade, state: int) -> bool:
        tree, known = self._sure[grade], self._surely_known[grade]
        return path(self._reached, tree, state, surely(grade), known) is not None


def together(graded: Iterable[Graded]) -> Graded:
    """The best of several states of one thing; of two that are as good, the altered product is told, not the result."""
    listed = sorted(graded, key=_told_first)
    if len(listed) == 1:
        return listed[0]
    first = listed[0]
    points = {point for each in listed for point in each.best}
    best = [point for point in points if not any(_beats(other, point) for other in points)]
    ordered = tuple(sorted(best, key=lambda point: (-point.grade, -point.evidence)))
    low = max(each.low for each in listed)
    return Graded(first.state, low, first.high, first.evidence, ordered, first.witness)


class Strongest:
    """The best grade that is left when only what ``allows`` lets pass is followed; searched once for all items."""

    def __init__(self, reached: Reached, allows: Allows) -> None:
        self._reached = reached
        self._conditions = {grade: all_of(allows, at_least(grade, Evidence.UNKNOWN)) for grade in GRADES}
        self._trees = {grade: search(reached, condition) for grade, condition in self._conditions.items()}
        self._known: dict[Grade, Known] = {grade: {} for grade in GRADES}

    def of(self, states: Iterable[int]) -> Grade:
        """The best grade at which one of the states is still reached."""
        wanted = tuple(states)
        return next((grade for grade in GRADES if any(self._leads(grade, state) for state in wanted)), Grade.NONE)

    def _leads(self, grade: Grade, state: int) -> bool:
        found = path(self._reached, self._trees[grade], state, self._conditions[grade], self._known[grade])
        return found is not None


def _told_first(each: Graded) -> tuple[int, bool, int, int, int, int]:
    only_result = bool(each.witness) and each.witness[-1].link.rule.passes is Kind.RESULT
    return -each.high, only_result, -each.evidence, -each.low, len(each.witness), each.state


def _beats(one: Best, other: Best) -> bool:
    return one != other and one.grade >= other.grade and one.evidence >= other.evidence
