"""Cycles that hold widgets are collected on the GUI thread, whatever other threads do."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kgapp.ui.collecting import Collector, collect_what_is_due


class Cyclic(QObject):
    """Holds itself, and says on which thread it went."""

    gone_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: Cyclic.gone_on.append(threading.get_ident()))


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    owner = QObject()
    made = Collector(owner)
    yield made
    made.stop()
    gc.unfreeze()


def test_other_threads_collect_nothing_and_this_one_does(collector: Collector) -> None:
    Cyclic.gone_on.clear()
    Cyclic()

    def work() -> None:
        for _ in range(3):
            _kept = [[number] for number in range(2_000)]

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert Cyclic.gone_on == []
    kept = [[number] for number in range(2_000)]
    collect_what_is_due()
    assert Cyclic.gone_on == [threading.get_ident()]
    assert len(kept) == 2_000


def test_afterwards_python_collects_again(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
