"""The impact of a change on the graph as it was: the same question, asked of an earlier revision.

The rules are those in force now, for both sides: what differs comes from the graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain

from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import nquad
from kgapp.services import as_of, rulebook
from kgapp.services.impact import assess
from kgapp.services.impact.assess import Question
from kgapp.services.ports import RecordReader, Snapshot, SparqlSource


def report(reader: RecordReader, source: SparqlSource, question: Question, seq: int) -> ImpactReport:
    """What a change would have touched at revision ``seq``; ``source`` answers as of that revision (``snapshot``)."""
    then = reader.revision(seq)
    return assess.report(source, question, revision_hash=then.hash, book=rulebook.book(reader))


def snapshot(reader: RecordReader, seq: int) -> Callable[[], AbstractContextManager[Snapshot]]:
    """The statements as they were after revision ``seq``, for an engine to load.

    Raises ``NotFound`` for a revision that does not exist, ``BadInput`` when too much has changed since.
    """
    reader.revision(seq)
    return lambda: _then(reader, seq)


@contextmanager
def _then(reader: RecordReader, seq: int) -> Iterator[Snapshot]:
    with reader.snapshot() as now:
        since = as_of.changed_since(reader, seq, now.seq)
        added = frozenset(f"{nquad(quad)}\n".encode() for quad in since.added)
        back = b"".join(f"{nquad(quad)}\n".encode() for quad in since.removed)
        kept = (b"".join(line for line in chunk.splitlines(keepends=True) if line not in added) for chunk in now.chunks)
        count = now.quads - len(added) + len(since.removed)
        yield Snapshot(seq, count, chain(kept, (back,)))
