"""Make the user's own key: whose it is, and the password that locks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH: Final = 540
LEAST: Final = 10
"""Characters of a password."""


class KeyNew(QDialog):
    """``wanted`` is called with name, organisation and password."""

    def __init__(
        self, name: str, wanted: Callable[[str, str, str], None], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your key"))
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.name, self.organization = QLineEdit(name), QLineEdit()
        self.password, self.again = QLineEdit(), QLineEdit()
        self.problem = parts.text("", ink="second")
        self.make = parts.button(tr("Make my key"), self.accept, primary=True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (tr("Your name"), self.name),
            (tr("Organization"), self.organization),
            (tr("Password"), self.password),
            (tr("Password once more"), self.again),
        ):
            field.setAccessibleName(words)
            field.textChanged.connect(lambda _: self._check())
            form.addRow(words, field)
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        words = tr(
            "You sign bundles with it, and others see by it that they come from you. The password cannot be recovered: keep it "
            "where you keep others."
        )
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Make your key"), theme, 16))
        layout.addWidget(parts.text(words, ink="second"))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        buttons = parts.row()
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.make)
        layout.addLayout(buttons)
        self.accepted.connect(lambda: wanted(self.name.text(), self.organization.text(), self.password.text()))
        self._check()

    def _check(self) -> None:
        password, again = self.password.text(), self.again.text()
        problem = ""
        if not self.name.text().strip() or not self.organization.text().strip():
            problem = tr("Say your name and your organization: partners read them.")
        elif len(password) < LEAST:
            problem = tr("The password has at least {count} characters.").format(count=LEAST)
        elif password != again:
            problem = tr("The two passwords differ.")
        self.problem.setText(problem)
        self.make.setEnabled(not problem)
