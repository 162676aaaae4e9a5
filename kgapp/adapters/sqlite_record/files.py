"""Making and opening project files, with every check that comes before trust."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kgapp.adapters.sqlite_record import connections, heads, schema
from kgapp.adapters.sqlite_record.errors import translated
from kgapp.adapters.sqlite_record.lock import WriterLock
from kgapp.adapters.sqlite_record.reader import SqliteReader, project_meta
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain.errors import Damaged, ProjectProblem
from kgapp.domain.terms import Iri, iri


def create(path: Path, base: Iri, prefixes: Sequence[tuple[str, Iri]] = ()) -> None:
    """Make an empty project: as a temporary file that gets its name when it is whole and on the disk.

    Raises ``ProjectProblem`` when something has that name already or the folder cannot be written.
    """
    meta = {"project_id": str(uuid.uuid4()), "base": iri(base)}
    meta |= {f"prefix:{prefix}": iri(namespace) for prefix, namespace in prefixes}
    with made_aside(path) as temporary:
        _fill(temporary, meta)
    heads.remember(meta["project_id"], "")


@contextmanager
def made_aside(path: Path) -> Iterator[Path]:
    """A place, in a folder of its own beside ``path``, for a file that gets its name when the block ends well.

    Raises ``ProjectProblem`` when something has that name already or the folder cannot be written.
    """
    check_free(path)
    try:
        folder = tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise ProjectProblem(
            f"{path} cannot be made: {error.strerror}.", hint="Look at the folder and its rights."
        ) from error
    with folder as name:
        temporary = Path(name) / path.name
        yield temporary
        give_name(temporary, path)


def check_free(path: Path) -> None:
    """Raise ``ProjectProblem`` when a project cannot be made there, because something has the name or there is no folder."""
    if os.path.lexists(path):
        raise ProjectProblem(f"{path} exists already.", hint="Choose another name; nothing was changed.")
    if not path.parent.is_dir():
        raise ProjectProblem(f"{path.parent} is no folder.", hint="Make it first, or choose another place.")


def open_reader(path: Path) -> SqliteReader:
    """Open for reading. Raises ``ProjectProblem`` for what is no project, ``Damaged`` for a broken one."""
    identify(path)
    with translated(path):
        connection = connections.reader(path)
        try:
            _trust(path, connection)
        except BaseException:  # whatever was wrong: the file is closed again
            connection.close()
            raise
    return SqliteReader(path, connection)


def open_writer(path: Path) -> SqliteWriter:
    """Open for writing and lock. Raises ``ReadOnly`` when somebody else writes, else as ``open_reader``."""
    identify(path)
    lock = WriterLock(path.resolve())  # one lock for all names of a file
    try:
        with translated(path):
            connection = connections.writer(path)
            try:
                _trust(path, connection)
            except BaseException:  # whatever was wrong: the file is closed again
                connection.close()
                raise
    except BaseException:  # and the lock given back
        lock.release()
        raise
    return SqliteWriter(path, connection, lock)


def give_name(temporary: Path, path: Path) -> None:
    """Put a whole, closed project file in its place, safely on the disk; ``temporary`` may stay as a second name.

    Raises ``ProjectProblem`` when something has that name already.
    """
    with temporary.open("rb+") as whole:
        os.fsync(whole.fileno())
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    try:
        os.link(temporary, path)  # unlike a rename, a link never replaces what has the name
    except FileExistsError as error:
        raise ProjectProblem(f"{path} exists already.", hint="Choose another name; nothing was changed.") from error
    except OSError:  # a file system without links
        temporary.rename(path)
    _sync_folder(path.parent)


def _fill(temporary: Path, meta: dict[str, str]) -> None:
    temporary.touch()
    with translated(temporary):
        connection = connections.writer(temporary)
        try:
            connection.execute("BEGIN")
            schema.make(connection, meta)
            connection.execute("COMMIT")
        finally:
            connection.close()
    temporary.with_name(temporary.name + "-journal").unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders, and keeps names safe by itself
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def identify(path: Path) -> None:
    """Refuse what cannot be a project before anything is locked or altered. Raises ``ProjectProblem``."""
    if path.is_dir():
        raise ProjectProblem(f"{path} is a folder, not a project file.")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ProjectProblem(
            f"{path} cannot be opened: {error.strerror}.", hint="kgapp new or kgapp demo makes a project."
        ) from error
    if not path.is_file():
        raise ProjectProblem(f"{path} is not a file.")
    if not os.access(path, os.R_OK):
        raise ProjectProblem(f"{path} cannot be opened: you may not read it.", hint="Look at its rights.")
    if size == 0:
        raise ProjectProblem(f"{path} is empty: it is no kgapp project.", hint="If it was one, go back to a copy.")
    application, version = _header(path)
    if application != schema.APPLICATION_ID:
        raise ProjectProblem(f"{path} is a database of another program, not a kgapp project.")
    if version > schema.VERSION:
        raise ProjectProblem(
            f"{path} has format {version}; this kgapp knows formats up to {schema.VERSION}.",
            hint="Open it with a newer kgapp.",
        )


def _header(path: Path) -> tuple[int, int]:
    """Application id and version. Looking alters nothing, unless a writer that died left a journal to be taken back first."""
    try:
        try:
            return _said_by(connections.untouched(path))
        except sqlite3.DatabaseError:
            journal = path.resolve().with_name(path.resolve().name + "-journal")
            if not journal.exists() or journal.stat().st_size == 0:
                raise
            return _said_by(connections.reader(path))
    except sqlite3.DatabaseError as error:
        raise ProjectProblem(
            f"{path} is not a kgapp project: {error}.", hint="If it was one, it is damaged: go back to a copy."
        ) from error


def _said_by(connection: sqlite3.Connection) -> tuple[int, int]:
    try:
        application, version = (
            int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        )
        return application, version
    finally:
        connection.close()


def _trust(path: Path, connection: sqlite3.Connection) -> None:
    different = schema.differences(connection)
    if different:
        raise Damaged(
            f"{path} does not have the tables of a kgapp project: {', '.join(different)}.", hint="Go back to a copy."
        )
    meta = project_meta(path, connection)
    last = connection.execute("SELECT hash FROM revision ORDER BY seq DESC LIMIT 1").fetchone()
    head = last[0] if last else ""
    if heads.known(meta.project_id, head):
        return
    found = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
    if found != ["ok"]:
        raise Damaged(f"{path} is damaged: {'; '.join(found)}.", hint="Go back to a copy.")
    heads.remember(meta.project_id, head)
