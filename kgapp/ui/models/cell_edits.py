"""The edits of a grid before they are saved: what each cell is to hold, and the steps to take back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MOST_STEPS: Final = 500

Cell = tuple[int, int]
"""Row and column of the plan, whatever is filtered or hidden."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What a cell showed when it was edited, and what was entered."""

    seen: str
    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    before: Mapping[Cell, Entered | None]
    after: Mapping[Cell, Entered | None]


class CellEdits:
    """The cells that differ from what is saved. Every change is a step that can be taken back and done again."""

    def __init__(self) -> None:
        self.cells: dict[Cell, Entered] = {}
        self._past: list[_Step] = []
        self._ahead: list[_Step] = []

    @property
    def to_undo(self) -> str:
        """The name of the step to take back; empty without one."""
        return self._past[-1].name if self._past else ""

    @property
    def to_redo(self) -> str:
        """The name of the step to do again; empty without one."""
        return self._ahead[-1].name if self._ahead else ""

    def enter(self, name: str, after: Mapping[Cell, Entered | None]) -> tuple[Cell, ...]:
        """Put texts into cells (``None``: as it is saved), as one step; returns the cells that changed."""
        changed = {cell: entered for cell, entered in after.items() if self.cells.get(cell) != entered}
        if changed:
            step = _Step(name, {cell: self.cells.get(cell) for cell in changed}, changed)
            self._past = [*self._past[-MOST_STEPS + 1 :], step]
            self._ahead = []
            self._set(changed)
        return tuple(changed)

    def undo(self) -> tuple[Cell, ...]:
        """Take the newest step back; returns the cells that changed."""
        if not self._past:
            return ()
        step = self._past.pop()
        self._ahead.append(step)
        self._set(step.before)
        return tuple(step.before)

    def redo(self) -> tuple[Cell, ...]:
        """Do again what was taken back last; returns the cells that changed."""
        if not self._ahead:
            return ()
        step = self._ahead.pop()
        self._past.append(step)
        self._set(step.after)
        return tuple(step.after)

    def settle(self, cells: Mapping[Cell, Entered]) -> None:
        """These cells were saved as they were then: they are no edits any more, and there is nothing to take back here."""
        for cell, entered in cells.items():
            if self.cells.get(cell) == entered:
                del self.cells[cell]
        self._past.clear()
        self._ahead.clear()

    def _set(self, cells: Mapping[Cell, Entered | None]) -> None:
        for cell, entered in cells.items():
            if entered is None:
                self.cells.pop(cell, None)
            else:
                self.cells[cell] = entered
