"""The cells of a grid that were refused, listed with row, column, text and reason; each leads to its cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kgapp.ui.models.grid_cells import Problem
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_LISTED: Final = 200
_ROW: Final = 26
_MOST_ROWS: Final = 4


class RefusedCells(QWidget):
    """Hidden while every cell fits."""

    gone_to = Signal(object)
    """A cell of the plan was chosen."""
    points_wanted = Signal()
    """Decimal commas are to be read as points: said by a person, never guessed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Refused cells"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.points = parts.button(tr("Read commas as decimal points"), self.points_wanted.emit)
        layout = parts.column(self, spacing=4)
        head = parts.row(stretch=False)
        head.addWidget(parts.text(tr("Refused: these cells are not saved")), 1)
        head.addWidget(self.points)
        layout.addLayout(head)
        layout.addWidget(self.list)
        theme.changed.connect(self._fit)
        self.hide()

    def show_problems(self, found: tuple[Problem, ...]) -> None:
        """List what was refused."""
        self.setVisible(bool(found))
        self.points.setVisible(any("," in problem.text for problem in found))
        self.list.clear()
        for problem in found[:_LISTED]:
            item = QListWidgetItem(_said(problem))
            item.setToolTip(line(problem.why, 300).replace("<", "‹"))
            item.setData(Qt.ItemDataRole.UserRole, problem.cell)
            self.list.addItem(item)
        if len(found) > _LISTED:
            self.list.addItem(tr("and {count} more").format(count=number(len(found) - _LISTED)))
        self._fit()

    def _fit(self) -> None:
        """As high as what is listed, up to some rows."""
        rows = min(_MOST_ROWS, max(1, self.list.count()))
        self.list.setFixedHeight(self._theme.px(_ROW) * rows + 8)

    def _go(self, item: QListWidgetItem) -> None:
        cell = item.data(Qt.ItemDataRole.UserRole)
        if cell is not None:
            self.gone_to.emit((cell[0], cell[1]))


def _said(problem: Problem) -> str:
    return line(f"{problem.row} · {problem.column}: “{line(problem.text, 40)}”  {problem.why}", 400)
