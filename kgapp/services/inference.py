"""Asking with what follows from the statements, and why something follows.

What follows is never in the record: exports, the graph hash, validation and impact do not know it, and an impact follows
its own rules. ``kgapp.domain.inference`` says which axioms count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from kgapp.domain.errors import BadInput
from kgapp.domain.inference import INFERRED
from kgapp.services import queries

if TYPE_CHECKING:
    from kgapp.domain.answers import Row
    from kgapp.services.ports import RecordReader, SparqlSource

NOTE: Final = (
    f"Asked with what follows from the statements by the ontology (graph {INFERRED}); that is not stated, not in the record "
    "and not exported."
)
MARK: Final = "not among the rows of the same query without what follows"
MOST_COMPARED: Final = 100_000


@runtime_checkable
class Infers(Protocol):
    """An engine that can add what follows to its graphs."""

    def inferring(self) -> SparqlSource:
        """The same engine with what follows as one more graph; the first question works it out."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """Of each row, whether it is ``MARK``; ``known`` is false when the other answer is too long to compare."""

    new: tuple[bool, ...]
    known: bool = True


def source(engine: SparqlSource, *, inferred: bool) -> SparqlSource:
    """What to ask. Raises ``BadInput`` where nothing can be inferred."""
    if not inferred:
        return engine
    if not isinstance(engine, Infers):
        raise BadInput(
            "At an endpoint kgapp infers nothing; what follows there is up to the server.",
            hint="Ask without what follows, or pull a part into a project.",
        )
    return engine.inferring()


def marks(
    reader: RecordReader,
    engine: SparqlSource,
    text: str,
    rows: tuple[Row, ...],
    *,
    timeout_s: float = 60.0,
    seq: int | None = None,
) -> Marks:
    """Compare rows that were asked with what follows with the answer without it. Raises as ``queries.run``.

    ``seq`` is the revision of the rows: nothing is known when the project was changed since.
    """
    if INFERRED in text:
        return Marks((), known=False)
    with queries.run(reader, engine, text, timeout_s=timeout_s) as plain:
        stated, more = queries.first_rows(plain.answer, MOST_COMPARED)
    if more or (seq is not None and plain.answer.seq != seq):
        return Marks((), known=False)
    without = set(stated)
    return Marks(tuple(row not in without for row in rows))
