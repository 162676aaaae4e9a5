"""The chart of results by batch says what it leaves out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from kgapp.domain.terms import Iri
from kgapp.services.batch_results import BatchResult, Limits, Results
from kgapp.services.browsing import Named
from kgapp.ui.panels.results_chart import ResultsChart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kgapp.ui.theme import Theme


def result(number: int, site: str = "Boston", unit: str = "%", basis: str = "") -> BatchResult:
    batch = Named(Iri(f"https://example.org/B{number}"), f"Batch {number}")
    return BatchResult(batch, site, date(2025, 1, number), Decimal(number), unit, basis)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Results((result(1), result(2))), set()),
        (
            Results((result(1), result(2, unit="mL")), left_out=3, more=True),
            {
                "1 in other units not drawn",
                "3 without figure, batch or day not drawn",
                "there may be more results than are drawn",
            },
        ),
        (Results((result(1, basis="a"), result(2, basis="b"))), {"not all measured in the same way"}),
        (
            Results((result(1, basis="a"), result(2)), (Limits("s", None, Decimal(1), "mL"),)),
            {"of some it is not recorded how they were measured", "specifications in other units not drawn"},
        ),
    ],
)
def test_what_is_not_drawn_or_may_not_compare_is_said(
    qtbot: QtBot, theme: Theme, found: Results, told: set[str]
) -> None:
    chart = ResultsChart(found, theme)
    qtbot.addWidget(chart)
    words = {label.text() for label in chart.findChildren(QLabel)}
    assert {each for each in words if "Boston" not in each and each != "Results by batch"} == told


def test_every_site_is_in_the_legend(qtbot: QtBot, theme: Theme) -> None:
    chart = ResultsChart(Results(tuple(result(at, f"Site {at}") for at in range(1, 8))), theme)
    qtbot.addWidget(chart)
    words = [label.text() for label in chart.findChildren(QLabel)]
    marks = {each[:1] for each in words if "Site " in each}
    assert (len([each for each in words if "Site " in each]), len(marks)) == (7, 4)
