"""Files that appear whole or not at all: written aside, on the disk, then renamed over the one that was there.

Guarantee: whoever reads the name finds the older file or the newer one, never a part of one, whatever ends the program
in between; and a writing that fails leaves nothing behind.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_LONGEST: Final = 40
"""Characters of the name that the temporary file keeps: a file system refuses names that are too long."""


def write(path: Path, content: bytes) -> None:
    """Write a file whole. Raises ``OSError``; then the file that was there stays."""
    with aside(path) as part:
        part.write_bytes(content)


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A new file beside ``path`` to write into; it takes the name when the block ends well. Raises ``OSError``.

    A file that is there keeps its rights, a link the file that it leads to.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name[:_LONGEST]}.{secrets.token_hex(4)}.part")
    part.touch(exist_ok=False)
    try:
        yield part
        _to_disk(part)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
        _folder_to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _to_disk(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """A rename is on the disk when its folder is; Windows does that by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
