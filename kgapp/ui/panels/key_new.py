"""Make the user's own key: whose it is, and the password that locks it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kgapp.services.keys import SHORTEST_PASSWORD
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class KeyNew(ShortForm):
    """``wanted`` is called with name, organisation and password."""

    def __init__(
        self, name: str, wanted: Callable[[str, str, str], None], theme: Theme, parent: QWidget | None = None
    ) -> None:
        words = tr(
            "You sign bundles with it, and others see by it that they come from you. The password cannot be recovered: keep it "
            "where you keep others."
        )
        super().__init__(tr("Make your key"), words, tr("Make my key"), theme, parent)
        self.name = self.line(tr("Your name"), name)
        self.organization = self.line(tr("Organization"))
        self.password = self.line(tr("Password"), secret=True)
        self.again = self.line(tr("Password once more"), secret=True)
        self.accepted.connect(lambda: wanted(self.name.text(), self.organization.text(), self.password.text()))
        self.check()

    def missing(self) -> str:
        if not self.name.text().strip() or not self.organization.text().strip():
            return tr("Say your name and your organization: partners read them.")
        return password_problem(self.password.text(), self.again.text())


def password_problem(password: str, again: str) -> str:
    """What is wrong with a new password that was typed twice; empty when nothing is."""
    if len(password) < SHORTEST_PASSWORD:
        return tr("The password has at least {count} characters.").format(count=SHORTEST_PASSWORD)
    return tr("The two passwords differ.") if password != again else ""
