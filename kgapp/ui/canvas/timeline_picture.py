"""A transfer in time as a picture: a lane for each kind of day, a mark for each day. The table beside it says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kgapp.services.transfer.timeline import Lane, Moment, Standing
from kgapp.ui.texts import line, tip
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

LANES: Final = {
    Lane.GATE: mark("Gates"),
    Lane.RUN: mark("Runs"),
    Lane.GAP: mark("Gaps"),
    Lane.ACTION: mark("Actions"),
    Lane.PACKAGE: mark("Package"),
    Lane.STUDY: mark("Studies"),
    Lane.PROCESS: mark("Process"),
    Lane.QUALIFICATION: mark("Qualifications end"),
    Lane.EQUIPMENT: mark("Requalification"),
    Lane.PERSON: mark("People leave"),
}
TONES: Final = {Standing.DONE: Tone.LOW, Standing.OVERDUE: Tone.HIGH, Standing.AHEAD: Tone.PLAIN}
_LANE: Final = 24
_NAMES: Final = 138
_TOP: Final = 24
_EDGE: Final = 20
_NEAR: Final = 13
_MONTH_LEAST: Final = 44


@dataclass(frozen=True, slots=True)
class _Spot:
    """Some days of one lane that lie so near that they are one mark."""

    place: QPointF
    moments: tuple[Moment, ...]

    @property
    def standing(self) -> Standing:
        """The worst of them."""
        found = {each.standing for each in self.moments}
        return next(each for each in (Standing.OVERDUE, Standing.AHEAD, Standing.DONE) if each in found)


class TimelinePicture(QWidget):
    """Draws the days; a click on a mark tells which."""

    picked = Signal(object)
    """The first moment of the mark that was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._moments: tuple[Moment, ...] = ()
        self._on = date(2000, 1, 1)
        self._spots: tuple[_Spot, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Time line"))
        theme.changed.connect(self.updateGeometry)

    def show_moments(self, moments: Sequence[Moment], on: date) -> None:
        """Replace what is drawn."""
        self._moments, self._on = tuple(moments), on
        told = tr("{count} days from {first} to {last}; the table says each.")
        if self._moments:
            self.setAccessibleDescription(
                told.format(count=len(self._moments), first=self._moments[0].day, last=self._moments[-1].day)
            )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(px(600), px(_TOP) + px(_LANE) * len(self._lanes()) + px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._spots = self._placed()
        painter.fillRect(self.rect(), QColor(self._theme.colours.panel))
        self._draw_months(painter)
        self._draw_lanes(painter)
        self._draw_today(painter)
        for spot in self._spots:
            self._draw_spot(painter, spot)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._at(event.position())
        if spot is not None:
            self.picked.emit(spot.moments[0])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(QPointF(event.pos()))
            told = "; ".join(f"{each.day}: {line(each.thing.label, 80)}" for each in spot.moments[:6]) if spot else ""
            more = tr(" and {count} more").format(count=len(spot.moments) - 6) if spot and len(spot.moments) > 6 else ""
            QToolTip.showText(event.globalPos(), tip(told + more), self)
            return True
        return super().event(event)

    def _lanes(self) -> tuple[Lane, ...]:
        used = {each.lane for each in self._moments}
        return tuple(each for each in Lane if each in used)

    def _span(self) -> tuple[date, date]:
        days = [each.day for each in self._moments] + [self._on]
        return min(days), max(*days, min(days) + timedelta(days=30))

    def _x(self, day: date) -> float:
        first, last = self._span()
        px = self._theme.px
        room = self.width() - px(_NAMES) - 2 * px(_EDGE)
        return px(_NAMES) + px(_EDGE) + room * (day - first).days / max(1, (last - first).days)

    def _y(self, at: int) -> float:
        return self._theme.px(_TOP) + self._theme.px(_LANE) * (at + 0.5)

    def _placed(self) -> tuple[_Spot, ...]:
        found: list[_Spot] = []
        for at, lane in enumerate(self._lanes()):
            group: list[Moment] = []
            for moment in (each for each in self._moments if each.lane is lane):
                if group and self._x(moment.day) - self._x(group[0].day) > self._theme.px(_NEAR):
                    found.append(self._spot(group, at))
                    group = []
                group.append(moment)
            found.append(self._spot(group, at))
        return tuple(found)

    def _spot(self, group: list[Moment], at: int) -> _Spot:
        return _Spot(QPointF(self._x(group[0].day), self._y(at)), tuple(group))

    def _at(self, place: QPointF) -> _Spot | None:
        near = self._theme.px(_NEAR)
        return next((each for each in self._spots if (each.place - place).manhattanLength() <= near), None)

    def _draw_months(self, painter: QPainter) -> None:
        colours, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(11))
        first, last = self._span()
        month, written = date(first.year, first.month, 1), -1_000.0
        while month <= last:
            x = self._x(month)
            if x >= px(_NAMES):
                painter.setPen(QColor(colours.faint_line))
                painter.drawLine(QPointF(x, px(_TOP)), QPointF(x, self.height()))
                if x - written > px(_MONTH_LEAST) * 1.2:
                    painter.setPen(QColor(colours.second))
                    painter.drawText(QPointF(x + 2, px(16)), month.strftime("%Y-%m"))
                    written = x
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)

    def _draw_lanes(self, painter: QPainter) -> None:
        colours, px = self._theme.colours, self._theme.px
        painter.setFont(self._theme.font(12))
        for at, lane in enumerate(self._lanes()):
            y = self._y(at)
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(px(_NAMES), y), QPointF(self.width() - px(4), y))
            painter.setPen(QColor(colours.ink))
            room = QRectF(px(8), y - px(_LANE) / 2, px(_NAMES) - px(12), px(_LANE))
            words = painter.fontMetrics().elidedText(said(LANES[lane]), Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _draw_today(self, painter: QPainter) -> None:
        x = self._x(self._on)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, self._theme.px(_TOP) - 4), QPointF(x, self.height()))

    def _draw_spot(self, painter: QPainter, spot: _Spot) -> None:
        """Done is filled, ahead is hollow, overdue has a stroke through it: colour is not the only sign."""
        ink, ground = self._theme.colours.tone(TONES[spot.standing])
        size = self._theme.px(6)
        painter.setPen(QPen(QColor(ink), 1.6))
        painter.setBrush(QColor(ink if spot.standing is Standing.DONE else ground))
        at = spot.place
        if spot.moments[0].lane is Lane.GATE:
            diamond = [QPointF(0, -size - 2), QPointF(size + 2, 0), QPointF(0, size + 2), QPointF(-size - 2, 0)]
            painter.drawPolygon(QPolygonF([at + corner for corner in diamond]))
        else:
            painter.drawEllipse(at, size, size)
        if spot.standing is Standing.OVERDUE:
            painter.drawLine(at + QPointF(-size, size), at + QPointF(size, -size))
        if len(spot.moments) > 1:
            painter.setFont(self._theme.font(11, strong=True))
            painter.setPen(QColor(self._theme.colours.ink))
            painter.drawText(at + QPointF(size + 3, self._theme.px(4)), str(len(spot.moments)))
