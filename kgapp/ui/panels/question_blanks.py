"""A question as a sentence with fields in its blanks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

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

_WIDE: Final = 200
_NARROW: Final = 110


class Blanks(QWidget):
    """The sentence of one question; what is entered is text until somebody asks."""

    entered = Signal()
    """Enter was pressed in a field."""

    def __init__(self, desk: Desk, question: Question, usual: Mapping[str, Term], names: Mapping[Iri, str]) -> None:
        super().__init__()
        self.fields: dict[str, QWidget] = {}
        theme = desk.theme
        widgets: list[QWidget] = []
        known = {each.name: each for each in question.parameters}
        for text, blank in questions.pieces(question.sentence):
            parameter = known.get(text) if blank else None
            if parameter is None or parameter.name in self.fields:
                widgets += [parts.heading(word, theme, 15, wrap=False) for word in text.split()]
                continue
            field = self._field(desk, parameter, usual.get(parameter.name), names)
            self.fields[parameter.name] = field
            widgets.append(field)
        tall = max((field.sizeHint().height() for field in self.fields.values()), default=0)
        for widget in widgets:
            widget.setMinimumHeight(tall)
        self.flow = parts.Flow(widgets, 6)
        parts.column(self).addWidget(self.flow)

    def given(self) -> dict[str, str]:
        """What stands in the blanks: addresses of things and words, or what was typed."""
        return {name: _text(field) for name, field in self.fields.items()}

    def first(self) -> QWidget | None:
        """The first field."""
        return next(iter(self.fields.values()), None)

    def _field(self, desk: Desk, parameter: Parameter, usual: Term | None, names: Mapping[Iri, str]) -> QWidget:
        px = desk.theme.px
        name = line(parameter.label, 60)
        if parameter.classes:
            things = ThingField(desk, name, parameter.classes)
            things.setFixedWidth(px(_WIDE))
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
        typed.setFixedWidth(px(_NARROW))
        typed.returnPressed.connect(self.entered)
        return typed


def _text(field: QWidget) -> str:
    if isinstance(field, ThingField):
        return f"<{field.thing}>" if field.thing else field.editor.line.text()
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    assert isinstance(field, QLineEdit)
    return field.text()
