"""A small process, and tables made by hand as the child would read them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgapp.domain.workbook import NO_CELL, Book, Cell, CellKind, Sheet
from kgapp.services.workbooks import choosing, reading
from kgapp.services.workbooks.choosing import Wanted
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workbooks.reading import Asked
from kgapp.services.workspace import Workspace

Tell = Callable[[str], None]
FORMULA = Cell("", CellKind.FORMULA)
FAULT = Cell("#REF!", CellKind.FAULT)

PROCESS = """
GP a GeneralProcess
GP label "CAR-T process"@en
UO1 a UnitOperation
UO1 label "Transduction"@en
UO1 partOf GP
UO1 order "1"^^<http://www.w3.org/2001/XMLSchema#integer>
UO1 hasFactor P1
UO1 hasFactor P2
P1 a ProcessParameter
P1 label "MOI"@en
P1 criticality CPP
P1 unit <https://w3id.org/kgapp/ontology#TU-PER-CELL>
P2 a ProcessParameter
P2 label "Rest time"@en
P2 unit <http://qudt.org/vocab/unit/MIN>
Q1 a QualityAttribute
Q1 label "Viability"@en
Q1 role release
Q1 unit <http://qudt.org/vocab/unit/PERCENT>
Q2 a QualityAttribute
Q2 label "Copy number"@en
Q2 role release
US a Region
US label "US"@en
BOS a Site
BOS label "Boston"@en
BOS inRegion US
LEI a Site
LEI label "Leiden"@en
LEI inRegion US
SP1 a SiteProcess
SP1 label "Process at Boston"@en
SP1 atSite BOS
SP1 from GP
SP2 a SiteProcess
SP2 label "Process at Leiden"@en
SP2 atSite LEI
SP2 from GP
D1 a Document
D1 label "Master batch record"@en
"""


@pytest.fixture
def process(workspace: Workspace, tell: Tell) -> Workspace:
    """The small process in a project."""
    tell(PROCESS)
    return workspace


def cell(value: str | Cell) -> Cell:
    """A text as a cell; a figure is a figure."""
    if isinstance(value, Cell):
        return value
    figure = value.replace(".", "", 1).isdigit()
    return Cell(value, CellKind.NUMBER if figure else CellKind.TEXT) if value else NO_CELL


def sheet(name: str, *rows: tuple[str | Cell, ...]) -> Sheet:
    """A sheet of rows."""
    return Sheet(name, tuple(tuple(map(cell, row)) for row in rows))


def book(*sheets: Sheet) -> Book:
    """A workbook of sheets."""
    return Book("made.xlsx", "0" * 64, sheets)


def read(workspace: Workspace, found: Book, wanted: Wanted | None = None, asked: Asked | None = None) -> Plan:
    """What a workbook would change."""
    mapping = choosing.mapping(workspace.reader, found, wanted or Wanted())
    return reading.read(workspace.reader, found, mapping, asked)


def sentences(plan: Plan) -> list[str]:
    """The differences as people read them."""
    return [each.sentence for each in plan.differences]


def reasons(plan: Plan) -> list[tuple[int, str, str]]:
    """What is left out: row, column and reason."""
    return [(each.where.row, each.where.column, each.why) for each in plan.rejected]
