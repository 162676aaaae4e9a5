"""The page of an entity as rows: its facts, what belongs to it, what uses it, its history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kgapp.services.portrait_sections import Section, Value
from kgapp.services.portraits import Event, FactRow, Portrait
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.texts import number

COLUMNS: Final = ("What", "Value", "Note")


def groups(portrait: Portrait) -> tuple[Group, ...]:
    """Facts first, then what belongs to the entity, know-how, uses and history."""
    return (
        Group("Facts", tuple(row for fact in portrait.rows for row in _fact(fact))),
        *(_section(section) for section in portrait.sections),
        _section(portrait.know_how),
        *(_section(section, "Used by · ") for section in portrait.used_by),
        Group("History", tuple(row for event in portrait.events for row in _event(event))),
    )


def _fact(fact: FactRow) -> Iterator[Row]:
    for at, value in enumerate(fact.values):
        yield Row((Cell(fact.name if at == 0 else "", ink="second"), *_value(value)), value)


def _section(section: Section, before: str = "") -> Group:
    rows = tuple(Row((Cell(_capital(value.lead), ink="second"), *_value(value)), value) for value in section.lines)
    hidden = section.total - len(section.lines)
    if hidden > 0:
        rows += (Row((Cell(""), Cell(f"and {number(hidden)} more", ink="second"), Cell(""))),)
    return Group(f"{before}{section.title}  {number(section.total)}", rows)


def _value(value: Value) -> tuple[Cell, Cell]:
    if value.iri is None:
        return Cell(value.text), Cell(value.note, ink="second")
    named = Cell(value.text, icon=kind_of(value.classes), ink="accent", iri=value.iri)
    return named, Cell(value.note, ink="second")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _event(event: Event) -> Iterator[Row]:
    revision = event.revision
    who = f"{revision.note.author.name} · “{revision.note.why}”"
    sentences = event.sentences or (revision.summary,)
    when = f"{revision.at:%Y-%m-%d %H:%M} UTC"
    for at, sentence in enumerate(sentences):
        first = Cell(f"Revision {revision.seq}" if at == 0 else "", ink="second")
        yield Row((first, Cell(sentence), Cell(f"{when} · {who}" if at == 0 else "", ink="second")))
