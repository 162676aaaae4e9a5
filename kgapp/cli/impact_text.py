"""An impact report for a terminal: the answer in words first, then item by item."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kgapp.cli.common import plain
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Barrier, Effect, ImpactReport, Item
from kgapp.domain.knowledge import Departure, Left
from kgapp.services import knowledge_tables
from kgapp.services.impact import summary

_STYLES: Final = {Grade.HIGH: "bold red", Grade.MEDIUM: "yellow", Grade.LOW: "green"}
_UNKNOWN: Final = "magenta"
_MOST_CELLS: Final = 6


def show(report: ImpactReport, departure: Departure | None = None) -> None:
    """Print a report; of a departure, what nobody and nothing else holds comes first."""
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    _line(console, summary.heading(report), style="bold")
    if len(report.changes) > summary.MOST_NAMED:
        for change in report.changes:
            _line(console, summary.title(change), indent=2)
    for sentence in report.summary:
        _line(console, sentence)
    for sentence in knowledge_tables.departure_answer(departure) if departure else ():
        _line(console, sentence)
    for note in report.notes:
        _line(console, f"Note: {note}", style="italic")
    _ranges(console, report)
    _affected(console, [item for item in report.items if item.effect is Effect.AFFECTED])
    _barriers(console, report.barriers)
    _losing(console, [item for item in report.items if item.effect is Effect.LOSES_SUPPORT], departure)
    _listed(console, "Touched", [item for item in report.items if item.effect is Effect.TOUCHED])
    _not_assessed(console, report)
    _foot(console, report)


def _ranges(console: Console, report: ImpactReport) -> None:
    """Equal rows joined, each reason told once."""
    if not report.positions:
        return
    _head(console, "Where the move stands", len(report.positions))
    joined: dict[tuple[str, str], list[str]] = {}
    for each in report.positions:
        names = [named.label for named in (each.region, each.site, each.attribute) if named]
        joined.setdefault((each.sentence.removesuffix(each.reason).strip(), each.reason), []).append(", ".join(names))
    told: set[str] = set()
    for (sentence, reason), places in joined.items():
        where = "; ".join(dict.fromkeys(place for place in places if place))
        _line(console, f"{sentence}{f' [{where}]' if where else ''}", indent=2)
        if reason and reason not in told:
            _line(console, reason, indent=4)
        told.add(reason)


def _affected(console: Console, items: Sequence[Item]) -> None:
    if not items:
        return
    _head(console, "Affected", len(items))
    for item in items:
        style = _UNKNOWN if item.undetermined else _STYLES.get(item.high or Grade.NONE, "")
        head = Text(f"  {item.reach:<12}", style=style)
        head.append(plain(item.label), style="bold")
        head.append(plain(f" · {_facts(item)}"))
        console.print(head, soft_wrap=True)
        for sentence in _reasons(item):
            _line(console, sentence, indent=14)


def _facts(item: Item) -> str:
    parts = [item.class_label, f"evidence: {item.evidence.phrase}", f"{item.hops} hop{'s' if item.hops != 1 else ''}"]
    if item.severity is not None:
        parts.insert(1, f"severity {item.severity.word}")
    if item.site is not None:
        parts.append(item.site.label)
    return " · ".join(part for part in parts if part)


def _reasons(item: Item) -> Iterable[str]:
    yield item.why
    if item.opposing:
        yield "Paths act on it in opposite directions."
    if item.decided_by and item.hops == 1:
        yield "Decided by a strength that nobody has recorded."
    elif item.decided_by:
        yield f"Decided by what nobody has recorded: {' '.join(step.sentence for step in item.decided_by)}"
    if item.smallest_set is not None:
        yield summary.rests_on(item.smallest_set.size)
    if item.disjoint_paths is not None and item.disjoint_paths > 1:
        yield f"At least {item.disjoint_paths} paths of this grade share no link."
    yield from _held(item)
    yield from (detection.sentence for detection in item.detected_by)
    if item.undetected_because:
        yield f"Not detected: {' '.join(item.undetected_because)}"


def _held(item: Item) -> Iterable[str]:
    valid = [barrier for barrier in item.held_by if not barrier.void]
    void = [barrier.label for barrier in item.held_by if barrier.void]
    words = (
        f"Held to {item.held.word}"
        if item.held is not None and item.held != item.high
        else "Held on one path, not on another"
    )
    yield from (f"{words}, to be confirmed by a person: {barrier.sentence}" for barrier in valid)
    if void:
        yield f"{'Void' if valid else 'Nothing holds it; void'}: {', '.join(void)}."


def _barriers(console: Console, barriers: Sequence[Barrier]) -> None:
    if not barriers:
        return
    _head(console, "What could hold it", len(barriers))
    for barrier in dict.fromkeys(barriers):
        kind = barrier.kind_label.removeprefix("validated ") if barrier.void else barrier.kind_label
        _line(console, f"{'void ' if barrier.void else 'holds'}  {barrier.label} ({kind})", indent=2)
        for reason in barrier.void or (barrier.sentence,):
            _line(console, reason, indent=9)


def _listed(console: Console, title: str, items: Sequence[Item]) -> None:
    if not items:
        return
    _head(console, title, len(items))
    ordered = sorted(items, key=lambda item: item.class_label)
    for name, same in groupby(ordered, key=lambda item: item.class_label):
        _line(console, name or "not classified", indent=2, style="bold")
        for item in same:
            known = f" ({item.note})" if item.note else ""
            _line(console, f"{_told(item)}{known}", indent=4)


def _losing(console: Console, items: Sequence[Item], departure: Departure | None) -> None:
    if departure is None:
        _listed(console, "Loses support", items)
        return
    alone = {loss.thing.iri for loss in departure.losses if loss.left is not Left.OTHERS}
    shared = {loss.thing.iri for loss in departure.losses} - alone
    _listed(console, "Loses all support that is recorded", [item for item in items if item.iri in alone])
    _listed(console, "Loses support that others still give", [item for item in items if item.iri in shared])
    _listed(console, "Loses support, also", [item for item in items if item.iri not in alone | shared])


def _told(item: Item) -> str:
    """The last sentence of the path; with the label before it where it does not name the item."""
    sentence = item.path[-1].sentence
    return sentence if item.label in sentence else f"{item.label}: {sentence}"


def _not_assessed(console: Console, report: ImpactReport) -> None:
    if not report.not_covered:
        return
    _head(console, "Strength never assessed: unknown, not “no impact”", len(report.not_covered))
    for each in report.not_covered:
        names = ", ".join(attribute.label for attribute in each.attributes[:_MOST_CELLS])
        more = len(each.attributes) - _MOST_CELLS
        _line(console, f"{each.factor.label} × {names}{f' and {more} more' if more > 0 else ''}", indent=2)
    if any(len(each.attributes) > _MOST_CELLS for each in report.not_covered):
        _line(console, "All of them: with --report PAGE.html or --json.", indent=2)


def _foot(console: Console, report: ImpactReport) -> None:
    console.print()
    _line(console, f"Revision {report.revision_hash[:16] or 'none'} · rules {report.rules_hash[:16]} · complete")
    _line(console, f"{summary.NOT_A_RATING} This supports a decision; it does not take it.")


def _head(console: Console, title: str, number: int) -> None:
    console.print()
    _line(console, f"{title} ({number})", style="bold")


def _line(console: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    console.print(Padding(Text(plain(text), style=style), (0, 0, 0, indent), expand=False))
