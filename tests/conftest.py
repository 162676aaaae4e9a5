"""What holds for every test: Qt draws offscreen, and nobody leaves a thread or an unexpected warning behind."""

from __future__ import annotations

import gc
import logging
import os
import tempfile
import threading
from collections.abc import Iterator

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("KGAPP_USER", None)
_HOME = tempfile.TemporaryDirectory(prefix="kgapp-tests-")  # no test writes to the home of whoever runs it
os.environ["KGAPP_HOME"] = _HOME.name

pytest_plugins = ["tests.servers", "tests.measuring"]  # SPARQL servers, for whoever asks for one; what is measured

GRACE_S = 5.0


def pytest_collection_finish() -> None:
    """Modules and collected tests stay for good: looking through them for garbage again and again only takes time."""
    gc.collect()
    gc.freeze()


class _Kept(logging.Handler):
    """Keeps the texts of what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a running thread, or that logs a warning without asking for ``caplog``."""
    before = set(threading.enumerate())
    kept = _Kept()
    logging.getLogger().addHandler(kept)
    yield
    logging.getLogger().removeHandler(kept)
    started = [thread for thread in threading.enumerate() if thread not in before and not _of_qt(thread)]
    for thread in started:
        thread.join(GRACE_S)
    left = [thread.name for thread in started if thread.is_alive()]
    if left:
        pytest.fail(f"threads left behind: {left}")
    if kept.texts and "caplog" not in request.fixturenames:
        pytest.fail(f"logged without being asked about: {kept.texts}")


def _of_qt(thread: threading.Thread) -> bool:
    return isinstance(thread, threading._DummyThread)  # a pool thread of Qt that ran some Python
