"""Which server: a kept connection, or another one that the form for servers asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kgapp.domain.connections import Connection
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.server_form import Chosen, Purpose
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class ServerChoice(QWidget):
    """A list of the kept connections. What was typed in the form is known in this window; nothing is asked of a server here."""

    chosen = Signal()
    """Another server is meant, or none: see ``wanted``."""

    def __init__(self, desk: Desk, purpose: Purpose) -> None:
        super().__init__()
        self._servers, self._purpose = desk.reports.servers, purpose
        self.box = Choice()
        self.box.setAccessibleName(tr("Server"))
        self.other = parts.button(tr("Another server…"), lambda: self._ask(""))
        self.edit = parts.button(tr("Change…"), lambda: self._ask(self.wanted or ""))
        self.edit.setToolTip(tr("Address, sign-in and the address for writing of this connection"))
        layout = parts.column(self, spacing=6)
        layout.addWidget(self.box)
        layout.addWidget(parts.Flow((self.other, self.edit)))
        self.setFocusProxy(self.box)
        self._show(())
        self.box.activated.connect(lambda _: self._tell())
        self._servers.kept(self._show)

    @property
    def wanted(self) -> Chosen | None:
        """The server that is meant; ``None`` for none yet."""
        found = self.box.currentData()
        return found if isinstance(found, Chosen) else None

    def use(self, chosen: Chosen) -> None:
        """Choose a server that the form gave."""
        names = [_called(found) for found in map(self.box.itemData, range(self.box.count()))]
        at = names.index(_called(chosen)) if _called(chosen) in names else -1
        if at < 0:
            self.box.addItem(line(_called(chosen), 200), chosen)
            at = self.box.count() - 1
        self.box.setItemData(at, chosen)
        self.box.setCurrentIndex(at)
        self._tell()

    def _show(self, kept: tuple[Connection, ...]) -> None:
        chosen = self.wanted
        self.box.clear()
        self.box.addItem(tr("Choose a server") if kept else tr("None is kept yet: name another server"), None)
        for each in kept:
            self.box.addItem(line(f"{each.name}  ({each.url})", 200), Chosen(each, "", keep=True))
        if chosen is not None:
            self.use(chosen)
        self.edit.setEnabled(self.wanted is not None)

    def _ask(self, wanted: Chosen | str) -> None:
        self._servers.pick(self._purpose, wanted, self.use)

    def _tell(self) -> None:
        self.edit.setEnabled(self.wanted is not None)
        self.chosen.emit()


def _called(found: object) -> str:
    """What tells one connection from another in the list."""
    if not isinstance(found, Chosen):
        return ""
    return f"{found.connection.name}  ({found.connection.url})" if found.keep else found.connection.url
