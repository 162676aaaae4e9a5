import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files, heads, schema
from kgapp.adapters.sqlite_record.lock import WriterLock
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.errors import BadTerm, Damaged, ProjectProblem
from kgapp.domain.terms import Iri

BASE = Iri("https://w3id.org/kgapp/demo/")


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_project_is_made_whole_with_nothing_beside_it(tmp_path: Path) -> None:
    files.create(tmp_path / "a.kgproject", BASE)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["a.kgproject"]
    assert verify(tmp_path / "a.kgproject").problems == ()


def test_a_fresh_file_has_the_known_tables(project: Path) -> None:
    connection = sqlite3.connect(project)
    assert schema.differences(connection) == []
    assert connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    connection.close()


def test_nothing_is_ever_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.kgproject"
    path.write_text("mine")
    with pytest.raises(ProjectProblem, match="exists already"):
        files.create(path, BASE)
    assert path.read_text() == "mine"
    with pytest.raises(ProjectProblem, match="exists already"):
        files.give_name(path, path)


def test_a_project_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem, match="is no folder"):
        files.create(tmp_path / "none" / "a.kgproject", BASE)


def test_a_base_must_be_an_iri(tmp_path: Path) -> None:
    with pytest.raises(BadTerm):
        files.create(tmp_path / "a.kgproject", Iri("relative"))
    assert list(tmp_path.glob("*.kgproject*")) == []


def test_where_links_are_not_possible_the_file_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    files.create(tmp_path / "a.kgproject", BASE)
    assert verify(tmp_path / "a.kgproject").problems == ()


@pytest.mark.parametrize("opened", [files.open_reader, files.open_writer, verify])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be opened"),
        (b"", "is empty"),
        (b"<rdf:RDF>" * 1000, "is not a kgapp project"),
        (b"SQLite format 3\x00" + b"\x00" * 5000, "is not a kgapp project|another program"),
    ],
)
def test_what_is_no_project_is_refused_in_a_sentence(
    tmp_path: Path, opened: object, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "x.kgproject"
    if content is not None:
        path.write_bytes(content)
    assert callable(opened)
    with pytest.raises(ProjectProblem, match=sentence):
        opened(path)
    assert (path.read_bytes() if path.exists() else None) == content
    assert not path.with_name("x.kgproject.lock").exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem, match="is a folder"):
        files.open_reader(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ProjectProblem, match="is not a file"):
        files.open_reader(tmp_path / "pipe")


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(ProjectProblem, match="another program"):
        files.open_writer(path)
    assert path.read_bytes() == before


def test_a_newer_format_is_refused(project: Path) -> None:
    sql(project, "PRAGMA user_version = 2")
    with pytest.raises(ProjectProblem, match="has format 2; this kgapp knows formats up to 1"):
        files.open_reader(project)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (x)",
        "DROP INDEX quad_reverse",
        "DROP TRIGGER term_no_update",
        "CREATE TRIGGER evil AFTER INSERT ON quad BEGIN DELETE FROM quad; END",
        "CREATE VIEW evil AS SELECT 1",
        "ALTER TABLE view ADD COLUMN x TEXT",
    ],
)
def test_a_file_with_other_tables_is_refused(project: Path, statement: str) -> None:
    sql(project, statement)
    for opened in (files.open_reader, files.open_writer):
        with pytest.raises(Damaged, match="does not have the tables"):
            opened(project)
    assert any("not as kgapp makes it" in problem.sentence for problem in verify(project).problems)
    WriterLock(project).release()


def test_terms_revisions_and_changes_cannot_be_altered_with_sql(project: Path) -> None:
    sql(project, "INSERT INTO term (id, form) VALUES (1, '\"a\"')", "INSERT INTO change VALUES (1, 1, 1, 1, 1, 'A')")
    sql(project, "INSERT INTO revision VALUES (1,'','','','','','','','',NULL,0,0,'','','')")
    for table in schema.APPEND_ONLY:
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {'id' if table == 'term' else 'seq'} = 5"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                sql(project, statement)


def test_a_damaged_file_is_refused_when_its_head_is_unknown(project: Path, home: Path) -> None:
    content = bytearray(project.read_bytes())
    size = 4096
    for page in range(2, len(content) // size):
        content[page * size : page * size + 8] = b"\xff" * 8
    project.write_bytes(content)
    for known in home.glob("heads/*"):
        known.unlink()
    with pytest.raises(Damaged, match="damaged"):
        files.open_writer(project)
    assert verify(project).problems != ()


def test_a_head_is_known_after_it_was_checked(project: Path, home: Path) -> None:
    for known in home.glob("heads/*"):
        known.write_text("another")
    reader = files.open_reader(project)
    assert heads.known(reader.meta().project_id, "")
    reader.close()


def test_a_user_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "file"))
    heads.remember("id", "head")
    assert not heads.known("id", "head")


def test_without_kgapp_home_the_systems_folder_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KGAPP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    heads.remember("id", "head")
    assert heads.known("id", "head")


def test_a_file_that_may_only_be_read_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _, mode: mode == os.R_OK)
    reader = files.open_reader(project)
    assert reader.count() == 0
    reader.close()


def test_a_file_that_may_not_be_read_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ProjectProblem, match="you may not read it"):
        files.open_reader(project)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", refuse)
    with pytest.raises(ProjectProblem, match="cannot be made: Permission denied"):
        files.create(tmp_path / "a.kgproject", BASE)


@pytest.mark.parametrize(
    "name", ["a b.kgproject", "100% #1?.kgproject", "Überstand 🧫.kgproject", "mode=ro&x.kgproject"]
)
def test_a_project_may_have_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    files.create(path, BASE)
    writer = files.open_writer(path)
    reader = files.open_reader(path)
    assert reader.count() == 0
    reader.close()
    writer.close()
    assert sorted(found.name for found in tmp_path.glob("*kgproject*")) == [name, f"{name}.lock"]
