"""How the cells of a grid stand, and what is said of those that were refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgapp.ui.models.cell_edits import Cell
from kgapp.ui.words import tr


class State(StrEnum):
    """How a cell stands."""

    SAVED = ""
    CHANGED = "changed"
    REFUSED = "refused"
    NO_CELL = "no cell"


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that was refused, or for which there was no room: where, what was entered, why. ``cell`` is there to go to."""

    row: str
    column: str
    text: str
    why: str
    cell: Cell | None = None


def outside(row: int, column: int, text: str) -> Problem:
    """A cell of a pasted table that lies beyond the grid; rows and columns count from 1."""
    return Problem(
        tr("Row {number} of what was pasted").format(number=row),
        tr("Column {number}").format(number=column),
        text,
        tr("The grid ends before it: nothing was put there."),
    )
