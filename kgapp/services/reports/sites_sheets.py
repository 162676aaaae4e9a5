"""A comparison of two sites as sheets, where each column holds one thing, to be filtered and sorted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kgapp.domain.document import Cell, Column, Figure, Grading, Sheet, Tone, words
from kgapp.domain.names import unmarked
from kgapp.domain.sites import Comparison, Row, Side, State
from kgapp.services.reports import wording
from kgapp.services.reports.origin import NOT_RECORDED
from kgapp.services.sites.gaps import Assessed

_TONES = {State.MISSING: Tone.HIGH, State.UNKNOWN: Tone.UNKNOWN, State.SAME: Tone.LOW}
_QUIET = (State.JUSTIFIED, State.NOT_APPLICABLE)


def sheets(comparison: Comparison, assessed: Assessed | None) -> tuple[Sheet, ...]:
    """Every line of the comparison, and how each step stands."""
    names = tuple(unmarked(place.name) for place in (comparison.sending, comparison.receiving))
    heads = ("Step", "Respect", "What", *names, "State", "What it means", "Severity", "Reach", "Affected", "Touched")
    heads += ("Not detected", "Impact not assessed because", "Recorded gaps", "Address")
    rows = tuple(tuple(_row(row, assessed)) for row in comparison.rows)
    ready = tuple(
        (
            words(unmarked(each.step.label)),
            words(each.readiness.value),
            Figure(Decimal(each.unknown)),
            words(*each.reasons),
        )
        for each in comparison.readiness
    )
    return (
        Sheet("Comparison", tuple(map(Column, heads)), rows),
        Sheet("Readiness", tuple(map(Column, ("Step", "Stands", "Not recorded", "Reasons"))), ready),
    )


def _row(row: Row, assessed: Assessed | None) -> Iterator[Cell]:
    yield from map(
        words, (unmarked(row.step.label) if row.step else "Whole process", row.dimension.value, row.thing.label)
    )
    yield from map(_side, (row.sending, row.receiving))
    yield Grading(row.state.value, _TONES.get(row.state, Tone.QUIET if row.state in _QUIET else Tone.MEDIUM))
    yield words(row.meaning)
    yield wording.severity(row.severity) if row.severity is not None else words()
    found = assessed.of(row) if assessed else None
    if found is None:
        yield from (words(), words(), words(), words())
    else:
        yield words(found.word)
        yield from (Figure(Decimal(number)) for number in (found.affected, found.touched, found.undetected))
    yield words(_why_not(row, assessed))
    yield words(*(gap.label for gap in row.gaps))
    yield words(row.thing.iri)


def _why_not(row: Row, assessed: Assessed | None) -> str:
    if row.start is None:
        return ""
    return "not asked for" if assessed is None else assessed.why_not(row)


def _side(side: Side) -> Cell:
    return words(side.text if side.recorded else NOT_RECORDED)
