"""The drawn map: levels, mouse, keys, zoom, and what stands where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.services.process_differences import only_differing
from kgapp.services.process_map import process_map
from kgapp.ui.canvas.layout import FEWEST_ROWS, Arrangement, Sizes, Wish, arrange, rows_that_fit
from kgapp.ui.canvas.map_level import Level, zoomed
from kgapp.ui.canvas.map_spots import Spot
from kgapp.ui.canvas.map_state import MapState
from kgapp.ui.canvas.map_view import MapView
from kgapp.ui.models.process_parts import Key, MarkKind, Part
from kgapp.ui.theme import Theme

DEMO = "https://w3id.org/kgapp/demo/"
MOI = Key(Part.FACTOR, Iri(f"{DEMO}P17"), Iri(f"{DEMO}LEI"), step=Iri(f"{DEMO}UO05"))
STEP = Key(Part.COLUMN, Iri(f"{DEMO}UO05"))
BOSTON = Key(Part.LANE, Iri(f"{DEMO}BOS"), Iri(f"{DEMO}BOS"))
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


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


def wish(board: ProcessMap, level: Level = Level.STEP, width: float = 900, height: float = 700) -> Wish:
    sizes = Sizes.at(round, level)
    return Wish(board, None, level, sizes, width, height, lambda text, _strong: 7.0 * len(text), lambda _thing: ())


def drawn(board: ProcessMap, level: Level) -> Arrangement:
    return arrange(wish(board, level))


def place_of(view: MapView, spot: Spot) -> QPoint:
    return view.mapFromScene(spot.place.center())


def chosen(view: MapView) -> Key:
    assert view.current is not None
    return view.current.key


def part_of(view: MapView) -> Part:
    return chosen(view).part


def find(view: MapView, key: Key) -> Spot:
    return next(spot for spot in view.spots if spot.key == key)


@pytest.mark.parametrize("level", list(Level))
def test_cards_never_overlap_and_stand_in_order(board: ProcessMap, level: Level) -> None:
    made = drawn(board, level)
    places = [card.place for card in made.cards]
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    assert [head.step.step.label for head in made.columns] == [step.step.label for step in board.steps]
    assert all(made.area.contains(place) for place in places)


def test_more_room_names_more_factors(board: ProcessMap) -> None:
    assert rows_that_fit(wish(board, height=300)) == FEWEST_ROWS
    assert rows_that_fit(wish(board, height=2000)) > FEWEST_ROWS
    assert arrange(wish(board, height=3000)).rows_shown == board.shown


def test_the_overview_shows_the_whole_process_within_the_width(board: ProcessMap) -> None:
    made = arrange(wish(board, Level.OVERVIEW, width=620))
    assert made.area.width() <= 620
    assert len(made.cards) == 2 * len(board.steps)
    assert not made.sticky
    assert arrange(wish(board, Level.OVERVIEW, width=5000)).sticky


def test_zooming_passes_from_level_to_level_and_stays_within_bounds() -> None:
    level, zoom, seen = Level.OVERVIEW, 1.0, []
    for _ in range(30):
        level, zoom = zoomed(level, zoom, 1.2)
        seen.append(level)
    assert (level, zoom) == (Level.PARAMETER, 2.5)
    assert seen == sorted(seen)
    for _ in range(40):
        level, zoom = zoomed(level, zoom, 1 / 1.2)
    assert (level, zoom) == (Level.OVERVIEW, 0.6)


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)  # QTest says so of every graphics view
def test_a_click_chooses_and_a_double_click_opens(view: MapView) -> None:
    clicked: list[Spot] = []
    opened: list[Spot] = []
    view.chosen.connect(clicked.append)
    view.opened.connect(opened.append)
    spot = next(spot for spot in view.spots if spot.key.part is Part.FACTOR)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, spot))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, spot))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert [one.key for one in clicked[:1]] == [spot.key]
    assert [one.key for one in opened] == [spot.key]


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
def test_a_click_on_a_badge_lists_what_it_counts(view: MapView) -> None:
    listed: list[Spot] = []
    view.listed.connect(lambda spot, _place: listed.append(spot))
    badge = next(spot for spot in view.spots if spot.key.mark is MarkKind.KNOW_HOW)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, badge))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [spot.key for spot in listed] == [badge.key, badge.key]
    assert badge.words.count(";") + 1 <= len(badge.entries)


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
def test_headings_are_chosen_and_fold(view: MapView) -> None:
    names: list[str] = []
    view.state_changed.connect(lambda _state, name: names.append(name))
    cards = len(view.drawn.cards) if view.drawn else 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 12))
    assert part_of(view) is Part.COLUMN
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.drawn is not None
    assert len(view.drawn.cards) == cards - 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 70))
    assert part_of(view) is Part.LANE
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(94, 48))
    assert view.state.folded_sites == {BOSTON.thing}
    assert names == ["Fold Leukapheresis receipt & hold", "Fold Boston"]
    view.fold(BOSTON)
    assert names[-1] == "Open Boston"
    view.grab()


@pytest.mark.parametrize("level", list(Level))
def test_the_arrow_keys_reach_everything_that_the_mouse_reaches(view: MapView, level: Level) -> None:
    view.show_level(level)
    QTest.keyClick(view, Qt.Key.Key_Down)
    reached = {chosen(view)}
    ahead = list(reached)
    while ahead:
        start = ahead.pop()
        for key in ARROWS:
            view.choose_key(start)
            QTest.keyClick(view, key)
            if chosen(view) not in reached:
                reached.add(chosen(view))
                ahead.append(chosen(view))
    assert reached == {spot.key for spot in view.spots}


def test_home_end_and_enter(view: MapView) -> None:
    opened: list[Spot] = []
    view.opened.connect(opened.append)
    view.choose_key(MOI)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current is not None
    assert view.current.words.startswith("Storage, shipping & bedside thaw at Leiden")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current.key.part is Part.LANE
    QTest.keyClick(view, Qt.Key.Key_Enter)
    assert [spot.key for spot in opened] == [view.current.key]
    assert view.accessibleDescription() == view.current.words


def test_a_level_keeps_what_is_chosen_where_it_is(view: MapView) -> None:
    view.choose_key(MOI)
    before = view.mapFromScene(find(view, MOI).place.topLeft())
    QTest.keyClick(view, Qt.Key.Key_3)
    assert view.current is not None
    assert view.current.key == MOI
    assert abs(view.mapFromScene(view.current.place.topLeft()).x() - before.x()) <= 2
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.current.key == Key(Part.STEP, STEP.thing, MOI.site)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert view.current.key == MOI


def test_without_a_choice_the_middle_stays_in_the_middle(view: MapView, board: ProcessMap) -> None:
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum() // 2)
    assert view.drawn is not None
    room = view.viewport().rect().adjusted(int(view.drawn.sizes.labels), int(view.drawn.sizes.header), 0, 0)
    middle = view.mapToScene(room.center())
    nearest = min(view.drawn.cards, key=lambda card: abs(card.place.center().x() - middle.x()))
    at = view.mapFromScene(nearest.place.topLeft()).x()
    view.show_level(Level.PARAMETER)
    same = next(card for card in view.drawn.cards if card.column == nearest.column)
    assert abs(view.mapFromScene(same.place.topLeft()).x() - at) <= 2


def test_zoom_keys_go_through_the_levels_and_0_shows_everything(view: MapView) -> None:
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert int(view.state.level) == 3
    assert view.transform().m11() == pytest.approx(2.5)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert int(view.state.level) == 1
    assert view.horizontalScrollBar().maximum() == view.horizontalScrollBar().minimum()
    view.grab()
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(0.6)


def test_every_card_is_painted_after_a_few_frames(view: MapView, qtbot: QtBot) -> None:
    view.show_level(Level.OVERVIEW)
    qtbot.waitUntil(lambda: not view.grab().isNull() and view.settled, timeout=5000)


def test_a_thing_is_found_by_any_record_behind_it(view: MapView) -> None:
    for record, key in (
        ("SET-LEI-P17", MOI),
        ("E04", Key(Part.EQUIPMENT, Iri(f"{DEMO}E04"), MOI.site, step=STEP.thing)),
        ("SP-LEI-UO05", Key(Part.STEP, STEP.thing, MOI.site)),
    ):
        view.show_level(Level.PARAMETER)
        view.choose(Iri(DEMO + record))
        assert chosen(view) == key
    view.choose(Iri(DEMO + "nothing"))
    assert chosen(view) == key


def test_the_words_of_a_place_say_basis_and_difference(view: MapView) -> None:
    words = find(view, MOI).words
    assert words.startswith("MOI at Leiden: 3 (2–4) TU/cell. CPP. Basis")
    assert "Same figure, other basis" in words
    assert "invented" not in words
    lane = find(view, Key(Part.LANE, Iri(f"{DEMO}KOB"), Iri(f"{DEMO}KOB"))).words
    assert "planned: nothing is set here yet" in lane


def test_the_menu_is_asked_for_with_mouse_and_key(view: MapView) -> None:
    asked: list[Key] = []
    view.menu_wanted.connect(lambda spot, _place: asked.append(spot.key))
    view.choose_key(MOI)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        spot = find(view, MOI)
        event = QContextMenuEvent(reason, place_of(view, spot), QPoint(0, 0))
        QApplication.sendEvent(view.viewport(), event)
    assert asked == [MOI, MOI]


def test_a_tool_tip_can_be_asked_for_everywhere(view: MapView) -> None:
    for place in (QPoint(150, 12), QPoint(20, 80), QPoint(160, 130), QPoint(1, 1)):
        assert QApplication.sendEvent(view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, place))


def test_what_does_not_differ_can_be_left_out(view: MapView, board: ProcessMap) -> None:
    left = only_differing(board)
    view.show_map(left, None, MapState(level=Level.PARAMETER, only_differing=True))
    assert view.drawn is not None
    differing = {row.factor.iri for lane in board.cards for card in lane for row in card.rows if row.differs}
    assert {spot.thing for spot in view.spots if spot.key.part is Part.FACTOR} == differing


def test_the_reference_can_be_any_lane(board: ProcessMap) -> None:
    state = MapState(reference=MOI.site)
    seen = state.prepared(board)
    assert seen.reference == MOI.site
    differing = [sum(card.differing for card in lane) for lane in seen.cards]
    assert differing[0] > 0
    assert differing[1] == 0
    assert replace(state, only_differing=True).prepared(board).factors < board.factors
