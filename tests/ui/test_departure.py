"""A departure that is rehearsed and the know-how at risk in the window: sole-held first, with what would be lost and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kgapp.bootstrap import DEMO_BASE
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui.panels.departure import DeparturePanel
from kgapp.ui.panels.form_view import NewView
from kgapp.ui.panels.knowledge_risk import KnowledgeRiskPanel
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = DEMO_BASE


def go(window: MainWindow, opened: Tabs, until: Until, name: str) -> DeparturePanel:
    window.open_place(f"departure {DEMO}{name}")
    view = opened.currentWidget()
    assert isinstance(view, DeparturePanel)
    until(lambda: view.states.showing != "busy")
    return view


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def titles(view: DeparturePanel) -> list[str]:
    rows = view.table.rows
    return [str(rows.index(at, 0).data()) for at in range(rows.rowCount())]


def test_what_only_an_expert_knows_comes_first_with_what_would_be_lost(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    view = go(window, opened, until, "EX1")
    assert titles(view)[0] == "Know-how: only this one (23)"
    assert "23 of 49 pieces of know-how are left without a holder" in words(view)
    assert view.found is not None
    titration = next(row for row in view.found.rows if row.loss.thing.id == "T14")
    view.table.choose(titration)
    until(lambda: "Nobody else holds it. It bears on" in words(view.box))
    assert "planned for 2026-04-20" in words(view.box), "what is planned is told"
    view.sole.setChecked(True)
    assert not any("others too" in title for title in titles(view))
    view.grouping.setCurrentIndex(1)
    assert any(title.startswith("Transduction (") for title in titles(view))
    view.filter.setText("no such thing")
    assert titles(view) == []
    assert view.box.isHidden()
    view.filter.setText("T14")
    view.table.choose(titration)
    QTest.mouseClick(button(view.box, "Plan a transfer…"), Qt.MouseButton.LeftButton)
    form = opened.here
    assert isinstance(form, NewView)
    assert form.place == f"new {KG.KnowledgeTransfer} {KG.transfers} {DEMO}T14"
    until(lambda: form.form.changed)
    form.form.revert()
    supplier = go(window, opened, until, "S07")
    assert titles(supplier)[0].startswith("Materials and offerings: only this one")
    assert {each.text() for each in supplier.box.findChildren(QPushButton)} >= {"Record another source…"}
    site = go(window, opened, until, "LEI")
    assert any(title.startswith("Equipment") for title in titles(site))
    assert site.found is not None
    for row in {row.loss.kind: row for row in site.found.rows}.values():
        site.table.choose(row)
        assert "Open its page" in {each.text() for each in site.box.findChildren(QPushButton)}
    assert go(window, opened, until, "P17").states.showing == "failed"


def test_know_how_at_risk_is_narrowed_and_figures_are_shown_only_when_asked_for(
    window: MainWindow, opened: Tabs, until: Until
) -> None:
    window.open_place("knowledge-risk")
    view = opened.currentWidget()
    assert isinstance(view, KnowledgeRiskPanel)
    until(lambda: view.states.showing == "content")
    assert "34 of 49 pieces of know-how are held by one person" in words(view)
    QTest.mouseClick(button(view, "Not transferred 7"), Qt.MouseButton.LeftButton)
    assert view.know_how.rows.index(0, 0).data() == "Know-how (7)"
    view.filter.setText("T01")
    assert view.know_how.rows.index(0, 0).data() == "Know-how (1)"
    view.filter.clear()
    QTest.mouseClick(button(view, "All 49"), Qt.MouseButton.LeftButton)
    assert "Contradict each other" in str(view.know_how.rows.index(1, 0).data())
    people = next(each for each in view.findChildren(QPushButton) if each.text().startswith("People "))
    QTest.mouseClick(people, Qt.MouseButton.LeftButton)
    heading = view.people.rows.index(0, 0)
    first = view.people.rows.index(0, 0, heading)
    assert first.data() == "Expert EX1 (invented)"
    assert not first.siblingAtColumn(1).data(), "no figure without being asked"
    view.figures.setChecked(True)
    until(lambda: view.found is not None and view.found.figures)
    again = view.people.rows.index(0, 1, view.people.rows.index(0, 0))
    assert again.data() == "5 × 5 = 25"
    QTest.mouseClick(view.rehearse, Qt.MouseButton.LeftButton)
    assert opened.entity_here() == Iri(f"{DEMO}EX1")
