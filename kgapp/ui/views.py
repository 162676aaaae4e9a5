"""What every tab of the window is made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.ui.canvas.sheets import Drawing


class View(QWidget):
    """The content of a tab. Its ``place`` is what back and forward remember: a word, and what it is about."""

    titled = Signal(str)
    """Its title, when that is known or changes."""
    steps_changed = Signal()
    """What can be taken back in this view has changed: see ``view_steps``."""

    finished = Signal()
    """It has done its work: its tab is to be closed."""

    place: str = ""
    stays = False
    """Whether the tab can be closed."""

    @property
    def entity(self) -> Iri | None:
        """The thing that the view is about, for the commands of the window."""
        return None

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        """A step was committed that changed these things; none named means that everything may have changed."""

    def came_to_front(self) -> None:
        """The tab was chosen: show in the inspector what belongs there."""

    def take_focus(self) -> None:
        """Give the keyboard to what one works with."""
        self.setFocus()

    def may_close(self) -> bool:
        """Whether the tab may be closed now; a view with unsaved input asks here."""
        return True

    def drawing(self) -> Callable[[RecordReader], Drawing] | None:
        """What makes a picture of the view, on any thread; ``None`` for a view that is not drawn."""
        return None

    def view_steps(self) -> tuple[str, str]:
        """The names of the operation of this view to take back and of the one to do again; empty where there is none."""
        return "", ""

    def undo_view(self) -> None:
        """Take back what was done to the view last; the project stays as it is."""

    def redo_view(self) -> None:
        """Do again what was taken back in the view last."""

    def closing(self) -> None:
        """The tab is being closed: let go of what runs."""
