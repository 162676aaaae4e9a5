"""A line that is cut where it has no room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kgapp.ui.panels.elided import Elided

WORDS = "14,093 statements and an engine that is ready"


def test_a_line_gives_way_and_its_tool_tip_has_all_of_it(qtbot: QtBot) -> None:
    label = Elided(WORDS)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    label.grab()
    assert label.toolTip() == ""
    label.resize(60, 20)
    label.grab()
    assert WORDS in label.toolTip()
    assert label.minimumSizeHint().width() < 60 < label.sizeHint().width()
    assert label.text() == WORDS
