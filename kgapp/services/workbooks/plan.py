"""What reading a workbook would change, before anything is written: differences, what is left out and why, and the one change."""

from __future__ import annotations

from dataclasses import dataclass

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.terms import Iri, shorten
from kgapp.domain.workbook import Cell, CellKind
from kgapp.services.workspace import Workspace

EMPTY_WORD = "(none)"
"""What is written into a cell to take a value away; an empty cell changes nothing."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a workbook. ``row`` counts from 1, 0 for the whole sheet; ``column`` is a head, empty for the whole row."""

    sheet: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        place = f", row {self.row}" if self.row else ""
        return f"{self.sheet}{place}" + (f", “{shorten(self.column, 60)}”" if self.column else "")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be new, or one property that would change. ``what`` is empty for a new thing."""

    where: Where
    thing: Iri
    name: str
    kind: str
    what: str = ""
    before: str = ""
    after: str = ""
    adds: bool = False
    """Whether a value comes beside what is there, which is not named."""

    @property
    def sentence(self) -> str:
        """The difference as people read it."""
        if not self.what:
            return f"New {self.kind} “{shorten(self.name, 120)}”."
        if self.adds:
            return f"{self.what} of “{shorten(self.name, 120)}”: also “{shorten(self.after, 120)}”."
        before = f"“{shorten(self.before, 120)}”" if self.before else "nothing"
        after = f"“{shorten(self.after, 120)}”" if self.after else "nothing"
        return f"{self.what} of “{shorten(self.name, 120)}”: {before} → {after}."


@dataclass(frozen=True, slots=True)
class Rejected:
    """A cell, row or sheet that is not taken over: where, what stands there, and why."""

    where: Where
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A sheet or a column that is not read, and why."""

    sheet: str
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Counts:
    """``same`` cells say what is recorded, ``blank`` cells of a matrix say nothing: not assessed, never “no effect”."""

    rows: int = 0
    same: int = 0
    blank: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a workbook would change as one revision, made against revision ``seq``."""

    file: str
    sha256: str
    seq: int
    change: ChangeSet
    differences: tuple[Difference, ...]
    rejected: tuple[Rejected, ...]
    unread: tuple[Unread, ...]
    counts: Counts

    @property
    def new(self) -> tuple[Difference, ...]:
        """The things that would be new."""
        return tuple(each for each in self.differences if not each.what)


def commit(workspace: Workspace, plan: Plan, why: str) -> Revision | None:
    """Write the plan as one revision; ``None`` when it changes nothing. Raises ``BadInput`` when the project moved on meanwhile."""
    head = workspace.reader.head()
    if (head.seq if head else 0) != plan.seq:
        raise BadInput(
            "The project was changed after the workbook was compared with it.", hint="Read the workbook again."
        )
    return workspace.commit(plan.change, Note(workspace.author, why)) if plan.change else None


def trouble(cell: Cell) -> str:
    """Why a cell is not read at all; empty for one that is."""
    return _NOT_READ.get(cell.kind, "")


def text_of(cell: Cell) -> str:
    """What a cell says: a figure written out, any other text to the character but for blanks around it."""
    if cell.kind is CellKind.NUMBER and "e" in cell.text.lower():
        return f"{float(cell.text):.20f}".rstrip("0") if abs(float(cell.text)) < 1 else f"{float(cell.text):.0f}"
    return cell.text.strip()


_NOT_READ = {
    CellKind.FORMULA: "A calculated cell: its result is not read. Write the value itself.",
    CellKind.FAULT: "A fault of the spreadsheet.",
}
