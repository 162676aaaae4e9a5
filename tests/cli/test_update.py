"""``kgapp update``: the difference first, one revision after it, and nothing without a reason."""

from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.domain.terms import Iri
from tests.cli.conftest import printed

TTL = '@prefix : <http://base/> . :a :p 7.40 ; :t "x" . :b :p 7 .'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "p.kgproject"
    bootstrap.create(path, Iri("http://base/"), "b")
    (tmp_path / "in.ttl").write_text(TTL, encoding="utf-8")
    assert run(["import", str(path), str(tmp_path / "in.ttl")]) == 0
    capsys.readouterr()
    return str(path)


def test_a_dry_run_shows_and_a_reason_commits(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "DELETE { ?s b:p ?v } INSERT { ?s b:r ?v } WHERE { ?s b:p ?v }"
    assert run(["update", project, "-e", text, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "b:a: b:r is “7.40” (new)" in said
    assert "this was a dry run" in said
    assert run(["update", project, "-e", text]) == 2
    assert "Note: It removes 2 of the 3 statements of the project." in said
    assert run(["update", project, "-e", text, "--reason", "the property was renamed"]) == 2
    assert "--remove-so-much" in capsys.readouterr().err
    assert run(["update", project, "-e", text, "--reason", "the property was renamed", "--remove-so-much"]) == 0
    assert "Revision 2" in capsys.readouterr().out
    assert run(["update", project, "-e", text, "--reason", "again"]) == 0
    assert "Nothing to do." in capsys.readouterr().out
    assert run(["history", project]) == 0
    assert "the property was renamed" in capsys.readouterr().out


def test_the_findings_that_an_update_makes_are_told(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "INSERT DATA { b:P a kg:AcceptableRange }"
    assert run(["update", project, "-e", text, "--reason", "new"]) == 0
    assert "not there before" in capsys.readouterr().out
    found = printed("update", project, "-e", "DELETE WHERE { b:b ?p ?o }", "--reason", "gone")
    assert (found["statements"], found["new_findings"], found["from_revision"]) == (1, [], 2)


def test_an_endpoint_is_never_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["update", "http://127.0.0.1:9/sparql", "-e", "DELETE WHERE { ?s ?p ?o }", "--reason", "no"]) == 2
    assert "An endpoint is only read" in capsys.readouterr().err
