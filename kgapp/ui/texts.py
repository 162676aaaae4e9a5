"""Text from the graph made fit to show: plain, bounded, with nothing hidden in it."""

from __future__ import annotations

import html
import unicodedata
from functools import lru_cache
from typing import Final

LINE: Final = 160
BLOCK: Final = 2_000

_SHOWN_AS: Final = {"\x00": "␀", "\x7f": "␡"}
_HIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
_BREAKS: Final = frozenset("\n\r\t\x0b\x0c\x85\u2028\u2029")


def line(text: str, limit: int = LINE) -> str:
    """``text`` on one line of at most ``limit`` characters; control and direction marks become visible."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isascii() and cut.isprintable():
        return cut
    return _spelled(cut)


@lru_cache(maxsize=8_192)
def _spelled(cut: str) -> str:
    """Drawn views ask for the same few texts again and again."""
    return "".join(" " if character in _BREAKS else _visible(character) for character in cut)


def block(text: str, limit: int = BLOCK) -> str:
    """``text`` with its line breaks, of at most ``limit`` characters."""
    return "\n".join(line(part, limit) for part in text[: limit + 1].splitlines()) if text else ""


def tip(text: str) -> str:
    """A tool tip that shows ``text`` and nothing else: Qt would read markup in it."""
    return f"<qt>{html.escape(line(text, 600))}</qt>" if text else ""


def caption(text: str, limit: int = 60) -> str:
    """A text for a tab, a button or a menu, where ``&`` would mark a key."""
    return line(text, limit).replace("&", "&&")


def number(count: int) -> str:
    """A count with groups of three, as in 3,412."""
    return f"{count:,}"


def count_of(count: int, one: str, many: str) -> str:
    """A count with its noun: ``1 thing``, ``2 things``."""
    return f"{number(count)} {one if count == 1 else many}"


def _visible(character: str) -> str:
    if character in _SHOWN_AS:
        return _SHOWN_AS[character]
    if unicodedata.category(character) in _HIDDEN:
        code = ord(character)
        return chr(0x2400 + code) if code < 0x20 else "·"
    return character
