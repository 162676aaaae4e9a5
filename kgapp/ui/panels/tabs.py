"""The tabs of the window: the map is always there; everything else comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QToolButton, QWidget

from kgapp.domain.terms import Iri
from kgapp.ui import icons, places_table
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.map import MapPanel
from kgapp.ui.texts import caption
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

MOST_PAGES = 8
"""More pages than this, and the one opened first is closed: back opens it again."""

_TITLE = 34


class Tabs(QTabWidget):
    """Opens and closes views; each has a place."""

    place_changed = Signal(str)
    """The place of the view in front."""
    steps_changed = Signal()
    """What can be taken back in a view has changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self._pinned: list[View] = []
        self.setDocumentMode(True)
        self.setMovable(False)
        self.setMinimumSize(320, 240)  # what does not fit scrolls: the window never outgrows its screen
        self.setUsesScrollButtons(True)
        self.tabBar().setAccessibleName(tr("Tabs"))
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.map = MapPanel(desk)
        self.map.place = places_table.MAP
        self.add(self.map, tr("Process map"))
        self.currentChanged.connect(self._changed)
        self.tabBar().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabBar().customContextMenuRequested.connect(self._menu)
        self._theme.changed.connect(self._dress)
        desk.drafts.queries.known.connect(self._restore)

    @property
    def views(self) -> tuple[View, ...]:
        """The open views, in the order of their tabs."""
        found = (self.widget(at) for at in range(self.count()))
        return tuple(view for view in found if isinstance(view, View))

    @property
    def here(self) -> View | None:
        """The view in front."""
        view = self.currentWidget()
        return view if isinstance(view, View) else None

    def go(self, place: str) -> View | None:
        """To a place: its tab, or a new one. ``None`` for a place that cannot be opened again."""
        view = next((one for one in self.views if one.place == place), None)
        if view is None:
            view = places_table.make(self._desk, place)
            if view is None:
                return None
            if isinstance(view, EntityPanel):
                self._make_room()
            self.add(view, "…")
        self.setCurrentWidget(view)
        return view

    def open_entity(self, entity: Iri) -> None:
        """The page of an entity, in its tab."""
        self.go(places_table.page_of(entity))

    def open_behind(self, place: str, words: str = "…") -> None:
        """A tab for a place, without leaving the one in front."""
        if any(view.place == place for view in self.views):
            return
        view = places_table.make(self._desk, place)
        if view is not None:
            if isinstance(view, EntityPanel):
                self._make_room()
            self.add(view, words)

    def pin_here(self) -> None:
        """Pin the tab in front, so that it makes no room for others, or unpin it."""
        view = self.here
        if view is not None and not view.stays and view is not self.map:
            self.pin(view, held=not self.is_pinned(view))

    def pin(self, view: View, *, held: bool) -> None:
        """Pinned tabs stand first and make no room for others."""
        at = self.indexOf(view)
        if held:
            self._pinned.append(view)
            self.tabBar().moveTab(at, len(self._pinned))
        else:
            self._pinned.remove(view)
            self.tabBar().moveTab(at, len(self._pinned) + 1)
        self._show_pin(view)

    def is_pinned(self, view: View) -> bool:
        """Whether a tab is pinned."""
        return view in self._pinned

    def add(self, view: View, words: str) -> None:
        """A new tab at the end, behind the one in front."""
        at = self.addTab(view, caption(words, _TITLE))
        view.titled.connect(lambda title: self.setTabText(self.indexOf(view), caption(title, _TITLE)))
        view.steps_changed.connect(self.steps_changed)
        view.finished.connect(lambda: self.close_at(self.indexOf(view)))
        if not view.stays:
            self._add_close(at, view)

    def close_at(self, index: int) -> bool:
        """Close a tab that may be closed; whether it is."""
        view = self.widget(index)
        if not isinstance(view, View) or view.stays or not view.may_close():
            return False
        view.closing()
        if view in self._pinned:
            self._pinned.remove(view)
        self.removeTab(index)
        view.deleteLater()
        return True

    def entity_here(self) -> Iri | None:
        """The thing that the view in front is about."""
        return self.here.entity if self.here is not None else None

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        """Views that show one of the changed subjects load again; none named means everything changed."""
        for view in self.views:
            view.project_changed(subjects)

    def _restore(self) -> None:
        """The texts of the SPARQL editor that had tabs have them again, behind what is in front; nothing is run."""
        for kept in self._desk.drafts.queries.open_texts:
            self.open_behind(places_table.sparql_of(kept.id), kept.name or tr("SPARQL"))

    def _add_close(self, at: int, view: View) -> None:
        close = QToolButton()
        close.setObjectName("close")
        close.setAccessibleName(tr("Close tab"))
        close.setToolTip(tr("Close tab (Ctrl+W)"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda: self.close_at(self.indexOf(view)))
        self._dress_close(close)
        self.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, close)

    def _show_pin(self, view: View) -> None:
        at, side = self.indexOf(view), self._theme.px(12)
        held = view in self._pinned
        self.setTabIcon(at, icons.icon("pin", self._theme.colours.second, side) if held else QIcon())
        self.tabBar().setAccessibleTabName(at, tr("{name}, pinned").format(name=self.tabText(at)) if held else "")

    def _menu(self, place: QPoint) -> None:
        at = self.tabBar().tabAt(place)
        view = self.widget(at) if at >= 0 else None
        if not isinstance(view, View) or view.stays or view is self.map:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        held = self.is_pinned(view)
        menu.addAction(tr("Unpin tab") if held else tr("Pin tab"), lambda: self.pin(view, held=not held))
        menu.addAction(tr("Close tab"), lambda: self.close_at(self.indexOf(view)))
        menu.addAction(tr("Close other tabs"), lambda: self.close_others(view))
        menu.popup(self.tabBar().mapToGlobal(place))

    def close_others(self, kept: View) -> None:
        """Close every tab that may be closed but this one and the pinned ones."""
        for view in self.views:
            if view is not kept and view not in self._pinned and not _unsaved(view):
                self.close_at(self.indexOf(view))

    def _dress(self) -> None:
        for close in self.tabBar().findChildren(QToolButton, "close"):
            self._dress_close(close)

    def _dress_close(self, close: QToolButton) -> None:
        side = self._theme.px(11)
        close.setIcon(icons.icon("close", self._theme.colours.third, side))
        close.setIconSize(QSize(side, side))
        close.setFixedSize(side + 6, side + 6)

    def _make_room(self) -> None:
        """Close the page opened first that is neither pinned nor in front nor holds unsaved input."""
        pages = [view for view in self.views if isinstance(view, EntityPanel) and view not in self._pinned]
        free = [page for page in pages if not page.unsaved and page is not self.here]
        if len(pages) >= MOST_PAGES and free:
            self.close_at(self.indexOf(free[0]))

    def _changed(self, _index: int) -> None:
        view = self.here
        if view is not None:
            word = view.place.partition(" ")[0]
            if word in _APART or (view.entity is None and word not in _INSPECTED):
                self._desk.inspector.show_nothing()
            view.came_to_front()
            self.place_changed.emit(view.place)


_INSPECTED: Final = ("map", "impact", "assessment")
"""Views of many things, of which the inspector goes on to tell about the one chosen last."""

_APART: Final = ("gaps", "timeline", "package", "matrix", "control")
"""Views that are about a thing and tell nothing in the inspector: what another view told there would stand on beside them."""


def _unsaved(view: View) -> bool:
    return isinstance(view, EntityPanel) and view.unsaved
