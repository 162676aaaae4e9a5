from collections.abc import Iterator
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.domain.answers import Table
from kgapp.domain.history import Author
from kgapp.domain.terms import Iri
from kgapp.services.ports import Delta
from kgapp.services.workspace import Workspace

BASE = Iri("https://w3id.org/kgapp/demo/")


class NoEngine:
    """An engine that must not be asked: browsing, editing and history do without."""

    def start(self) -> None:
        raise AssertionError

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        raise AssertionError

    def follow(self, delta: Delta) -> None:
        """It may be told what changed."""

    def stop(self) -> None:
        raise AssertionError

    def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty project on the real record, opened for writing."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.kgproject"
    files.create(path, BASE, (("demo", BASE), ("other", Iri("https://e.org/a#"))))
    opened = Workspace(
        files.open_reader(path), files.open_writer(path), NoEngine(), Author("A. Scientist", "KGAPP_USER")
    )  # type: ignore[arg-type]
    yield opened
    opened.close()
