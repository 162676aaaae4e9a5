"""The explorer's trees as a Qt model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain.terms import Iri
from kgapp.services.explorer import Branch
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.texts import line, tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(eq=False, slots=True)
class _Node:
    branch: Branch
    parent: _Node | None
    row: int
    number: int = 0
    children: list[_Node] = field(default_factory=list)


class ExplorerModel(QAbstractItemModel):
    """Sections, groups and things; one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(Branch("", None, ()), None, 0)
        self._nodes: list[_Node] = []
        self._places: dict[Iri, _Node] = {}

    def show(self, sections: tuple[Branch, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._root = _node(Branch("", None, (), children=sections), None, 0)
        self._nodes = list(_walk(self._root))
        self._places = {}
        for number, node in enumerate(self._nodes):
            node.number = number
            if node.branch.iri is not None:
                self._places.setdefault(node.branch.iri, node)
        self.endResetModel()

    def place(self, thing: Iri) -> QModelIndex:
        """Where a thing stands first; nowhere if it is not shown."""
        node = self._places.get(thing)
        return self.createIndex(node.row, 0, node.number) if node else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._at(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index = _NOWHERE) -> Any:
        above = self._at(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._at(parent).children)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._at(index)
        if node.parent is self._root:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._at(index)
        return node.parent is self._root if role == roles.HEADING else _answer(node.branch, role)

    def _at(self, index: Index) -> _Node:
        return self._nodes[int(index.internalId())] if index.isValid() else self._root


def _node(branch: Branch, parent: _Node | None, row: int) -> _Node:
    node = _Node(branch, parent, row)
    node.children = [_node(child, node, at) for at, child in enumerate(branch.children)]
    return node


def _walk(node: _Node) -> Iterator[_Node]:
    for child in node.children:
        yield child
        yield from _walk(child)


def _answer(branch: Branch, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return line(branch.label)
        case Qt.ItemDataRole.ToolTipRole:
            return tip(branch.label)
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{line(branch.label)} {branch.note}".strip()
        case roles.NOTE:
            return branch.note
        case roles.IRI:
            return branch.iri or ""
        case roles.ICON:
            return kind_of(branch.classes) if branch.classes else ""
    return None
