"""A report as values: what it says and in which form, before anything knows about HTML, PDF, Word or a workbook.

One document is written in all four. Text is plain text, exactly as recorded: whoever writes it escapes it. Meaning is a
word with a tone; a tone alone says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a word means, for its colour and its border; the word itself always says it too."""

    PLAIN = "plain"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"
    QUIET = "quiet"


class Style(StrEnum):
    """How a run of text is set."""

    PLAIN = "plain"
    STRONG = "strong"
    SECOND = "second"
    CODE = "code"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Run:
    """Some text of one style. ``link`` is the anchor it leads to, empty for none; ``tone`` colours ``MARK`` and ``STRONG``."""

    text: str
    style: Style = Style.PLAIN
    tone: Tone = Tone.PLAIN
    link: str = ""


Line = tuple[Run, ...]
"""Runs that stand beside each other."""


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of text: lines below each other."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell with a number. ``written`` is how it was written, without its unit; a workbook gets ``value``."""

    value: Decimal
    unit: str = ""
    written: str = ""

    @property
    def shown(self) -> str:
        """The figure with its unit."""
        return f"{self.written or self.value} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Grading:
    """A cell with a word that grades, and lines below it."""

    word: str
    tone: Tone
    below: tuple[Line, ...] = ()


Cell = Words | Figure | Grading


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its share of the width."""

    head: str
    share: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Cells, one for each column. ``anchor`` is what links lead to, empty for none."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below that of its section."""

    text: str
    anchor: str = ""


class Manner(StrEnum):
    """What a paragraph is for."""

    LEAD = "lead"
    BODY = "body"
    HINT = "hint"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Line
    manner: Manner = Manner.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines of a list, in an order that means nothing."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what is recorded for them."""

    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that are repeated on each page. ``title`` names it, and its sheet where a document has none."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader must not miss."""

    runs: Line
    tone: Tone = Tone.UNKNOWN


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that stands for the whole."""

    number: int
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures beside each other."""

    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on paper: for whom. kgapp itself signs nothing here."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered claim of a trace and the lines it rests on, as recorded. ``anchor`` is what links lead to."""

    number: int
    claim: str
    lines: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Each claim with the statements it was read from."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page, where there are pages."""


Block = Heading | Paragraph | Bullets | Facts | Table | Note | Counts | Signatures | Trace | PageBreak


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading."""

    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for a workbook, where each column holds one thing only so that it can be filtered and sorted."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made of, when and by whom. ``hashes`` are named digests: of the revision, the rules, the graph."""

    project: str
    at: datetime
    by: str
    identity: str
    hashes: tuple[tuple[str, str], ...] = ()

    @property
    def when(self) -> str:
        """The time, in UTC and to the second."""
        return f"{self.at:%Y-%m-%d %H:%M:%S} UTC"


@dataclass(frozen=True, slots=True)
class Document:
    """A report. ``front`` is its first page and is made to fit on one; ``purpose`` says what it is not used for.

    ``sheets`` are what a workbook shows in the place of the tables; without any it shows those.
    """

    kind: str
    title: str
    front: tuple[Block, ...]
    sections: tuple[Section, ...]
    origin: Origin
    purpose: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()

    def tables(self) -> Iterator[Table]:
        """Every table, in order."""
        for blocks in (self.front, *(section.blocks for section in self.sections)):
            yield from (block for block in blocks if isinstance(block, Table))


NOTHING: Final = Words()
"""An empty cell."""


def words(*lines: str) -> Words:
    """A cell of plain lines; empty ones are left out."""
    return Words(tuple((Run(line),) for line in lines if line))


def named(name: str, *second: str) -> Words:
    """A cell with a name and, below it in second ink, what helps to find it."""
    return Words(((Run(name, Style.STRONG),), *((Run(line, Style.SECOND),) for line in second if line)))


def plain(text: str) -> Line:
    """A line of plain text."""
    return (Run(text),)


def keyed(key: str, text: str) -> Line:
    """A line that begins with what it is about."""
    return (Run(f"{key} ", Style.SECOND), Run(text))


def text_of(cell: Cell) -> str:
    """What a cell says, without its looks: lines separated by line ends."""
    if isinstance(cell, Figure):
        return cell.shown
    if isinstance(cell, Grading):
        return "\n".join((cell.word, *map(line_text, cell.below)))
    return "\n".join(map(line_text, cell.lines))


def line_text(line: Line) -> str:
    """What a line says."""
    return "".join(run.text for run in line)


def visible(text: str) -> str:
    r"""Text with what cannot be seen made visible: control and direction characters, and what no XML may hold.

    >>> visible("a\x00b")
    'a\\u0000b'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text.replace("\r\n", "\n"))


def breakable(text: str) -> str:
    """Text in which words that no line can hold may be broken, by spaces of no width."""
    return _ENDLESS.sub(r"\1" + "\u200b", text)


_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ENDLESS: Final = re.compile(r"([^\s/–—\u200b]{24})(?=[^\s/–—]{8})")
