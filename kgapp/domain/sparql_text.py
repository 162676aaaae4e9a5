"""SPARQL as text: its tokens, the gate before every engine, and the block in which terms enter a query safely.

The gate refuses what would crash or leave an engine (SPARQL 1.1 section 19): it reads tokens only and leaves
grammar to the engine. Where a lexer and an engine could disagree it counts against the query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from kgapp.domain.errors import QueryRefused
from kgapp.domain.terms import Term, sparql

MAX_CHARACTERS: Final = 4_000_000
MAX_DEPTH: Final = 100
MAX_UNARY: Final = 20
MAX_CHAIN: Final = 20_000
"""Operators and clauses that engines nest one in the other, counted over the whole text."""


ADDED: Final = "# declared by kgapp"


class Form(StrEnum):
    """What a text asks for."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"
    UPDATE = "UPDATE"


class Token(NamedTuple):
    """A piece of text: its kind (a group of the lexer), the text and where it starts."""

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Gated:
    """A text that passed the gate; ``own_dataset`` when it names its graphs with FROM."""

    text: str
    form: Form
    own_dataset: bool


_LEXER: Final = re.compile(
    r"""
      (?P<space> \s+ )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> \"{3} (?:[^"\\]|\\.|"(?!""))* \"{3} | '{3} (?:[^'\\]|\\.|'(?!''))* '{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<comment> \#[^\r\n]* )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<number> \d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+(?!\w*+:) )
    | (?P<name> (?:[^\W_][\w\-]{0,100}+(?:\.{1,9}+[\w\-]{1,100}+){0,8}+|_)?+:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
                (?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]))?)? )
    | (?P<word> [^\W\d]\w*+ )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<operator> \^\^ | && | \|\| | != | <= | >= | [!^+\-*/|=<>?] )
    | (?P<mark> [.;,] )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_SKIPPED: Final = frozenset({"space", "comment"})
_HARMLESS: Final = frozenset({"iri", "string", "variable", "language", "number", "name", "mark"})
_FORMS: Final = {form.value: form for form in Form if form is not Form.UPDATE}
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_UNARY: Final = frozenset({"!", "+", "-", "^", "^^"})
_CHAINED: Final = frozenset({"OPTIONAL", "UNION", "MINUS", "BIND", "FILTER", "GRAPH", "VALUES", "EXISTS", "IN"})
_LEAVES: Final = ("SERVICE", "LOAD")
_CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, without white space and comments; never fails."""
    for match in _LEXER.finditer(text):
        kind = match.lastgroup
        if kind not in _SKIPPED:
            yield Token(kind or "other", match[0], match.start())


def gate(text: str) -> Gated:
    """Let a query pass, or raise ``QueryRefused`` with the reason and the place.

    Refused: too long, too deeply nested, too long chains, SERVICE, LOAD and other updates, unfinished strings.
    """
    if len(text) > MAX_CHARACTERS:
        raise _refused(f"The query has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}.")
    if "\\u" in text or "\\U" in text:  # engines resolve these before they read tokens (section 19.2)
        _check(_CODEPOINT.sub(_character, text))
    form, own_dataset = _check(text)
    if form is Form.UPDATE:
        raise QueryRefused(
            "This text changes the graph; a query only reads.", hint="Use the commands that edit a project."
        )
    return Gated(text, form, own_dataset)


def gate_update(text: str) -> None:
    """Let a text that changes the graph pass, or raise ``QueryRefused``: the same limits as for a query, and nothing that leaves."""
    if len(text) > MAX_CHARACTERS:
        raise _refused(f"The update has {len(text):,} characters; the limit is {MAX_CHARACTERS:,}.")
    if "\\u" in text or "\\U" in text:
        resolved = _CODEPOINT.sub(_character, text)
        if [token.kind for token in tokens(resolved)] != [token.kind for token in tokens(text)]:
            raise _refused("The update hides signs behind \\u escapes; write them as they are.")
        _check(resolved)
    form, _ = _check(text)
    if form is not Form.UPDATE:
        raise QueryRefused("This text only asks and changes nothing.", hint="Run it as a query.")


def used_prefixes(text: str) -> frozenset[str]:
    """Prefixes that a text uses and does not declare; the empty prefix is ``""``."""
    used: set[str] = set()
    declared: set[str] = set()
    before = ""
    for token in tokens(text):
        if token.kind == "name" and not token.text.startswith("_:"):
            prefix = token.text.partition(":")[0]
            (declared if before == "PREFIX" else used).add(prefix)
        before = token.text.upper() if token.kind == "word" else ""
    return frozenset(used - declared)


def with_prefixes(text: str, prefixes: Iterable[tuple[str, str]]) -> str:
    """Declare those of ``prefixes`` that the text uses undeclared, in one line before it that ends with ``ADDED``."""
    missing = used_prefixes(text)
    added = "".join(f"PREFIX {prefix}: <{name}> " for prefix, name in prefixes if prefix in missing)
    return f"{added}{ADDED}\n{text}" if added else text


def star_columns(text: str) -> tuple[str, ...]:
    """The variables in the order a ``SELECT *`` first names them; nothing for every other text."""
    found: dict[str, None] = {}
    before = ""
    star = False
    for token in tokens(text):
        star = star or (token.text == "*" and before in {"SELECT", "DISTINCT", "REDUCED"})
        if token.kind == "variable":
            if not star:
                return ()
            found.setdefault(token.text[1:])
        before = token.text.upper()
    return tuple(found)


def values(variable: str, terms: Iterable[Term]) -> str:
    """A ``VALUES`` block for one variable: the only way a term enters a query."""
    return f"VALUES ?{variable} {{ {' '.join(map(sparql, terms))} }}"


def _check(text: str) -> tuple[Form, bool]:
    form: Form | None = None
    own_dataset = False
    shape = _Shape(text)
    for match in _LEXER.finditer(text):
        kind = match.lastgroup
        if kind in _SKIPPED:
            continue
        if kind in _HARMLESS:
            shape.unary = 0
            continue
        if kind == "other":
            raise _refused(f"“{match[0]}” makes no sense here{_at(text, match.start())}: a string without its end?")
        shape.add(kind or "", match[0], match.start())
        if kind == "word":
            word = match[0].upper()
            _stay_home(word, text, match.start())
            own_dataset = own_dataset or word == "FROM"
            form = form or _form(word)
    if form is None:
        raise _refused("The text has none of SELECT, ASK, CONSTRUCT and DESCRIBE.")
    return form, own_dataset


class _Shape:
    """How deep and how long a text is, as far as it was read; ``unary`` counts operators in a row."""

    def __init__(self, text: str) -> None:
        self.unary = 0
        self._text = text
        self._depth = self._chain = 0

    def add(self, kind: str, piece: str, start: int) -> None:
        """Count one token. Raises ``QueryRefused`` beyond a limit."""
        self._depth += (kind == "open") - (kind == "close")
        self.unary = self.unary + 1 if kind == "operator" and piece in _UNARY else 0
        self._chain += kind == "operator" or (kind == "word" and piece.upper() in _CHAINED)
        if self._depth > MAX_DEPTH:
            raise _refused(f"The query is nested more than {MAX_DEPTH} levels deep{_at(self._text, start)}.")
        if self.unary > MAX_UNARY:
            raise _refused(f"The query has more than {MAX_UNARY} “{piece[0]}” in a row{_at(self._text, start)}.")
        if self._chain > MAX_CHAIN:
            raise _refused(f"The query has more than {MAX_CHAIN:,} operators and clauses{_at(self._text, start)}.")


def _form(word: str) -> Form | None:
    return Form.UPDATE if word in _UPDATES else _FORMS.get(word)


def _stay_home(word: str, text: str, start: int) -> None:
    for leaves in _LEAVES:
        if leaves in word:
            raise _refused(f"{leaves} is refused{_at(text, start)}: a query never leaves this computer.")


def _at(text: str, start: int) -> str:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return f" (line {line}, column {column})"


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]


def _refused(sentence: str) -> QueryRefused:
    return QueryRefused(sentence)
