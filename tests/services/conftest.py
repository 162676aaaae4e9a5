from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.domain.history import Author
from kgapp.domain.terms import Iri
from kgapp.services.ports import Delta, Engine
from kgapp.services.workspace import Workspace

BASE = Iri("https://w3id.org/kgapp/demo/")


class NoEngine:
    """An engine that cannot be asked: browsing, editing and history do without."""

    def follow(self, delta: Delta) -> None:
        """It may be told what changed."""

    def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An empty project on the real record, opened for writing."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.kgproject"
    files.create(path, BASE, (("demo", BASE), ("other", Iri("https://e.org/a#"))))
    author = Author("A. Scientist", "KGAPP_USER")
    opened = Workspace(files.open_reader(path), files.open_writer(path), cast("Engine", NoEngine()), author)
    yield opened
    opened.close()
