"""A tree of the explorer: what its keys and clicks do, told as signals."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from kgapp.domain.terms import Iri
from kgapp.ui.models import roles
from kgapp.ui.models.explorer import ExplorerModel, Index
from kgapp.ui.panels.marked_rows import MarkedRows
from kgapp.ui.theme import Theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExplorerTree(QTreeView):
    """Sections, groups and things; several may be chosen."""

    opened = Signal(object)
    """The pages of these things are wanted: a tuple of addresses."""
    edit_wanted = Signal(object)
    retire_wanted = Signal(object)
    copy_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    """The things that are chosen, and a place on the screen; none where it is opened on a group."""

    def __init__(self, model: ExplorerModel, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.things = model
        self.setObjectName("explorer")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(MarkedRows(self, theme))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(False)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def chosen(self) -> tuple[Iri, ...]:
        """The things that are chosen, in the order of their rows, each once."""
        rows = sorted(self.selectedIndexes(), key=lambda index: self.visualRect(index).top())
        return tuple(dict.fromkeys(Iri(iri) for index in rows if (iri := index.data(roles.IRI))))

    def choose(self, place: QModelIndex) -> None:
        """Choose a row quietly, or none."""
        selection = self.selectionModel()
        before = selection.blockSignals(True)
        if place.isValid():
            if not selection.isSelected(place):
                selection.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(place)
        else:
            selection.clear()
        selection.blockSignals(before)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit(self.chosen)
        elif key == Qt.Key.Key_Delete:
            self.retire_wanted.emit(self.chosen)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.chosen)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and shift):
            self._menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small angle before what can be opened."""
        if not self.things.hasChildren(index) or not index.parent().isValid():
            return
        side = self._theme.px(6)
        middle = QRectF(rect.right() - self._theme.px(9), rect.center().y() - side / 2, side, side)
        path = QPainterPath()
        if self.isExpanded(index):
            path.moveTo(middle.left(), middle.top() + side * 0.25)
            path.lineTo(middle.center().x(), middle.bottom() - side * 0.2)
            path.lineTo(middle.right(), middle.top() + side * 0.25)
        else:
            path.moveTo(middle.left() + side * 0.25, middle.top())
            path.lineTo(middle.right() - side * 0.2, middle.center().y())
            path.lineTo(middle.left() + side * 0.25, middle.bottom())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.third), max(1.2, self._theme.px(1.2))))
        painter.drawPath(path)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The other button on a row that is chosen leaves the others chosen, for their menu."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            event.accept()
            return
        super().mousePressEvent(event)

    def _dress(self) -> None:
        self.setIndentation(self._theme.px(14))
        self.scheduleDelayedItemsLayout()

    def _enter(self) -> None:
        things = self.chosen
        index = self.currentIndex()
        if things:
            self.opened.emit(things)
        elif not self.things.load_on(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _clicked(self, index: QModelIndex) -> None:
        """One click opens a group or a step, and loads on; with Ctrl or Shift it only chooses."""
        if len(self.selectedIndexes()) > 1 or self.things.load_on(index):
            return
        if index.parent().isValid() and self.things.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _double_clicked(self, index: QModelIndex) -> None:
        if iri := index.data(roles.IRI):
            self.opened.emit((Iri(iri),))

    def _menu(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.chosen, self.viewport().mapToGlobal(place))
