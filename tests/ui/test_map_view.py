"""The drawn map: mouse, keys, zoom, and what stands where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.services.process_board import ProcessMap
from kgapp.services.process_map import process_map
from kgapp.ui.canvas.layout import FEWEST_ROWS, Sizes, arrange, rows_that_fit
from kgapp.ui.canvas.map_view import MapView, Spot
from kgapp.ui.theme import Theme

DEMO = "https://w3id.org/kgapp/demo/"


@pytest.fixture(scope="module")
def board(demo_made: Path) -> ProcessMap:
    with bootstrap.reading(demo_made) as workspace:
        return process_map(workspace.reader)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, board: ProcessMap) -> MapView:
    made = MapView(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_map(board, None)
    return made


def test_cards_never_overlap_and_stand_in_order(board: ProcessMap) -> None:
    drawn = arrange(board, None, Sizes.at(round), 3, 8)
    places = [card.place for card in drawn.cards]
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    assert [label for label, _, _ in drawn.columns] == [step.step.label for step in board.steps]
    assert all(drawn.area.contains(place) for place in places)


def test_more_room_names_more_factors(board: ProcessMap) -> None:
    sizes = Sizes.at(round)
    assert rows_that_fit(board, sizes, 300) == FEWEST_ROWS
    assert rows_that_fit(board, sizes, 2000) > FEWEST_ROWS
    assert arrange(board, None, sizes, 3, 20).rows_shown == board.shown


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)  # QTest says so of every graphics view
def test_a_click_chooses_and_a_double_click_opens(view: MapView) -> None:
    chosen: list[Spot] = []
    opened: list[Spot] = []
    view.chosen.connect(chosen.append)
    view.opened.connect(opened.append)
    place = view.mapFromScene(view.spots[1].place.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert [spot.thing for spot in chosen[:1]] == [view.spots[1].thing]
    assert [spot.thing for spot in opened] == [view.spots[1].thing]


def test_the_keys_reach_every_place_beside_and_below(view: MapView) -> None:
    opened: list[Spot] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    first = view.current
    assert first == view.spots[0]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert view.current == first
    assert view.accessibleDescription() == first.words
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == [first]


def test_zoom_stays_within_bounds_and_the_whole_process_can_be_seen(view: MapView) -> None:
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform().m11() == pytest.approx(2.5)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()
    view.grab()
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(0.25)


def test_the_words_of_a_place_say_basis_and_difference(view: MapView) -> None:
    words = next(spot.words for spot in view.spots if (spot.thing, spot.site) == (DEMO + "P17", DEMO + "LEI"))
    assert words.startswith("MOI at Leiden")
    assert "Same figure, other basis" in words
