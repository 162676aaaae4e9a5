"""Replace the user's own key by a new one, or trust a key no more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kgapp.domain.keys import KeyCard
from kgapp.ui.panels.key_new import password_problem
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class KeyReplace(ShortForm):
    """``wanted`` is called with the present password and the new one."""

    def __init__(self, wanted: Callable[[str, str], None], theme: Theme, parent: QWidget | None = None) -> None:
        words = tr(
            "A new key takes the place of yours and is signed by it: partners who confirmed the old one trust the new one when they "
            "take in its card. Replace a key before it expires, or when somebody may know its password."
        )
        super().__init__(tr("Replace your key"), words, tr("Replace it"), theme, parent)
        self.password = self.line(tr("Present password"), secret=True)
        self.new = self.line(tr("New password"), secret=True)
        self.again = self.line(tr("New password once more"), secret=True)
        self.accepted.connect(lambda: wanted(self.password.text(), self.new.text()))
        self.check()

    def missing(self) -> str:
        if not self.password.text():
            return tr("The present key signs the new one: its password is needed.")
        return password_problem(self.new.text(), self.again.text())


class KeyRevoke(ShortForm):
    """``wanted`` is called with the key's id, the reason and the password of an own key, empty for another."""

    def __init__(
        self,
        card: KeyCard,
        wanted: Callable[[str, str, str], None],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        own: bool,
    ) -> None:
        words = (
            tr(
                "Nothing signed with your key is trusted any more, for good. You then save a file for your partners, who take it in "
                "like a card."
            )
            if own
            else tr(
                "Bundles signed with this key are not accepted any more, for good. Only you are told so: nobody else is."
            )
        )
        title = tr("Revoke the key of {holder}?").format(holder=line(card.holder, 120))
        super().__init__(title, words, tr("Revoke it for good"), theme, parent)
        self.why = self.line(tr("Why"))
        self.password = self.line(tr("Password of your key"), secret=True) if own else None
        self.accepted.connect(
            lambda: wanted(card.key, self.why.text().strip(), self.password.text() if self.password else "")
        )
        self.check()

    def missing(self) -> str:
        if not self.why.text().strip():
            return tr("Say why: it is kept with the key.")
        unlocked = self.password is None or self.password.text()
        return "" if unlocked else tr("Only the holder of a key can revoke it for others: its password is needed.")
