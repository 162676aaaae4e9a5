"""What the window can do, as rows of a table: id, text, shortcut, enabled-when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class When(Enum):
    """When an action is enabled."""

    ALWAYS = "always"
    PROJECT = "a project is open"
    BACK = "there is something to go back to"
    FORWARD = "there is something to go forward to"
    UNDO = "there is a step to undo and this window may write"
    REDO = "there is a step to redo and this window may write"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. ``text`` carries its mnemonic."""

    id: str
    text: str
    shortcut: str = ""
    when: When = When.ALWAYS


ACTIONS: Final = (
    ActionRow("demo", "Open the CAR-T &demo"),
    ActionRow("open", "&Open…", "Ctrl+O"),
    ActionRow("new", "&New…", "Ctrl+N"),
    ActionRow("search", "&Search", "Ctrl+K", When.PROJECT),
    ActionRow("map", "Process &map", "Ctrl+M", When.PROJECT),
    ActionRow("assess", "&Assess a change…", "Ctrl+I", When.PROJECT),
    ActionRow("back", "&Back", "Alt+Left", When.BACK),
    ActionRow("forward", "&Forward", "Alt+Right", When.FORWARD),
    ActionRow("undo", "&Undo", "Ctrl+Z", When.UNDO),
    ActionRow("redo", "&Redo", "Ctrl+Shift+Z", When.REDO),
    ActionRow("close_tab", "&Close tab", "Ctrl+W", When.PROJECT),
    ActionRow("larger", "&Larger text", "Ctrl++"),
    ActionRow("smaller", "S&maller text", "Ctrl+-"),
    ActionRow("system", "As the &system"),
    ActionRow("light", "&Light"),
    ActionRow("dark", "&Dark"),
    ActionRow("quit", "&Quit", "Ctrl+Q"),
)


def build(parent: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of the table, joined to what they do; every row needs a slot."""
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(row.text, parent)
        if row.shortcut:
            action.setShortcut(QKeySequence(row.shortcut))
            plain = row.text.replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({QKeySequence(row.shortcut).toString()})")
        action.triggered.connect(lambda _checked=False, slot=slots[row.id]: slot())
        parent.addAction(action)
        made[row.id] = action
    return made


def enable(actions: Mapping[str, QAction], true: frozenset[When]) -> None:
    """Enable the actions whose condition is among those that are true now."""
    for row in ACTIONS:
        actions[row.id].setEnabled(row.when in true)
