"""The tabs of a review, with their counts."""

from __future__ import annotations

from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

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
            button.setProperty("compact", True)
            self._group.addButton(button)
            self.buttons[page] = button
            made.append(button)
        tip = tr("The process map with only these paths lit")
        to_map = parts.button(tr("Map"), self.map_wanted.emit, tip=tip)
        to_map.setProperty("compact", True)
        made.insert(1, to_map)
        self._flow = parts.Flow(made, 6)
        self._list = QComboBox()
        self._list.setAccessibleName(tr("What the list shows"))
        self._list.activated.connect(self._listed)
        self._list.hide()
        layout = parts.column(self)
        layout.addWidget(self._flow)
        layout.addWidget(self._list)

    def fold(self, *, narrow: bool) -> None:
        """One line to choose from, where there is little room."""
        self._flow.setVisible(not narrow)
        self._list.setVisible(narrow)

    def _listed(self, at: int) -> None:
        page = self._list.itemData(at)
        if page is None:
            self.map_wanted.emit()
        else:
            self.wanted.emit(page)

    def choose(self, page: Page) -> None:
        """Show which one is in front."""
        self.buttons[page].setChecked(True)
        self._list.setCurrentIndex(max(0, self._list.findData(page)))

    def tell(self, found: Found) -> None:
        """How much there is in each."""
        cells = found.cells
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
        here = self._list.currentIndex()
        self._list.clear()
        for page, button in self.buttons.items():
            self._list.addItem(button.text(), page)
        self._list.addItem(tr("Map"), None)
        self._list.setCurrentIndex(max(0, here))
