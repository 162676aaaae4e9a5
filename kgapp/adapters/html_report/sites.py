"""The page of a comparison of two sites: what a transfer team takes to its meeting.

Guarantees: everything from the graph is escaped; the page has no script, loads nothing, and its policy forbids both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from kgapp.adapters.html_report import pages
from kgapp.domain.grades import Grade
from kgapp.domain.history import Author
from kgapp.domain.sites import GAPS, Comparison, Readiness, Row, State
from kgapp.services.impact import summary
from kgapp.services.sites.gaps import Assessed, Reach

_MARKS: Final = {
    State.MISSING: "high",
    State.UNKNOWN: "unknown",
    State.SAME: "low",
    State.JUSTIFIED: "touched",
    State.NOT_APPLICABLE: "touched",
}
_READY: Final = {Readiness.READY: "low", Readiness.NOT_READY: "high", Readiness.NOT_KNOWN: "unknown"}
_GRADES: Final = {Grade.HIGH: "high", Grade.MEDIUM: "medium", Grade.LOW: "low", Grade.NONE: "none"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row with how far it reaches; ``why_not`` says why that is not known."""

    row: Row
    reach: Reach | None
    why_not: str


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one step: what must be settled, then the rest."""

    name: str
    gaps: tuple[Line, ...]
    rest: tuple[Line, ...]


def save(comparison: Comparison, assessed: Assessed | None, project: str, asked_by: Author, file: Path) -> None:
    """Write the page to a file, over one that is there. Raises ``BadInput`` where it cannot be written."""
    pages.write(page(comparison, assessed, project, asked_by), file)


def page(comparison: Comparison, assessed: Assessed | None, project: str, asked_by: Author) -> str:
    """The page as HTML; ``project`` names the file, ``assessed`` is ``None`` where no impact was asked for."""
    environment = pages.environment()
    environment.filters.update(mark=_mark, ready=lambda each: _READY[each], reach_mark=_reach_mark)
    style = pages.style()
    return environment.get_template("sites.html.j2").render(
        comparison=comparison,
        assessed=assessed,
        sections=_sections(comparison, assessed),
        counts=[(comparison.count(state), state) for state in State if comparison.count(state)],
        project=project,
        asked_by=asked_by,
        style=style,
        style_hash=pages.style_hash(style),
        not_a_rating=summary.NOT_A_RATING,
        version=pages.version(),
    )


def _sections(comparison: Comparison, assessed: Assessed | None) -> tuple[Section, ...]:
    made = []
    for step, rows in groupby(comparison.rows, key=lambda row: row.step):
        lines = [_line(row, assessed) for row in rows]
        gaps = tuple(line for line in lines if line.row.state in GAPS)
        rest = tuple(line for line in lines if line.row.state not in GAPS)
        made.append(Section(step.label if step else "Whole process", gaps, rest))
    return tuple(made)


def _line(row: Row, assessed: Assessed | None) -> Line:
    if assessed is None or row.start is None:
        return Line(row, None, "")
    return Line(row, assessed.of(row), assessed.why_not(row))


def _mark(state: State) -> str:
    return _MARKS.get(state, "medium")


def _reach_mark(reach: Reach) -> str:
    if reach.high is None:
        return "touched"
    return "unknown" if reach.low is not reach.high else _GRADES[reach.high]
