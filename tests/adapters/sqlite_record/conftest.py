from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.adapters.sqlite_record.reader import SqliteReader
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain.terms import Iri

BASE = Iri("https://w3id.org/kgapp/demo/")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user folder of its own, so that no test knows a head that another has seen."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project."""
    path = tmp_path / "a project.kgproject"
    files.create(path, BASE, (("demo", BASE),))
    return path


@pytest.fixture
def writer(project: Path) -> Iterator[SqliteWriter]:
    opened = files.open_writer(project)
    yield opened
    opened.close()


@pytest.fixture
def reader(project: Path, writer: SqliteWriter) -> Iterator[SqliteReader]:
    opened = files.open_reader(project)
    yield opened
    opened.close()
