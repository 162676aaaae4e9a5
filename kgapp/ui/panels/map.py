"""The home of the window: the process map, drawn or as a tree, with what chooses what is to be seen of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kgapp.domain.findings import Finding
from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.process_board import ProcessMap
from kgapp.ui.canvas import map_picture
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.map_spots import Spot
from kgapp.ui.canvas.map_state import MapState, level_name
from kgapp.ui.canvas.map_view import MapView
from kgapp.ui.canvas.overlay import Overlay, overlay, path
from kgapp.ui.canvas.sheets import Drawing
from kgapp.ui.models.impact_titles import title
from kgapp.ui.models.process_parts import Key
from kgapp.ui.panels import impact_pages, parts
from kgapp.ui.panels.map_bar import ImpactBar, MapBar, MapLegend
from kgapp.ui.panels.map_list import show_list
from kgapp.ui.panels.map_tree import MapTree
from kgapp.ui.panels.states import States
from kgapp.ui.texts import line
from kgapp.ui.view_undo import ViewSteps
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review


class MapPanel(View):
    """Loads the map itself, and again after a change; an impact can be laid over it."""

    stays = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board: ProcessMap | None = None
        self._process: Iri | None = None
        self._report: ImpactReport | None = None
        self._wanted: Item | None = None
        self._path: Item | None = None
        self._hop = 0
        self._keys: dict[str, QShortcut] = {}
        self._review: Review | None = None
        self._overlay: Overlay | None = None
        self._steps = ViewSteps(MapState())
        self._place_at = 0
        self._found: tuple[tuple[Finding, ...], ...] = ()
        self.view = MapView(desk.theme, desk.findings.of)
        self.tree = MapTree(desk.theme, desk.findings.of)
        self.bar = MapBar(desk.theme)
        self.impact_bar = ImpactBar()
        self.legend = MapLegend(desk.theme)
        self._sides = QStackedWidget()
        self._sides.addWidget(self.view)
        self._sides.addWidget(self.tree)
        content = QWidget()
        content.setObjectName("board")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        for widget, stretch in ((self.bar, 0), (self.impact_bar, 0), (self._sides, 1), (self.legend, 0)):
            inner.addWidget(widget, stretch)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self._join()
        self.reload()

    @property
    def state(self) -> MapState:
        """What is to be seen."""
        return self._steps.here

    @property
    def shown(self) -> ProcessMap | None:
        """The map as it is shown: compared and filtered."""
        return self.state.prepared(self._board) if self._board else None

    def reload(self) -> None:
        """Look everything up again."""
        if self._board is None:
            self.states.busy(tr("Drawing the process map…"))
        self._desk.project.board(self._arrived, lambda failure: self.states.failed(failure, self.reload), self._process)

    @property
    def entity(self) -> Iri | None:
        """The thing that is chosen on the map."""
        return self.view.current.thing if self.view.current is not None else None

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.reload()

    def came_to_front(self) -> None:
        if self.view.current is None:
            self._desk.inspector.show_nothing()
        else:
            self._choose(self.view.current)

    def take_focus(self) -> None:
        (self.tree if self.state.tree else self.view).setFocus()

    def show_report(self, report: ImpactReport | None, item: Item | None = None, review: Review | None = None) -> None:
        """Lay an impact over the map, at one of its items, or take it away. ``review`` takes verdicts about it."""
        if review is not None and review is not self._review:
            review.judged.connect(self._judged)
        self._report, self._wanted, self._review = report, item, review
        self._path, self._hop = None, 0
        if self._board is None:
            return
        self._show()
        start = self._overlay.lit[0] if self._overlay is not None and self._overlay.lit else None
        if item is not None:
            self.view.choose(item.iri, item.site.iri if item.site else None)
        elif start is not None:
            self.view.choose(start.factor, start.site)
        if report is not None and self.view.current is not None:
            self._choose(self.view.current)

    def _judged(self) -> None:
        """A verdict was given: tell it, when it is looked at here."""
        if self.isVisible() and self.view.current is not None and self.view.current.item is not None:
            self._choose(self.view.current)

    def show_differences(self) -> None:
        """Show only what differs between the sites."""
        if not self.state.only_differing:
            self._did(replace(self.state, only_differing=True), tr("Only what differs"))

    def drawing(self) -> Callable[[RecordReader], Drawing] | None:
        if self.shown is None or self.shown.process is None:
            return None
        words = title(self._report) if self._report else ""
        return map_picture.maker(self.shown, self._overlay, self.state, self._desk.theme, self._desk.findings.of, words)

    def view_steps(self) -> tuple[str, str]:
        return self._steps.to_undo, self._steps.to_redo

    def undo_view(self) -> None:
        self._take(self._steps.back())

    def redo_view(self) -> None:
        self._take(self._steps.forward())

    def _join(self) -> None:
        desk, view, bar = self._desk, self.view, self.bar
        view.chosen.connect(self._choose)
        view.opened.connect(lambda spot: desk.open_entity(spot.thing))
        view.listed.connect(self._list)
        view.menu_wanted.connect(lambda spot, place: desk.menu((spot.thing,), place))
        view.state_changed.connect(lambda state, name: self._did(replace(state, tree=self.state.tree), name))
        self.tree.chosen.connect(self._choose_key)
        self.tree.opened.connect(desk.open_entity)
        self.tree.menu_wanted.connect(lambda thing, place: desk.menu((thing,), place))
        bar.level_wanted.connect(lambda level: self._level(Level(level)))
        bar.state_wanted.connect(self._did)
        bar.process_wanted.connect(self._choose_process)
        self.legend.fit_wanted.connect(self._fit)
        self.impact_bar.step_wanted.connect(self._step)
        self.impact_bar.clear_wanted.connect(lambda: self.show_report(None))
        self.impact_bar.only_wanted.connect(lambda only: self._isolate(self._chosen_item() if only else None))
        desk.findings.changed.connect(self._findings_changed)
        to_tree = QShortcut(QKeySequence("Ctrl+T"), self)
        to_tree.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        to_tree.activated.connect(bar.tree.click)
        for keys, act in (
            ("]", lambda: self._step(1)),
            ("[", lambda: self._step(-1)),
            ("I", self.impact_bar.only.click),
            ("Escape", lambda: self._isolate(None)),
        ):
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
            shortcut.setEnabled(False)
            self._keys[keys] = shortcut

    def _arrived(self, board: ProcessMap) -> None:
        self._board = board
        if board.process is None:
            words = tr(
                "A general process with its unit operations, and the processes of the sites, stand here side by side."
            )
            self.states.empty(tr("No process yet"), words)
            return
        self.states.content()
        self._show()

    def _show(self) -> None:
        board = self.shown
        if board is None or board.process is None:
            return
        self._overlay = self._laid(self._report, board) if self._report else None
        self.view.show_map(board, self._overlay, self.state)
        self.tree.show_map(board, self._overlay)
        self.bar.show_state(self._board or board, self.state)
        self._say_impact()
        self.impact_bar.setVisible(self._overlay is not None)
        self._sides.setCurrentIndex(int(self.state.tree))
        self._tell()

    def _laid(self, report: ImpactReport, board: ProcessMap) -> Overlay:
        return overlay(report, board, self._wanted) if self._path is None else path(report, board, self._path)

    def _chosen_item(self) -> Item | None:
        """The item whose path is wanted: what is chosen on the map, else what it was opened at."""
        spot = self.view.current
        return spot.item if spot is not None and spot.item is not None else self._wanted

    def _isolate(self, item: Item | None) -> None:
        """Only the way to an item, from its end; all ways again without one."""
        if self._report is None or item == self._path:
            self.impact_bar.only.setChecked(self._path is not None)
            return
        back, self._path = self._path, item
        self._hop = item.hops if item is not None else 0
        self._show()
        end = item or back
        if end is not None:
            self.view.choose(end.iri, end.site.iri if end.site else None)

    def _to_hop(self, by: int) -> None:
        """To the next or previous thing on the way."""
        item = self._path
        if item is None or not item.path:
            return
        self._hop = max(0, min(item.hops, self._hop + by))
        thing = item.path[self._hop - 1].target if self._hop else item.path[0].source
        self.view.choose(thing, None)
        if self.view.current is not None:
            self._choose(self.view.current)
        self._say_impact()

    def _say_impact(self) -> None:
        item = self._path
        for keys, shortcut in self._keys.items():  # a key that does nothing here is left to others
            shortcut.setEnabled(self._overlay is not None and (keys != "Escape" or item is not None))
        if self._report is None or self._overlay is None:
            return
        if item is None:
            self.impact_bar.tell(title(self._report), self._overlay.shown, self._overlay.total)
        else:
            sentence = item.path[self._hop - 1].sentence if self._hop else ""
            self.impact_bar.tell_hop(item.label, self._hop, item.hops, sentence)

    def _tell(self) -> None:
        board = self.shown
        if board is None or not board.lanes:
            return
        reference = next((lane.name for lane in board.lanes if lane.site.iri == board.reference), "")
        shown = board.shown if self.state.tree else self.view.rows_shown
        words = self._counted(board.shown, shown)
        self.legend.tell(words, line(reference), with_impact=self._overlay is not None)

    def _counted(self, here: int, shown: int) -> str:
        """How many factors there are, how many of them can be shown, and how many are named now."""
        factors, known = (self._board.factors, self._board.shown) if self._board else (0, 0)
        words = tr("{total} factors, {known} with a setting").format(total=factors, known=known)
        if self.state.only_differing:
            words = tr("{differing} of {total} factors differ").format(differing=here, total=factors)
        if shown == here or (self.state.level is Level.OVERVIEW and not self.state.tree):
            return words
        return tr("{words}, {shown} named here").format(words=words, shown=shown)

    def _did(self, state: MapState, name: str) -> None:
        """The user asked for something else to be seen."""
        self._take(self._steps.did(name, state))

    def _take(self, steps: ViewSteps[MapState]) -> None:
        before, self._steps = self._steps.here, steps
        if before.tree != self.state.tree:
            self._hand_over()
        self._show()
        if before.tree != self.state.tree:
            self.take_focus()
        self.steps_changed.emit()

    def _hand_over(self) -> None:
        """Drawn map and tree have the same choice."""
        if self.state.tree and self.view.current is not None:
            self.tree.choose(self.view.current.key)
        elif not self.state.tree and self.tree.current is not None:
            self.view.choose_key(self.tree.current)

    def _level(self, level: Level) -> None:
        self._did(replace(self.state, level=level, tree=False), level_name(level))

    def _fit(self) -> None:
        self.view.fit()

    def _choose_process(self, process: str) -> None:
        self._process = Iri(process)
        self._steps = ViewSteps(replace(self.state, reference=None, folded_steps=frozenset(), folded_sites=frozenset()))
        self.steps_changed.emit()
        self.reload()

    def _choose(self, spot: Spot) -> None:
        self.tree.choose(spot.key)
        if self._report is not None and spot.item is not None:
            impact_pages.tell(self._desk, self._review, self._report, spot.item)
        else:
            self._desk.inspect(spot.thing)

    def _choose_key(self, key: Key) -> None:
        """Something was chosen in the tree."""
        self.view.choose_key(key)
        spot = self.view.current
        if spot is not None and spot.key == key:
            self._choose(spot)
        else:
            self._desk.inspect(key.thing)

    def _list(self, spot: Spot, place: QPoint) -> None:
        show_list(self, spot.words, spot.entries, place, self._desk.open_entity)

    def _findings_changed(self) -> None:
        """Draw again, but only when what is known of something on the map is different."""
        board, of = self._board, self._desk.findings.of
        cards = (card for lane in board.cards for card in lane) if board is not None else ()
        found = tuple(of(thing) for card in cards for thing in card.own)
        if found != self._found:
            self._found = found
            self.view.refresh()
            self.tree.refresh()

    def _step(self, by: int) -> None:
        """To the next or previous thing that the change reaches, or on the one way that is shown."""
        if self._path is not None:
            self._to_hop(by)
            return
        reached = self.view.reached
        if reached:
            self._place_at = (self._place_at + by) % len(reached)
            self.view.choose_key(reached[self._place_at].key)
            self._choose(reached[self._place_at])
