"""What the inspector says of whatever is chosen: of one thing in short, of several what they have in common."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing, portrait_history, portrait_sections, portrait_sources, portrait_uses, portraits
from kgapp.services.browsing import Named
from kgapp.services.portrait_history import HistoryPage
from kgapp.services.portrait_sections import Section, Value
from kgapp.services.portrait_uses import Link
from kgapp.services.portraits import Portrait
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_WAYS: Final = (KG.rationale, KG.strengthBasis, KG.finding, KG.consequenceIfIgnored)
_LOOKED_AT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Inspection:
    """One thing. ``why`` are the grounds for what is said of it: evidence, sources, reasons."""

    portrait: Portrait
    sections: tuple[Section, ...]
    why: tuple[Value, ...]
    links: tuple[Link, ...]
    history: HistoryPage

    @property
    def uses(self) -> int:
        """How many things say something of it."""
        return sum(link.total for link in self.links)


@dataclass(frozen=True, slots=True)
class Several:
    """Several things: how many of each class, and the first of them. ``counted`` of ``total`` were looked at."""

    total: int
    counted: int
    classes: tuple[tuple[Named, int], ...]
    first: tuple[Value, ...]


def one(reader: RecordReader, thing: Iri) -> Inspection:
    """What is recorded about a thing, in short. Raises ``NotFound``."""
    known = Statements(reader)
    return Inspection(
        portraits.portrait(reader, thing),
        portrait_sections.belongings(reader, thing),
        tuple(_why(known, thing)),
        portrait_uses.links(reader, thing),
        portrait_history.page(reader, thing),
    )


def several(reader: RecordReader, things: tuple[Iri, ...]) -> Several:
    """What several things are."""
    looked_at = things[:_LOOKED_AT]
    types = reader.types(looked_at)
    counts = Counter(kind for thing in looked_at for kind in types.get(thing, ())[:1])
    names = browsing.labels(reader, {*counts, *looked_at[:_FIRST]})
    classes = sorted(counts.items(), key=lambda pair: (-pair[1], names[pair[0]]))
    return Several(
        len(things),
        len(looked_at),
        tuple((Named(kind, names[kind]), count) for kind, count in classes),
        tuple(Value(names[thing], thing, types.get(thing, ())) for thing in looked_at[:_FIRST]),
    )


def _why(known: Statements, thing: Iri) -> list[Value]:
    """Its own grounds, then each piece of evidence, then the documents."""
    own = portrait_sources.grounds(known, thing) or portrait_sources.read_as(known, thing)
    found = [Value(own)] if own else []
    found += [
        Value(text, lead=portraits.called(known.name(way), way)) for way in _WAYS if (text := known.text(thing, way))
    ]
    for evidence in known.things(thing, KG.hasEvidence):
        found.append(
            Value(known.name(evidence), evidence, known.types(evidence), portrait_sources.grounds(known, evidence))
        )
    found += portrait_sources.sources(known.reader, thing).lines
    return found


_FIRST: Final = 12
