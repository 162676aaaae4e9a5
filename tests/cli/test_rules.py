"""``kgapp rules``: listed, checked, loaded from a file, switched off and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp.__main__ import run
from kgapp.cli.main import USER_ERROR

RULE = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
demo:own a kg:PropagationRule ; rdfs:label "my rule"@en ; kg:ruleGroup kg:obligationGroup ; kg:fromClass %s ;
    kg:toClass kg:Supplier ; kg:path "kg:offeredBy" ; kg:ruleStrength kg:high ; kg:accepts kg:productEffect ;
    kg:passes kg:touchedEffect ; kg:sentenceTemplate "{from} and {to}."@en .
"""
FACTS = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
demo:A a kg:Assessment ; rdfs:label "MOI 3 to 5"@en ; kg:status kg:open . demo:V a kg:Verdict ; kg:inAssessment demo:A .
demo:O a kg:SupplyOffering ; rdfs:label "vector"@en ; kg:offeredBy demo:S .
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KGAPP_USER", "A. Scientist")
    (tmp_path / "facts.ttl").write_text(FACTS)
    (tmp_path / "own.ttl").write_text(RULE % "kg:SupplyOffering")
    (tmp_path / "odd.ttl").write_text(RULE % "kg:Person")
    (tmp_path / "bad.ttl").write_text(RULE % "demo:Unknown")
    path = str(tmp_path / "p.kgproject")
    assert run(["new", path, "--base", "https://w3id.org/kgapp/demo/", "--prefix", "demo"]) == 0
    assert run(["import", path, str(tmp_path / "facts.ttl")]) == 0
    capsys.readouterr()
    return path


def test_rules_of_a_file_are_loaded_checked_and_survive_export_and_import(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load = ["rules", project, "--load"]
    assert run([*load, str(tmp_path / "bad.ttl"), "--reason", "try"]) == USER_ERROR
    assert "no class of the model" in capsys.readouterr().err
    assert run([*load, str(tmp_path / "own.ttl"), "--dry-run"]) == 0
    assert "1 open assessment would become suspect" in capsys.readouterr().out
    assert run([*load, str(tmp_path / "own.ttl"), "--reason", "ours"]) == 0
    said = capsys.readouterr().out
    assert "Load 1 rule of impact" in said
    assert "MOI 3 to 5" in said
    assert run(["rules", project, "--own", "--check", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["label"], each["origin"], each["links"]) for each in found["rules"]] == [("my rule", "own", 1)]
    assert run([*load, str(tmp_path / "odd.ttl"), "--reason", "odd"]) == 0
    assert run(["rules", project, "--own", "--check"]) == 1
    assert "does not begin there" in capsys.readouterr().out
    copy = str(tmp_path / "copy.kgproject")
    assert run(["export", project, str(tmp_path / "all.nq")]) == 0
    assert run(["new", copy, "--base", "https://w3id.org/kgapp/demo/"]) == 0
    assert run(["import", copy, str(tmp_path / "all.nq")]) == 0
    capsys.readouterr()
    assert run(["rules", copy, "--own"]) == 0
    assert "my rule: {from} and {to}." in capsys.readouterr().out


def test_a_rule_is_switched_off_and_on_and_taken_out(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", project, "--off", "supplierOf"]) == USER_ERROR
    assert "--reason" in capsys.readouterr().err
    assert run(["rules", project, "--off", "supplierOf", "--on", "supplierOf"]) == USER_ERROR
    assert run(["rules", project, "--off", "nothing like it", "--reason", "x"]) == USER_ERROR
    capsys.readouterr()
    assert run(["rules", project, "--off", "supplier of a touched offering", "--reason", "not ours", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["suspect"][0]["label"] == "MOI 3 to 5"
    assert run(["rules", project, "--off", "supplierOf", "--reason", "again"]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert run(["rules", project, "--own"]) == 0
    assert "off: not ours" in capsys.readouterr().out
    assert run(["impact", project, "demo:O", "--change", "removal", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert any("switched off in this project: not ours." in note for note in report["change"]["notes"])
    assert run(["rules", project, "--on", "supplierOf", "--reason", "ours after all"]) == 0
    assert run(["rules", project, "--load", str(tmp_path / "own.ttl"), "--reason", "ours"]) == 0
    assert run(["rules", project, "--back", "my rule", "--reason", "no"]) == 0
    capsys.readouterr()
    assert run(["rules", project, "--own"]) == 0
    assert "0 rows, 0 switched off" in capsys.readouterr().out


def test_a_rule_that_cannot_be_read_stops_the_impact_and_is_listed_first(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = "https://w3id.org/kgapp/demo/graph/rules"
    assert run(["import", project, str(tmp_path / "bad.ttl"), "--graph", graph]) == 0
    capsys.readouterr()
    assert run(["impact", project, "demo:O", "--change", "removal"]) == USER_ERROR
    assert "The rule “my rule” of this project cannot be used" in capsys.readouterr().err
    assert run(["rules", project, "--own", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["rules"]
    assert entry["problems"] == ["Its from class “Unknown” is no class of the model."]
    assert run(["rules", project, "--check"]) == 1
    assert "cannot be used" in capsys.readouterr().out
    assert run(["rules", project, "--off", "supplierOf", "--reason", "x"]) == 0
    assert "No impact can be asked for until this is corrected" in capsys.readouterr().out
    assert run(["rules", project, "--off", "computed figure follows", "--reason", "x"]) == USER_ERROR
    assert "computedFromFactor" in capsys.readouterr().err
    assert run(["rules", project, "--back", "my rule", "--reason", "not ready"]) == 0
