"""What follows about an entity, as the last but one section of its page: asked only when somebody opens it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from kgapp.domain.terms import Iri
from kgapp.services import what_follows
from kgapp.services.what_follows import Followed, Follows
from kgapp.ui import why_places
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import number
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.services.workspace import Workspace
    from kgapp.ui.desk import Desk

FOLLOWS: Final = "follows"


class Act(Enum):
    """The subject of a row that does something with the section."""

    SHOW = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Why:
    """The subject of a row with a statement that follows; ``iri`` is what the inspector tells about."""

    followed: Followed

    @property
    def iri(self) -> str | None:
        return self.followed.other


class PageFollows(QObject):
    """The state of the section: not asked, being asked, asked, or failed; a change of the project makes it not asked again."""

    changed = Signal()
    """``group`` gives something else now."""

    def __init__(self, desk: Desk, entity: Iri, table: Table, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._project, self._entity = desk, desk.project, entity
        self._topic = f"follows {id(self)}"
        self._busy = self._stale = False
        self._failure: Failure | None = None
        self.found: Follows | None = None
        table.acted.connect(self._act)
        table.more_wanted.connect(self._more)

    def group(self) -> Group:
        """The section as rows."""
        title = tr("What follows")
        if self._project.endpoint:
            words = tr("What follows is worked out for projects; at a server that is up to the server.")
            return Group(title, (_row("", Cell(words, ink="second"), None),), FOLLOWS)
        found = self.found
        rows = tuple(_followed(each) for each in found.statements) if found is not None else ()
        if self._busy:
            words = tr("Working out what follows…")
            rows = (*rows, _row("", Cell(words, ink="second"), Act.STOP, tr("Stop")))
        elif self._failure is not None:
            failed = Cell(self._failure.sentence, tone=Tone.HIGH)
            rows = (*rows, _row(tr("Not worked out"), failed, Act.SHOW, tr("Try again")))
        elif found is None:
            words = (
                tr("The project has changed: show again what follows")
                if self._stale
                else tr("Show what follows from the statements by the ontology")
            )
            rows = (_row("", Cell(words, ink="accent"), Act.SHOW),)
        elif not found.total:
            rows = (_row("", Cell(tr("Nothing follows about this that is not stated."), ink="second"), None),)
        if found is None or not found.total:
            return Group(title, rows, FOLLOWS)
        left = found.total - len(found.statements)
        words = tr("showing {count} of {all}: show more").format(
            count=number(len(found.statements)), all=number(found.total)
        )
        rest = words if left and not self._busy and self._failure is None else ""
        return Group(f"{title}  {number(found.total)}", rows, FOLLOWS, rest)

    def forget(self) -> None:
        """The project changed: what was found may no longer hold."""
        self._stale = self._stale or self.found is not None
        self._project.forget(self._topic)
        self._busy, self._failure, self.found = False, None, None
        self.changed.emit()

    def leave(self) -> None:
        """Nothing is wanted any more."""
        self._project.forget(self._topic)

    def _act(self, subject: object) -> None:
        match subject:
            case Act.SHOW:
                self._ask()
            case Act.STOP:
                self._project.stop(self._topic)
                self._busy = False
                self.changed.emit()
            case Why(followed=followed):
                self._desk.open_place(why_places.of_fact(followed.fact))

    def _more(self, key: str) -> None:
        if key == FOLLOWS:
            self._ask()

    def _ask(self) -> None:
        if self._busy:
            return
        thing, before = self._entity, self.found
        skip = len(before.statements) if before is not None else 0
        self._busy, self._failure = True, None

        def work(workspace: Workspace) -> Follows:
            found = what_follows.about(workspace.reader, workspace.engine, thing, skip=skip)
            if before is None or before.revision == found.revision:
                return found
            return what_follows.about(workspace.reader, workspace.engine, thing)

        def take(found: Follows) -> None:
            self._busy = self._stale = False
            joined = before is not None and before.revision == found.revision
            rows = (*before.statements, *found.statements) if joined and before is not None else found.statements
            self.found = Follows(rows, found.total, found.revision)
            self.changed.emit()

        self._project.ask(work, take, self._failed, self._topic)
        self.changed.emit()

    def _failed(self, failure: Failure) -> None:
        self._busy, self._failure = False, failure
        self.changed.emit()


def _followed(each: Followed) -> Row:
    return _row(each.property, Cell(each.sentence, ink="accent"), Why(each), tr("Why?"))


def _row(name: str, cell: Cell, subject: object, act: str = "") -> Row:
    return Row((Cell(name, ink="second"), cell, Cell(act, ink="accent" if act else "second")), subject)
