"""Whether a window can be shown at all. Qt ends the whole process when it cannot, so this is asked before Qt is loaded."""

from __future__ import annotations

import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from kgapp.domain.errors import Missing

_HINT = "Without one use the commands, such as kgapp impact: kgapp --help lists them."


def require(environ: Mapping[str, str]) -> None:
    """Raise ``Missing`` when there is no display; asks nothing but sockets of this machine."""
    if not _has_display(environ):
        raise Missing("There is no display here to show the window on.", hint=_HINT)


def missing_library(error: ImportError) -> Missing:
    """The error for a library of the system that Qt did not find; any other error is raised as it is."""
    name, found, _ = str(error).partition(": cannot open shared object file")
    if not found:
        raise error
    hint = "python3 packaging/start.py installs what is missing, or names the one command that does."
    return Missing(f"The window needs a library that this system lacks: {name}.", hint=hint)


def _has_display(environ: Mapping[str, str]) -> bool:
    if environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    wayland, display = environ.get("WAYLAND_DISPLAY", ""), environ.get("DISPLAY", "")
    if wayland and _answers(str(Path(environ.get("XDG_RUNTIME_DIR", "/"), wayland))):
        return True
    if not display.startswith((":", "unix:")):
        return bool(display)  # another machine's: Qt asks it
    place = f"/tmp/.X11-unix/X{display.split(':')[1].split('.')[0]}"  # noqa: S108 - X11's own fixed place
    return _answers(place) or _answers(f"\0{place}")


def _answers(place: str) -> bool:
    with socket.socket(socket.AF_UNIX) as door:
        try:
            door.connect(place)
        except OSError:
            return False
    return True
