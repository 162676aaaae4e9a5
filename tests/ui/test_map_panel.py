"""The process map in its window: levels, filter, folding, lists, tree, impact, pictures, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from kgapp.domain.impact import ChangeKind
from kgapp.domain.terms import Iri
from kgapp.services.impact.assess import Question
from kgapp.ui.canvas.card_painting import faded
from kgapp.ui.canvas.export import Format
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.colours import CONTRAST, DARK, LIGHT, Colours
from kgapp.ui.models.process_parts import Key, MarkKind, Part
from kgapp.ui.panels import picture
from kgapp.ui.panels.change_form import ChangeForm
from kgapp.ui.panels.impact import ImpactPanel
from kgapp.ui.panels.map import MapPanel
from kgapp.ui.panels.picture import PictureDialog
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.window import MainWindow

DEMO = "https://w3id.org/kgapp/demo/"
LEIDEN = Iri(f"{DEMO}LEI")
TRANSDUCTION = Iri(f"{DEMO}UO05")
MOI = Key(Part.FACTOR, Iri(f"{DEMO}P17"), LEIDEN, step=TRANSDUCTION)
Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def panel(opened: Tabs) -> MapPanel:
    return opened.map


def levels(panel: MapPanel) -> dict[str, QPushButton]:
    return {each.text(): each for each in panel.bar.findChildren(QPushButton)}


def level(panel: MapPanel) -> Level:
    return panel.view.state.level


def test_levels_filter_and_reference_are_chosen_and_taken_back(window: MainWindow, panel: MapPanel) -> None:
    levels(panel)["Parameters"].click()
    assert level(panel) is Level.PARAMETER
    panel.bar.reference.setCurrentIndex(1)
    panel.bar.reference.activated.emit(1)
    assert panel.shown is not None
    assert panel.shown.reference == LEIDEN
    panel.bar.filter.click()
    assert panel.shown.factors < 50
    assert panel.view_steps() == ("Only what differs", "")
    for name in ("Compare with Leiden", "Parameters", ""):
        panel.undo_view()
        assert panel.view_steps()[0] == name
    assert level(panel) is Level.STEP
    assert not panel.bar.filter.isChecked()
    panel.redo_view()
    assert level(panel) is Level.PARAMETER
    assert levels(panel)["Parameters"].isChecked()


def test_keys_on_the_map_are_steps_of_the_view_too(panel: MapPanel) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_1)
    assert levels(panel)["Overview"].isChecked()
    assert panel.view_steps()[0] == "Overview"
    panel.view.fold(Key(Part.COLUMN, TRANSDUCTION))
    assert panel.view_steps()[0].startswith("Fold Transduction")
    panel.undo_view()
    assert not panel.state.folded_steps


def test_steps_and_sites_are_folded_from_a_menu(panel: MapPanel) -> None:
    menu = panel.bar.folding.menu()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Leiden"].isChecked()
    entries["Leiden"].trigger()
    assert panel.state.folded_sites == {LEIDEN}
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["Leiden"].isChecked()
    entries["Open all"].trigger()
    assert not panel.state.folded_sites


def test_tree_and_map_share_what_is_chosen(window: MainWindow, panel: MapPanel) -> None:
    panel.view.choose_key(MOI)
    panel.bar.tree.click()
    assert panel.tree.isVisible()
    assert panel.tree.current == MOI
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    following = panel.tree.current
    assert following is not None
    assert following != MOI
    assert following.part is Part.FACTOR
    panel.bar.tree.click()
    assert panel.view.isVisible()
    assert panel.view.current is not None
    assert panel.view.current.thing == following.thing


def test_commands_of_the_window_are_about_what_is_chosen_on_the_map(
    window: MainWindow, panel: MapPanel, until: Until
) -> None:
    panel.view.choose(MOI.thing, LEIDEN)
    window.action("assess").trigger()
    until(lambda: window.findChild(ChangeForm))
    form = window.findChild(ChangeForm)
    assert isinstance(form, ChangeForm)
    assert form.question().entity == MOI.thing
    form.reject()


def test_what_is_open_in_the_tree_stays_open(panel: MapPanel, until: Until) -> None:
    panel.bar.tree.click()
    panel.tree.choose(MOI)
    index = panel.tree.tree.index_of(MOI)
    assert panel.tree.isExpanded(index.parent())
    panel.reload()
    until(
        lambda: (
            panel.tree.tree.index_of(MOI).isValid() and panel.tree.isExpanded(panel.tree.tree.index_of(MOI).parent())
        )
    )
    assert panel.tree.current == MOI
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore(
    "not support grabbing the keyboard", extend=True
)  # the offscreen plugin says so of every menu
def test_a_badge_opens_a_list_that_leads_on(window: MainWindow, panel: MapPanel, until: Until) -> None:
    badge = Key(Part.MARK, TRANSDUCTION, LEIDEN, MarkKind.KNOW_HOW, TRANSDUCTION)
    panel.view.choose_key(badge)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert panel.view.current is not None
    assert len(menu.actions()) == len(panel.view.current.entries) + 2
    QTest.keyClick(menu, Qt.Key.Key_Return)
    until(lambda: window.tabs and window.tabs.entity_here())
    assert window.tabs is not None
    assert window.tabs.entity_here() == panel.view.current.entries[0].thing


def laid(window: MainWindow, tabs: Tabs, until: Until) -> ImpactPanel:
    """The impact of a higher MOI at Leiden."""
    window.open_impact(Question(Iri(f"{DEMO}P17"), ChangeKind.VALUE, "3", "5", LEIDEN), "MOI")
    impact = tabs.currentWidget()
    assert isinstance(impact, ImpactPanel)
    until(lambda: impact.report)
    return impact


def test_an_impact_goes_to_its_item_and_says_old_new_and_range(
    window: MainWindow, opened: Tabs, panel: MapPanel, until: Until
) -> None:
    impact = laid(window, opened, until)
    assert impact.report is not None
    window.lay_on_map(impact.report)
    assert panel.view.current is not None
    assert panel.view.current.key == MOI
    assert panel.view.drawn is not None
    lit = next(card.lits[MOI.thing] for card in panel.view.drawn.cards if MOI.thing in card.lits)
    assert lit.value == "3 → 5 (2–4) TU/cell"
    far = next(item for item in reversed(impact.report.items) if item.effect.value == "affected")
    window.lay_on_map(impact.report, far)
    assert panel.view.current.thing == far.iri
    reached = {spot.key for spot in panel.view.reached}
    panel.impact_bar.step_wanted.emit(1)
    assert panel.view.current.key in reached
    for level in Level:
        panel.view.show_level(level)
        assert not panel.view.grab().isNull()
    panel.bar.tree.click()
    assert panel.tree.tree.index_of(panel.view.reached[-1].key).isValid()
    panel.bar.tree.click()
    dose = next(item for item in impact.report.items if item.iri == f"{DEMO}Q12" or item.label == "Dose")
    window.lay_on_map(impact.report, dose)
    QTest.keyClick(panel.view, Qt.Key.Key_I)
    on_the_way = {step.target for step in dose.path}
    assert {spot.thing for spot in panel.view.reached} == on_the_way
    QTest.keyClick(panel.view, Qt.Key.Key_BracketLeft)
    assert panel.view.current.thing == dose.path[-2].target
    QTest.keyClick(panel.view, Qt.Key.Key_BracketLeft)
    assert panel.view.current.thing == MOI.thing
    QTest.keyClick(panel.view, Qt.Key.Key_BracketRight)
    assert panel.view.current.thing == dose.path[0].target
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert len({spot.thing for spot in panel.view.reached}) > len(on_the_way)
    panel.impact_bar.clear_wanted.emit()
    assert panel.view.reached == ()


def test_the_findings_of_a_card_are_a_badge(panel: MapPanel, until: Until) -> None:
    until(lambda: any(spot.key.mark is MarkKind.FINDINGS for spot in panel.view.spots))


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_what_fades_can_still_be_read(colours: Colours) -> None:
    pale = faded(colours)
    for ink in (pale.ink, pale.second, pale.third):
        assert contrast(ink, colours.panel) >= 3


def contrast(one: str, other: str) -> float:
    """After WCAG 2.2, relative luminance."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    known = QColor(colour)
    parts = (known.redF(), known.greenF(), known.blueF())
    linear = [float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def answer(find: Callable[[], PictureDialog | None], then: Callable[[PictureDialog], None]) -> QTimer:
    """Answer a dialog once it is there."""
    timer = QTimer()

    def look() -> None:
        dialog = find()
        if dialog is not None and dialog.isVisible():
            timer.stop()
            then(dialog)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def dialog_of(window: MainWindow) -> PictureDialog | None:
    return next(iter(window.findChildren(PictureDialog)), None)


def test_a_picture_is_asked_for_and_written(
    window: MainWindow, panel: MapPanel, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "map"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def choose(dialog: PictureDialog) -> None:
        for index in range(dialog.format.count()):
            dialog.format.setCurrentIndex(index)
        dialog.scale.setCurrentIndex(dialog.scale.count() - 1)
        assert not dialog.save.isEnabled()
        dialog.format.setCurrentIndex(dialog.format.findData(Format.PDF))
        dialog.spread.setCurrentIndex(1)
        assert dialog.save.isEnabled()
        dialog.accept()

    timer = answer(lambda: dialog_of(window), choose)
    picture.export_view(window, panel)
    until((tmp_path / "map.pdf").exists)
    timer.stop()
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")


def test_a_picture_that_is_not_wanted_leaves_no_file(window: MainWindow, panel: MapPanel, until: Until) -> None:
    seen: list[PictureDialog] = []

    def refuse(dialog: PictureDialog) -> None:
        seen.append(dialog)
        dialog.reject()

    timer = answer(lambda: dialog_of(window), refuse)
    picture.export_view(window, panel)
    until(lambda: seen)
    timer.stop()


def test_a_view_that_is_not_drawn_says_so(window: MainWindow, opened: Tabs) -> None:
    picture.export_view(window, None)
    assert "Nothing is drawn here" in window.statusBar().currentMessage()
    picture.print_view(window, None)


def test_every_control_of_the_map_has_a_name(panel: MapPanel) -> None:
    for button in panel.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    for box in (panel.bar.process, panel.bar.reference, panel.view, panel.tree):
        assert box.accessibleName()


def test_the_menu_of_the_tree_is_about_what_is_under_the_mouse(panel: MapPanel, qtbot: QtBot) -> None:
    asked: list[str] = []
    panel.tree.menu_wanted.disconnect()
    panel.tree.menu_wanted.connect(lambda thing, _place: asked.append(thing))
    panel.bar.tree.click()
    panel.tree.choose(MOI)
    place = panel.tree.visualRect(panel.tree.currentIndex()).center()
    panel.tree.customContextMenuRequested.emit(place)
    panel.tree.customContextMenuRequested.emit(QPoint(-5, -5))
    assert asked == [MOI.thing]
