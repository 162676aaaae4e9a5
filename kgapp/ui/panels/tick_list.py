"""A list of things to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from kgapp.domain.terms import Iri
from kgapp.ui.texts import line


class TickList(QListWidget):
    """Labels with their things; nothing is ticked at first."""

    def __init__(self, things: Iterable[tuple[str, Iri]]) -> None:
        super().__init__()
        for label, iri in things:
            row = QListWidgetItem(line(label, 200), self)
            row.setData(Qt.ItemDataRole.UserRole, iri)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)

    @property
    def ticked(self) -> tuple[Iri, ...]:
        """The things that are ticked, in their order."""
        rows = (self.item(at) for at in range(self.count()))
        ticked = (row for row in rows if row.checkState() is Qt.CheckState.Checked)
        return tuple(Iri(row.data(Qt.ItemDataRole.UserRole)) for row in ticked)
