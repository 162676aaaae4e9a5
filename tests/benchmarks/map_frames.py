"""How long a frame of the process map takes at 150 cards, offscreen; ``window_frames`` prints it."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kgapp.domain.terms import Iri
from kgapp.services.browsing import Named
from kgapp.services.process_board import Card, FactorRow, Lane, ProcessMap, Resource, Standing, Step
from kgapp.services.process_differences import compared
from kgapp.ui import application
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.map_view import MapView
from kgapp.ui.theme import Theme

STEPS, SITES, FACTORS = 50, 3, 10
_FRAMES: Final = 40


def map_frames() -> list[tuple[str, float, float]]:
    """What was measured, in ms of the GUI thread, and its bound: drawing anew (longest piece), a frame of scrolling (median)."""
    found = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(found, QApplication)
    application.dress(found)
    view = MapView(Theme(found))
    view.resize(1900, 1000)
    view.show()
    view.show_map(board(), None)
    rows = []
    for level in Level:
        view.show_level(level)
        name = f"{STEPS * SITES} cards, {level.name.lower()}"
        rows.append((f"map: {name}, drawn anew", max(_anew(view)), 50.0))
        rows.append((f"map: {name}, frame", statistics.median(_scrolling(view)), 16.0))
    view.close()
    return rows


def board() -> ProcessMap:
    """A large process: everything is there, and every third value differs."""
    own = frozenset(_named("P", number, "Factor").iri for number in range(FACTORS))
    steps = tuple(Step(_named("U", at, f"Unit operation {at} of the process"), own, 3) for at in range(STEPS))
    lanes = tuple(Lane(_named("SP", at, "Process"), _named("S", at, f"Site {at}"), "EU", False) for at in range(SITES))
    cards = tuple(tuple(_card(step, lane, at) for step in steps) for at, lane in enumerate(lanes))
    return compared(ProcessMap(_named("GR", 0, "Large process"), steps, lanes, cards))


def _anew(view: MapView) -> list[float]:
    """Laying out, then each frame until every card in sight is painted, in ms."""
    times = [_once(view.refresh)]
    for _ in range(_FRAMES):
        if view.settled:
            break
        times.append(_once(view.grab))
    return times


def _scrolling(view: MapView) -> list[float]:
    bar, times = view.horizontalScrollBar(), []
    for at in range(_FRAMES):
        bar.setValue(bar.minimum() + at * 7)
        times.append(_once(view.grab))
    return times


def _once(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def _named(kind: str, at: int, label: str) -> Named:
    return Named(Iri(f"https://example.org/bench/{kind}{at}"), label)


def _card(step: Step, lane: Lane, at: int) -> Card:
    rows = tuple(_row(step, number, at) for number in range(FACTORS))
    machine, material = _named("E", at, "Bioreactor 25"), _named("M", at, "Culture medium")
    know_how = tuple(_named("K", number, f"Know-how {number}") for number in range(4))
    return Card(
        step.step,
        lane.site,
        rows,
        (Resource(machine, machine.iri, status="qualified"),),
        (Resource(material, material.iri, "GMP", ("A supplier",)),),
        know_how,
        (_named("R", at, "A risk"),),
        (_named("G", at, "A gap"),),
        tuple(row.factor.iri for row in rows),
    )


def _row(step: Step, number: int, at: int) -> FactorRow:
    factor = Named(Iri(f"{step.step.iri}/{number}"), f"Parameter {number} with a name")
    figure = f"{number}.{at if number % 3 == 0 else 0}"
    parts = (figure, "1–9", "mg/mL")
    control = _named("C", number, f"Control {number}")
    value = f"{figure} (1–9) mg/mL"
    return FactorRow(factor, "CPP", value, Standing.SET, "By weight", "", *parts, controls=(control,))
