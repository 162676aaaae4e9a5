"""Where projects are: the demo's own place, and the one opened last."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_LAST = "projects/last"


def home() -> Path:
    """The folder for projects: ``KGAPP_HOME``, else ``kgapp`` in the user's documents."""
    named = os.environ.get("KGAPP_HOME", "").strip()
    if named:
        return Path(named)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "kgapp"


def demo() -> Path:
    """Where the demo lives."""
    return home() / "demo.kgproject"


def last() -> Path | None:
    """The project that was opened last, if its file is still there."""
    text = str(QSettings().value(_LAST, ""))
    return Path(text) if text and Path(text).is_file() else None


def remember(project: Path) -> None:
    """Open this one next time."""
    QSettings().setValue(_LAST, str(project.absolute()))
