"""Actions and questions: what somebody has to do, to answer or to study; open ones first, overdue ones above all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.impact import Named
from kgapp.domain.terms import Iri, Quad, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS
from kgapp.services import entities
from kgapp.services.ports import RecordReader
from kgapp.services.sites import compare
from kgapp.services.statements import Statements
from kgapp.services.transfer import cells
from kgapp.services.transfer.cells import Entered, Kind, Sitting
from kgapp.services.workspace import Workspace

COLUMNS: Final = (
    cells.column(KG.Action, "label", "Action", RDFS.label, Kind.TEXT),
    cells.column(KG.Action, "kind", "Kind", KG.actionKind, Kind.WORD),
    cells.column(KG.Action, "owner", "Owner", KG.owner, Kind.OWNER),
    cells.column(KG.Action, "due", "Due", KG.due, Kind.DATE),
    cells.column(KG.Action, "status", "Status", KG.status, Kind.WORD),
    cells.column(KG.Action, "answer", "Answer or note", KG.answer, Kind.TEXT),
)
KEYS: Final = tuple(each.key for each in COLUMNS)
KINDS: Final = COLUMNS[1].words
TASK, QUESTION = KINDS[0], KINDS[1]
_CLOSED: Final = "closed"
_BELONGS: Final = (KG.closes, KG.concerns, KG.raisedBy, KG.inTransferProject, KG.atSite)
_LAST: Final = "9999"


@dataclass(frozen=True, slots=True)
class Action:
    """One action. ``values`` are in the order of ``COLUMNS``; ``about`` is what it closes, concerns or comes from.

    ``projects`` are the transfer projects that it is part of, by itself or by the gap that it closes.
    """

    thing: Named
    values: tuple[str, ...]
    about: tuple[Named, ...]
    projects: frozenset[Iri] = frozenset()

    def value(self, key: str) -> str:
        """What a column holds."""
        return self.values[KEYS.index(key)]

    @property
    def closed(self) -> bool:
        """Whether it is done."""
        return self.value("status") == _CLOSED

    @property
    def question(self) -> bool:
        """Whether somebody waits for an answer."""
        return self.value("kind") == QUESTION

    def overdue(self, on: date) -> bool:
        """Whether it should have been done by a day."""
        due = self.value("due")
        return bool(due) and not self.closed and due < on.isoformat()


@dataclass(frozen=True, slots=True)
class Actions:
    """All actions: open ones by the day they are due, those without a day behind them, closed ones last."""

    on: date
    rows: tuple[Action, ...]

    @property
    def open(self) -> tuple[Action, ...]:
        """What is still to be done."""
        return tuple(row for row in self.rows if not row.closed)

    @property
    def overdue(self) -> tuple[Action, ...]:
        """What should have been done."""
        return tuple(row for row in self.rows if row.overdue(self.on))


@dataclass(frozen=True, slots=True)
class Draft:
    """A new action. ``closes`` is a gap, a risk or a deviation; ``concerns`` anything else that it is about."""

    label: str
    kind: str = TASK
    owner: str = ""
    due: str = ""
    closes: Iri | None = None
    concerns: Iri | None = None
    project: Iri | None = None


def actions(reader: RecordReader, project: Iri | None = None, on: date | None = None) -> Actions:
    """All actions, or those of a transfer project: its own, and those that close its gaps."""
    known = Statements(reader)
    found = (_action(known, one) for one in reader.instances((KG.Action,)) if not known.retired(one))
    rows = [each for each in found if project is None or project in each.projects]
    rows.sort(key=lambda row: (row.closed, row.value("due") or _LAST, row.thing.label, row.thing.iri))
    return Actions(on or compare.reference_date(reader), tuple(rows))


def edit(
    workspace: Workspace, action: Iri, entered: Iterable[Entered], why: str, sitting: Sitting | None = None
) -> Revision | None:
    """Change cells of an action as one revision. Raises ``BadInput``, also for a question closed without an answer."""
    reader = workspace.reader
    known = Statements(reader)
    if KG.Action not in known.types(action):
        raise NotFound("This action is not there any more.", hint="Look at the list as it is now.")
    own = sitting or Sitting(COLUMNS)
    typed = tuple(own.known(known, action, cell) for cell in entered)
    now = {each.key: cells.shown(known, action, each.predicate) for each in COLUMNS}
    then = now | {cell.column: cell.text.strip() for cell in typed}
    if then["kind"] == QUESTION and then["status"] == _CLOSED and not then["answer"]:
        raise BadInput("A question is closed with its answer.", hint="Enter the answer. Nothing was saved.")
    change = cells.change(reader, COLUMNS, ((action, cell) for cell in typed))
    names = {each.key: each.title.lower() for each in COLUMNS}
    told = ", ".join(f"{names[cell.column]} {shorten(cell.text, 40) or 'nothing'}" for cell in typed)
    summary = shorten(f"Action “{known.name(action)}”: {told}", 200)
    revision = _commit(workspace, ChangeSet(summary, change.removed, change.added), why)
    own.keep(Statements(workspace.reader), action, [cell.column for cell in typed])
    return revision


def answer(workspace: Workspace, action: Iri, text: str, why: str) -> Revision | None:
    """Answer a question, or close an action with a note."""
    known = Statements(workspace.reader)
    seen = {each.key: cells.shown(known, action, each.predicate) for each in COLUMNS}
    told = (Entered("answer", seen["answer"], text), Entered("status", seen["status"], _CLOSED))
    return edit(workspace, action, told, why)


def create(workspace: Workspace, draft: Draft, why: str) -> tuple[Iri, Revision]:
    """Make an action; its address and revision. Raises ``BadInput`` without words, or for what does not fit."""
    reader = workspace.reader
    label = " ".join(draft.label.split())
    if not label:
        raise BadInput("An action needs words that say what is to be done.", hint="Enter them first.")
    action, graph = entities.mint(reader, KG.Action, label), cells.main(reader)
    typed = [(action, Entered(key, "", text)) for key, text in _said(draft) if text]
    found = cells.change(reader, COLUMNS, typed, {action: (KG.Action,)})
    links = ((KG.closes, draft.closes), (KG.concerns, draft.concerns), (KG.inTransferProject, draft.project))
    added = set(found.added) | {Quad(action, link, thing, graph) for link, thing in links if thing}
    added |= {Quad(action, RDF.type, KG.Action, graph), Quad(action, RDFS.label, language_literal(label, "en"), graph)}
    revision = _commit(workspace, ChangeSet(shorten(f"New {draft.kind} “{label}”", 200), added=frozenset(added)), why)
    assert revision is not None, "a new action is a change"
    return action, revision


def _said(draft: Draft) -> tuple[tuple[str, str], ...]:
    return ("kind", draft.kind), ("owner", draft.owner), ("due", draft.due), ("status", "open")


def _action(known: Statements, one: Iri) -> Action:
    about = tuple(dict.fromkeys(thing for link in _BELONGS for thing in known.things(one, link)))
    within = [thing for thing in about if KG.TransferProject in known.types(thing)]
    within += [project for gap in known.things(one, KG.closes) for project in known.things(gap, KG.inTransferProject)]
    values = tuple(cells.shown(known, one, each.predicate) for each in COLUMNS)
    named = tuple(Named(each, known.name(each)) for each in about)
    return Action(Named(one, known.name(one)), values, named, frozenset(within))


def _commit(workspace: Workspace, change: ChangeSet, why: str) -> Revision | None:
    return workspace.commit(change, Note(workspace.author, why)) if change else None
