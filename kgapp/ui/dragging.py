"""Things on the move: what a dragged row or card carries, for everything that takes a thing when it is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QMimeData

from kgapp.domain import terms
from kgapp.domain.errors import BadTerm
from kgapp.domain.terms import Iri

MIME_THINGS: Final = "application/x-kgapp-things"
"""Addresses of things of the open project, one a line, in UTF-8."""


def mime_of(things: Iterable[Iri]) -> QMimeData:
    """What a drag of these things carries; other programs get their addresses as text."""
    text = "\n".join(things)
    carried = QMimeData()
    carried.setData(MIME_THINGS, text.encode())
    carried.setText(text)
    return carried


def things_in(carried: QMimeData) -> tuple[Iri, ...]:
    """The things that a drag of kgapp carries; none for what comes from elsewhere."""
    if not carried.hasFormat(MIME_THINGS):
        return ()
    text = carried.data(MIME_THINGS).toStdString()
    return tuple(thing for line in text.split("\n") if (thing := _read(line)) is not None)


def _read(text: str) -> Iri | None:
    try:
        return terms.iri(text)
    except BadTerm:
        return None
