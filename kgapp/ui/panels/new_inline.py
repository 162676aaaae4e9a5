"""A new thing made while another one is edited: its class and its label, saved at once as a step of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton

from kgapp.domain import shapes
from kgapp.domain.history import Revision
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG, RDFS
from kgapp.services import entities, forms
from kgapp.services.form_fields import LANGUAGE, Entry
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Choice
from kgapp.ui.saving import Step
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

Made = Callable[[Iri, str], None]
_WIDTH = 440


def maker(desk: Desk, shape: PropertyShape) -> Callable[[str, Made], None] | None:
    """What makes a new thing for a field; ``None`` where the field takes none that can be made so."""
    kinds = tuple(sorted(shapes.with_subclasses(shape.classes) & CLASSES.keys(), key=lambda kind: CLASSES[kind].label))
    if not kinds or KG.Unit in kinds or not desk.project.writable:
        return None

    def ask(label: str, made: Made) -> None:
        NewInline(desk, kinds, label, made).open()

    return ask


class NewInline(QDialog):
    """Asks for class and label; everything else is entered on the new thing's own form."""

    def __init__(self, desk: Desk, kinds: tuple[Iri, ...], label: str, made: Made) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._made = desk, made
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New"))
        self.setMinimumWidth(desk.theme.px(_WIDTH))
        self.kind, self.label = Choice(), QLineEdit(label)
        for kind in kinds:
            self.kind.addItem(line(CLASSES[kind].label), kind)
            self.kind.setItemData(self.kind.count() - 1, tip(CLASSES[kind].definition), Qt.ItemDataRole.ToolTipRole)
        self.kind.setAccessibleName(tr("Kind"))
        self.label.setAccessibleName(tr("Label"))
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Make a new one"), desk.theme, 16))
        form = QFormLayout()
        form.addRow(tr("&Kind"), self.kind)
        form.addRow(tr("&Label"), self.label)
        layout.addLayout(form)
        layout.addWidget(
            parts.text(tr("It is saved at once, as a step of its own; open its page to say more."), ink="second")
        )
        self.save = parts.button(tr("Make it…"), self._save, primary=True)
        self.save.setDefault(True)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.save))
        self.label.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.save.setEnabled(bool(label.strip()))
        self.label.setFocus()

    def _save(self) -> None:
        kind, label = Iri(str(self.kind.currentData())), self.label.text().strip()
        self.accept()
        new_thing(self._desk, kind, label, self._made)


def buttons(*made: QPushButton) -> QHBoxLayout:
    """The buttons at the foot of a dialog, at its right side."""
    row = parts.row(stretch=True)
    for button in made:
        row.addWidget(button)
    return row


def new_thing(desk: Desk, kind: Iri, label: str, made: Made) -> None:
    """Save a thing of which only class and label are known, then tell its address."""
    found: list[Iri] = []

    def work(workspace: Workspace, why: str) -> Revision | None:
        form = forms.new_form(workspace.reader, kind)
        thing, revision = entities.create(workspace, form, {RDFS.label: (Entry(label, LANGUAGE),)}, why)
        found.append(thing)
        return revision

    def done(_: Revision | None) -> None:
        made(found[0], label)

    name = tr("New {kind} “{label}”").format(kind=CLASSES[kind].label, label=label)
    desk.save(Step(name, work, done))
