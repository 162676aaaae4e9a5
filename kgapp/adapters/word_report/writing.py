"""A document for Word and what reads its files.

Guarantees: real styles for headings, so that they can be listed and changed; no macro, no field but the page numbers, no
link that leads outside; what no XML may hold is shown by its code. Tables are made as XML at once: through the library's
own cells a table of 2,000 rows takes minutes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kgapp.adapters.program_version import version
from kgapp.adapters.word_report import parts, tables
from kgapp.domain.document import (
    Block,
    Bullets,
    Count,
    Counts,
    Document,
    Facts,
    Heading,
    Line,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Style,
    Table,
    Trace,
    Words,
    visible,
)
from kgapp.domain.errors import BadInput
from kgapp.services import whole_files

_FOOT: Final = 90
_PROPERTY: Final = 250
"""Characters that a property of a file may have."""


def save(document: Document, file: Path) -> None:
    """Write a Word document, over one that is there. Raises ``BadInput`` where it cannot be written."""
    try:
        whole_files.write(file, made(document))
    except OSError as error:
        raise BadInput(
            f"The report could not be written to {file}: {error.strerror}.", hint="Choose another place."
        ) from error


def made(document: Document) -> bytes:
    """The file's bytes."""
    page = docx.Document()
    _set_up(page, document)
    parts.add_runs(page.add_paragraph(), (Run(f"{document.kind} · {document.origin.project}", Style.SECOND),))
    page.add_heading(visible(document.title), 1)
    for block in document.front:
        _add(page, block)
    _origin(page, document)
    for number, section in enumerate(document.sections):
        heading = page.add_heading(visible(section.title), 2)
        heading.paragraph_format.page_break_before = number == 0
        parts.bookmark(heading, section.anchor)
        for block in section.blocks:
            _add(page, block)
    content = io.BytesIO()
    page.save(content)
    return content.getvalue()


def _set_up(page: WordDocument, document: Document) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(17)
    section.top_margin, section.bottom_margin = Mm(15), Mm(17)
    section.footer_distance = Mm(8)
    _styles(page)
    parts.foot(section.footer.paragraphs[0], " ".join(_cut(document.title, _FOOT).split()))
    known, origin = page.core_properties, document.origin
    known.title, known.author = _cut(document.title, _PROPERTY), _cut(origin.by, _PROPERTY)
    known.subject, known.category = _cut(document.kind, _PROPERTY), "Report"
    known.last_modified_by = known.author
    known.comments = _cut("; ".join(f"{name} {digest}" for name, digest in origin.hashes), _PROPERTY)
    known.created = known.modified = origin.at.astimezone(UTC).replace(tzinfo=None)  # written as UTC


def _styles(page: WordDocument) -> None:
    looks = (
        ("Normal", 9, "1B2330", 0),
        ("Heading 1", 16, "1B2330", 0),
        ("Heading 2", 13, "1B2330", 12),
        ("Heading 3", 10, "5A6474", 7),
    )
    for name, size, ink, before in looks:
        style = page.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor.from_string(ink)
        parts.one_font(style)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.space_before = Pt(before)


def _cut(text: str, most: int) -> str:
    shown = visible(text)
    return shown if len(shown) <= most else f"{shown[: most - 2]} …"


# ---- one function for each kind of block


def _add(page: WordDocument, block: Block) -> None:
    _ADD[type(block)](page, block)


def _heading(page: WordDocument, block: Heading) -> None:
    parts.bookmark(page.add_heading(visible(block.text), 3), block.anchor)


def _paragraph(page: WordDocument, block: Paragraph) -> None:
    parts.add_runs(page.add_paragraph(), block.runs, parts.SIZES[block.manner])


def _bullets(page: WordDocument, block: Bullets) -> None:
    for line in block.lines:
        parts.add_runs(page.add_paragraph(style="List Bullet"), line)


def _facts(page: WordDocument, block: Facts) -> None:
    tables.add_pairs(page, block)


def _table(page: WordDocument, block: Table) -> None:
    if block.title:
        page.add_heading(visible(block.title), 3)
    if block.hint:
        hint = page.add_paragraph()
        hint.paragraph_format.keep_with_next = True
        parts.add_runs(hint, (Run(block.hint, Style.SECOND),))
    tables.add(page, block)


def _note(page: WordDocument, block: Note) -> None:
    paragraph = page.add_paragraph()
    parts.add_runs(paragraph, block.runs)
    parts.shade(paragraph, block.tone)


def _counts(page: WordDocument, block: Counts) -> None:
    line: list[Run] = []
    for count in block.counts:
        line += (*_count(count), Run("    "))
    parts.add_runs(page.add_paragraph(), tuple(line[:-1]), parts.SIZES["lead"])


def _count(count: Count) -> Line:
    return Run(str(count.number), Style.STRONG, count.tone), Run(f" {count.words}")


def _signatures(page: WordDocument, block: Signatures) -> None:
    for role in block.roles:
        paragraph = page.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(24)
        parts.add_runs(paragraph, (Run("_" * 40), Run(f"  {role}", Style.SECOND)))


def _trace(page: WordDocument, block: Trace) -> None:
    for entry in block.entries:
        paragraph = page.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        parts.bookmark(paragraph, entry.anchor)
        parts.add_runs(paragraph, (Run(f"{entry.number}. ", Style.STRONG), Run(entry.claim)))
        for line in entry.lines:
            parts.add_runs(page.add_paragraph(), (Run(line, Style.CODE),))


def _break(page: WordDocument, _: PageBreak) -> None:
    page.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _origin(page: WordDocument, document: Document) -> None:
    for sentence in document.purpose:
        parts.add_runs(page.add_paragraph(), (Run(sentence, Style.SECOND),), parts.SIZES["small"])
    origin = document.origin
    rows = [(name, Words(((Run(digest, Style.CODE),),))) for name, digest in origin.hashes]
    made = f"{origin.when} by kgapp {version()} · asked by {origin.by} ({origin.identity})"
    tables.add_pairs(page, Facts((*rows, ("Made", Words(((Run(made),),))))))


_ADD: Final[dict[type, Callable[[WordDocument, Any], None]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Table: _table,
    Note: _note,
    Counts: _counts,
    Signatures: _signatures,
    Trace: _trace,
    PageBreak: _break,
}
