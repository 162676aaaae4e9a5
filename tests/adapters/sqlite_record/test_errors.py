"""What the disk, other programs and damage do becomes a sentence; our own mistakes pass through."""

import os
import sqlite3
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import connections, files
from kgapp.adapters.sqlite_record.errors import translated
from kgapp.adapters.sqlite_record.reader import SqliteReader
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import Damaged, ProjectProblem, UserError
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.services.ports import Pattern

NOTE = Note(Author("a", "b"), "why")


def some(text: str) -> ChangeSet:
    return ChangeSet(
        "Add",
        added=frozenset({Quad(Iri("https://e.org/s"), Iri("https://e.org/p"), Literal(text), Iri("https://e.org/g"))}),
    )


def test_a_file_that_another_program_holds_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_S", 0.01)
    writer = files.open_writer(project)
    other = sqlite3.connect(project, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ProjectProblem, match="in use by another program"):
        writer.commit(some("a"), NOTE)
    other.execute("ROLLBACK")
    other.close()
    assert writer.commit(some("a"), NOTE) is not None
    writer.close()


def test_a_full_disk_alters_nothing(
    project: Path, writer: SqliteWriter, reader: SqliteReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.commit(some("a"), NOTE)
    pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
    writer._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProjectProblem, match=r"could not be written.*full"):
        writer.commit(some("b" * 100_000), NOTE)
    assert reader.count() == 1
    writer._connection.execute("PRAGMA max_page_count = 1000000")
    assert writer.commit(some("c"), NOTE) is not None
    assert verify(project).problems == ()


def test_a_file_that_cannot_be_written_is_said(project: Path) -> None:
    with pytest.raises(ProjectProblem, match="cannot be opened or written here"), translated(project):
        connections.reader(project).execute("CREATE TABLE t (x)")


def test_text_that_is_no_text_is_damage(project: Path) -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(Damaged, match="damaged"), translated(project):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    with pytest.raises(Damaged, match="no text"), translated(project):
        b"\xff".decode()
    connection.close()


def test_our_own_mistakes_pass_through(project: Path) -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), translated(project):
        connection.execute("SELECT * FROM missing")
    with pytest.raises(sqlite3.ProgrammingError), translated(project):
        connection.execute("SELECT ?")
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let a file in use be written")
def test_a_flipped_bit_is_read_or_said_but_never_a_crash(project: Path, home: Path) -> None:
    writer = files.open_writer(project)
    writer.commit(some("a"), NOTE)
    writer.commit(some("b"), NOTE)
    writer.close()
    whole = project.read_bytes()
    for place in range(100, len(whole), 211):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        project.write_bytes(flipped)
        for known in home.glob("heads/*"):
            known.unlink()
        try:
            reader = files.open_reader(project)
        except UserError:
            continue
        try:
            list(reader.quads(Pattern()))
            reader.revisions()
            reader.matching(("a",), 10, names_only=False)
        except UserError:
            pass
        finally:
            reader.close()
