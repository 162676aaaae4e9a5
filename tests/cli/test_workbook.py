"""``kgapp workbook``: tables that a person made in a spreadsheet, looked at, read, and what an impact report says afterwards."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kgapp.__main__ import run

MOI = ("demo:P17", "--change", "value", "--from", "3", "--to", "5", "--site", "demo:LEI")
MEETING = ("--basis", "rated in the meeting of March", "--evidence-label", "C&E meeting of March")
TITLE = "Cause & effect, CAR-T process, rated by the team"


def drawn(file: Path, name: str, title: str, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook as a person makes it: a merged title, an empty row, heads in bold, plain cells, notes beside."""
    with xlsxwriter.Workbook(file) as made:
        page = made.add_worksheet(name)
        page.merge_range(0, 0, 0, 5, title, made.add_format({"bold": True, "align": "center"}))
        for at, row in enumerate(rows, 2):
            for column, value in enumerate(row):
                page.write(at, column, value)
        made.add_worksheet("Legend").write(0, 0, "H = high, M = medium, L = low")
    return file


@pytest.fixture
def project(sites_project: str, tmp_path: Path) -> str:
    """A demo of one's own."""
    return shutil.copy(sites_project, str(tmp_path / "mine.kgproject"))


def impact(project: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What a change of the MOI affects."""
    assert run(["impact", project, *MOI, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def items(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The items of a report by their names."""
    return {each["label"]: each for each in report["items"]}


@pytest.mark.no_cover
def test_a_matrix_and_an_fmea_table_made_by_hand_change_an_impact_report(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    matrix = drawn(
        tmp_path / "c&e.xlsx",
        "C&E Mar",
        TITLE,
        [
            ["Input", "Potency: killing of target cells", "Memory phenotype", "Q13", "Dose"],
            ["MOI", "M", "none", "H", ""],
            [],
            ["Post-thaw rest time", "", "low", "", ""],
            ["Colour of the bag", "H", "H", "H", "H"],
        ],
    )
    fmea = drawn(
        tmp_path / "fmea.xlsx",
        "Process FMEA",
        "FMEA, transduction",
        [
            ["Nr.", "Potential failure mode", "Process parameter", "Potential effect", "Sev.", "Occ.", "Det.", "RPN"],
            ["F-1", "Vector volume typed into the wrong field", "MOI", "wrong copy number", 9, 3, 7, "=E4*F4*G4"],
            [],
            ["F-2", "Not scored yet", "MOI", "", 9, "", 7, ""],
        ],
    )
    capsys.readouterr()
    before = impact(project, capsys)

    assert run(["workbook", "import", project, str(matrix), *MEETING, "--reason", "meeting"]) == 1
    said = capsys.readouterr().out
    assert "Colour of the bag" in said
    assert "cells of the matrix say nothing: not assessed" in said
    assert "Legend" in said
    assert run(["workbook", "import", project, str(fmea), "--reason", "FMEA"]) == 1
    said = capsys.readouterr().out
    assert "New risk item “Vector volume typed into the wrong field”." in said
    assert "needs: occurrence" in said
    assert "RPN" in said

    after = impact(project, capsys)
    then, now = items(before), items(after)
    potency = "Potency: killing of target cells"
    assert [(each[potency]["grade_low"], each[potency]["grade_high"]) for each in (then, now)] == [
        ("none", "high"),
        ("medium", "medium"),
    ]
    assert "Residual B cells / blasts" not in then
    assert (now["Residual B cells / blasts"]["effect"], now["Residual B cells / blasts"]["grade_high"]) == (
        "affected",
        "high",
    )
    assert "Memory phenotype" in then
    assert "Memory phenotype" not in now, "the team assessed that there is none"
    assert now["Dose"]["grade_high"] == then["Dose"]["grade_high"], "an empty cell says nothing"
    risk = now["Vector volume typed into the wrong field"]
    assert [step["sentence"] for step in risk["path"]] == [
        "Vector volume typed into the wrong field is a risk recorded for MOI."
    ]
    assert "Not scored yet" not in now
    assert run(["impact", project, *MOI]) == 0
    told = capsys.readouterr().out
    assert "MOI bears on Residual B cells / blasts (strength high, evidence: opinion)." in told
    assert "Vector volume typed into the wrong field is a risk recorded for MOI." in told


def test_what_was_said_is_kept_with_a_mapping_and_evidence_is_said_anew(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    matrix = str(drawn(tmp_path / "one.xlsx", "C&E", TITLE, [["", "Q13"], ["MOI", "3"]]))
    first = ("workbook", "import", project, matrix, "--site", "demo:LEI", "--figures", "0139", "--keep", "ours")
    assert run([*first, *MEETING, "--dry-run"]) == 0
    assert "“not assessed” → “medium”" in capsys.readouterr().out
    assert run(["workbook", "mappings", project]) == 0
    assert "ours: cause and effect matrix" in capsys.readouterr().out
    again = ("workbook", "import", project, matrix, "--mapping", "ours", "--dry-run")
    assert run([*again]) == 2
    assert "say on what its judgements rest" in capsys.readouterr().err
    assert run([*again, "--evidence-label", "Meeting of April"]) == 0
    said = capsys.readouterr().out
    assert "Said with the mapping: basis rated in the meeting of March" in said
    assert "Said with the mapping: figures 0139" in said
    assert "https://w3id.org/kgapp/demo/LEI" in said
    assert "“not assessed” → “medium”" in said
    assert run([*again, "--basis", "rated in April", "--hypothesis"]) == 0
    assert "basis rated in April" in capsys.readouterr().out
    assert run(["workbook", "mappings", project, "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["ours"]
    assert run(["workbook", "mappings", project, "--drop", "ours"]) == 0
    assert run(["workbook", "mappings", project]) == 0
    assert "No mapping is kept." in capsys.readouterr().out


def test_out_and_in_again_is_no_difference(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, empty = str(tmp_path / "out.xlsx"), str(tmp_path / "empty.xlsx")
    assert run(["workbook", "export", project, out, "--class", "risk item"]) == 0
    assert "1 sheet with" in capsys.readouterr().out
    assert run(["workbook", "import", project, out, "--dry-run"]) == 0
    assert "; 0 differences; " in capsys.readouterr().out
    assert run(["workbook", "template", project, empty]) == 0
    assert run(["workbook", "import", project, empty, "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["differences"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("export", "out.csv"), "It is written as a workbook."),
        (("import", "none.csv", "--dry-run"), "cannot be opened"),
        (("import", "none.csv"), "Say why with --reason"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    sites_project: str, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = arguments
    assert run(["workbook", command, sites_project, *rest]) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("option", ["--column", "--fixed"])
def test_pairs_are_written_with_an_equals_sign(
    sites_project: str, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n", encoding="utf-8")
    assert run(["workbook", "import", sites_project, str(file), "--dry-run", option, "Sev."]) == 2
    assert "write it with an equals sign" in " ".join(capsys.readouterr().err.split())


def test_a_csv_table_with_heads_of_ones_own(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "risks.csv"
    file.write_text("What;About;Sev.;O;D\nSpilled;MOI;9;2;=1+1\nDropped;MOI;9;2;3\n", encoding="utf-8-sig")
    said = ("--as", "fmea", "--column", "What=name", "--column", "About=concerns", "--column", "Sev.=severity score")
    arguments = ("workbook", "import", project, str(file), *said)
    assert run([*arguments, "--reason", "list", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["revision"]
    assert "calculated" in json.dumps(told["rejected"])
