"""The explorer's trees as a Qt model that is filled branch by branch.

The model asks with ``wanted`` for what a branch holds when a view needs it; whoever owns it answers with ``fill``, at any
time. ``renew`` brings it to another state of the project: rows that are still there stay the same rows, so that selection,
what is open and where one has scrolled to are kept.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kgapp.domain.names import marks, words
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES
from kgapp.services.explorer_branches import Branch, Page
from kgapp.ui import dragging
from kgapp.ui.kinds import kind_of
from kgapp.ui.models import roles
from kgapp.ui.service_words import worded
from kgapp.ui.texts import count_of, line, number, tip
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question of the model: the rows of a branch from ``offset`` on. ``node`` goes back with the answer."""

    node: int
    key: str
    offset: int


@dataclass(eq=False, slots=True)
class _Node:
    branch: Branch
    parent: _Node | None
    number: int
    row: int = 0
    rows: list[_Node] = field(default_factory=list)
    total: int = 0
    loaded: bool = False
    asked: bool = False
    more: bool = False
    """Whether it is the row that loads on."""

    @property
    def things(self) -> int:
        """How many rows are loaded, without the one that loads on."""
        return len(self.rows) - bool(self.rows and self.rows[-1].more)


class ExplorerModel(QAbstractItemModel):
    """Sections, groups and things; one column."""

    wanted = Signal(object)
    """A ``Wanted``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._root = _Node(Branch(""), None, 0, loaded=True)
        self._nodes: dict[int, _Node] = {}
        self._places: dict[Iri, list[_Node]] = {}
        self._tokens: tuple[str, ...] = ()

    def show(self, sections: tuple[Branch, ...], looked_for: str = "") -> None:
        """Replace everything; the words that were looked for are marked in what was found."""
        self.beginResetModel()
        self._tokens = tuple(words(looked_for))
        self._nodes, self._places = {}, {}
        self._root = _Node(Branch(""), None, 0, loaded=True)
        self._root.rows = [self._made(branch, self._root, row) for row, branch in enumerate(sections)]
        self.endResetModel()

    def fill(self, wanted: Wanted, page: Page) -> None:
        """The answer to a question; one that no longer fits is dropped."""
        node = self._nodes.get(wanted.node)
        if node is None or not node.asked or node.branch.inside != wanted.key or wanted.offset != node.things:
            return
        node.asked, node.loaded, node.total = False, True, page.total
        self._append(node, page.branches)

    def fail(self, wanted: Wanted) -> None:
        """There is no answer to a question; it is asked again when the branch is opened again."""
        node = self._nodes.get(wanted.node)
        if node is not None:
            node.asked = False

    def opened(self) -> tuple[tuple[str, int], ...]:
        """The branches that are loaded, with the number of their rows: what ``renew`` needs to know."""
        return tuple({node.branch.inside: node.things for node in self._loaded(self._root)}.items())

    def renew(self, sections: tuple[Branch, ...], pages: Mapping[str, Page]) -> None:
        """Bring the rows to another state of the project; ``pages`` holds the loaded branches as they are now."""
        self._become(self._root, sections, len(sections))
        for node in tuple(self._loaded(self._root)):
            page = pages.get(node.branch.inside)
            if page is not None and node.number in self._nodes:
                node.asked = False
                self._become(node, page.branches, page.total)

    def place(self, thing: Iri) -> QModelIndex:
        """Where a thing stands first; nowhere if it is not loaded."""
        nodes = self._places.get(thing)
        return self._index(nodes[0]) if nodes else QModelIndex()

    def path(self, index: Index) -> tuple[str, ...]:
        """What tells a row from all others, also in another state of the project: its identity below those above it."""
        found: list[str] = []
        node: _Node | None = self._at(index)
        while node is not None and node is not self._root:
            found.append(node.branch.identity)
            node = node.parent
        return tuple(reversed(found))

    def load_on(self, index: Index) -> bool:
        """Load on where this is the row that does so; whether it is."""
        node = self._at(index)
        if not node.more:
            return False
        if node.parent is not None:
            self._ask(node.parent)
        return True

    def is_heading(self, index: Index) -> bool:
        """Whether a row is the heading of a section."""
        return index.isValid() and self._at(index).branch.heading

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        rows = self._at(parent).rows
        if column != 0 or not 0 <= row < len(rows) or parent.column() > 0:
            return QModelIndex()
        return self._index(rows[row])

    def parent(self, index: Index = _NOWHERE) -> Any:
        above = self._at(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._at(parent).rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        node = self._at(parent)
        return parent.column() <= 0 and bool(node.rows or (not node.loaded and node.branch.opens))

    def canFetchMore(self, parent: Index) -> bool:
        node = self._at(parent)
        return not node.loaded and not node.asked and not node.more and node.branch.opens

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._ask(self._at(parent))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self._at(index).branch.iri else flags

    def mimeTypes(self) -> list[str]:
        return [dragging.MIME_THINGS, "text/uri-list", "text/plain"]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        things = (self._at(index).branch.iri for index in indexes)
        return dragging.mime_of(dict.fromkeys(thing for thing in things if thing is not None))

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._at(index)
        if node.more:
            return _loads_on(node, role)
        if role == roles.MARKS:
            return marks(line(node.branch.label), self._tokens) if node.branch.found else ()
        return _answer(node.branch, role)

    def _at(self, index: Index) -> _Node:
        return self._nodes[int(index.internalId())] if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.number)

    def _loaded(self, above: _Node) -> Iterator[_Node]:
        for node in above.rows:
            if node.loaded and node.branch.inside:
                yield node
            yield from self._loaded(node)

    def _made(self, branch: Branch, parent: _Node, row: int) -> _Node:
        node = _Node(replace(branch, children=()), parent, next(self._numbers), row)
        self._nodes[node.number] = node
        if branch.iri is not None:
            self._places.setdefault(branch.iri, []).append(node)
        if branch.children:
            node.loaded, node.total = True, branch.count if branch.heading else len(branch.children)
            node.rows = [self._made(child, node, at) for at, child in enumerate(branch.children)]
            if node.total > len(node.rows):
                node.rows.append(self._loader(node))
        return node

    def _loader(self, parent: _Node) -> _Node:
        node = _Node(Branch(""), parent, next(self._numbers), len(parent.rows), loaded=True, more=True)
        self._nodes[node.number] = node
        return node

    def _forget(self, node: _Node) -> None:
        for below in node.rows:
            self._forget(below)
        del self._nodes[node.number]
        if node.branch.iri is not None:
            others = self._places[node.branch.iri]
            others.remove(node)
            if not others:
                del self._places[node.branch.iri]

    def _ask(self, node: _Node) -> None:
        if not node.asked:
            node.asked = True
            self.wanted.emit(Wanted(node.number, node.branch.inside, node.things))

    def _append(self, node: _Node, branches: tuple[Branch, ...]) -> None:
        """Add rows at the end; the row that loads on goes there, while there is more."""
        if node.rows and node.rows[-1].more:
            self._remove(node, len(node.rows) - 1)
        first = len(node.rows)
        more = node.total > first + len(branches)
        if not branches and not more:
            return
        self.beginInsertRows(self._index(node), first, first + len(branches) + more - 1)
        node.rows += [self._made(branch, node, first + at) for at, branch in enumerate(branches)]
        if more:
            node.rows.append(self._loader(node))
        self.endInsertRows()

    def _become(self, node: _Node, branches: tuple[Branch, ...], total: int) -> None:
        """Bring the rows of a node to these, moving, adding and taking away as little as possible."""
        node.total = total
        if node.rows and node.rows[-1].more:
            self._remove(node, len(node.rows) - 1)
        wanted = {branch.identity for branch in branches}
        for row in reversed(range(len(node.rows))):
            if node.rows[row].branch.identity not in wanted:
                self._remove(node, row)
        here = {below.branch.identity: below for below in node.rows}
        for row, branch in enumerate(branches):
            there = here.get(branch.identity)
            if there is None:
                self._insert(node, row, branch)
                continue
            self._move(node, there.row, row)
            self._update(there, branch)
        self._append(node, ())

    def _remove(self, node: _Node, row: int) -> None:
        self.beginRemoveRows(self._index(node), row, row)
        self._forget(node.rows.pop(row))
        _number(node, row)
        self.endRemoveRows()

    def _insert(self, node: _Node, row: int, branch: Branch) -> None:
        self.beginInsertRows(self._index(node), row, row)
        node.rows.insert(row, self._made(branch, node, row))
        _number(node, row)
        self.endInsertRows()

    def _move(self, node: _Node, old: int, new: int) -> None:
        """Towards the front only: the rows before ``new`` are in their places."""
        if old == new:
            return
        place = self._index(node)
        self.beginMoveRows(place, old, old, place, new)
        node.rows.insert(new, node.rows.pop(old))
        _number(node, new)
        self.endMoveRows()

    def _update(self, node: _Node, branch: Branch) -> None:
        now = replace(branch, children=())
        if node.branch == now:
            return
        opens, key = node.branch.opens, node.branch.inside
        node.branch = now
        if key != now.inside or (node.loaded and not now.opens):
            for row in reversed(range(len(node.rows))):
                self._remove(node, row)
            node.loaded = node.asked = False
        elif not opens and now.opens:
            node.loaded = node.asked = False
        place = self._index(node)
        self.dataChanged.emit(place, place)


def _number(node: _Node, first: int) -> None:
    for row in range(first, len(node.rows)):
        node.rows[row].row = row


def _loads_on(node: _Node, role: int) -> Any:
    parent = node.parent
    assert parent is not None
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return tr("{shown} of {total} · more").format(shown=number(parent.things), total=number(parent.total))
    return {roles.IRI: "", roles.NOTE: "", roles.ICON: "", roles.INK: "accent"}.get(role)


def _answer(branch: Branch, role: int) -> Any:
    asked = _ANSWERS.get(role)
    return asked(branch) if asked is not None else None


def _label(branch: Branch) -> str:
    return branch.label if branch.iri is not None else worded(branch.label)


def _note(branch: Branch) -> str:
    if branch.heading:
        return ""
    if branch.retired:
        return tr("retired")
    return line(branch.note, _NOTE) or _counted(branch)


def _counted(branch: Branch) -> str:
    """Factors and indicators of a step are two numbers, so that the first is the same as on the map."""
    if branch.indicators:
        return f"{number(branch.count - branch.indicators)} + {number(branch.indicators)}"
    return number(branch.count) if branch.count else ""


def _parts(branch: Branch) -> str:
    if not branch.inside.startswith(_IN_STEP) or not branch.count:
        return ""
    factors = count_of(branch.count - branch.indicators, tr("factor"), tr("factors"))
    if not branch.indicators:
        return factors
    return f"{factors}, {count_of(branch.indicators, tr('indicator'), tr('indicators'))}"


def _tip(branch: Branch) -> str:
    """The whole name, then what it is."""
    kinds = ", ".join(term.label for kind in branch.classes if (term := CLASSES.get(kind)))
    if branch.iri is None:
        definition = next((term.definition for kind in branch.classes[:1] if (term := CLASSES.get(kind))), "")
        return tip(f"{_label(branch)}: {definition}" if definition else _label(branch))
    state = tr("retired") if branch.retired else ""
    return tip(" · ".join(part for part in (line(branch.label, 300), kinds, _parts(branch), state, branch.iri) if part))


def _spoken(branch: Branch) -> str:
    return " ".join(part for part in (line(_label(branch)), _said(branch)) if part)


def _said(branch: Branch) -> str:
    words = (_parts(branch), tr("retired")) if branch.retired else (_parts(branch),)
    return ", ".join(part for part in words if part) if _parts(branch) else _note(branch)


def _kind(branch: Branch) -> str:
    """The class whose things a group holds, all of them; empty for other rows."""
    word, _, of = branch.inside.partition(" ")
    whole = branch.iri is None and len(branch.classes) == 1 and not branch.heading
    return branch.classes[0] if whole and word and (not of or word == "class") else ""


def _icon(branch: Branch) -> str:
    return kind_of(branch.classes) if branch.classes and not branch.heading else ""


_NOTE: Final = 40
_IN_STEP: Final = "factors "
_ANSWERS: Final[dict[int, Callable[[Branch], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda branch: line(_label(branch)),
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    roles.NOTE: _note,
    roles.IRI: lambda branch: branch.iri or "",
    roles.ICON: _icon,
    roles.INK: lambda branch: "third" if branch.retired else "",
    roles.HEADING: lambda branch: branch.heading,
    roles.FOUND: lambda branch: branch.found,
    roles.KIND: _kind,
}
