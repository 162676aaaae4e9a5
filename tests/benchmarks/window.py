"""The real window, offscreen: how long its thread is away, and when it can be used.

The gap is the longest time between two turns of the event loop while something happens: nothing that the user does
can be answered within it.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.measures import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui import application
from kgapp.ui.collecting import Collector
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow

GAP_S: Final = 0.050
_LIMIT_MS: Final = 120_000


class Watch:
    """Turns the event loop and keeps the longest time between two turns."""

    def __init__(self) -> None:
        self.gap_s = 0.0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)

    def until(self, true: Callable[[], object]) -> float:
        """Seconds until something is true; the gap of this time is in ``gap_s``."""
        self.gap_s, began = 0.0, time.perf_counter()
        self._last = began
        loop, end = QEventLoop(), QTimer()
        self._timer.timeout.connect(look := lambda: loop.quit() if true() else None)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        end.start(_LIMIT_MS)
        self._timer.start(0)
        loop.exec()
        self._timer.stop()
        self._timer.timeout.disconnect(look)
        if not true():
            raise TimeoutError("the window did not get there in time")
        return time.perf_counter() - began

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gap_s = max(self.gap_s, now - self._last)
        self._last = now


@contextmanager
def shown(folder: Path) -> Iterator[tuple[MainWindow, Watch]]:
    """A window of 1440 × 900 with settings of its own."""
    instance = QApplication.instance() or QApplication(["kgapp"])
    assert isinstance(instance, QApplication)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    application.dress(instance)
    theme = Theme(instance)
    theme.choose(Look.LIGHT)
    collector = Collector(instance)
    window = MainWindow(bootstrap, theme)
    window.resize(1440, 900)
    window.show()
    try:
        yield window, Watch()
    finally:
        window.close()
        window.deleteLater()
        collector.stop()


def open_s(project: Path, folder: Path) -> float:
    """Seconds from asking for a project until its map and explorer are there."""
    with shown(folder) as (window, watch):
        window.open(project)
        return watch.until(lambda: _usable(window))


def opening(large: Path, small: Path, folder: Path, repeat: int) -> Iterator[Row]:
    """A usable window on both, run in turn."""
    pairs = [(open_s(large, folder), open_s(small, folder)) for _ in range(repeat)]
    yield Row(
        "open to a usable window", "a 3,000-quad project", min(p[0] for p in pairs), min(p[1] for p in pairs), 1.5
    )


def gaps(project: Path, folder: Path) -> Iterator[Row]:
    """The longest gap while one works with a copy of a project."""
    copy = Path(shutil.copy(project, folder / "gaps.kgproject"))
    with shown(folder) as (window, watch):
        for work, done in _works(window, copy):
            watch.until(done)
            yield Row(f"gap: {work}", "clock", watch.gap_s, GAP_S, 1.0)


def _works(window: MainWindow, project: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    window.open(project)
    yield "open", lambda: _usable(window)
    engine = "engine ready"
    yield "load the engine", lambda: engine in window.engine_state
    for words in ("t", "temperature buffer"):
        window.search()
        window.top.search.setText(words)
        window.top.search.textEdited.emit(words)
        yield f"search “{words}”", lambda: window.top.search.popup.isVisible() and window.tasks.idle
    window.top.search.clear()
    for kind, name in ((KG.UnitOperation, "a step"), (KG.Site, "a site")):
        thing = _first(window, kind)
        window.open_entity(thing)
        yield f"the page of {name}", lambda: window.tasks.idle


def _first(window: MainWindow, kind: Iri) -> Iri:
    found: list[Iri] = []
    window.project.read(lambda reader: reader.instances((kind,))[0], found.append, window.tell)
    Watch().until(lambda: found)
    return found[0]


def _usable(window: MainWindow) -> bool:
    return bool(window.tabs is not None and window.tabs.map.view.spots and window.explorer.tree.model().rowCount())
