"""Finding ways between two things: the dialog that asks for the second one, and the search with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from kgapp.domain.errors import QueryStopped
from kgapp.domain.terms import Iri
from kgapp.services import graph_paths
from kgapp.services.graph_paths import Paths
from kgapp.services.watch import Watch
from kgapp.ui.panels import parts
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class WaySearch:
    """At most one search at a time; a newer one stops the older."""

    def __init__(self, desk: Desk, found: Callable[[Paths], None], busy: Callable[[bool], None]) -> None:
        self._desk, self._found, self._busy = desk, found, busy
        self._watch: Watch | None = None

    def start(self, start: Iri, goal: Iri) -> None:
        """Search beside all other work."""
        self.stop()
        watch = self._watch = Watch()
        self._busy(True)
        self._desk.project.ask(
            lambda workspace: graph_paths.find(workspace.reader, start, goal, watch=watch),
            lambda paths: self._done(watch, paths),
            lambda failure: self._failed(watch, failure),
        )

    def stop(self) -> None:
        """End what runs."""
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
            self._busy(False)

    def _done(self, watch: Watch, paths: Paths) -> None:
        if watch is self._watch:
            self._watch = None
            self._busy(False)
            self._found(paths)

    def _failed(self, watch: Watch, failure: Failure) -> None:
        if watch is self._watch:
            self._watch = None
            self._busy(False)
        if not isinstance(failure.error, QueryStopped):
            self._desk.tell(failure)


class OtherThing(QDialog):
    """Asks for the thing that a way shall lead to."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find ways"))
        layout = parts.column(self, (20, 20, 20, 16), 12)
        layout.addWidget(parts.text(tr("Ways from {name} to:").format(name=line(name, 120))))
        self.field = ThingField(desk, tr("Other thing"))
        layout.addWidget(self.field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._find = parts.button(tr("Find ways"), self.accept, primary=True)
        self.buttons.addButton(self._find, QDialogButtonBox.ButtonRole.AcceptRole)
        self._find.setEnabled(False)
        self.buttons.rejected.connect(self.reject)
        self.field.chosen.connect(lambda thing: self._find.setEnabled(bool(thing)))
        layout.addWidget(self.buttons)
        self.setMinimumWidth(desk.theme.px(420))
        self.field.setFocus()
