"""What was recorded at an earlier revision, looked up as what is recorded now is.

The present state is taken back in memory: nothing is written and no other reader notices.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Revision
from kgapp.domain.names import local_name
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, RDFS
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements

MOST: Final = 500_000
"""So many statements may have changed since."""


def at(reader: RecordReader, seq: int | None = None) -> tuple[Statements, Revision | None]:
    """What is recorded now, or was after revision ``seq``, and that revision; ``None`` for an empty project.

    Raises ``NotFound`` for a revision that does not exist and ``BadInput`` when too much has changed since.
    """
    head = reader.head()
    if seq is None or (head is not None and seq == head.seq):
        return Statements(reader), head
    then = reader.revision(seq)
    assert head is not None, "there is a revision"
    return Then(reader, then, head), then


def changed_since(reader: RecordReader, seq: int, now: int) -> ChangeSet:
    """What to take back of the state at revision ``now`` to be at ``seq``. Raises ``BadInput`` when that is too much."""
    since = reader.net(seq, now, limit=MOST)
    if len(since.added) + len(since.removed) >= MOST:
        raise BadInput(
            f"More than {MOST:,} statements have changed since revision {seq}.", hint="Choose a later revision."
        )
    return since


class Then(Statements):
    """Statements as they were after a revision."""

    def __init__(self, reader: RecordReader, then: Revision, head: Revision) -> None:
        super().__init__(reader)
        since = changed_since(reader, then.seq, head.seq)
        self._added = since.added
        self._gone: dict[Iri, list[Quad]] = defaultdict(list)
        self._having: dict[tuple[Iri, Term], list[Iri]] = defaultdict(list)
        for quad in since.removed:
            self._gone[quad.subject].append(quad)
            self._having[quad.predicate, quad.object].append(quad.subject)

    def _quads(self, pattern: Pattern) -> frozenset[Quad]:
        return frozenset(self.reader.quads(pattern)) - self._added

    def _look_up(self, subject: Iri) -> frozenset[Quad]:
        return self._quads(Pattern(subject=subject)) | frozenset(self._gone.get(subject, ()))

    def that(self, predicate: Iri, value: Iri) -> tuple[Iri, ...]:
        now = {quad.subject for quad in self._quads(Pattern(predicate=predicate, object=value))}
        return tuple(sorted(now.union(self._having.get((predicate, value), ()))))

    def name(self, subject: Iri) -> str:
        """What it was called then; its id where it had no name."""
        labels = [value for value in self.about(subject).get(RDFS.label, ()) if isinstance(value, Literal)]
        known = CLASSES.get(subject) or CONCEPTS.get(subject)
        return labels[0].lexical if labels else known.label if known else local_name(subject)
