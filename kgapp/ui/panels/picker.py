"""A field for a thing: type to search among what fits, choose with the keys, make a new one, or drop one here."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QToolButton, QWidget

from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri
from kgapp.services import picking
from kgapp.services.form_fields import Entry, Field
from kgapp.services.picking import Picked
from kgapp.ui.dragging import things_in
from kgapp.ui.models.choices import ChoicesModel
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Keys, Surroundings, ValueEditor
from kgapp.ui.panels.marked_rows import MarkedRows
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

_NUMBERS: Final = itertools.count()
_ROW: Final = 28
_MOST_SHOWN: Final = 40

MakeNew = Callable[[str, Callable[[Iri, str], None]], None]
"""Make a thing with this label, then tell its address and name."""


class LinkEditor(ValueEditor):
    """The thing by its name; what is typed and not chosen is a name to look for."""

    def __init__(
        self, kind: Field, around: Surroundings, make_new: MakeNew | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(kind, around, parent)
        self._make_new = make_new
        self._topic = f"picker {next(_NUMBERS)}"
        px = around.desk.theme.px
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("type to search, or drop a thing here"))
        self.line.setMaxLength(400)
        self.line.setAcceptDrops(False)
        self.line.textEdited.connect(self._search)
        self.keys = Keys(self.line, self._key)
        self.keys.left.connect(self._leave)
        self._name = kind.shape.name
        self._popup: ChoicesPopup | None = None
        self._wanted = self._found = ""
        self.open = QToolButton()
        self.open.setIcon(around.icon("search", 14))
        self.open.setIconSize(QSize(px(14), px(14)))
        self.open.setToolTip(tip(tr("Choose from the list (Down)")))
        self.open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open.clicked.connect(self.show_choices)
        self._layout.addWidget(self.line, 1)
        self._layout.addWidget(self.open)
        self.setFocusProxy(self.line)
        self.setAcceptDrops(True)

    @property
    def popup(self) -> ChoicesPopup:
        """The list below the field, made when it is first needed."""
        if self._popup is None:
            self._popup = ChoicesPopup(self.around, self)
            self._popup.list.setAccessibleName(tr("Choices for {field}").format(field=self._name))
            self._popup.chosen.connect(self._pick)
            self.destroyed.connect(self._popup.deleteLater)
        return self._popup

    @property
    def choosing(self) -> bool:
        """Whether the list is open."""
        return self._popup is not None and self._popup.isVisible()

    def present(self, entry: Entry) -> None:
        known = self.around.names.get(Iri(entry.text))
        self.line.setText(line(known or entry.text, 300))
        self.line.setCursorPosition(0)
        self.line.setToolTip(tip(entry.text))

    def name(self, words: str) -> None:
        self.line.setAccessibleName(words)
        self.open.setAccessibleName(tr("{field}: choose").format(field=words))
        self._name = words

    def choose(self, thing: Iri, label: str) -> None:
        """Put a thing in, as the user does who picks it."""
        self._close()
        self.around.names[thing] = label
        self._entry = replace(self._entry, text=thing)
        self.present(self._entry)
        self.edited.emit()

    def show_choices(self) -> None:
        """Look for what can be put here."""
        self.line.setFocus()
        self._ask("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if things_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        things = things_in(event.mimeData())
        if things:
            event.acceptProposedAction()
            self.offer(things[0])

    def offer(self, thing: Iri) -> None:
        """Put a thing in if it fits; say why where it does not."""
        shape = self.field.shape
        self.around.desk.project.read(
            lambda reader: (picking.refusal(reader, shape, thing), reader.labels((thing,)).get(thing, "")),
            lambda found: self._dropped(thing, *found),
            self.around.desk.tell,
            self._topic,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    def _dropped(self, thing: Iri, refusal: str, label: str) -> None:
        if refusal:
            self.around.desk.say(refusal)
        else:
            self.choose(thing, label or thing)

    def _search(self, words: str) -> None:
        self.take(words)
        self._ask(words)

    def _ask(self, words: str) -> None:
        self._wanted = words
        shape: PropertyShape = self.field.shape
        self.around.desk.project.read(
            lambda reader: picking.candidates(reader, shape, words, limit=_MOST_SHOWN),
            lambda picked: self._show(picked, words),
            self._fail,
            self._topic,
        )

    def _show(self, picked: Picked, words: str) -> None:
        if not self.line.hasFocus():
            return
        self._found = words
        self.popup.show_choices(picked, words.strip(), new=self._make_new is not None)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _fail(self, failure: Failure) -> None:
        self._close()
        self.around.desk.say(failure.sentence)

    def _pick(self) -> None:
        choice = self.popup.choice
        if choice is not None:
            self.choose(choice.thing.iri, choice.thing.label)
        elif self._make_new is not None:
            words = self.line.text().strip() if self._entry.text not in self.around.names else ""
            self._close()
            self._make_new(words, self.choose)

    def _key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self.choosing
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if shown:
                self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
            elif key == Qt.Key.Key_Down:
                self.show_choices()
            else:
                return False
            return True
        if shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._found == self._wanted:  # else the choices are those of what was typed before
                self._pick()
            return True
        if shown and key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _leave(self) -> None:
        if not (self.choosing and self.popup.underMouse()):
            self.around.desk.project.forget(self._topic)
            self._close()


class ChoicesPopup(QFrame):
    """The list below a field, which keeps the keyboard; its last row makes a new thing."""

    def __init__(self, around: Surroundings, field: QWidget) -> None:
        super().__init__(field.window())
        self.setObjectName("popup")
        self._theme, self._field = around.desk.theme, field
        self.model = ChoicesModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(MarkedRows(self.list, self._theme, height_px=_ROW))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chosen = self.list.clicked
        self._foot = parts.text("", ink="second", wrap=False)
        layout = parts.column(self, (6, 6, 6, 6), 4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        self.hide()

    @property
    def choice(self) -> picking.Choice | None:
        """The row that is chosen; ``None`` for the one that makes a new thing."""
        return self.model.choice(self.list.currentIndex())

    def show_choices(self, picked: Picked, words: str, *, new: bool) -> None:
        """The choices below their field, or above it where there is no room."""
        self.setParent(self._field.window())  # the field may have been moved to another window since
        self.model.show(picked.choices, self._new_row(words) if new else "")
        rows = self.model.rowCount()
        found = tr("Nothing that fits here is called “{words}”.").format(words=line(words, 40))
        more = tr("There are more: type to narrow them down.")
        self._foot.setText(found if words and not picked.choices else more if picked.more else "")
        self._foot.setVisible(bool(self._foot.text()))
        self.list.setVisible(bool(rows))
        height = min(rows, 9) * self._theme.px(_ROW) + (self._theme.px(24) if self._foot.text() else 0) + 16
        width = max(self._field.width(), self._theme.px(320))
        window = self._field.window()
        place = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if place.y() + height > window.height():
            place = self._field.mapTo(window, QPoint(0, -height - 2))
        self.setGeometry(min(place.x(), max(0, window.width() - width)), max(0, place.y()), width, height)
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.setVisible(bool(rows or self._foot.text()))
        self.raise_()

    def move_by(self, rows: int) -> None:
        """The next or previous row."""
        at = max(0, min(self.list.currentIndex().row() + rows, self.model.rowCount() - 1))
        self.list.setCurrentIndex(self.model.index(at, 0))

    def _new_row(self, words: str) -> str:
        return tr("New “{label}”…").format(label=line(words, 60)) if words else tr("New…")
