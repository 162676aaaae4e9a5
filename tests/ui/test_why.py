"""“Why?” in the window, with a stand-in for the window around it: sentences, rules, chains, states, places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.inference import Rule
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri, language_literal
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import what_follows, why_rows
from kgapp.services.questions.answers import Cell, Column
from kgapp.services.shown_answers import Answered
from kgapp.services.what_follows import Followed, Follows
from kgapp.services.why import Fact
from kgapp.services.why_rows import RowReasons
from kgapp.services.why_told import Told
from kgapp.ui import why_places
from kgapp.ui.desk import Desk
from kgapp.ui.models import facts
from kgapp.ui.models.sections import Group, More
from kgapp.ui.panels import why as why_panel
from kgapp.ui.panels.answer_view import AnswerView
from kgapp.ui.panels.page_follows import FOLLOWS, Act, PageFollows, Why
from kgapp.ui.panels.parts import Link
from kgapp.ui.panels.table import Table
from kgapp.ui.panels.why import Premise, WhyPanel
from kgapp.ui.tasks import Failure
from kgapp.ui.theme import Theme

A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
HELD = Fact(A, KG.heldBy, B)
KIND = Fact(A, RDF.type, KG.KnowHow)
NUMBER = Fact(A, KG.value, language_literal('7 "x"', "en"))


class Project(QObject):
    """Keeps what is asked of it; ``tell`` answers."""

    changed = Signal(object)

    def __init__(self, endpoint: str = "") -> None:
        super().__init__()
        self.endpoint = endpoint
        self.done: Callable[[Any], None] = lambda _: None
        self.failed: Callable[[Failure], None] = lambda _: None
        self.work: Callable[[Any], object] = lambda _: None
        self.forgotten = self.stopped = 0

    def check(self, work: Any, done: Any, failed: Any, _topic: str) -> None:
        self.work, self.done, self.failed = work, done, failed

    ask = read = check
    writable = False

    def forget(self, _topic: str) -> None:
        self.forgotten += 1

    def stop(self, _topic: str) -> None:
        self.stopped += 1


@pytest.fixture
def project() -> Project:
    return Project()


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def desk(theme: Theme, project: Project, opened: list[str]) -> Desk:
    made = SimpleNamespace(
        theme=theme,
        project=project,
        open_entity=opened.append,
        open_place=opened.append,
        inspect=lambda iri: opened.append(f"inspect {iri}"),
        tell=lambda failure: opened.append(failure.sentence),
    )
    return cast("Desk", made)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


STATED = Told(Fact(A, KG.knownBy, B), "“a” – known by – “b”.", ("main",), things=((A, "a"), (B, "b")))
MIDDLE = Told(
    Fact(A, KG.heldBy, B),
    "“a” – held by – “b”.",
    (),
    Rule.SUBPROPERTY,
    "“x” is a kind of “y”.",
    own=True,
    premises=(STATED,),
)
TOP = Told(KIND, "“a” is of the kind “know-how”.", (), Rule.SUBCLASS, "Every “x” is a “y”.", premises=(MIDDLE, STATED))


def test_places_say_what_is_explained() -> None:
    for fact in (HELD, KIND, NUMBER):
        assert why_places.asked(why_places.of_fact(fact).partition(" ")[2]) == why_places.Asked((fact,))
    for row in (RowReasons((HELD, NUMBER), 2, ("Not looked at: MINUS.", "And this.")), RowReasons((KIND,), 0)):
        assert why_places.asked(why_places.of_row(row).partition(" ")[2]) == why_places.Asked(row.facts, row)
    assert why_places.asked("") == why_places.Asked(())


def test_the_sentence_comes_first_then_the_rule_and_the_premises_that_are_asked_again(
    qtbot: QtBot, desk: Desk, project: Project, opened: list[str], theme: Theme
) -> None:
    panel = WhyPanel(desk, why_places.of_fact(KIND).partition(" ")[2])
    qtbot.addWidget(panel)
    titles: list[str] = []
    panel.titled.connect(titles.append)
    assert panel.states.showing == "busy"
    project.done((TOP,))
    assert panel.states.showing == "content"
    said = words(panel.around)
    assert said[0] == TOP.sentence
    assert "Every “x” is a “y”." in said
    assert "from these 2 statements:" in said
    assert "This is stated, in the graph “main”." in said
    assert titles[-1] == f"Why: {TOP.sentence}"
    first = panel.findChildren(Premise)[0]
    assert first.why is not None
    assert first.why.accessibleName() == f"Why: {MIDDLE.sentence}"
    assert "“x” is a kind of “y”." not in said
    first.why.click()
    assert "This follows by a rule that this project states itself:" in words(panel.around)
    inner = first.findChildren(Premise)[0]
    first.why.click()
    assert not inner.isVisibleTo(first)
    link = panel.findChildren(Link)[0]
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert opened == [A]
    panel.came_to_front()
    assert opened[-1] == f"inspect {A}"
    panel.take_focus()
    theme.changed.emit()
    panel.project_changed(frozenset())
    assert panel.states.showing == "content"
    project.done((TOP,))
    panel.closing()
    assert project.forgotten == 1


def test_the_statements_of_a_row_are_told_with_what_was_not_looked_at(
    qtbot: QtBot, desk: Desk, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(why_panel, "_MOST", 1)
    row = RowReasons((KIND,), 3, ("Not looked at: MINUS.",))
    panel = WhyPanel(desk, why_places.of_row(row).partition(" ")[2])
    qtbot.addWidget(panel)
    panel.came_to_front()
    project.done((TOP, STATED))
    said = words(panel.around)
    assert said[:3] == [
        "Why is this row there?",
        "The row rests on 1 statement that nobody stated, and on 3 that are stated.",
        "Not looked at: MINUS.",
    ]
    assert "Showing 1 of 2. The command “kgapp why” lists all." in said
    assert panel.entity is None


def test_what_does_not_hold_any_more_and_what_failed_say_so(qtbot: QtBot, desk: Desk, project: Project) -> None:
    panel = WhyPanel(desk, why_places.of_fact(HELD).partition(" ")[2])
    qtbot.addWidget(panel)
    project.failed(Failure("Neither stated nor following.", "Only these.", NotFound("x")))
    assert panel.states.showing == "empty"
    assert "Neither stated nor following. Only these." in " ".join(words(panel.states))
    project.failed(Failure("Too long.", "", BadInput("x")))
    assert panel.states.showing == "failed"
    again = next(each for each in panel.states.findChildren(QPushButton) if each.text() == "Try again")
    again.click()
    assert panel.states.showing == "busy"
    nothing = WhyPanel(desk, "")
    qtbot.addWidget(nothing)
    project.done(())
    assert nothing.states.showing == "empty"


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Iterator[Table]:
    made = Table("Facts", facts.columns(), (176, 0.48, 0), theme, foldable=True)
    qtbot.addWidget(made)
    yield made
    made.close()


def cells(group: Group) -> list[str]:
    return [" ".join(cell.text for cell in row.cells if cell.text) for row in group.rows]


def test_a_page_asks_what_follows_only_when_it_is_opened_and_page_by_page(
    desk: Desk, project: Project, table: Table, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    shown = PageFollows(desk, A, table, owner)
    assert cells(shown.group()) == ["Show what follows from the statements by the ontology"]
    table.acted.emit(Act.SHOW)
    assert cells(shown.group()) == ["Working out what follows… Stop"]
    table.acted.emit(Act.SHOW)  # once is enough
    one = Followed(HELD, "held by", "“a” – held by – “b”.", B)
    project.done(Follows((one,), 2, 4))
    group = shown.group()
    assert (group.title, cells(group), group.rest) == (
        "What follows  2",
        ["held by “a” – held by – “b”. Why?"],
        "showing 1 of 2: show more",
    )
    assert cast("Why", group.rows[0].subject).iri == B
    two = Followed(KIND, "is a", TOP.sentence, None)
    asked: list[int] = []

    def about(_reader: object, _engine: object, _thing: Iri, *, skip: int = 0) -> Follows:
        asked.append(skip)
        return Follows((two,), 2, 4)

    monkeypatch.setattr(what_follows, "about", about)
    table.more_wanted.emit("other")
    table.more_wanted.emit(FOLLOWS)
    project.done(project.work(SimpleNamespace(reader=None, engine=None)))
    assert asked == [1]
    assert (len(shown.group().rows), shown.group().rest) == (2, "")
    table.acted.emit(Why(two))
    assert opened == [why_places.of_fact(KIND)]
    shown.forget()
    assert cells(shown.group()) == ["The project has changed: show again what follows"]
    owner.deleteLater()


def test_what_was_asked_of_another_revision_is_asked_anew(
    desk: Desk, project: Project, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    shown = PageFollows(desk, A, table, owner)
    table.acted.emit(Act.SHOW)
    project.done(Follows((Followed(HELD, "held by", "x", B),), 2, 4))
    asked: list[int] = []

    def about(_reader: object, _engine: object, _thing: Iri, *, skip: int = 0) -> Follows:
        asked.append(skip)
        return Follows((), 0, 5)

    monkeypatch.setattr(what_follows, "about", about)
    table.acted.emit(More(FOLLOWS))
    table.more_wanted.emit(FOLLOWS)
    project.done(project.work(SimpleNamespace(reader=None, engine=None)))
    assert asked == [1, 0]
    assert cells(shown.group()) == ["Nothing follows about this that is not stated."]
    shown.leave()
    owner.deleteLater()


def test_a_section_that_failed_was_stopped_or_is_of_a_server_says_so(
    desk: Desk, project: Project, table: Table, theme: Theme
) -> None:
    owner = QObject()
    shown = PageFollows(desk, A, table, owner)
    table.acted.emit(Act.SHOW)
    project.failed(Failure("It took too long.", "", BadInput("x")))
    assert cells(shown.group()) == ["Not worked out It took too long. Try again"]
    table.acted.emit(Act.SHOW)
    table.acted.emit(Act.STOP)
    assert project.stopped == 1
    assert cells(shown.group()) == ["Show what follows from the statements by the ontology"]
    server = PageFollows(cast("Desk", SimpleNamespace(theme=theme, project=Project("http://x"))), A, table, owner)
    assert cells(server.group()) == ["What follows is worked out for projects; at a server that is up to the server."]
    owner.deleteLater()


def answer(*marked: bool, inferred: bool = True) -> Answered:
    rows = tuple((Cell(name, Iri(f"https://e.org/{name}") if name != "b" else None),) for name in "abc")
    raw = tuple((f'"{name}"',) for name in "abc")
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Answered("SELECT", Form.SELECT, (Column("x", "x"),), rows, raw, at, marked=marked, inferred=inferred)


def test_a_row_is_asked_for_its_reason_by_button_cell_and_menu(
    qtbot: QtBot, desk: Desk, project: Project, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    view = AnswerView(desk, "Answer")
    qtbot.addWidget(view)
    asked: list[object] = []

    def reasons(_reader: object, _engine: object, *rest: object) -> RowReasons:
        asked.append(rest)
        return RowReasons((KIND,), 0)

    monkeypatch.setattr(why_rows, "reasons", reasons)
    view.show_answer(answer(False, True, False))
    assert (view.why.button.isHidden(), view.why.button.isEnabled()) == (False, False)
    assert view.table.rows is not None
    view.table.setCurrentIndex(view.table.rows.index(1, 0))
    assert view.why.button.isEnabled()
    view.why.button.click()
    assert view.why.button.text() == "Stop"
    view.why.ask(1)  # once is enough
    project.done(project.work(SimpleNamespace(reader=None, engine=None)))
    assert asked == [("SELECT", ("x",), ('"b"',))]
    assert opened[-1] == why_places.of_row(RowReasons((KIND,), 0))
    view.why.button.click()
    view.why.button.click()
    assert (project.stopped, view.why.button.text()) == (1, "Why this row?")
    view.table.why_wanted.emit(1)
    project.failed(Failure("This row sums up several matches.", "", BadInput("x")))
    assert opened[-1] == "This row sums up several matches."
    view.table.why_wanted.emit(0)  # is there without what follows, too
    assert view.why.button.text() != "Stop"
    view.table.menu_wanted.emit("", 1, QPoint())
    menu = next(iter(view.findChildren(QMenu, "things")))
    (why,) = menu.actions()
    assert why.text() == "Why is this row there?"
    why.trigger()
    assert view.why.button.text() == "Stop"
    menu.close()
    view.table.menu_wanted.emit(A, 1, QPoint())
    view.table.menu_wanted.emit("", 0, QPoint())
    view.closing()


def test_where_marks_are_not_known_each_row_may_be_asked_and_without_what_follows_none(
    qtbot: QtBot, desk: Desk
) -> None:
    view = AnswerView(desk, "Answer")
    qtbot.addWidget(view)
    view.show_answer(answer())
    assert view.why.button.isEnabled()
    view.show_answer(answer(inferred=False))
    assert view.why.button.isHidden()
