"""Taking things to the clipboard: by name, by address, or as a table for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kgapp.domain.terms import Iri
from kgapp.services import browsing, spreadsheets
from kgapp.services.ports import RecordReader
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


def names(desk: Desk, things: tuple[Iri, ...]) -> None:
    """Their names, one a line."""
    desk.project.read(
        lambda reader: _names(reader, things), lambda found: _put(desk, "\n".join(found)), desk.tell, "copy"
    )


def addresses(desk: Desk, things: tuple[Iri, ...]) -> None:
    """Their addresses, one a line."""
    _put(desk, "\n".join(things))


def table(desk: Desk, things: tuple[Iri, ...]) -> None:
    """A row each: name, kind, id, address; divided by tabs, as spreadsheets take it."""
    head = (tr("Name"), tr("Kind"), tr("Id"), tr("Address"))

    def put(found: tuple[tuple[str, ...], ...]) -> None:
        _put(desk, spreadsheets.as_tabs((head, *found)))

    desk.project.read(lambda reader: _rows(reader, things), put, desk.tell, "copy")


def _names(reader: RecordReader, things: tuple[Iri, ...]) -> tuple[str, ...]:
    found = browsing.labels(reader, things)
    return tuple(_flat(found[thing]) for thing in things)


def _rows(reader: RecordReader, things: tuple[Iri, ...]) -> tuple[tuple[str, ...], ...]:
    types = reader.types(things)
    named = browsing.labels(reader, {*things, *(kind for kinds in types.values() for kind in kinds)})
    ids = browsing.notations(reader, things)
    return tuple(
        (
            named[thing],
            ", ".join(named[kind] for kind in types.get(thing, ())),
            ids[thing],
            thing,
        )
        for thing in things
    )


def _flat(text: str) -> str:
    """One cell: no tabs, no line breaks."""
    return " ".join(text.split())


def _put(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.say(tr("Copied"))
