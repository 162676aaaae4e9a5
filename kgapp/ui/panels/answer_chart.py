"""A chart of an answer: bars over names, a line over days, points over numbers; what is not drawn is said."""

from __future__ import annotations

import html
import math
import textwrap
from datetime import date
from typing import Any, Final

from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from kgapp.services import answer_charts
from kgapp.services.answer_charts import Chart, Choice, Drawn
from kgapp.services.questions.answers import Column
from kgapp.services.shown_answers import Answered
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_LEAST: Final = 180
_NAME: Final = 48
_LINES: Final = 3
"""Lines that the name of a bar may take."""
_LEAST_LINE: Final = 8
"""Letters that such a line has at least; where bars leave less room only some of them are named."""
_AXIS: Final = 70
_LINE: Final = 15
_TALL: Final = 30
_DAYS_SHOWN: Final = 8
_ROOM: Final = 0.06


class AnswerChart(QWidget):
    """The chart with the choice of its columns. The table has the same figures in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answered: Answered | None = None
        self._choice = Choice()
        self.plot: Any = None
        self.drawn: Chart | None = None
        self.up, self.across = QComboBox(), QComboBox()
        for box, name in ((self.up, tr("What is drawn")), (self.across, tr("Along what it is drawn"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _at: self._draw())
        self._over = parts.text(tr("over"), wrap=False)
        self.said: QLabel = parts.text("", ink="second")
        self._place = parts.column(self, (0, 8, 0, 0), 6)
        self._choices = parts.Flow((self.up, self._over, self.across), 8)
        self._place.addWidget(self._choices)
        self._place.addWidget(self.said)
        theme.changed.connect(self._draw)

    def show_answer(self, answered: Answered, choice: Choice) -> None:
        """Draw an answer that allows a chart."""
        self._answered, self._choice = answered, choice
        for box, columns in ((self.up, choice.ups), (self.across, choice.across)):
            box.clear()
            box.addItems([line(each.heading, 40) for each in columns])
        self._draw()

    def clear(self) -> None:
        """Let go of the answer."""
        self._answered, self.drawn = None, None
        self._put(None)

    def _chosen(self) -> tuple[Column, Column]:
        """The two columns; never the same twice."""
        ups, across = self._choice.ups, self._choice.across
        up = ups[max(0, self.up.currentIndex())]
        wide = across[max(0, self.across.currentIndex())]
        if wide == up:
            wide = next(each for each in across if each != up)
            self.across.setCurrentIndex(across.index(wide))
        return up, wide

    def _draw(self) -> None:
        if self._answered is None:
            return
        import pyqtgraph

        self._over.setMinimumHeight(self._theme.px(_TALL))
        self._choices.relay()
        found = self.drawn = answer_charts.chart(self._answered, *self._chosen())
        plot = pyqtgraph.PlotWidget(background=self._theme.colours.panel)
        if found.points:
            _DRAWERS[found.drawn](pyqtgraph, plot, found, QColor(self._theme.colours.accent))
            self._frame(plot, found)
        plot.setMinimumHeight(self._theme.px(_LEAST))
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plot.setAccessibleName(_told(found))
        self.said.setText(" ".join((_told(found), *_left_out(found))))
        self._put(plot)

    def _put(self, plot: Any) -> None:
        if self.plot is not None:
            self._place.removeWidget(self.plot)
            self.plot.hide()
            self.plot.deleteLater()
        self.plot = plot
        if plot is not None:
            self._place.insertWidget(1, plot, 1)

    def _frame(self, plot: Any, found: Chart) -> None:
        colours, theme = self._theme.colours, self._theme
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.showGrid(y=True, alpha=0.15)
        for name in ("bottom", "left"):
            axis = plot.getAxis(name)
            axis.setPen(QColor(colours.second))
            axis.setTextPen(QColor(colours.second))
            axis.setTickFont(theme.font(11))
            axis.enableAutoSIPrefix(False)
        ticks = self._ticks(found)
        if ticks is not None:
            plot.getAxis("bottom").setTicks([ticks])
        lines = max((words.count("\n") for _, words in ticks or ()), default=0)
        plot.getAxis("bottom").setHeight(theme.px(46 + lines * _LINE))
        heights = [point.height for point in found.points]
        low, high = min(heights), max(heights)
        if found.drawn is Drawn.BARS:
            low, high = min(low, 0.0), max(high, 0.0)
        room = (high - low or abs(high) or 1.0) * _ROOM
        plot.setYRange(low - (room if low else 0.0), high + room, padding=0)
        size = f"{theme.font(11).pixelSize()}px"
        plot.setLabel("left", _with_unit(found), color=colours.second, **{"font-size": size})
        plot.setLabel(
            "bottom", html.escape(line(found.across.heading, 40)), color=colours.second, **{"font-size": size}
        )

    def _ticks(self, found: Chart) -> list[tuple[float, str]] | None:
        """What stands below: names of bars, as many as fit; days; ``None`` for numbers, which the axis writes itself."""
        if found.drawn is Drawn.BARS:
            letter = QFontMetricsF(self._theme.font(11)).averageCharWidth()
            room = max(1.0, (self.width() - self._theme.px(_AXIS)) / len(found.points) / letter)
            every = max(1, math.ceil(_LEAST_LINE / room))
            return [(point.at, _in_lines(point.name, int(room * every) - 1)) for point in found.points[::every]]
        if found.days:
            every = -(-len(found.points) * self._theme.scale // (_DAYS_SHOWN * 100))
            return [(point.at, date.fromordinal(int(point.at)).isoformat()) for point in found.points[::every]]
        return None


def _in_lines(name: str, letters: int) -> str:
    """A name in lines of so many letters, cut where it is told that it is."""
    return "\n".join(textwrap.wrap(line(name, _NAME), letters, max_lines=_LINES, placeholder="…"))


def _bars(pg: Any, plot: Any, found: Chart, ink: QColor) -> None:
    at, heights = [point.at for point in found.points], [point.height for point in found.points]
    plot.addItem(pg.BarGraphItem(x=at, height=heights, width=0.6, brush=ink, pen=pg.mkPen(ink)))
    plot.setXRange(-0.6, len(at) - 0.4, padding=0.01)


def _line(pg: Any, plot: Any, found: Chart, ink: QColor) -> None:
    at, heights = [point.at for point in found.points], [point.height for point in found.points]
    plot.plot(at, heights, pen=pg.mkPen(ink, width=2), symbol="o", symbolSize=7, symbolBrush=ink, symbolPen=ink)


def _points(pg: Any, plot: Any, found: Chart, ink: QColor) -> None:
    at, heights = [point.at for point in found.points], [point.height for point in found.points]
    plot.plot(at, heights, pen=None, symbol="o", symbolSize=8, symbolBrush=ink, symbolPen=pg.mkPen(ink))


_DRAWERS: Final = {Drawn.BARS: _bars, Drawn.LINE: _line, Drawn.POINTS: _points}


def _with_unit(found: Chart) -> str:
    unit = f" [{found.unit}]" if found.unit else ""
    return html.escape(line(found.up.heading + unit, 60))


def _told(found: Chart) -> str:
    """The chart in a sentence, for who does not see it."""
    if not found.points:
        return tr("No row has both figures.")
    low, high = (pick(found.points, key=lambda point: point.height) for pick in (min, max))
    words = tr("{count} figures: {what} over {across}, from {low} ({low_at}) to {high} ({high_at}).")
    return words.format(
        count=number(len(found.points)),
        what=line(f"{found.up.heading} {f'[{found.unit}]' if found.unit else ''}".strip(), 60),
        across=line(found.across.heading, 40),
        low=f"{low.height:g}",
        low_at=line(low.name, 60),
        high=f"{high.height:g}",
        high_at=line(high.name, 60),
    )


def _left_out(found: Chart) -> list[str]:
    said = (
        (found.other_units, tr("Not drawn: {count} in other units.").format(count=number(found.other_units))),
        (found.without, tr("Not drawn: {count} without a figure.").format(count=number(found.without))),
        (found.beyond, tr("Not drawn: {count} further rows; the table has them.").format(count=number(found.beyond))),
    )
    return [words for holds, words in said if holds]
