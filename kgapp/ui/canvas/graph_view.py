"""The drawn graph under the mouse and the keys. It decides nothing: it tells what is wanted, and shows what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView, QRubberBand, QToolTip, QWidget

from kgapp.services.graph_picture import Picture
from kgapp.ui.canvas import graph_finding, graph_scene
from kgapp.ui.canvas.graph_painting import GraphItem, Light
from kgapp.ui.canvas.graph_scene import DrawnCard, Scene
from kgapp.ui.texts import tip
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_ZOOMS: Final = (0.1, 2.5)
_ZOOM_STEP: Final = 1.2
_MARGIN: Final = 60
_LEGIBLE: Final = 0.42
"""Names can be read from this size on."""
_GROUND: Final = QRectF(-50_000, -50_000, 100_000, 100_000)


class GraphView(QGraphicsView):
    """Cards are named by their keys in the picture."""

    chosen = Signal(object)
    """The keys of the chosen cards, a frozenset, after the mouse or the keys changed it."""
    opened = Signal(str)
    expand_wanted = Signal(str)
    hide_wanted = Signal()
    pin_wanted = Signal()
    moved = Signal(object)
    """New places of the middles of cards that were dragged, by key, in lengths at 100 %."""
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture, self._drawn, self._light = Picture(), Scene(), Light()
        self._item = GraphItem(theme)
        self._item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # it draws what is exposed only
        self._pressed: QPoint | None = None
        self._drag: dict[str, QPointF] = {}
        self._pan, self._pan_from = False, QPoint()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self.setScene(QGraphicsScene(self))
        self.scene().addItem(self._item)
        self.setSceneRect(_GROUND)  # the same whatever is drawn: nothing on the screen moves when something is added
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # one pans; nothing is far away
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Graph"))
        theme.changed.connect(self._redress)

    @property
    def drawn(self) -> Scene:
        """What is drawn."""
        return self._drawn

    @property
    def current(self) -> str:
        """The card with the keyboard; empty for none."""
        return self._light.current

    @property
    def keys(self) -> frozenset[str]:
        """The chosen cards."""
        return self._light.chosen

    def show_picture(self, picture: Picture) -> None:
        """Draw a picture; what is chosen stays so as far as it is still there."""
        self._picture = picture
        self._drawn = graph_scene.scene(picture, self._theme, self._drawn)
        there = {drawn.card.key for drawn in self._drawn.cards}
        light = self._light
        current = light.current if light.current in there else ""
        self._set(Light(light.chosen & there, current, None, light.found & there))
        if not self.sceneRect().contains(self._drawn.area):
            self.setSceneRect(self.sceneRect().united(self._drawn.area))

    def choose(self, keys: frozenset[str], current: str = "") -> None:
        """Choose cards, quietly, and bring the current one into sight."""
        self._set(Light(keys, current, self._light.hovered, self._light.found))
        place = self.place(current)
        if place is not None:
            self.ensureVisible(place, _MARGIN // 2, _MARGIN // 2)

    def mark(self, keys: frozenset[str]) -> None:
        """Let cards stand out that a search found."""
        self._set(Light(self._light.chosen, self._light.current, self._light.hovered, keys))

    def place(self, key: str) -> QRectF | None:
        """Where a card stands on the drawing."""
        return next((drawn.place for drawn in self._drawn.cards if drawn.card.key == key), None)

    def zoom(self, factor: float) -> None:
        """Zoom in (> 1) or out."""
        now = self.transform().m11()
        to = max(_ZOOMS[0], min(_ZOOMS[1], now * factor))
        self.scale(to / now, to / now)

    def fit(self, keys: frozenset[str] = frozenset()) -> None:
        """Show everything, or some cards, at most at full size; where names could not be read, the chosen card in the middle."""
        area = QRectF()
        for drawn in self._drawn.cards:
            area = area.united(drawn.place) if not keys or drawn.card.key in keys else area
        area = area.adjusted(-_MARGIN / 2, -_MARGIN / 2, _MARGIN / 2, _MARGIN / 2)
        across, down = self.viewport().width() / area.width(), self.viewport().height() / area.height()
        self.resetTransform()
        wanted = min(1.0, across, down)
        self.zoom(max(wanted, _LEGIBLE))
        start = self.place(self.current) if self.current else None
        self.centerOn(area.center() if wanted >= _LEGIBLE or start is None else start.center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ARROWS and self._drawn.cards:
            self._step(_ARROWS[key], adding=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pick(frozenset(drawn.card.key for drawn in self._drawn.cards), self.current)
        elif key in (run := self._keys()):
            run[key]()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            under = self.mapToScene(event.position().toPoint())
            self.zoom(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            away = self.mapToScene(event.position().toPoint()) - under
            self.centerOn(self.mapToScene(self.viewport().rect().center()) - away)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        drawn = self._card_at(at)
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and drawn is None
        ):
            self._pressed = self._pan_from = at
            self._pan = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not self._pan:
                self._band.setGeometry(QRect(at, at))
                self._band.show()
        elif event.button() == Qt.MouseButton.LeftButton and drawn is not None:
            self._press(drawn.card.key, event.modifiers())
            self._pressed, self._pan = at, False
            self._drag = {one.card.key: one.place.center() for one in self._drawn.cards if one.card.key in self.keys}
        elif drawn is not None and drawn.card.key not in self.keys:
            self._pick(frozenset({drawn.card.key}), drawn.card.key)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            self._hover(at)
        elif self._drag:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._preview(self._dragged(at))
        elif self._pan:
            away = at - self._pan_from
            self._pan_from = at
            for bar, by in ((self.horizontalScrollBar(), away.x()), (self.verticalScrollBar(), away.y())):
                bar.setValue(bar.value() - by)
        else:
            self._band.setGeometry(QRect(self._pressed, at).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, pressed, drag, band = event.position().toPoint(), self._pressed, self._drag, self._band.isVisible()
        self._pressed, self._drag = None, {}
        self._band.hide()
        if pressed is None:
            return
        far = (at - pressed).manhattanLength() >= QApplication.startDragDistance()
        if drag and far:
            self._drag = drag
            places = self._dragged(at, pressed)
            self._drag = {}
            self.moved.emit({key: self._unscaled(place) for key, place in places.items()})
        elif band and far:
            area = self.mapToScene(QRect(pressed, at).normalized()).boundingRect()
            inside = frozenset(drawn.card.key for drawn in self._drawn.cards if area.intersects(drawn.place))
            self._pick(inside, next(iter(sorted(inside)), ""))
        elif self._pan and self.keys and not far and self._card_at(at) is None:
            self._pick(frozenset(), "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        drawn = self._card_at(event.position().toPoint())
        if drawn is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(drawn.card.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.place(self.current)
            at = self.mapFromScene(place.center()) if place else self.viewport().rect().center()
        else:
            at = event.pos()
            if self._card_at(at) is None and self.keys:
                self._pick(frozenset(), "")
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            drawn = self._card_at(event.pos())
            line = None if drawn else graph_finding.line_at(self._drawn, self.mapToScene(event.pos()), self._reach())
            words = graph_finding.full_words(drawn) if drawn else line.words if line else ""
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands over a QEvent

    def _keys(self) -> Mapping[int, Callable[[], object]]:
        here = self.current
        always: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(_ZOOM_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(_ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _ZOOM_STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Escape: lambda: self._pick(frozenset(), here),
        }
        if not here:
            return always
        return always | {
            Qt.Key.Key_Return: lambda: self.opened.emit(here),
            Qt.Key.Key_Enter: lambda: self.opened.emit(here),
            Qt.Key.Key_Space: lambda: self.expand_wanted.emit(here),
            Qt.Key.Key_Delete: self.hide_wanted.emit,
            Qt.Key.Key_P: self.pin_wanted.emit,
        }

    def _step(self, way: tuple[int, int], *, adding: bool) -> None:
        """Along a link in a direction, else to the nearest card there."""
        key = graph_finding.beside(self._drawn, self.current, way)
        if key:
            self._pick(self.keys | {key} if adding else frozenset({key}), key)
            place = self.place(key)
            if place is not None:
                self.ensureVisible(place, _MARGIN, _MARGIN)

    def _press(self, key: str, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self._pick(self.keys ^ {key}, key)
        elif key not in self.keys or self.current != key:
            self._pick(self.keys if key in self.keys else frozenset({key}), key)

    def _pick(self, keys: frozenset[str], current: str) -> None:
        self._set(Light(keys, current, self._light.hovered, self._light.found))
        self.chosen.emit(keys)

    def _set(self, light: Light) -> None:
        self._light = light
        self._item.draw(self._drawn, light)
        drawn = next((one for one in self._drawn.cards if one.card.key == light.current), None)
        self.setAccessibleDescription(graph_finding.spoken(self._drawn, drawn) if drawn else tr("Nothing is chosen"))
        self.viewport().update()

    def _hover(self, at: QPoint) -> None:
        found = None if self._card_at(at) else graph_finding.line_at(self._drawn, self.mapToScene(at), self._reach())
        hovered = found.line.key if found else None
        if hovered != self._light.hovered:
            self._set(Light(self._light.chosen, self._light.current, hovered, self._light.found))

    def _reach(self) -> float:
        return 6 / self.transform().m11()

    def _card_at(self, at: QPoint) -> DrawnCard | None:
        place = self.mapToScene(at)
        return next((drawn for drawn in reversed(self._drawn.cards) if drawn.place.contains(place)), None)

    def _dragged(self, at: QPoint, pressed: QPoint | None = None) -> dict[str, QPointF]:
        away = self.mapToScene(at) - self.mapToScene(pressed or self._pressed or at)
        return {key: start + away for key, start in self._drag.items()}

    def _preview(self, places: Mapping[str, QPointF]) -> None:
        at = {key: self._unscaled(place) for key, place in places.items()}
        self._drawn = graph_scene.scene(graph_scene.with_places(self._picture, at), self._theme, self._drawn)
        self._set(self._light)

    def _unscaled(self, place: QPointF) -> tuple[float, float]:
        size = self._theme.px(1000) / 1000
        return (place.x() / size, place.y() / size)

    def _redress(self) -> None:
        self._drawn = Scene()
        self.show_picture(self._picture)


_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
