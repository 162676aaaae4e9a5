"""What begins behind the window once a project is shown: the engine, and the checks against the shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kgapp.services.ports import ShapeChecker
from kgapp.ui.panels import results_chart
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.findings import LiveFindings
    from kgapp.ui.panels.status_line import StatusLine
    from kgapp.ui.project import OpenProject


def begin(
    project: OpenProject, findings: LiveFindings, status: StatusLine, make_checker: Callable[[], ShapeChecker]
) -> None:
    """In the next turn of the event loop, so that nothing else works while the areas of the window are made."""
    if project.endpoint:
        status.engine_says(tr("asked over the network"))
        findings.pass_by()
        project.ask(lambda _: results_chart.load(), lambda _: None, lambda _: None, "charts")
        return
    status.engine_says(tr("engine loading…"))

    def start() -> None:
        if project.closed:
            return
        findings.watch(project, make_checker)
        project.start_engine()
        project.when_ready(
            results_chart.load,
            lambda _: status.engine_says(tr("engine ready")),
            lambda _: status.engine_says(tr("engine stopped")),
        )

    QTimer.singleShot(0, project, start)
