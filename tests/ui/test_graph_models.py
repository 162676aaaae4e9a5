"""The models beside a graph, through Qt's own tester, and what its drawing says and finds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.graph_picture import Card, Line, Picture, Word
from kgapp.services.graph_state import Rest
from kgapp.services.neighbourhood import Step, Thing, Way
from kgapp.ui.canvas import graph_finding, graph_scene
from kgapp.ui.canvas.graph_scene import Scene
from kgapp.ui.models import roles
from kgapp.ui.models.graph_checks import Check, ChecksModel
from kgapp.ui.models.graph_links import GraphLinksModel, Row
from kgapp.ui.theme import Theme

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def test_rows_to_tick_are_a_sound_model_and_tell_what_is_ticked(qtbot: QtBot) -> None:
    model = ChecksModel()
    tester = QAbstractItemModelTester(model, FATAL)
    rows = (Check("a", "site", 1200, ticked=True, icon="site"), Check("b", "person", 2, ticked=False, note="1 of 2"))
    told: list[object] = []
    model.toggled.connect(told.append)
    for shown in (rows, rows[::-1], (), rows):
        model.show(shown)
    assert [model.index(at).data() for at in range(2)] == ["site  1,200", "person  1 of 2"]
    assert model.index(0).data(roles.ICON) == "site"
    assert model.index(0).data(Qt.ItemDataRole.CheckStateRole) == CHECKED
    assert model.setData(model.index(0), CHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert model.setData(model.index(0), UNCHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert model.setData(model.index(1), CHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0), "x")
    assert not model.setData(QModelIndex(), CHECKED.value, Qt.ItemDataRole.CheckStateRole)
    assert told == ["a", "b"]
    assert (model.key(model.index(1)), model.key(QModelIndex()), model.rows) == ("b", None, rows)
    assert tester.model() is model


ROWS = (
    Row("a", "b", "MOI", "concerns", "=1+1\t", 3),
    Row("b", "c", "B", "cites", "C", 1),
    Row("d", "", "<b>D</b>", "", "", 0),
)


def test_the_table_twin_is_a_sound_model(qtbot: QtBot) -> None:
    model = GraphLinksModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for shown in (ROWS, (), ROWS, ROWS):
        model.show(shown)
    assert [model.index(0, column).data() for column in range(4)] == ["MOI", "concerns", "=1+1 ", "3"]
    assert model.index(2, 3).data() == ""
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Count"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert (model.index(0, 2).data(roles.IRI), model.index(0, 1).data(roles.IRI)) == ("b", "")
    assert list(model.about(frozenset({"b"}))) == [0, 1]
    assert list(model.about(frozenset({"a", "b"}))) == [0]
    assert model.text([0]) == "Thing\tLink\tTo thing\tCount\nMOI\tconcerns\t'=1+1\t3\n"
    assert tester.model() is model


def card(key: str, x: float, y: float, label: str = "") -> Card:
    thing = Thing(Iri(key), label or key.upper(), "P1", (KG.Factor,), "factor")
    return Card(
        key, x, y, 1, thing=thing, types=thing.types, members=(Iri(key),), pinned=key == "a", stopped=key == "a"
    )


def scene_of(theme: Theme, *cards: Card, links: str = "") -> Scene:
    word = Word(KG.concerns, "concerns", forward=True, count=2)
    lines = tuple(Line(pair[0], pair[1], (word,)) for pair in links.split())
    return graph_scene.scene(Picture(cards, lines), theme)


def test_a_card_and_its_links_are_said(theme: Theme) -> None:
    scene = scene_of(theme, card("a", 0, 0), card("b", 400, 0), links="ab aa")
    assert graph_finding.spoken(scene, scene.cards[0]).startswith(
        "A, P1 · factor, pinned, stops here. A: concerns B (2)"
    )
    many = scene_of(theme, *(card(key, at * 400, 0) for at, key in enumerate("abcdefg")), links="ab ac ad ae af ag")
    assert many.cards[0].words in graph_finding.spoken(many, many.cards[0])
    assert "and 2 more links" in graph_finding.spoken(many, many.cards[0])
    old = Card("o", 0, 0, 1, thing=Thing(Iri("o"), "Old", "", (KG.Factor,), "factor", retired=True))
    assert scene_of(theme, old).cards[0].words == "Old, retired · factor"
    rest = Card("+", 0, 0, 93, rest=Rest(Iri("a"), Step(KG.concerns, Way.TO), 0, 0))
    group = Card("*", 0, 0, 12, kind="site")
    assert [graph_scene.title(one) for one in (rest, group)] == ["+93 more …", "12 × site"]


def test_arrows_go_along_links_first_then_to_the_nearest(theme: Theme) -> None:
    scene = scene_of(theme, card("a", 0, 0), card("b", 900, 0), card("c", 300, 0), card("d", 0, 300), links="ab")
    assert graph_finding.beside(scene, "a", (1, 0)) == "b"
    assert graph_finding.beside(scene, "c", (1, 0)) == "b"
    assert graph_finding.beside(scene, "a", (0, 1)) == "d"
    assert graph_finding.beside(scene, "a", (0, -1)) == ""
    assert graph_finding.beside(scene, "", (0, -1)) == "a"
    assert graph_finding.beside(Scene(), "", (0, -1)) == ""


def test_the_line_under_the_mouse_is_the_nearest_within_reach(theme: Theme) -> None:
    scene = scene_of(theme, card("a", 0, 0), card("b", 600, 0), card("c", 0, 200), card("d", 0, 900), links="ab ac dc")
    found = graph_finding.line_at(scene, QPointF(300, 3), 6)
    assert found is not None
    assert found.line.key == ("a", "b")
    assert graph_finding.line_at(scene, QPointF(300, 90), 6) is None


def test_what_did_not_change_is_not_drawn_anew(theme: Theme) -> None:
    picture = Picture(
        (card("a", 0, 0), card("b", 400, 0)), (Line("a", "b", (Word(KG.concerns, "c", forward=False, count=1),)),)
    )
    first = graph_scene.scene(picture, theme)
    again = graph_scene.scene(graph_scene.with_places(picture, {"b": (500, 0)}), theme, first)
    assert again.cards[0] is first.cards[0]
    assert again.lines[0] is not first.lines[0]
    assert graph_scene.scene(picture, theme, first).lines[0] is first.lines[0]
