"""Where a move stands against ranges, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from kgapp.domain.document import Column, Line, Row, Run, Style, Table, Words, named, words
from kgapp.domain.impact import RangePosition
from kgapp.services.reports import wording

_COLUMNS = (Column("Range", 5), Column("Limits", 3), Column("From", 2), Column("To", 2), Column("Holds for", 6))


def table(positions: Sequence[RangePosition], title: str, *, reasons: bool) -> Table:
    """Ranges against which the move stands in the same way share a row; each reason is told once, unless left out.

    Where several factors move, each row says of which one it is.
    """
    joined: dict[tuple[object, ...], list[RangePosition]] = {}
    for each in positions:
        site = each.site.iri if each.site else None
        key = (each.factor, each.range_type, _limits(each), site, each.old, each.new, each.reason)
        joined.setdefault(key, []).append(each)
    several = len({each.factor for each in positions}) > 1
    told: set[str] = set()
    rows = []
    for same in joined.values():
        reason = same[0].reason if reasons else ""
        labels = tuple(each.range.label for each in same) if reasons else ()
        factor = (f"of {same[0].factor.label}",) if several and same[0].factor else ()
        rows.append(_row(same, "" if reason in told else reason, (*factor, *labels)))
        told.add(reason)
    return Table(title, _COLUMNS, tuple(rows))


def _row(same: Sequence[RangePosition], reason: str, second: Sequence[str]) -> Row:
    first = same[0]
    where: tuple[Line, ...] = ((Run(wording.holds_for(same)),),)
    if reason:
        where += ((Run(reason, Style.SECOND),),)
    return Row(
        (
            named(wording.capital(wording.concept(first.range_type)), *second),
            words(_limits(first)),
            wording.position(first.old, first.reason),
            wording.position(first.new, first.reason),
            Words(where),
        )
    )


def _limits(each: RangePosition) -> str:
    return each.words or str(each.limits)
