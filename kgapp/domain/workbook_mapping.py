"""What a workbook of somebody else means here: which class a sheet holds, and what each of its columns says.

A mapping names columns by their heads, so that it fits the next file of the same kind whatever the order of its columns.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from kgapp.domain.terms import Iri

NO_CLASS: Final = Iri("")


class Role(Enum):
    """What a column is for."""

    ADDRESS = "address"
    """The address of the thing of a row; only kgapp's own workbooks have one."""
    ID = "id"
    """An identifier by which a thing is found, and which a new thing keeps."""
    NAME = "name"
    """What the thing is called; it is found by that, too."""
    VALUE = "value"
    """A value of a property."""
    RANGE = "range"
    """Both ends of a range in one cell, such as 2-4."""
    OF = "of"
    """What has the thing of the row as a value of a property: the step that has a parameter."""
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class Part:
    """A thing beside that of the row, such as the normal operating range of a parameter.

    ``link`` leads from the part to the thing of the row; ``fixed`` is what is true of every such part.
    """

    key: str
    label: str
    kind: Iri
    link: Iri
    fixed: tuple[tuple[Iri, Iri], ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What cells of a column say; ``part`` names whose property it is where it is not that of the row's thing."""

    role: Role
    path: Iri | None = None
    part: str = ""


NOT_READ: Final = Target(Role.NOT_READ)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head; ``unit`` is that of its figures where the head names one, ``note`` says why it is not read."""

    head: str
    target: Target
    unit: Iri | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetMap:
    """What a sheet holds: things of a class as rows, or, as a matrix, effects of factors on attributes.

    ``head_row`` counts from 1. ``fixed`` are values that every row has, as they would be typed.
    """

    sheet: str
    kind: str
    thing: Iri
    head_row: int
    columns: tuple[Column, ...]
    parts: tuple[Part, ...] = ()
    fixed: tuple[tuple[Target, str], ...] = ()
    own: bool = False
    """Whether kgapp wrote the sheet: a cell with several values then says all of them."""

    @property
    def matrix(self) -> bool:
        """Whether it is a cause and effect matrix."""
        return self.kind == MATRIX

    def part(self, key: str) -> Part:
        """The part of a key that a column names."""
        return next(each for each in self.parts if each.key == key)

    def with_column(self, head: str, target: Target) -> SheetMap:
        """The same with another meaning of a column."""
        return replace(
            self,
            columns=tuple(
                replace(each, target=target, note="") if each.head == head else each for each in self.columns
            ),
        )


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the sheets of a workbook mean; ``unread`` names those that mean nothing here, each with the reason.

    ``said`` is what every workbook of the kind needs and none says itself, as it was said when the mapping was kept: see ``SAID``.
    """

    sheets: tuple[SheetMap, ...]
    unread: tuple[tuple[str, str], ...] = ()
    said: tuple[tuple[str, str], ...] = ()


SAID: Final = ("site", "site process", "process", "basis", "level", "figures")
"""What is kept with a mapping. Evidence is not: a matrix of another day rests on another meeting, and that is said anew."""


MATRIX: Final = "matrix"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of table that many companies have. ``heads`` are folded, with what they mean; ``needs`` one of each group."""

    key: str
    label: str
    thing: Iri
    heads: Table[str, Target]
    needs: tuple[frozenset[Role | Iri], ...]
    parts: tuple[Part, ...] = ()
