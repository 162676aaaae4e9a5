"""SPARQL UPDATE as text: the gate before it runs on a copy, and the single operations that it is made of.

Here as in queries the default graph is all graphs together. What is removed without a graph is removed from every graph that
has it; what is added without one stays where what it replaces was, or goes to the main graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.errors import QueryRefused
from kgapp.domain.sparql_text import Token

MOST_OPERATIONS: Final = 1_000

_GRAPH_VERBS: Final = frozenset({"CLEAR", "DROP"})
_MOVES: Final = frozenset({"COPY", "MOVE", "ADD"})
_VERBS: Final = frozenset({"INSERT", "DELETE", "WITH"}) | _GRAPH_VERBS | _MOVES
_PROLOGUE: Final = {"PREFIX": 3, "BASE": 2}
"""Words that begin a declaration, and of how many tokens it is made."""


class Kind(StrEnum):
    """What an operation needs: only its own statements, or the graph."""

    INSERT_DATA = "insert data"
    DELETE_DATA = "delete data"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation with all declarations before it.

    ``text`` of the kind ``DELETE_DATA`` says INSERT DATA: what it would insert is what is to be removed. ``literals`` are
    the literals as they stand in it, with ``declared`` before them readable as Turtle.
    """

    kind: Kind
    text: str
    declared: str
    literals: tuple[str, ...]


def gate(text: str) -> tuple[Operation, ...]:
    """The operations of an update, or ``QueryRefused`` with the reason: nothing leaves, no whole project is emptied."""
    sparql_text.gate_update(text)
    found = tuple(_operations(text))
    if len(found) > MOST_OPERATIONS:
        raise QueryRefused(
            f"The update has {len(found):,} operations; at most {MOST_OPERATIONS:,} run together.",
            hint="Put the statements of INSERT DATA together, or import them from a file.",
        )
    return found


def _operations(text: str) -> Iterator[Operation]:
    tokens = list(sparql_text.tokens(text))
    at, declared = 0, ""
    while at < len(tokens):
        size = _PROLOGUE.get(tokens[at].text.upper(), 0) if tokens[at].kind == "word" else 0
        if size:
            last = tokens[min(at + size, len(tokens)) - 1]
            declared += f"{text[tokens[at].start : last.start + len(last.text)]}\n"
            at += size
            continue
        end = _end(tokens, at)
        if end > at:
            yield _operation(text, tokens[at:end], declared)
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the semicolon after an operation is, or the end."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += (tokens[place].kind == "open") - (tokens[place].kind == "close")
        if depth == 0 and tokens[place].text == ";":
            return place
    return len(tokens)


def _operation(text: str, tokens: Sequence[Token], declared: str) -> Operation:
    _check(tokens)
    start, last = tokens[0].start, tokens[-1]
    body = text[start : last.start + len(last.text)]
    kind = Kind.OTHER
    if len(tokens) > 1 and tokens[1].text.upper() == "DATA":
        kind = Kind.INSERT_DATA if tokens[0].text.upper() == "INSERT" else Kind.DELETE_DATA
        body = f"INSERT{body[len(tokens[0].text) :]}"
    return Operation(kind, f"{declared}{body}", declared, tuple(_literals(text, tokens)))


def _check(tokens: Sequence[Token]) -> None:
    verb = tokens[0].text.upper() if tokens[0].kind == "word" else ""
    words = [token.text.upper() for token in tokens if token.kind == "word"]
    if verb == "CREATE":
        raise QueryRefused(
            "CREATE is refused: a graph comes into being with its first statement.", hint="Leave it out."
        )
    if verb not in _VERBS:
        raise QueryRefused(
            f"“{tokens[0].text[:40]}” begins no change that kgapp makes.",
            hint="An update is made of INSERT and DELETE, and of CLEAR, COPY, MOVE and ADD of named graphs.",
        )
    if verb in _GRAPH_VERBS and "GRAPH" not in words[1:3]:
        raise QueryRefused(
            f"{verb} of more than one named graph is refused: it would empty the project.",
            hint=f"Name the graph: {verb} GRAPH <address>.",
        )
    if verb in _MOVES and "DEFAULT" in words:
        raise QueryRefused(
            f"{verb} with DEFAULT is refused: here the default graph is all graphs together.", hint="Name both graphs."
        )
    if verb in {"INSERT", "DELETE"}:
        _check_scopes(tokens)


def _check_scopes(tokens: Sequence[Token]) -> None:
    """What is removed and what is added both name their graph, or neither: otherwise it could not be told which stays."""
    scopes = [_scopes(tokens, at) for at, token in enumerate(tokens) if _opens_template(tokens, at, token)]
    if len(scopes) > 1 and len(set().union(*scopes)) > 1:
        raise QueryRefused(
            "One operation removes or adds statements both with and without the name of a graph.",
            hint="Write GRAPH in both parts, in neither, or make two operations of it.",
        )


def _opens_template(tokens: Sequence[Token], at: int, token: Token) -> bool:
    before = tokens[at - 1].text.upper() if at else ""
    return token.text == "{" and before in {"INSERT", "DELETE"}


def _scopes(tokens: Sequence[Token], at: int) -> set[bool]:
    """Whether the statements of a template are in a named graph: both answers where some are and some are not."""
    found: set[bool] = set()
    depth = inside = 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0:
            break
        if token.kind == "word" and token.text.upper() == "GRAPH":
            inside = place + 2
            found.add(True)
        elif depth == 1 and token.kind not in {"open", "close", "mark"} and place >= inside:
            found.add(False)
    return found


def _literals(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        after = tokens[at + 1 : at + 3]
        if token.kind == "number":
            sign = tokens[at - 1].text if at and tokens[at - 1].start == token.start - 1 else ""
            yield f"{sign if sign in {'+', '-'} else ''}{token.text}"
        elif token.kind == "string" and len(after) == 2 and after[0].text == "^^" and after[1].kind in {"iri", "name"}:
            yield text[token.start : after[1].start + len(after[1].text)]
