"""All values of one property: one widget each, with a way to add and to remove where there can be several."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from kgapp.domain.vocabulary import RDFS, SKOS, XSD
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry, Field, Kind
from kgapp.ui import icons
from kgapp.ui.panels import parts
from kgapp.ui.panels.field_date import DateEditor
from kgapp.ui.panels.fields import (
    MOST_CHARACTERS,
    LineEditor,
    ListEditor,
    Surroundings,
    TaggedEditor,
    TextEditor,
    TooLong,
    ValueEditor,
)
from kgapp.ui.panels.new_inline import maker
from kgapp.ui.panels.picker import LinkEditor
from kgapp.ui.texts import tip
from kgapp.ui.words import tr

_SHORT = frozenset((RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.notation))


def editor_for(field: Field, entry: Entry, around: Surroundings) -> ValueEditor:
    """The widget that suits a value of a field, with the value in it."""
    made = _made(field, entry, around)
    made.show_entry(entry)
    return made


class FieldEditor(QWidget):
    """The values of one field, in their order."""

    edited = Signal()

    def __init__(self, field: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self._around = field, around
        self._editors: list[ValueEditor] = []
        self._name = field.shape.name
        self._layout = parts.column(self, spacing=4)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._layout.addLayout(self._rows)
        self._add = QToolButton()
        self._add.setText(tr("Add another"))
        self._add.setIcon(icons.icon("add", around.desk.theme.colours.second, around.desk.theme.px(12)))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.clicked.connect(self._one_more)
        self._layout.addWidget(self._add)
        self.show_entries(field.entries)

    def entries(self) -> tuple[Entry, ...]:
        """What stands in the field."""
        return tuple(editor.entry() for editor in self._editors)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Put values in, a widget each; one empty widget where there is none."""
        self._editors.clear()
        parts.clear(self._rows)
        for entry in entries or (form_fields.new_entry(self.field),):
            self._append(entry)
        self._suit()

    def name(self, words: str) -> None:
        """What people with a screen reader hear of it."""
        self._name = words
        self._suit()

    def focus(self, at: int = 0) -> None:
        """Give the keyboard to a value."""
        if self._editors:
            self._editors[min(max(at, 0), len(self._editors) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> ValueEditor:
        """The widget of the first value."""
        return self._editors[0]

    def _append(self, entry: Entry) -> ValueEditor:
        editor = editor_for(self.field, entry, self._around)
        editor.edited.connect(self._changed)
        self._editors.append(editor)
        line = parts.row(stretch=False, spacing=4)
        line.addWidget(editor, 1)
        if self.field.many or len(self._editors) > 1 or entry.exact or isinstance(editor, TooLong):
            line.addWidget(self._remover(editor), 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(line)
        return editor

    def _remover(self, editor: ValueEditor) -> QToolButton:
        theme = self._around.desk.theme
        remove = QToolButton()
        remove.setIcon(icons.icon("close", theme.colours.second, theme.px(12)))
        remove.setToolTip(tip(tr("Remove this value")))
        remove.setAccessibleName(tr("{field}: remove this value").format(field=self._name))
        remove.clicked.connect(lambda: self._remove(editor))
        return remove

    def _remove(self, editor: ValueEditor) -> None:
        at = self._editors.index(editor)
        kept = tuple(each.entry() for each in self._editors if each is not editor)
        self.show_entries(kept)
        self.focus(at)
        self.edited.emit()

    def _one_more(self) -> None:
        editor = self._append(form_fields.new_entry(self.field))
        self._suit()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._suit()
        self.edited.emit()

    def _suit(self) -> None:
        self._add.setVisible(self.field.many and not any(editor.entry().blank for editor in self._editors))
        self._add.setAccessibleName(tr("{field}: add another").format(field=self._name))
        for at, editor in enumerate(self._editors):
            editor.name(self._name if len(self._editors) == 1 else f"{self._name} {at + 1}")


def _made(field: Field, entry: Entry, around: Surroundings) -> ValueEditor:
    if len(entry.text) > MOST_CHARACTERS:
        return TooLong(field, around)
    if entry.exact or field.kind in (Kind.DECIMAL, Kind.INTEGER, Kind.DATE_TIME, Kind.OTHER):
        return LineEditor(field, around)
    if field.kind in (Kind.WORD, Kind.CHOICE, Kind.BOOLEAN):
        return ListEditor(field, around)
    if field.kind is Kind.LINK:
        return LinkEditor(field, around, maker(around.desk, field.shape))
    if field.kind is Kind.DATE:
        return DateEditor(field, around)
    short = field.path in _SHORT or field.shape.datatype == XSD.string
    inner = LineEditor(field, around) if short and "\n" not in entry.text else TextEditor(field, around)
    return TaggedEditor(inner) if field.tagged else inner
