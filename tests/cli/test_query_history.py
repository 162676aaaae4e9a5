"""``kgapp query`` with a limit, without rows, and with what was asked before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.cli import query_history
from kgapp.domain.terms import Iri

TTL = """@prefix : <http://base/> . @prefix kg: <https://w3id.org/kgapp/ontology#> .
:a a kg:ProcessParameter . :b a kg:ProcessParameter . :c a kg:ProcessParameter .
"""
ALL = "SELECT ?s { ?s a kg:ProcessParameter } ORDER BY ?s"
FACTORS = "SELECT ?s { ?s a kg:Factor } ORDER BY ?s"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "p.kgproject"
    bootstrap.create(path, Iri("http://base/"), "b")
    (tmp_path / "in.ttl").write_text(TTL, encoding="utf-8")
    assert run(["import", str(path), str(tmp_path / "in.ttl")]) == 0
    capsys.readouterr()
    return str(path)


def test_a_limit_is_kept_to_and_said(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", project, "-e", ALL, "--limit", "2"]) == 0
    told = capsys.readouterr().out
    assert ("b:b" in told, "b:c" in told) == (True, False)
    assert "… more than 2 rows; --limit stops there." in told
    assert run(["query", project, "-e", ALL, "--limit", "2", "--format", "csv"]) == 0
    cut = capsys.readouterr()
    assert cut.out.split() == ["s", "http://base/a", "http://base/b"]
    assert "… more than 2 rows; --limit stops there." in cut.err
    assert run(["query", project, "-e", ALL, "--limit", "2", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert len(document["results"]["bindings"]) == 2
    assert "At most 2 rows were asked for (--limit); there may be more." in json.dumps(document)
    assert run(["query", project, "-e", ALL, "--limit", "2", "--out", str(tmp_path / "x.csv")]) == 2
    assert "write LIMIT into the query" in capsys.readouterr().err


def test_no_rows_are_followed_by_what_to_do(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", project, "-e", FACTORS]) == 0
    told = capsys.readouterr().err
    assert "--explain-empty says which part" in told
    assert "--inferred asks also what follows" in told
    assert run(["query", project, "-e", FACTORS, "--explain-empty"]) == 0
    assert "of narrower kinds: “process parameter” (3)" in capsys.readouterr().out


def test_what_was_asked_is_listed_asked_again_and_compared(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["query", project, "--history"]) == 0
    assert capsys.readouterr().out.startswith("0 runs")
    assert run(["query", project, "-e", ALL]) == 0
    assert run(["query", project, "-e", "ASK { ?s ?p ?o }"]) == 0
    assert run(["query", project, "-e", "SELECT ?s { wrong }"]) == 2
    capsys.readouterr()
    assert run(["query", project, "--history", "--json"]) == 0
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert [each["outcome"] for each in runs] == ["failed", "answered", "answered"]
    failed, asked, listed = (str(each["number"]) for each in runs)
    assert run(["query", project, "--history"]) == 0
    shown = capsys.readouterr().out
    assert "yes or no" in shown
    assert "3 runs, kept for you on this computer, not in the project." in shown
    more = TTL.replace(":a a", ":d a").replace(":b a", ":e a")
    (tmp_path / "more.ttl").write_text(more, encoding="utf-8")
    assert run(["import", project, str(tmp_path / "more.ttl")]) == 0
    capsys.readouterr()
    monkeypatch.setattr(query_history, "_MOST", 1)
    assert run(["query", project, "--again", listed]) == 0
    again = capsys.readouterr().out
    assert "0 rows only then, 2 rows only now, 3 rows in both." in again
    assert "Showing 1 of 2 rows only now." in again
    assert run(["query", project, "--again", asked, "--inferred"]) == 0
    assert "asked without what follows, the later with it" in " ".join(capsys.readouterr().out.split())
    assert run(["query", project, "--again", "999"]) == 2
    assert "no run 999" in capsys.readouterr().err
    assert run(["query", project, "--again", failed]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--history", "-e", ALL),
        ("--again", "1", "--history"),
        ("--again", "1", "--json"),
        ("--again", "1", "--format", "csv"),
    ],
)
def test_what_does_not_go_together_is_refused(
    project: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run(["query", project, *arguments]) == 2
    assert "--again" in capsys.readouterr().err


def test_a_history_that_cannot_be_written_does_not_cost_the_answer(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "file"))
    assert run(["query", project, "-e", ALL]) == 0
    told = capsys.readouterr()
    assert "b:c" in told.out
    assert "Not kept in the history" in told.err
