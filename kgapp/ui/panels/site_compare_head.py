"""The head of a comparison: its title, what can be done with all of it, and the big counts; folded where there is little room."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget

from kgapp.domain.sites import Comparison
from kgapp.services.sites.overview import Overview
from kgapp.ui import site_rows
from kgapp.ui.models import site_compare as model
from kgapp.ui.models.site_compare import COUNTS
from kgapp.ui.panels import parts
from kgapp.ui.panels.site_compare_parts import CountButton
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.panels.site_compare import SiteComparePanel


class _Room(IntEnum):
    """How much room there is: the least width of each in pixels of the drawings."""

    LITTLE = 0
    SOME = 520
    MUCH = 760


_Act = tuple[str, Callable[[], None]]
_GAPS: Final = -1


class CompareHead(QWidget):
    """Made anew when what it shows changes, or the room for it."""

    folded = Signal(bool)
    """There is little room, so that the figures are a list; or there is more again."""
    counted = Signal(object)
    """Only what one of the big figures counts is to be listed: its place, or ``None`` for what else is chosen."""

    def __init__(self, panel: SiteComparePanel, theme: Theme) -> None:
        super().__init__()
        self._panel, self._theme = panel, theme
        self._found: Overview | None = None
        self._count: int | None = None
        self._room: _Room | None = None
        self.counts: dict[int, CountButton] = {}
        self.primary: QPushButton | None = None
        self._layout = parts.column(self, (16, 12, 16, 6), 8)

    def show_overview(self, found: Overview) -> None:
        """What is compared."""
        self._found = found
        self._make()

    def mark(self, count: int | None) -> None:
        """Which of the big figures is chosen."""
        self._count = count
        for at, button in self.counts.items():
            button.setChecked(at == count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._found is not None and self._room is not self._fits():
            self._make()

    def _fits(self) -> _Room:
        return max(room for room in _Room if self.width() >= self._theme.px(room))

    def _make(self) -> None:
        found = self._found
        if found is None:
            return
        parts.clear(self._layout)
        self._room = self._fits()
        self.folded.emit(self._room is _Room.LITTLE)
        comparison = found.comparison
        title = parts.heading(comparison.title, self._theme, 17, wrap=self._room is _Room.LITTLE)
        top = parts.row(title, stretch=False)
        if self._room is not _Room.LITTLE:
            origin = tr("both derived from “{process}”").format(process=line(comparison.general.label))
            top.addWidget(parts.text(origin, ink="second"), 1)
        self._layout.addLayout(top)
        self._layout.addWidget(parts.Flow(self._buttons(found)))
        self.counts = {}
        if self._room is _Room.LITTLE:
            self._layout.addWidget(self._count_list(comparison))
        else:
            self._layout.addWidget(parts.Flow(self._count_buttons(comparison)))

    def _buttons(self, found: Overview) -> list[QPushButton]:
        changes, rows = len(model.starts(found.comparison)), len(found.comparison.gaps)
        words = tr("Assess all {count} gaps").format(count=changes)
        self.primary = parts.button(words, self._panel.assess_all, primary=True)
        tip = tr("All differences together: {count} changes behind {rows} rows")
        self.primary.setToolTip(tip.format(count=changes, rows=rows))
        self.primary.setEnabled(bool(changes))
        shown = {_Room.LITTLE: 0, _Room.SOME: 2, _Room.MUCH: 4}[self._room or _Room.LITTLE]
        acts = self._acts(found, can_assess=bool(changes))
        made = [self.primary, *(parts.button(words, run) for words, run in acts[:shown])]
        return [*made, self._more(acts[shown:])] if acts[shown:] else made

    def _acts(self, found: Overview, *, can_assess: bool) -> list[_Act]:
        panel = self._panel
        acts: list[_Act] = []
        if panel.can_write and can_assess:
            acts.append((tr("Open as one assessment…"), panel.open_assessment))
        acts.append((tr("Save report…"), panel.save_report))
        if found.transfer is not None:
            project = found.transfer.project.iri
            words = tr("Transfer package {there} of {all}")
            words = words.format(there=found.transfer.available, all=found.transfer.items)
            acts.append((tr("Gap meeting"), lambda: panel.open_place(site_rows.gaps_of(project))))
            acts.append((words, lambda: panel.open_place(site_rows.package_of(project))))
        acts.append((tr("Copy as table"), panel.copy))
        return acts

    def _more(self, acts: list[_Act]) -> QPushButton:
        button = QPushButton(tr("More"))
        menu = QMenu(button)
        for words, run in acts:
            menu.addAction(words, run)
        button.setMenu(menu)
        return button

    def _count_buttons(self, comparison: Comparison) -> list[CountButton]:
        for at in self._listed(comparison):
            count = COUNTS[at]
            button = CountButton(model.counted(comparison, count), said(count.word), count.tone, self._theme)
            button.setChecked(self._count == at)
            button.clicked.connect(lambda checked=False, at=at: self.counted.emit(at if checked else None))
            self.counts[at] = button
        return list(self.counts.values())

    def _count_list(self, comparison: Comparison) -> QComboBox:
        """One line, where there is little room."""
        box = QComboBox()
        box.setAccessibleName(tr("What is listed"))
        box.addItem(tr("Everything that is open"), _GAPS)
        for at in self._listed(comparison):
            box.addItem(f"{number(model.counted(comparison, COUNTS[at]))} {said(COUNTS[at].word)}", at)
        box.setCurrentIndex(max(0, box.findData(_GAPS if self._count is None else self._count)))
        box.activated.connect(lambda at: self.counted.emit(None if box.itemData(at) == _GAPS else box.itemData(at)))
        return box

    def _listed(self, comparison: Comparison) -> list[int]:
        """The places of the figures that are shown; that nothing is justified needs no figure."""
        return [at for at, count in enumerate(COUNTS) if count.tone is not Tone.LOW or model.counted(comparison, count)]
