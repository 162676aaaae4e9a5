"""Saving from the window: a reason is asked once, then one step is committed.

Guarantees: steps are committed in the order in which they were given, also when a dialog stands open; no reason is used
that the user has not seen for this save or chosen for a working spell; what cannot be saved stays with whoever gave it. When
the project is closed meanwhile the step is still committed, and the window says so when it cannot be: who gave it is gone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kgapp.domain.errors import ReadOnly
from kgapp.domain.history import Revision
from kgapp.services import reasons
from kgapp.services.workspace import Workspace
from kgapp.ui.tasks import Failure
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.reason import ReasonDialog
    from kgapp.ui.project import OpenProject


@dataclass(frozen=True, slots=True)
class Step:
    """What a save does. ``name`` says it to the user: ``Set normal range of MOI at Boston``.

    ``work`` runs on the writer thread with the project and the reason; ``None`` means that nothing would change. ``done``
    and ``failed`` are called on the GUI thread; without ``failed`` the window says why. ``dropped`` is called when
    the user gives no reason, or this window may not save: nothing was saved. ``begun`` is called when the reason is there.
    ``why`` is the reason where the user gave one for a run of saves: then nobody asks.
    """

    name: str
    work: Callable[[Workspace, str], Revision | None]
    done: Callable[[Revision | None], None]
    failed: Callable[[Failure], None] | None = None
    dropped: Callable[[], None] | None = None
    begun: Callable[[], None] | None = None
    why: str = ""


class Saver(QObject):
    """Saves the steps of the open project; lives as long as its window."""

    spell_changed = Signal(str)
    """The reason that all saves carry now; empty when each asks for its own."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._project: OpenProject | None = None
        self._waiting: deque[Step] = deque()
        self._dialog: ReasonDialog | None = None
        self._recent: tuple[str, ...] = ()
        self._spell = ""
        self._failed_reason = ""

    @property
    def spell(self) -> str:
        """The reason of the working spell; empty without one."""
        return self._spell

    def begin(self, project: OpenProject) -> None:
        """A project was opened."""
        self._project = project
        project.read(reasons.recent, self._know, self._desk.tell, "recent reasons")

    def end(self) -> None:
        """The project is being closed: nothing more is asked, and the working spell is over."""
        self._project = None
        waiting, self._waiting = tuple(self._waiting), deque()
        if self._dialog is not None:
            self._dialog.reject()
        for step in waiting:
            _drop(step)
        self._recent, self._failed_reason = (), ""
        self.end_spell()

    def save(self, step: Step) -> None:
        """Ask for the reason, or take that of the working spell, and commit; later steps wait for this one."""
        project = self._desk.project
        if not project.writable:
            self._refuse(step, project.read_only_because)
            return
        self._waiting.append(step)
        self._next()

    def start_spell(self) -> None:
        """Ask for a reason that all saves carry from now on, in place of the one in force."""
        if self._dialog is not None:
            return
        dialog = self._open(tr("One reason for all saves until you end it"), self._spell)
        dialog.for_all.setChecked(True)
        dialog.for_all.hide()
        dialog.save.setText(tr("Use this reason"))
        dialog.given.connect(lambda why, _: self.use_spell(why))

    def use_spell(self, reason: str) -> None:
        """From now on all saves carry this reason."""
        self._spell = reason
        self.spell_changed.emit(reason)

    def end_spell(self) -> None:
        """From now on each save asks."""
        if self._spell:
            self.use_spell("")

    def _refuse(self, step: Step, because: str) -> None:
        hint = tr("What you entered is still here. Save it when nobody else writes.")
        self._desk.tell(Failure(because, hint, ReadOnly(because, hint=hint)))
        _drop(step)

    def _next(self) -> None:
        while self._waiting and self._dialog is None:
            why = self._waiting[0].why or self._spell
            if not why:
                self._ask(self._waiting[0])
                return
            self._commit(self._waiting.popleft(), why)

    def _ask(self, step: Step) -> None:
        dialog = self._open(step.name, self._failed_reason)
        dialog.given.connect(self._given)
        dialog.rejected.connect(self._not_given)

    def _given(self, why: str, for_all: bool) -> None:
        self._failed_reason = ""
        self._commit(self._waiting.popleft(), why)
        if for_all:
            self.use_spell(why)

    def _not_given(self) -> None:
        if self._waiting:
            _drop(self._waiting.popleft())

    def _open(self, name: str, reason: str) -> ReasonDialog:
        from kgapp.ui.panels.reason import ReasonDialog  # the desk, which panels know, knows this module

        dialog = ReasonDialog(name, self._recent, self._desk.theme, self._window)
        if reason:
            dialog.start_with(reason)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _closed(self) -> None:
        self._dialog = None
        self._next()

    def _commit(self, step: Step, why: str) -> None:
        project = self._desk.project

        def done(revision: Revision | None) -> None:
            if self._project is not project:
                return
            if revision is not None:
                self._recent = tuple(dict.fromkeys((why, *self._recent)))[: reasons.MOST]
            self._desk.say(_said(revision))
            step.done(revision)

        def failed(failure: Failure) -> None:
            if self._project is not project:
                self._desk.tell(failure)
                return
            self._failed_reason = why
            (step.failed or self._desk.tell)(failure)

        if step.begun is not None:
            step.begun()
        project.write(lambda workspace: step.work(workspace, why), done, failed)

    def _know(self, recent: tuple[str, ...]) -> None:
        self._recent = recent


def _said(revision: Revision | None) -> str:
    if revision is None:
        return tr("Nothing would change: nothing was saved.")
    return tr("Saved as revision {number}: {summary}").format(number=revision.seq, summary=revision.summary)


def _drop(step: Step) -> None:
    if step.dropped is not None:
        step.dropped()
