"""A table of rows under headings: the one widget that entity pages and impact lists share."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from kgapp.ui.models import roles
from kgapp.ui.models.sections import Group, SectionsModel
from kgapp.ui.panels.rows import TableRows
from kgapp.ui.theme import Theme


class Table(QTreeView):
    """Shows groups of rows; links are followed with a click or Enter."""

    opened = Signal(str)
    """A thing is to be opened, as IRI."""
    chosen = Signal(object)
    """The subject of the row that was chosen."""
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self,
        name: str,
        columns: tuple[str, ...],
        shares: tuple[float, ...],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares, self._theme = shares, theme
        self.rows = SectionsModel(columns, self)
        self.setModel(self.rows)
        self.setItemDelegate(TableRows(self, theme))
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(0)
        self._relayout.timeout.connect(self.scheduleDelayedItemsLayout)
        self.header().sectionResized.connect(self._relayout.start)
        self.selectionModel().currentChanged.connect(self._choose)
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self._share)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Replace the rows."""
        self.rows.show(groups)
        for row in range(self.rows.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()

    def choose(self, subject: object) -> bool:
        """Choose the row that shows a value; false when there is none."""
        index = self.rows.find(subject)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.data(roles.INK) == "accent":
            self._open(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        leads_on = self.indexAt(event.position().toPoint()).data(roles.INK) == "accent"
        shape = Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _share(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(self._shares[:-1]):
            fixed = self._theme.px(share) if share > 1 else int(width * share)
            self.setColumnWidth(column, fixed)

    def _choose(self, index: QModelIndex) -> None:
        subject = self.rows.subject(index)
        if subject is not None:
            self.chosen.emit(subject)

    def _open(self, index: QModelIndex) -> None:
        if iri := self._leads_to(index):
            self.opened.emit(iri)

    def _leads_to(self, index: QModelIndex) -> str:
        found = (index.siblingAtColumn(column).data(roles.IRI) for column in range(self.rows.columnCount()))
        return next((iri for iri in found if iri), "")

    def _menu(self, place: QPoint) -> None:
        if iri := self._leads_to(self.indexAt(place)):
            self.menu_wanted.emit(iri, self.viewport().mapToGlobal(place))
