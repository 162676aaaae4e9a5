"""Taking things out of use and making one of two, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp.__main__ import run
from kgapp.cli.main import USER_ERROR

FACTS = """
@prefix kg: <https://w3id.org/kgapp/ontology#> .
@prefix demo: <https://w3id.org/kgapp/demo/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
demo:P17 a kg:ProcessParameter ; rdfs:label "multiplicity of infection"@en ; kg:criticality kg:CPP .
demo:P99 a kg:ProcessParameter ; rdfs:label "MOI"@en ; kg:criticality kg:nonCPP .
demo:SET a kg:SiteSetting ; rdfs:label "MOI at Leiden"@en ; kg:forFactor demo:P99 ; kg:setpoint 3.00 .
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KGAPP_USER", "A. Scientist")
    (tmp_path / "facts.ttl").write_text(FACTS)
    path = str(tmp_path / "p.kgproject")
    assert run(["new", path, "--base", "https://w3id.org/kgapp/demo/", "--prefix", "demo"]) == 0
    assert run(["import", path, str(tmp_path / "facts.ttl")]) == 0
    capsys.readouterr()
    return path


def test_an_entity_is_retired_and_taken_back(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["retire", project, "demo:P99", "--reason", "not used"]) == 0
    said = capsys.readouterr().out
    assert "Retire “MOI”" in said
    assert "1 statement refers to it" in said
    assert run(["retire", project, "demo:P99", "--reason", "not used"]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert run(["retire", project, "demo:P99", "--back", "--reason", "used", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["references"] == 1


def test_only_what_nothing_refers_to_is_deleted(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["retire", project, "demo:P99", "--delete", "--reason", "gone"]) == USER_ERROR
    assert "cannot be deleted" in capsys.readouterr().err
    assert run(["retire", project, "demo:SET", "--delete", "--reason", "gone"]) == 0
    assert run(["retire", project, "demo:P99", "--delete", "--reason", "gone"]) == 0


def test_two_entities_become_one(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["merge", project, "demo:P17", "demo:P99", "--take", "kg:criticality", "--reason", "the same"]) == 0
    said = capsys.readouterr().out
    assert "Merge “MOI” into “multiplicity of infection”" in said
    assert "not “critical process parameter”" in said
    assert run(["show", project, "demo:SET", "--json"]) == 0
    assert "demo/P17" in capsys.readouterr().out
    assert run(["merge", project, "demo:P17", "demo:P17", "--reason", "x"]) == USER_ERROR


def test_a_merge_for_programs(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["merge", project, "demo:P17", "demo:P99", "--reason", "the same", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["revision"]["summary"].startswith("Merge")
