"""Who works here is named, and named as what it is."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note
from kgapp.domain.terms import Iri, Literal, Quad


def test_a_named_user_comes_before_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGAPP_USER", "Expert EX1 (invented)")
    assert bootstrap.author() == Author("Expert EX1 (invented)", "KGAPP_USER")


def test_the_name_in_the_settings_comes_before_the_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KGAPP_USER", raising=False)
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path))
    bootstrap.keep_user_name("Maria Gómez")
    assert bootstrap.author() == Author("Maria Gómez", "setting")
    monkeypatch.setenv("KGAPP_USER", "a script")
    assert bootstrap.author() == Author("a script", "KGAPP_USER")


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The settings of whoever runs the tests are not read."""
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))


def test_the_account_is_named_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGAPP_USER", " ")
    monkeypatch.setattr(getpass, "getuser", lambda: "maria")
    assert bootstrap.author() == Author("maria", "account of the operating system")


def test_a_user_id_without_an_account_can_work_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.delenv("KGAPP_USER", raising=False)
    monkeypatch.setattr(getpass, "getuser", nobody)
    assert bootstrap.author().name == "an account without a name"


def test_what_was_edited_is_asked_of_the_engine_that_was_loaded_before(tmp_path: Path) -> None:
    path = tmp_path / "a.kgproject"
    bootstrap.create(path)
    query = "SELECT ?o WHERE { <https://e.org/a> <https://e.org/p> ?o } ORDER BY ?o"
    with bootstrap.writing(path) as workspace:
        assert workspace.engine.select(query).rows == ()
        for lexical in ("1", "2"):
            quad = Quad(Iri("https://e.org/a"), Iri("https://e.org/p"), Literal(lexical), Iri("https://e.org/g"))
            workspace.commit(ChangeSet("add", added=frozenset({quad})), Note(workspace.author, "test"))
            assert workspace.engine.select(query).rows[-1] == (f'"{lexical}"',)
