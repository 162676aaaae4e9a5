"""The door between threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kgapp.domain.errors import ChildDied, NotFound
from kgapp.services import giving_up
from kgapp.ui.tasks import Failure, Tasks

Until = Callable[[Callable[[], object]], None]


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def never(_: object) -> None:
    pytest.fail("this answer is not wanted")


def test_work_leaves_the_gui_thread_and_its_answer_comes_back_to_it(
    tasks: Tasks, until: Until, qapp: QApplication
) -> None:
    seen: list[object] = []
    for start in (tasks.read, tasks.write, tasks.ask):
        start(
            lambda: threading.current_thread().name,
            done=lambda name: seen.append((name, QThread.currentThread() is qapp.thread())),
            failed=never,
        )
    until(lambda: len(seen) == 3)
    names = {str(entry[0]) for entry in seen if isinstance(entry, tuple)}
    assert {name.split("_")[0] for name in names} == {"kgapp reader", "kgapp writer", "kgapp asker"}
    assert all(entry[1] for entry in seen if isinstance(entry, tuple))
    assert tasks.idle


def test_what_is_given_up_knows_it_where_it_runs(tasks: Tasks, until: Until) -> None:
    begun, gate, seen = threading.Event(), threading.Event(), list[bool]()

    def ask() -> None:
        seen.append(giving_up.given_up())
        begun.set()
        gate.wait(10)
        seen.append(giving_up.given_up())

    tasks.ask(ask, done=never, failed=never, topic="query")
    assert begun.wait(10)
    tasks.give_up("other")
    tasks.give_up("query")
    assert tasks.idle
    gate.set()
    tasks.ask(giving_up.given_up, done=seen.append, failed=never)
    until(lambda: len(seen) == 3)
    assert seen == [False, True, False]


def test_what_settles_waits_for_the_readers_also_while_all_is_being_closed(tasks: Tasks) -> None:
    begun, gate, order = threading.Event(), threading.Event(), list[str]()

    def read() -> None:
        begun.set()
        gate.wait(10)
        order.append("read")

    def settle() -> None:
        tasks.settle()
        order.append("settled")

    tasks.read(read, done=never, failed=never)
    assert begun.wait(10)
    opener = threading.Timer(0.3, gate.set)
    opener.start()
    tasks.write(settle, done=never, failed=never)
    tasks.close()
    opener.join()
    assert order == ["read", "settled"]


def test_a_newer_question_on_a_topic_drops_the_older_answer(tasks: Tasks, until: Until) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.read(lambda: gate.wait(10), done=never, failed=never, topic="search")
    tasks.read(lambda: "new", done=seen.append, failed=never, topic="search")
    gate.set()
    until(lambda: seen == ["new"])


def test_what_is_dropped_before_it_begins_is_never_done(tasks: Tasks, until: Until) -> None:
    gate, seen = threading.Event(), list[str]()
    tasks.read(lambda: gate.wait(10), done=lambda _: None, failed=never)
    tasks.read(lambda: seen.append("ran"), done=never, failed=never, topic="page")
    tasks.drop("page")
    gate.set()
    tasks.read(lambda: None, done=lambda _: seen.append("last"), failed=never)
    until(lambda: seen)
    assert seen == ["last"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NotFound("No such thing.", hint="Look again."), "No such thing."),
        (ChildDied("The engine ended."), "The engine"),
    ],
)
def test_what_the_user_can_act_on_arrives_in_words(tasks: Tasks, until: Until, error: Exception, sentence: str) -> None:
    failures: list[Failure] = []

    def fail() -> None:
        raise error

    tasks.read(fail, done=never, failed=failures.append)
    until(lambda: failures)
    assert failures[0].sentence.startswith(sentence)
    assert failures[0].hint


def test_our_own_bug_is_shown_and_reaches_the_crash_report(tasks: Tasks, until: Until, qtbot: QtBot) -> None:
    failures: list[Failure] = []
    with qtbot.captureExceptions() as caught:
        tasks.read(lambda: 1 // 0, done=never, failed=failures.append)
        until(lambda: failures)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_closing_finishes_what_writes_and_delivers_nothing(qtbot: QtBot) -> None:
    tasks, written = Tasks(), list[str]()
    tasks.write(lambda: written.append("whole"), done=never, failed=never)
    tasks.close(lambda: written.append("last"))
    tasks.close()
    tasks.read(lambda: written.append("late"), done=never, failed=never)
    assert written == ["whole", "last"]
