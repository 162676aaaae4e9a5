"""A question as a sentence with fields in its blanks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from kgapp.domain import question as questions
from kgapp.domain.question import Parameter, Question
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import CONCEPTS
from kgapp.services.questions import asking
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SIZE: Final = 15
_WIDE: Final = 200
_NARROW: Final = 110


class Blanks(QWidget):
    """The sentence of one question; what is entered is text until somebody asks."""

    entered = Signal()
    """Enter was pressed in a field."""

    def __init__(self, desk: Desk, question: Question, usual: Mapping[str, Term], names: Mapping[Iri, str]) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        theme = self._theme = desk.theme
        widgets: list[QWidget] = []
        self._words: list[QLabel] = []
        known = {each.name: each for each in question.parameters}
        for text, blank in questions.pieces(question.sentence):
            parameter = known.get(text) if blank else None
            if parameter is None or parameter.name in self.fields:
                words = [parts.heading(word, theme, _SIZE, wrap=False) for word in text.split()]
                self._words += words
                widgets += words
                continue
            field = self._field(desk, parameter, usual.get(parameter.name), names)
            self.fields[parameter.name] = field
            widgets.append(field)
        self.flow = parts.Flow(widgets, 6)
        parts.column(self).addWidget(self.flow)
        theme.changed.connect(self._dress)
        self._dress()

    def given(self) -> dict[str, str]:
        """What stands in the blanks: addresses of things and words, or what was typed."""
        return {name: _text(field) for name, field in self.fields.items()}

    def first(self) -> QWidget | None:
        """The first field."""
        return next(iter(self.fields.values()), None)

    def _dress(self) -> None:
        """The size of text is chosen in the middle of things, too."""
        for each in self._words:
            each.setFont(self._theme.font(_SIZE, strong=True))
        for field in self.fields.values():
            if not isinstance(field, QComboBox):
                field.setFixedWidth(self._theme.px(_WIDE if isinstance(field, ThingField) else _NARROW))
        tall = max((field.sizeHint().height() for field in self.fields.values()), default=0)
        for widget in (*self._words, *self.fields.values()):
            widget.setMinimumHeight(tall)
        self.flow.relay()

    def _field(self, desk: Desk, parameter: Parameter, usual: Term | None, names: Mapping[Iri, str]) -> QWidget:
        name = line(parameter.label, 60)
        if parameter.classes:
            things = ThingField(desk, name, parameter.classes)
            things.editor.line.setPlaceholderText(name)
            things.editor.line.returnPressed.connect(self.entered)
            if isinstance(usual, str):
                things.show_thing(usual, names.get(usual, usual))
            return things
        if parameter.scheme is not None:
            box = Choice()
            if not parameter.required:
                box.addItem(tr("any"), "")
            for word in asking.words_of(parameter):
                box.addItem(line(CONCEPTS[word].label, 60), word)
            box.setCurrentIndex(max(0, box.findData(usual)))
            box.setAccessibleName(name)
            return box
        typed = QLineEdit(usual.lexical if isinstance(usual, Literal) else "")
        typed.setPlaceholderText(name)
        typed.setAccessibleName(f"{name}: {asking.takes(parameter)}")
        typed.setToolTip(asking.takes(parameter))
        typed.returnPressed.connect(self.entered)
        return typed


def _text(field: QWidget) -> str:
    if isinstance(field, ThingField):
        return f"<{field.thing}>" if field.thing else field.editor.line.text()
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    assert isinstance(field, QLineEdit)
    return field.text()
