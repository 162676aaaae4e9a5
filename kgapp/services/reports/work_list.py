"""The work list of an impact report: what is affected, by class, with all that a reviewer weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from kgapp.domain.assessment import ItemKey, ItemStanding, State
from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Line,
    Manner,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
    Words,
    keyed,
    named,
    plain,
)
from kgapp.domain.impact import Barrier, Effect, ImpactReport, Item
from kgapp.domain.names import unmarked
from kgapp.domain.rules import Kind
from kgapp.services.impact import summary
from kgapp.services.reports import wording
from kgapp.services.reports.claims import Claims
from kgapp.services.reports.impact_front import is_held
from kgapp.services.reports.impact_verdicts import verdict_lines

_COLUMNS = (
    Column("What", 4),
    Column("Reach", 3),
    Column("Severity, evidence", 3),
    Column("Why, what holds it and what detects it", 10),
)


_READING: Final = (
    "Reach is the best path, and a path is as strong as its weakest link. “None–high” means that a strength nobody has "
    "recorded decides. Evidence stands beside reach and is never multiplied in. Figures in brackets lead to the trace."
)

Standings = Mapping[ItemKey, ItemStanding]


def anchor(number: int) -> str:
    """Where links to a candidate for holding lead."""
    return f"barrier-{number}"


def sections(report: ImpactReport, claims: Claims, state: State | None) -> Iterator[Section]:
    """What is affected; what is only touched or loses support stands under what follows."""
    affected = [item for item in report.items if item.effect is Effect.AFFECTED]
    if not affected:
        yield Section(
            "Affected", (Paragraph(plain("Nothing that the graph knows is affected in product or results.")),)
        )
        return
    numbers = {barrier: number for number, barrier in enumerate(dict.fromkeys(report.barriers), 1)}
    blocks: list[Block] = [Paragraph(plain(_READING), Manner.HINT)]
    standings = {each.key: each for each in state.standings} if state else None
    for name, same in by_class(affected):
        rows = tuple(Row(tuple(_cells(item, claims, numbers, standings))) for item in same)
        blocks.append(Table(f"{wording.capital(name)} ({len(same)})", _COLUMNS, rows))
    yield Section("Affected", tuple(blocks))


def by_class(items: list[Item]) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Items by class; the class of the first item comes first, so the most severe and furthest reached do."""
    first: dict[str, int] = {}
    for place, item in enumerate(items):
        first.setdefault(item.class_label, place)
    ordered = sorted(items, key=lambda item: (first[item.class_label], item.class_label))
    for name, same in groupby(ordered, key=lambda item: item.class_label):
        yield name or "not classified", tuple(same)


def _cells(item: Item, claims: Claims, numbers: dict[Barrier, int], standings: Standings | None) -> Iterator[Cell]:
    yield named(
        item.label,
        unmarked(item.step.label) if item.step else "",
        unmarked(item.site.label) if item.site else "every site",
    )
    below: list[Line] = []
    if item.kind is Kind.RESULT:
        below.append((Run("the result, not the product", Style.SECOND),))
    if is_held(item) and item.held is not None:
        below.append((Run("held: ", Style.SECOND), Run(item.held.word, Style.MARK, wording.TONES[item.held])))
    yield wording.reach(item, *below)
    rated = "severity not recorded" if item.severity is None else f"severity {item.severity.word}"
    hops = wording.counted(item.hops, "hop")
    yield Words(((Run(rated),), (Run(item.evidence.phrase),), (Run(hops, Style.SECOND),)))
    lines = [*claims.path(item.path), *why(item), *_held(item, numbers), *detected(item)]
    if standings is not None:
        lines += verdict_lines(standings.get(ItemKey(item.iri, item.site.iri if item.site else None)))
    yield Words(tuple(lines))


def why(item: Item) -> Iterator[Line]:
    """What a path rests on, what decides it and what else leads there."""
    if len(item.best) > 1:
        others = "; ".join(f"{best.grade.word} on {best.evidence.phrase}" for best in item.best[1:])
        yield keyed("Other balance:", others)
    if item.decided_by and item.hops == 1:
        yield plain("Decided by a strength that nobody has recorded.")
    elif item.decided_by:
        yield keyed("Decided by what nobody has recorded:", " ".join(step.sentence for step in item.decided_by))
    if item.opposing:
        yield plain("Paths act on it in opposite directions.")
    if item.smallest_set:
        yield plain(summary.rests_on(item.smallest_set.size))
    if item.disjoint_paths and item.disjoint_paths > 1:
        yield plain(f"At least {item.disjoint_paths} paths of this grade share no link.")


def _held(item: Item, numbers: dict[Barrier, int]) -> Iterator[Line]:
    void = [barrier for barrier in item.held_by if barrier.void and not barrier.unsure]
    unsure = [barrier for barrier in item.held_by if barrier.void and barrier.unsure]
    valid = [barrier for barrier in item.held_by if not barrier.void]
    for barrier in valid:
        yield keyed(
            "Held, to be confirmed:" if is_held(item) else "Held on one path, not on another:", barrier.sentence
        )
    if void:
        yield (Run("Void: " if valid else "Nothing holds it; void: ", Style.SECOND), *_names(void, numbers))
    if unsure:
        yield (Run("Not known whether it holds: ", Style.SECOND), *_names(unsure, numbers))


def _names(barriers: list[Barrier], numbers: dict[Barrier, int]) -> Iterator[Run]:
    for place, barrier in enumerate(barriers):
        if place:
            yield Run(", ")
        yield Run(barrier.label, link=anchor(numbers[barrier]) if barrier in numbers else "")


def detected(item: Item) -> Iterator[Line]:
    """What would show the effect, and why other tests would not."""
    for detection in item.detected_by:
        yield plain(detection.sentence)
    if item.undetected_because:
        key = "Other tests do not:" if item.detected_by else "Nothing detects it:"
        yield keyed(key, " ".join(item.undetected_because))
