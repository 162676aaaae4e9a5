"""What stands around the map: the choice of level, lane and filter above it, the legend below, an impact between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.map_state import MapState, level_name
from kgapp.ui.models.process_parts import Key, Part
from kgapp.ui.panels import parts
from kgapp.ui.panels.elided import Elided
from kgapp.ui.texts import caption, count_of, line, tip
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr


class MapBar(QWidget):
    """Level, process, reference lane, filter, folding, tree."""

    level_wanted = Signal(int)
    state_wanted = Signal(object, str)
    """A ``MapState`` and the name of the step."""
    process_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = MapState()
        self._board: ProcessMap | None = None
        self._levels = QButtonGroup(self)
        self._levels.setExclusive(True)
        self.process = QComboBox()
        self.process.setAccessibleName(tr("Process"))
        self.process.activated.connect(self._process_chosen)
        self.reference = QComboBox()
        self.reference.setAccessibleName(tr("Compare with"))
        self.reference.setToolTip(tr("The site that the others are compared with"))
        self.reference.activated.connect(self._reference_chosen)
        self.filter = QCheckBox(tr("Only what differs"))
        self.filter.clicked.connect(self._filtered)
        self.folding = QPushButton(tr("Fold"))
        self.folding.setToolTip(tr("Fold steps and sites, or open them again"))
        self.folding.setMenu(QMenu(self.folding))
        self.folding.menu().aboutToShow.connect(self._fill_folding)
        self.tree = QPushButton(tr("Tree"))
        self.tree.setCheckable(True)
        self.tree.setToolTip(tr("The same as a tree, for the keyboard and for screen readers (Ctrl+T)"))
        self.tree.clicked.connect(self._tree_chosen)
        self._comparison = QWidget()
        comparison = parts.row(self.reference, self.filter, stretch=False)
        self._comparison.setLayout(comparison)
        widgets = (self._segments(), self.process, self._comparison, self.folding, self.tree)
        self.flow = parts.Flow(widgets, 8)
        layout = parts.row(self.flow, stretch=False)
        layout.setContentsMargins(10, 8, 10, 6)
        self.setLayout(layout)

    def show_state(self, board: ProcessMap, state: MapState) -> None:
        """Show what is chosen."""
        self._board, self._state = board, state
        self._levels.button(state.level).setChecked(True)
        lanes = [lane for lane in board.lanes if not lane.planned]
        sites = [(tr("Compare with {site}").format(site=lane.name), lane.site.iri) for lane in lanes]
        reference = state.reference or board.reference
        _fill(self.reference, sites, reference)
        _fill(
            self.process,
            [(each.label, each.iri) for each in board.processes],
            board.process.iri if board.process else None,
        )
        self.process.setVisible(len(board.processes) > 1)
        self._comparison.setVisible(len(sites) > 1)
        self.filter.setChecked(state.only_differing)
        self.tree.setChecked(state.tree)
        self.flow.updateGeometry()
        self.flow.again()

    def _segments(self) -> QWidget:
        """The levels side by side."""
        group = QWidget()
        group.setAccessibleName(tr("Level"))
        layout = QHBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for level in Level:
            button = QPushButton(level_name(level))
            button.setCheckable(True)
            button.setToolTip(f"{_LEVEL_TIPS()[level]} ({level.value})")
            button.clicked.connect(lambda _checked=False, chosen=level: self.level_wanted.emit(int(chosen)))
            self._levels.addButton(button, int(level))
            layout.addWidget(button)
        return group

    def _process_chosen(self, at: int) -> None:
        self.process_wanted.emit(str(self.process.itemData(at)))

    def _reference_chosen(self, at: int) -> None:
        site = Iri(str(self.reference.itemData(at)))
        self.state_wanted.emit(replace(self._state, reference=site), self.reference.itemText(at))

    def _filtered(self, checked: bool) -> None:
        name = tr("Only what differs") if checked else tr("Everything")
        self.state_wanted.emit(replace(self._state, only_differing=checked), name)

    def _tree_chosen(self, checked: bool) -> None:
        self.state_wanted.emit(replace(self._state, tree=checked), tr("Tree") if checked else tr("Drawing"))

    def _fill_folding(self) -> None:
        menu = self.folding.menu()
        menu.clear()
        if self._board is None:
            return
        menu.addAction(tr("Open all")).triggered.connect(self._open_all)
        menu.addSeparator()
        for lane in self._board.lanes:
            if not lane.planned:
                self._fold_action(menu, Key(Part.LANE, lane.site.iri, lane.site.iri), lane.name)
        menu.addSeparator()
        for step in self._board.steps:
            self._fold_action(menu, Key(Part.COLUMN, step.step.iri), step.step.label)

    def _fold_action(self, menu: QMenu, key: Key, label: str) -> None:
        action = QAction(caption(label), menu)
        action.setCheckable(True)
        action.setChecked(not self._state.folded(key))
        name = (tr("Fold {name}") if action.isChecked() else tr("Open {name}")).format(name=line(label, 40))
        action.triggered.connect(lambda _checked=False: self.state_wanted.emit(self._state.fold(key), name))
        menu.addAction(action)

    def _open_all(self) -> None:
        state = replace(self._state, folded_steps=frozenset(), folded_sites=frozenset())
        self.state_wanted.emit(state, tr("Open all"))


class ImpactBar(QWidget):
    """Which impact is laid over the map, and the way through what it reaches."""

    step_wanted = Signal(int)
    clear_wanted = Signal()
    only_wanted = Signal(bool)
    """Only the path to what is chosen, or all of them again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Short()
        before = parts.button("◀", lambda: self.step_wanted.emit(-1), tip=tr("Previous thing reached ([)"))
        after = parts.button("▶", lambda: self.step_wanted.emit(1), tip=tr("Next thing reached (])"))
        self.only = parts.button(tr("Only this path"), lambda: self.only_wanted.emit(self.only.isChecked()))
        self.only.setCheckable(True)
        self.only.setToolTip(tr("Only the way to what is chosen, hop by hop (I); all again with Escape"))
        before.setAccessibleName(tr("Previous thing reached"))
        after.setAccessibleName(tr("Next thing reached"))
        clear = parts.button(tr("Clear"), self.clear_wanted.emit, tip=tr("Take the impact away"))
        layout = parts.row(stretch=False)
        layout.setContentsMargins(14, 0, 12, 6)
        layout.addWidget(self._words, 1)
        for button in (self.only, before, after, clear):
            layout.addWidget(button)
        self.setLayout(layout)
        self.hide()

    def tell(self, what: str, shown: int, total: int) -> None:
        """Say what is shown."""
        self.only.setChecked(False)
        self._words.say(tr("{change} · showing {shown} of {total}").format(change=line(what), shown=shown, total=total))

    def tell_hop(self, what: str, hop: int, hops: int, sentence: str) -> None:
        """Say which hop of one path is shown; hop 0 is what changes."""
        self.only.setChecked(True)
        at = tr("the way to {what}, {hops}: starts here").format(what=line(what, 80), hops=_hops(hops))
        if hop:
            words = tr("the way to {what}, hop {hop} of {hops}: {sentence}")
            at = words.format(what=line(what, 80), hop=hop, hops=hops, sentence=line(sentence, 240))
        self._words.say(at)


def _hops(count: int) -> str:
    return count_of(count, tr("hop"), tr("hops"))


class MapLegend(QWidget):
    """How much is shown, what the signs mean, and the way back to the whole."""

    fit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Short()
        self._chips = [parts.Chip(word, tone, theme) for word, tone in tones()]
        self._sign = _Edge(theme)
        self._differs = Elided()
        self._differs.setProperty("ink", "second")
        fit = parts.button(tr("Fit"), self.fit_wanted.emit, tip=tr("Show the whole process (0)"))
        layout = parts.row(stretch=False)
        layout.setContentsMargins(14, 6, 12, 8)
        layout.addWidget(self._words, 1)
        for widget in (*self._chips, self._sign, self._differs, fit):
            layout.addWidget(widget)
        self.setLayout(layout)

    def tell(self, words: str, reference: str, *, with_impact: bool) -> None:
        """Say how much is shown, and explain the signs in use."""
        self._words.say(words)
        self._differs.setText(tr("differs from {site}").format(site=reference))
        for chip in self._chips:
            chip.setVisible(with_impact)


class Short(QLabel):
    """One line that is cut where there is no room; the tool tip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show a text."""
        self._all = line(words, 400)
        self.setToolTip(tip(self._all))
        self.setAccessibleName(self._all)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._all, Qt.TextElideMode.ElideRight, self.width()))


class _Edge(QWidget):
    """The sign of a difference."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(4, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.difference)
        painter.end()


def tones() -> tuple[tuple[str, Tone], ...]:
    """The words of an impact's grades."""
    return (
        (tr("high"), Tone.HIGH),
        (tr("medium"), Tone.MEDIUM),
        (tr("low"), Tone.LOW),
        (tr("unknown decides"), Tone.UNKNOWN),
        (tr("touched"), Tone.PLAIN),
    )


def _fill(box: QComboBox, entries: list[tuple[str, Iri]], chosen: Iri | None) -> None:
    blocked = QSignalBlocker(box)
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != entries:
        box.clear()
        for label, thing in entries:
            box.addItem(line(label, 60), thing)
    at = next((at for at, (_, thing) in enumerate(entries) if thing == chosen), 0)
    box.setCurrentIndex(at)
    blocked.unblock()


_LEVEL_TIPS: Final[Callable[[], dict[Level, str]]] = lambda: {  # noqa: E731 - words come from the translator in force
    Level.OVERVIEW: tr("The whole process: how much there is in each step"),
    Level.STEP: tr("Steps with their factors, equipment and materials"),
    Level.PARAMETER: tr("Everything about each parameter"),
}
