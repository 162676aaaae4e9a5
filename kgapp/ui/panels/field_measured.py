"""Figures with their unit and basis as one widget: ``2 – 6 TU/cell, by the Boston assay``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kgapp.domain.quantity import symbol
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNITS
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry, Field
from kgapp.services.form_rows import FormRow
from kgapp.ui.panels import parts
from kgapp.ui.panels.field_list import FieldEditor
from kgapp.ui.panels.fields import Choice, Surroundings
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

Entries = tuple[Entry, ...]


class UnitChoice(Choice):
    """The units of the right kind; ``edited`` when the user chooses another."""

    edited = Signal()

    def __init__(self, field: Field, units: tuple[Iri, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._entries: Entries = ()
        self.setMaxVisibleItems(18)
        self.setMinimumContentsLength(10)
        self.addItem(tr("no unit"), "")
        for unit in units:
            self._add(unit)
        self.activated.connect(self._take)

    def entries(self) -> Entries:
        """What stands in it."""
        return self._entries

    def show_entries(self, entries: Entries) -> None:
        """Show the unit; one of another kind, or more than one, stays as it is until another is chosen."""
        self._entries = entries
        text = entries[0].text if entries else ""
        if self.findData(text) < 0:
            self._add(Iri(text))
        self.setCurrentIndex(self.findData(text))

    def _add(self, unit: Iri) -> None:
        term = UNITS.get(unit)
        self.addItem(line(symbol(unit) or (term.label if term else unit), 40), unit)
        self.setItemData(self.count() - 1, tip(term.label if term else unit), Qt.ItemDataRole.ToolTipRole)

    def _take(self, at: int) -> None:
        chosen = str(self.itemData(at))
        before = self._entries[0] if self._entries else form_fields.new_entry(self._field)
        if chosen != before.text:
            self._entries = (replace(before, text=chosen, exact=False),) if chosen else ()
            self.edited.emit()


class MeasuredEditor(QWidget):
    """One figure, or the two ends of a range, with unit and basis."""

    edited = Signal(str)
    """The property that the user changed."""

    def __init__(self, row: FormRow, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._figures = row, {field.path: FieldEditor(field, around, beside=True) for field in row.figures}
        self.unit: UnitChoice | None = None
        self.basis: FieldEditor | None = None
        layout = parts.column(self, spacing=4)
        top = parts.row(stretch=False, spacing=6)
        for at, (path, editor) in enumerate(self._figures.items()):
            if at:
                between = QLabel("→" if path == KG.toValue else "–")
                between.setProperty("ink", "second")
                top.addWidget(between)
            editor.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            editor.edited.connect(lambda path=path: self.edited.emit(path))
            top.addWidget(editor)
        if row.unit is not None:
            self.unit = UnitChoice(row.unit, around.units_of(row))
            self.unit.show_entries(row.unit.entries)
            self.unit.setMaximumWidth(around.desk.theme.px(190))
            self.unit.edited.connect(lambda path=row.unit.path: self.edited.emit(path))
            top.addWidget(self.unit, 1)
        top.addStretch(1)
        layout.addLayout(top)
        if row.basis is not None:
            layout.addLayout(self._basis(row.basis, around))
        self.setFocusProxy(next(iter(self._figures.values())))
        self.name(row.name)

    def figure(self, path: Iri) -> FieldEditor:
        """The widget of a figure."""
        return self._figures[path]

    def entries(self) -> Mapping[Iri, Entries]:
        """What stands in each field of the row."""
        found = {path: editor.entries() for path, editor in self._figures.items()}
        if self.unit is not None and self.row.unit is not None:
            found[self.row.unit.path] = self.unit.entries()
        if self.basis is not None and self.row.basis is not None:
            found[self.row.basis.path] = self.basis.entries()
        return found

    def show_entries(self, entries: Mapping[Iri, Entries]) -> None:
        """Put values in."""
        for path, editor in self._figures.items():
            editor.show_entries(entries[path])
        if self.unit is not None and self.row.unit is not None:
            self.unit.show_entries(entries[self.row.unit.path])
        if self.basis is not None and self.row.basis is not None:
            self.basis.show_entries(entries[self.row.basis.path])

    def name(self, words: str) -> None:
        """What people with a screen reader hear of it."""
        for editor in self._figures.values():
            editor.name(editor.field.shape.name if len(self._figures) > 1 else words)
        if self.unit is not None:
            self.unit.setAccessibleName(tr("{field}: unit").format(field=words))
        if self.basis is not None:
            self.basis.name(tr("{field}: basis, how it is measured").format(field=words))

    def focus(self, path: Iri, at: int) -> None:
        """Give the keyboard to a field of the row."""
        if self.row.unit is not None and path == self.row.unit.path and self.unit is not None:
            self.unit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.row.basis is not None and path == self.row.basis.path and self.basis is not None:
            self.basis.focus(at)
        else:
            self._figures.get(path, next(iter(self._figures.values()))).focus(at)

    def _basis(self, field: Field, around: Surroundings) -> QHBoxLayout:
        self.basis = FieldEditor(field, around)
        self.basis.edited.connect(lambda: self.edited.emit(field.path))
        label = parts.text(tr("measured by"), ink="second", wrap=False)
        label.setToolTip(tip(field.definition))
        made = parts.row(label, stretch=False, spacing=6)
        made.addWidget(self.basis, 1)
        return made
