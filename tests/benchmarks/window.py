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
from PySide6.QtWidgets import QApplication, QScrollBar

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.ui import application, places_table
from kgapp.ui.collecting import Collector
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.graph import GraphPanel
from kgapp.ui.theme import Look, Theme
from kgapp.ui.window import MainWindow
from tests.benchmarks.map_frames import map_frames
from tests.benchmarks.window_frames import graph_frames

GAP_S: Final = 0.050
_LIMIT_MS: Final = 300_000
_READY: Final = "engine ready"
_TURNS: Final = 600
"""How often is scrolled while everything is checked: ten seconds."""


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
        if not true():
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


def open_s(project: Path, folder: Path) -> tuple[float, float]:
    """Seconds from asking for a project until its map and explorer are there, and then for the page of a hub."""
    with shown(folder) as (window, watch):
        window.open(project)
        usable_s = watch.until(lambda: _usable(window))
        watch.until(lambda: _READY in window.engine_state)
        return usable_s, min(_page_s(window, watch, site) for site in _first(window, KG.Site, 3))


def opening(large: Path, small: Path, folder: Path, repeat: int) -> Iterator[Row]:
    """A usable window and the page of a site on both, run in turn."""
    pairs = [(open_s(large, folder), open_s(small, folder)) for _ in range(repeat)]
    for at, name in enumerate(("open to a usable window", "the page of a site, shown")):
        ours, theirs = (min(pair[side][at] for pair in pairs) for side in (0, 1))
        yield Row(name, "a 3,000-quad project", ours, theirs, 1.5)


def gaps(project: Path, more: Path, folder: Path) -> Iterator[Row]:
    """The longest gap while one works with a copy of a project; ``more`` is a file of statements to import."""
    copy = Path(shutil.copy(project, folder / "gaps.kgproject"))
    with shown(folder) as (window, watch):
        for work, done in _works(window, copy, more):
            watch.until(done)
            yield Row(f"gap: {work}", "clock", watch.gap_s, GAP_S, 1.0)


def frames() -> Iterator[Row]:
    """Frames of the graph and of the map."""
    for name, ms, bound in (*graph_frames(), *map_frames()):
        yield Row(name[:44], "clock", ms / 1000, bound / 1000, 1.0)


def _works(window: MainWindow, project: Path, more: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    window.open(project)
    yield "open", lambda: _usable(window)
    yield "load the engine", lambda: _READY in window.engine_state
    for words in ("t", "temperature buffer"):
        window.search()
        window.top.search.setText(words)
        window.top.search.textEdited.emit(words)
        yield f"search “{words}”", lambda: window.top.search.popup.isVisible() and window.tasks.idle
    window.top.search.clear()
    for words in ("t", "buffer", ""):
        window.explorer.filter.setText(words)
        yield f"explorer, filter “{words}”", lambda: window.tasks.idle
    site, step = _first(window, KG.Site, 1)[0], _first(window, KG.UnitOperation, 1)[0]
    for thing, name in ((step, "a step"), (site, "a site")):
        window.open_entity(thing)
        yield f"the page of {name}", lambda: window.tasks.idle
    window.open_place(places_table.graph_of((step,)))
    assert window.tabs is not None
    graph = window.tabs.here
    assert isinstance(graph, GraphPanel)
    yield "graph of a step", lambda: graph.work.picture.shown > 1 and window.tasks.idle
    graph.expand(graph.work.members({card.key for card in graph.work.picture.cards}))
    yield "expand all that is in the graph", lambda: window.tasks.idle
    yield from _behind(window, more)


def _behind(window: MainWindow, more: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What takes long, while the map and the explorer are scrolled."""
    window.open_place(places_table.MAP)
    assert window.tabs is not None
    bars = [window.tabs.map.view.horizontalScrollBar(), window.explorer.tree.verticalScrollBar()]
    scroller = Scroller(bars)
    window.findings.check_all()
    yield "check everything while scrolling", lambda: scroller.count > _TURNS
    window.findings.stop()
    yield "stop that check", lambda: window.tasks.idle
    window.keeping.saver.use_spell("benchmark")
    window.exchange.import_files((more,))
    yield "import while scrolling", lambda: window.tasks.idle and not window.banners.words()
    scroller.stop()


class Scroller:
    """Scrolls to and fro as long as it is not stopped."""

    def __init__(self, bars: list[QScrollBar]) -> None:
        self._bars, self.count = bars, 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(16)

    def stop(self) -> None:
        """Rest."""
        self._timer.stop()

    def _turn(self) -> None:
        self.count += 1
        for bar in self._bars:
            room = max(1, bar.maximum() - bar.minimum())
            bar.setValue(bar.minimum() + self.count * 23 % room)


def _page_s(window: MainWindow, watch: Watch, thing: Iri) -> float:
    window.open_entity(thing)
    assert window.tabs is not None
    page = window.tabs.here
    assert isinstance(page, EntityPanel)
    return watch.until(lambda: page.portrait)


def _first(window: MainWindow, kind: Iri, count: int) -> tuple[Iri, ...]:
    found: list[tuple[Iri, ...]] = []
    window.project.read(lambda reader: reader.instances((kind,))[:count], found.append, window.tell)
    Watch().until(lambda: found)
    return found[0]


def _usable(window: MainWindow) -> bool:
    return bool(window.tabs is not None and window.tabs.map.view.spots and window.explorer.tree.model().rowCount())
