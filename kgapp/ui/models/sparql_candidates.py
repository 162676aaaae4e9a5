"""What completion offers, as rows: the word, what it means, and how often the data holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.ui.texts import line, tip

if TYPE_CHECKING:
    from kgapp.services.sparql.language import Candidate

Index = QModelIndex | QPersistentModelIndex
DETAIL: Final = Qt.ItemDataRole.UserRole + 1
SAID: Final = Qt.ItemDataRole.UserRole + 2
_NOWHERE: Final = QModelIndex()


class CandidatesModel(QAbstractListModel):
    """The candidates of one offer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates: tuple[Candidate, ...] = ()

    def show(self, candidates: tuple[Candidate, ...]) -> None:
        """Replace what is offered."""
        self.beginResetModel()
        self.candidates = candidates
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.candidates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self.candidates[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line(each.label, 80)
        if role == DETAIL:
            return line(each.detail, 160)
        if role == SAID:
            return line(each.said, 40)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(each.detail)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(line(words) for words in (each.label, each.detail, each.said) if words)
        return None
