"""The graph view in the real window, on the demo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QMessageBox

from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.services import saved_views
from kgapp.services.graph_growing import Wish
from kgapp.services.graph_state import GraphState, Placed
from kgapp.services.neighbourhood import Step, Way
from kgapp.services.workspace import Workspace
from kgapp.ui import menus, places_table
from kgapp.ui.canvas import export
from kgapp.ui.canvas.export import Format, Options
from kgapp.ui.canvas.look import Paper
from kgapp.ui.graph_work import Arrangement
from kgapp.ui.menus import MenuRow
from kgapp.ui.panels import graph_commands
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.graph import GraphPanel
from kgapp.ui.panels.graph_bar import Shown
from kgapp.ui.panels.tabs import Tabs
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow

Until = Callable[[Callable[[], object]], None]
DEMO = "https://w3id.org/kgapp/demo/"
MOI, BOS, VCN = (Iri(DEMO + name) for name in ("P17", "BOS", "Q04"))
AT_SITE = Step(KG.atSite, Way.FROM)
FOR_FACTOR = Step(KG.forFactor, Way.FROM)

pytestmark = pytest.mark.qt_log_ignore(
    "not accepted by receiving widget", extend=True
)  # QTest says so of every graphics view


@pytest.fixture
def panel(opened: Tabs, window: MainWindow, until: Until) -> GraphPanel:
    """The graph of MOI."""
    return show(window, places_table.graph_of((MOI,)), until)


def show(window: MainWindow, place: str, until: Until) -> GraphPanel:
    assert window.tabs is not None
    window.open_place(place)
    panel = window.tabs.here
    assert isinstance(panel, GraphPanel)
    until(lambda: panel.states.showing != "busy")
    return panel


def places(panel: GraphPanel) -> dict[Iri, tuple[float, float]]:
    return {one.iri: (one.x, one.y) for one in panel.work.state.placed}


def _more_cards(panel: GraphPanel, count: int) -> bool:
    return len(panel.work.picture.cards) > count


def _last_step_is(panel: GraphPanel, name: str) -> bool:
    return panel.view_steps()[0] == name


def tick(panel: GraphPanel, step: Step) -> None:
    checks = panel.side.branches.checks
    row = next(at for at, row in enumerate(checks.rows) if row.key == step)
    checks.setData(checks.index(row), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


def test_a_thing_is_expanded_by_its_links_and_nothing_moves(
    panel: GraphPanel, window: MainWindow, until: Until
) -> None:
    until(lambda: panel.side.branches.checks.rows)
    before, shown = places(panel), panel.work.picture.shown
    assert shown <= 29
    tick(panel, FOR_FACTOR)
    tick(panel, Step(KG.changes, Way.FROM))
    panel.side.show_more.click()
    until(lambda: panel.work.picture.shown > shown)
    assert {iri: place for iri, place in places(panel).items() if iri in before} == before
    assert panel.notes.words == f"Showing {panel.work.picture.shown} of {panel.work.picture.total}"
    until(lambda: any(row.note == "all 11 shown" for row in panel.side.branches.checks.rows))
    assert panel.view_steps() == ("Expand MOI", "")
    window.steps.undo_view()
    assert places(panel) == before
    window.steps.redo_view()
    assert panel.work.picture.shown > shown
    assert panel.entity == MOI
    panel.work.expand((), "nothing")
    assert "stops here" in window.statusBar().currentMessage()


def test_a_site_with_many_links_is_shown_page_by_page(opened: Tabs, window: MainWindow, until: Until) -> None:
    panel = show(window, places_table.graph_of((BOS,)), until)
    panel.work.expand((Wish(BOS, AT_SITE),), "Expand")
    until(lambda: any(card.rest for card in panel.work.picture.cards))
    rest = next(card for card in panel.work.picture.cards if card.rest)
    assert rest.count == 210 - 24
    panel.view.opened.emit(rest.key)
    until(lambda: any(card.count == rest.count - 24 for card in panel.work.picture.cards))
    more = next(card for card in panel.work.picture.cards if card.rest)
    assert (more.x, more.y) == (rest.x, rest.y)
    while len(panel.work.picture.cards) < 150:
        count = len(panel.work.picture.cards)
        panel.view.expand_wanted.emit(more.key)
        until(partial(_more_cards, panel, count))
    panel.view.expand_wanted.emit(more.key)
    assert "150 cards are drawn" in window.statusBar().currentMessage()
    panel.view.choose(frozenset({more.key}), more.key)
    menu = QMenu()
    graph_commands.background(panel, menu)
    assert [action.text() for action in menu.actions()][:2] == ["Show more", "Hide"]
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert not any(card.rest for card in panel.work.picture.cards)
    panel.work.arrange(Arrangement.FREE)
    until(lambda: panel.work.names[0] == "Arrange freely")
    panel.view.fit()
    panel.view.grab()
    panel.view.zoom(0.01)
    panel.view.grab()


def test_the_keys_reach_everything(panel: GraphPanel, opened: Tabs, until: Until) -> None:
    view, work = panel.view, panel.work
    assert view.current == MOI
    QTest.keyClick(view, Qt.Key.Key_Left)
    beside = view.current
    assert beside != MOI
    assert "concerns" in view.accessibleDescription() or "MOI" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_P)
    assert next(card for card in work.picture.cards if card.key == beside).pinned
    QTest.keyClick(view, Qt.Key.Key_P)
    assert not next(card for card in work.picture.cards if card.key == beside).pinned
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert beside not in {card.key for card in work.picture.cards}
    assert "1 hidden" in panel.notes.words
    panel.notes.show_hidden.emit()
    assert beside in {card.key for card in work.picture.cards}
    shown = work.picture.shown
    view.choose(frozenset({beside}), beside)
    QTest.keyClick(view, Qt.Key.Key_Space)
    until(lambda: work.picture.shown > shown)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.keys) == len(work.picture.cards)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.keys
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_F2):
        QTest.keyClick(view, key)
    view.choose(frozenset({MOI}), MOI)
    QTest.keyClick(view, Qt.Key.Key_Return)
    until(lambda: isinstance(opened.here, EntityPanel))


def test_the_mouse_chooses_drags_pans_and_opens(panel: GraphPanel, opened: Tabs, until: Until) -> None:
    view = panel.view
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = view.place(MOI)
    assert place is not None
    at = view.mapFromScene(place.center())
    ground = view.mapFromScene(view.drawn.area.bottomRight()) - QPoint(2, 2)
    QTest.mouseClick(view.viewport(), left, none, ground)
    assert not view.keys
    QTest.mouseClick(view.viewport(), left, none, at)
    assert view.keys == {MOI}
    before = places(panel)[MOI]
    QTest.mousePress(view.viewport(), left, none, at)
    QTest.mouseMove(view.viewport(), at + QPoint(40, 30))
    QTest.mouseRelease(view.viewport(), left, none, at + QPoint(40, 30))
    assert places(panel)[MOI] != before
    assert panel.view_steps()[0] == "Move"
    panel.undo_view()
    assert places(panel)[MOI] == before
    other = next(drawn for drawn in view.drawn.cards if drawn.card.key != MOI)
    QTest.mouseClick(
        view.viewport(), left, Qt.KeyboardModifier.ControlModifier, view.mapFromScene(other.place.center())
    )
    assert view.keys == {MOI, other.card.key}
    for modifier in (Qt.KeyboardModifier.ShiftModifier, none):
        QTest.mousePress(view.viewport(), left, modifier, ground)
        QTest.mouseMove(view.viewport(), QPoint(5, 5))
        QTest.mouseRelease(view.viewport(), left, modifier, QPoint(5, 5))
        assert len(view.keys) > 2
    line = view.drawn.lines[0]
    QTest.mouseMove(view.viewport(), view.mapFromScene(line.points[5]))
    view.grab()
    zoom = view.transform().m11()
    for angle, modifier in ((120, Qt.KeyboardModifier.ControlModifier), (-120, none)):
        QApplication.sendEvent(view.viewport(), _wheel(view.viewport().mapToGlobal(QPoint(50, 50)), angle, modifier))
    assert view.transform().m11() > zoom
    view.fit()
    QTest.mouseDClick(view.viewport(), left, none, view.mapFromScene(place.center()))
    until(lambda: isinstance(opened.here, EntityPanel))


def _wheel(at: QPoint, angle: int, modifier: Qt.KeyboardModifier) -> QWheelEvent:
    phase = Qt.ScrollPhase.NoScrollPhase
    place = QPointF(50, 50)
    return QWheelEvent(place, QPointF(at), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, modifier, phase, False)


def test_the_table_is_in_step_with_the_drawing(panel: GraphPanel, window: MainWindow, until: Until) -> None:
    for button, graph, table in ((Shown.BOTH, False, False), (Shown.TABLE, True, False), (Shown.BOTH, False, False)):
        panel.bar.ways_to_show[button].click()
        assert (panel.view.isHidden(), panel.table.isHidden()) == (graph, table)
    rows = panel.table.links.rows
    assert {key for row in rows for key in row.keys} == {card.key for card in panel.work.picture.cards}
    panel.view.choose(frozenset(), "")
    panel.table.setFocus()
    panel.table.selectRow(1)
    assert panel.view.keys == rows[1].keys
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith(rows[1].first)
    panel.view.setFocus()
    panel.view.choose(frozenset(), "")
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    chosen = {index.row() for index in panel.table.selectionModel().selectedRows()}
    assert chosen == set(panel.table.links.about(panel.view.keys))
    panel.take_focus()
    panel.table.setFocus()
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.tabs is not None
    until(lambda: window.tabs and isinstance(window.tabs.here, EntityPanel))


def test_the_legend_filters_and_groups(panel: GraphPanel) -> None:
    work, side = panel.work, panel.side
    kind = next(row for row in side.kinds.checks.rows if row.label == "influence")
    shown = work.picture.shown
    side.kind_toggled.emit(str(kind.key))
    assert work.picture.shown == shown - kind.count
    assert "filtered out: influence" in panel.notes.words
    side.kind_toggled.emit(str(kind.key))
    side.kinds.setCurrentIndex(side.kinds.checks.index(side.kinds.checks.rows.index(kind)))
    side.fold.click()
    assert f"{kind.count} grouped by kind" in panel.notes.words
    assert side.fold.text() == "Ungroup this kind"
    group = next(card for card in work.picture.cards if card.kind is not None)
    panel.view.grab()
    panel.view.opened.emit(group.key)
    assert work.picture.shown == shown
    lines = len(work.picture.lines)
    link = side.links.checks.rows[0]
    side.link_toggled.emit(str(link.key))
    assert len(work.picture.lines) < lines
    assert "some links are filtered out" in panel.notes.words
    for _ in range(5):
        panel.undo_view()
    assert (work.picture.shown, len(work.picture.lines)) == (shown, lines)


def test_what_is_looked_for_stands_out(panel: GraphPanel) -> None:
    QTest.keyClicks(panel.bar.field, "moi filed")
    assert panel.bar.found.text() == "2 found"
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    first = panel.view.current
    QTest.keyClick(panel.bar.field, Qt.Key.Key_Return)
    assert first != panel.view.current
    panel.view.grab()
    panel.bar.field.setText("no such thing")
    assert panel.bar.found.text() == "nothing found"
    panel.bar.next_wanted.emit()
    panel.bar.field.clear()
    assert panel.bar.found.text() == ""


def test_arranging_leaves_what_is_pinned(panel: GraphPanel, until: Until) -> None:
    panel.work.move({MOI: (900.0, -300.0)})
    panel.work.pin({MOI})
    for way, name in ((Arrangement.LAYERED, "Arrange in layers"), (Arrangement.FREE, "Arrange freely")):
        panel.bar.arranged.emit(way)
        until(partial(_last_step_is, panel, name))
        assert places(panel)[MOI] == (900.0, -300.0)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # Qt's offscreen platform says so of every menu
def test_the_menu_of_a_card_collapses_stops_and_shows_only(panel: GraphPanel, window: MainWindow, until: Until) -> None:
    other = next(card.key for card in panel.work.picture.cards if card.key != MOI)
    panel.view.choose(frozenset({MOI}), MOI)
    rows = {row.text: row for row in graph_commands.commands(panel)}

    def run(row: MenuRow) -> None:
        row.run(window, panel.work.members(panel.view.keys))

    run(rows["Stop here: do not expand"])
    assert "Go on from here" in {row.text for row in graph_commands.commands(panel)}
    panel.expand((MOI,))
    until(lambda: "stops here" in window.statusBar().currentMessage())
    run(rows["Collapse"])
    assert panel.work.state.things == (MOI,)
    panel.undo_view()
    panel.view.choose(frozenset({MOI, other}), MOI)
    run(rows["Show only these"])
    assert panel.work.picture.shown == 2
    run(rows["Pin"])
    run(rows["Hide"])
    assert panel.work.picture.shown == 0
    panel.view.menu_wanted.emit(QPoint(10, 10))
    until(QApplication.activePopupWidget)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    assert menus.Group.HERE is rows["Expand"].group


def test_a_saved_view_is_restored_exactly_and_can_be_renamed_and_deleted(
    panel: GraphPanel, window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = iter([("My view", True), ("My view", True), ("Ours", True), ("", False)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: next(asked))
    panel.work.pin({MOI})
    panel.work.filter_kind("influence")
    panel.work.fold("deviation")
    state = panel.work.state
    panel.saved.save()
    until(lambda: panel.saved.name == "My view")
    until(lambda: panel.saved.names == ("My view",))
    panel.work.hide({MOI})
    assert window.tabs is not None
    window.tabs.close_at(window.tabs.indexOf(panel))
    again = show(window, places_table.graph_view("My view"), until)
    assert again.work.state == state
    assert window.tabs.tabText(window.tabs.currentIndex()) == "Graph: My view"
    again.saved.menu.aboutToShow.emit()
    entries = {action.text(): action for action in again.saved.menu.actions()}
    assert entries["My view"].isChecked()
    again.saved.save()
    again.saved.save_as()
    again.saved.rename()
    until(lambda: again.saved.names == ("Ours",))
    again.saved.rename()
    box = "kgapp.ui.panels.graph_saved.QMessageBox.exec"
    monkeypatch.setattr(box, lambda self: self.buttons()[0].click())
    again.saved.delete()
    until(lambda: not again.saved.names)
    again.saved.menu.aboutToShow.emit()
    assert again.saved.menu.actions()[-1].text() == "No view was saved yet"
    assert issubclass(QMessageBox, object)


def test_what_is_gone_is_told_and_taken_out_on_demand(opened: Tabs, window: MainWindow, until: Until) -> None:
    gone = Iri(DEMO + "GONE")
    state = GraphState((Placed(MOI, 0, 0), Placed(gone, 300, 0)))
    kept: list[None] = []
    window.project.write(lambda workspace: saved_views.keep(workspace, "old", state), kept.append, window.tell)
    until(lambda: kept)
    panel = show(window, places_table.graph_view("old"), until)
    assert not panel.notes.gone.isHidden()
    panel.notes.forget_gone.emit()
    assert panel.work.state.things == (MOI,)
    until(panel.notes.gone.isHidden)
    missing = show(window, places_table.graph_view("no such view"), until)
    assert missing.states.showing == "failed"
    assert missing.drawing() is None
    empty = show(window, "graph", until)
    assert empty.states.showing == "empty"


def test_a_change_while_a_graph_begins_does_not_lose_it(opened: Tabs, window: MainWindow, until: Until) -> None:
    window.open_place(places_table.graph_of((MOI,)))
    panel = opened.here
    assert isinstance(panel, GraphPanel)
    panel.project_changed(frozenset())
    until(lambda: panel.states.showing == "content")
    assert panel.work.picture.cards


def test_ways_between_two_things_are_told_and_lit(opened: Tabs, window: MainWindow, until: Until) -> None:
    panel = show(window, places_table.graph_ways(MOI, VCN), until)
    until(panel.side.ways.count)
    assert panel.side.outcome.text() == "“MOI” and “Vector copy number” are linked in 2 steps."
    until(lambda: {MOI, VCN} <= panel.view.keys)
    panel.side.ways.setCurrentRow(1)
    assert len(panel.view.keys) == 3
    panel.side.ways_closed.emit()
    assert panel.side.ways.count() == 0
    panel.search.start(MOI, BOS)
    panel.search.stop()
    panel.find_ways(MOI)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_an_edit_is_seen_and_hostile_labels_are_only_text(panel: GraphPanel, window: MainWindow, until: Until) -> None:
    bad = ["<img src=file:///etc/passwd>", "a\x00b\u202eevil", "x" * 1_000_000, "=cmd()"]
    main = Iri(DEMO + "graph/main")

    def commit(workspace: Workspace) -> None:
        things = [Iri(f"{DEMO}BAD{at}") for at in range(len(bad))]
        quads = {Quad(one, RDFS.label, Literal(text), main) for one, text in zip(things, bad, strict=True)}
        quads |= {Quad(one, KG.concerns, MOI, main) for one in things}
        workspace.commit(ChangeSet("bad", added=frozenset(quads)), Note(workspace.author, "test"))

    window.project.write(commit, lambda _: None, window.tell)
    until(lambda: any(row.count == 11 and row.label.endswith("concerns") for row in panel.side.branches.checks.rows))
    shown = panel.work.picture.shown
    panel.work.expand((Wish(MOI, Step(KG.concerns, Way.FROM)),), "Expand")
    until(lambda: panel.work.picture.shown > shown)
    drawn = {drawn.card.key: drawn for drawn in panel.view.drawn.cards}
    assert drawn[f"{DEMO}BAD0"].name == bad[0]
    assert "\u202e" not in drawn[f"{DEMO}BAD1"].name
    assert len(drawn[f"{DEMO}BAD2"].words) < 500
    panel.view.grab()


def test_a_picture_holds_the_whole_graph(panel: GraphPanel, window: MainWindow, theme: Theme, until: Until) -> None:
    make = panel.drawing()
    assert make is not None
    made: list[bytes] = []
    look = Paper.like(theme)
    window.project.read(
        lambda reader: export.content_of(make(reader), look, Options(Format.SVG)), made.append, window.tell
    )
    until(lambda: made)
    text = made[0].decode()
    assert "Transduction" in text
    assert "Showing" in text


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # Qt's offscreen platform says so of every menu
def test_words_of_lines_tips_and_menus_are_there_near_by(panel: GraphPanel, window: MainWindow, until: Until) -> None:
    view = panel.view
    other = next(drawn.card.key for drawn in view.drawn.cards if drawn.card.key != MOI)
    line = next(drawn for drawn in view.drawn.lines if set(drawn.line.key) == {MOI, other})
    view.choose(frozenset({MOI, other}), other)
    view.fit(frozenset({MOI, other}))
    view.zoom(5)
    view.centerOn(line.points[5])
    view.grab()
    panel.work.pin({other})
    panel.work.stop({other})
    view.grab()
    for at in (view.mapFromScene(line.points[5]), view.mapFromScene(view.place(other).center()), QPoint(1, 1)):  # type: ignore[union-attr]  # it is drawn
        QTest.mouseMove(view.viewport(), at)
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    view.choose(frozenset({other}), other)
    for reason, at in ((QContextMenuEvent.Reason.Keyboard, QPoint()), (QContextMenuEvent.Reason.Mouse, QPoint(1, 1))):
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
        until(QApplication.activePopupWidget)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()
        until(lambda: QApplication.activePopupWidget() is None)
    window.theme.choose(Look.DARK)
    view.grab()
    panel.came_to_front()
