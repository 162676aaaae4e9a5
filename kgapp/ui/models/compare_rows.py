"""Two reports side by side as rows under headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.assessment import Cell as Uncovered
from kgapp.domain.assessment import Comparison, Shift
from kgapp.domain.impact import Item
from kgapp.domain.names import unmarked
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.impact_items import tone_of
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.texts import number
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, tr

COLUMNS: Final = (mark("What"), mark("Reach in A"), mark("Reach in B"), mark("Difference"))


def groups(found: Comparison) -> tuple[Group, ...]:
    """What stands differently first, then what only one of them reaches, then other paths and what was not assessed."""
    graded = [each for each in found.shifted if each.graded_differently]
    paths = [each for each in found.shifted if not each.graded_differently]
    return (
        _group(tr("Stands differently"), map(_shift, graded)),
        _group(tr("Only in A"), (_one(each, first=True) for each in found.only_one)),
        _group(tr("Only in B"), (_one(each, first=False) for each in found.only_other)),
        _group(tr("Told by another path"), map(_shift, paths)),
        _group(tr("Not assessed, only in A"), map(_cell, found.cells_only_one)),
        _group(tr("Not assessed, only in B"), map(_cell, found.cells_only_other)),
    )


def _group(title: str, rows: Iterable[Row]) -> Group:
    found = tuple(rows)
    return Group(f"{title}  {number(len(found))}", found, title)


def _named(item: Item) -> Cell:
    where = f" · {unmarked(item.site.label)}" if item.site is not None else ""
    kind = kind_of((item.class_iri,) if item.class_iri else ())
    return Cell(f"{item.label}{where}", icon=kind, iri=item.iri)


def _shift(shift: Shift) -> Row:
    one, other = shift.one, shift.other
    return Row(
        (
            _named(one),
            Cell(one.reach, tone=tone_of(one)),
            Cell(other.reach, tone=tone_of(other)),
            Cell(" ".join(shift.sentences)),
        ),
        other,
    )


def _one(item: Item, *, first: bool) -> Row:
    reach, nothing = Cell(item.reach, tone=tone_of(item)), Cell(tr("not reached"), ink="third")
    return Row(
        (_named(item), reach if first else nothing, nothing if first else reach, Cell(item.why, ink="second")), item
    )


def _cell(cell: Uncovered) -> Row:
    words = tr("{factor} on {attribute}").format(factor=cell.factor.label, attribute=cell.attribute.label)
    unknown = Cell(tr("unknown"), tone=Tone.UNKNOWN)
    why = tr("Nobody has assessed this effect: unknown, not “no impact”.")
    return Row((Cell(words, icon="attribute", iri=cell.attribute.iri), unknown, Cell(""), Cell(why, ink="second")))
