"""The report in a few sentences: what changes, what it reaches, what holds it and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.impact import (
    Change,
    Coverage,
    Effect,
    ImpactReport,
    Item,
    RangePosition,
    SmallestSize,
)
from kgapp.domain.quantity import Position, Quantity, Span
from kgapp.domain.rules import Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services.impact import consequences, exchange, recorded
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.consequences import NOTHING_AT

MOST_NAMED: Final = 4
"""The most changes that one line names."""

NOT_A_RATING = "Reach is a priority for assessment, not a risk rating in the sense of ICH Q9."


def heading(report: ImpactReport) -> str:
    """The changes of a report in one line: all, or the first and how many more."""
    named = report.changes if len(report.changes) <= MOST_NAMED else report.changes[: MOST_NAMED - 1]
    more = len(report.changes) - len(named)
    return "; ".join(title(change) for change in named) + (f"; and {more} more" if more else "")


def title(change: Change) -> str:
    """The change in one line: “MOI at Leiden: 3 → 5 TU/cell”."""
    at = f" at {change.site.label}" if change.site and not names(change.entity.label, change.site.label) else ""
    if change.new_thing is not None and change.old is None:
        return f"{change.entity.label}{at} → {change.new}"
    if change.old is not None and change.new is not None:
        return f"{change.entity.label}{at}: {_bare(change.old, change.new)} → {change.new}"
    if change.new is not None:
        return f"{change.entity.label}{at}: {change.kind.value} to {change.new}"
    return f"{change.entity.label}{at}: {change.kind.value}"


def names(entity: str, site: str) -> bool:
    """Whether the words for an entity hold the name of its site already; what stands in brackets does not count."""
    return site.partition(" (")[0] in entity


def sentences(cases: Sequence[Case], items: Sequence[Item], coverage: Coverage) -> tuple[str, ...]:
    """What a reviewer reads first."""
    said = [
        counted(items),
        *(told for case in cases for told in exchange.sentences(case)),
        *_together(cases),
        *(of_case(case, told, cases) for case in cases for told in _standing(case, consequences.positions(case))),
        _held(items),
        _detected(items),
        _covered(coverage),
    ]
    return tuple(dict.fromkeys(each for each in said if each))


def of_case(case: Case, told: str, cases: Sequence[Case]) -> str:
    """A sentence of one change among several says of which, unless it names it."""
    about = case.around.factor.label if case.around.factor else case.change.entity.label
    named = len(cases) == 1 or about in told or case.change.entity.label in told or not told
    return told if named else f"{about}: {told}"


def _together(cases: Sequence[Case]) -> Iterable[str]:
    """The factors that act together and change together."""
    changed = {case.around.factor.iri for case in cases if case.around.factor}
    told: set[Iri] = set()
    for case in cases:
        for each in case.around.interactions:
            both = [case.around.named(iri).label for iri in each.things(KG.ofFactor) if iri in changed]
            if len(both) > 1 and each.iri not in told:
                told.add(each.iri)
                on = " and ".join(case.around.named(iri).label for iri in each.things(KG.hasEffect))
                finding = each.text(KG.finding)
                yield f"{' and '.join(both)} act together on {on or 'something'}, and both change{f': {finding}' if finding else ''}."


def counted(items: Sequence[Item]) -> str:
    """How many items are affected and touched: the first sentence of a summary."""
    affected = [item for item in items if item.effect is Effect.AFFECTED]
    open_ = sum(item.undetermined for item in affected)
    grades = [
        f"{number} {grade.word}"
        for grade in (Grade.HIGH, Grade.MEDIUM, Grade.LOW)
        if (number := sum(item.high is grade and not item.undetermined for item in affected))
    ]
    if open_:
        grades.append(f"{open_} decided by what nobody has recorded")
    told = f"{len(affected)} affected{': ' if grades else ''}{', '.join(grades)}."
    results = sum(item.kind is Kind.RESULT for item in affected)
    if results:
        told += f" Of these, {results} only in {'their results' if results > 1 else 'its result'}."
    touched = sum(item.effect is Effect.TOUCHED for item in items)
    lost = sum(item.effect is Effect.LOSES_SUPPORT for item in items)
    return f"{told} {touched} touched." + (f" {lost} lose support." if lost else "")


def _standing(case: Case, positions: Sequence[RangePosition]) -> Iterable[str]:
    """How the move stands to what is filed, and which ranges are not recorded."""
    change = case.change
    if not isinstance(change.new, Quantity | Span):
        return
    factor = case.around.factor.label if case.around.factor else change.entity.label
    filed = [each for each in positions if each.range_type == KG.filed]
    if not positions:
        yield f"No range of any kind is recorded for {factor}: whether the move stays inside what is filed or proven is unknown."
    elif not filed:
        yield "No filed range is recorded: whether the move stays inside what is filed is unknown."
    else:
        yield _filed(change, filed, " as a figure" if recorded.basis_unknown(case) else "")
        if any(each.reason and each.new is Position.OUTSIDE for each in filed):
            yield "These are figures that are not known to be measured in the same way."
    if positions:
        yield _without(change, positions)


def _without(change: Change, positions: Sequence[RangePosition]) -> str:
    """The kinds of range, of those that a proof needs, that are not recorded where the change is."""
    here = [each for each in positions if not (change.site and each.site) or change.site.iri == each.site.iri]
    kinds = {each.range_type for each in here}
    missing = [CONCEPTS[kind].label for kind in (KG.NOR, KG.PAR) if kind not in kinds]
    at = f" at {change.site.label}" if change.site else ""
    return f"No {' and no '.join(missing)} is recorded{at}." if missing else ""


def _filed(change: Change, filed: Sequence[RangePosition], how: str) -> str:
    move = f"{_bare(change.old, change.new)} → {change.new}" if change.old is not None else str(change.new)
    left = [each for each in filed if each.new is Position.OUTSIDE]
    if left:
        return f"{move} leaves the filed range {_places(left)}{how}."
    odd = [each for each in filed if each.reason or each.new is not Position.INSIDE]
    if odd:
        return f"Whether {move} stays inside the filed range {_places(odd)} is unknown. {odd[0].reason}".strip()
    begun = [each for each in filed if each.old is Position.OUTSIDE]
    if begun:
        return f"{move} comes from outside the filed range {_places(begun)} and ends inside it{how}."
    unknown = [each for each in filed if each.old is not Position.INSIDE]
    if unknown:
        why = "is not given as a figure" if change.old is None or isinstance(change.old, str) else "does not compare"
        return f"{change.new} lies inside the filed range {_places(unknown)}{how}; what it goes from {why}."
    return f"{move} stays inside the filed range {_places(filed)}{how}."


def _places(filed: Sequence[RangePosition]) -> str:
    limits = {each.words for each in filed}
    regions = [each.region.label for each in filed if each.region]
    where = f" ({', '.join(dict.fromkeys(regions))})" if regions else ""
    return f"{' or '.join(sorted(limits))}{where}"


def _held(items: Sequence[Item]) -> str:
    held = [item for item in items if item.held is not None and item.high is not None and item.held < item.high]
    if not any(item.effect is Effect.AFFECTED for item in items):
        return ""
    if not held:
        return "Nothing is held."
    names = ", ".join(item.label for item in held[:5])
    return f"{len(held)} held, to be confirmed by a person: {names}{' …' if len(held) > 5 else ''}."


def _detected(items: Sequence[Item]) -> str:
    blind = [item for item in items if item.undetected_because and not item.detected_by]
    partly = [
        item
        for item in items
        if item.detected_by and any(reason.startswith(NOTHING_AT) for reason in item.undetected_because)
    ]
    said = []
    if blind:
        said.append(f"Nothing detects an effect on {names_of(blind)}.")
    if partly:
        said.append(f"An effect on {names_of(partly)} is detected at some sites and not at others.")
    return " ".join(said)


def names_of(items: Sequence[Item]) -> str:
    """The names of some items, the first five."""
    labels = tuple(dict.fromkeys(item.label for item in items))
    return f"{', '.join(labels[:5])}{' and others' if len(labels) > 5 else ''}"


def _covered(coverage: Coverage) -> str:
    total = coverage.total
    if not total.cells:
        return ""
    share = total.never_assessed[:1].upper() + total.never_assessed[1:]
    return f"{share} of the effects of what moves on quality attributes were never assessed: unknown, not “no impact”."


def rests_on(size: SmallestSize) -> str:
    """What an item rests on, in words."""
    return {
        SmallestSize.ONE: "This rests on one statement.",
        SmallestSize.TWO: "This rests on two statements.",
        SmallestSize.THREE: "This rests on three statements.",
        SmallestSize.MORE: "This rests on more than three statements.",
        SmallestSize.FACTS: "This rests on recorded facts only.",
    }[size]


def _bare(old: object, new: object) -> str:
    """The old figure without its unit where the new one has the same."""
    if isinstance(old, Quantity) and isinstance(new, Quantity) and old.unit == new.unit:
        return old.written
    if isinstance(old, Span) and isinstance(new, Span) and str(old).partition(" ")[2] == str(new).partition(" ")[2]:
        return str(old).partition(" ")[0]
    return str(old)
