"""The tabs of the window: the map is always there; everything else comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

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
        self.setDocumentMode(True)
        self.setMovable(False)
        self.setUsesScrollButtons(True)
        self.tabBar().setAccessibleName(tr("Tabs"))
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.map = MapPanel(desk)
        self.map.place = places_table.MAP
        self.add(self.map, tr("Process map"))
        self.currentChanged.connect(self._changed)
        self._theme.changed.connect(self._dress)

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

    def _add_close(self, at: int, view: View) -> None:
        close = QToolButton()
        close.setObjectName("close")
        close.setAccessibleName(tr("Close tab"))
        close.setToolTip(tr("Close tab (Ctrl+W)"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda: self.close_at(self.indexOf(view)))
        self._dress_close(close)
        self.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, close)

    def _dress(self) -> None:
        for close in self.tabBar().findChildren(QToolButton, "close"):
            self._dress_close(close)

    def _dress_close(self, close: QToolButton) -> None:
        side = self._theme.px(11)
        close.setIcon(icons.icon("close", self._theme.colours.third, side))
        close.setIconSize(QSize(side, side))
        close.setFixedSize(side + 6, side + 6)

    def _make_room(self) -> None:
        pages = [view for view in self.views if isinstance(view, EntityPanel)]
        if len(pages) >= MOST_PAGES:
            next((page for page in pages if self.close_at(self.indexOf(page))), None)

    def _changed(self, _index: int) -> None:
        view = self.here
        if view is not None:
            view.came_to_front()
            self.place_changed.emit(view.place)
