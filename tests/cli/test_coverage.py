"""``kgapp coverage``: the percentages of each step and the cells that nobody has assessed, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp import bootstrap
from kgapp.__main__ import run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("coverage") / "demo.kgproject"
    bootstrap.create_demo(path)
    return str(path)


def test_every_cell_is_counted_once_and_what_is_missing_is_listed(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["coverage", project, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    total = found["total"]
    assert found["format"] == "kgapp-coverage/1"
    assert total["cells"] == sum(step["cells"] for step in found["steps"])
    assert len(found["not_assessed"]) == total["not_assessed"] > 0
    assert total["percent_assessed"] == 100 * (total["with_effect"] + total["without_effect"]) // total["cells"]
    moi = {each["attribute"]["id"] for each in found["not_assessed"] if each["factor"]["id"] == "P17"}
    assert "Q04" not in moi
    assert "Q16" in moi
    assert {each["standing"] for each in found["not_assessed"]} <= {"open", "unknown", "void", "elsewhere"}


def test_one_step_in_words(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", project, "--step", "demo:UO05", "--site", "demo:LEI"]) == 0
    told = capsys.readouterr().out
    assert "Transduction" in told
    assert "Not assessed is unknown." in told
    assert "P17 MOI" in told
    assert "Expansion" not in told


def test_a_project_without_parameters_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.kgproject"
    bootstrap.create(path)
    assert run(["coverage", str(path)]) == 0
    assert "nothing to assess" in capsys.readouterr().out
    assert run(["coverage", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["process"] is None


def test_what_is_no_step_is_a_sentence(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", project, "--step", "demo:P17"]) == 2
    assert "no general process and no step" in capsys.readouterr().err
