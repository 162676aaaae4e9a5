"""The explorer: the project as trees, with a filter. Also the map's twin for whoever prefers a tree."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.explorer import Branch
from kgapp.ui.models import roles
from kgapp.ui.models.explorer import ExplorerModel
from kgapp.ui.panels import parts
from kgapp.ui.panels.rows import TreeRows
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.theme import Theme


class ExplorerPanel(QWidget):
    """Filter and trees."""

    chosen = Signal(str)
    """A thing was chosen, as IRI."""
    opened = Signal(str)
    """A thing is to be opened, as IRI."""
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ExplorerModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setAutoAcceptChildRows(True)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter = QLineEdit()
        self._filter.setObjectName("filter")
        self._filter.setPlaceholderText("Filter")
        self._filter.setAccessibleName("Filter the explorer")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._narrow)
        self.tree = self._tree(theme)
        self._states = States(self.tree, theme)
        layout = parts.column(self, (8, 10, 0, 0), 6)
        place = parts.row(self._filter, stretch=False)
        place.setContentsMargins(0, 0, 8, 0)
        layout.addLayout(place)
        layout.addWidget(self._states)
        theme.changed.connect(self.tree.scheduleDelayedItemsLayout)

    def show_trees(self, sections: tuple[Branch, ...]) -> None:
        """Replace the trees."""
        self._model.show(sections)
        for row in range(self._shown.rowCount()):
            self.tree.expand(self._shown.index(row, 0))
        if sections:
            self._states.content()
        else:
            self._states.empty("Nothing here yet", "Import a file on the command line: kgapp import PROJECT FILE.")

    def show_failure(self, failure: Failure) -> None:
        """Say why there are no trees."""
        self._states.failed(failure)

    def choose(self, thing: Iri) -> None:
        """Choose a thing quietly, if it is in a tree."""
        place = self._shown.mapFromSource(self._model.place(thing))
        selection = self.tree.selectionModel()
        before = selection.blockSignals(True)
        if place.isValid():
            self.tree.setCurrentIndex(place)
            self.tree.scrollTo(place)
        else:
            self.tree.setCurrentIndex(QModelIndex())
        selection.blockSignals(before)
        self.tree.viewport().update()

    def _tree(self, theme: Theme) -> QTreeView:
        tree = QTreeView()
        tree.setObjectName("explorer")
        tree.setAccessibleName("Explorer")
        tree.setModel(self._shown)
        tree.setItemDelegate(TreeRows(tree, theme))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(False)
        tree.setRootIsDecorated(False)
        tree.setIndentation(theme.px(12))
        tree.setExpandsOnDoubleClick(True)
        tree.setMouseTracking(True)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.selectionModel().currentChanged.connect(self._choose)
        tree.clicked.connect(self._toggle)
        tree.activated.connect(self._open)
        tree.customContextMenuRequested.connect(self._menu)
        return tree

    def _narrow(self, words: str) -> None:
        self._shown.setFilterFixedString(words.strip())
        if words.strip():
            self.tree.expandAll()

    def _choose(self, index: QModelIndex) -> None:
        if iri := index.data(roles.IRI):
            self.chosen.emit(iri)

    def _open(self, index: QModelIndex) -> None:
        if iri := index.data(roles.IRI):
            self.opened.emit(iri)

    def _toggle(self, index: QModelIndex) -> None:
        """One click opens a group or a step; sections stay open."""
        if index.parent().isValid() and self._shown.rowCount(index):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _menu(self, place: QPoint) -> None:
        if iri := self.tree.indexAt(place).data(roles.IRI):
            self.menu_wanted.emit(iri, self.tree.viewport().mapToGlobal(place))
