"""A document as PDF.

Guarantees: the template is fixed and gets the document as JSON, so that text is text and never markup; fonts are those
that Typst brings (those of the system stand in only for letters that these lack); no package and no file is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

import typst

from kgapp.adapters.program_version import version
from kgapp.domain.document import Document, Entry, Figure, Heading, Row, Run, Section, breakable, text_of, visible
from kgapp.domain.errors import BadInput
from kgapp.services import whole_files

_TEMPLATE: Final = Path(__file__).parent / "report.typ"
_FOOT: Final = 110
"""Characters of the title at the foot of each page."""

_WHOLE: Final = 900
"""Characters of a cell up to which its row is kept on one page."""

MOST_LINKED: Final = 1500
"""Places that links lead to. Each one doubles the time of its paragraph; with more of them numbers stand without links."""


def save(document: Document, file: Path) -> None:
    """Write a PDF, over one that is there. Raises ``BadInput`` where it cannot be written."""
    try:
        whole_files.write(file, made(document))
    except OSError as error:
        raise BadInput(
            f"The report could not be written to {file}: {error.strerror}.", hint="Choose another place."
        ) from error


def made(document: Document) -> bytes:
    """The PDF."""
    found = typst.compile(
        _TEMPLATE.read_bytes(), sys_inputs={"document": data(document)}, timestamp=int(document.origin.at.timestamp())
    )
    assert isinstance(found, bytes)
    return found


def data(document: Document) -> str:
    """What the template reads: the values of the document under the names of their fields."""
    title = visible(document.title)
    foot = title if len(title) <= _FOOT else f"{title[:_FOOT]} …"
    anchored = {each.anchor for each in _anchored(document) if each.anchor}
    anchors = anchored if len(anchored) <= MOST_LINKED else set[str]()
    told = {
        "document": _value(document, anchors),
        "foot": " ".join(foot.split()),
        "when": document.origin.when,
        "version": version(),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _anchored(document: Document) -> Iterator[Heading | Row | Section | Entry]:
    yield from document.sections
    for blocks in (document.front, *(section.blocks for section in document.sections)):
        for block in blocks:
            if isinstance(block, Heading):
                yield block
            yield from getattr(block, "entries", ())
            yield from (row for row in getattr(block, "rows", ()) if isinstance(row, Row))


def _value(value: object, anchors: set[str]) -> object:
    """A value as JSON; a link that leads nowhere is none, since the template could not resolve it."""
    if isinstance(value, Run):
        link = value.link if value.link in anchors else ""
        return [breakable(visible(value.text)), value.style, value.tone, link]
    if isinstance(value, Figure):
        return {"is": "Figure", "shown": visible(value.shown)}
    if isinstance(value, Row):
        cells = [_value(cell, anchors) for cell in value.cells]
        whole = all(len(text_of(cell)) < _WHOLE for cell in value.cells)
        return {"cells": cells, "anchor": value.anchor, "whole": whole}
    if is_dataclass(value):
        named = {each.name: _value(getattr(value, each.name), anchors) for each in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [_value(each, anchors) for each in value]
    if isinstance(value, str):
        return breakable(visible(value))
    return str(value) if isinstance(value, datetime | Decimal) else value
