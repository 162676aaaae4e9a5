"""What stands above and below the fields of a form: what is edited, what happened meanwhile, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kgapp.services.entities import class_definition
from kgapp.services.forms import Form
from kgapp.ui import icons
from kgapp.ui.kinds import kind_of
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr


class FormHead(QWidget):
    """Title and kind, and strips that say what the user should know."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        layout = parts.column(self, (16, 12, 16, 8), 5)
        self._title, self._strips = QVBoxLayout(), QVBoxLayout()
        layout.addLayout(self._title)
        layout.addLayout(self._strips)

    def show_form(self, form: Form) -> None:
        """What is edited."""
        parts.clear(self._title)
        side = self._theme.px(18)
        mark = QLabel()
        kind = kind_of(each.iri for each in form.classes)
        mark.setPixmap(icons.icon(kind, self._theme.colours.ink, side).pixmap(side, side))
        words = form.entity.label if form.new else tr("Edit {name}").format(name=form.entity.label)
        title = parts.row(mark, stretch=False)
        title.addWidget(parts.heading(line(words, 240), self._theme, 18), 1)
        self._title.addLayout(title)
        kinds = ", ".join(each.label for each in form.classes) or tr("of no known kind")
        words = class_definition(form.classes[0].iri) if form.new else kinds
        below = parts.row(stretch=False)
        below.addWidget(parts.text(line(words, 300), ink="second"), 1)
        if form.retired:
            below.addWidget(parts.Chip(tr("retired"), Tone.PLAIN, self._theme))
        self._title.addLayout(below)

    def say(self, words: str, *buttons: tuple[str, Callable[[], None]]) -> None:
        """A strip above the fields with what can be done about it."""
        place = parts.row(parts.Chip(tr("note"), Tone.MEDIUM, self._theme), stretch=False)
        place.addWidget(parts.text(words), 1)
        for text, pressed in buttons:
            place.addWidget(parts.button(text, pressed))
        self._strips.addLayout(place)

    def clear(self) -> None:
        """Take the strips away."""
        parts.clear(self._strips)


class FormFoot(QWidget):
    """How many fields were changed, and the buttons."""

    def __init__(
        self,
        save: Callable[[], None],
        revert: Callable[[], None],
        leave: Callable[[], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = parts.text("", ink="second")
        self.leave = parts.button(tr("Close"), leave, tip=tr("Leave the form (Esc)"))
        self.revert = parts.button(tr("Revert"), revert, tip=tr("All fields as they are recorded"))
        self.save = parts.button(tr("Save…"), save, primary=True, tip=tr("Save (Ctrl+S)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.said, 1)
        for button in (self.leave, self.revert, self.save):
            layout.addWidget(button)

    def show_state(self, words: str, *, changed: bool, ready: bool) -> None:
        """``changed``: there is something to revert; ``ready``: there is something to save."""
        self.said.setText(words)
        self.revert.setEnabled(changed)
        self.save.setEnabled(ready)
