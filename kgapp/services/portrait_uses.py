"""What uses an entity, link by link: complete counts, and the users page by page, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.services.portrait_sections import Value, user
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

FIRST: Final = 12
"""Users of a link that a page names at first."""

PAGE: Final = 100
"""How many come with one more page."""


@dataclass(frozen=True, slots=True)
class Link:
    """The users by one property. ``total`` counts them all; ``last`` is where the next page begins, ``None`` at the end."""

    predicate: Iri
    name: str
    lines: tuple[Value, ...]
    total: int
    last: Iri | None


def links(reader: RecordReader, entity: Iri) -> tuple[Link, ...]:
    """What uses an entity, by property: the first users of each, properties with many users last."""
    known = Statements(reader)
    counts = sorted(reader.usage(entity), key=lambda pair: (pair[1] > PAGE, known.name(pair[0]).casefold()))
    return tuple(_link(known, entity, predicate, count, None, FIRST) for predicate, count in counts)


def more(reader: RecordReader, entity: Iri, link: Link) -> Link:
    """The next page of a link."""
    return _link(Statements(reader), entity, link.predicate, link.total, link.last, PAGE)


def _link(known: Statements, entity: Iri, predicate: Iri, total: int, after: Iri | None, limit: int) -> Link:
    found = known.reader.users(entity, predicate, limit=limit + 1, after=after)
    shown = found[:limit]
    lines = [user(known, one) for one in shown]
    if after is None and len(found) <= limit:
        total = len(found)  # the same statement in several graphs counts once
        lines.sort(key=lambda line: line.text.casefold())
    return Link(predicate, known.name(predicate), tuple(lines), total, shown[-1] if len(found) > limit else None)
