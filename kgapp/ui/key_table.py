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
PAGES: Final = mark("Pages")
MAP: Final = mark("Process map")
GRAPH: Final = mark("Graph")
FORMS: Final = mark("Forms")
GRID: Final = mark("Grid")
MATRIX: Final = mark("Coverage matrix")
SPARQL: Final = mark("SPARQL")
REVIEW: Final = mark("Review of a change")
SITES: Final = mark("Comparison of two sites")
MEETING: Final = mark("Gap meeting")
REASON: Final = mark("Why?")
SEARCH: Final = mark("Search")

VIEW_KEYS: Final = (
    KeyRow("Tab, Shift+Tab", mark("To the next or the previous field"), EVERYWHERE),
    KeyRow("Esc", mark("Close what has popped up, cancel"), EVERYWHERE),
    KeyRow("Ctrl+Tab, Ctrl+Shift+Tab", mark("To the next or the previous tab"), EVERYWHERE),
    KeyRow("Up, Down", mark("Through the rows"), LISTS),
    KeyRow("Left, Right", mark("Fold and unfold"), LISTS),
    KeyRow("Enter", mark("Open in a tab"), LISTS),
    KeyRow("F2", mark("Edit"), LISTS),
    KeyRow("Del", mark("Retire"), LISTS),
    KeyRow("Ctrl+C", mark("Copy"), LISTS),
    KeyRow("Shift+F10", mark("Menu of what is selected"), LISTS),
    KeyRow("Ctrl+Enter", mark("Open in a tab behind this one"), PAGES),
    KeyRow("Up, Down", mark("Through the hits"), SEARCH),
    KeyRow("Enter", mark("Open the hit"), SEARCH),
    KeyRow("Up, Down, Left, Right", mark("To the nearest card"), MAP),
    KeyRow("Home, End", mark("To the ends of the row"), MAP),
    KeyRow("Enter", mark("Open the page or the list"), MAP),
    KeyRow("Space", mark("Fold a step or a site"), MAP),
    KeyRow("1, 2, 3", mark("Overview, steps, parameters"), MAP),
    KeyRow("+, -", mark("Nearer, farther"), MAP),
    KeyRow("0", mark("Show everything"), MAP),
    KeyRow("Ctrl+T", mark("Tree or drawing"), MAP),
    KeyRow("[, ]", mark("To the previous or the next thing reached, or hop of the one path"), MAP),
    KeyRow("I", mark("Only the path to what is chosen"), MAP),
    KeyRow("Esc", mark("All paths again"), MAP),
    KeyRow("Ctrl+A", mark("Choose all rows shown"), REVIEW),
    KeyRow("Space", mark("On a heading: choose what stands below it"), REVIEW),
    KeyRow("Ctrl+J", mark("To the reason of the verdict"), REVIEW),
    KeyRow("A", mark("Impact of this difference"), SITES),
    KeyRow("G", mark("Its gap, or a new one"), SITES),
    KeyRow("F2", mark("Edit the cell"), MEETING),
    KeyRow("Del", mark("Clear the cell"), MEETING),
    KeyRow("Ctrl+J", mark("To the next line to decide"), MEETING),
    KeyRow("Up, Down, Left, Right", mark("Along the links"), GRAPH),
    KeyRow("Enter", mark("Open the page, show more"), GRAPH),
    KeyRow("Space", mark("Expand"), GRAPH),
    KeyRow("Del", mark("Hide"), GRAPH),
    KeyRow("P", mark("Pin"), GRAPH),
    KeyRow("+, -", mark("Nearer, farther"), GRAPH),
    KeyRow("0", mark("Show everything"), GRAPH),
    KeyRow("0, 1, 2, 3", mark("No effect, low, medium, high (also N, L, M, H)"), MATRIX),
    KeyRow("+, -, ~", mark("More makes more, makes less, goes both ways"), MATRIX),
    KeyRow("U", mark("Not assessed after all"), MATRIX),
    KeyRow("Space, Shift+Space", mark("To the next or the previous cell that nobody assessed"), MATRIX),
    KeyRow("Enter", mark("Open what is recorded, or record it"), MATRIX),
    KeyRow("Ctrl+V", mark("Judge from a table of a spreadsheet"), MATRIX),
    KeyRow("Ctrl+Enter", mark("Run the text"), SPARQL),
    KeyRow("Esc", mark("Stop what runs"), SPARQL),
    KeyRow("Ctrl+Space", mark("What can stand here"), SPARQL),
    KeyRow("Tab, Enter", mark("Take what is offered and declare its prefix"), SPARQL),
    KeyRow("Ctrl+Shift+Space", mark("Tell what stands at the cursor"), SPARQL),
    KeyRow("Ctrl+/", mark("Lines to a comment and back"), SPARQL),
    KeyRow("Ctrl+Shift+F", mark("Lay the text out anew"), SPARQL),
    KeyRow("Esc, then Tab", mark("Leave the text"), SPARQL),
    KeyRow("Ctrl+S", mark("Save"), FORMS),
    KeyRow("Esc", mark("Leave the form"), FORMS),
    KeyRow("F2", mark("Edit the cell"), GRID),
    KeyRow("Enter", mark("To the next row"), GRID),
    KeyRow("Ctrl+D", mark("Fill down"), GRID),
    KeyRow("Del", mark("Clear the cells"), GRID),
    KeyRow("Ctrl+C, Ctrl+V", mark("Copy, paste a table"), GRID),
    KeyRow("Down", mark("Take the last reason"), REASON),
    KeyRow("Ctrl+Enter", mark("Save"), REASON),
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
