"""A project that somebody else writes: noticing what they commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgapp.services import history
from kgapp.services.events import ChangeCommitted
from kgapp.services.ports import Delta

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri
    from kgapp.services.ports import RecordReader
    from kgapp.services.workspace import Workspace

_SMALL: Final = 2_000
"""With more statements changed than this, everything is loaded again instead of what changed."""


def catch_up(workspace: Workspace, seen: int) -> int:
    """Tell engine and listeners of what was committed after revision ``seen``; returns the number of the newest.

    For a workspace that cannot write: what it commits itself is told at once.
    """
    head = workspace.reader.head()
    if head is None or head.seq <= seen:
        return seen
    workspace.engine.follow(Delta(head.seq, _UNKNOWN, ()))
    workspace.events.tell(ChangeCommitted(head, _changed(workspace.reader, seen, head.seq)))
    return head.seq


def _changed(reader: RecordReader, seen: int, newest: int) -> frozenset[Iri]:
    """The subjects of what changed; empty when it was much."""
    new = reader.revisions(limit=min(newest - seen, _SMALL))
    if newest - seen > len(new) or sum(one.removed_count + one.added_count for one in new) > _SMALL:
        return frozenset()
    change = history.difference(reader, seen, newest).change
    return frozenset(quad.subject for quad in change.removed | change.added)


_UNKNOWN: Final = -1
"""As the delta of a large import: the engine reloads."""
