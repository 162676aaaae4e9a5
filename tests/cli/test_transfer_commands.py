"""``kgapp gaps``, ``actions`` and ``package`` on the demo: out to a partner, back, accepted."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kgapp import bootstrap
from kgapp.__main__ import run


@pytest.fixture
def project(sites_project: str, tmp_path: Path) -> str:
    """A copy to write to."""
    return shutil.copy(sites_project, str(tmp_path / "demo.kgproject"))


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str, code: int = 0) -> str:
        capsys.readouterr()
        assert run(list(arguments)) == code
        return capsys.readouterr().out

    return call


def answered(source: Path, target: Path, row: str, cells: dict[str, str]) -> None:
    """What a partner would do in a spreadsheet: some cells of a row filled in, everything else as it was."""
    book = bootstrap.read_workbook(source)
    made = xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False})
    for sheet in book.sheets:
        out = made.add_worksheet(sheet.name)
        heads = [cell.text for cell in sheet.rows[0]]
        for at, line in enumerate(sheet.rows):
            texts = [cell.text for cell in line] + [""] * (len(heads) - len(line))
            if sheet.name == "Gaps" and texts[0] == row:
                texts = [cells.get(head, text) for head, text in zip(heads, texts, strict=True)]
            for place, text in enumerate(texts):
                out.write_string(at, place, text)
    made.close()


def test_a_list_goes_out_comes_back_and_is_accepted(project: str, printed: Any, tmp_path: Path) -> None:
    out, back = tmp_path / "gaps.xlsx", tmp_path / "answer.xlsx"
    told = printed("gaps", project, "demo:TP1", "--xlsx", str(out))
    assert "rows written" in told
    assert "Not in it: 3 rows" in told
    assert "0 rows differ" in printed("gaps", project, "demo:TP1", "--returned", str(out))
    listed = json.loads(printed("gaps", project, "demo:TP1", "--json"))
    about = {row["about"]: row["id"] for row in listed["rows"]}
    row = about["Vector copy number method not transferred"]
    answered(out, back, row, {"Owner": "Process scientist EX3 (invented)", "Due": "2026-09-01", "Severity": "terrible"})
    told = printed("gaps", project, "demo:TP1", "--returned", str(back), code=1)
    assert "not one of the words" in told
    accept = ("--accept", "all", "--reason", "Their answer")
    told = printed("gaps", project, "demo:TP1", "--returned", str(back), *accept, code=1)
    assert "Revision 2: 1 row taken over." in told
    found = json.loads(printed("gaps", project, "demo:TP1", "--returned", str(back), "--json", code=1))
    assert (found["rows"][0]["cells"][0]["column"], found["agreed"]) == ("severity", 2)
    assert "Nothing was taken over." in printed(
        "gaps", project, "demo:TP1", "--returned", str(back), "--accept", row, "--reason", "again", code=1
    )


def test_the_list_says_how_much_it_shows(project: str, printed: Any) -> None:
    told = printed("gaps", project, "demo:TP1", "--open")
    counts = re.search(r"Showing (\d+) of (\d+) lines; 13 gaps recorded; (\d+) lines decided; (\d+) unknown", told)
    assert counts is not None
    shown, every, decided, unknown = map(int, counts.groups())
    assert shown + decided + unknown == every
    assert f"Showing {every} of {every} lines" in printed("gaps", project, "demo:TP1", "--unknown")
    page = Path(project).with_name("gaps.html")
    told = printed("gaps", project, "demo:TP2", "--report", str(page))
    assert "Showing" in told
    assert f"Report: {page}" in " ".join(told.split())
    assert page.exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--xlsx", "x.csv"), "written as a workbook"),
        (("--xlsx", "x.xlsx", "--returned", "y.xlsx"), "not both"),
        (("--accept", "all", "--reason", "x"), "Name the workbook"),
        (("--returned", "y.xlsx", "--accept", "all"), "Say why"),
        (("--returned", "nothing.xlsx"), "cannot be opened"),
    ],
)
def test_what_does_not_go_together_is_told(
    sites_project: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], why: str
) -> None:
    assert run(["gaps", sites_project, "demo:TP1", *arguments]) == 2
    said = capsys.readouterr().err
    assert why in said or why in " ".join(said.split())


def test_actions_are_listed_and_a_question_is_closed_with_its_answer(project: str, printed: Any) -> None:
    assert "Showing 9 of 9 actions" in printed("actions", project)
    assert "Showing 7 of 7 actions" in printed("actions", project, "demo:TP1", "--all")
    assert "Showing 2 of 9" in printed("actions", project, "--owner", "ex5")
    assert json.loads(printed("actions", project, "--overdue", "--json"))["rows"] == []
    told = printed("actions", project, "--close", "demo:ACT8", "--answer", "Done on Monday", "--reason", "Told")
    assert told.startswith("Revision 2: Action “Repeat the training on titration with EX3”")
    again = printed("actions", project, "--close", "demo:ACT8", "--answer", "Done on Monday", "--reason", "Told")
    assert again.strip() == "Nothing would change."
    assert run(["actions", project, "--close", "demo:ACT8"]) == 2


def test_the_package_says_what_is_missing_first(sites_project: str, printed: Any) -> None:
    told = printed("package", sites_project, "demo:TP1", "--fail-on-missing", code=1)
    assert "17 of 22 items there" in told
    assert "Not listed: Procedure and validation: Sterility test." in told
    assert json.loads(printed("package", sites_project, "demo:TP2", "--json"))["items"] == 2
