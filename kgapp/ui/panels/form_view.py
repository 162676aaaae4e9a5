"""The form of a new thing as a tab of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kgapp.domain.terms import Iri
from kgapp.services.browsing import labels
from kgapp.services.entities import class_name
from kgapp.services.form_fields import Entry
from kgapp.services.form_input import FormDraft
from kgapp.ui.panels import parts
from kgapp.ui.panels.form import FormPanel
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class NewView(View):
    """Closes when the thing is saved, and opens its page. ``given`` are properties with a thing each, put in at first."""

    def __init__(self, desk: Desk, kind: Iri, given: tuple[tuple[Iri, Iri], ...] = ()) -> None:
        super().__init__()
        self._desk, self._kind, self._given = desk, kind, given
        self.form = FormPanel.new(desk, kind)
        self.form.saved.connect(self._saved, Qt.ConnectionType.QueuedConnection)
        self.form.filled.connect(self._begin)
        self.form.left.connect(self.finished, Qt.ConnectionType.QueuedConnection)
        parts.column(self).addWidget(self.form)
        self.setFocusProxy(self.form)

    def came_to_front(self) -> None:
        self.titled.emit(tr("New {kind}").format(kind=class_name(self._kind)))

    def may_close(self) -> bool:
        return self.form.may_close()

    def _begin(self) -> None:
        """Put in what is given, once; input that was left unsaved comes first."""
        given, self._given = self._given, ()
        if given and not self.form.changed:
            draft = FormDraft(Iri(""), self._kind, 0, tuple((path, (Entry(thing),)) for path, thing in given))
            self._desk.project.read(
                lambda reader: labels(reader, [thing for _, thing in given if " " not in thing]),
                lambda names: self.form.from_draft(draft, names),
                self._desk.tell,
                f"names for {self.place}",
            )

    def _saved(self, thing: str) -> None:
        self._desk.open_entity(Iri(thing))
        self.finished.emit()
