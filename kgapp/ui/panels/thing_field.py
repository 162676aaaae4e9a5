"""A field that takes any thing of the project, for dialogs that need a second one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Surroundings
from kgapp.ui.panels.picker import LinkEditor
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class ThingField(QWidget):
    """Type to search; ``chosen`` tells the thing."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str, classes: tuple[Iri, ...] = ()) -> None:
        super().__init__()
        shape = PropertyShape(
            Iri(""), name, 0, tr("Choose a thing of this project."), classes=classes, entity=not classes
        )
        self._around = Surroundings(desk)
        self.editor = LinkEditor(form_fields.field_of(shape), self._around)
        self.editor.name(name)
        self.editor.edited.connect(self._edited)
        parts.column(self).addWidget(self.editor)
        self.setFocusProxy(self.editor)

    @property
    def thing(self) -> Iri | None:
        """What is chosen."""
        text = self.editor.entry().text
        return Iri(text) if text in self._around.names else None

    @property
    def label(self) -> str:
        """What the chosen thing is called; empty without one."""
        return self._around.names.get(self.thing, "") if self.thing else ""

    def show_thing(self, thing: Iri, label: str) -> None:
        """Put a thing in."""
        self._around.names[thing] = label
        self.editor.show_entry(Entry(thing))

    def clear(self) -> None:
        """Take out what stands there."""
        self.editor.show_entry(Entry(""))

    def _edited(self) -> None:
        self.chosen.emit(self.thing or "")
