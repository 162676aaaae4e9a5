"""SPARQL 1.1 Query Results JSON, read while it arrives: at most one row and one piece of the network are held.

What ends too early is a cut answer (``IncompleteAnswer``), whatever else is wrong is ``QueryFailed``: neither is ever an
answer without rows.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Final

from kgapp.adapters.sparql_endpoint.cells import Cells
from kgapp.domain.answers import Row
from kgapp.domain.connections import Bounds
from kgapp.domain.errors import IncompleteAnswer, QueryFailed
from kgapp.domain.terms import shorten

_SPACE: Final = " \t\r\n"
_MOST_COLUMNS: Final = 10_000
_LONGEST_WORD: Final = 12
"""A failure this close to the end of what has arrived may be a word, number or escape whose rest is still to come."""


class Results:
    """One answer of SELECT or ASK. Making it reads as far as the first row; ``truth`` is ``None`` for SELECT."""

    def __init__(self, chunks: Iterator[bytes], bounds: Bounds) -> None:
        self.columns: tuple[str, ...] = ()
        self.truth: bool | None = None
        self._text = _Text(chunks, bounds.row_characters)
        self._most_rows = bounds.rows
        self._cells = Cells()
        self._has_head = False
        self._content = self._read()
        self._has_rows = next(self._content, None) is not None
        if not self._has_rows and self.truth is None:
            raise _wrong("it has neither rows nor a yes or no")

    def rows(self) -> Iterator[Row]:
        """The rows, once; when they end, so did the whole text, as it should."""
        yield from self._content

    def _read(self) -> Iterator[Row]:
        """An empty row where the rows begin, then the rows."""
        for name in self._members():
            if name == "head":
                self._head(self._text.value())
            elif name == "boolean":
                self._answer(self._text.value())
            elif name == "results":
                yield from self._results()
            else:
                self._text.value()
        if self._text.peek():
            raise _wrong(f"more text follows its end: {self._text.here()}")

    def _results(self) -> Iterator[Row]:
        begun = False
        for name in self._members():
            if name != "bindings":
                self._text.value()
                continue
            if begun or not self._has_head:
                raise _wrong("its rows come twice" if begun else "its rows come before its columns")
            begun = True
            yield ()
            yield from self._bindings()

    def _bindings(self) -> Iterator[Row]:
        self._text.take("[")
        if self._text.peek() == "]":
            self._text.take("]")
            return
        number = 0
        while True:
            number += 1
            if number > self._most_rows:
                raise QueryFailed(
                    f"The answer has more than {self._most_rows:,} rows, the limit of this connection.",
                    hint="Ask for less, or raise the limit of the connection.",
                )
            yield self._row(self._text.value())
            if self._text.take(",]") == "]":
                return

    def _row(self, binding: object) -> Row:
        if not isinstance(binding, dict):
            raise _wrong(f"a row is {shorten(repr(binding))}")
        row = tuple([self._cells.cell(binding[name]) if name in binding else None for name in self.columns])
        if len(binding) > len(row) - row.count(None):
            strange = next(name for name in binding if name not in self.columns)
            raise _wrong(f"a row has a column “{shorten(strange)}” that its head does not name")
        return row

    def _head(self, head: object) -> None:
        names = head.get("vars", []) if isinstance(head, dict) else None
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _wrong("its head names no columns")
        if self._has_head or len(set(names)) != len(names) or len(names) > _MOST_COLUMNS:
            raise _wrong("its head names columns twice")
        self.columns = tuple(names)
        self._has_head = True

    def _answer(self, value: object) -> None:
        if not isinstance(value, bool):
            raise _wrong(f"its yes or no is {shorten(repr(value))}")
        self.truth = value

    def _members(self) -> Iterator[str]:
        """The names in an object; whoever takes one reads its value before the next."""
        self._text.take("{")
        if self._text.peek() == "}":
            self._text.take("}")
            return
        while True:
            name = self._text.value()
            if not isinstance(name, str):
                raise _wrong(f"{shorten(repr(name))} stands where a name should")
            self._text.take(":")
            yield name
            if self._text.take(",}") == "}":
                return


class _Text:
    """JSON text that arrives in pieces."""

    def __init__(self, chunks: Iterator[bytes], longest: int) -> None:
        self._chunks = chunks
        self._longest = longest
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder(parse_constant=_no_number)
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def take(self, marks: str) -> str:
        """Step over one of these characters."""
        found = self.peek()
        if not found:
            raise _cut()
        if found not in marks:
            raise _wrong(f"{self.here()} stands where “{'” or “'.join(marks)}” should")
        self._at += 1
        return found

    def value(self) -> object:
        """The next value, whole."""
        if not self.peek():
            raise _cut()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_go_on(error):
                    raise _wrong(f"{error.msg}: {self.here(error.pos)}") from error
            except (RecursionError, ValueError) as error:
                raise _wrong("it is nested too deeply, or a number is too long") from error
            else:
                if end < len(self._text) or not isinstance(value, int | float) or not self._doubled():
                    self._at = end
                    return value
                continue
            if not self._doubled():
                raise _cut()

    def here(self, place: int | None = None) -> str:
        """What stands at a place, for a message."""
        start = self._at if place is None else place
        return f"“{shorten(self._text[start : start + 60], 40)}”"

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _LONGEST_WORD

    def _doubled(self) -> bool:
        """Take in as much again as is here, so that a long value is not begun over and over."""
        wanted = 2 * (len(self._text) - self._at)
        grew = False
        while self._more():
            grew = True
            if len(self._text) >= wanted:
                break
        return grew

    def _more(self) -> bool:
        try:
            chunk = next(self._chunks, None)
            text = self._decoder.decode(chunk or b"", final=chunk is None)
        except UnicodeDecodeError as error:
            raise _cut() if error.reason == "unexpected end of data" else _wrong("it is not UTF-8") from error
        self._text = self._text[self._at :] + text
        self._at = 0
        if len(self._text) > self._longest:
            raise QueryFailed(
                f"One row of the answer is longer than {self._longest:,} characters.", hint="Ask for fewer columns."
            )
        return chunk is not None


def _no_number(word: str) -> None:
    raise ValueError(word)


def _cut() -> IncompleteAnswer:
    return IncompleteAnswer(
        "The answer of the endpoint ends in the middle; nothing of it is used.",
        hint="Ask again; if it stays so, ask for less or tell whoever runs the endpoint.",
    )


def _wrong(why: str) -> QueryFailed:
    return QueryFailed(
        f"The endpoint sent what are no SPARQL results in JSON: {why}.", hint="Is it a SPARQL 1.1 endpoint?"
    )
