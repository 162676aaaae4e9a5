"""Undo and redo from the window: of the project's steps, and of what was done to the view in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.ui import places_table
from kgapp.ui.project import Status

if TYPE_CHECKING:
    from kgapp.ui.views import View
    from kgapp.ui.window import MainWindow


class Steps:
    """What the buttons, menus and keys for undo and redo do."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def undo(self) -> None:
        """Take the newest step back."""
        self._window.project.undo(lambda _: None, self._window.tell)

    def redo(self) -> None:
        """Take the newest undo back."""
        self._window.project.redo(lambda _: None, self._window.tell)

    def undo_to(self, seq: int) -> None:
        """Take back all steps up to the revision with this number."""
        self._window.project.undo_to(seq, lambda _: None, self._window.tell)

    def redo_to(self, seq: int) -> None:
        """Take back undos up to the one with this number."""
        self._window.project.redo_to(seq, lambda _: None, self._window.tell)

    def history(self) -> None:
        """The history of the whole project."""
        self._window.open_place(places_table.HISTORY)

    def undo_view(self) -> None:
        """Take back what was done to the view in front last."""
        if self._here is not None:
            self._here.undo_view()

    def redo_view(self) -> None:
        """Do again what was taken back in the view in front last."""
        if self._here is not None:
            self._here.redo_view()

    def name(self, status: Status) -> None:
        """Name the next steps in the top bar."""
        self._window.top.name_steps(status.steps, self.undo_to, self.redo_to, self.history)

    @property
    def _here(self) -> View | None:
        return self._window.tabs.here if self._window.tabs is not None else None
