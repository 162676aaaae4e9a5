"""What of an answer the graph view can draw: the things that the project holds, and a sentence on what is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain import result_terms
from kgapp.domain.answers import Row
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDF
from kgapp.services.answer_files import GRAPHS
from kgapp.services.graph_picture import MOST_DRAWN
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.shown_answers import Answered

_TYPE: Final = f"<{RDF.type}>"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not drawn: of so many things some are unknown to the project; statements that it does not hold; more rows.

    ``values`` counts statements whose object is a value, such as a number: a graph has no place for them.
    """

    total: int
    unknown: int = 0
    unrecorded: int = 0
    values: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Drawable:
    """Things to draw, at most as many as can be read."""

    things: tuple[Iri, ...]
    left: LeftOut


def drawable(reader: RecordReader, answered: Answered) -> Drawable:
    """What the graph view can draw of an answer."""
    graph = answered.form in GRAPHS
    named = _ends(answered.raw) if graph else _cells(answered.raw)
    there = reader.degrees(named, limit=1)
    present = tuple(thing for thing in named if there.get(thing))
    drawn = present[:MOST_DRAWN]
    unrecorded, values = _statements(reader, answered.raw, frozenset(drawn)) if graph else (0, 0)
    left = LeftOut(len(named), len(named) - len(present), unrecorded, values, answered.more)
    return Drawable(drawn, left)


def sentences(left: LeftOut, drawn: int) -> tuple[str, ...]:
    """What is drawn and what is not."""
    said = (
        (
            True,
            f"Showing {drawn:,} of {left.total:,} things of an answer, with the links that the project records between them.",
        ),
        (left.unknown, f"{_counted(left.unknown, 'thing')} the project does not know."),
        (
            left.unrecorded,
            f"{_counted(left.unrecorded, 'statement')} of the answer the project does not hold: not drawn.",
        ),
        (left.values, f"{_counted(left.values, 'statement')} with a value, such as a number: not drawn."),
        (left.more, "The answer has more rows than were looked at."),
    )
    return tuple(sentence for holds, sentence in said if holds)


def _cells(raw: Iterable[Row]) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(found for row in raw for cell in row if (found := result_terms.thing(cell))))


def _ends(raw: Iterable[Row]) -> tuple[Iri, ...]:
    """The subjects and objects of statements; a class that something is of is no end."""
    return tuple(
        dict.fromkeys(
            found
            for subject, predicate, value in raw
            for cell in ((subject,) if predicate == _TYPE else (subject, value))
            if (found := result_terms.thing(cell))
        )
    )


def _statements(reader: RecordReader, raw: Iterable[Row], drawn: frozenset[Iri]) -> tuple[int, int]:
    """How many statements between drawn things the project does not hold, and how many have a value."""
    unrecorded = values = 0
    held: dict[Iri, frozenset[tuple[Iri, object]]] = {}
    for subject, predicate, value in raw:
        start, link, end = (result_terms.thing(cell) for cell in (subject, predicate, value))
        if end is None:
            values += 1
        elif start is not None and start in drawn and end in drawn and predicate != _TYPE:
            if start not in held:
                held[start] = frozenset((quad.predicate, quad.object) for quad in reader.quads(Pattern(start)))
            unrecorded += (link, end) not in held[start]
    return unrecorded, values


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
