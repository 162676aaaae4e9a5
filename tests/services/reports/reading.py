"""What a document says, as lines, for the tests of reports."""

from __future__ import annotations

from collections.abc import Iterator

from kgapp.domain.document import (
    Block,
    Bullets,
    Counts,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Signatures,
    Table,
    Trace,
    line_text,
    text_of,
)


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield block.title
            yield block.hint
            yield from (column.head for column in block.columns)
            yield from (text_of(cell) for row in block.rows for cell in row.cells)
        elif isinstance(block, Facts):
            yield from (f"{name}: {text_of(cell)}" for name, cell in block.rows)
        elif isinstance(block, Paragraph | Note):
            yield line_text(block.runs)
        elif isinstance(block, Bullets):
            yield from map(line_text, block.lines)
        elif isinstance(block, Counts):
            yield from (f"{count.number} {count.words}" for count in block.counts)
        elif isinstance(block, Trace):
            yield from (text for entry in block.entries for text in (f"{entry.number}. {entry.claim}", *entry.lines))
        elif isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Signatures):
            yield from block.roles


def front(document: Document) -> str:
    return "\n".join(lines(document.front))


def section(document: Document, title: str) -> str:
    return "\n".join(text for each in document.sections if each.title.startswith(title) for text in lines(each.blocks))


def sheet(document: Document, name: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    (found,) = (each for each in document.sheets if each.name == name)
    return tuple(column.head for column in found.columns), [tuple(map(text_of, row)) for row in found.rows]
