"""``kgapp connection``: endpoints are kept, listed and forgotten, and a kept one is asked as it was kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.adapters.secrets import Keyring
from kgapp.cli.main import USER_ERROR
from tests.servers import Hostile, Server

QUERY = ("-e", "SELECT ?x WHERE { ?x ?p ?o }")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A folder and a keyring of the test's own; the secrets in it."""
    secrets: dict[tuple[str, str], str] = {}
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path))
    monkeypatch.setattr(Keyring, "get", lambda _, name, url: secrets.get((name, url)))
    monkeypatch.setattr(Keyring, "keep", lambda _, name, url, secret: secrets.update({(name, url): secret}))
    monkeypatch.setattr(Keyring, "forget", lambda _, name, url: secrets.pop((name, url), None))
    return secrets


def test_connections_are_kept_listed_and_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connection"]) == 0
    assert "No connection is kept" in capsys.readouterr().out
    assert run(["connection", "plant", "https://e.org/sparql", "--user", "me"]) == 0
    assert "KGAPP_ENDPOINT_PASSWORD" in capsys.readouterr().out
    assert run(["connection", "open", "http://localhost:7878/query", "--allow-private"]) == 0
    capsys.readouterr()
    assert run(["connection"]) == 0
    listed = capsys.readouterr().out
    assert "https://e.org/sparql" in listed
    assert "allowed" in listed
    assert run(["connection", "plant", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["connections"]
    assert row == {
        "name": "plant",
        "url": "https://e.org/sparql",
        "sign_in": "basic",
        "user": "me",
        "allow_private": False,
        "update_url": "",
    }
    assert run(["connection", "plant", "--drop"]) == 0
    assert [each.name for each in bootstrap.connections().all()] == ["open"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plant", "https://me:pass@e.org/"], "does not belong in an address"),
        (["plant", "https://e.org/", "--user", "me", "--token"], "not with both"),
        (["plant", "https://e.org/", "--digest"], "give --user, too"),
        (["--drop"], "Name the connection to forget"),
        (["plant", "https://e.org/", "--drop"], "and nothing else"),
        (["plant", "--drop"], "There is no connection “plant”"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["connection", *arguments]) == USER_ERROR
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--user", "me"], ["--token"]])
def test_a_password_is_asked_for_and_kept_in_the_keyring_alone(
    options: list[str], own_folder: dict[tuple[str, str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "prompt", lambda *_, hide_input, **__: "s3cret" if hide_input else "")
    assert run(["connection", "plant", "https://e.org/sparql", *options]) == 0
    assert own_folder == {("plant", "https://e.org/sparql"): "s3cret"}
    assert "s3cret" not in (tmp_path / "connections.json").read_text(encoding="utf-8")


def test_a_kept_endpoint_is_signed_in_to(
    hostile: Hostile, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile.answer = lambda talk: talk.send(b"who are you?", status=401)
    assert run(["query", hostile.url, *QUERY]) == USER_ERROR
    assert "private network" in capsys.readouterr().err
    assert not hostile.asked
    assert run(["connection", "mine", hostile.url, "--token", "--allow-private"]) == 0
    assert run(["query", hostile.url, *QUERY]) == USER_ERROR
    assert "KGAPP_ENDPOINT_PASSWORD" in capsys.readouterr().err
    monkeypatch.setenv("KGAPP_ENDPOINT_PASSWORD", "tok")
    assert run(["query", hostile.url, *QUERY]) == USER_ERROR
    assert "does not let you in (401): who are you?" in capsys.readouterr().err
    assert hostile.asked[0].headers["authorization"] == "Bearer tok"


def test_a_real_server_is_asked(
    oxigraph_server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    oxigraph_server.fill(b"<urn:a> <urn:p> <urn:found-it> <urn:g> .\n")
    assert run(["query", oxigraph_server.query_url, "-e", "SELECT ?o WHERE { <urn:a> <urn:p> ?o }"]) == 0
    oxigraph_server.empty()
    assert "urn:found-it" in capsys.readouterr().out


def test_limits_and_digest_are_kept_with_a_connection() -> None:
    given = ("--digest", "--user", "dba", "--most-rows", "1000", "--most-mib", "2", "--silence-s", "9")
    assert run(["connection", "plant", "https://e.org/sparql-auth", *given]) == 0
    (kept,) = bootstrap.connections().all()
    assert (kept.sign_in, kept.user) == ("digest", "dba")
    bounds = (kept.bounds.rows, kept.bounds.answer_bytes, kept.bounds.silence_s, kept.bounds.connect_s)
    assert bounds == (1000, 2 * 1024 * 1024, 9.0, 15.0)
