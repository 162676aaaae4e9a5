"""What follows, on the command line: off unless asked for, said when it is on, explained, and never in what leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.cli import why
from kgapp.domain.terms import Iri

TTL = """@prefix : <http://base/> . @prefix kg: <https://w3id.org/kgapp/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:T a kg:TacitAssertion ; rdfs:label "Listen" ; kg:knownBy :E . :D kg:heldBy :E . :P a kg:ProcessParameter .
:E a kg:Person ; rdfs:label "Expert" .
"""
HELD = "SELECT ?k { ?k kg:heldBy b:E } ORDER BY ?k"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "p.kgproject"
    bootstrap.create(path, Iri("http://base/"), "b")
    (tmp_path / "in.ttl").write_text(TTL, encoding="utf-8")
    assert run(["import", str(path), str(tmp_path / "in.ttl")]) == 0
    capsys.readouterr()
    return str(path)


def test_what_follows_is_asked_only_when_wanted_and_marked(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["query", project, "-e", HELD]) == 0
    plain = capsys.readouterr().out
    assert "b:D" in plain
    assert "b:T" not in plain
    assert run(["query", project, "-e", HELD, "--inferred"]) == 0
    shown = capsys.readouterr().out
    assert [line.split() for line in shown.splitlines() if line.startswith("b:")] == [["b:D"], ["b:T", "+", "2"]]
    assert "+ not among the rows of the same query without what follows" in shown
    assert "not in the record and not exported" in " ".join(shown.split())
    assert run(["export", project, str(tmp_path / "all.nq")]) == 0
    assert "inferred" not in (tmp_path / "all.nq").read_text(encoding="utf-8")


def test_every_format_says_that_it_was_asked_with_what_follows(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["query", project, "-e", HELD, "--inferred", "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert told.out.split() == ["k", "http://base/D", "http://base/T"]
    assert "urn:kgapp:inferred" in told.err
    assert run(["query", project, "-e", HELD, "--inferred", "--json"]) == 0
    assert "urn:kgapp:inferred" in capsys.readouterr().out


def test_its_graph_cannot_be_asked_while_it_is_off(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "ASK { GRAPH <urn:kgapp:inferred> { ?s ?p ?o } }"
    assert run(["query", project, "-e", text]) == 2
    assert "what follows is switched off" in capsys.readouterr().err
    assert run(["query", project, "-e", text, "--inferred"]) == 0
    assert capsys.readouterr().out.startswith("yes")


def test_one_engine_answers_with_and_without(project: str) -> None:
    text = "SELECT ?k { ?k <https://w3id.org/kgapp/ontology#heldBy> <http://base/E> }"
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    with bootstrap.writing(Path(project)) as workspace:
        from kgapp.services import inference

        more = inference.source(workspace.engine, inferred=True)
        assert len(more.select(text).rows) == 2
        assert len(more.select(graphs).rows) == 2
        assert len(workspace.engine.select(text).rows) == 1
        assert len(workspace.engine.select(graphs).rows) == 1
        with more.answer(text) as answer:
            assert sum(len(page) for page in answer.pages) == 2


def test_why_tells_the_way_down_to_what_is_stated(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", project, "Listen", "kg:heldBy", "Expert"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "“Listen” – held by – “Expert”. It follows:",
        "  “known by” is a kind of “held by”. (the ontology: subproperty)",
        "  “Listen” – known by – “Expert”. Stated in http://base/graph/main.",
    ]
    assert run(["why", project, "b:P", "a", "factor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["format"], told["rule"], told["premises"][0]["rule"]) == (why.FORMAT, "subclass", None)
    assert run(["why", project, "b:P", "a", "person"]) == 2
    assert "Neither stated nor following" in capsys.readouterr().err
    assert run(["why", project, "b:E", "rdfs:label", '"Expert"']) == 0
    assert run(["why", project, "b:P", "a", "nowhere"]) == 2


def test_a_ready_made_question_takes_the_switch(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", project, "contradicting", "--inferred"]) == 0
    assert "not in the record" in " ".join(capsys.readouterr().out.split())
    assert run(["ask", project, "contradicting", "--inferred", "--json"]) == 0
    assert "urn:kgapp:inferred" in capsys.readouterr().out
    assert run(["ask", project, "contradicting", "--inferred", "--format", "csv"]) == 0
    assert "urn:kgapp:inferred" in capsys.readouterr().err


def test_what_follows_about_a_thing_is_listed(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", project, "Expert", "--limit", "1"]) == 0
    told = capsys.readouterr().out
    assert "Showing 1 of " in told
    assert run(["why", project, "Expert", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert "“Listen” – held by – “Expert”." in [each["sentence"] for each in document["statements"]]
    assert (document["format"], document["total"]) == (why.LIST_FORMAT, len(document["statements"]))
    assert run(["why", project, "b:D"]) == 0
    assert "Nothing follows about this that is not stated." in capsys.readouterr().out
    assert run(["why", project, "b:P"]) == 0
    assert "1 statement that nobody stated." in capsys.readouterr().out
    assert run(["why", project, "Expert", "kg:heldBy"]) == 2


def test_a_row_says_what_of_it_follows(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", project, "-e", HELD, "--inferred", "--why", "2"]) == 0
    told = capsys.readouterr().out
    assert "Row 2 rests on 1 statement that nobody stated, and on 0 that are stated." in told
    assert "“Listen” – known by – “Expert”. Stated in" in told
    assert run(["query", project, "-e", HELD, "--inferred", "--why", "1"]) == 2
    assert "is stated: nothing of it follows" in capsys.readouterr().err
    assert run(["query", project, "-e", HELD, "--inferred", "--why", "9"]) == 2
    assert "no row 9" in capsys.readouterr().err
    summed = "SELECT (COUNT(?k) AS ?n) { ?k kg:heldBy b:E }"
    assert run(["query", project, "-e", summed, "--inferred", "--why", "1"]) == 2
    assert "sums up several matches" in capsys.readouterr().err
    assert run(["query", project, "-e", HELD, "--why", "1"]) == 2
    left = "SELECT ?k { ?k kg:heldBy b:E MINUS { ?k kg:atSite ?s } } ORDER BY ?k"
    assert run(["query", project, "-e", left, "--inferred", "--why", "2"]) == 0
    assert "Not looked at: MINUS." in capsys.readouterr().out
