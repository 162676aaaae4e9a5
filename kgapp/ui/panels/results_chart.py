"""Recorded results of a quality attribute, batch by batch and site by site, against its specifications."""

from __future__ import annotations

import html
from statistics import fmean
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kgapp.services.batch_results import BatchResult, Limits, Results
from kgapp.services.process_board import plain_name
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_SYMBOLS: Final = (("o", "●"), ("s", "■"), ("t1", "▲"), ("d", "◆"))
"""The shapes of points, and how the legend writes them."""
_HEIGHT: Final = 190
_DATES: Final = 24
_LABELS_AT_100: Final = 900
_ROOM: Final = 0.16
"""How much more than the figures the chart shows, of their spread: labels stand there."""


def load() -> None:
    """Load what draws, which takes half a second: ahead of need, off the GUI thread."""
    import pyqtgraph as _  # noqa: F401 - loaded for later


class ResultsChart(QWidget):
    """A chart as a control chart has it: results in the order of manufacture, the mean of each site, the limits.

    Only results in the unit of the first are drawn; how many are not is said, and that they are not all measured alike.
    """

    def __init__(self, found: Results, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph

        self._theme = theme
        unit = found.results[0].unit
        drawn = [result for result in found.results if result.unit == unit]
        fitting = [limit for limit in found.limits if limit.unit == unit]
        plot = pyqtgraph.PlotWidget(background=theme.colours.panel)
        self._draw(pyqtgraph, plot, drawn, fitting)
        plot.setFixedHeight(theme.px(_HEIGHT))
        plot.setAccessibleName(
            tr("{count} results by batch; the table below lists what uses them").format(count=len(drawn))
        )
        self._frame(plot, unit, drawn, [height for height, _ in _lines(fitting)])
        layout: QVBoxLayout = parts.column(self, (12, 2, 12, 8), 2)
        layout.addWidget(self._legend(drawn, _beside(found, drawn, fitting), unit))
        layout.addWidget(plot)

    def _draw(self, pg: Any, plot: Any, drawn: list[BatchResult], limits: list[Limits]) -> None:
        for site, (symbol, _), ink in self._sites(drawn):
            at = [number for number, result in enumerate(drawn) if result.site == site]
            figures = [float(drawn[number].figure) for number in at]
            pen = QPen(QColor(ink), 0)
            plot.plot(at, figures, pen=pen, symbol=symbol, symbolSize=8, symbolBrush=QColor(ink), symbolPen=pen)
            mean = fmean(figures)
            dashed = pg.mkPen(QColor(ink), width=1, style=Qt.PenStyle.DashLine)
            plot.plot([at[0], at[-1]], [mean, mean], pen=dashed)
        colour = QColor(self._theme.colours.high[0])
        for figure, words in _lines(limits):
            label = {"position": 0.985, "color": colour, "anchors": [(1, 1), (1, 1)]}
            entry = pg.InfiniteLine(figure, angle=0, pen=pg.mkPen(colour, width=1), label=words, labelOpts=label)
            entry.label.setFont(self._theme.font(11))
            plot.addItem(entry)

    def _frame(self, plot: Any, unit: str, drawn: list[BatchResult], heights: list[float]) -> None:
        colours = self._theme.colours
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.showGrid(y=True, alpha=0.15)
        every = -(-len(drawn) * self._theme.scale // _LABELS_AT_100)
        ticks = [(at, f"{one.on:%Y-%m}") for at, one in enumerate(drawn) if at % every == 0]
        for name in ("bottom", "left"):
            axis = plot.getAxis(name)
            axis.setPen(QColor(colours.line))
            axis.setTextPen(QColor(colours.second))
            axis.setTickFont(self._theme.font(11))
        plot.getAxis("bottom").setTicks([ticks])
        plot.getAxis("bottom").setHeight(self._theme.px(_DATES))
        plot.setLabel("left", html.escape(unit), color=colours.second)
        plot.setXRange(-0.5, len(drawn) - 0.5, padding=0.02)
        figures = [float(one.figure) for one in drawn] + heights
        room = (max(figures) - min(figures) or 1.0) * _ROOM
        plot.setYRange(min(figures) - room, max(figures) + room, padding=0)

    def _sites(self, drawn: list[BatchResult]) -> list[tuple[str, tuple[str, str], str]]:
        colours = self._theme.colours
        inks = (colours.accent, colours.difference, colours.unknown[0], colours.low[0])
        sites = dict.fromkeys(result.site for result in drawn)
        return [
            (site, _SYMBOLS[(at + at // len(inks)) % len(_SYMBOLS)], inks[at % len(inks)])
            for at, site in enumerate(sites)
        ]

    def _legend(self, drawn: list[BatchResult], beside: list[str], unit: str) -> QWidget:
        words: list[QWidget] = [parts.heading(tr("Results by batch"), self._theme, 13, wrap=False)]
        for site, (_, mark), ink in self._sites(drawn):
            figures = [float(result.figure) for result in drawn if result.site == site]
            label = parts.text(
                f"{mark} {line(plain_name(site))}: "
                + tr("{count}, mean {mean} {unit}").format(count=len(figures), mean=f"{fmean(figures):.3g}", unit=unit),
                wrap=False,
            )
            label.setStyleSheet(f"color: {ink}")
            words.append(label)
        words += [parts.text(each, ink="second", wrap=False) for each in beside]
        return parts.Flow(words, 14)


def _beside(found: Results, drawn: list[BatchResult], limits: list[Limits]) -> list[str]:
    """What the points and lines do not tell: what is not among them, and that they may not compare."""
    bases = {result.basis for result in drawn}
    others = len(found.results) - len(drawn)
    said = (
        (len(bases) > 1 and "" not in bases, tr("not all measured in the same way")),
        (len(bases) > 1 and "" in bases, tr("of some it is not recorded how they were measured")),
        (others, tr("{count} in other units not drawn").format(count=others)),
        (found.left_out, tr("{count} without figure, batch or day not drawn").format(count=found.left_out)),
        (len(limits) < len(found.limits), tr("specifications in other units not drawn")),
        (found.more, tr("there may be more results than are drawn")),
    )
    return [words for holds, words in said if holds]


def _lines(limits: list[Limits]) -> list[tuple[float, str]]:
    """Each limit once, with its words."""
    found: dict[float, str] = {}
    for limit in limits:
        for figure, words in (
            (limit.low, tr("specification: at least {limit}")),
            (limit.high, tr("specification: at most {limit}")),
        ):
            if figure is not None:
                found.setdefault(float(figure), words.format(limit=figure))
    return list(found.items())
