"""Run as a script: edits a project while everything that SQLite asks of the disk is written down.

``recording_vfs.py PROJECT LOG`` puts a file system (VFS, https://sqlite.org/vfs.html) in front of SQLite's own that passes
every call on and logs writes, truncations, syncs and deletions, with the acknowledged revisions between them. The log is a
JSON list of lines. Ends with 3 where the SQLite of this Python cannot be reached from outside.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

P = ctypes.c_void_p
INT = ctypes.c_int
LONG = ctypes.c_int64


class Methods(ctypes.Structure):
    """``sqlite3_io_methods``, version 1."""

    _fields_ = (
        ("iVersion", INT),
        ("xClose", P),
        ("xRead", P),
        ("xWrite", ctypes.CFUNCTYPE(INT, P, P, INT, LONG)),
        ("xTruncate", ctypes.CFUNCTYPE(INT, P, LONG)),
        ("xSync", ctypes.CFUNCTYPE(INT, P, INT)),
        ("xFileSize", P),
        ("xLock", P),
        ("xUnlock", P),
        ("xCheckReservedLock", P),
        ("xFileControl", P),
        ("xSectorSize", P),
        ("xDeviceCharacteristics", P),
    )


class File(ctypes.Structure):
    """``sqlite3_file``."""

    _fields_ = (("pMethods", ctypes.POINTER(Methods)),)


class Vfs(ctypes.Structure):
    """``sqlite3_vfs``, version 1; the memory behind it is that of the system's own."""

    _fields_ = (
        ("iVersion", INT),
        ("szOsFile", INT),
        ("mxPathname", INT),
        ("pNext", P),
        ("zName", ctypes.c_char_p),
        ("pAppData", P),
        ("xOpen", ctypes.CFUNCTYPE(INT, P, P, P, INT, P)),
        ("xDelete", ctypes.CFUNCTYPE(INT, P, P, INT)),
        *(
            (name, P)
            for name in (
                "xAccess",
                "xFullPathname",
                "xDlOpen",
                "xDlError",
                "xDlSym",
                "xDlClose",
                "xRandomness",
                "xSleep",
                "xCurrentTime",
                "xGetLastError",
            )
        ),
    )


class Recorder:
    """Keeps the log, and alive what SQLite points to."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self.log: list[list[Any]] = []
        self._kept: list[Any] = []
        self._files: dict[int, tuple[str, Methods]] = {}
        library.sqlite3_vfs_find.restype = ctypes.POINTER(Vfs)
        self._own = library.sqlite3_vfs_find(None)
        own = self._own.contents
        vfs = Vfs.from_buffer_copy(own)
        vfs.iVersion, vfs.pNext, vfs.zName = 1, None, b"recording"
        vfs.xOpen = Vfs._fields_[6][1](self.open)
        vfs.xDelete = Vfs._fields_[7][1](self.delete)
        self._kept.append(vfs)
        assert library.sqlite3_vfs_register(ctypes.byref(vfs), 1) == 0

    def open(self, _: int, name: int | None, file: int, flags: int, out: int) -> int:
        code: int = self._own.contents.xOpen(ctypes.cast(self._own, P), name, file, flags, out)
        handle = File.from_address(file)
        if code == 0 and name and handle.pMethods:
            own = handle.pMethods.contents
            mine = Methods.from_buffer_copy(own)
            mine.iVersion = 1
            mine.xWrite = Methods._fields_[3][1](self.write)
            mine.xTruncate = Methods._fields_[4][1](self.truncate)
            mine.xSync = Methods._fields_[5][1](self.sync)
            self._kept.append(mine)
            self._files[file] = (_file_name(name), own)
            handle.pMethods = ctypes.pointer(mine)
        return code

    def delete(self, _: int, name: int, sync_folder: int) -> int:
        code: int = self._own.contents.xDelete(ctypes.cast(self._own, P), name, sync_folder)
        self.log.append(["delete", _file_name(name), sync_folder])
        return code

    def write(self, file: int, data: int, size: int, offset: int) -> int:
        name, own = self._files[file]
        self.log.append(["write", name, offset, ctypes.string_at(data, size).hex()])
        return int(own.xWrite(file, data, size, offset))

    def truncate(self, file: int, size: int) -> int:
        name, own = self._files[file]
        self.log.append(["truncate", name, size])
        return int(own.xTruncate(file, size))

    def sync(self, file: int, flags: int) -> int:
        name, own = self._files[file]
        self.log.append(["sync", name])
        return int(own.xSync(file, flags))


def _file_name(address: int) -> str:
    return Path(ctypes.string_at(address).decode()).name


def reach() -> ctypes.CDLL | None:
    """The SQLite that ``sqlite3`` uses, where it is a library of its own."""
    name = ctypes.util.find_library("sqlite3")
    if name is None:
        return None
    library = ctypes.CDLL(name)
    library.sqlite3_libversion.restype = ctypes.c_char_p
    return library if library.sqlite3_libversion().decode() == sqlite3.sqlite_version else None


def work(project: Path, log: list[list[Any]]) -> None:
    """Edits and imports of different sizes; each acknowledged revision is logged."""
    from kgapp.adapters.sqlite_record import files
    from kgapp.domain.changes import ChangeSet
    from kgapp.domain.history import Author, Note
    from kgapp.domain.terms import Iri, Literal, Quad, nquad
    from kgapp.domain.vocabulary import RDFS

    def quad(number: int, part: int) -> Quad:
        return Quad(
            Iri(f"https://e.org/E{number}"), RDFS.label, Literal(f"part {part} of {number}"), Iri("https://e.org/g")
        )

    note = Note(Author("a", "b"), "why")
    writer = files.open_writer(project)
    for number in range(12):
        if number % 4 == 3:
            lines = "".join(f"{nquad(quad(number, part))}\n" for part in range(300))
            done = writer.import_nquads([lines.encode()], "import", note)
        else:
            removed = frozenset({quad(number - 1, 0)}) if number % 4 == 2 else frozenset()
            done = writer.commit(ChangeSet("edit", removed, frozenset(quad(number, part) for part in range(3))), note)
        assert done is not None
        log.append(["acknowledged", done.revision.seq, done.revision.hash])
    writer.close()


def main() -> int:
    library = reach()
    if library is None:
        return 3
    recorder = Recorder(library)
    work(Path(sys.argv[1]), recorder.log)
    if not any(line[0] == "write" for line in recorder.log):
        return 3
    Path(sys.argv[2]).write_text(json.dumps(recorder.log))
    return 0


if __name__ == "__main__":
    sys.exit(main())
