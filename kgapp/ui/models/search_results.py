"""What a search found, as a Qt model: one row a hit, and why it fits."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.terms import Iri
from kgapp.services.search import Found, Hit
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line, number

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class SearchResultsModel(QAbstractListModel):
    """The best hits in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def entity(self, index: Index) -> Iri | None:
        """The thing that a row names."""
        return self._hits[index.row()].entity.iri if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line(hit.entity.label)
            case roles.NOTE:
                return _note(hit)
            case roles.IRI:
                return hit.entity.iri
            case roles.ICON:
                return kind_of(kind.iri for kind in hit.types)
        return None


def counted(found: Found, shown: int) -> str:
    """How many were found, in words."""
    if found.more:
        return f"The best {shown} of more than {number(found.total)}: add a word to narrow it down"
    return f"{number(shown)} of {number(found.total)}" if found.total > shown else f"{number(found.total)} found"


def _note(hit: Hit) -> str:
    kinds = ", ".join(kind.label for kind in hit.types[:1])
    same = hit.matched.casefold() == hit.entity.label.casefold()
    return line(kinds if same or not hit.matched else f"{kinds} · {hit.property}: {hit.matched}", 120)
