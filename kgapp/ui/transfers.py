"""The views of a transfer project: opened at once where there is one project, else after it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from kgapp.domain.impact import Named
from kgapp.services.transfer import projects
from kgapp.ui import places_table
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow


def open_view(window: MainWindow, view: str) -> None:
    """Open a view of the transfer project that is meant."""

    def show(found: tuple[Named, ...]) -> None:
        chosen = _chosen(window, found)
        if chosen is not None:
            window.open_place(places_table.of_transfer(view, chosen.iri))

    window.project.read(projects.every, show, window.tell, "transfers")


def _chosen(window: MainWindow, found: tuple[Named, ...]) -> Named | None:
    """The project in front or the only one, else the one that the user chooses."""
    if not found:
        window.say(tr("No transfer project is recorded: make one with New thing first."))
        return None
    here = window.tabs.entity_here() if window.tabs is not None else None
    known = next((each for each in found if each.iri == here), None)
    if known is not None or len(found) == 1:
        return known or found[0]
    names = [line(each.label, 120) for each in found]
    chosen, given = QInputDialog.getItem(window, tr("Which transfer?"), tr("Transfer project"), names, 0, False)
    return found[names.index(chosen)] if given else None
