"""Words, tones and small cells that the reports share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kgapp.domain.document import Cell, Grading, Line, Run, Style, Tone, Words, words
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Barrier, Item, RangePosition
from kgapp.domain.names import unmarked
from kgapp.domain.quantity import Position
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS

TONES: Final = {Grade.HIGH: Tone.HIGH, Grade.MEDIUM: Tone.MEDIUM, Grade.LOW: Tone.LOW, Grade.NONE: Tone.QUIET}
_POSITIONS: Final = {
    None: ("not given", Tone.PLAIN),
    Position.INSIDE: ("inside", Tone.LOW),
    Position.OUTSIDE: ("outside", Tone.HIGH),
    Position.NOT_COMPARABLE: ("not comparable", Tone.UNKNOWN),
}


def capital(text: str) -> str:
    """Text that begins a line."""
    return f"{text[:1].upper()}{text[1:]}"


def concept(iri: Iri | None) -> str:
    """The words for a controlled word; nothing for none."""
    if iri is None:
        return ""
    row = CONCEPTS.get(iri)
    return row.label if row else iri.rpartition("#")[2].rpartition("/")[2]


def severity(grade: Grade | None) -> Cell:
    """A severity with its tone; what nobody recorded is told."""
    return Grading("not recorded", Tone.UNKNOWN) if grade is None else Grading(grade.word, TONES[grade])


def tone(item: Item) -> Tone:
    """The tone of an item's reach: unknown where what nobody recorded decides."""
    if item.high is None:
        return Tone.QUIET
    return Tone.UNKNOWN if item.undetermined else TONES[item.high]


def reach(item: Item, *below: Line) -> Grading:
    """How far an item is reached."""
    return Grading(item.reach, tone(item), below)


def position(found: Position | None, reason: str) -> Cell:
    """Where a value stands; where the basis differs, only its figure stands there."""
    word, colour = _POSITIONS[found]
    if found is None:
        return words(word)
    if reason and found is not Position.NOT_COMPARABLE:
        return Words(((Run(f"{word} as a figure only", Style.STRONG, Tone.UNKNOWN),),))
    return Words(((Run(word, Style.STRONG, colour),),))


def holds_for(positions: Sequence[RangePosition]) -> str:
    """The sites, regions and attributes that ranges are for."""
    found = [named.label for each in positions for named in (each.region, each.site, each.attribute) if named]
    return " · ".join(dict.fromkeys(map(unmarked, found))) or "no site or region"


def barrier_state(barrier: Barrier) -> Grading:
    """Whether a candidate holds; where all that speaks against it is not known, that is said, and nothing counts on it."""
    if not barrier.void:
        return Grading("holds", Tone.LOW)
    return Grading("not known", Tone.UNKNOWN) if barrier.unsure else Grading("void", Tone.QUIET)


def at_most(lines: Sequence[str], most: int, where: str) -> tuple[str, ...]:
    """So many lines, and how many more there are and where: nothing is cut silently."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], f"and {len(lines) - most + 1} more: {where}")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 item, 2 items."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def listed(names: Iterable[str], most: int = 4) -> str:
    """Names in a row, and how many more there are."""
    found = list(dict.fromkeys(names))
    rest = len(found) - most
    return ", ".join(found[:most]) + (f" and {rest} more" if rest > 0 else "")
