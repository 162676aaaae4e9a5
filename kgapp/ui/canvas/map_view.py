"""The drawn process map: steps are columns, sites are lanes; every place can be reached with the arrow keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from kgapp.domain.findings import Finding
from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.ui.canvas import map_anchor, map_gestures, map_headings
from kgapp.ui.canvas.items import CardItem, NodeItem, Painted, WireItem
from kgapp.ui.canvas.layout import Arrangement, Sizes, Wish, arrange
from kgapp.ui.canvas.map_anchor import Anchor
from kgapp.ui.canvas.map_level import ZOOM_STEP, Level, zoomed
from kgapp.ui.canvas.map_spots import Spot, Spots
from kgapp.ui.canvas.map_state import MapState, level_name
from kgapp.ui.canvas.overlay import Overlay
from kgapp.ui.models.process_parts import FindingsOf, Key, Part
from kgapp.ui.texts import line, tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class MapView(QGraphicsView):
    """Draws a process map. The names of steps and sites stay in sight while it scrolls."""

    chosen = Signal(object)
    """A ``Spot`` was clicked or reached with the keys."""
    opened = Signal(object)
    """A ``Spot`` was double-clicked, or Enter pressed on it."""
    listed = Signal(object, QPoint)
    """A badge was clicked, or Enter pressed on it: its ``Spot``, and the global place for its list."""
    menu_wanted = Signal(object, QPoint)
    """A ``Spot`` and the global place for its menu."""
    state_changed = Signal(object, str)
    """A new ``MapState`` that the user asked for here, and the name of the step."""

    def __init__(self, theme: Theme, findings_of: FindingsOf | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._findings_of = theme, findings_of or _no_findings
        self._board: ProcessMap | None = None
        self._overlay: Overlay | None = None
        self._state = MapState()
        self._ground: Spots | None = None
        self._wires: list[WireItem] = []
        self._current: Spot | None = None
        self._wanted: Key | None = None  # what was chosen, also while only its card is drawn
        self._pressed: QPoint | None = None
        self._widths: dict[tuple[str, bool], float] = {}
        self._painted = Painted()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.viewport().update)
        self.setScene(QGraphicsScene(self))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setAccessibleName(tr("Process map"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        theme.changed.connect(self._dress)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place that can be chosen."""
        return self._ground.all if self._ground else ()

    @property
    def reached(self) -> tuple[Spot, ...]:
        """The places of what an impact reaches."""
        return self._ground.reached if self._ground else ()

    @property
    def current(self) -> Spot | None:
        """The place that is chosen."""
        return self._current

    @property
    def state(self) -> MapState:
        """What is shown."""
        return self._state

    @property
    def drawn(self) -> Arrangement | None:
        """Where everything stands."""
        return self._ground.drawn if self._ground else None

    @property
    def rows_shown(self) -> int:
        """How many factors are named on the map."""
        return self.drawn.rows_shown if self.drawn else 0

    @property
    def settled(self) -> bool:
        """Whether every card in sight has been painted."""
        return not (self._painted.waiting and self.viewport().visibleRegion().boundingRect().isValid())

    def show_map(self, board: ProcessMap, overlay: Overlay | None, state: MapState | None = None) -> None:
        """Draw a map that was prepared for a state, and an impact over it."""
        lit_before, first = self._overlay, self._board is None
        kept = self._anchor()
        self._board, self._overlay = board, overlay
        self._state = state or self._state
        self._draw()
        self._hold(kept)
        if first:
            map_anchor.to_the_beginning(self)
        start = overlay.lit[0] if overlay is not None and overlay is not lit_before and overlay.lit else None
        spot = self._ground.find_thing(start.factor, start.site) if self._ground and start else None
        if spot is not None and self.drawn is not None:
            map_anchor.to_the_left(self, self.drawn, spot)

    def refresh(self) -> None:
        """Draw again what did not change its place: badges that came later."""
        kept = self._anchor()
        self._draw()
        self._hold(kept)

    def choose(self, thing: Iri, site: Iri | None = None) -> None:
        """Choose the first place of a thing, quietly; nothing happens if it is not drawn."""
        if self._ground is None or (self._current is not None and self._current.thing == thing and site is None):
            return
        spot = self._ground.find_thing(thing, site)
        if spot is not None:
            self._set_current(spot)

    def choose_key(self, key: Key) -> None:
        """Choose what a key names, or the card that it belongs to."""
        spot = self._ground.find(key) if self._ground else None
        if spot is not None:
            self._set_current(spot)
            self._wanted = key

    def zoom(self, factor: float) -> None:
        """Zoom in (> 1) or out; at the end of a level the next begins."""
        now = self.transform().m11()
        level, to = zoomed(self._state.level, now, factor)
        if level is not self._state.level:
            self.show_level(level)
            return
        self.scale(to / now, to / now)
        self._make_room()

    def show_level(self, level: Level) -> None:
        """A level, at its own size; what is chosen, or in the middle, stays where it is."""
        if level is not self._state.level:
            self._apply(replace(self._state, level=level), level_name(level))
        else:
            self.resetTransform()
            self._make_room()

    def fold(self, key: Key) -> None:
        """Fold a step or a site, or open it again."""
        name = tr("Open {name}") if self._state.folded(key) else tr("Fold {name}")
        spot = self._ground.find(key) if self._ground else None
        words = line(spot.words, 40).split(",")[0].split(".")[0] if spot else ""
        self._apply(self._state.fold(key), name.format(name=words))

    def fit(self) -> None:
        """Show the whole process: the overview, from its beginning."""
        self.show_level(Level.OVERVIEW)
        if self.drawn is not None:
            self.resetTransform()
            self.zoom(map_anchor.fitting(self, self.drawn))
            map_anchor.to_the_beginning(self)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The headings over what scrolls below them, and the mark of the chosen place."""
        if self._ground is not None:
            map_headings.paint_front(painter, self, self._ground.drawn, self._current, self._theme)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        part = QRectF(rect)
        painter.fillRect(part, QColor(self._theme.colours.page))
        if self.drawn is not None:
            map_headings.paint_ground(painter, self.drawn, self._theme, part)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted.begin()
        super().paintEvent(event)
        if self._painted.waiting:
            self._again.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, spot = event.key(), self._current
        levels = {Qt.Key.Key_1: Level.OVERVIEW, Qt.Key.Key_2: Level.STEP, Qt.Key.Key_3: Level.PARAMETER}
        if key in _ARROWS and self._ground is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._step(self._ground.beside(spot, *_ARROWS[key]) if spot else self._first())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._ground is not None and spot is not None:
            self._step(self._ground.end(spot, key == Qt.Key.Key_End))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and spot is not None:
            self._open(spot)
        elif key == Qt.Key.Key_Space and spot is not None and spot.key.part in (Part.COLUMN, Part.LANE):
            self.fold(spot.key)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM_STEP if key == Qt.Key.Key_Minus else ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in levels:
            self.show_level(levels[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        spot = self._spot_at(place)
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = place
            self._set_current(spot)
            if map_headings.on_sign(self._seen(spot), spot.key.part, place, self._theme):
                self.fold(spot.key)
                return
            self.chosen.emit(spot)
            if spot.entries:
                self.listed.emit(spot, event.globalPosition().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        far = self._pressed is not None and (place - self._pressed).manhattanLength() > QApplication.startDragDistance()
        if far and self._current is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            map_gestures.drag(self, self._current)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if spot is not None and not spot.entries:
            self.opened.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self._current if by_key else self._spot_at(event.pos())
        if spot is not None:
            self._set_current(spot)
            place = self._seen(spot).center().toPoint() if by_key else event.pos()
            self.menu_wanted.emit(spot, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._board is not None and event.oldSize() != event.size():
            self.refresh()
            map_anchor.to_a_column(self, self.drawn, self._current)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self._spot_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(spot.words) if spot else "", self.viewport())
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands over a QEvent

    def _apply(self, state: MapState, name: str) -> None:
        kept = self._anchor()
        self._state = state
        self.resetTransform()
        self._draw()
        self._hold(kept)
        self.state_changed.emit(state, name)

    def _dress(self) -> None:
        self._widths.clear()
        self.refresh()

    def _draw(self) -> None:
        self.scene().clear()
        self._wires = []
        self._painted.clear()
        if self._board is None:
            return
        drawn = arrange(self._wish(self._board))
        self._ground = Spots(drawn)
        self._wires = [WireItem(wire, self._theme) for wire in drawn.wires]
        for wire in self._wires:
            self.scene().addItem(wire)
        for number, card in enumerate(drawn.cards):
            self.scene().addItem(CardItem(number, card, self._ground, self._theme, self._painted))
        for node in drawn.nodes:
            self.scene().addItem(NodeItem(node, self._theme))
        self._make_room()
        if self._wanted is not None:
            self._current = self._ground.find(self._wanted)
        self.viewport().update()

    def _wish(self, board: ProcessMap) -> Wish:
        state = self._state
        return Wish(
            board,
            self._overlay,
            state.level,
            Sizes.at(self._theme.px, state.level),
            self.viewport().width(),
            self.viewport().height(),
            self._measure,
            self._findings_of,
            state.folded_steps,
            state.folded_sites,
        )

    def _measure(self, text: str, strong: bool) -> float:
        key = (text, strong)
        if key not in self._widths:
            self._widths[key] = self._theme.metrics(12.5, strong=strong).horizontalAdvance(line(text))
        return self._widths[key]

    def _make_room(self) -> None:
        """Room at the left and the top for the headings, which do not zoom."""
        if self.drawn is not None:
            sizes, zoom, area = self.drawn.sizes, self.transform().m11(), self.drawn.area
            left, top = -sizes.labels / zoom, -sizes.header / zoom
            self.setSceneRect(QRectF(left, top, area.right() - left, area.bottom() - top))

    def _anchor(self) -> Anchor | None:
        return map_anchor.anchor(self, self._ground, self._current) if self._ground else None

    def _hold(self, kept: Anchor | None) -> None:
        if kept is not None and self._ground is not None:
            map_anchor.hold(self, self._ground, kept)

    def _seen(self, spot: Spot) -> QRectF:
        return map_headings.seen(self, self._ground.drawn, spot.place, spot.key.part) if self._ground else QRectF()

    def _spot_at(self, point: QPoint) -> Spot | None:
        if self._ground is None:
            return None
        drawn = self._ground.drawn
        heading = map_headings.heading_at(self, drawn, QPointF(point))
        if heading is not None:
            return self._ground.heading(heading)
        if point.x() < drawn.sizes.labels or (drawn.sticky and point.y() < drawn.sizes.header):
            return None
        return self._ground.at(self.mapToScene(point))

    def _set_current(self, spot: Spot) -> None:
        self._current, self._wanted = spot, spot.key
        if self.drawn is not None:
            map_anchor.bring_into_sight(self, self.drawn, spot)
        map_gestures.announce(self, spot.words)
        path = {step.target for step in spot.item.path} if spot.item else set()
        for wire in self._wires:
            wire.light(path)
        self.viewport().update()

    def _first(self) -> Spot | None:
        """Where the keys begin: the first card in sight, else the first heading."""
        if self._ground is None:
            return None
        kept = map_anchor.first(self._ground)
        return self._ground.find(kept) if kept else next(iter(self._ground.all), None)

    def _step(self, spot: Spot | None) -> None:
        if spot is not None:
            self._set_current(spot)
            self.chosen.emit(spot)

    def _open(self, spot: Spot) -> None:
        if spot.entries:
            at = self._seen(spot).bottomLeft().toPoint()
            self.listed.emit(spot, self.viewport().mapToGlobal(at))
        else:
            self.opened.emit(spot)


def _no_findings(_thing: Iri) -> tuple[Finding, ...]:
    return ()


_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
