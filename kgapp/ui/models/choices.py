"""What can be put in a field, as a Qt model: one row a thing, and a last one that makes a new thing."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.services.picking import Choice
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ChoicesModel(QAbstractListModel):
    """Things by name with their kind; ``new`` is the text of the last row, empty for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._new = ""

    def show(self, choices: tuple[Choice, ...], new: str) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._choices, self._new = choices, new
        self.endResetModel()

    def choice(self, index: Index) -> Choice | None:
        """The thing of a row; ``None`` for the row that makes a new one."""
        return self._choices[index.row()] if 0 <= index.row() < len(self._choices) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._choices) + bool(self._new)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        choice = self.choice(index)
        if choice is None:
            return {Qt.ItemDataRole.DisplayRole: self._new, roles.ICON: "add", roles.INK: "accent"}.get(role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line(choice.thing.label)
            case roles.NOTE:
                return line(choice.note, 60)
            case roles.IRI:
                return choice.thing.iri
            case roles.ICON:
                return kind_of(choice.classes)
        return None
