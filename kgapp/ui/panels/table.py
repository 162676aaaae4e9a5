"""A table of rows under headings: the one widget that entity pages and impact lists share."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTreeView, QWidget

from kgapp.ui.models import roles
from kgapp.ui.models.sections import STEP, Before, Group, More, SectionsModel
from kgapp.ui.panels.rows import TableRows
from kgapp.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NARROW = 560
"""In a narrower table columns of one width, all but the first, make room for the words of the others."""


class Table(QTreeView):
    """Shows groups of rows; links are followed with a click or Enter, behind with Ctrl or the middle button."""

    opened = Signal(str)
    """A thing is to be opened, as IRI."""
    opened_behind = Signal(str)
    """A thing is to be opened in a tab behind this one."""
    chosen = Signal(object)
    """The subject of the row that was chosen."""
    acted = Signal(object)
    """Enter, a double click or a click on what leads to no thing: the subject of the row."""
    edit_wanted = Signal(object)
    """F2 on a row: its subject."""
    more_wanted = Signal(str)
    """Rows of a group that are not loaded are wanted: its key."""
    folded = Signal(str, bool)
    """A group was folded away or shown: its key."""
    menu_wanted = Signal(str, QPoint)
    """The menu of the thing a row leads to."""
    row_menu_wanted = Signal(object, str, QPoint)
    """The menu of a row: its subject, the thing it leads to (or nothing), the place on the screen."""

    def __init__(
        self,
        name: str,
        columns: tuple[str, ...],
        shares: tuple[float, ...],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        foldable: bool = False,
        first: int = STEP,
    ) -> None:
        super().__init__(parent)
        self._shares, self._theme, self._foldable = shares, theme, foldable
        self._around: QScrollArea | None = None
        self._away: set[str] = set()
        self.rows = SectionsModel(columns, self, first=first)
        self.setModel(self.rows)
        self.setItemDelegate(TableRows(self, theme))
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(foldable)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self._relayout = QTimer(self)
        self._relayout.setSingleShot(True)
        self._relayout.setInterval(0)
        self._relayout.timeout.connect(self._lay_out)
        self.header().sectionResized.connect(self._relayout.start)
        self.selectionModel().currentChanged.connect(self._choose)
        self.customContextMenuRequested.connect(self._menu)
        self.expanded.connect(lambda index: self._fold(index, away=False))
        self.collapsed.connect(lambda index: self._fold(index, away=True))
        theme.changed.connect(self._share)

    @property
    def foldable(self) -> bool:
        """Whether groups fold."""
        return self._foldable

    def grow_in(self, around: QScrollArea) -> None:
        """Be as tall as the rows are; ``around`` scrolls."""
        self._around = around
        self.setObjectName("grown")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Replace the rows."""
        self.rows.show(groups)
        self._dress()

    def update_groups(self, groups: tuple[Group, ...], folded: frozenset[str] = frozenset()) -> None:
        """Replace what differs; what is the same keeps its place and its fold. New groups may begin ``folded``."""
        known = set(self.rows.keys)
        self._away = {key for key in self._away if key in known} | (folded - known)
        self.rows.update(groups)
        self._dress()

    def fold(self, key: str, *, away: bool) -> None:
        """Fold a group away or show it."""
        self.setExpanded(self.rows.index(self.rows.place_of(key), 0), not away)

    def is_folded(self, key: str) -> bool:
        """Whether a group is folded away."""
        return key in self._away

    def choose(self, subject: object) -> bool:
        """Choose the row that shows a value; false when there is none."""
        index = self.rows.find(subject)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def begin(self) -> None:
        """Choose the first thing, where nothing is chosen yet."""
        first = self.rows.index(0, 0, self.rows.index(0, 0))
        if self.rows.subject(self.currentIndex()) is None and first.isValid():
            self.setCurrentIndex(first)

    def choose_group(self, key: str) -> None:
        """Bring a heading to the top and the keyboard to it."""
        index = self.rows.index(self.rows.place_of(key), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def place_of_group(self, key: str) -> int:
        """Where a heading is, in pixels from the top of the table; -1 when there is none."""
        index = self.rows.index(self.rows.place_of(key), 0)
        return self.visualRect(index).top() if index.isValid() else -1

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self._around is None:
            super().scrollTo(index, hint)
            return
        place = self.visualRect(index)
        inner = self._around.widget()
        if not place.isValid() or inner is None:
            return
        top = self.viewport().mapTo(inner, place.topLeft()).y()
        bar, page = self._around.verticalScrollBar(), self._around.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif top + place.height() > bar.value() + page:
            bar.setValue(top + min(place.height(), page) - page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._around is None:
            super().wheelEvent(event)
        else:
            event.ignore()  # what is around scrolls

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._open(index, behind=True)
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif index.data(roles.HEADING) and self._foldable:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        elif index.data(roles.INK) == "accent":
            self._follow(index, behind=bool(event.modifiers() & _CONTROL))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not self._foldable:
            self._open(index)
        elif index.data(roles.INK) != "accent" and not index.data(roles.HEADING):
            self._act(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads_on = index.data(roles.INK) == "accent" or (self._foldable and index.data(roles.HEADING))
        shape = Qt.CursorShape.PointingHandCursor if leads_on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in _ENTER and index.data(roles.HEADING) and self._foldable:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        elif key in _ENTER:
            self._follow(index, behind=bool(event.modifiers() & _CONTROL))
        elif key == Qt.Key.Key_F2 and self.rows.subject(index) is not None:
            self.edit_wanted.emit(self.rows.subject(index))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self._around is not None:
            self._page(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height() if self._around else super().sizeHint().height())

    def _page(self, way: int) -> None:
        assert self._around is not None
        step = self._around.viewport().height() - self._theme.px(40)
        place = self.visualRect(self.currentIndex())
        y = max(0, min(place.center().y() + way * step, self.viewport().height() - 2))
        index = self.indexAt(QPoint(4, y))
        self.setCurrentIndex(index if index.isValid() else self.currentIndex())

    def _dress(self) -> None:
        for row in range(self.rows.rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
            index = self.rows.index(row, 0)
            if self.isExpanded(index) == (self.rows.key(index) in self._away):
                self.setExpanded(index, self.rows.key(index) not in self._away)
        self._lay_out()

    def _fold(self, index: QModelIndex, *, away: bool) -> None:
        key = self.rows.key(index)
        if away != (key in self._away):
            (self._away.add if away else self._away.discard)(key)
            self.folded.emit(key, away)
        self._relayout.start()

    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._around is not None:
            self.setFixedHeight(max(self._theme.px(40), self.viewportSizeHint().height() + 2))

    def _share(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(self._shares[:-1]):
            fixed = self._theme.px(share) if share > 1 else int(width * share)
            self.setColumnWidth(column, fixed)
        narrow = width < self._theme.px(_NARROW)
        for column in [at for at, share in enumerate(self._shares[:-1]) if share > 1][1:]:
            self.setColumnHidden(column, narrow)
        self._relayout.start()

    def _choose(self, index: QModelIndex) -> None:
        subject = self.rows.subject(index)
        if subject is not None:
            self.chosen.emit(subject)

    def _follow(self, index: QModelIndex, *, behind: bool) -> None:
        """Do what a row is for: load more, open the thing it leads to, or let the panel act."""
        subject = self.rows.subject(index)
        if isinstance(subject, Before):
            self.rows.less(subject.key)
            self._relayout.start()
        elif isinstance(subject, More):
            if not self.rows.more(subject.key):
                self.more_wanted.emit(subject.key)
            self._relayout.start()
        elif not self._open(index, behind=behind):
            self._act(index)

    def _act(self, index: QModelIndex) -> None:
        subject = self.rows.subject(index)
        if subject is not None:
            self.acted.emit(subject)

    def _open(self, index: QModelIndex, *, behind: bool = False) -> bool:
        iri = self._leads_to(index)
        if iri:
            (self.opened_behind if behind else self.opened).emit(iri)
        return bool(iri)

    def _leads_to(self, index: QModelIndex) -> str:
        if not index.isValid():
            return ""
        found = (index.siblingAtColumn(column).data(roles.IRI) for column in range(self.rows.columnCount()))
        return next((iri for iri in found if iri), "")

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place) if QRect(QPoint(), self.viewport().size()).contains(place) else self.currentIndex()
        iri = self._leads_to(index)
        where = self.viewport().mapToGlobal(place)
        if iri:
            self.menu_wanted.emit(iri, where)
        if self.rows.subject(index) is not None:
            self.row_menu_wanted.emit(self.rows.subject(index), iri, where)
