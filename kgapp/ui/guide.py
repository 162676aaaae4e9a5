"""The pages of help that come with kgapp: which there are, their text, and where words stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from kgapp.ui.words import mark

FIRST: Final = "user-guide"
WHATS_NEW: Final = "whats-new"
DECISIONS: Final = "decisions"
PAGES: Final = {
    FIRST: mark("User guide"),
    "review": mark("Review a change"),
    "transfer": mark("Compare sites and transfer"),
    "knowledge": mark("Departures, control strategy, inspections"),
    "impact": mark("What does a change touch?"),
    "ask": mark("Ask: questions and SPARQL"),
    "servers": mark("A graph on a server"),
    "exchange": mark("Exchange with other companies"),
    "workbooks": mark("Workbooks and batch results"),
    "command-line": mark("The command line"),
    WHATS_NEW: mark("What is new"),
    DECISIONS: mark("Decisions"),
}
"""Pages by name with their marked titles, in the order in which they are offered."""

_HEADING: Final = re.compile(r"^#{1,6} +(.+?) *#*$")
_MARKS: Final = re.compile(r"[*`]|!?\[([^\]]*)\]\([^)]*\)")
_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: the page, the heading they stand under, and the line."""

    page: str
    heading: str
    line: str


def folder() -> Path:
    """Where the pages and their pictures are."""
    return Path(str(resources.files("kgapp"))) / "help"


@cache
def text(page: str) -> str:
    """A page as Markdown; of a page that is not there, a sentence that says so."""
    file = folder() / f"{page}.md"
    if page not in PAGES or not file.is_file():
        return f"# {page}\n\nThis page does not come with kgapp."
    return file.read_text(encoding="utf-8")


def find(words: str) -> tuple[Hit, ...]:
    """Lines of all pages that hold every word, headings first, at most 60."""
    wanted = words.casefold().split()
    if not wanted:
        return ()
    headings: list[Hit] = []
    lines: list[Hit] = []
    for page in PAGES:
        heading = ""
        for line in text(page).splitlines():
            title = _HEADING.match(line)
            heading = plain(title.group(1)) if title else heading
            told = heading if title else plain(line)
            if all(word in f"{told} {heading}".casefold() for word in wanted) and any(
                word in told.casefold() for word in wanted
            ):
                (headings if title else lines).append(Hit(page, heading, told))
    return (*headings, *lines)[:_MOST]


def plain(line: str) -> str:
    """A line of Markdown without its marks."""
    return _MARKS.sub(lambda found: found.group(1) or "", line).strip(" |>-")


def anchor(heading: str) -> str:
    """What a link to a heading is called, as on code hosts: ``Your own project`` is ``your-own-project``."""
    return re.sub(r"[^\w\- ]", "", plain(heading).casefold()).strip().replace(" ", "-")
