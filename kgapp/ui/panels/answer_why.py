"""Why a row of an answer is there: asked by a button, Enter on its “+ Why?” or its menu, and told in a tab of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.services import why_rows
from kgapp.services.shown_answers import Answered
from kgapp.services.why_rows import RowReasons
from kgapp.services.workspace import Workspace
from kgapp.ui import menus, why_places
from kgapp.ui.menus import Group, MenuRow, Target
from kgapp.ui.panels import parts
from kgapp.ui.tasks import Failure
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.answer_view import AnswerView


class RowWhy(QObject):
    """What an answer view does when somebody asks why a row is there; the engine looks for the match of that row."""

    def __init__(self, desk: Desk, view: AnswerView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._topic = f"why row {id(self)}"
        self._busy = False
        self.button = parts.button(tr("Why this row?"), self._pressed)
        self.button.setAutoDefault(False)
        self.button.hide()

    def suit(self) -> None:
        """Offer it for the current row."""
        answered = self._view.shown
        offered = answered is not None and answered.inferred and answered.form is Form.SELECT and bool(answered.rows)
        self.button.setVisible(offered)
        self.button.setText(tr("Stop") if self._busy else tr("Why this row?"))
        asks = answered is not None and _may_be_asked(answered, self._view.table.place)
        self.button.setEnabled(self._busy or asks)
        self.button.setToolTip(
            tr("Say which statements of this row follow, by which rule, and from what")
            if asks
            else tr("This row is there without what follows, too")
        )
        self._view.make_room()

    def ask(self, place: int) -> None:
        """Look for what the row rests on; the answer, or why there is none, is told when it is there."""
        answered = self._view.shown
        if self._busy or answered is None or not _may_be_asked(answered, place):
            return
        self._busy = True
        self.suit()
        names, row = tuple(column.name for column in answered.columns), answered.raw[place]

        def work(workspace: Workspace) -> RowReasons:
            return why_rows.reasons(workspace.reader, workspace.engine, answered.query, names, row)

        self._desk.project.ask(work, self._show, self._failed, self._topic)

    def menu(self, thing: str, place: int, where: QPoint) -> None:
        """The menu of a cell: the commands for its thing, and for its row."""
        answered = self._view.shown
        rows: tuple[MenuRow, ...] = ()
        if answered is not None and _may_be_asked(answered, place):
            words = tr("Why is this row there?")
            rows = (MenuRow(words, Group.HERE, lambda _: True, lambda _desk, _things: self.ask(place)),)
        if thing:
            menus.popup(self._desk, self._view, (Iri(thing),), where, rows)
        elif rows:
            about = Target((), (), frozenset(), writable=False)
            menus.menu(self._desk, self._view, about, rows).popup(where)

    def leave(self) -> None:
        """Nothing is wanted any more."""
        self._desk.project.forget(self._topic)
        self._busy = False
        self.button.hide()

    def _pressed(self) -> None:
        if self._busy:
            self._desk.project.stop(self._topic)
            self._end()
        else:
            self.ask(self._view.table.place)

    def _show(self, found: RowReasons) -> None:
        self._end()
        self._desk.open_place(why_places.of_row(found))

    def _failed(self, failure: Failure) -> None:
        self._end()
        self._desk.tell(failure)

    def _end(self) -> None:
        self._busy = False
        self.suit()


def _may_be_asked(answered: Answered, place: int) -> bool:
    """Whether a row needs what follows, or may need it where that was not worked out."""
    if not answered.inferred or not 0 <= place < len(answered.raw):
        return False
    return answered.marked[place] if answered.marked else True
