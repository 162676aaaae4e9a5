"""``kgapp ask``: the ready-made questions on the demo."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kgapp.__main__ import run
from kgapp.domain.question_book import QUESTIONS
from tests.cli.conftest import printed


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(["ask", *arguments]) == code
    told = capsys.readouterr()
    return told.out if code == 0 else told.err


def test_without_a_question_they_are_listed_in_groups(sites_project: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, sites_project)
    assert shown.startswith("Know-how and its loss")
    assert all(each.sentence in shown for each in QUESTIONS)
    few = said(capsys, sites_project, "--find", "supplier deliver")
    assert "withoutSupplier" in few
    assert "knowHowOnStep" not in few
    listed = printed("ask", sites_project)
    assert len(listed["questions"]) == len(QUESTIONS)
    assert listed["questions"][0]["parameters"][0]["name"] == "step"


def test_a_question_is_asked_with_labels_ids_and_units(sites_project: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, sites_project, "longLeadTime", "days=5 wk")
    assert "longer than 35 days" in shown
    assert "Day" not in shown.splitlines()[1]
    assert " d " in shown
    shown = said(capsys, sites_project, "qualified for a step", "site=Leiden (invented)", "step=UO06")
    assert shown.splitlines()[0] == "Who at Leiden (invented) is qualified for Expansion on 2026-03-01?"
    assert "Operator EX4" in shown
    assert "valid until" in shown
    assert "1 row, " in shown
    none = said(capsys, sites_project, "lapsed", "day=1999-01-01")
    assert "not a proof" in none


def test_personal_figures_are_shown_to_those_who_say_that_they_may_see_them(sites_project: str) -> None:
    told = printed("ask", sites_project, "riskPerPerson", "--people")
    assert told["rows"][0]["total_risk"] == "25"


def test_yes_or_no_and_a_graph(sites_project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nyes\n" in said(capsys, sites_project, "packageLeaks", "project=demo:TP1")
    assert printed("ask", sites_project, "packageLeaks", "project=demo:TP1")["answer"] is True
    turtle = said(capsys, sites_project, "drawInfluences", "attribute=demo:Q03", "--format", "ttl")
    assert "kg:hasEffect" in turtle


def test_json_has_labels_and_addresses(sites_project: str) -> None:
    told = printed("ask", sites_project, "wouldLeaveWith", "person=EX1")
    assert told["format"] == "kgapp-answer/1"
    assert told["values"] == {"person": "<https://w3id.org/kgapp/demo/EX1>"}
    first = told["rows"][0]
    assert first["know_how"]["iri"].startswith("https://w3id.org/kgapp/demo/T")
    assert first["know_how"]["label"]
    assert {"name": "know_how", "heading": "know-how"} in told["columns"]
    assert any(row["other_holder"] is None for row in told["rows"])


def test_a_question_explains_itself_and_shows_its_query(sites_project: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, sites_project, "longLeadTime", "--about")
    assert "days: days, a whole number in d; 60 if you do not say" in shown
    assert "severity: severity, one of the words none, low, medium, high; high if" in said(
        capsys, sites_project, "heldByOne", "--about"
    )
    assert printed("ask", sites_project, "longLeadTime", "--about")["label"] == "Long lead times"
    query = said(capsys, sites_project, "longLeadTime", "--sparql")
    assert query.startswith("PREFIX kg:")
    assert 'VALUES ?days { "60"^^<http://www.w3.org/2001/XMLSchema#integer> }' in query


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("longLeadTme",), "Did you mean longLeadTime"),
        (("longLeadTime", "days"), "NAME=VALUE"),
        (("longLeadTime", "days=1", "days=2"), "given twice"),
        (("longLeadTime", "weeks=1"), "no blank “weeks”"),
        (("longLeadTime", "days=soon"), "not a number"),
        (("qualifiedFor",), "Say what “site” is: a site"),
        (("qualifiedFor", "site=Expansion"), "is a unit operation"),
        (("riskPerPerson",), "shows personal figures"),
        (("leavesWith", "person=EX1"), "Add --people"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(
    sites_project: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in said(capsys, sites_project, *arguments, code=2)


OWN = """@prefix kg: <https://w3id.org/kgapp/ontology#> . @prefix : <http://base/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:mine a kg:Question ; rdfs:label "All of a step" ; kg:questionSentence "What is said of {step}?" ;
    kg:questionQuery "SELECT ?p ?o { VALUES ?step { } ?step ?p ?o } ORDER BY ?p STR(?o)" ; kg:hasParameter :p .
:p a kg:QuestionParameter ; kg:parameterName "step" ; kg:takesClass kg:UnitOperation ; kg:optionalParameter true .
:bad a kg:Question ; rdfs:label "Bad" ; kg:questionSentence "What?" ; kg:questionQuery "DROP ALL" .
:S a kg:UnitOperation ; rdfs:label "Thaw" .
"""


def test_questions_of_a_project_travel_with_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    one, other, copy = (str(tmp_path / name) for name in ("a.kgproject", "b.kgproject", "copy.nq"))
    for project in (one, other):
        assert run(["new", project, "--base", "http://base/"]) == 0
    assert run(["import", one, str(tmp_path / "own.ttl")]) == 0
    assert run(["export", one, copy]) == 0
    assert run(["import", other, copy]) == 0
    capsys.readouterr()
    shown = said(capsys, other, "--find", "step")
    assert "What is said of {step}?" in shown
    assert "“Bad” cannot be asked: Its query is refused" in shown
    assert "Thaw" in said(capsys, other, "mine", "step=Thaw")
    assert "What is said of any step?" in said(capsys, other, "mine")
    assert "any if you do not say" in said(capsys, other, "mine", "--about")
    assert "cannot be asked" in said(capsys, other, "bad", code=2)
    assert json.loads(said(capsys, other, "--json"))["broken"][0]["label"] == "Bad"


def test_more_rows_than_a_table_shows_are_said(
    sites_project: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kgapp.cli.ask.MOST_TABLE_ROWS", 2)
    assert "more than 2 rows" in said(capsys, sites_project, "atSite", "site=BOS")


def test_an_answer_goes_whole_into_a_file_and_says_what_it_is_true_of(
    sites_project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, sites_project, "longLeadTime", "--out", str(tmp_path / "a.csv"))
    assert "5 rows written to “a.csv” and “a.csv-metadata.json”, true of revision" in told
    beside = json.loads((tmp_path / "a.csv-metadata.json").read_text(encoding="utf-8"))
    assert beside["dc:title"] == "Which materials take longer than 60 days to get, and which steps need them?"
    assert run(["query", sites_project, "-e", "DESCRIBE demo:LEI", "--out", str(tmp_path / "a.trig")]) == 0
    assert "# Query: DESCRIBE demo:LEI" in (tmp_path / "a.trig").read_text(encoding="utf-8")
    for wrong in (
        ("--out", str(tmp_path / "a.pdf")),
        ("--format", "xlsx"),
        ("--format", "table", "--out", str(tmp_path / "a.csv")),
        ("--json", "--out", str(tmp_path / "a.csv")),
    ):
        assert run(["query", sites_project, "-e", "ASK {}", *wrong]) == 2


def test_a_copy_is_kept_with_its_own_label_text_and_usual_values(
    sites_project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = str(shutil.copy(sites_project, tmp_path / "mine.kgproject"))
    keep = ("--save-as", "Very slow", "--describe", "What takes a quarter.\n9 rows\x1b[2J", "--reason", "for us")
    assert "Saved “Very slow”" in said(capsys, project, "longLeadTime", "days=90", *keep)
    about = said(capsys, project, "Very slow", "--about")
    assert "What takes a quarter.\\n9 rows\\u001b[2J" in about
    assert "90 if you do not say" in about
    assert "no blank" in said(capsys, project, "longLeadTime", "nothing=1", "--save-as", "B", "--reason", "x", code=2)
    assert "--reason" in said(capsys, project, "longLeadTime", "--save-as", "B", code=2)
    assert "only read" in said(
        capsys, "http://127.0.0.1:9/sparql", "longLeadTime", "--save-as", "B", "--reason", "x", code=2
    )
