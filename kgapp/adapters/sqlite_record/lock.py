"""Who writes a project: the file ``NAME.kgproject.lock`` beside it.

The operating system gives the lock back when its holder dies, so a lock file left behind means nothing;
what stands inside only says who holds it.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from kgapp.domain.errors import ProjectProblem, ReadOnly

_PATIENCE_S: Final = 0.2
"""A window that looks whether the lock is free holds it for a moment."""


class WriterLock:
    """Held from construction until ``release``. Raises ``ReadOnly`` with the holder's name when it is taken."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(project.name + ".lock")
        self._lock = FileLock(str(self._path), thread_local=False)
        try:
            self._lock.acquire(timeout=_PATIENCE_S)
        except Timeout as error:
            raise ReadOnly(
                f"{project.name} is being written by {holder(self._path)}.",
                hint="Close it there to write here; until then it can be read.",
            ) from error
        except OSError as error:
            raise ProjectProblem(
                f"{project.name} cannot be locked for writing: {error.strerror}.",
                hint="Look at the rights of its folder.",
            ) from error
        self._write(json.dumps({"user": _user(), "host": socket.gethostname(), "since": _now()}))

    def release(self) -> None:
        """Give the lock back; harmless when done twice."""
        if self._lock.is_locked:
            self._write("")
            self._lock.release()

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):  # the lock holds without the name in it (Windows may refuse a second handle)
            self._path.write_text(text, encoding="utf-8")


def held_by(project: Path) -> str:
    """Who writes a project now, in words; empty when nobody does. Takes the lock for a moment to find out."""
    path = project.with_name(project.name + ".lock")
    lock = FileLock(str(path), thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return holder(path)
    except OSError:  # cannot be locked: then it cannot be written either
        return "somebody else"
    lock.release()
    return ""


def holder(lock_file: Path) -> str:
    """Who holds a lock, in words; somebody unknown when the file does not say."""
    try:
        said = json.loads(lock_file.read_text(encoding="utf-8"))
        return f"{said['user']} on {said['host']} since {said['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "somebody else"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name on this system
        return "an unnamed account"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
