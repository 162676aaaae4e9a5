"""The tree that says what the drawn map shows, with the same choice: for the keyboard and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.ui import icons
from kgapp.ui.canvas import map_headings
from kgapp.ui.canvas.overlay import Overlay
from kgapp.ui.models import roles
from kgapp.ui.models.process_parts import FindingsOf, Key
from kgapp.ui.models.process_tree import DIFFERENCE, NAME, ProcessTree
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class MapTree(QTreeView):
    """Shows a ``ProcessTree``; keeps what is open and chosen when the map is loaded again."""

    chosen = Signal(object)
    """The ``Key`` of what the keyboard or the mouse came to."""
    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, findings_of: FindingsOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tree = ProcessTree(findings_of, self)
        self._board: ProcessMap | None = None
        self._overlay: Overlay | None = None
        self._quiet = False
        self.setModel(self.tree)
        self.setItemDelegate(_Row(theme, self))
        self.setAccessibleName(tr("Process map as a tree"))
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)
        self.header().setStretchLastSection(True)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> Key | None:
        """What is chosen."""
        return self.tree.key_at(self.currentIndex()) if self.currentIndex().isValid() else None

    def show_map(self, board: ProcessMap, overlay: Overlay | None) -> None:
        """Another map; what was open and chosen stays so."""
        self._board, self._overlay = board, overlay
        open_keys, current = self._open_keys(), self.current
        self._quiet = True
        self.tree.show_map(board, overlay)
        for key in open_keys:
            self.setExpanded(self.tree.index_of(key), True)
        self._quiet = False
        if current is not None:
            self.choose(current)

    def refresh(self) -> None:
        """Say anew what came later: findings."""
        if self._board is not None:
            self.show_map(self._board, self._overlay)

    def choose(self, key: Key) -> None:
        """Go to a key, quietly."""
        index = self.tree.index_of(key)
        if index.isValid() and self.current != key:
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """A sign before rows that can be opened; the style sheet leaves it to the views."""
        if self.tree.hasChildren(index):
            side = self._theme.px(12)
            middle = QPointF(rect.right() - side * 0.7, rect.center().y())
            place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            opened = self.isExpanded(index.sibling(index.row(), NAME))
            map_headings.chevron(painter, place, self._theme, closed=not opened)

    def _open_keys(self) -> list[Key]:
        """Steps and sites that are open; what is open below a site is left to the user."""
        found: list[Key] = []
        for at in range(self.tree.rowCount()):
            step = self.tree.index(at, NAME)
            if self.isExpanded(step):
                inner = [self.tree.index(row, NAME, step) for row in range(self.tree.rowCount(step))]
                keys = [self.tree.key_at(each) for each in (step, *(one for one in inner if self.isExpanded(one)))]
                found.extend(key for key in keys if key is not None)
        return found

    def _dress(self) -> None:
        px, header = self._theme.px, self.header()
        side = px(icons.SIDE)
        self.setIconSize(QSize(side, side))
        self.setIndentation(px(18))
        for column, width in enumerate((280, 190, 300)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, px(width))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = self.tree.key_at(index)
        if key is not None and not self._quiet:
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        thing = str(self.tree.data(index, roles.IRI) or "")
        if thing:
            self.opened.emit(Iri(thing))
        elif index.isValid():
            self.setExpanded(index.siblingAtColumn(NAME), not self.isExpanded(index.siblingAtColumn(NAME)))

    def _menu(self, place: QPoint) -> None:
        thing = str(self.tree.data(self.indexAt(place), roles.IRI) or "")
        if thing:
            self.menu_wanted.emit(Iri(thing), self.viewport().mapToGlobal(place))


class _Row(QStyledItemDelegate):
    """Adds the icon, the height of a row, and the sign of a difference."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        super().initStyleOption(option, index)
        kind = str(index.data(roles.ICON) or "")
        if index.column() == DIFFERENCE and index.data():
            kind = "differs"
        if kind:
            side = self._theme.px(icons.SIDE)
            known = (kind, self._theme.colours.second, side)
            if known not in self._icons:
                self._icons[known] = icons.icon(kind, self._theme.colours.second, side)
            option.icon = self._icons[known]
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(side, side)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        size = super().sizeHint(option, index)
        return QSize(size.width(), self._theme.px(28))
