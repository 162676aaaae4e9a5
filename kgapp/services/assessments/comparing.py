"""Two impact reports side by side: what only one of them reaches, and what stands differently in the other.

Reports can be of two changes, of two sites, of two ways to say a change, or of one change at two times.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.assessment import Cell, Comparison, Shift
from kgapp.domain.grades import Grade
from kgapp.domain.impact import ImpactReport, Item
from kgapp.services.assessments import standing


def compare(one: ImpactReport, other: ImpactReport) -> Comparison:
    """What differs, in the order of the reports. Items are the same when they are one entity at one site."""
    mine = {standing.key_of(item): item for item in one.items}
    theirs = {standing.key_of(item): item for item in other.items}
    both = [(item, theirs[key]) for key, item in mine.items() if key in theirs]
    shifts = [_shift(*pair) for pair in both]
    cells, others = _cells(one), _cells(other)
    return Comparison(
        one=one,
        other=other,
        only_one=tuple(item for key, item in mine.items() if key not in theirs),
        only_other=tuple(item for key, item in theirs.items() if key not in mine),
        shifted=tuple(each for each in shifts if each.sentences),
        same=sum(not each.sentences for each in shifts),
        cells_only_one=tuple(cell for key, cell in cells.items() if key not in others),
        cells_only_other=tuple(cell for key, cell in others.items() if key not in cells),
        notes=tuple(_notes(one, other)),
    )


def _shift(one: Item, other: Item) -> Shift:
    witness = [step.id for step in one.path] != [step.id for step in other.path]
    told = list(_differences(one, other))
    if witness:
        told.append(f"Another path is told: {_route(one)}; {_route(other)}.")
    return Shift(one, other, tuple(told), witness)


def _differences(one: Item, other: Item) -> Iterable[str]:
    for name, mine, theirs in (
        ("Reach", one.reach, other.reach),
        ("Concerned", _kind(one), _kind(other)),
        ("With what holds it", _word(one.held), _word(other.held)),
        ("Severity", _word(one.severity), _word(other.severity)),
        ("Evidence", one.evidence.phrase, other.evidence.phrase),
        ("Detected by", _detected(one), _detected(other)),
        ("Opposing directions", _yes(one.opposing), _yes(other.opposing)),
    ):
        if mine != theirs:
            yield f"{name}: {mine} in A, {theirs} in B."


def _kind(item: Item) -> str:
    return f"{item.effect.value} ({item.kind.value})"


def _word(grade: Grade | None) -> str:
    return grade.word if grade is not None else "not graded"


def _detected(item: Item) -> str:
    return ", ".join(sorted(f"{each.method.label} at “{each.sampling_point.label}”" for each in item.detected_by)) or (
        "nothing"
    )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _route(item: Item) -> str:
    return " ".join(step.sentence for step in item.path) or "none"


def _cells(report: ImpactReport) -> dict[tuple[str, str], Cell]:
    return {
        (row.factor.iri, attribute.iri): Cell(row.factor, attribute)
        for row in report.not_covered
        for attribute in row.attributes
    }


def _notes(one: ImpactReport, other: ImpactReport) -> Iterable[str]:
    if one.rules_hash != other.rules_hash:
        yield "The two were made with different rules of impact: what differs may come from these."
    if {each.iri for each in one.switched_off} != {each.iri for each in other.switched_off}:
        yield "Rules were switched off for one of the two and not for the other."
    if one.revision_hash != other.revision_hash:
        yield "The two are of different revisions of the project."
