"""The commands of a graph in the menu of its cards and of its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from kgapp.domain.terms import Iri
from kgapp.ui.graph_work import Arrangement
from kgapp.ui.menus import Group, MenuRow, Target
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.graph import GraphPanel


def commands(panel: GraphPanel) -> tuple[MenuRow, ...]:
    """What can be done with the chosen cards."""
    work, view = panel.work, panel.view
    chosen = [one for one in work.state.placed if one.iri in work.members(view.keys)]
    pinned = all(one.pinned for one in chosen)
    stopped = all(one.stopped for one in chosen)

    def always(_about: Target) -> bool:
        return True

    def ways(_desk: Desk, things: tuple[Iri, ...]) -> None:
        panel.find_ways(things[0], things[1] if len(things) == 2 else None)

    return (
        MenuRow(tr("Expand"), Group.HERE, lambda _: not stopped, lambda _, them: panel.expand(them), tr("Space")),
        MenuRow(tr("Collapse"), Group.HERE, always, lambda *_: work.collapse(view.keys)),
        MenuRow(tr("Unpin") if pinned else tr("Pin"), Group.HERE, always, lambda *_: work.pin(view.keys), "P"),
        MenuRow(
            tr("Go on from here") if stopped else tr("Stop here: do not expand"),
            Group.HERE,
            always,
            lambda *_: work.stop(view.keys),
        ),
        MenuRow(tr("Hide"), Group.HERE, always, lambda *_: work.hide(view.keys), tr("Del")),
        MenuRow(tr("Show only these"), Group.HERE, always, lambda *_: work.only(view.keys)),
        MenuRow(tr("Find ways to…"), Group.HERE, lambda about: about.one, ways),
    )


def background(panel: GraphPanel, menu: QMenu) -> None:
    """What can be done with the graph as a whole, or with a rest."""
    rests = panel.work.rests(panel.view.keys)
    if rests:
        menu.addAction(tr("Show more"), lambda: panel.work.expand(rests, tr("Show more")))
        menu.addAction(tr("Hide"), lambda: panel.work.hide(panel.view.keys))
        menu.addSeparator()
    menu.addAction(tr("Show everything (fit)"), panel.view.fit)
    menu.addAction(tr("Arrange in layers"), lambda: panel.work.arrange(Arrangement.LAYERED))
    menu.addAction(tr("Arrange freely"), lambda: panel.work.arrange(Arrangement.FREE))
    menu.addAction(tr("Show what is hidden"), panel.work.show_hidden).setEnabled(bool(panel.work.picture.hidden))
