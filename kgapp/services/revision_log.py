"""The history as one reads it: page by page, filtered, each change told with what to go to.

A page looks at a bounded number of revisions, so that a filter that fits nothing never holds up other reading: the
caller goes on from ``before`` until it is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Revision, RevisionKind
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.services import browsing, history, sealing
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader

PAGE: Final = 100
LOOKED_AT: Final = 2_000
TOLD: Final = 300
"""How many statements of a change are told, of those removed and of those added."""
STEPS: Final = 15
"""How many steps to undo or redo are offered at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which revisions to show: words of who made them, words of reason and summary, the thing they changed."""

    who: str = ""
    words: str = ""
    thing: Iri | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Revisions, newest first. ``before`` is where to go on; ``None`` at the end. ``looked_at`` counts what was read."""

    revisions: tuple[Revision, ...]
    before: int | None
    looked_at: int


@dataclass(frozen=True, slots=True)
class ToldValue:
    """A value in words; ``iri`` leads on and is ``None`` for text."""

    text: str
    iri: Iri | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one property of one thing."""

    thing: Named
    property: Named
    before: tuple[ToldValue, ...]
    after: tuple[ToldValue, ...]

    def sentence(self) -> str:
        """All of it in one line."""
        about = f"{self.thing.label}: {self.property.label}"
        old, new = (", ".join(value.text for value in values) for values in (self.before, self.after))
        return history.told(about, old, new)


@dataclass(frozen=True, slots=True)
class Account:
    """A change told. ``statements`` counts all it removed and added; ``told`` may cover fewer, then ``complete`` is false."""

    lines: tuple[Told, ...]
    statements: int
    complete: bool


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What undo and redo would take back, in their order, as (number, name).

    An import, a signed verdict and a closed assessment end the list of undo.
    """

    undo: tuple[tuple[int, str], ...]
    redo: tuple[tuple[int, str], ...]
    blocked_by: Revision | None
    """What ends the steps to undo, an import or a signed verdict: it is taken back from the history, not in passing."""


def page(reader: RecordReader, wanted: Wanted, before: int | None = None) -> LogPage:
    """The next revisions that fit."""
    found: list[Revision] = []
    looked_at = 0
    while looked_at < LOOKED_AT and len(found) < PAGE:
        read = reader.revisions(entity=wanted.thing, limit=PAGE, before=before)
        looked_at += len(read)
        for revision in read:
            before = revision.seq
            if _fits(revision, wanted):
                found.append(revision)
            if len(found) == PAGE:
                break
        if len(read) < PAGE:
            return LogPage(tuple(found), before if len(found) == PAGE else None, looked_at)
    return LogPage(tuple(found), before, looked_at)


def account(reader: RecordReader, seq: int) -> Account:
    """What a revision changed. Raises ``NotFound``."""
    revision = reader.revision(seq)
    change = reader.change(seq, limit=TOLD)
    return _account(reader, change, revision.removed_count + revision.added_count)


def between(reader: RecordReader, start: int, end: int) -> Account:
    """What turns the state after revision ``start`` into that after ``end``. Raises ``NotFound``."""
    change = history.net_change(reader, start, end, limit=TOLD + 1)
    shown = ChangeSet(change.summary, _first(change.removed), _first(change.added))
    return _account(reader, shown, len(change.removed) + len(change.added))


def next_steps(reader: RecordReader) -> NextSteps:
    """The steps that undo and redo would take, at most ``STEPS`` of each."""
    undo: list[tuple[int, str]] = []
    blocked_by = None
    for revision in history.undoable(reader):
        if revision.note.kind is RevisionKind.IMPORT or _signed(reader, revision):
            blocked_by = revision
            break
        undo.append((revision.seq, revision.summary))
        if len(undo) == STEPS:
            break
    redo: list[tuple[int, str]] = []
    for revision in history.redoable(reader):
        if _signed(reader, revision):
            break
        redo.append((revision.seq, history.root(reader, revision).summary))
        if len(redo) == STEPS:
            break
    return NextSteps(tuple(undo), tuple(redo), blocked_by)


def _signed(reader: RecordReader, revision: Revision) -> bool:
    return sealing.signs(reader.change(revision.seq, limit=TOLD))


def _fits(revision: Revision, wanted: Wanted) -> bool:
    who = fold(revision.note.author.name)
    said = fold(f"{revision.seq} {revision.summary} {revision.note.why}") if wanted.words else ""
    return all(word in who for word in fold(wanted.who).split()) and all(
        word in said for word in fold(wanted.words).split()
    )


def _first(quads: Iterable[Quad]) -> frozenset[Quad]:
    ordered = sorted(quads, key=lambda quad: (quad.subject, quad.predicate))
    return frozenset(ordered[:TOLD])


def _account(reader: RecordReader, change: ChangeSet, statements: int) -> Account:
    quads = change.removed | change.added
    names = browsing.labels(
        reader,
        {term for quad in quads for term in (quad.subject, quad.predicate, quad.object) if isinstance(term, str)},
    )
    sides = tuple(_by_property(side) for side in (change.removed, change.added))
    keys = sorted(sides[0].keys() | sides[1].keys(), key=lambda pair: (names[pair[0]], names[pair[1]], *pair))
    lines = tuple(
        Told(
            Named(subject, names[subject]),
            Named(predicate, names[predicate]),
            *(_values(side.get((subject, predicate), ()), names) for side in sides),
        )
        for subject, predicate in keys
    )
    return Account(lines, statements, len(quads) == statements)


def _by_property(quads: Iterable[Quad]) -> dict[tuple[Iri, Iri], list[Term]]:
    found: dict[tuple[Iri, Iri], list[Term]] = {}
    for quad in quads:
        found.setdefault((quad.subject, quad.predicate), []).append(quad.object)
    return found


def _values(terms: Iterable[Term], names: dict[Iri, str]) -> tuple[ToldValue, ...]:
    told = (
        ToldValue(f"“{term.lexical}”") if isinstance(term, Literal) else ToldValue(names[term], term) for term in terms
    )
    return tuple(sorted(told, key=lambda value: value.text))
