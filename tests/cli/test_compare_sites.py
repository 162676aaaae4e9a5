"""``kgapp compare-sites`` on the demo: what is wrong between Boston and Leiden is found without knowing where to look."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kgapp.__main__ import run
from kgapp.cli import sites_text
from kgapp.domain.grades import Grade
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.sites import Comparison, Dimension, Place, Readiness, Row, Side, Start, State, StepReadiness
from kgapp.domain.terms import Iri
from kgapp.services.sites.gaps import Assessed, NotRun, Reach

DEMO = "https://w3id.org/kgapp/demo/"
PAIR = ("demo:SP-BOS", "demo:SP-LEI")
Rows = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture(scope="module")
def project(sites_project: str) -> str:
    return sites_project


@pytest.fixture(scope="module")
def made(sites_found: dict[str, Any]) -> dict[str, Any]:
    """The comparison with impacts, as JSON."""
    return sites_found


@pytest.fixture(scope="module")
def rows(made: dict[str, Any]) -> Rows:
    return {(row["dimension"], row["thing"].removeprefix(DEMO)): row for row in made["rows"]}


def test_the_same_moi_by_another_assay_is_not_the_same(rows: Rows) -> None:
    moi = rows["setting", "P17"]
    assert (moi["sending"]["text"], moi["receiving"]["text"]) == ("3 TU/cell", "3 TU/cell")
    assert moi["state"] == "differs"
    assert "Same figure, other meaning" in moi["meaning"]
    assert "T14" in moi["meaning"]
    assert moi["gaps"] == [DEMO + "GAP1"]
    assert moi["reach"]["grade_high"] == "high"
    assert rows["normal range", "P17"]["state"] == "differs"
    assert rows["know-how", "T14"]["state"] == "missing"
    assert rows["method", "AM2"]["state"] == "differs"


def test_the_rest_overnight_differs_and_the_know_how_about_it_disagrees(rows: Rows) -> None:
    rest = rows["hold time", "P09"]
    assert (rest["sending"]["text"], rest["receiving"]["text"], rest["state"]) == ("2 h", "16 h", "differs")
    assert "disagrees: T09, T10" in rest["meaning"]
    assert rows["normal range", "P09"]["state"] == "differs"


def test_rocking_does_not_apply_and_what_the_static_vessel_needs_is_missing(rows: Rows) -> None:
    for factor in ("P28", "P29"):
        assert rows["setting", factor]["state"] == "not applicable by design"
        assert "G-Rex" in rows["function of equipment", factor]["meaning"]
    assert {rows["setting", factor]["state"] for factor in ("P51", "P52", "P53")} == {"missing"}
    assert rows["equipment", "E05"]["receiving"]["text"].startswith("G-Rex")
    assert rows["equipment", "E05"]["state"] == "differs"
    assert rows["setting", "P31"]["state"] == "unknown"


def test_selection_in_another_buffer_differs(rows: Rows) -> None:
    buffer = rows["setting", "P12"]
    assert (buffer["state"], buffer["receiving"]["text"]) == ("differs", "X-VIVO 15 (beads)")
    assert "T01" in buffer["meaning"]


def test_methods_that_are_not_transferred_are_missing_and_two_freezers_are_two_models(rows: Rows) -> None:
    assert {rows["method", method]["state"] for method in ("AM3", "AM4", "AM5")} == {"missing"}
    assert rows["sampling", "Q04"]["state"] == "missing"
    assert rows["equipment", "E06"]["receiving"]["text"].startswith("CryoMed")
    assert rows["setting", "P44"]["state"] == "differs"
    assert "no study bridges" in rows["setting", "P44"]["meaning"]


def test_what_agrees_in_everything_is_the_same(rows: Rows) -> None:
    assert rows["setting", "P34"]["state"] == "same"
    assert rows["hold time", "P20"]["state"] == "same"
    assert all(
        row["sending"] and row["receiving"]
        for row in rows.values()
        if row["state"] == "same" and row["dimension"] != "gate"
    )


def test_every_difference_was_assessed_or_says_why_not(made: dict[str, Any]) -> None:
    starts = {json.dumps(row["start"]) for row in made["rows"] if row["start"] and row["reach"] is None}
    assert starts == {json.dumps(each["start"]) for each in made["not_run"]}
    assert all(each["why"] for each in made["not_run"])
    assert sum(made["counts"].values()) == len(made["rows"])
    assert made["counts"]["missing"] >= 10


def test_every_quad_is_in_the_project(made: dict[str, Any], project: str) -> None:
    target = Path(project).parent / "all.nq"
    assert run(["export", project, str(target)]) == 0
    stored = set(target.read_text(encoding="utf-8").splitlines())
    told = {
        quad for row in made["rows"] for side in (row["sending"], row["receiving"]) if side for quad in side["quads"]
    }
    assert told
    assert told <= stored


def test_steps_that_are_not_ready_say_why(made: dict[str, Any]) -> None:
    steps = {each["step"].removeprefix(DEMO): each for each in made["readiness"]}
    assert steps["UO05"]["readiness"] == "not ready"
    assert any("RetroNectin" in reason for reason in steps["UO05"]["reasons"])
    assert any("lapsed" in reason for reason in steps["UO03"]["reasons"])


def test_kobe_lacks_its_permit_and_has_not_decided(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare-sites", project, "demo:SP-BOS", "demo:SP-KOB", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    rows = {(row["dimension"], row["thing"].removeprefix(DEMO)): row for row in made["rows"]}
    assert rows["gate", "JP-CART"]["state"] == "missing"
    assert rows["setting", "P24"]["state"] == "unknown"
    assert rows["setting", "P28"]["state"] == "not applicable by design"


def test_words_come_counts_first(
    project: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["compare-sites", project, *PAIR]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0] == "Boston → Leiden"
    assert "not applicable by" in out.split("Whole process")[0]
    assert "Readiness by step" in out
    assert "What is the same, unknown or not applicable: with --all" in out
    assert run(["compare-sites", project, *PAIR, "--all"]) == 0
    assert "Culture temperature" in capsys.readouterr().out


def test_a_report_is_written(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "sites.html"
    for said in ("sites.html", "replaces the one"):
        assert run(["compare-sites", project, *PAIR, "--report", str(page)]) == 0
        assert said in capsys.readouterr().out
    assert "<script" not in page.read_text(encoding="utf-8")


def test_gates_and_refusals(project: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare-sites", project, *PAIR, "--fail-on", "gaps"]) == 1
    assert run(["compare-sites", project, *PAIR, "--fail-on", "unknown", "--on", "2027-12-31"]) == 1
    assert run(["compare-sites", project, "demo:BOS", "demo:LEI", "--fail-on", "gaps"]) == 1
    assert capsys.readouterr().out.startswith("Boston → Leiden")
    assert run(["compare-sites", project, "demo:P17", "demo:SP-LEI"]) == 2
    assert "is not a site process" in capsys.readouterr().err
    assert run(["compare-sites", project, *PAIR, "--on", "soon"]) == 2
    assert run(["compare-sites", project, *PAIR, "--report", "a.txt"]) == 2


def named(text: str) -> Named:
    return Named(Iri(f"urn:{text}"), text)


def told(*rows: Row) -> Comparison:
    boston, leiden = (Place(named(name), named(name), name, "") for name in ("Boston", "Leiden"))
    ready = StepReadiness(named("Fill"), Readiness.READY, (), 0)
    return Comparison(named("CAR-T"), boston, leiden, date(2026, 3, 1), rows, (ready,))


def difference(entity: str, *, start: bool = True) -> Row:
    words = "Titre by the Leiden assay (HEK293T cells, flow read-out) " * 3
    asked = Start(Iri(f"urn:{entity}"), ChangeKind.VALUE, None) if start else None
    return Row(None, Dimension.SETTING, named("MOI"), Side(words), Side("3"), State.DIFFERS, words, Grade.HIGH, asked)


def test_a_narrow_terminal_keeps_its_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    reach = Reach(Start(Iri("urn:a"), ChangeKind.VALUE, None), 12, 173, Grade.NONE, Grade.HIGH, Grade.HIGH, 1)
    refused = NotRun(Start(Iri("urn:b"), ChangeKind.VALUE, None), "It has no figure.")
    rows = (difference("a"), difference("b"), difference("c", start=False))
    sites_text.show(told(*rows), Assessed((reach,), (refused,)), everything=False)
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "none–high" in out
    assert "Not assessed (2)" in out
    assert "MOI (setting): It has no figure." in out


def test_nothing_is_left_out_where_everything_ran(capsys: pytest.CaptureFixture[str]) -> None:
    reach = Reach(Start(Iri("urn:a"), ChangeKind.VALUE, None), 0, 0, None, None, None, 0)
    sites_text.show(told(difference("a")), Assessed((reach,), ()), everything=False)
    assert "Not assessed" not in capsys.readouterr().out
    refused = NotRun(Start(Iri("urn:a"), ChangeKind.VALUE, None), "It has no figure.")
    sites_text.show(told(difference("a")), Assessed((), (refused,)), everything=True)
    assert "no kind of change fits" not in capsys.readouterr().out
