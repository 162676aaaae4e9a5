"""The graph view: start from a thing, follow links by type, arrange, filter, group, save. Never more than can be read."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import graph_growing, neighbourhood
from kgapp.services.graph_growing import Wish
from kgapp.services.graph_paths import Paths
from kgapp.services.graph_picture import Card
from kgapp.services.neighbourhood import Branch, Step
from kgapp.services.ports import RecordReader
from kgapp.ui import menus
from kgapp.ui.canvas import export, graph_drawing
from kgapp.ui.canvas.graph_view import GraphView
from kgapp.ui.canvas.look import Paper
from kgapp.ui.canvas.sheets import Drawing
from kgapp.ui.graph_work import GraphWork
from kgapp.ui.panels import parts
from kgapp.ui.panels.graph_bar import GraphBar, Shown
from kgapp.ui.panels.graph_commands import background, commands
from kgapp.ui.panels.graph_lists import LinksTable, rows_of
from kgapp.ui.panels.graph_notes import GraphNotes
from kgapp.ui.panels.graph_saved import SavedViews
from kgapp.ui.panels.graph_side import GraphSide
from kgapp.ui.panels.graph_ways import OtherThing, WaySearch
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS: Final = itertools.count()


class GraphPanel(View):
    """Opened for things, for a saved view by name, or for the ways between two things."""

    def __init__(self, desk: Desk, things: tuple[Iri, ...] = (), name: str = "", *, ways: bool = False) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        self._start, self._ways = things, ways
        self._topic = f"graph side {next(_NUMBERS)}"
        self._fresh = True
        self._branches: tuple[Branch, ...] = ()
        self.work = GraphWork(desk.project, self)
        self.saved = SavedViews(desk, self, lambda: self.work.state, self._named)
        self.saved.name = name
        self.view = GraphView(desk.theme)
        self.table = LinksTable(desk.theme)
        self.side = GraphSide(desk.theme)
        self._found: list[str] = []
        self._way: frozenset[str] = frozenset()
        self.bar = GraphBar(desk.theme, self.saved.button)
        self.notes = GraphNotes(desk.theme)
        self.search = WaySearch(desk, self._show_ways, self._searching)
        self._paths: Paths | None = None
        self.states = States(self._content(), desk.theme)
        parts.column(self).addWidget(self.states)
        self._join()
        self.reload()

    @property
    def entity(self) -> Iri | None:
        """The one thing that is chosen, else the one it was opened for."""
        chosen = self._chosen_things()
        if len(chosen) == 1:
            return chosen[0]
        return self._start[0] if len(self._start) == 1 else None

    def reload(self) -> None:
        """Look everything up from the beginning."""
        self.states.busy(tr("Drawing the graph…"))
        if self.saved.name:
            self.work.load(self.saved.name)
        else:
            self.work.start(self._start)

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.work.reload()
        self.saved.reload()
        self._look_beside()

    def came_to_front(self) -> None:
        if self.entity is not None:
            self._desk.inspect(self.entity)

    def take_focus(self) -> None:
        (self.table if self.view.isHidden() else self.view).setFocus()

    def closing(self) -> None:
        self.search.stop()
        self.work.forget()
        self._desk.project.forget(self._topic)

    def view_steps(self) -> tuple[str, str]:
        return self.work.names

    def undo_view(self) -> None:
        self.work.undo()

    def redo_view(self) -> None:
        self.work.redo()

    def drawing(self) -> Callable[[RecordReader], Drawing] | None:
        picture, look, title, said = self.work.picture, Paper.like(self._theme), self._title(), self.notes.words

        def make(reader: RecordReader) -> Drawing:
            return graph_drawing.drawing(picture, look, title, (*export.stamp(reader), said))

        return make if picture.cards else None

    def find_ways(self, start: Iri, goal: Iri | None = None) -> None:
        """Search the ways between two things; the second is asked for when it is not given."""
        if goal is not None:
            self.search.start(start, goal)
            return
        dialog = OtherThing(self._desk, self._name(start), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def search() -> None:
            if dialog.field.thing is not None and dialog.field.thing != start:
                self.search.start(start, dialog.field.thing)

        dialog.accepted.connect(search)
        dialog.open()

    def expand(self, things: tuple[Iri, ...]) -> None:
        """Show the next neighbours of things by every link type that has few; the side panel has the others."""

        def grow(found: tuple[Wish, ...]) -> None:
            name = tr("Expand {name}").format(name=self._name(things[0])) if len(things) == 1 else tr("Expand")
            self.work.expand(found, name)

        if things:
            self._desk.project.read(
                lambda reader: graph_growing.wishes(reader, things), grow, self._desk.tell, f"{self._topic} expand"
            )

    def _content(self) -> QWidget:
        content = QWidget()
        content.setObjectName("board")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content)
        layout.addWidget(self.bar)
        layout.addWidget(self.notes.gone)
        layout.addWidget(self.notes.busy)
        middle = self._middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(self.view)
        middle.addWidget(self.table)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        self.table.hide()
        wide = QSplitter(Qt.Orientation.Horizontal)
        wide.addWidget(middle)
        wide.addWidget(self.side)
        wide.setStretchFactor(0, 1)
        wide.setStretchFactor(1, 0)
        wide.setChildrenCollapsible(False)
        layout.addWidget(wide, 1)
        layout.addWidget(self.notes)
        return content

    def _join(self) -> None:
        work, view, side, bar = self.work, self.view, self.side, self.bar
        work.changed.connect(self._redraw)
        work.loaded.connect(self._loaded)
        work.grown.connect(self._grown)
        work.failed.connect(self._fail)
        work.said.connect(self._desk.say)
        view.chosen.connect(self._choose)
        view.opened.connect(self._open)
        view.expand_wanted.connect(self._expand_card)
        view.hide_wanted.connect(lambda: work.hide(view.keys))
        view.pin_wanted.connect(lambda: work.pin(view.keys))
        view.moved.connect(work.move)
        view.menu_wanted.connect(self._menu)
        self.table.chosen.connect(self._choose_from_table)
        self.table.opened.connect(self._open)
        side.expand_wanted.connect(self._expand_by)
        side.kind_toggled.connect(work.filter_kind)
        side.link_toggled.connect(work.filter_link)
        side.fold_wanted.connect(work.fold)
        side.way_chosen.connect(self._light_way)
        side.ways_closed.connect(lambda: self._put_ways(None))
        bar.searched.connect(self._find)
        bar.next_wanted.connect(self._next_found)
        bar.arranged.connect(work.arrange)
        bar.shown.connect(self._show_as)
        bar.fitted.connect(view.fit)
        bar.side_toggled.connect(side.setVisible)
        self.notes.forget_gone.connect(work.forget_gone)
        self.notes.show_hidden.connect(work.show_hidden)
        self.notes.stop_search.connect(self.search.stop)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _redraw(self) -> None:
        picture = self.work.picture
        self.view.show_picture(picture)
        self.side.show_legend(picture)
        self.notes.tell(picture, self.work.gone)
        self.table.show_rows(rows_of(self.view.drawn), self.view.keys)
        self._show_branches()
        self._show_way()
        self._find(self.bar.words)
        self.titled.emit(self._title())
        self.steps_changed.emit()

    def _loaded(self) -> None:
        if not self.work.state.placed:
            self.states.empty(
                tr("Nothing to draw"), tr("Choose a thing and its command “Show in graph”, or open a saved view.")
            )
            return
        self.states.content()
        self.view.fit()
        if self._fresh:
            self._fresh = False
            first = self.view.drawn.cards[0].card.key if self.view.drawn.cards else ""
            if not self.view.keys and first and not self.saved.name:
                self.view.choose(frozenset({first}), first)
                self.table.choose(self.view.keys)
                self._look_beside()
            if self._ways and len(self._start) == 2:
                self.search.start(*self._start)
        if self.isVisible() and not self.bar.hasFocus():
            self.take_focus()

    def _fail(self, failure: Failure) -> None:
        if self._fresh:
            self.states.failed(failure, self.reload)
        else:
            self._desk.tell(failure)

    def _grown(self, things: frozenset[Iri]) -> None:
        self._look_beside()
        if things:
            self._desk.say(tr("{count} added").format(count=len(things)))

    def _choose(self, keys: frozenset[str]) -> None:
        self.table.choose(keys)
        self._look_beside()
        things = self.work.members(keys)
        if len(things) == 1:
            self._desk.inspect(things[0])

    def _choose_from_table(self, keys: frozenset[str]) -> None:
        self.view.choose(keys, min(keys, default=""))
        self._choose(keys)

    def _look_beside(self) -> None:
        """What the chosen thing can be expanded by."""
        things = self._chosen_things()
        if len(things) != 1:
            self._branches = ()
            self._desk.project.forget(self._topic)
            self.side.show_nothing()
            return
        self._desk.project.read(
            lambda reader: neighbourhood.branches(reader, things[0]), self._know_branches, self._desk.tell, self._topic
        )

    def _know_branches(self, branches: tuple[Branch, ...]) -> None:
        self._branches = branches
        self._show_branches()

    def _show_branches(self) -> None:
        things = self._chosen_things()
        if len(things) == 1 and self._branches:
            links, here = self.work.known.links, self.work.state.of(things[0])
            shown = tuple(
                (
                    branch,
                    len({ends[1] for link in links if (ends := branch.step.of(link)) and ends[0] == things[0]}),
                )
                for branch in self._branches
            )
            self.side.show_branches(self._name(things[0]), shown, stopped=bool(here and here.stopped))

    def _expand_by(self, steps: tuple[Step, ...]) -> None:
        things = self._chosen_things()
        wishes = tuple(Wish(thing, step) for thing in things for step in steps)
        self.work.expand(wishes, tr("Expand {name}").format(name=self._name(things[0]) if things else ""))

    def _open(self, key: str) -> None:
        card = self._card(key)
        if card is None:
            return
        if card.thing is not None:
            self._desk.open_entity(card.thing.iri)
        else:
            self._expand_card(key)

    def _expand_card(self, key: str) -> None:
        card = self._card(key)
        if card is None:
            return
        if card.rest is not None:
            self.work.expand((Wish(card.rest.origin, card.rest.step),), tr("Show more"))
        elif card.kind is not None:
            self.work.fold(card.kind)
        else:
            self.expand(self._chosen_things())

    def _menu(self, place: QPoint) -> None:
        things = self._chosen_things()
        if things:
            menus.popup(self._desk, self, things, place, commands(self))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        background(self, menu)
        menu.popup(place)

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        found = frozenset(
            drawn.card.key
            for drawn in self.view.drawn.cards
            if wanted and all(word in drawn.words.casefold() for word in wanted)
        )
        self.view.mark(found)
        self.bar.say_found(len(found) if wanted else None)
        self._found = sorted(found)

    def _next_found(self) -> None:
        if self._found:
            at = self._found.index(self.view.current) + 1 if self.view.current in self._found else 0
            key = self._found[at % len(self._found)]
            self.view.choose(frozenset({key}), key)
            self._choose(frozenset({key}))

    def _show_as(self, shown: Shown) -> None:
        self.view.setVisible(shown is not Shown.TABLE)
        self.table.setVisible(shown is not Shown.GRAPH)
        half = self._middle.height() // 2
        self._middle.setSizes([half, half])

    def _searching(self, busy: bool) -> None:
        self.notes.busy.setVisible(busy)

    def _show_ways(self, paths: Paths) -> None:
        things = tuple(dict.fromkeys(step.iri for way in paths.ways for hop in way for step in (hop.start, hop.end)))
        if things:
            self.work.add(things, paths.start.iri, tr("Show ways"))
        self._put_ways(paths)

    def _put_ways(self, paths: Paths | None) -> None:
        self._paths = paths
        self.side.show_ways(paths)
        if paths is not None:
            self.bar.open_side()

    def _light_way(self, at: int) -> None:
        if self._paths is not None and 0 <= at < len(self._paths.ways):
            self._way = frozenset(step.iri for hop in self._paths.ways[at] for step in (hop.start, hop.end))
            self._show_way()

    def _show_way(self) -> None:
        """Choose the things of a way as soon as all of them are drawn."""
        if self._way and self._way <= {drawn.card.key for drawn in self.view.drawn.cards}:
            keys, self._way = self._way, frozenset()
            self.view.choose(keys, min(keys))
            self.view.fit(keys)
            self.table.choose(keys)

    def _named(self, name: str) -> None:
        self.place = f"graph view {name}" if name else self.place
        self.titled.emit(self._title())

    def _title(self) -> str:
        if self.saved.name:
            return tr("Graph: {name}").format(name=self.saved.name)
        names = [self._name(thing) for thing in self._start[:2]]
        return tr("Graph: {name}").format(name=", ".join(names)) if names else tr("Graph")

    def _name(self, thing: Iri) -> str:
        return next((line(one.label, 80) for one in self.work.known.things if one.iri == thing), "…")

    def _card(self, key: str) -> Card | None:
        return next((card for card in self.work.picture.cards if card.key == key), None)

    def _chosen_things(self) -> tuple[Iri, ...]:
        return self.work.members(self.view.keys)

    def _dress(self) -> None:
        self.side.setMinimumWidth(self._theme.px(200))
        self.side.setMaximumWidth(self._theme.px(300))
        self.view.setMinimumSize(self._theme.px(120), self._theme.px(120))
