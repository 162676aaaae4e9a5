"""Why an answer is empty: the parts of the query are asked alone, left out one by one, then two by two.

It says what was found out and what was not: a part that could not be tried in time is called unknown, never innocent.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from kgapp.domain import results, sparql_text
from kgapp.domain.errors import IncompleteAnswer, QueryFailed, QueryTimeout
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import PREFIXES, RDF
from kgapp.services import browsing, queries
from kgapp.services.asking import narrower, parts
from kgapp.services.asking.parts import Kind, Pattern, Piece
from kgapp.services.ports import RecordReader, SparqlSource

SECONDS: Final = 20.0
_EACH_S: Final = 3.0
_TRIPLE: Final = 3


class Verdict(StrEnum):
    """What a part has to do with the empty answer."""

    NOTHING = "matches nothing by itself"
    ALONE = "without it there are answers"
    PAIR = "without it and another there are answers"
    INNOCENT = "without it there is still no answer"
    UNKNOWN = "could not be tried in time"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the query with its place in the text, a sentence for people, and what was found."""

    text: str
    sentence: str
    verdict: Verdict
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why an answer is empty. ``pairs`` are parts that only together make it so; not ``complete`` when time was over."""

    sentences: tuple[str, ...]
    parts: tuple[Part, ...]
    pairs: tuple[tuple[Part, Part], ...]
    complete: bool

    @property
    def culprits(self) -> tuple[Part, ...]:
        """The parts that make it empty each by itself."""
        return tuple(part for part in self.parts if part.verdict in (Verdict.NOTHING, Verdict.ALONE))


def explain(reader: RecordReader, source: SparqlSource, text: str, *, seconds: float = SECONDS) -> Emptiness:
    """Find out why a query has no answer, within a time. Raises ``QueryRefused``, ``QueryFailed`` and ``QueryStopped``."""
    sparql_text.gate(text)
    found = parts.pattern(text)
    if found is None or not found.pieces:
        return Emptiness(("The query has no pattern that could be taken apart.",), (), (), complete=False)
    trial = _Trial(reader, source, found, time.monotonic() + seconds)
    if trial.matches(found.pieces):
        answered = trial.answered(text)
        return Emptiness((_SAID[answered],), (), (), complete=answered is not None)
    tried = tuple(piece for piece in found.pieces if piece.kind is not Kind.KEPT)
    verdicts = {piece: trial.verdict(piece) for piece in tried}
    pairs = () if _culprits(verdicts) else tuple(trial.pairs(tried))
    for pair in pairs:
        verdicts |= dict.fromkeys(pair, Verdict.PAIR)
    said = _Words(reader, text)
    told = {piece: Part(piece.text, said.of(piece), verdicts[piece], piece.start, piece.end) for piece in tried}
    listed = tuple(told.values())
    together = tuple((told[one], told[other]) for one, other in pairs)
    kinds = () if found.dataset else tuple(said.narrower(_culprits(verdicts)))
    sentences = (*_sentences(listed, together, trial), *kinds, *((_FROM,) if found.dataset else ()))
    return Emptiness(sentences, listed, together, trial.complete)


_SAID: Final = {
    True: "The query does have an answer now: there is nothing to explain.",
    False: "The pattern of the query does have matches: what leaves no row is behind it. Look at HAVING, LIMIT 0, an OFFSET "
    "beyond the last row, and at variables of CONSTRUCT or DESCRIBE that have no value.",
    None: "The pattern of the query does have matches; whether the query has an answer could not be found out in time.",
}
_FROM: Final = "All of this is about the graphs that FROM names, and only these: what other graphs state is not seen."


class _Trial:
    """Asks whether some parts together match anything, while there is time."""

    def __init__(self, reader: RecordReader, source: SparqlSource, pattern: Pattern, until: float) -> None:
        self.complete = True
        self._reader = reader
        self._source = source
        self._pattern = pattern
        self._until = until

    def matches(self, kept: tuple[Piece, ...]) -> bool | None:
        """``None`` when that could not be found out."""
        left_s = min(_EACH_S, self._until - time.monotonic())
        if left_s > 0:
            try:
                with queries.run(self._reader, self._source, self._pattern.asked(kept), timeout_s=left_s) as result:
                    return results.truth(result.answer)
            except (QueryTimeout, IncompleteAnswer):
                pass
            except QueryFailed:
                if kept == self._pattern.pieces:
                    raise
        self.complete = False
        return None

    def answered(self, text: str) -> bool | None:
        """Whether the query itself has an answer; ``None`` when that could not be found out."""
        left_s = min(_EACH_S, self._until - time.monotonic())
        try:
            with queries.run(self._reader, self._source, text, timeout_s=max(left_s, 0.1)) as result:
                if result.answer.form is Form.ASK:
                    return results.truth(result.answer)
                return any(result.answer.pages)
        except (QueryTimeout, IncompleteAnswer):
            return None

    def verdict(self, piece: Piece) -> Verdict:
        """What one part does, alone and left out."""
        if piece.kind in (Kind.STATEMENT, Kind.GROUP) and self.matches((piece,)) is False:
            return Verdict.NOTHING
        without = self.matches(self._without(piece))
        if without is None:
            return Verdict.UNKNOWN
        return Verdict.ALONE if without else Verdict.INNOCENT

    def pairs(self, tried: tuple[Piece, ...]) -> Iterator[tuple[Piece, Piece]]:
        """Two parts without which there are answers."""
        if len(tried) > 2:  # of two, leaving out both leaves nothing
            yield from (pair for pair in combinations(tried, 2) if self.matches(self._without(*pair)))

    def _without(self, *pieces: Piece) -> tuple[Piece, ...]:
        return tuple(each for each in self._pattern.pieces if each not in pieces)


class _Words:
    """Parts of a query in words: names of things for their addresses."""

    def __init__(self, reader: RecordReader, text: str) -> None:
        self._reader = reader
        self._prefixes = PREFIXES | dict(reader.meta().prefixes) | _declared(text)

    def of(self, piece: Piece) -> str:
        """A part as people read it."""
        if piece.kind is not Kind.STATEMENT:
            return f"the {piece.kind} {' '.join(piece.text.split())}"
        tokens = tuple(sparql_text.tokens(piece.text))
        iris = {token.text: iri for token in tokens if (iri := self._iri(token.kind, token.text)) is not None}
        names = browsing.labels(self._reader, set(iris.values()))
        said = (
            "is a" if token.text == "a" else f"“{names[iris[token.text]]}”" if token.text in iris else token.text
            for token in tokens
        )
        return f"the statement {' '.join(said)}"

    def narrower(self, culprits: Iterable[Piece]) -> Iterator[str]:
        """Of parts that ask for a class: whether things are only of narrower ones."""
        for piece in culprits:
            tokens = tuple(sparql_text.tokens(piece.text))
            if piece.kind is Kind.STATEMENT and len(tokens) == _TRIPLE:
                verb = tokens[1].text
                kind = self._iri(tokens[2].kind, tokens[2].text)
                if kind is not None and (verb == "a" or self._iri(tokens[1].kind, verb) == RDF.type):
                    yield from filter(None, (narrower.said(self._reader, kind),))

    def _iri(self, kind: str, text: str) -> Iri | None:
        if kind == "iri":
            return Iri(text[1:-1])
        prefix, colon, name = text.partition(":")
        return Iri(self._prefixes[prefix] + name) if kind == "name" and colon and prefix in self._prefixes else None


def _declared(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    tokens = list(sparql_text.tokens(text))
    for before, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.text.upper() == "PREFIX" and iri.kind == "iri":
            found[name.text.rstrip(":")] = iri.text[1:-1]
    return found


def _culprits(verdicts: dict[Piece, Verdict]) -> tuple[Piece, ...]:
    return tuple(piece for piece, verdict in verdicts.items() if verdict in (Verdict.NOTHING, Verdict.ALONE))


def _sentences(listed: tuple[Part, ...], pairs: tuple[tuple[Part, Part], ...], trial: _Trial) -> Iterator[str]:
    for part in listed:
        if part.verdict is Verdict.NOTHING:
            yield f"Nothing matches {part.sentence}, also by itself: this alone leaves no answer."
        elif part.verdict is Verdict.ALONE:
            yield f"Without {part.sentence} there are answers: what the rest finds does not fit it."
    for one, other in pairs:
        yield f"Only without both {one.sentence} and {other.sentence} there are answers."
    unknown = sum(part.verdict is Verdict.UNKNOWN for part in listed)
    if unknown:
        yield f"Of {unknown} of {len(listed)} parts it could not be found out in time what they do."
    if not trial.complete:
        yield "Not everything could be tried in the time given: there may be further reasons."
    elif not pairs and not any(part.verdict in (Verdict.NOTHING, Verdict.ALONE) for part in listed):
        yield "No part by itself and no two parts leave the answer empty: at least three together do."
