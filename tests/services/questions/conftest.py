from __future__ import annotations

from collections.abc import Callable

import pytest

PROJECT = """
        project a Project
        project referenceDate "2026-03-01"^^<http://www.w3.org/2001/XMLSchema#date>
        S1 a UnitOperation
        S1 label "Expansion"
        S1 notation "UO06"
        S2 a UnitOperation
        S2 label "Harvest"
        L a Site
        L label "Leiden"
        L2 a Supplier
        L2 label "Leiden"
        P a HoldTime
        P label "Hold before harvest"
"""


@pytest.fixture
def told(tell: Callable[[str], None]) -> None:
    tell(PROJECT)
