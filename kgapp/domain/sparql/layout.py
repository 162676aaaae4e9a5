"""One layout for SPARQL: only blanks change, never a token or a comment; laid out again, a text stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from kgapp.domain.sparql import tokens
from kgapp.domain.sparql.editing import pairs
from kgapp.domain.sparql.tokens import Kind, Piece
from kgapp.domain.sparql_text import MAX_DEPTH

WIDTH: Final = 72
"""Groups that fit in so many characters stay on one line."""

_BEGIN_LINES: Final = frozenset(
    {"SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "PREFIX", "BASE", "FROM", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"}
    | {"OPTIONAL", "FILTER", "BIND", "VALUES", "MINUS", "SERVICE"}
    | {"INSERT", "DELETE", "WITH", "USING", "LOAD", "CLEAR", "DROP", "CREATE"}
)
_TESTS: Final = frozenset({"FILTER", "BIND"})
_SPACED: Final = frozenset({"=", "!=", "<", ">", "<=", ">=", "&&", "||"})
_GLUED: Final = frozenset({".", ";", ",", "UNION", ")", "]"})
_FEW_STATEMENTS: Final = 1


@dataclass(slots=True)
class _State:
    """Where the writing stands: the text so far and what is open."""

    written: list[str] = field(default_factory=list)
    braces: list[bool] = field(default_factory=list)
    """For each open ``{`` whether it stays on one line."""
    inner: int = 0
    """Open ``(`` and ``[`` since the last ``{``."""
    inners: list[int] = field(default_factory=list)
    further: bool = False
    """Whether a statement goes on on this line of its own."""
    test: bool = False


def formatted(text: str) -> str:
    """The text in kgapp's layout; as it is when it is too long or its tokens cannot be told apart for sure."""
    if len(text) > tokens.MAX_HELPED:
        return text
    pieces = tokens.pieces(text)
    if any(piece.kind in {Kind.WRONG, Kind.UNFINISHED} for piece in pieces):
        return text
    if _depth(pieces) > MAX_DEPTH or tokens.quoting(pieces):
        return text
    laid = _laid(pieces)
    return laid if _same(pieces, laid) else text


def _same(pieces: tuple[Piece, ...], laid: str) -> bool:
    return _kept(pieces) == _kept(tokens.pieces(laid))


def _depth(pieces: tuple[Piece, ...]) -> int:
    """How many braces are open at most."""
    steps = (int(piece.text == "{") - (piece.text == "}") for piece in pieces)
    return max(accumulate(steps), default=0)


def _kept(pieces: tuple[Piece, ...]) -> list[tuple[Kind, str]]:
    """The pieces but for blanks, also those at the end of comments."""
    ends = {Kind.COMMENT: str.rstrip}
    return [(piece.kind, ends.get(piece.kind, str)(piece.text)) for piece in pieces if piece.kind is not Kind.SPACE]


def _laid(pieces: tuple[Piece, ...]) -> str:
    state, inline = _State(), _inline(pieces)
    before: Piece | None = None
    gap = ""
    for piece in pieces:
        if piece.kind is Kind.SPACE:
            gap = piece.text
            continue
        if before is not None:
            state.written.append(_between(state, before, piece, gap))
        _open(state, piece, inline)
        state.written.append(piece.text.rstrip() if piece.kind is Kind.COMMENT else piece.text)
        before, gap = piece, ""
    return "".join(state.written) + ("\n" if before is not None else "")


def _inline(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """The places of braces whose content is short, without braces, comments and several statements inside."""
    ends = pairs(pieces)
    found: set[int] = set()
    start: Piece | None = None
    length = stops = 0
    for piece in pieces:
        if piece.text == "{" and piece.kind is Kind.OPEN:
            start, length, stops = (piece, 0, 0) if piece.start in ends else (None, 0, 0)
        elif piece.text == "}" and piece.kind is Kind.CLOSE:
            if start is not None and ends.get(start.start) == piece.start and length <= WIDTH:
                found |= {start.start, piece.start} if stops <= _FEW_STATEMENTS else set()
            start = None
        elif piece.kind is Kind.COMMENT or piece.text.upper() in _BEGIN_LINES:
            start = None
        elif piece.kind is not Kind.SPACE:
            length += len(piece.text) + 1
            stops += piece.text == "."
    return frozenset(found)


def _between(state: _State, before: Piece, piece: Piece, gap: str) -> str:
    """What stands between two pieces: nothing, a blank, or a new line with its indent."""
    if piece.kind is Kind.COMMENT and "\n" not in gap and before.kind is not Kind.COMMENT:
        return "  "
    if before.kind is Kind.COMMENT or piece.kind is Kind.COMMENT or _breaks(state, before, piece):
        return _new_line(state, piece, gap)
    return " " if _spaced(before, piece, gap) else ""


def _breaks(state: _State, before: Piece, piece: Piece) -> bool:
    """Whether a piece begins a line."""
    stays = bool(state.braces) and state.braces[-1]
    if (piece.text == "}" and piece.kind is Kind.CLOSE) or (before.text == "{" and before.kind is Kind.OPEN):
        return not stays
    if state.inner:
        return False
    word = piece.text.upper()
    if before.kind is Kind.CLOSE and before.text == "}":
        return word not in _GLUED and not stays
    if stays:
        return False
    ended = before.kind is Kind.MARK and before.text in {".", ";"}
    tested = before.kind is Kind.CLOSE and state.test and piece.kind is not Kind.MARK
    return ended or tested or (piece.kind is Kind.KEYWORD and word in _BEGIN_LINES)


def _new_line(state: _State, piece: Piece, gap: str) -> str:
    blank = "\n" if gap.count("\n") > 1 and piece.text != "}" else ""
    depth = len(state.braces) - (piece.text == "}" and piece.kind is Kind.CLOSE)
    ends = piece.kind is Kind.CLOSE or (piece.kind is Kind.KEYWORD and piece.text.upper() in _BEGIN_LINES)
    further = 2 if state.further and not ends else 0
    return f"{blank}\n{'  ' * max(depth, 0)}{' ' * further}"


def _spaced(before: Piece, piece: Piece, gap: str) -> bool:
    had = bool(gap)
    if piece.text in _SPACED or before.text in _SPACED:
        return True
    if piece.kind is Kind.OPERATOR or before.kind is Kind.OPERATOR or piece.kind is Kind.LANGUAGE:
        return had
    if piece.text == ",":
        return False
    if before.text == "(" or piece.text == ")":
        return False
    if (before.text, piece.text) in {("{", "}"), ("[", "]")}:
        return False
    if piece.text == "(":
        return had if before.kind in {Kind.PREFIXED, Kind.IRI} else before.kind is not Kind.FUNCTION
    return True


def _open(state: _State, piece: Piece, inline: frozenset[int]) -> None:
    """Take notice of what a piece opens, closes, begins or ends."""
    if piece.kind is Kind.OPEN and piece.text == "{":
        state.braces.append(piece.start in inline)
        state.inners.append(state.inner)
        state.inner, state.further, state.test = 0, False, False
    elif piece.kind is Kind.CLOSE and piece.text == "}":
        if state.braces:
            state.braces.pop()
            state.inner = state.inners.pop()
        state.further = state.test = False
    elif piece.kind is Kind.OPEN:
        state.inner += 1
    elif piece.kind is Kind.CLOSE:
        state.inner = max(0, state.inner - 1)
    elif not state.inner and piece.kind is Kind.MARK:
        state.further = piece.text == ";" and bool(state.braces)
        state.test = False
    elif not state.inner and piece.kind is Kind.KEYWORD and piece.text.upper() in _BEGIN_LINES:
        state.further, state.test = False, piece.text.upper() in _TESTS
    elif not state.inner and piece.kind is Kind.VARIABLE:
        state.test = False
