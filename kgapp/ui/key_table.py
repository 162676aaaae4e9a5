"""The keys that views have of their own, beside those of the actions: where they work, and what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from kgapp.ui.actions import ACTIONS
from kgapp.ui.words import mark, said, tr


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys, what they do and where, as marked texts."""

    keys: str
    does: str
    where: str


EVERYWHERE: Final = mark("Everywhere")
LISTS: Final = mark("Lists, trees and tables")
MAP: Final = mark("Process map")
GRAPH: Final = mark("Graph")
FORMS: Final = mark("Forms and the grid")
SEARCH: Final = mark("Search")

VIEW_KEYS: Final = (
    KeyRow("Tab, Shift+Tab", mark("To the next or the previous field"), EVERYWHERE),
    KeyRow("Esc", mark("Close what has popped up, cancel"), EVERYWHERE),
    KeyRow("Ctrl+Tab, Ctrl+Shift+Tab", mark("To the next or the previous tab"), EVERYWHERE),
    KeyRow("Up, Down", mark("Through the rows"), LISTS),
    KeyRow("Left, Right", mark("Fold and unfold"), LISTS),
    KeyRow("Enter", mark("Open in a tab"), LISTS),
    KeyRow("Shift+F10", mark("Menu of what is selected"), LISTS),
    KeyRow("Up, Down", mark("Through the hits"), SEARCH),
    KeyRow("Enter", mark("Open the hit"), SEARCH),
    KeyRow("Up, Down, Left, Right", mark("To the nearest card"), MAP),
    KeyRow("Enter", mark("Open in a tab"), MAP),
    KeyRow("+, -", mark("Nearer, farther"), MAP),
    KeyRow("Ctrl+Enter", mark("Save"), FORMS),
)


@dataclass(frozen=True, slots=True)
class ShownKeys:
    """A row of the overview, in the user's language."""

    keys: str
    does: str
    where: str


def overview() -> tuple[ShownKeys, ...]:
    """Every key: those of the actions by menu, then those of the views."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        ShownKeys(
            ", ".join(QKeySequence(key).toString(native) for key in row.shortcut.split()),
            said(row.text).replace("&", "").rstrip("…"),
            tr("Menu {name}").format(name=said(row.menu.value)),
        )
        for row in ACTIONS
        if row.shortcut
    ]
    return (*rows, *(ShownKeys(row.keys, said(row.does), said(row.where)) for row in VIEW_KEYS))
