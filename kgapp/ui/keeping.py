"""What the window does so that no input is lost: saving, the working spell, and drafts that a crash left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QMainWindow

from kgapp.domain.terms import Iri
from kgapp.services.drafts import Draft
from kgapp.ui.doors import Doors
from kgapp.ui.drafts import Drafts
from kgapp.ui.panels.banners import Banners
from kgapp.ui.panels.spell import SpellChip
from kgapp.ui.project import OpenProject
from kgapp.ui.query_texts import QueryTexts
from kgapp.ui.saving import Saver
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_DRAFT: Final = "draft"
_DAMAGED: Final = "damaged drafts"
_NOT_KEPT: Final = "draft not kept"
_SPELL: Final = "spell"
_EDIT: Final = "edit"


class Keeping(QObject):
    """Lives as long as the window; ``opened`` and ``closed`` tell it which project is open."""

    def __init__(self, desk: Desk, doors: Doors, banners: Banners, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._banners = desk, banners
        self._store, self._doors = doors.drafts(), doors
        self._drafts: Drafts | None = None
        self._id = ""
        self.saver = Saver(desk, window)
        self.chip = SpellChip(self.saver.start_spell, self.saver.end_spell, desk.theme)
        self.saver.spell_changed.connect(self._spell_is)
        window.statusBar().addPermanentWidget(self.chip)

    @property
    def drafts(self) -> Drafts:
        """The drafts of the open project."""
        assert self._drafts is not None, "no project is open"
        return self._drafts

    def opened(self, project: OpenProject) -> None:
        """A project was opened: offer what was left behind."""
        queries = QueryTexts(project, self._doors.query_texts(), self._doors.query_history)
        self._drafts = Drafts(project, self._store, queries, self)
        self._drafts.queries.not_kept.connect(self._say_not_kept)
        self._drafts.found.connect(self._offer)
        self._drafts.not_kept.connect(self._say_not_kept)
        self.saver.begin(project)
        project.read(lambda reader: reader.meta().project_id, self._know, self._desk.tell, "project id")

    def closed(self) -> None:
        """The project is being closed: the working spell ends, and is offered again when the project is opened."""
        self._id = ""
        self.saver.end()
        if self._drafts is not None:
            self._drafts.close()
            self._drafts.deleteLater()
            self._drafts = None

    def _know(self, project_id: str) -> None:
        self._id = project_id
        reason = str(QSettings().value(_stored(project_id), ""))
        if self.saver.spell:
            self._spell_is(self.saver.spell)
        elif reason:
            words = tr("Your saves carried the reason “{reason}” when the project was closed. Go on with it?")
            self._banners.show_strip(
                _SPELL,
                words.format(reason=line(reason)),
                (tr("Use it for all saves"), lambda: self.saver.use_spell(reason)),
                (tr("Ask each time"), lambda: self._spell_is("")),
            )

    def _spell_is(self, reason: str) -> None:
        self.chip.show_reason(reason)
        self._banners.drop(_SPELL)
        if self._id and reason:
            QSettings().setValue(_stored(self._id), reason)
        elif self._id:
            QSettings().remove(_stored(self._id))

    def _offer(self) -> None:
        """Offer the newest draft that a crash left; the next follows when this one was taken up or given up."""
        drafts = self.drafts
        self._banners.drop(_DRAFT)
        if drafts.damaged:
            words = tr("Input that was not saved could not be read again; the damaged file was set aside.")
            self._banners.show_strip(_DAMAGED, words, (tr("Close"), lambda: self._banners.drop(_DAMAGED)))
            drafts.damaged = 0
        if not drafts.left:
            return
        draft = drafts.left[0]
        words = tr("You were editing {title} ({time}), and it was not saved.").format(
            title=line(draft.title, 80), time=f"{draft.at.astimezone():%Y-%m-%d %H:%M}"
        )
        more = len(drafts.left) - 1
        if more:
            words += " " + tr("{count} more after this.").format(count=more)
        self._banners.show_strip(
            _DRAFT,
            words,
            (tr("Continue"), lambda: self._continue(draft)),
            (tr("Discard"), lambda: drafts.settled(draft.place)),
        )

    def _continue(self, draft: Draft) -> None:
        word, _, rest = draft.place.partition(" ")
        if word == _EDIT:
            self._desk.edit(Iri(rest))
        else:
            self._desk.open_place(draft.place)

    def _say_not_kept(self, failure: Failure) -> None:
        words = f"{failure.sentence} {failure.hint}"
        self._banners.show_strip(_NOT_KEPT, words, (tr("Close"), lambda: self._banners.drop(_NOT_KEPT)))


def _stored(project_id: str) -> str:
    return f"spell/{project_id}"
