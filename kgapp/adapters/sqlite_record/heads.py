"""Heads of projects that this user's kgapp has written or checked: such a file need not be checked again at every start."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path


def known(project_id: str, head: str) -> bool:
    """Whether this head was checked or written here before."""
    try:
        return _path(project_id).read_text(encoding="ascii") == head
    except (OSError, ValueError):
        return False


def remember(project_id: str, head: str) -> None:
    """Keep a head; a folder that cannot be written only means that the file is checked again next time."""
    path = _path(project_id)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head, encoding="ascii")


def _path(project_id: str) -> Path:
    return _home() / "heads" / re.sub("[^A-Za-z0-9-]", "_", project_id)[:80]


def _home() -> Path:
    named = os.environ.get("KGAPP_HOME", "")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("kgapp")
