"""The menu of one or several things, as rows of a table: text, group, key, when it applies, what it runs.

A command for things is one function here that returns its row, named in ``ROWS``; its place in the menu follows from its
group. What a row needs to know of the things is in ``Target``, looked up once before the menu opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import change_choices, retiring
from kgapp.services.ports import RecordReader
from kgapp.ui import copying, entity_commands, places_table
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

MOST_OPENED: Final = 8
"""So many pages can be opened at once."""
MOST_IN_GRAPH: Final = 60
"""So many things can begin a graph together."""


class Group(IntEnum):
    """The parts of the menu in their order, divided by lines."""

    OPEN = 0
    SHOW = 1
    ASK = 2
    EDIT = 3
    KEEP = 4
    COPY = 5
    HERE = 6
    """What concerns only the view that the menu was opened in."""


@dataclass(frozen=True, slots=True)
class Target:
    """The things that a menu is about, in the order of their rows.

    ``types`` are the classes of each; ``kinds`` those that all of them belong to, also by a narrower class. ``retired`` counts
    those no longer used.
    """

    things: tuple[Iri, ...]
    types: tuple[tuple[Iri, ...], ...]
    kinds: frozenset[Iri]
    writable: bool
    retired: int = 0

    @property
    def count(self) -> int:
        """How many things."""
        return len(self.things)

    @property
    def one(self) -> bool:
        """Whether it is one thing."""
        return len(self.things) == 1

    def all_are(self, *classes: Iri) -> bool:
        """Whether all things belong to one of these classes."""
        return bool(self.kinds.intersection(classes))


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One command. ``key`` is the key that does the same in lists and trees, only told here."""

    text: str
    group: Group
    applies: Callable[[Target], bool]
    run: Callable[[Desk, tuple[Iri, ...]], object]
    key: str = ""


def target(reader: RecordReader, things: tuple[Iri, ...], *, writable: bool) -> Target:
    """What a menu must know of some things."""
    found = reader.types(things)
    types = tuple(found.get(thing, ()) for thing in things)
    each = [frozenset(with_superclasses(classes)) for classes in set(types)]
    out = len(retiring.retired(reader, things)) if writable and len(things) <= _MOST_ASKED else 0
    return Target(things, types, frozenset.intersection(*each) if each else frozenset(), writable, out)


def rows(about: Target) -> tuple[MenuRow, ...]:
    """The commands that make sense for these things, in the order of the menu."""
    return _sorted(row for made in ROWS if (row := made(about)).applies(about)) if about.count else ()


def popup(desk: Desk, parent: QWidget, things: tuple[Iri, ...], place: QPoint, more: Iterable[MenuRow] = ()) -> None:
    """Open the menu of some things at a place of the screen; ``more`` are commands of the view it is opened in."""
    extra, project = tuple(more), desk.project
    writable = project.writable

    def show(about: Target) -> None:
        here = tuple(row for row in extra if row.applies(about))
        menu(desk, parent, about, (*rows(about), *here)).popup(place)

    project.read(lambda reader: target(reader, things, writable=writable), show, desk.tell, "menu")


def run_key(desk: Desk, things: tuple[Iri, ...], key: str) -> None:
    """Run the command that has a key in lists and trees, where it makes sense for these things."""
    project = desk.project
    writable = project.writable

    def run(about: Target) -> None:
        row = next((row for row in rows(about) if row.key == key), None)
        if row is not None:
            row.run(desk, about.things)
        else:
            desk.say(tr("That cannot be done with what is chosen."))

    project.read(lambda reader: target(reader, things, writable=writable), run, desk.tell, "menu")


def menu(desk: Desk, parent: QWidget, about: Target, shown: Iterable[MenuRow]) -> QMenu:
    """The menu itself; it goes when it is closed."""
    made = QMenu(parent)
    made.setObjectName("things")
    made.setAccessibleName(tr("Commands"))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group: Group | None = None
    for row in _sorted(shown):
        if group is not None and row.group != group:
            made.addSeparator()
        group = row.group
        action = made.addAction(f"{row.text}\t{row.key}" if row.key else row.text)
        action.triggered.connect(partial(_run, row, desk, about.things))
    return made


def _run(row: MenuRow, desk: Desk, things: tuple[Iri, ...], _checked: bool = False) -> None:
    row.run(desk, things)


def _sorted(found: Iterable[MenuRow]) -> tuple[MenuRow, ...]:
    return tuple(sorted(found, key=lambda row: row.group))


def _open(_about: Target) -> MenuRow:
    return MenuRow(tr("Open page"), Group.OPEN, lambda about: about.one, _open_all, tr("Enter"))


def _open_several(about: Target) -> MenuRow:
    text = tr("Open {count} pages").format(count=about.count)
    return MenuRow(text, Group.OPEN, lambda about: 1 < about.count <= MOST_OPENED, _open_all, tr("Enter"))


def _in_graph(about: Target) -> MenuRow:
    text = tr("Show in graph") if about.one else tr("Show {count} in one graph").format(count=about.count)
    return MenuRow(
        text,
        Group.SHOW,
        lambda about: about.count <= MOST_IN_GRAPH,
        lambda desk, things: desk.open_place(places_table.graph_of(things)),
    )


def _ways(_about: Target) -> MenuRow:
    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.graph_ways(things[0], things[1]))

    return MenuRow(tr("Find ways between the two"), Group.SHOW, lambda about: about.count == 2, run)


def _on_map(_about: Target) -> MenuRow:
    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.MAP)
        desk.inspect(things[0])

    on_map = (KG.ProcessStep, KG.Factor, KG.QualityAttribute, KG.Site)
    return MenuRow(tr("Show on the map"), Group.SHOW, lambda about: about.one and about.all_are(*on_map), run)


def _to(text: str, group: Group, place: Callable[[Iri], str], *kinds: Iri) -> Callable[[Target], MenuRow]:
    """A command that opens a place about one thing, of some classes or of any."""

    def row(_about: Target) -> MenuRow:
        return MenuRow(
            said(text),
            group,
            lambda about: about.one and (not kinds or about.all_are(*kinds)),
            lambda desk, things: desk.open_place(place(things[0])),
        )

    return row


def _findings(about: Target) -> MenuRow:
    text = tr("Findings of it") if about.one else tr("Findings of {count} things").format(count=about.count)

    return MenuRow(text, Group.SHOW, _always, lambda desk, things: desk.show_findings(things))


def _impact(_about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return about.one and bool(change_choices.kinds_for(about.types[0]))

    return MenuRow(tr("Impact of a change…"), Group.ASK, applies, lambda desk, things: desk.assess(things[0]))


def _compare(_about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return about.count == 2 and about.all_are(KG.SiteProcess, KG.Site)

    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.sites_of(things[0], things[1]))

    return MenuRow(tr("Compare the two sites"), Group.ASK, applies, run)


def _compare_one(_about: Target) -> MenuRow:
    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        from kgapp.ui.panels import site_compare_choose

        site_compare_choose.compare_with(desk, things[0])

    return MenuRow(
        tr("Compare with another site…"),
        Group.ASK,
        lambda about: about.one and about.all_are(KG.SiteProcess, KG.Site) and not about.retired,
        run,
    )


def _edit(_about: Target) -> MenuRow:
    return MenuRow(
        tr("Edit…"), Group.EDIT, lambda about: about.one and about.writable, lambda desk, them: desk.edit(them[0]), "F2"
    )


def _duplicate(_about: Target) -> MenuRow:
    return MenuRow(tr("Duplicate…"), Group.EDIT, _one_to_change, entity_commands.duplicate)


def _relate(about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return about.writable and about.count in (1, 2)

    text = tr("Add a relation…") if about.one else tr("Relate the two…")
    return MenuRow(text, Group.EDIT, applies, entity_commands.add_relation)


def _merge(about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return about.writable and about.count in (1, 2)

    text = tr("Merge with another…") if about.one else tr("Merge the two…")
    return MenuRow(text, Group.EDIT, applies, entity_commands.merge)


def _retire(_about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return _one_to_change(about) and not about.retired

    return MenuRow(tr("Retire…"), Group.EDIT, applies, entity_commands.retire, "Del")


def _unretire(_about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return _one_to_change(about) and bool(about.retired)

    return MenuRow(tr("Take back into use…"), Group.EDIT, applies, entity_commands.unretire)


def _delete(_about: Target) -> MenuRow:
    def applies(about: Target) -> bool:
        return _one_to_change(about) and bool(about.retired)

    return MenuRow(tr("Delete for good…"), Group.EDIT, applies, entity_commands.retire)


def _one_to_change(about: Target) -> bool:
    return about.one and about.writable


def _grid(about: Target) -> MenuRow:
    text = tr("Edit {count} things in a grid").format(count=about.count)

    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.grid_of(things))

    return MenuRow(text, Group.EDIT, lambda about: about.writable and not about.one, run)


def _grid_around(about: Target) -> MenuRow:
    step = about.all_are(KG.ProcessStep)
    text = tr("Edit its parameters in a grid") if step else tr("Edit what is linked with it in a grid")

    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.grid_around(things[0]))

    around = (KG.ProcessStep, KG.Factor, KG.Site, KG.SiteProcess)
    return MenuRow(text, Group.EDIT, lambda about: about.one and about.writable and about.all_are(*around), run)


def _new_in_step(_about: Target) -> MenuRow:
    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        desk.open_place(places_table.new_in_step(KG.ProcessParameter, things[0]))

    def applies(about: Target) -> bool:
        return _one_to_change(about) and about.all_are(KG.UnitOperation, KG.ReleaseTesting)

    return MenuRow(tr("New parameter in this step…"), Group.EDIT, applies, run)


def _copy_name(about: Target) -> MenuRow:
    text = tr("Copy name") if about.one else tr("Copy {count} names").format(count=about.count)
    return MenuRow(text, Group.COPY, _always, copying.names, "Ctrl+C")


def _copy_address(about: Target) -> MenuRow:
    text = tr("Copy address") if about.one else tr("Copy {count} addresses").format(count=about.count)
    return MenuRow(text, Group.COPY, _always, copying.addresses)


def _copy_table(_about: Target) -> MenuRow:
    return MenuRow(tr("Copy as table"), Group.COPY, lambda about: not about.one, copying.table)


def _always(_about: Target) -> bool:
    return True


def _behind(_about: Target) -> MenuRow:
    text = tr("Open page behind this tab")
    return MenuRow(text, Group.OPEN, lambda about: about.one, lambda desk, things: desk.open_behind(things[0]))


def _bookmark(about: Target) -> MenuRow:
    def run(desk: Desk, things: tuple[Iri, ...]) -> None:
        for thing in things:
            if not desk.bookmarks.holds(thing):
                desk.bookmarks.toggle(thing)
        desk.say(tr("Bookmarked."))

    text = tr("Bookmark") if about.one else tr("Bookmark {count} things").format(count=about.count)
    return MenuRow(text, Group.KEEP, lambda about: about.count <= _MOST_KEPT, run)


def _open_all(desk: Desk, things: tuple[Iri, ...]) -> None:
    for thing in things:
        desk.open_entity(thing)


_MOST_KEPT: Final = 50
_MOST_ASKED: Final = 200
"""Of more things than these the menu does not ask which are retired."""

ROWS: Final[tuple[Callable[[Target], MenuRow], ...]] = (
    _open,
    _to(mark("Open the review"), Group.OPEN, places_table.assessment_of, KG.Assessment),
    _behind,
    _open_several,
    _on_map,
    _in_graph,
    _ways,
    _to(mark("History"), Group.SHOW, places_table.history_of),
    _findings,
    _impact,
    _to(mark("If this goes…"), Group.ASK, places_table.departure_of, KG.Person, KG.Supplier, KG.Site),
    _to(
        mark("What was assessed"),
        Group.ASK,
        places_table.matrix_of,
        KG.GeneralProcess,
        KG.UnitOperation,
        KG.ReleaseTesting,
    ),
    _compare,
    _compare_one,
    _edit,
    _grid,
    _grid_around,
    _new_in_step,
    _duplicate,
    _relate,
    _merge,
    _retire,
    _unretire,
    _delete,
    _bookmark,
    _copy_name,
    _copy_address,
    _copy_table,
)
"""Every command for things; within a group they stand in this order."""
