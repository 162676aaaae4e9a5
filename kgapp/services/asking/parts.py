"""The parts of a query's pattern that can be left out one by one, found in its tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.sparql_text import Form, Token


class Kind(StrEnum):
    """What a part is."""

    STATEMENT = "statement"
    VALUES = "list of values"
    FILTER = "filter"
    MINUS = "exclusion"
    GROUP = "group"
    LATERAL = "subquery for each row"
    """It may use what stands before it, so it cannot be tried alone."""
    KEPT = "kept"
    """What never makes an answer empty by itself: OPTIONAL and BIND."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part: its text as it stands alone, its tokens, and its place in the query."""

    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """What comes before the form of a query, the graphs that it names, and the parts of its pattern."""

    prologue: str
    dataset: str
    pieces: tuple[Piece, ...]

    def asked(self, kept: tuple[Piece, ...]) -> str:
        """The query whether some parts together match anything."""
        return (
            f"{self.prologue}ASK {self.dataset} {{ {' '.join(f'{piece.text} {_END[piece.kind]}' for piece in kept)} }}"
        )


_END: Final = {kind: "." if kind is Kind.STATEMENT else "" for kind in Kind}
_WORDS: Final = {
    "FILTER": Kind.FILTER, "VALUES": Kind.VALUES, "MINUS": Kind.MINUS, "OPTIONAL": Kind.KEPT, "BIND": Kind.KEPT, "GRAPH": Kind.GROUP,
    "LATERAL": Kind.LATERAL,
}  # fmt: skip
_FORMS: Final = frozenset(form.value for form in Form)
_SIMPLE: Final = frozenset({"variable", "iri", "name"})


def pattern(text: str) -> Pattern | None:
    """The parts of a query that passed the gate; ``None`` when it has no pattern, or brackets that do not match."""
    tokens = tuple(sparql_text.tokens(text))
    form = next((at for at, token in enumerate(tokens) if token.kind == "word" and token.text.upper() in _FORMS), None)
    if form is None:
        return None
    groups = [(start, end) for start, end in _brackets(tokens, form) if tokens[start].text == "{"]
    construct = tokens[form].text.upper() == "CONSTRUCT" and len(groups) > 1
    if not groups:
        return None
    start, end = groups[1 if construct else 0]
    inner = tokens[start + 1 : end]
    if inner and inner[0].text.upper() == "SELECT":  # a query in the query is one part
        pieces: tuple[Piece, ...] = (_piece(text, Kind.GROUP, tokens[start : end + 1]),)
    else:
        pieces = tuple(_pieces(text, inner))
    after = tokens[end + 1 :]
    last = next((at for at, token in enumerate(after) if token.text.upper() == "VALUES"), None)
    if last is not None:
        pieces += (_piece(text, Kind.VALUES, after[last:]),)
    return Pattern(text[: tokens[form].start], _dataset(text, tokens[form:start]), pieces)


def _brackets(tokens: tuple[Token, ...], begin: int) -> Iterator[tuple[int, int]]:
    """The outermost pairs of brackets."""
    depth = opened = 0
    for at in range(begin, len(tokens)):
        if tokens[at].kind == "open":
            opened = opened if depth else at
            depth += 1
        elif tokens[at].kind == "close" and depth:
            depth -= 1
            if not depth:
                yield opened, at


def _dataset(text: str, head: tuple[Token, ...]) -> str:
    begin = next((token for token in head if token.text.upper() == "FROM"), None)
    if begin is None:
        return ""
    last = next((token for token in head if token.text.upper() == "WHERE"), None)
    end = last.start if last else head[-1].start + len(head[-1].text)
    return text[begin.start : end]


def _pieces(text: str, tokens: tuple[Token, ...]) -> Iterator[Piece]:
    at = 0
    while at < len(tokens):
        kind = _WORDS.get(tokens[at].text.upper()) if tokens[at].kind == "word" else None
        if tokens[at].text == ".":
            at += 1
            continue
        if kind is None and tokens[at].text == "{":
            kind = Kind.GROUP
        end = _end_of_block(tokens, at) if kind else _end_of_statements(tokens, at)
        if kind:
            yield _piece(text, kind, tokens[at:end])
        else:
            yield from _statements(text, tokens[at:end])
        at = end


def _end_of_block(tokens: tuple[Token, ...], at: int) -> int:
    """Behind the last bracket of a block that a word begins, or of groups joined by UNION."""
    values = tokens[at].text.upper() == "VALUES"
    for opened, closed in _brackets(tokens, at):
        following = tokens[closed + 1].text.upper() if closed + 1 < len(tokens) else ""
        if (values and tokens[opened].text == "(") or following == "UNION":
            continue
        return closed + 1
    return len(tokens)


def _end_of_statements(tokens: tuple[Token, ...], at: int) -> int:
    """Where the next full stop, word of a block or group is."""
    depth = 0
    for end in range(at, len(tokens)):
        token = tokens[end]
        block = token.text == "{" or (token.kind == "word" and token.text.upper() in _WORDS)
        if depth == 0 and (token.text == "." or block):
            return end
        depth += (token.kind == "open") - (token.kind == "close")
    return len(tokens)


def _statements(text: str, tokens: tuple[Token, ...]) -> Iterator[Piece]:
    """Statements of one subject, each on its own; a subject in brackets keeps all that is said of it."""
    if tokens[0].kind not in _SIMPLE:
        yield _piece(text, Kind.STATEMENT, tokens)
        return
    subject = tokens[0].text
    for said in _split(tokens[1:], ";"):
        objects = list(_split(said, ","))
        for number, some in enumerate(objects):
            begin, last = some[0].start, some[-1].start + len(some[-1].text)
            if number == 0:
                yield Piece(Kind.STATEMENT, f"{subject} {text[begin:last]}", begin, last)
            else:
                verb = text[said[0].start : _verb_end(objects[0])]
                yield Piece(Kind.STATEMENT, f"{subject} {verb} {text[begin:last]}", begin, last)


def _verb_end(first: tuple[Token, ...]) -> int:
    """Where the property ends and the first value, a token or a bracketed one, begins."""
    depth = 0
    for at in range(len(first) - 1, 0, -1):
        depth += (first[at].kind == "close") - (first[at].kind == "open")
        if depth == 0 and first[at].kind != "language" and first[at - 1].text != "^^" and first[at].text != "^^":
            return first[at].start
    return first[-1].start


def _split(tokens: tuple[Token, ...], mark: str) -> Iterator[tuple[Token, ...]]:
    depth = begin = 0
    for at, token in enumerate(tokens):
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and token.text == mark:
            if begin < at:
                yield tokens[begin:at]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _piece(text: str, kind: Kind, tokens: tuple[Token, ...]) -> Piece:
    start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
    return Piece(kind, text[start:end], start, end)
