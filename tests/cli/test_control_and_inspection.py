"""``kgapp control-strategy`` and ``kgapp inspection-copy`` on the demo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgapp.__main__ import run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("control") / "demo.kgproject"
    assert run(["demo", str(path)]) == 0
    return str(path)


def test_an_attribute_is_told_with_what_is_not_in_force_first(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control-strategy", project, "demo:Q04", "--site", "demo:LEI"]) == 0
    told = capsys.readouterr().out
    assert "5 elements (2 in force, 3 not in force)" in told
    assert "12 results beside a limit (12 inside)" in told
    assert "No element is recorded as in force for Vector titre assay conditions" in told
    assert "CAR+ low and copy number high" in told
    assert "What is not recorded is unknown, not controlled." in told


def test_all_attributes_are_counted_and_json_has_them_all(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control-strategy", project]) == 0
    assert "Vector copy number: " in capsys.readouterr().out
    assert run(["control-strategy", project, "--json", "--revision", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["revision"], len(found["attributes"])) == ("kgapp-control/1", 1, 19)
    assert run(["control-strategy", project, "demo:P17"]) == 2
    assert "is no quality attribute" in capsys.readouterr().err


def test_an_inspection_copy_says_what_is_not_in_it(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "shown.kgproject"
    assert run(["inspection-copy", project, str(copy)]) == 0
    assert "Not in it: " in capsys.readouterr().out
    assert run(["set", str(copy), "demo:P17", "rdfs:label", "x", "--reason", "y"]) == 2
    assert "Inspection copy of" in capsys.readouterr().err
    new = tmp_path / "new.kgproject"
    assert run(["new", str(new)]) == 0
    capsys.readouterr()
    assert run(["control-strategy", str(new)]) == 0
    assert "No quality attribute is recorded." in capsys.readouterr().out
