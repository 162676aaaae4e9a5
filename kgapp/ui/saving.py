"""Saving from the window: a reason is asked once, then one step is committed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kgapp.domain.history import Revision
from kgapp.services.workspace import Workspace
from kgapp.ui.tasks import Failure


@dataclass(frozen=True, slots=True)
class Step:
    """What a save does. ``name`` says it to the user: ``Set normal range of MOI at Boston``.

    ``work`` runs on the writer thread with the project and the reason; ``None`` means that nothing would change. ``done``
    and ``failed`` are called on the GUI thread; without ``failed`` the window says why. ``dropped`` is called when
    the user gives no reason: nothing was saved.
    """

    name: str
    work: Callable[[Workspace, str], Revision | None]
    done: Callable[[Revision | None], None]
    failed: Callable[[Failure], None] | None = None
    dropped: Callable[[], None] | None = None
