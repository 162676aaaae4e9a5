"""A control chart: individual results in the order of manufacture, and their moving ranges below, with limits from the process."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kgapp.domain.names import unmarked
from kgapp.services.batches.individuals import Chart
from kgapp.services.batches.series import Series
from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_TALL: Final = (210, 140)
_LABELS: Final = 6
_LONGEST: Final = 14
_AXIS: Final = 56
_ROOM: Final = 0.12


class BatchChart(QWidget):
    """Points beyond a limit are larger and of another colour, and are named in the text beside it, too."""

    def __init__(self, found: Series, made: Chart, theme: Theme) -> None:
        super().__init__()
        import pyqtgraph

        self._theme, self._pg = theme, pyqtgraph
        labels = [unmarked(each.batch.label) for each in found.points]
        ranges = list(enumerate(map(float, made.moving_ranges), 1))
        layout = parts.column(self, (0, 0, 0, 0), 4)
        upper = self._plot(
            tr("Results of {count} batches, with limits").format(count=len(labels)),
            list(enumerate(map(float, made.values))),
            (float(made.lower), float(made.mean), float(made.upper)),
            frozenset(made.outside),
        )
        lower = self._plot(
            tr("Moving ranges, with their upper limit"),
            ranges,
            (0.0, float(made.average_range), float(made.range_upper)),
            frozenset(made.jumps),
        )
        for plot, tall, unit in ((upper, _TALL[0], found.unit), (lower, _TALL[1], tr("moving range"))):
            self._frame(plot, labels, tall, unit)
            layout.addWidget(plot)

    def _plot(
        self, name: str, points: Sequence[tuple[int, float]], limits: tuple[float, float, float], marked: frozenset[int]
    ) -> Any:
        pg, colours = self._pg, self._theme.colours
        plot = pg.PlotWidget(background=colours.panel)
        plot.setAccessibleName(name)
        at, values = [place for place, _ in points], [value for _, value in points]
        plot.plot(at, values, pen=pg.mkPen(QColor(colours.second), width=1))
        for inside in (True, False):
            shown = [(place, value) for place, value in points if (place in marked) != inside]
            ink = QColor(colours.accent if inside else colours.high[0])
            plot.plot(
                [place for place, _ in shown],
                [value for _, value in shown],
                pen=None,
                symbol="o" if inside else "d",
                symbolSize=7 if inside else 12,
                symbolBrush=ink,
                symbolPen=pg.mkPen(ink),
            )
        low, mean, high = limits
        for value, style in ((low, Qt.PenStyle.DashLine), (mean, Qt.PenStyle.SolidLine), (high, Qt.PenStyle.DashLine)):
            plot.addItem(pg.InfiniteLine(value, angle=0, pen=pg.mkPen(QColor(colours.third), width=1, style=style)))
        shown_values = [*values, low, high]
        room = (max(shown_values) - min(shown_values) or 1.0) * _ROOM
        plot.setYRange(min(shown_values) - room, max(shown_values) + room, padding=0)
        return plot

    def _frame(self, plot: Any, labels: Sequence[str], tall: float, unit: str) -> None:
        colours = self._theme.colours
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setFixedHeight(self._theme.px(tall))
        every = -(-len(labels) // _LABELS)
        for name in ("bottom", "left"):
            axis = plot.getAxis(name)
            axis.setPen(QColor(colours.line))
            axis.setTextPen(QColor(colours.second))
            axis.setTickFont(self._theme.font(11))
        ticks = [
            (at, html.escape(label if len(label) <= _LONGEST else f"…{label[1 - _LONGEST :]}"))
            for at, label in enumerate(labels)
            if at % every == 0
        ]
        plot.getAxis("bottom").setTicks([ticks])
        plot.getAxis("left").setWidth(self._theme.px(_AXIS))
        plot.setLabel("left", html.escape(unit), color=colours.second)
        plot.setXRange(-0.5, len(labels) - 0.5, padding=0.02)
