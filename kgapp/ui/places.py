"""Where projects are: the folder for them, the demo's own place, and those opened before."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

SUFFIX: Final = ".kgproject"
MOST_RECENT: Final = 8
_LAST: Final = "projects/last"
_RECENT: Final = "projects/recent"
_FOLDER: Final = "projects/folder"


@dataclass(frozen=True, slots=True)
class Recent:
    """A project that was opened, and when (UTC), or a ``server`` by its name or address; then ``path`` means nothing."""

    path: Path
    opened: datetime
    server: str = ""

    @property
    def target(self) -> Path | str:
        """What to open."""
        return self.server or self.path


def home() -> Path:
    """The folder for projects: ``KGAPP_HOME``, else the chosen one, else ``kgapp`` in the user's documents."""
    named = os.environ.get("KGAPP_HOME", "").strip() or str(QSettings().value(_FOLDER, ""))
    if named:
        return Path(named)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "kgapp"


def choose_home(folder: Path | None) -> None:
    """Another folder for projects from now on; ``None`` for the usual one. Projects stay where they are."""
    _keep(_FOLDER, str(folder) if folder else "")


def demo() -> Path:
    """Where the demo lives."""
    return home() / f"demo{SUFFIX}"


def last() -> Path | None:
    """The project that was opened last, if its file is still there."""
    text = str(QSettings().value(_LAST, ""))
    return Path(text) if text and Path(text).is_file() else None


def recent() -> tuple[Recent, ...]:
    """Projects opened before, the last one first, whether their files are still there or not."""
    try:
        told = json.loads(str(QSettings().value(_RECENT, "[]")))
        found = [_recent(*row) for row in told]
    except (ValueError, TypeError):  # settings that somebody edited by hand
        return ()
    return tuple(found[:MOST_RECENT])


def remember(project: Path | str) -> None:
    """List this one first, and open it next time; a server is opened only when the user says so."""
    if isinstance(project, str):
        _keep(_LAST, "")
        _list(Recent(Path(), datetime.now(UTC), project), *(one for one in recent() if one.target != project))
        return
    path = project.absolute()
    if str(QSettings().value(_LAST, "")) == str(path) and any(one.target == path for one in recent()[:1]):
        return
    _keep(_LAST, str(path))
    _list(Recent(path, datetime.now(UTC)), *(one for one in recent() if one.target != path))


def forget(project: Path | str) -> None:
    """Take a project off the list; its file is not touched."""
    _list(*(one for one in recent() if one.target != project))


def _recent(path: str, at: str, server: str = "") -> Recent:
    return Recent(Path(path), datetime.fromisoformat(at).astimezone(UTC), str(server))


def _list(*found: Recent) -> None:
    _keep(_RECENT, json.dumps([_row(one) for one in found[:MOST_RECENT]]))


def _row(one: Recent) -> list[str]:
    return [str(one.path), one.opened.isoformat(), *((one.server,) if one.server else ())]


def _keep(key: str, text: str) -> None:
    settings = QSettings()
    settings.setValue(key, text)
    settings.sync()
