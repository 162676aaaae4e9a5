"""Two sites that make batches of one process, and tables of results as a person would write them."""

from __future__ import annotations

import pytest

from kgapp.domain.terms import Iri
from kgapp.services.batches import entering
from kgapp.services.workbooks.plan import Plan
from kgapp.services.workspace import Workspace
from tests.services.workbooks.conftest import PROCESS, Tell, book, sheet

HEADS = ("Batch", "Date of manufacture", "Date", "Attribute", "Value", "Unit")


def iri(name: str) -> Iri:
    """A thing of the small project."""
    return Iri(f"https://w3id.org/kgapp/demo/{name}")


@pytest.fixture
def process(workspace: Workspace, tell: Tell) -> Workspace:
    """The small process in a project."""
    tell(PROCESS)
    tell('Q2 unit <https://w3id.org/kgapp/ontology#COPIES-PER-CELL>\nPI a PerformanceIndicator\nPI label "Yield"')
    return workspace


def entered(workspace: Workspace, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS, maker: str = "SP1") -> Plan:
    """What a table of results would add to a site process."""
    return entering.read(workspace.reader, book(sheet("Results", heads, *rows)), iri(maker))
