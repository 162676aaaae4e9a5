"""Where a move stands against ranges, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from kgapp.domain.document import Column, Line, Row, Run, Style, Table, Words, words
from kgapp.domain.impact import RangePosition
from kgapp.services.reports import wording

_COLUMNS = (Column("Range", 5), Column("Limits", 3), Column("From", 2), Column("To", 2), Column("Holds for", 6))


def table(positions: Sequence[RangePosition], title: str, *, reasons: bool) -> Table:
    """Ranges against which the move stands in the same way share a row; each reason is told once, unless left out."""
    joined: dict[tuple[object, ...], list[RangePosition]] = {}
    for each in positions:
        site = each.site.iri if each.site else None
        joined.setdefault((each.range_type, str(each.limits), site, each.old, each.new, each.reason), []).append(each)
    told: set[str] = set()
    rows = []
    for same in joined.values():
        reason = same[0].reason if reasons else ""
        rows.append(_row(same, "" if reason in told else reason, names=reasons))
        told.add(reason)
    return Table(title, _COLUMNS, tuple(rows))


def _row(same: Sequence[RangePosition], reason: str, *, names: bool) -> Row:
    first = same[0]
    labels = tuple((Run(each.range.label, Style.SECOND),) for each in same) if names else ()
    kind: Line = (Run(wording.capital(wording.concept(first.range_type)), Style.STRONG),)
    where: tuple[Line, ...] = ((Run(wording.holds_for(same)),),)
    if reason:
        where += ((Run(reason, Style.SECOND),),)
    return Row(
        (
            Words((kind, *labels)),
            words(str(first.limits)),
            wording.position(first.old, first.reason),
            wording.position(first.new, first.reason),
            Words(where),
        )
    )
