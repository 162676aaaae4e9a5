"""Which actions of the window are enabled now, and which are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.ui.actions import When
from kgapp.ui.theme import Look

if TYPE_CHECKING:
    from kgapp.ui.project import Status
    from kgapp.ui.trail import Trail
    from kgapp.ui.views import View
    from kgapp.ui.window import MainWindow


def conditions(window: MainWindow, status: Status | None, trail: Trail, here: View | None) -> frozenset[When]:
    """What is true now; ``status`` is of the open project."""
    writable = window.has_project and window.project.writable
    before, after = here.view_steps() if here is not None else ("", "")
    true = {
        When.ALWAYS: True,
        When.PROJECT: window.has_project,
        When.FILE: window.has_project and not window.project.endpoint,
        When.WRITABLE: writable,
        When.BACK: trail.can_go_back,
        When.FORWARD: trail.can_go_forward,
        When.UNDO: bool(status and status.undo and writable),
        When.REDO: bool(status and status.redo and writable),
        When.SPELL: bool(window.keeping.saver.spell),
        When.VIEW_UNDO: bool(before),
        When.VIEW_REDO: bool(after),
    }
    return frozenset(when for when, is_true in true.items() if is_true)


def ticks(window: MainWindow) -> dict[str, bool]:
    """What is on, by the id of its action."""
    areas = ("explorer", "inspector", "findings")
    return {
        **{f"fold_{area}": not window.areas.is_folded(area) for area in areas},
        **{look.value: window.theme.look is look for look in Look},
    }
