"""How long a frame of the graph and of the map takes, offscreen, and how fast a hub is looked up: run ``python -m tests.benchmarks.window_frames``."""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.graph_picture import Card, Line, Picture, Word
from kgapp.services.neighbourhood import Thing
from kgapp.ui import application
from kgapp.ui.canvas import graph_layout
from kgapp.ui.canvas.graph_view import GraphView
from kgapp.ui.theme import Theme
from tests.benchmarks.map_frames import map_frames

FRAMES = 40


def graph(cards: int, lines: int) -> Picture:
    """A random graph, the same each time."""
    chance = random.Random(5)
    places = graph_layout.near((0.0, 0.0), cards, (), 0)
    kinds = (KG.ProcessParameter, KG.Site, KG.TacitAssertion, KG.Document)
    drawn = []
    for at, (x, y) in enumerate(places):
        thing = Thing(
            Iri(f"https://e.org/{at}"), f"Parameter number {at} of the process", f"P{at}", (kinds[at % 4],), "parameter"
        )
        drawn.append(Card(thing.iri, x, y, 1, thing=thing, types=thing.types, members=(thing.iri,)))
    word = Word(KG.concerns, "concerns", forward=True, count=1)
    ends = [chance.sample(drawn, 2) for _ in range(lines)]
    return Picture(tuple(drawn), tuple(Line(one.key, other.key, (word,)) for one, other in ends))


def frame_ms(view: GraphView) -> float:
    """The median time of this thread to draw what the view shows; what others do on the computer does not count."""
    times = []
    for _ in range(FRAMES):
        start = time.thread_time()
        view.grab()
        times.append(time.thread_time() - start)
    return statistics.median(times) * 1000


def took_ms(work: Callable[[], object]) -> float:
    """How long something takes once."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def graph_frames() -> list[tuple[str, float, float]]:
    """What was measured, in ms, and its bound."""
    found = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(found, QApplication)
    application.dress(found)
    view = GraphView(Theme(found))
    view.resize(1000, 760)
    view.show()
    rows = []
    small = graph(150, 300)
    rows.append(("graph: 150 cards shown first", took_ms(lambda: view.show_picture(small)), 50.0))
    view.resetTransform()
    view.centerOn(view.drawn.cards[0].place.center())
    rows.append(("graph: frame at full size", frame_ms(view), 16.0))
    view.fit()
    rows.append(("graph: frame of 150 cards", frame_ms(view), 16.0))
    view.choose(frozenset({small.cards[0].key}), small.cards[0].key)
    rows.append(("graph: frame of 150 cards, one chosen", frame_ms(view), 16.0))
    view.show_picture(graph(2000, 6000))
    view.fit()
    rows.append(("graph: frame of 2,000 cards, names legible", frame_ms(view), 40.0))
    view.zoom(0.1)
    rows.append(("graph: frame of 2,000 cards and 6,000 lines", frame_ms(view), 40.0))
    keys = [card.key for card in small.cards]
    edges = [line.key for line in small.lines]
    rows.append(
        (
            "graph: 24 cards beside 126",
            took_ms(lambda: graph_layout.near((0, 0), 24, [(c.x, c.y) for c in small.cards[:126]], 1)),
            50.0,
        )
    )
    rows.append(("graph: 150 cards in layers (beside)", took_ms(lambda: graph_layout.layered(keys, edges, {})), 2000.0))
    rows.append(
        ("graph: 150 cards placed freely (beside)", took_ms(lambda: graph_layout.free(keys, edges, {})), 2000.0)
    )
    view.close()
    return rows


def main() -> None:
    """Print a table."""
    for name, ms, bound in (*graph_frames(), *map_frames()):
        sys.stdout.write(f"{name:48} {ms:8.1f} ms   bound {bound:g} ms   {'ok' if ms <= bound else 'MISSED'}\n")


if __name__ == "__main__":
    main()
