"""What a graph's view works with: the state and its steps, what is known of it, and the picture that follows from both.

No widget here. Looking up and arranging happen on the reader thread; placing new cards takes a few milliseconds.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from kgapp.domain.terms import Iri
from kgapp.services import graph_growing, saved_views
from kgapp.services.graph_growing import Grown, Wish
from kgapp.services.graph_picture import MOST_DRAWN, Card, Picture, picture, rest_key
from kgapp.services.graph_state import MOST_KEPT, GraphState, Place, Placed, Rest
from kgapp.services.neighbourhood import Step, Surroundings, Way
from kgapp.services.ports import RecordReader
from kgapp.ui.canvas import graph_layout
from kgapp.ui.canvas.graph_layout import Room
from kgapp.ui.project import OpenProject
from kgapp.ui.tasks import Failure
from kgapp.ui.view_undo import ViewSteps
from kgapp.ui.words import tr

_NUMBERS: Final = itertools.count()
_NOTHING: Final = Surroundings((), (), (), (), ())
_GROW: Final = "grow"
_ARRANGE: Final = "arrange"
_SIDES: Final = {Way.TO: 1, Way.FROM: -1}


class Arrangement(Enum):
    """The ways to place everything anew."""

    LAYERED = "layered"
    FREE = "free"


class GraphWork(QObject):
    """One graph. ``changed`` says that the picture is another."""

    changed = Signal()
    loaded = Signal()
    """A graph was opened or what it begins with has come."""
    grown = Signal(object)
    """The things that were added, as a frozenset."""
    failed = Signal(object)
    """A ``Failure``."""
    said = Signal(str)
    """Words for the status bar."""

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._topic = f"graph {next(_NUMBERS)}"
        self._steps = ViewSteps(GraphState())
        self._beginning: Callable[[], None] | None = None
        self.known = _NOTHING
        self.picture = Picture()

    @property
    def state(self) -> GraphState:
        """What the graph shows now."""
        return self._steps.here

    @property
    def gone(self) -> tuple[Iri, ...]:
        """What the graph holds and the project no longer does."""
        return tuple(iri for iri in self.known.gone if self.state.has(iri))

    @property
    def names(self) -> tuple[str, str]:
        """The names of the operation to take back and of the one to do again."""
        return self._steps.to_undo, self._steps.to_redo

    def start(
        self,
        things: tuple[Iri, ...],
        look: Callable[[RecordReader, GraphState], Grown] = graph_growing.first,
    ) -> None:
        """Begin with some things, and their nearest neighbours unless told otherwise."""
        self._beginning = partial(self.start, things, look)
        places = graph_layout.near((0.0, 0.0), MOST_DRAWN, (), 0)
        state = GraphState(tuple(Placed(iri, *place) for iri, place in zip(things, places, strict=False)))

        def show(grown: Grown) -> None:
            self._beginning = None
            self._steps = ViewSteps(state)
            self._steps = ViewSteps(self._with(grown))
            self._show(grown.around)
            self.loaded.emit()

        self._read(lambda reader: look(reader, state), show)

    def load(self, name: str) -> None:
        """Open a saved graph."""
        self._beginning = partial(self.load, name)

        def show(found: tuple[GraphState, Surroundings]) -> None:
            self._beginning = None
            self._steps = ViewSteps(found[0])
            self._show(found[1])
            self.loaded.emit()

        def read(reader: RecordReader) -> tuple[GraphState, Surroundings]:
            state = saved_views.load(reader, name)
            return state, graph_growing.everything(reader, state)

        self._read(read, show)

    def reload(self) -> None:
        """Look everything up again; the state stays as it is. What has not begun yet begins again."""
        if self._beginning is not None:
            self._beginning()
            return
        state = self.state
        self._read(lambda reader: graph_growing.everything(reader, state), self._show)

    def undo(self) -> None:
        """Take the newest operation back."""
        self._go(self._steps.back())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go(self._steps.forward())

    def expand(self, wishes: tuple[Wish, ...], name: str) -> None:
        """Add the next neighbours by some link types; nothing that is there moves."""
        state = self.state
        stopped = {one.iri for one in state.placed if one.stopped}
        asked = tuple(wish for wish in wishes if wish.origin not in stopped)
        room = min(MOST_DRAWN - len(self.picture.cards), MOST_KEPT - len(state.placed))
        if not asked:
            self.said.emit(tr("Nothing to expand: it stops here, or has no more links."))
        elif room <= 0:
            self.said.emit(
                tr("{count} cards are drawn, more cannot be read. Hide or group some first.").format(count=MOST_DRAWN)
            )
        else:
            self._read(
                lambda reader: graph_growing.grow(reader, state, asked, room),
                lambda found: self._grow(found, name),
                _GROW,
            )

    def add(self, things: tuple[Iri, ...], beside: Iri | None, name: str) -> None:
        """Add things by name, such as those on a way between two."""
        new = [thing for thing in things if not self.state.has(thing)]
        origin = self.state.of(beside) if beside is not None else None
        at = (origin.x, origin.y) if origin else (0.0, 0.0)
        places = graph_layout.near(at, len(new), self._taken(self.state), 1 if origin else 0)
        added = self.state.added(Placed(iri, *place, beside) for iri, place in zip(new, places, strict=True))
        shown = added.hiding(things, hidden=False)
        self.do(name, self._settled(shown, things))
        self.grown.emit(frozenset(new))

    def do(self, name: str, state: GraphState, joins: str = "") -> None:
        """An operation that led to another state."""
        self._go(self._steps.did(name, state, joins))

    def hide(self, keys: Collection[str]) -> None:
        """Hide cards; a rest that is hidden is gone until its link type is expanded again."""
        state = self.state.hiding(self.members(keys))
        for card in self._cards(keys):
            if card.rest is not None:
                state = state.without_rest(card.rest.origin, card.rest.step)
        self.do(tr("Hide"), state)

    def show_hidden(self) -> None:
        """Show everything that was hidden one by one; what stands in the way of others is placed anew."""
        hidden = tuple(one.iri for one in self.state.placed if one.hidden)
        self.do(tr("Show what is hidden"), self._settled(self.state.hiding(hidden, hidden=False), hidden))

    def only(self, keys: Collection[str]) -> None:
        """Hide everything else."""
        kept = set(self.members(keys))
        self.do(tr("Show only these"), self.state.hiding([iri for iri in self.state.things if iri not in kept]))

    def pin(self, keys: Collection[str]) -> None:
        """Hold cards in their places, or let them go when all are held."""
        things = self.members(keys)
        pinned = not all(one.pinned for one in self.state.placed if one.iri in things)
        self.do(tr("Pin") if pinned else tr("Unpin"), self.state.pinning(things, pinned=pinned))

    def stop(self, keys: Collection[str]) -> None:
        """Do not expand beyond some things, or do so again when none is."""
        things = self.members(keys)
        stopped = not all(one.stopped for one in self.state.placed if one.iri in things)
        self.do(tr("Stop here") if stopped else tr("Go on from here"), self.state.stopping(things, stopped=stopped))

    def collapse(self, keys: Collection[str]) -> None:
        """Take away what was expanded from some things, but for what is pinned."""
        self.do(tr("Collapse"), self.state.collapsed(self.members(keys)))

    def filter_kind(self, kind: str) -> None:
        """Hide a kind, or show it again."""
        state = self.state.filtering_kind(kind)
        back = [] if kind in state.hidden_kinds else self._of_kind(kind)
        self.do(tr("Filter by kind"), self._settled(state, back))

    def filter_link(self, predicate: str) -> None:
        """Hide a link type, or show it again."""
        self.do(tr("Filter by link"), self.state.filtering_link(Iri(predicate)))

    def fold(self, kind: str) -> None:
        """Draw a kind as one card, or each of its things again."""
        state = self.state.folding(kind)
        back = [] if kind in state.folded else self._of_kind(kind)
        self.do(tr("Group by kind") if kind in state.folded else tr("Ungroup"), self._settled(state, back))

    def move(self, places: Mapping[str, Place]) -> None:
        """Cards were dragged."""
        self.do(tr("Move"), self._moved(places))

    def forget_gone(self) -> None:
        """Take out what is gone from the project."""
        self.do(tr("Take out what is gone"), self.state.removed(self.gone))

    def arrange(self, way: Arrangement) -> None:
        """Place everything that is drawn anew, but for what is pinned."""
        drawn = self.picture
        keys = [card.key for card in drawn.cards]
        edges = [(line.start, line.end) if line.words[0].forward else (line.end, line.start) for line in drawn.lines]
        fixed = {card.key: (card.x, card.y) for card in drawn.cards if card.pinned}
        place = graph_layout.layered if way is Arrangement.LAYERED else graph_layout.free
        name = tr("Arrange in layers") if way is Arrangement.LAYERED else tr("Arrange freely")

        def show(places: dict[str, Place]) -> None:
            self.do(name, self._moved(places))
            self.loaded.emit()

        self._read(lambda _: place(keys, edges, fixed), show, _ARRANGE)

    def members(self, keys: Collection[str]) -> tuple[Iri, ...]:
        """The things that some cards stand for."""
        return tuple(iri for card in self._cards(keys) for iri in card.members)

    def rests(self, keys: Collection[str]) -> tuple[Wish, ...]:
        """The wishes that the rests among some cards stand for."""
        return tuple(Wish(card.rest.origin, card.rest.step) for card in self._cards(keys) if card.rest is not None)

    def forget(self) -> None:
        """No answer is wanted any more."""
        for topic in ("", _GROW, _ARRANGE):
            self._project.forget(f"{self._topic} {topic}".strip())

    def _cards(self, keys: Collection[str]) -> list[Card]:
        return [card for card in self.picture.cards if card.key in keys]

    def _of_kind(self, kind: str) -> list[Iri]:
        return [thing.iri for thing in self.known.things if thing.kind == kind]

    def _go(self, steps: ViewSteps[GraphState]) -> None:
        self._steps = steps
        self._draw()

    def _draw(self) -> None:
        """Draw what is known, and look up what is not."""
        self.picture = picture(self.state, self.known)
        self.changed.emit()
        known = {thing.iri for thing in self.known.things} | set(self.known.gone)
        counted = {(origin, step) for origin, step, _ in self.known.counts}
        if not known.issuperset(self.state.things) or not counted.issuperset(
            (rest.origin, rest.step) for rest in self.state.rests
        ):
            self.reload()

    def _show(self, around: Surroundings) -> None:
        self.known = around
        self._draw()

    def _grow(self, grown: Grown, name: str) -> None:
        before = set(self.state.things)
        state = self._with(grown)
        self.known = grown.around
        self.do(name, state)
        new = frozenset(state.things) - before
        self.grown.emit(new)
        if not new:
            self.said.emit(tr("Everything there is in the graph already."))

    def _with(self, grown: Grown) -> GraphState:
        """The state with what was found, each beside its origin; a rest keeps its place as long as there is one."""
        state = self.state
        for wish, page in grown.pages:
            origin = state.of(wish.origin)
            if origin is None:
                continue
            new = [thing.iri for thing in page.neighbours if not state.has(thing.iri)]
            left = page.total - _named(grown.around, wish.origin, wish.step)
            kept = next((one for one in state.rests if (one.origin, one.step) == (wish.origin, wish.step)), None)
            wanted = len(new) + (left > 0 and kept is None)
            places = graph_layout.near((origin.x, origin.y), wanted, self._taken(state), _SIDES[wish.step.way])
            placed = [Placed(iri, *place, wish.origin) for iri, place in zip(new, places, strict=False)]
            state = state.hiding([thing.iri for thing in page.neighbours], hidden=False)
            rest = kept or (Rest(wish.origin, wish.step, *places[-1]) if left > 0 else None)
            state = state.added(placed, [rest] if rest is not None and left > 0 else ())
            if left <= 0:
                state = state.without_rest(wish.origin, wish.step)
        return state

    def _taken(self, state: GraphState) -> list[Place]:
        return [(one.x, one.y) for one in state.placed] + [(rest.x, rest.y) for rest in state.rests]

    def _settled(self, state: GraphState, back: Collection[Iri]) -> GraphState:
        """With those that come back, and would stand on others, at free places."""
        here = picture(state, self.known)
        room = Room((card.x, card.y) for card in here.cards if not set(card.members) & set(back))
        places: dict[Iri, Place] = {}
        for one in state.placed:
            if one.iri in back:
                if room.free((one.x, one.y)):
                    room.take((one.x, one.y))
                else:
                    places[one.iri] = room.find((one.x, one.y))
        return state.moved(places)

    def _moved(self, places: Mapping[str, Place]) -> GraphState:
        things = {
            card.members[0]: places[card.key] for card in self.picture.cards if card.members and card.key in places
        }
        rests = {
            (rest.origin, rest.step): places[rest_key(rest)] for rest in self.state.rests if rest_key(rest) in places
        }
        return self.state.moved(things, rests)

    def _read(self, work: Callable[[RecordReader], object], done: Callable[..., None], topic: str = "") -> None:
        self._project.read(work, done, self._fail, f"{self._topic} {topic}".strip())

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(failure)


def _named(around: Surroundings, origin: Iri, step: Step) -> int:
    """How many of the neighbours by a link type are in the graph."""
    return len({ends[1] for link in around.links if (ends := step.of(link)) is not None and ends[0] == origin})
