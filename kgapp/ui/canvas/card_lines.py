"""What stands on a card, line by line, with its place, its texts and what can be chosen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from kgapp.services.process_board import FactorRow, Resource, Standing, plain_name
from kgapp.ui.canvas.layout import PlacedCard, Wish
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.overlay import Lit
from kgapp.ui.canvas.slots import Line, Slot
from kgapp.ui.models.process_parts import (
    Key,
    Mark,
    MarkKind,
    Part,
    brief_of,
    control_mark,
    factor_words,
    mark_words,
    marks,
    resource_words,
    summary,
    value_of,
)
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A badge: an icon and ``label``."""

    key: Key
    mark: Mark
    place: QRectF
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its texts. ``key`` is ``None`` for a line that only carries badges; ``smalls`` stand below it."""

    key: Key | None
    place: QRectF
    words: str
    icon: str = ""
    name: str = ""
    value: str = ""
    chip: str = ""
    smalls: tuple[tuple[str, int], ...] = ()
    differs: bool = False
    weak: bool = False
    tall: bool = False
    names: int = 1
    lit: Lit | None = None
    marks: tuple[PlacedMark, ...] = ()


def title_words(placed: PlacedCard, wish: Wish) -> str:
    """The card in words."""
    where = plain_name(placed.card.site.label)
    what = ", ".join(mark.words for mark in _summary(placed, wish))
    return f"{line(placed.card.step.label)} {tr('at')} {where}" + (f": {what}" if what else "")


def lines_of(placed: PlacedCard, wish: Wish) -> tuple[PlacedLine, ...]:
    """The lines of a card from top to bottom."""
    return _Lines(placed, wish).all()


def _summary(placed: PlacedCard, wish: Wish) -> tuple[Mark, ...]:
    return summary(placed.card, wish.findings_of, wish.board.steps[placed.column].factors)


class _Lines:
    def __init__(self, placed: PlacedCard, wish: Wish) -> None:
        self._placed, self._wish, self._sizes = placed, wish, wish.sizes
        self._site, self._step = placed.card.site.iri, placed.card.step.iri
        self._where = plain_name(placed.card.site.label)

    def all(self) -> tuple[PlacedLine, ...]:
        found: list[PlacedLine] = []
        place = self._placed.place
        top = place.top() + self._sizes.pad / 2
        for slot in self._placed.slots:
            if slot.line is Line.MARKS:
                top = place.bottom() - self._sizes.pad / 2 - slot.height
            inner = QRectF(place.left() + self._sizes.pad / 2, top, place.width() - self._sizes.pad, slot.height)
            made = self._line(slot, inner)
            if made is not None:
                found.append(made)
            top += slot.height
        return tuple(found)

    def _line(self, slot: Slot, place: QRectF) -> PlacedLine | None:
        if slot.row is not None:
            return self._factor(slot, slot.row, place)
        if slot.resource is not None:
            return self._resource(slot, slot.resource, place)
        if slot.more is not None:
            words = tr("+{count} more").format(count=number(slot.more.count))
            return PlacedLine(None, place, "", marks=(self._mark(slot.more, place, words, kind=slot.more.kind),))
        return self._badges(slot, place)

    def _factor(self, slot: Slot, row: FactorRow, place: QRectF) -> PlacedLine:
        lit = self._placed.lits.get(row.factor.iri)
        full = self._wish.level is Level.PARAMETER
        value = lit.value if lit is not None and lit.value else value_of(row)
        name = row.factor.label
        if not full:
            name, value = self._short(row, value, place.width() - _INSET, strong=lit is not None)
        controls = control_mark(row)
        found: tuple[PlacedMark, ...] = ()
        if full and row.controls:
            found = (self._control(controls, row, place, slot),)
        return PlacedLine(
            Key(Part.FACTOR, row.factor.iri, self._site, step=self._step),
            place,
            factor_words(row, self._where),
            name=name,
            value=value,
            chip=row.criticality if full else "",
            smalls=slot.smalls,
            differs=bool(row.differs),
            weak=row.standing is not Standing.SET,
            tall=slot.tall,
            names=slot.names,
            lit=lit,
            marks=found,
        )

    def _short(self, row: FactorRow, value: str, room: float, *, strong: bool) -> tuple[str, str]:
        """Name and value on one line: where both do not fit, without the name of the step, then without the range."""
        name, measure = line(row.factor.label), self._wish.measure
        if measure(name, strong) + measure(value, strong) <= room:
            return name, value
        step = f"{line(self._placed.card.step.label)} ".casefold()
        if name.casefold().startswith(step):
            rest = name[len(step) :]
            name = rest[:1].upper() + rest[1:]
            if measure(name, strong) + measure(value, strong) <= room:
                return name, value
        lit = self._placed.lits.get(row.factor.iri)
        if lit is not None and lit.value:
            return name, value
        return name, brief_of(row)

    def _control(self, mark: Mark, row: FactorRow, place: QRectF, slot: Slot) -> PlacedMark:
        sizes = self._sizes
        top = place.top() + sizes.row + (sizes.small if slot.tall else 0.0)
        width = sizes.row * 2
        key = Key(Part.MARK, row.factor.iri, self._site, MarkKind.CONTROLS, self._step)
        at = QRectF(place.right() - width - 6, top, width, sizes.small)
        return PlacedMark(key, mark, at, number(mark.count), mark_words(mark, row.factor.label, self._where))

    def _resource(self, slot: Slot, one: Resource, place: QRectF) -> PlacedLine:
        found: tuple[PlacedMark, ...] = ()
        if slot.more is not None:
            width = self._sizes.row * 1.1
            at = QRectF(place.right() - width, place.top(), width, place.height())
            found = (self._mark(slot.more, at, f"+{slot.more.count}", kind=slot.more.kind),)
        return PlacedLine(
            Key(slot.part, one.thing.iri, self._site, step=self._step),
            place,
            resource_words(one, self._where),
            icon=slot.part.value,
            name=one.label,
            value=tr("not recorded") if one.absent else "",
            smalls=slot.smalls,
            differs=bool(one.differs),
            weak=one.absent,
            marks=found,
        )

    def _badges(self, slot: Slot, place: QRectF) -> PlacedLine | None:
        """Badges in a row; on the overview three to a row, each kind always in the same place."""
        card, sizes = self._placed.card, self._sizes
        if slot.line is Line.SUMMARY:
            found = _summary(self._placed, self._wish)
            left, width = place.left() + sizes.pad / 4, place.width() / 3
            placed = tuple(
                self._mark(mark, QRectF(left + column * width, place.top() + row * sizes.row, width, sizes.row))
                for mark in found
                for row, column in (_SUMMARY[mark.kind],)
            )
        else:
            placed = self._row_of(marks(card, self._wish.findings_of), place)
        return PlacedLine(None, place, "", marks=placed) if placed else None

    def _row_of(self, found: tuple[Mark, ...], place: QRectF) -> tuple[PlacedMark, ...]:
        at = place.left() + self._sizes.pad / 2
        placed: list[PlacedMark] = []
        for mark in found:
            width = self._sizes.row * 0.95 + self._wish.measure(number(mark.count), False)
            placed.append(self._mark(mark, QRectF(at, place.top(), width, place.height())))
            at += width + self._sizes.pad / 4
        return tuple(placed)

    def _mark(self, mark: Mark, place: QRectF, label: str = "", kind: MarkKind | None = None) -> PlacedMark:
        step = self._placed.card.step
        key = Key(Part.MARK, step.iri, self._site, kind or mark.kind, step.iri)
        return PlacedMark(key, mark, place, label or number(mark.count), mark_words(mark, step.label, self._where))


_INSET: Final = 25
"""What of a line is neither name nor value: its edges, and the gap between the two."""
_SUMMARY: Final = {
    MarkKind.FACTORS: (0, 0),
    MarkKind.DIFFERENCES: (0, 1),
    MarkKind.FINDINGS: (0, 2),
    MarkKind.KNOW_HOW: (1, 0),
    MarkKind.RISKS: (1, 1),
    MarkKind.GAPS: (1, 2),
}
