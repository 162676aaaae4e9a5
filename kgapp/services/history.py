"""Undo, redo and differences between revisions. History is only ever added to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound, UndoConflict
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad, Term, nquad, shorten
from kgapp.services import browsing
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

_PAGE: Final = 200
_REVERTING: Final = frozenset((RevisionKind.UNDO, RevisionKind.REDO))


@dataclass(frozen=True, slots=True)
class Difference:
    """What turns one state into another, net, and the same in sentences by entity."""

    change: ChangeSet
    sentences: tuple[str, ...]


def undo(workspace: Workspace, why: str, seq: int | None = None) -> Revision:
    """Take a revision back as a new one: the one numbered ``seq``, else the newest that is not undone.

    Raises ``NotFound`` when there is none, ``UndoConflict`` when the graph has moved on; nothing is done then.
    """
    target = to_undo(workspace.reader) if seq is None else workspace.reader.revision(seq)
    return _revert(workspace, target, why)


def redo(workspace: Workspace, why: str) -> Revision:
    """Take the newest undo back, as a new revision. Raises ``NotFound`` or ``UndoConflict``."""
    return _revert(workspace, to_redo(workspace.reader), why)


def to_undo(reader: RecordReader) -> Revision:
    """The newest revision that is neither an undo or redo nor undone (its last undo or redo is an undo)."""
    settled: dict[int, RevisionKind] = {}
    for revision in newest_first(reader):
        if revision.note.kind in _REVERTING:
            settled.setdefault(_root(reader, revision).seq, revision.note.kind)
        elif settled.get(revision.seq) is not RevisionKind.UNDO:
            return revision
    raise NotFound("There is nothing to undo.")


def to_redo(reader: RecordReader) -> Revision:
    """The newest undo that is not yet redone, with no ordinary revision after it."""
    redone: set[int | None] = set()
    for revision in newest_first(reader):
        if revision.note.kind is RevisionKind.REDO:
            redone.add(revision.note.reverts)
        elif revision.note.kind is not RevisionKind.UNDO:
            break
        elif revision.seq not in redone:
            return revision
    raise NotFound("There is nothing to redo.", hint="An undo can be taken back only until the next change.")


def newest_first(reader: RecordReader) -> Iterator[Revision]:
    """All revisions, read in pages."""
    before: int | None = None
    while page := reader.revisions(limit=_PAGE, before=before):
        yield from page
        before = page[-1].seq


def difference(reader: RecordReader, start: int, end: int) -> Difference:
    """What must be removed and added to get from the state after ``start`` to that after ``end``; 0 is the empty project.

    Raises ``NotFound`` for a revision that does not exist.
    """
    for seq in {start, end} - {0}:
        reader.revision(seq)
    removed: set[Quad] = set()
    added: set[Quad] = set()
    for seq in range(min(start, end) + 1, max(start, end) + 1):
        change = reader.change(seq)
        removed, added = (
            (removed | (change.removed - added)) - change.added,
            (added - change.removed) | (change.added - removed),
        )
    change = ChangeSet(f"From revision {start} to {end}", frozenset(removed), frozenset(added))
    if start > end:
        change = change.inverse(change.summary)
    return Difference(change, sentences(reader, change))


def sentences(reader: RecordReader, change: ChangeSet) -> tuple[str, ...]:
    """A change in words: one line for each property of each entity, by entity."""
    names = browsing.labels(reader, _things(change.removed | change.added))
    before, after = _by_property(change.removed), _by_property(change.added)
    return tuple(
        _sentence(
            f"{names[subject]}: {names[predicate]}",
            *(_spoken(side.get((subject, predicate), ()), names) for side in (before, after)),
        )
        for subject, predicate in sorted(before.keys() | after.keys(), key=lambda pair: (names[pair[0]], *pair))
    )


def _revert(workspace: Workspace, target: Revision, why: str) -> Revision:
    kind, verb = (RevisionKind.REDO, "Redo") if target.note.kind is RevisionKind.UNDO else (RevisionKind.UNDO, "Undo")
    root = _root(workspace.reader, target)
    change = workspace.reader.change(target.seq).inverse(f"{verb} of revision {root.seq}: {root.summary}")
    _check_fit(workspace.reader, change, target)
    note = Note(workspace.author, why, kind, reverts=target.seq)
    revision = workspace.commit(change, note)
    assert revision is not None, "every revision changes something, and its inverse fits"
    return revision


def _check_fit(reader: RecordReader, change: ChangeSet, target: Revision) -> None:
    gone = sorted(nquad(quad) for quad in change.removed - reader.holds(change.removed))
    back = sorted(nquad(quad) for quad in reader.holds(change.added))
    if not gone and not back:
        return
    parts = [f"{len(gone)} no longer there"] * bool(gone) + [f"{len(back)} there again"] * bool(back)
    raise UndoConflict(
        f"Revision {target.seq} cannot be taken back, because its statements were changed since: {', '.join(parts)}.",
        (*gone, *back),
        hint="Nothing was changed. Take the later changes back first, or set the values by hand.",
    )


def _root(reader: RecordReader, revision: Revision) -> Revision:
    """The ordinary revision that a chain of undos and redos is about."""
    while revision.note.kind in _REVERTING and revision.note.reverts is not None:
        revision = reader.revision(revision.note.reverts)
    return revision


def _sentence(about: str, before: str, after: str) -> str:
    if before and after:
        return f"{about} was {before}, is {after}"
    return f"{about} is {after} (new)" if after else f"{about} was {before} (removed)"


def _by_property(quads: Iterable[Quad]) -> dict[tuple[Iri, Iri], list[Term]]:
    found: dict[tuple[Iri, Iri], list[Term]] = {}
    for quad in quads:
        found.setdefault((quad.subject, quad.predicate), []).append(quad.object)
    return found


def _spoken(values: Iterable[Term], names: dict[Iri, str]) -> str:
    return ", ".join(
        sorted(f"“{shorten(value.lexical, 120)}”" if isinstance(value, Literal) else names[value] for value in values)
    )


def _things(quads: Iterable[Quad]) -> set[Iri]:
    return {term for quad in quads for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, str)}
