"""What the explorer remembers of a project, also for the next start: how its tree is made, what is open, how far it is scrolled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSettings, QTimer

from kgapp.services.explorer import By
from kgapp.ui.panels.explorer_tree import ExplorerTree

_BETWEEN: Final = "\x1f"
_MOST: Final = 500
"""So many open branches are remembered."""
_KEEP_MS: Final = 700
"""Settings are written once it is quiet: that takes too long for each row that is scrolled by."""

Path = tuple[str, ...]


class Memory(QObject):
    """Opens again what was open while a tree is filled."""

    def __init__(self, tree: ExplorerTree) -> None:
        super().__init__(tree)
        self.by = By.WORK
        self._tree, self._place = tree, ""
        self._open: dict[Path, None] = {}
        self._closed: set[Path] = set()
        self._scroll: int | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_KEEP_MS)
        self._late.timeout.connect(self._keep)
        tree.installEventFilter(self)
        tree.expanded.connect(self._expanded)
        tree.collapsed.connect(self._collapsed)
        tree.things.rowsInserted.connect(self._filled)
        tree.verticalScrollBar().valueChanged.connect(self._scrolled)

    def begin(self, project_id: str) -> None:
        """Remember for this project from now on."""
        self._place = f"explorer/{project_id}"
        settings = QSettings()
        by = str(settings.value(f"{self._place}/by", By.WORK.value))
        self.by = next((each for each in By if each.value == by), By.WORK)
        self._read()

    def end(self) -> None:
        """Remember nothing until another project is there."""
        self._keep_now()
        self._place, self._scroll = "", None
        self._open, self._closed = {}, set()

    def switch(self, by: By) -> None:
        """Another way of making the tree, with what was open in that."""
        self._keep_now()
        self.by = by
        QSettings().setValue(f"{self._place}/by", by.value)
        self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is not written yet is, when the tree goes out of sight, as when the window closes."""
        if event.type() == QEvent.Type.Hide:
            self._keep_now()
        return super().eventFilter(watched, event)

    def restore(self) -> None:
        """The tree was filled anew: open what was open; sections are, unless they were closed."""
        self._open_below(QModelIndex(), 0, self._tree.things.rowCount() - 1)
        self._scroll_back()

    def _read(self) -> None:
        settings = QSettings()
        self._open = dict.fromkeys(_paths(settings.value(f"{self._here}/open", [])))
        self._closed = set(_paths(settings.value(f"{self._here}/closed", [])))
        scroll = str(settings.value(f"{self._here}/scroll", ""))
        self._scroll = int(scroll) if scroll.isdigit() else None

    @property
    def _here(self) -> str:
        return f"{self._place}/{self.by.value}"

    def _expanded(self, index: QModelIndex) -> None:
        path = self._tree.things.path(index)
        self._closed.discard(path)
        self._open[path] = None
        self._late.start()

    def _collapsed(self, index: QModelIndex) -> None:
        path = self._tree.things.path(index)
        self._open.pop(path, None)
        if self._tree.things.is_heading(index):
            self._closed.add(path)
        self._late.start()

    def _keep_now(self) -> None:
        if self._late.isActive():
            self._late.stop()
            self._keep()

    def _keep(self) -> None:
        if not self._place:
            return
        settings = QSettings()
        if self._scroll is None:
            settings.setValue(f"{self._here}/scroll", self._tree.verticalScrollBar().value())
        settings.setValue(f"{self._here}/open", [_BETWEEN.join(path) for path in tuple(self._open)[-_MOST:]])
        settings.setValue(f"{self._here}/closed", [_BETWEEN.join(path) for path in sorted(self._closed)])

    def _filled(self, parent: QModelIndex, first: int, last: int) -> None:
        self._open_below(parent, first, last)
        self._scroll_back()

    def _open_below(self, parent: QModelIndex, first: int, last: int) -> None:
        things = self._tree.things
        for row in range(first, last + 1):
            index = things.index(row, 0, parent)
            if not things.hasChildren(index):
                continue
            path = things.path(index)
            if path in self._open or (things.is_heading(index) and path not in self._closed):
                self._tree.expand(index)
                self._open_below(index, 0, things.rowCount(index) - 1)

    def _scroll_back(self) -> None:
        """As far down as one was, as soon as there are so many rows."""
        bar = self._tree.verticalScrollBar()
        if self._scroll is not None:
            self._tree.doItemsLayout()
            wanted, self._scroll = self._scroll, None
            bar.setValue(wanted)
            self._scroll = wanted if bar.value() < wanted else None

    def _scrolled(self, _value: int) -> None:
        if self._scroll is None and self._place:
            self._late.start()


def _paths(stored: object) -> list[Path]:
    """What was written; one path alone comes back as text from some systems."""
    texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return [tuple(text.split(_BETWEEN)) for text in texts if isinstance(text, str) and text]
