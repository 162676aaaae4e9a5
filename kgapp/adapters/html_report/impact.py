"""The page of an impact report: what a reviewer files.

Guarantees: everything from the graph is escaped; the page has no script, loads nothing, and its policy forbids both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from kgapp.adapters.html_report import pages
from kgapp.domain.grades import Grade
from kgapp.domain.history import Author
from kgapp.domain.impact import Effect, ImpactReport, Item, RangePosition
from kgapp.domain.vocabulary import CONCEPTS
from kgapp.services.impact import summary

_MARKS: Final = {Grade.HIGH: "high", Grade.MEDIUM: "medium", Grade.LOW: "low", Grade.NONE: "none"}


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one class, under its name."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Ranges against which the move stands in the same way. ``reason`` is empty where it was told above."""

    first: RangePosition
    labels: tuple[str, ...]
    holds_for: str
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """A figure at the head of the page; ``mark`` names its colour."""

    number: int
    words: str
    mark: str


def save(report: ImpactReport, project: str, asked_by: Author, file: Path) -> None:
    """Write the page to a file, over one that is there. Raises ``BadInput`` where it cannot be written."""
    pages.write(page(report, project, asked_by), file)


def page(report: ImpactReport, project: str, asked_by: Author) -> str:
    """The page as HTML; ``project`` names the file that was assessed."""
    environment = pages.environment()
    environment.filters.update(mark=_mark, concept=_concept, when=_when)
    style = pages.style()
    barriers = tuple(dict.fromkeys(report.barriers))
    return environment.get_template("impact.html.j2").render(
        report=report,
        project=project,
        asked_by=asked_by,
        title=summary.title(report.change),
        style=style,
        style_hash=pages.style_hash(style),
        counts=_counts(report),
        affected=_sections(report, Effect.AFFECTED),
        losing=_sections(report, Effect.LOSES_SUPPORT),
        touched=_sections(report, Effect.TOUCHED),
        barriers=barriers,
        standings=_standings(report.positions),
        number_of={barrier: number for number, barrier in enumerate(barriers, 1)},
        rests_on=summary.rests_on,
        not_a_rating=summary.NOT_A_RATING,
        version=pages.version(),
    )


def _sections(report: ImpactReport, effect: Effect) -> tuple[Section, ...]:
    """Items by class; what affects quality attributes comes first, then the most severe and furthest reached."""
    items = [item for item in report.items if item.effect is effect]
    first: dict[str, int] = {}
    for place, item in enumerate(items):
        first.setdefault(item.class_label, place)
    ordered = sorted(items, key=lambda item: (first[item.class_label], item.class_label))
    return tuple(
        Section(name or "not classified", tuple(same))
        for name, same in groupby(ordered, key=lambda item: item.class_label)
    )


def _standings(positions: Sequence[RangePosition]) -> tuple[Standing, ...]:
    """Equal rows joined, and each reason told once."""
    joined: dict[tuple[object, ...], list[RangePosition]] = {}
    for each in positions:
        site = each.site.iri if each.site else None
        key = (each.range_type, str(each.limits), site, each.old, each.new, each.reason)
        joined.setdefault(key, []).append(each)
    told: set[str] = set()
    made = []
    for same in joined.values():
        first = same[0]
        names = [named.label for each in same for named in (each.region, each.site, each.attribute) if named]
        reason = "" if first.reason in told else first.reason
        told.add(first.reason)
        holds_for = " · ".join(dict.fromkeys(names)) or "no site or region"
        made.append(Standing(first, tuple(each.range.label for each in same), holds_for, reason))
    return tuple(made)


def _counts(report: ImpactReport) -> tuple[Count, ...]:
    affected = [item for item in report.items if item.effect is Effect.AFFECTED]
    certain = [item for item in affected if not item.undetermined]
    counts = [
        Count(sum(item.high is grade for item in certain), f"affected, {grade.word}", _MARKS[grade])
        for grade in (Grade.HIGH, Grade.MEDIUM, Grade.LOW)
    ]
    counts.append(Count(len(affected) - len(certain), "decided by what nobody has recorded", "unknown"))
    counts.append(Count(_number(report.items, Effect.TOUCHED), "touched", "touched"))
    counts.append(Count(_number(report.items, Effect.LOSES_SUPPORT), "lose support", "touched"))
    counts.append(Count(sum(_is_held(item) for item in affected), "held, to be confirmed", "low"))
    shown = tuple(count for count in counts if count.number)
    return shown if affected else (Count(0, "affected", "touched"), *shown)


def _number(items: Sequence[Item], effect: Effect) -> int:
    return sum(item.effect is effect for item in items)


def _is_held(item: Item) -> bool:
    return item.held is not None and item.high is not None and item.held < item.high


def _mark(item: Item) -> str:
    """The colour of an item's reach: unknown where what nobody recorded decides."""
    if item.high is None:
        return "touched"
    return "unknown" if item.undetermined else _MARKS[item.high]


def _concept(iri: str) -> str:
    return next((row.label for known, row in CONCEPTS.items() if known == iri), iri)


def _when(report: ImpactReport) -> str:
    return report.made_at.strftime("%Y-%m-%d %H:%M:%S UTC")
