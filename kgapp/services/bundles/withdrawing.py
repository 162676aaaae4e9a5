"""What the recipient of a bundle was told before and is no longer said: listed, because what is merely missing takes nothing away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from kgapp.domain.terms import GENID
from kgapp.domain.vocabulary import KG
from kgapp.services.bundles import rules, visible
from kgapp.services.bundles.canonical_names import Row

_UNNAMED: Final = f"/{GENID}".encode()
_MARK: Final = rules.written(KG.confidentiality)


def of(before: Iterable[bytes], chunks: Iterable[bytes], seen: visible.Visible) -> tuple[bytes, ...]:
    """The statements of an earlier bundle that the project no longer makes in any graph, sorted, as lines.

    Nothing is told of what is here and may not be seen now, in no place of a statement, and nothing of marks. What has no name is
    another thing when it changed: all that led to the old one is listed where its owner goes along.
    """
    known = list(visible.rows(before))
    names = _names_before(known, seen.names)
    said = {row[:3]: row for row in known}
    here: set[bytes] = set()
    graphs: set[bytes] = set()
    for subject, predicate, value, graph in visible.rows(chunks):
        here.add(subject)
        graphs.add(graph)
        said.pop((names.get(subject, subject), predicate, names.get(value, value)), None)
    going = {line.partition(b" ")[0] for line in seen.lines}
    shut = {thing for thing in here if not _local(thing)} - going | (graphs - seen.graphs)
    gone = [row for row in said.values() if row[1] != _MARK and shut.isdisjoint(row)]
    if any(_unnamed(row) for row in gone):
        gone = _with_their_owners(gone, going)
    return tuple(sorted(map(visible.line, gone)))


def _names_before(known: Sequence[Row], names: Mapping[bytes, bytes]) -> Mapping[bytes, bytes]:
    """From the names of unnamed things here to those in the earlier bundle, for those that are as they were."""
    before = {_local(end): end for row in known for end in (row[0], row[2]) if _local(end)}
    return {here: before.get(_local(there), there) for here, there in names.items()}


def _with_their_owners(gone: Sequence[Row], going: Set[bytes]) -> list[Row]:
    kept = [row for row in gone if not _unnamed(row) or (not _local(row[0]) and row[0] in going)]
    left = [row for row in gone if _local(row[0])]
    reached = {row[2] for row in kept if _local(row[2])}
    while found := [row for row in left if row[0] in reached]:
        kept += found
        left = [row for row in left if row[0] not in reached]
        reached |= {row[2] for row in found if _local(row[2])}
    return kept


def _unnamed(row: Row) -> bool:
    return bool(_local(row[0]) or _local(row[2]))


def _local(end: bytes) -> bytes:
    return end.rpartition(_UNNAMED)[2] if end[:1] == b"<" and _UNNAMED in end else b""
