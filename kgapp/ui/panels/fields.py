"""One value of a form as a widget. A widget holds an entry and changes it only when the user does: nothing is rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import form_fields
from kgapp.services.form_fields import Entry, Field, Kind
from kgapp.services.form_rows import FormRow
from kgapp.ui import icons
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, number, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

MOST_CHARACTERS: Final = 20_000
"""Longer texts are shown by their beginning and stay as they are: a field for them would stall."""
_MOST_LINES: Final = 10
_BREAKS: Final = {0x2028: "\n", 0x2029: "\n"}
_LANGUAGES: Final = ("en", "de", "fr", "nl", "es", "it", "ja", "zh")


@dataclass(slots=True)
class Surroundings:
    """What the widgets of one form share: the desk, the names of things, and the units that the figures of a row may have."""

    desk: Desk
    names: dict[Iri, str] = field(default_factory=dict)
    _icons: dict[tuple[str, int], QIcon] = field(default_factory=dict)
    units_of: Callable[[FormRow], tuple[Iri, ...]] = lambda _: ()

    def icon(self, kind: str, side: int) -> QIcon:
        """An icon in second ink; a form has many buttons with the same few."""
        theme = self.desk.theme
        if (kind, side) not in self._icons:
            self._icons[kind, side] = icons.icon(kind, theme.colours.second, theme.px(side))
        return self._icons[kind, side]

    def forget_icons(self) -> None:
        """Colours or sizes have changed."""
        self._icons.clear()


class ValueEditor(QWidget):
    """Base of the widgets for one value."""

    edited = Signal()
    """The user changed the value."""

    def __init__(self, kind: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.around = kind, around
        self._entry = form_fields.new_entry(kind)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    def entry(self) -> Entry:
        """What stands in the widget."""
        return self._entry

    def show_entry(self, entry: Entry) -> None:
        """Put a value in."""
        self._entry = entry
        self.present(entry)

    def present(self, entry: Entry) -> None:
        """Show a value; nothing is told."""

    def name(self, words: str) -> None:
        """What people with a screen reader hear of it."""

    def take(self, text: str) -> None:
        """The user entered this."""
        self._entry = replace(self._entry, text=text)
        self.edited.emit()


class Choice(QComboBox):
    """A list to choose from that the wheel does not change by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form scrolls


class LineEditor(ValueEditor):
    """A figure or a short text."""

    def __init__(self, kind: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(kind, around, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_CHARACTERS * 2)
        self.line.setPlaceholderText(_example(kind))
        self.line.textEdited.connect(self.take)
        self._layout.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        if kind.kind in (Kind.DECIMAL, Kind.INTEGER):
            self.line.setMinimumWidth(around.desk.theme.px(56))
            self.line.setMaximumWidth(around.desk.theme.px(112))
            self._layout.addStretch()

    def present(self, entry: Entry) -> None:
        if entry.text != self.line.text():
            self.line.setText(entry.text)
            self.line.setCursorPosition(0)

    def name(self, words: str) -> None:
        self.line.setAccessibleName(words)


class TextEditor(ValueEditor):
    """A text of several lines that grows with what stands in it."""

    def __init__(self, kind: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(kind, around, parent)
        self.text = GrowingText()
        self.text.textChanged.connect(self._typed)
        self._layout.addWidget(self.text, 1)
        self.setFocusProxy(self.text)
        self._shown, self._breaks = "", "\n"

    def present(self, entry: Entry) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(entry.text)
        self.text.blockSignals(False)
        self._breaks = "\r\n" if entry.text.count("\n") == entry.text.count("\r\n") > 0 else "\n"
        self._shown = self._written()

    def name(self, words: str) -> None:
        self.text.setAccessibleName(words)

    def _typed(self) -> None:
        text = self._written()
        if text != self._shown:
            self._shown = text
            self.take(text)

    def _written(self) -> str:
        """The text as it is written; ``toPlainText`` would make blanks of the hard blanks in ``37 °C``."""
        return self.text.document().toRawText().translate(_BREAKS).replace("\n", self._breaks)


class TaggedEditor(ValueEditor):
    """A text and the language that it is in."""

    def __init__(self, inner: ValueEditor, parent: QWidget | None = None) -> None:
        super().__init__(inner.field, inner.around, parent)
        self._inner = inner
        self.language = Choice()
        self.language.setEditable(True)
        self.language.setMinimumContentsLength(3)
        self.language.addItem("")
        self.language.addItems(list(_LANGUAGES))
        self.language.setToolTip(tip(tr("Language of the text, such as en or pt-br; empty for none")))
        self.language.setMaximumWidth(inner.around.desk.theme.px(72))
        inner.edited.connect(lambda: self.take(inner.entry().text))
        self.language.editTextChanged.connect(self._speak)
        self._layout.addWidget(inner, 1)
        self._layout.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(inner)

    def present(self, entry: Entry) -> None:
        self._inner.show_entry(entry)
        self.language.blockSignals(True)
        self.language.setEditText(entry.language)
        self.language.blockSignals(False)

    def name(self, words: str) -> None:
        self._inner.name(words)
        self.language.setAccessibleName(tr("{field}: language").format(field=words))

    def _speak(self, tag: str) -> None:
        self._entry = replace(self._entry, language=tag.strip())
        self.edited.emit()


class ListEditor(ValueEditor):
    """One of a few words, each with what it means."""

    def __init__(self, kind: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(kind, around, parent)
        self.list = Choice()
        self.list.setMaxVisibleItems(16)
        self.list.addItem(tr("not stated"), "")
        for at, (value, words, meaning) in enumerate(_options(kind), 1):
            self.list.addItem(line(words), value)
            self.list.setItemData(at, tip(meaning), Qt.ItemDataRole.ToolTipRole)
        self.list.activated.connect(lambda at: self.take(str(self.list.itemData(at))))
        self.list.currentIndexChanged.connect(self._explain)
        self.list.setMaximumWidth(around.desk.theme.px(320))
        self._layout.addWidget(self.list, 1)
        self._layout.addStretch()
        self.setFocusProxy(self.list)

    def present(self, entry: Entry) -> None:
        at = self.list.findData(_same(self.field, entry.text))
        if at < 0:
            self.list.addItem(line(self.around.names.get(Iri(entry.text)) or entry.text), entry.text)
            at = self.list.count() - 1
        self.list.setCurrentIndex(at)

    def name(self, words: str) -> None:
        self.list.setAccessibleName(words)

    def take(self, text: str) -> None:
        if text != _same(self.field, self._entry.text):
            super().take(text)

    def _explain(self, at: int) -> None:
        self.list.setToolTip(str(self.list.itemData(at, Qt.ItemDataRole.ToolTipRole) or ""))


class TooLong(ValueEditor):
    """A text that is too long to edit here: its beginning, and that it stays as it is."""

    def present(self, entry: Entry) -> None:
        parts.clear(self._layout)
        words = tr("{begin} … {count} characters: too long to be edited here; it stays as it is.")
        self._label = parts.text(words.format(begin=line(entry.text, 120), count=number(len(entry.text))), ink="second")
        self._layout.addWidget(self._label, 1)


class GrowingText(QPlainTextEdit):
    """As high as its text, within limits; Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        lines = max(1, min(_MOST_LINES, int(self.document().size().height())))
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth()
        height = lines * self.fontMetrics().lineSpacing() + margins
        if height != self.height():
            self.setFixedHeight(height)


class Keys(QObject):
    """Tells when a widget loses the keyboard or a key is pressed in it, before the widget itself."""

    left = Signal()

    def __init__(self, watched: QWidget, pressed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(watched)
        self._pressed = pressed
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False


def _options(kind: Field) -> tuple[tuple[str, str, str], ...]:
    """Value, word and meaning of each choice."""
    if kind.kind is Kind.BOOLEAN:
        return (("true", tr("yes"), ""), ("false", tr("no"), ""))
    if kind.kind is Kind.CHOICE:
        return tuple((text, text, "") for text in kind.shape.texts)
    from kgapp.domain.vocabulary import CONCEPTS

    found = ((word, CONCEPTS.get(word)) for word in kind.shape.words)
    return tuple((word, term.label if term else word, term.definition if term else "") for word, term in found)


_TRUTH: Final[Mapping[str, str]] = {"1": "true", "0": "false"}


def _same(kind: Field, text: str) -> str:
    return _TRUTH.get(text, text) if kind.kind is Kind.BOOLEAN else text


def _example(kind: Field) -> str:
    return {
        Kind.DECIMAL: tr("such as 7.40"),
        Kind.INTEGER: tr("such as 3"),
        Kind.DATE_TIME: tr("such as 2026-03-31T09:30:00Z"),
        Kind.OTHER: tr('<address>, "text"@en or "7.40"^^<datatype>'),
    }.get(kind.kind, "")
