"""The classes of the ontology as a tree, for choosing one; a filter keeps what fits and what is above it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kgapp.domain.names import fold
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line, tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_OF_THE_PROGRAM: Final = frozenset((KG.PropagationRule, KG.BarrierKind))
"""Classes whose things belong to the ontology."""


@dataclass(eq=False, slots=True)
class _Node:
    kind: Iri
    row: int
    above: _Node | None
    below: list[_Node] = field(default_factory=list)


class ClassesModel(QAbstractItemModel):
    """Every class below each of its superclasses, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        roots = [kind for kind in _ordered(CLASSES) if not CLASSES[kind].parents and kind not in _OF_THE_PROGRAM]
        self._roots = _nodes(roots, None)

    def kind(self, index: Index) -> Iri | None:
        """The class of a row."""
        return self._node(index).kind if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        nodes = self._node(parent).below if parent.isValid() else self._roots
        return self.createIndex(row, column, nodes[row]) if column == 0 and 0 <= row < len(nodes) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it with QObject.parent()
        above = self._node(index).above if index.isValid() else None
        return self.createIndex(above.row, 0, above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._node(parent).below if parent.isValid() else self._roots)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        term = CLASSES[self._node(index).kind]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line(term.label[:1].upper() + term.label[1:])
            case Qt.ItemDataRole.ToolTipRole:
                return tip(term.definition)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return line(term.definition, 300)
            case roles.ICON:
                return kind_of((term.iri,))
            case roles.IRI:
                return term.iri
        return None

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node


class ClassFilter(QSortFilterProxyModel):
    """Classes whose name or definition has all words."""

    def __init__(self, model: ClassesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)

    def narrow(self, text: str) -> None:
        """Keep what has these words."""
        self._words = tuple(fold(text).split())
        self.invalidate()

    def kind(self, index: QModelIndex) -> Iri | None:
        """The class of a row."""
        return self._model.kind(self.mapToSource(index))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        kind = self._model.kind(self._model.index(source_row, 0, source_parent))
        if kind is None:
            return False
        text = fold(f"{CLASSES[kind].label} {CLASSES[kind].definition}")
        return all(word in text for word in self._words)


def _nodes(kinds: list[Iri], above: _Node | None) -> list[_Node]:
    made = [_Node(kind, row, above) for row, kind in enumerate(kinds)]
    for node in made:
        node.below = _nodes(_ordered(kind for kind in CLASSES if node.kind in CLASSES[kind].parents), node)
    return made


def _ordered(kinds: Any) -> list[Iri]:
    return sorted(kinds, key=lambda kind: CLASSES[kind].label)
