"""Help of the window: keys, guide, tour, about, preferences. Dialogs are opened, never waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from kgapp.ui import places_table
from kgapp.ui.doors import Doors
from kgapp.ui.tour import Tour

if TYPE_CHECKING:
    from kgapp.ui.window import MainWindow


class Helping(QObject):
    """Lives as long as the window. Panels are imported when they are asked for."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self._tour: Tour | None = None

    def begin(self) -> None:
        """Take the tour up again where it was on at the last start; the window is whole now."""
        from kgapp.ui.panels.tour import TourCard

        self._tour = Tour(self._window)
        TourCard(self._tour, self._window)

    def keys(self) -> None:
        """The overview of all keys."""
        from kgapp.ui.panels.keys import KeysDialog

        self._open(KeysDialog(self._window.theme, self._window))

    def page(self, name: str) -> None:
        """A page of help: in a tab, or in a window of its own while no project is open."""
        from kgapp.ui.panels.help import HelpWindow

        if self._window.has_project:
            self._window.open_place(f"{places_table.HELP} {name}")
        else:
            self._open(HelpWindow(self._window.theme, name, self._window))

    def tour(self) -> None:
        """Start the tour, or take it up where it was left."""
        if self._tour is not None:
            self._tour.start()

    def about(self) -> None:
        """Versions and licences."""
        from kgapp.ui.panels.about import AboutDialog

        self._open(AboutDialog(self._window.theme, self._window))

    def preferences(self) -> None:
        """What a user chooses once."""
        from kgapp.ui.panels.preferences import Preferences

        self._open(Preferences(self._window.theme, self._doors, self._renamed, self._window))

    def _renamed(self) -> None:
        """Revisions from now on carry the new name."""
        if self._window.has_project:
            author = self._doors.author()
            self._window.project.write(
                lambda workspace: setattr(workspace, "author", author), lambda _: None, self._window.tell
            )

    def _open(self, dialog: QDialog) -> None:
        dialog.open()
