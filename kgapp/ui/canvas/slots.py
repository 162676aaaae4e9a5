"""Which lines a card has at a level, and how high each is, before anything is placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from kgapp.domain.terms import Iri
from kgapp.services.process_board import Card, FactorRow, Resource
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.models.process_parts import (
    Mark,
    MarkKind,
    Part,
    brief_of,
    details,
    factor_entries,
    resource_entries,
    value_of,
)
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.canvas.layout import Wish


class Line(Enum):
    """The lines of a card."""

    FACTOR = "factor"
    RESOURCE = "resource"
    MORE = "more"
    MARKS = "marks"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Slot:
    """A line. ``tall`` says that its value stands below its name; ``names`` are the lines that its name takes.

    ``more`` lists what the line stands for besides.

    ``smalls`` are texts below it, each with the number of lines that it takes.
    """

    line: Line
    height: float
    row: FactorRow | None = None
    resource: Resource | None = None
    part: Part = Part.FACTOR
    tall: bool = False
    names: int = 1
    more: Mark | None = None
    smalls: tuple[tuple[str, int], ...] = ()


def slots_of(wish: Wish, column: int, lane: int, most: int) -> tuple[Slot, ...]:
    """The lines of a card at the level that is wished for."""
    card, sizes = wish.board.cards[lane][column], wish.sizes
    if wish.level is Level.OVERVIEW:
        return (Slot(Line.SUMMARY, 2 * sizes.row + sizes.pad / 2),)
    factors = _factors(wish, column, lane, most) if wish.level is Level.STEP else _all_factors(wish, card)
    resources = _first_resources(wish, card) if wish.level is Level.STEP else _all_resources(wish, card)
    return (*factors, *resources, Slot(Line.MARKS, sizes.foot))


def _factors(wish: Wish, column: int, lane: int, most: int) -> tuple[Slot, ...]:
    """The same factors in every lane, so that they can be compared along a line."""
    if column not in wish.columns:
        cards = [row[column] for row in wish.board.cards]
        named = _chosen(wish, cards, most)
        wish.columns[column] = _names(wish, (row for card in cards for row in card.rows if row.factor.iri in named))
    chosen = wish.columns[column]
    card, sizes = wish.board.cards[lane][column], wish.sizes
    slots = [
        Slot(Line.FACTOR, sizes.row + (lines - 1) * sizes.small, row, names=lines)
        for row in card.rows
        for lines in (chosen.get(row.factor.iri, 0),)
        if lines
    ]
    hidden = factor_entries(row for row in card.rows if row.factor.iri not in chosen)
    if wish.lit is not None:  # an impact needs the room of the machines and materials
        hidden = (*hidden, *resource_entries((*card.equipment, *card.materials)))
    if hidden:
        slots.append(Slot(Line.MORE, sizes.small, more=Mark(MarkKind.FACTORS, hidden)))
    return tuple(slots)


def _chosen(wish: Wish, cards: list[Card], most: int) -> set[Iri]:
    """The factors that the cards of a step name: reached, then differing, then critical ones."""
    reached = _reached(wish)
    differing = {row.factor.iri for card in cards for row in card.rows if row.differs}
    order = [row.factor.iri for row in cards[0].rows]
    return set(sorted(order, key=lambda factor: (factor not in reached, factor not in differing))[:most])


def _names(wish: Wish, rows: Iterable[FactorRow]) -> dict[Iri, int]:
    """How many lines the name of a factor takes on the cards of a step, beside its value."""
    inner = wish.sizes.card - wish.sizes.pad - 25
    found: dict[Iri, int] = {}
    for row in rows:
        long = wish.roomy and wish.measure(row.factor.label, False) + wish.measure(brief_of(row), False) > inner
        found[row.factor.iri] = max(1 + long, found.get(row.factor.iri, 1))
    return found


def _reached(wish: Wish) -> frozenset[Iri]:
    return frozenset(one.factor for one in wish.lit.lit) if wish.lit else frozenset()


def _shown(wish: Wish, row: FactorRow) -> str:
    changed = next((one.value for one in wish.lit.lit if one.factor == row.factor.iri), "") if wish.lit else ""
    return changed or value_of(row)


def _all_factors(wish: Wish, card: Card) -> tuple[Slot, ...]:
    sizes = wish.sizes
    slots: list[Slot] = []
    for row in card.rows:
        chip = wish.measure(row.criticality, True) + 18 if row.criticality else 0.0
        inner = sizes.card - sizes.pad - 25 - chip
        tall = wish.measure(row.factor.label, False) + wish.measure(_shown(wish, row), False) > inner
        beside = 2.4 * sizes.row if row.controls else 0.0
        smalls = (*_smalls(wish, _beside(row), beside), *_smalls(wish, line(row.differs, 400), 0.0))
        lines = tall + sum(count for _, count in smalls)
        height = sizes.row + lines * sizes.small + sizes.pad / 3
        slots.append(Slot(Line.FACTOR, height, row, tall=tall, smalls=smalls))
    return tuple(slots)


def _first_resources(wish: Wish, card: Card) -> tuple[Slot, ...]:
    """One machine and one material; those that differ first. Below an impact they are counted with the rest."""
    found: list[Slot] = []
    for part, kind, group in _groups(card) if wish.lit is None else ():
        if group:
            first, *rest = sorted(group, key=lambda one: not one.differs)
            more = Mark(kind, resource_entries(rest)) if rest else None
            found.append(Slot(Line.RESOURCE, wish.sizes.row, resource=first, part=part, more=more))
    return tuple(found)


def _all_resources(wish: Wish, card: Card) -> tuple[Slot, ...]:
    sizes = wish.sizes
    slots: list[Slot] = []
    for part, _, group in _groups(card):
        for one in group:
            beside = " · ".join(details(one))
            smalls = (*_smalls(wish, beside, sizes.row), *_smalls(wish, line(one.differs, 400), sizes.row))
            height = sizes.row + sizes.small * sum(count for _, count in smalls) + sizes.pad / 3
            slots.append(Slot(Line.RESOURCE, height, resource=one, part=part, smalls=smalls))
    return tuple(slots)


def _smalls(wish: Wish, text: str, taken: float) -> tuple[tuple[str, int], ...]:
    """A text with the lines that it takes, at most ``_MOST_LINES``; a little more room than it needs."""
    if not text:
        return ()
    inner = wish.sizes.card - wish.sizes.pad - 15 - taken
    return ((text, min(_MOST_LINES, 1 + int(wish.measure(text, False) / inner))),)


def _beside(row: FactorRow) -> str:
    basis = tr("Basis: {basis}").format(basis=line(row.basis)) if row.basis else ""
    controls = tr("Control: {names}").format(names=", ".join(line(each.label) for each in row.controls))
    return " · ".join(part for part in (basis, controls if row.controls else "") if part)


def _groups(card: Card) -> tuple[tuple[Part, MarkKind, tuple[Resource, ...]], ...]:
    return (
        (Part.EQUIPMENT, MarkKind.EQUIPMENT, card.equipment),
        (Part.MATERIAL, MarkKind.MATERIALS, card.materials),
    )


_MOST_LINES: Final = 3
