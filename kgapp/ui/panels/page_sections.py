"""The list of a page's sections: one line to see what there is and to jump to it; it follows the scrolling."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from kgapp.ui.texts import caption
from kgapp.ui.words import tr


class PageSections(QTabBar):
    """Sections by key, in their order on the page."""

    wanted = Signal(str)
    """A section is to be shown: its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAccessibleName(tr("Sections of the page"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.tabBarClicked.connect(self._jump)
        self.currentChanged.connect(lambda at: self._jump(at) if self.hasFocus() else None)

    def name(self, sections: Sequence[tuple[str, str]]) -> None:
        """Say which sections there are: keys and words."""
        shown = [(key, caption(words, 40)) for key, words in sections]
        if shown == [(self.tabData(at), self.tabText(at)) for at in range(self.count())]:
            return
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for key, words in shown:
            self.setTabData(self.addTab(words), key)
        self.blockSignals(False)

    def mark(self, top: int, place_of: Callable[[str], int]) -> None:
        """Mark the last section that begins above a height; ``place_of`` says where one begins, -1 for nowhere."""
        if self.hasFocus():
            return  # the user walks through the list: it leads, the page follows
        places = [place_of(str(self.tabData(at))) for at in range(self.count())]
        passed = [at for at, place in enumerate(places) if 0 <= place <= top]
        self.setCurrentIndex(passed[-1] if passed else 0)

    def _jump(self, at: int) -> None:
        if at >= 0:
            self.wanted.emit(str(self.tabData(at)))
