"""Drafts as small JSON files in a folder of the user's: one folder a project, one file a place.

A file is written aside, synced and renamed, so that a crash leaves the older draft or the newer one, never half of one.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from datetime import datetime
from pathlib import Path
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.services import whole_files
from kgapp.services.drafts import MOST_DRAFTS, Draft, LeftOver, check_size

_FORMAT: Final = "kgapp-draft/1"
_MOST_BYTES: Final = 64_000_000
"""A file larger than this was not written by kgapp: it is not read."""


class DraftFiles:
    """Drafts below a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._dropped: dict[Path, datetime] = {}
        self._kept: dict[Path, datetime] = {}

    def keep(self, project_id: str, draft: Draft) -> None:
        """Keep a draft in place of the one there. Raises ``BadInput``."""
        check_size(draft)
        path = self._path(project_id, draft.place)
        with self._lock:
            dropped, kept = self._dropped.get(path), self._kept.get(path)
            if (dropped is not None and draft.at <= dropped) or (kept is not None and draft.at < kept):
                return
            try:
                _write(path, _text(draft))
                self._kept[path] = draft.at
                _prune(path.parent)
            except OSError as error:
                raise BadInput(
                    f"What you type cannot be kept for the case of a crash: {error.strerror or error}.",
                    hint=f"The folder is {path.parent}.",
                ) from error

    def drop(self, project_id: str, place: str, at: datetime) -> None:
        """Forget the draft of a place, and any from before ``at`` that is still on its way; a newer one stays."""
        path = self._path(project_id, place)
        with self._lock:
            self._dropped[path] = at
            kept = self._kept.get(path)
            if kept is not None and kept > at:
                return
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise BadInput(f"An old draft cannot be removed: {error.strerror or error}.", hint=f"{path}") from error

    def left(self, project_id: str) -> LeftOver:
        """The drafts of a project, newest first; damaged ones are renamed and counted."""
        found: list[Draft] = []
        damaged = 0
        with self._lock:
            for path in sorted(self._of(project_id).glob("*.json")):
                draft = _read(path)
                if draft is None:
                    damaged += 1
                    _set_aside(path)
                else:
                    found.append(draft)
        return LeftOver(tuple(sorted(found, key=lambda draft: draft.at, reverse=True)), damaged)

    def _of(self, project_id: str) -> Path:
        return self._folder / re.sub("[^A-Za-z0-9-]", "_", project_id)[:80]

    def _path(self, project_id: str, place: str) -> Path:
        return self._of(project_id) / f"{hashlib.sha256(place.encode()).hexdigest()[:32]}.json"


def _text(draft: Draft) -> str:
    return json.dumps(
        {
            "format": _FORMAT,
            "place": draft.place,
            "title": draft.title,
            "at": draft.at.isoformat(),
            "content": draft.content,
        }
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole_files.write(path, text.encode())


def _read(path: Path) -> Draft | None:
    """The draft of a file; ``None`` for anything that kgapp did not write whole."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(read, dict) or read.get("format") != _FORMAT:
        return None
    values = [read.get(name) for name in ("place", "title", "at", "content")]
    place, title, at, content = (value if isinstance(value, str) else None for value in values)
    if place is None or title is None or at is None or content is None:
        return None
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return Draft(place, title, moment, content) if moment.tzinfo is not None else None


def _set_aside(path: Path) -> None:
    """Under another name it is not read again, and can still be looked at; a folder that may not be written keeps it."""
    try:
        path.replace(path.with_suffix(".damaged"))
    except OSError:
        return


def _prune(folder: Path) -> None:
    """Only so many drafts stay: the oldest go."""
    paths = sorted(folder.glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in paths[:-MOST_DRAFTS]:
        path.unlink(missing_ok=True)
