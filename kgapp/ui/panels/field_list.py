"""All values of one property: one widget each, with a way to add and to remove where there can be several."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from kgapp.domain.vocabulary import RDFS, SKOS, XSD
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry, Field, Kind
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
from kgapp.ui.texts import number, tip
from kgapp.ui.words import tr

MOST_SHOWN = 40
"""Of more values than these the first can be edited here."""
_BUTTON = 30
_SHORT = frozenset((RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.notation))


def editor_for(field: Field, entry: Entry, around: Surroundings) -> ValueEditor:
    """The widget that suits a value of a field, with the value in it."""
    made = _made(field, entry, around)
    made.show_entry(entry)
    return made


class FieldEditor(QWidget):
    """The values of one field, in their order."""

    edited = Signal()

    def __init__(
        self, field: Field, around: Surroundings, *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field, self._around, self._beside = field, around, beside
        self._editors: list[ValueEditor] = []
        self._add: QToolButton | None = None
        self._rest: tuple[Entry, ...] = ()
        self._name = field.shape.name[:1].upper() + field.shape.name[1:]
        self._rows = parts.column(self, spacing=4)
        self.show_entries(field.entries)

    def entries(self) -> tuple[Entry, ...]:
        """What stands in the field."""
        return (*(editor.entry() for editor in self._editors), *self._rest)

    def show_entries(self, entries: tuple[Entry, ...], most: int = MOST_SHOWN) -> None:
        """Put values in, a widget each for the first ones; one empty widget where there is none."""
        self._editors.clear()
        self._add = None
        parts.clear(self._rows)
        shown = entries[:most] or (form_fields.new_entry(self.field),)
        self._rest = entries[most:]
        for at, entry in enumerate(shown):
            self._append(entry, removable=len(shown) > 1, last=at == len(shown) - 1)
        if self._rest:
            words = tr("and {count} more, which stay as they are").format(count=number(len(self._rest)))
            self._rows.addWidget(parts.text(words, ink="second", wrap=False))
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

    def _append(self, entry: Entry, *, removable: bool, last: bool) -> None:
        editor = editor_for(self.field, entry, self._around)
        editor.edited.connect(self._changed)
        self._editors.append(editor)
        line = parts.row(stretch=False, spacing=4)
        line.addWidget(editor, 1)
        if not self._beside:
            room = self._around.desk.theme.px(_BUTTON)
            removable = removable or entry.exact or isinstance(editor, TooLong)
            if removable:
                words = tr("{field}: remove this value").format(field=self._name)
                remove = self._button("close", words, tr("Remove this value"))
                remove.clicked.connect(lambda: self._remove(editor))
                line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            else:
                line.addSpacing(room)
            if last and self.field.many:
                words = tr("{field}: add another").format(field=self._name)
                self._add = self._button("add", words, tr("Add another"))
                self._add.clicked.connect(self._one_more)
                line.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
            else:
                line.addSpacing(room)
        self._rows.addLayout(line)

    def _button(self, icon: str, name: str, words: str) -> QToolButton:
        """A small button that keeps its room where it is not seen, so that fields end below each other."""
        theme = self._around.desk.theme
        made = QToolButton(self)
        made.setIcon(self._around.icon(icon, 12))
        made.setIconSize(QSize(theme.px(12), theme.px(12)))
        made.setToolTip(tip(words))
        made.setAccessibleName(name)
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.setFixedWidth(theme.px(_BUTTON))
        made.show()
        return made

    def _remove(self, editor: ValueEditor) -> None:
        at = self._editors.index(editor)
        kept = tuple(each.entry() for each in self._editors if each is not editor)
        self.show_entries((*kept, *self._rest))
        self.focus(at)
        self.edited.emit()

    def _one_more(self) -> None:
        """One more empty widget, unless the last one is empty still."""
        if not self._editors[-1].entry().blank:
            shown = tuple(each.entry() for each in self._editors)
            new = form_fields.new_entry(self.field)
            self.show_entries((*shown, new, *self._rest), len(shown) + 1)
        self.focus(len(self._editors) - 1)

    def _changed(self) -> None:
        self._suit()
        self.edited.emit()

    def _suit(self) -> None:
        if self._add is not None:
            self._add.setVisible(self.field.many and not self._editors[-1].entry().blank)
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
