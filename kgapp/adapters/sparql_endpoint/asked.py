"""Asks an endpoint for rows in batches, and in smaller parts where an answer was cut: complete, or an error.

What is said of things is asked for in batches of ``VALUES``; what cannot be halved is asked for in sixteenths, by the digest of one
of its terms: that needs no order and no paging of the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from kgapp.domain.answers import Row
from kgapp.domain.endpoint_names import BLANK
from kgapp.domain.endpoint_names import UNNAMED as UNNAMED  # noqa: PLC0414 - re-exported: part of the statements made here
from kgapp.domain.errors import BadTerm, IncompleteAnswer, QuestionTooLarge
from kgapp.domain.terms import Iri, Literal, Quad, Term, iri, parse, sparql
from kgapp.domain.vocabulary import XSD
from kgapp.services.ports import SparqlSource

BATCH: Final = 200
"""The most IRIs in one ``VALUES`` block."""

_BOOLEANS: Final = {
    f'"{digit}"^^<{XSD.boolean}>': Literal(word, XSD.boolean) for digit, word in (("1", "true"), ("0", "false"))
}
_DEEPEST: Final = 3
_SIXTEENTHS: Final = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pattern and the columns that are asked for; ``parts`` is the variable by which it may be asked in parts.

    ``group`` follows the pattern (GROUP BY …): what is counted cannot be asked in parts.
    """

    columns: tuple[str, ...]
    pattern: str
    parts: str = ""
    group: str = ""


class Asked:
    """Asks one source; ``requests`` counts the questions, not what the client asks to make sure of an answer."""

    def __init__(self, source: SparqlSource, timeout_s: float = 60.0) -> None:
        self.requests = 0
        self.batch = BATCH
        """How many things the endpoint takes at once: less after it refused a question for its size."""
        self._source = source
        self._timeout_s = timeout_s
        self._answers = count(1)

    def rows(self, wanted: Wanted) -> Iterator[Row]:
        """All rows. Raises ``IncompleteAnswer`` for what the endpoint does not give whole."""
        yield from self._marked(self._in_parts(wanted, ""))

    def about(self, things: Iterable[Iri], wanted: Wanted) -> Iterator[Row]:
        """All rows of a pattern about ``?a``, which is each of the things that can be asked about in turn."""
        every = tuple(thing for thing in dict.fromkeys(things) if askable(thing))
        yield from self._smaller(every, wanted, BATCH)

    def first(self, wanted: Wanted, most: int) -> tuple[Row, ...]:
        """At most so many rows, in no order."""
        return tuple(self._marked(self._select(wanted, wanted.pattern, f" LIMIT {most}")))

    def few(self, things: Iterable[Iri], wanted: Wanted, most: int) -> tuple[Row, ...] | None:
        """All rows about some things at once if they are fewer than ``most``, else ``None``."""
        every = tuple(thing for thing in dict.fromkeys(things) if askable(thing))
        try:
            rows = self._select(wanted, f"{_values(every)} {wanted.pattern}", f" LIMIT {most}")
        except IncompleteAnswer:
            return None
        return tuple(self._marked(rows)) if len(rows) < most else None

    def _batch(self, things: tuple[Iri, ...], wanted: Wanted) -> Iterator[Row]:
        pattern = f"{_values(things)} {wanted.pattern}"
        if len(things) == 1:
            yield from self._marked(self._in_parts(Wanted(wanted.columns, pattern, wanted.parts, wanted.group), ""))
            return
        try:
            rows = self._select(wanted, pattern)
        except QuestionTooLarge:
            self.batch = min(self.batch, len(things) // 2)
            yield from self._smaller(things, wanted, self.batch)
        except IncompleteAnswer:
            yield from self._smaller(things, wanted, len(things) // 2)
        else:
            yield from self._marked(rows)

    def _smaller(self, things: tuple[Iri, ...], wanted: Wanted, size: int) -> Iterator[Row]:
        start = 0
        while start < len(things):
            some = things[start : start + max(1, min(size, self.batch))]
            yield from self._batch(some, wanted)
            start += len(some)

    def _in_parts(self, wanted: Wanted, digest: str) -> Iterator[Row]:
        """The rows whose part begins with a digest."""
        only = f' FILTER(STRSTARTS(MD5(STR(?{wanted.parts})), "{digest}"))' if digest else ""
        try:
            rows = self._select(wanted, wanted.pattern + only)
        except QuestionTooLarge:
            raise  # a part of it is longer still
        except IncompleteAnswer:
            if not wanted.parts or wanted.group or len(digest) == _DEEPEST:
                raise
        else:
            yield from rows
            return
        for letter in _SIXTEENTHS:
            yield from self._in_parts(wanted, digest + letter)
        if not digest:  # what has no text to make a digest of
            yield from self._select(wanted, f"{wanted.pattern} FILTER(isBlank(?{wanted.parts}))")

    def _select(self, wanted: Wanted, pattern: str, limit: str = "") -> tuple[Row, ...]:
        self.requests += 1
        names = " ".join(each if each.startswith("(") else f"?{each}" for each in wanted.columns)
        text = f"SELECT {names} WHERE {{ {pattern} }}{wanted.group}{limit}"
        return self._source.select(text, timeout_s=self._timeout_s).rows

    def _marked(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Blank nodes are names within one answer only: each answer gets its own."""
        number = next(self._answers)
        for row in rows:
            if any(cell is not None and cell.startswith("_:") for cell in row):
                yield tuple(
                    f"<{BLANK}{number}-{cell[2:]}>" if cell is not None and cell.startswith("_:") else cell
                    for cell in row
                )
            else:
                yield row


def askable(thing: Iri) -> bool:
    """Whether an endpoint can be asked about a thing: it is no blank node, and its IRI is one."""
    if thing.startswith(BLANK):
        return False
    try:
        iri(thing)
    except BadTerm:
        return False
    return True


def spelled(thing: Term) -> str:
    """A term as it is asked about. Raises ``IncompleteAnswer`` for a blank node, ``BadTerm`` for what is no IRI."""
    if isinstance(thing, str) and thing.startswith(BLANK):
        raise IncompleteAnswer(
            "The endpoint cannot be asked about a thing without a name of its own (a blank node).",
            hint="Publish the graph with names for everything, as kgapp does.",
        )
    return sparql(thing)


def term(cell: str) -> Term:
    """The term of a cell. An IRI is taken as the endpoint says it: it is checked where something is asked about it.

    Virtuoso writes true as 1: the other way to write it is the usual one.
    """
    return _BOOLEANS.get(cell) or (Iri(cell[1:-1]) if cell.startswith("<") and "\\" not in cell else parse(cell))


def thing(cell: str | None) -> Iri | None:
    """The IRI of a cell; ``None`` for a literal or an empty one."""
    found = term(cell) if cell is not None and cell.startswith("<") else None
    return found if isinstance(found, str) else None


def number(cell: str | None) -> int:
    """The number of a cell that holds a count. Raises ``IncompleteAnswer`` for anything else."""
    digits = (cell or "").partition("^^")[0].strip('"')
    if not digits.isdigit():
        raise IncompleteAnswer("The endpoint did not answer a count with a number.", hint="Ask who runs it.")
    return int(digits)


def quad(subject: str | None, predicate: str | None, value: str | None, graph: str | None) -> Quad:
    """The statement of four cells; without a graph it is in ``UNNAMED``. Raises ``IncompleteAnswer`` for half a one."""
    about, by = thing(subject), thing(predicate)
    if about is None or by is None or value is None:
        raise IncompleteAnswer("The endpoint left out a part of a statement.", hint="Ask who runs it.")
    return Quad(about, by, term(value), thing(graph) or UNNAMED)


def graph_of(triple: str) -> str:
    """The part of a pattern that binds ``?g`` to the graphs that say a triple, if any is named."""
    return f"{triple} OPTIONAL {{ GRAPH ?g {{ {triple} }} }}"


def _values(things: tuple[Iri, ...]) -> str:
    return f"VALUES ?a {{ {' '.join(map(sparql, things))} }}"
