"""What the shapes say of the open project follows each edit."""

from __future__ import annotations

from collections.abc import Callable

from kgapp.domain.findings import Finding
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.ui.findings import LiveFindings, Stand
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.tasks import Failure
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
BASE = "https://w3id.org/kgapp/demo/"
NOR = Iri(BASE + "NOR-BOS-P17")


def checked(window: MainWindow, until: Until) -> LiveFindings:
    """The findings of the demo after the first check of everything."""
    found = window.findings
    found.check_all()
    until(lambda: found.stand is Stand.CURRENT)
    return found


def widen(window: MainWindow, to: str) -> None:
    """Set the upper limit of Boston's normal operating range of MOI."""

    def never(failure: Failure) -> None:
        raise AssertionError(failure.sentence)

    window.project.write(
        lambda workspace: editing.set_values(workspace, NOR, KG.upperLimit, [to], "a test"), lambda _: None, never
    )


def test_an_edit_brings_its_finding_and_undo_takes_it_away(window: MainWindow, opened: Tabs, until: Until) -> None:
    found = checked(window, until)
    before = found.counts()
    assert before.violations == 0
    assert before.warnings > 0
    told: list[tuple[tuple[Finding, ...], tuple[Finding, ...]]] = []
    found.told.connect(lambda *both: told.append(both))
    widen(window, "6")
    until(lambda: told)
    ((appeared, resolved),) = told
    assert [finding.focus for finding in appeared] == [NOR, NOR]
    assert all("2 to 6 transducing units per cell, leaves the proven" in finding.message for finding in appeared)
    assert resolved == ()
    assert found.of(NOR) == appeared
    assert found.counts().violations == 2
    assert all(found.is_new(finding) for finding in appeared)
    window.undo()
    until(lambda: found.counts() == before)
    assert told[-1] == ((), appeared)
    assert found.stand is Stand.CURRENT
