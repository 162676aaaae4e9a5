"""``kgapp assess`` on the demo: opened, judged, doubted, closed and compared, with exit codes that scripts can use."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run

NAME = "Assessment: MOI at Leiden from 3 to 5, normal range from 2-4 to 3-12"
BECAUSE = ("--reason", "We looked at it.")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with an open assessment of its change of MOI, once for all tests."""
    path = tmp_path_factory.mktemp("assess") / "demo.kgproject"
    assert run(["demo", str(path)]) == 0
    assert run(["assess", "new", str(path), "--of", "demo:CH1", *BECAUSE]) == 0
    return path


@pytest.fixture
def project(begun: Path, tmp_path: Path) -> str:
    """A copy to write to."""
    return str(shutil.copy(begun, tmp_path / "demo.kgproject"))


Ask = Callable[..., Any]


@pytest.fixture
def asked(project: str, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs ``kgapp assess COMMAND PROJECT …`` and returns exit code, what it said and what it complained of."""

    def ask(command: str, *arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["assess", command, project, *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


def test_an_assessment_goes_from_question_to_file(asked: Ask, project: str) -> None:
    code, out, _ = asked("show", NAME, "--fail-on", "missing")
    assert code == 1
    assert "Missing: " in out
    assert "Also open: " in out
    code, _, err = asked("close", NAME, "--conclusion", "Fine.")
    assert code == 2
    assert "are without a verdict" in err
    code, out, _ = asked(
        "verdict",
        NAME,
        "demo:Q04",
        "--function",
        "qc",
        "--outcome",
        "needs-study",
        *BECAUSE,
        "--study",
        "Measure it",
        "--owner",
        "demo:EX3",
        "--due",
        "2026-12-01",
    )
    assert code == 0
    assert "Verdict (quality control) on “Vector copy number”: needs study" in out
    assert asked("verdict", NAME, "--all-open", "--function", "process", "--outcome", "impacted", *BECAUSE)[0] == 0
    code, out, _ = asked("show", NAME, "--fail-on", "missing", "--standing", "open")
    assert code == 0
    assert "0 of 1" in out
    assert run(["set", project, "demo:PAR-BOS-P17-Q03", "kg:upperLimit", "4", *BECAUSE]) == 0
    code, out, _ = asked("show", NAME, "--fail-on", "suspect")
    assert code == 1
    assert "Suspect: The proven acceptable range 1–5 TU/cell of Boston" in out
    code, out, _ = asked("list", "--check")
    assert (code, "not checked" in out) == (1, False)
    code, out, err = asked("verdict", NAME, "--all-suspect", "--confirm", "--function", "process", *BECAUSE)
    assert code == 0, err
    code, out, _ = asked("close", NAME, "--conclusion", "It can be done")
    assert (code, "Close “Assessment: MOI" in out) == (0, True)
    assert "Conclusion: It can be done. Closed by " in asked("show", NAME)[1]
    code, out, _ = asked("show", NAME, "--json")
    made = json.loads(out)
    assert (made["format"], made["assessment"]["status"], made["suspect"]) == ("kgapp-assessment/1", "closed", 0)
    assert run(["set", project, NAME, "kg:conclusion", "Other", *BECAUSE]) == 2
    assert run(["undo", project, *BECAUSE]) == 2
    code, out, _ = asked("compare", NAME, "--then", "2")
    assert code == 0
    assert "Shifted (" in out


def test_what_is_typed_wrong_is_said(asked: Ask) -> None:
    for arguments, said in (
        (("verdict", NAME, "demo:Q04", "--function", "qc", *BECAUSE), "--outcome or with --confirm"),
        (
            ("verdict", NAME, "demo:EX1", "--function", "qc", "--outcome", "impacted", *BECAUSE),
            "is not reached by what",
        ),
        (("compare", NAME), "Name either B or --then"),
        (("new", "demo:P17", *BECAUSE), "ENTITY and --change belong together"),
        (("new", *BECAUSE), "needs a change"),
        (("show", "demo:P17"), "is not an assessment"),
        (("rule", NAME, "demo:P17", "--off", *BECAUSE), "is no rule that is in force"),
    ):
        code, _, err = asked(*arguments)
        assert code == 2, arguments
        assert said in err


def test_the_rest_of_a_review_has_a_command_too(asked: Ask, project: str, tmp_path: Path) -> None:
    code, out, _ = asked(
        "new",
        "demo:P09",
        "--change",
        "timing",
        "--from",
        "16 h",
        "--to",
        "2 h",
        "--site",
        "demo:LEI",
        "--ask",
        "process",
        "--name",
        "Rest",
        "--number",
        "CC-1",
        "--batch",
        "demo:B-LEI-02",
        *BECAUSE,
        "--json",
    )
    assert code == 0
    iri = json.loads(out)["assessment"]
    assert asked("add", iri, "demo:CH4", *BECAUSE)[0] == 0
    code, out, _ = asked("add", iri, "demo:CH4", *BECAUSE)
    assert "Nothing changed" in out
    assert asked("drop", iri, "demo:CH4", *BECAUSE)[0] == 0
    shown = json.loads(asked("show", iri, "--json")[1])
    item = shown["items"][0]
    cell = next(each for each in shown["items"] if each["about_factor"])
    assert (
        asked("assign", iri, item["iri"], "--to", "demo:EX3", "--function", "process", "--due", "2026-12-01", *BECAUSE)[
            0
        ]
        == 0
    )
    assert asked("assign", iri, cell["iri"], "--factor", cell["about_factor"], "--to", "demo:EX3", *BECAUSE)[0] == 0
    assert "--nobody" in asked("assign", iri, item["iri"], *BECAUSE)[2]
    assert asked("assign", iri, cell["iri"], "--factor", cell["about_factor"], "--nobody", *BECAUSE)[0] == 0
    assert (
        "Nothing changed"
        in asked("assign", iri, cell["iri"], "--factor", cell["about_factor"], "--nobody", *BECAUSE)[1]
    )
    assert asked("functions", iri, "--ask", "qc", "--ask", "process", *BECAUSE)[0] == 0
    assert "Nothing changed" in asked("functions", iri, "--ask", "process", "--ask", "qc", *BECAUSE)[1]
    assert asked("functions", iri, *BECAUSE)[0] == 0
    code, out, _ = asked("ask", iri, item["iri"], "--question", "How sure?", "--of", "demo:EX1", *BECAUSE, "--json")
    question = json.loads(out)["question"]
    assert asked("ask", iri, "--question", "Who pays?", "--of", "demo:EX1", *BECAUSE)[0] == 0
    assert asked("answer", question, "Very.", *BECAUSE)[0] == 0
    rule = "https://w3id.org/kgapp/ontology/rules#riskOf"
    assert asked("rule", iri, rule, "--off", *BECAUSE)[0] == 0
    assert asked("verdict", iri, item["iri"], "--function", "process", "--outcome", "impacted", *BECAUSE)[0] == 0
    page = tmp_path / "page.html"
    code, out, _ = asked("show", iri, "--report", str(page))
    assert code == 0
    assert "Report: " in out
    assert "Switched off: " in out
    assert "Assigned to Process scientist EX3 (invented) (process), due 2026-12-01" in out
    assert "“How sure?”: Very." in out
    assert "not assessed: unknown" in out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>") or page.stat().st_size > 0
    assert asked("rule", iri, "riskOf", "--on", *BECAUSE)[0] == 0
    code, out, _ = asked("compare", NAME, iri)
    assert "Only in A (" in out
    assert json.loads(asked("compare", NAME, iri, "--json")[1])["format"] == "kgapp-comparison/1"
    code, out, _ = asked("list")
    assert "not checked" in out
    assert [each["suspect"] for each in json.loads(asked("list", "--json")[1])] == [None, None]
    assert asked("new", "--deviation", "demo:DEV2", *BECAUSE)[0] == 0
    assert run(["unset", project, "demo:CH1", "kg:changeKind", *BECAUSE]) == 0
    code, _, err = asked("list", "--check")
    assert "does not say of what kind it is" in err


def test_a_project_without_assessments_says_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "a.kgproject")
    assert run(["new", path]) == 0
    assert run(["assess", "list", path]) == 0
    assert "kgapp assess new opens one" in capsys.readouterr().out
