"""Search: a field in the top bar for things, questions and commands, and a list that opens below it while one types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import browsing, near, search
from kgapp.services.browsing import Named
from kgapp.services.near import Near
from kgapp.services.ports import RecordReader
from kgapp.services.search import Found
from kgapp.ui import commands, questions
from kgapp.ui.models.search_results import Kind, Offer, counted, grouped, heading, of_hit, of_thing
from kgapp.ui.panels.search_list import SearchList
from kgapp.ui.project import OpenProject
from kgapp.ui.questions import Asked
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

SHOWN: Final = 40
_ROOM_FOR_KEY: Final = 380
_WIDTH: Final = 460
_REMEMBERED: Final = 20
_RECENT: Final = 8
_TOPIC: Final = "search"


_Things = tuple[tuple[Named, tuple[Named, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    found: Found
    asked: tuple[Asked, ...]
    near: tuple[Near, ...]


class SearchBox(QLineEdit):
    """The field. Arrow keys move in the list, Enter does what is chosen, Escape goes back to where one was."""

    opened = Signal(str)
    """A thing was picked, as IRI."""
    picked_for_change = Signal(str)
    """A thing was picked to be the one that changes."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._theme, self._actions = theme, actions
        self._desk: Desk | None = None
        self._project: OpenProject | None = None
        self._settings = ""
        self._recent: tuple[Iri, ...] = ()
        self._asked: tuple[Asked, ...] = ()
        self._for_change = False
        self._before: QWidget | None = None
        self.setAccessibleName(tr("Search"))
        self.setPlaceholderText(_usual())
        self.setClearButtonEnabled(True)
        LeavesUndo(self)
        self.popup = SearchList(theme, parent)
        self.popup.list.clicked.connect(self._pick)
        self.textEdited.connect(self._ask)
        self.textChanged.connect(self._show_key)
        self._key = QLabel("Ctrl K", self)
        self._key.setProperty("ink", "third")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def join(self, desk: Desk) -> None:
        """Search in the project that is open on a desk."""
        self._desk, self._project, self._settings, self._recent = desk, desk.project, "", ()
        self.popup.hide()
        self._project.read(lambda reader: reader.meta().project_id, self._begin, desk.tell)

    def remember(self, thing: Iri) -> None:
        """A thing was looked at: it comes first among equals, and is offered before anything is typed."""
        if self._recent[:1] == (thing,):
            return
        self._recent = (thing, *(each for each in self._recent if each != thing))[:_REMEMBERED]
        if self._settings:
            QSettings().setValue(self._settings, list(self._recent))

    def start(self, *, for_change: bool = False) -> None:
        """Take the focus; what is picked is opened, or becomes the thing that changes."""
        self._for_change = for_change
        self.setPlaceholderText(tr("What changes? Type its name") if for_change else _usual())
        focus = QApplication.focusWidget()
        if focus is not self:
            self._before = focus
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._ask(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.adjustSize()
        self._show_key()
        self._key.move(self.width() - self._key.width() - 12, (self.height() - self._key.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.popup.isVisible():
                self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._ask(self.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.popup.isVisible():
            self._pick(self.popup.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.popup.isVisible():
            self._ask(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.popup.underMouse():
            self._close()
            self._show_key()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._key.hide()

    def _begin(self, project_id: str) -> None:
        self._settings = f"recent/{project_id}"
        stored = QSettings().value(self._settings, [])
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        known = (*self._recent, *(Iri(text) for text in texts if isinstance(text, str) and text))
        self._recent = tuple(dict.fromkeys(known))[:_REMEMBERED]

    def _show_key(self) -> None:
        """The shortcut stands in the field while there is room and nothing else in it."""
        room = self.width() > self._theme.px(_ROOM_FOR_KEY)
        self._key.setVisible(room and not self.text() and not self.hasFocus())

    def _ask(self, words: str) -> None:
        project, text, recent = self._project, words.strip(), self._recent
        if project is None:
            self.popup.hide()
        elif text:
            project.read(lambda reader: _look(reader, text, recent), self._show, self._fail, _TOPIC)
        else:
            shown = recent[:_RECENT]
            marked = tuple(thing for thing in self._marked() if thing not in shown)[:_RECENT]
            project.read(
                lambda reader: (_named(reader, shown), _named(reader, marked)), self._show_recent, self._fail, _TOPIC
            )

    def _show(self, answer: _Answer) -> None:
        text = self.text().strip()
        if not text:
            return
        found, self._asked = answer.found, answer.asked
        things = tuple(of_hit(hit) for hit in found.hits)
        if self._for_change:
            offers = grouped(things, (), ())
        else:
            offers = grouped(things, self._questions(), commands.offers(self._actions, text))
        if not things and answer.near:
            offers = (heading(tr("Did you mean")), *map(_spelling, answer.near), *offers)
        foot = counted(found, len(found.hits)) if things else ""
        if not things and (answer.near or not offers):
            nothing = tr("No thing is called or says “{words}”. Fewer or shorter words find more.")
            foot = nothing.format(words=line(text, 40))
        self.popup.show_offers(offers, text, foot, self._place())

    def _marked(self) -> tuple[Iri, ...]:
        return self._desk.bookmarks.things if self._desk is not None else ()

    def _show_recent(self, found: tuple[_Things, _Things]) -> None:
        if self.text().strip():
            return
        self._asked = () if self._for_change else questions.ready()
        offers: tuple[Offer, ...] = ()
        for title, things in zip((tr("Recent"), tr("Bookmarks")), found, strict=True):
            if things:
                offers = (*offers, heading(title), *(of_thing(thing, types) for thing, types in things))
        if self._asked:
            offers = (*offers, heading(tr("Questions")), *self._questions(), *commands.questions(self._actions))
        foot = tr("Type names, ids, words of texts, questions or commands")
        if self._for_change:
            foot = tr("Type a name, an id or words of a text")
        self.popup.show_offers(offers, "", foot, self._place())

    def _questions(self) -> tuple[Offer, ...]:
        return tuple(Offer(Kind.QUESTION, asked.text, icon="change", key=at) for at, asked in enumerate(self._asked))

    def _fail(self, failure: Failure) -> None:
        self.popup.show_offers((), "", failure.sentence, self._place())

    def _place(self) -> QRect:
        """Below the field, in the window."""
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        return QRect(corner.x(), corner.y(), max(self.width(), self._theme.px(_WIDTH)), 0)

    def _pick(self, index: QModelIndex) -> None:
        offer = self.popup.model.offer(index)
        desk = self._desk
        if offer is None or desk is None:
            return
        if offer.kind is Kind.SPELLING:
            self.setText(str(offer.key))
            self._ask(self.text())
            return
        for_change, asked = self._for_change, self._asked
        self._leave()
        if offer.iri is not None:
            (self.picked_for_change if for_change else self.opened).emit(offer.iri)
        elif offer.kind is Kind.QUESTION and isinstance(offer.key, int):
            questions.run(desk, asked[offer.key])
        else:
            self._actions[str(offer.key)].trigger()

    def _leave(self) -> None:
        """Close, empty the field, and go back to where one was."""
        self._for_change = False
        self.setPlaceholderText(_usual())
        self._close()
        self.clear()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _close(self) -> None:
        """Close the list; an answer that is still on its way opens it no more."""
        self.popup.hide()
        if self._project is not None:
            self._project.forget(_TOPIC)


def _look(reader: RecordReader, text: str, recent: tuple[Iri, ...]) -> _Answer:
    found = search.find(reader, text, limit=SHOWN, recent=recent)
    return _Answer(found, questions.offered(reader, text, found.hits), () if found.hits else near.meant(reader, text))


def _named(reader: RecordReader, things: tuple[Iri, ...]) -> _Things:
    """Those of some things that are still there, with their classes."""
    types = reader.types(things)
    names = browsing.labels(reader, {*things, *(kind for kinds in types.values() for kind in kinds)})
    return tuple(
        (Named(thing, names[thing]), tuple(Named(kind, names[kind]) for kind in types[thing]))
        for thing in things
        if thing in types
    )


def _spelling(other: Near) -> Offer:
    names = ", ".join(thing.label for thing in other.things)
    return Offer(Kind.SPELLING, other.text, "", tr("finds {names}").format(names=names), "search", None, other.text)


def _usual() -> str:
    return tr("Search things, questions, commands…")
