"""What stands beside a graph: the links of the chosen thing to show more by, the ways found, and the legend that filters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kgapp.services.graph_paths import Paths
from kgapp.services.graph_picture import Picture
from kgapp.services.neighbourhood import Branch, Step
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.graph_checks import Check
from kgapp.ui.panels import parts
from kgapp.ui.panels.graph_lists import ChecksList
from kgapp.ui.texts import block, line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr


class GraphSide(QScrollArea):
    """Tells what is wanted; the panel does it."""

    expand_wanted = Signal(object)
    """The ticked link types, a tuple of ``Step``."""
    kind_toggled = Signal(str)
    link_toggled = Signal(str)
    fold_wanted = Signal(str)
    way_chosen = Signal(int)
    ways_closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._branches: tuple[tuple[Branch, int], ...] = ()
        self._ticked: set[Step] = set()
        self._folded: frozenset[str] = frozenset()
        self._titles: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("page")
        inner = QWidget()
        self._column = parts.column(inner, (12, 12, 12, 12), 6)
        self.setWidget(inner)
        self._make_ways()
        self.about = parts.heading(tr("Links"), theme, 13)
        self._column.addWidget(self.about)
        self.hint = parts.text("", ink="second")
        self._column.addWidget(self.hint)
        self.branches = self._list(tr("Links of the chosen thing"))
        self.branches.checks.toggled.connect(self._tick)
        self.show_more: QPushButton = parts.button(tr("Show"), self._expand, primary=True)
        self._column.addWidget(self.show_more)
        self._heading(tr("Kinds"))
        self.kinds = self._list(tr("Kinds in the graph"))
        self.kinds.checks.toggled.connect(lambda key: self.kind_toggled.emit(str(key)))
        self.kinds.selectionModel().currentChanged.connect(self._name_fold)
        self.fold = parts.button(tr("Group this kind"), self._fold)
        self._column.addWidget(self.fold)
        self._heading(tr("Link types"))
        self.links = self._list(tr("Link types in the graph"))
        self.links.checks.toggled.connect(lambda key: self.link_toggled.emit(str(key)))
        self._column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen, or more than one thing."""
        self._branches, self._ticked = (), set()
        self.about.setText(tr("Links"))
        self.hint.setText(tr("Choose a thing to see by what it is linked with others."))
        self._redraw()

    def show_branches(self, name: str, branches: tuple[tuple[Branch, int], ...], *, stopped: bool) -> None:
        """The link types of a thing, each with how many of its neighbours are in the graph already."""
        self._branches, self._ticked = branches, set()
        self.about.setText(line(tr("Links of {name}").format(name=name), 80))
        words = tr("It stops here: it is not expanded.") if stopped else tr("Tick what to show, several at once.")
        self.hint.setText(words if branches else tr("Nothing is linked with it."))
        self._redraw()

    def show_legend(self, picture: Picture) -> None:
        """The kinds and link types of the graph."""
        self.kinds.checks.show(
            tuple(
                Check(
                    entry.key,
                    entry.label or tr("no kind"),
                    entry.count,
                    entry.shown,
                    kind_of(entry.types) if entry.types else "thing",
                    tr("{count}, grouped").format(count=number(entry.count)) if entry.folded else "",
                )
                for entry in picture.kinds
            )
        )
        self.links.checks.show(
            tuple(Check(entry.key, entry.label, entry.count, entry.shown) for entry in picture.links)
        )
        self._folded = frozenset(entry.key for entry in picture.kinds if entry.folded)
        self._name_fold()

    def show_ways(self, paths: Paths | None) -> None:
        """The ways that a search found, as sentences; ``None`` puts them away."""
        self._ways.setVisible(paths is not None)
        self.ways.clear()
        if paths is None:
            return
        self.outcome.setText(block(paths.sentence, 600))
        for way in paths.ways:
            said = "\n".join(line(sentence, 200) for hop in way for sentence in hop.sentences[:3])
            entry = QListWidgetItem(said)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, said.replace("\n", " "))
            self.ways.addItem(entry)
        self.ways.setVisible(bool(paths.ways))
        self.ways.setCurrentRow(0)
        self.verticalScrollBar().setValue(0)

    def _make_ways(self) -> None:
        self._ways = QWidget()
        layout: QVBoxLayout = parts.column(self._ways, (0, 0, 0, 8), 6)
        title = parts.heading(tr("Ways between two things"), self._theme, 13)
        self._titles.append(title)
        layout.addWidget(title)
        self.outcome = parts.text("", ink="first")
        layout.addWidget(self.outcome)
        self.ways = QListWidget()
        self.ways.setAccessibleName(tr("Ways found"))
        self.ways.setWordWrap(True)
        self.ways.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ways.currentRowChanged.connect(self.way_chosen)
        layout.addWidget(self.ways)
        layout.addWidget(parts.button(tr("Close the ways"), self.ways_closed.emit))
        self._column.addWidget(self._ways)
        self._ways.hide()

    def _list(self, name: str) -> ChecksList:
        made = ChecksList(name, self._theme)
        self._column.addWidget(made)
        return made

    def _heading(self, words: str) -> None:
        label = parts.heading(words, self._theme, 13)
        self._titles.append(label)
        self._column.addSpacing(8)
        self._column.addWidget(label)

    def _redraw(self) -> None:
        self.branches.checks.show(
            tuple(
                Check(
                    branch.step,
                    branch.label,
                    branch.count,
                    branch.step in self._ticked,
                    note=_shown(shown, branch.count),
                )
                for branch, shown in self._branches
            )
        )
        self.branches.setVisible(bool(self._branches))
        self.show_more.setVisible(bool(self._branches))
        self.show_more.setEnabled(bool(self._ticked))

    def _tick(self, key: object) -> None:
        assert isinstance(key, Step)
        self._ticked ^= {key}
        self._redraw()

    def _expand(self) -> None:
        self.expand_wanted.emit(tuple(branch.step for branch, _ in self._branches if branch.step in self._ticked))

    def _fold(self) -> None:
        key = self.kinds.here
        if isinstance(key, str):
            self.fold_wanted.emit(key)

    def _name_fold(self) -> None:
        key = self.kinds.here
        self.fold.setEnabled(key is not None)
        folded = key in self._folded
        self.fold.setText(tr("Ungroup this kind") if folded else tr("Group this kind"))

    def _dress(self) -> None:
        for label in (self.about, *self._titles):
            label.setFont(self._theme.font(13, strong=True))
        self.ways.setMinimumHeight(self._theme.px(140))


def _shown(shown: int, total: int) -> str:
    """How many of the neighbours are in the graph already, beside a box that adds the others."""
    if shown and shown >= total:
        return tr("all {total} shown").format(total=number(total))
    return tr("{shown} of {total} shown").format(shown=number(shown), total=number(total)) if shown else ""
