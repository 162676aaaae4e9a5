"""Undo, redo and differences between revisions. History is only ever added to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound, Sealed, UndoConflict
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.names import local_name
from kgapp.domain.terms import Iri, Literal, Quad, Term, nquad, shorten
from kgapp.services import browsing, sealing
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

_PAGE: Final = 200
LONGEST: Final = 120
"""Characters of a text in a sentence."""
_BEFORE: Final = 20
"""So much is shown of a long text before the place where it differs from another."""

_REVERTING: Final = frozenset((RevisionKind.UNDO, RevisionKind.REDO))


@dataclass(frozen=True, slots=True)
class Difference:
    """What turns one state into another, net, and the same in sentences by entity."""

    change: ChangeSet
    sentences: tuple[str, ...]


def undo(workspace: Workspace, why: str, seq: int | None = None) -> Revision:
    """Take a revision back as a new one: the one numbered ``seq``, else the newest that is not undone.

    Raises ``NotFound`` when there is none, ``UndoConflict`` when the graph has moved on, ``Sealed`` when the newest holds
    signed verdicts or the closing of an assessment: these are taken back by number, with a reason. Nothing is done then.
    """
    if seq is not None:
        return _revert(workspace, _explained(workspace.reader, workspace.reader.revision(seq), why), why)
    return _revert(workspace, _unsigned(workspace.reader, to_undo(workspace.reader)), why)


def redo(workspace: Workspace, why: str) -> Revision:
    """Take the newest undo back, as a new revision. Raises ``NotFound``, ``UndoConflict`` or ``Sealed``, as ``undo``."""
    return _revert(workspace, _unsigned(workspace.reader, to_redo(workspace.reader)), why)


def to_undo(reader: RecordReader) -> Revision:
    """The newest revision that is neither an undo or redo nor undone (its last undo or redo is an undo)."""
    for revision in undoable(reader):
        return revision
    raise NotFound("There is nothing to undo.")


def to_redo(reader: RecordReader) -> Revision:
    """The newest undo that is not yet redone, with no ordinary revision after it."""
    for revision in redoable(reader):
        return revision
    raise NotFound("There is nothing to redo.", hint="An undo can be taken back only until the next change.")


def undoable(reader: RecordReader) -> Iterator[Revision]:
    """What undo takes back, in its order: one call after the other."""
    settled: dict[int, RevisionKind] = {}
    for revision in newest_first(reader):
        if revision.note.kind in _REVERTING:
            settled.setdefault(_root(reader, revision).seq, revision.note.kind)
        elif settled.get(revision.seq) is not RevisionKind.UNDO:
            yield revision


def redoable(reader: RecordReader) -> Iterator[Revision]:
    """The undos that redo takes back, in its order."""
    redone: set[int | None] = set()
    for revision in newest_first(reader):
        if revision.note.kind is RevisionKind.REDO:
            redone.add(revision.note.reverts)
        elif revision.note.kind is not RevisionKind.UNDO:
            return
        elif revision.seq not in redone:
            yield revision


def undo_to(workspace: Workspace, why: str, seq: int) -> tuple[Revision, ...]:
    """Take back one step after the other until revision ``seq`` is undone, each as a revision of its own.

    Raises ``NotFound`` when undo does not come to that revision, ``UndoConflict`` when a step no longer fits once those
    before it are taken back, and ``Sealed`` when one of them is signed; nothing is done then.
    """
    steps: list[Revision] = []
    for revision in undoable(workspace.reader):
        steps.append(_unsigned(workspace.reader, revision))
        if revision.seq == seq:
            _check_all(workspace.reader, steps)
            return tuple(_revert(workspace, step, why) for step in steps)
    raise NotFound(f"Revision {seq} is not among the steps to undo.")


def redo_to(workspace: Workspace, why: str, seq: int) -> tuple[Revision, ...]:
    """Take back undos one after the other until the one numbered ``seq`` is redone. Raises as ``undo_to``."""
    steps: list[Revision] = []
    for revision in redoable(workspace.reader):
        steps.append(_unsigned(workspace.reader, revision))
        if revision.seq == seq:
            _check_all(workspace.reader, steps)
            return tuple(_revert(workspace, step, why) for step in steps)
    raise NotFound(f"Revision {seq} is not among the undos to take back.")


def signed(reader: RecordReader, revision: Revision) -> bool:
    """Whether a revision gave or took verdicts, or closed or opened an assessment: it is taken back by number only."""
    return sealing.signs(reader.change(revision.seq))


def hindrances(reader: RecordReader, seq: int) -> tuple[str, ...]:
    """What stands in the way of taking a revision back, as sentences that name the statements; empty when nothing does."""
    gone, back = _misfit(reader, reader.change(seq).inverse(""))
    names = browsing.labels(reader, things(gone | back))
    return tuple(
        sorted(f"{_statement(quad, names)} is no longer there" for quad in gone)
        + sorted(f"{_statement(quad, names)} is there again" for quad in back)
    )


def root(reader: RecordReader, revision: Revision) -> Revision:
    """The ordinary revision that a chain of undos and redos is about; an ordinary one is its own."""
    return _root(reader, revision)


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
    change = net_change(reader, start, end)
    return Difference(change, sentences(reader, change))


def net_change(reader: RecordReader, start: int, end: int, *, limit: int | None = None) -> ChangeSet:
    """As ``difference``, without the words; with ``limit``, at most so many statements of each kind."""
    for seq in {start, end} - {0}:
        reader.revision(seq)
    change = replace(
        reader.net(min(start, end), max(start, end), limit=limit), summary=f"From revision {start} to {end}"
    )
    return change.inverse(change.summary) if start > end else change


def sentences(
    reader: RecordReader, change: ChangeSet, names_of: Callable[[set[Iri]], Mapping[Iri, str]] | None = None
) -> tuple[str, ...]:
    """A change in words: one line for each property of each entity, by entity. ``names_of`` knows names that the reader may not."""
    found = things(change.removed | change.added)
    return in_words(change, browsing.labels(reader, found) | dict(names_of(found) if names_of is not None else {}))


def in_words(change: ChangeSet, names: Mapping[Iri, str], longest: int = LONGEST) -> tuple[str, ...]:
    """The same for whoever has the names of all its ``things`` already; a text is cut at so many characters."""
    before, after = _by_property(change.removed), _by_property(change.added)
    return tuple(
        _sentence(
            f"{names[subject]}: {names[predicate]}",
            frozenset(before.get((subject, predicate), ())),
            frozenset(after.get((subject, predicate), ())),
            names,
            longest,
        )
        for subject, predicate in sorted(before.keys() | after.keys(), key=lambda pair: (names[pair[0]], *pair))
    )


def things(quads: Iterable[Quad]) -> set[Iri]:
    """All that statements name."""
    return {term for quad in quads for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, str)}


def _revert(workspace: Workspace, target: Revision, why: str) -> Revision:
    kind, verb = (RevisionKind.REDO, "Redo") if target.note.kind is RevisionKind.UNDO else (RevisionKind.UNDO, "Undo")
    root = _root(workspace.reader, target)
    change = workspace.reader.change(target.seq).inverse(f"{verb} of revision {root.seq}: {root.summary}")
    _check_fit(workspace.reader, change, target)
    note = Note(workspace.author, why, kind, reverts=target.seq)
    revision = workspace.commit(change, note)
    assert revision is not None, "every revision changes something, and its inverse fits"
    return revision


def _unsigned(reader: RecordReader, revision: Revision) -> Revision:
    """The revision, unless it may be taken back by number only; then ``Sealed`` is raised."""
    if signed(reader, revision):
        raise Sealed(
            f"Revision {revision.seq} holds signed verdicts or the closing of an assessment: {revision.summary}",
            hint=f"Take it back by its number, {revision.seq}, with a reason.",
        )
    return revision


def _explained(reader: RecordReader, revision: Revision, why: str) -> Revision:
    """The revision, unless it is signed and nobody says why it is taken back."""
    if not why.strip() and signed(reader, revision):
        raise BadInput(
            f"Revision {revision.seq} is signed: taking it back needs a reason.", hint="Say why in one sentence."
        )
    return revision


def _check_all(reader: RecordReader, steps: list[Revision]) -> None:
    """Raise ``UndoConflict`` when one of several steps would not fit after those before it."""
    there: dict[Quad, bool] = {}
    for step in steps if len(steps) > 1 else ():
        change = reader.change(step.seq).inverse("")
        gone, back = _misfit(reader, change)
        _refuse(
            [quad for quad in change.removed if not there.get(quad, quad not in gone)],
            [quad for quad in change.added if there.get(quad, quad in back)],
            step,
        )
        there.update(dict.fromkeys(change.removed, False) | dict.fromkeys(change.added, True))


def _check_fit(reader: RecordReader, change: ChangeSet, target: Revision) -> None:
    _refuse(*_misfit(reader, change), target)


def _refuse(missing: Iterable[Quad], present: Iterable[Quad], target: Revision) -> None:
    gone, back = (sorted(map(nquad, quads)) for quads in (missing, present))
    if not gone and not back:
        return
    parts = [f"{len(gone)} no longer there"] * bool(gone) + [f"{len(back)} there again"] * bool(back)
    raise UndoConflict(
        f"Revision {target.seq} cannot be taken back, because its statements were changed since: {', '.join(parts)}.",
        (*gone, *back),
        hint="Nothing was changed. Take the later changes back first, or set the values by hand.",
    )


def _misfit(reader: RecordReader, change: ChangeSet) -> tuple[frozenset[Quad], frozenset[Quad]]:
    """What a change would remove and is not there, and what it would add and is there."""
    return change.removed - reader.holds(change.removed), reader.holds(change.added)


def _statement(quad: Quad, names: Mapping[Iri, str]) -> str:
    return f"{names[quad.subject]}: {names[quad.predicate]} {_spoken((quad.object,), names)}"


def _root(reader: RecordReader, revision: Revision) -> Revision:
    """The ordinary revision that a chain of undos and redos is about."""
    while revision.note.kind in _REVERTING and revision.note.reverts is not None:
        revision = reader.revision(revision.note.reverts)
    return revision


def told(about: str, before: str, after: str) -> str:
    """What became of one property of one thing, in one line."""
    if before and after:
        return f"{about} was {before}, is {after}"
    if about.endswith(f": {browsing.KIND}"):
        return f"{about} {after} (new)" if after else f"{about} {before} (removed)"
    return f"{about} is {after} (new)" if after else f"{about} was {before} (removed)"


def _sentence(
    about: str, before: frozenset[Term], after: frozenset[Term], names: Mapping[Iri, str], longest: int
) -> str:
    """What became of one property; values that are written alike are told apart, and what only moved is said to."""
    both = before & after
    if before == after:
        return f"{about} is {_spoken(both, names, longest)}, now kept in another graph"
    alike: dict[str, list[Term]] = {}
    for value in before ^ after:
        alike.setdefault(_spoken((value,), names, longest), []).append(value)
    words = {value: _apart(value, word, values) for word, values in alike.items() for value in values}
    return told(about, *(", ".join(sorted(words[one] for one in side - both)) for side in (before, after)))


def _apart(value: Term, word: str, alike: list[Term]) -> str:
    """A value in words, with what tells it from others of the same words."""
    if len(alike) == 1:
        return word
    if not isinstance(value, Literal):
        return f"{word} ({local_name(value)})"
    texts = {one.lexical for one in alike if isinstance(one, Literal)}
    if len(texts) > 1:
        first, last = min(texts), max(texts)  # what these two have in common at their start all have
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
        start = max(0, common - _BEFORE)
        return f"“…{shorten(value.lexical[start:], 120)}”"
    return f"{word} ({value.language or local_name(value.datatype)})"


def _by_property(quads: Iterable[Quad]) -> dict[tuple[Iri, Iri], list[Term]]:
    found: dict[tuple[Iri, Iri], list[Term]] = {}
    for quad in quads:
        found.setdefault((quad.subject, quad.predicate), []).append(quad.object)
    return found


def _spoken(values: Iterable[Term], names: Mapping[Iri, str], longest: int = LONGEST) -> str:
    return ", ".join(
        sorted(
            f"“{shorten(value.lexical, longest)}”" if isinstance(value, Literal) else names[value] for value in values
        )
    )
