"""A text read against the grammar: where it first is no SPARQL, and what could stand at a place. Linear; never raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from kgapp.domain.sparql import grammar
from kgapp.domain.sparql.tokens import Kind, Piece
from kgapp.domain.terms import shorten

_OF_KIND: Final = {
    Kind.VARIABLE: "VAR",
    Kind.IRI: "IRIREF",
    Kind.STRING: "STRING",
    Kind.LANGUAGE: "LANGTAG",
    Kind.BLANK: "BLANK",
    Kind.CONSTANT: "BOOLEAN",
}
_EMPTY: Final = {("(", ")"): "NIL", ("[", "]"): "ANON"}


class Symbol(NamedTuple):
    """A terminal of the grammar and the pieces it is made of (two for ``()`` and ``[]``)."""

    name: str
    piece: Piece
    end: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A place where the text is no SPARQL, and why."""

    start: int
    end: int
    sentence: str


def symbols(telling: tuple[Piece, ...]) -> Iterator[Symbol]:
    """The terminals of a text without blanks and comments."""
    skip = False
    for number, piece in enumerate(telling):
        if skip:
            skip = False
            continue
        after = telling[number + 1] if number + 1 < len(telling) else None
        pair = _EMPTY.get((piece.text, after.text)) if after is not None else None
        if pair is not None and after is not None:
            skip = True
            yield Symbol(pair, piece, after.end)
        else:
            yield Symbol(_name(piece), piece, piece.end)


def first_wrong(telling: tuple[Piece, ...], length: int) -> Wrong | None:
    """The first place where a text is no SPARQL; an empty text is none yet."""
    table, stack = grammar.table(), (grammar.START, None)
    before: Symbol | None = None
    now: grammar.Stack = stack
    opened: list[Symbol] = []
    for symbol in symbols(telling):
        fits, later = table.take(now, symbol.name)
        if not fits:
            return _wrong(symbol, before, opened, table.expected(now))
        before, now = symbol, later
        _follow(opened, symbol)
    fits, _ = table.take(now, grammar.END)
    if fits or before is None:
        return None
    return _ended(before, opened, table.expected(now), length)


def expected(telling: tuple[Piece, ...]) -> tuple[str, ...] | None:
    """The terminals that can come after some pieces; nothing is known (``None``) when these are no SPARQL."""
    table = grammar.table()
    now: grammar.Stack = (grammar.START, None)
    for symbol in symbols(telling):
        fits, now = table.take(now, symbol.name)
        if not fits:
            return None
    return table.expected(now)


def _name(piece: Piece) -> str:
    if piece.kind is Kind.PREFIXED:
        return "PNAME_NS" if piece.text.endswith(":") and piece.text.count(":") == 1 else "PNAME_LN"
    if piece.kind is Kind.NUMBER:
        return "INTEGER" if piece.text.isdigit() else "NUMBER"
    if piece.kind in {Kind.KEYWORD, Kind.FUNCTION}:
        return piece.text if piece.text == "a" else piece.text.upper()
    if piece.kind in {Kind.WRONG, Kind.WORD, Kind.UNFINISHED}:
        return "?!"
    return _OF_KIND.get(piece.kind, piece.text)


def _follow(opened: list[Symbol], symbol: Symbol) -> None:
    if symbol.piece.kind is Kind.OPEN and symbol.name == symbol.piece.text:
        opened.append(symbol)
    elif symbol.piece.kind is Kind.CLOSE and opened:
        opened.pop()


def _wrong(symbol: Symbol, before: Symbol | None, opened: list[Symbol], can: tuple[str, ...]) -> Wrong:
    piece = symbol.piece
    shown = shorten(piece.text, 40)
    if piece.kind is Kind.UNFINISHED:
        sentence = "This text in quotation marks has no end."
    elif piece.kind is Kind.WRONG and piece.text.isspace():
        sentence = "This is not an ordinary blank: type it again."
    elif piece.kind is Kind.WRONG:
        sentence = f"“{shown}” means nothing in SPARQL."
    elif piece.kind is Kind.CLOSE and not opened:
        sentence = f"“{shown}” closes nothing: there is no “{_PARTNER[piece.text]}” before it."
    elif piece.kind is Kind.WORD:
        sentence = f"“{shown}” is no word of SPARQL{_perhaps(piece.text, can)}. {_needed(before, can)}"
    else:
        sentence = f"“{shown}” cannot stand here. {_needed(before, can)}"
    return Wrong(piece.start, symbol.end, sentence.strip())


def _ended(before: Symbol, opened: list[Symbol], can: tuple[str, ...], length: int) -> Wrong:
    if opened and _PARTNER[opened[-1].name] in can:
        last = opened[-1]
        return Wrong(last.piece.start, last.end, f"This “{last.name}” is not closed.")
    return Wrong(before.piece.start, min(before.end, length), f"The text is not finished. {_needed(before, can)}")


_PARTNER: Final = {"{": "}", "(": ")", "[": "]", "}": "{", ")": "(", "]": "["}


def _perhaps(word: str, can: tuple[str, ...]) -> str:
    """The word that can stand here and is most like one, if one is."""
    import difflib

    likely = difflib.get_close_matches(
        word.upper()[:40], [each for each in can if each.isalpha() and each.isupper()], 1
    )
    return f"; perhaps {likely[0]}" if likely and likely[0] not in _OF_KIND.values() else ""


def _needed(before: Symbol | None, can: tuple[str, ...]) -> str:
    """In words what could stand at a place."""
    found = frozenset(can)
    for needed, words in _NEEDED:
        if needed <= found:
            return words
    if len(can) > _FEW:
        return "" if before is None else f"Something else is needed after “{shorten(before.piece.text, 40)}”."
    return f"Here can stand: {', '.join(_SHOWN.get(each, each) for each in can)}."


_FEW: Final = 12
_SHOWN: Final = {
    "VAR": "a variable",
    "IRIREF": "an address in <>",
    "PNAME_NS": "a prefix with its colon",
    "PNAME_LN": "a name with prefix",
    "STRING": "a text in quotation marks",
    "INTEGER": "a whole number",
    "NUMBER": "a number",
    "NIL": "()",
    "ANON": "[]",
    "BLANK": "a name like _:x",
    "LANGTAG": "a language like @en",
    "BOOLEAN": "true or false",
    grammar.END: "the end of the text",
}
_NEEDED: Final[tuple[tuple[frozenset[str], str], ...]] = (
    (frozenset({"VAR", "a", "!", "^", ".", "}"}), "A property can follow, or the end of the statement."),
    (frozenset({"VAR", "a", "!", "^"}), "A property is needed here."),
    (frozenset({"VAR", "a", "IRIREF"}), "A property is needed here."),
    (frozenset({".", ";", ","}), "Statements are parted by “.”, properties of the same thing by “;”, values by “,”."),
    (frozenset({".", ","}), "Statements are parted by “.”, values by “,”."),
    (frozenset({"OPTIONAL", "VAR", "}"}), "A statement, a word like OPTIONAL or FILTER, or “}” is needed here."),
    (frozenset({"VAR", "NIL", "ANON"}), "A value is needed here: a variable, a name, a text or a number."),
    (frozenset({"VAR", "(", "STRING", "EXISTS"}), "A value, a variable or a function is needed here."),
    (frozenset({"(", "EXISTS"}), "A test in ( ) or a function is needed here."),
    (frozenset({"SELECT", "ASK", "CONSTRUCT"}), "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE."),
    (frozenset({"VAR", "*", "("}), "Variables, or * for all, are needed here."),
    (frozenset({"WHERE", "{"}), "“{” with what must hold is needed here."),
    (frozenset({"SELECT", "{", "}"}), "A statement or “}” is needed here."),
    (
        frozenset({"LIMIT", grammar.END}),
        "After the last “}” come GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET or nothing.",
    ),
)
