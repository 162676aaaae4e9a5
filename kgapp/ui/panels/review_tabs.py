"""The tabs of a review, with their counts."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.reviewing import Found
from kgapp.ui.texts import number
from kgapp.ui.words import tr


class Page(Enum):
    """The lists of a review; the map is a place of its own."""

    WORK = "work"
    MATRIX = "matrix"
    FOLLOWS = "follows"
    HELD = "held"
    CELLS = "cells"


class ReviewTabs(QWidget):
    """One is chosen; the map is only a way to it."""

    wanted = Signal(object)
    """A ``Page``."""
    map_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Page, QPushButton] = {}
        made: list[QWidget] = []
        for page in Page:
            button = parts.button("", partial(self.wanted.emit, page))
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[page] = button
            made.append(button)
        tip = tr("The process map with only these paths lit")
        made.insert(1, parts.button(tr("Map"), self.map_wanted.emit, tip=tip))
        self._flow = parts.Flow(made, 6)
        parts.column(self).addWidget(self._flow)

    def choose(self, page: Page) -> None:
        """Show which one is in front."""
        self.buttons[page].setChecked(True)

    def tell(self, found: Found) -> None:
        """How much there is in each."""
        cells = sum(row.cell for row in found.rows)
        held = sum(row.held for row in found.rows)
        for page, words, count in (
            (Page.WORK, tr("Work list {count}"), len(found.rows) - cells),
            (Page.MATRIX, tr("Matrix"), 0),
            (Page.FOLLOWS, tr("What follows {count}"), found.follows.total),
            (Page.HELD, tr("Held {count}"), held),
            (Page.CELLS, tr("Not assessed {count}"), cells),
        ):
            self.buttons[page].setText(words.format(count=number(count)))
        self._flow.place()
