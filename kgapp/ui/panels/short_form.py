"""A dialog with a few fields below a sentence; it can be ended when nothing is missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH: Final = 560


class ShortForm(QDialog):
    """Give it fields, then ``check``; ``accepted`` is told only when ``missing`` says nothing."""

    def __init__(self, title: str, words: str, done: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.problem = parts.text("", ink="second")
        self.make = parts.button(done, self.accept, primary=True)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(title, theme, 16))
        layout.addWidget(parts.text(words, ink="second"))
        layout.addLayout(self._form)
        layout.addWidget(self.problem)
        buttons = parts.row()
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.make)
        layout.addLayout(buttons)

    def add(self, words: str, field: QWidget) -> None:
        """One more field."""
        field.setAccessibleName(words)
        self._form.addRow(words, field)

    def line(self, words: str, text: str = "", *, secret: bool = False, hint: str = "") -> QLineEdit:
        """One more line to type, hidden for a password."""
        made = QLineEdit(text)
        made.setPlaceholderText(hint)
        if secret:
            made.setEchoMode(QLineEdit.EchoMode.Password)
        made.textChanged.connect(lambda _: self.check())
        self.add(words, made)
        return made

    def check(self) -> None:
        """Say what is missing."""
        missing = self.missing()
        self.problem.setText(missing)
        self.make.setEnabled(not missing)

    def missing(self) -> str:
        """What is not filled in yet, in a sentence; empty when all is."""
        raise NotImplementedError
