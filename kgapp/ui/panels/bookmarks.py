"""The bookmarks of one person in one project: open, put in order, take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kgapp.domain.terms import Iri
from kgapp.ui import bookmarks, icons
from kgapp.ui.bookmarks import Bookmark
from kgapp.ui.kinds import kind_of
from kgapp.ui.panels import parts
from kgapp.ui.panels.states import States
from kgapp.ui.texts import line
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_IRI: Final = Qt.ItemDataRole.UserRole
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BookmarksPanel(View):
    """A list in the user's order; what is gone from the project says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Bookmarks"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.itemDoubleClicked.connect(lambda _item: self._open())
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._choose)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content, (16, 12, 16, 12), 8)
        self._heading = parts.heading(tr("Bookmarks"), desk.theme)
        open_it = parts.button(tr("Open page"), self._open, primary=True)
        up = parts.button(tr("Up"), lambda: self._move(-1), tip=tr("Alt+Up"))
        down = parts.button(tr("Down"), lambda: self._move(1), tip=tr("Alt+Down"))
        away = parts.button(tr("Take away"), self._take_away, tip=tr("Delete"))
        layout.addWidget(self._heading)
        layout.addWidget(self.list, 1)
        layout.addLayout(parts.row(open_it, up, down, away))
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self.setFocusProxy(self.list)
        desk.bookmarks.changed.connect(self.reload)
        desk.theme.changed.connect(self.reload)
        self.reload()

    @property
    def current(self) -> Iri | None:
        """The chosen thing."""
        at = self.list.currentRow()
        return Iri(self.list.item(at).data(_IRI)) if 0 <= at < self.list.count() else None

    def came_to_front(self) -> None:
        self.titled.emit(tr("Bookmarks"))

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if not subjects or subjects.intersection(self._desk.bookmarks.things):
            self.reload()

    def reload(self) -> None:
        """Look the names up again."""
        self._heading.setFont(self._theme.font(17, strong=True))
        things = self._desk.bookmarks.things
        if not things:
            words = tr(
                "Ctrl+D, or the star on a page, keeps a page here. Bookmarks are yours alone and not part of the project."
            )
            self.states.empty(tr("No bookmarks yet"), words)
            return
        self._desk.project.read(
            lambda reader: bookmarks.look_up(reader, things),
            self._show,
            lambda failure: self.states.failed(failure, self.reload),
            "bookmarks list",
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() in _ENTER:
                self._open(behind=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._take_away()
                return True
            if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _show(self, found: tuple[Bookmark, ...]) -> None:
        chosen = self.current
        self.list.clear()
        for mark in found:
            words = line(mark.thing.label, 160)
            item = QListWidgetItem(tr("{name} · no longer in the project").format(name=words) if mark.gone else words)
            item.setIcon(icons.icon(kind_of(mark.types), self._theme.colours.second, self._theme.px(14)))
            item.setData(_IRI, mark.thing.iri)
            self.list.addItem(item)
        places = [mark.thing.iri for mark in found]
        self.list.setCurrentRow(places.index(chosen) if chosen is not None and chosen in places else 0)
        self.states.content()

    def _choose(self, _row: int) -> None:
        if self.current is not None and self.list.hasFocus():
            self._desk.inspect(self.current)

    def _open(self, *, behind: bool = False) -> None:
        if self.current is not None:
            (self._desk.open_behind if behind else self._desk.open_entity)(self.current)

    def _move(self, by: int) -> None:
        if self.current is not None:
            self._desk.bookmarks.move(self.current, by)

    def _take_away(self) -> None:
        if self.current is not None:
            self._desk.bookmarks.toggle(self.current)

    def _menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is not None:
            self._desk.menu((Iri(item.data(_IRI)),), self.list.viewport().mapToGlobal(place))
