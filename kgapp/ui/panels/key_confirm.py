"""Confirm whose key it is: the fingerprint that its holder reads aloud by phone, typed here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from kgapp.domain.keys import KeyCard
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH: Final = 560


class KeyConfirm(QDialog):
    """``wanted`` is called with what was typed: the fingerprint, and how it was compared. The own fingerprint is not shown."""

    def __init__(
        self, card: KeyCard, wanted: Callable[[str, str], None], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Confirm a key"))
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.said, self.how = QLineEdit(), QLineEdit()
        self.said.setAccessibleName(tr("Fingerprint"))
        self.how.setAccessibleName(tr("How you compared it"))
        self.said.setPlaceholderText(tr("eight words, or eight groups of digits"))
        self.how.setPlaceholderText(tr("such as: by phone with {name}").format(name=line(card.name, 60)))
        self.confirm = parts.button(tr("Confirm"), self.accept, primary=True)
        words = tr(
            "Phone {holder}, at a number that you know already. Ask for the fingerprint on their key card and type what you hear. "
            "It is not shown here: only what they read aloud can tell that the key is theirs."
        )
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Fingerprint"), self.said)
        form.addRow(tr("&How you compared it"), self.how)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        title = tr("Is this the key of {holder}?").format(holder=line(card.holder, 120))
        layout.addWidget(parts.heading(title, theme, 16))
        layout.addWidget(parts.text(words.format(holder=line(card.holder, 120)), ink="second"))
        layout.addLayout(form)
        buttons = parts.row()
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.confirm)
        layout.addLayout(buttons)
        for field in (self.said, self.how):
            field.textChanged.connect(lambda _: self._check())
        self.accepted.connect(lambda: wanted(self.said.text(), self.how.text()))
        self._check()
        self.said.setFocus()

    def _check(self) -> None:
        self.confirm.setEnabled(bool(self.said.text().strip() and self.how.text().strip()))
