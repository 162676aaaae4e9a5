"""The list of findings: a click on the sentence or the property leads to the field, on the thing to its page."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from kgapp.ui.models.findings import Column, FindingsModel
from kgapp.ui.panels.finding_rows import FindingRows
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTHS: Final = {Column.SEVERITY: 104, Column.THING: 180, Column.FIELD: 100, Column.WHERE: 80}
_NARROW: Final = {Column.SEVERITY: 98, Column.THING: 112}
_SENTENCE: Final = 170
_LEADING: Final = (Column.THING.value, Column.SENTENCE.value, Column.FIELD.value)


class Leads(Protocol):
    """What the list asks of its panel."""

    @property
    def model(self) -> FindingsModel: ...
    def go_to(self, index: QModelIndex) -> None: ...
    def open_page(self, index: QModelIndex) -> None: ...
    def copy(self) -> None: ...
    def menu(self, place: QPoint) -> None: ...


class FindingList(QTreeView):
    """Rows of one height, so that thousands are no work; columns leave where the sentences would have no room."""

    def __init__(self, panel: Leads, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel, self._theme = panel, theme
        self.setModel(panel.model)
        self.setItemDelegate(FindingRows(self, theme))
        self.setAccessibleName(tr("List of findings"))
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(panel.menu)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setMinimumSectionSize(20)
        self.header().setSectionResizeMode(Column.SENTENCE.value, QHeaderView.ResizeMode.Stretch)

        theme.changed.connect(self.fit)

    def show_all(self) -> None:
        """Open every group, its heading over all columns."""
        for row in range(self._panel.model.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()

    def fit(self) -> None:
        """Give each column its width at the present size of text."""
        px, room = self._theme.px, self.viewport().width() - self._theme.px(_SENTENCE)
        narrow = room < px(_WIDTHS[Column.SEVERITY] + _WIDTHS[Column.THING])
        for column, width in (_WIDTHS | (_NARROW if narrow else {})).items():
            room -= px(width)
            self.setColumnWidth(column.value, px(width))
            if column in (Column.FIELD, Column.WHERE):
                self.setColumnHidden(column.value, room < 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._panel.model.finding(index) is None:
            return
        if index.column() == Column.THING.value:
            self._panel.open_page(index)
        elif index.column() in (Column.SENTENCE.value, Column.FIELD.value):
            self._panel.go_to(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = self._panel.model.finding(index) is not None and index.column() in _LEADING
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.go_to(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._panel.copy()
        else:
            super().keyPressEvent(event)
