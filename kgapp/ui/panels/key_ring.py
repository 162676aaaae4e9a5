"""All keys of bundles: whose they are, what is known of them, and what can be done with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kgapp.domain.keys import Trust, Trusted
from kgapp.ui.models import key_rows
from kgapp.ui.models.sections import Group
from kgapp.ui.panels import parts
from kgapp.ui.panels.key_change import KeyReplace, KeyRevoke
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.key_new import KeyNew
from kgapp.ui.panels.table import Table
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.key_ring import KeyRing

_SIZE: Final = (820, 520)


class KeyRingDialog(QDialog):
    """What is offered fits the key that is chosen."""

    def __init__(self, ring: KeyRing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring, self._theme = ring, theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys of bundles"))
        self.chosen: Trusted | None = None
        self.own: frozenset[str] = frozenset()
        self.note = parts.text("", ink="second")
        self.table = Table(tr("Keys"), key_rows.heads(), key_rows.SHARES, theme)
        self.table.chosen.connect(self._choose)
        self.new = parts.button(tr("Make my key…"), self._new)
        self.card = parts.button(tr("Save my key card…"), ring.save_card)
        self.take = parts.button(tr("Take in a key card…"), ring.take_card)
        self.confirm = parts.button(tr("Confirm…"), self._confirm)
        self.replace = parts.button(tr("Replace my key…"), self._replace)
        self.revoke = parts.button(tr("Revoke…"), self._revoke)
        self.tools = parts.Flow((self.new, self.card, self.take, self.confirm, self.replace, self.revoke), 8)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Keys of bundles"), theme, 16))
        layout.addWidget(self.note)
        layout.addWidget(self.tools)
        layout.addWidget(self.table, 1)
        end = parts.row()
        end.addWidget(parts.button(tr("Close"), self.accept))
        layout.addLayout(end)
        parts.size(self, *_SIZE, theme)
        ring.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show what is known now."""
        known, self.own = self._ring.all()
        here = self.chosen.card.key if self.chosen is not None else ""
        self.chosen = next((each for each in known if each.card.key == here), None)
        mine = tuple(each for each in known if each.card.key in self.own)
        theirs = tuple(each for each in known if each.card.key not in self.own)
        groups = (
            Group(tr("Yours"), tuple(key_rows.row(each, own=True) for each in mine), "yours"),
            Group(tr("Of partners"), tuple(key_rows.row(each, own=False) for each in theirs), "partners"),
        )
        self.table.update_groups(tuple(group for group in groups if group.rows))
        in_use = any(each.trust is Trust.CONFIRMED for each in mine)
        self.new.setVisible(not in_use)
        for each in (self.card, self.replace):
            each.setVisible(in_use)
        self.note.setText(
            tr("Send your key card to your partner, take in theirs, and compare the fingerprints by phone.")
            if in_use
            else tr("Make your key first: bundles are signed with it, and your partner addresses bundles to you by it.")
        )
        self._offer()

    def _choose(self, subject: object) -> None:
        self.chosen = subject if isinstance(subject, Trusted) else None
        self._offer()

    def _offer(self) -> None:
        one = self.chosen
        self.confirm.setEnabled(one is not None and one.trust is Trust.NEW and one.card.key not in self.own)
        self.revoke.setEnabled(one is not None and one.trust is not Trust.REVOKED)
        self.tools.again()

    def _new(self) -> None:
        KeyNew(self._ring.user_name(), self._ring.new_key, self._theme, self).open()

    def _confirm(self) -> None:
        one = self.chosen
        if one is not None:
            KeyConfirm(
                one.card, lambda said, how: self._ring.confirm(one.signed, said, how, self.fill), self._theme, self
            ).open()

    def _replace(self) -> None:
        KeyReplace(self._ring.replace, self._theme, self).open()

    def _revoke(self) -> None:
        one = self.chosen
        if one is not None:
            own = one.card.key in self.own
            KeyRevoke(one.card, self._ring.revoke, self._theme, self, own=own).open()
