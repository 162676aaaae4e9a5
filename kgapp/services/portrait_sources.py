"""What a thing rests on, in words: how strong the evidence is, where it comes from, and how that source was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.portrait_sections import Section, Value
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

MOST: Final = 60
"""Sources that a page names."""

_INFLUENCES: Final = 200
_YEAR: Final = re.compile(r"(?<![0-9./-])(?:19|20)[0-9]{2}(?![0-9./-])")


@dataclass(frozen=True, slots=True)
class _Found:
    document: Iri
    by: str


def grounds(known: Statements, thing: Iri) -> str:
    """What a judgement rests on, in one line; empty for what is no judgement, evidence or source, or says nothing of it."""
    if not _GROUNDED.intersection(with_superclasses(known.types(thing))):
        return ""
    parts = (_level(known, thing), _origin(known, thing), read_as(known, thing))
    return " · ".join(part for part in parts if part)


def read_as(known: Statements, thing: Iri) -> str:
    """How a source was read, in words; empty where that is not recorded."""
    return in_words(known.text(thing, KG.evidenceWord))


def in_words(word: str) -> str:
    """What the word for how a source was read means."""
    return _READ.get(word, word)


def sources(reader: RecordReader, entity: Iri) -> Section:
    """The documents that an entity, its evidence and the influences it takes part in rest on: title, citation, year, how read."""
    known = Statements(reader)
    found: dict[Iri, dict[str, None]] = {}
    for one in _found(known, entity):
        found.setdefault(one.document, {}).setdefault(one.by)
    lines = [_line(known, document, [by for by in ways if by]) for document, ways in list(found.items())[:MOST]]
    return Section("Sources", tuple(sorted(lines, key=lambda line: line.text.casefold())), len(found))


def year(text: str) -> str:
    """The year of publication in a citation: the last one named; empty without one."""
    found = _YEAR.findall(text)
    return str(found[-1]) if found else ""


def _found(known: Statements, entity: Iri) -> Iterator[_Found]:
    yield from _of(known, entity, "")
    influences = (
        one for way in (KG.hasCause, KG.hasEffect) for one in known.reader.users(entity, way, limit=_INFLUENCES)
    )
    for influence in influences:
        yield from _of(known, influence, known.name(influence))


def _of(known: Statements, thing: Iri, by: str) -> Iterable[_Found]:
    own = [one for predicate in _DIRECT for one in known.things(thing, predicate)]
    through = [one for evidence in known.things(thing, KG.hasEvidence) for one in known.things(evidence, KG.cites)]
    yield from (_Found(one, by) for one in dict.fromkeys((*own, *through)))


def _line(known: Statements, document: Iri, by: list[str]) -> Value:
    citation = known.text(document, KG.citation)
    shown = "" if citation.startswith(known.name(document)) and len(citation) == len(known.name(document)) else citation
    ways = f"for {', '.join(by[:_WAYS])}" + (f" and {len(by) - _WAYS} more" if len(by) > _WAYS else "") if by else ""
    parts = (read_as(known, document), shown, ways)
    note = " · ".join(part for part in parts if part)
    return Value(known.name(document), document, known.types(document), note, year(citation))


def _level(known: Statements, thing: Iri) -> str:
    level = known.word(thing, KG.evidenceLevel)
    return f"evidence: {level}" if level else ""


def _origin(known: Statements, thing: Iri) -> str:
    """Where the evidence comes from; a document is its own origin."""
    origins = [one for predicate in _ORIGINS for one in known.things(thing, predicate)]
    return ", ".join(known.name(one) for one in origins[:_WAYS])


_WAYS: Final = 2
_GROUNDED: Final = frozenset(
    (KG.Evidence, KG.Document, KG.Influence, KG.Interaction, KG.AcceptableRange, KG.KnowHow, KG.RiskItem)
)
_DIRECT: Final = (KG.cites, KG.establishedBy, KG.codifiedIn, KG.inDocument, KG.providedBy)
_ORIGINS: Final = (KG.cites, KG.establishedBy, KG.attributedTo)
_READ: Final = {
    "published": "read where it was published",
    "title-only": "only its title was read",
    "not read": "not read",
    "practice": "common practice, no source read",
}
