"""The row above a graph: find in it, arrange it, saved views, as graph or table."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from kgapp.ui.graph_work import Arrangement
from kgapp.ui.panels import parts
from kgapp.ui.texts import number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class Shown(Enum):
    """What stands in the middle."""

    GRAPH = "graph"
    TABLE = "table"
    BOTH = "both"


class GraphBar(QWidget):
    """Tells what is wanted."""

    searched = Signal(str)
    next_wanted = Signal()
    arranged = Signal(object)
    """An ``Arrangement``."""
    shown = Signal(object)
    """A ``Shown``."""
    fitted = Signal()
    side_toggled = Signal(bool)

    def __init__(self, theme: Theme, saved: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = QLineEdit()
        self.field.setObjectName("filter")
        self.field.setPlaceholderText(tr("Find in the graph"))
        self.field.setAccessibleName(tr("Find in the graph"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self.searched)
        self.field.returnPressed.connect(self.next_wanted)
        self.found = QLabel()
        self.found.setProperty("ink", "second")
        self.arrange = QPushButton(tr("Arrange"))
        menu = QMenu(self.arrange)
        menu.addAction(tr("In layers along the links"), lambda: self.arranged.emit(Arrangement.LAYERED))
        menu.addAction(tr("Freely, linked things near each other"), lambda: self.arranged.emit(Arrangement.FREE))
        self.arrange.setMenu(menu)
        self._group = QButtonGroup(self)
        self.ways_to_show: dict[Shown, QPushButton] = {}
        for one, words in ((Shown.GRAPH, tr("Graph")), (Shown.TABLE, tr("Table")), (Shown.BOTH, tr("Both"))):
            self.ways_to_show[one] = self._choice(one, words)
        self.ways_to_show[Shown.GRAPH].setChecked(True)
        self.side = QPushButton(tr("Links and legend"))
        self.side.setCheckable(True)
        self.side.setChecked(True)
        self.side.toggled.connect(self.side_toggled)
        fit = parts.button(tr("Fit"), self.fitted.emit, tip=tr("Show the whole graph (0)"))
        layout = parts.column(self, (12, 8, 12, 8))
        self._flow = parts.Flow(
            (self.field, self.found, self.arrange, saved, *self.ways_to_show.values(), fit, self.side), 6
        )
        layout.addWidget(self._flow)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.field.text()

    def say_found(self, count: int | None) -> None:
        """How many cards fit what is looked for; ``None`` when nothing is."""
        words = {None: "", 0: tr("nothing found"), 1: tr("1 found")}
        self.found.setText(words[count] if count in words else tr("{count} found").format(count=number(count or 0)))
        self._flow.relay()

    def open_side(self) -> None:
        """Show the side panel, if it is folded away."""
        self.side.setChecked(True)

    def _choice(self, shown: Shown, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setCheckable(True)
        made.clicked.connect(lambda _on=False: self.shown.emit(shown))
        self._group.addButton(made)
        return made

    def _dress(self) -> None:
        self.field.setFixedWidth(self._theme.px(170))
        self._flow.relay()
