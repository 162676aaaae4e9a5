"""Search: a field in the top bar and a list that opens below it while one types."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QWidget

from kgapp.services.search import Found
from kgapp.ui.models.search_results import SearchResultsModel, counted
from kgapp.ui.panels import parts
from kgapp.ui.panels.rows import TreeRows
from kgapp.ui.project import OpenProject
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.undo_keys import LeavesUndo

_MOST_ROWS = 12
_ROOM_FOR_KEY = 380
_USUAL = "Search steps, parameters, know-how, people…"


class SearchBox(QLineEdit):
    """The field. Arrow keys move in the list, Enter opens, Escape closes."""

    opened = Signal(str)
    """A thing was picked, as IRI."""
    picked_for_change = Signal(str)
    """A thing was picked to be the one that changes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._theme = theme
        self._project: OpenProject | None = None
        self._for_change = False
        self.setAccessibleName("Search")
        self.setPlaceholderText(_USUAL)
        self.setClearButtonEnabled(True)
        LeavesUndo(self)
        self.popup = _Popup(theme, parent)
        self.popup.list.clicked.connect(self._pick)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._show_key)
        self._key = QLabel("Ctrl K", self)
        self._key.setProperty("ink", "third")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def join(self, project: OpenProject) -> None:
        """Search in a project."""
        self._project = project

    def start(self, *, for_change: bool = False) -> None:
        """Take the focus; what is picked is opened, or becomes the thing that changes."""
        self._for_change = for_change
        self.setPlaceholderText("What changes? Type its name" if for_change else _USUAL)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.adjustSize()
        self._show_key()
        self._key.move(self.width() - self._key.width() - 12, (self.height() - self._key.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.popup.isVisible():
            self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.popup.isVisible():
            self._pick(self.popup.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.popup.underMouse():
            self.popup.hide()
            self._show_key()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._key.hide()

    def _show_key(self) -> None:
        """The shortcut stands in the field while there is room and nothing else in it."""
        room = self.width() > self._theme.px(_ROOM_FOR_KEY)
        self._key.setVisible(room and not self.text() and not self.hasFocus())

    def _ask(self, words: str) -> None:
        if self._project is None or not words.strip():
            self.popup.hide()
            return
        self._project.find(words, self._show, self._fail)

    def _show(self, found: Found) -> None:
        if not self.text().strip():
            return
        place = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self.popup.show_found(found, self.text(), place, max(self.width(), self._theme.px(460)))

    def _fail(self, failure: Failure) -> None:
        place = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self.popup.show_words(failure.sentence, place, self.width())

    def _pick(self, index: QModelIndex) -> None:
        thing = self.popup.model.entity(index)
        if thing is None:
            return
        for_change = self._for_change
        self._finish()
        (self.picked_for_change if for_change else self.opened).emit(thing)

    def _finish(self) -> None:
        self._for_change = False
        self.setPlaceholderText(_USUAL)
        self.popup.hide()
        self.clear()
        self.clearFocus()


class _Popup(QFrame):
    """The list below the field; the field keeps the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("popup")
        self._theme = theme
        self.model = SearchResultsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TreeRows(self.list, theme, height_px=30))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Search results")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = parts.text("", ink="second", wrap=False)
        layout = parts.column(self, (6, 6, 6, 6), 4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.hide()

    def show_found(self, found: Found, words: str, place: QPoint, width: int) -> None:
        """The hits, the best one chosen."""
        self.model.show(found.hits)
        nothing = f"Nothing is called or says “{line(words, 40)}”. Fewer or shorter words find more."
        self._foot.setText(counted(found, len(found.hits)) + " · Enter opens" if found.hits else nothing)
        rows = min(_MOST_ROWS, len(found.hits))
        self.list.setVisible(bool(rows))
        height = rows * self._theme.px(30) + self._theme.px(36) + (16 if rows else 0)
        self.setGeometry(place.x(), place.y(), width, height)
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.show()
        self.raise_()

    def show_words(self, words: str, place: QPoint, width: int) -> None:
        """A sentence instead of hits."""
        self.model.show(())
        self.list.hide()
        self._foot.setText(line(words))
        self.setGeometry(place.x(), place.y(), width, self._theme.px(40))
        self.show()
        self.raise_()

    def move_by(self, rows: int) -> None:
        """The next or previous hit."""
        at = max(0, min(self.list.currentIndex().row() + rows, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(at, 0))
