"""What can be done with things from anywhere in the window, each as ``run(desk, things)``: the rows of menus and actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import browsing, entities, merging, relations, retiring
from kgapp.services.ports import RecordReader
from kgapp.services.relations import Relation
from kgapp.services.workspace import Workspace
from kgapp.ui.saving import Step
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

Things = tuple[Iri, ...]
_Then = Callable[[str], None]


def new_thing(desk: Desk, _things: Things = ()) -> None:
    """Ask for a class, then open the form of a new thing of it."""
    from kgapp.ui.panels.choose_class import ChooseClass

    ChooseClass(desk, lambda kind: desk.open_place(f"new {kind}")).open()


def edit(desk: Desk, things: Things) -> None:
    """The form of the first thing."""
    desk.edit(things[0])


def duplicate(desk: Desk, things: Things) -> None:
    """Ask what the copy is called, then make it and open its page."""
    from kgapp.ui.panels.duplicate import DuplicateDialog

    def ask(label: str) -> None:
        DuplicateDialog(desk, label, lambda new: _duplicate(desk, things[0], new)).open()

    _with_name(desk, things[0], ask)


def merge(desk: Desk, things: Things) -> None:
    """Two things side by side: which stays, and whose values; with one thing the other is asked for."""
    from kgapp.ui.panels.merge import MergeDialog

    MergeDialog(desk, things[0], things[1] if len(things) > 1 else None).open()


def retire(desk: Desk, things: Things) -> None:
    """Show what refers to the thing, then retire it, or delete it where nothing does."""
    from kgapp.ui.panels.retire import RetireDialog

    desk.project.read(
        lambda reader: retiring.references(reader, things[0]),
        lambda found: RetireDialog(desk, found).open(),
        desk.tell,
    )


def unretire(desk: Desk, things: Things) -> None:
    """Take retired things back into use."""
    thing = things[0]

    def ask(label: str) -> None:
        name = tr("Take “{name}” back into use").format(name=label)
        desk.save(Step(name, lambda workspace, why: retiring.unretire(workspace, thing, why), _nothing))

    _with_name(desk, thing, ask)


def add_relation(desk: Desk, things: Things) -> None:
    """Say how two things are related; with one thing the other is asked for."""
    from kgapp.ui.panels.relate import RelateDialog

    RelateDialog(desk, things[0], things[1] if len(things) > 1 else None).open()


def remove_relation(desk: Desk, relation: Relation) -> None:
    """Remove a relation, with a reason."""
    one, path, other = relation.subject.iri, relation.predicate.iri, relation.object.iri
    name = tr("Remove “{relation}”").format(relation=relation.sentence)
    desk.save(Step(name, lambda workspace, why: relations.unrelate(workspace, one, path, other, why), _nothing))


def save_merge(desk: Desk, plan: merging.MergePlan, chosen: dict[Iri, merging.Side]) -> None:
    """Join two things and open the page of the one that stays."""
    stays, goes = plan.stays.iri, plan.goes.iri
    name = tr("Merge “{goes}” into “{stays}”").format(goes=plan.goes.label, stays=plan.stays.label)
    desk.save(
        Step(
            name,
            lambda workspace, why: merging.merge(workspace, stays, goes, chosen, why),
            lambda _: desk.open_entity(stays),
        )
    )


def save_relation(desk: Desk, relation: Relation) -> None:
    """Add a relation, with a reason."""
    one, path, other = relation.subject.iri, relation.predicate.iri, relation.object.iri
    name = tr("Add “{relation}”").format(relation=relation.sentence)
    desk.save(Step(name, lambda workspace, why: relations.relate(workspace, one, path, other, why), _nothing))


def _duplicate(desk: Desk, thing: Iri, label: str) -> None:
    made: list[Iri] = []

    def work(workspace: Workspace, why: str) -> Revision:
        copy, revision = entities.duplicate(workspace, thing, label, why)
        made.append(copy)
        return revision

    name = tr("Copy as “{label}”").format(label=label)
    desk.save(Step(name, work, lambda _: desk.open_entity(made[0])))


def _with_name(desk: Desk, thing: Iri, then: _Then) -> None:
    def name(reader: RecordReader) -> str:
        return browsing.labels(reader, (thing,))[thing]

    desk.project.read(name, then, desk.tell)


def _nothing(_: object) -> None:
    """The views hear of the change themselves."""
