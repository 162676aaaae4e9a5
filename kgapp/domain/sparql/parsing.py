"""What a text says as far as it can be told, also half-typed: groups, statements, variables, each with its place.

One pass over the tokens with a stack of our own; never raises and never recurses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from kgapp.domain.sparql import tokens
from kgapp.domain.sparql.tokens import Kind, Piece
from kgapp.domain.sparql_text import Form

_FORMS: Final = {form.value: form for form in Form if form is not Form.UPDATE}
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_TERMS: Final = frozenset(
    {Kind.VARIABLE, Kind.PREFIXED, Kind.IRI, Kind.STRING, Kind.NUMBER, Kind.CONSTANT, Kind.BLANK, Kind.UNFINISHED}
)
_TESTS: Final = frozenset({"FILTER", "BIND", "HAVING", "BY"})
_DATA: Final = frozenset({"VALUES"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Subject, property (all pieces of a path) and value as far as they are written; a thing in brackets is ``None``."""

    subject: Piece | None
    path: tuple[Piece, ...]
    value: Piece | None

    @property
    def predicate(self) -> Piece | None:
        """The property, when it is one and no path."""
        return self.path[0] if len(self.path) == 1 else None


@dataclass(slots=True)
class Group:
    """What stands between ``{`` and ``}``; ``word`` is the keyword before it, ``parts`` are sets of variables that belong together."""

    word: str
    start: int
    parent: int
    statements: list[Statement] = field(default_factory=list)
    parts: list[frozenset[str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    joins: list[frozenset[str]] = field(default_factory=list)
    select: bool = False
    star: bool = False
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text: its groups (the first is all that is outside of braces) and all uses of variables."""

    telling: tuple[Piece, ...]
    groups: tuple[Group, ...]
    form: Form | None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order in which they end."""
        return tuple(statement for group in self.groups for statement in group.statements)


@dataclass(frozen=True, slots=True)
class Here:
    """Where in a statement a cursor stands: ``role`` is subject, predicate, object, or empty outside of statements."""

    role: str
    subject: Piece | None = None
    predicate: Piece | None = None


def form(text: str) -> Form | None:
    """What a text asks for, by its first word that says so."""
    return form_of(tokens.telling(tokens.whole(text[: tokens.MAX_HELPED])))


def form_of(telling: tuple[Piece, ...]) -> Form | None:
    """What a text without blanks and comments asks for."""
    for piece in telling:
        word = piece.text.upper() if piece.kind is Kind.KEYWORD else ""
        if word in _UPDATES:
            return Form.UPDATE
        if word in _FORMS:
            return _FORMS[word]
    return None


@lru_cache(maxsize=4)
def parse(text: str) -> Parsed:
    """What a text says; of one that is too long, nothing. Found once for all who help with it, and not to be altered."""
    return parse_pieces(tokens.telling(tokens.whole(text)) if len(text) <= tokens.MAX_HELPED else ())


def parse_pieces(telling: tuple[Piece, ...]) -> Parsed:
    """What the tokens of a text say."""
    reader = _Reader()
    for piece in telling:
        reader.read(piece)
    return Parsed(telling, tuple(reader.groups), form_of(telling))


def here(telling: tuple[Piece, ...]) -> Here:
    """Where one writes on after some tokens."""
    reader = _Reader()
    for piece in telling:
        reader.read(piece)
    return reader.here()


@dataclass(slots=True)
class _Open:
    """A statement that is being written: in a group, or in ``[ ]``."""

    subject: Piece | None = None
    path: list[Piece] = field(default_factory=list)
    role: str = "subject"
    test: bool = False
    bracket: str = "{"
    group: int = 0
    names: set[str] = field(default_factory=set)
    place: int = -1
    word: str = ""


class _Reader:
    """Reads one token after the other; ``_stack`` holds what is open."""

    def __init__(self) -> None:
        self.groups = [Group("", 0, -1)]
        self._stack = [_Open(role="", group=0)]
        self._word = ""

    def here(self) -> Here:
        """Where the text stands now."""
        now = self._stack[-1]
        predicate = now.path[0] if len(now.path) == 1 else None
        return Here("" if now.test else now.role, now.subject, predicate if now.role == "object" else None)

    def read(self, piece: Piece) -> None:
        """Take notice of one token."""
        now = self._stack[-1]
        if piece.kind is Kind.OPEN:
            self._opened(now, piece)
        elif piece.kind is Kind.CLOSE:
            self._closed(piece)
        elif piece.kind is Kind.MARK:
            self._marked(now, piece)
        elif piece.kind in {Kind.KEYWORD, Kind.FUNCTION, Kind.WORD} and piece.text != "a":
            self._worded(now, piece)
        elif piece.kind in _TERMS or piece.text == "a":
            self._term(now, piece)
        elif piece.kind is Kind.OPERATOR and now.role in {"predicate", "object"} and not now.test:
            self._operator(now, piece)

    def _worded(self, now: _Open, piece: Piece) -> None:
        self._word = piece.text.upper()
        if now.bracket == "{" and piece.kind is Kind.KEYWORD:
            self._end(now)
            now.test = self._word in _TESTS or self._word in {"VALUES", "GRAPH", "SERVICE"}
            now.word = self._word
            group = self.groups[now.group]
            if self._word == "SELECT" and now.group:
                group.select, now.role = True, ""
            elif now.group and self._word in {"GROUP", "ORDER", "LIMIT", "HAVING"}:
                now.role = ""

    def _opened(self, now: _Open, piece: Piece) -> None:
        if piece.text == "{":
            data = now.word in _DATA and self._word in _DATA
            if self.groups[now.group].select and not now.role:  # what a query in the query asks for is no part of it
                self._end(now)
            self.groups.append(Group(self._word, piece.start, now.group))
            role = "" if data else "subject"
            self._stack.append(_Open(role=role, test=data, group=len(self.groups) - 1, word="VALUES" if data else ""))
            self._word = ""
            return
        path = piece.text == "(" and now.role == "predicate" and not now.test
        if path:
            now.path.append(piece)
        test = now.test or piece.text == "("
        self._stack.append(_Open(bracket=piece.text, test=test, group=now.group, role="" if test else "predicate"))

    def _closed(self, piece: Piece) -> None:
        want = _PARTNER[piece.text]
        if not any(each.bracket == want for each in self._stack[1:][-_LOOK_BACK:]):
            return
        while len(self._stack) > 1:
            done = self._stack.pop()
            self._end(done)
            now = self._stack[-1]
            if done.bracket == "{":
                self._left(done, now, piece)
            else:
                self._back(done, now, piece)
            if done.bracket == want:
                return

    def _left(self, done: _Open, now: _Open, piece: Piece) -> None:
        """A group is closed: what it says belongs to the group around it."""
        group = self.groups[done.group]
        group.end = piece.end
        names = frozenset().union(*group.parts, *group.joins)
        outer = self.groups[now.group]
        if now.word in {"GRAPH", "SERVICE", "VALUES"}:
            names |= now.names
            now.names = set()
        if group.word in {"EXISTS", "MINUS", "VALUES"}:
            outer.joins.append(frozenset(names | done.names))
        elif group.word == "UNION" and outer.parts:
            outer.parts[-1] |= names
        elif names:
            outer.parts.append(names)
            outer.places.append(group.start)
        now.word, self._word = "", ""
        now.test = False
        if now.bracket == "{":
            now.subject, now.path = None, []
            now.role = "subject" if now.group else ""

    def _back(self, done: _Open, now: _Open, piece: Piece) -> None:
        """A bracket is closed: its variables belong to what it stands in."""
        now.names |= done.names
        if now.test or done.bracket == "[":
            if done.bracket == "[" and not now.test:
                self._place(now, None, piece)
            elif now.bracket == "{" and now.word in {"FILTER", "BIND"}:
                self._end(now)
                now.test, now.role = False, "subject" if now.group else ""
            return
        if now.role == "predicate":
            now.path.append(piece)
            now.path.append(piece)
        else:
            self._place(now, None, piece)

    def _marked(self, now: _Open, piece: Piece) -> None:
        self._word = ""
        if piece.text == "." and now.bracket == "{":
            self._end(now)
            now.test, now.role = False, "subject" if now.group else ""
        elif piece.text == ";" and not now.test and now.role:
            now.path, now.role = [], "predicate"
        elif piece.text == "," and not now.test and now.role:
            now.role = "object"

    def _term(self, now: _Open, piece: Piece) -> None:
        if piece.kind is Kind.VARIABLE:
            now.names.add(piece.text[1:])
        elif piece.kind is Kind.BLANK and len(piece.text) > 2:
            now.names.add(piece.text)  # "_:x" joins as a variable does
        if now.place < 0:
            now.place = piece.start
        if now.test and now.bracket == "{" and now.word in {"GRAPH", "SERVICE"}:
            now.test = False
        elif not now.test and now.role:
            self._place(now, piece, piece)

    def _place(self, now: _Open, term: Piece | None, piece: Piece) -> None:
        """A term takes the place that is free in the statement."""
        if now.role == "subject":
            now.subject, now.role = term, "predicate"
        elif now.role == "predicate":
            now.path.append(piece)
            now.role = "object"
        elif now.role == "object":
            self.groups[now.group].statements.append(Statement(now.subject, tuple(now.path), term))
            now.role = "after"

    def _operator(self, now: _Open, piece: Piece) -> None:
        """In a path, an operator means that more of the property follows or that it goes on."""
        joins = piece.text in {"/", "|", "^", "!"}
        if now.role == "object" and piece.text in {"+", "-"} and now.path and now.path[-1].text in {"*", "+", "?"}:
            return
        if now.role == "object" and piece.text == "-":
            return
        now.path.append(piece)
        now.role = "predicate" if joins else now.role

    def _end(self, now: _Open) -> None:
        """A statement, a test or a list of values is at its end."""
        group = self.groups[now.group]
        if now.bracket == "{" and now.names:
            names = frozenset(now.names)
            if now.word in {"FILTER", "BIND", "VALUES"} or (group.select and not now.role):
                group.joins.append(names)
            elif now.group:
                group.parts.append(names)
                group.places.append(now.place)
        if now.bracket == "{":
            now.subject, now.path, now.names, now.place, now.word = None, [], set(), -1, ""
            now.role = "subject" if now.group and now.role else now.role


_PARTNER: Final = {"}": "{", ")": "(", "]": "["}
_LOOK_BACK: Final = 200
