"""The transfer package as a checklist: what is needed, for what, who provides it by when; what is missing first.

What the project does not list yet is proposed from its own statements: a procedure, a method or a unit of equipment that the
receiving site has to have and for which no item is listed. No text of a guideline is made up: items cite what is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from kgapp.services.transfer import cells, projects
from kgapp.services.transfer.cells import Entered, Kind, Sitting
from kgapp.services.workspace import Workspace

COLUMNS: Final = (
    cells.column(KG.PackageItem, "label", "Item", RDFS.label, Kind.TEXT),
    cells.column(KG.PackageItem, "status", "Status", KG.status, Kind.WORD),
    cells.column(KG.PackageItem, "owner", "Owner", KG.owner, Kind.OWNER),
    cells.column(KG.PackageItem, "due", "Due", KG.due, Kind.DATE),
)
KEYS: Final = tuple(each.key for each in COLUMNS)
_AVAILABLE: Final = "available"
_NOT_IN_FORCE: Final = frozenset((KG.draft, KG.retired))
_ORDER: Final = ("missing", "", "planned", "draft", "available")


@dataclass(frozen=True, slots=True)
class PackageItem:
    """One item. ``values`` are in the order of ``COLUMNS``; ``cites`` names the provisions it rests on."""

    thing: Named
    values: tuple[str, ...]
    required_for: tuple[Named, ...]
    provided_by: tuple[Named, ...]
    cites: tuple[Named, ...]

    def value(self, key: str) -> str:
        """What a column holds."""
        return self.values[KEYS.index(key)]

    @property
    def ready(self) -> bool:
        """Whether it is said to be available and a document provides it."""
        return self.value("status") == _AVAILABLE and bool(self.provided_by)

    def overdue(self, on: date) -> bool:
        """Whether it should have been there by a day."""
        due = self.value("due")
        return bool(due) and not self.ready and due < on.isoformat()


@dataclass(frozen=True, slots=True)
class Proposed:
    """An item that nobody listed: what it would be called, what needs it and why it is proposed, from what is recorded."""

    label: str
    required_for: Named
    why: str
    provided_by: tuple[Named, ...] = ()
    cites: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """The checklist of a transfer project, what is missing first; ``proposed`` is not part of it."""

    project: Named
    on: date
    rows: tuple[PackageItem, ...]
    proposed: tuple[Proposed, ...]

    @property
    def ready(self) -> int:
        """How many items are there."""
        return sum(row.ready for row in self.rows)

    @property
    def overdue(self) -> int:
        """How many should have been there."""
        return sum(row.overdue(self.on) for row in self.rows)


def package(reader: RecordReader, project: Iri, on: date | None = None) -> Package:
    """The checklist. Raises ``BadInput`` for something else than a transfer project."""
    found = projects.of(reader, project)
    known = Statements(reader)
    rows = [_item(known, one) for one in projects.parts(known, project, KG.PackageItem)]
    rows.sort(key=lambda row: (_place(row), row.value("due"), row.thing.label, row.thing.iri))
    day = on or compare.reference_date(reader)
    proposed = tuple(_proposed(known, found, rows))
    return Package(Named(project, found.label), day, tuple(rows), proposed)


def edit(
    workspace: Workspace, item: Iri, entered: Iterable[Entered], why: str, sitting: Sitting | None = None
) -> Revision | None:
    """Change cells of an item as one revision. Raises ``BadInput``, also for one said to be available without a document."""
    reader, own = workspace.reader, sitting or Sitting(COLUMNS)
    known = Statements(reader)
    if KG.PackageItem not in known.types(item):
        raise NotFound("This item is not there any more.", hint="Look at the list as it is now.")
    typed = tuple(own.known(known, item, cell) for cell in entered)
    available = any(cell.column == "status" and cell.text.strip() == _AVAILABLE for cell in typed)
    if available and not known.things(item, KG.providedBy):
        raise BadInput(
            f"No document provides “{shorten(known.name(item), 80)}” yet.",
            hint="Open the item and name the document that provides it. Nothing was saved.",
        )
    change = cells.change(reader, COLUMNS, ((item, cell) for cell in typed))
    names = {each.key: each.title.lower() for each in COLUMNS}
    told = ", ".join(f"{names[cell.column]} {shorten(cell.text, 40) or 'nothing'}" for cell in typed)
    summary = shorten(f"Package item “{known.name(item)}”: {told}", 200)
    if not change:
        return None
    revision = workspace.commit(ChangeSet(summary, change.removed, change.added), Note(workspace.author, why))
    own.keep(Statements(workspace.reader), item, [cell.column for cell in typed])
    return revision


def add(workspace: Workspace, project: Iri, proposed: Proposed, why: str) -> tuple[Iri, Revision]:
    """List an item that was proposed; its address and revision. Raises ``BadInput`` where somebody listed it meanwhile."""
    reader = workspace.reader
    known = Statements(reader)
    same = (one for one in projects.parts(known, project, KG.PackageItem) if known.name(one) == proposed.label)
    if any(proposed.required_for.iri in known.things(one, KG.requiredFor) for one in same):
        raise BadInput(
            f"“{shorten(proposed.label, 80)}” is listed already.", hint="Nothing was saved. Look at the items."
        )
    item, graph = entities.mint(reader, KG.PackageItem, proposed.label), cells.main(reader)
    links = [(KG.inTransferProject, project), (KG.requiredFor, project), (KG.requiredFor, proposed.required_for.iri)]
    links += [(KG.providedBy, each.iri) for each in proposed.provided_by]
    links += [(KG.citesProvision, each.iri) for each in proposed.cites]
    added = {Quad(item, link, thing, graph) for link, thing in links}
    added |= {
        Quad(item, RDF.type, KG.PackageItem, graph),
        Quad(item, RDFS.label, language_literal(proposed.label, "en"), graph),
        Quad(item, KG.status, KG.draft if proposed.provided_by else KG.missing, graph),
    }
    summary = shorten(f"List “{proposed.label}” in the transfer package", 200)
    revision = workspace.commit(ChangeSet(summary, added=frozenset(added)), Note(workspace.author, why))
    assert revision is not None, "a new item is a change"
    return item, revision


def _place(row: PackageItem) -> int:
    word = row.value("status")
    if word == _AVAILABLE and not row.ready:
        return _ORDER.index("")  # said to be there, and nothing provides it
    return _ORDER.index(word) if word in _ORDER else 1


def _item(known: Statements, one: Iri) -> PackageItem:
    return PackageItem(
        Named(one, known.name(one)),
        tuple(cells.shown(known, one, each.predicate) for each in COLUMNS),
        _named(known, known.things(one, KG.requiredFor)),
        _named(known, known.things(one, KG.providedBy)),
        _named(known, known.things(one, KG.citesProvision)),
    )


def _proposed(known: Statements, project: projects.Project, rows: Iterable[PackageItem]) -> Iterator[Proposed]:
    """What the sending process uses, as recorded, and no item is required for."""
    listed = {each.iri for row in rows for each in row.required_for}
    cites = _rests_on(known)
    for method in _methods(known, project):
        if method not in listed:
            about = Named(method, known.name(method))
            why = "A method of the sending site, and no item of the package is required for it."
            yield Proposed(f"Procedure and validation: {about.label}", about, why, (), cites)
    for know_how in _to_transfer(known, project):
        if know_how not in listed:
            about = Named(know_how, known.name(know_how))
            why = "Know-how to be handed over in this transfer, and no item of the package is required for it."
            yield Proposed(f"Know-how: {about.label}", about, why, (), cites)


def _methods(known: Statements, project: projects.Project) -> tuple[Iri, ...]:
    """The methods that the sending site has and that measure an attribute."""
    site = known.thing(project.sending, KG.atSite) if project.sending else None
    held = known.that(KG.atSite, site) if site else ()
    kinds = (one for one in held if KG.MethodAtSite in known.types(one) and not known.retired(one))
    found = {method for one in kinds for method in known.things(one, KG.ofMethod)}
    return tuple(sorted(found, key=lambda each: (known.name(each), each)))


def _to_transfer(known: Statements, project: projects.Project) -> tuple[Iri, ...]:
    """The know-how that is handed over at the receiving site; what is marked personal is not named."""
    site = known.thing(project.receiving, KG.atSite) if project.receiving else None
    at_site = known.that(KG.atSite, site) if site else ()
    found = (one for one in at_site if KG.KnowledgeTransfer in known.types(one))
    every = {one for each in found for one in known.things(each, KG.transfers)}
    shown = (one for one in every if KG.personal not in known.things(one, KG.confidentiality))
    return tuple(sorted(shown, key=lambda each: (known.name(each), each)))


def _rests_on(known: Statements) -> tuple[Named, ...]:
    """The provisions about transfer projects, but for drafts."""
    found = known.that(KG.bearsOnClass, KG.TransferProject)
    return _named(known, (one for one in found if known.thing(one, KG.status) not in _NOT_IN_FORCE))


def _named(known: Statements, things: Iterable[Iri]) -> tuple[Named, ...]:
    return tuple(Named(each, known.name(each)) for each in things)
