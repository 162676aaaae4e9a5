"""The keys that judge a cell of the coverage matrix."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kgapp.domain.coverage import Direction
from kgapp.domain.grades import Grade
from kgapp.services.coverage_writing import Said


class Go(Enum):
    """Where to go on."""

    NEXT = 1
    BEFORE = -1


@dataclass(frozen=True, slots=True)
class Say:
    """What a key says of a cell."""

    said: Said


@dataclass(frozen=True, slots=True)
class Paste:
    """A table is to be read from the clipboard."""


PASTE: Final = Paste()

_KEYS: Final[dict[str, Say]] = {
    "0": Say(Grade.NONE),
    "N": Say(Grade.NONE),
    "1": Say(Grade.LOW),
    "L": Say(Grade.LOW),
    "2": Say(Grade.MEDIUM),
    "M": Say(Grade.MEDIUM),
    "3": Say(Grade.HIGH),
    "H": Say(Grade.HIGH),
    "U": Say(None),
    "+": Say(Direction.UP),
    "-": Say(Direction.DOWN),
    "~": Say(Direction.MIXED),
}
_OTHER: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def meaning(event: QKeyEvent) -> Say | Go | Paste | None:
    """What a key means; ``None`` for one that means nothing here."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return PASTE
    if event.modifiers() & _OTHER:
        return None
    if event.key() == Qt.Key.Key_Space:
        return Go.BEFORE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else Go.NEXT
    if event.key() == Qt.Key.Key_Backspace:
        return Go.BEFORE
    return _KEYS.get(event.text().upper())
