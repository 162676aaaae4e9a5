"""Batch results in the window: a table is taken in, charted with limits, and two sites are compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import Pattern
from kgapp.ui import bundle_places
from kgapp.ui.panels.batch_chart import BatchChart
from kgapp.ui.panels.batches import BatchesPanel
from kgapp.ui.panels.evidence_form import EvidenceForm
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"


def choose(panel: BatchesPanel) -> None:
    for box, name in ((panel.attribute, "Q01"), (panel.process, "SP-BOS"), (panel.other, "SP-LEI")):
        at = box.findData(Iri(f"{DEMO}{name}"))
        assert at >= 0
        box.setCurrentIndex(at)


@pytest.fixture
def panel(opened: Tabs, window: MainWindow, until: Until) -> BatchesPanel:
    window.open_place(bundle_places.BATCHES)
    found = opened.here
    assert isinstance(found, BatchesPanel)
    until(found.attribute.count)
    choose(found)
    return found


def test_results_are_charted_with_method_and_source(panel: BatchesPanel, until: Until) -> None:
    panel.chart.click()
    until(lambda: panel.shown.findChild(BatchChart) is not None)
    words = panel.said.text()
    assert "limits" in words
    assert "NIST/SEMATECH" in words
    assert "no specification" in words


def test_two_sites_are_compared_within_a_margin(panel: BatchesPanel, until: Until) -> None:
    panel.compare.click()
    until(lambda: panel.states.showing == "failed")
    panel.states.content()
    panel.attribute.setCurrentIndex(panel.attribute.findData(Iri(f"{DEMO}Q02")))
    panel.margin.setText("5")
    panel.compare.click()
    until(lambda: panel.compared is not None)
    assert panel.compared is not None
    assert panel.compared.found.sentence in panel.said.text()
    assert "90 % interval" in panel.said.text()


def test_a_table_is_looked_at_and_taken_over(
    panel: BatchesPanel, window: MainWindow, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "results.csv"
    table.write_text(
        "batch,date,attribute,value,unit\nNEW-1,2026-10-01,Q01,91,%\nNEW-2,2026-10-02,Q01,,%\nNEW-3,2026-10-03,Q01,90,mg\n",
        "utf-8",
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    panel.take.click()
    until(lambda: panel.plan is not None)
    assert panel.plan is not None
    assert panel.accept.isEnabled()
    assert len(panel.plan.rejected) == 2
    assert panel.rejected.sheet.rowCount() == 2
    window.keeping.saver.use_spell("Results of October (invented)")
    first = panel.plan
    panel.accept.click()
    until(lambda: panel.plan is not first)
    assert panel.plan.counts.same
    assert not panel.accept.isEnabled()


def test_what_most_is_recorded_of_is_charted_at_once(opened: Tabs, window: MainWindow, until: Until) -> None:
    window.open_place(bundle_places.BATCHES)
    found = opened.here
    assert isinstance(found, BatchesPanel)
    until(lambda: found.shown.findChild(BatchChart) is not None)
    assert found.process.currentData() != found.other.currentData()
    assert "limits" in found.said.text()


def test_a_comparison_is_kept_as_evidence_of_the_influences_that_are_ticked(
    panel: BatchesPanel, window: MainWindow, until: Until
) -> None:
    assert not panel.keep.isEnabled()
    panel.attribute.setCurrentIndex(panel.attribute.findData(Iri(f"{DEMO}Q02")))
    panel.margin.setText("5")
    panel.compare.click()
    until(panel.keep.isEnabled)
    panel.keep.click()
    until(lambda: panel.findChild(EvidenceForm))
    form = panel.findChild(EvidenceForm)
    assert isinstance(form, EvidenceForm)
    assert not form.ticked
    first = form.influences.item(0)
    first.setCheckState(Qt.CheckState.Checked)
    influence = form.ticked[0]
    level = form.level.currentData()
    window.keeping.saver.use_spell("Comparison of October (invented)")
    form.make.click()
    until(lambda: not panel.keep.isEnabled())
    kept: list[str] = []
    window.project.read(
        lambda reader: [
            one.object
            for quad in reader.quads(Pattern(influence, KG.hasEvidence))
            for one in reader.quads(Pattern(Iri(str(quad.object)), KG.evidenceLevel))
        ],
        lambda found: kept.extend(map(str, found)),
        window.tell,
        "evidence",
    )
    until(lambda: kept)
    assert level in kept
