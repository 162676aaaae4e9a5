"""``kgapp pull``: looked at first, then one revision that says where from."""

from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.domain.terms import Iri
from tests.cli.conftest import printed
from tests.servers import Server

BASE = "https://e.org/"


def test_a_thing_is_pulled_once(
    oxigraph_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    project, url = str(tmp_path / "p.kgproject"), oxigraph_server.query_url
    bootstrap.create(Path(project), Iri(BASE), "e")
    oxigraph_server.empty()
    oxigraph_server.fill(f'<{BASE}a> <{BASE}t> "x" <{BASE}g> .\n'.encode())
    asked = ("pull", project, "--from", url, "--about", f"{BASE}a")
    assert printed(*asked, "--dry-run")["added"] == 1
    assert run([*asked]) == 2
    assert run([*asked, "--dry-run"]) == 0
    assert "this was a dry run" in capsys.readouterr().out
    assert run([*asked, "--reason", "for the review"]) == 0
    assert "e:a: e:t is “x” (new)" in capsys.readouterr().out
    assert run([*asked, "--reason", "again"]) == 0
    said = capsys.readouterr().out
    assert "1 are here already." in said
    assert said.endswith("0 get something added, 1 have it all.\nNothing to add.\n")
    assert run(["pull", project, "--from", url, "--reason", "x"]) == 2
    told = printed("pull", project, "--from", url, "--graph", f"<{BASE}g>", "--dry-run")
    assert (told["things_same"], told["added"], told["revision"]) == (1, 0, None)
    oxigraph_server.empty()
