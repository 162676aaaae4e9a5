"""``kgapp batches``: results read from a table, charted, compared, and kept as evidence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kgapp.__main__ import run

VIABILITY = ("--attribute", "demo:Q01")
SITES = ("--site-process", "demo:SP-BOS", "--site-process", "demo:SP-LEI")


@pytest.fixture
def project(sites_project: str, tmp_path: Path) -> str:
    """A demo of one's own."""
    return shutil.copy(sites_project, str(tmp_path / "mine.kgproject"))


def test_results_from_a_table_stand_in_the_chart(
    project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["batches", "chart", project, *VIABILITY, *SITES[:2], "--json"])
    basis = json.loads(capsys.readouterr().out)["basis"]
    table = tmp_path / "march.csv"
    table.write_text(
        f"Lot\tManufactured\tTest\tResult\tUnit\tBasis\tAnalyst\nX-1\t2026-09-01\tViability\t81.5\t%\t{basis}\tme\n"
        f"X-2\t2026-09-02\tViability\t82\t\t{basis}\tme\n",
        encoding="utf-8",
    )
    command = ("batches", "import", project, str(table), "--site-process", "demo:SP-BOS")
    assert run([*command]) == 2
    assert "--reason" in capsys.readouterr().err
    assert run([*command, "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "New result “Viability of X-1: 81.5 %”." in said
    assert "Not taken over: march, row 3, “unit”: “”. It is empty; “Viability” is recorded in %." in said
    assert "Not read: march, “Analyst”." in said
    assert "Nothing was written." in said
    assert run([*command, "--reason", "results of March", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["revision"]
    outside = run(["batches", "chart", project, *VIABILITY, *SITES[:2], "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["points"][-1]["on"], told["points"][-1]["value"]) == ("2026-09-01", "81.5")
    assert (told["n"], told["provisional"]) == (13, True)
    assert outside == bool(told["outside"] or told["jumps"])
    run(["batches", "chart", project, *VIABILITY, *SITES[:2]])
    said = capsys.readouterr().out
    assert "results of 13 batches" in said
    assert "Provisional" in said
    assert "section 6.3.2.2" in said
    assert "no specification" in said


def test_a_study_is_compared_and_kept_as_evidence_of_an_influence(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batches", "compare", project, "--study", "demo:CS2", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["margin"], told["alpha"], told["evidence"]) == (0.5, 0.05, None)
    assert told["study"]["label"].startswith("Comparability of vector copy number")
    kept = ("--record", "--influence", "demo:INF-P17-Q04", "--reason", "studied")
    assert run(["batches", "compare", project, "--study", "demo:CS2", *kept]) == 1
    said = capsys.readouterr().out
    assert "Kept as evidence of 1 influence <" in said
    assert "confidence interval" in said
    assert "Schuirmann 1987" in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--study", "demo:CS1"), "The basis differs"),
        (("--study", "demo:CS2", *VIABILITY), "A study says what is compared."),
        (VIABILITY, "It is not said what is compared."),
        ((*VIABILITY, *SITES, "--margin", "0"), "The basis differs"),
        (("--study", "demo:CS2", "--record"), "Say why with --reason"),
        (("--study", "demo:CS2", "--influence", "demo:INF-P17-Q04"), "only when it is kept"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    sites_project: str, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batches", "compare", sites_project, *arguments]) == 2
    assert sentence in capsys.readouterr().err
