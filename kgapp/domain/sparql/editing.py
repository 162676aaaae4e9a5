"""Small changes of a text that is written: which brackets belong together, lines as comments, changes put in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgapp.domain.sparql import tokens
from kgapp.domain.sparql.tokens import Kind, Piece

_PAIRS = {"{": "}", "(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Change:
    """What stands between two places is replaced by a text."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """A text with changes that do not overlap, in any order; places are those of the text before."""
    for change in sorted(changes, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def pairs(pieces: tuple[Piece, ...]) -> dict[int, int]:
    """The places of brackets that belong together, each to the other; those in texts and comments are none."""
    found: dict[int, int] = {}
    opened: list[Piece] = []
    for piece in pieces:
        if piece.kind is Kind.OPEN:
            opened.append(piece)
        elif piece.kind is Kind.CLOSE and opened and _PAIRS[opened[-1].text] == piece.text:
            start = opened.pop().start
            found[start], found[piece.start] = piece.start, start
    return found


def brackets(text: str, cursor: int) -> tuple[int, int] | None:
    """The places of the bracket beside the cursor (after it before before it) and of its partner."""
    if len(text) > tokens.MAX_HELPED:
        return None
    found = pairs(tokens.whole(text))
    for place in (cursor, cursor - 1):
        if place in found:
            return place, found[place]
    return None


def toggled(text: str, first: int, last: int) -> str:
    """A text with lines (counted from 0) made comments, or, when all that are not blank are comments, no longer so."""
    lines = text.split("\n")
    chosen = [number for number in range(max(first, 0), min(last + 1, len(lines))) if lines[number].strip()]
    commented = all(lines[number].lstrip().startswith("#") for number in chosen)
    indent = min((_indent(lines[number]) for number in chosen), default=0)
    for number in chosen:
        line = lines[number]
        if commented:
            at = _indent(line)
            lines[number] = line[:at] + line[at + 1 :].removeprefix(" ")
        else:
            lines[number] = f"{line[:indent]}# {line[indent:]}"
    return "\n".join(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
