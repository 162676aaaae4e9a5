"""The areas of the window fold, and never leave it too wide for the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kgapp.ui.panels import parts
from kgapp.ui.panels.frame import Frame
from kgapp.ui.theme import Theme


class Areas:
    """A frame with a field in each area."""

    def __init__(self, theme: Theme) -> None:
        self.explorer, self.inspector, self.findings, self.centre = (self._area() for _ in range(4))
        self.frame = Frame(self.explorer, self.inspector, self.findings, theme)
        self.frame.put(self.centre)
        self.frame.resize(1400, 800)
        self.frame.show()

    def seen(self) -> tuple[bool, bool, bool]:
        """Whether explorer, inspector and findings are in sight."""
        return self.explorer.isVisible(), self.inspector.isVisible(), self.findings.isVisible()

    @staticmethod
    def _area() -> QWidget:
        area = QWidget()
        parts.column(area).addWidget(QLineEdit())
        return area


@pytest.fixture
def areas(qtbot: QtBot, theme: Theme) -> Areas:
    made = Areas(theme)
    qtbot.addWidget(made.frame)
    return made


def test_an_area_folds_and_the_next_start_remembers(areas: Areas, theme: Theme, qtbot: QtBot) -> None:
    assert areas.seen() == (True, True, False)
    areas.frame.fold_inspector()
    areas.frame.fold_findings()
    assert areas.seen() == (True, False, True)
    again = Areas(theme)
    qtbot.addWidget(again.frame)
    assert again.seen() == (True, False, True)
    again.frame.fold_inspector()
    again.frame.fold_explorer()
    assert again.seen() == (False, True, True)


def test_a_narrow_window_keeps_the_area_that_was_asked_for_last(areas: Areas, qtbot: QtBot) -> None:
    areas.frame.resize(700, 600)
    assert areas.seen() == (True, False, False)
    areas.frame.fold("inspector", away=False)
    assert areas.seen() == (False, True, False)
    areas.frame.resize(1400, 600)
    assert areas.seen() == (True, True, False)


def test_the_keyboard_goes_from_area_to_area_and_round(areas: Areas, qtbot: QtBot) -> None:
    areas.frame.activateWindow()
    qtbot.waitUntil(areas.frame.isActiveWindow)
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    visited = []
    for _ in range(4):
        areas.frame.next_area()
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus.parentWidget())
    assert visited == [areas.explorer, areas.centre, areas.inspector, areas.explorer]
