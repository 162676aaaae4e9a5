import getpass
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files, schema
from kgapp.adapters.sqlite_record.lock import holder
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain.errors import ProjectProblem, ReadOnly
from kgapp.domain.terms import Iri

HOLD = """
import sys
from pathlib import Path
from kgapp.adapters.sqlite_record import files
writer = files.open_writer(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
writer.close()
"""


@contextmanager
def another_process(project: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.communicate("\n")


def test_a_second_writer_is_told_who_writes(project: Path) -> None:
    with another_process(project):
        with pytest.raises(
            ReadOnly, match=f"is being written by {getpass.getuser()} on {socket.gethostname()} since .* UTC"
        ):
            files.open_writer(project)
        reader = files.open_reader(project)
        assert reader.count() == 0
        reader.close()
    files.open_writer(project).close()


def test_the_same_process_cannot_write_twice(project: Path, writer: SqliteWriter) -> None:
    with pytest.raises(ReadOnly):
        files.open_writer(project)


def test_a_killed_writer_gives_the_lock_back(project: Path) -> None:
    with another_process(project) as process:
        process.kill()
        process.wait()
        said = json.loads(project.with_name(project.name + ".lock").read_text())
        assert said["user"] == getpass.getuser()
        files.open_writer(project).close()


def test_a_failed_opening_gives_the_lock_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "differences", lambda _: ["planted"])
    for _ in range(2):
        with pytest.raises(ProjectProblem, match="planted"):
            files.open_writer(project)


def test_a_clean_end_leaves_no_name_and_no_journal(project: Path) -> None:
    writer = files.open_writer(project)
    writer.close()
    writer.close()
    assert not project.with_name(project.name + "-journal").exists()
    assert project.with_name(project.name + ".lock").read_text() == ""


@pytest.mark.parametrize("content", [None, "", "{}", "[]", "not json"])
def test_a_lock_that_does_not_say_is_held_by_somebody_else(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "x.lock"
    if content is not None:
        path.write_text(content)
    assert holder(path) == "somebody else"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, project: Path) -> None:
    project.with_name(project.name + ".lock").mkdir()
    with pytest.raises(ProjectProblem, match="cannot be locked"):
        files.open_writer(project)


def test_an_account_without_a_name_can_write(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    writer = files.open_writer(project)
    assert "an unnamed account" in project.with_name(project.name + ".lock").read_text()
    writer.close()


@pytest.mark.skipif(os.name == "nt", reason="links need special rights on Windows")
def test_another_name_for_the_same_file_has_the_same_lock(project: Path, writer: SqliteWriter) -> None:
    link = project.with_name("link.kgproject")
    link.symlink_to(project)
    with pytest.raises(ReadOnly):
        files.open_writer(link)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_a_name_that_is_no_text_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.kgproject")
    files.create(path, Iri("https://e.org/"))
    files.open_writer(path).close()
