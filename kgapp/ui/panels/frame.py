"""The areas of the window: explorer, tabs, findings below them, inspector. The outer ones fold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme

_EXPLORER: Final = 238
_INSPECTOR: Final = 316
_FINDINGS: Final = 210
_CENTRE: Final = 460
_TAB: Final = 40
_STORED: Final = "window/folded"


class Frame(QWidget):
    """Keeps which areas are folded, also for the next start. Where the window is too narrow for all, the inspector folds."""

    folded = Signal()
    """An area was folded or shown."""

    def __init__(self, explorer: QWidget, inspector: QWidget, findings: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._outer = {"explorer": explorer, "inspector": inspector, "findings": findings}
        self._centre: QWidget | None = None
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(QWidget())
        self._middle.addWidget(findings)
        self._across = QSplitter()
        for widget in (explorer, self._middle, inspector):
            self._across.addWidget(widget)
        for splitter in (self._middle, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._across.setStretchFactor(1, 1)
        self._middle.setStretchFactor(0, 1)
        self._wanted = ["explorer", "inspector"]
        self._folded = set(str(QSettings().value(_STORED, "findings")).split())
        parts.column(self).addWidget(self._across)
        self._sharing = QTimer(self)
        self._sharing.setSingleShot(True)
        self._sharing.setInterval(0)
        self._sharing.timeout.connect(self.share)
        theme.changed.connect(self._sharing.start)
        self._show()

    def put(self, centre: QWidget) -> None:
        """Put the tabs of a project in the middle; the ones before go."""
        old = self._middle.replaceWidget(0, centre)
        self._centre = centre
        centre.show()
        if old is not None:
            old.deleteLater()
        self.share()

    def is_folded(self, area: str) -> bool:
        """Whether ``explorer``, ``inspector`` or ``findings`` is folded by the user."""
        return area in self._folded

    def fold(self, area: str, *, away: bool) -> None:
        """Fold an area away or show it."""
        (self._folded.add if away else self._folded.discard)(area)
        if area in self._wanted and not away:
            self._wanted.sort(key=lambda each: each != area)
        QSettings().setValue(_STORED, " ".join(sorted(self._folded)))
        self._show()
        self.share()

    def fold_explorer(self) -> None:
        """Fold the explorer, or show it."""
        self.fold("explorer", away=not self.is_folded("explorer"))

    def fold_inspector(self) -> None:
        """Fold the inspector, or show it."""
        self.fold("inspector", away=not self.is_folded("inspector"))

    def fold_findings(self) -> None:
        """Fold the findings, or show them and go there."""
        self.fold("findings", away=not self.is_folded("findings"))
        if not self.is_folded("findings"):
            self._outer["findings"].setFocus()

    def show_findings(self) -> None:
        """Show the findings, if they are folded, and go there."""
        self.fold("findings", away=False)
        self._outer["findings"].setFocus()

    def next_area(self) -> None:
        """Give the keyboard to the next area that is in sight."""
        areas = (self._outer["explorer"], self._centre, self._outer["findings"], self._outer["inspector"])
        seen = [area for area in areas if area is not None and area.isVisible()]
        focus = QApplication.focusWidget()
        at = next((at for at, area in enumerate(seen) if focus is not None and area.isAncestorOf(focus)), -1)
        for area in (*seen[at + 1 :], *seen[: at + 1]):
            if _focus_into(area):
                return

    def share(self) -> None:
        """Give each area its width at the present size of text."""
        px = self._theme.px
        for area, least in _LEAST.items():
            self._outer[area].setMinimumWidth(px(least))
        self._show()
        sides = {"explorer": px(_EXPLORER), "inspector": px(_INSPECTOR)}
        seen = [area for area in sides if self._shows(area)]
        short = px(_CENTRE) + sum(sides[area] for area in seen) - self.width()
        if short > 0 and seen:
            sides = {area: max(px(_LEAST[area]), width - short // len(seen)) for area, width in sides.items()}
        centre = self.width() - sum(sides[area] for area in seen)
        self._across.setSizes([sides["explorer"], centre, sides["inspector"]])
        low = self.height() < px(_FINDINGS) * 2  # there the tabs leave the findings all but their own names
        below = self.height() - px(_TAB) if low else px(_FINDINGS)
        if self._centre is not None:
            self._centre.setMinimumHeight(px(_TAB))
        self._middle.setSizes([max(px(_TAB), self.height() - below), below])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            before = [self._shows(area) for area in self._wanted]
            self._show()
            if before != [self._shows(area) for area in self._wanted]:
                self.share()

    def _shows(self, area: str) -> bool:
        return not self._outer[area].isHidden()

    def _show(self) -> None:
        """Show what is not folded. In a window too narrow for all areas, the one shown last stays."""
        px = self._theme.px
        room = self.width() - px(_CENTRE)
        open_areas = [area for area in self._wanted if area not in self._folded]
        for area in self._wanted:
            room -= px(_LEAST[area]) if area in open_areas else 0
            only = area in open_areas[:1] and self.width() >= px(_LEAST[area]) * 2
            self._outer[area].setVisible(area in open_areas and (room >= 0 or only or not self.isVisible()))
        self._outer["findings"].setVisible("findings" not in self._folded)
        self.folded.emit()


_LEAST: Final = {"explorer": 170, "inspector": 240}


def _focus_into(area: QWidget) -> bool:
    """Give the keyboard to the first thing in an area that takes it; whether there is one."""
    for widget in area.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
