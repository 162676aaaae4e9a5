"""Finding entities by words: exact names first, then names that begin so, then words of names, then words of texts.

All words must occur, in any order, as beginnings of words. An ordinary index gives exact and prefix hits; the full-text index
gives at most 500 candidates for names and 500 for everything, which are ranked here. More than that is said, never hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain.names import IDENTIFIERS, LABELS, SYNONYMS, fold, local_name, marks, words
from kgapp.domain.terms import Iri, Literal, shorten
from kgapp.services.browsing import Named, labels
from kgapp.services.ports import Candidate, RecordReader

CANDIDATES: Final = 500

_EXACT, _BEGINS, _WORDS, _BEGINNINGS, _TEXT = range(5)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found, and why: the property and its value that hold the words.

    ``by_name`` says that a label, synonym or id holds them; else ``matched`` is the part of a text where they stand.
    """

    entity: Named
    types: tuple[Named, ...]
    property: str
    matched: str
    by_name: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits in their order. ``total`` counts all that were found; ``more`` says that there are more than 500."""

    hits: tuple[Hit, ...]
    total: int
    more: bool


def find(reader: RecordReader, text: str, *, limit: int = 50, recent: Sequence[Iri] = ()) -> Found:
    """Entities that fit ``text``, the best ``limit`` of them; of equally good ones those of ``recent`` first, in its order."""
    name, tokens = fold(text), tuple(dict.fromkeys(words(text)))
    if not name:
        return Found((), 0, more=False)
    named, by_names = reader.named(name, CANDIDATES + 1), reader.matching(tokens, CANDIDATES + 1, names_only=True)
    enough = len(by_names) > CANDIDATES  # whatever has the words in its texts only would come after these
    by_texts = () if enough else reader.matching(tokens, CANDIDATES + 1, names_only=False)
    groups = (named, by_names, by_texts)
    candidates = {candidate.iri: candidate for group in groups for candidate in group[:CANDIDATES]}
    begun = {candidate.iri for candidate in groups[0]}
    exact = frozenset(reader.called(name))
    more = any(len(group) > CANDIDATES for group in groups)
    if more and recent:
        candidates |= _recent(reader, recent, tokens)
    when = {thing: at for at, thing in enumerate(recent)}
    ranked = sorted(
        candidates.values(),
        key=lambda candidate: _rank(candidate, tokens, candidate.iri in exact, candidate.iri in begun, when),
    )
    shown = [candidate.iri for candidate in ranked[:limit]]
    return Found(_hits(reader, shown, tokens), len(candidates), more)


def _recent(reader: RecordReader, recent: Sequence[Iri], tokens: tuple[str, ...]) -> dict[Iri, Candidate]:
    """Those of some things whose names hold all the words: they may not be among the first 500."""
    beginnings = tuple(f" {token}" for token in tokens)
    found = {}
    for thing, said in reader.literals(recent).items():
        candidate = _candidate(thing, said)
        names = (*candidate.labels, *candidate.synonyms, *candidate.ids)
        if tokens and _holds(" " + " ".join(names), beginnings):
            found[thing] = candidate
    return found


def _candidate(thing: Iri, said: Iterable[tuple[Iri, Literal]]) -> Candidate:
    pairs = tuple((predicate, " ".join(words(value.lexical))) for predicate, value in said)
    kinds = (LABELS, SYNONYMS, IDENTIFIERS)
    labels, synonyms, ids = (tuple(text for predicate, text in pairs if predicate in kind) for kind in kinds)
    return Candidate(thing, labels, synonyms, (*ids, " ".join(words(local_name(thing)))))


def _rank(
    candidate: Candidate, tokens: tuple[str, ...], exact: bool, begins: bool, when: Mapping[Iri, int]
) -> tuple[int, int, int, int, str]:
    names = (*candidate.labels, *candidate.synonyms, *candidate.ids)
    beginnings = tuple(f" {token}" for token in tokens)
    found = [name for name in names if _holds(f" {name}", beginnings)]
    label = min(map(len, candidate.labels), default=0)
    if exact:
        kind = _EXACT
    elif begins:
        kind = _BEGINS
    elif not found:
        kind = _TEXT
    else:
        whole = tuple(f" {token} " for token in tokens)
        kind = _WORDS if any(_holds(f" {name} ", whole) for name in found) else _BEGINNINGS
    recency = when.get(candidate.iri, len(when))
    return (kind, recency, min(map(len, found), default=label), label, candidate.iri)


def _holds(name: str, parts: tuple[str, ...]) -> bool:
    """Whether words, divided by spaces, begin with (or are) all of these; each part begins with a space."""
    return all(part in name for part in parts)


def _hits(reader: RecordReader, found: list[Iri], tokens: tuple[str, ...]) -> tuple[Hit, ...]:
    types = reader.types(found)
    said = reader.literals(found)
    kinds = {kind for classes in types.values() for kind in classes}
    names = labels(reader, kinds | set(found))
    reasons = {thing: _why(thing, names[thing], said.get(thing, ()), tokens) for thing in found}
    properties = labels(reader, {reason.property for reason in reasons.values() if reason.property})
    return tuple(
        Hit(
            Named(thing, names[thing]),
            tuple(Named(kind, names[kind]) for kind in types.get(thing, ())),
            properties.get(reasons[thing].property, "id"),
            around(reasons[thing].text, tokens),
            reasons[thing].by_name,
        )
        for thing in found
    )


@dataclass(frozen=True, slots=True)
class _Reason:
    property: Iri
    text: str
    by_name: bool


def _why(thing: Iri, shown: str, said: Iterable[tuple[Iri, Literal]], tokens: tuple[str, ...]) -> _Reason:
    """The property (empty for the name in the IRI) and the value that hold most of the words.

    The name a thing is shown by needs no explaining: where it lacks some of the words, a value that has those counts.
    """
    lacking = tuple(token for token in tokens if not _holding(shown, (token,))) or tokens
    name = local_name(thing)
    best = (-_holding(name, lacking), -_holding(name, tokens), len(_NAMES), "", name)
    for predicate, value in said:
        rank = _NAMES.index(predicate) if predicate in _NAMES else len(_NAMES) + 1
        text = value.lexical
        best = min(best, (-_holding(text, lacking), -_holding(text, tokens), rank, predicate, text))
    return _Reason(Iri(best[3]), best[4], best[2] <= len(_NAMES))


def _holding(text: str, tokens: tuple[str, ...]) -> int:
    found = words(text[:_SEARCHED])
    return sum(any(word.startswith(token) for word in found) for token in tokens)


def around(text: str, tokens: tuple[str, ...], width: int = 100) -> str:
    """The part of a long text where most of the words stand, on one line of at most ``width`` characters.

    >>> around("x " * 100 + "listen to the pump when it whistles" + " y" * 100, ("pump", "whistles"))[:29]
    '…to the pump when it whistles'
    """
    flat = " ".join(text[:_SEARCHED].split())
    if len(flat) <= width:
        return flat
    places = [start for start, _ in marks(flat, tokens)[:_MOST_MARKS]]
    room = width - _BEFORE - _AT_EDGES
    best = max(places, key=lambda start: (_holding(flat[start : start + room], tokens), -start), default=0)
    begin = max(0, best - _BEFORE)
    while 0 < begin < best and flat[begin - 1] != " ":
        begin += 1
    return ("…" if begin else "") + shorten(flat[begin:], width)


_SEARCHED: Final = 10_000
_BEFORE: Final = 8
_MOST_MARKS: Final = 50
_AT_EDGES: Final = 2
_NAMES: Final = (*LABELS, *SYNONYMS, *IDENTIFIERS)
