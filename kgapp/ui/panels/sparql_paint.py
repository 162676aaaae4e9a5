"""Colours of the words in the SPARQL editor: only the lines that are seen are coloured, however long the text is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from kgapp.ui.theme import Theme

_LONG: Final = re.compile(
    r"""(?P<comment>\#[^\n]*) | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<long>\"{3}(?:[^"\\]|\\.|"(?!""))*+(?:\"{3}|\Z) | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3}|\Z))
      | (?P<short>"(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+')""",
    re.VERBOSE | re.DOTALL,
)
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#.*) | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>"(?:[^"\\]|\\.)*+"? | '(?:[^'\\]|\\.)*+'?)
      | (?P<variable>[?$]\w+) | (?P<language>@[A-Za-z][A-Za-z0-9-]*)
      | (?P<name>[^\W_]?[\w.\-]{0,100}+:[\w:.%\-]*)
      | (?P<number>\b\d++(?:\.\d++)?+(?:[eE][+-]?\d++)?+) | (?P<word>[^\W\d]\w*+)""",
    re.VERBOSE,
)
_TRUTHS: Final = frozenset({"true", "false"})
Piece = tuple[int, int, str]
"""Where it starts in its line, its length, and how it is coloured."""


def pieces(line: str) -> Iterator[Piece]:
    """The coloured pieces of a line that begins outside a long string.

    >>> list(pieces("ASK { ?a ex:b 7 } # why"))[:2]
    [(0, 3, 'word'), (6, 2, 'variable')]
    """
    for match in _TOKEN.finditer(line):
        kind = match.lastgroup or ""
        if kind == "word" and match[0] != "a":
            kind = "truth" if match[0].lower() in _TRUTHS else "word"
        if kind not in {"name", ""}:
            yield match.start(), match.end() - match.start(), kind


def long_strings(text: str) -> tuple[tuple[int, int], ...]:
    """Where strings stand that may go over several lines."""
    if '"""' not in text and "'''" not in text:
        return ()
    return tuple(match.span() for match in _LONG.finditer(text) if match.lastgroup == "long")


class Colouring(QObject):
    """Colours what an editor shows; joined to it as long as it lives."""

    def __init__(self, editor: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._theme = editor, theme
        self._long: tuple[tuple[int, int], ...] = ()
        self._formats: dict[str, QTextCharFormat] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._colour)
        editor.document().contentsChange.connect(self._changed)
        editor.updateRequest.connect(lambda _rect, _dy: self._soon.start())
        self.dress()

    def dress(self) -> None:
        """Take the colours in force."""
        colours = self._theme.colours
        inks = {
            "comment": colours.third,
            "iri": colours.low[0],
            "string": colours.low[0],
            "language": colours.low[0],
            "variable": colours.medium[0],
            "number": colours.low[0],
            "truth": colours.low[0],
            "word": colours.accent,
        }
        self._formats = {}
        for kind, ink in inks.items():
            made = QTextCharFormat()
            made.setForeground(QColor(ink))
            if kind == "word":
                made.setFontWeight(QFont.Weight.DemiBold)
            made.setFontItalic(kind == "comment")
            self._formats[kind] = made
        block = self._editor.document().begin()
        while block.isValid():
            block.layout().clearFormats()
            block = block.next()
        self._soon.start()

    def _changed(self, _at: int, _removed: int, _added: int) -> None:
        self._long = long_strings(self._editor.toPlainText())
        self._soon.start()

    def _colour(self) -> None:
        block = self._editor.firstVisibleBlock()
        bottom = self._editor.viewport().height()
        top = self._editor.blockBoundingGeometry(block).translated(self._editor.contentOffset()).top()
        while block.isValid() and top <= bottom:
            self._colour_block(block)
            top += self._editor.blockBoundingRect(block).height()
            block = block.next()

    def _colour_block(self, block: QTextBlock) -> None:
        wanted = list(self._of(block))
        layout = block.layout()
        there = [(one.start, one.length, one.format.foreground().color().rgb()) for one in layout.formats()]
        if there == [(at, size, self._formats[kind].foreground().color().rgb()) for at, size, kind in wanted]:
            return
        ranges = []
        for at, size, kind in wanted:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = at, size, self._formats[kind]
            ranges.append(one)
        layout.setFormats(ranges)
        self._editor.document().markContentsDirty(block.position(), block.length())

    def _of(self, block: QTextBlock) -> Iterator[Piece]:
        """The pieces of a block, whatever of it stands in a long string."""
        text, start, at = block.text(), block.position(), 0
        end = start + len(text)
        here = bisect_right(self._long, (start, 0)) - 1
        for begin, stop in self._long[max(0, here) :]:
            if begin >= end:
                break
            if stop <= start:
                continue
            yield from ((at + first, size, kind) for first, size, kind in pieces(text[at : max(0, begin - start)]))
            at = min(stop, end) - start
            yield max(begin, start) - start, at - (max(begin, start) - start), "string"
        yield from ((at + first, size, kind) for first, size, kind in pieces(text[at:]))
