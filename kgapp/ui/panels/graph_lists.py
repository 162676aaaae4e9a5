"""The lists beside a graph: rows to tick, with the icon of their kind; and the table twin of the drawing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QTableView,
    QWidget,
)

from kgapp.ui import icons
from kgapp.ui.canvas.graph_scene import Scene
from kgapp.ui.models import roles
from kgapp.ui.models.graph_checks import ChecksModel
from kgapp.ui.models.graph_links import GraphLinksModel, Row
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_ROW: int = 24
_MOST_ROWS: int = 14


class ChecksList(QListView):
    """Rows to tick with the mouse or with Space; as high as its rows, up to a bound."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.checks: ChecksModel = _Checks(self, theme)
        self.setModel(self.checks)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.checks.modelReset.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def here(self) -> object | None:
        """What the current row is about."""
        return self.checks.key(self.currentIndex())

    def _fit(self) -> None:
        rows = min(_MOST_ROWS, max(1, self.checks.rowCount()))
        side = self._theme.px(icons.SIDE)
        self.setIconSize(QSize(side, side))
        self.setFixedHeight(rows * self._theme.px(_ROW) + 4)


class _Checks(ChecksModel):
    """The rows with an icon of the program's family."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            kind = super().data(index, roles.ICON)
            return icons.icon(kind, self._theme.colours.second, self._theme.px(icons.SIDE)) if kind else None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(60, self._theme.px(_ROW))
        return super().data(index, role)


class LinksTable(QTableView):
    """The table twin: choosing a row chooses its things, and the other way round."""

    chosen = Signal(object)
    """Keys of the cards that the chosen rows are about."""
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.links = GraphLinksModel(self)
        self.setModel(self.links)
        self.setAccessibleName(tr("Links of the graph as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._quiet = False
        self._dress()

    def show_rows(self, rows: tuple[Row, ...], keys: frozenset[str]) -> None:
        """Show the rows with those chosen that are about some cards."""
        self._quiet = True
        self.links.show(rows)
        self._quiet = False
        self.choose(keys)

    def choose(self, keys: frozenset[str]) -> None:
        """Choose the rows about some cards, quietly."""
        if self.hasFocus() and self._keys() == keys:
            return
        wanted = QItemSelection()
        for at in self.links.about(keys) if keys else ():
            index = self.links.index(at, 0)
            wanted.select(index, index.siblingAtColumn(3))
        self._quiet = True
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if wanted.indexes() and not self.hasFocus():
            self.scrollTo(wanted.indexes()[0])
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.links.text(self._rows() or list(range(self.links.rowCount()))))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _keys(self) -> frozenset[str]:
        return frozenset(key for at in self._rows() for key in self.links.rows[at].keys)

    def _chosen(self) -> None:
        if not self._quiet:
            self.chosen.emit(self._keys())

    def _open(self, index: QModelIndex) -> None:
        row = self.links.rows[index.row()]
        self.opened.emit(row.end if index.column() == 2 and row.end else row.start)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(28))
        self.setColumnWidth(3, self._theme.px(64))


def rows_of(scene: Scene) -> tuple[Row, ...]:
    """The rows of what is drawn, by name."""
    names = {drawn.card.key: drawn.name for drawn in scene.cards}
    rows = [
        Row(start, end, names[start], word.label, names[end], word.count)
        for drawn in scene.lines
        for word in drawn.line.words
        for start, end in (drawn.line.key if word.forward else drawn.line.key[::-1],)
    ]
    linked = {key for row in rows for key in row.keys}
    rows += [Row(key, "", name, "", "", 0) for key, name in names.items() if key not in linked]
    return tuple(sorted(rows, key=lambda row: (row.first.casefold(), row.word, row.second.casefold())))
