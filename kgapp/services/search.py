"""Finding entities by words: exact names first, then names that begin so, then words of names, then words of texts.

All words must occur, in any order, as beginnings of words. An ordinary index gives exact and prefix hits; the full-text index
gives at most 500 candidates for names and 500 for everything, which are ranked here. More than that is said, never hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.names import IDENTIFIERS, LABELS, SYNONYMS, fold, local_name, words
from kgapp.domain.terms import Iri, Literal, shorten
from kgapp.services.browsing import Named, labels
from kgapp.services.ports import Candidate, RecordReader

CANDIDATES: Final = 500

_EXACT, _BEGINS, _WORDS, _BEGINNINGS, _TEXT = range(5)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found, and why: the property and its value that hold the words."""

    entity: Named
    types: tuple[Named, ...]
    property: str
    matched: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits in their order. ``total`` counts all that were found; ``more`` says that there are more than 500."""

    hits: tuple[Hit, ...]
    total: int
    more: bool


def find(reader: RecordReader, text: str, *, limit: int = 50) -> Found:
    """Entities that fit ``text``, the best ``limit`` of them."""
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
    ranked = sorted(
        candidates.values(),
        key=lambda candidate: _rank(candidate, tokens, candidate.iri in exact, candidate.iri in begun),
    )
    shown = [candidate.iri for candidate in ranked[:limit]]
    return Found(_hits(reader, shown, tokens), len(candidates), any(len(group) > CANDIDATES for group in groups))


def _rank(candidate: Candidate, tokens: tuple[str, ...], exact: bool, begins: bool) -> tuple[int, int, int, str]:
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
    return (kind, min(map(len, found), default=label), label, candidate.iri)


def _holds(name: str, parts: tuple[str, ...]) -> bool:
    """Whether words, divided by spaces, begin with (or are) all of these; each part begins with a space."""
    return all(part in name for part in parts)


def _hits(reader: RecordReader, found: list[Iri], tokens: tuple[str, ...]) -> tuple[Hit, ...]:
    types = reader.types(found)
    said = reader.literals(found)
    reasons = {thing: _why(thing, said.get(thing, ()), tokens) for thing in found}
    wanted = {thing for classes in types.values() for thing in classes} | {
        reason[0] for reason in reasons.values() if reason[0]
    }
    names = labels(reader, wanted | set(found))
    return tuple(
        Hit(
            Named(thing, names[thing]),
            tuple(Named(kind, names[kind]) for kind in types.get(thing, ())),
            names.get(reasons[thing][0], "id"),
            reasons[thing][1],
        )
        for thing in found
    )


def _why(thing: Iri, said: Iterable[tuple[Iri, Literal]], tokens: tuple[str, ...]) -> tuple[Iri, str]:
    """The property (empty for the name in the IRI) and the value that hold most of the words."""
    name = local_name(thing)
    best: tuple[int, int, Iri, str] = (-_holding(name, tokens), len(_NAMES), Iri(""), name)
    for predicate, value in said:
        rank = _NAMES.index(predicate) if predicate in _NAMES else len(_NAMES) + 1
        best = min(best, (-_holding(value.lexical, tokens), rank, predicate, value.lexical))
    return best[2], _around(best[3], tokens)


def _holding(text: str, tokens: tuple[str, ...]) -> int:
    found = words(text[:10_000])
    return sum(any(word.startswith(token) for word in found) for token in tokens)


def _around(text: str, tokens: tuple[str, ...]) -> str:
    """The part of a long text where the first word stands."""
    flat = " ".join(text[:10_000].split())
    start = min((place for token in tokens if (place := flat.casefold().find(token)) >= 0), default=0)
    begin = max(0, start - 40)
    return ("…" if begin else "") + shorten(flat[begin:], 100)


_NAMES: Final = (*LABELS, *SYNONYMS, *IDENTIFIERS)
