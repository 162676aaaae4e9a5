"""What the shapes say of the open project follows each edit."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kgapp.domain.findings import Finding
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import editing
from kgapp.ui.findings import LiveFindings, Stand
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.form import FormPanel
from kgapp.ui.panels.reason import ReasonDialog
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
    window.steps.undo()
    until(lambda: found.counts() == before)
    assert told[-1] == ((), appeared)
    assert found.stand is Stand.CURRENT


def gap_ms(window: MainWindow) -> Callable[[], float]:
    """Begin to measure the longest time in which the window answers nobody."""
    ticks = [time.perf_counter()]
    longest = [0.0]
    timer = QTimer(window)

    def tick() -> None:
        now = time.perf_counter()
        longest[0], ticks[0] = max(longest[0], now - ticks[0]), now

    timer.timeout.connect(tick)
    timer.start(0)

    def stop() -> float:
        timer.stop()
        return longest[0] * 1000

    return stop


def test_from_the_counts_to_the_field_and_the_quick_fix(
    window: MainWindow, opened: Tabs, until: Until, qtbot: QtBot
) -> None:
    found = checked(window, until)
    widen(window, "1")
    until(lambda: found.counts().violations)
    until(lambda: "violation" in window.counts.text())
    assert not window.below.isVisible()
    window.counts.click()
    until(window.below.isVisible)
    panel = window.below
    sentence = "The lower limit 2 is above the upper limit 1."
    finding = next(each for each in panel.model.findings() if each.message == sentence)
    panel.tree.setCurrentIndex(panel.model.place(finding))
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    until(
        lambda: (
            isinstance(opened.here, EntityPanel) and opened.here.entity == NOR and opened.here.findChildren(FormPanel)
        )
    )

    def fixes() -> list[QPushButton]:
        return [each for each in panel.detail.findChildren(QPushButton) if each.text().startswith("Exchange")]

    until(fixes)
    fixes()[0].click()
    until(lambda: window.findChildren(ReasonDialog))
    (dialog,) = window.findChildren(ReasonDialog)
    dialog.reason.setText("a typing mistake")
    dialog.save.click()
    until(lambda: sentence not in [each.message for each in found.of(NOR)])
    window.steps.undo()
    until(lambda: sentence in [each.message for each in found.of(NOR)])


def test_the_window_answers_while_everything_is_checked(
    all_begins: None, window: MainWindow, opened: Tabs, until: Until
) -> None:
    found = checked(window, until)
    window.counts.click()
    until(lambda: window.engine_state == "engine ready")
    stop = gap_ms(window)
    found.check_all()
    until(lambda: found.progress is None)
    assert stop() < 250  # 50 ms on a computer that has nothing else to do
