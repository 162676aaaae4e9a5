"""``kgapp publish``: said before, written into one graph, compared, and not beside anything else."""

from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note
from kgapp.domain.terms import XSD, Iri, Literal, Quad
from tests.cli.conftest import printed
from tests.servers import Server

BASE = "https://e.org/"
GRAPH = f"{BASE}published"


def test_a_project_is_published_and_not_beside_anything_else(
    oxigraph_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    project = tmp_path / "p.kgproject"
    bootstrap.create(project, Iri(BASE), "e")
    with bootstrap.writing(project) as workspace:
        value = Literal("7.40", Iri(XSD + "decimal"))
        quads = (Quad(Iri(BASE + each), Iri(BASE + "p"), value, Iri(BASE + "g")) for each in "ab")
        workspace.commit(ChangeSet("here", added=frozenset(quads)), Note(workspace.author, "test"))
    oxigraph_server.empty()
    assert run(["connection", "here", oxigraph_server.query_url, "--update-url", "nowhere"]) != 0
    kept = ("connection", "here", oxigraph_server.query_url, "--update-url", oxigraph_server.update_url)
    assert run([*kept, "--allow-private"]) == 0
    assert printed("connection", "here")["connections"][0]["update_url"] == oxigraph_server.update_url
    asked = ("publish", str(project), "here", "--graph", GRAPH)
    looked = printed(*asked, "--dry-run")
    assert (looked["statements"], looked["there"], looked["published"]) == (2, {"statements": 0, "foreign": 0}, None)
    capsys.readouterr()
    assert run([*asked, "--dry-run"]) == 0
    assert "Nothing was written: this was a dry run." in capsys.readouterr().out
    assert run([*asked]) == 0
    told = capsys.readouterr()
    assert "Sent: 2 statements.\nCompared afterwards: all 2 statements" in told.out
    assert "Sending: 0 %" in told.err
    oxigraph_server.fill(f"<{BASE}c> <{BASE}p> <{BASE}x> <{GRAPH}> .\n".encode())
    assert run([*asked]) != 0
    assert "1 statements that are not of this project" in capsys.readouterr().err
    assert printed(*asked, "--replace", "--revision", "1")["published"]["removed"] == 3
    assert run([*asked, "--replace"]) == 0
    oxigraph_server.fill(f"<{BASE}c> <{BASE}p> <{BASE}x> <{GRAPH}> .\n".encode())
    assert run([*asked, "--replace", "--over", "update"]) == 0
    assert "Removed before: 3 statements" in capsys.readouterr().out
    oxigraph_server.empty()


def test_a_broken_run_goes_on(
    oxigraph_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KGAPP_ALLOW_PRIVATE", "1")
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("kgapp.services.remote.publishing.MOST_STATEMENTS", 2)
    project = tmp_path / "p.kgproject"
    bootstrap.create(project, Iri(BASE), "e")
    with bootstrap.writing(project) as workspace:
        quads = (Quad(Iri(BASE + each), Iri(BASE + "p"), Literal(each), Iri(BASE + "g")) for each in "abcde")
        workspace.commit(ChangeSet("here", added=frozenset(quads)), Note(workspace.author, "test"))
    oxigraph_server.empty()
    asked = ["publish", str(project), oxigraph_server.query_url, "--graph", GRAPH]
    asked += ["--write-url", oxigraph_server.update_url]
    from kgapp.adapters.sparql_endpoint.updates import UpdateTarget
    from kgapp.domain.errors import QueryFailed

    insert, calls = UpdateTarget.insert, []

    def broken(self: UpdateTarget, graph: Iri, lines: tuple[str, ...]) -> None:
        calls.append(lines)
        if len(calls) == 2:
            raise QueryFailed("The line broke.")
        insert(self, graph, lines)

    monkeypatch.setattr(UpdateTarget, "insert", broken)
    assert run(asked) != 0
    assert "Confirmed are 2 of 5 statements" in capsys.readouterr().err
    assert run(asked) == 0
    assert "Went on after 2 confirmed statements of an earlier run.\nSent: 3 statements." in capsys.readouterr().out
    oxigraph_server.empty()
