"""The process map: steps are columns, sites are lanes; every place can be reached with the arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QToolTip, QWidget

from kgapp.domain.impact import Item
from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap, Standing
from kgapp.ui.canvas import painting
from kgapp.ui.canvas.items import CardItem, NodeItem, WireItem
from kgapp.ui.canvas.layout import FEWEST_ROWS, Arrangement, PlacedCard, Sizes, arrange, rows_that_fit
from kgapp.ui.canvas.overlay import Overlay
from kgapp.ui.texts import tip
from kgapp.ui.theme import Theme

_ZOOMS: Final = (0.25, 2.5)
_ZOOM_STEP: Final = 1.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be chosen. ``words`` say it to a screen reader and in a tool tip."""

    place: QRectF
    thing: Iri
    site: Iri | None
    words: str
    item: Item | None = None


class MapView(QGraphicsView):
    """Draws a process map. The names of steps and sites stay in sight while it scrolls."""

    chosen = Signal(object)
    """A ``Spot`` was clicked or reached with the keys."""
    opened = Signal(object)
    """A ``Spot`` was double-clicked, or Enter pressed on it."""
    menu_wanted = Signal(object, QPoint)
    """A ``Spot`` and the global place for its menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._board: ProcessMap | None = None
        self._overlay: Overlay | None = None
        self._arrangement: Arrangement | None = None
        self._spots: tuple[Spot, ...] = ()
        self._wires: list[WireItem] = []
        self._current: Spot | None = None
        self.setScene(QGraphicsScene(self))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setAccessibleName("Process map")
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        theme.changed.connect(self._draw)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place that can be chosen."""
        return self._spots

    @property
    def current(self) -> Spot | None:
        """The place that is chosen."""
        return self._current

    @property
    def rows_shown(self) -> int:
        """How many factors are named on the map."""
        return self._arrangement.rows_shown if self._arrangement else 0

    def show_map(self, board: ProcessMap, overlay: Overlay | None) -> None:
        """Draw a map, and an impact over it."""
        lit_before, first = self._overlay, self._board is None
        self._board, self._overlay = board, overlay
        self._current = None
        self._draw()
        if first:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())
        if overlay is not None and overlay is not lit_before:
            self._bring_into_sight(overlay)

    def choose(self, thing: Iri, site: Iri | None = None) -> None:
        """Choose the first place of a thing, quietly; nothing happens if it is not drawn."""
        fitting = [spot for spot in self._spots if spot.thing == thing and (site is None or spot.site in (site, None))]
        if fitting and (self._current is None or self._current.thing != thing):
            self._set_current(fitting[0])

    def zoom(self, factor: float) -> None:
        """Zoom in (> 1) or out."""
        now = self.transform().m11()
        to = max(_ZOOMS[0], min(_ZOOMS[1], now * factor))
        self.scale(to / now, to / now)
        self._make_room()

    def fit(self) -> None:
        """Show the whole process."""
        if self._arrangement is not None:
            area, sizes = self._arrangement.area, self._arrangement.sizes
            across = (self.viewport().width() - sizes.labels) / (area.width() - sizes.labels)
            down = (self.viewport().height() - sizes.header) / (area.height() - sizes.header)
            factor = min(1.0, across, down)
            self.resetTransform()
            self.zoom(factor)
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The headings over what scrolls below them, and the mark of the chosen place."""
        if self._arrangement is None:
            return
        if self._current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._current.place.adjusted(-2, -1, 2, 1), 5, 5)
        painter.save()
        painter.resetTransform()
        self._paint_lane_names(painter, self._arrangement)
        self._paint_step_names(painter, self._arrangement)
        painter.restore()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        colours = self._theme.colours
        rect = QRectF(rect)
        painter.fillRect(rect, QColor(colours.page))
        if self._arrangement is None:
            return
        for band in self._arrangement.bands:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(rect.left(), band.place.top()), QPointF(rect.right(), band.place.top()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ARROWS and self._spots:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.opened.emit(self._current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._set_current(spot)
            self.chosen.emit(spot)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position().toPoint())
        if spot is not None:
            self.opened.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        spot = self._current if by_key else self._spot_at(event.pos())
        if spot is not None:
            self._set_current(spot)
            place = self.mapFromScene(spot.place.center()) if by_key else event.pos()
            self.menu_wanted.emit(spot, self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._board is not None and event.oldSize() != event.size():
            self._draw()

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            spot = self._spot_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(spot.words) if spot else "", self.viewport())
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]  # Qt hands over a QEvent

    def _draw(self) -> None:
        self.scene().clear()
        if self._board is None:
            return
        sizes = Sizes.at(self._theme.px)
        visible = int((self.viewport().width() - sizes.labels) / (sizes.card + sizes.gap))
        rows = rows_that_fit(self._board, sizes, self.viewport().height()) if self._overlay is None else FEWEST_ROWS
        self._arrangement = arrange(self._board, self._overlay, sizes, max(2, visible), rows)
        self._wires = [WireItem(wire, self._theme) for wire in self._arrangement.wires]
        for wire in self._wires:
            self.scene().addItem(wire)
        for card in self._arrangement.cards:
            self.scene().addItem(CardItem(card, self._theme))
        for node in self._arrangement.nodes:
            self.scene().addItem(NodeItem(node, self._theme))
        self._make_room()
        self._spots = _spots(self._arrangement)
        if self._current is not None:
            thing, site = self._current.thing, self._current.site
            self._current = next((s for s in self._spots if s.thing == thing and s.site == site), None)
        self.viewport().update()

    def _make_room(self) -> None:
        """Room at the left and the top for the headings, which do not zoom."""
        if self._arrangement is not None:
            sizes, zoom, area = self._arrangement.sizes, self.transform().m11(), self._arrangement.area
            left, top = -sizes.labels / zoom, -sizes.header / zoom
            self.setSceneRect(QRectF(left, top, area.right() - left, area.bottom() - top))

    def _bring_into_sight(self, overlay: Overlay) -> None:
        start = overlay.lit[0] if overlay.lit else None
        fitting = (s for s in self._spots if start and s.thing == start.factor and start.site in (s.site, None))
        spot = next(fitting, None)
        if spot is not None and self._arrangement is not None:
            sizes = self._arrangement.sizes
            left = int((spot.place.left() - (sizes.card + 2 * sizes.gap) - sizes.labels) * self.transform().m11())
            self.horizontalScrollBar().setValue(left)

    def _paint_lane_names(self, painter: QPainter, drawn: Arrangement) -> None:
        colours, sizes, zoom = self._theme.colours, drawn.sizes, self.transform().m11()
        width = sizes.labels - self._theme.px(4)
        painter.fillRect(QRectF(0, 0, width, self.viewport().height()), QColor(colours.page))
        for band in drawn.bands:
            top = self.mapFromScene(band.place.topLeft()).y()
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(0, top), QPointF(width, top))
            inner = QRectF(self._theme.px(12), top + self._theme.px(10), width - self._theme.px(12), self._theme.px(18))
            painting.write(painter, band.title, inner, self._theme.font(strong=True), colours.ink)
            if band.empty:
                place = QRectF(sizes.labels, top, self.viewport().width(), band.place.height() * zoom)
                painting.write(painter, band.empty, place, self._theme.font(), colours.second)
            if band.place.height() * zoom > self._theme.px(44):
                lower = inner.translated(0, self._theme.px(18))
                painting.write(painter, band.second, lower, self._theme.font(12), colours.second)

    def _paint_step_names(self, painter: QPainter, drawn: Arrangement) -> None:
        colours, px = self._theme.colours, self._theme.px
        height = drawn.sizes.header
        painter.fillRect(QRectF(0, 0, self.viewport().width(), height), QColor(colours.page))
        painter.setClipRect(QRectF(drawn.sizes.labels - px(4), 0, self.viewport().width(), height))
        font = self._theme.font(strong=True)
        for label, _, place in drawn.columns:
            left = self.mapFromScene(place.topLeft()).x()
            room = QRectF(left + 2, 0, place.width() * self.transform().m11() - 4, height)
            painting.write(painter, label, room, font, colours.second)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(0, height), QPointF(self.viewport().width(), height))

    def _spot_at(self, point: QPoint) -> Spot | None:
        drawn = self._arrangement
        if drawn is None or point.y() < drawn.sizes.header or point.x() < drawn.sizes.labels:
            return None
        at = self.mapToScene(point)
        return next((spot for spot in self._spots if spot.place.contains(at)), None)

    def _set_current(self, spot: Spot) -> None:
        self._current = spot
        margin = 60
        drawn = self._arrangement
        left = drawn.sizes.labels if drawn else 0
        self.ensureVisible(spot.place.adjusted(-left, -margin, 0, margin / 2), margin // 4, margin // 4)
        self.setAccessibleDescription(spot.words)
        path = {step.target for step in spot.item.path} if spot.item else set()
        for wire in self._wires:
            wire.light(path)
        self.viewport().update()

    def _step(self, right: int, down: int) -> None:
        """To the nearest place in a direction."""
        if self._current is None:
            nearest: Spot | None = self._spots[0]
        else:
            nearest = _nearest(self._current, self._spots, right, down)
        if nearest is not None:
            self._set_current(nearest)
            self.chosen.emit(nearest)


def _nearest(start: Spot, spots: tuple[Spot, ...], right: int, down: int) -> Spot | None:
    origin = start.place.center()

    def distance(spot: Spot) -> float:
        away = spot.place.center() - origin
        along = away.x() * right + away.y() * down
        aside = abs(away.x() * down) + abs(away.y() * right)
        return along + 3 * aside if along > 1 else float("inf")

    nearest = min(spots, key=distance)
    return nearest if distance(nearest) < float("inf") else None


def _spots(drawn: Arrangement) -> tuple[Spot, ...]:
    found: list[Spot] = []
    for card in drawn.cards:
        found.extend(_card_spots(card))
    for node in drawn.nodes:
        item = node.node.item
        words = f"{item.label}: {node.node.word}, {node.node.below}"
        found.append(Spot(node.place, item.iri, item.site.iri if item.site else None, words, item))
    return tuple(found)


def _card_spots(placed: PlacedCard) -> list[Spot]:
    where = placed.card.site
    spots = [Spot(placed.title, placed.card.step.iri, where.iri, f"{placed.card.step.label} at {where.label}")]
    for row in placed.rows:
        value = row.row.value if row.row.standing is Standing.SET else row.row.standing.value
        words = ". ".join(
            part.rstrip(".")
            for part in (
                f"{row.row.factor.label} at {where.label}: {value}",
                f"Basis: {row.row.basis}" if row.row.basis else "",
                row.row.differs,
            )
            if part
        )
        spots.append(Spot(row.place, row.row.factor.iri, where.iri, words, row.lit.item if row.lit else None))
    return spots


_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
