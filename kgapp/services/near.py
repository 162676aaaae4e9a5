"""What somebody may have meant who typed words that nothing has: nearly the same words that some names have.

Time is bounded: the words of the names are looked through at most once, and of those only so many are compared that begin
alike or have nearly the same letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from kgapp.domain.names import fold, split
from kgapp.services import search
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader

MOST: Final = 3
"""So many other spellings are offered."""

_MOST_COMPARED: Final = 3_000
_MOST_TOKENS: Final = 8
_LONG: Final = 5
"""Words from this length on may differ in two letters, shorter ones in one."""


@dataclass(frozen=True, slots=True)
class Near:
    """Another spelling, and the first things it finds."""

    text: str
    things: tuple[Named, ...]


def meant(reader: RecordReader, text: str, *, things: int = 3) -> tuple[Near, ...]:
    """Other spellings of ``text`` that find something, the nearest first; none where its words are in no way like any."""
    tokens = tuple(dict.fromkeys(split(fold(text))))[:_MOST_TOKENS]
    if not tokens or len(fold(text)) > _LONGEST:
        return ()
    known = _known(reader.words())
    ways = [_ways(token, known) for token in tokens]
    found: list[Near] = []
    for spelled in _by_distance(ways):
        if spelled == tokens:
            continue
        other = " ".join(spelled)
        hits = search.find(reader, other, limit=things).hits
        if hits:
            found.append(Near(other, tuple(hit.entity for hit in hits)))
        if len(found) == MOST:
            break
    return tuple(found)


def distance(one: str, other: str, most: int) -> int:
    """How many letters to add, drop, change or swap with their neighbour; ``most`` + 1 where it is more than that.

    >>> distance("mulitplicity", "multiplicity", 2), distance("p177", "p17", 2), distance("moi", "vcn", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row, earlier = row, [at], before
        for place, there in enumerate(other, 1):
            cost = min(last[place] + 1, row[place - 1] + 1, last[place - 1] + (letter != there))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == there:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = last
    return min(row[-1], most + 1)


@dataclass(frozen=True, slots=True)
class _Known:
    words: tuple[str, ...]
    letters: tuple[int, ...]


@lru_cache(maxsize=2)
def _known(words: tuple[str, ...]) -> _Known:
    return _Known(words, tuple(map(_letters, words)))


def _letters(word: str) -> int:
    """The letters of a word as bits, to tell quickly which words cannot be alike."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits


def _ways(token: str, known: _Known) -> tuple[tuple[int, str], ...]:
    """How else a word may be spelled, with how far off each is; a word that some name begins with is right as it is."""
    if any(word.startswith(token) for word in known.words):
        return ((0, token),)
    most = 2 if len(token) >= _LONG else 1
    mine = _letters(token)
    alike = [
        word
        for word, bits in zip(known.words, known.letters, strict=True)
        if abs(len(word) - len(token)) <= most and (mine ^ bits).bit_count() <= 2 * most
    ]
    alike.sort(key=lambda word: (-_begins(word, token), word))
    near = ((distance(token, word, most), -_begins(word, token), word) for word in alike[:_MOST_COMPARED])
    best = sorted(each for each in near if each[0] <= most)[:MOST]
    return tuple((far, word) for far, _, word in best)


def _begins(word: str, token: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(word, token, strict=False)) if a != b), min(len(word), len(token)))


def _by_distance(ways: Iterable[tuple[tuple[int, str], ...]]) -> list[tuple[str, ...]]:
    """All ways of spelling the words, the nearest first."""
    together = sorted(product(*ways), key=lambda each: sum(far for far, _ in each))
    return [tuple(word for _, word in each) for each in together[:_MOST_TRIED]]


_LONGEST: Final = 200
_MOST_TRIED: Final = 12
