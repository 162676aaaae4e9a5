"""Confirm whose key it is: the fingerprint that its holder reads aloud by phone, typed here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kgapp.domain.keys import KeyCard
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class KeyConfirm(ShortForm):
    """``wanted`` is called with what was typed: the fingerprint, and how it was compared. The key's own fingerprint is not shown."""

    def __init__(
        self, card: KeyCard, wanted: Callable[[str, str], None], theme: Theme, parent: QWidget | None = None
    ) -> None:
        words = tr(
            "Phone {holder}, at a number that you know already. Ask for the fingerprint on their key card and type what you hear. "
            "It is not shown here: only what they read aloud can tell that the key is theirs."
        )
        holder = line(card.holder, 120)
        title = tr("Is this the key of {holder}?").format(holder=holder)
        super().__init__(title, words.format(holder=holder), tr("Confirm"), theme, parent)
        by_phone = tr("such as: by phone with {name}").format(name=line(card.name, 60))
        self.said = self.line(tr("Fingerprint"), hint=tr("eight words, or eight groups of digits"))
        self.how = self.line(tr("How you compared it"), hint=by_phone)
        self.accepted.connect(lambda: wanted(self.said.text(), self.how.text()))
        self.check()
        self.said.setFocus()

    def missing(self) -> str:
        if not self.said.text().strip():
            return tr("Type the fingerprint as it is read to you.")
        return "" if self.how.text().strip() else tr("Say how you compared it: it is kept with the key.")
