"""What is to be copied of a server: things, classes and graphs as a list, each taken out again with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kgapp.domain.terms import Iri
from kgapp.services.remote.part_reading import Part
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_ROWS: Final = 4


class Sort(Enum):
    """What a row of the list is."""

    THING = "thing"
    CLASS = "class"
    GRAPH = "graph"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row: ``count`` things of a class or statements of a graph."""

    sort: Sort
    iri: Iri
    name: str
    count: int = 0

    @property
    def words(self) -> str:
        """The row as it is shown."""
        if self.sort is Sort.CLASS:
            return tr("All things of the class {name}: {count} there").format(
                name=line(self.name), count=number(self.count)
            )
        if self.sort is Sort.GRAPH:
            return tr("The whole graph {name}: {count} statements there").format(
                name=line(self.name, 200), count=number(self.count)
            )
        return line(self.name)


class WantedList(QListWidget):
    """Delete takes a row out; the same is never in it twice."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("What to copy"))
        self.setMinimumHeight(theme.px(26 * _ROWS))
        self.setTabKeyNavigation(False)

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """All rows."""
        return tuple(self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count()))

    def add(self, wanted: Wanted) -> None:
        """One more, at the end; what is there already is chosen instead."""
        known = [each.iri for each in self.wanted if each.sort is wanted.sort]
        if wanted.iri not in known:
            row = QListWidgetItem(wanted.words)
            row.setData(Qt.ItemDataRole.UserRole, wanted)
            row.setToolTip(f"<qt>{line(wanted.iri, 400).replace('<', '')}</qt>")
            self.addItem(row)
            self.setCurrentRow(self.count() - 1)
            self.changed.emit()

    def take_out(self) -> None:
        """Without the chosen row."""
        if self.takeItem(self.currentRow()) is not None:
            self.changed.emit()

    def empty(self) -> None:
        """Without any."""
        self.clear()
        self.changed.emit()

    def part(self, hops: int, *, uses: bool) -> Part:
        """All rows with what is around them."""
        of = {sort: tuple(each.iri for each in self.wanted if each.sort is sort) for sort in Sort}
        return Part(of[Sort.THING], of[Sort.CLASS], of[Sort.GRAPH], hops, uses)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_out()
        else:
            super().keyPressEvent(event)
