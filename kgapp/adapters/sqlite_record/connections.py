"""Connections with the settings of the record; each is used by one thread at a time.

``journal_mode=TRUNCATE, synchronous=FULL``: a commit that returned has reached the disk (no WAL: its commits can be lost).
``cache_spill=OFF``: nothing of an unfinished commit reaches the file, so readers read on while a large import is prepared.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from typing import Final

BUSY_S: Final = 30.0
"""How long a connection waits for another program that is just committing or reading."""


def writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes; transactions are begun and ended by hand."""
    connection = _connect(path, "rw")
    for setting in ("journal_mode = TRUNCATE", "synchronous = FULL", "locking_mode = NORMAL", "cache_spill = OFF"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads.

    Where the file may be written it is opened so, because SQLite must first take back what a killed writer left half done.
    """
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    connection = _connect(path, mode)
    connection.execute("PRAGMA query_only = ON")
    return connection


def untouched(path: Path) -> sqlite3.Connection:
    """A connection to look at the header of a file that may be anything: takes no lock and alters nothing."""
    return _connect(path, "ro&immutable=1")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_S)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


class PerThread:
    """Reading connections to one file: each thread that asks gets its own, made when first needed."""

    def __init__(self, path: Path, first: sqlite3.Connection) -> None:
        self._path = path
        self._here = threading.local()
        self._here.connection = first
        self._all = [first]

    def here(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        found: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if found is None:
            found = self._here.connection = reader(self._path)
            self._all.append(found)
        return found

    def close(self) -> None:
        """Close them all; nothing may be reading."""
        for connection in self._all:
            connection.close()
