"""What one might not expect of an update, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.terms import Iri, Literal, shorten
from kgapp.services import browsing
from kgapp.services.ports import Pattern, RecordReader

_NAMED: Final = 5
_LOOKED_AT: Final = 200
"""So many things are looked at for what still refers to them."""
_COMPARED: Final = 2_000
"""So many removed statements are looked up in other graphs."""


def warnings(
    reader: RecordReader, change: ChangeSet, values: Mapping[Literal, str], computed: Collection[Literal]
) -> tuple[str, ...]:
    """The written forms that go, the values that were computed, and what would be left without statements."""
    kept = {quad.object for quad in change.added}
    gone = {written: value for written, value in values.items() if written not in kept}
    return (*_written(gone), *_computed(computed), *_left(reader, change), *_graphs(reader, change))


def _written(values: Mapping[Literal, str]) -> Iterator[str]:
    pairs = sorted(f"“{written.lexical}” (in queries {value})" for written, value in values.items())
    if pairs:
        yield f"Removed by its value, with the form in which it is written: {_some(pairs)}."


def _computed(computed: Collection[Literal]) -> Iterator[str]:
    texts = sorted(f"“{each.lexical}”" for each in computed)
    if texts:
        yield f"Written as the engine writes values, because they stand like this neither in the text nor where they are replaced: {_some(texts)}."


def _left(reader: RecordReader, change: ChangeSet) -> Iterator[str]:
    """Things of which nothing is said any more, though others still refer to them."""
    added = {quad.subject for quad in change.added}
    gone = sorted({quad.subject for quad in change.removed} - added)
    if len(gone) > _LOOKED_AT:
        yield f"{len(gone):,} things lose statements; the first {_LOOKED_AT} were looked at for what still refers to them."
    told = [
        f"“{browsing.labels(reader, (thing,))[thing]}”" for thing in gone[:_LOOKED_AT] if _missed(reader, change, thing)
    ]
    if told:
        yield f"Nothing is said any more of {_some(told)}, and other things still refer to it."


def _missed(reader: RecordReader, change: ChangeSet, thing: Iri) -> bool:
    return frozenset(reader.quads(Pattern(subject=thing))) <= change.removed and _used(reader, change, thing)


def _used(reader: RecordReader, change: ChangeSet, thing: Iri) -> bool:
    still = {quad for quad in reader.quads(Pattern(object=thing)) if quad not in change.removed}
    return bool(still) or any(quad.object == thing for quad in change.added)


def _graphs(reader: RecordReader, change: ChangeSet) -> Iterator[str]:
    """Statements that are in several graphs: gone from all of them, or still in some."""
    places = Counter((quad.subject, quad.predicate, quad.object) for quad in change.removed)
    several = sum(count > 1 for count in places.values())
    if several:
        yield f"{several:,} of the removed statements are in more than one graph and go from all that are named below."
    still = sum(_still(reader, change, Pattern(*each)) for each in list(places)[:_COMPARED])
    if still:
        most = "" if len(places) <= _COMPARED else f" of the first {_COMPARED:,}"
        yield f"{still:,}{most} of the removed statements stay true, because another graph states the same."


def _still(reader: RecordReader, change: ChangeSet, pattern: Pattern) -> bool:
    return any(quad not in change.removed for quad in reader.quads(pattern))


def _some(texts: list[str]) -> str:
    more = len(texts) - _NAMED
    return ", ".join(shorten(text, 80) for text in texts[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
