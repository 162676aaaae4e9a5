"""The explorer: the project as trees, by work or by class, with a filter. Also the map's twin for whoever prefers a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QStackedWidget, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import explorer, explorer_filter
from kgapp.services.explorer import By, Fresh
from kgapp.services.explorer_branches import Branch
from kgapp.services.explorer_filter import Narrowed
from kgapp.ui import copying, menus, places_table
from kgapp.ui.filter_keys import FilterKeys
from kgapp.ui.menus import Group, MenuRow
from kgapp.ui.models import roles
from kgapp.ui.models.explorer import ExplorerModel, Wanted
from kgapp.ui.panels import parts
from kgapp.ui.panels.explorer_memory import Memory
from kgapp.ui.panels.explorer_tree import ExplorerTree
from kgapp.ui.panels.states import States
from kgapp.ui.project import OpenProject
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TOPIC = "explorer"
_FILTER = "explorer filter"
_SLOW_MS = 300


class ExplorerPanel(QWidget):
    """Filter, switch and trees. Says what is chosen; everything else it asks of the desk."""

    chosen = Signal(str)
    """A thing was chosen, as IRI."""
    opened = Signal(str)
    """A thing is to be opened, as IRI."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._desk: Desk | None = None
        self._project: OpenProject | None = None
        self.tree = self._tree(ExplorerModel(self), tr("Explorer"))
        self.matches = self._tree(ExplorerModel(self), tr("What fits the filter"))
        self._memory = Memory(self.tree)
        self.filter = QLineEdit()
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Filter"))
        self.filter.setAccessibleName(tr("Filter the explorer"))
        self.filter.setClearButtonEnabled(True)
        LeavesUndo(self.filter)
        FilterKeys(self.filter, self._into_tree)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self._into_tree)
        self.by = QButtonGroup(self)
        self._said = parts.text("", ink="second")
        self._said.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.matches)
        self._states = States(self._pages, theme)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(lambda: self._states.busy(tr("Looking through the project…")))
        self._lay_out()
        self.setFocusProxy(self.filter)

    def join(self, desk: Desk) -> None:
        """Show the project that is open on a desk."""
        self._desk, self._project = desk, desk.project
        self._memory.end()
        self.filter.clear()
        self.tree.things.show(())
        self._slow.start()
        desk.project.read(lambda reader: reader.meta().project_id, self._begin, self.show_failure, _TOPIC)

    def project_changed(self, _subjects: frozenset[Iri]) -> None:
        """Bring the tree to the project's new state; what is open and chosen stays so."""
        if self._project is None:
            return
        by, loaded = self._memory.by, self.tree.things.opened()
        self._project.read(lambda reader: explorer.refresh(reader, by, loaded), self._renew, self.show_failure, _TOPIC)
        if self.filter.text().strip():
            self._narrow(self.filter.text())

    def show_failure(self, failure: Failure) -> None:
        """Say why there are no trees."""
        self._slow.stop()
        self._states.failed(failure, self._load)

    def choose(self, thing: Iri) -> None:
        """Choose a thing quietly, if it is in a tree and loaded."""
        self.tree.choose(self.tree.things.place(thing))

    def switch(self, by: By) -> None:
        """Make the tree by work or by class."""
        if by is not self._memory.by:
            self._memory.switch(by)
            self._load()
            if self.filter.text().strip():
                self._narrow(self.filter.text())

    def _tree(self, model: ExplorerModel, name: str) -> ExplorerTree:
        tree = ExplorerTree(model, self._theme, name)
        model.wanted.connect(lambda wanted: self._fetch(model, wanted))
        tree.selectionModel().currentChanged.connect(self._choose)
        tree.selectionModel().selectionChanged.connect(lambda *_: self._sum_up(tree))
        tree.opened.connect(self._open)
        tree.edit_wanted.connect(lambda things: self._run(things, "F2"))
        tree.retire_wanted.connect(lambda things: self._run(things, "Del"))
        tree.copy_wanted.connect(self._copy)
        tree.menu_wanted.connect(lambda things, place: self._menu(tree, things, place))
        return tree

    def _lay_out(self) -> None:
        for at, (text, tip) in enumerate(
            (
                (tr("By work"), tr("Process, sites, knowledge, quality system")),
                (tr("By class"), tr("Everything by the class it belongs to")),
            )
        ):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setObjectName("switch")
            self.by.addButton(button, at)
        self.by.button(0).setChecked(True)
        self.by.idClicked.connect(lambda at: self.switch(list(By)[at]))
        layout = parts.column(self, (8, 10, 0, 0), 6)
        for row in (parts.row(self.filter, stretch=False), parts.row(*self.by.buttons(), spacing=4)):
            row.setContentsMargins(0, 0, 8, 0)
            layout.addLayout(row)
        layout.addWidget(self._said)
        layout.addWidget(self._states)

    def _begin(self, project_id: str) -> None:
        self._memory.begin(project_id)
        self.by.button(list(By).index(self._memory.by)).setChecked(True)
        self._load()

    def _load(self) -> None:
        project, by = self._project, self._memory.by
        if project is None:
            return
        self._slow.start()
        project.read(lambda reader: explorer.roots(reader, by), self._show, self.show_failure, _TOPIC)

    def _show(self, sections: tuple[Branch, ...]) -> None:
        self._slow.stop()
        self.tree.things.show(sections)
        self._memory.restore()
        self._say_state(sections)

    def _renew(self, fresh: Fresh) -> None:
        self._slow.stop()
        self.tree.things.renew(fresh.roots, fresh.pages)
        self._say_state(fresh.roots)

    def _say_state(self, sections: tuple[Branch, ...]) -> None:
        if sections:
            self._states.content()
        else:
            self._states.empty(
                tr("Nothing here yet"),
                tr(
                    "Steps, sites and know-how will stand here. Add a thing, or import a file: kgapp import PROJECT FILE."
                ),
            )

    def _fetch(self, model: ExplorerModel, wanted: Wanted) -> None:
        project = self._project
        if project is None:
            return

        def failed(failure: Failure) -> None:
            model.fail(wanted)
            if self._desk is not None:
                self._desk.tell(failure)

        project.read(
            lambda reader: explorer.children(reader, wanted.key, offset=wanted.offset),
            lambda page: model.fill(wanted, page),
            failed,
        )

    def _narrow(self, text: str) -> None:
        """Show only what fits; the tree stays as it was behind."""
        project, by, words = self._project, self._memory.by, text.strip()
        if not words or project is None:
            if project is not None:
                project.forget(_FILTER)
            self._pages.setCurrentWidget(self.tree)
            self._said.hide()
            return
        project.read(
            lambda reader: explorer_filter.narrowed(reader, words, by),
            lambda found: self._show_matches(words, found),
            self.show_failure,
            _FILTER,
        )

    def _show_matches(self, words: str, found: Narrowed) -> None:
        self.matches.things.show(found.roots, words)
        self.matches.expandToDepth(_DEEP)
        self._pages.setCurrentWidget(self.matches)
        self._said.setText(_said(words, found))
        self._said.show()

    def _into_tree(self) -> None:
        """From the filter to the first match."""
        tree = self._pages.currentWidget()
        if isinstance(tree, ExplorerTree):
            tree.setFocus(Qt.FocusReason.TabFocusReason)
            first = next((index for index in _rows(tree.things) if index.data(roles.FOUND)), None)
            if first is not None:
                tree.setCurrentIndex(first)

    def _choose(self, index: QModelIndex) -> None:
        if iri := index.data(roles.IRI):
            self.chosen.emit(iri)

    def _sum_up(self, tree: ExplorerTree) -> None:
        """Several things that are chosen are summed up in the inspector."""
        if self._desk is not None and len(chosen := tree.chosen) > 1:
            self._desk.inspect_all(chosen)

    def _open(self, things: tuple[Iri, ...]) -> None:
        for thing in things[: menus.MOST_OPENED]:
            self.opened.emit(thing)

    def _run(self, things: tuple[Iri, ...], key: str) -> None:
        """What the menu has for this key, if it makes sense for what is chosen."""
        if self._desk is not None and things:
            menus.run_key(self._desk, things, key)

    def _copy(self, things: tuple[Iri, ...]) -> None:
        if self._desk is not None and things:
            copying.names(self._desk, things)

    def _menu(self, tree: ExplorerTree, things: tuple[Iri, ...], place: QPoint) -> None:
        if self._desk is None:
            return
        index = tree.currentIndex()
        kind = index.data(roles.KIND) if not things else ""
        here = [_grid(self._desk, Iri(kind))] if kind else []
        if tree.things.hasChildren(index):
            opened = tree.isExpanded(index)
            text = tr("Close the branch") if opened else tr("Open the branch")
            here.append(_row(text, lambda: tree.setExpanded(index, not opened)))
        here.append(_row(tr("Close all branches"), lambda: _close_all(tree)))
        menus.popup(self._desk, self, things, place, here)


def _grid(desk: Desk, kind: Iri) -> MenuRow:
    return _row(tr("All of them in a grid"), lambda: desk.open_place(places_table.grid_of_class(kind)))


def _row(text: str, run: object) -> MenuRow:
    assert callable(run)
    return MenuRow(text, Group.HERE, lambda _about: True, lambda _desk, _things: run())


def _close_all(tree: ExplorerTree) -> None:
    """Close everything but the sections."""
    tree.collapseAll()
    for row in range(tree.things.rowCount()):
        tree.expand(tree.things.index(row, 0))


def _rows(model: ExplorerModel, parent: QModelIndex | None = None) -> list[QModelIndex]:
    """All loaded rows, from the top down."""
    above = QModelIndex() if parent is None else parent
    found: list[QModelIndex] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index, *_rows(model, index)]
    return found


def _said(words: str, found: Narrowed) -> str:
    """How much fits."""
    if not found.shown:
        return tr("Nothing fits “{words}”.").format(words=line(words, 40))
    if found.more:
        return tr("The best {shown} of more than {total}: add a word").format(
            shown=number(found.shown), total=number(found.total)
        )
    if found.total > found.shown:
        return tr("The best {shown} of {total}: add a word").format(
            shown=number(found.shown), total=number(found.total)
        )
    return tr("{count} fit").format(count=number(found.total))


_DEEP = 12
