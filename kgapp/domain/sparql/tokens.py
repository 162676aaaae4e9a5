"""The tokens of any text, half-typed or no SPARQL at all: nothing is lost, nothing fails, in one pass.

The pieces joined are the text. The gate (``sparql_text``) has a lexer of its own that is stricter on purpose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kgapp.domain.sparql.words import CONSTANTS, FUNCTIONS, KEYWORDS

MAX_HELPED: Final = 200_000
"""Longer texts, in characters, are coloured and can be run; no more help is given with them."""


class Kind(StrEnum):
    """What a piece is, for colours and for reading on."""

    SPACE = "space"
    COMMENT = "comment"
    KEYWORD = "keyword"
    FUNCTION = "function"
    CONSTANT = "constant"
    VARIABLE = "variable"
    PREFIXED = "prefixed"
    BLANK = "blank"
    IRI = "iri"
    STRING = "string"
    UNFINISHED = "unfinished"
    LANGUAGE = "language"
    NUMBER = "number"
    WORD = "word"
    OPEN = "open"
    CLOSE = "close"
    OPERATOR = "operator"
    MARK = "mark"
    WRONG = "wrong"


class Piece(NamedTuple):
    """A part of a text. ``UNFINISHED`` is a string without its end."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the next piece starts."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line and the state in which the next begins (0, or inside a long string)."""

    pieces: tuple[Piece, ...]
    state: int


_LOCAL = r"(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])"
_LEXER: Final = re.compile(
    rf"""
      (?P<space> [ \t\r\n]++ )
    | (?P<comment> \#[^\r\n]*+ )
    | (?P<iri> <[^<>"{{}}|^`\\\x00-\x20]*+> )
    | (?P<string> \"{{3}} (?:[^"\\]|\\.|"(?!""))*+ (?P<end3>\"{{3}})?+ | '{{3}} (?:[^'\\]|\\.|'(?!''))*+ (?P<end3s>'{{3}})?+
                | "(?:[^"\\\r\n]|\\[^\r\n])*+ (?P<end1>")?+ | '(?:[^'\\\r\n]|\\[^\r\n])*+ (?P<end1s>')?+ )
    | (?P<variable> [?$]\w++ )
    | (?P<language> @[A-Za-z]++(?:-[A-Za-z0-9]++)*+ )
    | (?P<number> (?:\d++(?:\.\d++)?+|\.\d++)(?:[eE][+-]?\d++)?+ (?![\w:]) )
    | (?P<blank> _:\w(?:[\w\-]|\.{{1,9}}+(?=[\w\-]))*+ )
    | (?P<prefixed> (?:[^\W\d_](?:[\w\-]|\.(?=[\w\-])){{0,60}}+)?+:
                    (?:{_LOCAL}(?:{_LOCAL}|-|\.{{1,9}}+(?=[\w:\-%\\]))*+)?+ )
    | (?P<word> \w++ )
    | (?P<open> [({{\[] )
    | (?P<close> [)}}\]] )
    | (?P<operator> \^\^ | && | \|\| | != | <= | >= | [!^+\-*/|=<>?] )
    | (?P<mark> [.;,] )
    | (?P<wrong> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ENDS: Final = ("end3", "end3s", "end1", "end1s")
_WORDS: Final[dict[str, Kind]] = {
    **dict.fromkeys(FUNCTIONS, Kind.FUNCTION),
    **dict.fromkeys(KEYWORDS, Kind.KEYWORD),
    **dict.fromkeys(CONSTANTS, Kind.CONSTANT),
}
_LONG: Final = {1: '"""', 2: "'''"}
_LONG_END: Final = {
    1: re.compile(r'(?:[^"\\]|\\.|"(?!""))*+(?P<end>"{3})?+', re.DOTALL),
    2: re.compile(r"(?:[^'\\]|\\.|'(?!''))*+(?P<end>'{3})?+", re.DOTALL),
}
SKIPPED: Final = frozenset({Kind.SPACE, Kind.COMMENT})


def pieces(text: str, start: int = 0) -> tuple[Piece, ...]:
    """All of a text from a place on, blanks and comments too."""
    return tuple(map(_piece, _LEXER.finditer(text, start)))


@lru_cache(maxsize=4)
def whole(text: str) -> tuple[Piece, ...]:
    """All of a text, found once for all who help with it."""
    return pieces(text)


def before(text: str, cursor: int) -> tuple[Piece, ...]:
    """The pieces of what stands before a place; of a text that is known, only those of its line are found anew."""
    known = whole(text)
    line = text.rfind("\n", 0, cursor) + 1
    count = bisect_right(known, line, key=_end)
    start = known[count - 1].end if count else 0
    return (*known[:count], *pieces(text[:cursor], start))


def telling(all_pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without blanks and comments."""
    return tuple(piece for piece in all_pieces if piece.kind not in SKIPPED)


def quoting(some: Iterable[Piece]) -> Piece | None:
    """Where statements about statements (RDF 1.2) begin, which are left to the engine."""
    together = ((one, two) for one, two in pairwise(some) if one.end == two.start)
    return next((one for one, two in together if (one.text, two.text[:1]) in {("<", "<"), ("{", "|")}), None)


def line(text: str, state: int) -> Line:
    """The pieces of one line (without its end), for an editor that colours line by line."""
    found: list[Piece] = []
    start = 0
    if state in _LONG_END:
        ended = _LONG_END[state].match(text)
        start = ended.end() if ended else 0
        if start:
            found.append(Piece(Kind.STRING, text[:start], 0))
        if ended is None or not ended["end"]:
            return Line(tuple(found), state)
    found += pieces(text, start)
    last = found[-1] if found else None
    if last is not None and last.kind is Kind.UNFINISHED:
        for number, quotes in _LONG.items():
            if last.text.startswith(quotes):
                return Line((*found[:-1], last._replace(kind=Kind.STRING)), number)
    return Line(tuple(found), 0)


def at(all_pieces: tuple[Piece, ...], place: int) -> Piece | None:
    """The piece that holds the character at a place."""
    return next((piece for piece in all_pieces if piece.start <= place < piece.end), None)


def _piece(match: re.Match[str]) -> Piece:
    name = match.lastgroup or "wrong"
    text = match[0]
    kind = _KINDS.get(name)
    if kind is None:
        kind = Kind.STRING if any(match[each] for each in _ENDS) else Kind.UNFINISHED
    elif kind is Kind.WORD:
        kind = Kind.KEYWORD if text == "a" else _WORDS.get(text.upper(), Kind.WORD)
    return Piece(kind, text, match.start())


def _end(piece: Piece) -> int:
    return piece.end


_KINDS: Final[dict[str, Kind]] = {kind.value: kind for kind in Kind if kind is not Kind.STRING}
