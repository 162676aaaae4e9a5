"""The tabs of the window: the map is always there; pages and impacts come and go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton, QWidget

from kgapp.domain.impact import ImpactReport, Item
from kgapp.domain.terms import Iri
from kgapp.services.impact.assess import Question
from kgapp.services.portraits import Portrait
from kgapp.ui import icons
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.impact import ImpactPanel, about
from kgapp.ui.panels.map import MapPanel
from kgapp.ui.project import OpenProject
from kgapp.ui.texts import caption
from kgapp.ui.theme import Theme

MAP = "map"
MOST_PAGES = 8
"""More pages than this, and the one opened first is closed: back opens it again."""


class Tabs(QTabWidget):
    """Opens and closes tabs; passes on what happens in them."""

    opened = Signal(str)
    inspect_wanted = Signal(str)
    assess_wanted = Signal(str)
    edit_wanted = Signal(object)
    menu_wanted = Signal(str, QPoint)
    report_wanted = Signal(object)
    item_chosen = Signal(object, object)
    portrait_shown = Signal(object)
    place_changed = Signal(str)
    """The place in front: ``map``, an entity's IRI, or ``impact N``."""

    def __init__(self, project: OpenProject, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._theme = project, theme
        self._places: dict[str, QWidget] = {}
        self._impacts = 0
        self.setDocumentMode(True)
        self.setMovable(False)
        self.setUsesScrollButtons(True)
        self.tabBar().setAccessibleName("Tabs")
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.map = MapPanel(project, theme)
        self.map.chosen.connect(self._spot)
        self.map.opened.connect(self.opened)
        self.map.menu_wanted.connect(self.menu_wanted)
        self._add(MAP, self.map, "Process map")
        self.currentChanged.connect(self._changed)
        theme.changed.connect(self._dress)

    def go(self, place: str) -> None:
        """To a place that was visited before; a page that was closed is opened again."""
        if place in self._places:
            self.setCurrentWidget(self._places[place])
        elif not place.startswith("impact "):
            self.open_entity(Iri(place))

    def open_entity(self, entity: Iri) -> None:
        """The page of an entity, in its tab."""
        if entity not in self._places:
            panel = EntityPanel(entity, self._project, self._theme)
            panel.opened.connect(self.opened)
            panel.chosen.connect(self.inspect_wanted)
            panel.assess_wanted.connect(self.assess_wanted)
            panel.menu_wanted.connect(self.menu_wanted)
            panel.shown.connect(self._name_page)
            self._make_room()
            self._add(entity, panel, "…")
        self.setCurrentWidget(self._places[entity])

    def open_impact(self, question: Question, name: str) -> None:
        """A new impact, in a tab of its own."""
        panel = ImpactPanel(question, name, self._project, self._theme)
        panel.opened.connect(self.opened)
        panel.menu_wanted.connect(self.menu_wanted)
        panel.chosen.connect(self.item_chosen)
        panel.arrived.connect(lambda report: self._name(panel, f"Impact: {about(report.change)}"))
        panel.map_wanted.connect(self.show_on_map)
        panel.report_wanted.connect(self.report_wanted)
        panel.edit_wanted.connect(self.edit_wanted)
        self._impacts += 1
        self._add(f"impact {self._impacts}", panel, caption(f"Impact: {name}"))
        self.setCurrentWidget(panel)

    def show_on_map(self, report: ImpactReport) -> None:
        """Lay an impact over the map."""
        self.setCurrentWidget(self.map)
        self.map.show_report(report)

    def close_at(self, index: int) -> None:
        """Close a tab; the map stays."""
        panel = self.widget(index)
        if panel is None or panel is self.map:
            return
        if isinstance(panel, ImpactPanel):
            panel.forget()
        place = next(name for name, widget in self._places.items() if widget is panel)
        del self._places[place]
        self.removeTab(index)
        panel.deleteLater()

    def entity_here(self) -> Iri | None:
        """The entity whose page is in front."""
        panel = self.currentWidget()
        return panel.entity if isinstance(panel, EntityPanel) else None

    def portrait_here(self) -> Portrait | None:
        """What the page in front shows."""
        panel = self.currentWidget()
        return panel.portrait if isinstance(panel, EntityPanel) else None

    def item_here(self) -> tuple[ImpactReport, Item] | None:
        """The item that is chosen in the impact in front."""
        panel = self.currentWidget()
        return panel.chosen_item if isinstance(panel, ImpactPanel) else None

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        """Views that show one of the changed subjects load again; none named means everything changed."""
        self.map.reload()
        for panel in self._places.values():
            if isinstance(panel, ImpactPanel):
                panel.mark_outdated()
            elif isinstance(panel, EntityPanel) and (not subjects or panel.entity in subjects):
                panel.reload()

    def _add(self, place: str, panel: QWidget, words: str) -> None:
        self._places[place] = panel
        at = self.addTab(panel, words)
        if panel is not self.map:
            close = QToolButton()
            close.setObjectName("close")
            close.setAccessibleName("Close tab")
            close.setToolTip("Close tab (Ctrl+W)")
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            close.clicked.connect(lambda: self.close_at(self.indexOf(panel)))
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
        pages = [panel for panel in self._places.values() if isinstance(panel, EntityPanel)]
        if len(pages) >= MOST_PAGES:
            self.close_at(self.indexOf(pages[0]))

    def _name_page(self, portrait: Portrait) -> None:
        panel = self._places.get(portrait.entity.iri)
        if panel is not None:
            self._name(panel, portrait.entity.label)
            if panel is self.currentWidget():
                self.portrait_shown.emit(portrait)

    def _name(self, panel: QWidget, words: str) -> None:
        self.setTabText(self.indexOf(panel), caption(words, 34))

    def _spot(self, spot: object, report: ImpactReport | None) -> None:
        item = getattr(spot, "item", None)
        if report is not None and item is not None:
            self.item_chosen.emit(report, item)
        else:
            self.inspect_wanted.emit(getattr(spot, "thing", ""))

    def _changed(self, index: int) -> None:
        panel = self.widget(index)
        place = next((name for name, widget in self._places.items() if widget is panel), "")
        if place:
            self.place_changed.emit(place)
